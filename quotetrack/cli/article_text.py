"""An article with its stored text, for people and as JSON."""

from quotetrack.cli.call import Call
from quotetrack.cli.console import Console
from quotetrack.cli.layout import wrap
from quotetrack.cli.words import spaced
from quotetrack.domain.article_records import ArticleQuote, ArticleRecord, SnapshotRecord
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.domain.vocabulary import Certainty


def report_article(call: Call, article_id: int) -> None:
    """Print an article in the form that was asked for."""
    from quotetrack.actions.article_reading import show_article
    from quotetrack.actions.reading import read_article

    with call.reader() as reader:
        record = show_article(reader, article_id)
        text = read_article(reader, article_id).text
    if call.options.json:
        from quotetrack.cli.article_json import article_record

        call.console.json(article_record(record, text))
    else:
        _print_article(call.console, record, text)


def _print_article(console: Console, record: ArticleRecord, text: str | None) -> None:
    """Print what is known of the article and how surely, its quotes, and its cleaned text."""
    summary = record.summary
    console.line(console.styled(clean_line(summary.title or "untitled"), "bold"))
    for name, field, value in (
        ("id", "id", print_identifier(summary.id)),
        ("kind", "kind", summary.kind.value),
        ("outlet", "outlet", summary.outlet),
        ("byline", "byline", record.byline),
        ("account", "account", record.account),
        ("url", "url", summary.url),
        ("canonical", "canonical_url", record.canonical_url),
        ("published", "published_at", _when(record, "published")),
        ("updated", "updated_at", _when(record, "updated")),
        ("language", "language", record.language),
        ("provenance", "provenance", summary.provenance.value),
    ):
        if value:
            line = console.styled(f"{name:<12}", "dim") + clean_line(value)
            console.line(line + _origin(record, field))
    for snapshot in record.snapshots:
        console.line(console.styled(f"{'snapshot':<12}", "dim") + _snapshot(snapshot))
    for related, articles in (("relies on", record.relies_on), ("source of", record.relied_on_by)):
        for each in articles:
            named = clean_line(each.title or each.url or "untitled")
            told = f"{short_identifier(each.id)} {named}"
            console.line(console.styled(f"{related:<12}", "dim") + told)
    if record.quotes:
        console.line()
        console.line(console.styled("Quotes", "bold"))
    for quote in record.quotes:
        first, *rest = wrap(_quote(quote), console.width, "    ")
        console.line(f"  · {first[4:]}")
        for line in rest:
            console.line(line)
    console.line()
    if text is None:
        console.message("No text of it is stored.")
    else:
        console.line(clean_text(text).expandtabs(4).rstrip())


def _when(record: ArticleRecord, which: str) -> str | None:
    date = record.published if which == "published" else record.updated
    return describe_date(date) if date.known else None


def _origin(record: ArticleRecord, field: str) -> str:
    """Where a field was read from; "?" before what is unsure."""
    origin = record.origins.get(field)
    if origin is None:
        return ""
    sure = origin.certainty is Certainty.SURE
    return f"  ({'' if sure else '? '}{clean_line(origin.origin)}, {origin.certainty.value})"


def _snapshot(record: SnapshotRecord) -> str:
    parts = [record.fetched_at, f"by {record.captured_by}", record.media_type]
    parts += [f"{record.size:,} bytes", f"sha256 {record.sha256}"]
    if record.archive_url:
        parts.append(record.archive_url)
    return clean_line(", ".join(parts))


def _quote(quote: ArticleQuote) -> str:
    place = f"{quote.start}–{quote.end}" if quote.start is not None else "not in this text"
    return clean_line(
        f"{short_identifier(quote.statement_id)} {quote.speaker_name}: “{quote.exact}” "
        f"({spaced(quote.form.value)}, {place}, {spaced(quote.status.value)})"
    )
