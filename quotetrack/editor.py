"""Opens a text in the editor that VISUAL or EDITOR names; the terminal and the commands use it."""

import os
from pathlib import Path

from quotetrack.domain.errors import EditorFailed
from quotetrack.domain.text import LONGEST_TEXT, clean_text

FILE_NAME = "quotetrack.md"


def editor_command() -> list[str]:
    """The words that start the editor.

    Raises:
        EditorFailed: none is named, or its name cannot be read.
    """
    import shlex

    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError as error:
        raise EditorFailed(f"EDITOR is '{named}', which cannot be read: {error}.") from error
    if not words:
        raise EditorFailed(
            "No editor is named. Set VISUAL or EDITOR, for example: export EDITOR=nano"
        )
    return words


def edit_text(text: str) -> str | None:
    """The text as the editor left it, cleaned; None where it left it unchanged.

    It lies in a file that nobody else may read, in a folder of its own that is removed with
    whatever the editor left there.

    Raises:
        EditorFailed: there is no editor, it could not be started or it failed.
    """
    import subprocess
    from tempfile import TemporaryDirectory

    words = editor_command()
    with TemporaryDirectory(prefix="quotetrack-") as folder:
        path = Path(folder, FILE_NAME)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(_on_whole_lines(text))
        try:
            status = subprocess.run([*words, str(path)], check=False).returncode
        except OSError as error:
            raise EditorFailed(
                f"The editor '{words[0]}' cannot be started: {error.strerror}. "
                "Set VISUAL or EDITOR to another."
            ) from error
        if status:
            raise EditorFailed(
                f"The editor '{words[0]}' ended with status {status}; the text stays as it was."
            )
        edited = _read(path)
    return None if edited == clean_text(text).rstrip("\n") else edited


def _on_whole_lines(text: str) -> str:
    """The text with a line feed at its end, as editors want it and add it."""
    return text if not text or text.endswith("\n") else f"{text}\n"


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(4 * LONGEST_TEXT)
        return clean_text(raw.decode("utf-8")).rstrip("\n")
    except OSError as error:
        raise EditorFailed(
            f"What the editor wrote cannot be read: {error.strerror}; the text stays as it was."
        ) from error
    except UnicodeDecodeError as error:
        raise EditorFailed(
            "What the editor wrote is not in UTF-8; the text stays as it was. "
            "Set the editor to UTF-8."
        ) from error
