"""The form that records a speaker, or changes one."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Static

from quotetrack.domain.edtf import day_span
from quotetrack.domain.records import SpeakerRecord
from quotetrack.domain.spellings import Spelling
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import NameKind, SpeakerKind
from quotetrack.tui.dialogs.date_field import read_date
from quotetrack.tui.dialogs.field import AreaField, FieldProblem, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.host import database_of


class SpeakerDialog(FormDialog[int]):
    """Name, kind, spellings, and a role as a source attests it; gives the speaker's id."""

    HELP = (
        "The name by which lists show the speaker, and every other way it is written, one a line: "
        "each spelling finds him. After a semicolon may stand what it is (alias, former, nickname, "
        "transliteration), after another its language. A role is what a source attests on a day; "
        "it is added to the roles already known and never replaces them, so that words keep the "
        "title of their time."
    )
    DEFAULT_CSS = """
    SpeakerDialog #spellings TextArea.-textual-compact { height: 4; }
    """

    def __init__(self, speaker: SpeakerRecord | None) -> None:
        super().__init__()
        self._speaker = speaker
        self.HEADING = "New speaker" if speaker is None else "Edit speaker"

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        speaker = self._speaker
        yield TextField("Name", id="name", value=clean_line(speaker.name) if speaker else "")
        yield OneOf(
            "Kind",
            [(kind, kind.value) for kind in SpeakerKind],
            id="kind",
            chosen=speaker.kind if speaker else SpeakerKind.PERSON,
        )
        yield AreaField(
            "Also written",
            id="spellings",
            value="\n".join(self._known_spellings()),
            placeholder="other spellings, one a line",
            hint="with kind and language: Wolkow; transliteration; de",
        )
        if speaker and speaker.roles:
            yield Static(self._known_roles(speaker), classes="lead", markup=False)
        yield TextField(
            "Role" if not (speaker and speaker.roles) else "Another role",
            id="role",
            placeholder="title, as the source gives it",
        )
        yield TextField("of", id="organisation", placeholder="organisation or country")
        yield TextField("as of", id="attested", placeholder="the day a source shows it")

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        name = self.query_one("#name", TextField).required("A speaker needs a name.")
        role = self.query_one("#role", TextField).value
        organisation = self.query_one("#organisation", TextField).value
        attested = self.query_one("#attested", TextField).value
        if role is None and (organisation or attested):
            raise FieldProblem("What is the role there? Give its title.", "role")
        typed = self.query_one("#spellings", AreaField).value.splitlines()
        spellings = list(dict.fromkeys(line.strip() for line in typed if line.strip()))
        known = self._known_spellings()
        kind: SpeakerKind = self.query_one("#kind", OneOf).value
        speaker = self._speaker

        def save() -> int:
            from quotetrack.actions.speakers import add_speaker, edit_speaker

            database = database_of(self)
            attested_on = None
            if attested:
                day = read_date(attested, database.clock().date(), "attested")
                attested_on = day_span(day)[1]
            if speaker is None:
                return add_speaker(
                    database,
                    name,
                    kind=kind,
                    aliases=spellings,
                    role=role,
                    organisation=organisation,
                    attested_on=attested_on,
                )
            edit_speaker(
                database,
                speaker.id,
                name=name if name != speaker.name else None,
                kind=kind if kind is not speaker.kind else None,
                spellings=spellings if spellings != known else None,
                add_role=role,
                organisation=organisation,
                attested_on=attested_on,
            )
            return speaker.id

        return save

    def _known_spellings(self) -> list[str]:
        if self._speaker is None:
            return []
        return [
            str(Spelling(clean_line(name.name), NameKind(name.kind), name.language))
            for name in self._speaker.names
            if name.kind != NameKind.CANONICAL.value
        ]

    def _known_roles(self, speaker: SpeakerRecord) -> str:
        lines = []
        for role in speaker.roles:
            title = ", ".join(part for part in (role.title, role.organisation) if part)
            since = f" (as of {role.attested_on[:10]})" if role.attested_on else ""
            lines.append(f"· {clean_line(title)}{since}")
        return "Roles known\n" + "\n".join(lines)
