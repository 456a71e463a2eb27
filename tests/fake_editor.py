"""A real editor for tests: a shell script that does to the file what a test says."""

from pathlib import Path


def make_editor(folder: Path, script: str) -> Path:
    """A script that finds the file's name in "$1"."""
    path = folder / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return path
