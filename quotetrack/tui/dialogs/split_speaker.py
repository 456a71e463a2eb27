"""The form that parts a speaker: what belongs to another one, and to whom."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.records import RoleRecord, SpeakerSummary, StatementRow
from quotetrack.domain.speaker_records import Parted, Splitting
from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.vocabulary import NameKind
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import Who, chosen_speaker, find_speakers, speaker_choice
from quotetrack.tui.dialogs.field import FieldProblem
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.dialogs.several import Several, Tick, Ticks
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.cells import fit
from quotetrack.tui.widgets.facts import list_date, stored_day

_DATE = 12
_NAMED = 2
"""Contradictions that are named one by one."""


class SplitSpeakerDialog(FormDialog[int]):
    """What goes, and to whom; gives the other speaker's id."""

    HEADING = "Split a speaker"
    HELP = (
        "Tick what another speaker said, and say who that is, known or new. The roles of these "
        "statements go along; one that others carry too is kept by both. A contradiction between "
        "what goes and what stays becomes “in tension”, since only one and the same speaker can "
        "contradict himself. One undo takes it all back."
    )
    SAVE = "Split"
    DEFAULT_CSS = """
    SplitSpeakerDialog #parted.-empty { display: none; }
    """

    def __init__(self, splitting: Splitting) -> None:
        super().__init__()
        self._speaker = splitting.speaker
        self._rows = splitting.rows
        self._chosen = splitting.chosen
        self._left_out = splitting.left_out

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        speaker = self._speaker
        yield Static(
            Content.assemble("Parted from ", (clean_line(speaker.name), "bold")),
            classes="lead",
            markup=False,
        )
        yield Picker("Belongs to", self._find, id="other", placeholder="type a name, known or new")
        hint = "space ticks what the other said"
        if self._left_out:
            hint = f"{self._left_out:,} older ones: mark them on the timeline (x) beforehand"
        yield Several("Statements", [self._tick(row) for row in self._rows], id="said", hint=hint)
        names = [name for name in speaker.names if name.kind != NameKind.CANONICAL.value]
        if names:
            yield Several("Spellings", [Tick(name.id, name.name) for name in names], id="names")
        if speaker.roles:
            yield Several(
                "Roles", [Tick(role.id, _role(role)) for role in speaker.roles], id="roles"
            )
        yield Static("", id="parted", classes="notice -empty", markup=False)

    def on_mount(self) -> None:
        """Start with whose they are."""
        self._parting = BackgroundReading(self, database_of(self), "parted")
        self.query_one("#other", Picker).take_focus()
        self._look_what_is_parted()

    def read_form(self) -> Callable[[], int]:
        """Everything that was ticked, as the work that saves it."""
        other: Who = self.query_one("#other", Picker).answer(
            "Whose are they? Type a name and pick a line of the list."
        )
        statements = self._values("said")
        names, roles = self._values("names"), self._values("roles")
        if not (statements or names or roles):
            raise FieldProblem("Tick what belongs to the other: space ticks a line.", "said")
        to = chosen_speaker(other)
        assert to is not None  # nobody is not offered here

        def split() -> int:
            from quotetrack.actions.speaker_splitting import split_speaker

            return split_speaker(
                database_of(self),
                self._speaker.id,
                to,
                statement_ids=statements,
                name_ids=names,
                role_ids=roles,
            )

        return split

    def _values(self, field: str) -> list[int]:
        found = self.query(f"#{field}").results(Several)
        return [value for several in found for value in several.values]

    def _tick(self, row: StatementRow) -> Tick[int]:
        return Tick(row.id, row.text, row.id in self._chosen, fit(list_date(row.said), _DATE))

    def _find(self, reader: Reader, typed: str) -> Sequence[Choice[Who]]:
        """Runs in a worker: speakers by name, and a new one; before that, the likely ones."""
        from quotetrack.actions.speaker_merging import likely_same

        own = self._speaker.id
        if not typed:
            return [speaker_choice(each) for each in likely_same(reader, own)]
        return [
            choice
            for choice in find_speakers(reader, typed)
            if not isinstance(choice.value, SpeakerSummary) or choice.value.id != own
        ]

    @on(Ticks.Changed)
    def _ticked(self) -> None:
        self._look_what_is_parted()

    @on(Picker.Picked)
    def _picked(self) -> None:
        self._look_what_is_parted()

    def _look_what_is_parted(self) -> None:
        read = partial(_read_parted, self._values("said"))
        self._parting.start(read, self._show_parted, self.show_problem)

    def _show_parted(self, parted: list[Parted]) -> None:
        """Say beforehand which contradictions will be in tension only."""
        notice = self.query_one("#parted", Static)
        notice.set_class(not parted, "-empty")
        if not parted:
            return
        count = len(parted)
        head = "1 contradiction becomes" if count == 1 else f"{count} contradictions become"
        lines = [f"⚑ {head} “in tension”, being said by two speakers:"]
        shown = [each for each in parted if each.shown][:_NAMED]
        lines += [
            f"  {shorten(each.earlier_text, 34)} ↔ {shorten(each.later_text, 34)}" for each in shown
        ]
        if count > len(shown):
            lines.append(f"  and {count - len(shown)} more")
        notice.update(clean_text("\n".join(lines)))


def _read_parted(statements: list[int], reader: Reader) -> list[Parted]:
    from quotetrack.actions.speaker_splitting import contradictions_parted

    return contradictions_parted(reader, statements)


def _role(role: RoleRecord) -> str:
    title = ", ".join(part for part in (role.title, role.organisation) if part)
    return f"{title} ({stored_day(role.attested_on or role.held_from)})"
