"""CPU of `quotetrack search`, the whole process, against importing sqlite3 and argparse only."""

import sys
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

ROUNDS = 41
LIMIT = 2.5


def main() -> None:
    """Measure and report."""
    quotetrack = Path(sys.executable).with_name("quotetrack")
    with temporary_folder() as folder:
        measure = partial(cpu_of, environment=clean_environment(Path(folder)))
        python, search = sys.executable, [str(quotetrack), "--db", str(SAMPLE), "search"]
        seconds = in_turns(
            {
                "import sqlite3, argparse": partial(
                    measure, [python, "-c", "import sqlite3, argparse"]
                ),
                "python -c pass": partial(measure, [python, "-c", "pass"]),
                "search road --json": partial(measure, [*search, "road", "--json"]),
                "search --json, fifty statements": partial(measure, [*search, "--json"]),
                "search road": partial(measure, [*search, "road"]),
                "search speaker:volkov status:denied": partial(
                    measure, [*search, "speaker:volkov status:denied"]
                ),
            },
            ROUNDS,
        )
    report("The search command on sample.db", seconds, LIMIT)


if __name__ == "__main__":
    main()
