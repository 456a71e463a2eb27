"""A field that shows all its few answers at once; the arrow keys move between them."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quotetrack.tui.dialogs.field import Field

Answer = TypeVar("Answer")

_GAP = "  "


class Answers(Widget, can_focus=True):
    """The answers side by side, wrapped, one of them filled in."""

    DEFAULT_CSS = """
    Answers { width: 1fr; height: auto; padding: 0 1; background: $panel; }
    Answers:focus { background: $cursor-focused; }
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
        self._words = list(words)
        self.set_reactive(Answers.chosen, chosen)

    def render(self) -> Content:
        """All answers, the chosen one filled in and bold."""
        return Content("\n").join(
            Content(_GAP).join(self._answer(place) for place in line)
            for line in self._lines(self.content_size.width)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the answers need; none is broken across two."""
        return len(self._lines(width))

    def _answer(self, place: int) -> Content:
        chosen = place == self.chosen
        style = Style.parse("bold") if chosen else Style()
        text = f"{'●' if chosen else '○'} {self._words[place]}"
        return Content.styled(text, style + Style.from_meta({"answer": place}))

    def _lines(self, width: int) -> list[list[int]]:
        """The places of the answers, line by line."""
        lines: list[list[int]] = [[]]
        used = 0
        for place, word in enumerate(self._words):
            needed = len(word) + 2
            if lines[-1] and used + len(_GAP) + needed > width:
                lines.append([])
                used = 0
            used += needed + (len(_GAP) if lines[-1] else 0)
            lines[-1].append(place)
        return lines

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

    def choose(self, answer: Answer) -> None:
        """Let another answer hold."""
        self.query_one(Answers).chosen = self._values.index(answer)
