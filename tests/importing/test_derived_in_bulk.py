"""Whatever a file says, bulk rows have the derived columns that a single row would have."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quotetrack.actions.importing import import_file
from quotetrack.actions.trail import undo
from quotetrack.domain.vocabulary import EventType, Form, Workflow
from quotetrack.store.checking import check_database
from quotetrack.store.derived import COLUMNS, SEQUENCE_BITS, derive_columns
from tests.conftest import open_fixed
from tests.store.story import logical_content

texts = st.text(min_size=1, max_size=40)
dates = st.sampled_from(
    ["", "5 Dec 2022", "2022", "early March 2020", "2022-12-05 14:30", "since 2019", "2001..2022"]
)
own_acts = [event for event in EventType if not event.startswith(("third_party", "publisher"))]
rows = st.fixed_dictionaries(
    {"text": texts, "speaker": st.sampled_from(["Ruth Ames", "Ivo Brandt", "Əli Əliyev"])},
    optional={
        "role": st.sampled_from(["Harbour Master", "Minister of Ports"]),
        "organisation": texts,
        "said": dates,
        "url": st.sampled_from(["https://a.example/1", "https://a.example/2"]),
        "title": texts,
        "outlet": st.sampled_from(["The Courier", "Morning Post"]),
        "published": st.sampled_from(["6 Dec 2022", "2021"]),
        "quote": texts,
        "form": st.sampled_from([form.value for form in Form]),
        "tags": st.lists(st.sampled_from(["port", "bridge", "rain"]), max_size=3),
        "note": texts,
        "workflow": st.sampled_from([workflow.value for workflow in Workflow]),
        "event": st.sampled_from([event.value for event in own_acts]),
        "event_date": dates,
    },
)


@settings(max_examples=40)
@given(st.lists(rows, max_size=12))
def test_bulk_rows_equal_single_ones_and_undo_is_exact(said: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        database = open_fixed(Path(folder) / "quotetrack.db")
        before = logical_content(database.path)
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in said), encoding="utf-8")

        summary = import_file(database, path)

        assert summary.rows_read == len(said)
        assert summary.rows_added + summary.rows_known + summary.rows_refused == summary.rows_read
        with database.reader() as reader:
            for stored in reader.connection.execute(
                f"SELECT id, {', '.join(COLUMNS)} FROM statement"
            ).fetchall():
                derived = derive_columns(reader.connection, stored[0])
                assert derived is not None
                kept = dict(zip(COLUMNS, stored[1:], strict=True))
                assert kept.pop("date_key") >> SEQUENCE_BITS == (
                    derived.pop("date_key") >> SEQUENCE_BITS
                )
                assert kept == derived
        assert check_database(database) == []
        if summary.unit is not None:
            undo(database)
        assert logical_content(database.path) == before
