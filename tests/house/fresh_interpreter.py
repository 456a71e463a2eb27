"""Runs Python in an interpreter that has nothing loaded yet, and tells what it then loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample.db"

REPORT = """
import json as _json, sys as _sys
open(_sys.argv[1], "w", encoding="utf-8").write(_json.dumps(sorted(_sys.modules)))
"""


def modules_after(program: str, folder: Path) -> set[str]:
    """Return the names of all modules loaded when the program has run.

    Args:
        program: Python source, which must end without an error.
        folder: an empty folder; configuration and data are looked for there.
    """
    report = folder / "modules.json"
    subprocess.run(
        [sys.executable, "-c", program + REPORT, str(report)],
        env=environment(folder),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return set(json.loads(report.read_text(encoding="utf-8")))


def environment(folder: Path) -> dict[str, str]:
    """Return an environment in which only the folder belongs to the user."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "QUOTETRACK_CONFIG": str(folder / "config.toml"),
    }


def among(names: tuple[str, ...], modules: set[str]) -> set[str]:
    """Return those of the names that are loaded, themselves or with a module of theirs."""
    return {
        name for name in names if any((loaded + ".").startswith(name + ".") for loaded in modules)
    }
