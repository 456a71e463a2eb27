"""The sources of a statement as text: which hang together and why, and how each worded it."""

from quotetrack.cli.words import spaced
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import QuoteRecord, StatementRecord
from quotetrack.domain.vocabulary import Attribution, AttributionBasis


def sources_title(record: StatementRecord) -> str:
    """ "Sources: 3, 2 independent"."""
    found = record.independence
    if found.sources < 2:
        return "Sources"
    return f"Sources: {found.sources}, {found.independent} independent"


def source_entries(record: StatementRecord) -> list[str]:
    """An entry for each source, those that hang together under one that says why."""
    by_id = {quote.id: quote for quote in record.quotes}
    entries = []
    for group in record.independence.groups:
        if group.reasons:
            entries.append(f"{'; '.join(group.reasons)} (independent: {group.independent})")
        entries += [quote_text(by_id[each]) for each in group.quotes]
    return entries


def quote_text(quote: QuoteRecord) -> str:
    """One source's rendering: the words, how it has them, and where they stand."""
    article = quote.article
    source = "no source stored"
    if article is not None:
        named = (article.title or article.url or "untitled", article.outlet, article.published)
        source = f"{short_identifier(article.id)} " + ", ".join(part for part in named if part)
    place = f" at {quote.start}–{quote.end}" if quote.start is not None else ""
    place = f" at {quote.locator}" if quote.locator and not place else place
    facts = [spaced(quote.form.value), spaced(quote.anchor_state.value) + place]
    if quote.translated_from:
        by = f" by {quote.translated_by}" if quote.translated_by else ""
        facts.append(f"{quote.language}, translated from {quote.translated_from}{by}")
    elif quote.language:
        facts.append(quote.language)
    if quote.attribution is not Attribution.UNVERIFIED:
        facts.append(f"attribution {spaced(quote.attribution.value)}")
    if quote.attribution_basis is not AttributionBasis.ON_RECORD:
        facts.append(f"terms: {spaced(quote.attribution_basis.value)}")
    if quote.chain:
        facts.append(f"taken from {quote.chain}")
    return f"{short_identifier(quote.id)} “{quote.exact}” ({', '.join(facts)}) {source}"
