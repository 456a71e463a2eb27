"""Turns a search into what SQLite runs: an FTS5 MATCH string and conditions on statement."""

from collections.abc import Callable
from typing import NamedTuple

from quotetrack.domain.vocabulary import EventType, Status, Visibility
from quotetrack.query.language import Query, SaidField, SpeakerField, StatusField, Term, Words

MOST_SPEAKERS_IN_MATCH = 100
"""So many speakers are looked for in the index; more are compared row by row."""

FindSpeakers = Callable[[str], list[int]]
"""Gives the ids of the speakers that a typed name means."""

Condition = tuple[str, tuple[str, ...]]
"""SQL on one row of `statement`, and its parameters."""

_WORDING = "{text quoted}"
_OVERLAPS = (
    "(coalesce(statement.said_from, statement.said_to) IS NOT NULL"
    " AND coalesce(substr(statement.said_from, 1, 10) <= ?, 1)"
    " AND coalesce(substr(statement.said_to, 1, 10) >= ?, 1))"
)
_FIRST_DAY = "0001-01-01"
_LAST_DAY = "9999-12-31"


class Clause(NamedTuple):
    """What to run.

    Attributes:
        match: the MATCH string for statement_search; None walks all statements.
        conditions: SQL on `statement`, all of which must hold.
        parameters: for the conditions, in order.
        empty: nothing can be found, so nothing need be run.
    """

    match: str | None
    conditions: tuple[str, ...]
    parameters: tuple[str, ...]
    empty: bool = False


def build_clause(query: Query, find_speakers: FindSpeakers) -> Clause:
    """What finds the statements that a search asks for, and that may be shown.

    This is the one place where a search is kept from off-record statements.
    """
    if not query.terms:
        return Clause(None, (visible_rows("statement"),), ())
    wanted: list[str] = []
    # Few statements are off the record: to pass over them costs a twentieth of looking for each
    # hit among the many that are not.
    unwanted = [f"tags : {_quoted(_index_term('v', Visibility.OFF_RECORD))}"]
    conditions: list[Condition] = []
    for term in query.terms:
        match, condition = _translate(term, find_speakers)
        if match is None and condition is None and not term.negated:
            return Clause(None, (), (), empty=True)
        # The index term may let more through than the condition: only the latter is turned round.
        if match is not None and not (term.negated and condition is not None):
            (unwanted if term.negated else wanted).append(match)
        if condition is not None:
            sql, parameters = condition
            conditions.append((f"NOT {sql}" if term.negated else sql, parameters))
    if not wanted:
        wanted.append(f"tags : {_quoted(_index_term('v', Visibility.OPEN))}")
    found = " AND ".join(f"({part})" for part in wanted)
    return Clause(
        f"({found}) NOT ({' OR '.join(f'({part})' for part in unwanted)})",
        tuple(sql for sql, _ in conditions),
        tuple(value for _, values in conditions for value in values),
    )


def visible_rows(statement: str) -> str:
    """SQL that holds for the statements that lists may show; `statement` is the table's alias."""
    return f"{statement}.visibility = '{Visibility.OPEN}'"


def reaches_beyond(query: Query, earliest: str | None, latest: str | None) -> bool:
    """Whether an interval of days or moments is wider than the days that a search asks for."""
    for term in query.terms:
        if isinstance(term, SaidField) and not term.negated:
            if term.first is not None and (earliest is None or earliest[:10] < term.first):
                return True
            if term.last is not None and (latest is None or latest[:10] > term.last):
                return True
    return False


def _translate(term: Term, find_speakers: FindSpeakers) -> tuple[str | None, Condition | None]:
    """An index term and a condition; both None where nothing can meet the term."""
    match term:
        case Words():
            star = "*" if term.prefix else ""
            return f"{_WORDING} : {_quoted(term.text)}{star}", None
        case SpeakerField():
            return _translate_speaker(find_speakers(term.name))
        case StatusField():
            return _translate_status(term.value)
        case SaidField():
            return None, (_OVERLAPS, (term.last or _LAST_DAY, term.first or _FIRST_DAY))


def _translate_speaker(speakers: list[int]) -> tuple[str | None, Condition | None]:
    if not speakers:
        return None, None
    if len(speakers) <= MOST_SPEAKERS_IN_MATCH:
        return f"tags : ({' OR '.join(_quoted(f's{speaker}') for speaker in speakers)})", None
    listed = f"[{','.join(str(speaker) for speaker in speakers)}]"
    return None, ("(statement.speaker_id IN (SELECT value FROM json_each(?)))", (listed,))


def _translate_status(value: Status | EventType) -> tuple[str, Condition | None]:
    if isinstance(value, Status):
        return f"tags : {_quoted(_index_term('t', value))}", None
    # The index knows all acts of a statement, not which of them gave the status.
    match = f"tags : {_quoted(_index_term('e', value))}"
    return match, ("(statement.status_event IS ?)", (value.value,))


def _index_term(letter: str, value: str) -> str:
    return letter + value.replace("_", "")


def _quoted(text: str) -> str:
    """A string of FTS5's language, in which a mark of quotation is doubled.

    A NUL would end the whole search, and half a surrogate pair cannot be handed over.
    """
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + plain.replace('"', '""') + '"'
