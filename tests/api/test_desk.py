"""The Python API: a desk does what the commands do, and says what went wrong."""

from pathlib import Path

import pytest

import quotetrack
from quotetrack.api import (
    Ambiguous,
    ArticleKind,
    Desk,
    EventType,
    NewSpeaker,
    NotFound,
    QueryError,
    Refused,
    UndoRefused,
    UsageError,
    open,
    print_identifier,
)
from quotetrack.api.reading import PAGE
from tests.actions.stored_rows import stored_rows
from tests.actions.story import TEXT, on_day


def test_the_package_itself_opens_a_desk(tmp_path: Path) -> None:
    desk = quotetrack.open(tmp_path / "x.db", create=True, user="ana")

    assert isinstance(desk, quotetrack.Desk)
    assert repr(desk) == f"<Desk '{tmp_path / 'x.db'}', at work: 'ana'>"
    with pytest.raises(AttributeError):
        quotetrack.closed  # type: ignore[attr-defined]  # noqa: B018


def test_without_a_path_the_named_database_opens_else_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert open().path == tmp_path / "own.db"
    with pytest.raises(NotFound):
        open(tmp_path / "nowhere.db")
    open(tmp_path / "named.db", create=True)
    monkeypatch.setenv("QUOTETRACK_DB", str(tmp_path / "named.db"))
    assert open().path == tmp_path / "named.db"


def test_a_search_is_read_page_by_page(desk: Desk) -> None:
    desk.add_speaker("Ruth Ames")
    for number in range(PAGE + 5):
        desk.add_statement(f"ship {number}", speaker="Ames", said="not recorded")

    assert len(list(desk.search("ship"))) == PAGE + 5
    assert len(list(desk.search("ship", limit=PAGE + 2))) == PAGE + 2
    assert len(list(desk.search("ship", limit=3))) == 3
    first = next(desk.search())
    assert first.text == f"ship {PAGE + 4}"


def test_a_search_that_cannot_be_read_fails_at_once(desk: Desk) -> None:
    with pytest.raises(QueryError):
        desk.search("colour:red")


def test_rows_are_named_by_record_id_or_printed_id(sample: Desk) -> None:
    row = next(sample.search("speaker:volkov"))
    record = sample.statement(row)

    for named in (row.id, print_identifier(row.id), print_identifier(row.id)[:7], record):
        assert sample.statement(named) == record
    speaker = sample.speaker("volkov")
    for who in (speaker, speaker.id, sample.speakers("volkov")[0], print_identifier(speaker.id)):
        assert sample.speaker(who) == speaker
    article = next(sample.articles("customs"))
    for source in (article, article.id, "one sentence about customs", sample.article(article)):
        assert sample.article(source).summary.id == article.id
    assert sample.article(sample.article(article).summary).quotes
    assert len(list(sample.articles())) == 11
    assert len(list(sample.articles(limit=3))) == 3
    pair = sample.contradictions()[0]
    assert sample.contradiction(pair) == sample.contradiction(pair.id)
    with pytest.raises(Refused):
        sample.speaker("Nobody at all")
    with pytest.raises(Ambiguous):
        sample.article("e")


def test_contradictions_are_chosen_by_state(sample: Desk) -> None:
    confirmed = sample.contradictions("confirmed")

    assert confirmed
    assert {pair.state.value for pair in confirmed} == {"confirmed"}
    with pytest.raises(UsageError, match="none of suggested"):
        sample.contradictions(["settled"])


def test_a_statement_is_recorded_tagged_linked_and_undone(desk: Desk) -> None:
    article = desk.add_article(TEXT, title="Bridge", published="2 Mar 2023", kind="interview")
    assert article.summary.kind is ArticleKind.INTERVIEW
    assert desk.article_text(article) == TEXT
    remark = desk.add_statement(
        "the bridge opens in spring, not before",
        speaker=NewSpeaker("Ruth Ames"),
        article=article,
        said="5 December",
    )
    assert remark.row.said.earliest == "2022-12-05"
    later = desk.add_statement("it never opens", speaker="Ruth Ames", said=on_day("2022-12-24"))

    link = desk.link(later, remark, "contradicts", basis="negation", reasons="never")
    assert (link.direction, link.reasons) == ("earlier", ("never",))
    assert desk.decide(link, "position_change").decided_by == "ada"
    tagged = desk.tag(
        remark, EventType.RETRACTED, date="1 Mar 2023", source=article, note="by telephone"
    )
    assert tagged.row.status.value == "retracted"
    assert [entry.action for entry in desk.history(limit=2)] == [
        "tag_statement",
        "decide_contradiction",
    ]
    before = stored_rows(desk.path)
    desk.label(remark, later, add="bridge")
    assert [label.name for label in desk.labels()] == ["bridge"]
    desk.undo()
    assert stored_rows(desk.path) == before
    for _ in range(6):
        desk.undo()
    with pytest.raises(UndoRefused):
        desk.undo()
    assert desk.count() == 0


def test_a_weekday_looks_back_from_the_article(desk: Desk) -> None:
    article = desk.add_article(TEXT, published="2 Mar 2023")

    remark = desk.add_statement(
        "We are ready",
        speaker=NewSpeaker("Tom Vale"),
        article=article,
        said="Monday",
        start=TEXT.index("We are ready"),
    )

    assert remark.row.said.earliest == "2023-02-27"


def test_a_speaker_is_recorded_and_changed(desk: Desk) -> None:
    speaker = desk.add_speaker(
        "Ruth Ames", spellings="R. Ames", role="Harbour Master", organisation="Port of Ely"
    )
    assert [role.title for role in speaker.roles] == ["Harbour Master"]

    changed = desk.edit_speaker("Ames", name="Ruth Ames-Hall", add_spellings=["Ruth Hall"])

    assert {name.name for name in changed.names} >= {"Ruth Ames-Hall", "R. Ames", "Ruth Hall"}
    with pytest.raises(Refused):
        desk.add_speaker("Ruth Ames-Hall")


def test_notes_are_written_changed_and_removed(sample: Desk) -> None:
    row = next(sample.search("speaker:volkov"))
    article = next(sample.articles("customs"))

    notes = sample.note("call back", row, speaker="volkov", article=article)

    assert [note.text for note in notes] == ["call back"] * 3
    assert notes[0] in sample.statement(row).notes
    sample.edit_note(notes[0], "called back")
    assert "called back" in [note.text for note in sample.statement(row).notes]
    sample.remove_note(notes[2])
    assert not [note for note in sample.article(article).notes if note.id == notes[2].id]
    with pytest.raises(UsageError):
        sample.note("about nothing")


def test_a_line_of_the_inbox_is_jotted_changed_worked_up_and_discarded(desk: Desk) -> None:
    line = desk.jot("Ames on the bridge https://harbour.example/bridge")
    other = desk.jot("call the harbour")
    assert line.url == "https://harbour.example/bridge"
    assert desk.inbox() == [other, line]

    assert desk.edit_capture(other, "call the port").text == "call the port"
    assert desk.discard_capture(other).state.value == "discarded"
    said = desk.add_statement(
        "it opens", speaker=NewSpeaker("Ruth Ames"), said="not recorded", capture=line
    )

    assert desk.inbox() == []
    (done,) = desk.inbox("worked_up")
    assert done.statement_id == said.row.id
    with pytest.raises(Refused):
        desk.discard_capture(print_identifier(line.id))


def test_what_is_known_of_an_article_is_corrected(sample: Desk) -> None:
    article = next(sample.articles("customs"))

    changed = sample.edit_article(article, title="", published="March 2023", kind="document")

    assert changed.summary.title is None
    assert changed.published.precision == "month"
    assert changed.summary.kind is ArticleKind.DOCUMENT
    with pytest.raises(Refused):
        sample.edit_article(article.id, kind="document")


def test_citations_follow_the_configuration_unless_told(sample: Desk, configuration: Path) -> None:
    row = next(sample.search("speaker:volkov"))
    assert sample.cite(row, format="bibtex").startswith("@article{volkov-2022-")
    assert sample.cite(row).startswith("Andrei Volkov, Commander")

    configuration.write_text("[citation]\nformat = 'markdown'\n")
    assert open(sample.path).cite(row).startswith("**Andrei Volkov**")
    with pytest.raises(UsageError, match="none of house"):
        sample.cite(row, format="word")


def test_the_address_opens_at_the_quote_named(sample: Desk) -> None:
    row = next(sample.search("speaker:volkov"))
    quote = sample.statement(row).quotes[0]

    assert ":~:text=" in sample.address(row)
    assert sample.address(row, quote) == sample.address(row, quote.id)


def test_a_backup_is_another_desk(sample: Desk, tmp_path: Path) -> None:
    copy = sample.backup(tmp_path / "copy.db")

    assert open(copy).count() == sample.count()
    with pytest.raises(Refused):
        sample.backup(copy)
