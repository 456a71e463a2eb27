"""The base of every form: panel, fields, error line, buttons; saved in a worker, in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static, TextArea

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_text
from quotetrack.tui.dialogs.explanation import explain
from quotetrack.tui.dialogs.field import Field, FieldProblem

Result = TypeVar("Result")


class FormDialog(ModalScreen[Result | None], Generic[Result]):
    """A form that checks, saves and then closes with what was saved, or None if cancelled.

    A subclass gives `HEADING`, `HELP`, `compose_fields` and `read_form`.
    """

    HEADING: str = ""
    HELP: ClassVar[str] = ""
    SAVE: str = "Save"

    DEFAULT_CSS = """
    FormDialog {
        align: center middle;
        & #panel {
            width: 78; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $border; padding: 0 1;
            border-title-color: $primary; border-title-style: bold;
            border-subtitle-color: $quiet;
        }
        &.-wide #panel { width: 100; }
        & #fields { height: auto; max-height: 80vh; scrollbar-size-vertical: 1; }
        &.-problem #fields { max-height: 68vh; }
        & #problem { height: auto; max-height: 4; padding: 0 1; color: $error; }
        & #problem.-empty { display: none; }
        & #buttons { height: 1; margin: 1 0 0 0; align-horizontal: right; }
        & #buttons Button {
            width: auto; min-width: 0; padding: 0 2; margin: 0 0 0 1; text-style: none;
            background: $panel; color: $foreground;
        }
        & #buttons #save { background: $cursor-focused; color: $primary; text-style: bold; }
        & #buttons Button:focus { text-style: bold underline; }
        & .lead { height: auto; padding: 0 1; margin: 0 0 1 0; }
        & .notice { height: auto; padding: 0 1; margin: 1 0 0 0; color: $warning; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="dialog.cancel"),
        Binding("ctrl+s", "save", "Save", id="dialog.save", priority=True),
        Binding("ctrl+e", "open_editor", "Editor", id="dialog.editor", priority=True),
        Binding("f1", "explain", "Help", id="dialog.help"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - Textual types it so

    @dataclass
    class Saved(Message):
        """The worker has saved."""

        result: Any

    @dataclass
    class Failed(Message):
        """The worker was refused; nothing was changed."""

        problem: QuotetrackError

    def __init__(self) -> None:
        super().__init__()
        self._saving = False
        self._opened_with: list[str] = []
        self._warned_of: list[str] | None = None

    def on_mount(self) -> None:
        """Remember what the form opened with; name the key of the editor where it is of use."""
        if self.query(TextArea):
            self.query_one("#panel").border_subtitle = "tab next field · ^e editor · f1 help"
        self.call_after_refresh(self._remember_opening)

    def compose(self) -> ComposeResult:
        """The titled panel: fields, error line, buttons."""
        with Vertical(id="panel") as panel:
            panel.border_title = self.HEADING
            panel.border_subtitle = "tab next field · f1 help"
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.compose_fields()
            yield Static(id="problem", classes="-empty", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Cancel  esc", id="cancel", compact=True)
                yield Button(f"{self.SAVE}  ^s", id="save", compact=True)

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        raise NotImplementedError

    def read_form(self) -> Callable[[], Result]:
        """What saving has to do, with everything that was typed; it is called in a worker.

        Raises:
            FieldProblem: if a field is wanting.
        """
        raise NotImplementedError

    def action_save(self) -> None:
        """Check the form and save it, unless that is already under way."""
        if self._saving:
            return
        try:
            work = self.read_form()
        except FieldProblem as problem:
            self.show_problem(problem)
            return
        self._set_saving(True)
        self.run_worker(partial(self._carry_out, work), thread=True, exclusive=True, group="save")

    def action_cancel(self) -> None:
        """Close without saving; what was typed is given up only when asked for twice."""
        if self._saving:
            return
        typed = self._typed()
        if typed in (self._opened_with, self._warned_of):
            self.dismiss(None)
        else:
            self._warned_of = typed
            self._say("This is not saved. ctrl+s saves it; escape once more gives it up.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The editor's key is for fields of several lines; elsewhere it keeps its meaning."""
        return action != "open_editor" or isinstance(self.focused, TextArea)

    def action_open_editor(self) -> None:
        """Open the focused field in the editor that VISUAL or EDITOR names."""
        area = self.focused
        if not isinstance(area, TextArea):
            return
        from textual.app import SuspendNotSupported

        from quotetrack.editor import edit_text, editor_command

        try:
            editor_command()
            with self.app.suspend():
                edited = edit_text(area.text)
        except SuspendNotSupported:
            self._say("An editor cannot be opened in this terminal. Type here.")
        except QuotetrackError as problem:
            self.show_problem(problem)
        else:
            if edited is not None:
                area.text = edited
                area.move_cursor(area.document.end)

    def action_explain(self) -> None:
        """Say what the form is for."""
        explain(self, self.HEADING)

    def show_problem(self, problem: QuotetrackError) -> None:
        """Say what is wrong, and go to the field it is about; what was typed stays."""
        self._say(clean_text(str(problem), 500))
        if isinstance(problem, FieldProblem):
            field = self.query_one(f"#{problem.field}", Field)
            field.take_focus()
            field.scroll_visible(animate=False)

    def _carry_out(self, work: Callable[[], Result]) -> None:
        """Runs in a worker."""
        try:
            result = work()
        except QuotetrackError as problem:
            self.post_message(self.Failed(problem))
        else:
            self.post_message(self.Saved(result))

    @on(Saved)
    def _close(self, event: Saved) -> None:
        event.stop()
        self.dismiss(event.result)

    @on(Failed)
    def _report(self, event: Failed) -> None:
        event.stop()
        self._set_saving(False)
        self.show_problem(event.problem)

    @on(Button.Pressed, "#save")
    def _press_save(self) -> None:
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def _press_cancel(self) -> None:
        self.action_cancel()

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        """Enter goes on to the next field, and saves on the last."""
        inputs = [field for field in self.query(Input) if field.focusable]
        if inputs and event.input is inputs[-1]:
            self.action_save()
        else:
            self.focus_next()

    def _remember_opening(self) -> None:
        self._opened_with = self._typed()

    def _typed(self) -> list[str]:
        lines = [control.value for control in self.query(Input)]
        return lines + [control.text for control in self.query(TextArea)]

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        if saving:
            self._say("")
        self.query_one("#save", Button).label = "Saving…" if saving else f"{self.SAVE}  ^s"

    def _say(self, text: str) -> None:
        line = self.query_one("#problem", Static)
        line.update(f"✗ {text}" if text else "")
        line.set_class(not text, "-empty")
        self.set_class(bool(text), "-problem")
