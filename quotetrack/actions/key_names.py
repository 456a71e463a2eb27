"""Names of keys: as a person writes them, as Textual calls them, as they are shown."""

import unicodedata

from quotetrack.domain.errors import UsageError

READABLE = {
    "slash": "/",
    "question_mark": "?",
    "number_sign": "#",
    "apostrophe": "'",
    "space": "Space",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PageUp",
    "pagedown": "PageDown",
    "insert": "Insert",
    "delete": "Delete",
    "backspace": "Backspace",
    "enter": "Enter",
    "escape": "Escape",
    "tab": "Tab",
    "shift": "Shift",
    "ctrl": "Ctrl",
    "alt": "Alt",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
}
"""Textual's names of keys, as a person reads them."""

MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")

NAMED = frozenset(
    {
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("insert", "delete", "backspace", "enter", "escape", "tab", "space"),
        *("slash", "backslash", "at", "minus", "plus", "underscore"),
        *(f"f{number}" for number in range(1, 25)),
    }
)
"""Keys with a name that is not the one of a character."""

SHORT = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names of characters, and what Textual calls them."""

SAME_IN_A_TERMINAL = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Keys that a terminal sends as another."""


def key_name(key: str) -> str:
    """Return Textual's name of a key as a person reads it: "ctrl+s" becomes "Ctrl+S"."""
    parts = key.split("+")
    named = [READABLE.get(part, part.upper() if part[1:].isdigit() else part) for part in parts]
    if len(parts) > 1:
        named[-1] = named[-1].upper() if len(named[-1]) == 1 else named[-1]
    return "+".join(named)


def read_keys(typed: str) -> tuple[str, ...]:
    """The keys of an entry such as "ctrl+z, U, ?", under the names that Textual gives them.

    Raises:
        UsageError: one of them is no key, or none that a terminal sends.
    """
    return tuple(dict.fromkeys(_read(part.strip()) for part in typed.split(",")))


def _read(typed: str) -> str:
    if typed == "+":
        return "plus"
    *modifiers, base = typed.split("+")
    modifiers = [modifier.strip().lower() for modifier in modifiers]
    found = _base(base.strip())
    if found is None or not set(modifiers) <= set(MODIFIERS):
        raise UsageError(f"'{typed}' is no key{_hint(typed)}")
    if modifiers == ["shift"] and len(found) == 1 and found.isalpha():
        return found.upper()
    if modifiers:
        found = found.lower()
    key = "+".join([*sorted(set(modifiers), key=MODIFIERS.index), found])
    if key in SAME_IN_A_TERMINAL:
        raise UsageError(
            f"A terminal cannot tell {key_name(key)} from {key_name(SAME_IN_A_TERMINAL[key])}. "
            "Choose another key."
        )
    return key


def _base(typed: str) -> str | None:
    """Textual's name of a key without its modifiers."""
    if len(typed) == 1:
        if typed.isalnum():
            return typed
        name = unicodedata.name(typed, "").lower().replace("-", "_").replace(" ", "_")
        return SHORT.get(name, name) or None
    name = typed.lower()
    if name in NAMED:
        return name
    for spelled in (name.replace("_", " "), name.replace("_", "-")):
        try:
            character = unicodedata.lookup(spelled)
        except KeyError:
            continue
        return _base(character) if not character.isalnum() else None
    return None


def _hint(typed: str) -> str:
    from difflib import get_close_matches

    *modifiers, base = typed.lower().split("+")
    nearest = [get_close_matches(each, MODIFIERS, n=1, cutoff=0.5) for each in modifiers]
    last = [base] if _base(base) else get_close_matches(base, sorted(NAMED), n=1)
    if last and all(nearest):
        return f". Did you mean {'+'.join([*(each[0] for each in nearest), last[0]])}?"
    return ". Keys are written like u, U, ?, f6, ctrl+z, alt+left or question_mark."
