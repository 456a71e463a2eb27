"""The pane beside History's list: what one unit of work did, each field before and after."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.text import Text

from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.trail_records import (
    FieldChange,
    RowChange,
    UnitRecord,
    field_words,
    table_words,
)
from quotetrack.tui.widgets.cells import fit
from quotetrack.tui.widgets.document_pane import READABLE, DocumentPane, Paragraph
from quotetrack.tui.widgets.empty import Line
from quotetrack.tui.word_difference import Piece, mark_differences

_LABEL = 22
_SHORT = 26
_LONGEST = 2_000
_NONE = "not recorded"
_CHANGES = {
    "insert": ("+", "added", "success"),
    "update": ("~", "changed", "warning"),
    "delete": ("−", "removed", "error"),
}


class ShownField(NamedTuple):
    """A field made ready to be drawn: its values in pieces, so that what differs can be marked."""

    name: str
    before: Sequence[Piece]
    after: Sequence[Piece]


class ShownUnit(NamedTuple):
    """A unit of work, with the fields of each of its rows made ready."""

    record: UnitRecord
    fields: tuple[tuple[ShownField, ...], ...]


def make_shown(record: UnitRecord) -> ShownUnit:
    """Compare the words of every field; done in a worker, since comparing takes time."""
    return ShownUnit(
        record, tuple(tuple(_shown(row, each) for each in row.fields) for row in record.rows)
    )


class UnitChanges(DocumentPane):
    """Row after row: what was added, changed or removed."""

    HELP: ClassVar[str] = (
        "What one step did\n\n"
        "+ a row was added, ~ one was changed, − one was removed. A changed field shows what it "
        "held before and after, with the words that only one of them has underlined. Long texts "
        "that never change are told by their fingerprints."
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.unit: ShownUnit | None = None
        self._message: Sequence[Line] = ()

    def show(self, unit: ShownUnit | None, message: Sequence[Line] = ()) -> None:
        """Show another unit from its top, or say something in its place."""
        before = self.unit.record.entry.unit if self.unit else None
        self.unit = unit
        self._message = message
        self.draw_again(from_top=unit is None or unit.record.entry.unit != before)

    def paragraphs(self) -> Iterable[Paragraph]:
        """What stands in the pane, from the top."""
        if self.unit is None:
            for line in self._message:
                yield Paragraph(Text.assemble(*((text, self.tones[tone]) for text, tone in line)))
            return
        yield from self._head(self.unit.record)
        for row, fields in zip(self.unit.record.rows, self.unit.fields, strict=True):
            yield Paragraph(Text(""))
            yield from self._row(row, fields)
        if self.unit.record.more:
            yield Paragraph(Text(""))
            more = f"and {self.unit.record.more:,} more rows"
            yield Paragraph(Text(more, self.tones["quiet"]))

    def _head(self, record: UnitRecord) -> Iterator[Paragraph]:
        tones = self.tones
        entry = record.entry
        what = clean_line(entry.summary or entry.action.replace("_", " "))
        yield Paragraph(Text(what, tones["strong"]))
        count = len(entry.changes)
        rows = "1 row" if count == 1 else f"{count:,} rows"
        moment = entry.at[:19].replace("T", " ")
        facts = f"{clean_line(entry.actor)} · {moment} UTC · entry {entry.unit} · {rows}"
        yield Paragraph(Text(facts, tones["quiet"]))
        if entry.undoes is not None:
            yield Paragraph(Text(f"↩ takes back entry {entry.undoes}", tones["warning"]))
        if entry.undone_by is not None:
            yield Paragraph(Text(f"✗ taken back by entry {entry.undone_by}", tones["warning"]))

    def _row(self, row: RowChange, fields: Sequence[ShownField]) -> Iterator[Paragraph]:
        tones = self.tones
        glyph, words, tone = _CHANGES[row.change]
        title = f"  {shorten(clean_line(row.title), 100)}" if row.title else ""
        yield Paragraph(
            Text.assemble(
                (f"{glyph} {words} ", tones[tone]),
                (table_words(row.table), tones["heading"]),
                title,
            ),
            rest=2,
        )
        if row.erased:
            erased = "What it did has been erased from the trail; only its fingerprint is kept."
            yield Paragraph(Text(erased, tones["warning"]), 2, 2)
        for field in fields:
            yield from self._field(row.change, field)
        if row.derived and row.change == "update":
            follows = ", ".join(field_words(name) for name in row.derived)
            yield Paragraph(Text(f"follows from the rest: {follows}", tones["quiet"]), 2, 2)

    def _field(self, change: str, field: ShownField) -> Iterator[Paragraph]:
        quiet = self.tones["quiet"]
        before, after = self._text(field.before), self._text(field.after)
        if change == "insert":
            lines = self._hanging(after)
        elif change == "delete":
            lines = self._hanging(before)
        elif before.cell_len <= _SHORT and after.cell_len <= _SHORT:
            lines = self._hanging(Text.assemble(before, (" → ", quiet), after))
        else:
            lines = [
                *self._hanging(before, Text.assemble(("− ", self.tones["error"]))),
                *self._hanging(after, Text.assemble(("+ ", self.tones["success"]))),
            ]
        label = fit(field_words(field.name), _LABEL - 4)
        yield Paragraph(Text.assemble((f"{label}  ", quiet), lines[0]), 2, 2)
        for line in lines[1:]:
            yield Paragraph(line, _LABEL, _LABEL)

    def _hanging(self, value: Text, sign: Text | None = None) -> list[Text]:
        """A value in lines that fit beside its label, the further ones level with the first."""
        indent = sign or Text("")
        width = min(self.scrollable_content_region.width - 2, READABLE)
        room = max(width - _LABEL - indent.cell_len, 10)
        lines = list(value.wrap(self.app.console, room)) or [Text("")]
        blank = Text(" " * indent.cell_len)
        return [(blank if number else indent) + line for number, line in enumerate(lines)]

    def _text(self, pieces: Sequence[Piece]) -> Text:
        """The pieces of a value, those that differ marked; none is said to be none."""
        if not pieces:
            return Text(_NONE, self.tones["quiet"])
        mark = self.tones["strong"] + self.tones["underline"]
        return Text.assemble(*((each.text, mark if each.differs else "") for each in pieces))


def _shown(row: RowChange, field: FieldChange) -> ShownField:
    before, after = _cleaned(field.before), _cleaned(field.after)
    if row.change == "update" and before and after:
        old, new = mark_differences(before, after)
        return ShownField(field.name, old, new)
    return ShownField(field.name, _whole(before), _whole(after))


def _whole(text: str | None) -> tuple[Piece, ...]:
    return (Piece(text, False),) if text else ()


def _cleaned(value: str | None) -> str | None:
    return None if value is None else shorten(clean_text(value), _LONGEST)
