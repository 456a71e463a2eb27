"""The search language: reads what a user typed into terms, or says which part it cannot read."""

from collections.abc import Callable, Iterable, Mapping

from quotetrack.domain.errors import QueryError
from quotetrack.query import periods
from quotetrack.query.characters import QUOTE_MARKS, in_field_name, is_blank
from quotetrack.query.fields import FIELDS, Field, Order, Takes
from quotetrack.query.terms import Group, Name, Period, Query, Term, Value, Words

MOST_CHARACTERS = 2_000
MOST_TERMS = 64
MOST_NESTED = 8

_OR = "OR"

_PERIODS: Mapping[str, Callable[[str], periods.Days]] = {
    "said": periods.parse_period,
    "year": periods.parse_years,
    "before": periods.parse_before,
    "after": periods.parse_after,
}


def parse_query(text: str) -> Query:
    """Read a search: words, "phrases", fields, groups in brackets, each with a minus or without.

    Terms are joined by "and"; OR between two of them binds tighter. A word is whole unless it
    ends the text, where it may be unfinished, or ends in `*`. A quotation mark or bracket that
    is not closed yet is taken to close at the end. What holds neither a letter nor a digit is
    passed over.

    Raises:
        QueryError: a part cannot be read; start and end say which.
    """
    if len(text) > MOST_CHARACTERS:
        raise QueryError(
            f"The search is too long: it may have {MOST_CHARACTERS} characters.",
            MOST_CHARACTERS,
            len(text),
        )
    parser = _Parser(text)
    return Query(tuple(parser.read_terms()), parser.order)


class _Parser:
    """Reads a text from left to right."""

    def __init__(self, text: str) -> None:
        self.order = Order.NEWEST
        self._text = text
        self._position = 0
        self._depth = 0
        self._count = 0

    def read_terms(self) -> list[Term]:
        """The terms up to the end, or up to the bracket that closes a group."""
        terms: list[Term] = []
        while self._skip_blanks():
            if self._at(")"):
                if self._depth:
                    break
                self._position += 1
                continue
            alternatives = self._read_alternatives()
            if len(alternatives) == 1:
                terms.append(alternatives[0])
            elif alternatives:
                terms.append(
                    Group(
                        alternatives[0].start,
                        alternatives[-1].end,
                        False,
                        tuple((alternative,) for alternative in alternatives),
                    )
                )
        return terms

    def _read_alternatives(self) -> list[Term]:
        """A term, and those that OR joins to it."""
        term = self._read_term()
        alternatives = [] if term is None else [term]
        while alternatives and self._skip_blanks() and self._passes_or():
            if not self._skip_blanks() or self._at(")"):
                break
            term = self._read_term()
            if term is not None:
                alternatives.append(term)
        return alternatives

    def _passes_or(self) -> bool:
        behind = self._position + len(_OR)
        found = self._text.startswith(_OR, self._position) and (
            behind == len(self._text) or self._parts(behind) or self._text[behind] == "("
        )
        if found:
            self._position = behind
        return found

    def _read_term(self) -> Term | None:
        """The term that begins here, or None where it asks for nothing."""
        start = self._position
        negated = self._at("-")
        self._position += negated
        if self._at("("):
            return self._read_group(start, negated)
        field_end = self._position
        while field_end < len(self._text) and in_field_name(self._text[field_end]):
            field_end += 1
        if self._position < field_end and self._text[field_end : field_end + 1] == ":":
            typed = self._text[self._position : field_end]
            behind_minus, self._position = self._position, field_end + 1
            value, _ = self._read_value()
            if field := FIELDS.get(typed.lower()):
                self._counted(start)
                return self._read_field(field, value, start, negated)
            if value:
                raise _no_such_field(typed, value, start, behind_minus, self._position)
            self._position = behind_minus
        quoted = self._position < len(self._text) and self._text[self._position] in QUOTE_MARKS
        value, closed = self._read_value()
        if not any(character.isalnum() for character in value):
            self._position = max(self._position, start + 1)
            return None
        self._counted(start)
        starred = not quoted and value.endswith("*")
        unfinished = self._position == len(self._text) and not closed and not negated
        return Words(start, self._position, negated, value, starred or unfinished)

    def _read_group(self, start: int, negated: bool) -> Term | None:
        if self._depth == MOST_NESTED:
            raise QueryError(
                f"Brackets may stand {MOST_NESTED} deep in one another.", start, start + 1 + negated
            )
        self._position += 1
        self._depth += 1
        terms = self.read_terms()
        self._depth -= 1
        self._position += self._at(")")
        if not terms:
            return None
        return Group(start, self._position, negated, (tuple(terms),))

    def _read_value(self) -> tuple[str, bool]:
        """A word or quoted words, and whether a closing mark ends them."""
        text, start = self._text, self._position
        if start < len(text) and text[start] in QUOTE_MARKS:
            end = start + 1
            while end < len(text) and text[end] not in QUOTE_MARKS:
                end += 1
            closed = end < len(text)
            self._position = end + closed
            return text[start + 1 : end], closed
        end = start
        while end < len(text) and not self._parts(end) and text[end] not in QUOTE_MARKS:
            end += 1
        self._position = end
        return text[start:end], False

    def _read_field(self, field: Field, value: str, start: int, negated: bool) -> Term | None:
        end = self._position
        typed = value.strip()
        if not any(character.isalnum() for character in typed):
            raise QueryError(
                f"{field.name}: needs a {_needed(field)} right behind it, as in {field.example}.",
                start,
                end,
            )
        if field.takes is Takes.NAME:
            return Name(start, end, negated, field.name, typed)
        if field.takes is Takes.PERIOD:
            try:
                return Period(start, end, negated, *_PERIODS[field.name](typed))
            except periods.PeriodNotUnderstood as problem:
                better = problem.better and f"{'-' * negated}{field.name}:{problem.better}"
                raise QueryError(f"{field.name}: {problem}", start, end, better) from None
        chosen = _read_listed(field, value, start, end, negated)
        if field.name != "sort":
            return Value(start, end, negated, field.name, chosen)
        if negated:
            raise QueryError("sort: takes no minus.", start, end, f"sort:{chosen}")
        self.order = Order(chosen)
        return None

    def _counted(self, start: int) -> None:
        self._count += 1
        if self._count > MOST_TERMS:
            raise QueryError(
                f"The search has too many parts: it may have {MOST_TERMS}.", start, len(self._text)
            )

    def _skip_blanks(self) -> bool:
        """Pass over what parts terms; whether anything is left."""
        while self._position < len(self._text) and is_blank(self._text[self._position]):
            self._position += 1
        return self._position < len(self._text)

    def _at(self, character: str) -> bool:
        return self._text.startswith(character, self._position)

    def _parts(self, position: int) -> bool:
        character = self._text[position]
        return is_blank(character) or (character == ")" and self._depth > 0)


def _read_listed(field: Field, value: str, start: int, end: int, negated: bool) -> str:
    wanted = value.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted in field.values:
        return wanted
    guess = _nearest(wanted, field.values)
    advice = f"Did you mean {guess}?" if guess else f"It takes {', '.join(field.values)}."
    better = f"{'-' * negated}{field.name}:{guess}" if guess else None
    raise QueryError(f"{field.name}: takes no '{value}'. {advice}", start, end, better)


def _no_such_field(name: str, value: str, start: int, name_start: int, end: int) -> QueryError:
    minus = "-" * (name_start - start)
    guess = _nearest(name.lower(), FIELDS)
    if guess:
        quoted = f'"{value}"' if any(map(is_blank, value)) else value
        return QueryError(
            f"There is no '{name}:'. Did you mean {guess}:?",
            start,
            end,
            f"{minus}{guess}:{quoted}",
        )
    known = ", ".join(f"{field}:" for field in FIELDS)
    words = f'"{name}:{value}"'
    return QueryError(
        f"There is no '{name}:'. There are {known}; to search for the words themselves,"
        f" write {words}.",
        start,
        end,
        minus + words,
    )


def _needed(field: Field) -> str:
    return {Takes.NAME: "name", Takes.VALUE: "word", Takes.PERIOD: "date"}[field.takes]


def _nearest(typed: str, choices: Iterable[str]) -> str | None:
    # Imported when something was mistyped: every search would pay for it.
    from difflib import get_close_matches

    matches = get_close_matches(typed, list(choices), n=1)
    return matches[0] if matches else None
