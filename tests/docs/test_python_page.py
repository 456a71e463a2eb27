"""The examples of the page on Python do what the page says, in order, on a fresh database."""

import doctest
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "python.md"


def test_the_examples_print_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTETRACK_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("QUOTETRACK_DB", raising=False)

    # The code stands in Markdown fences, which end an example as an empty line does.
    result = doctest.testfile(
        str(PAGE),
        module_relative=False,
        optionflags=doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL,
    )

    assert result.attempted > 20
    assert result.failed == 0
