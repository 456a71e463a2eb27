"""What docs/json.md takes from the code: the enumerations, and one statement as printed."""

import contextlib
import io
import json
from enum import StrEnum
from pathlib import Path

from quotetrack.cli.main import main
from quotetrack.domain import vocabulary

SAMPLE = Path(__file__).parent.parent / "sample.db"


def enumerations() -> list[tuple[str, ...]]:
    """Return a row for each enumeration: its name, what it says, its values."""
    found = [each for each in vars(vocabulary).values() if _is_enumeration(each)]
    return [
        ("enumeration", "says", "values"),
        *(
            (each.__name__, (each.__doc__ or "").strip(), ", ".join(f"`{value}`" for value in each))
            for each in found
        ),
    ]


def _is_enumeration(candidate: object) -> bool:
    return (
        isinstance(candidate, type) and issubclass(candidate, StrEnum) and candidate is not StrEnum
    )


def example() -> str:
    """Return the founding example as `search --json` prints it from sample.db."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        main(["--db", str(SAMPLE), "search", "speaker:volkov", "--json"])
    return (
        f"```json\n{json.dumps(json.loads(printed.getvalue()), ensure_ascii=False, indent=2)}\n```"
    )
