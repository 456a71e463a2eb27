"""Reads the table [citation] of config.toml."""

from quotetrack.domain.citation_style import CitationFormat, CitationStyle
from quotetrack.domain.errors import UsageError
from quotetrack.exchange.citations.template import Template

_NAMES = {each.value.replace("_", "-"): each for each in CitationFormat}


def read_style(table: object) -> CitationStyle:
    """The style that the table asks for.

    Raises:
        UsageError: an entry is not what it has to be; for the template, a TemplateError.
    """
    if not isinstance(table, dict):
        raise UsageError('It has to be a table: [citation], then template = "...".')
    unknown = set(table) - {"format", "template"}
    if unknown:
        raise UsageError(f"'{min(unknown)}' means nothing there; it has format and template.")
    named, template = table.get("format", "house"), table.get("template")
    if not isinstance(named, str) or named.replace("_", "-") not in _NAMES:
        raise UsageError(f"'format' has to be one of {', '.join(_NAMES)}.")
    if template is not None:
        if not isinstance(template, str):
            raise UsageError("'template' has to be a text in quote marks.")
        Template(template)
    return CitationStyle(_NAMES[named.replace("_", "-")], template)
