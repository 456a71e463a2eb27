"""Adding a statement: who said what and when, anchored in the stored text of its source."""

from typing import TYPE_CHECKING

from quotetrack.actions.anchoring import anchor_in, refuse_known_place, write_quote
from quotetrack.actions.choices import ExistingSpeaker as ExistingSpeaker
from quotetrack.actions.choices import NewSpeaker as NewSpeaker
from quotetrack.actions.choices import SpeakerChoice as SpeakerChoice
from quotetrack.actions.rows import (
    choose,
    day_of,
    optional_line,
    required_line,
    write_date,
)
from quotetrack.actions.wording import strip_marks
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.errors import Refused, UsageError
from quotetrack.domain.role_basis import role_basis
from quotetrack.domain.text import clean_text, shorten
from quotetrack.domain.vocabulary import Form
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article
    from quotetrack.store.unit import Unit


def add_statement(
    database: Database,
    *,
    text: str,
    speaker: SpeakerChoice,
    article_id: int | None,
    said: UncertainDate,
    form: Form | None = None,
    mention: str | None = None,
    cue: str | None = None,
    on_behalf_of: SpeakerChoice | None = None,
    role: str | None = None,
    organisation: str | None = None,
    venue: str | None = None,
    unanchored: bool = False,
    start: int | None = None,
    end: int | None = None,
    note: str | None = None,
    language: str | None = None,
    capture_id: int | None = None,
) -> int:
    """Record a statement with its first quote.

    Args:
        text: the wording; white space and curly or straight marks may differ from the source.
        article_id: the source; None where there is none.
        form: how the source renders the words; None: judged by its quote marks.
        mention: the speaker as the source names him.
        cue: the words that introduce the quote ("said", "according to").
        role: the speaker's title then, as this source gives it.
        unanchored: keep a wording that the source's text does not hold.
        start: which place of the wording is meant, in code points into the stored text.
        end: offset behind it; with `start`, `text` is what stands there and is not looked for.
        capture_id: the line of the inbox that is worked up by it.

    Returns:
        The new statement's id.

    Raises:
        UsageError: the text is empty, or an organisation is given without a role.
        Refused: the wording is not in the source, is recorded already, or the speaker would be
            speaking on behalf of himself.
        Ambiguous: the wording stands in the source several times, and `start` says not which.
        NotFound: there is no such article or speaker.
    """
    wording = clean_text(text).strip()
    if not wording:
        raise UsageError("The statement has no words. Type what was said.")
    if optional_line(organisation) and not optional_line(role):
        raise UsageError("An organisation needs a role in it: give the title as well.")
    with database.unit("add_statement") as unit:
        from quotetrack.domain.tables import Article, Note, Speaker, Statement

        speaker_id = choose(unit, speaker)
        represented = choose(unit, on_behalf_of) if on_behalf_of is not None else None
        if represented == speaker_id:
            raise Refused(
                "Nobody speaks on behalf of himself. The spokesperson named is one speaker, "
                "whoever he speaks for another."
            )
        article = unit.get(Article, article_id) if article_id is not None else None
        anchor = None
        if article is not None:
            anchor = anchor_in(unit, article.id, text, start, end, unanchored)
        if article is not None and anchor is not None:
            refuse_known_place(unit, speaker_id, anchor)
        role_id = None
        if optional_line(role):
            role_id = role_then(unit, speaker_id, role, organisation, said, article)
        best = required_line(anchor.exact if anchor else strip_marks(wording), "The statement")
        statement = Statement(
            id=unit.new_id(),
            speaker_id=speaker_id,
            on_behalf_of_id=represented,
            role_id=role_id,
            text=best,
            venue=optional_line(venue),
            language=optional_line(language),
        )
        write_date(statement, "said", said)
        name = unit.get(Speaker, speaker_id).name
        unit.summary = f"Added a statement of {name}: “{shorten(best, 60)}”"
        unit.add(statement)
        write_quote(
            unit,
            statement.id,
            article_id,
            anchor,
            wording,
            form,
            mention=optional_line(mention),
            cue=optional_line(cue),
            language=statement.language,
        )
        if note is not None and clean_text(note).strip():
            unit.add(
                Note(
                    id=unit.new_id(),
                    statement_id=statement.id,
                    text=clean_text(note).strip(),
                    author=unit.user,
                    at=unit.now,
                )
            )
        if capture_id is not None:
            from quotetrack.actions.capturing import finish_capture

            finish_capture(unit, capture_id, statement.id, article_id)
        return statement.id


def role_then(
    unit: "Unit",
    speaker_id: int,
    role: str | None,
    organisation: str | None,
    said: UncertainDate,
    article: "Article | None",
) -> int:
    """The id of the role that the speaker held when it was said, as a source gives it."""
    from quotetrack.actions.speakers import attest_role

    published = article.published_at[:10] if article and article.published_at else None
    spoken = day_of(said)
    return attest_role(
        unit,
        speaker_id,
        required_line(role, "The role"),
        organisation,
        attested_on=spoken or published,
        basis=role_basis(spoken, published),
        article_id=article.id if article else None,
    )
