"""The Python API puts right what was recorded; each step is taken back by one undo, exactly."""

from pathlib import Path

import pytest

from quotetrack.api import Desk, NewSpeaker, NotFound
from tests.actions.stored_rows import stored_rows


def test_a_statement_is_edited_and_removed(sample: Desk) -> None:
    remark = sample.statement(next(sample.search("speaker:volkov")))
    before = stored_rows(Path(sample.path))
    edited = sample.edit_statement(remark, venue="Khankendi", workflow="in-review")
    assert (edited.venue, edited.row.workflow.value) == ("Khankendi", "in_review")
    assert edited.row.said == remark.row.said
    sample.undo()
    assert stored_rows(Path(sample.path)) == before
    sample.remove_statement(remark)
    with pytest.raises(NotFound):
        sample.statement(remark)
    sample.undo()
    assert stored_rows(Path(sample.path)) == before


def test_a_statement_gets_another_source_and_the_number_of_independent_ones(sample: Desk) -> None:
    remark = sample.statement(next(sample.search("speaker:ocampo")))
    before = stored_rows(Path(sample.path))
    article = sample.add_article("He said that it was so.", title="Hearsay", outlet="The Echo")
    first = next(quote.article for quote in remark.quotes if quote.article is not None)
    told = sample.add_quote(remark, "it was so", article=article, cue="said")
    assert told.independence.sources == remark.independence.sources + 1
    sample.relies_on(article, first, note="names it")
    relying = sample.statement(remark)
    assert relying.independence.independent == remark.independence.independent
    sample.remove_quote(told.quotes[-1])
    assert sample.statement(remark).quotes == remark.quotes
    for _ in range(4):
        sample.undo()
    assert stored_rows(Path(sample.path)) == before


def test_one_speaker_is_made_of_two_and_two_of_one(sample: Desk) -> None:
    before = stored_rows(Path(sample.path))
    merged = sample.merge_speakers("Mateus Figueira", "Matheus Figueira")
    assert merged.statement_count == 4
    assert "Matheus Figueira" in [name.name for name in merged.names]
    parted = sample.split_speaker(
        merged, NewSpeaker("M. Figueira"), [next(sample.search("speaker:figueira"))]
    )
    assert (parted.name, parted.statement_count) == ("M. Figueira", 1)
    sample.undo()
    sample.undo()
    assert stored_rows(Path(sample.path)) == before


def test_a_role_is_recorded_with_its_source(sample: Desk) -> None:
    record = sample.add_role(
        "Andrei Volkov",
        "Major general",
        kind="rank",
        basis="looked up",
        held_from="2021-01-01",
        article="One sentence about customs officers",
    )
    role = next(role for role in record.roles if role.title == "Major general")
    assert (role.kind, role.basis, role.held_from) == ("rank", "looked_up", "2021-01-01")
