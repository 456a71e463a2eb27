"""What writing commands print: the new id on standard output, a sentence on standard error."""

from quotetrack.cli.call import Call
from quotetrack.domain.identifiers import print_identifier
from quotetrack.store.database import Database


def report_new_speaker(call: Call, database: Database, speaker_id: int) -> None:
    """Report a speaker that was recorded."""
    from quotetrack.actions.reading import show_speaker

    with database.reader() as reader:
        record = show_speaker(reader, speaker_id)
    if call.options.json:
        from quotetrack.cli.json_form import speaker

        call.console.json(speaker(record))
        return
    call.console.line(print_identifier(speaker_id))
    call.console.message(f"Recorded {record.name}.")


def report_statement(call: Call, database: Database, statement_id: int, sentence: str) -> None:
    """Report a statement that was recorded or changed."""
    from quotetrack.actions.reading import show_statement

    with database.reader() as reader:
        record = show_statement(reader, statement_id)
    if call.options.json:
        from quotetrack.cli.json_form import statement

        call.console.json(statement(record))
        return
    call.console.line(print_identifier(statement_id))
    call.console.message(sentence)
