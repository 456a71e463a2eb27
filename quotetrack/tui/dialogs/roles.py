"""The form for a speaker's roles: add one, change one, remove one."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from quotetrack.domain.edtf import day_span
from quotetrack.domain.records import ArticleSummary, RoleRecord, SpeakerRecord
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import RoleBasis, RoleKind
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import NO_ARTICLE, article_choice, find_articles
from quotetrack.tui.dialogs.date_field import read_date
from quotetrack.tui.dialogs.field import FieldProblem, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.widgets.speaker_document import ROLE_BASES, describe_role_times

if TYPE_CHECKING:
    from quotetrack.actions.speaker_roles import RoleDetails

ANOTHER: Choice[RoleRecord | None] = Choice(None, "another role", "a new one")


_DAYS = ("attested", "start", "end")


class What(Enum):
    """What saving does with the role."""

    KEEP = "keep as below"
    REMOVE = "remove"


class RolesDialog(FormDialog[int]):
    """Which role, and everything about it; gives the speaker's id."""

    HEADING = "Roles"
    HELP = (
        "Pick a role to change or remove it, or fill in another one. A role is what a source "
        "attests on a day; held from and to only where a source says so. A role that statements "
        "carry shows with them as it is changed here, and is not removed."
    )

    def __init__(self, speaker: SpeakerRecord) -> None:
        super().__init__()
        self._speaker = speaker

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        lead = Content.assemble((clean_line(self._speaker.name), "bold"))
        yield Static(lead, classes="lead", markup=False)
        if self._speaker.roles:
            yield Picker(
                "Role", self._find, id="which", hint="pick one to change it, or fill in another"
            )
        yield OneOf("Then", [(what, what.value) for what in What], id="what")
        yield TextField("Title", id="title", placeholder="as the source gives it")
        yield TextField("of", id="organisation", placeholder="organisation or country")
        yield OneOf("Kind", [(kind, kind.value) for kind in RoleKind], id="kind")
        yield TextField("Attested on", id="attested", placeholder="the day a source shows it")
        yield TextField("Held from", id="start", placeholder="only where a source says so")
        yield TextField("Held to", id="end")
        yield OneOf("Known", [(basis, ROLE_BASES[basis.value]) for basis in RoleBasis], id="basis")
        yield Picker("Source", find_articles, id="source", absent=NO_ARTICLE, picked=NO_ARTICLE)

    def on_mount(self) -> None:
        """Start with which role; with none recorded, there is only another one."""
        if self._speaker.roles:
            self.query_one("#which", Picker).take_focus()
        else:
            self.query_one("#title", TextField).take_focus()

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        role = self._role_meant()
        what: What = self.query_one("#what", OneOf).value
        if what is What.REMOVE:
            return self._removal(role)
        details = self._details()
        speaker_id = self._speaker.id

        def save() -> int:
            from quotetrack.actions.speaker_roles import add_role, edit_role

            if role is None:
                add_role(database_of(self), speaker_id, details())
            else:
                edit_role(database_of(self), role.id, details())
            return speaker_id

        return save

    def _role_meant(self) -> RoleRecord | None:
        """The role that was picked; None for another one, which is what an empty line means."""
        for picker in self.query("#which").results(Picker):
            if picker.picked is not None or picker.typed:
                role: RoleRecord | None = picker.answer(
                    "Which role? Pick a line of the list, or “another role”."
                )
                return role
        return None

    def _removal(self, role: RoleRecord | None) -> Callable[[], int]:
        if role is None:
            raise FieldProblem("Pick the role that is to be removed.", "what")

        def remove() -> int:
            from quotetrack.actions.speaker_roles import remove_role

            remove_role(database_of(self), role.id)
            return self._speaker.id

        return remove

    def _details(self) -> "Callable[[], RoleDetails]":
        """What the fields say; the days are read in the worker that saves."""
        title = self.query_one("#title", TextField).required("What is the role? Give its title.")
        organisation = self.query_one("#organisation", TextField).value
        kind: RoleKind = self.query_one("#kind", OneOf).value
        basis: RoleBasis = self.query_one("#basis", OneOf).value
        days = {field: self.query_one(f"#{field}", TextField).value for field in _DAYS}
        source: ArticleSummary | None = self.query_one("#source", Picker).answer(
            "Which source? Pick a line of the list, or ctrl+n: not recorded."
        )

        def read() -> "RoleDetails":
            from quotetrack.actions.speaker_roles import RoleDetails

            today = database_of(self).clock().date()
            spans = {
                field: day_span(read_date(typed, today, field)) if typed else (None, None)
                for field, typed in days.items()
            }
            return RoleDetails(
                title,
                organisation,
                kind,
                basis,
                attested_on=spans["attested"][1],
                held_from=spans["start"][0],
                held_to=spans["end"][1],
                article_id=source and source.id,
            )

        return read

    def _find(self, reader: Reader, typed: str) -> Sequence[Choice[RoleRecord | None]]:
        """The roles known, of whose title or organisation the words are part; and another one."""
        words = typed.casefold().split()
        found = [_role_choice(role) for role in self._speaker.roles]
        return [
            *(choice for choice in found if all(word in choice.title.casefold() for word in words)),
            ANOTHER,
        ]

    @on(Picker.Picked, "#which")
    def _show_role(self, message: Picker.Picked) -> None:
        """Fill the fields with what is known of the role."""
        if message.choice is None:
            return
        role: RoleRecord | None = message.choice.value
        values = {
            "title": role.title if role else "",
            "organisation": (role.organisation if role else None) or "",
            "attested": (role.attested_on if role else None) or "",
            "start": (role.held_from if role else None) or "",
            "end": (role.held_to if role else None) or "",
        }
        for field, value in values.items():
            self.query_one(f"#{field} Input", Input).value = clean_line(value)
        self.query_one("#kind", OneOf).choose(RoleKind(role.kind) if role else RoleKind.OFFICE)
        self.query_one("#basis", OneOf).choose(
            RoleBasis(role.basis) if role else RoleBasis.RECORDED_THEN
        )
        source = article_choice(role.article) if role and role.article else NO_ARTICLE
        self.query_one("#source", Picker).pick(source)


def _role_choice(role: RoleRecord) -> Choice[RoleRecord | None]:
    title = ", ".join(part for part in (role.title, role.organisation) if part)
    return Choice(role, title, describe_role_times(role))
