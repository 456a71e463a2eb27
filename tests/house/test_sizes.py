"""Files stay small enough to be read in one go, and the app class small enough to be trusted."""

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 400
LONGEST_APP = 250


def test_no_file_of_code_is_longer_than_four_hundred_lines() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    code = [
        path
        for path in paths
        if path.exists() and "versions" not in path.parts  # a migration is a list of tables
    ]
    assert len(code) > 100
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in code}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_the_app_class_stays_small() -> None:
    source = (ROOT / "quotetrack" / "tui" / "app.py").read_text(encoding="utf-8")
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    (app,) = [node for node in classes if node.name == "QuotetrackApp"]
    assert (app.end_lineno or 0) - app.lineno + 1 < LONGEST_APP
