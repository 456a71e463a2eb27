"""A speaker as text or JSON, as the speaker commands print it."""

from quotetrack.cli.call import Call
from quotetrack.cli.words import spaced
from quotetrack.domain.identifiers import print_identifier
from quotetrack.domain.records import RoleRecord, SpeakerRecord
from quotetrack.domain.text import clean_line


def report_speaker(call: Call, record: SpeakerRecord) -> None:
    """Print a speaker in the form that was asked for."""
    console = call.console
    if call.options.json:
        from quotetrack.cli.json_form import speaker

        console.json(speaker(record))
        return
    console.line(console.styled(clean_line(record.name), "bold"))
    _field(call, "id", print_identifier(record.id))
    _field(call, "kind", record.kind.value)
    for name in record.names:
        if name.name != record.name:
            _field(call, "also", f"{name.name} ({spaced(name.kind)})")
    for role in record.roles:
        _field(call, "role", _role_text(role))
    _field(call, "statements", str(record.statement_count))
    for status, count in record.status_counts:
        _field(call, "", f"{count} {spaced(status.value)}")


def _field(call: Call, name: str, value: str) -> None:
    call.console.line(call.console.styled(f"{name:<12}", "dim") + clean_line(value))


def _role_text(role: RoleRecord) -> str:
    title = f"{role.title}, {role.organisation}" if role.organisation else role.title
    seen = f", as recorded on {role.attested_on}" if role.attested_on else ""
    held = f", held {role.held_from or '?'} to {role.held_to or '?'}"
    return title + seen + (held if role.held_from or role.held_to else "")
