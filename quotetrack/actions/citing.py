"""Citing statements, and finding the address at which a source opens at the quote."""

from collections.abc import Sequence

from quotetrack.domain.citation_records import (
    Citable,
    Citation,
    CitationFormat,
    Cited,
    CitedSource,
    CitedStatement,
)
from quotetrack.domain.errors import NotFound, Refused, UsageError
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.vocabulary import AttributionBasis
from quotetrack.exchange.citations import write_citations
from quotetrack.exchange.citations.address import address_at_quote
from quotetrack.exchange.citations.fields import fields_of
from quotetrack.exchange.source_addresses import web_address
from quotetrack.store.database import Reader
from quotetrack.store.reading.citations import read_citables

MOST_AT_ONCE = 2_000
"""So many statements are cited at once at most."""


def find_citables(reader: Reader, statement_ids: Sequence[int]) -> list[Citable]:
    """These statements with all that they can be cited from, the best source of each first.

    Raises:
        NotFound: one of them is not there.
    """
    found = read_citables(reader.connection, statement_ids)
    known = {citable.record.row.id for citable in found}
    for identifier in statement_ids:
        if identifier not in known:
            raise NotFound(
                f"There is no statement {short_identifier(identifier)}. A search shows the ids."
            )
    return found


def cite(
    reader: Reader,
    statement_ids: Sequence[int],
    citation_format: CitationFormat = CitationFormat.HOUSE,
    *,
    quote_id: int | None = None,
    template: str | None = None,
) -> Cited:
    """The citations of these statements as one text.

    Args:
        quote_id: which of the quotes of the one statement to cite; None: the words as spoken
            before a translation, and what stands in a stored text before what does not.
        template: the house template; None for the default one.

    Raises:
        UsageError: no statement was named, a quote for several of them, or the template cannot
            be used.
        NotFound: one of the statements is not there, or the quote is not one of it.
        Refused: one was said off the record, or these are too many.
    """
    return write(
        [
            from_source(citable, quote_id)
            for citable in find_citables(reader, _checked(statement_ids, quote_id))
        ],
        citation_format,
        template,
    )


def write(
    citations: Sequence[Citation], citation_format: CitationFormat, template: str | None = None
) -> Cited:
    """Citations whose sources have been chosen, as one text."""
    return Cited(
        citation_format,
        write_citations(citations, citation_format, template),
        tuple(
            CitedStatement(
                citation.record.row.id,
                citation.source.quote.id if citation.source else None,
                fields_of(citation)._asdict(),
            )
            for citation in citations
        ),
    )


def from_source(citable: Citable, quote_id: int | None = None) -> Citation:
    """The statement cited from the quote named, else from its best one.

    Raises:
        NotFound: the quote is not one of this statement.
        Refused: it was said off the record.
    """
    source = source_of(citable, quote_id)
    if source is not None and source.attribution_basis is AttributionBasis.OFF_RECORD:
        raise Refused(
            f"Statement {short_identifier(citable.record.row.id)} was made off the record; it is "
            "not cited. Find a source who says it on the record."
        )
    return Citation(citable.record, source)


def source_of(citable: Citable, quote_id: int | None = None) -> CitedSource | None:
    """The source that a quote id means, else the best; None where none is recorded.

    Raises:
        NotFound: the quote is not one of this statement.
    """
    for source in citable.sources:
        if quote_id is None or source.quote.id == quote_id:
            return source
    if quote_id is None:
        return None
    raise NotFound(
        f"Quote {short_identifier(quote_id)} is none of statement "
        f"{short_identifier(citable.record.row.id)}. 'quotetrack show' lists its quotes."
    )


def find_address(reader: Reader, statement_id: int, quote_id: int | None = None) -> str:
    """The web address at which a source of the statement opens at the quote.

    Without a quote named, the best source that has an address.

    Raises:
        NotFound: no such statement or quote, or no web address is recorded.
    """
    (citable,) = find_citables(reader, (statement_id,))
    wanted = citable.sources if quote_id is None else (source_of(citable, quote_id),)
    for source in wanted:
        address = address_at_quote(source) if source is not None else None
        if address is not None:
            return address
    if not any(source is not None and source.quote.article for source in wanted):
        raise NotFound("No source is recorded for these words, so there is nothing to open.")
    raise NotFound(
        "No web address is recorded for the source of this statement. Record one where the "
        "article is edited (E on its screen)."
    )


def recorded_address(url: str | None) -> str:
    """A recorded address as it may be opened.

    Raises:
        NotFound: none is recorded, or it is no web address.
    """
    address = web_address(url)
    if address is None:
        raise NotFound("No web address is recorded here. Record one with E, where it is edited.")
    return address


def _checked(statement_ids: Sequence[int], quote_id: int | None) -> Sequence[int]:
    if not statement_ids:
        raise UsageError("Name at least one statement to cite.")
    if quote_id is not None and len(statement_ids) > 1:
        raise UsageError("A quote is chosen for one statement; several were named.")
    if len(statement_ids) > MOST_AT_ONCE:
        raise Refused(
            f"These are {len(statement_ids):,} statements; at most {MOST_AT_ONCE:,} are cited at "
            "once. Name or mark fewer."
        )
    return statement_ids
