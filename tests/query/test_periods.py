"""What `said:` takes for a period of time."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.query.periods import PeriodNotUnderstood, parse_period


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-12", ("2022-12-01", "2022-12-31")),
        ("2022-12-05", ("2022-12-05", "2022-12-05")),
        ("2022-12..2023-03", ("2022-12-01", "2023-03-31")),
        ("2022-12-05..2023", ("2022-12-05", "2023-12-31")),
        ("..2023", (None, "2023-12-31")),
        ("2022..", ("2022-01-01", None)),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("1900-02", ("1900-02-01", "1900-02-28")),
        ("2000-02", ("2000-02-01", "2000-02-29")),
    ],
)
def test_a_period_covers_its_first_to_its_last_day(
    typed: str, meant: tuple[str | None, str | None]
) -> None:
    assert parse_period(typed) == meant


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("", "2022-12-05"),
        ("..", "one side"),
        ("22", "'22'"),
        ("2022-1", "'2022-1'"),
        ("2022-13", "01 to 12"),
        ("2022-00", "01 to 12"),
        ("2023-02-29", "01 to 28"),
        ("2022-12-00", "01 to 31"),
        ("0000", "no year 0000"),
        ("5.12.2022", "'5.12.2022'"),
        ("２０２２", "'２０２２'"),
        ("2022...2023", "'.2023'"),
        ("2023..2022", "2022..2023"),
    ],
)
def test_what_is_no_period_is_named(typed: str, named: str) -> None:
    with pytest.raises(PeriodNotUnderstood) as refused:
        parse_period(typed)
    assert named in str(refused.value)


@given(st.dates())
def test_every_day_and_month_there_is_is_understood(day: datetime.date) -> None:
    length = calendar.monthrange(day.year, day.month)[1]
    month = day.isoformat()[:7]
    assert parse_period(day.isoformat()) == (day.isoformat(), day.isoformat())
    assert parse_period(month) == (f"{month}-01", f"{month}-{length}")
