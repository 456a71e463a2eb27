"""Fetching one address: bounded in bytes, in time and in hops, whatever the server does.

Nothing is trusted: not the length it names, not the encoding, not the redirect, not the clock.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NamedTuple

from quotetrack import __version__
from quotetrack.domain.errors import FetchFailed, FetchRefused, FetchUnreachable
from quotetrack.domain.text import clean_line
from quotetrack.sources.web_addresses import Destination, locate

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 25_000_000
"""The largest body, decoded."""

MOST_REDIRECTS = 8
MOST_ATTEMPTS = 3
LONGEST_SECONDS = 45.0
"""How long one address may take in all, with its redirects and second attempts."""

STALL_SECONDS = 10.0
"""How long a server may be silent."""

LONGEST_PAUSE = 20.0
"""The longest Retry-After that is waited for."""

USER_AGENT = f"quotetrack/{__version__} (fact-checking; one page at a time, at a person's request)"

READABLE = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "text/vtt",
    "application/x-subrip",
    "application/pdf",
    "multipart/related",
    "message/rfc822",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "text/xml",
)
"""Types of content that become an article or a feed."""

_TRY_AGAIN = (429, 502, 503, 504)
_REDIRECTS = (301, 302, 303, 307, 308)


class Fetched(NamedTuple):
    """What an address gave.

    Attributes:
        asked: the address asked for.
        url: the address that answered, behind all redirects.
        status: the HTTP status: 200, or 304 where nothing has changed since.
        media_type: the type of the content, lower case, without parameters.
        charset: the character set that the server names; None where it names none.
        body: the content, decoded.
        etag: what to ask with next time; None where there is none.
        last_modified: likewise.
        fetched_at: when, ISO 8601 in UTC.
    """

    asked: str
    url: str
    status: int
    media_type: str
    charset: str | None
    body: bytes
    etag: str | None
    last_modified: str | None
    fetched_at: str


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses, one after the other.

    Attributes:
        allow_private: also fetch from machines of the own network.
        most_bytes: the largest body, decoded.
        longest_seconds: how long one address may take in all.
        stall_seconds: how long a server may be silent.
        wait: waits some seconds, before a second attempt.
        cancelled: says that nobody wants the answer any more.
    """

    allow_private: bool = False
    most_bytes: int = MOST_BYTES
    longest_seconds: float = LONGEST_SECONDS
    stall_seconds: float = STALL_SECONDS
    wait: Callable[[float], None] = time.sleep
    cancelled: Callable[[], bool] = lambda: False
    _deadline: float = field(default=0.0, init=False)

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Get an address.

        Args:
            url: an absolute http or https address.
            etag: what the server called the version known; it may answer that it still stands.
            last_modified: likewise.

        Raises:
            FetchRefused: the address is not fetched, or what it gave is no source for text.
            FetchUnreachable: no answer came, or too late, or not whole.
            FetchFailed: the server answered with an error; `status` says which.
        """
        self._deadline = time.monotonic() + self.longest_seconds
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        hop = url
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._get(locate(hop, allow_private=self.allow_private), headers)
            if isinstance(answer, str):
                hop = answer
                continue
            return answer._replace(asked=url)
        raise FetchFailed(f"{_host(url)} redirects without end; gave up after {MOST_REDIRECTS}.")

    def _get(self, destination: Destination, headers: dict[str, str]) -> "Fetched | str":
        """The answer, or the address to which it redirects; asked again where that may help."""
        for attempt in range(1, MOST_ATTEMPTS + 1):
            try:
                return self._attempt(destination, headers)
            except FetchFailed as problem:
                pause = _pause(problem, attempt)
                if pause is None or attempt == MOST_ATTEMPTS or pause > self._seconds_left():
                    raise
                self.wait(pause)
        raise AssertionError("an attempt returns or raises")

    def _attempt(self, destination: Destination, headers: dict[str, str]) -> "Fetched | str":
        import httpx

        with httpx.HTTPTransport(retries=0, trust_env=False) as transport:
            request = self._request(destination, headers)
            try:
                response = transport.handle_request(request)
                try:
                    return self._read(destination, response)
                finally:
                    response.close()
            except httpx.TimeoutException as problem:
                raise FetchUnreachable(
                    f"{_host(destination.url)} did not answer in time. Try again later."
                ) from problem
            except (httpx.HTTPError, httpx.StreamError, OSError) as problem:
                raise FetchUnreachable(
                    f"{_host(destination.url)} could not be read: {_reason(problem)}."
                ) from problem

    def _request(self, destination: Destination, headers: dict[str, str]) -> "httpx.Request":
        import httpx

        url = httpx.URL(destination.url)
        seconds = max(min(self.stall_seconds, self._seconds_left()), 0.1)
        return httpx.Request(
            "GET",
            # Connected to by the address that was checked; the name is for the host and for TLS.
            url.copy_with(host=destination.address),
            headers={
                "Host": url.netloc.decode("ascii"),
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
                **headers,
            },
            extensions={
                "timeout": dict.fromkeys(("connect", "read", "write", "pool"), seconds),
                "sni_hostname": destination.host,
            },
        )

    def _read(self, destination: Destination, response: "httpx.Response") -> "Fetched | str":
        status, headers = response.status_code, response.headers
        if status in _REDIRECTS and "location" in headers:
            return _absolute(destination.url, headers["location"])
        if status not in (200, 203, 304):
            raise _refusal(destination.url, status, headers.get("retry-after"))
        media_type = headers.get("content-type", "text/html").partition(";")[0].strip().lower()
        if status != 304 and media_type not in READABLE:
            raise FetchRefused(
                f"{_host(destination.url)} gave {clean_line(media_type)[:60]}, which has no text "
                "to read. Save it as a file and attach that."
            )
        encoding = headers.get("content-encoding", "").strip().lower()
        body = b"".join(self._decoded(destination, response, encoding)) if status != 304 else b""
        return Fetched(
            asked=destination.url,
            url=destination.url,
            status=status,
            media_type=media_type,
            charset=response.charset_encoding,
            body=body,
            etag=headers.get("etag"),
            last_modified=headers.get("last-modified"),
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def _decoded(
        self, destination: Destination, response: "httpx.Response", encoding: str
    ) -> Iterator[bytes]:
        """The body piece by piece, its decoded length counted before it is held."""
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise FetchRefused(
                f"{_host(destination.url)} sends its pages in a form that was not asked for "
                f"({clean_line(encoding)[:30]}). Save the page and add the file."
            )
        unpacked = _Unpacker(encoding) if encoding not in ("", "identity") else None
        left = self.most_bytes
        for piece in response.iter_raw():
            if self.cancelled():
                raise FetchUnreachable("Cancelled.")
            if self._seconds_left() <= 0:
                raise FetchUnreachable(
                    f"{_host(destination.url)} took longer than "
                    f"{self.longest_seconds:.0f} seconds. Save the page and add the file."
                )
            whole = piece if unpacked is None else unpacked.unpack(piece, left + 1)
            left -= len(whole)
            if left < 0:
                raise FetchRefused(
                    f"{_host(destination.url)} sends more than {self.most_bytes / 1e6:.0f} MB. "
                    "Save the part that matters and add the file."
                )
            yield whole
        if unpacked is not None and not unpacked.complete:
            raise FetchUnreachable(f"{_host(destination.url)} broke off in mid-page. Try again.")

    def _seconds_left(self) -> float:
        return self._deadline - time.monotonic()


class _Unpacker:
    """Unpacks gzip or deflate, never more of it at once than there is room for."""

    def __init__(self, encoding: str) -> None:
        self._raw_deflate = encoding == "deflate"
        self._inflate = zlib.decompressobj(47)

    @property
    def complete(self) -> bool:
        """Whether the packed stream came to its end."""
        return self._inflate.eof

    def unpack(self, piece: bytes, room: int) -> bytes:
        """What a piece holds, at most `room` bytes of it."""
        try:
            return self._inflate.decompress(piece, room)
        except zlib.error as problem:
            if not self._raw_deflate:
                raise FetchUnreachable("What came is damaged: it cannot be unpacked.") from problem
            # Some servers send deflate without the wrapper that the name stands for.
            self._raw_deflate = False
            self._inflate = zlib.decompressobj(-15)
            return self.unpack(piece, room)


def _refusal(url: str, status: int, retry_after: str | None) -> FetchFailed:
    host = _host(url)
    match status:
        case 404 | 410:
            words = f"{host} has no such page any more ({status})."
        case 401 | 402 | 403 | 451:
            words = f"{host} does not show this page ({status}). Save it and add the file."
        case 429 | 503:
            words = f"{host} asks to be left alone for now ({status}). Try again later."
        case _:
            words = f"{host} answered with an error ({status})."
    return FetchFailed(words, status=status, retry_after=_seconds(retry_after))


def _pause(problem: FetchFailed, attempt: int) -> float | None:
    """How long to wait before asking again; None where that helps nothing."""
    if problem.status not in _TRY_AGAIN:
        return None
    pause = problem.retry_after if problem.retry_after is not None else 2.0**attempt / 2
    return pause if pause <= LONGEST_PAUSE else None


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After in seconds: a number of them, or a date (RFC 9110, section 10.2.3)."""
    if retry_after is None:
        return None
    if retry_after.strip().isdigit():
        return float(retry_after.strip()[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0)


def _absolute(url: str, location: str) -> str:
    from urllib.parse import urljoin

    try:
        return urljoin(url, location)
    except ValueError as problem:
        raise FetchRefused(f"{_host(url)} redirects to what is no address.") from problem


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    return clean_line(urlsplit(url).hostname or url)[:100]


def _reason(problem: Exception) -> str:
    return clean_line(str(problem) or type(problem).__name__)[:160].rstrip(".")
