"""Cleaning of hostile text for display, and folding of names for comparison."""

import re
import unicodedata

LONGEST_TEXT = 1_000_000

_ESCAPE_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours and cursor movements
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c|$)"  # strings
    r"|\x1b[ -/]*[0-~]?"
)
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)

_BLANKS = {ord(blank): " " for blank in "\t\n\r\x0b\x0c"}


def clean_text(text: str, limit: int = LONGEST_TEXT) -> str:
    """The text without escape sequences, control characters and overrides of direction.

    Line feeds and tabs stay; carriage returns become line feeds.

    Args:
        limit: the longest result, in code points.
    """
    text = text[: limit * 2].replace("\r\n", "\n").replace("\r", "\n")
    if "\x1b" in text or not text.isascii():
        text = _ESCAPE_SEQUENCE.sub("", text)
    return _UNWANTED.sub("", text)[:limit]


def clean_line(text: str, limit: int = LONGEST_TEXT) -> str:
    """The text cleaned and on one line, each run of white space made one space."""
    return " ".join(clean_text(text, limit).split())


def clean_in_place(text: str) -> str:
    """The text for display, character for character, so that offsets into it stay the same.

    What clean_text would drop shows as a replacement character; white space as a blank.
    """
    return _UNWANTED.sub("\ufffd", text.translate(_BLANKS))


def fold_name(name: str) -> str:
    """The name in a form for comparison: casefolded, without diacritics and punctuation."""
    decomposed = unicodedata.normalize("NFKD", clean_line(name))
    # Letters of other shapes decompose to capitals, and capitals fold to letters that decompose.
    folded = unicodedata.normalize("NFKD", decomposed.casefold())
    kept = (c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def shorten(text: str, length: int) -> str:
    """The text on one line, at most `length` characters, cut at a word and marked with "…"."""
    line = clean_line(text)
    if len(line) <= length:
        return line
    cut = line[: max(length - 1, 0)]
    head, gap, _ = cut.rpartition(" ")
    if gap and len(head) > length // 2:
        cut = head
    return cut.rstrip() + "…"
