"""Browse's pane of what narrows the search: reads its lines, and narrows and widens the search."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from quotetrack.domain.facet_records import FacetValue
from quotetrack.domain.records import SpeakerSummary
from quotetrack.domain.speaker_records import SpeakerMatch
from quotetrack.domain.vocabulary import NameMatch, Status
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens.browse_reading import PAUSE
from quotetrack.tui.widgets.facet_list import FacetLine, FacetList, Kind
from quotetrack.tui.widgets.glyphs import Sign, status_sign

if TYPE_CHECKING:
    from quotetrack.actions.narrowing import Narrowing
    from quotetrack.store.database import Database, Reader
    from quotetrack.tui.screens.browse import BrowseScreen

TITLES = {"status": "Status", "speaker": "Speakers", "outlet": "Outlets", "year": "Years"}
"""The facets, in their order."""

FEW = 8
"""Speakers and outlets shown before one asks for more."""

MOST_NAMED = 50
"""Speakers found by a name."""

_STATUS = "status:"


class Lines(NamedTuple):
    """What the pane shows; `counted` says among what, where that is not everything found."""

    lines: Sequence[FacetLine]
    counted: str


class FacetPane:
    """Keeps the pane up with the search, while it is in view."""

    def __init__(self, screen: "BrowseScreen", database: "Database") -> None:
        self._screen = screen
        self._reading = BackgroundReading(screen, database, "facets")
        self._open: frozenset[str] = frozenset()

    @property
    def _pane(self) -> FacetList:
        return self._screen.facet_list

    async def come_out(self) -> None:
        """Fill the pane, now that it is in view."""
        await self._pane.fill()
        self.read()

    def follow(self) -> None:
        """Another search is shown, or there was a change: count again after a pause."""
        if self._pane.display:
            self.read(pause=PAUSE if self._screen.search_line.has_focus_within else 0)

    def read(self, *, pause: float = 0) -> None:
        """Read the lines for the search and for what the pane is filtered by."""
        if self._pane.filled:
            read = partial(read_lines, self._screen.search_text, self._pane.filter_text, self._open)
            self._reading.start(read, self._show, lambda _: None, pause=pause)

    def _show(self, found: Lines) -> None:
        self._pane.show(found.lines, found.counted)

    def choose(self, line: FacetLine) -> None:
        """Narrow the search to a value, or widen it again where it was narrowed to it."""
        from quotetrack.actions.narrowing import narrowed, widened

        search = self._screen.search_text
        if line.kind is Kind.MORE:
            self._open |= {line.facet}
            self.read()
        elif line.kind is Kind.EVERYTHING:
            self._screen.search_line.text = widened(search)
        elif line.chosen:
            self._screen.search_line.text = widened(search, line.facet)
        elif line.kind is Kind.VALUE:
            self._screen.search_line.text = narrowed(search, line.term)


def read_lines(search: str, typed: str, opened: frozenset[str], reader: "Reader") -> Lines:
    """The lines for a search, or those of what is called as was typed."""
    from quotetrack.actions.facets import facets
    from quotetrack.actions.narrowing import narrowings

    chosen = narrowings(search)
    if typed.strip():
        return Lines(_named(typed, chosen, reader), "")
    found = facets(reader, search)
    count = f"{found.total:,}" + ("+" if found.more else "")
    lines = [FacetLine(Kind.EVERYTHING, "All statements", "" if chosen else count)]
    for facet, title in TITLES.items():
        lines += _section(title, facet, getattr(found, facet), chosen, facet in opened)
    return Lines(lines, "of the newest 1,000" if found.more else "")


def _section(
    title: str,
    facet: str,
    values: Sequence[FacetValue],
    chosen: "Sequence[Narrowing]",
    opened: bool,
) -> Iterator[FacetLine]:
    terms = {each.term.casefold(): each for each in chosen if each.facet == facet}
    known = {value.term.casefold() for value in values}
    if not values and not terms:
        return
    yield FacetLine(Kind.HEADING, title)
    for term, narrowing in terms.items():
        if term not in known:
            yield FacetLine(
                Kind.VALUE, narrowing.value, facet=facet, term=narrowing.term, chosen=True
            )
    few = len(values) if opened or facet in ("status", "year") else FEW
    for value in values[:few]:
        yield _line(facet, value, value.term.casefold() in terms)
    if len(values) > few:
        yield FacetLine(Kind.MORE, f"{len(values) - few} more …", facet=facet)


def _line(facet: str, value: FacetValue, chosen: bool) -> FacetLine:
    return FacetLine(
        Kind.VALUE,
        value.label,
        f"{value.statements:,}",
        facet,
        value.term,
        chosen,
        _sign(value.term),
        value.speaker,
    )


def _sign(term: str) -> Sign | None:
    if not term.startswith(_STATUS):
        return None
    return status_sign(Status(term.removeprefix(_STATUS)), None)


def _named(typed: str, chosen: "Sequence[Narrowing]", reader: "Reader") -> list[FacetLine]:
    """Speakers with such a name in any spelling, and the outlets, statuses and years so called."""
    from quotetrack.actions.facets import facets, speaker_term
    from quotetrack.actions.reading import find_speakers

    terms = {each.term.casefold() for each in chosen}
    lines: list[FacetLine] = []
    matches = find_speakers(reader, typed, MOST_NAMED)
    if matches:
        lines.append(FacetLine(Kind.HEADING, "Speakers"))
    for match in matches:
        term = speaker_term(match.speaker.name)
        lines.append(_speaker(match.speaker, term, term.casefold() in terms))
        aside = _how(match) or match.speaker.role
        if aside:
            lines.append(FacetLine(Kind.ASIDE, aside))
    found = facets(reader)
    wanted = typed.strip().casefold()
    for facet, title in TITLES.items():
        if facet != "speaker":
            values = [each for each in getattr(found, facet) if wanted in each.label.casefold()]
            if values:
                lines.append(FacetLine(Kind.HEADING, title))
                lines += (_line(facet, each, each.term.casefold() in terms) for each in values)
    return lines or [FacetLine(Kind.ASIDE, "Nobody is called so.")]


def _speaker(speaker: SpeakerSummary, term: str, chosen: bool) -> FacetLine:
    count = f"{speaker.statement_count:,}"
    return FacetLine(Kind.VALUE, speaker.name, count, "speaker", term, chosen, speaker=speaker.id)


def _how(match: SpeakerMatch) -> str:
    """The spelling that was found, where it is not the name or only near to what was typed."""
    if match.how is NameMatch.NEAR:
        return f"near: {match.spelling}"
    if match.how is NameMatch.SOUND:
        return f"sounds like: {match.spelling}"
    return "" if match.spelling == match.speaker.name else f"also {match.spelling}"
