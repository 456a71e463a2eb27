"""A field that shows all its few answers at once; the arrow keys move between them."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quotetrack.tui.dialogs.field import Field

Answer = TypeVar("Answer")


class Answers(Widget, can_focus=True):
    """The answers side by side, wrapped, one of them filled in."""

    DEFAULT_CSS = """
    Answers { width: 1fr; height: auto; padding: 0 1; background: $boost; }
    Answers:focus { background: $primary-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up,h,k", "move(-1)", "Previous answer", show=False),
        Binding("right,down,l,j,space", "move(1)", "Next answer", show=False),
    ]

    chosen = reactive(0)

    class Chosen(Message):
        """Another answer was chosen."""

    def __init__(self, words: Sequence[str], chosen: int) -> None:
        super().__init__()
        self._words = [word.replace(" ", "\N{NO-BREAK SPACE}") for word in words]
        self.set_reactive(Answers.chosen, chosen)

    def render(self) -> Content:
        """All answers in one wrapped line, the chosen one filled in and bold."""
        parts: list[Content] = []
        for place, word in enumerate(self._words):
            chosen = place == self.chosen
            text = f"{'●' if chosen else '○'}\N{NO-BREAK SPACE}{word}"
            style = Style.parse("bold" if chosen else "$quiet")
            parts.append(Content.styled(text, style + Style.from_meta({"answer": place})))
        return Content("  ").join(parts)

    def action_move(self, step: int) -> None:
        """Choose the next or previous answer, round and round."""
        self.chosen = (self.chosen + step) % len(self._words)

    def watch_chosen(self) -> None:
        """Tell the form."""
        self.post_message(self.Chosen())

    def on_click(self, event: Click) -> None:
        """Choose the answer that was clicked."""
        place = event.style.meta.get("answer")
        if isinstance(place, int):
            self.chosen = place


class OneOf(Field, Generic[Answer]):
    """A label and a few answers, of which one holds."""

    def __init__(
        self,
        label: str,
        answers: Sequence[tuple[Answer, str]],
        *,
        id: str,
        chosen: Answer | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(label, id=id, hint=hint)
        self._values = [value for value, _ in answers]
        self._words = [word for _, word in answers]
        self._initial = self._values.index(chosen) if chosen is not None else 0

    def compose_control(self) -> ComposeResult:
        """The control beside the label."""
        yield Answers(self._words, self._initial)

    @property
    def value(self) -> Answer:
        """The answer that holds."""
        return self._values[self.query_one(Answers).chosen]
