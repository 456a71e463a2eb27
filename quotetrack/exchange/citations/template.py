"""The house template: text with {fields}, and [parts] that go where a field in them is empty."""

from typing import NamedTuple

from quotetrack.domain.errors import UsageError
from quotetrack.exchange.citations.fields import Fields

DEFAULT_TEMPLATE = (
    "{speaker}[, {role}][, for {on_behalf_of}], {said}: {wording}[ ({translation})] — "
    "{source}[ (captured {captured}[, {locator}])].[ Status: {status}.]"
)
"""What is used where config.toml gives none."""

REQUIRED = ("speaker", "wording", "status")


class TemplateError(UsageError):
    """A citation template cannot be used as it is."""

    title = "Template not understood"


class _Field(NamedTuple):
    name: str


class _Part(NamedTuple):
    """A run of the template; an optional one vanishes where a field directly in it is empty."""

    pieces: "tuple[str | _Field | _Part, ...]"


class Template:
    """A template that has been read and found sound.

    Args:
        text: fields stand in braces; what stands in square brackets is left out where one of its
            fields is empty. A doubled brace or bracket stands for itself.

    Raises:
        TemplateError: it names no such field, a bracket is not closed, or it lacks what no
            citation may be without.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._root = self._read_part(nested=False)
        missing = [name for name in REQUIRED if name not in _names(self._root)]
        if missing:
            fields = ", ".join(f"{{{name}}}" for name in missing)
            raise TemplateError(
                f"The citation template has no {fields}. Words without their speaker, or without "
                "what became of them, mislead."
            )

    def fill(self, fields: Fields) -> str:
        """The citation, on one line."""
        return _fill(self._root, fields._asdict())

    def _read_part(self, *, nested: bool) -> _Part:
        opened = self._place
        pieces: list[str | _Field | _Part] = []
        while self._place < len(self._text):
            character = self._text[self._place]
            if character == "\\":
                pieces.append(self._text[self._place + 1 : self._place + 2])
                self._place += 2
            elif character == "{":
                pieces.append(self._read_field())
            elif character == "[":
                self._place += 1
                pieces.append(self._read_part(nested=True))
            elif character == "]" and nested:
                self._place += 1
                return _Part(tuple(pieces))
            elif character in "}]":
                raise self._error(f"a “{character}” that nothing opened")
            else:
                pieces.append(character)
                self._place += 1
        if nested:
            self._place = opened - 1
            raise self._error("a “[” that is not closed")
        return _Part(tuple(pieces))

    def _read_field(self) -> _Field:
        end = self._text.find("}", self._place)
        if end < 0:
            raise self._error("a “{” that is not closed")
        name = self._text[self._place + 1 : end].strip()
        if name not in Fields._fields:
            from difflib import get_close_matches

            close = get_close_matches(name, Fields._fields, n=1)
            hint = f" Did you mean {{{close[0]}}}?" if close else ""
            raise TemplateError(
                f"The citation template has a field {{{name}}}, which there is not.{hint} "
                f"Fields are {', '.join(Fields._fields)}."
            )
        self._place = end + 1
        return _Field(name)

    def _error(self, what: str) -> TemplateError:
        return TemplateError(
            f"The citation template has, at character {self._place + 1}, {what}. "
            "A backslash before a bracket or brace prints it."
        )


def _names(part: _Part) -> set[str]:
    names: set[str] = set()
    for piece in part.pieces:
        if isinstance(piece, _Field):
            names.add(piece.name)
        elif isinstance(piece, _Part):
            names |= _names(piece)
    return names


def _fill(part: _Part, values: dict[str, str]) -> str:
    filled = []
    for piece in part.pieces:
        if isinstance(piece, str):
            filled.append(piece)
        elif isinstance(piece, _Field):
            filled.append(values[piece.name])
        elif all(values[each.name] for each in piece.pieces if isinstance(each, _Field)):
            filled.append(_fill(piece, values))
    return "".join(filled)
