"""The time between the two sides of a contradiction, in words."""

import pytest

from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.vocabulary import Precision
from quotetrack.tui.time_between import describe_time_between


def day(text: str, last: str | None = None) -> UncertainDate:
    return UncertainDate(text, last or text, Precision.DAY)


def clock(text: str, zone: str | None = None) -> UncertainDate:
    return UncertainDate(text, text, Precision.MINUTE, zone)


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (day("2022-12-05"), day("2023-03-02"), "87 days later"),
        (day("2022-12-05"), day("2022-12-05", "2023-03-02"), "between 0 and 87 days later"),
        (day("2022-12-05", "2022-12-07"), day("2022-12-09"), "between 2 and 4 days later"),
        (day("2022-12-05"), day("2022-12-06"), "1 day later"),
        (day("2022-12-05"), day("2022-12-05"), "on the same day"),
        (day("2022-12-05"), UNKNOWN_DATE, "time between not recorded"),
        (day("2022-12-05"), UncertainDate(None, "2022-12-08"), "at most 3 days later"),
        (day("2022-12-05"), UncertainDate("2022-12-08", None), "at least 3 days later"),
        (
            day("2022-12-05"),
            day("2022-12-04"),
            "dated 1 day before the other: check the dates",
        ),
        (
            clock("2022-12-05T10:15", "Asia/Baku"),
            clock("2022-12-05T14:30", "Asia/Baku"),
            "4 hours 15 minutes later, on the same day",
        ),
        (clock("2022-12-05T10:15"), clock("2022-12-05T11:15"), "1 hour later, on the same day"),
        (clock("2022-12-05T10:15"), clock("2022-12-05T10:16"), "1 minute later, on the same day"),
        (
            clock("2022-12-05T10:15", "Asia/Baku"),
            clock("2022-12-05T10:16", "Europe/London"),
            "on the same day",
        ),
        (clock("2022-12-05T10:15"), clock("2022-12-06T10:16"), "1 day later"),
    ],
)
def test_time_between(earlier: UncertainDate, later: UncertainDate, words: str) -> None:
    assert describe_time_between(earlier, later) == words
