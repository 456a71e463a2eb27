"""How citations are written: the format, and the house template."""

from enum import StrEnum
from typing import NamedTuple


class CitationFormat(StrEnum):
    """How a citation is written."""

    HOUSE = "house"
    MARKDOWN = "markdown"
    CSL_JSON = "csl_json"
    BIBTEX = "bibtex"


class CitationStyle(NamedTuple):
    """What a desk has chosen.

    Attributes:
        template: the house template; None for the default one.
    """

    format: CitationFormat = CitationFormat.HOUSE
    template: str | None = None


HOUSE_STYLE = CitationStyle()
"""What holds where nothing has been chosen."""
