"""Rows of invented statements with all that hangs on them, the same for every seed."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from benchmarks.corpus_people import NewId, Person, Row, Source, ranked_weights
from benchmarks.corpus_words import Sentences
from quotetrack.domain.search_terms import Searchable, search_terms
from quotetrack.domain.status import Act, derive_status
from quotetrack.domain.vocabulary import EventType
from quotetrack.store.derived import places_of

LABELS = 40
OWN_ACTS = (
    EventType.DENIED_SAYING,
    EventType.DENIED_SUBSTANCE,
    EventType.DENIED_UNSPECIFIED,
    EventType.RETRACTED,
    EventType.CORRECTED,
    EventType.CLARIFIED,
    EventType.WALKED_BACK,
    EventType.APOLOGISED,
    EventType.REAFFIRMED,
)
FORMS = ("verbatim", "partial", "mixed", "paraphrase")

Said = tuple[str | None, str | None, str | None, str | None]
"""From, to, precision and basis."""


class DateKeys:
    """Gives out the date keys of a day or a minute, one after another."""

    def __init__(self) -> None:
        self._next: defaultdict[str, int] = defaultdict(int)

    def key(self, moment: str) -> int:
        """The next free key of a moment."""
        first, end = places_of(moment)
        key = max(first, self._next[moment[:16]])
        assert key < end, moment
        self._next[moment[:16]] = key + 1
        return key


class Statements:
    """Statements with their quotes, later events, links and labels.

    Attributes:
        labels: the rows of labels.
    """

    def __init__(
        self,
        people: list[Person],
        sources: list[Source],
        sentences: Sentences,
        chance: Random,
        new_id: NewId,
    ) -> None:
        self._people, self._weights = people, ranked_weights(len(people))
        self._sources, self._sentences = sources, sentences
        self._chance, self._new_id = chance, new_id
        self._keys = DateKeys()
        self.labels: list[Row] = [
            (new_id(), f"label {number}", f"label {number}") for number in range(LABELS)
        ]

    def batches(self, count: int, size: int) -> Iterator[dict[str, list[Row]]]:
        """So many statements, some at a time: table -> rows."""
        chance = self._chance
        rows: dict[str, list[Row]] = defaultdict(list)
        speakers = chance.choices(self._people, cum_weights=self._weights, k=count)
        while speakers:
            person = speakers.pop()
            if speakers and chance.random() < 0.005:
                speakers.pop()
                pair = [self._add(rows, person, contradicted=True) for _ in range(2)]
                rows["link"].append(self._link(*pair))
            else:
                self._add(rows, person)
            if len(rows["statement"]) >= size or not speakers:
                yield rows
                rows = defaultdict(list)

    def _add(
        self, rows: dict[str, list[Row]], person: Person, *, contradicted: bool = False
    ) -> int:
        chance = self._chance
        statement, text = self._new_id(), self._sentences.sentence()
        source = chance.choice(self._sources)
        said_from, said_to, precision, basis = self._said(source.day)
        role, title, body = None, None, None
        if person.roles and chance.random() < 0.8:
            role, title, body = chance.choice(person.roles)
        visibility = "off_record" if chance.random() < 0.01 else "open"
        workflow = chance.choices(("reviewed", "draft", "unread", "published"), (60, 15, 15, 10))[0]
        first_quote = len(rows["quote"])
        published, wordings, outlets = self._quotes(rows, statement, text, source)
        acts = self._events(rows, statement, person.id, source.day)
        outcome = derive_status(acts)
        terms = search_terms(
            Searchable(
                person.id,
                outcome.status,
                visibility,
                workflow,
                said_from,
                said_to,
                status_event=outcome.event,
                role_title=title,
                role_organisation=body,
                events=[act.type for act in acts],
                tags=self._labels(rows, statement),
                forms=[str(quote[4]) for quote in rows["quote"][first_quote:]],
                outlets=outlets,
                contradicted=contradicted,
            )
        )
        rows["statement"].append(
            (
                statement,
                person.id,
                role,
                text,
                said_from,
                said_to,
                precision,
                basis,
                "en",
                workflow,
                visibility,
                outcome.status.value,
                None if outcome.event is None else outcome.event.value,
                " ".join(outcome.marks),
                "\n".join(wordings),
                terms,
                self._keys.key(said_to or published or said_from or ""),
            )
        )
        return statement

    def _quotes(
        self, rows: dict[str, list[Row]], statement: int, text: str, source: Source
    ) -> tuple[str | None, list[str], list[int]]:
        """Add quotes; when the first was published, wordings other than the text, outlets."""
        chance = self._chance
        published, wordings, outlets = [], [], []
        sources = [source, *chance.choices(self._sources, k=2)]
        for place in sources[: chance.choices((0, 1, 2, 3), (5, 80, 10, 5))[0]]:
            exact = text
            if chance.random() < (0.1 if place is source else 0.8):
                words = text.split()
                middle = len(words) // 2
                other = self._sentences.words(3)
                exact = " ".join((*words[: middle - 1], *other, *words[middle + 1 :]))
                wordings.append(exact)
            form = chance.choice(FORMS)
            rows["quote"].append(
                (
                    self._new_id(),
                    statement,
                    place.id,
                    exact,
                    form,
                    "unverified",
                    "",
                    "",
                    "on_record",
                )
            )
            published.append(place.published_at)
            outlets.append(place.outlet_id)
        return min(published, default=None), wordings, outlets

    def _events(
        self, rows: dict[str, list[Row]], statement: int, speaker: int, day: date
    ) -> list[Act]:
        chance = self._chance
        acts: list[Act] = []
        if chance.random() < 0.04:
            own = chance.random() < 0.8
            kind = chance.choice(OWN_ACTS) if own else EventType.THIRD_PARTY_DISPUTED
            when = (day + timedelta(days=chance.randint(1, 400))).isoformat()
            event = self._new_id()
            actor = speaker if own else None
            rows["event"].append((event, statement, kind.value, "accepted", actor, when, when))
            acts.append(Act(kind, own, True, False, when, when, 0))
        return acts

    def _labels(self, rows: dict[str, list[Row]], statement: int) -> list[int]:
        chance = self._chance
        chosen: set[int] = set()
        if chance.random() < 0.05:
            chosen = {int(row[0] or 0) for row in chance.choices(self.labels, k=2)}
        for label in sorted(chosen):
            rows["statement_tag"].append((self._new_id(), statement, label))
        return sorted(chosen)

    def _link(self, earlier: int, later: int) -> Row:
        return (self._new_id(), earlier, later, "contradicts", "number", "suggested", "[]")

    def _said(self, day: date) -> Said:
        chance = self._chance
        kind = chance.random()
        day -= timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 3)))
        if kind < 0.82:
            return day.isoformat(), day.isoformat(), "day", "stated"
        if kind < 0.87:
            moment = f"{day.isoformat()}T{chance.randrange(24):02}:{chance.randrange(60):02}"
            return moment, moment, "minute", "stated"
        if kind < 0.92:
            last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            return day.replace(day=1).isoformat(), last.isoformat(), "month", "relative"
        if kind < 0.95:
            return f"{day.year}-01-01", f"{day.year}-12-31", "year", "relative"
        if kind < 0.97:
            return None, day.isoformat(), "day", "publication"
        return None, None, None, None
