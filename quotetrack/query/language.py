"""The search language: reads what a user typed into terms, or says which part it cannot read."""

from typing import NamedTuple

from quotetrack.domain.errors import QueryError
from quotetrack.domain.vocabulary import DENIALS, EventType, Status
from quotetrack.query.periods import EXAMPLES, PeriodNotUnderstood, parse_period

MOST_CHARACTERS = 2_000
MOST_TERMS = 64

FIELDS = ("speaker", "status", "said")
STATUS_VALUES = (*(status.value for status in Status), *sorted(denial.value for denial in DENIALS))
"""What `status:` takes; a hyphen may stand for the underscore."""

_QUOTE_MARKS = '"“”„'


class Words(NamedTuple):
    """Words in this order in the wording; with `prefix` the last one may be unfinished."""

    start: int
    end: int
    negated: bool
    text: str
    prefix: bool


class SpeakerField(NamedTuple):
    """A speaker one of whose spellings has words that begin with these."""

    start: int
    end: int
    negated: bool
    name: str


class StatusField(NamedTuple):
    """A status; a denial of one kind stands for a status that comes from such an act."""

    start: int
    end: int
    negated: bool
    value: Status | EventType


class SaidField(NamedTuple):
    """Days, "YYYY-MM-DD", both inclusive, one of which may be open (None)."""

    start: int
    end: int
    negated: bool
    first: str | None
    last: str | None


Term = Words | SpeakerField | StatusField | SaidField
"""One condition of a search.

Each has `start` and `end`, the offsets of its first character and behind its last in what was
typed, and `negated`: only what does not meet it is found.
"""


class Query(NamedTuple):
    """A search as its terms, all of which have to be met; without terms it finds everything."""

    terms: tuple[Term, ...]


def parse_query(text: str) -> Query:
    """Read a search: words, "phrases", speaker:, status: and said:, each with a minus or without.

    A word is whole unless it ends the text, where it may be unfinished, or ends in `*`. A mark of
    quotation that is not closed yet is taken to close at the end. What holds neither a letter nor
    a digit is passed over.

    Raises:
        QueryError: a part cannot be read; start and end say which.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            f"The search is too long: it may have {MOST_CHARACTERS} characters.",
            MOST_CHARACTERS,
            len(text),
        )
    terms: list[Term] = []
    position = 0
    while position < len(text):
        if _parts_terms(text[position]):
            position += 1
            continue
        term, position = _read_term(text, position)
        if term is not None:
            terms.append(term)
        if len(terms) > MOST_TERMS:
            raise QueryError(
                f"The search has too many parts: it may have {MOST_TERMS}.",
                terms[-1].start,
                len(text),
            )
    return Query(tuple(terms))


def _read_term(text: str, start: int) -> tuple[Term | None, int]:
    """The term that begins at `start`, None where it asks for nothing, and the offset behind it."""
    negated = text[start] == "-"
    position = start + 1 if negated else start
    name_end = position
    while name_end < len(text) and text[name_end].isascii() and _in_field_name(text[name_end]):
        name_end += 1
    if position < name_end < len(text) and text[name_end] == ":":
        value, end, _ = _read_value(text, name_end + 1)
        name = text[position:name_end].lower()
        if name in FIELDS:
            return _read_field(name, value, start, end, negated), end
        if value:
            raise _no_such_field(text[position:name_end], value, start, end)
    value, end, complete = _read_value(text, position)
    if not any(character.isalnum() for character in value):
        return None, max(end, start + 1)
    quoted = text[position] in _QUOTE_MARKS
    starred = not quoted and value.endswith("*")
    unfinished = end == len(text) and not complete and not negated
    return Words(start, end, negated, value, starred or unfinished), end


def _read_value(text: str, start: int) -> tuple[str, int, bool]:
    """A word or quoted words, the offset behind them, and whether a closing mark ends them."""
    if start < len(text) and text[start] in _QUOTE_MARKS:
        end = start + 1
        while end < len(text) and text[end] not in _QUOTE_MARKS:
            end += 1
        closed = end < len(text)
        return text[start + 1 : end], end + 1 if closed else end, closed
    end = start
    while end < len(text) and not _parts_terms(text[end]) and text[end] not in _QUOTE_MARKS:
        end += 1
    return text[start:end], end, False


def _read_field(name: str, value: str, start: int, end: int, negated: bool) -> Term:
    if name == "speaker":
        if not any(character.isalnum() for character in value):
            raise QueryError(
                'speaker: needs a name right behind it, as in speaker:volkov or speaker:"ann lee".',
                start,
                end,
            )
        return SpeakerField(start, end, negated, value)
    if name == "status":
        return StatusField(start, end, negated, _read_status(value, start, end))
    if not value:
        raise QueryError(f"said: needs a date right behind it, as in {EXAMPLES}.", start, end)
    try:
        first, last = parse_period(value.strip())
    except PeriodNotUnderstood as problem:
        raise QueryError(f"said: {problem}", start, end) from None
    return SaidField(start, end, negated, first, last)


def _read_status(value: str, start: int, end: int) -> Status | EventType:
    wanted = value.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted in tuple(Status):
        return Status(wanted)
    if wanted in tuple(DENIALS):
        return EventType(wanted)
    if not wanted:
        problem = "status: needs a word right behind it."
    else:
        problem = f"status: takes no '{value}'."
    guess = _nearest(wanted, STATUS_VALUES)
    advice = f"Did you mean {guess}?" if guess else f"It takes {', '.join(STATUS_VALUES)}."
    raise QueryError(f"{problem} {advice}", start, end)


def _no_such_field(name: str, value: str, start: int, end: int) -> QueryError:
    guess = _nearest(name.lower(), FIELDS)
    if guess:
        advice = f"Did you mean {guess}:?"
    else:
        known = ", ".join(f"{field}:" for field in FIELDS)
        advice = f'There are {known}; to search for the words themselves, write "{name}:{value}".'
    return QueryError(f"There is no '{name}:'. {advice}", start, end)


def _nearest(typed: str, choices: tuple[str, ...]) -> str | None:
    # Imported when something was mistyped: every search would pay for it.
    from difflib import get_close_matches

    matches = get_close_matches(typed, choices, n=1)
    return matches[0] if matches else None


def _parts_terms(character: str) -> bool:
    # A control character is no part of any word, here as in the search index.
    return character.isspace() or not character.isprintable()


def _in_field_name(character: str) -> bool:
    return character.isalpha() or character in "_-"
