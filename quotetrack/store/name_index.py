"""What speakers' names are found by: the keys of each spelling, two indexes of them, triggers.

A trigger carries over what `speaker_name` itself holds; the keys that SQL cannot make are written
by the unit of work, or by a bulk import when it has added its names.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from quotetrack.domain.name_keys import name_keys

NAME_KEY = "speaker_name_key"
NAME_INDEXES = ("speaker_name_search", "speaker_near_search")

NAME_TABLES = {
    NAME_KEY: """
CREATE TABLE speaker_name_key (
    id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    romanised TEXT NOT NULL DEFAULT '',
    sound TEXT NOT NULL DEFAULT '',
    near TEXT NOT NULL DEFAULT ''
) STRICT
""",
    "speaker_name_search": """
CREATE VIRTUAL TABLE speaker_name_search USING fts5(
    folded, romanised, sound,
    content="speaker_name_key", content_rowid="id",
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
)
""",
    # Only whole words are asked of it, one at a time: neither prefixes nor places are kept.
    "speaker_near_search": """
CREATE VIRTUAL TABLE speaker_near_search USING fts5(
    near,
    content="speaker_name_key", content_rowid="id",
    tokenize='ascii', detail=none
)
""",
}

_REMOVE = """
    INSERT INTO speaker_name_search (speaker_name_search, rowid, folded, romanised, sound)
    VALUES ('delete', old.id, old.folded, old.romanised, old.sound);
    INSERT INTO speaker_near_search (speaker_near_search, rowid, near)
    VALUES ('delete', old.id, old.near);
"""
_INSERT = """
    INSERT INTO speaker_name_search (rowid, folded, romanised, sound)
    VALUES (new.id, new.folded, new.romanised, new.sound);
    INSERT INTO speaker_near_search (rowid, near) VALUES (new.id, new.near);
"""

NAME_TRIGGERS = {
    "speaker_name_key_insert": (
        "AFTER INSERT ON speaker_name BEGIN"
        " INSERT INTO speaker_name_key (id, folded) VALUES (new.id, new.folded); END"
    ),
    "speaker_name_key_update": (
        "AFTER UPDATE OF folded ON speaker_name BEGIN"
        " UPDATE speaker_name_key SET folded = new.folded WHERE id = new.id; END"
    ),
    "speaker_name_key_delete": (
        "AFTER DELETE ON speaker_name BEGIN DELETE FROM speaker_name_key WHERE id = old.id; END"
    ),
    "speaker_name_search_insert": f"AFTER INSERT ON speaker_name_key BEGIN {_INSERT} END",
    "speaker_name_search_delete": f"AFTER DELETE ON speaker_name_key BEGIN {_REMOVE} END",
    "speaker_name_search_update": (
        f"AFTER UPDATE ON speaker_name_key BEGIN {_REMOVE} {_INSERT} END"
    ),
}


def fill_name_tables(connection: sqlite3.Connection) -> None:
    """Write the keys of every spelling and both indexes, all of them empty; no trigger is there."""
    names = connection.execute("SELECT id, folded, name FROM speaker_name ORDER BY id")
    connection.executemany(
        "INSERT INTO speaker_name_key (id, folded, romanised, sound, near) VALUES (?, ?, ?, ?, ?)",
        ((identifier, folded, *name_keys(name)) for identifier, folded, name in names),
    )
    connection.execute(
        "INSERT INTO speaker_name_search (rowid, folded, romanised, sound)"
        " SELECT id, folded, romanised, sound FROM speaker_name_key ORDER BY id"
    )
    connection.execute(
        "INSERT INTO speaker_near_search (rowid, near)"
        " SELECT id, near FROM speaker_name_key ORDER BY id"
    )


def add_name_keys(connection: sqlite3.Connection, names: Iterable[tuple[int, str, str]]) -> None:
    """Write the keys of many new spellings (id, name, folded), their own trigger set aside."""
    connection.executemany(
        "INSERT INTO speaker_name_key (id, folded, romanised, sound, near) VALUES (?, ?, ?, ?, ?)",
        ((identifier, folded, *name_keys(name)) for identifier, name, folded in names),
    )


def write_name_keys(connection: sqlite3.Connection, identifiers: Iterable[int]) -> None:
    """Make the keys of these spellings what they should be; the triggers index them."""
    for identifier in identifiers:
        row = connection.execute(
            "SELECT name FROM speaker_name WHERE id = ?", (identifier,)
        ).fetchone()
        if row is not None:
            keys = name_keys(row[0])
            connection.execute(
                "UPDATE speaker_name_key SET romanised = ?, sound = ?, near = ?"
                " WHERE id = ? AND (romanised, sound, near) IS NOT (?, ?, ?)",
                (*keys, identifier, *keys),
            )


def wrong_name_keys(connection: sqlite3.Connection) -> Iterator[str]:
    """The spellings whose keys are not what they should be, a sentence each."""
    for identifier, name, folded, *keys in connection.execute(
        "SELECT speaker_name.id, name, speaker_name.folded, key.folded, romanised, sound, near"
        " FROM speaker_name LEFT JOIN speaker_name_key AS key ON key.id = speaker_name.id"
        " ORDER BY speaker_name.id"
    ):
        if tuple(keys) != (folded, *name_keys(name)):
            yield f"Spelling {identifier} of a speaker is not found as it should be."
