"""The documentation names everything there is, and nothing that is not there."""

import re
import subprocess
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from development.documentation import generated_pages
from quotetrack.actions.key_names import key_name
from quotetrack.actions.registry import ACTIONS, SCOPES
from quotetrack.cli.catalogue import BY_PATH
from quotetrack.cli.main import build_parser
from quotetrack.configuration import CONFIGURATION_ENTRIES, THEME_NAMES

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md"]
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as forges make them."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    return {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        for heading in HEADING.findall(text)
    }


def page_name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", sorted(generated_pages()), ids=page_name)
def test_what_is_generated_is_up_to_date(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == generated_pages()[page], "Run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        if link.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), f"{link} leads nowhere"
        if anchor:
            assert anchor in anchors(target), f"{link} has no such heading"


def test_every_page_is_reached_from_the_index() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {
        (index.parent / link.partition("#")[0]).resolve()
        for link in LINK.findall(index.read_text(encoding="utf-8"))
    }

    assert set(ROOT.glob("docs/*.md")) - {index} <= linked


def test_every_configuration_entry_is_described() -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")

    for name, explanation in CONFIGURATION_ENTRIES:
        assert f"| `{name}` | {explanation} |" in page


def test_every_theme_is_described() -> None:
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")

    assert all(f"| `{name}` |" in page for name in THEME_NAMES)


@pytest.mark.parametrize("words", BY_PATH)
def test_every_command_and_option_is_on_the_page_of_commands(words: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    head, found, rest = page.partition(f"### `quotetrack {words}`\n")
    assert found
    section = rest.partition("\n### ")[0]

    parser, _ = build_parser(words)
    options = {option for action in parser._actions for option in action.option_strings}
    assert not {option for option in options if f"`{option}" not in head + section}


def test_every_key_of_every_widget_is_on_the_page_of_keys() -> None:
    from textual.binding import Binding
    from textual.dom import DOMNode

    import quotetrack.tui

    for module in walk_packages(quotetrack.tui.__path__, "quotetrack.tui."):
        import_module(module.name)

    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    missing = {
        (owner.__name__, key)
        for owner in every_subclass(DOMNode)
        if owner.__module__.startswith("quotetrack.")
        for binding in Binding.make_bindings(owner.__dict__.get("BINDINGS", []))
        for key in [key_name(binding.key)]
        if f"`{key}`" not in page
    }
    assert not missing


def test_every_action_is_on_the_page_of_keys_wherever_it_works() -> None:
    page = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")

    for action in ACTIONS:
        assert action.title
        assert action.help.endswith(".")
        for scope in action.scopes:
            section = page.partition(f"## {SCOPES[scope]}\n")[2].partition("\n## ")[0]
            rows = [line for line in section.splitlines() if f"| `{action.name}` |" in line]
            assert len(rows) == 1
            for key in action.key.split(","):
                assert f"`{key_name(key.strip())}`" in rows[0]
            assert action.help in rows[0]
            assert action.command is None or f"`quotetrack {action.command}`" in rows[0]


def every_subclass(root: type[object]) -> set[type[object]]:
    """Return the class's subclasses, however far down."""
    found: set[type[object]] = set()
    for subclass in root.__subclasses__():
        found |= {subclass} | every_subclass(subclass)
    return found


def test_nothing_is_left_to_be_done_later() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", "*.md", "*.py", "*.tcss", "Makefile"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    later = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]))
    names = [name for name in listed.split("\0") if name]
    assert names
    unfinished = [
        name
        for name in names
        if (ROOT / name).exists() and later.search((ROOT / name).read_text(encoding="utf-8"))
    ]
    assert not unfinished
