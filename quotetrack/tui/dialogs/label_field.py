"""A field of labels: typing narrows the list, Enter puts a label on or takes it off."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.domain.desk_records import LabelRecord
from quotetrack.domain.text import clean_line, fold_name, shorten
from quotetrack.tui.dialogs.field import Field
from quotetrack.tui.widgets.entry import Entry

_LONGEST_LIST = 200


class LabelField(Field):
    """The labels there are, which of them the statements carry, and what is to change."""

    DEFAULT_CSS = """
    LabelField {
        & OptionList {
            height: auto; max-height: 9; margin: 0 0 0 15; padding: 0;
            border: none; background: $panel; scrollbar-size-vertical: 1; text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & OptionList.-textual-compact > .option-list--option { padding: 0 1; }
        & OptionList > .option-list--option-highlighted {
            background: $cursor-focused; color: $foreground; text-style: bold;
        }
        &.-empty-list OptionList { display: none; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next label", show=False),
        Binding("up", "move(-1)", "Previous label", show=False),
    ]

    class Changed(Message):
        """Another label is to come or to go."""

    def __init__(self, labels: Sequence[LabelRecord], statements: int, *, id: str) -> None:
        super().__init__("Label", id=id, hint="enter puts it on or takes it off · ctrl+s saves")
        self._labels = {fold_name(label.name): label for label in labels}
        self._statements = statements
        self._wanted: dict[str, tuple[str, bool]] = {}
        self._listed: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        """The line of typing, and the list beneath."""
        with Horizontal(classes="line"):
            yield Label(self.label, classes="label", markup=False)
            yield Entry(placeholder="type a label; a new one is offered", compact=True)
        choices = OptionList(markup=False, compact=True)
        choices.can_focus = False
        yield choices
        yield Static(self.hint, classes="beneath", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        self._show("")

    @property
    def coming(self) -> list[str]:
        """The labels to be put on."""
        return [name for name, on in self._wanted.values() if on]

    @property
    def going(self) -> list[str]:
        """The labels to be taken off."""
        return [name for name, on in self._wanted.values() if not on]

    @property
    def typed(self) -> str:
        """The words in the field."""
        return clean_line(self.query_one(Input).value).strip()

    def action_move(self, step: int) -> None:
        """Move in the list."""
        choices = self.query_one(OptionList)
        if choices.option_count:
            choices.highlighted = ((choices.highlighted or 0) + step) % choices.option_count

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        self._show("")

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self._turn(place)

    @on(OptionList.OptionSelected)
    def _click(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._turn(event.option_index)

    def _turn(self, place: int) -> None:
        """Put a label on, take it off, or leave it as it was, round and round."""
        folded, name = self._listed[place]
        carried = self._carried(folded)
        steps: list[bool | None] = [None]
        if carried < self._statements:
            steps.append(True)
        if carried:
            steps.append(False)
        now = self._wanted[folded][1] if folded in self._wanted else None
        following = steps[(steps.index(now) + 1) % len(steps)]
        if following is None:
            del self._wanted[folded]
        else:
            self._wanted[folded] = (name, following)
        if self.typed:
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
        self._show(folded)
        self.post_message(self.Changed())

    def _carried(self, folded: str) -> int:
        label = self._labels.get(folded)
        return label.chosen if label else 0

    def _show(self, cursor: str) -> None:
        """List what fits what is typed, those carried and those chosen first."""
        typed = fold_name(self.typed)
        names = {folded: label.name for folded, label in self._labels.items()}
        names |= {folded: name for folded, (name, _) in self._wanted.items()}
        found = [(folded, name) for folded, name in names.items() if typed in folded]
        found.sort(key=lambda each: (not self._carried(each[0]), each[0] not in self._wanted))
        self._listed = found[:_LONGEST_LIST]
        if typed and typed not in names:
            self._listed.append((typed, self.typed))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._line(*each)) for each in self._listed])
        self.set_class(not self._listed, "-empty-list")
        if self._listed:
            places = [folded for folded, _ in self._listed]
            options.highlighted = places.index(cursor) if cursor in places else 0

    def _line(self, folded: str, name: str) -> Content:
        wanted = self._wanted[folded][1] if folded in self._wanted else None
        carried = self._carried(folded)
        label = self._labels.get(folded)
        on_all = wanted is True or (wanted is None and carried == self._statements)
        on_none = wanted is False or (wanted is None and not carried)
        glyph = "●" if on_all else "○" if on_none else "◐"
        if wanted is not None:
            says = "+ put on" if wanted else "− taken off"
        elif carried:
            says = "on it" if self._statements == 1 else f"on {carried:,} of {self._statements:,}"
        else:
            says = f"on {label.statements:,} others" if label else "+ new label"
        return Content.assemble(
            f"{glyph} {shorten(clean_line(name), 60)}",
            (f"  {says}", "bold $accent" if wanted is not None else "$quiet"),
        )
