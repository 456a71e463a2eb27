"""Pages and texts are read: the words, and what is known about them with its origin."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.domain.errors import FetchRefused
from quotetrack.domain.vocabulary import Certainty
from quotetrack.sources.bylines import read_byline
from quotetrack.sources.decoding import decode
from quotetrack.sources.page_dates import read_machine_date
from quotetrack.sources.plain_texts import read_plain_text
from quotetrack.sources.read_values import ReadDate
from quotetrack.sources.web_pages import read_page
from tests.sources.layouts import H1, LAYOUTS, TEXT, TITLE, WORDS, Layout, whole

ROOT = Path(__file__).parents[2]
SEEN_ON = date(2025, 4, 1)


def day(read: ReadDate | None) -> str | None:
    return (read.value.earliest or "")[:10] if read is not None else None


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.name for layout in LAYOUTS])
def test_each_layout_is_read_right(layout: Layout) -> None:
    read = read_page(layout.html.encode(), url="https://courier.example/a", seen_on=SEEN_ON)

    assert read.title is not None
    assert read.title.value == layout.title
    assert (read.byline.value if read.byline else None) == layout.byline
    assert (day(read.published), day(read.updated)) == (layout.published, layout.updated)
    assert all(paragraph in read.text for paragraph in WORDS)
    assert "Tram fares" not in read.text


def test_a_clock_in_the_masthead_is_kept_as_seen() -> None:
    (layout,) = (each for each in LAYOUTS if each.name == "clock in the masthead")

    read = read_page(layout.html.encode(), seen_on=SEEN_ON)

    (seen,) = read.seen_dates
    assert (day(seen), seen.certainty, read.updated) == ("2025-03-29", Certainty.UNSURE, None)


def test_an_outlet_is_guessed_from_its_machine_only_unsurely() -> None:
    read = read_page(LAYOUTS[-1].html.encode(), url="https://www.courier.example/a")

    assert read.outlet is not None
    assert (read.outlet.value, read.outlet.certainty) == ("courier.example", Certainty.UNSURE)


def test_a_date_that_disagrees_with_the_printed_one_is_unsure() -> None:
    html = whole(
        TITLE + '<meta property="article:published_time" content="2024-06-05">',
        f"<article>{H1}<p>By Noor Haddad, June 1, 2024</p>{TEXT}</article>",
    )

    read = read_page(html.encode(), seen_on=SEEN_ON)

    assert read.published is not None
    assert (day(read.published), read.published.certainty) == ("2024-06-05", Certainty.UNSURE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-06-05T07:30:00+02:00", ("2024-06-05T07:30", "+02:00")),
        ("2024-06-05T07:30:00.000Z", ("2024-06-05T07:30", "UTC")),
        ("2024-06-05 07:30", ("2024-06-05T07:30", None)),
        ("2024-06-05T00:00:00Z", ("2024-06-05", None)),
        ("Wed, 05 Jun 2024 07:30:00 +0200", ("2024-06-05T07:30", "+02:00")),
        ("1717572600000", ("2024-06-05T07:30", "UTC")),
        ("20240605", ("2024-06-05", None)),
        ("June 5, 2024", ("2024-06-05", None)),
        ("2031-01-01", None),
        ("2024-13-45", None),
        ("0000-00-00", None),
        ("soon", None),
    ],
)
def test_dates_for_machines_are_read(value: str, expected: tuple[str, str | None] | None) -> None:
    found = read_machine_date(value, SEEN_ON)
    assert (None if found is None else (found.earliest, found.zone)) == expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Noor Haddad", "Noor Haddad"),
        ("By NOOR HADDAD", "Noor Haddad"),
        ("By Noor Haddad and Ivo van der Berg, Staff Writers", "Noor Haddad and Ivo van der Berg"),
        ("by Noor Haddad · 5 June 2024", "Noor Haddad"),
        ("Written by Noor Haddad on June 5, 2024", "Noor Haddad"),
        ("By Staff Reporter", None),
        ("By the river they wait", None),
        ("He stood by Noor Haddad", None),
    ],
)
def test_bylines_are_told_from_other_lines(line: str, names: str | None) -> None:
    found = read_byline(line)
    assert (found.names if found else None) == names


def test_a_text_copied_from_a_page_shows_its_title_byline_and_day() -> None:
    text = (
        "Last update: March 29, 2025 01:04\n\nLogo\n\nBridge stays closed to lorries\n\n"
        "By Noor Haddad June 5, 2024\n\n" + "\n\n".join(WORDS)
    )

    read = read_plain_text(text, seen_on=SEEN_ON)

    assert read.text == text
    assert read.title is not None
    assert read.title.value == "Bridge stays closed to lorries"
    assert read.byline is not None
    assert read.byline.value == "Noor Haddad"
    assert (day(read.published), read.updated) == ("2024-06-05", None)
    assert [day(seen) for seen in read.seen_dates] == ["2025-03-29"]


def test_a_text_says_itself_that_it_was_updated() -> None:
    text = (
        "# Bridge closed\n\nBy Noor Haddad\n\n" + WORDS[0] + "\n\nLast updated 6 June 2024, 11:20"
    )

    assert day(read_plain_text(text, seen_on=SEEN_ON).updated) == "2024-06-06"


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("é".encode(), None, "é"),
        ("é".encode("cp1252"), None, "é"),
        ("“é”".encode("cp1252"), "iso-8859-1", "“é”"),
        ("é".encode(), "iso-8859-1", "Ã©"),
        ("Волков".encode("windows-1251"), "windows-1251", "Волков"),
        (b"<meta charset=windows-1251>" + "Волков".encode("cp1251"), None, "Волков"),
        (b"\xef\xbb\xbf" + "é".encode(), "cp1252", "é"),
        ("é".encode("utf-16"), None, "é"),
        ("é".encode(), "no-such-charset", "é"),
        ("é".encode(), "base64", "é"),
    ],
)
def test_bytes_become_the_characters_that_were_meant(
    body: bytes, charset: str | None, text: str
) -> None:
    assert decode(body, charset).removeprefix("<meta charset=windows-1251>") == text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0\0\0",
        b"<html></html>",
        b"<html><script>document.write('words')</script></html>",
        b"<html><body>" + b"<div>" * 100_000,
        b"<!--" * 10_000,
    ],
)
def test_a_page_without_words_is_refused(body: bytes) -> None:
    with pytest.raises(FetchRefused, match="Save it from a browser"):
        read_page(body)


def test_what_could_harm_is_taken_out_of_a_page() -> None:
    html = whole(
        TITLE,
        "<article><h1>Bridge stays closed to lorries</h1>"
        + TEXT.replace("Cars", "\x1b[31mCars\u202e <script>alert(1)</script>")
        + "</article>",
    )

    read = read_page(html.encode())

    assert "\x1b" not in read.text
    assert "\u202e" not in read.text
    assert "alert" not in read.text


def test_a_page_deeply_nested_is_read_or_refused() -> None:
    html = whole(TITLE, "<div>" * 3_000 + TEXT + "</div>" * 3_000)
    try:
        read = read_page(html.encode())
    except FetchRefused:
        return
    assert WORDS[0] in read.text


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to say its peak")
def test_a_page_of_ten_megabytes_is_read_in_bounded_memory() -> None:
    program = (
        "import re\n"
        "from pathlib import Path\n"
        "from quotetrack.sources.web_pages import read_page\n"
        "from tests.sources.layouts import TEXT, WORDS, whole\n"
        "script = '<script>' + 'let a = 1;' * 900_000 + '</script>'\n"
        "page = whole(script, '<article>' + TEXT * 1_000 + '</article>').encode()\n"
        "assert WORDS[2] in read_page(page).text\n"
        # Not ru_maxrss, which a process inherits from the one that started it.
        "peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"
        "print(len(page), int(peak) // 1024)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    size, megabytes = map(int, ran.stdout.split())
    assert size > 9_000_000
    assert megabytes < 300


def test_ten_megabytes_of_words_are_no_article() -> None:
    with pytest.raises(FetchRefused, match="million characters"):
        read_page(whole("", f"<article>{TEXT * 16_000}</article>").encode())


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300) | st.text("<>/ap\"'=!-[]&;x \n", max_size=200).map(str.encode))
def test_any_bytes_are_a_page_or_refused(body: bytes) -> None:
    try:
        read_page(b"<html><body>" + body + TEXT.encode() + b"</body></html>")
    except FetchRefused:
        return
