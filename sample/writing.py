"""Write a story into a database: one unit of work for its speakers, two for each article."""

from sqlmodel import col, select

from quotetrack.actions.articles import add_article
from quotetrack.actions.choices import ExistingSpeaker
from quotetrack.actions.rows import write_date
from quotetrack.actions.tagging import tag_statement
from quotetrack.actions.wording import Place, context_of
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.tables import (
    Anchoring,
    Article,
    Event,
    Quote,
    Role,
    Snapshot,
    SnapshotText,
    Speaker,
    SpeakerName,
    Statement,
)
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import (
    AnchorState,
    Attribution,
    DateBasis,
    EventType,
    Form,
    NameKind,
    Precision,
    Provenance,
    Workflow,
)
from quotetrack.store.database import Database
from quotetrack.store.unit import Unit
from sample.desk import ATTRIBUTIONS, UNREAD, WORKFLOWS
from sample.roles import RoleBook
from sample.stories import Rendering, Story, StoryArticle, StoryEvent, StorySpeaker
from sample.utterances import Utterance, utterances_of

SOURCE = "sample"
"""The `external_source` of every statement of a story; its `external_id` is the utterance."""


class StoryWriter:
    """Writes stories, and knows afterwards which row each name and utterance has become."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._roles = RoleBook()
        self.speakers: dict[str, int] = {}
        self.articles: dict[str, int] = {}
        self.statements: dict[str, int] = {}
        self.quotes: dict[tuple[str, str], int] = {}
        """The first quote of each utterance in each article."""
        self._quotes_by_outlet: dict[tuple[str, str], int] = {}

    def write(self, story: Story) -> None:
        """Write the whole story but its contradictions, which are the desk's to judge."""
        with self._database.unit("add_speaker", "Recorded the speakers of a story") as unit:
            for speaker in story.speakers:
                self._write_speaker(unit, speaker)
        utterances = utterances_of(story)
        for article in story.articles:
            self._write_article(article)
            self._write_renderings(article, utterances)
        for article in story.articles:
            for event in article.events:
                self._write_event(article, event, utterances[event.about])

    def _write_speaker(self, unit: Unit, speaker: StorySpeaker) -> None:
        row = Speaker(id=unit.new_id(), name=speaker.name, kind=speaker.kind.value)
        unit.add(row)
        unit.session.flush()
        self.speakers[speaker.name] = row.id
        unit.add(
            SpeakerName(
                id=unit.new_id(),
                speaker_id=row.id,
                name=speaker.name,
                kind=NameKind.CANONICAL.value,
                folded=fold_name(speaker.name),
            )
        )
        for spelling in speaker.spellings:
            unit.add(
                SpeakerName(
                    id=unit.new_id(),
                    speaker_id=row.id,
                    name=spelling.name,
                    kind=spelling.kind.value,
                    script=spelling.script,
                    language=spelling.language,
                    folded=fold_name(spelling.name),
                )
            )
        for role in speaker.roles:
            role_row = Role(
                id=unit.new_id(),
                speaker_id=row.id,
                title=role.title,
                organisation=role.organisation,
                kind=role.kind.value,
                attested_on=role.attested_on[0],
                basis=role.basis.value,
            )
            unit.add(role_row)
            self._roles.add(speaker.name, role_row.id, role.attested_on)
        unit.session.flush()

    def _write_article(self, article: StoryArticle) -> None:
        published = UncertainDate(
            article.published, article.published, Precision.DAY, basis=DateBasis.STATED
        )
        self.articles[article.id] = add_article(
            self._database,
            article.text,
            title=article.title,
            outlet=article.outlet,
            url=article.url,
            published=published,
            byline=article.byline,
            provenance=Provenance.SECONDARY,
            language="en",
        )

    def _write_renderings(self, article: StoryArticle, utterances: dict[str, Utterance]) -> None:
        summary = f"Took the statements from “{article.title}”"
        with self._database.unit("add_statement", summary) as unit:
            row = unit.get(Article, self.articles[article.id])
            if article.updated is not None:
                row.updated_at, row.updated_precision = article.updated, Precision.DAY.value
                unit.add(row)
            text_id = _text_of(unit, row.id)
            for rendering in article.renderings:
                if rendering.utterance not in self.statements:
                    workflow = WORKFLOWS[article.id]
                    self._write_statement(unit, utterances[rendering.utterance], workflow)
                self._write_quote(unit, article, text_id, rendering)

    def _write_statement(self, unit: Unit, utterance: Utterance, workflow: Workflow) -> None:
        row = Statement(
            id=unit.new_id(),
            speaker_id=self.speakers[utterance.speaker],
            role_id=self._roles.role_near(utterance.speaker, utterance.said),
            text=utterance.text,
            language="en",
            workflow=Workflow.UNREAD if utterance.id in UNREAD else workflow,
            external_source=SOURCE,
            external_id=utterance.id,
        )
        write_date(row, "said", utterance.said)
        unit.add(row)
        unit.session.flush()
        self.statements[utterance.id] = row.id

    def _write_quote(
        self, unit: Unit, article: StoryArticle, text_id: int, rendering: Rendering
    ) -> None:
        before, after = context_of(article.text, Place(rendering.start, rendering.end))
        teller = _teller(article, rendering)
        quote = Quote(
            id=unit.new_id(),
            statement_id=self.statements[rendering.utterance],
            article_id=self.articles[article.id],
            snapshot_text_id=text_id,
            start=rendering.start,
            end=rendering.end,
            exact=rendering.text,
            prefix=before,
            suffix=after,
            form=rendering.form.value,
            mention=rendering.mention,
            cue=rendering.cue,
            chain=teller,
            attribution=_attribution(rendering, teller).value,
            language="en",
        )
        unit.add(quote)
        unit.session.flush()
        self.quotes.setdefault((rendering.utterance, article.id), quote.id)
        self._quotes_by_outlet.setdefault((rendering.utterance, article.outlet), quote.id)
        unit.add(
            Anchoring(
                id=unit.new_id(),
                quote_id=quote.id,
                snapshot_text_id=text_id,
                state=AnchorState.EXACT.value,
                start=rendering.start,
                end=rendering.end,
                score=1.0,
                at=unit.now,
            )
        )

    def _write_event(self, article: StoryArticle, event: StoryEvent, utterance: Utterance) -> None:
        """A bare denial by the speaker goes through the action that links it as well.

        Denials with words of their own are statements, and the desk judges that pair instead.
        """
        actor = self.speakers[event.actor]
        if event.type is EventType.DENIED_UNSPECIFIED and event.actor == utterance.speaker:
            tag_statement(
                self._database,
                self.statements[event.about],
                event.type,
                actor=ExistingSpeaker(actor),
                happened=event.happened,
                article_id=self.articles[article.id],
                evidence=event.evidence,
                characterised_by=event.characterised_by,
                note=event.note,
            )
            return
        summary = f"Recorded what became of “{utterance.text}”"
        with self._database.unit("tag_statement", summary) as unit:
            row = Event(
                id=unit.new_id(),
                statement_id=self.statements[event.about],
                quote_id=self._quote_corrected(article, event),
                type=event.type.value,
                actor_id=actor,
                evidence_article_id=self.articles[article.id],
                evidence_snapshot_text_id=_text_of(unit, self.articles[article.id]),
                evidence_start=event.start,
                evidence_end=event.end,
                evidence_exact=event.evidence,
                characterised_by=event.characterised_by,
                note=event.note,
            )
            write_date(row, "happened", event.happened)
            unit.add(row)

    def _quote_corrected(self, article: StoryArticle, event: StoryEvent) -> int | None:
        """The quote that a publisher's correction is about: the one in that outlet's own article.

        Where the outlet's article is not in the story, it is the rendering that tells of it.
        """
        if event.type is not EventType.PUBLISHER_CORRECTED:
            return None
        own = self._quotes_by_outlet.get((event.about, event.actor))
        return own or self.quotes[event.about, article.id]


def _teller(article: StoryArticle, rendering: Rendering) -> str | None:
    """Through whose words the article has these: the speaker of the rendering around them."""
    for outer in article.renderings:
        around = outer.start <= rendering.start and rendering.end <= outer.end
        if around and outer.speaker != rendering.speaker:
            return outer.speaker
    return None


def _attribution(rendering: Rendering, teller: str | None) -> Attribution:
    """Words in quote marks are taken as said, a reporter's own as probably so, hearsay as open."""
    if rendering.utterance in ATTRIBUTIONS:
        return ATTRIBUTIONS[rendering.utterance]
    if teller is not None:
        return Attribution.UNVERIFIED
    return Attribution.CONFIRMED if rendering.form is Form.VERBATIM else Attribution.PROBABLE


def _text_of(unit: Unit, article_id: int) -> int:
    query = (
        select(SnapshotText.id)
        .join(Snapshot, col(Snapshot.id) == col(SnapshotText.snapshot_id))
        .where(col(Snapshot.article_id) == article_id)
    )
    return unit.session.exec(query).one()
