"""Who a speaker is: spellings, roles with their days, and what became of the statements."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.records import NameRecord, RoleRecord, SpeakerRecord
from quotetrack.domain.text import clean_line
from quotetrack.tui.dialogs.card import CardDialog
from quotetrack.tui.widgets.glyphs import STATUSES


class SpeakerCard(CardDialog):
    """Spellings, roles and counts by status."""

    HEADING = "Who is this"
    HELP = (
        "Every way the name is written, every role as a source attests it, with the day, and how "
        "many of the statements were denied, corrected or taken back. E in the list changes it."
    )

    def __init__(self, speaker: SpeakerRecord) -> None:
        super().__init__()
        self._speaker = speaker

    def compose_card(self) -> ComposeResult:
        """What the panel shows."""
        yield Static(_describe(self._speaker), id="text", markup=False)


def _describe(speaker: SpeakerRecord) -> Content:
    lines: list[Content] = [
        Content.assemble((clean_line(speaker.name), "bold"), (f"  {speaker.kind.value}", "$quiet"))
    ]
    others = [name for name in speaker.names if name.name != speaker.name]
    lines += _section("Also written", [_spelling(name) for name in others])
    lines += _section("Roles", [_role(role) for role in speaker.roles])
    counts = [
        Content.assemble(
            f"{count:>5}  ",
            (str(STATUSES[status]), f"${STATUSES[status].tone}"),
        )
        for status, count in speaker.status_counts
        if count
    ]
    total = speaker.statement_count
    lines += _section("1 statement" if total == 1 else f"{total} statements", counts)
    return Content("\n").join(lines)


def _section(title: str, entries: list[Content]) -> list[Content]:
    heading = Content.styled(title, "bold $primary")
    empty = [Content.styled("  none recorded", "$quiet")]
    return [Content(""), heading, *(entries or empty)]


def _spelling(name: NameRecord) -> Content:
    notes = [name.kind.replace("_", " ")] + ([name.language] if name.language else [])
    return Content.assemble(
        f"  {clean_line(name.name)}", (f"  {clean_line(' · '.join(notes))}", "$quiet")
    )


def _role(role: RoleRecord) -> Content:
    title = ", ".join(part for part in (role.title, role.organisation) if part)
    when = []
    if role.attested_on:
        when.append(f"as of {role.attested_on[:10]}")
    if role.held_from or role.held_to:
        when.append(f"held {role.held_from or '…'} to {role.held_to or '…'}")
    when.append(role.basis.replace("_", " "))
    return Content.assemble(
        f"  {clean_line(title)}", (f"  {clean_line(' · '.join(when))}", "$quiet")
    )
