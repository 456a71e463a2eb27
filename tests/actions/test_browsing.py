"""Opening an address with a browser of the test's own, or without one."""

import os
import sys
import time
from pathlib import Path

import pytest

from quotetrack.actions.browsing import open_in_browser
from quotetrack.domain.errors import Refused

ADDRESS = "https://harbour.example/bridge#:~:text=it%20opens"
linux = pytest.mark.skipif(sys.platform == "darwin", reason="a Mac opens without DISPLAY")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the only browser there is writes what it was asked to open."""
    written = tmp_path / "opened"
    for name in ("xdg-open", "open"):
        program = tmp_path / name
        program.write_text(
            f'#!/bin/sh\nprintf %s "$1" > {written}.new\nmv {written}.new {written}\n'
        )
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    monkeypatch.setenv("DISPLAY", ":7")
    for name in ("SSH_CONNECTION", "SSH_TTY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    return written


def test_the_browser_is_handed_the_address(opened: Path) -> None:
    assert open_in_browser(ADDRESS)

    until = time.monotonic() + 10
    while not opened.exists() and time.monotonic() < until:
        os.sched_yield()
    assert opened.read_text() == ADDRESS


@linux
def test_without_a_display_there_is_no_browser(
    opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")

    assert not open_in_browser(ADDRESS)


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_there_is_no_browser(
    opened: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "x")

    assert not open_in_browser(ADDRESS)


@linux
def test_without_the_program_there_is_no_browser(
    opened: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))

    assert not open_in_browser(ADDRESS)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "-x", ""])
def test_nothing_but_a_web_address_is_opened(opened: Path, address: str) -> None:
    with pytest.raises(Refused, match="Only http and https"):
        open_in_browser(address)
