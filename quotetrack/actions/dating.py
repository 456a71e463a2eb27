"""Dates out of text: those that a text names, and one that a person types."""

from datetime import date

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import DateNotUnderstood

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.analysis.dates import FoundDate


def dates_in(text: str, published: date | None, locale: str | None = None) -> "list[FoundDate]":
    """The dates that a text names, looking back from its publication.

    Args:
        text: plain text.
        published: the day of publication; without it only what names its year is dated.
        locale: where the source writes, such as "en-GB"; it settles what 3/4/2022 is, which
            stays undated where no locale is known.
    """
    from quotetrack.analysis.dates import find_dates
    from quotetrack.analysis.locales import writes_day_first

    return find_dates(text, published, day_first=writes_day_first(locale))


def read_typed_date(typed: str, reference: date) -> UncertainDate:
    """What a person types in a date field, or copies there from an article.

    Args:
        typed: the words. An empty text and "not recorded" give UNKNOWN_DATE.
        reference: the day from which to look back.

    Raises:
        DateNotUnderstood: the words are no date, or could be two.
    """
    from quotetrack.domain.typed_dates import parse_typed_date

    try:
        return parse_typed_date(typed, reference)
    except DateNotUnderstood:
        from quotetrack.analysis.date_phrase import read_phrase

        found = read_phrase(typed, reference)
        if found is None:
            raise
        return found
