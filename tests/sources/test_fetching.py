"""Fetching holds against a server that does its worst, and says in words what went wrong."""

import gzip
import socket
import threading
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from quotetrack.domain.errors import FetchFailed, FetchRefused, FetchUnreachable
from quotetrack.sources.fetching import Fetcher
from quotetrack.sources.web_addresses import is_public, locate
from tests.sources.hostile_server import (
    HostileServer,
    dripping,
    endless,
    hostile_server,
    page,
    silent,
)


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with hostile_server() as running:
        yield running


@pytest.fixture
def hold() -> Iterator[threading.Event]:
    """Lets go of answers that hang."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def waits() -> list[float]:
    """How long the fetcher would have waited."""
    return []


@pytest.fixture
def fetcher(waits: list[float]) -> Fetcher:
    return Fetcher(allow_private=True, stall_seconds=0.5, longest_seconds=5, wait=waits.append)


def test_a_page_comes_with_what_is_known_of_it(server: HostileServer, fetcher: Fetcher) -> None:
    url = server.at("/a", page(b"<p>Words.</p>", etag='"v1"', last_modified="yesterday"))

    found = fetcher.fetch(url + "#part")

    assert (found.status, found.body, found.media_type) == (200, b"<p>Words.</p>", "text/html")
    assert (found.charset, found.etag, found.last_modified) == ("utf-8", '"v1"', "yesterday")
    assert (found.asked, found.url) == (url + "#part", url)
    assert "quotetrack/" in server.requests[0]


def test_a_version_that_still_stands_is_not_sent_again(
    server: HostileServer, fetcher: Fetcher
) -> None:
    url = server.at("/a", page(b"", status="304 Not Modified"))

    found = fetcher.fetch(url, etag='"v1"', last_modified="yesterday")

    assert (found.status, found.body) == (304, b"")
    head = server.requests[0].lower()
    assert 'if-none-match: "v1"' in head
    assert "if-modified-since: yesterday" in head


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw"])
def test_packed_pages_are_unpacked(server: HostileServer, fetcher: Fetcher, encoding: str) -> None:
    words = b"<p>Words.</p>" * 100
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(words),
        "deflate": zlib.compress(words),
        "raw": raw.compress(words) + raw.flush(),
    }[encoding]
    named = "deflate" if encoding == "raw" else encoding
    url = server.at("/a", page(packed, content_encoding=named))

    assert fetcher.fetch(url).body == words


def test_redirects_are_followed_to_the_end(server: HostileServer, fetcher: Fetcher) -> None:
    server.at("/a", page(status="301 Moved", location="/b"))
    server.at("/b", page(status="302 Found", location=server.url("/c")))
    server.at("/c", page(b"here"))

    found = fetcher.fetch(server.url("/a"))

    assert (found.url, found.body) == (server.url("/c"), b"here")


def test_no_cookie_travels_on(server: HostileServer, fetcher: Fetcher) -> None:
    server.at("/a", page(status="302 Found", location="/b", set_cookie="who=you; Path=/"))
    server.at("/b", page())

    fetcher.fetch(server.url("/a"))

    assert "cookie" not in server.requests[1].lower()


@pytest.mark.parametrize(
    "location",
    ["/a", "file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "http://[::1"],
)
def test_a_redirect_that_leads_nowhere_is_refused(
    server: HostileServer, fetcher: Fetcher, location: str
) -> None:
    url = server.at("/a", page(status="302 Found", location=location))

    with pytest.raises(FetchFailed):
        fetcher.fetch(url)
    assert len(server.requests) <= 9


def test_a_redirect_into_the_own_network_is_refused(server: HostileServer) -> None:
    url = server.at("/a", page())

    with pytest.raises(FetchRefused, match="machine of this network"):
        Fetcher().fetch(url)
    assert server.requests == []


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
    ],
)
def test_no_address_of_a_private_network_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "file:///etc/passwd",
        "http://",
        "http://a b.example",
        "http://user:secret@example.org/",
        "http://example.org:99999/",
        "http://example.org/\x1b[2J",
        "http://example.org/" + "a" * 5_000,
        "http://2130706433/",
        "http://0x7f.1/",
    ],
)
def test_what_is_no_public_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchFailed) as refusal:
        locate(url)
    assert "\x1b" not in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_an_endless_body_is_cut_off(server: HostileServer, fetcher: Fetcher) -> None:
    fetcher.most_bytes = 1_000_000
    url = server.at("/a", endless(b"x" * 65_536))

    with pytest.raises(FetchRefused, match="more than 1 MB"):
        fetcher.fetch(url)


def test_a_bomb_is_never_unpacked(server: HostileServer, fetcher: Fetcher) -> None:
    bomb = gzip.compress(b"\0" * 200_000_000)
    url = server.at("/a", page(bomb, content_encoding="gzip"))
    fetcher.most_bytes = 5_000_000

    tracemalloc.start()
    try:
        with pytest.raises(FetchRefused, match="more than 5 MB"):
            fetcher.fetch(url)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 30_000_000


def test_a_dripping_body_meets_the_deadline(
    server: HostileServer, fetcher: Fetcher, hold: threading.Event
) -> None:
    fetcher.longest_seconds = 0.5
    url = server.at("/a", dripping(hold, 0.05))

    with pytest.raises(FetchUnreachable, match="took longer"):
        fetcher.fetch(url)


def test_a_silent_server_is_given_up(
    server: HostileServer, fetcher: Fetcher, hold: threading.Event
) -> None:
    fetcher.stall_seconds = 0.2
    url = server.at("/a", silent(hold))

    with pytest.raises(FetchUnreachable, match="did not answer in time"):
        fetcher.fetch(url)


def test_stalled_encryption_is_given_up(
    server: HostileServer, fetcher: Fetcher, hold: threading.Event
) -> None:
    fetcher.stall_seconds = 0.2
    url = server.at("/a", silent(hold)).replace("http://", "https://")

    with pytest.raises(FetchUnreachable):
        fetcher.fetch(url)


@pytest.mark.parametrize("packed", [False, True])
def test_a_body_that_breaks_off_is_no_page(
    server: HostileServer, fetcher: Fetcher, packed: bool
) -> None:
    whole = gzip.compress(b"<p>Words.</p>" * 100)
    half = whole[: len(whole) // 2]
    answer = page(half, content_encoding="gzip") if packed else page(b"<p>Wo", length=500)

    with pytest.raises(FetchUnreachable):
        fetcher.fetch(server.at("/a", answer))


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/zip", "x/\x1b[2J"])
def test_what_has_no_text_is_refused(
    server: HostileServer, fetcher: Fetcher, media_type: str
) -> None:
    url = server.at("/a", page(b"\x89PNG", content_type=media_type))

    with pytest.raises(FetchFailed) as refusal:
        fetcher.fetch(url)
    assert "\x1b" not in str(refusal.value)


def test_a_form_not_asked_for_is_refused(server: HostileServer, fetcher: Fetcher) -> None:
    url = server.at("/a", page(b"\x0b\x02\x80", content_encoding="br"))

    with pytest.raises(FetchRefused, match="form that was not asked for"):
        fetcher.fetch(url)


def test_huge_headers_are_not_read(server: HostileServer, fetcher: Fetcher) -> None:
    url = server.at("/a", page(x_padding="x" * 1_000_000))

    with pytest.raises(FetchUnreachable):
        fetcher.fetch(url)


def test_what_is_no_http_is_said(server: HostileServer, fetcher: Fetcher) -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(b"220 mail.example ESMTP\r\n")

    with pytest.raises(FetchUnreachable, match="could not be read"):
        fetcher.fetch(server.at("/a", answer))


@pytest.mark.parametrize("status", [404, 410, 401, 403, 451, 500])
def test_an_error_of_the_server_keeps_its_status(
    server: HostileServer, fetcher: Fetcher, status: int, waits: list[float]
) -> None:
    url = server.at("/a", page(status=f"{status} No"))

    with pytest.raises(FetchFailed) as failure:
        fetcher.fetch(url)
    assert failure.value.status == status
    assert waits == []


@pytest.mark.parametrize(("retry_after", "pause"), [("3", 3.0), (None, 1.0)])
def test_a_busy_server_is_asked_again_after_its_pause(
    server: HostileServer,
    fetcher: Fetcher,
    waits: list[float],
    retry_after: str | None,
    pause: float,
) -> None:
    busy = page(status="503 Busy", retry_after=retry_after or "")
    url = server.at("/a", busy, page(b"here"))

    assert fetcher.fetch(url).body == b"here"
    assert waits == [pause]


def test_a_server_that_asks_for_hours_is_left_alone(
    server: HostileServer, fetcher: Fetcher, waits: list[float]
) -> None:
    url = server.at("/a", page(status="429 Too Many", retry_after="86400"))

    with pytest.raises(FetchFailed, match="left alone"):
        fetcher.fetch(url)
    assert (waits, len(server.requests)) == ([], 1)


def test_fetching_stops_when_nobody_waits(server: HostileServer, fetcher: Fetcher) -> None:
    fetcher.cancelled = lambda: True

    with pytest.raises(FetchUnreachable, match="Cancelled"):
        fetcher.fetch(server.at("/a", endless(b"x" * 1_000)))
