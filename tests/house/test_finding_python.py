"""The Makefile's search for a Python says clearly what is missing."""

import shutil
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "development" / "find_python.sh"


def pretend_python(folder: Path, name: str, version: str, *, with_venv: bool = True) -> None:
    """Put a program in the folder that answers the script's questions as such a Python would."""
    old_enough = tuple(int(part) for part in version.split(".")) >= (3, 11)
    program = folder / name
    program.write_text(
        f"""#!/bin/sh
case "$2" in
    *print*) echo {version} ;;
    *exit*) exit {0 if old_enough else 1} ;;
    *ensurepip*) exit {0 if with_venv else 1} ;;
esac
""",
        encoding="utf-8",
    )
    program.chmod(0o755)


def find_python(folder: Path, named: str = "") -> subprocess.CompletedProcess[str]:
    """Run the script where the folder holds the only programs."""
    shell = shutil.which("sh")
    assert shell
    return subprocess.run(
        [shell, str(SCRIPT), named],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_newest_known_python_is_taken(tmp_path: Path) -> None:
    pretend_python(tmp_path, "python3", "3.9")
    pretend_python(tmp_path, "python3.11", "3.11")
    pretend_python(tmp_path, "python3.12", "3.12")

    assert find_python(tmp_path).stdout == "python3.12\n"


def test_an_old_python_is_passed_over_and_named_when_it_is_the_only_one(tmp_path: Path) -> None:
    pretend_python(tmp_path, "python3", "3.9")

    found = find_python(tmp_path)

    assert found.returncode == 1
    assert found.stdout == ""
    assert "needs Python 3.11 or newer" in found.stderr
    assert "Found only: python3 (3.9)" in found.stderr
    assert "apt install python3" in found.stderr


def test_without_any_python_it_says_what_to_install(tmp_path: Path) -> None:
    found = find_python(tmp_path)

    assert found.returncode == 1
    assert "found none" in found.stderr
    assert "PYTHON=/path/to/python3" in found.stderr


def test_a_python_without_ensurepip_is_told_with_the_package_that_brings_it(tmp_path: Path) -> None:
    pretend_python(tmp_path, "python3", "3.12", with_venv=False)

    found = find_python(tmp_path)

    assert found.returncode == 1
    assert "apt install python3.12-venv" in found.stderr


def test_another_python_with_ensurepip_is_taken_instead(tmp_path: Path) -> None:
    pretend_python(tmp_path, "python3.13", "3.13", with_venv=False)
    pretend_python(tmp_path, "python3.11", "3.11")

    assert find_python(tmp_path).stdout == "python3.11\n"


def test_the_python_that_is_named_is_the_only_one_tried(tmp_path: Path) -> None:
    pretend_python(tmp_path, "python3.12", "3.12")
    pretend_python(tmp_path, "ancient", "3.8")

    found = find_python(tmp_path, "ancient")

    assert found.returncode == 1
    assert "PYTHON=ancient is no Python of version 3.11 or newer" in found.stderr
