"""The peers that a search is measured beside, each with the same rows, as it is usually used."""

import http.client
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from benchmarks.peer import PAGE, Absent, Engine, Rows, Wanted

PATIENCE = 30.0
AT_ONCE = 20_000


class Tantivy(Engine):
    """An index with the date key as a fast field."""

    name = "tantivy"

    def open(self) -> None:
        """Fill and open it."""
        try:
            import tantivy
        except ImportError:
            raise Absent("pip install tantivy") from None
        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        for field in ("text", "quoted"):
            builder.add_text_field(field, stored=True)
        for field in ("speaker_id", "status"):
            builder.add_text_field(field, stored=True, tokenizer_name="raw")
        for field in ("speaker", "said_to"):
            builder.add_text_field(field, stored=True, tokenizer_name="raw")
        builder.add_integer_field("key", stored=True, fast=True)
        schema = builder.build()
        folder = self.folder / "tantivy"
        filled = folder.exists()
        folder.mkdir(exist_ok=True)
        self._index = tantivy.Index(schema, path=str(folder))
        if not filled:
            writer = self._index.writer(heap_size=200_000_000, num_threads=2)
            for row in self.rows():
                fields = {**row._asdict(), "speaker_id": str(row.speaker_id)}
                writer.add_document(
                    tantivy.Document(**{k: v for k, v in fields.items() if v is not None})
                )
            writer.commit()
            writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self._schema = schema

    def newest(self, wanted: Wanted) -> int:
        """Read the newest page."""
        return self._page(
            self._searcher.search(self._query(wanted), PAGE, count=False, order_by_field="key")
        )

    def best(self, wanted: Wanted) -> int:
        """Read the best page."""
        return self._page(self._searcher.search(self._query(wanted), PAGE, count=False))

    def _page(self, result: Any) -> int:
        return len([self._searcher.doc(address).to_dict() for _, address in result.hits])

    def _query(self, wanted: Wanted) -> Any:
        query, must = self._tantivy.Query, self._tantivy.Occur.Must
        parts = []
        if wanted.phrase:
            parts.append(query.phrase_query(self._schema, "text", list(wanted.words)))
        else:
            parts += [query.term_query(self._schema, "text", word) for word in wanted.words]
        if wanted.begun:
            parts.append(query.regex_query(self._schema, "text", f"{wanted.begun}.*"))
        if wanted.status:
            parts.append(query.term_query(self._schema, "status", wanted.status))
        if wanted.speaker:
            parts.append(query.term_query(self._schema, "speaker_id", wanted.speaker))
        return parts[0] if len(parts) == 1 else query.boolean_query([(must, p) for p in parts])


class SqliteUtils(Engine):
    """Its table with its own full-text index, searched by its own `search`."""

    name = "sqlite-utils"

    def open(self) -> None:
        """Fill and open it."""
        try:
            import sqlite_utils
        except ImportError:
            raise Absent("pip install sqlite-utils") from None
        self._database = sqlite_utils.Database(str(plain_database(self.folder, self.rows)))
        self._table: Any = self._database["said"]

    def newest(self, wanted: Wanted) -> int:
        """Read the newest page."""
        return self._search(wanted, "key desc")

    def best(self, wanted: Wanted) -> int:
        """Read the best page."""
        return self._search(wanted, None)

    def _search(self, wanted: Wanted, order: str | None) -> int:
        conditions = {"status": wanted.status, "speaker_id": wanted.speaker}
        given = {name: value for name, value in conditions.items() if value}
        where = " and ".join(f"{name} = :{name}" for name in given) or None
        found = self._table.search(
            wanted.fts5, order_by=order, limit=PAGE, where=where, where_args=given or None
        )
        return len(list(found))


class Datasette(Engine):
    """Its table page as JSON, over HTTP."""

    name = "Datasette"

    def open(self) -> None:
        """Fill and open it."""
        command = Path(sys.executable).with_name("datasette")
        if not command.exists():
            raise Absent("pip install datasette")
        file = plain_database(self.folder, self.rows)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._server = subprocess.Popen(
            [
                *(str(command), "serve", str(file), "-h", "127.0.0.1", "-p", str(port)),
                *("--setting", "sql_time_limit_ms", "60000", "--setting", "suggest_facets", "off"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.server = self._server.pid
        self._place = ("127.0.0.1", port)
        wait_until(lambda: self._get("/-/versions.json") is not None)

    def close(self) -> None:
        """Stop the server."""
        self._server.terminate()
        self._server.wait()

    def newest(self, wanted: Wanted) -> int:
        """Read the newest page."""
        from urllib.parse import urlencode

        given = {
            "_search": wanted.fts5,
            "_searchmode": "raw",
            "_sort_desc": "key",
            "_size": str(PAGE),
            "_nocount": "1",
            "_shape": "array",
            "status": wanted.status,
            "speaker_id": wanted.speaker,
        }
        address = urlencode({name: value for name, value in given.items() if value})
        return len(self._get(f"/plain/said.json?{address}"))

    def _get(self, address: str) -> Any:
        # Kept open, a connection would be closed at the other end while others are measured.
        with closing(http.client.HTTPConnection(*self._place, timeout=PATIENCE)) as connection:
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address}: {body[:300]!r}")
        return json.loads(body)


class PostgreSQL(Engine):
    """A table with a tsvector of its own, a GIN index, and an index by date."""

    name = "PostgreSQL"

    def open(self) -> None:
        """Fill and open it."""
        try:
            import psycopg
        except ImportError:
            raise Absent("pip install 'psycopg[binary]'") from None
        programs = Path("/usr/lib/postgresql/15/bin")
        if not (programs / "initdb").exists():
            raise Absent("apt-get install postgresql-15")
        self._programs, self._cluster = programs, self.folder / "postgresql"
        filled = self._cluster.exists()
        if not filled:
            self._cluster.mkdir()
            if os.geteuid() == 0:
                shutil.chown(self._cluster, "postgres")
            self._run("initdb", "--auth=trust", "--username=peer", "--encoding=UTF8", "--locale=C")
        settings = "-c listen_addresses= -c shared_buffers=512MB -c fsync=off -k " + str(
            self._cluster
        )
        self._run("pg_ctl", "-w", "-o", settings, "-l", str(self._cluster / "log"), "start")
        try:
            self._connection = psycopg.connect(
                host=str(self._cluster), user="peer", dbname="postgres", autocommit=True
            )
            self.server = self._connection.info.backend_pid
            if not filled:
                self._fill()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Stop the server."""
        with suppress(AttributeError):
            self._connection.close()
        self._run("pg_ctl", "-w", "-m", "fast", "stop")

    def newest(self, wanted: Wanted) -> int:
        """Read the newest page."""
        return self._search(wanted, "key DESC")

    def best(self, wanted: Wanted) -> int:
        """Read the best page."""
        return self._search(wanted, "ts_rank(words, query) DESC")

    def _search(self, wanted: Wanted, order: str) -> int:
        words = (" <-> " if wanted.phrase else " & ").join(wanted.words)
        query = " & ".join(filter(None, (words, wanted.begun and f"{wanted.begun}:*")))
        given = {"status": wanted.status, "speaker_id": wanted.speaker}
        conditions = "".join(f" AND {name} = %({name})s" for name, value in given.items() if value)
        sql = " ".join(
            (
                "SELECT key, text, quoted, speaker, status, said_to",
                "FROM said, to_tsquery('simple', %(query)s) AS query WHERE words @@ query",
                conditions,
                f"ORDER BY {order} LIMIT {PAGE}",
            )
        )
        return len(self._connection.execute(sql, {"query": query, **given}).fetchall())

    def _fill(self) -> None:
        run = self._connection.execute
        run(
            "CREATE TABLE said (key bigint PRIMARY KEY, text text, quoted text, speaker text,"
            " speaker_id text, status text, said_to text, words tsvector GENERATED ALWAYS AS"
            " (to_tsvector('simple', text || ' ' || quoted)) STORED)"
        )
        with self._connection.cursor().copy(
            "COPY said (key, text, quoted, speaker, speaker_id, status, said_to) FROM STDIN"
        ) as copy:
            for row in self.rows():
                copy.write_row(row)
        run("SET maintenance_work_mem = '512MB'")
        run("CREATE INDEX ON said USING gin (words)")
        run("CREATE INDEX ON said (speaker_id, key)")
        run("CREATE INDEX ON said (status, key)")
        run("VACUUM ANALYZE said")

    def _run(self, program: str, *arguments: str) -> None:
        # It refuses to work for root, as whom containers run.
        user = pwd.getpwnam("postgres").pw_uid if os.geteuid() == 0 else None
        subprocess.run(
            [str(self._programs / program), "-D", str(self._cluster), *arguments],
            check=True,
            user=user,
            stdout=subprocess.DEVNULL,
            cwd="/",
        )


PEERS: tuple[type[Engine], ...] = (Tantivy, SqliteUtils, Datasette, PostgreSQL)


def plain_database(folder: Path, rows: Rows) -> Path:
    """A database as one makes it with sqlite-utils: a table, and a full-text index over it."""
    import sqlite_utils

    file = folder / "plain.db"
    if not file.exists():
        passing = folder / "plain.passing"
        passing.unlink(missing_ok=True)
        database = sqlite_utils.Database(str(passing))
        table: Any = database["said"]
        table.insert_all(
            (row._asdict() | {"speaker_id": str(row.speaker_id)} for row in rows()),
            pk="key",
            batch_size=AT_ONCE,
        )
        table.enable_fts(["text", "quoted"])
        table.create_index(["speaker_id"])
        table.create_index(["status"])
        database.analyze()
        database.close()
        passing.rename(file)
    return file


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError, http.client.HTTPException):
            if holds():
                return
        time.sleep(0.1)
    raise RuntimeError("The server does not answer.")
