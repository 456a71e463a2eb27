"""Completing a search as it is typed: fields, and the values that each of them takes."""

import calendar
from collections.abc import Iterable
from typing import NamedTuple

from quotetrack.domain.text import clean_line, fold_name
from quotetrack.query.characters import QUOTE_MARKS, is_blank
from quotetrack.query.fields import FIELDS, Takes
from quotetrack.query.typed import Typed, typed_at
from quotetrack.store.database import Reader
from quotetrack.store.reading.completion import (
    Offer,
    offer_names,
    offer_role_words,
    offer_years,
)

MOST_OFFERED = 20
"""So many completions are offered at most."""

_RANGE_MARK = ".."


class Completion(NamedTuple):
    """One way to complete a search.

    Attributes:
        start: offset of the first character that it replaces.
        end: offset behind the last one.
        insert: what stands there instead; the cursor goes behind it.
        label: what to show of it.
        detail: what it means, or how many statements it finds.
    """

    start: int
    end: int
    insert: str
    label: str
    detail: str


def completions(reader: Reader, text: str, cursor: int) -> list[Completion]:
    """How the term at the cursor can go on, the likeliest first; nothing of off-record rows.

    Without a field, the fields that begin so; behind a colon, the values of the field: listed
    ones, names with most statements first, the latest years, months of a year.
    """
    typed = typed_at(text, cursor)
    if typed is None:
        return []
    if typed.field is None:
        return _fields(typed)
    match typed.field.takes:
        case Takes.VALUE:
            found = _listed(typed)
        case Takes.PERIOD:
            found = _times(reader, typed)
        case _ if typed.field.name == "role":
            found = _role_words(reader, typed)
        case _:
            offers = offer_names(reader.connection, typed.field.name, typed.text, MOST_OFFERED)
            found = [_named(typed, offer) for offer in offers]
    return list(found)[:MOST_OFFERED]


def _fields(typed: Typed) -> list[Completion]:
    return [
        Completion(
            typed.start, typed.end, f"{typed.minus}{field.name}:", f"{field.name}:", field.meaning
        )
        for field in FIELDS.values()
        if field.name.startswith(typed.text.lower()) and not (typed.minus and field.name == "sort")
    ]


def _listed(typed: Typed) -> Iterable[Completion]:
    """Values that begin so, then those with another word that begins so."""
    assert typed.field is not None
    wanted = typed.text.lower().replace("-", "_").replace(" ", "_")
    values = typed.field.values
    first = [value for value in values if value.startswith(wanted)]
    later = [value for value in values if f"_{wanted}" in value and value not in first]
    for value in (*first, *later):
        yield _value(typed, value, value, values[value])


def _named(typed: Typed, offer: Offer) -> Completion:
    detail = " · ".join(filter(None, (clean_line(offer.role or ""), _counted(offer))))
    return _value(typed, offer.value, clean_line(offer.value), detail)


def _role_words(reader: Reader, typed: Typed) -> Iterable[Completion]:
    """The last of the words of a role, behind those that stand there."""
    *before, last = fold_name(typed.text).split() or [""]
    if last and typed.text[-1].isspace():
        before, last = [*before, last], ""
    for offer in offer_role_words(reader.connection, last, MOST_OFFERED):
        yield _value(typed, " ".join((*before, offer.value)), offer.value, _counted(offer))


def _times(reader: Reader, typed: Typed) -> Iterable[Completion]:
    """Years, and months of a year that stands there; either end of a range."""
    assert typed.field is not None
    earlier, mark, beginning = typed.text.rpartition(_RANGE_MARK)
    before = earlier + mark
    year = beginning[:4]
    if len(beginning) >= 4 and year.isdecimal() and year.isascii():
        if typed.field.name == "year":
            return []
        return [
            _value(typed, f"{before}{month}", month, calendar.month_name[number])
            for number in range(1, 13)
            if (month := f"{year}-{number:02}").startswith(beginning)
        ]
    if not all(character in "0123456789" for character in beginning):
        return []
    return [
        _value(typed, before + offer.value, offer.value, _counted(offer))
        for offer in offer_years(reader.connection, beginning, MOST_OFFERED)
    ]


def _value(typed: Typed, value: str, label: str, detail: str) -> Completion:
    assert typed.field is not None
    insert = f"{typed.minus}{typed.field.name}:{_quoted_if_needed(value)}"
    return Completion(typed.start, typed.end, insert, label, detail)


def _quoted_if_needed(value: str) -> str:
    plain = " ".join("".join(" " if each in QUOTE_MARKS else each for each in value).split())
    if any(is_blank(each) or each in "()" for each in plain):
        return f'"{plain}"'
    return plain


def _counted(offer: Offer) -> str:
    return f"{offer.statements:,} statement{'' if offer.statements == 1 else 's'}"
