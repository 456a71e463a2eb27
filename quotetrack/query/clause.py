"""Turns a search into what SQLite runs: an FTS5 MATCH string and conditions on statement.

Everything that can be is a term of the index. The index may let too much through, where a time
or very many speakers are asked for; then a condition on the row decides.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from quotetrack.domain.search_terms import term as index_term
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import DENIALS, Visibility
from quotetrack.query.fields import UNREVIEWED
from quotetrack.query.period_terms import touching, within
from quotetrack.query.terms import Group, Name, Period, Query, Term, Value, Words

MOST_NAMED_IN_MATCH = 1_500
"""So many speakers, outlets or labels are looked for in the index; more are compared by row."""

FEW_NAMED = 100
"""More than these are compared by row where something else finds the rows: each costs a look."""

MOST_ROLE_WORDS = 100
LONGEST_KEPT_BEGINNING = 3
"""The index keeps beginnings of words of so many letters, and gathers longer ones as it goes."""

FindNamed = Callable[[str, str], Sequence[int | str]]
"""What a field and a typed name mean: ids of speakers, outlets or labels; words of roles."""

_OFF_RECORD = f'tags : "{index_term("v", Visibility.OFF_RECORD)}"'
_OPEN = f'tags : "{index_term("v", Visibility.OPEN)}"'
_OVERLAPS = (
    "(coalesce(statement.said_from, statement.said_to) IS NOT NULL"
    " AND coalesce(substr(statement.said_from, 1, 10) <= ?, 1)"
    " AND coalesce(substr(statement.said_to, 1, 10) >= ?, 1))"
)
_IN_INDEX = (
    "EXISTS (SELECT 1 FROM statement_search"
    " WHERE statement_search MATCH ? AND statement_search.rowid = statement.date_key)"
)
_FIRST_DAY = "0001-01-01"
_LAST_DAY = "9999-12-31"
_LETTERS = {"speaker": "s", "outlet": "o", "tag": "g", "event": "e", "form": "f", "is": "w"}
_NAMED_BY_ROW = {
    # A plus keeps the planner from beginning with all rows of these, which it would have to sort.
    "speaker": "+statement.speaker_id IN (SELECT value FROM json_each(?))",
    "outlet": "+statement.id IN (SELECT quote.statement_id"
    " FROM quote JOIN article ON article.id = quote.article_id"
    " WHERE article.outlet_id IN (SELECT value FROM json_each(?)))",
    "tag": "+statement.id IN (SELECT statement_id FROM statement_tag"
    " WHERE tag_id IN (SELECT value FROM json_each(?)))",
}


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


class _Test(NamedTuple):
    """SQL that holds for a statement or does not, and its parameters."""

    sql: str
    parameters: tuple[str, ...] = ()


class _Found(NamedTuple):
    """What finds a term, or several that have all to be met.

    Attributes:
        wanted: what the index has to have of a statement.
        unwanted: what it must not have.
        tests: what the row has to pass besides, where the index lets too much through.
        alone: the tests would decide without the index.
        sure: what in the index only statements have that pass the tests.
        instead: a test that would do without the index, which has to look in many places.
        empty: no statement can be found.
    """

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    tests: tuple[_Test, ...] = ()
    alone: bool = False
    sure: tuple[str, ...] = ()
    instead: _Test | None = None
    empty: bool = False

    @property
    def match(self) -> str | None:
        """The string for MATCH; None where the index tells nothing."""
        if not self.wanted and not self.unwanted:
            return None
        wanted, words = self.wanted or (_OPEN,), tuple[str, ...]()
        if self.unwanted and sum(map(_is_filter, wanted)) > 1:
            # The parts of one AND are walked in step, and a frequent word has most places to go.
            # What stands in front of a NOT is found first, and words are looked up in that.
            words = tuple(part for part in wanted if not _is_filter(part))
            wanted = tuple(filter(_is_filter, wanted))
        found = _joined("AND", wanted)
        if self.unwanted:
            found = f"({found}) NOT ({_joined('OR', self.unwanted)})"
        return _joined("AND", (found, *words))


_NOTHING = _Found(empty=True)


def build_clause(query: Query, find_named: FindNamed) -> Clause:
    """What finds the statements that a search asks for, and that may be shown.

    This is the one place where a search is kept from off-record statements.
    """
    found = _all_of(query.terms, find_named)
    if found.empty:
        return Clause(None, (), (), empty=True)
    tests = found.tests
    if found.match is None or tests:
        tests = (_Test(visible_rows("statement")), *tests)
    if found.match is not None:
        # Few statements are off the record: to pass over them costs a twentieth of looking for
        # each hit among the many that are not.
        found = found._replace(unwanted=(_OFF_RECORD, *found.unwanted))
    return Clause(
        found.match,
        tuple(test.sql for test in tests),
        tuple(value for test in tests for value in test.parameters),
    )


def visible_rows(statement: str) -> str:
    """SQL that holds for the statements that lists may show; `statement` is the table's alias."""
    return f"{statement}.visibility = '{Visibility.OPEN}'"


def reaches_beyond(query: Query, earliest: str | None, latest: str | None) -> bool:
    """Whether an interval of days or moments is wider than the days that a search asks for."""
    for term in query.terms:
        if isinstance(term, Period) and not term.negated:
            if term.first is not None and (earliest is None or earliest[:10] < term.first):
                return True
            if term.last is not None and (latest is None or latest[:10] > term.last):
                return True
    return False


def _all_of(terms: Iterable[Term], find_named: FindNamed) -> _Found:
    found = [_of_term(term, find_named) for term in terms]
    if any(each.empty for each in found):
        return _NOTHING
    if len(found) == 1:
        return found[0]
    rows_are_found = any(each.wanted and each.instead is None for each in found)
    # Those who spoke are tested first: the index of open statements has them, and no row is read.
    tests: list[_Test] = []
    for place, each in enumerate(found):
        if each.instead is not None and rows_are_found:
            tests.append(each.instead)
            found[place] = _Found(alone=True)
        rows_are_found = rows_are_found or bool(each.wanted)
    return _Found(
        tuple(part for each in found for part in each.wanted),
        tuple(part for each in found for part in each.unwanted),
        (*tests, *(test for each in found for test in each.tests)),
        alone=all(each.alone for each in found),
    )


def _of_term(term: Term, find_named: FindNamed) -> _Found:
    match term:
        case Words():
            star = "*" if term.prefix else ""
            found = _Found((f"{{text quoted}} : {_quoted(term.text)}{star}",))
        case Name():
            found = _of_name(term, find_named)
        case Value():
            found = _Found((_of_value(term.field, term.value),))
        case Period():
            found = _Found(
                (_tags(touching(term.first, term.last)),),
                tests=(_Test(_OVERLAPS, (term.last or _LAST_DAY, term.first or _FIRST_DAY)),),
                alone=True,
                sure=(_tags(terms),) if (terms := within(term.first, term.last)) else (),
            )
        case Group():
            found = _any_of([_all_of(each, find_named) for each in term.alternatives])
    return _negated(found) if term.negated else found


def _of_name(term: Name, find_named: FindNamed) -> _Found:
    if term.field == "role":
        return _of_role(fold_name(term.text).split(), find_named)
    named = find_named(term.field, term.text)
    if not named:
        return _NOTHING
    listed = f"[{','.join(map(str, named))}]"
    test = _Test(f"({_NAMED_BY_ROW[term.field]})", (listed,))
    if len(named) > MOST_NAMED_IN_MATCH:
        return _Found(tests=(test,), alone=True)
    match = _tags(f'"{_LETTERS[term.field]}{identifier}"' for identifier in named)
    return _Found((match,), instead=test if len(named) > FEW_NAMED else None)


def _of_role(beginnings: list[str], find_named: FindNamed) -> _Found:
    wanted = []
    for beginning in beginnings:
        words: Sequence[int | str] = ()
        if len(beginning) >= LONGEST_KEPT_BEGINNING:
            words = find_named("role", beginning)
            if not words:
                return _NOTHING
        if 0 < len(words) <= MOST_ROLE_WORDS:
            wanted.append(_tags(f'"r{word}"' for word in words))
        else:
            wanted.append(f'tags : "r{beginning}"*')
    return _Found(tuple(wanted)) if wanted else _NOTHING


def _of_value(field: str, value: str) -> str:
    match field:
        case "status":
            # Of the acts of a statement one gives the status: it has a term of its own.
            return _tags([f'"{index_term("a" if value in DENIALS else "t", value)}"'])
        case "has":
            return _tags([f'"{index_term("h", value)}"'])
        case "is" if value == "unreviewed":
            return _tags(f'"{index_term("w", stage)}"' for stage in UNREVIEWED)
        case _:
            return _tags([f'"{index_term(_LETTERS[field], value)}"'])


def _any_of(alternatives: list[_Found]) -> _Found:
    found = [each for each in alternatives if not each.empty]
    if len(found) < 2:
        return found[0] if found else _NOTHING
    matches = tuple(each.match for each in found if each.match is not None)
    wanted = (_joined("OR", matches),) if len(matches) == len(found) else ()
    if not any(each.tests for each in found):
        return _Found(wanted)
    whole = [_whole_test(each) for each in found]
    return _Found(wanted, tests=(_joined_tests("OR", whole),), alone=True)


def _negated(found: _Found) -> _Found:
    if found.empty:
        return _Found()
    if found.instead is not None:
        return _Found(
            tests=(_Test(f"NOT {found.instead.sql}", found.instead.parameters),), alone=True
        )
    if not found.tests:
        return _NOTHING if found.match is None else _Found(unwanted=(found.match,))
    test = _whole_test(found)
    return _Found(
        unwanted=found.sure, tests=(_Test(f"NOT {test.sql}", test.parameters),), alone=True
    )


def _whole_test(found: _Found) -> _Test:
    """A test that decides without what the index has found already."""
    tests = list(found.tests)
    if not found.alone and found.match is not None:
        tests.append(_Test(_IN_INDEX, (found.match,)))
    return _joined_tests("AND", tests or [_Test("1")])


def _joined_tests(operator: str, tests: list[_Test]) -> _Test:
    return _Test(
        f"({f' {operator} '.join(test.sql for test in tests)})",
        tuple(value for test in tests for value in test.parameters),
    )


def _is_filter(part: str) -> bool:
    return part.startswith("tags :")


def _tags(terms: Iterable[str]) -> str:
    return f"tags : ({' OR '.join(terms)})"


def _joined(operator: str, parts: tuple[str, ...]) -> str:
    return parts[0] if len(parts) == 1 else f" {operator} ".join(f"({part})" for part in parts)


def _quoted(text: str) -> str:
    """A string of FTS5's language, in which a mark of quotation is doubled.

    A NUL would end the whole search, and half a surrogate pair cannot be handed over.
    """
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + plain.replace('"', '""') + '"'
