"""Opening a web address in the browser of this computer, where there is one to be seen."""

import os
import sys

from quotetrack.domain.errors import Refused
from quotetrack.exchange.source_addresses import web_address


def open_in_browser(address: str) -> bool:
    """Hand the address to the browser.

    The browser's own output goes nowhere, so that it cannot write over the screen. A browser
    that would take over the terminal is never started.

    Returns:
        Whether there was a browser; over SSH, or where nothing is displayed, there is none.

    Raises:
        Refused: it is no http or https address.
    """
    checked = web_address(address)
    if checked is None:
        raise Refused("Only http and https addresses are opened.")
    opener = _opener()
    if opener is None:
        return False
    import subprocess
    from threading import Thread

    try:
        process = subprocess.Popen(
            [opener, checked],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    # A browser may run for hours; nobody waits for it but the thread that takes note of its end.
    Thread(target=process.wait, daemon=True).start()
    return True


def _opener() -> str | None:
    """The program that opens addresses on this system, if somebody sits before it."""
    from shutil import which

    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return None
    if sys.platform == "darwin":
        return which("open")
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return which("xdg-open")
    return which("wslview") if os.environ.get("WSL_DISTRO_NAME") else None
