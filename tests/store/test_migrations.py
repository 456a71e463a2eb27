"""Migrations: both doors have one schema, and a migration happens wholly or not at all."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from quotetrack.domain.errors import DatabaseDamaged, DatabaseLocked, QuotetrackError
from quotetrack.store import database as opening
from quotetrack.store import upgrade
from quotetrack.store.checking import check_database
from quotetrack.store.database import APPLICATION_ID, SCHEMA_VERSION, Database
from quotetrack.store.search_tables import create_search_tables, is_search_table
from quotetrack.store.upgrade import migrate, migration_scripts, upgrade_database
from quotetrack.store.writing import engine_on
from tests.conftest import open_fixed
from tests.store.story import add_denial, add_story, logical_content, value

NEXT = SCHEMA_VERSION + 1

REBUILD_STATEMENT = f'''
"""Rebuilds a parent table, as a batch migration does."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT:04d}"
down_revision = "{SCHEMA_VERSION:04d}"
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table("statement", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), nullable=True))


def downgrade():
    with op.batch_alter_table("statement", recreate="always") as batch:
        batch.drop_column("mood")
'''

FAIL_HALFWAY = REBUILD_STATEMENT.replace(
    "\n\ndef downgrade", '    op.execute("INSERT INTO nowhere VALUES (1)")\n\n\ndef downgrade'
)

LOSE_A_PARENT = REBUILD_STATEMENT.replace(
    "\n\ndef downgrade", '    op.execute("DELETE FROM speaker")\n\n\ndef downgrade'
)


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes this program one that knows a further migration, with the text given."""

    def install(text: str) -> None:
        scripts = tmp_path / "migrations"
        versions = scripts / "versions"
        versions.mkdir(parents=True)
        original = migration_scripts()
        (scripts / "env.py").write_text((original / "env.py").read_text())
        for script in (original / "versions").glob("*.py"):
            (versions / script.name).write_text(script.read_text())
        (versions / f"{NEXT:04d}_next.py").write_text(text)
        monkeypatch.setattr(opening, "SCHEMA_VERSION", NEXT)
        monkeypatch.setattr(upgrade, "SCHEMA_VERSION", NEXT)
        monkeypatch.setattr(upgrade, "migration_scripts", lambda: scripts)

    return install


@pytest.fixture
def told(database: Database) -> Database:
    """A database with a story."""
    add_denial(database, add_story(database))
    return database


def _structure(connection: sqlite3.Connection) -> dict[str, object]:
    """Tables, columns, foreign keys, indexes and checks, apart from how they are written down."""
    structure: dict[str, object] = {}
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"
    ).fetchall()
    for name, sql in tables:
        if is_search_table(name) or name == "alembic_version":
            continue
        indexes = connection.execute(
            'SELECT list.name, "unique", group_concat(info.name) FROM pragma_index_list(?) AS list'
            " JOIN pragma_index_info(list.name) AS info GROUP BY list.name ORDER BY list.name",
            (name,),
        ).fetchall()
        structure[name] = (
            connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall(),
            sorted(connection.execute("SELECT * FROM pragma_foreign_key_list(?)", (name,))),
            indexes,
            " ".join(sql.split()).replace("( ", "(").replace(" )", ")"),
        )
    return structure


@pytest.fixture
def from_tables() -> Iterator[sqlite3.Connection]:
    """A database made from the SQLModel tables, which is what writing believes in."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        SQLModel.metadata.create_all(engine_on(connection))
        yield connection


def test_writing_and_reading_have_the_same_schema(
    database: Database, from_tables: sqlite3.Connection
) -> None:
    with database.reader() as reader:
        migrated = _structure(reader.connection)
    believed = _structure(from_tables)
    assert migrated.keys() == believed.keys()
    for table in migrated:
        assert migrated[table] == believed[table], table


def test_all_tables_are_strict(database: Database) -> None:
    with database.reader() as reader:
        loose = reader.connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            " AND NOT strict AND name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"
        ).fetchall()
    assert loose == []


def test_autogenerate_finds_nothing_to_do_and_leaves_the_indexes_alone(
    database: Database,
) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with (
        closing(sqlite3.connect(database.path, isolation_level=None)) as raw,
        engine_on(raw).connect() as connection,
    ):
        differences = compare_metadata(
            MigrationContext.configure(
                connection,
                opts={
                    "compare_type": True,
                    "include_name": lambda name, kind, _: (
                        not (kind == "table" and is_search_table(name))
                    ),
                },
            ),
            SQLModel.metadata,
        )
    assert differences == []


def test_down_and_up_again_ends_where_it_began(told: Database) -> None:
    before = value(told, "SELECT group_concat(sql) FROM sqlite_schema ORDER BY name")
    migrate(told.path, target=0)
    with closing(sqlite3.connect(told.path)) as connection:
        left = connection.execute("SELECT name FROM sqlite_schema").fetchall()
        assert [name for (name,) in left if "alembic" not in name] == []
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)
    migrate(told.path, target=SCHEMA_VERSION)
    after = value(told, "SELECT group_concat(sql) FROM sqlite_schema ORDER BY name")
    assert sorted(str(after)) == sorted(str(before))
    add_story(told)


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION))
def test_every_released_version_goes_down_and_up_with_its_rows(
    told: Database, version: int
) -> None:
    before = logical_content(told.path)
    migrate(told.path, target=version)
    older = logical_content(told.path)
    for table in older.keys() - {"alembic_version"}:
        assert older[table] == before[table], table
    migrate(told.path, target=SCHEMA_VERSION)
    assert logical_content(told.path) == before
    assert check_database(told) == []


def test_rebuilding_a_parent_keeps_children_triggers_and_indexes(
    told: Database, next_version: Callable[[str], None]
) -> None:
    before = logical_content(told.path)
    triggers = value(told, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
    next_version(REBUILD_STATEMENT)
    opened = open_fixed(told.path, create=False)
    assert value(opened, "PRAGMA user_version") == NEXT
    after = logical_content(told.path)
    mooded = [(*row, None) for row in before.pop("statement")]
    assert after.pop("statement") == mooded
    for content in (before, after):
        content.pop("alembic_version")
    assert after == before
    assert value(opened, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'") == triggers
    assert check_database(opened) == []
    rebuilt = str(value(opened, "SELECT sql FROM sqlite_schema WHERE name = 'statement'"))
    assert "CONSTRAINT statement_said_order CHECK" in rebuilt
    assert rebuilt.split()[-1] == "STRICT"
    migrate(told.path, target=SCHEMA_VERSION)
    assert "mood" not in str(value(told, "SELECT sql FROM sqlite_schema WHERE name = 'statement'"))
    assert logical_content(told.path)["quote"] == before["quote"]


def test_with_foreign_keys_on_the_same_rebuild_would_fail(told: Database) -> None:
    with closing(sqlite3.connect(told.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("DROP TABLE statement")


@pytest.mark.parametrize(
    ("text", "expected"),
    [(FAIL_HALFWAY, QuotetrackError), (LOSE_A_PARENT, DatabaseDamaged)],
    ids=["failing", "losing a parent"],
)
def test_a_failing_migration_leaves_nothing_half_applied(
    told: Database,
    next_version: Callable[[str], None],
    text: str,
    expected: type[QuotetrackError],
) -> None:
    with closing(sqlite3.connect(told.path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    content = told.path.read_bytes()
    next_version(text)
    with pytest.raises(expected):
        open_fixed(told.path, create=False)
    assert told.path.read_bytes() == content
    assert [file.name for file in told.path.parent.glob("quotetrack*")] == ["quotetrack.db"]


def test_an_index_that_came_out_wrong_stops_the_migration(
    told: Database, next_version: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def forget_a_row(connection: sqlite3.Connection) -> None:
        create(connection)
        connection.execute("DROP TRIGGER speaker_name_search_update")
        connection.execute("UPDATE speaker_name SET folded = 'someone else'")

    create = create_search_tables
    monkeypatch.setattr(upgrade, "create_search_tables", forget_a_row)
    next_version(REBUILD_STATEMENT)
    with pytest.raises(DatabaseDamaged, match="search index"):
        upgrade_database(told.path)
    assert value(told, "PRAGMA user_version") == SCHEMA_VERSION


def test_an_upgrade_keeps_a_private_backup_of_the_older_file(
    told: Database, next_version: Callable[[str], None]
) -> None:
    before = logical_content(told.path)
    next_version(REBUILD_STATEMENT)
    taken = told.path.with_name(f"quotetrack.before-version-{NEXT}.db")
    taken.write_text("an earlier backup")
    backup = upgrade_database(told.path)
    assert backup.name == f"quotetrack.before-version-{NEXT}-2.db"
    assert backup.stat().st_mode & 0o777 == 0o600
    assert logical_content(backup) == before
    assert taken.read_text() == "an earlier backup"


def test_an_upgrade_waits_for_nobody_forever(
    told: Database, next_version: Callable[[str], None]
) -> None:
    next_version(REBUILD_STATEMENT)
    with closing(sqlite3.connect(told.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseLocked):
            open_fixed(told.path, create=False)
    assert value(told, "PRAGMA user_version") == SCHEMA_VERSION


def test_a_migration_that_another_process_has_made_is_not_made_twice(told: Database) -> None:
    before = logical_content(told.path)
    migrate(told.path, target=SCHEMA_VERSION)
    assert logical_content(told.path) == before
    assert value(told, "PRAGMA application_id") == APPLICATION_ID


def test_migrations_inside_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (migration_scripts() / "env.py").is_file()
    (tmp_path / "quotetrack" / "migrations").mkdir(parents=True)
    monkeypatch.setattr(resources, "files", lambda package: tmp_path / package)
    assert migration_scripts() == tmp_path / "quotetrack" / "migrations"
