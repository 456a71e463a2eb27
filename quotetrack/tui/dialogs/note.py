"""The form that writes a note on statements, a speaker or an article, and changes one's own."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from quotetrack.domain.desk_records import Subject
from quotetrack.domain.records import NoteRecord
from quotetrack.domain.text import clean_line, shorten
from quotetrack.tui.dialogs.field import AreaField, FieldProblem
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.host import database_of
from quotetrack.tui.widgets.facts import stored_day

_NEW = "+ a new note"


class NoteDialog(FormDialog[int]):
    """A new note, or one of one's own changed or removed; gives how many notes were touched."""

    HEADING = "Note"
    HELP = (
        "A note is the desk's own remark, with its author and day; it is never part of what was "
        "said. On marked statements each gets the note, in one step that one undo takes back. "
        "Choose a note of your own in the list to change it; a note left empty is removed. "
        "ctrl+e opens the text in your editor."
    )
    DEFAULT_CSS = """
    NoteDialog {
        & .label { width: 7; }
        & .beneath { margin: 0 0 0 7; }
        & #notes { height: auto; max-height: 5; margin: 0 0 1 7; padding: 0; border: none;
                   background: $panel; scrollbar-size-vertical: 1; text-wrap: nowrap;
                   text-overflow: ellipsis; }
        & #notes > .option-list--option { padding: 0 1; }
        & #notes > .option-list--option-highlighted {
            background: $cursor-blurred; color: $foreground; text-style: bold;
        }
        & #notes:focus { background-tint: initial; border: none; }
        & #notes:focus > .option-list--option-highlighted { background: $cursor-focused; }
        & #note TextArea.-textual-compact { height: 6; }
        &.-wide #note TextArea.-textual-compact { height: 10; }
    }
    """

    def __init__(
        self, heading: Content, subjects: Sequence[Subject], notes: Sequence[NoteRecord]
    ) -> None:
        super().__init__()
        self._heading = heading
        self._subjects = subjects
        self._all_notes = notes
        self._place = 0

    def compose_fields(self) -> ComposeResult:
        """What is noted on, one's own notes there, and the text."""
        self._notes = [note for note in self._all_notes if note.author == database_of(self).user]
        self._drafts = ["", *(note.text for note in self._notes)]
        yield Static(self._heading, classes="lead", markup=False)
        if self._notes:
            choices = OptionList(
                Option(_NEW),
                *(Option(_line(note)) for note in self._notes),
                id="notes",
                markup=False,
                compact=True,
            )
            choices.highlighted = 0
            yield choices
        yield AreaField("Note", id="note", placeholder="what the desk should know")
        yield Static("", id="consequence", classes="notice", markup=False)

    def on_mount(self) -> None:
        """Start in the text."""
        self._say_consequence()
        self.query_one("#note", AreaField).take_focus()

    def read_form(self) -> Callable[[], int]:
        """The text, as the work that saves it."""
        text = self.query_one("#note", AreaField).value
        changed = self._notes[self._place - 1] if self._place else None
        if changed is None and not text.strip():
            raise FieldProblem("What should be noted? Type at least one word.", "note")
        subjects = self._subjects

        def save() -> int:
            from quotetrack.actions.notes import add_notes, edit_note, remove_note

            database = database_of(self)
            if changed is None:
                return len(add_notes(database, subjects, text))
            if text.strip():
                edit_note(database, changed.id, text)
            else:
                remove_note(database, changed.id)
            return 1

        return save

    @on(OptionList.OptionHighlighted, "#notes")
    def _choose(self, event: OptionList.OptionHighlighted) -> None:
        """Show another note; what was typed for this one is kept for coming back."""
        area = self.query_one("#note TextArea", TextArea)
        self._drafts[self._place] = area.text
        self._place = event.option_index
        area.text = self._drafts[self._place]
        area.move_cursor(area.document.end)
        self._say_consequence()

    @on(OptionList.OptionSelected, "#notes")
    def _go_to_text(self) -> None:
        self.query_one("#note", AreaField).take_focus()

    @on(TextArea.Changed)
    def _say_consequence(self) -> None:
        text = self.query_one("#note", AreaField).value
        says = ""
        if self._place and not text.strip():
            says = "Left empty: saving removes this note. One undo brings it back."
        elif len(self._subjects) > 1:
            says = f"Each of the {len(self._subjects):,} gets this note. One step, one undo."
        line = self.query_one("#consequence", Static)
        line.update(says)
        line.display = bool(says)


def _line(note: NoteRecord) -> Content:
    return Content.assemble(
        (f"{stored_day(note.at).strip()}  ", "$quiet"), shorten(clean_line(note.text), 90)
    )
