"""The side file of an import: each refused row with its line and the reason."""

import json
from pathlib import Path
from typing import IO

from quotetrack.domain.errors import UsageError
from quotetrack.domain.import_records import RefusedRow

ENDING = ".refused.jsonl"


class SideFile:
    """Where refused rows go; the file is made when the first comes.

    JSON Lines, unless its name ends otherwise: then the original rows, with the line and the
    reason behind a tab each.
    """

    def __init__(self, path: Path, *, resumed_after: int) -> None:
        """Begin the file, or go on with it.

        Args:
            resumed_after: the last line of the file that an earlier run is done with; what was
                written of later ones will be found again.
        """
        self.path = path
        self._json = path.suffix.lower() in (".jsonl", ".ndjson", ".json")
        self._file: IO[str] | None = None
        self._kept = self._earlier(resumed_after) if resumed_after else []
        self.rows = 0

    def write(self, row: RefusedRow) -> None:
        """Add a row.

        Raises:
            UsageError: the file cannot be written.
        """
        self.rows += 1
        try:
            if self._file is None:
                self._file = self.path.open("w", encoding="utf-8", errors="backslashreplace")
                self._file.writelines(self._kept)
            self._file.write(self._written(row))
        except OSError as error:
            raise _cannot_write(self.path, error) from error

    def flush(self) -> None:
        """Hand what was written to the system."""
        if self._file is not None:
            try:
                self._file.flush()
            except OSError as error:
                raise _cannot_write(self.path, error) from error

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _written(self, row: RefusedRow) -> str:
        if self._json:
            fields = {"line": row.line, "reason": row.reason, "row": row.original.rstrip("\r\n")}
            return json.dumps(fields, ensure_ascii=False) + "\n"
        return f"{row.original.rstrip()}\t{row.line}\t{row.reason}\n"

    def _earlier(self, resumed_after: int) -> list[str]:
        try:
            with self.path.open(encoding="utf-8", errors="replace") as file:
                return [line for line in file if self._line_of(line) <= resumed_after]
        except OSError:
            return []

    def _line_of(self, written: str) -> int:
        try:
            if self._json:
                return int(json.loads(written)["line"])
            return int(written.rsplit("\t", 2)[1])
        except (ValueError, KeyError, IndexError, TypeError):
            return 0


def side_file_of(source: Path | None) -> Path:
    """Where refused rows go unless another place is named: beside the file."""
    if source is None:
        return Path(f"import{ENDING}")
    return source.with_name(f"{source.name}{ENDING}")


def _cannot_write(path: Path, error: OSError) -> UsageError:
    return UsageError(
        f"The refused rows cannot be written to {path} ({error.strerror}). "
        "Name another file with --refused."
    )
