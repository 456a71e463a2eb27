"""Reads speakers: the list with counts, one with every spelling and role, and who a name means."""

import sqlite3
from collections.abc import Iterable, Sequence

from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import NameRecord, RoleRecord, SpeakerRecord, SpeakerSummary
from quotetrack.domain.vocabulary import SpeakerKind, Status
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import ARTICLE_COLUMNS, listed, to_article, to_role

# The latest role is the one attested last; one without a date says nothing of now.
_LIST = " ".join(
    (
        "SELECT speaker.id, speaker.name, speaker.kind, role.title, role.organisation,",
        "coalesce(facet_count.statements, 0) AS statements",
        "FROM speaker LEFT JOIN facet_count ON facet_count.term = 's' || speaker.id",
        "LEFT JOIN role ON role.id = (SELECT latest.id FROM role AS latest",
        "WHERE latest.speaker_id = speaker.id",
        "ORDER BY coalesce(latest.attested_on, latest.held_from) DESC, latest.id DESC LIMIT 1)",
    )
)
_LIST_END = "ORDER BY statements DESC, speaker.name, speaker.id LIMIT ?"
# Those with most statements are found by the index of the counters, and only where they are too few
# does one look for speakers of whom nothing is recorded.
_ALL = " ".join(
    (
        "WITH most AS (SELECT CAST(substr(term, 2) AS INTEGER) AS id FROM facet_count",
        "WHERE substr(term, 1, 1) = 's' ORDER BY statements DESC LIMIT ?1)",
        _LIST,
        "WHERE speaker.id IN (SELECT id FROM most UNION ALL SELECT id FROM (",
        "SELECT silent.id FROM speaker AS silent WHERE (SELECT count(*) FROM most) < ?1",
        "AND NOT EXISTS (SELECT 1 FROM facet_count WHERE term = 's' || silent.id)",
        "ORDER BY silent.name, silent.id LIMIT ?1))",
        _LIST_END.replace("?", "?1"),
    )
)
_NAMED = " ".join((_LIST, "WHERE speaker.id IN (SELECT value FROM json_each(?))", _LIST_END))
_ROLE_COLUMNS = " ".join(
    (
        "SELECT role.id, role.title, role.organisation, role.kind, role.attested_on, role.basis,",
        "role.held_from, role.held_to,",
        "(SELECT count(*) FROM statement WHERE statement.role_id = role.id AND",
        visible_rows("statement"),
        "),",
        ARTICLE_COLUMNS,
        "FROM role LEFT JOIN article ON article.id = role.article_id",
        "LEFT JOIN outlet ON outlet.id = article.outlet_id",
    )
)
_ROLES = " ".join(
    (
        _ROLE_COLUMNS,
        "WHERE role.speaker_id = ?",
        "ORDER BY coalesce(role.attested_on, role.held_from) DESC, role.id DESC",
    )
)
_ROLE = " ".join((_ROLE_COLUMNS, "WHERE role.id = ?"))
_STATUS_COUNTS = " ".join(
    (
        "SELECT status, count(*) FROM statement WHERE speaker_id = ? AND",
        visible_rows("statement"),
        "GROUP BY status ORDER BY count(*) DESC, status",
    )
)


def list_speakers(connection: sqlite3.Connection, limit: int = 200) -> list[SpeakerSummary]:
    """Speakers with most open statements first, then by name; `limit` is how many at most."""
    return _to_summaries(connection.execute(_ALL, (limit,)))


def summaries(connection: sqlite3.Connection, identifiers: Sequence[int]) -> list[SpeakerSummary]:
    """The lines of these speakers, in the order given."""
    found = connection.execute(_NAMED, (listed(identifiers), len(identifiers)))
    by_id = {summary.id: summary for summary in _to_summaries(found)}
    return [by_id[identifier] for identifier in identifiers if identifier in by_id]


def read_speaker(connection: sqlite3.Connection, identifier: int) -> SpeakerRecord:
    """A speaker with every spelling, every role (latest first) and what became of the statements.

    Raises:
        NotFound: there is no such speaker.
    """
    speaker = connection.execute(
        "SELECT name, kind, wikidata_id FROM speaker WHERE id = ?", (identifier,)
    ).fetchone()
    if speaker is None:
        raise NotFound(
            f"There is no speaker {short_identifier(identifier)}."
            " 'quotetrack speaker list' shows those there are."
        )
    names = connection.execute(
        "SELECT id, name, kind, language, script FROM speaker_name WHERE speaker_id = ?"
        " ORDER BY kind <> 'canonical', id",
        (identifier,),
    )
    roles = connection.execute(_ROLES, (identifier,))
    counts = tuple(
        (Status(status), count)
        for status, count in connection.execute(_STATUS_COUNTS, (identifier,))
    )
    name, kind, wikidata_id = speaker
    return SpeakerRecord(
        identifier,
        name,
        SpeakerKind(kind),
        wikidata_id,
        tuple(NameRecord(*columns) for columns in names),
        tuple(_to_role_record(columns) for columns in roles),
        sum(count for _, count in counts),
        counts,
    )


def _to_summaries(found: Iterable[tuple]) -> list[SpeakerSummary]:  # type: ignore[type-arg]
    return [
        SpeakerSummary(identifier, name, SpeakerKind(kind), to_role(title, organisation), count)
        for identifier, name, kind, title, organisation, count in found
    ]


def _to_role_record(columns: tuple) -> RoleRecord:  # type: ignore[type-arg]
    identifier, title, organisation, kind, attested_on, basis, start, end, statements = columns[:9]
    return RoleRecord(
        identifier,
        title,
        organisation,
        kind,
        attested_on,
        basis,
        start,
        end,
        statements,
        to_article(columns[9:]),
    )


def read_role(connection: sqlite3.Connection, identifier: int) -> tuple[int, RoleRecord]:
    """A role, and the id of the speaker whose it is.

    Raises:
        NotFound: there is no such role.
    """
    columns = connection.execute(_ROLE, (identifier,)).fetchone()
    if columns is None:
        raise NotFound(
            f"There is no role {short_identifier(identifier)}."
            " 'quotetrack speaker show SPEAKER' shows those there are."
        )
    (speaker,) = connection.execute(
        "SELECT speaker_id FROM role WHERE id = ?", (identifier,)
    ).fetchone()
    return speaker, _to_role_record(columns)
