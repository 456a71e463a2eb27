"""Which statements fall outside every role that a source attests."""

import pytest

from quotetrack.domain.role_cover import RoleCover, RoleTimes

ATTESTED = RoleTimes("2022-12-05", None, None)
HELD = RoleTimes("2022-12-05", "2020-03", "2021")


@pytest.mark.parametrize(
    ("roles", "earliest", "latest", "outside"),
    [
        ([ATTESTED], "2022-12-05", "2022-12-05", False),
        ([ATTESTED], "2023-12-05", "2023-12-05", False),
        ([ATTESTED], "2023-12-06", "2023-12-06", True),
        ([ATTESTED], "2022-12-04", "2022-12-04", True),
        ([ATTESTED], "2022-12-01", "2022-12-31", False),
        ([ATTESTED], None, "2022-12-04", True),
        ([ATTESTED], None, "2023", False),
        ([ATTESTED], "2024-01", None, True),
        ([ATTESTED], None, None, False),
        ([HELD], "2020-03-01T09:30", "2020-03-01T09:30", False),
        ([HELD], "2021-12-31", "2021-12-31", False),
        ([HELD], "2022-01-01", "2022-01-01", True),
        ([HELD], "2022-12-05", "2022-12-05", True),
        ([HELD, ATTESTED], "2022-12-05", "2022-12-05", False),
        ([RoleTimes(None, "2020", None)], "2031-01-01", "2031-01-01", False),
        ([RoleTimes(None, None, "2020")], "1990-01-01", "1990-01-01", False),
        ([RoleTimes("2022-02", None, None)], "2023-02-28", "2023-02-28", False),
        ([RoleTimes("9999-12-31", None, None)], "2022-01-01", "2022-01-01", True),
    ],
)
def test_a_statement_is_outside_only_where_its_whole_interval_is(
    roles: list[RoleTimes], earliest: str | None, latest: str | None, outside: bool
) -> None:
    assert RoleCover(roles).leaves_out(earliest, latest, False) is outside


def test_a_statement_with_a_role_of_its_own_is_covered() -> None:
    assert not RoleCover([ATTESTED]).leaves_out("1990-01-01", "1990-01-01", True)


@pytest.mark.parametrize("roles", [[], [ATTESTED, RoleTimes(None, None, None)]])
def test_nothing_is_said_without_a_role_or_with_one_of_no_date(roles: list[RoleTimes]) -> None:
    assert not RoleCover(roles).leaves_out("1990-01-01", "1990-01-01", False)
