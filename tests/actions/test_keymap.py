"""Own keys: their names, and what happens where two actions want the same."""

import pytest
from textual.keys import _character_to_key

from quotetrack.actions.key_names import key_name, read_keys
from quotetrack.actions.keymap import key_map
from quotetrack.domain.errors import UsageError


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("u", ("u",)),
        ("ctrl+z", ("ctrl+z",)),
        ("Ctrl+Z, U", ("ctrl+z", "U")),
        ("?", ("question_mark",)),
        ("+", ("plus",)),
        ("shift+a", ("A",)),
        ("shift+tab", ("shift+tab",)),
        ("alt+ctrl+left", ("ctrl+alt+left",)),
        ("F12", ("f12",)),
        ("question_mark", ("question_mark",)),
        ("hyphen_minus", ("minus",)),
        ("é,é", ("é",)),
    ],
)
def test_keys_are_written_as_people_write_them(typed: str, keys: tuple[str, ...]) -> None:
    assert read_keys(typed) == keys


def test_every_character_has_the_name_that_textual_gives_it() -> None:
    for code in range(33, 127):
        character = chr(code)
        if character != ",":
            assert read_keys(character) == (_character_to_key(character),)


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("contrl+z", "'contrl+z' is no key. Did you mean ctrl+z?"),
        ("pgdown", "Did you mean pagedown?"),
        ("qwertz", "is no key. Keys are written like"),
        ("", "is no key"),
        ("ctrl+", "is no key"),
        ("ctrl+i", "cannot tell Ctrl"),
    ],
)
def test_what_is_no_key_is_refused_with_a_hint(typed: str, complaint: str) -> None:
    with pytest.raises(UsageError) as raised:
        read_keys(typed)
    assert complaint in str(raised.value)


def test_an_own_key_takes_the_place_of_the_registry_s() -> None:
    found = key_map({"undo": "ctrl+z, Z"})
    assert found.keys["undo"] == ("ctrl+z", "Z")
    assert found.changed == {"undo": "ctrl+z,Z"}
    assert not found.conflicts


def test_a_key_that_another_action_has_is_not_taken() -> None:
    found = key_map({"undo": "t"})
    assert found.keys["undo"] == ("u",)
    assert found.keys["tag_statement"] == ("t",)
    (conflict,) = found.conflicts
    assert (conflict.action, conflict.key) == ("undo", "t")
    assert str(conflict) == (
        "t cannot be 'Undo' (undo): it is 'Tag' (tag_statement), "
        "on the statement under the cursor. 'Undo' keeps u."
    )


def test_of_two_own_keys_the_first_action_of_the_registry_gets_it() -> None:
    found = key_map({"undo": "f6", "list_speakers": "f6"})
    assert found.keys["list_speakers"] == ("f6",)
    assert found.keys["undo"] == ("u",)
    assert len(found.conflicts) == 1


def test_two_actions_may_exchange_their_keys() -> None:
    found = key_map({"tag_retracted": "t", "tag_statement": "r"})
    assert not found.conflicts
    assert found.changed == {"tag_retracted": "t", "tag_statement": "r"}


def test_half_an_exchange_that_fails_takes_the_other_half_along() -> None:
    found = key_map({"tag_retracted": "t", "tag_statement": "j"})
    assert {conflict.action for conflict in found.conflicts} == {"tag_retracted", "tag_statement"}
    assert not found.changed


def test_places_that_never_meet_share_keys() -> None:
    assert not key_map({"confirm": "s"}).conflicts


@pytest.mark.parametrize("key", ["j", "ctrl+p", "escape", "f1"])
def test_what_moves_about_and_what_forms_need_is_not_taken(key: str) -> None:
    (conflict,) = key_map({"undo": key}).conflicts
    assert conflict.where == "everywhere"


def test_what_moves_the_view_on_one_screen_is_free_elsewhere() -> None:
    assert not key_map({"list_speakers": "b"}).conflicts
    assert key_map({"confirm": "b"}).conflicts


def test_keys_are_shown_as_people_read_them() -> None:
    assert [key_name(key) for key in ("ctrl+s", "question_mark", "f7", "G")] == [
        "Ctrl+S", "?", "F7", "G",
    ]  # fmt: skip
