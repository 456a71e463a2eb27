"""The search terms that a statement's values give."""

import pytest

from quotetrack.domain.search_terms import Searchable, search_terms

PLAIN = Searchable(42, "no_later_event", "open", "draft")


def test_each_value_has_a_term_of_its_own() -> None:
    statement = PLAIN._replace(
        status="denied",
        status_event="denied_saying",
        workflow="in_review",
        role_title="Vice-Président",
        role_organisation="Conseil d'État, Vice",
        events=["retracted", "denied_saying", "retracted"],
        tags=[9, 8],
        forms=["verbatim", "partial", "verbatim"],
        outlets=[7],
        contradicted=True,
        noted=True,
        said_from="2022-12-05",
        said_to="2022-12-05T14:30",
    )
    assert search_terms(statement) == (
        "s42 tdenied vopen winreview adeniedsaying edeniedsaying eretracted g8 g9 fpartial"
        " fverbatim o7 rvice rpresident rconseil rd retat hcontradiction hnote y2022 m202212"
    )


@pytest.mark.parametrize(
    ("earliest", "latest", "terms"),
    [
        (None, None, ""),
        ("2022-12-05", "2023-01-02", " y2022 y2023 m202212 m202301"),
        ("0987-01-01", "0987-01-31", " y0987 m098701"),
        ("2022-01-01", "2023-12-31", " y2022 y2023 mlong"),
        ("1990-01-01", "2023-12-31", " ylong mlong"),
        ("2022-01-01", None, " ylong mlong"),
        (None, "2022-01-01", " ylong mlong"),
        ("in March", "later", " ylong mlong"),
    ],
)
def test_a_time_gives_a_term_for_each_year_and_month_that_it_touches_or_counts_as_long(
    earliest: str | None, latest: str | None, terms: str
) -> None:
    statement = PLAIN._replace(said_from=earliest, said_to=latest)
    assert search_terms(statement) == "s42 tnolaterevent vopen wdraft" + terms
