"""The pane beside an article's text: what is known of it and how surely, snapshots, quotes."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.style import Style
from rich.text import Text

from quotetrack.domain.article_records import ArticleQuote, ArticleRecord, SnapshotRecord
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import ArticleSummary
from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.vocabulary import Certainty, Status
from quotetrack.tui.speaker_letters import SpeakerLetters
from quotetrack.tui.widgets.document_pane import DocumentPane, Paragraph
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.glyphs import ANCHORS, status_sign

LABEL = 11
_QUOTE_LENGTH = 160


class ArticleFacts(DocumentPane):
    """Metadata with origin and certainty, snapshots, quotes, notes, and what relies on what."""

    HELP: ClassVar[str] = (
        "About the article\n\n"
        "What is known of it, where each field was read from and how sure that is: a question "
        "mark stands before what is unsure. Beneath, the snapshots from which its text was made, "
        "with their fingerprint; every quote recorded from it (a click goes there); notes; and "
        "which articles take their report from which.\n\n"
        "E changes the fields. Escape goes back to the text."
    )

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.record: ArticleRecord | None = None

    def show(self, record: ArticleRecord) -> None:
        """Show another article from its top, or the same one afresh where it was."""
        same = self.record is not None and self.record.summary.id == record.summary.id
        self.record = record
        self.border_subtitle = short_identifier(record.summary.id)
        self.draw_again(from_top=not same)

    def paragraphs(self) -> Iterable[Paragraph]:
        """What is known of the article."""
        if self.record is None:
            return
        yield from self._fields(self.record)
        yield from self._snapshots(self.record.snapshots)
        yield from self._quotes(self.record.quotes)
        yield from self._related("Relies on", self.record.relies_on)
        yield from self._related("Relied on by", self.record.relied_on_by)
        yield from self._notes(self.record)

    def _fields(self, record: ArticleRecord) -> Iterator[Paragraph]:
        summary = record.summary
        title = clean_line(summary.title or "untitled")
        yield Paragraph(Text(title, self.tones["strong"]))
        origin = self._origin(record, "title")
        if origin:
            unsure = origin.startswith("?")
            yield Paragraph(Text(origin, self.tones["warning" if unsure else "quiet"]))
        yield Paragraph(Text())
        published = describe_date(record.published) if record.published.known else None
        updated = describe_date(record.updated) if record.updated.known else None
        for label, field, value, always in (
            ("outlet", "outlet", summary.outlet, True),
            ("published", "published_at", published, True),
            ("updated", "updated_at", updated, False),
            ("byline", "byline", record.byline, True),
            ("account", "account", record.account, False),
            ("kind", "kind", summary.kind.value, True),
            ("provenance", "provenance", summary.provenance.value, True),
            ("language", "language", record.language, False),
        ):
            if value or always:
                yield self._fact(label, value, self._origin(record, field))
        for label, field, address in (
            ("address", "url", summary.url),
            ("canonical", "canonical_url", record.canonical_url),
        ):
            if address:
                yield self._fact(label, "", self._origin(record, field))
                yield Paragraph(Text(clean_line(address)), 2, 2)

    def _fact(self, label: str, value: str | None, origin: str) -> Paragraph:
        quiet = self.tones["quiet"]
        text = Text().append(label.ljust(LABEL), quiet)
        if value is None:
            text.append("not recorded", quiet)
        else:
            text.append(clean_line(value))
        if origin:
            unsure = origin.startswith("?")
            text.append(
                f" · {origin}" if value else origin, self.tones["warning"] if unsure else quiet
            )
        return Paragraph(text, 0, LABEL)

    def _origin(self, record: ArticleRecord, field: str) -> str:
        """Where a field was read from, in words; "?" before what is unsure."""
        origin = record.origins.get(field)
        if origin is None:
            return ""
        source = clean_line(origin.origin)
        words = "entered" if source == "entered" else f"from {source}"
        return f"? {words}, unsure" if origin.certainty is Certainty.UNSURE else f"{words}, sure"

    def _snapshots(self, snapshots: tuple[SnapshotRecord, ...]) -> Iterator[Paragraph]:
        yield from self._heading("Snapshots", len(snapshots))
        if not snapshots:
            yield Paragraph(Text("nothing was captured", self.tones["quiet"]))
        for snapshot in snapshots:
            at = snapshot.fetched_at[:16].replace("T", " ")
            by = f"{at} UTC by {clean_line(snapshot.captured_by)}"
            yield Paragraph(Text(by), 0, 2)
            parts = [snapshot.media_type, f"{snapshot.size:,} bytes"]
            if snapshot.http_status is not None:
                parts.append(f"HTTP {snapshot.http_status}")
            parts.append(f"text by {snapshot.extractor}" if snapshot.extractor else "no text")
            yield Paragraph(Text(clean_line(" · ".join(parts)), self.tones["quiet"]), 2, 2)
            yield Paragraph(Text(f"sha256 {snapshot.sha256}", self.tones["quiet"]), 2, 2)
            if snapshot.archive_url:
                archived = f"archived at {clean_line(snapshot.archive_url)}"
                yield Paragraph(Text(archived, self.tones["quiet"]), 2, 2)

    def _quotes(self, quotes: tuple[ArticleQuote, ...]) -> Iterator[Paragraph]:
        yield from self._heading("Quotes", len(quotes))
        if not quotes:
            yield Paragraph(Text("none recorded yet", self.tones["quiet"]))
        letters = SpeakerLetters(quotes)
        for quote in quotes:
            tone = self.tones[letters.tone(quote.speaker_id)]
            there = Style(meta={"@click": f"screen.go_to_quote({quote.id})"})
            head = Text().append(f"{letters.letter(quote.speaker_id)} ", tone)
            head.append(clean_line(quote.speaker_name), self.tones["strong"])
            if quote.status is not Status.NO_LATER_EVENT:
                sign = status_sign(quote.status, quote.status_event)
                head.append(f"  {sign}", self.tones.of(sign))
            if quote.start is None:
                state = ANCHORS[quote.state]
                head.append(f"  {state.glyph} not in this text", self.tones.of(state))
            head.stylize(there)
            yield Paragraph(head, 0, 2)
            yield Paragraph(Text(f"“{shorten(quote.exact, _QUOTE_LENGTH)}”", there), 2, 2)

    def _related(self, title: str, articles: tuple[ArticleSummary, ...]) -> Iterator[Paragraph]:
        if not articles:
            return
        yield from self._heading(title, len(articles))
        for article in articles:
            parts = [article.title or article.url or "untitled"]
            parts.append(article.outlet or article.kind.value)
            parts.append(stored_day(article.published))
            there = Style(meta={"@click": f"screen.go_to_article({article.id})"})
            yield Paragraph(Text(clean_line(" · ".join(parts)), there), 0, 2)

    def _notes(self, record: ArticleRecord) -> Iterator[Paragraph]:
        if not record.notes:
            return
        yield from self._heading("Notes", len(record.notes))
        for note in record.notes:
            for line in clean_text(note.text).splitlines() or [""]:
                yield Paragraph(Text(line), 0, 0)
            by = f"{clean_line(note.author)}, {stored_day(note.at)}"
            yield Paragraph(Text(by, self.tones["quiet"]), 2, 2)

    def _heading(self, title: str, count: int) -> Iterator[Paragraph]:
        yield Paragraph(Text())
        heading = Text().append(title, self.tones["heading"])
        if count > 1:
            heading.append(f"  {count}", self.tones["quiet"])
        yield Paragraph(heading)
