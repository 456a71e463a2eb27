"""Articles as JSON: a line of the list, and one with everything that is known of it."""

from quotetrack.cli.json_form import Json, article, date
from quotetrack.domain.article_records import (
    ArticleQuote,
    ArticleRecord,
    ArticleRow,
    SnapshotRecord,
)
from quotetrack.domain.identifiers import print_identifier


def article_row(row: ArticleRow) -> Json:
    """One line of the list of articles."""
    return {
        "id": print_identifier(row.id),
        "kind": row.kind.value,
        "title": row.title,
        "outlet": row.outlet,
        "url": row.url,
        "published": row.published,
        "statements": row.statements,
    }


def article_record(record: ArticleRecord, text: str | None) -> Json:
    """An article with `text`: exactly as received, null without a snapshot."""
    return {
        **article(record.summary),
        "account": record.account,
        "canonical_url": record.canonical_url,
        "byline": record.byline,
        "language": record.language,
        "published_date": date(record.published),
        "updated_date": date(record.updated),
        "origins": {
            field: {"origin": each.origin, "certainty": each.certainty.value}
            for field, each in record.origins.items()
        },
        "snapshots": [snapshot(each) for each in record.snapshots],
        "quotes": [article_quote(each) for each in record.quotes],
        "relies_on": [article(each) for each in record.relies_on],
        "relied_on_by": [article(each) for each in record.relied_on_by],
        "notes": [
            {"text": each.text, "author": each.author, "at": each.at} for each in record.notes
        ],
        "text": text,
    }


def snapshot(record: SnapshotRecord) -> Json:
    """What was captured at one moment."""
    return {
        "id": print_identifier(record.id),
        "fetched_at": record.fetched_at,
        "captured_by": record.captured_by,
        "media_type": record.media_type,
        "http_status": record.http_status,
        "sha256": record.sha256,
        "size": record.size,
        "archive_url": record.archive_url,
        "extractor": record.extractor,
    }


def article_quote(quote: ArticleQuote) -> Json:
    """A quote of an article; start and end are null where it is not in the text shown."""
    return {
        "id": print_identifier(quote.id),
        "statement": print_identifier(quote.statement_id),
        "speaker": {"id": print_identifier(quote.speaker_id), "name": quote.speaker_name},
        "form": quote.form.value,
        "exact": quote.exact,
        "said": date(quote.said),
        "status": quote.status.value,
        "start": quote.start,
        "end": quote.end,
        "anchor_state": quote.state.value,
    }
