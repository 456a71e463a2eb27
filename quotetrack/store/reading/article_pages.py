"""Reads pages of the list of articles, and everything about one article."""

import sqlite3

from quotetrack.domain.article_records import (
    ArticleKey,
    ArticleQuote,
    ArticleRecord,
    ArticleRow,
    FieldOrigin,
    SnapshotRecord,
)
from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.errors import NotFound
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.records import ArticleSummary, NoteRecord
from quotetrack.domain.vocabulary import (
    AnchorState,
    ArticleKind,
    Certainty,
    EventType,
    Form,
    Precision,
    SpeakerKind,
    Status,
)
from quotetrack.query.clause import visible_rows
from quotetrack.store.reading.columns import (
    ARTICLE_COLUMNS,
    date_columns,
    to_article,
    to_date,
)

# Only the articles of the page are counted: the innermost query has the limit.
_PAGE = " ".join(
    (
        "SELECT page.*,",
        "(SELECT count(DISTINCT quote.statement_id) FROM quote",
        "JOIN statement ON statement.id = quote.statement_id",
        "WHERE quote.article_id = page.id AND",
        visible_rows("statement"),
        ") FROM (SELECT article.id, article.kind, article.title, outlet.name, article.url,",
        "article.published_at FROM article LEFT JOIN outlet ON outlet.id = article.outlet_id",
        "WHERE {conditions}",
        "ORDER BY coalesce(article.published_at, '') DESC, article.id DESC LIMIT :limit) AS page",
        "ORDER BY coalesce(page.published_at, '') DESC, page.id DESC",
    )
)
_BELOW = "(coalesce(article.published_at, ''), article.id) < (:published, :id)"
_CONTAINING = (
    "(instr(lower(coalesce(article.title, '')), :words)"
    " OR instr(lower(coalesce(outlet.name, '')), :words)"
    " OR instr(lower(coalesce(article.url, '')), :words))"
)
_ARTICLE = " ".join(
    (
        "SELECT article.account, article.canonical_url, article.byline, article.language,",
        "article.published_precision, article.published_zone, article.updated_at,",
        "article.updated_precision, article.updated_zone, article.field_origins,",
        ARTICLE_COLUMNS,
        "FROM article LEFT JOIN outlet ON outlet.id = article.outlet_id WHERE article.id = ?",
    )
)
_SNAPSHOTS = (
    "SELECT snapshot_text.id, snapshot.id, snapshot.fetched_at, snapshot.captured_by,"
    " snapshot.media_type, snapshot.http_status, snapshot.raw_sha256, snapshot.raw,"
    " snapshot.archive_url, snapshot_text.extractor FROM snapshot"
    " LEFT JOIN snapshot_text ON snapshot_text.id = (SELECT latest.id FROM snapshot_text AS latest"
    " WHERE latest.snapshot_id = snapshot.id ORDER BY latest.id DESC LIMIT 1)"
    " WHERE snapshot.article_id = ? ORDER BY snapshot.fetched_at DESC, snapshot.id DESC"
)
_QUOTES = " ".join(
    (
        "SELECT quote.id, quote.statement_id, statement.speaker_id, speaker.name, speaker.kind,",
        "quote.form, quote.exact, statement.status, statement.status_event,",
        'quote.snapshot_text_id, quote."start", quote."end",',
        "(SELECT anchoring.state FROM anchoring WHERE anchoring.quote_id = quote.id",
        "ORDER BY anchoring.at DESC, anchoring.id DESC LIMIT 1),",
        date_columns("statement", "said"),
        "FROM quote JOIN statement ON statement.id = quote.statement_id",
        "JOIN speaker ON speaker.id = statement.speaker_id",
        "WHERE quote.article_id = ? AND",
        visible_rows("statement"),
        "ORDER BY quote.id",
    )
)
_NOTES = "SELECT id, text, author, at FROM note WHERE article_id = ? ORDER BY at, id"
_RELIANCE = " ".join(
    (
        "SELECT article_reliance.article_id,",
        ARTICLE_COLUMNS,
        "FROM article_reliance JOIN article ON article.id ="
        " iif(article_reliance.article_id = :id, article_reliance.relies_on_id,"
        " article_reliance.article_id)",
        "LEFT JOIN outlet ON outlet.id = article.outlet_id",
        "WHERE article_reliance.article_id = :id OR article_reliance.relies_on_id = :id",
        "ORDER BY article.id",
    )
)


def list_article_rows(
    connection: sqlite3.Connection,
    text: str = "",
    limit: int = 50,
    after: ArticleKey | None = None,
) -> list[ArticleRow]:
    """One page of the list, the article published last first, those without a day at the end.

    Args:
        connection: an open database.
        text: part of the title, outlet or address; capitals do not matter in ASCII letters.
        limit: how many at most.
        after: only what follows this place of the list.
    """
    conditions = []
    parameters: dict[str, str | int] = {"limit": limit}
    if text.strip():
        conditions.append(_CONTAINING)
        # SQLite's lower() knows ASCII only, and both sides have to be lowered alike.
        parameters["words"] = "".join(
            letter.lower() if letter.isascii() else letter for letter in text.strip()
        )
    if after is not None:
        conditions.append(_BELOW)
        parameters.update(published=after.published, id=after.id)
    query = _PAGE.replace("{conditions}", " AND ".join(conditions) or "1")
    return [
        ArticleRow(identifier, ArticleKind(kind), *rest)
        for identifier, kind, *rest in connection.execute(query, parameters)
    ]


def read_article_record(connection: sqlite3.Connection, article_id: int) -> ArticleRecord:
    """Everything about one article but its text, in a handful of queries.

    Raises:
        NotFound: there is no such article.
    """
    columns = connection.execute(_ARTICLE, (article_id,)).fetchone()
    if columns is None:
        raise NotFound(f"There is no article {short_identifier(article_id)}.")
    account, canonical_url, byline, language, *rest = columns
    published_precision, published_zone, *updated, origins = rest[:6]
    summary = to_article((*rest[6:],))
    assert summary is not None  # the article itself is what is read
    snapshots = connection.execute(_SNAPSHOTS, (article_id,)).fetchall()
    text_id = next((text for text, *_ in snapshots if text is not None), None)
    reliance: dict[bool, list[ArticleSummary]] = {True: [], False: []}
    for article, *other in connection.execute(_RELIANCE, {"id": article_id}):
        related = to_article((*other,))
        if related is not None:
            reliance[article == article_id].append(related)
    return ArticleRecord(
        summary,
        account,
        canonical_url,
        byline,
        language,
        to_moment(summary.published, published_precision, published_zone),
        to_moment(*updated),
        _to_origins(origins),
        tuple(_to_snapshot(each) for each in snapshots),
        text_id,
        tuple(_read_quotes(connection, article_id, text_id)),
        tuple(NoteRecord(*each) for each in connection.execute(_NOTES, (article_id,))),
        tuple(reliance[True]),
        tuple(reliance[False]),
    )


def to_moment(moment: str | None, precision: str | None, zone: str | None) -> UncertainDate:
    """A moment stored in three columns as a date; a month or year is stored by its first day."""
    if moment is None:
        return UNKNOWN_DATE
    known = Precision(precision) if precision else Precision.DAY
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(known, len(moment))
    return UncertainDate(moment[:length], moment[:length], known, zone)


def _to_origins(stored: str) -> dict[str, FieldOrigin]:
    import json

    return {
        field: FieldOrigin(str(each["origin"]), Certainty(each["certainty"]))
        for field, each in json.loads(stored).items()
    }


def _to_snapshot(columns: tuple) -> SnapshotRecord:  # type: ignore[type-arg]
    from zlib import decompressobj

    _, identifier, fetched_at, captured_by, media_type, status, sha256, raw, archive, made = columns
    return SnapshotRecord(
        identifier,
        fetched_at,
        captured_by,
        media_type,
        status,
        sha256,
        len(decompressobj().decompress(raw)),
        archive,
        made,
    )


def _read_quotes(
    connection: sqlite3.Connection, article_id: int, text_id: int | None
) -> list[ArticleQuote]:
    """The open quotes of an article; offsets only of those that stand in this text."""
    quotes = []
    for columns in connection.execute(_QUOTES, (article_id,)):
        identifier, statement, speaker_id, speaker, kind, form, exact, status, act = columns[:9]
        anchored_in, start, end, state = columns[9:13]
        here = anchored_in is not None and anchored_in == text_id
        quotes.append(
            ArticleQuote(
                identifier,
                statement,
                speaker_id,
                speaker,
                SpeakerKind(kind),
                Form(form),
                exact,
                to_date(columns[13:]),
                Status(status),
                EventType(act) if act else None,
                start if here else None,
                end if here else None,
                AnchorState(state) if state else AnchorState.UNANCHORED,
            )
        )
    return sorted(quotes, key=_place)


def _place(quote: ArticleQuote) -> tuple[bool, int, int]:
    return (quote.start is None, quote.start or 0, quote.end or 0)
