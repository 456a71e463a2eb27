"""Draws the picture in the README from the running interface: `python -m development.picture`."""

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from quotetrack.configuration import Configuration
from quotetrack.store.database import open_database
from quotetrack.tui.app import QuotetrackApp

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "browse.svg"

WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(database: Path) -> str:
    """Return Browse on the database as SVG, with the founding example under the cursor."""
    app = QuotetrackApp(open_database(database, user="Sample"), Configuration())
    async with app.run_test(size=(132, 36)) as pilot:
        await pilot.press("slash", *"said:2022-12-05..2023-03-01", "enter")
        await app.workers.wait_for_complete()
        await pilot.press("G")
        await app.workers.wait_for_complete()
        await pilot.pause()
        drawn = app.export_screenshot(title="quotetrack")
    # A picture should not fetch anything when it is looked at.
    return WEB_FONTS.sub("", drawn)


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "sample.db"
        shutil.copy(ROOT / "sample.db", copy)
        PICTURE.write_text(asyncio.run(draw(copy)), encoding="utf-8")


if __name__ == "__main__":
    main()
