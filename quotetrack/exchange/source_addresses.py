"""The address of a source at the quote: a text fragment, a second of a recording, a page.

Text fragments are those of the WICG draft "URL Fragment Text Directives"; seconds are those of
W3C Media Fragments, or what a well known host of videos understands; pages those of RFC 8118.
"""

import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

LONGEST_WHOLE = 100
"""A longer quote is named by its first and last words."""

WORDS_OF_AN_END = 5
WORDS_OF_CONTEXT = 3

_DIRECTIVE = ":~:"
_WEB_ADDRESS = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_NEVER_BARE = frozenset(' "<>\\^`{|}')


def web_address(recorded: str | None) -> str | None:
    """The address as it may be opened, or None: only http and https ever are.

    What could end an address, or hide a part of it, is percent-encoded.
    """
    if recorded is None or not _WEB_ADDRESS.match(recorded):
        return None
    return "".join(
        quote(character, safe="", errors="replace")
        if character in _NEVER_BARE or not character.isprintable()
        else character
        for character in recorded
    )


def at_second(address: str, seconds: float) -> str:
    """The address of a recording at this second."""
    second = max(int(seconds), 0)
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host in ("youtube.com", "music.youtube.com", "youtu.be"):
        return _with_parameter(address, "t", f"{second}s")
    if host == "twitch.tv":
        return _with_parameter(address, "t", f"{second}s")
    if host == "dailymotion.com":
        return _with_parameter(address, "start", str(second))
    return _with_fragment_parameter(address, "t", str(second))


def at_page(address: str, page: int) -> str:
    """The address of a document at this page."""
    return _with_fragment_parameter(address, "page", str(page))


def at_words(address: str, words: str, before: str = "", after: str = "") -> str:
    """The address of a page at these words.

    Args:
        words: the words as the page has them; of long ones only both ends are named.
        before: the text just before them, of which the last words of their line are named.
        after: the text just after them, of which the first words are named.
    """
    directive = text_directive(words, before, after)
    if directive is None:
        return address
    page, _, fragment = address.partition("#")
    return f"{page}#{fragment.partition(_DIRECTIVE)[0]}{_DIRECTIVE}text={directive}"


def text_directive(words: str, before: str = "", after: str = "") -> str | None:
    """The value of `text=`: `[prefix-,]start[,end][,-suffix]`; None where there are no words."""
    lines = [line.split() for line in words.splitlines() if line.strip()]
    if not lines:
        return None
    first, last = lines[0], lines[-1]
    whole = " ".join(first)
    if len(lines) > 1:
        start, end = first[:WORDS_OF_AN_END], last[-WORDS_OF_AN_END:]
    elif len(whole) > LONGEST_WHOLE and len(first) >= 2 * WORDS_OF_AN_END:
        start, end = first[:WORDS_OF_AN_END], first[-WORDS_OF_AN_END:]
    else:
        start, end = first, []
    prefix = _last_line(before).split()[-WORDS_OF_CONTEXT:]
    suffix = _first_line(after).split()[:WORDS_OF_CONTEXT]
    parts = [f"{_encode(prefix)}-"] if prefix else []
    parts.append(_encode(start))
    if end:
        parts.append(_encode(end))
    if suffix:
        parts.append(f"-{_encode(suffix)}")
    return ",".join(parts)


def _encode(words: list[str]) -> str:
    """Words as a term: the dash, comma and ampersand have a meaning of their own there."""
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")


def _last_line(text: str) -> str:
    """What stands before the quote in its own block; a browser matches within one."""
    return re.split(r"[\n\r]", text)[-1]


def _first_line(text: str) -> str:
    return re.split(r"[\n\r]", text)[0]


def _with_parameter(address: str, name: str, value: str) -> str:
    parts = urlsplit(address)
    others = [each for each in parse_qsl(parts.query, keep_blank_values=True) if each[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*others, (name, value)])))


def _with_fragment_parameter(address: str, name: str, value: str) -> str:
    page, _, fragment = address.partition("#")
    others = [
        part
        for part in fragment.partition(_DIRECTIVE)[0].split("&")
        if part and part.partition("=")[0] != name
    ]
    return f"{page}#{'&'.join([*others, f'{name}={value}'])}"
