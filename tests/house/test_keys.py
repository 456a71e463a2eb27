"""No key of the registry means two things on one screen, and each is a key that Textual knows."""

from itertools import combinations

from textual.keys import _normalize_key_list

from quotetrack.actions.key_names import read_keys
from quotetrack.actions.keymap import FIXED, MOVING, default_keys, meeting, moved_with_in
from quotetrack.actions.registry import ACTIONS

MAY_MOVE = {"enter", "escape", "space", "up", "down", "left", "right"}
"""Keys that a pane takes where it needs them, and an action has elsewhere."""


def test_no_two_actions_have_one_key_on_one_screen() -> None:
    clashes = [
        f"{sorted(shared)}: '{one.name}' and '{other.name}', {place}"
        for one, other in combinations(ACTIONS, 2)
        if (shared := set(default_keys(one)) & set(default_keys(other)))
        and (place := meeting(one.scopes, other.scopes))
    ]
    assert not clashes


def test_no_action_takes_a_key_that_panes_move_with() -> None:
    taken = {
        (action.name, key)
        for action in ACTIONS
        for key in default_keys(action)
        if key in FIXED | MOVING - MAY_MOVE or meeting(action.scopes, moved_with_in(key))
    }
    assert not taken


def test_every_key_of_the_registry_is_named_as_textual_names_it() -> None:
    for action in ACTIONS:
        keys = ",".join(default_keys(action))
        assert ",".join(read_keys(keys)) == keys == _normalize_key_list(keys)
