"""The form that puts labels on statements and takes them off."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.desk_records import LabelRecord, Selection, describe_selection
from quotetrack.domain.text import clean_line
from quotetrack.tui.dialogs.field import FieldProblem
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.label_field import LabelField
from quotetrack.tui.dialogs.lead import lead
from quotetrack.tui.host import database_of

if TYPE_CHECKING:
    from quotetrack.actions.labels import LabelResult


class LabelDialog(FormDialog["LabelResult"]):
    """Which labels the statements carry; several put on and taken off in one save, one undo."""

    HEADING = "Labels"
    HELP = (
        "Labels are the desk's own order: any word you like, on any statement. ● is on all the "
        "chosen statements, ◐ on some, ○ on none. Type to narrow the list or to name a new "
        "label; Enter turns a label over; ctrl+s saves everything in one step, and one undo "
        "takes all of it back."
    )
    DEFAULT_CSS = """
    LabelDialog .label { width: 7; }
    LabelDialog LabelField OptionList, LabelDialog .beneath { margin: 0 0 0 7; }
    """

    def __init__(self, selection: Selection, labels: Sequence[LabelRecord]) -> None:
        super().__init__()
        self._selection = selection
        self._labels = labels

    def compose_fields(self) -> ComposeResult:
        """The statements, the labels, and what saving does."""
        yield Static(lead(self._selection), classes="lead", markup=False)
        yield LabelField(self._labels, len(self._selection.ids), id="labels")
        yield Static("", id="consequence", classes="notice", markup=False)

    def on_mount(self) -> None:
        """Start in the field."""
        self._say_consequence()
        self.query_one(LabelField).take_focus()

    def read_form(self) -> "Callable[[], LabelResult]":
        """What was turned over, as the work that saves it."""
        field = self.query_one(LabelField)
        coming, going = field.coming, field.going
        if field.typed:
            raise FieldProblem(f"“{field.typed}” is not put on yet: Enter puts it on.", "labels")
        if not coming and not going:
            raise FieldProblem("Nothing is changed yet: Enter turns a label over.", "labels")
        ids = self._selection.ids

        def save() -> "LabelResult":
            from quotetrack.actions.labels import label_statements

            return label_statements(database_of(self), ids, add=coming, remove=going)

        return save

    @on(LabelField.Changed)
    def _say_consequence(self) -> None:
        field = self.query_one(LabelField)
        parts = []
        if field.coming:
            parts.append(f"puts on {', '.join(field.coming)}")
        if field.going:
            parts.append(f"takes off {', '.join(field.going)}")
        line = self.query_one("#consequence", Static)
        line.display = bool(parts)
        line.update(
            Content(
                f"On {clean_line(describe_selection(self._selection))}: {' and '.join(parts)}. "
                "One step, one undo."
            )
        )

    def _typed(self) -> list[str]:
        field = self.query_one(LabelField)
        return [*super()._typed(), *field.coming, "off:", *field.going]
