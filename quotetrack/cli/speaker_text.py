"""A speaker as text or JSON, as the speaker commands print it."""

from collections.abc import Sequence
from itertools import zip_longest

from quotetrack.cli.call import Call
from quotetrack.cli.statement_text import print_field
from quotetrack.cli.words import spaced
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.domain.records import RoleRecord, SpeakerRecord, SpeakerSummary
from quotetrack.domain.speaker_records import SpeakerLife, SpeakerMatch, TimelineEntry
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import NameMatch


def report_speaker(call: Call, record: SpeakerRecord) -> None:
    """Print a speaker in the form that was asked for."""
    console = call.console
    if call.options.json:
        from quotetrack.cli.json_form import speaker

        console.json(speaker(record))
        return
    console.line(console.styled(clean_line(record.name), "bold"))
    print_field(console, "id", print_identifier(record.id))
    print_field(console, "kind", record.kind.value)
    for name in record.names:
        if name.name != record.name:
            told = ", ".join(
                part for part in (spaced(name.kind), name.script, name.language) if part
            )
            print_field(console, "also", f"{name.name} ({told})")
    for role in record.roles:
        print_field(console, "role", _role_text(role))
        print_field(console, "", f"id {print_identifier(role.id)}, {_source_text(role)}")
    print_field(console, "said", _counted(record.statement_count))
    for status, count in record.status_counts:
        print_field(console, "", f"{count} {spaced(status.value)}")


def report_life(call: Call, life: SpeakerLife, entries: Sequence[TimelineEntry]) -> None:
    """Print a speaker with notes, months and, where they were asked for, the statements."""
    console = call.console
    if call.options.json:
        from quotetrack.cli.json_form import speaker_life

        console.json(speaker_life(life, entries))
        return
    report_speaker(call, life.speaker)
    if life.outside:
        print_field(console, "", f"{life.outside:,} outside every attested role")
    for count in life.months:
        print_field(console, count.month, f"{count.statements:,}")
    if life.undated:
        print_field(console, "undated", f"{life.undated:,}")
    for note in life.notes:
        print_field(console, "note", f"{note.text} ({note.author}, {note.at[:10]})")
    for entry, outside in zip(entries, life.timeline.outside, strict=False):
        _print_entry(call, entry, bool(outside))


def _print_entry(call: Call, entry: TimelineEntry, outside: bool) -> None:
    """A statement of the timeline, and each later event beneath it."""
    console, row = call.console, entry.row
    console.line("")
    role = "outside every attested role" if outside else row.role
    head = [describe_date(row.said), role, spaced(row.status.value)]
    print_field(console, short_identifier(row.id), ", ".join(part for part in head if part))
    print_field(console, "", row.text)
    for event in entry.events:
        when = describe_date(event.happened)
        by = f" by {event.actor}" if event.actor else ""
        print_field(console, "", f"- {spaced(event.type.value)}, {when}{by}")


def print_matches(call: Call, found: Sequence[SpeakerMatch]) -> None:
    """Print speakers found by a name; how, where it is not plain, goes to the error output."""
    print_summaries(call, [match.speaker for match in found], [match.how for match in found])
    for match in found:
        name = clean_line(match.speaker.name)
        if match.how is NameMatch.NEAR:
            call.console.message(f"near: {clean_line(match.spelling)} ({name})")
        elif match.spelling != match.speaker.name:
            call.console.message(f"found as {clean_line(match.spelling)}: {name}")


def print_summaries(
    call: Call, found: Sequence[SpeakerSummary], ways: Sequence[NameMatch] = ()
) -> None:
    """Print a list of speakers in the form that was asked for; `ways` is how each was found."""
    console = call.console
    if call.options.json:
        from quotetrack.cli.json_form import speaker_summary

        console.json(
            [
                speaker_summary(each) | {"match": way.value if way else None}
                for each, way in zip_longest(found, ways)
            ]
        )
        return
    if not console.terminal:
        for each in found:
            count = str(each.statement_count)
            console.row((print_identifier(each.id), count, each.name, each.role or ""))
    else:
        from quotetrack.cli.layout import columns, cut

        rows = [
            (
                short_identifier(each.id),
                f"{each.statement_count:>5}",
                cut(clean_line(each.name), 40),
                clean_line(each.role or each.kind.value),
            )
            for each in found
        ]
        for line in columns(rows, console.width):
            console.line(line)
    if not found:
        console.message("No speaker found.")


def _role_text(role: RoleRecord) -> str:
    title = f"{role.title}, {role.organisation}" if role.organisation else role.title
    seen = f" ({role.attested_on}, {spaced(role.basis)})" if role.attested_on else ""
    held = f", held {role.held_from or '?'} to {role.held_to or '?'}"
    return title + seen + (held if role.held_from or role.held_to else "")


def _source_text(role: RoleRecord) -> str:
    article = role.article
    if article is None:
        return "source not recorded"
    return f"source: {article.title or article.url or 'untitled'}"


def _counted(statements: int) -> str:
    return "1 statement" if statements == 1 else f"{statements:,} statements"
