"""Turning imported statements into rows of tables, with ids and derived columns, in bulk."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import to_edtf
from quotetrack.domain.identifiers import IdentifierSource, short_identifier
from quotetrack.domain.import_records import ImportedSource, ImportedStatement
from quotetrack.domain.role_basis import role_basis
from quotetrack.domain.search_terms import Searchable, search_terms
from quotetrack.domain.status import Act, Outcome, derive_status
from quotetrack.domain.vocabulary import (
    DENIALS,
    Attribution,
    AttributionBasis,
    Basis,
    Certainty,
    EventState,
    LinkState,
    NameKind,
    Provenance,
    Relation,
    RoleKind,
    Status,
    Visibility,
)
from quotetrack.store.importing.date_places import DatePlaces
from quotetrack.store.importing.known import KnownRows, article_key
from quotetrack.store.importing.tables import COLUMNS, Rows

_AT_ONCE = 4096
_CACHED = 100_000
_NOTHING = Outcome(Status.NO_LATER_EVENT, None, ())
_NOBODY = Searchable(0, "", "", "")
_NOBODYS_TERMS = search_terms(_NOBODY)
_OPEN = Visibility.OPEN.value
_UNVERIFIED, _ON_RECORD = Attribution.UNVERIFIED.value, AttributionBasis.ON_RECORD.value


class _Dated(NamedTuple):
    """What follows from a date: the seven columns that keep it, and its search terms."""

    columns: tuple[str | None, ...]
    terms: str


class Ids:
    """Gives out ids for each table."""

    def __init__(self, source: IdentifierSource) -> None:
        self._source = source
        self.takers = {table: self._endless().__next__ for table in COLUMNS}

    def _endless(self) -> Iterator[int]:
        while True:
            for stretch in self._source.stretches(_AT_ONCE):
                yield from stretch


class AmbiguousSpeaker(Exception):
    """Several speakers are called so, and nobody has said which is meant."""


class RowMaker:
    """Makes rows for what an import says, and for what it names that is not known yet.

    Attributes:
        rows: table -> the rows made since they were taken last.
    """

    def __init__(
        self, known: KnownRows, places: DatePlaces, ids: Ids, author: str, now: str
    ) -> None:
        self._known = known
        self._places = places
        self._take = ids.takers
        self._author = author
        self._now = now
        self._dates: dict[tuple[str | None, ...], _Dated] = {}
        self._sources: dict[ImportedSource, tuple[int, int | None, str | None]] = {}
        self._terms: dict[tuple[object, ...], str] = {}
        self.rows = _no_rows()

    def forget(self) -> None:
        """Look articles up again: somebody else has written to the database."""
        self._sources.clear()

    def take_rows(self) -> Rows:
        """The rows made since the last call."""
        rows, self.rows = self.rows, _no_rows()
        return rows

    def add(self, said: ImportedStatement, batch_id: int) -> None:
        """Make the rows of one statement.

        Raises:
            AmbiguousSpeaker: its speaker is not certain.
        """
        speaker = self._speaker(said.speaker, said.kind)
        date, terms_of_time = self._dated(said.said)
        article = outlet = published = None
        if said.article is not None:
            found = self._sources.get(said.article)
            article, outlet, published = found or self._article(said.article)
        role = self._role(said, speaker, article, published) if said.role is not None else None
        statement = self._take["statement"]()
        tags = [self._tag(tag) for tag in said.tags] if said.tags else ()
        outcome = self._event(said, statement, speaker) if said.event is not None else _NOTHING
        if said.exact is not None:
            self.rows["quote"].append(
                (
                    self._take["quote"](),
                    statement,
                    article,
                    said.exact,
                    said.form,
                    "",
                    "",
                    _UNVERIFIED,
                    _ON_RECORD,
                )
            )
        for tag in dict.fromkeys(tags):
            self.rows["statement_tag"].append((self._take["statement_tag"](), statement, tag))
        if said.note is not None:
            self.rows["note"].append(
                (self._take["note"](), statement, said.note, self._author, self._now)
            )
        # Mostly it is the very same text, and need not be compared word by word.
        same = said.exact is None or said.exact is said.text
        quoted = "" if same else " ".join(str(said.exact).split())
        self.rows["statement"].append(
            (
                statement,
                speaker,
                role,
                said.text,
                *date,
                said.venue,
                said.language,
                said.workflow,
                _OPEN,
                said.source,
                said.external_id,
                batch_id,
                outcome.status.value,
                None if outcome.event is None else outcome.event.value,
                " ".join(outcome.marks),
                "" if quoted == said.text else quoted,
                f"s{speaker}{self._terms_of(said, outlet, outcome, tags)}{terms_of_time}",
                self._places.take(date[1] or published or date[0] or ""),
            )
        )

    def _speaker(self, name: str, kind: str) -> int:
        folded = self._known.fold(name)
        found = self._known.speakers.get(folded)
        if found is not None and len(found) == 1:
            return found[0]
        if folded in self._known.chosen:
            return self._known.chosen[folded]
        if found is not None:
            named = ", ".join(short_identifier(each) for each in found[:6])
            raise AmbiguousSpeaker(
                f"{len(found)} speakers are called “{name}” ({named}). "
                f"Say which is meant: --speaker '{name}={short_identifier(found[0])}'."
            )
        speaker = self._take["speaker"]()
        self.rows["speaker"].append((speaker, name, kind, 0))
        self.rows["speaker_name"].append(
            (self._take["speaker_name"](), speaker, name, NameKind.CANONICAL.value, folded)
        )
        self._known.speakers[folded] = (speaker,)
        return speaker

    def _article(self, source: ImportedSource) -> tuple[int, int | None, str | None]:
        """An article's id, its outlet, and when it was published."""
        outlet = self._outlet(source.outlet) if source.outlet is not None else None
        published = source.published[0]
        key = article_key(source.url, source.title, outlet, published)
        found = self._known.articles.get(key)
        if found is not None:
            return self._remember(source, found)
        article = self._take["article"]()
        origin = {"origin": "imported", "certainty": Certainty.SURE.value}
        origins = {
            name: origin
            for name, value in (
                ("title", source.title),
                ("url", source.url),
                ("published_at", published),
            )
            if value is not None
        }
        self.rows["article"].append(
            (
                article,
                outlet,
                "article",
                Provenance.UNKNOWN.value,
                source.url,
                source.title,
                *source.published,
                json.dumps(origins),
            )
        )
        self._known.articles[key] = found = article, outlet, published
        return self._remember(source, found)

    def _remember(
        self, source: ImportedSource, found: tuple[int, int | None, str | None]
    ) -> tuple[int, int | None, str | None]:
        if len(self._sources) > _CACHED:
            self._sources.clear()
        self._sources[source] = found
        return found

    def _outlet(self, name: str) -> int:
        folded = self._known.fold(name)
        found = self._known.outlets.get(folded)
        if found is None:
            found = self._known.outlets[folded] = self._take["outlet"]()
            self.rows["outlet"].append((found, name, folded))
        return found

    def _tag(self, name: str) -> int:
        folded = self._known.fold(name)
        found = self._known.tags.get(folded)
        if found is None:
            found = self._known.tags[folded] = self._take["tag"]()
            self.rows["tag"].append((found, name, folded))
        return found

    def _role(
        self, said: ImportedStatement, speaker: int, article: int | None, published: str | None
    ) -> int:
        """The role as this source attests it, recorded unless it is known already."""
        assert said.role is not None
        moment = said.said.latest or said.said.earliest
        spoken = moment[:10] if moment else None
        attested = spoken or (published[:10] if published else None)
        key = speaker, said.role, said.organisation, attested
        found = self._known.roles.get(key)
        if found is None:
            found = self._known.roles[key] = self._take["role"]()
            basis = role_basis(spoken, published)
            self.rows["role"].append(
                (
                    found,
                    speaker,
                    said.role,
                    said.organisation,
                    RoleKind.OFFICE.value,
                    attested,
                    basis.value,
                    article,
                )
            )
        return found

    def _event(self, said: ImportedStatement, statement: int, speaker: int) -> Outcome:
        """The event of a statement, with the link of a denial, and what it comes to."""
        event = said.event
        assert event is not None
        row = self._take["event"]()
        date, _ = self._dated(event.happened)
        accepted = EventState.ACCEPTED.value
        self.rows["event"].append(
            (row, statement, event.type.value, accepted, speaker, *date, event.note)
        )
        if event.type in DENIALS:
            self.rows["link"].append(
                (
                    self._take["link"](),
                    statement,
                    row,
                    Relation.CONTRADICTS.value,
                    Basis.DENIAL.value,
                    LinkState.CONFIRMED.value,
                    json.dumps([f"the file says: {event.type.value.replace('_', ' ')}"]),
                    self._author,
                    self._now,
                )
            )
        return derive_status([Act(event.type, True, True, False, date[0], date[1], 0)])

    def _dated(self, date: UncertainDate) -> _Dated:
        key = date.earliest, date.latest, date.phrase, date.zone
        found = self._dates.get(key)
        if found is None:
            if len(self._dates) > _CACHED:
                self._dates.clear()
            dated = search_terms(_NOBODY._replace(said_from=date.earliest, said_to=date.latest))
            columns = (
                date.earliest,
                date.latest,
                date.precision and date.precision.value,
                date.zone,
                to_edtf(date),
                date.phrase,
                date.basis and date.basis.value,
            )
            # The terms of a time stand behind all others.
            found = self._dates[key] = _Dated(columns, dated.removeprefix(_NOBODYS_TERMS))
        return found

    def _terms_of(
        self, said: ImportedStatement, outlet: int | None, outcome: Outcome, tags: Iterable[int]
    ) -> str:
        """The search terms between the speaker's and those of the time; many rows share them."""
        if tags or said.event is not None or said.note is not None:
            return self._made_terms(said, outlet, outcome, tags)
        key = said.role, said.organisation, said.workflow, said.form, said.exact is None, outlet
        found = self._terms.get(key)
        if found is None:
            if len(self._terms) > _CACHED:
                self._terms.clear()
            found = self._terms[key] = self._made_terms(said, outlet, outcome, tags)
        return found

    def _made_terms(
        self, said: ImportedStatement, outlet: int | None, outcome: Outcome, tags: Iterable[int]
    ) -> str:
        return search_terms(self._searchable(said, outlet, outcome, tags)).removeprefix("s0")

    def _searchable(
        self, said: ImportedStatement, outlet: int | None, outcome: Outcome, tags: Iterable[int]
    ) -> Searchable:
        return Searchable(
            0,
            outcome.status,
            Visibility.OPEN,
            said.workflow,
            status_event=outcome.event,
            role_title=said.role,
            role_organisation=said.organisation,
            events=() if said.event is None else (said.event.type,),
            tags=tags,
            forms=() if said.exact is None else (said.form,),
            outlets=() if outlet is None or said.exact is None else (outlet,),
            contradicted=said.event is not None and said.event.type in DENIALS,
            noted=said.note is not None,
        )


def _no_rows() -> Rows:
    return {table: [] for table in COLUMNS}
