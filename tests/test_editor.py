"""Editing a text in the editor of one's own, with real editors that are shell scripts."""

from pathlib import Path

import pytest

from quotetrack.domain.errors import EditorFailed
from quotetrack.editor import edit_text
from tests.fake_editor import make_editor


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def test_what_the_editor_wrote_comes_back_cleaned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = make_editor(tmp_path, r'''printf 'second \033[31mred\033[0m line\r\n\n' >> "$1"''')
    monkeypatch.setenv("EDITOR", str(editor))
    assert edit_text("first line") == "first line\nsecond red line"


def test_the_file_is_for_nobody_else_and_nothing_of_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    script = f'ls -l "$1" > {seen}; echo "$1" >> {seen}; cp "$1" "$1~"; echo new > "$1"'
    monkeypatch.setenv("EDITOR", str(make_editor(tmp_path, script)))
    assert edit_text("a secret") == "new"
    listing, name = seen.read_text(encoding="utf-8").splitlines()
    assert listing.startswith("-rw-------")
    assert name.endswith(".md")
    assert not Path(name).parent.exists()


def test_visual_comes_first_and_may_have_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = make_editor(tmp_path, 'echo "$1" > "$2"')
    monkeypatch.setenv("VISUAL", f"'{editor}' --wait")
    monkeypatch.setenv("EDITOR", "false")
    assert edit_text("") == "--wait"


@pytest.mark.parametrize("text", ["", "as it was", "as it was\n", "two\nlines\n\n"])
def test_a_file_left_unchanged_is_no_change(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", str(make_editor(tmp_path, 'touch "$1"')))
    assert edit_text(text) is None


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ('echo other > "$1"; exit 3', "ended with status 3; the text stays"),
        ('rm "$1"', "cannot be read"),
        (r'''printf '\377' > "$1"''', "not in UTF-8"),
    ],
)
def test_an_editor_that_fails_is_said_to_have_failed(
    script: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", str(make_editor(tmp_path, script)))
    with pytest.raises(EditorFailed, match=says):
        edit_text("text")


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("", "No editor is named. Set VISUAL or EDITOR"),
        ("/nowhere/editor", "cannot be started"),
        ("'unclosed", "cannot be read"),
    ],
)
def test_no_editor_is_said_with_what_to_do(
    named: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", named)
    with pytest.raises(EditorFailed, match=says):
        edit_text("text")
