"""A date that is recorded already: left as it stands it stays exactly as stored."""

from textual.widgets import Input

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.text import clean_line
from quotetrack.tui.dialogs.date_field import NOT_RECORDED, DateField
from quotetrack.tui.widgets.facts import DATE_BASES


class KeptDateField(DateField):
    """Opens with the words of a stored date; only other words are read."""

    def __init__(self, label: str, stored: UncertainDate, *, id: str) -> None:
        super().__init__(label, id=id)
        self._stored = stored
        self._words = clean_line(stored.phrase or "") or describe_date(stored)
        if not stored.known:
            self._words = NOT_RECORDED

    def on_mount(self) -> None:
        """Show the stored date's words."""
        self.query_one(Input).value = self._words

    @property
    def kept(self) -> bool:
        """Whether the words are still those of the stored date."""
        return self.typed == self._words

    def _start_reading(self) -> None:
        if not self.is_mounted or not self.kept:
            super()._start_reading()
            return
        self._generation += 1
        known = [describe_date(self._stored)] if self._stored.known else []
        if self._stored.basis:
            known.append(DATE_BASES[self._stored.basis])
        self.explain(" · ".join(["kept as recorded", *known]))
