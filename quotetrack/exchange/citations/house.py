"""Citations after the house template, one a line."""

from collections.abc import Sequence

from quotetrack.domain.citation_records import Citation
from quotetrack.exchange.citations.fields import fields_of
from quotetrack.exchange.citations.template import DEFAULT_TEMPLATE, Template


def write(citations: Sequence[Citation], template: str | None = None) -> str:
    """One line a citation, by the template given or the default one.

    Raises:
        TemplateError: the template cannot be used.
    """
    house = Template(template or DEFAULT_TEMPLATE)
    return "\n".join(house.fill(fields_of(citation)) for citation in citations)
