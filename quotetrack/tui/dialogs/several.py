"""A field of which several answers hold: a list to tick."""

from collections.abc import Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quotetrack.domain.text import clean_line, shorten
from quotetrack.tui.dialogs.field import Field

Answer = TypeVar("Answer")

_LONGEST = 140
_TICKED, _UNTICKED = "■", "□"


class Tick(NamedTuple, Generic[Answer]):
    """One line of the list: what it stands for, its words, and whether it is ticked at first.

    Attributes:
        lead: what stands before the words, set apart from them.
    """

    value: Answer
    title: str
    ticked: bool = False
    lead: str = ""


class Ticks(OptionList):
    """The lines; Space, Enter or a click ticks one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Tick", show=False),
        Binding("j", "cursor_down", "Next", show=False),
        Binding("k", "cursor_up", "Previous", show=False),
    ]

    class Changed(Message):
        """A line was ticked, or its tick taken away."""

    def __init__(self, ticks: Sequence[Tick[Answer]]) -> None:
        self._ticks = ticks
        self.ticked = {place for place, tick in enumerate(ticks) if tick.ticked}
        lines = [Option(self._line(place)) for place in range(len(ticks))]
        super().__init__(*lines, markup=False, compact=True)

    @on(OptionList.OptionSelected)
    def _turn(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        place = event.option_index
        self.ticked ^= {place}
        self.replace_option_prompt_at_index(place, self._line(place))
        self.post_message(self.Changed())

    def _line(self, place: int) -> Content:
        """Stored text is shown as it stands: no markup, no control characters, one line."""
        tick = self._ticks[place]
        ticked = place in self.ticked
        return Content.assemble(
            (_TICKED if ticked else _UNTICKED, "bold $primary" if ticked else "$quiet"),
            (f" {tick.lead} " if tick.lead else " ", "$quiet"),
            (shorten(clean_line(tick.title), _LONGEST), "bold" if ticked else ""),
        )


class Several(Field, Generic[Answer]):
    """A label and a list of lines to tick."""

    DEFAULT_CSS = """
    Several {
        & Ticks {
            width: 1fr; height: auto; max-height: 6; border: none; padding: 0;
            background: $panel; scrollbar-size-vertical: 1; text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & Ticks:focus { background-tint: initial; }
        & Ticks > .option-list--option { padding: 0 1; }
        & Ticks > .option-list--option-highlighted {
            background: $panel; color: $foreground; text-style: none;
        }
        & Ticks:focus > .option-list--option-highlighted { background: $cursor-focused; }
    }
    """

    def __init__(
        self, label: str, ticks: Sequence[Tick[Answer]], *, id: str, hint: str = ""
    ) -> None:
        super().__init__(label, id=id, hint=hint)
        self._ticks = ticks

    def compose_control(self) -> ComposeResult:
        """The list beside the label."""
        yield Ticks(self._ticks)

    @property
    def values(self) -> list[Answer]:
        """The answers that are ticked, in the order of the list."""
        return [self._ticks[place].value for place in sorted(self.query_one(Ticks).ticked)]
