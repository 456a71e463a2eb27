"""UncertainDate: a date as printed, the interval it means, and on what basis."""

from typing import NamedTuple

from quotetrack.domain.vocabulary import DateBasis, Precision


class UncertainDate(NamedTuple):
    """An interval of local time with the phrase it came from.

    Attributes:
        earliest: first possible moment, ISO 8601 to the day ("2022-12-05") or finer
            ("2022-12-05T14:30"), in local time of `zone`; None where the start is open.
        latest: last possible moment, inclusive, in the same format; None where the end is open.
        precision: the finest unit known; None where nothing is known.
        zone: an IANA name ("Asia/Baku") or an offset ("+04:00"); None where none was given.
        phrase: the words as printed or typed; None where there were none.
        basis: where the date comes from; None where nothing is known.
    """

    earliest: str | None = None
    latest: str | None = None
    precision: Precision | None = None
    zone: str | None = None
    phrase: str | None = None
    basis: DateBasis | None = None

    @property
    def known(self) -> bool:
        """Whether at least one end of the interval is known."""
        return self.earliest is not None or self.latest is not None


UNKNOWN_DATE = UncertainDate()
"""The explicit answer "not recorded"."""
