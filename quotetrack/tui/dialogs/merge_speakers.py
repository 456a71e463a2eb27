"""The form that makes one speaker of two, and shows both beside each other before."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.records import RoleRecord, SpeakerRecord, SpeakerSummary
from quotetrack.domain.speaker_records import Comparison
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import speaker_choice
from quotetrack.tui.dialogs.field import FieldProblem
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import Answers, OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.glyphs import STATUSES

_SHOWN = 4
"""Roles and spellings of each side that are shown."""


class Merged(NamedTuple):
    """What became of the two: who stays, and who went into that one."""

    kept_id: int
    gone_id: int


class MergeSpeakersDialog(FormDialog[Merged]):
    """Who is the same, and which of the two stays."""

    HEADING = "Merge two speakers"
    HELP = (
        "Everything of the one goes to the other: statements, later acts, roles, notes; the names "
        "become other spellings. Those whose names are much alike are offered before anything is "
        "typed. Look at both sides before you save: namesakes are not one. One undo takes it all "
        "back."
    )
    SAVE = "Merge"
    DEFAULT_CSS = """
    MergeSpeakersDialog {
        & #sides { height: auto; margin: 1 0 0 0; }
        & .side {
            width: 1fr; height: auto; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & #doubts { height: auto; padding: 0 1; color: $warning; }
        & #doubts.-empty { display: none; }
    }
    """

    def __init__(self, speaker: SpeakerRecord) -> None:
        super().__init__()
        self._speaker = speaker
        self._comparison: Comparison | None = None

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        name = clean_line(self._speaker.name)
        yield Picker(
            "The same as",
            self._find,
            id="other",
            placeholder="type a name",
            hint="the likely ones come first; type for another",
        )
        yield OneOf("Who stays", [(True, name), (False, "the other")], id="stays")
        with Horizontal(id="sides"):
            yield Static("", id="this", classes="side", markup=False)
            yield Static("", id="that", classes="side", markup=False)
        yield Static("", id="doubts", classes="-empty", markup=False)

    def on_mount(self) -> None:
        """Start with the likely ones."""
        self._comparing = BackgroundReading(self, database_of(self), "compare")
        self.query_one("#other", Picker).take_focus()
        self._show_sides()

    def read_form(self) -> Callable[[], Merged]:
        """The merging as it is shown."""
        other: SpeakerSummary = self.query_one("#other", Picker).answer(
            "Who is the same? Pick a line of the list with Enter."
        )
        if self._comparison is None or self._comparison.second.id != other.id:
            raise FieldProblem("The other side is still being read: look at both first.", "other")
        pair = (self._speaker.id, other.id)
        kept, gone = pair if self.query_one("#stays", OneOf).value else pair[::-1]

        def merge() -> Merged:
            from quotetrack.actions.speaker_merging import merge_speakers

            merge_speakers(database_of(self), kept, gone)
            return Merged(kept, gone)

        return merge

    def _find(self, reader: Reader, typed: str) -> Sequence[Choice[SpeakerSummary]]:
        """Runs in a worker: the likely ones, or those whose names begin as typed."""
        from quotetrack.actions.reading import list_speakers
        from quotetrack.actions.speaker_merging import likely_same

        own = self._speaker.id
        found = list_speakers(reader, typed, 13) if typed else likely_same(reader, own)
        return [
            Choice(each, choice.title, choice.detail)
            for each in found
            if each.id != own
            for choice in (speaker_choice(each),)
        ]

    @on(Picker.Picked)
    def _picked(self, message: Picker.Picked) -> None:
        self._comparison = None
        self._comparing.cancel()
        if message.choice is not None:
            read = partial(_compare, self._speaker.id, message.choice.value.id)
            self._comparing.start(read, self._compared, self.show_problem)
        self._show_sides()

    def _compared(self, comparison: Comparison) -> None:
        """Who is recorded with more statements stays, until another answer is given."""
        self._comparison = comparison
        first, second = comparison.first, comparison.second
        stays = first.statement_count >= second.statement_count
        self.query_one("#stays", OneOf).choose(stays)
        self._show_sides()

    @on(Answers.Chosen)
    def _chosen(self) -> None:
        self._show_sides()

    def _show_sides(self) -> None:
        comparison = self._comparison
        stays = bool(self.query_one("#stays", OneOf).value)
        first = comparison.first if comparison else self._speaker
        self.query_one("#this", Static).update(_side(first, stays, comparison is not None))
        that = _side(comparison.second, not stays, True) if comparison else Content("")
        self.query_one("#that", Static).update(that)
        self._show_doubts()

    def _show_doubts(self) -> None:
        comparison = self._comparison
        lines = [f"⚠ {doubt}" for doubt in comparison.doubts] if comparison else []
        if comparison and comparison.tensions:
            links = (
                "1 link says" if comparison.tensions == 1 else f"{comparison.tensions} links say"
            )
            lines.append(
                f"⚑ {links} that these two are in tension. It stays so; whether one speaker "
                "contradicts himself there is for you to say in Contradictions."
            )
        doubts = self.query_one("#doubts", Static)
        doubts.update(clean_text("\n".join(lines)))
        doubts.set_class(not lines, "-empty")


def _compare(first: int, second: int, reader: Reader) -> Comparison:
    from quotetrack.actions.speaker_merging import compare_speakers

    return compare_speakers(reader, first, second)


def _side(speaker: SpeakerRecord, stays: bool, decided: bool) -> Content:
    """One of the two: what becomes of it, counts, roles, spellings."""
    fate = ("▲ stays" if stays else "▼ goes into it") if decided else ""
    kind = " · ".join(part for part in (speaker.kind.value, speaker.wikidata_id) if part)
    count = speaker.statement_count
    lines = [
        Content.assemble((fate, "bold $success" if stays else "bold $warning")),
        Content.assemble((clean_line(speaker.name), "bold"), (f"  {clean_line(kind)}", "$quiet")),
        Content("1 statement" if count == 1 else f"{count:,} statements"),
    ]
    for status, number in speaker.status_counts:
        sign = STATUSES[status]
        lines.append(Content.assemble(f"{number:>5,} ", (str(sign), f"${sign.tone}")))
    lines += _listed("Roles", [_role(role) for role in speaker.roles])
    others = [name.name for name in speaker.names if name.name != speaker.name]
    lines += _listed("Also written", [clean_line(name) for name in others])
    return Content("\n").join(lines)


def _listed(what: str, entries: list[str]) -> list[Content]:
    """Some of them, and how many more there are."""
    lines = [Content.styled(what if entries else f"{what}: none recorded", "$quiet")]
    lines += [Content(f"  {entry}") for entry in entries[:_SHOWN]]
    if len(entries) > _SHOWN:
        lines.append(Content.styled(f"  and {len(entries) - _SHOWN} more", "$quiet"))
    return lines


def _role(role: RoleRecord) -> str:
    title = ", ".join(part for part in (role.title, role.organisation) if part)
    day = stored_day(role.attested_on or role.held_from)
    return clean_line(f"{day}  {title}")
