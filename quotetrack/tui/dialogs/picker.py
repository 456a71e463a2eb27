"""A field in which a row is found by typing and picked from a list beneath."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.field import Field, FieldProblem, aside
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.entry import Entry

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """One line of the list: what it stands for, its title, and what tells it apart."""

    value: Value
    title: str
    detail: str = ""


Finder = Callable[[Reader, str], Sequence[Choice[Value]]]
"""Reads the choices for what was typed; called in a worker."""


class Picker(Field, Generic[Value]):
    """Typing narrows a list; Enter picks; the line beneath says what was picked."""

    DEFAULT_CSS = """
    Picker {
        & OptionList {
            display: none; height: auto; max-height: 7; margin: 0 0 0 15; padding: 0;
            border: none; background: $panel; scrollbar-size-vertical: 1; text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & OptionList.-textual-compact > .option-list--option { padding: 0 1; }
        & OptionList > .option-list--option-highlighted {
            background: $cursor-focused; color: $foreground; text-style: bold;
        }
        &.-listing OptionList { display: block; }
        &.-listing .beneath { display: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", show=False),
        Binding("up", "move(-1)", "Previous", show=False),
        Binding("escape", "fold", "Fold the list", show=False),
        Binding("ctrl+n", "absent", "Not recorded", id="dialog.absent"),
    ]

    @dataclass
    class Picked(Message):
        """A choice was picked, or taken back by typing on (None)."""

        picker: "Picker[Any]"
        choice: Choice[Any] | None

        @property
        def control(self) -> "Picker[Any]":
            """The picker, so that handlers can select by it."""
            return self.picker

    def __init__(
        self,
        label: str,
        find: Finder[Value],
        *,
        id: str,
        placeholder: str = "",
        hint: str = "",
        absent: Choice[Value] | None = None,
        picked: Choice[Value] | None = None,
    ) -> None:
        super().__init__(label, id=id, hint=hint)
        self.picked: Choice[Value] | None = picked
        self._find = find
        self._placeholder = placeholder
        self._absent = absent
        self._choices: Sequence[Choice[Value]] = ()

    def compose(self) -> ComposeResult:
        """The line of typing, the list beneath, and what was picked."""
        with Horizontal(classes="line"):
            yield Label(self.label, classes="label", markup=False)
            yield Entry(
                clean_line(self.picked.title) if self.picked else "",
                placeholder=self._placeholder,
                compact=True,
            )
            if self._absent is not None:
                yield aside(f"{self._absent.title} ^n")
        choices = OptionList(markup=False, compact=True)
        choices.can_focus = False
        yield choices
        yield Static(self.hint, classes="beneath", markup=False)

    def on_mount(self) -> None:
        """Say what was picked before."""
        self._reading = BackgroundReading(self, database_of(self), "find")
        self._say_what_is_picked()

    @property
    def typed(self) -> str:
        """The words in the field."""
        return self.query_one(Input).value.strip()

    def answer(self, message: str) -> Value:
        """What was picked.

        Raises:
            FieldProblem: with `message`, where nothing was.
        """
        if self.picked is None:
            raise FieldProblem(message, self.id or "")
        return self.picked.value

    def pick(self, choice: Choice[Value] | None) -> None:
        """Take `choice` as the answer, and say so."""
        self.picked = choice
        self._reading.cancel()
        if choice is not None:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = clean_line(choice.title)
        self.remove_class("-listing")
        self._say_what_is_picked()
        self.post_message(self.Picked(self, choice))

    def action_absent(self) -> None:
        """Answer that there is none."""
        if self._absent is not None:
            self.pick(self._absent)
            self.screen.focus_next()

    def action_fold(self) -> None:
        """Fold the list away; what was typed stays."""
        self._reading.cancel()
        self.remove_class("-listing")
        self._say_what_is_picked()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape folds the list while one narrows it, and cancels the form otherwise."""
        if action == "fold":
            return self.has_class("-listing") and bool(self.typed)
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Move in the list, and open it where it is closed."""
        if not self.has_class("-listing"):
            self._start_finding()
            return
        choices = self.query_one(OptionList)
        if choices.option_count:
            choices.highlighted = ((choices.highlighted or 0) + step) % choices.option_count

    @on(Button.Pressed)
    def _press(self, event: Button.Pressed) -> None:
        event.stop()
        self.take_focus()
        self.action_absent()

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        if self.picked is not None and event.value == clean_line(self.picked.title):
            return  # What the field is filled with when it opens.
        if self.picked is not None:
            if event.value == clean_line(self.picked.title):
                return  # What was picked before the form opened has been written there.
            self.picked = None
            self._say_what_is_picked()
            self.post_message(self.Picked(self, None))
        self._start_finding()

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        place = self.query_one(OptionList).highlighted
        if self.has_class("-listing") and place is not None and self.picked is None:
            event.stop()
            self.pick(self._choices[place])
            self.screen.focus_next()

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.pick(self._choices[event.option_index])

    def on_descendant_focus(self) -> None:
        """Offer what fits what is typed."""
        if self.picked is None:
            self._start_finding()

    def on_descendant_blur(self) -> None:
        """Fold the list away."""
        self.remove_class("-listing")
        self._say_what_is_picked()

    def _start_finding(self) -> None:
        self._reading.start(partial(self._look_for, self.typed), self._show, self._fail)

    def _look_for(self, typed: str, reader: Reader) -> Sequence[Choice[Value]]:
        """Runs in a worker."""
        return self._find(reader, typed)

    def _show(self, choices: Sequence[Choice[Value]]) -> None:
        if not self.has_focus_within:
            return
        self._choices = choices
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(choice)) for choice in choices])
        self.set_class(bool(choices), "-listing")
        if choices:
            options.highlighted = 0
            self.call_after_refresh(self.scroll_visible, animate=False)
        elif self.typed:
            self.explain("Nothing here by that name.", warning=True)

    def _fail(self, problem: QuotetrackError) -> None:
        self.explain(clean_line(str(problem)), warning=True)

    def _say_what_is_picked(self) -> None:
        if self.picked is not None:
            self.explain(f"✓ {clean_line(self.picked.detail or self.picked.title)}")
        elif self.typed:
            self.explain("Nothing picked yet: pick a line of the list with Enter.", warning=True)
        else:
            self.explain("")


def _line(choice: Choice[Any]) -> Content:
    """Stored text is shown as it stands: no markup, no control characters, one line."""
    return Content.assemble(
        shorten(clean_line(choice.title), 90),
        ("  " + shorten(clean_line(choice.detail), 60) if choice.detail else "", "$quiet"),
    )
