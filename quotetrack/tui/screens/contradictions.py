"""The Contradictions screen: pair after pair, decided with one key each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from quotetrack.actions.registry import CONTRADICTIONS, STATEMENT
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.records import ContradictionRow, StatementRecord
from quotetrack.domain.vocabulary import LinkState
from quotetrack.tui.bindings import bindings_for
from quotetrack.tui.host import database_of
from quotetrack.tui.pairs import Pair, Side, read_pairs
from quotetrack.tui.read_ahead import ReadAhead
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens.statement_screen import StatementScreen
from quotetrack.tui.widgets.empty import READING, Line, failed
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar
from quotetrack.tui.widgets.pair_list import PairList
from quotetrack.tui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from quotetrack.store.database import Reader

OPEN = frozenset({LinkState.SUGGESTED, LinkState.NEEDS_MORE})
"""The states that wait for a person."""

_NOTHING_OPEN: tuple[Line, ...] = (
    (("✓ No pair waits for a decision", "heading"),),
    (),
    (("f", "accent"), ("  shows those decided before", "default")),
    (("d", "accent"), ("  in Browse tags a denial, which is linked at once", "default")),
    (("l", "accent"), ("  in Browse relates two statements by hand", "default")),
)
_NOTHING_AT_ALL: tuple[Line, ...] = (
    (("No contradiction is recorded yet", "heading"),),
    (),
    (("d", "accent"), ("  in Browse tags a denial, which is linked at once", "default")),
    (("l", "accent"), ("  in Browse relates two statements of one speaker", "default")),
)


class ContradictionsScreen(StatementScreen):
    """A list of pairs, and the pair under the cursor side by side; keys act on one of its sides."""

    SCOPES = (CONTRADICTIONS, STATEMENT)
    HELP: ClassVar[str] = (
        "Contradictions\n\n"
        "Two sayings of one speaker that may not both hold, the earlier on the left. The words "
        "that only one of them has are bold and underlined. C confirms, D dismisses, P records "
        "a change of position (neither is false by that), M keeps the pair open; the next one "
        "follows at once, and u takes the decision back.\n\n"
        "One side is marked by a thick edge and ▶: the keys of a statement act on it. ← and → "
        "choose the side, Tab the other one. f switches between the open pairs and all of them; "
        "Space and b read on and back in a long pair."
    )
    AUTO_FOCUS = "PairList"
    DEFAULT_CSS = """
    ContradictionsScreen {
        & PairList { height: 1fr; max-height: 35%; }
        & SideBySide { height: 1fr; }
        &.-nothing PairList { max-height: 100%; }
        &.-nothing SideBySide { display: none; }
        & PairList, & SideBySide {
            border: round $border-blurred; border-title-color: $quiet;
            border-subtitle-color: $quiet; background: $background;
            scrollbar-size-vertical: 1; overflow-x: hidden;
        }
        & PairList:focus {
            border: round $border; border-title-color: $primary; border-title-style: bold;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(CONTRADICTIONS),
        Binding("f", "filter", "Open or all", id="contradictions.filter"),
    ]

    @dataclass
    class Decided(Message):
        """A worker has written a decision, or was refused."""

        link_id: int
        problem: QuotetrackError | None

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ContradictionRow] = []
        self._only_open = True
        self._side: Side = "earlier"
        self._deciding: set[int] = set()
        self._awaited: int | None = None

    def compose(self) -> ComposeResult:
        """The pairs, and the one under the cursor."""
        yield HeaderBar()
        yield PairList(id="list")
        pair = SideBySide(id="pair")
        pair.border_title = "Pair"
        yield pair
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the pairs."""
        database = database_of(self)
        self._list_reading = BackgroundReading(self, database, "contradictions")
        self._ahead: ReadAhead[Pair] = ReadAhead(self, database, read_pairs)
        self.add_class("-nothing")
        self.pairs.border_title = "Contradictions"
        self.pairs.show((), READING, complete=True)
        self.reload()

    @property
    def pairs(self) -> PairList:
        """The list."""
        return self.query_one(PairList)

    @property
    def sides(self) -> SideBySide:
        """The pane of one pair."""
        return self.query_one(SideBySide)

    def reload(self) -> None:
        """Read the pairs again, keeping the cursor on its pair."""
        self._ahead.forget()
        self._list_reading.start(_read_rows, self._take_rows, self._fail)

    @property
    def place(self) -> Place:
        """The pair under the cursor."""
        row = self.pairs.row
        return Place("contradictions", None if row is None else row.id)

    def show_place(self, place: Place) -> None:
        """Put the cursor on a pair, decided or not."""
        self._awaited = place.row_id
        self.reload()

    # The statement that is meant

    @property
    def statement_here(self) -> int | None:
        """The statement on the side that is meant; an event's side means the one it is about."""
        row = self.pairs.row
        if row is None:
            return None
        return row.later_id if self._means_later(row) else row.earlier_id

    @property
    def speaker_here(self) -> int | None:
        """Who said it."""
        row = self.pairs.row
        if row is None:
            return None
        return row.later_speaker_id if self._means_later(row) else row.earlier_speaker_id

    @property
    def record_at_hand(self) -> StatementRecord | None:
        """The side that is meant."""
        pair = self.sides.pair
        return None if pair is None else pair.statement(self.sides.side)

    def _means_later(self, row: ContradictionRow) -> bool:
        return self._side == "later" and row.later_id is not None

    def action_take_side(self, side: Side) -> None:
        """Let the keys act on this side from now on."""
        row = self.pairs.row
        if side == "later" and row is not None and row.later_id is None:
            self.notify(
                "The later side is an event; keys act on the statement it is about.", markup=False
            )
            return
        self._side = side
        self.sides.show(self.sides.pair, side)

    def action_other_side(self) -> None:
        """Let the keys act on the other side."""
        self.action_take_side("later" if self.sides.side == "earlier" else "earlier")

    @on(SideBySide.Chosen)
    def _side_clicked(self, message: SideBySide.Chosen) -> None:
        self.action_take_side(message.side)

    # Deciding

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

    def _decide(self, decision: str) -> None:
        """Decide on the pair under the cursor in a worker, and go on to the next at once."""
        pairs = self.pairs
        row = pairs.row
        if row is None or row.id in self._deciding:
            return
        self._deciding.add(row.id)
        pairs.action_move(-1 if pairs.rows[-1] is row else 1)
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
            self.host.tell(event.problem)
            return
        self.host.database_changed()

    # The list

    def action_filter(self) -> None:
        """Switch between the open pairs and all of them."""
        self._only_open = not self._only_open
        self._show_rows()

    def action_read(self, direction: int) -> None:
        """Scroll the pair by half of what is in view, the cursor staying in the list."""
        sides = self.sides
        sides.action_move(direction * max(1, sides.size.height // 2))

    def _take_rows(self, rows: list[ContradictionRow]) -> None:
        self._rows = rows
        awaited, self._awaited = self._awaited, None
        if any(row.id == awaited and row.state not in OPEN for row in rows):
            self._only_open = False
        self._show_rows()
        if awaited is not None and not self._go_to(awaited):
            self.notify("This pair is no longer recorded.", markup=False)
        self.host.count()

    def _fail(self, problem: QuotetrackError) -> None:
        self._rows = []
        self._say(failed(str(problem), ()))

    def _say(self, lines: Sequence[Line]) -> None:
        self.add_class("-nothing")
        self.pairs.styles.height = "1fr"
        self.pairs.show((), lines, complete=True)

    def _show_rows(self) -> None:
        shown = [row for row in self._rows if not self._only_open or row.state in OPEN]
        pairs = self.pairs
        if not shown:
            self._say(_NOTHING_OPEN if self._rows else _NOTHING_AT_ALL)
        else:
            self.remove_class("-nothing")
            pairs.styles.height = len(shown) + pairs.gutter.height
            pairs.show(shown, (), complete=True)
        waiting = sum(row.state in OPEN for row in self._rows)
        pairs.border_title = f"Contradictions · {'open' if self._only_open else 'all'} pairs"
        pairs.border_subtitle = f"{waiting} open · {len(self._rows) - waiting} decided"

    @on(PairList.Moved)
    def _moved(self) -> None:
        """Show the pair once the list has been painted, so that the cursor never waits for it."""
        row = self.pairs.row
        if row is None:
            self.sides.show(None, self._side)
        else:
            self.call_after_refresh(self._show_pair, row)

    def _show_pair(self, row: ContradictionRow) -> None:
        if self.pairs.row is not row:
            return
        pair = self._ahead.at_hand(row.id)
        if pair is not None:
            self.sides.show(pair, self._side)
        else:
            near = [each.id for each in self.pairs.rows_near_cursor]
            self._ahead.read(near, lambda: self._show_read(row), self.host.tell)

    def _show_read(self, row: ContradictionRow) -> None:
        if self.pairs.row is row:
            self.sides.show(self._ahead.at_hand(row.id), self._side)

    def _go_to(self, link_id: int) -> bool:
        """Put the cursor on a pair; whether it is shown."""
        for place, row in enumerate(self.pairs.rows):
            if row.id == link_id:
                self.pairs.cursor = place
                return True
        return False


def _read_rows(reader: "Reader") -> list[ContradictionRow]:
    from quotetrack.actions import reading

    return reading.list_contradictions(reader, tuple(LinkState))
