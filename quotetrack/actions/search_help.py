"""What a person is told of the search language: its fields, and the order of what it finds."""

from quotetrack.query.fields import FIELDS as FIELDS
from quotetrack.query.fields import Order
from quotetrack.query.language import parse_query


def order_of(query_text: str) -> str:
    """The order of what a search finds in words; "" for the newest first, as it is without sort:.

    Raises:
        QueryError: the search cannot be read.
    """
    order = parse_query(query_text).order
    return "" if order is Order.NEWEST else FIELDS["sort"].values[order.value]
