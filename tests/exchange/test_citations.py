"""What each format makes of a citation, and that nothing quoted breaks out of it."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quotetrack.domain.citation_records import Citation
from quotetrack.domain.citation_style import CitationFormat
from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import (
    AnchorState,
    ArticleKind,
    Attribution,
    AttributionBasis,
    DateBasis,
    EventType,
    Form,
    Precision,
)
from quotetrack.exchange.citations import bibtex, csl_json, markdown, write_citations
from quotetrack.exchange.citations.address import address_at_quote
from quotetrack.exchange.citations.fields import fields_of
from quotetrack.exchange.citations.keys import citation_keys
from tests.exchange.citing import (
    BETWEEN,
    CITATION,
    RECORD,
    denied,
    with_article,
    with_quote,
    with_row,
    with_source,
)

CSL_NAMES = {
    "id",
    "type",
    "title",
    "container-title",
    "author",
    "issued",
    "accessed",
    "event-date",
    "event-place",
    "URL",
    "archive_location",
    "locator",
    "language",
    "note",
}
"""Those of the names in csl-data.json that we use."""

CSL_TYPES = {
    "article-newspaper",
    "broadcast",
    "document",
    "graphic",
    "interview",
    "personal_communication",
    "post",
    "speech",
}

hostile = st.text(
    st.one_of(st.sampled_from("\\{}[]()<>*_`~^#$%&@|\"'!:/,-\n\r\x1b\u202e "), st.characters()),
    max_size=40,
)


def full_of(text: str) -> Citation:
    """A citation with this text wherever text can stand."""
    citation = with_row(denied(), speaker_name=f"A{text}", role=text)
    citation = with_quote(citation, exact=f"w{text}", before=text, after=text, form=Form.PARAPHRASE)
    assert citation.source is not None
    article = citation.source.quote.article
    assert article is not None
    changed = article._replace(title=f"t{text}", outlet=text, url=f"https://a.example/{text}")
    return with_source(
        with_quote(citation, article=changed), byline=text, language=text, translated_from=text
    )


# What a citation says


@pytest.mark.parametrize(
    ("form", "wording"),
    [
        (Form.VERBATIM, "“the bridge opens in spring”"),
        (Form.PARTIAL, "“the bridge opens in spring”"),
        (Form.PARAPHRASE, "the bridge opens in spring"),
        (Form.MIXED, "the bridge opens in spring"),
    ],
)
def test_only_the_speakers_own_words_stand_in_marks(form: Form, wording: str) -> None:
    assert fields_of(with_quote(form=form)).wording == wording


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (UNKNOWN_DATE, "on a date not recorded"),
        (BETWEEN, "between 5 Dec 2022 and 2 Mar 2023"),
        (
            UncertainDate(
                "2022-12-01", "2022-12-31", Precision.MONTH, None, "x", DateBasis.ENTERED
            ),
            "Dec 2022",
        ),
        (
            UncertainDate(
                "2023-03-02", "2023-03-02", Precision.DAY, None, None, DateBasis.PUBLICATION
            ),
            "2 Mar 2023 (the date of publication)",
        ),
        (
            UncertainDate(None, "2023-03-02", Precision.DAY, None, "since", DateBasis.RELATIVE),
            "by 2 Mar 2023 (as printed: “since”)",
        ),
    ],
)
def test_the_date_said_is_no_finer_than_it_is_known(said: UncertainDate, words: str) -> None:
    assert fields_of(with_row(said=said)).said == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [(Precision.YEAR, "2023"), (Precision.MONTH, "Mar 2023"), (Precision.DAY, "2 Mar 2023")],
)
def test_the_publication_is_no_finer_than_it_is_known(precision: Precision, words: str) -> None:
    assert fields_of(with_source(published_precision=precision)).published == words


def test_a_denial_goes_with_the_words_in_every_format() -> None:
    for each in CitationFormat:
        text = write_citations([denied()], each).replace("\\", "")
        assert "later denied (not said which), between 5 Dec 2022 and 2 Mar 2023" in text


def test_whatever_makes_the_words_doubtful_is_said() -> None:
    citation = with_source(
        with_quote(
            with_row(marks=("third_party_disputed",)),
            attribution=Attribution.MISATTRIBUTED,
            anchor_state=AnchorState.ORPHANED,
        ),
        attribution_basis=AttributionBasis.BACKGROUND,
        publisher_acts=(EventType.PUBLISHER_WITHDREW,),
    )

    assert fields_of(citation).status == (
        "disputed by others; attribution: misattributed; given on background; "
        "withdrawn by the publisher; no longer in the source"
    )


def test_nothing_is_said_where_nothing_became_of_it() -> None:
    assert fields_of(CITATION).status == ""


def test_a_statement_without_a_source_is_cited_and_says_so() -> None:
    bare = Citation(RECORD._replace(quotes=()), None)

    assert "— source not recorded." in write_citations([bare], CitationFormat.HOUSE)
    (item,) = json.loads(csl_json.write([bare]))
    assert item["type"] == "speech"
    assert item["author"] == [{"literal": "Ruth Ames"}]


@pytest.mark.parametrize(
    ("citation", "address"),
    [
        (
            CITATION,
            "https://harbour.example/bridge#:~:text=Ames%20said%20%E2%80%9C-,the%20bridge%20opens"
            "%20in%20spring,-%E2%80%9D.%20She%20added",
        ),
        (with_source(timecode=61.4), "https://harbour.example/bridge#t=61"),
        (with_source(page=3), "https://harbour.example/bridge#page=3"),
        (with_article(url=None), None),
        (with_article(url="file:///etc/passwd"), None),
        (with_quote(article=None), None),
    ],
)
def test_the_source_opens_at_the_quote(citation: Citation, address: str | None) -> None:
    assert citation.source is not None
    assert address_at_quote(citation.source) == address


# CSL-JSON


def test_csl_json_has_the_fields_that_reference_managers_read() -> None:
    (item,) = json.loads(csl_json.write([denied()]))

    assert item == {
        "id": "ames-2022-182t30",
        "type": "article-newspaper",
        "title": "Bridge stays shut",
        "container-title": "Harbour Post",
        "author": [{"literal": "Ana Reis"}],
        "issued": {"date-parts": [[2023, 3, 2]]},
        "accessed": {"date-parts": [[2023, 3, 14]]},
        "event-date": {"date-parts": [[2022, 12, 5]]},
        "URL": "https://harbour.example/bridge",
        "locator": "characters 58–84",
        "language": "en",
        "note": (
            "Ruth Ames, Harbour Master, Port of Ely, 5 Dec 2022 (as printed: “On 5 December”): "
            "“the bridge opens in spring” (verbatim). Status: later denied (not said which), "
            "between 5 Dec 2022 and 2 Mar 2023."
        ),
    }


def test_an_interval_is_a_range_and_an_open_one_is_words() -> None:
    open_ended = BETWEEN._replace(earliest=None)
    first, second = json.loads(csl_json.write([with_row(said=BETWEEN), with_row(said=open_ended)]))

    assert first["event-date"] == {"date-parts": [[2022, 12, 5], [2023, 3, 2]]}
    assert second["event-date"] == {"literal": "by 2 Mar 2023"}


@pytest.mark.parametrize("kind", ArticleKind)
def test_every_kind_of_source_has_a_type_that_csl_knows(kind: ArticleKind) -> None:
    (item,) = json.loads(csl_json.write([with_article(kind=kind)]))

    assert item["type"] in CSL_TYPES


@given(hostile)
def test_csl_json_holds_any_text(text: str) -> None:
    (item,) = json.loads(csl_json.write([full_of(text)]))

    assert set(item) <= CSL_NAMES
    assert item["title"] == clean_line(f"t{text}")
    assert clean_line(f"w{text}") in item["note"]


# BibTeX


def entries(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Kind, key and fields of each entry: what stands between braces that balance."""
    found = []
    place = 0
    while (head := re.compile(r"@(\w+)\{([a-z0-9-]+),").search(text, place)) is not None:
        place = head.end()
        fields: dict[str, str] = {}
        while (name := re.compile(r"\s*(\w+) = ").match(text, place)) is not None:
            start = place = name.end()
            depth = 0
            while depth or text[place] not in ",\n":
                depth += {"{": 1, "}": -1}.get(text[place], 0)
                assert depth >= 0
                place += 1
            fields[name[1]] = text[start:place]
            place += text[place] == ","
        assert text[place : place + 2] == "\n}"
        found.append((head[1], head[2], fields))
    return found


def printed(value: str) -> str:
    """What TeX prints of a field."""
    value = value[2:-2] if value.startswith("{{") else value[1:-1]
    for command, character in (
        (r"\textbraceleft{}", "\0l"),
        (r"\textbraceright{}", "\0r"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
        (r"\textbackslash{}", "\0b"),
    ):
        value = value.replace(command, character)
    value = re.sub(r"\\([#$%&_])", r"\1", value)
    assert not set("\\{}") & set(value)
    return value.replace("\0l", "{").replace("\0r", "}").replace("\0b", "\\")


def test_bibtex_names_paper_author_and_date() -> None:
    ((kind, key, fields),) = entries(bibtex.write([denied()]))

    assert (kind, key) == ("article", "ames-2022-182t30")
    assert fields["author"] == "{{Ana Reis}}"
    assert fields["journal"] == "{Harbour Post}"
    assert (fields["date"], fields["year"], fields["month"]) == ("{2023-03-02}", "{2023}", "mar")
    assert fields["url"] == "{https://harbour.example/bridge}"
    assert fields["urldate"] == "{2023-03-14}"
    assert "later denied" in fields["note"]


def test_what_is_no_article_is_a_misc_entry() -> None:
    ((kind, _, fields),) = entries(bibtex.write([with_article(kind=ArticleKind.VIDEO)]))

    assert kind == "misc"
    assert fields["howpublished"] == "{Harbour Post}"


def test_the_letters_of_every_script_stay() -> None:
    ((_, key, fields),) = entries(bibtex.write([with_row(speaker_name="Андрей Волков")]))

    assert key == "2022-182t30"
    assert "Андрей Волков" in fields["note"]


@given(hostile)
def test_no_text_breaks_out_of_a_bibtex_field(text: str) -> None:
    two = [full_of(text), full_of(text)]

    found = entries(bibtex.write(two))

    assert [key for _, key, _ in found] == citation_keys(two)
    for _, _, fields in found:
        assert printed(fields["title"]) == clean_line(f"t{text}")
        assert clean_line(f"w{text}") in printed(fields["note"])


# Markdown


def test_markdown_links_the_title_to_the_quote() -> None:
    assert markdown.write([denied()]) == (
        "**Ruth Ames**, Harbour Master, Port of Ely, 5 Dec 2022 (as printed: “On 5 December”): "
        "“the bridge opens in spring” — Ana Reis, [Bridge stays shut]"
        "(<https://harbour.example/bridge#:~:text=Ames%20said%20%E2%80%9C-,the%20bridge%20opens"
        "%20in%20spring,-%E2%80%9D.%20She%20added>), *Harbour Post*, 2 Mar 2023 "
        "(captured 14 Mar 2023 09:30 UTC, characters 58–84). "
        "**Status: later denied (not said which), between 5 Dec 2022 and 2 Mar 2023.**"
    )


def test_several_are_a_list() -> None:
    lines = markdown.write([CITATION, denied()]).splitlines()

    assert len(lines) == 2
    assert all(line.startswith("- **Ruth Ames**") for line in lines)


@given(hostile)
def test_escaped_text_means_nothing_in_markdown(text: str) -> None:
    escaped = markdown.escape(clean_line(text))

    assert re.sub(r"\\([\\`*_\[\]<>&~|#$:.@])", r"\1", escaped) == clean_line(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>&~|#$@]", escaped)


@given(hostile)
def test_no_text_breaks_out_of_the_line_or_the_link(text: str) -> None:
    entry = markdown.write([full_of(text)])

    assert "\n" not in entry
    assert len(re.findall(r"\]\(<https://a\.example/[^<>\s]*>\)", entry)) == 1


@given(hostile)
def test_a_reader_of_markdown_sees_the_words_as_they_are(text: str) -> None:
    citation = full_of(text)
    fields = fields_of(citation)

    paragraph, inline, end = MarkdownIt("commonmark").parse(markdown.write([citation]))

    assert (paragraph.type, end.type) == ("paragraph_open", "paragraph_close")
    tokens = inline.children or []
    opened = [token.type for token in tokens if token.nesting == 1]
    assert opened == [
        "strong_open",
        "link_open",
        *["em_open"][: bool(fields.outlet)],
        "strong_open",
    ]
    assert {token.type for token in tokens if token.nesting == 0} <= {"text", "text_special"}
    seen = "".join(token.content for token in tokens)
    assert seen.startswith(fields.speaker)
    assert f": {fields.wording} " in seen
    assert fields.title in seen
    assert seen.endswith(f"Status: {fields.status}.")


# Keys


def test_one_statement_cited_twice_has_two_keys() -> None:
    keys = citation_keys([CITATION, CITATION, CITATION])

    assert len(set(keys)) == 3
    assert keys[0] == "ames-2022-182t30"
