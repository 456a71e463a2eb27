"""Turning imported statements into rows of tables, with ids and derived columns, in bulk."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

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
    SpeakerKind,
    Status,
    Visibility,
)
from quotetrack.store.importing.date_places import DatePlaces
from quotetrack.store.importing.known import KnownRows, article_key
from quotetrack.store.importing.tables import COLUMNS, Rows

_AT_ONCE = 1024
_CACHED = 100_000
_NOTHING = Outcome(Status.NO_LATER_EVENT, None, ())

DateColumns = tuple[str | None, ...]


class Ids:
    """Gives out ids for each table, and tells which stretches of them were used."""

    def __init__(self, source: IdentifierSource) -> None:
        self._source = source
        self._left: dict[str, Iterator[int]] = {}
        self._used: dict[str, list[list[int]]] = {}

    def take(self, table: str) -> int:
        """A new id for a row of this table."""
        left = self._left.get(table)
        found = next(left, None) if left is not None else None
        if found is None:
            stretches = self._source.stretches(_AT_ONCE)
            self._left[table] = left = chain.from_iterable(stretches)
            found = next(left)
        used = self._used.setdefault(table, [])
        if used and used[-1][1] + 1 == found:
            used[-1][1] = found
        else:
            used.append([found, found])
        return found

    def used(self) -> dict[str, list[list[int]]]:
        """The stretches of ids used since this was asked last."""
        used, self._used = self._used, {}
        return used


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
        self._ids = ids
        self._author = author
        self._now = now
        self._dates: dict[UncertainDate, DateColumns] = {}
        self._times: dict[tuple[str | None, str | None], str] = {}
        self._terms: dict[tuple[object, ...], str] = {}
        self.rows = _no_rows()

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
        date = self._date(said.said)
        article = outlet = published = None
        if said.article is not None:
            article, outlet, published = self._article(said.article)
        role = self._role(said, speaker, article, published) if said.role is not None else None
        statement = self._ids.take("statement")
        tags = [self._tag(tag) for tag in said.tags] if said.tags else ()
        outcome = self._event(said, statement, speaker) if said.event is not None else _NOTHING
        if said.exact is not None:
            self.rows["quote"].append(
                (
                    self._ids.take("quote"),
                    statement,
                    article,
                    said.exact,
                    said.form.value,
                    "",
                    "",
                    Attribution.UNVERIFIED.value,
                    AttributionBasis.ON_RECORD.value,
                )
            )
        for tag in dict.fromkeys(tags):
            self.rows["statement_tag"].append((self._ids.take("statement_tag"), statement, tag))
        if said.note is not None:
            self.rows["note"].append(
                (self._ids.take("note"), statement, said.note, self._author, self._now)
            )
        quoted = "" if said.exact is None else " ".join(said.exact.split())
        self.rows["statement"].append(
            (
                statement,
                speaker,
                role,
                said.text,
                *date,
                said.venue,
                said.language,
                said.workflow.value,
                Visibility.OPEN.value,
                said.source,
                said.external_id,
                batch_id,
                outcome.status.value,
                None if outcome.event is None else outcome.event.value,
                " ".join(outcome.marks),
                "" if quoted == said.text else quoted,
                self._tags(said, speaker, outlet, outcome, tags),
                self._places.take(date[1] or published or date[0] or ""),
            )
        )

    def _speaker(self, name: str, kind: SpeakerKind) -> int:
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
        speaker = self._ids.take("speaker")
        self.rows["speaker"].append((speaker, name, kind.value, 0))
        self.rows["speaker_name"].append(
            (self._ids.take("speaker_name"), speaker, name, NameKind.CANONICAL.value, folded)
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
            return found
        article = self._ids.take("article")
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
        return found

    def _outlet(self, name: str) -> int:
        folded = self._known.fold(name)
        found = self._known.outlets.get(folded)
        if found is None:
            found = self._known.outlets[folded] = self._ids.take("outlet")
            self.rows["outlet"].append((found, name, folded))
        return found

    def _tag(self, name: str) -> int:
        folded = self._known.fold(name)
        found = self._known.tags.get(folded)
        if found is None:
            found = self._known.tags[folded] = self._ids.take("tag")
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
            found = self._known.roles[key] = self._ids.take("role")
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
        row = self._ids.take("event")
        date = self._date(event.happened)
        accepted = EventState.ACCEPTED.value
        self.rows["event"].append(
            (row, statement, event.type.value, accepted, speaker, *date, event.note)
        )
        if event.type in DENIALS:
            self.rows["link"].append(
                (
                    self._ids.take("link"),
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

    def _date(self, date: UncertainDate) -> DateColumns:
        """The seven columns in which a row keeps a date."""
        found = self._dates.get(date)
        if found is None:
            if len(self._dates) > _CACHED:
                self._dates.clear()
            found = self._dates[date] = (
                date.earliest,
                date.latest,
                date.precision and date.precision.value,
                date.zone,
                to_edtf(date),
                date.phrase,
                date.basis and date.basis.value,
            )
        return found

    def _tags(
        self,
        said: ImportedStatement,
        speaker: int,
        outlet: int | None,
        outcome: Outcome,
        tags: Iterable[int],
    ) -> str:
        """The search terms: the speaker's, those that many statements share, those of the time."""
        shared = said.role, said.organisation, said.workflow, said.form, said.exact is None, outlet
        middle = None
        if not tags and said.event is None and said.note is None:
            middle = self._terms.get(shared)
        if middle is None:
            searchable = self._searchable(said, outlet, outcome, tags)
            middle = search_terms(searchable).removeprefix("s0")
            if not tags and said.event is None and said.note is None:
                if len(self._terms) > _CACHED:
                    self._terms.clear()
                self._terms[shared] = middle
        return f"s{speaker}{middle}{self._terms_of_time(said.said.earliest, said.said.latest)}"

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

    def _terms_of_time(self, earliest: str | None, latest: str | None) -> str:
        """The terms of a time, which stand behind all others."""
        found = self._times.get((earliest, latest))
        if found is None:
            if len(self._times) > _CACHED:
                self._times.clear()
            none = Searchable(0, "", "", "")
            dated = search_terms(none._replace(said_from=earliest, said_to=latest))
            found = dated.removeprefix(search_terms(none))
            self._times[earliest, latest] = found
        return found


def _no_rows() -> Rows:
    return {table: [] for table in COLUMNS}
