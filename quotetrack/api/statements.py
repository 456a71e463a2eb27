"""What a Desk does to statements: recording, tagging, linking, deciding, labelling."""

from collections.abc import Iterable

from quotetrack.actions.choices import NewSpeaker
from quotetrack.actions.labels import LabelResult
from quotetrack.actions.linking import Decision
from quotetrack.api import arguments
from quotetrack.api.arguments import (
    ACapture,
    ADate,
    AnArticle,
    APair,
    AQuote,
    ASpeaker,
    AStatement,
)
from quotetrack.api.reading import ReadingDesk
from quotetrack.domain.records import ContradictionRecord, LinkRecord, StatementRecord
from quotetrack.domain.vocabulary import Basis, EventType, Form, Relation


class StatementDesk(ReadingDesk):
    """An open database, as far as statements are read and changed."""

    def add_statement(
        self,
        text: str,
        *,
        speaker: ASpeaker | NewSpeaker,
        said: ADate,
        article: AnArticle | None = None,
        role: str | None = None,
        organisation: str | None = None,
        on_behalf_of: ASpeaker | NewSpeaker | None = None,
        form: Form | str | None = None,
        mention: str | None = None,
        cue: str | None = None,
        venue: str | None = None,
        language: str | None = None,
        start: int | None = None,
        unanchored: bool = False,
        note: str | None = None,
        capture: ACapture | None = None,
    ) -> StatementRecord:
        """Record a statement with its first quote, anchored in the stored text of its source.

        Args:
            text: the wording as the source has it.
            speaker: a NewSpeaker("Name") is recorded in the same step.
            said: when; a weekday or "yesterday" looks back from the article's publication.
            article: the source; None where there is none.
            role: the speaker's title then, as this source gives it.
            form: how the source renders the words; None: judged by its quote marks.
            mention: the speaker as the source names him.
            cue: the words that introduce the quote.
            start: which place of the wording is meant, in code points into the stored text.
            unanchored: keep a wording that the source's text does not hold.
            capture: the line of the inbox that is worked up by it.

        Raises:
            UsageError: the text is empty, or an organisation is given without a role.
            DateNotUnderstood: the date cannot be read without guessing.
            Refused: the wording is not in the source or recorded already; nobody is called so.
            Ambiguous: the wording stands there several times; several speakers are called so.
        """
        from quotetrack.actions.statements import add_statement

        with self._database.reader() as reader:
            source = None if article is None else arguments.article_id(reader, article)
            moment = arguments.read_date(reader, said, source)
            who = arguments.speaker_choice(reader, speaker)
            principal = None
            if on_behalf_of is not None:
                principal = arguments.speaker_choice(reader, on_behalf_of)
            capture_id = None if capture is None else arguments.capture_id(reader, capture)
        statement_id = add_statement(
            self._database,
            text=text,
            speaker=who,
            article_id=source,
            said=moment,
            form=None if form is None else arguments.member(Form, form),
            mention=mention,
            cue=cue,
            on_behalf_of=principal,
            role=role,
            organisation=organisation,
            venue=venue,
            unanchored=unanchored,
            start=start,
            note=note,
            language=language,
            capture_id=capture_id,
        )
        return self.statement(statement_id)

    def tag(
        self,
        statement: AStatement,
        event_type: EventType | str,
        *,
        date: ADate,
        source: AnArticle | None,
        evidence: str | None = None,
        actor: ASpeaker | NewSpeaker | None = None,
        for_the_speaker: bool = False,
        characterised_by: str | None = None,
        quote: AQuote | None = None,
        note: str | None = None,
    ) -> StatementRecord:
        """Record what became of a statement; a denial is linked to it in the same step.

        Args:
            event_type: "retracted", "denied_unspecified" and the like.
            date: when; "not recorded" is an answer.
            source: the article that says so; None: not recorded.
            evidence: the words that show it.
            actor: who did it; None: the speaker.
            for_the_speaker: the actor is another, who spoke for the statement's speaker.
            quote: the quote that a publisher corrected or withdrew, where there are several.

        Raises:
            Refused: the act cannot be this actor's, or it would lie before the statement.
            Ambiguous: the evidence stands in the article several times, or the quote is not clear.
        """
        from quotetrack.actions.tagging import tag_statement

        with self._database.reader() as reader:
            statement_id = arguments.statement_id(reader, statement)
            article_id = None if source is None else arguments.article_id(reader, source)
            happened = arguments.read_date(reader, date, article_id)
            who = None if actor is None else arguments.speaker_choice(reader, actor)
            quote_id = None if quote is None else arguments.quote_id(reader, quote)
        tag_statement(
            self._database,
            statement_id,
            arguments.member(EventType, event_type),
            happened=happened,
            actor=who,
            for_the_speaker=for_the_speaker,
            article_id=article_id,
            evidence=evidence,
            characterised_by=characterised_by,
            note=note,
            quote_id=quote_id,
        )
        return self.statement(statement_id)

    def link(
        self,
        later: AStatement,
        earlier: AStatement,
        relation: Relation | str,
        *,
        basis: Basis | str | None = None,
        reasons: str | Iterable[str] = (),
    ) -> LinkRecord:
        """Relate a later statement to an earlier one.

        Raises:
            Refused: they are one statement, the earlier one is later in time, they are linked
                like this already, or a contradiction would be between two speakers.
        """
        from quotetrack.actions.linking import link_statements

        with self._database.reader() as reader:
            later_id = arguments.statement_id(reader, later)
            earlier_id = arguments.statement_id(reader, earlier)
        link_id = link_statements(
            self._database,
            later_id,
            earlier_id,
            arguments.member(Relation, relation),
            basis=None if basis is None else arguments.member(Basis, basis),
            reasons=arguments.listed(reasons),
        )
        return next(link for link in self.statement(later_id).links if link.id == link_id)

    def decide(self, pair: APair, decision: Decision | str) -> ContradictionRecord:
        """Decide on a contradiction: confirmed, dismissed, position_change or needs_more.

        Raises:
            Refused: the link is of another relation, or a denial would become a change of position.
        """
        from quotetrack.actions.linking import decide_contradiction

        with self._database.reader() as reader:
            link_id = arguments.link_id(reader, pair)
        decide_contradiction(self._database, link_id, arguments.member(Decision, decision))
        return self.contradiction(link_id)

    def label(
        self,
        *statements: AStatement,
        add: str | Iterable[str] = (),
        remove: str | Iterable[str] = (),
    ) -> LabelResult:
        """Put labels on statements and take others off, all in one step.

        Raises:
            UsageError: no label is named, or one is to come and to go.
            NotFound: a label to be removed or a statement is not there.
            Refused: these are more statements than one step may change.
        """
        from quotetrack.actions.labels import label_statements

        with self._database.reader() as reader:
            ids = [arguments.statement_id(reader, each) for each in statements]
        return label_statements(
            self._database, ids, add=arguments.listed(add), remove=arguments.listed(remove)
        )
