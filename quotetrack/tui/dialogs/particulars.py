"""The fields that every form for a statement has: who said it, when, as what, for whom, how."""

from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.screen import Screen

from quotetrack.actions.choices import SpeakerChoice
from quotetrack.domain.vocabulary import Form
from quotetrack.store.database import Database
from quotetrack.tui.dialogs.choices import Who, chosen_speaker, find_speakers
from quotetrack.tui.dialogs.date_field import DateField, read_date
from quotetrack.tui.dialogs.field import FieldProblem, TextField
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Finder, Picker


@dataclass(frozen=True, slots=True)
class Particulars:
    """What was filled in, before the words of the date are read."""

    speaker: SpeakerChoice
    said: str
    looked_back_from: date
    role: str | None
    organisation: str | None
    on_behalf_of: SpeakerChoice | None
    form: Form | None
    cue: str | None
    note: str | None

    def record(
        self,
        database: Database,
        text: str,
        article_id: int | None,
        *,
        start: int | None,
        end: int | None = None,
        unanchored: bool = False,
        capture_id: int | None = None,
    ) -> int:
        """Record a statement of this wording; called in a worker."""
        from quotetrack.actions.statements import add_statement

        return add_statement(
            database,
            text=text,
            speaker=self.speaker,
            article_id=article_id,
            said=read_date(self.said, self.looked_back_from, "said"),
            form=self.form,
            cue=self.cue,
            on_behalf_of=self.on_behalf_of,
            role=self.role,
            organisation=self.organisation,
            unanchored=unanchored,
            start=start,
            end=end,
            note=self.note,
            capture_id=capture_id,
        )


def particular_fields(
    find: Finder[Who] = find_speakers, *, guessed: Form | None = None, cue: str = ""
) -> ComposeResult:
    """The fields, in tab order: those that every statement needs come first."""
    yield Picker("Speaker", find, id="speaker", placeholder="type a name; a new one is offered")
    yield DateField("Said", id="said")
    yield TextField("Role then", id="role", placeholder="the title the article gives")
    yield TextField("of", id="organisation", placeholder="organisation or country")
    yield Picker("On behalf of", find_speakers, id="behalf")
    yield TextField("Cue", id="cue", value=cue, placeholder="said, claimed, wrote …")
    as_guessed = f"as guessed: {guessed.value}" if guessed else "as guessed"
    answers: list[tuple[Form | None, str]] = [(None, as_guessed)]
    answers += [(form, form.value) for form in Form if form is not guessed]
    yield OneOf("Form", answers, id="form")
    yield TextField("Note", id="note")


def read_particulars(form: "Screen[int | None]") -> Particulars:
    """What was filled in.

    Raises:
        FieldProblem: if a field is wanting.
    """
    speaker = chosen_speaker(
        form.query_one("#speaker", Picker).answer(
            "Who said it? Pick a line of the list; a name not listed is offered as new."
        )
    )
    if speaker is None:
        raise FieldProblem("Who said it? A statement needs a speaker.", "speaker")
    said, looked_back_from = form.query_one("#said", DateField).answer(
        "When was it said? Type a date, or press ctrl+n where it is not recorded."
    )
    role = form.query_one("#role", TextField).value
    organisation = form.query_one("#organisation", TextField).value
    if organisation and not role:
        raise FieldProblem("What is the role there? Give its title.", "role")
    behalf: Picker[Who] = form.query_one("#behalf", Picker)
    return Particulars(
        speaker,
        said,
        looked_back_from,
        role,
        organisation,
        chosen_speaker(behalf.answer("On whose behalf? Pick a line, or empty the field."))
        if behalf.typed
        else None,
        form.query_one("#form", OneOf).value,
        form.query_one("#cue", TextField).value,
        form.query_one("#note", TextField).value,
    )
