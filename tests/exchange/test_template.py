"""The house template: fields, parts that go, and what it must not be without."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.citation_style import CitationFormat, CitationStyle
from quotetrack.domain.errors import UsageError
from quotetrack.exchange.citations.fields import EXPLANATIONS, Fields, fields_of
from quotetrack.exchange.citations.style import read_style
from quotetrack.exchange.citations.template import DEFAULT_TEMPLATE, Template, TemplateError
from tests.exchange.citing import CITATION, denied

LEAST = "{speaker} {wording}[ ({status})]"
EMPTY = Fields(*([""] * len(Fields._fields)))


def test_the_default_one_says_everything() -> None:
    assert Template(DEFAULT_TEMPLATE).fill(fields_of(denied())) == (
        "Ruth Ames, Harbour Master, Port of Ely, 5 Dec 2022 (as printed: “On 5 December”): "
        "“the bridge opens in spring” — Ana Reis, “Bridge stays shut”, Harbour Post, 2 Mar 2023, "
        "https://harbour.example/bridge (captured 14 Mar 2023 09:30 UTC, characters 58–84). "
        "Status: later denied (not said which), between 5 Dec 2022 and 2 Mar 2023."
    )


def test_a_part_goes_where_a_field_in_it_is_empty() -> None:
    template = Template(LEAST + "[, {venue}][ as {role}]")

    assert template.fill(fields_of(CITATION)).endswith("” as Harbour Master, Port of Ely")


def test_a_part_within_a_part_goes_alone() -> None:
    template = Template(LEAST + "[ at {locator}[, {venue}]]")

    assert template.fill(fields_of(CITATION)).endswith(" at characters 58–84")


def test_a_backslash_makes_a_sign_stand_for_itself() -> None:
    assert Template(LEAST + r"\{\[x\]\}\\").fill(EMPTY) == " {[x]}\\"


@pytest.mark.parametrize("missing", ["speaker", "wording", "status"])
def test_one_without_what_became_of_the_words_is_refused(missing: str) -> None:
    text = "{speaker}{wording}{status}".replace(f"{{{missing}}}", "")

    with pytest.raises(TemplateError, match=f"no {{{missing}}}"):
        Template(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{speeker}", r"Did you mean \{speaker\}\?"),
        ("{speaker.__class__}", "which there is not"),
        ("{speaker", "at character 1, a “{” that is not closed"),
        ("[{speaker}", "at character 1, a “\\[” that is not closed"),
        ("ab]", "at character 3, a “\\]” that nothing opened"),
        ("}", "at character 1, a “}” that nothing opened"),
    ],
)
def test_a_faulty_one_says_what_is_wrong_and_where(text: str, message: str) -> None:
    with pytest.raises(TemplateError, match=message):
        Template(text)


@given(st.text("{}[]\\ab speakerwordingstatus", max_size=40))
def test_any_text_is_a_template_or_a_clear_refusal(text: str) -> None:
    with suppress(TemplateError):
        assert Template(LEAST + text).fill(EMPTY) is not None


@given(st.text())
def test_what_is_quoted_is_never_read_as_a_template(hostile: str) -> None:
    template = Template("{speaker}|{wording}|{status}")

    assert template.fill(EMPTY._replace(wording=hostile)) == f"|{hostile}|"


def test_every_field_is_explained_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")

    for name, explanation in EXPLANATIONS._asdict().items():
        assert f"| `{name}` | {explanation} |" in page


def test_the_table_of_the_configuration_is_read() -> None:
    assert read_style({"format": "csl-json", "template": LEAST}) == CitationStyle(
        CitationFormat.CSL_JSON, LEAST
    )
    assert read_style({}) == CitationStyle(CitationFormat.HOUSE, None)


@pytest.mark.parametrize(
    "table", [5, {"colour": "red"}, {"format": "word"}, {"template": 5}, {"template": "{speaker}"}]
)
def test_a_faulty_table_is_refused(table: object) -> None:
    with pytest.raises(UsageError):
        read_style(table)
