"""Several sources of one statement: recording another one, correcting one, removing one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotetrack.actions.anchoring import anchor_in, refuse_known_place, write_quote
from quotetrack.actions.rows import optional_line, quoted_identifier, required_line
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.text import clean_line, clean_text, shorten
from quotetrack.domain.vocabulary import Attribution, AttributionBasis, Form, Visibility
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Quote, Statement
    from quotetrack.store.unit import Unit


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """What a source says around the words.

    Attributes:
        mention: the speaker as the source names him.
        cue: the words that introduce the quote ("said", "according to").
        chain: through whom the source has the words, as it says: an outlet or a person.
        language: the language of the words, as a tag such as "pt".
        translated_from: the language of the words that these translate.
        translated_by: who translated them.
    """

    mention: str | None = None
    cue: str | None = None
    chain: str | None = None
    language: str | None = None
    translated_from: str | None = None
    translated_by: str | None = None


def add_quote(
    database: Database,
    statement_id: int,
    *,
    text: str,
    article_id: int | None,
    facts: QuoteFacts = QuoteFacts(),
    form: Form | None = None,
    start: int | None = None,
    end: int | None = None,
    unanchored: bool = False,
) -> int:
    """Record how another source renders a statement.

    Args:
        text: the wording as that source prints it; white space and marks may differ.
        article_id: the source; None where it is not recorded.
        form: how the source renders the words; None: judged by its quote marks.
        start: which place of the wording is meant, in code points into the stored text.
        end: offset behind it; with `start`, `text` is what stands there and is not looked for.
        unanchored: keep a wording that the source's text does not hold.

    Returns:
        The new quote's id.

    Raises:
        UsageError: the wording is empty, or the languages make no translation.
        Refused: the wording is not in the source, or this source is recorded with it already.
        Ambiguous: the wording stands in the source several times, and `start` says not which.
        NotFound: there is no such statement or article.
    """
    wording = clean_text(text).strip()
    if not wording:
        raise UsageError("The quote has no words. Type what this source prints.")
    with database.unit("add_quote") as unit:
        from quotetrack.domain.tables import Article, Statement

        statement = unit.get(Statement, statement_id)
        article = unit.get(Article, article_id) if article_id is not None else None
        columns = _columns(facts, article.language if article else None)
        anchor = None
        if article is not None:
            anchor = anchor_in(unit, article.id, text, start, end, unanchored)
        words = required_line(anchor.exact if anchor else wording, "The quote")
        _refuse_twice(unit, statement, article_id, words)
        if anchor is not None:
            refuse_known_place(unit, statement.speaker_id, anchor)
        unit.summary = f"Added a source of “{shorten(statement.text, 50)}”: “{shorten(words, 40)}”"
        return write_quote(unit, statement_id, article_id, anchor, wording, form, **columns).id


def edit_quote(
    database: Database,
    quote_id: int,
    *,
    facts: QuoteFacts,
    form: Form | None = None,
    attribution: Attribution | None = None,
    basis: AttributionBasis | None = None,
    best: bool = False,
) -> None:
    """Correct what is said around a quote; its words stay as the source has them.

    A statement all of whose quotes were given off the record is hidden, and shown again when one
    of them was not.

    Args:
        facts: all of them, as they shall be.
        form: how the source renders the words; None leaves it.
        attribution: how far it is established that the speaker said so; None leaves it.
        basis: on what terms the words were given; None leaves it.
        best: make these words the wording by which the statement is known.

    Raises:
        UsageError: the languages make no translation.
        NotFound: there is no such quote.
    """
    with database.unit("edit_quote") as unit:
        from quotetrack.domain.tables import Quote, Statement

        quote = unit.get(Quote, quote_id)
        for name, value in _columns(facts, None).items():
            setattr(quote, name, value)
        if form is not None:
            quote.form = form.value
        if attribution is not None:
            quote.attribution = attribution.value
        if basis is not None:
            quote.attribution_basis = basis.value
            _hide_or_show(unit, quote.statement_id)
        unit.summary = f"Changed the quote “{shorten(quote.exact, 60)}”"
        if best:
            statement = unit.get(Statement, quote.statement_id)
            statement.text = required_line(quote.exact, "The wording")
            unit.summary = f"Made “{shorten(quote.exact, 60)}” the best wording"


def _hide_or_show(unit: "Unit", statement_id: int) -> None:
    """Hide a statement known only from what was said off the record, and no other."""
    from sqlmodel import col, select

    from quotetrack.domain.tables import Quote, Statement

    bases = unit.session.exec(
        select(Quote.attribution_basis).where(col(Quote.statement_id) == statement_id)
    ).all()
    hidden = all(basis == AttributionBasis.OFF_RECORD for basis in bases)
    statement = unit.get(Statement, statement_id)
    statement.visibility = (Visibility.OFF_RECORD if hidden else Visibility.OPEN).value


def remove_quote(database: Database, quote_id: int) -> None:
    """Take away a quote that was entered by mistake, with the checks of its place.

    The wording of the statement becomes that of the first quote left, if it was this one's.

    Raises:
        Refused: it is the statement's only one, or something rests on it.
        NotFound: there is no such quote.
    """
    with database.unit("remove_quote") as unit:
        from sqlmodel import col, select

        from quotetrack.domain.tables import Anchoring, Quote, Statement

        quote = unit.get(Quote, quote_id)
        others = unit.session.exec(
            select(Quote)
            .where(col(Quote.statement_id) == quote.statement_id, col(Quote.id) != quote_id)
            .order_by(col(Quote.id))
        ).all()
        if not others:
            raise Refused(
                "This is the statement's only source. Record the right one first, then remove "
                "this one."
            )
        _refuse_rested_on(unit, quote)
        unit.summary = f"Removed the quote “{shorten(quote.exact, 60)}”"
        for check in unit.session.exec(
            select(Anchoring).where(col(Anchoring.quote_id) == quote_id)
        ).all():
            unit.delete(check)
        statement = unit.get(Statement, quote.statement_id)
        if clean_line(statement.text) == clean_line(quote.exact):
            statement.text = required_line(others[0].exact, "The wording")
        if all(each.attribution_basis == AttributionBasis.OFF_RECORD for each in others):
            statement.visibility = Visibility.OFF_RECORD.value
        unit.delete(quote)


def _columns(facts: QuoteFacts, article_language: str | None) -> dict[str, str | None]:
    """The columns of a quote, each as one clean line.

    Raises:
        UsageError: a translator without a language, or a translation into the same language.
    """
    language = _language(facts.language) or article_language
    origin = _language(facts.translated_from)
    translator = optional_line(facts.translated_by)
    if translator is not None and origin is None:
        raise UsageError(f"From which language did {translator} translate? Give it too.")
    if origin is not None and origin == language:
        raise UsageError(
            f"A translation from {origin} into {origin} is none. Correct one of the languages."
        )
    return {
        "mention": optional_line(facts.mention),
        "cue": optional_line(facts.cue),
        "chain": optional_line(facts.chain),
        "language": language,
        "translated_from": origin,
        "translated_by": translator,
    }


def _language(typed: str | None) -> str | None:
    """A language as it is compared: in small letters."""
    line = optional_line(typed)
    return line.lower() if line else None


def _refuse_twice(unit: "Unit", statement: "Statement", article_id: int | None, words: str) -> None:
    from sqlmodel import col, select

    from quotetrack.domain.tables import Quote

    query = select(Quote).where(
        col(Quote.statement_id) == statement.id, col(Quote.article_id) == article_id
    )
    for quote in unit.session.exec(query).all():
        if clean_line(quote.exact) == words:
            raise Refused(
                f"This source is recorded with these words already, as quote "
                f"{quoted_identifier(quote.id)}. One article is one source, however often it "
                "prints them."
            )


def _refuse_rested_on(unit: "Unit", quote: "Quote") -> None:
    from sqlmodel import col, or_, select

    from quotetrack.domain.tables import Event, Evidence

    events = select(Event.id).where(
        or_(col(Event.quote_id) == quote.id, col(Event.evidence_quote_id) == quote.id)
    )
    evidence = select(Evidence.id).where(col(Evidence.quote_id) == quote.id)
    if unit.session.exec(events).first() or unit.session.exec(evidence).first():
        raise Refused("Something rests on this quote as its evidence. It cannot be removed.")
