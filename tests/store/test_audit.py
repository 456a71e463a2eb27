"""The audit trail: chained, salted, erasable, and without copies of long evidence."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from quotetrack.store.audit import payload_digest, verify_chain
from quotetrack.store.database import Database, open_database
from quotetrack.store.search_tables import drop_triggers
from tests.store.story import REPORT, add_denial, add_speaker, add_story, rows, value


@contextmanager
def _tampering(database: Database) -> Iterator[sqlite3.Connection]:
    """A connection of someone with the file in hand, whom no trigger stops."""
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        drop_triggers(connection)
        yield connection


def test_each_changed_row_has_an_entry_with_its_before_and_after(database: Database) -> None:
    story = add_story(database)
    add_denial(database, story)
    entries = rows(
        database,
        "SELECT change, row_table, before, after FROM audit JOIN audit_payload ON audit_id = id"
        " WHERE unit = 2 ORDER BY id",
    )
    assert [entry[:2] for entry in entries] == [
        ("insert", "event"),
        ("insert", "link"),
        ("update", "statement"),
    ]
    before, after = (json.loads(str(image)) for image in entries[2][2:])
    assert before.keys() == after.keys()
    changed = {name for name in after if before[name] != after[name]}
    assert changed == {"status", "status_event", "tags"}
    assert entries[0][2] is None


def test_an_intact_chain_verifies_also_after_a_payload_was_erased(database: Database) -> None:
    story = add_story(database)
    add_denial(database, story)
    with _tampering(database) as connection:
        assert verify_chain(connection) == []
        connection.execute("DELETE FROM audit_payload WHERE audit_id = 2")
        assert verify_chain(connection) == []


@pytest.mark.parametrize(
    ("tampering", "complaint"),
    [
        ("UPDATE audit SET actor = 'eve' WHERE id = 2", "entry 2 has been altered"),
        ("DELETE FROM audit WHERE id = 2", "entry 3 does not follow on entry 1"),
        ("UPDATE audit_payload SET after = '{}' WHERE audit_id = 3", "change of audit entry 3"),
        ("UPDATE audit SET id = -id WHERE id = 1", "does not follow"),
    ],
)
def test_tampering_is_noticed(database: Database, tampering: str, complaint: str) -> None:
    add_story(database)
    with _tampering(database) as connection:
        connection.execute(tampering)
        assert complaint in " ".join(verify_chain(connection))


def test_long_evidence_is_recorded_by_its_digest(database: Database) -> None:
    add_story(database)
    payloads = " ".join(
        str(after) for (after,) in rows(database, "SELECT after FROM audit_payload")
    )
    assert REPORT not in payloads
    assert str(value(database, "SELECT text_sha256 FROM snapshot_text")) in payloads
    assert f'"length": {len(REPORT)}' in payloads


def test_equal_payloads_have_different_digests_by_their_salts(database: Database) -> None:
    system = open_database(database.path, user="ada")
    with system.unit("add_speaker") as unit:
        add_speaker(unit, "Ida Berg")
    salts = rows(database, "SELECT DISTINCT salt FROM audit_payload")
    assert len(salts) == 2
    assert all(isinstance(salt, bytes) and len(salt) == 16 for (salt,) in salts)
    assert payload_digest(b"a", None, "{}") != payload_digest(b"b", None, "{}")
