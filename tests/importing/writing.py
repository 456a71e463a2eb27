"""Files to import, and what the tests do with them."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quotetrack.actions.importing import import_file
from quotetrack.domain.import_records import ImportSummary
from quotetrack.exchange.importing.mapping import Mapping as FileMapping
from quotetrack.store.database import Database

Row = Mapping[str, Any]

BRIDGE = {
    "text": "The bridge opens in spring, not before",
    "speaker": "Ruth Ames",
    "role": "Harbour Master",
    "organisation": "Port of Lund",
    "said": "5 Dec 2022",
    "venue": "the council",
    "language": "en",
    "url": "https://courier.example/bridge",
    "title": "Bridge stays shut",
    "outlet": "The Courier",
    "published": "6 Dec 2022",
    "quote": "“The bridge opens in spring, not before”",
    "form": "verbatim",
    "tags": "bridge, port",
    "note": "check with the port",
    "id": "b1",
}
FERRY = {"text": "Ferries run on Sundays", "speaker": "Ivo Brandt", "said": "2023-01", "id": "b2"}
DENIED = {
    "text": "I met him twice",
    "speaker": "Ivo Brandt",
    "said": "2 Feb 2023",
    "event": "denied_saying",
    "event_date": "4 Feb 2023",
    "id": "b3",
}


def json_lines(folder: Path, rows: Sequence[Row], name: str = "remarks.jsonl") -> Path:
    """Write a file of JSON Lines."""
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def comma_separated(folder: Path, rows: Sequence[Row], name: str = "remarks.csv") -> Path:
    """Write a CSV file with all columns that any row has."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    written = io.StringIO()
    writer = csv.DictWriter(written, columns)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / name
    path.write_bytes(written.getvalue().encode())
    return path


def raw_file(folder: Path, content: str | bytes, name: str = "remarks.csv") -> Path:
    """Write a file of exactly this content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def take_in(database: Database, path: Path, **mapping: Any) -> ImportSummary:
    """Import a file, read in this way."""
    return import_file(database, path, FileMapping(**mapping))


def remarks(count: int) -> list[dict[str, str]]:
    """So many rows, all of them different."""
    return [
        {
            "text": f"The ferry number {number} was late",
            "speaker": f"Speaker {number % 7}",
            "said": f"2022-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "url": f"https://courier.example/{number % 50}",
            "outlet": f"Paper {number % 3}",
            "id": str(number),
        }
        for number in range(count)
    ]
