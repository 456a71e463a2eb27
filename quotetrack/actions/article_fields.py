"""Fields of an article as they are stored: its address, its moment, its outlet."""

from typing import TYPE_CHECKING

from quotetrack.actions.rows import optional_line
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import UsageError
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import Precision

if TYPE_CHECKING:
    from quotetrack.store.unit import Unit


def checked_url(url: str | None) -> str | None:
    """The address as one line, or None where none is given.

    Raises:
        UsageError: it is no web address.
    """
    address = optional_line(url)
    if address is None:
        return None
    scheme, separator, rest = address.partition("://")
    if scheme.lower() not in ("http", "https") or not separator or not rest or " " in address:
        raise UsageError(f"'{address}' is no web address. Give it as https://...")
    return address


def moment_of(published: UncertainDate | None) -> tuple[str | None, str | None, str | None]:
    """The moment, its precision and its zone.

    Raises:
        UsageError: the date is no one time.
    """
    if published is None or not published.known:
        return None, None, None
    earliest, latest, precision = published.earliest, published.latest, published.precision
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(precision or Precision.DAY, 10)
    one = earliest and latest and earliest[:length] == latest[:length]
    if not one or precision is None:
        raise UsageError(
            "An article is published at one time: give a moment, a day, a month or a year."
        )
    return earliest, precision.value, published.zone


def outlet_named(unit: "Unit", name: str | None) -> int | None:
    """The outlet of this name, recorded unless it is known; None where no name is given."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Outlet

    cleaned = optional_line(name)
    if cleaned is None:
        return None
    folded = fold_name(cleaned)
    known = unit.session.exec(select(Outlet).where(col(Outlet.folded) == folded)).first()
    if known is not None:
        return known.id
    outlet = Outlet(id=unit.new_id(), name=cleaned, folded=folded)
    unit.add(outlet)
    return outlet.id
