"""The form that relates a statement to another one."""

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.edtf import day_span, describe_date
from quotetrack.domain.errors import QueryError
from quotetrack.domain.records import StatementRecord, StatementRow
from quotetrack.domain.text import clean_line, shorten
from quotetrack.domain.vocabulary import Basis, Relation
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import statement_choice
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import Answers, OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.link_words import RELATION_WORDS

_READ = 200
_OFFERED = 12
_WITH_BASIS = (Relation.CONTRADICTS, Relation.IN_TENSION)


class LinkDialog(FormDialog[int]):
    """Relation, basis and the other statement; gives the new link's id."""

    HEADING = "Link two statements"
    HELP = (
        "Say how the later of two statements stands to the earlier one; which is which follows "
        "from their dates. Only one and the same speaker can contradict himself: two speakers "
        "are in tension at most."
    )
    SAVE = "Link"

    def __init__(self, statement: StatementRecord) -> None:
        super().__init__()
        self._statement = statement
        self._only_this_speaker = True

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        yield Static(self._this_one(), classes="lead", markup=False)
        yield OneOf("Look among", [(True, "this speaker"), (False, "all speakers")], id="scope")
        yield Picker(
            "The other",
            self._find_statements,
            id="other",
            placeholder="type words of its wording",
        )
        yield OneOf("Relation", [(each, _words(each)) for each in Relation], id="relation")
        yield OneOf(
            "Basis",
            [(None, "not said"), *((basis, _words(basis)) for basis in Basis)],
            id="basis",
        )
        yield OneOf("The later is", [(True, "the other"), (False, "this one")], id="order")
        yield TextField("Reason", id="reason", placeholder="in your own words")
        yield Static("", id="sentence", classes="notice", markup=False)

    def on_mount(self) -> None:
        """Start with the other statement."""
        self.query_one("#other", Picker).take_focus()
        self._say_sentence()

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        other: StatementRow = self.query_one("#other", Picker).answer(
            "Which is the other statement? Type words of it and pick a line of the list."
        )
        relation: Relation = self.query_one("#relation", OneOf).value
        basis: Basis | None = self.query_one("#basis", OneOf).value
        reason = self.query_one("#reason", TextField).value
        this = self._statement.row
        earlier, later = (this, other) if self._other_is_later(other) else (other, this)

        def link() -> int:
            from quotetrack.actions.linking import link_statements

            return link_statements(
                database_of(self),
                later.id,
                earlier.id,
                relation,
                basis=basis if relation in _WITH_BASIS else None,
                reasons=(reason,) if reason else (),
            )

        return link

    @on(Answers.Chosen)
    def _change_answer(self) -> None:
        only = bool(self.query_one("#scope", OneOf).value)
        if only is not self._only_this_speaker:
            self._only_this_speaker = only
            self.query_one("#other", Picker).pick(None)
        self._say_sentence()

    @on(Picker.Picked)
    def _change_other(self) -> None:
        self._say_sentence()

    def _find_statements(self, reader: Reader, typed: str) -> Sequence[Choice[StatementRow]]:
        """Runs in a worker."""
        from quotetrack.actions import reading

        this = self._statement.row
        query = " ".join(word for word in typed.replace('"', " ").split())
        if self._only_this_speaker:
            query = f'speaker:"{clean_line(this.speaker_name).replace(chr(34), " ")}" {query}'
        try:
            rows = reading.search(reader, query.strip(), _READ)
        except QueryError:
            return ()
        found = [
            row
            for row in rows
            if row.id != this.id
            and (not self._only_this_speaker or row.speaker_id == this.speaker_id)
        ]
        return [statement_choice(row) for row in found[:_OFFERED]]

    def _order_by_date(self, other: StatementRow) -> bool | None:
        """Whether the other is the later one; None where the dates do not tell."""
        this_first, this_last = day_span(self._statement.row.said)
        other_first, other_last = day_span(other.said)
        if this_last and other_first and this_last < other_first:
            return True
        if other_last and this_first and other_last < this_first:
            return False
        return None

    def _other_is_later(self, other: StatementRow) -> bool:
        by_date = self._order_by_date(other)
        return bool(self.query_one("#order", OneOf).value) if by_date is None else by_date

    def _say_sentence(self) -> None:
        """The link in one sentence; the order is asked for only where the dates leave it open."""
        picked = self.query_one("#other", Picker).picked
        relation: Relation = self.query_one("#relation", OneOf).value
        self.query_one("#basis").display = relation in _WITH_BASIS
        order = self.query_one("#order")
        sentence = self.query_one("#sentence", Static)
        order.display = picked is not None and self._order_by_date(picked.value) is None
        sentence.display = picked is not None
        if picked is None:
            return
        other: StatementRow = picked.value
        this = self._statement.row
        earlier, later = (this, other) if self._other_is_later(other) else (other, this)
        sentence.update(
            Content(
                f"→ “{shorten(clean_line(later.text), 60)}” ({describe_date(later.said)}) "
                f"{RELATION_WORDS[relation]} “{shorten(clean_line(earlier.text), 60)}” "
                f"({describe_date(earlier.said)})"
            )
        )

    def _this_one(self) -> Content:
        row = self._statement.row
        return Content.assemble(
            (clean_line(row.speaker_name), "bold"),
            (f" · {describe_date(row.said)}\n", "$quiet"),
            f"“{shorten(clean_line(row.text), 140)}”",
        )


def _words(value: Relation | Basis) -> str:
    return value.value.replace("_", " ")
