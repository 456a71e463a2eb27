"""How many independent sources a statement has, and why the others are not."""

import random

from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.independence import judge_independence, lone_source
from quotetrack.domain.source_records import Independence, Publication, Reliance, Rendering

ARTICLES = st.integers(1, 6)
OUTLETS = st.sampled_from([None, "The Echo", "the echo", "Rádio Ribeira", "The Mirror", "Dispatch"])
LANGUAGES = st.sampled_from([None, "pt", "en"])

renderings = st.lists(
    st.builds(
        Rendering,
        st.integers(1, 1000),
        st.none() | ARTICLES,
        st.sampled_from([None, "Radio Ribeira", "The Echo", "a colleague"]),
        LANGUAGES,
        LANGUAGES,
    ),
    max_size=7,
    unique_by=lambda each: each.quote,
)
publications = st.fixed_dictionaries(
    {
        number: st.builds(
            Publication,
            st.just(number),
            st.none() | st.just(f"Title {number}"),
            OUTLETS,
            st.sampled_from([None, "a", "b", "c", "d"]),
        )
        for number in range(1, 8)
    }
).map(lambda found: list(found.values()))
reliances = st.lists(
    st.builds(Reliance, ARTICLES, ARTICLES).filter(lambda each: each.article != each.on), max_size=6
)


def rendering(number: int, chain: str | None = None, **known: str) -> Rendering:
    return Rendering(number, number, chain, known.get("language"), known.get("translated_from"))


def article(number: int, outlet: str | None, text: str | None = "") -> Publication:
    digest = f"text {number}" if text == "" else text
    return Publication(number, f"Title {number}", outlet, digest)


def reasons(found: Independence) -> list[str]:
    return [reason for group in found.groups for reason in group.reasons]


def test_two_papers_with_texts_of_their_own_are_two() -> None:
    found = judge_independence(
        [rendering(1), rendering(2)], [article(1, "The Echo"), article(2, "The Mirror")], ()
    )
    assert (found.sources, found.independent) == (2, 2)
    assert [group.quotes for group in found.groups] == [(1,), (2,)]
    assert reasons(found) == []


def test_two_pieces_of_one_article_are_one_source() -> None:
    first = rendering(1)
    found = judge_independence([first, first._replace(quote=2)], [article(1, "The Echo")], ())
    assert (found.sources, found.independent) == (1, 1)
    assert found.groups[0].quotes == (1, 2)


def test_one_outlet_is_one_voice_however_it_is_spelled() -> None:
    found = judge_independence(
        [rendering(1), rendering(2)], [article(1, "Rádio Ribeira"), article(2, "radio ribeira")], ()
    )
    assert found.independent == 1
    assert reasons(found) == ["same outlet: Rádio Ribeira"]


def test_one_text_in_two_papers_is_one_voice() -> None:
    found = judge_independence(
        [rendering(1), rendering(2)],
        [article(1, "The Echo", "agency"), article(2, "The Mirror", "agency")],
        (),
    )
    assert found.independent == 1
    assert reasons(found) == ["same text: The Echo, The Mirror"]


def test_a_translation_that_names_its_source_adds_nothing() -> None:
    found = judge_independence(
        [
            rendering(1, language="pt"),
            rendering(2, "Radio Ribeira", language="en", translated_from="pt"),
        ],
        [article(1, "Rádio Ribeira"), article(2, "The Echo")],
        [Reliance(2, 1)],
    )
    assert (found.sources, found.independent) == (2, 1)
    assert reasons(found) == ["The Echo takes it from and translates Rádio Ribeira"]


def test_two_who_have_it_from_one_colleague_are_one() -> None:
    found = judge_independence(
        [rendering(1, "Ana Reis"), rendering(2, "Ana Reis")],
        [article(1, "The Echo"), article(2, "The Mirror")],
        (),
    )
    assert found.independent == 1
    assert reasons(found) == [
        "The Echo takes it from Ana Reis",
        "The Mirror takes it from Ana Reis",
    ]


def test_two_that_rely_on_an_article_without_the_quote_are_one() -> None:
    found = judge_independence(
        [rendering(1), rendering(2)],
        [article(1, "The Echo"), article(2, "The Mirror"), article(3, "The Wire")],
        [Reliance(1, 3), Reliance(2, 3)],
    )
    assert (found.sources, found.independent) == (2, 1)


def test_who_gathers_two_reports_does_not_make_them_one() -> None:
    found = judge_independence(
        [rendering(1), rendering(2), rendering(3)],
        [article(1, "The Echo"), article(2, "The Mirror"), article(3, "The Digest")],
        [Reliance(3, 1), Reliance(3, 2)],
    )
    assert (found.sources, found.independent) == (3, 2)
    (group,) = found.groups
    assert group.independent == 2


def test_two_that_rely_on_each_other_are_one() -> None:
    found = judge_independence(
        [rendering(1), rendering(2)],
        [article(1, "The Echo"), article(2, "The Mirror")],
        [Reliance(1, 2), Reliance(2, 1)],
    )
    assert found.independent == 1


def test_what_is_not_known_of_a_source_is_said_and_not_counted() -> None:
    found = judge_independence(
        [rendering(1), rendering(2), rendering(3), Rendering(4, None, None, None, None)],
        [article(1, "The Echo"), article(2, None), article(3, "The Mirror", None)],
        (),
    )
    assert (found.sources, found.independent) == (4, 1)
    assert reasons(found) == [
        "“Title 2”, outlet not recorded: not counted by itself",
        "The Mirror, text not stored: not counted by itself",
        "no article recorded: not counted by itself",
    ]


def test_a_lone_source_is_one_whatever_is_known_of_it() -> None:
    found = judge_independence([rendering(1)], [article(1, None, None)], ())
    assert (found.sources, found.independent) == (1, 1)
    assert reasons(found) == []
    assert judge_independence((), (), ()) == Independence(0, 0, ())


def test_the_short_way_for_a_lone_source_says_what_the_rule_says() -> None:
    pieces = [Rendering(2, 1, None, "en", None), Rendering(1, 1, None, "en", None)]
    assert lone_source(pieces) == judge_independence(pieces, [article(1, "The Echo")], ())


@given(renderings, publications, reliances, st.randoms())
def test_the_order_of_entry_into_the_rule_does_not_matter(
    quotes: list[Rendering],
    articles: list[Publication],
    pairs: list[Reliance],
    chance: random.Random,
) -> None:
    expected = judge_independence(quotes, articles, pairs)
    for rows in (quotes, articles, pairs):
        chance.shuffle(rows)
    assert judge_independence(quotes, articles, pairs) == expected


@given(renderings, publications, reliances)
def test_there_are_never_more_independent_sources_than_sources(
    quotes: list[Rendering], articles: list[Publication], pairs: list[Reliance]
) -> None:
    found = judge_independence(quotes, articles, pairs)
    assert min(found.sources, 1) <= found.independent <= found.sources
    assert sorted(quote for group in found.groups for quote in group.quotes) == sorted(
        each.quote for each in quotes
    )
    counted = sum(group.independent for group in found.groups)
    assert found.independent == max(counted, min(found.sources, 1))


@given(renderings, publications, reliances, ARTICLES)
def test_a_source_that_relies_on_another_never_raises_the_number(
    quotes: list[Rendering], articles: list[Publication], pairs: list[Reliance], on: int
) -> None:
    known = [each for each in quotes if each.article is not None]
    before = judge_independence(known, articles, pairs)
    if not any(each.article == on for each in known):
        return
    added = Rendering(2000, 7, None, None, None)
    after = judge_independence([*known, added], articles, [*pairs, Reliance(7, on)])
    assert after.independent <= before.independent


@given(renderings, publications, reliances, ARTICLES, ARTICLES)
def test_a_further_reliance_among_sources_never_raises_the_number(
    quotes: list[Rendering],
    articles: list[Publication],
    pairs: list[Reliance],
    article_id: int,
    on: int,
) -> None:
    quoting = {each.article for each in quotes}
    if article_id == on or not {article_id, on} <= quoting:
        return
    before = judge_independence(quotes, articles, pairs)
    after = judge_independence(quotes, articles, [*pairs, Reliance(article_id, on)])
    assert after.independent <= before.independent
