"""The sources of a statement as paragraphs: which hang together, and how each worded it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import Attribution, AttributionBasis
from quotetrack.tui.widgets.document_pane import Paragraph
from quotetrack.tui.widgets.facts import ATTRIBUTION_BASES, ATTRIBUTIONS
from quotetrack.tui.widgets.glyphs import ANCHORS
from quotetrack.tui.widgets.source_words import bare, source_line
from quotetrack.tui.word_difference import mark_differences, only_telling, share_kept

if TYPE_CHECKING:
    from quotetrack.domain.records import QuoteRecord, StatementRecord
    from quotetrack.domain.source_records import SourceGroup
    from quotetrack.tui.widgets.tones import Tones

_ALIKE = 0.25
"""A wording that shares less is another sentence, and marking all of it would say nothing."""

_LONGEST_COMPARED = 1_500
"""Characters of a wording that are compared; the comparison is paid for while a key is held."""


class SourceParagraphs:
    """Makes the paragraphs of the sources in the tones of a pane."""

    def __init__(self, record: "StatementRecord", tones: "Tones") -> None:
        self._record = record
        self._tones = tones
        self._quotes = {quote.id: quote for quote in record.quotes}
        self._best = clean_line(record.row.text)
        self._best_language = record.language or next(
            (quote.language for quote in record.quotes if clean_line(quote.exact) == self._best),
            None,
        )

    def count(self) -> str:
        """How many there are and how many of them are independent, where there are several."""
        found = self._record.independence
        return f"{found.sources}, {found.independent} independent" if found.sources > 1 else ""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Group after group, each with the reason why it hangs together."""
        independence = self._record.independence
        if not self._quotes:
            yield Paragraph(Text("No source recorded.", self._tones["quiet"]), 2, 2)
        for place, group in enumerate(independence.groups):
            if place:
                yield Paragraph(Text())
            if independence.sources > 1:
                yield from self._verdict(group)
            for number in group.quotes:
                yield from self._source(self._quotes[number])

    def _verdict(self, group: "SourceGroup") -> Iterator[Paragraph]:
        articles = [self._quotes[number].article for number in group.quotes]
        many = len({article.id if article else -place for place, article in enumerate(articles)})
        if many == 1:
            words = "independent" if group.independent else "not counted"
        elif group.independent:
            words = f"{many} sources that hang together, counted as {group.independent}"
        else:
            words = f"{many} sources that hang together, not counted"
        tone = self._tones["success" if group.independent else "warning"]
        head = Text().append("● " if group.independent else "○ ", tone)
        yield Paragraph(head.append(words, self._tones["strong"]), 2, 4)
        for reason in group.reasons:
            yield Paragraph(Text(clean_line(reason), self._tones["quiet"]), 4, 6)

    def _source(self, quote: "QuoteRecord") -> Iterator[Paragraph]:
        tones = self._tones
        article = quote.article
        title = clean_line(article.title) if article and article.title else "no title recorded"
        yield Paragraph(Text(title, tones["strong"]), 2, 4)
        yield Paragraph(Text(source_line(article, title=False), tones["quiet"]), 4, 4)
        if article and article.url:
            yield Paragraph(Text(clean_line(article.url), tones["primary"]), 4, 6)
        yield from self._wordings(quote)
        yield self._anchor(quote)
        yield from self._attribution(quote)
        named = [
            f"{label} “{clean_line(words)}”"
            for label, words in (
                ("named as", quote.mention),
                ("cue", quote.cue),
                ("taken from", quote.chain),
            )
            if words
        ]
        if named:
            yield Paragraph(Text(", ".join(named), tones["quiet"]), 4, 4)

    def _attribution(self, quote: "QuoteRecord") -> Iterator[Paragraph]:
        """How sure it is and on what terms, where that is anything but the usual."""
        text = Text()
        if quote.attribution is not Attribution.UNVERIFIED:
            sign = ATTRIBUTIONS[quote.attribution]
            text.append(f"{sign}  ", self._tones.of(sign))
        if quote.attribution_basis is not AttributionBasis.ON_RECORD:
            terms = f"given {ATTRIBUTION_BASES[quote.attribution_basis]}"
            text.append(terms, self._tones["quiet"])
        if text:
            yield Paragraph(text, 4, 6)

    def _wordings(self, quote: "QuoteRecord") -> Iterator[Paragraph]:
        """How the source worded it; above a translation, the words that it translates."""
        original = self._original_of(quote)
        if original is not None:
            words = _language_words(original, has_translation=True)
            outlet = original.article.outlet if original.article else None
            yield self._label(f"{words}, in {clean_line(outlet)}" if outlet else words)
            yield self._wording(original)
        translated = any(self._original_of(each) is quote for each in self._quotes.values())
        label = _language_words(quote, has_translation=translated)
        if label:
            yield self._label(label)
        if clean_line(quote.exact) != self._best or label:
            yield self._wording(quote)

    def _label(self, words: str) -> Paragraph:
        return Paragraph(Text(words, self._tones["secondary"]), 4, 6)

    def _wording(self, quote: "QuoteRecord") -> Paragraph:
        words = bare(quote.exact)
        text = Text("“")
        if not self._comparable(quote, words):
            return Paragraph(text.append(words + "”"), 4, 4)
        best, pieces = mark_differences(self._best, words)
        if max(share_kept(best), share_kept(pieces)) < _ALIKE:
            pieces = only_telling(pieces)
        marked = self._tones["strong"] + self._tones["underline"]
        for piece in pieces:
            text.append(piece.text, marked if piece.differs else "")
        return Paragraph(text.append("”"), 4, 4)

    def _comparable(self, quote: "QuoteRecord", words: str) -> bool:
        """Whether it differs from the best wording, in the same language, at a fair length."""
        foreign = quote.language and self._best_language and quote.language != self._best_language
        longest = max(len(words), len(self._best))
        return not foreign and longest <= _LONGEST_COMPARED and words != self._best

    def _original_of(self, quote: "QuoteRecord") -> "QuoteRecord | None":
        if not quote.translated_from:
            return None
        return next(
            (
                each
                for each in self._quotes.values()
                if each.language == quote.translated_from and not each.translated_from
            ),
            None,
        )

    def _anchor(self, quote: "QuoteRecord") -> Paragraph:
        tones = self._tones
        sign = ANCHORS[quote.anchor_state]
        anchor = Text().append(str(sign), tones.of(sign))
        if quote.start is not None and quote.end is not None:
            anchor.append(f", characters {quote.start}–{quote.end}", tones["quiet"])
        elif quote.locator:
            anchor.append(f", {clean_line(quote.locator)}", tones["quiet"])
        return Paragraph(anchor, 4, 6)


def _language_words(quote: "QuoteRecord", *, has_translation: bool) -> str:
    """ "pt, original", "en, translated from pt by The Channel Post", or nothing to say."""
    language = clean_line(quote.language or "language not recorded")
    if quote.translated_from:
        words = f"{language}, translated from {clean_line(quote.translated_from)}"
        return f"{words} by {clean_line(quote.translated_by)}" if quote.translated_by else words
    return f"{language}, original" if has_translation else ""
