"""What one unit of work did to each row: fields before and after, as the history shows them."""

from typing import NamedTuple

from quotetrack.domain.records import HistoryEntry

TABLES = {
    "snapshot_text": "text of a snapshot",
    "speaker_name": "spelling",
    "statement_tag": "label on a statement",
    "tag": "label",
    "saved_place": "saved place",
    "capture": "line of the inbox",
    "check_case": "case",
    "article_reliance": "reliance of one article on another",
    "import_batch": "import",
}
"""Tables whose own name is not what people call their rows."""

FIELDS = {
    "external_id": "id there",
    "wikidata_id": "Wikidata id",
    "url": "address",
    "mapping": "read with",
    "line": "last line",
    "file_sha256": "fingerprint",
    "rows_digest": "digest of its rows",
}
"""Columns whose own name is not what people call them."""


def table_words(table: str) -> str:
    """What people call a row of this table."""
    return TABLES.get(table) or table.replace("_", " ")


def field_words(column: str) -> str:
    """What people call a column."""
    return FIELDS.get(column) or column.removesuffix("_id").replace("_", " ")


class FieldChange(NamedTuple):
    """One field of a row.

    Attributes:
        name: the column.
        before: what it held, ids as names; None where nothing was recorded.
        after: what it has held since.
    """

    name: str
    before: str | None
    after: str | None


class RowChange(NamedTuple):
    """What was done to one row.

    Attributes:
        change: "insert", "update" or "delete".
        title: what the row is called, where it has something like a name.
        fields: what was changed; everything recorded of a row that was added or removed.
        derived: columns that followed from changes of other rows.
        erased: the trail keeps only that there was a change, its content has been erased.
    """

    table: str
    row_id: int
    change: str
    title: str | None
    fields: tuple[FieldChange, ...]
    derived: tuple[str, ...]
    erased: bool


class UnitRecord(NamedTuple):
    """One unit of work, row by row.

    Attributes:
        rows: the first of its rows, in the order in which they were changed.
        about: table and id of the statement, pair, speaker, article or line it is about.
        more: how many further rows it changed.
    """

    entry: HistoryEntry
    rows: tuple[RowChange, ...]
    more: int
    about: tuple[str, int] | None
