"""An import as JSON."""

from quotetrack.cli.json_form import Json, date
from quotetrack.domain.import_records import ImportedStatement, ImportSummary


def import_summary(summary: ImportSummary) -> Json:
    """What an import did, or would do."""
    return {
        "file": summary.file,
        "sha256": summary.sha256,
        "dry_run": summary.dry_run,
        "rows_read": summary.rows_read,
        "rows_added": summary.rows_added,
        "rows_known": summary.rows_known,
        "rows_refused": summary.rows_refused,
        "speakers_added": summary.speakers_added,
        "articles_added": summary.articles_added,
        "resumed_at": summary.resumed_at,
        "history_entry": summary.unit,
        "refused_file": summary.refused_file,
        "ignored_columns": list(summary.ignored_columns),
        "first_refused": [
            {"line": row.line, "reason": row.reason} for row in summary.first_refused
        ],
        "first_rows": [_row(row) for row in summary.first_rows],
    }


def _row(row: ImportedStatement) -> Json:
    article, event = row.article, row.event
    return {
        "line": row.line,
        "text": row.text,
        "speaker": row.speaker,
        "speaker_kind": row.kind,
        "role": row.role,
        "organisation": row.organisation,
        "said": date(row.said),
        "venue": row.venue,
        "language": row.language,
        "event": None
        if event is None
        else {"type": event.type.value, "happened": date(event.happened), "note": event.note},
        "article": None
        if article is None
        else {
            "url": article.url,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published[0],
        },
        "quote": row.exact,
        "form": row.form,
        "tags": list(row.tags),
        "note": row.note,
        "source": row.source,
        "id": row.external_id,
        "workflow": row.workflow,
    }
