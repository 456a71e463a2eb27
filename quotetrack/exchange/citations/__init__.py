"""Citations of statements, one format a file."""

from collections.abc import Sequence

from quotetrack.domain.citation_records import Citation, CitationFormat


def write_citations(
    citations: Sequence[Citation], citation_format: CitationFormat, template: str | None = None
) -> str:
    """The citations in one format, as one text.

    Args:
        template: the house template; None for the default one. No other format uses it.

    Raises:
        TemplateError: the template cannot be used.
    """
    if citation_format is CitationFormat.HOUSE:
        from quotetrack.exchange.citations import house

        return house.write(citations, template)
    if citation_format is CitationFormat.MARKDOWN:
        from quotetrack.exchange.citations import markdown

        return markdown.write(citations)
    if citation_format is CitationFormat.CSL_JSON:
        from quotetrack.exchange.citations import csl_json

        return csl_json.write(citations)
    from quotetrack.exchange.citations import bibtex

    return bibtex.write(citations)
