"""What writing commands print: the new id on standard output, a sentence on standard error."""

from quotetrack.cli.call import Call
from quotetrack.domain.identifiers import print_identifier
from quotetrack.store.database import Database

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


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


def report_quote(
    call: Call, database: Database, statement_id: int, quote_id: int, done: str
) -> None:
    """Report a quote that was recorded or changed, and how many sources the statement has."""
    from quotetrack.actions.reading import show_statement

    with database.reader() as reader:
        record = show_statement(reader, statement_id)
    if call.options.json:
        from quotetrack.cli.json_form import statement

        call.console.json(statement(record))
        return
    found = record.independence
    call.console.line(print_identifier(quote_id))
    count = "1 source" if found.sources == 1 else f"{found.sources} sources"
    call.console.message(f"{done}: {count}, {found.independent} independent.")


def find_statements(database: Database, printed: "Sequence[str]") -> list[int]:
    """The statements that these printed ids name, each once."""
    from quotetrack.actions.reading import find_row

    with database.reader() as reader:
        return list(dict.fromkeys(find_row(reader, "statement", each) for each in printed))


def report_statements(
    call: Call, database: Database, statement_ids: "Sequence[int]", sentence: str
) -> None:
    """Report statements that were changed in one step."""
    if call.options.json:
        from quotetrack.actions.reading import show_statements
        from quotetrack.cli.json_form import statement

        with database.reader() as reader:
            records = show_statements(reader, statement_ids)
        call.console.json([statement(record) for record in records])
        return
    for statement_id in statement_ids:
        call.console.line(print_identifier(statement_id))
    call.console.message(sentence)
