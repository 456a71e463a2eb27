"""The form that takes a date as it is typed everywhere, and goes to what was said then."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from quotetrack.domain.errors import DateNotUnderstood
from quotetrack.tui.dialogs.date_field import DateField, read_date
from quotetrack.tui.dialogs.field import FieldProblem
from quotetrack.tui.dialogs.form import FormDialog

if TYPE_CHECKING:
    from quotetrack.actions.days import Days


class GoToDateDialog(FormDialog["Days"]):
    """A date in words; gives the days that it means."""

    HEADING = "Go to a date"
    SAVE = "Go"
    HELP: ClassVar[str] = (
        "Goes to the statement of that day, month or year which comes first in the list, else to "
        "the next one in it. The search stays. Dates are typed as everywhere: 5 Dec 2022, "
        "March 2023, 2021, last Tuesday."
    )

    def compose_fields(self) -> ComposeResult:
        """The date."""
        yield DateField("Date", id="date", may_be_unknown=False)

    def read_form(self) -> "Callable[[], Days]":
        """The date, as the work that says which days it means."""
        typed, reference = self.query_one("#date", DateField).answer("Type a date to go to.")

        def read() -> "Days":
            from quotetrack.actions.days import days_of

            try:
                return days_of(read_date(typed, reference, "date"))
            except DateNotUnderstood as problem:
                raise FieldProblem(str(problem), "date") from problem

        return read
