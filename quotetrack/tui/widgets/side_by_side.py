"""A pair of a contradiction side by side: who said what, when, by which source."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.records import (
    ArticleSummary,
    ContradictionRecord,
    EventRecord,
    QuoteRecord,
    StatementRecord,
)
from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.vocabulary import DateBasis, Relation
from quotetrack.tui.link_words import BASIS_WORDS, decision_sign
from quotetrack.tui.time_between import describe_time_between
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.glyphs import EVENTS
from quotetrack.tui.word_difference import Piece, mark_differences, only_telling, share_kept

_WORDING = 2_000  # what of a wording is shown; more would bury the other side
_CONTEXT = 140
_ALIKE = (
    0.25  # two wordings that share less are two sentences, and marking all of both says nothing
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A contradiction made ready to be shown; made in a worker, since comparing takes time."""

    head: Content
    earlier: Content
    later: Content
    reasons: Content


class SideBySide(VerticalScroll):
    """Head, the two sides, and the reasons; it scrolls as one, so that both stay level."""

    DEFAULT_CSS = """
    SideBySide {
        height: 1fr; scrollbar-size-vertical: 1; padding: 0 1;
        & Static { height: auto; }
        & #sides { height: auto; margin: 1 0 0 0; }
        & .side { width: 1fr; padding: 0 1; border-left: outer $primary-muted; }
        & #later { border-left: outer $warning-muted; }
        & #reasons { margin: 1 0 0 0; }
        &.-none #sides, &.-none #reasons { display: none; }
    }
    """

    pair: reactive[Pair | None] = reactive(None)

    def compose(self) -> ComposeResult:
        """Head, the two sides, reasons."""
        yield Static(id="head", markup=False)
        with Horizontal(id="sides"):
            yield Static(id="earlier", classes="side", markup=False)
            yield Static(id="later", classes="side", markup=False)
        yield Static(id="reasons", markup=False)

    def watch_pair(self, pair: Pair | None) -> None:
        """Show another pair, from its top."""
        self.set_class(pair is None, "-none")
        if not self.is_mounted:
            return
        self.query_one("#head", Static).update(pair.head if pair else "")
        if pair is not None:
            self.query_one("#earlier", Static).update(pair.earlier)
            self.query_one("#later", Static).update(pair.later)
            self.query_one("#reasons", Static).update(pair.reasons)
        self.scroll_home(animate=False)


def make_pair(record: ContradictionRecord) -> Pair:
    """Everything about a pair in words, the words that differ underlined and bold."""
    earlier_text = _wording(record.earlier)
    if record.later is not None:
        earlier_pieces, later_pieces = mark_differences(earlier_text, _wording(record.later))
        alike = max(share_kept(earlier_pieces), share_kept(later_pieces)) >= _ALIKE
        if not alike:
            earlier_pieces, later_pieces = only_telling(earlier_pieces), only_telling(later_pieces)
        later = _statement(record.later, later_pieces, "LATER")
        later_date = record.later.row.said
    else:
        event = record.later_event
        if event is None:
            raise ValueError("a contradiction has a later end")
        earlier_pieces = (Piece(earlier_text, False),)
        alike = True
        later = _event(event)
        later_date = event.happened
    return Pair(
        head=_head(record, describe_time_between(record.earlier.row.said, later_date)),
        earlier=_statement(record.earlier, earlier_pieces, "EARLIER"),
        later=later,
        reasons=_reasons(record, alike),
    )


def _head(record: ContradictionRecord, between: str) -> Content:
    sign = decision_sign(record.state, record.basis)
    basis = BASIS_WORDS[record.basis] if record.basis else "basis not recorded"
    tension = record.relation is Relation.IN_TENSION
    return Content.assemble(
        (str(sign), f"bold ${sign.tone}"),
        ("  in tension, two speakers" if tension else "", "$quiet"),
        f"  {basis}  ",
        ("·  ", "$quiet"),
        (between, "bold"),
    )


def _statement(record: StatementRecord, pieces: tuple[Piece, ...], place: str) -> Content:
    row = record.row
    before, after = _context(record)
    parts: list[Content] = [
        _title(place, describe_date(row.said)),
        Content.styled(clean_line(row.speaker_name), "bold"),
    ]
    if row.role:
        parts.append(Content.styled(clean_line(row.role), "$quiet"))
    if record.on_behalf_of:
        parts.append(Content.styled(f"for {clean_line(record.on_behalf_of)}", "$quiet"))
    parts.append(Content(""))
    parts.append(
        Content.assemble(
            (before, "$quiet"),
            *((piece.text, "bold underline" if piece.differs else "") for piece in pieces),
            (after, "$quiet"),
        )
    )
    parts.append(Content(""))
    parts.extend(_phrase(row.said))
    sources = list(dict.fromkeys(quote.article for quote in record.quotes)) or [None]
    parts.extend(_source(article) for article in sources[:3])
    if len(sources) > 3:
        parts.append(_fact("", f"and {len(sources) - 3} more sources"))
    return Content("\n").join(parts)


def _event(event: EventRecord) -> Content:
    sign = EVENTS[event.type]
    parts = [
        _title("LATER", describe_date(event.happened)),
        Content.styled(str(sign), f"bold ${sign.tone}"),
    ]
    if event.actor:
        parts.append(Content.styled(f"by {clean_line(event.actor)}", "$quiet"))
    parts.append(Content(""))
    if event.evidence:
        parts.append(Content(f"“{shorten(clean_text(event.evidence), _WORDING)}”"))
        parts.append(Content.styled("as the source words it", "$quiet"))
    else:
        parts.append(Content.styled("No wording of it is recorded.", "$quiet"))
    parts.append(Content(""))
    parts.extend(_phrase(event.happened))
    parts.append(_source(event.article))
    if event.characterised_by:
        parts.append(_fact("called so by", clean_line(event.characterised_by)))
    if event.note:
        parts.append(_fact("note", shorten(clean_line(event.note), 300)))
    return Content("\n").join(parts)


def _reasons(record: ContradictionRecord, alike: bool) -> Content:
    parts = []
    if record.reasons:
        parts.append(Content.styled("Why these two", "bold $primary"))
        parts.extend(Content(f"· {clean_line(reason)}") for reason in record.reasons)
    if not alike:
        few = "They share few words; only numbers and negations are marked."
        parts.append(Content.styled(few, "$quiet"))
    if record.score is not None:
        parts.append(_fact("score", f"{record.score:.2f}"))
    if record.decided_by:
        when = f", {record.decided_at[:10]}" if record.decided_at else ""
        parts.append(_fact("decided by", f"{clean_line(record.decided_by)}{when}"))
    return Content("\n").join(parts)


def _title(place: str, date: str) -> Content:
    return Content.assemble((f"{place}  ", "bold $primary"), (date, "bold"))


def _phrase(date: UncertainDate) -> list[Content]:
    """The date in the words it was given in, unless it is shown in these words already."""
    if not date.phrase or date.phrase.casefold() == describe_date(date).casefold():
        return []
    given = "typed as" if date.basis is DateBasis.ENTERED else "printed as"
    return [_fact(given, f"“{shorten(clean_line(date.phrase), 60)}”")]


def _fact(name: str, text: str) -> Content:
    return Content.assemble((f"{name} " if name else "", "$quiet"), text)


def _source(article: ArticleSummary | None) -> Content:
    if article is None:
        return Content.styled("source not recorded", "$quiet")
    facts = [clean_line(article.outlet)] if article.outlet else []
    facts += [stored_day(article.published).strip()] if article.published else []
    title = shorten(clean_line(article.title or article.url or "untitled"), 120)
    return Content.assemble(
        ("in ", "$quiet"), title, (" · " + " · ".join(facts) if facts else "", "$quiet")
    )


def _wording(record: StatementRecord) -> str:
    return shorten(clean_text(record.row.text), _WORDING)


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
