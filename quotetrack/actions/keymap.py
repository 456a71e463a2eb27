"""The key map: own keys laid over those of the registry, and the conflicts between them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quotetrack.actions.key_names import key_name, read_keys
from quotetrack.actions.registry import (
    ACTIONS,
    ARTICLE,
    BROWSE,
    BY_NAME,
    CONTRADICTIONS,
    EVERYWHERE,
    INBOX,
    SCOPES,
    SPEAKER,
    Action,
)
from quotetrack.actions.registry.action import TOGETHER

MOVING = frozenset(
    {
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "ctrl+d", "ctrl+u"),
        *("j", "k", "g", "G", "space", "enter", "tab", "shift+tab", "escape"),
    }
)
"""What panes move with, before any action is asked."""

FIXED = frozenset({"ctrl+c", "ctrl+q", "ctrl+p", "ctrl+s", "ctrl+n", "ctrl+e", "f1"})
"""What the terminal, the palette and forms need."""

_MARKING = frozenset({"J", "K", "shift+up", "shift+down"})

MOVING_IN = {
    BROWSE: _MARKING,
    SPEAKER: _MARKING,
    CONTRADICTIONS: frozenset({"f", "b"}),
    INBOX: frozenset({"f"}),
    ARTICLE: frozenset(
        {
            *("left_parenthesis", "right_parenthesis", "left_curly_bracket", "right_curly_bracket"),
            *("ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end", "shift+up", "shift+down"),
            *("shift+left", "shift+right", "shift+home", "shift+end", "shift+pageup"),
            *("shift+pagedown", "ctrl+shift+left", "ctrl+shift+right", "ctrl+shift+home"),
            "ctrl+shift+end",
        }
    ),
}
"""What moves, narrows or marks the view on some screens only."""


class Conflict(NamedTuple):
    """An own key that cannot hold.

    Attributes:
        action: the action that was to have it.
        key: the key, as Textual names it.
        taken_by: the title of the action that has it, or what else it is for.
        where: in what place both would be asked.
        kept: the keys that the action keeps.
    """

    action: str
    key: str
    taken_by: str
    where: str
    kept: tuple[str, ...]

    def __str__(self) -> str:
        title = BY_NAME[self.action].title
        kept = ", ".join(key_name(key) for key in self.kept)
        return (
            f"{key_name(self.key)} cannot be '{title}' ({self.action}): "
            f"it is {self.taken_by}, {self.where}. '{title}' keeps {kept}."
        )


class KeyMap(NamedTuple):
    """The keys that hold.

    Attributes:
        keys: the keys of every action, by its name.
        conflicts: own keys that were not taken, and why.
    """

    keys: dict[str, tuple[str, ...]]
    conflicts: tuple[Conflict, ...]

    @property
    def changed(self) -> dict[str, str]:
        """What differs from the registry, as Textual wants it: keys parted by commas."""
        return {
            name: ",".join(keys)
            for name, keys in self.keys.items()
            if keys != default_keys(BY_NAME[name])
        }


def default_keys(action: Action) -> tuple[str, ...]:
    """The keys that the registry gives an action."""
    return tuple(key.strip() for key in action.key.split(","))


def key_map(own: Mapping[str, str]) -> KeyMap:
    """Lay own keys over the registry.

    An own key that another action has in the same place is not taken: its action keeps the keys
    of the registry, so that nothing becomes unreachable. Where two own keys are the same, the
    action that the registry names first gets it. Two actions may exchange their keys.

    Args:
        own: keys by the name of their action, as the configuration has them.

    Raises:
        UsageError: a key has no meaning.
    """
    keys = {action.name: default_keys(action) for action in ACTIONS}
    keys.update(
        (action.name, read_keys(own[action.name])) for action in ACTIONS if action.name in own
    )
    conflicts: list[Conflict] = []
    while (conflict := _first_conflict(keys)) is not None:
        conflicts.append(conflict)
        keys[conflict.action] = conflict.kept
    return KeyMap(keys, tuple(conflicts))


def _first_conflict(keys: Mapping[str, tuple[str, ...]]) -> Conflict | None:
    """The first own key that cannot hold; a key of the registry always can."""
    for action in reversed(ACTIONS):
        default = default_keys(action)
        if keys[action.name] == default:
            continue
        for key in keys[action.name]:
            taken = _taken(action, key, keys)
            if taken is not None:
                return Conflict(action.name, key, *taken, default)
    return None


def _taken(action: Action, key: str, keys: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    """What has a key where the action works, and where that is."""
    if key not in default_keys(action):
        if key in FIXED:
            return "kept for the terminal, the palette or forms", "everywhere"
        if key in MOVING:
            return "what panes move with", "everywhere"
        place = meeting(action.scopes, moved_with_in(key))
        if place is not None:
            return "what moves or narrows the view", place
    for other in ACTIONS:
        if other is not action and key in keys[other.name]:
            place = meeting(action.scopes, other.scopes)
            if place is not None:
                return f"'{other.title}' ({other.name})", place
    return None


def moved_with_in(key: str) -> tuple[str, ...]:
    """The scopes of the screens that move with a key, besides those that all screens move with."""
    return tuple(scope for scope, keys in MOVING_IN.items() if key in keys)


def meeting(scopes: Iterable[str], others: Iterable[str]) -> str | None:
    """In words, where a key of the one and a key of the other scopes would both be asked."""
    mine, theirs = set(scopes), set(others)
    if not mine or not theirs:
        return None
    for together in TOGETHER:
        place = {*together, EVERYWHERE}
        if place & mine and place & theirs:
            if EVERYWHERE in mine & theirs:
                together = (EVERYWHERE,)
            words = SCOPES[next(scope for scope in together if scope in mine | theirs)]
            return words[0].lower() + words[1:]
    return None
