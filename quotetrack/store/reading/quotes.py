"""Reads the quotes of statements, each in the stored text around it."""

import sqlite3
from collections.abc import Sequence

from quotetrack.domain.records import QuoteRecord
from quotetrack.domain.vocabulary import AnchorState, Attribution, AttributionBasis, Form
from quotetrack.store.reading.columns import ARTICLE_COLUMNS, listed, to_article

CONTEXT_LENGTH = 240
"""Characters of the stored text shown on each side of a quote, at most."""

_QUERY = " ".join(
    (
        "SELECT quote.statement_id, quote.id, quote.exact, quote.form, quote.mention, quote.cue,",
        'quote.attribution, quote."start", quote."end", quote.timecode, quote.page, quote.region,',
        "quote.prefix, quote.suffix, quote.chain, quote.language, quote.translated_from,",
        "quote.translated_by, quote.attribution_basis,",
        "(SELECT anchoring.state FROM anchoring WHERE anchoring.quote_id = quote.id",
        "ORDER BY anchoring.at DESC, anchoring.id DESC LIMIT 1),",
        'substr(snapshot_text.text, max(quote."start" - :context, 0) + 1,',
        'min(quote."start", :context)),',
        'substr(snapshot_text.text, quote."end" + 1, :context),',
        ARTICLE_COLUMNS,
        "FROM quote",
        "LEFT JOIN snapshot_text ON snapshot_text.id = quote.snapshot_text_id",
        "LEFT JOIN article ON article.id = quote.article_id",
        "LEFT JOIN outlet ON outlet.id = article.outlet_id",
        "WHERE quote.statement_id IN (SELECT value FROM json_each(:statements)) ORDER BY quote.id",
    )
)


def read_quotes(
    connection: sqlite3.Connection, statements: Sequence[int]
) -> dict[int, list[QuoteRecord]]:
    """The quotes of each of these statements, in the order they were entered."""
    quotes: dict[int, list[QuoteRecord]] = {}
    # One character more than is shown tells whether the text goes on.
    found = connection.execute(
        _QUERY, {"statements": listed(statements), "context": CONTEXT_LENGTH + 1}
    )
    for statement, identifier, exact, form, mention, cue, attribution, *columns in found:
        start, end, timecode, page, region, prefix, suffix = columns[:7]
        chain, language, translated_from, translated_by, basis, state, before, after = columns[7:15]
        quotes.setdefault(statement, []).append(
            QuoteRecord(
                identifier,
                exact,
                Form(form),
                mention,
                cue,
                Attribution(attribution),
                to_article((*columns[15:],)),
                start,
                end,
                describe_locator(timecode, page, region),
                AnchorState(state) if state else AnchorState.UNANCHORED,
                prefix if before is None else text_before(before),
                suffix if after is None else text_after(after),
                chain,
                language,
                translated_from,
                translated_by,
                AttributionBasis(basis),
            )
        )
    return quotes


def describe_locator(timecode: float | None, page: int | None, region: str | None) -> str | None:
    """Where in a recording, document or image: "1:02:33", "page 4", "region 10,20,30,40"."""
    parts = []
    if timecode is not None:
        minutes, seconds = divmod(int(timecode), 60)
        hours, minutes = divmod(minutes, 60)
        parts.append(f"{hours}:{minutes:02}:{seconds:02}")
    if page is not None:
        parts.append(f"page {page}")
    if region is not None:
        parts.append(f"region {region}")
    return ", ".join(parts) or None


def text_before(text: str) -> str:
    """The end of a text: from the start of a paragraph if one is near, else of a word."""
    if len(text) <= CONTEXT_LENGTH:
        return text
    text = text[1:]
    paragraph = text.find("\n", 0, CONTEXT_LENGTH // 2)
    if paragraph >= 0:
        return text[paragraph:].lstrip()
    gap = next((place for place, letter in enumerate(text[:-1]) if letter.isspace()), None)
    return text if gap is None else text[gap + 1 :]


def text_after(text: str) -> str:
    """The beginning of a text: to the end of a paragraph if one is near, else of a word."""
    if len(text) <= CONTEXT_LENGTH:
        return text
    text = text[:-1]
    paragraph = text.rfind("\n", CONTEXT_LENGTH // 2)
    if paragraph >= 0:
        return text[:paragraph].rstrip()
    gap = next((place for place in range(len(text) - 1, 0, -1) if text[place].isspace()), None)
    return text if gap is None else text[:gap]
