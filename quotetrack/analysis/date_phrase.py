"""One date by itself, as it stands in an article: "over the weekend", "in the summer of 2021"."""

import re
from datetime import date

from quotetrack.analysis.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from quotetrack.analysis.dates import find_dates
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import DateBasis

_LEAD = re.compile(r"(?i:(?:on|in|at|during|over|around|from|of)\s+)?(?i:the\s+)?")
_NAMES = re.compile(
    rf"\b(?:{'|'.join((*MONTH_NAMES, *WEEKDAY_NAMES))}|christmas|new year|boxing)\b", re.IGNORECASE
)


def read_phrase(phrase: str, reference: date) -> UncertainDate | None:
    """The date that a phrase is, as entered by a person; None where it is not one date wholly.

    Names of months and days need no capital here.
    """
    words = clean_line(phrase)
    capital = _NAMES.sub(lambda match: match.group().title(), words)
    found = find_dates(capital, reference, day_first=None)
    if len(found) != 1 or not found[0].when.known:
        return None
    (only,) = found
    if only.end != len(capital) or not _LEAD.fullmatch(capital[: only.start]):
        return None
    return only.when._replace(phrase=words, basis=DateBasis.ENTERED)
