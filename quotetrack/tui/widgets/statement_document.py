"""Sets everything about one statement as paragraphs, in the order a checker asks for it."""

from collections.abc import Callable, Iterator, Sized
from typing import TYPE_CHECKING

from rich.text import Text

from quotetrack.domain.edtf import describe_date
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.tui.widgets.document_pane import Paragraph
from quotetrack.tui.widgets.facts import DATE_BASES, FORMS, relation_words, stored_day
from quotetrack.tui.widgets.glyphs import (
    CONTRADICTION,
    EVENTS,
    LINK_STATES,
    mark_sign,
    status_sign,
)
from quotetrack.tui.widgets.source_paragraphs import SourceParagraphs
from quotetrack.tui.widgets.source_words import bare, source_line

if TYPE_CHECKING:
    from quotetrack.domain.dates import UncertainDate
    from quotetrack.domain.records import (
        EventRecord,
        LinkRecord,
        StatementRecord,
    )
    from quotetrack.tui.widgets.tones import Tones

    SpansIn = Callable[[str], list[tuple[int, int]]]

LABEL = 11
CONTEXT = 320
"""Characters of context shown on either side of a quote."""


class StatementDocument:
    """Makes the paragraphs of one statement in the tones of a pane."""

    def __init__(
        self, record: "StatementRecord", tones: "Tones", spans_in: "SpansIn | None" = None
    ) -> None:
        """What is shown.

        Args:
            record: the statement.
            tones: the pane's.
            spans_in: where the words of a search stand in a text; they are underlined.
        """
        self._record = record
        self._tones = tones
        self._spans_in = spans_in

    def paragraphs(self) -> Iterator[Paragraph]:
        """Who, the wording, the facts, what became of it, links, sources, notes."""
        yield from self._who()
        yield from self._wording()
        yield from self._facts()
        yield from self._later()
        yield from self._links()
        yield from self._sources()
        yield from self._notes()

    def _who(self) -> Iterator[Paragraph]:
        row = self._record.row
        tones = self._tones
        name = Text().append(clean_line(row.speaker_name), tones["heading"])
        if self._record.on_behalf_of:
            name.append(f" for {clean_line(self._record.on_behalf_of)}", tones["quiet"])
        yield Paragraph(name)
        if row.role:
            yield Paragraph(Text(f"then {clean_line(row.role)}", tones["quiet"]))
        sign = status_sign(row.status, row.status_event)
        status = Text().append(str(sign), tones.of(sign) + tones["strong"])
        for mark in row.marks:
            beside = mark_sign(mark)
            status.append(f"   {beside}", tones.of(beside))
        if row.contradictions:
            many = f" ({row.contradictions})" if row.contradictions > 1 else ""
            status.append(f"   {CONTRADICTION}{many}", tones.of(CONTRADICTION))
        yield Paragraph(status)

    def _wording(self) -> Iterator[Paragraph]:
        yield _blank()
        row = self._record.row
        quote = next((quote for quote in self._record.quotes if quote.start is not None), None)
        best = clean_line(row.text)
        if quote is None:
            yield Paragraph(self._found_in(Text(best, self._tones["mark"])), 2, 2)
            return
        exact = clean_line(quote.exact)
        if exact != best:
            yield Paragraph(self._found_in(Text(best, self._tones["strong"])), 2, 2)
            yield _blank()
        text = Text()
        if quote.start is not None and quote.start > len(quote.before):
            text.append("…", self._tones["quiet"])
        text.append(_end_of(quote.before), self._tones["quiet"])
        text.append(exact, self._tones["mark"])
        text.append(_start_of(quote.after), self._tones["quiet"])
        yield Paragraph(self._found_in(text), 2, 2)

    def _found_in(self, text: Text) -> Text:
        """The text with the words of the search underlined."""
        for start, end in self._spans_in(text.plain) if self._spans_in is not None else ():
            text.stylize(self._tones["underline"], start, end)
        return text

    def _facts(self) -> Iterator[Paragraph]:
        yield _blank()
        record = self._record
        said = record.row.said
        yield self._fact("Said", describe_date(said))
        if said.phrase:
            yield self._fact("As printed", f"“{clean_line(said.phrase)}”")
        if said.basis:
            yield self._fact("Known", DATE_BASES[said.basis], quiet=True)
        forms = list(dict.fromkeys(FORMS[quote.form] for quote in record.quotes))
        if forms:
            yield self._fact("Form", "; ".join(forms))
        if record.venue:
            yield self._fact("Where", clean_line(record.venue))
        if record.language:
            yield self._fact("Language", clean_line(record.language))
        if record.labels:
            yield self._fact("Labels", " · ".join(clean_line(label) for label in record.labels))

    def _later(self) -> Iterator[Paragraph]:
        yield from self._heading("What became of it", _several(self._record.events))
        if not self._record.events:
            yield Paragraph(
                Text("Nothing later recorded. t records what happened.", self._tones["quiet"]), 2, 2
            )
        for event in self._record.events:
            yield from self._event(event)

    def _event(self, event: "EventRecord") -> Iterator[Paragraph]:
        tones = self._tones
        sign = EVENTS[event.type]
        head = Text().append(sign.glyph + " ", tones.of(sign))
        head.append(sign.words, tones.of(sign) + tones["strong"])
        head.append("  " + _date_words(event.happened))
        if event.state != "accepted":
            head.append(f"  ({event.state})", tones["quiet"])
        yield Paragraph(head, 2, 4)
        actor = clean_line(event.actor) if event.actor else "not recorded"
        yield Paragraph(Text(f"by {actor}", tones["quiet"]), 4, 4)
        if event.evidence:
            yield Paragraph(Text(f"“{bare(event.evidence)}”"), 4, 4)
        yield Paragraph(Text(source_line(event.article), tones["quiet"]), 4, 4)
        if event.characterised_by:
            words = f"so characterised by {clean_line(event.characterised_by)}"
            yield Paragraph(Text(words, tones["quiet"]), 4, 4)
        if event.note:
            yield Paragraph(Text(clean_line(event.note)), 4, 4)

    def _links(self) -> Iterator[Paragraph]:
        links = self._record.links
        if not links:
            return
        yield from self._heading("Links", _several(links))
        for link in links:
            yield from self._link(link)

    def _link(self, link: "LinkRecord") -> Iterator[Paragraph]:
        tones = self._tones
        opposed = link.relation in ("contradicts", "in_tension")
        glyph = CONTRADICTION.glyph if opposed else ("↑" if link.direction == "earlier" else "↓")
        style = tones.of(CONTRADICTION) if opposed else tones["secondary"]
        head = Text().append(glyph + " ", style)
        relation = f"{relation_words(link.relation, link.direction)} {link.other_kind}"
        head.append(relation, tones["strong"])
        state = LINK_STATES[link.state]
        head.append(f"  {state}", tones.of(state))
        yield Paragraph(head, 2, 4)
        other = Text().append(f"{_date_words(link.other_date)}: ", tones["quiet"])
        other.append(clean_line(link.other_text), tones["default"])
        yield Paragraph(other, 4, 4)
        why = list(link.reasons)
        if link.basis:
            why.insert(0, f"basis: {link.basis.replace('_', ' ')}")
        if link.score is not None:
            why.append(f"score {link.score:.2f}")
        if why:
            yield Paragraph(Text(clean_line("; ".join(why)), tones["quiet"]), 4, 4)

    def _sources(self) -> Iterator[Paragraph]:
        sources = SourceParagraphs(self._record, self._tones)
        yield from self._heading("Sources", sources.count())
        yield from sources.paragraphs()

    def _notes(self) -> Iterator[Paragraph]:
        notes = self._record.notes
        if not notes:
            return
        yield from self._heading("Notes", _several(notes))
        for note in notes:
            for line in clean_text(note.text).splitlines() or [""]:
                yield Paragraph(Text(line), 2, 2)
            by = f"{clean_line(note.author)}, {stored_day(note.at)}"
            yield Paragraph(Text(by, self._tones["quiet"]), 4, 4)

    def _heading(self, title: str, count: str) -> Iterator[Paragraph]:
        yield _blank()
        heading = Text().append(title, self._tones["heading"])
        if count:
            heading.append(f"  {count}", self._tones["quiet"])
        yield Paragraph(heading)

    def _fact(self, label: str, value: str, *, quiet: bool = False) -> Paragraph:
        text = Text().append(label.ljust(LABEL), self._tones["quiet"])
        text.append(value, self._tones["quiet" if quiet else "default"])
        return Paragraph(text, 0, LABEL)


def _blank() -> Paragraph:
    return Paragraph(Text())


def _several(found: Sized) -> str:
    """How many there are, where that says something."""
    return str(len(found)) if len(found) > 1 else ""


def _date_words(date: "UncertainDate") -> str:
    return describe_date(date) if date.known else "date not recorded"


def _end_of(text: str) -> str:
    """The end of the context before a quote, from a whole word on."""
    line = clean_line(text)
    if len(line) > CONTEXT:
        line = line[-CONTEXT:].partition(" ")[2]
    return line if not text[-1:].isspace() or line.endswith(" ") or not line else line + " "


def _start_of(text: str) -> str:
    """The start of the context behind a quote, up to a whole word."""
    line = clean_line(text)
    if len(line) > CONTEXT:
        line = line[:CONTEXT].rpartition(" ")[0]
    if line and line[-1] not in '.!?"”»':
        line += "…"
    return line if not text[:1].isspace() or line.startswith(" ") or not line else " " + line
