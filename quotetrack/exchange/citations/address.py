"""Where the source of a quote opens: at the words, the second or the page."""

from quotetrack.domain.citation_records import CitedSource
from quotetrack.exchange import source_addresses


def address_at_quote(source: CitedSource) -> str | None:
    """The address of the source at the quote; None where no web address is recorded."""
    quote = source.quote
    address = source_addresses.web_address(quote.article.url if quote.article else None)
    if address is None:
        return None
    if source.timecode is not None:
        return source_addresses.at_second(address, source.timecode)
    if source.page is not None:
        return source_addresses.at_page(address, source.page)
    return source_addresses.at_words(address, quote.exact, quote.before, quote.after)
