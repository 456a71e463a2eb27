"""Reading a speaker's life: the timeline, its months, and what falls outside every role."""

import sqlite3

from quotetrack.actions.speaker_reading import load_timeline, show_life
from quotetrack.actions.speakers import add_speaker
from quotetrack.actions.tagging import tag_statement
from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.vocabulary import EventType
from quotetrack.store.database import Database
from tests.actions.story import add_words, on_day


def ames(database: Database) -> int:
    return add_speaker(database, "Ruth Ames", role="Harbour Master", attested_on="2022-12-05")


def test_the_timeline_runs_from_the_newest_with_its_events(database: Database) -> None:
    speaker = ames(database)
    old = add_words(database, speaker, "it was never open", "2019-04-01")
    new = add_words(database, speaker, "the bridge opens in spring", "2022-12-05")
    tag_statement(
        database,
        new,
        EventType.DENIED_SAYING,
        happened=on_day("2023-01-02"),
        article_id=None,
    )
    with database.reader() as reader:
        life = show_life(reader, speaker)
        entries = load_timeline(reader, life.timeline.keys)
    assert [entry.row.id for entry in entries] == [new, old]
    assert [len(entry.events) for entry in entries] == [1, 0] == list(life.timeline.events)
    assert list(life.timeline.lengths) == [len(entry.row.text) for entry in entries]
    assert list(life.timeline.outside) == [0, 1]
    assert life.outside == 1
    assert [tuple(each) for each in life.months] == [("2019-04", 1), ("2022-12", 1)]
    assert life.undated == 0


def test_a_statement_without_a_date_is_counted_apart(database: Database) -> None:
    from quotetrack.actions.choices import ExistingSpeaker
    from quotetrack.actions.statements import add_statement

    speaker = ames(database)
    add_statement(
        database,
        text="some day",
        speaker=ExistingSpeaker(speaker),
        article_id=None,
        said=UNKNOWN_DATE,
    )
    with database.reader() as reader:
        life = show_life(reader, speaker)
    assert (life.undated, life.months, life.outside) == (1, (), 0)


def test_what_is_off_the_record_never_shows(database: Database) -> None:
    speaker = ames(database)
    add_words(database, speaker, "on the record", "2022-12-05")
    hidden = add_words(database, speaker, "off the record", "2022-12-06")
    connection = sqlite3.connect(database.path)
    connection.execute("UPDATE statement SET visibility = 'off_record' WHERE id = ?", (hidden,))
    connection.commit()
    connection.close()
    with database.reader() as reader:
        life = show_life(reader, speaker)
        entries = load_timeline(reader, life.timeline.keys)
    assert [entry.row.text for entry in entries] == ["on the record"]
    assert life.speaker.statement_count == 1
    assert sum(count.statements for count in life.months) == 1
