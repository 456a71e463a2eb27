"""The form that records what became of a statement, or the same of several."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.domain.desk_records import Selection
from quotetrack.domain.records import ArticleSummary, SpeakerSummary, StatementRecord
from quotetrack.domain.vocabulary import DENIALS, EventType
from quotetrack.tui.dialogs.choices import (
    NO_ARTICLE,
    NOBODY,
    Who,
    chosen_speaker,
    find_articles,
    find_speakers,
    published_day,
)
from quotetrack.tui.dialogs.date_field import DateField, read_date
from quotetrack.tui.dialogs.field import AreaField, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.lead import lead, remark
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.glyphs import EVENTS

if TYPE_CHECKING:
    from datetime import date

    from quotetrack.actions.tagging import TagResult

OFFERED = (
    EventType.RETRACTED,
    EventType.DENIED_SAYING,
    EventType.DENIED_SUBSTANCE,
    EventType.DENIED_UNSPECIFIED,
    EventType.CORRECTED,
    EventType.CLARIFIED,
    EventType.WALKED_BACK,
    EventType.APOLOGISED,
    EventType.REAFFIRMED,
    EventType.SUPERSEDED,
    EventType.THIRD_PARTY_DISPUTED,
)
"""What a person can record here, the most wanted first."""

_OWN_DENIAL = (
    "⚑ Saved with it, in the same step: the link that says this denial contradicts the remark. "
    "One undo takes back both."
)
_DENIAL_FOR_THE_SPEAKER = (
    "⚑ Saved with it, in the same step: the link that says this denial is in tension with the "
    "remark, for it is another who denies. One undo takes back both."
)


EACH: Choice[Who] = Choice(None, "each speaker himself")


@dataclass(frozen=True, slots=True)
class TagForm:
    """What was filled in, before the words of the date are read."""

    event_type: EventType
    happened: str
    looked_back_from: "date"
    article: ArticleSummary | None
    evidence: str | None
    actor: Who
    for_the_speaker: bool
    characterised_by: str | None
    note: str | None


class TagDialog(FormDialog["TagResult"]):
    """Type, date, source, evidence, who and note: one save, one undo."""

    HEADING = "What became of it"
    HELP = (
        "Record what happened to this remark later. Choose what happened, say when in your own "
        "words, and name the source. Where a source says nothing, answer “not recorded” (ctrl+n). "
        "A denial is linked to the remark as a contradiction in the same step; one undo takes "
        "back both."
    )
    DEFAULT_CSS = """
    TagDialog {
        & #columns { height: auto; }
        & #types { width: 26; height: auto; margin: 0 1 0 0; background: transparent;
                   border: none; padding: 0; }
        & #types > .option-list--option-highlighted {
            background: $cursor-blurred; color: $foreground; text-style: bold;
        }
        & #types:focus { background-tint: initial; border: none; }
        & #types:focus > .option-list--option-highlighted { background: $cursor-focused; }
        & #rest { width: 1fr; height: auto; }
        & .label { width: 10; }
        & .beneath, & Picker OptionList { margin: 0 0 0 10; }
        & #evidence TextArea.-textual-compact { height: 2; }
        &.-narrow Button.aside { display: none; }
    }
    """

    def __init__(
        self, statement: StatementRecord | Selection, event_type: EventType | None
    ) -> None:
        super().__init__()
        self._statement = statement
        self._row = statement.newest if isinstance(statement, Selection) else statement.row
        self._preset = event_type
        self._actor_touched = False

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        chosen = self._statement
        said = lead(chosen) if isinstance(chosen, Selection) else remark(self._row)
        yield Static(said, classes="lead", markup=False)
        with Horizontal(id="columns"):
            types = OptionList(
                *(Option(str(EVENTS[event])) for event in OFFERED),
                id="types",
                markup=False,
                compact=True,
            )
            types.highlighted = OFFERED.index(self._preset or OFFERED[0])
            yield types
            with Vertical(id="rest"):
                yield DateField("When", id="happened", not_before=self._row.said)
                yield Picker(
                    "Source",
                    find_articles,
                    id="source",
                    placeholder="type words of a title or outlet",
                    hint="ctrl+n: not recorded",
                    absent=NO_ARTICLE,
                )
                yield AreaField("Evidence", id="evidence", placeholder="its words that show it")
                nobody = EACH if isinstance(chosen, Selection) else NOBODY
                yield Picker("Who", find_speakers, id="actor", absent=nobody)
                yield OneOf(
                    "Acting",
                    [(False, "for himself"), (True, "for the speaker")],
                    id="acting",
                )
                yield TextField("Called so", id="characterised", placeholder="by whom")
                yield TextField("Note", id="note")
        yield Static("", id="consequence", classes="notice", markup=False)

    def on_mount(self) -> None:
        """Fill in what is usual, and start where there is something to say."""
        self._offer_actor()
        self._say_consequence()
        today = database_of(self).clock().date()
        self.query_one("#happened", DateField).look_back_from(today, "today")
        if self._preset is None:
            self.query_one("#types").focus()
        else:
            self.query_one("#happened", DateField).take_focus()

    @property
    def event_type(self) -> EventType:
        """What the list stands on."""
        return OFFERED[self.query_one("#types", OptionList).highlighted or 0]

    def read_form(self) -> Callable[[], "TagResult"]:
        """Everything that was typed, as the work that saves it."""
        happened, looked_back_from = self.query_one("#happened", DateField).answer(
            "When did it happen? Type a date, or press ctrl+n where it is not recorded."
        )
        form = TagForm(
            event_type=self.event_type,
            happened=happened,
            looked_back_from=looked_back_from,
            article=self.query_one("#source", Picker).answer(
                "Which source says so? Pick one, or press ctrl+n where it is not recorded."
            ),
            evidence=self.query_one("#evidence", AreaField).value.strip() or None,
            actor=self._read_actor(),
            for_the_speaker=bool(self.query_one("#acting", OneOf).value)
            and bool(self.query_one("#acting").display),
            characterised_by=self.query_one("#characterised", TextField).value,
            note=self.query_one("#note", TextField).value,
        )
        return partial(self._tag, form)

    def _read_actor(self) -> Who:
        picker: Picker[Who] = self.query_one("#actor", Picker)
        if picker.picked is None and not picker.typed:
            return None
        return picker.answer("Who did it? Pick a line of the list, or press ctrl+n.")

    def _tag(self, form: TagForm) -> "TagResult":
        """Runs in a worker."""
        from quotetrack.actions.tagging import Tagging, tag_statements

        tag = Tagging(
            form.event_type,
            read_date(form.happened, form.looked_back_from, "happened"),
            actor=chosen_speaker(form.actor),
            for_the_speaker=form.for_the_speaker,
            article_id=form.article.id if form.article else None,
            evidence=form.evidence,
            characterised_by=form.characterised_by,
            note=form.note,
        )
        chosen = self._statement
        ids = chosen.ids if isinstance(chosen, Selection) else (self._row.id,)
        return tag_statements(database_of(self), ids, tag)[0]

    @on(OptionList.OptionHighlighted, "#types")
    def _change_type(self) -> None:
        self._offer_actor()
        self._say_consequence()

    @on(OptionList.OptionSelected, "#types")
    def _leave_types(self) -> None:
        self.query_one("#happened", DateField).take_focus()

    @on(Picker.Picked, "#source")
    def _look_back_from_source(self, event: Picker.Picked) -> None:
        article: ArticleSummary | None = event.choice.value if event.choice else None
        published = published_day(article)
        field = self.query_one("#happened", DateField)
        if published is not None:
            field.look_back_from(
                published, f"{stored_day(published.isoformat()).strip()}, the day of the source"
            )
        else:
            field.look_back_from(database_of(self).clock().date(), "today")

    @on(Picker.Picked, "#actor")
    def _keep_actor(self, event: Picker.Picked) -> None:
        self._actor_touched = event.choice is None or event.choice != self._usual_actor()
        self._say_consequence()

    def _usual_actor(self) -> Choice[Who]:
        """The speaker for his own acts; nobody for another's."""
        if self.event_type is EventType.THIRD_PARTY_DISPUTED:
            return NOBODY
        if isinstance(self._statement, Selection):
            return EACH
        row = self._row
        speaker = SpeakerSummary(
            row.speaker_id, row.speaker_name, self._statement.speaker_kind, row.role, 0
        )
        return Choice(speaker, row.speaker_name, "who said it")

    def _offer_actor(self) -> None:
        picker: Picker[Who] = self.query_one("#actor", Picker)
        if not self._actor_touched:
            picker.pick(self._usual_actor())

    def _say_consequence(self) -> None:
        """Say what saving will do besides recording the event."""
        picked = self.query_one("#actor", Picker).picked
        actor: Who = picked.value if picked else None
        one_speaker = not isinstance(self._statement, Selection) or self._statement.speakers == 1
        own = one_speaker and isinstance(actor, SpeakerSummary) and actor.id == self._row.speaker_id
        another = actor is not None and not own
        disputed = self.event_type is EventType.THIRD_PARTY_DISPUTED
        self.query_one("#acting").display = another and not disputed
        denial = self.event_type in DENIALS
        line = self.query_one("#consequence", Static)
        says = (_DENIAL_FOR_THE_SPEAKER if another else _OWN_DENIAL) if denial else ""
        if isinstance(self._statement, Selection):
            relation = "is in tension with it" if another else "contradicts it"
            link = f", with the link that says this denial {relation}" if denial else ""
            says = f"Recorded of each of the {len(self._statement.ids):,}{link}. One undo for all."
        line.display = bool(says)
        line.update(says)
