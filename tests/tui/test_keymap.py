"""The key map knows the screens and panes as they are: which scopes meet, which keys move."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import quotetrack.tui
from quotetrack.actions.keymap import FIXED, MOVING, MOVING_IN, meeting
from quotetrack.actions.registry import ACTIONS, BY_NAME, EVERYWHERE
from quotetrack.actions.registry.action import TOGETHER
from quotetrack.tui.screens.statement_screen import StatementScreen

for module in walk_packages(quotetrack.tui.__path__, "quotetrack.tui."):
    import_module(module.name)


def subclasses(root: type[object]) -> Iterator[type[object]]:
    for subclass in root.__subclasses__():
        if subclass.__module__.startswith("quotetrack."):
            yield subclass
        yield from subclasses(subclass)


def own_bindings(owner: type[object]) -> list[Binding]:
    """The bindings that a class adds, but for those of the registry."""
    made = Binding.make_bindings(owner.__dict__.get("BINDINGS", []))
    return [binding for binding in made if binding.id not in BY_NAME]


SCREENS = [
    screen
    for screen in dict.fromkeys(subclasses(Screen))
    if getattr(screen, "SCOPES", ()) and screen is not StatementScreen
]
IN_DIALOGS = ("quotetrack.tui.dialogs.", "quotetrack.tui.help", "quotetrack.tui.first_run")


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_the_scopes_of_every_screen_are_known_to_meet(screen: type[object]) -> None:
    scopes = set(screen.SCOPES)  # type: ignore[attr-defined]
    assert scopes - {EVERYWHERE} in [set(together) for together in TOGETHER]


def test_every_key_that_moves_is_known_to_the_key_map() -> None:
    known = MOVING | FIXED | frozenset().union(*MOVING_IN.values())
    unknown = {
        (owner.__name__, binding.key)
        for owner in subclasses(DOMNode)
        if not owner.__module__.startswith(IN_DIALOGS)
        for binding in own_bindings(owner)
        if binding.key not in known
    }
    assert not unknown, "Add them to MOVING_IN in quotetrack/actions/keymap.py."


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_no_key_of_a_screen_hides_an_action(screen: type[object]) -> None:
    scopes = screen.SCOPES  # type: ignore[attr-defined]
    keys = {
        key: action.name
        for action in ACTIONS
        if set(scopes) & set(action.scopes) or EVERYWHERE in action.scopes
        for key in action.key.split(",")
    }
    hidden = {
        (binding.key, keys[binding.key])
        for binding in own_bindings(screen)
        if binding.key in keys and meeting(scopes, BY_NAME[keys[binding.key]].scopes)
    }
    assert not hidden
