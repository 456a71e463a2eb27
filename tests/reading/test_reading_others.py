"""Reading speakers, articles, contradictions and history, and finding rows by printed id."""

import pytest

from quotetrack.domain.errors import Ambiguous, NotFound, UsageError
from quotetrack.domain.identifiers import print_identifier, short_identifier
from quotetrack.domain.tables import Speaker
from quotetrack.domain.vocabulary import Basis, LinkState, SpeakerKind, Status
from quotetrack.store.reading.articles import list_articles, read_article_text
from quotetrack.store.reading.contradictions import list_contradictions, read_contradiction
from quotetrack.store.reading.history import list_history
from quotetrack.store.reading.lookup import find_row
from quotetrack.store.reading.speaker_names import find_speakers, resolve_speakers
from quotetrack.store.reading.speakers import list_speakers, read_speaker
from quotetrack.store.undo import undo_last
from tests.reading.desk import Desk


class TestSpeakers:
    def test_those_with_most_open_statements_come_first_then_by_name(self, desk: Desk) -> None:
        moor, lee, volkov = (desk.speaker(name) for name in ("Bo Moor", "Ann Lee", "A. Volkov"))
        desk.statement(volkov, "words")
        for _ in range(2):
            desk.statement(lee, "words", visibility="off_record")
        listed = list_speakers(desk.connection)
        assert [(speaker.id, speaker.statement_count) for speaker in listed] == [
            (volkov, 1),
            (lee, 0),
            (moor, 0),
        ]
        assert listed[0].kind is SpeakerKind.PERSON
        assert [speaker.id for speaker in list_speakers(desk.connection, limit=1)] == [volkov]

    def test_a_list_is_narrowed_by_the_beginnings_of_words_of_one_spelling(
        self, desk: Desk
    ) -> None:
        sahin = desk.speaker("Ayşe Şahin", "Mrs Example")
        desk.speaker("Ann Lee")

        def listed(text: str) -> list[int]:
            return [match.speaker.id for match in find_speakers(desk.connection, text, 9)]

        assert listed("sah") == listed("exa") == listed("Şahin AYŞE") == [sahin]
        assert listed("sahin example") == listed("nobody") == listed("!?") == listed(" ") == []

    def test_any_text_may_be_typed_for_a_name(self, desk: Desk) -> None:
        lee = desk.speaker("Ann O'Lee-Moor")
        for typed in ('"o lee', "o'lee*", "lee-moor", "ann\0", "ann \ud800"):
            assert resolve_speakers(desk.connection, typed) == [lee]

    def test_the_role_attested_last_is_shown(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        desk.role(lee, "Mayor", attested_on="2021-01-01", organisation="Town")
        desk.role(lee, "Minister", attested_on="2022-01-01")
        desk.role(lee, "Pupil")
        (speaker,) = list_speakers(desk.connection)
        assert speaker.role == "Minister"
        roles = read_speaker(desk.connection, lee).roles
        assert [role.title for role in roles] == ["Minister", "Mayor", "Pupil"]
        assert roles[1].organisation == "Town"

    def test_a_speaker_has_every_spelling_and_what_became_of_the_statements(
        self, desk: Desk
    ) -> None:
        lee = desk.speaker("Ann Lee", "A. Lee")
        denied, *_ = [desk.statement(lee, "words") for _ in range(3)]
        desk.event(denied, "denied_saying", actor_id=lee)
        desk.statement(lee, "secret", visibility="off_record")
        record = read_speaker(desk.connection, lee)
        assert record.name == "Ann Lee"
        assert [name.name for name in record.names] == ["Ann Lee", "A. Lee"]
        assert record.statement_count == 3
        assert record.status_counts == ((Status.NO_LATER_EVENT, 2), (Status.DENIED, 1))

    def test_a_speaker_that_does_not_exist_is_named(self, desk: Desk) -> None:
        with pytest.raises(NotFound, match="no speaker 100000"):
            read_speaker(desk.connection, 1)


class TestArticles:
    def test_the_one_added_last_comes_first(self, desk: Desk) -> None:
        first, _ = desk.article("The Road", url="https://a.example/one")
        second, _ = desk.article("Taxes 100%")

        def listed(text: str = "", limit: int = 50) -> list[int]:
            return [article.id for article in list_articles(desk.connection, text, limit)]

        assert listed() == [second, first]
        assert listed(limit=1) == [second]
        assert listed("ROAD") == listed("/one") == [first]
        assert listed("courier") == [second, first]
        assert listed("%") == [second]
        assert listed("nothing") == []

    def test_the_text_is_that_of_the_latest_snapshot(self, desk: Desk) -> None:
        article, _ = desk.article("The road", "new")
        desk.snapshot_text(article, "old", "2022-01-01T00:00:00+00:00")
        newest = desk.snapshot_text(article, "newest\r\n", "2023-04-01T00:00:00+00:00")
        record = read_article_text(desk.connection, article)
        assert (record.snapshot_text_id, record.text) == (newest, "newest\r\n")
        assert record.summary.title == "The road"

    def test_an_article_may_have_no_text(self, desk: Desk) -> None:
        article, _ = desk.article("The road")
        record = read_article_text(desk.connection, article)
        assert (record.snapshot_text_id, record.text) == (None, None)

    def test_an_article_that_does_not_exist_is_named(self, desk: Desk) -> None:
        with pytest.raises(NotFound, match="no article 100000"):
            read_article_text(desk.connection, 1)


class TestContradictions:
    def test_those_that_wait_come_first_and_the_newest_of_them(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        road, *others = [desk.statement(lee, f"words {place}") for place in range(5)]
        states = ("confirmed", "suggested", "needs_more", "suggested")
        links = [
            desk.link(road, later_statement_id=other, state=state, basis="number", score=0.5)
            for other, state in zip(others, states, strict=True)
        ]
        desk.link(road, "repeats", later_statement_id=others[0])
        rows = list_contradictions(desk.connection, tuple(LinkState))
        assert [row.id for row in rows] == [links[3], links[1], links[2], links[0]]
        assert (rows[0].earlier_text, rows[0].later_text) == ("words 0", "words 4")
        assert (rows[0].speaker_name, rows[0].basis, rows[0].score) == (
            "Ann Lee",
            Basis.NUMBER,
            0.5,
        )
        only = list_contradictions(desk.connection, [LinkState.NEEDS_MORE])
        assert [row.id for row in only] == [links[2]]
        assert list_contradictions(desk.connection, []) == []

    def test_tensions_are_listed_and_what_is_off_the_record_is_not(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        road, other = (desk.statement(lee, "words") for _ in range(2))
        secret = desk.statement(lee, "secret", visibility="off_record")
        tension = desk.link(road, "in_tension", later_statement_id=other)
        desk.link(road, later_statement_id=secret)
        desk.link(secret, later_statement_id=road)
        rows = list_contradictions(desk.connection, [LinkState.SUGGESTED])
        assert [row.id for row in rows] == [tension]
        assert rows[0].basis is None

    def test_a_pair_stands_side_by_side(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        road, other = (desk.statement(lee, f"words {place}") for place in range(2))
        link = desk.link(
            road,
            later_statement_id=other,
            state="confirmed",
            reasons='["numbers differ"]',
            decided_by="ada",
            decided_at="2023-01-01",
        )
        pair = read_contradiction(desk.connection, link)
        assert pair.earlier.row.id == road
        assert pair.later is not None
        assert pair.later.row.id == other
        assert pair.later_event is None
        assert pair.reasons == ("numbers differ",)
        assert (pair.state, pair.decided_by) == (LinkState.CONFIRMED, "ada")

    def test_a_denial_stands_beside_what_it_denies(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        road = desk.statement(lee, "words")
        denial = desk.event(road, "denied_substance", evidence_exact="It is not so.")
        link = desk.link(road, later_event_id=denial, basis="denial")
        pair = read_contradiction(desk.connection, link)
        assert pair.later is None
        assert pair.later_event is not None
        assert (pair.later_event.id, pair.later_event.statement_id) == (denial, road)
        (row,) = list_contradictions(desk.connection, [LinkState.SUGGESTED])
        assert row.later_text == "denied (substance): It is not so."

    def test_another_relation_is_no_contradiction(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        road, other = (desk.statement(lee, "words") for _ in range(2))
        link = desk.link(road, "repeats", later_statement_id=other)
        with pytest.raises(NotFound, match=short_identifier(link)):
            read_contradiction(desk.connection, link)


class TestHistory:
    def test_the_newest_unit_comes_first_with_all_its_changes(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        statement = desk.statement(lee, "words")
        event = desk.event(statement, "retracted", actor_id=lee)
        entry, *_ = list_history(desk.connection, None, None)
        assert (entry.actor, entry.action, entry.summary) == ("ada", "test", "a row")
        assert set(entry.changes) == {
            ("event", event, "insert"),
            ("statement", statement, "update"),
        }
        assert (entry.undoes, entry.undone_by) == (None, None)
        units = [entry.unit for entry in list_history(desk.connection, None, None)]
        assert units == sorted(units, reverse=True)
        assert list_history(desk.connection, None, None, 1) == [entry]

    def test_the_history_of_a_table_or_a_row_is_its_own(self, desk: Desk) -> None:
        lee, moor = desk.speaker("Ann Lee"), desk.speaker("Bo Moor")
        desk.change(Speaker, lee, name="Ann Lee-Moor")
        own = list_history(desk.connection, "speaker", lee)
        assert own[0].changes == (("speaker", lee, "update"),)
        assert own[-1].changes == (("speaker", lee, "insert"),)
        others = list_history(desk.connection, "speaker", moor)
        assert not {entry.unit for entry in own} & {entry.unit for entry in others}
        assert len(list_history(desk.connection, "speaker", None)) == 3
        assert list_history(desk.connection, "statement", lee) == []

    def test_what_was_taken_back_and_by_what_is_told(self, desk: Desk) -> None:
        desk.speaker("Ann Lee")
        number = undo_last(desk.database)
        undo, undone, *_ = list_history(desk.connection, None, None)
        assert (undo.undoes, undone.undone_by) == (number, undo.unit)
        assert undone.unit == number


class TestLookup:
    def test_a_row_is_found_by_the_beginning_of_its_printed_id(self, desk: Desk) -> None:
        lee = desk.speaker("Ann Lee")
        printed = print_identifier(lee)
        for typed in (printed, printed.upper(), f" {printed[:6]} ", printed[:1]):
            assert find_row(desk.connection, "speaker", typed) == lee

    def test_an_id_that_no_row_has_is_named(self, desk: Desk) -> None:
        for typed in ("abc", "zzzzzzzzzzzzz"):
            with pytest.raises(NotFound, match=f"No statement has an id.*{typed}"):
                find_row(desk.connection, "statement", typed)

    def test_an_id_of_several_rows_names_them(self, desk: Desk) -> None:
        # The fixed ids of the tests count up from the first character: the 32nd has it again.
        ids = [desk.add(Speaker, name="Ann Lee", kind="person") for _ in range(33)]
        first = print_identifier(ids[0])[0]
        with pytest.raises(Ambiguous) as refused:
            find_row(desk.connection, "speaker", first)
        assert short_identifier(ids[0]) in str(refused.value)
        assert short_identifier(ids[32]) in str(refused.value)
        assert "and others" not in str(refused.value)

    def test_not_all_of_very_many_rows_are_named(self, desk: Desk) -> None:
        with desk.database.unit("test") as unit:
            for number in range(7):
                unit.add(Speaker(id=(number << 40) + 1, name="Ann Lee", kind="person"))
        with pytest.raises(Ambiguous, match="and others"):
            find_row(desk.connection, "speaker", "100000")

    def test_what_is_no_printed_id_is_refused(self, desk: Desk) -> None:
        with pytest.raises(UsageError):
            find_row(desk.connection, "speaker", "!")
