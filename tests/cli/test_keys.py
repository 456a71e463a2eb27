"""`quotetrack keys`: what it lists, and how it ends where own keys are in conflict."""

import json
from pathlib import Path

import pytest

from quotetrack.actions.registry import ACTIONS
from tests.cli.conftest import Command


@pytest.fixture
def own_keys(tmp_path: Path) -> Path:
    """The config file, which the fixture `desk` has made."""
    return tmp_path / "config.toml"


def _write(config: Path, *keys: str) -> None:
    config.write_text("\n".join(["[keys]", *keys]), encoding="utf-8")


def test_every_action_is_listed_with_its_key(quotetrack: Command) -> None:
    ended = quotetrack("keys")
    assert (ended.status, ended.errors) == (0, "")
    rows = [line.split("\t") for line in ended.output.splitlines()]
    assert {row[3] for row in rows} == {action.name for action in ACTIONS}
    assert ["everywhere", "u", "Undo", "undo", "quotetrack undo"] in rows


def test_own_keys_are_shown_as_they_hold(quotetrack: Command, own_keys: Path) -> None:
    _write(own_keys, 'undo = "ctrl+z"')
    listed = json.loads(quotetrack("keys", "--json").output)
    (undo,) = [each for each in listed["keys"] if each["action"] == "undo"]
    assert (undo["keys"], undo["changed"]) == (["ctrl+z"], True)
    assert listed["conflicts"] == []


def test_conflicts_are_named_and_end_in_2(quotetrack: Command, own_keys: Path) -> None:
    _write(own_keys, 'undo = "t"')
    ended = quotetrack("keys")
    assert ended.status == 2
    assert "t cannot be 'Undo' (undo): it is 'Tag'" in ended.errors
    (conflict,) = json.loads(quotetrack("keys", "--json").output)["conflicts"]
    assert (conflict["action"], conflict["key"]) == ("undo", "t")


def test_on_a_terminal_keys_stand_under_the_place_they_work_in(on_terminal: Command) -> None:
    ended = on_terminal("keys")
    assert ended.status == 0
    assert "Everywhere" in ended.output
    assert "\t" not in ended.output


def test_a_key_with_no_meaning_is_refused_wherever_the_configuration_is_read(
    quotetrack: Command, own_keys: Path
) -> None:
    _write(own_keys, 'undo = "contrl+z"')
    ended = quotetrack("keys")
    assert ended.status == 2
    assert "'contrl+z' is no key. Did you mean ctrl+z?" in ended.errors
