"""The Contradictions screen: pair after pair, decided with one key each."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.actions.registry import CONTRADICTIONS
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.records import ContradictionRow
from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.vocabulary import LinkState
from quotetrack.store.database import Reader
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.host import database_of, host_of
from quotetrack.tui.link_words import decision_sign
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar
from quotetrack.tui.widgets.side_by_side import Pair, SideBySide, make_pair

OPEN = frozenset({LinkState.SUGGESTED, LinkState.NEEDS_MORE})
"""The states that wait for a person."""

_WIDE = 120

_NOTHING_OPEN = (
    "✓ No pair waits for a decision.\n\n"
    "f shows those decided before. A denial that you tag in Browse (d) is linked and "
    "confirmed in one step; l relates two statements by hand."
)
_NOTHING_AT_ALL = (
    "No contradiction is recorded yet.\n\n"
    "Tag a denial in Browse (d): it is linked to the remark in the same step. "
    "Or relate two statements of one speaker by hand (l)."
)


class ContradictionsScreen(Screen[None]):
    """A list of pairs, and the pair under the cursor side by side."""

    SCOPES: ClassVar[tuple[str, ...]] = (CONTRADICTIONS,)
    HELP: ClassVar[str] = (
        "Contradictions\n"
        "Two sayings of one speaker that may not both hold, the earlier on the left. The words "
        "that only one of them has are bold and underlined. C confirms, D dismisses, P records "
        "a change of position (neither is false by that), M keeps the pair open; the next one "
        "follows at once, and u takes the decision back. f switches between the open pairs and "
        "all of them."
    )
    DEFAULT_CSS = """
    ContradictionsScreen {
        & #pairs { height: 1fr; }
        & #queue { height: auto; max-height: 7; border-bottom: solid $panel; }
        & #counts { height: 1; padding: 0 1; color: $quiet; }
        & #list { height: auto; max-height: 5; border: none; padding: 0 1;
                  background: transparent; scrollbar-size-vertical: 1; text-wrap: nowrap;
                  text-overflow: ellipsis; }
        & #list:focus { background-tint: initial; }
        & #list > .option-list--option-highlighted {
            background: $cursor-focused; color: $foreground; text-style: none;
        }
        & #nothing { display: none; height: 1fr; padding: 2 4; color: $quiet; }
        &.-nothing #nothing { display: block; }
        &.-nothing SideBySide { display: none; }
        &.-wide #pairs { layout: horizontal; }
        &.-wide #list { max-height: 100%; height: 1fr; }
        &.-wide #queue { width: 40; height: 1fr; max-height: 100%; border-bottom: none;
                         border-right: solid $panel; }
        & #pairs { layout: vertical; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(CONTRADICTIONS),
        Binding("f", "filter", "Open or all", id="contradictions.filter"),
        movement("contradictions.down", "j", "next", "Next pair"),
        movement("contradictions.up", "k", "previous", "Previous pair"),
        movement("contradictions.read_on", "ctrl+d,space", "read(1)", "Read on"),
        movement("contradictions.read_back", "ctrl+u,b", "read(-1)", "Read back"),
    ]

    @dataclass
    class Decided(Message):
        """A worker has written a decision, or was refused."""

        link_id: int
        problem: QuotetrackError | None

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ContradictionRow] = []
        self._shown: list[ContradictionRow] = []
        self._only_open = True
        self._two_lines = False
        self._deciding: set[int] = set()
        self._awaited: int | None = None

    def compose(self) -> ComposeResult:
        """The queue of pairs, and the pair under the cursor."""
        yield HeaderBar()
        with Container(id="pairs"):
            with Vertical(id="queue"):
                yield Static("Reading …", id="counts", markup=False)
                yield OptionList(id="list", markup=False, compact=True)
            yield SideBySide()
            yield Static("", id="nothing", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        """Start on the list."""
        database = database_of(self)
        self._list_reading = BackgroundReading(self, database, "contradictions")
        self._pair_reading = BackgroundReading(self, database, "pair")
        self.query_one("#list", OptionList).focus()
        self.reload()

    def reload(self) -> None:
        """Read the pairs again, keeping the cursor on its pair."""
        self._list_reading.start(_read_rows, self._take_rows, self._show_problem)

    @property
    def place(self) -> Place:
        """The pair under the cursor."""
        return Place("contradictions", None if self.current is None else self.current.id)

    def show_place(self, place: Place) -> None:
        """Put the cursor on a pair, decided or not."""
        self._awaited = place.row_id
        self.reload()

    def action_confirm(self) -> None:
        """These two cannot both hold."""
        self._decide("confirmed")

    def action_dismiss_pair(self) -> None:
        """These two do not contradict each other."""
        self._decide("dismissed")

    def action_position_change(self) -> None:
        """The speaker changed position."""
        self._decide("position_change")

    def action_needs_more(self) -> None:
        """Nobody can say yet."""
        self._decide("needs_more")

    def action_filter(self) -> None:
        """Switch between the open pairs and all of them."""
        self._only_open = not self._only_open
        self._show_rows()

    def action_next(self) -> None:
        """Go to the next pair."""
        self.query_one("#list", OptionList).action_cursor_down()

    def action_previous(self) -> None:
        """Go to the previous pair."""
        self.query_one("#list", OptionList).action_cursor_up()

    def action_read(self, direction: int) -> None:
        """Scroll the pair by half of what is in view, the cursor staying in the list."""
        pair = self.query_one(SideBySide)
        pair.scroll_relative(y=direction * max(1, pair.size.height // 2), animate=False)

    def on_resize(self) -> None:
        """With more room, each pair of the list has two lines."""
        if self._two_lines is not (self.size.width >= _WIDE):
            self._show_rows()

    @property
    def current(self) -> ContradictionRow | None:
        """The pair under the cursor."""
        place = self.query_one("#list", OptionList).highlighted
        return self._shown[place] if place is not None and place < len(self._shown) else None

    def _decide(self, decision: str) -> None:
        """Decide on the pair under the cursor in a worker, and go on to the next at once."""
        row = self.current
        if row is None or row.id in self._deciding:
            return
        self._deciding.add(row.id)
        if self._shown[-1] is row:
            self.action_previous()
        else:
            self.action_next()
        self.run_worker(
            partial(self._write_decision, row.id, decision), thread=True, group="decide"
        )

    def _write_decision(self, link_id: int, decision: str) -> None:
        """Runs in a worker."""
        from quotetrack.actions.linking import Decision, decide_contradiction

        problem: QuotetrackError | None = None
        try:
            decide_contradiction(database_of(self), link_id, Decision(decision))
        except QuotetrackError as refusal:
            problem = refusal
        self.post_message(self.Decided(link_id, problem))

    @on(Decided)
    def _end_decision(self, event: Decided) -> None:
        event.stop()
        self._deciding.discard(event.link_id)
        if event.problem is not None:
            self._go_to(event.link_id)
            self._show_problem(event.problem)
            return
        host_of(self).database_changed()

    def _take_rows(self, rows: list[ContradictionRow]) -> None:
        self._rows = rows
        awaited, self._awaited = self._awaited, None
        if any(row.id == awaited and row.state not in OPEN for row in rows):
            self._only_open = False
        self._show_rows()
        if awaited is not None and not self._go_to(awaited):
            self.notify("This pair is no longer recorded.", markup=False)
        host_of(self).count()

    def _show_rows(self) -> None:
        current = self.current
        shown = [row for row in self._rows if not self._only_open or row.state in OPEN]
        options = self.query_one("#list", OptionList)
        place = options.highlighted or 0
        self._shown = shown
        self._two_lines = self.size.width >= _WIDE
        with self.prevent(OptionList.OptionHighlighted):
            options.clear_options()
            options.add_options([Option(_line(row, self._two_lines)) for row in shown])
            if shown:
                places = {row.id: index for index, row in enumerate(shown)}
                kept = places.get(current.id) if current else None
                options.highlighted = min(place, len(shown) - 1) if kept is None else kept
        self.query_one("#counts", Static).update(self._counts())
        self.query_one("#nothing", Static).update(_NOTHING_OPEN if self._rows else _NOTHING_AT_ALL)
        self.set_class(not shown, "-nothing")
        self._show_pair()

    def _counts(self) -> Content:
        waiting = sum(row.state in OPEN for row in self._rows)
        shown = "open pairs shown" if self._only_open else "all pairs shown"
        return Content.assemble(
            (f"{waiting} open", "bold $text"),
            f" · {len(self._rows) - waiting} decided · {shown} (f)",
        )

    @on(OptionList.OptionHighlighted, "#list")
    def _move(self) -> None:
        self._show_pair()

    def _show_pair(self) -> None:
        row = self.current
        if row is None:
            self._pair_reading.cancel()
            self.query_one(SideBySide).pair = None
            return
        self._pair_reading.start(partial(_read_pair, row.id), self._take_pair, self._show_problem)

    def _take_pair(self, pair: Pair) -> None:
        self.query_one(SideBySide).pair = pair

    def _go_to(self, link_id: int) -> bool:
        """Put the cursor on a pair; whether it is shown."""
        for place, row in enumerate(self._shown):
            if row.id == link_id:
                self.query_one("#list", OptionList).highlighted = place
                return True
        return False

    def _show_problem(self, problem: QuotetrackError) -> None:
        self.notify(
            clean_text(str(problem), 500), title=problem.title, severity="error", markup=False
        )


def _read_rows(reader: Reader) -> list[ContradictionRow]:
    from quotetrack.actions import reading

    return reading.list_contradictions(reader, tuple(LinkState))


def _read_pair(link_id: int, reader: Reader) -> Pair:
    """Runs in a worker, the comparison of the words as well."""
    from quotetrack.actions import reading

    return make_pair(reading.show_contradiction(reader, link_id))


def _line(row: ContradictionRow, two_lines: bool) -> Content:
    sign = decision_sign(row.state, row.basis)
    return Content.assemble(
        (f"{sign.glyph} {sign.words:<11}", f"${sign.tone}"),
        (f" {shorten(clean_line(row.speaker_name), 24)}", "bold"),
        "\n  " if two_lines else "  ",
        (shorten(clean_line(row.earlier_text), 160), "$quiet"),
    )
