"""JSON Lines: one JSON object a line; nested values by their path, as in "article.url"."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from quotetrack.exchange.importing.columns import NAMES
from quotetrack.exchange.importing.mapping import Mapping
from quotetrack.exchange.importing.opening import LONGEST_LINE, Lines
from quotetrack.exchange.importing.rows import Row, no_row

_Object = dict[str, Any]


class JsonLines:
    """The rows of a file in JSON Lines.

    Attributes:
        ignored: the keys of its first rows that are not used.
    """

    _LOOKED_AT = 100

    def __init__(self, lines: Lines, mapping: Mapping) -> None:
        self._lines = lines
        self._keys = [
            mapping.columns.get(name, (name,) if name not in mapping.values else (None,))
            for name in NAMES
        ]
        self._used = {str(key).partition(".")[0] for keys in self._keys for key in keys}
        self._plain = all(len(keys) == 1 and "." not in str(keys[0]) for keys in self._keys)
        self.ignored: dict[str, None] = {}

    def __iter__(self) -> Iterator[Row]:
        lines = self._lines
        loads = json.JSONDecoder(parse_constant=_no_constant).decode
        values_of = self._plain_values() if self._plain else self._values
        looked_at = 0
        for line in lines:
            number = lines.number
            if lines.too_long:
                yield no_row(number, line, f"The line is longer than {LONGEST_LINE:,} characters.")
                continue
            try:
                parsed = loads(line)
            except (ValueError, RecursionError) as error:
                if line.strip():
                    yield no_row(number, line, f"This is no JSON: {_explained(error)}.")
                continue
            if type(parsed) is not dict:
                yield no_row(number, line, "This is no JSON object, but a row is one: {...}.")
                continue
            if looked_at < self._LOOKED_AT:
                looked_at += 1
                self.ignored.update(dict.fromkeys(parsed.keys() - self._used))
            yield Row(number, values_of(parsed), line)

    def _plain_values(self) -> Callable[[_Object], list[Any]]:
        keys: list[Any] = [key for (key,) in self._keys]
        return lambda parsed: list(map(parsed.get, keys))

    def _values(self, parsed: _Object) -> list[Any]:
        return [
            _at(parsed, keys[0])
            if len(keys) == 1
            else [value for key in keys for value in _listed(_at(parsed, key))]
            for keys in self._keys
        ]


def _at(parsed: _Object, path: str | None) -> Any:
    """The value at a key, or at a path of keys parted by dots."""
    if path is None or path in parsed:
        return parsed.get(path) if path is not None else None
    value: Any = parsed
    for key in path.split("."):
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _explained(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return str(error) or "it is nested too deeply"


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")
