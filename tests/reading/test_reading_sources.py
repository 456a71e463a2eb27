"""How the sources of a statement hang together, as it is read from the database."""

from quotetrack.domain.tables import Article, ArticleReliance, Outlet
from quotetrack.store.reading.statements import read_statement, read_statements
from tests.reading.desk import Desk


def add_article(desk: Desk, outlet: str, text: str) -> int:
    name = desk.add(Outlet, name=outlet, folded=outlet.casefold())
    article = desk.add(Article, title=f"In {outlet}", outlet_id=name)
    desk.snapshot_text(article, text)
    return article


def test_a_quote_knows_its_language_and_whom_it_has_the_words_from(desk: Desk) -> None:
    statement = desk.statement(desk.speaker("Ana Reis"), "Sim")
    desk.quote(
        statement,
        "Yes",
        chain="Rádio Ribeira",
        language="en",
        translated_from="pt",
        translated_by="The Echo",
    )
    (quote,) = read_statement(desk.connection, statement).quotes
    assert (quote.chain, quote.language) == ("Rádio Ribeira", "en")
    assert (quote.translated_from, quote.translated_by) == ("pt", "The Echo")


def test_one_text_in_two_papers_is_one_source(desk: Desk) -> None:
    statement = desk.statement(desk.speaker("Ana Reis"), "yes")
    for outlet in ("The Echo", "The Mirror"):
        desk.quote(statement, "yes", article_id=add_article(desk, outlet, "She said yes."))
    found = read_statement(desk.connection, statement).independence
    assert (found.sources, found.independent) == (2, 1)
    assert found.groups[0].reasons == ("same text: The Echo, The Mirror",)


def test_two_that_rely_on_one_report_at_a_remove_are_one_source(desk: Desk) -> None:
    statement = desk.statement(desk.speaker("Ana Reis"), "yes")
    echo, mirror, digest, wire = (
        add_article(desk, outlet, f"She said yes, wrote {outlet}.")
        for outlet in ("The Echo", "The Mirror", "The Digest", "The Wire")
    )
    for article in (echo, mirror):
        desk.quote(statement, "yes", article_id=article)
    assert read_statement(desk.connection, statement).independence.independent == 2
    for article, on in ((echo, wire), (mirror, digest), (digest, wire), (wire, digest)):
        desk.add(ArticleReliance, article_id=article, relies_on_id=on)
    assert read_statement(desk.connection, statement).independence.independent == 1


def test_many_statements_take_no_more_queries_than_one(desk: Desk) -> None:
    speaker = desk.speaker("Ana Reis")
    echo = add_article(desk, "The Echo", "She said yes.")
    mirror = add_article(desk, "The Mirror", "Yes, she said.")
    statements = [desk.statement(speaker, f"yes {number}") for number in range(5)]
    for statement in statements:
        for article in (echo, mirror):
            desk.quote(statement, "yes", article_id=article)

    def queries(wanted: list[int]) -> int:
        seen: list[str] = []
        desk.connection.set_trace_callback(seen.append)
        read_statements(desk.connection, wanted)
        desk.connection.set_trace_callback(None)
        return len(seen)

    assert queries(statements) == queries(statements[:1])
