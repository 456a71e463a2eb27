"""Write what the desk did: decisions, links, notes, tags, a call, an interview, its inbox."""

from collections.abc import Iterable

from sqlmodel import col, select

from quotetrack.actions.articles import add_article
from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker
from quotetrack.actions.linking import Decision, decide_contradiction, link_statements
from quotetrack.actions.rows import latest_text
from quotetrack.actions.statements import add_statement
from quotetrack.actions.wording import Place, context_of
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.tables import (
    Anchoring,
    ArticleReliance,
    Capture,
    Note,
    Quote,
    Statement,
    StatementTag,
    Tag,
)
from quotetrack.domain.text import fold_name, shorten
from quotetrack.domain.vocabulary import (
    AnchorState,
    AttributionBasis,
    Basis,
    DateBasis,
    Form,
    LinkState,
    Precision,
    Provenance,
    Relation,
    Visibility,
)
from quotetrack.store.database import Database
from quotetrack.store.unit import Unit
from sample import abroad, desk
from sample.stories import Story
from sample.writing import StoryWriter

_DECISIONS = {
    LinkState.CONFIRMED: Decision.CONFIRMED,
    LinkState.DISMISSED: Decision.DISMISSED,
    LinkState.NEEDS_MORE: Decision.NEEDS_MORE,
}


class DeskWork:
    """The desk's own rows about statements that a writer has written."""

    def __init__(self, database: Database, writer: StoryWriter) -> None:
        self._database = database
        self._writer = writer

    def do(self, stories: Iterable[Story]) -> None:
        """Everything the desk has done so far."""
        for story in stories:
            for pair in story.contradictions:
                judgement = desk.JUDGEMENTS[pair.earlier, pair.later]
                self._suggest_and_decide(pair.earlier, pair.later, pair.basis, judgement)
        self._suggest_and_decide(*desk.FALSE_ALARM, Basis.DATE, desk.FALSE_ALARM_JUDGEMENT)
        for link in desk.PLAIN_LINKS:
            link_statements(
                self._database,
                self._writer.statements[link.later],
                self._writer.statements[link.earlier],
                link.relation,
                reasons=link.reasons,
            )
        self._write_notes()
        self._write_tags()
        self._write_off_record_call()
        self._write_interview()
        self._jot()

    def _suggest_and_decide(
        self, earlier: str, later: str, basis: Basis, judgement: desk.Judgement
    ) -> None:
        link_id = link_statements(
            self._database,
            self._writer.statements[later],
            self._writer.statements[earlier],
            Relation.CONTRADICTS,
            basis=basis,
            state=LinkState.SUGGESTED,
            reasons=judgement.reasons,
            score=judgement.score,
        )
        if judgement.state is not LinkState.SUGGESTED:
            decide_contradiction(self._database, link_id, _DECISIONS[judgement.state])

    def _write_notes(self) -> None:
        for note in desk.NOTES:
            with self._database.unit("add_note", "Noted something about a statement") as unit:
                unit.add(
                    Note(
                        id=unit.new_id(),
                        statement_id=self._writer.statements[note.about],
                        text=note.text,
                        author=unit.user,
                        at=unit.now,
                    )
                )

    def _write_tags(self) -> None:
        for name, utterances in desk.TAGS.items():
            with self._database.unit("add_tag", f"Labelled statements “{name}”") as unit:
                tag = Tag(id=unit.new_id(), name=name, folded=fold_name(name))
                unit.add(tag)
                unit.session.flush()
                for utterance in utterances:
                    unit.add(
                        StatementTag(
                            id=unit.new_id(),
                            statement_id=self._writer.statements[utterance],
                            tag_id=tag.id,
                        )
                    )

    def _write_off_record_call(self) -> None:
        """One remark that no search, list or count may show."""
        call = desk.OFF_RECORD_CALL
        statement_id = add_statement(
            self._database,
            text=call.words,
            speaker=ExistingSpeaker(self._writer.speakers[call.speaker]),
            article_id=None,
            said=UncertainDate(call.day, call.day, Precision.DAY, basis=DateBasis.ENTERED),
            note=call.note,
        )
        with self._database.unit("hide_statement", "Took a statement off the record") as unit:
            statement = unit.get(Statement, statement_id)
            statement.visibility = Visibility.OFF_RECORD.value
            unit.add(statement)
            query = select(Quote).where(col(Quote.statement_id) == statement_id)
            quote = unit.session.exec(query).one()
            quote.attribution_basis = AttributionBasis.OFF_RECORD.value
            unit.add(quote)

    def _write_interview(self) -> None:
        """One statement with its original and a translation that relies on it."""
        original, translation = (
            add_article(
                self._database,
                piece.text,
                title=piece.title,
                outlet=piece.outlet,
                url=piece.url,
                published=_day(piece.published, DateBasis.STATED),
                byline=piece.byline,
                provenance=Provenance.PRIMARY if piece is abroad.ORIGINAL else Provenance.SECONDARY,
                language=piece.language,
            )
            for piece in (abroad.ORIGINAL, abroad.TRANSLATION)
        )
        statement_id = add_statement(
            self._database,
            text=abroad.ORIGINAL.quoted,
            speaker=NewSpeaker(abroad.SPEAKER),
            article_id=original,
            said=_day(abroad.SAID, DateBasis.RELATIVE),
            cue="disse",
            mention=abroad.SPEAKER,
            language=abroad.ORIGINAL.language,
        )
        with self._database.unit("add_quote", "Added the translation of a statement") as unit:
            self._write_translation(unit, statement_id, translation)
            unit.add(
                ArticleReliance(
                    id=unit.new_id(),
                    article_id=translation,
                    relies_on_id=original,
                    note="quotes the radio and names it",
                )
            )

    def _write_translation(self, unit: Unit, statement_id: int, article_id: int) -> None:
        piece = abroad.TRANSLATION
        start = piece.text.index(piece.quoted)
        place = Place(start, start + len(piece.quoted))
        before, after = context_of(piece.text, place)
        stored = latest_text(unit, article_id)
        assert stored is not None
        quote = Quote(
            id=unit.new_id(),
            statement_id=statement_id,
            article_id=article_id,
            snapshot_text_id=stored.id,
            start=place.start,
            end=place.end,
            exact=piece.quoted,
            prefix=before,
            suffix=after,
            form=Form.VERBATIM.value,
            mention="the forward",
            cue="said",
            chain=abroad.ORIGINAL.outlet,
            language=piece.language,
            translated_from=abroad.ORIGINAL.language,
            translated_by=piece.outlet,
        )
        unit.add(quote)
        unit.add(
            Anchoring(
                id=unit.new_id(),
                quote_id=quote.id,
                snapshot_text_id=stored.id,
                state=AnchorState.EXACT.value,
                start=place.start,
                end=place.end,
                at=unit.now,
            )
        )

    def _jot(self) -> None:
        for line in abroad.JOTTED:
            with self._database.unit("jot", f"Jotted down “{shorten(line.text, 60)}”") as unit:
                unit.add(
                    Capture(
                        id=unit.new_id(),
                        text=line.text,
                        url=line.url,
                        author=unit.user,
                        at=unit.now,
                    )
                )


def _day(day: str, basis: DateBasis) -> UncertainDate:
    return UncertainDate(day, day, Precision.DAY, basis=basis)
