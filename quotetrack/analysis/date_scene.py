"""What a date expression is read against: the publication, and the days named before it."""

from dataclasses import dataclass
from datetime import date

from quotetrack.analysis.periods import Period
from quotetrack.analysis.tense import Tense, tense_of

NEAR_DAYS = 60
"""How far ahead a day without a year may lie when nothing says that it is past."""

FAR_DAYS = 300
"""How far back the same day of the year before must lie for that."""


@dataclass(slots=True)
class Scene:
    """Where in which text an expression stands.

    Attributes:
        text: the whole text.
        published: the day of publication.
        day_first: whether 3/4/2022 is 3 April; None where nobody knows.
        start: where the expression begins.
        end: where it ends.
        previous: the last single day named before it, if any.
        previous_whole: the last period of any length named before it.
    """

    text: str
    published: date
    day_first: bool | None
    start: int = 0
    end: int = 0
    previous: date | None = None
    previous_whole: Period | None = None

    @property
    def ahead(self) -> bool:
        """Whether the sentence says plainly that the expression lies after publication."""
        return tense_of(self.text, self.start, self.end) is Tense.AHEAD

    def nearest_year(self, month: int, day: int = 1) -> int:
        """The year that puts a day nearest before publication, or after it if the sentence says so.

        Where no verb right before it tells, a day that lies little ahead and else far back is
        taken to lie ahead.

        Raises:
            ValueError: no year near has such a day.
        """
        candidates = []
        for year in range(self.published.year - 8, self.published.year + 9):
            try:
                candidates.append(date(year, month, day))
            except ValueError:
                continue
        past = [each for each in candidates if each <= self.published]
        coming = [each for each in candidates if each > self.published]
        tense = tense_of(self.text, self.start, self.end)
        ahead = tense in (Tense.AHEAD, Tense.MAYBE_AHEAD)
        if tense in (Tense.OPEN, Tense.BEHIND) and past and coming:
            near = (coming[0] - self.published).days <= NEAR_DAYS
            ahead = near and (self.published - past[-1]).days > FAR_DAYS
        chosen = coming[:1] if ahead else past[-1:]
        if not chosen:
            raise ValueError("no such day")
        return chosen[0].year

    def year_of_month(self, month: int) -> int:
        """The year of a whole month: the last one begun, or the next if the sentence says so."""
        tense = tense_of(self.text, self.start, self.end)
        ahead = tense in (Tense.AHEAD, Tense.MAYBE_AHEAD)
        begun = month <= self.published.month
        return self.published.year + (ahead and begun) - (not ahead and not begun)
