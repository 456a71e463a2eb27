"""CPU of the start and of the search command at a million statements, whole processes.

`python -m benchmarks.million_start FILE`: FILE is what benchmarks.corpus wrote. The start is held
against that with sample.db, the command against importing sqlite3 and argparse only.
"""

import argparse
import shutil
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from benchmarks.measuring import (
    SAMPLE,
    clean_environment,
    cpu_of,
    in_turns,
    report,
    temporary_folder,
)
from benchmarks.painting import COLUMNS, LINES, Painter
from benchmarks.sample_rows import newest_words

ROUNDS = 15
SEARCHES = ("road", "the", "gov*", "tax reform", "status:denied road", "said:2022-12 road", "")
START_LIMIT, SEARCH_LIMIT = 1.2, 2.5

QUOTETRACK = str(Path(sys.executable).with_name("quotetrack"))


def start(file: Path, words: str, environment: Mapping[str, str]) -> float:
    """Return the CPU seconds until the newest statement of a file has been painted."""
    with Painter([QUOTETRACK, "--db", str(file)], environment) as painter:
        painter.wait_for_characters(COLUMNS * LINES, words)
    return painter.cpu_in_all


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    million = parser.parse_args().file.absolute()
    with temporary_folder() as folder:
        environment = clean_environment(Path(folder))
        sample = Path(folder) / "sample.db"
        shutil.copy(SAMPLE, sample)
        starts = in_turns(
            {
                name: partial(start, file, newest_words(file), environment)
                for name, file in (("sample.db", sample), ("a million statements", million))
            },
            ROUNDS,
        )
        command = [QUOTETRACK, "--db", str(million), "search"]
        measure = partial(cpu_of, environment=environment)
        searches = in_turns(
            {
                "import sqlite3, argparse": partial(
                    measure, [sys.executable, "-c", "import sqlite3, argparse"]
                ),
                **{f"search {text}": partial(measure, [*command, text]) for text in SEARCHES},
            },
            ROUNDS,
        )
    report("Start, to the first paint with statements", starts, START_LIMIT)
    report("The search command at a million statements", searches, SEARCH_LIMIT)


if __name__ == "__main__":
    main()
