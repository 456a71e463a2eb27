"""A date typed in a field: as a person writes it, or copied from an article."""

from datetime import date

import pytest

from quotetrack.actions.dating import read_typed_date
from quotetrack.analysis.locales import writes_day_first
from quotetrack.domain.errors import DateNotUnderstood
from quotetrack.domain.vocabulary import DateBasis

THURSDAY = date(2023, 3, 2)


@pytest.mark.parametrize(
    ("typed", "interval"),
    [
        ("5 Dec 2022", "2022-12-05/2022-12-05"),
        ("over the weekend", "2023-02-25/2023-02-26"),
        ("earlier this week", "2023-02-27/2023-03-01"),
        ("in the summer of 2021", "2021-06-01/2021-08-31"),
        ("the third quarter of 2022", "2022-07-01/2022-09-30"),
        ("on new year's eve", "2022-12-31/2022-12-31"),
        ("the end of january", "2023-01-21/2023-01-31"),
    ],
)
def test_a_phrase_of_an_article_can_be_typed(typed: str, interval: str) -> None:
    found = read_typed_date(typed, THURSDAY)
    assert f"{found.earliest}/{found.latest}" == interval
    assert (found.phrase, found.basis) == (typed, DateBasis.ENTERED)


@pytest.mark.parametrize(
    "typed", ["sometime", "after the vote on Friday", "Friday or Saturday", "3/4/2022", "soon"]
)
def test_what_is_not_one_date_is_refused(typed: str) -> None:
    with pytest.raises(DateNotUnderstood):
        read_typed_date(typed, THURSDAY)


def test_the_order_of_day_and_month_is_the_locales() -> None:
    known = {each: writes_day_first(each) for each in ("en-GB", "en_US", "en", None)}
    assert known == {"en-GB": True, "en_US": False, "en": None, None: None}
