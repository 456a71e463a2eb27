"""The address of a source at the quote: words, seconds, pages; and what is never opened."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.exchange.source_addresses import (
    WORDS_OF_AN_END,
    at_page,
    at_second,
    at_words,
    text_directive,
    web_address,
)

PAGE = "https://harbour.example/bridge"
LONG = (
    "we have looked at every one of these forty ships and not a single one of them was ever in "
    "danger of any kind whatsoever"
)

words = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=12),
    min_size=1,
    max_size=30,
).filter(lambda each: all(len(word.split()) == 1 for word in each))


def parsed(directive: str) -> tuple[str, str, str, str]:
    """Prefix, start, end and suffix, read as the draft says a browser reads them."""
    prefix, start, end, suffix = "", "", "", ""
    terms = directive.split(",")
    if terms[0].endswith("-"):
        prefix = terms.pop(0)[:-1]
    if terms[-1].startswith("-"):
        suffix = terms.pop()[1:]
    assert 1 <= len(terms) <= 2
    start = terms[0]
    end = terms[1] if len(terms) == 2 else ""
    assert not any("-" in term or "&" in term for term in (prefix, start, end, suffix))
    return unquote(prefix), unquote(start), unquote(end), unquote(suffix)


def test_a_short_quote_is_named_whole_with_the_words_around_it() -> None:
    address = at_words(PAGE, "the bridge opens", "Ruth Ames said that ", ", not before. She")

    assert address == (
        f"{PAGE}#:~:text=Ames%20said%20that-,the%20bridge%20opens,-%2C%20not%20before."
    )


def test_a_long_quote_is_named_by_its_ends() -> None:
    prefix, start, end, suffix = parsed(str(text_directive(LONG)))

    assert (prefix, suffix) == ("", "")
    assert start == "we have looked at every"
    assert end == "danger of any kind whatsoever"


def test_a_quote_over_two_paragraphs_is_named_by_its_ends() -> None:
    _, start, end, _ = parsed(str(text_directive("It opens.\n\nIt does not.")))

    assert (start, end) == ("It opens.", "It does not.")


def test_words_of_another_paragraph_are_no_context() -> None:
    prefix, _, _, suffix = parsed(
        str(text_directive("it opens", "Bridge stays shut\n\nShe said ", ".\n\nAnother day"))
    )

    assert (prefix, suffix) == ("She said", ".")


def test_dash_comma_and_ampersand_are_encoded() -> None:
    directive = text_directive("a-b, c & d — e")

    assert directive == "a%2Db%2C%20c%20%26%20d%20%E2%80%94%20e"


def test_a_fragment_that_is_there_stays_before_the_words() -> None:
    assert at_words(f"{PAGE}#part-2", "it opens") == f"{PAGE}#part-2:~:text=it%20opens"


def test_words_named_before_are_replaced() -> None:
    assert at_words(f"{PAGE}#a:~:text=old", "it opens") == f"{PAGE}#a:~:text=it%20opens"


@pytest.mark.parametrize("blank", ["", " ", "\n\t"])
def test_no_words_leave_the_address_as_it_is(blank: str) -> None:
    assert at_words(PAGE, blank) == PAGE


def test_half_a_character_does_not_fail() -> None:
    assert at_words(PAGE, "it \ud800 opens").startswith(f"{PAGE}#:~:text=it%20")


@given(words, words, words)
def test_reading_the_directive_gives_the_words_back(
    before: list[str], quoted: list[str], after: list[str]
) -> None:
    directive = text_directive(" ".join(quoted), " ".join(before) + " ", " " + " ".join(after))

    assert directive is not None
    prefix, start, end, suffix = parsed(directive)
    assert before[-len(prefix.split()) :] == prefix.split()
    assert after[: len(suffix.split())] == suffix.split()
    if end:
        assert quoted[:WORDS_OF_AN_END] == start.split()
        assert quoted[-WORDS_OF_AN_END:] == end.split()
    else:
        assert quoted == start.split()


@given(st.text())
def test_no_text_ends_the_fragment_or_starts_another_directive(text: str) -> None:
    directive = text_directive(text, text, text) or ""

    assert re.fullmatch(r"[A-Za-z0-9%._~,-]*", directive)
    if directive:
        parsed(directive)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://media.example/talk.mp4", "https://media.example/talk.mp4#t=93"),
        ("https://media.example/talk#x&t=5", "https://media.example/talk#x&t=93"),
        ("https://www.youtube.com/watch?v=abc", "https://www.youtube.com/watch?v=abc&t=93s"),
        ("https://youtu.be/abc?t=5", "https://youtu.be/abc?t=93s"),
        ("https://vimeo.com/1234", "https://vimeo.com/1234#t=93"),
        ("https://www.twitch.tv/videos/1", "https://www.twitch.tv/videos/1?t=93s"),
        (
            "https://www.dailymotion.com/video/x1",
            "https://www.dailymotion.com/video/x1?start=93",
        ),
        ("https://youtube.com.evil.example/x", "https://youtube.com.evil.example/x#t=93"),
    ],
)
def test_a_recording_opens_at_the_second(address: str, expected: str) -> None:
    assert at_second(address, 93.7) == expected


def test_a_document_opens_at_the_page() -> None:
    assert at_page("https://a.example/r.pdf", 4) == "https://a.example/r.pdf#page=4"
    assert at_page("https://a.example/r.pdf#page=1", 4) == "https://a.example/r.pdf#page=4"
    assert at_page("https://a.example/r.pdf#zoom=50", 4) == "https://a.example/r.pdf#zoom=50&page=4"


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.example/",
        "https://",
        "https:///etc/passwd",
        " https://a.example",
        "httpsx://a.example",
        "-https://a.example",
    ],
)
def test_only_web_addresses_are_ever_opened(address: str | None) -> None:
    assert web_address(address) is None


@given(st.text())
def test_an_address_that_is_opened_holds_nothing_that_steers(rest: str) -> None:
    address = web_address(f"https://a.example/{rest}")

    assert address is not None
    assert address.isprintable()
    assert not set(address) & set(' "<>\\^`{|}')
    assert urlsplit(address).scheme == "https"
