"""Our own environments are pinned to the last digit, and every dependency says why it is there."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"^[A-Za-z0-9._-]+")


def normalised(requirement: str) -> str:
    """Return the name of a requirement's package, as an index compares it."""
    name = NAME.match(requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(named for extra in extras for named in extra)]


def pins() -> list[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_every_constraint_is_one_exact_version_and_no_address() -> None:
    assert pins()
    for pin in pins():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", pin), pin


def test_every_dependency_is_pinned() -> None:
    pinned = {normalised(pin) for pin in pins()}

    assert {normalised(dependency) for dependency in dependencies()} <= pinned


def test_every_dependency_of_users_is_capped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert [named for named in project["dependencies"] if "<" not in named] == []


def test_every_dependency_stands_beneath_a_comment() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    explained = False
    for line in map(str.strip, lines):
        if line.startswith("#"):
            explained = True
        elif line.startswith('"') and line.strip('",') in dependencies():
            assert explained, line
        elif not line.startswith('"'):
            explained = False
