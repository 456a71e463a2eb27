"""The search terms of a statement: what filters look for in the index, one token each."""

from collections.abc import Iterable
from typing import NamedTuple

from quotetrack.domain.text import fold_name

CONTRADICTION_TERM = "hcontradiction"
"""Of statements with a contradiction that nobody has dismissed."""

NOTE_TERM = "hnote"
"""Of statements with a note."""

LONG_IN_YEARS = "ylong"
"""Of statements dated too wide to have a term for each year; their row says what they touch."""

LONG_IN_MONTHS = "mlong"
"""Of statements dated too wide to have a term for each month."""

MOST_YEARS = 10
MOST_MONTHS = 12


class Searchable(NamedTuple):
    """What the search terms of a statement depend on, as plain values.

    Attributes:
        said_from: first possible moment, ISO 8601; None where unknown.
        said_to: last possible moment, ISO 8601; None where unknown.
        status_event: the accepted act that gave the status.
        role_title: the speaker's title at the time.
        role_organisation: whose title it is.
        events: types of the accepted events.
        tags: ids of the desk's labels.
        forms: forms of the quotes.
        outlets: ids of the outlets that published the quotes.
        contradicted: has a contradiction that nobody has dismissed.
        noted: has a note.
    """

    speaker_id: int
    status: str
    visibility: str
    workflow: str
    said_from: str | None = None
    said_to: str | None = None
    status_event: str | None = None
    role_title: str | None = None
    role_organisation: str | None = None
    events: Iterable[str] = ()
    tags: Iterable[int] = ()
    forms: Iterable[str] = ()
    outlets: Iterable[int] = ()
    contradicted: bool = False
    noted: bool = False


def term(prefix: str, value: str | int) -> str:
    """A search term: one token of letters and digits, such as "s42" or "tnolaterevent"."""
    return f"{prefix}{value}".replace("_", "")


def search_terms(statement: Searchable) -> str:
    """The terms of a statement, parted by blanks; the same values always give the same text.

    s speaker, t status, v visibility, w workflow, a act that gave the status, e event, g label,
    f form of a quote, o outlet of a quote, r word of the role, h something that it has,
    y year and m month that the time it was said at touches.
    """
    terms = [
        term("s", statement.speaker_id),
        term("t", statement.status),
        term("v", statement.visibility),
        term("w", statement.workflow),
    ]
    if statement.status_event is not None:
        terms.append(term("a", statement.status_event))
    terms += sorted({term("e", event) for event in statement.events})
    terms += [term("g", tag) for tag in sorted(set(statement.tags))]
    terms += sorted({term("f", form) for form in statement.forms})
    terms += [term("o", outlet) for outlet in sorted(set(statement.outlets))]
    role = f"{statement.role_title or ''} {statement.role_organisation or ''}"
    terms += [term("r", word) for word in dict.fromkeys(fold_name(role).split())]
    if statement.contradicted:
        terms.append(CONTRADICTION_TERM)
    if statement.noted:
        terms.append(NOTE_TERM)
    terms += _terms_of_time(statement.said_from, statement.said_to)
    return " ".join(terms)


def year_term(year: int) -> str:
    """The term of a year, "y2022"."""
    return f"y{year:04}"


def month_term(month: int) -> str:
    """The term of a month, counted from January of year 0: "m202212"."""
    return f"m{month // 12:04}{month % 12 + 1:02}"


def month_number(day: str) -> int:
    """The month of a day or moment, counted from January of year 0.

    Raises:
        ValueError: the text does not begin with a year and a month.
    """
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _terms_of_time(earliest: str | None, latest: str | None) -> list[str]:
    if earliest is None and latest is None:
        return []
    try:
        first, last = month_number(earliest or ""), month_number(latest or "")
    except ValueError:
        # Open at one end, or no date at all.
        return [LONG_IN_YEARS, LONG_IN_MONTHS]
    years = range(first // 12, last // 12 + 1)
    months = range(first, last + 1)
    return [
        *([LONG_IN_YEARS] if len(years) > MOST_YEARS else map(year_term, years)),
        *([LONG_IN_MONTHS] if len(months) > MOST_MONTHS else map(month_term, months)),
    ]
