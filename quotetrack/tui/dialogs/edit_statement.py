"""The form that changes what is recorded of a statement."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from quotetrack.actions.choices import ExistingSpeaker, SpeakerChoice
from quotetrack.actions.editing import (
    KEEP,
    NO_CHANGES,
    Keep,
    KnownRole,
    RoleChoice,
    StatementChanges,
    TypedRole,
)
from quotetrack.domain.desk_records import EditableStatement
from quotetrack.domain.records import RoleRecord, SpeakerSummary
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.domain.vocabulary import Workflow
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import (
    NOBODY,
    Who,
    chosen_speaker,
    find_speakers,
    published_day,
    speaker_choice,
)
from quotetrack.tui.dialogs.date_field import read_date
from quotetrack.tui.dialogs.field import AreaField, FieldProblem, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.kept_date_field import KeptDateField
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.facts import stored_day

Value = TypeVar("Value")

_NO_ROLE: Choice[RoleChoice | None] = Choice(None, "not recorded")
_QUOTES_STAY = "The wording is the desk's best one. The quotes stay as the sources print them."


class EditStatementDialog(FormDialog[int]):
    """Wording, speaker, role then, date and circumstances; gives the statement's id."""

    HEADING = "Edit statement"
    HELP = (
        "Change what is recorded. A date left as it stands keeps its phrase and what it rests on; "
        "another one is recorded as entered by you. The quotes are the sources' own words and are "
        "not changed here. Of another speaker the former one's role does not hold, and "
        "contradictions become tensions: only one speaker can contradict himself. One undo takes "
        "all of it back."
    )
    DEFAULT_CSS = """
    EditStatementDialog #text TextArea.-textual-compact { height: 3; }
    EditStatementDialog.-wide #text TextArea.-textual-compact { height: 5; }
    EditStatementDialog .notice.-quiet { color: $quiet; }
    """

    def __init__(self, statement: EditableStatement) -> None:
        super().__init__()
        self._statement = statement
        self._speaker: Who = statement.speaker
        self._given_up = 0

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order, with what is recorded."""
        statement = self._statement
        record = statement.record
        principal = statement.on_behalf_of
        yield AreaField("Wording", id="text", value=clean_text(record.row.text))
        yield Picker(
            "Speaker",
            find_speakers,
            id="speaker",
            placeholder="type a name; a new one is offered",
            picked=speaker_choice(statement.speaker),
        )
        yield Picker(
            "Role then",
            self._find_roles,
            id="role",
            placeholder="pick one, or type: title, organisation",
            absent=_NO_ROLE,
            picked=_role_choice(statement.role) if statement.role else _NO_ROLE,
        )
        yield KeptDateField("Said", record.row.said, id="said")
        yield TextField("Where", id="venue", value=clean_line(record.venue or ""))
        yield TextField("Language", id="language", value=clean_line(record.language or ""))
        yield Picker(
            "On behalf of",
            find_speakers,
            id="behalf",
            absent=NOBODY,
            picked=speaker_choice(principal) if principal else NOBODY,
        )
        yield OneOf(
            "Workflow",
            [(each, each.value.replace("_", " ")) for each in Workflow],
            id="workflow",
            chosen=record.row.workflow,
        )
        yield Static("", id="consequence", classes="notice", markup=False)

    def on_mount(self) -> None:
        """Look back from the first source's day, and start in the wording."""
        self._counting = BackgroundReading(self, database_of(self), "contradictions given up")
        field = self.query_one("#said", KeptDateField)
        article = next((each.article for each in self._statement.record.quotes), None)
        published = published_day(article)
        if published is not None:
            field.look_back_from(
                published, f"{stored_day(published.isoformat())}, the day of the source"
            )
        else:
            field.look_back_from(database_of(self).clock().date(), "today")
        self._say_consequence()
        self.query_one("#text", AreaField).take_focus()

    def read_form(self) -> Callable[[], int]:
        """What was changed, as the work that saves it."""
        record = self._statement.record
        speaker = self._read_speaker()
        text = clean_line(self.query_one("#text", AreaField).value)
        if not text:
            raise FieldProblem("What was said? Give the words.", "text")
        venue = self.query_one("#venue", TextField).value
        language = self.query_one("#language", TextField).value
        workflow: Workflow = self.query_one("#workflow", OneOf).value
        changes = StatementChanges(
            text=text if text != clean_line(record.row.text) else KEEP,
            speaker=speaker,
            role=self._read_role(),
            venue=_unless_same(venue, clean_line(record.venue or "") or None),
            language=_unless_same(language, clean_line(record.language or "") or None),
            on_behalf_of=self._read_principal(),
            workflow=workflow if workflow is not record.row.workflow else KEEP,
        )
        date_field = self.query_one("#said", KeptDateField)
        said, reference = date_field.answer(
            "When was it said? Type a date, or press ctrl+n where it is not recorded."
        )
        kept = date_field.kept
        if kept and changes == NO_CHANGES:
            raise FieldProblem("Nothing is changed yet. Escape closes the form.", "text")

        def save() -> int:
            from dataclasses import replace

            from quotetrack.actions.editing import edit_statement

            meant = KEEP if kept else read_date(said, reference, "said")
            edit_statement(database_of(self), record.row.id, replace(changes, said=meant))
            return record.row.id

        return save

    def _read_speaker(self) -> SpeakerChoice | Keep:
        who: Who = self.query_one("#speaker", Picker).answer(
            "Who said it? Pick a line of the list; a name not listed is offered as new."
        )
        choice = chosen_speaker(who)
        if choice is None or choice == ExistingSpeaker(self._statement.speaker.id):
            return KEEP
        return choice

    def _read_role(self) -> RoleChoice | Keep | None:
        picker: Picker[RoleChoice | None] = self.query_one("#role", Picker)
        choice = (
            picker.answer("Which role was it? Pick a line, or press ctrl+n.")
            if picker.typed
            else None
        )
        stored = self._statement.role
        return _unless_same(choice, KnownRole(stored.id) if stored else None)

    def _read_principal(self) -> SpeakerChoice | Keep | None:
        picker: Picker[Who] = self.query_one("#behalf", Picker)
        choice = (
            chosen_speaker(picker.answer("On whose behalf? Pick a line, or press ctrl+n."))
            if picker.typed
            else None
        )
        stored = self._statement.on_behalf_of
        return _unless_same(choice, ExistingSpeaker(stored.id) if stored else None)

    def _find_roles(self, reader: Reader, typed: str) -> Sequence[Choice[RoleChoice | None]]:
        """The speaker's roles that fit, and the typed one as another; runs in a worker."""
        from quotetrack.actions import reading

        speaker = self._speaker
        roles: Sequence[RoleRecord] = ()
        if isinstance(speaker, SpeakerSummary):
            roles = reading.show_speaker(reader, speaker.id).roles
        found = [_role_choice(role) for role in roles]
        found = [choice for choice in found if typed.casefold() in choice.title.casefold()]
        if typed and all(choice.title.casefold() != typed.casefold() for choice in found):
            title, _, organisation = (part.strip() for part in typed.partition(","))
            if title:
                words = f"+ new role: {title}" + (f" of {organisation}" if organisation else "")
                found.append(Choice(TypedRole(title, organisation or None), typed, words))
        return found

    @on(Picker.Picked, "#speaker")
    def _change_speaker(self, event: Picker.Picked) -> None:
        if event.choice is None:
            return
        self._speaker = event.choice.value
        former = self._statement.role if self._is_former() else None
        self.query_one("#role", Picker).pick(_role_choice(former) if former else _NO_ROLE)
        self._given_up = 0
        self._say_consequence()
        choice = chosen_speaker(self._speaker)
        if choice is not None and not self._is_former():
            self._counting.start(
                partial(_count_given_up, self._statement.record.row.id, choice),
                self._take_count,
                self.show_problem,
            )

    def _is_former(self) -> bool:
        speaker = self._speaker
        return isinstance(speaker, SpeakerSummary) and speaker.id == self._statement.speaker.id

    def _take_count(self, given_up: int) -> None:
        self._given_up = given_up
        self._say_consequence()

    def _say_consequence(self) -> None:
        """Say what saving will do besides changing the fields."""
        if self._is_former():
            says = _QUOTES_STAY
        else:
            says = "⚑ Another speaker: the role was the former one's."
            if self._given_up:
                many = "contradictions become" if self._given_up > 1 else "contradiction becomes"
                says += (
                    f" {self._given_up} {many} “in tension”, since only one speaker can "
                    "contradict himself."
                )
        line = self.query_one("#consequence", Static)
        line.update(says)
        line.set_class(self._is_former(), "-quiet")


def _unless_same(value: Value, stored: Value) -> Value | Keep:
    return KEEP if value == stored else value


def _role_choice(role: RoleRecord) -> Choice[RoleChoice | None]:
    title = ", ".join(clean_line(part) for part in (role.title, role.organisation) if part)
    day = role.attested_on or role.held_from
    attested = f"as of {stored_day(day)}" if day else "no day attested"
    return Choice(KnownRole(role.id), title, attested)


def _count_given_up(statement_id: int, speaker: SpeakerChoice, reader: Reader) -> int:
    from quotetrack.actions.editing import contradictions_given_up

    return contradictions_given_up(reader, statement_id, speaker)
