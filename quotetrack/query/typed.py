"""What somebody is typing: the term of an unfinished search in which the cursor stands."""

from typing import NamedTuple

from quotetrack.query.characters import QUOTE_MARKS, in_field_name, is_blank
from quotetrack.query.fields import FIELDS, Field


class Typed(NamedTuple):
    """The term at the cursor, as far as it goes.

    Attributes:
        start: offset of its first character.
        end: offset behind its last one, which may lie behind the cursor.
        minus: "-" where it begins so, else "".
        field: its field; None where there is none yet.
        text: what stands between its beginning, or the colon, and the cursor; no quotation mark.
    """

    start: int
    end: int
    minus: str
    field: Field | None
    text: str


def typed_at(text: str, cursor: int) -> Typed | None:
    """The term in which the cursor stands; None within quoted words and behind no field of ours."""
    position = 0
    while position < len(text):
        if is_blank(text[position]) or text[position] in "()":
            if position >= cursor:
                break
            position += 1
            continue
        typed, is_complete = _term_from(text, position, cursor)
        if typed.end >= cursor:
            return None if is_complete else typed
        position = typed.end
    return Typed(cursor, cursor, "", None, "")


def _term_from(text: str, start: int, cursor: int) -> tuple[Typed, bool]:
    """The term that begins here, and whether nothing can complete it."""
    minus = "-" if text[start] == "-" else ""
    value = name_end = start + len(minus)
    while name_end < len(text) and in_field_name(text[name_end]):
        name_end += 1
    field = None
    colon = value < name_end < cursor and text.startswith(":", name_end)
    if colon:
        field = FIELDS.get(text[value:name_end].lower())
        value = name_end + 1
    end = _end_of_value(text, value)
    before = text[value : max(value, min(cursor, end))]
    quoted = text[value : value + 1] in tuple(QUOTE_MARKS)
    typed = Typed(start, end, minus, field, before.strip(QUOTE_MARKS))
    return typed, field is None and (colon or quoted)


def _end_of_value(text: str, start: int) -> int:
    quoted = start < len(text) and text[start] in QUOTE_MARKS
    end = start + quoted
    while end < len(text):
        if text[end] in QUOTE_MARKS:
            return end + quoted
        if not quoted and (is_blank(text[end]) or text[end] == ")"):
            return end
        end += 1
    return end
