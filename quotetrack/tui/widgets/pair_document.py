"""Sets a pair of a contradiction as paragraphs: who said what, when, by which source."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.records import ArticleSummary, EventRecord, QuoteRecord, StatementRecord
from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.vocabulary import DateBasis, Relation
from quotetrack.tui.link_words import BASIS_WORDS, decision_sign
from quotetrack.tui.pairs import LONGEST, Pair, Side
from quotetrack.tui.widgets.document_pane import Paragraph
from quotetrack.tui.widgets.glyphs import EVENTS
from quotetrack.tui.widgets.source_words import source_line
from quotetrack.tui.widgets.tones import Tones
from quotetrack.tui.word_difference import Piece

_CONTEXT = 140
_SOURCES = 3


class PairDocument:
    """Makes the paragraphs of one pair in the tones of a pane."""

    def __init__(self, pair: Pair, tones: Tones) -> None:
        self._pair = pair
        self._tones = tones

    def head(self) -> Iterator[Paragraph]:
        """What was decided, what it rests on, and the time between the two."""
        record = self._pair.record
        sign = decision_sign(record.state, record.basis)
        text = Text().append(str(sign), self._tones.of(sign) + self._tones["strong"])
        if record.relation is Relation.IN_TENSION:
            text.append("  in tension, two speakers", self._tones["quiet"])
        text.append(f"  {BASIS_WORDS[record.basis] if record.basis else 'basis not recorded'}")
        text.append("  ·  ", self._tones["quiet"])
        text.append(self._pair.between, self._tones["strong"])
        yield Paragraph(text)

    def side(self, side: Side, *, chosen: bool) -> Iterator[Paragraph]:
        """One side; the title of the chosen one, on which keys act, is lit."""
        record = self._pair.record
        if side == "earlier":
            yield from self._statement("EARLIER", record.earlier, self._pair.earlier, chosen)
        elif record.later is not None:
            yield from self._statement("LATER", record.later, self._pair.later, chosen)
        elif record.later_event is not None:
            yield from self._event(record.later_event)

    def reasons(self) -> Iterator[Paragraph]:
        """Why these two, and who decided."""
        record = self._pair.record
        quiet = self._tones["quiet"]
        if record.reasons:
            yield Paragraph(Text().append("Why these two", self._tones["heading"]))
        for reason in record.reasons:
            yield Paragraph(Text(f"· {clean_line(reason)}"), 0, 2)
        if not self._pair.alike:
            few = "They share few words; only numbers and negations are marked."
            yield Paragraph(Text().append(few, quiet))
        if record.score is not None:
            yield self._fact("score", f"{record.score:.2f}")
        if record.decided_by:
            when = f", {record.decided_at[:10]}" if record.decided_at else ""
            yield self._fact("decided by", f"{clean_line(record.decided_by)}{when}")

    def _statement(
        self, place: str, record: StatementRecord, pieces: Sequence[Piece], chosen: bool
    ) -> Iterator[Paragraph]:
        row = record.row
        quiet = self._tones["quiet"]
        yield self._title(place, describe_date(row.said), chosen)
        yield Paragraph(Text().append(clean_line(row.speaker_name), self._tones["strong"]))
        if row.role:
            yield Paragraph(Text().append(clean_line(row.role), quiet))
        if record.on_behalf_of:
            yield Paragraph(Text().append(f"for {clean_line(record.on_behalf_of)}", quiet))
        yield Paragraph(Text())
        before, after = _context(record)
        differing = self._tones["strong"] + self._tones["underline"]
        wording = Text().append(before, quiet)
        for piece in pieces:
            wording.append(piece.text, differing if piece.differs else None)
        yield Paragraph(wording.append(after, quiet))
        yield Paragraph(Text())
        yield from self._phrase(row.said)
        articles = list(dict.fromkeys(quote.article for quote in record.quotes)) or [None]
        for article in articles[:_SOURCES]:
            yield self._source(article)
        if len(articles) > _SOURCES:
            yield Paragraph(Text(f"and {len(articles) - _SOURCES} more sources"))

    def _event(self, event: EventRecord) -> Iterator[Paragraph]:
        sign = EVENTS[event.type]
        quiet = self._tones["quiet"]
        yield self._title("LATER", describe_date(event.happened), False)
        yield Paragraph(Text().append(str(sign), self._tones.of(sign) + self._tones["strong"]))
        if event.actor:
            yield Paragraph(Text().append(f"by {clean_line(event.actor)}", quiet))
        yield Paragraph(Text())
        if event.evidence:
            yield Paragraph(Text(f"“{shorten(clean_text(event.evidence), LONGEST)}”"))
            yield Paragraph(Text().append("as the source words it", quiet))
        else:
            yield Paragraph(Text().append("No wording of it is recorded.", quiet))
        yield Paragraph(Text())
        yield from self._phrase(event.happened)
        yield self._source(event.article)
        if event.characterised_by:
            yield self._fact("called so by", clean_line(event.characterised_by))
        if event.note:
            yield self._fact("note", shorten(clean_line(event.note), 300))

    def _title(self, place: str, date: str, chosen: bool) -> Paragraph:
        text = Text().append(f"{'▶ ' if chosen else ''}{place}", self._tones["heading"])
        return Paragraph(text.append(f"  {date}", self._tones["strong"]))

    def _phrase(self, date: UncertainDate) -> Iterator[Paragraph]:
        """The date in the words it was given in, unless it is shown in these words already."""
        if date.phrase and date.phrase.casefold() != describe_date(date).casefold():
            given = "typed as" if date.basis is DateBasis.ENTERED else "printed as"
            yield self._fact(given, f"“{shorten(clean_line(date.phrase), 60)}”")

    def _fact(self, name: str, text: str) -> Paragraph:
        return Paragraph(Text().append(f"{name} ", self._tones["quiet"]).append(text), 0, 2)

    def _source(self, article: ArticleSummary | None) -> Paragraph:
        if article is None:
            return Paragraph(Text().append("source not recorded", self._tones["quiet"]))
        return self._fact("in", shorten(source_line(article), 160))


def _context(record: StatementRecord) -> tuple[str, str]:
    """What stands before and after the wording in the first source that has it.

    A sentence printed in two parts ("...", he said, "...") has the context of its first and of
    its last part.
    """
    text = _comparable(record.row.text)
    for first in record.quotes:
        if text.startswith(_comparable(first.exact)):
            parts = [quote for quote in record.quotes if quote.article == first.article]
            last = next((part for part in parts if text.endswith(_comparable(part.exact))), None)
            return _before(first), _after(last) if last else ""
    return "", ""


def _comparable(text: str) -> str:
    return " ".join(text.split()).strip(' .,;!?"“”‘’').casefold()


def _before(quote: QuoteRecord) -> str:
    """The end of the paragraph before the quote, from the start of a word."""
    text = clean_text(quote.before).rsplit("\n", 1)[-1]
    if len(text) <= _CONTEXT:
        return text
    return "…" + text[-_CONTEXT:].partition(" ")[2]


def _after(quote: QuoteRecord) -> str:
    """The rest of the paragraph after the quote, to the end of a word."""
    text = clean_text(quote.after).split("\n", 1)[0]
    if len(text) <= _CONTEXT:
        return text
    return text[:_CONTEXT].rpartition(" ")[0] + " …"
