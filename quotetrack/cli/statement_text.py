"""Statements as text: the lines of a list, and everything about one."""

from quotetrack.cli.console import Console
from quotetrack.cli.layout import cut, display_width, wrap
from quotetrack.cli.source_text import source_entries, sources_title
from quotetrack.cli.words import event_words, labels, short_date, spaced, status_words
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.domain.records import (
    EventRecord,
    LinkRecord,
    NoteRecord,
    StatementRecord,
    StatementRow,
)
from quotetrack.domain.text import clean_line

INDENT = " " * 8
"""What stands before the lines below a heading: the width of an id."""

_LIST_LINES = 3
"""How many lines of a statement's wording a list shows."""

_LEAST_NAME = 24
"""So much of a name is shown before its statement's state moves to the next line."""


def print_rows(console: Console, rows: list[StatementRow]) -> None:
    """Print a list: on a terminal two or three lines a statement, else one row."""
    for row in rows:
        if console.terminal:
            _print_entry(console, row)
        else:
            console.row(
                (
                    print_identifier(row.id),
                    short_date(row.said),
                    row.speaker_name,
                    ", ".join(labels(row)),
                    row.text,
                )
            )


def _print_entry(console: Console, row: StatementRow) -> None:
    role = clean_line(row.role or "")
    print_heading(
        console,
        f"{short_identifier(row.id)}  {short_date(row.said)}",
        clean_line(row.speaker_name) + (f", {role}" if role else ""),
        "  ".join(labels(row)),
    )
    lines = wrap(clean_line(row.text), console.width, INDENT)
    if len(lines) > _LIST_LINES:
        lines = [*lines[: _LIST_LINES - 1], cut(f"{lines[_LIST_LINES - 1]} …", console.width)]
    for line in lines:
        console.line(line)
    if row.hit:
        for line in wrap(f"quoted: “{clean_line(row.hit)}”", console.width, INDENT):
            console.line(console.styled(line, "dim"))


def print_heading(console: Console, where: str, who: str, state: str) -> None:
    """Print the head of an entry on a terminal: the state on a line of its own, if need be."""
    room = console.width - display_width(where) - 2
    beside = bool(state) and display_width(state) + 2 + min(len(who), _LEAST_NAME) <= room
    shown = cut(who, room - display_width(state) - 2 if beside else room)
    line = f"{console.styled(where, 'cyan')}  {console.styled(shown, 'bold')}"
    console.line(line + (f"  {console.styled(state, 'yellow')}" if beside else ""))
    if state and not beside:
        for part in wrap(state, console.width, INDENT):
            console.line(console.styled(part, "yellow"))


def print_statement(console: Console, record: StatementRecord) -> None:
    """Print everything about one statement."""
    from quotetrack.domain.edtf import describe_date

    row = record.row
    for line in wrap(f"“{clean_line(row.text)}”", console.width):
        console.line(console.styled(line, "bold"))
    phrase = f" (“{clean_line(row.said.phrase)}”)" if row.said.phrase else ""
    basis = f", {spaced(row.said.basis.value)}" if row.said.basis else ""
    print_field(console, "id", print_identifier(row.id))
    print_field(console, "speaker", row.speaker_name + (f", {row.role}" if row.role else ""))
    print_field(console, "for", record.on_behalf_of)
    print_field(console, "said", f"{describe_date(row.said)}{phrase}{basis}")
    print_field(console, "venue", record.venue)
    print_field(console, "status", ", ".join((status_words(row), *map(spaced, row.marks))))
    print_field(console, "workflow", spaced(row.workflow.value))
    print_field(console, "labels", ", ".join(record.labels))
    print_part(console, sources_title(record), source_entries(record))
    print_part(console, "What became of it", [_event_text(each) for each in record.events])
    print_part(console, "Links", [_link_text(each) for each in record.links])
    print_part(console, "Notes", [note_text(each) for each in record.notes])


def note_text(note: NoteRecord) -> str:
    """A remark of the desk with its id, by which it is edited and removed."""
    return f"{short_identifier(note.id)} {note.at[:10]} {note.author}: {note.text}"


def print_field(console: Console, name: str, value: str | None) -> None:
    """Print a named fact, wrapped; nothing where there is none."""
    if not value:
        return
    first, *rest = wrap(clean_line(value), console.width, " " * 10)
    console.line(console.styled(f"{name:<10}", "dim") + first[10:])
    for line in rest:
        console.line(line)


def print_part(console: Console, title: str, entries: list[str]) -> None:
    """Print a titled part, an entry a paragraph; nothing where there are none."""
    if not entries:
        return
    console.line()
    console.line(console.styled(title, "bold"))
    for entry in entries:
        first, *rest = wrap(clean_line(entry), console.width, "    ")
        console.line(f"  · {first[4:]}")
        for line in rest:
            console.line(line)


def _event_text(event: EventRecord) -> str:
    from quotetrack.domain.edtf import describe_date

    parts = [f"{describe_date(event.happened)}: {event_words(event.type)}"]
    if event.actor:
        parts.append(f"by {event.actor}")
    if event.evidence:
        parts.append(f"“{event.evidence}”")
    if event.article is not None:
        parts.append(f"source {short_identifier(event.article.id)} {event.article.title or ''}")
    else:
        parts.append("source not recorded")
    if event.characterised_by:
        parts.append(f"in the words of {event.characterised_by}")
    if event.note:
        parts.append(f"note: {event.note}")
    return ", ".join(part.strip() for part in parts)


def _link_text(link: LinkRecord) -> str:
    basis = f" ({spaced(link.basis.value)})" if link.basis else ""
    reasons = f"; {', '.join(link.reasons)}" if link.reasons else ""
    return (
        f"{spaced(link.relation.value)}{basis}, {spaced(link.state.value)}: the {link.direction} "
        f"{link.other_kind} {short_identifier(link.other_id)} “{link.other_text}”{reasons}"
    )
