"""How commands print lines of the inbox, as text and as JSON."""

from quotetrack.cli.call import Call
from quotetrack.cli.json_form import Json
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.domain.text import clean_line
from quotetrack.store.database import Database


def capture_json(record: CaptureRecord) -> Json:
    """A line of the inbox, with every key."""
    return {
        "id": print_identifier(record.id),
        "text": record.text,
        "url": record.url,
        "author": record.author,
        "at": record.at,
        "state": record.state.value,
        "article": print_identifier(record.article_id) if record.article_id else None,
        "statement": print_identifier(record.statement_id) if record.statement_id else None,
    }


def print_captures(call: Call, records: list[CaptureRecord]) -> None:
    """Print lines of the inbox, the newest first."""
    console = call.console
    if call.options.json:
        console.json([capture_json(record) for record in records])
        return
    for record in records:
        moment = record.at[:16].replace("T", " ")
        state = record.state.value.replace("_", " ")
        if console.terminal:
            head = console.styled(short_identifier(record.id), "cyan")
            console.line(f"{head}  {moment}  {clean_line(record.author)}  {state}")
            console.line(f"        {clean_line(record.text)}")
            if record.url and record.url not in record.text:
                console.line(f"        {clean_line(record.url)}")
        else:
            printed = print_identifier(record.id)
            console.row((printed, moment, record.author, state, record.text, record.url or ""))


def report_capture(call: Call, database: Database, capture_id: int, sentence: str) -> None:
    """Report a line that was kept or changed."""
    if call.options.json:
        from quotetrack.actions.capturing import show_capture

        with database.reader() as reader:
            call.console.json(capture_json(show_capture(reader, capture_id)))
        return
    call.console.line(print_identifier(capture_id))
    call.console.message(sentence)
