"""Sets who a speaker is as paragraphs: counts, roles with their sources, spellings, notes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.domain.vocabulary import NameKind
from quotetrack.tui.widgets.document_pane import Paragraph
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.glyphs import OUTSIDE_ROLES, STATUSES
from quotetrack.tui.widgets.sparkline import draw_sparkline

if TYPE_CHECKING:
    from quotetrack.domain.records import NameRecord, RoleRecord
    from quotetrack.domain.speaker_records import SpeakerLife
    from quotetrack.tui.widgets.tones import Tones

_BAR = 12
"""Cells of the longest bar of the counts by status."""

ROLE_BASES = {
    "recorded_then": "recorded then",
    "reported_later": "reported later",
    "looked_up": "looked up",
}
"""How it is known that a speaker held a role."""


class SpeakerDocument:
    """Makes the paragraphs of one speaker in the tones of a pane of some width."""

    def __init__(self, life: "SpeakerLife", tones: "Tones", width: int) -> None:
        self._life = life
        self._tones = tones
        self._width = width

    def paragraphs(self) -> Iterator[Paragraph]:
        """Who, how much and when, what became of it, roles, spellings, notes."""
        yield from self._who()
        yield from self._statuses()
        yield from self._when()
        yield from self._roles()
        yield from self._names()
        yield from self._notes()

    def _who(self) -> Iterator[Paragraph]:
        speaker, tones = self._life.speaker, self._tones
        line = Text().append(clean_line(speaker.name), tones["heading"])
        parts = (speaker.kind.value, speaker.wikidata_id, short_identifier(speaker.id))
        told = " · ".join(part for part in parts if part)
        line.append(f"  {clean_line(told)}", tones["quiet"])
        yield Paragraph(line)

    def _statuses(self) -> Iterator[Paragraph]:
        """A line for each status: how many, a bar, glyph and words."""
        life, tones = self._life, self._tones
        counts = life.speaker.status_counts
        if not counts:
            yield Paragraph(Text("No statement recorded.", tones["quiet"]))
            return
        most = max(count for _, count in counts)
        digits = len(f"{most:,}")
        for status, count in counts:
            sign = STATUSES[status]
            line = Text().append(f"{count:>{digits},} ", tones["strong"])
            line.append(("█" * max(1, round(count * _BAR / most))).ljust(_BAR), tones.of(sign))
            line.append(f" {sign}", tones.of(sign))
            yield Paragraph(line)
        if life.outside:
            line = Text().append(f"{life.outside:>{digits},} ", tones["strong"])
            line.append(str(OUTSIDE_ROLES), tones.of(OUTSIDE_ROLES))
            yield Paragraph(line)

    def _when(self) -> Iterator[Paragraph]:
        """The sparkline, with the months that it spans and what a bar stands for."""
        life, tones = self._life, self._tones
        if not life.months:
            return
        line = draw_sparkline(life.months, self._width)
        first, last = (stored_day(life.months[place].month) for place in (0, -1))
        span = first if first == last else f"{first} to {last}"
        each = "a month" if line.months == 1 else f"in {line.months} months"
        words = f"{span} · up to {line.most:,} {each}"
        if life.undated:
            words += f" · {life.undated:,} without a date"
        bars = Text(line.bars, tones["primary"])
        if len(line.bars) + 2 + len(words) <= self._width:
            yield Paragraph(bars.append(f"  {words}", tones["quiet"]))
        else:
            yield Paragraph(bars)
            yield Paragraph(Text(words, tones["quiet"]))

    def _roles(self) -> Iterator[Paragraph]:
        roles = self._life.speaker.roles
        yield from self._heading("Roles", len(roles))
        if not roles:
            yield Paragraph(Text("None recorded. R adds one.", self._tones["quiet"]), 2, 2)
        for role in roles:
            yield from self._role(role)

    def _role(self, role: "RoleRecord") -> Iterator[Paragraph]:
        tones = self._tones
        title = ", ".join(part for part in (role.title, role.organisation) if part)
        yield Paragraph(Text(clean_line(title), tones["strong"]), 2, 4)
        yield Paragraph(Text(clean_line(describe_role_times(role)), tones["quiet"]), 4, 4)
        article = role.article
        if article is None:
            source = "source not recorded"
        else:
            parts = (article.title or article.url, article.outlet, stored_day(article.published))
            source = "source: " + clean_line(" · ".join(part for part in parts if part))
        yield Paragraph(Text(source, tones["quiet"]), 4, 4)

    def _names(self) -> Iterator[Paragraph]:
        names = [name for name in self._life.speaker.names if name.kind != NameKind.CANONICAL.value]
        yield from self._heading("Also written", len(names))
        if not names:
            yield Paragraph(Text("No other way. E adds one.", self._tones["quiet"]), 2, 2)
        for name in names:
            line = Text().append(clean_line(name.name))
            line.append(f"  {describe_name(name)}", self._tones["quiet"])
            yield Paragraph(line, 2, 4)

    def _notes(self) -> Iterator[Paragraph]:
        notes = self._life.notes
        if not notes:
            return
        yield from self._heading("Notes", len(notes))
        for note in notes:
            for line in clean_text(note.text).splitlines() or [""]:
                yield Paragraph(Text(line), 2, 2)
            by = f"{clean_line(note.author)}, {stored_day(note.at)}"
            yield Paragraph(Text(by, self._tones["quiet"]), 4, 4)

    def _heading(self, title: str, count: int) -> Iterator[Paragraph]:
        yield Paragraph(Text())
        heading = Text().append(title, self._tones["heading"])
        if count > 1:
            heading.append(f"  {count}", self._tones["quiet"])
        yield Paragraph(heading)


def describe_role_times(role: "RoleRecord") -> str:
    """When a role was held or attested, its kind, and how that is known."""
    parts = []
    if role.held_from or role.held_to:
        start = stored_day(role.held_from) if role.held_from else "…"
        end = stored_day(role.held_to) if role.held_to else "…"
        parts.append(f"held {start} to {end}")
    if role.attested_on:
        parts.append(f"as of {stored_day(role.attested_on)}")
    elif not parts:
        parts.append("no date recorded")
    parts += [role.kind, ROLE_BASES.get(role.basis, role.basis)]
    return " · ".join(parts)


def describe_name(name: "NameRecord") -> str:
    """What a spelling is: its kind, script and language."""
    return clean_line(" · ".join(part for part in (name.kind, name.script, name.language) if part))
