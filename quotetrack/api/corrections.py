"""What a Desk corrects: statements, their sources, and who is one speaker and who are two."""

from collections.abc import Iterable

from quotetrack.actions.choices import NewSpeaker
from quotetrack.api import arguments
from quotetrack.api.arguments import ADate, AnArticle, AQuote, ASpeaker, AStatement
from quotetrack.api.statements import StatementDesk
from quotetrack.domain.records import SpeakerRecord, StatementRecord
from quotetrack.domain.vocabulary import Form, RoleBasis, RoleKind, Workflow


class CorrectingDesk(StatementDesk):
    """An open database, as far as what was recorded is put right."""

    def edit_statement(
        self,
        statement: AStatement,
        *,
        text: str | None = None,
        speaker: ASpeaker | NewSpeaker | None = None,
        said: ADate | None = None,
        role: str | None = None,
        organisation: str | None = None,
        venue: str | None = None,
        language: str | None = None,
        workflow: Workflow | str | None = None,
    ) -> StatementRecord:
        """Change what is named; None leaves it as it is. Quotes keep the words of their sources.

        Contradictions that would then be between two speakers become "in tension".

        Raises:
            Refused: the dates would contradict what is recorded.
            DateNotUnderstood: the date cannot be read without guessing.
        """
        from quotetrack.actions.editing import KEEP, StatementChanges, TypedRole, edit_statement

        with self._database.reader() as reader:
            identifier = arguments.statement_id(reader, statement)
            changes = StatementChanges(
                text=KEEP if text is None else text,
                speaker=KEEP if speaker is None else arguments.speaker_choice(reader, speaker),
                said=KEEP if said is None else arguments.read_date(reader, said),
                role=KEEP if role is None else TypedRole(role, organisation),
                venue=KEEP if venue is None else venue,
                language=KEEP if language is None else language,
                workflow=KEEP if workflow is None else arguments.member(Workflow, workflow),
            )
        edit_statement(self._database, identifier, changes)
        return self.statement(identifier)

    def remove_statement(self, statement: AStatement) -> None:
        """Remove a statement entered by mistake, with everything that hangs on it.

        Raises:
            NotFound: there is no such statement.
        """
        from quotetrack.actions.removing import remove_statement

        with self._database.reader() as reader:
            identifier = arguments.statement_id(reader, statement)
        remove_statement(self._database, identifier)

    def add_quote(
        self,
        statement: AStatement,
        text: str,
        *,
        article: AnArticle | None = None,
        form: Form | str | None = None,
        start: int | None = None,
        unanchored: bool = False,
        mention: str | None = None,
        cue: str | None = None,
        chain: str | None = None,
        language: str | None = None,
        translated_from: str | None = None,
        translated_by: str | None = None,
    ) -> StatementRecord:
        """Record how another source renders a statement.

        Args:
            text: the wording as that source prints it.
            chain: through whom the source has it, as it says.

        Raises:
            Refused: the wording is not in the source, or recorded from it already.
            Ambiguous: it stands there several times, and `start` says not which.
        """
        from quotetrack.actions.quoting import QuoteFacts, add_quote

        with self._database.reader() as reader:
            identifier = arguments.statement_id(reader, statement)
            source = None if article is None else arguments.article_id(reader, article)
        add_quote(
            self._database,
            identifier,
            text=text,
            article_id=source,
            facts=QuoteFacts(
                mention=mention,
                cue=cue,
                chain=chain,
                language=language,
                translated_from=translated_from,
                translated_by=translated_by,
            ),
            form=None if form is None else arguments.member(Form, form),
            start=start,
            unanchored=unanchored or source is None,
        )
        return self.statement(identifier)

    def remove_quote(self, quote: AQuote) -> None:
        """Remove a quote entered by mistake.

        Raises:
            Refused: it is the only one of its statement, or something rests on it.
        """
        from quotetrack.actions.quoting import remove_quote

        with self._database.reader() as reader:
            identifier = arguments.quote_id(reader, quote)
        remove_quote(self._database, identifier)

    def relies_on(self, article: AnArticle, other: AnArticle, *, note: str | None = None) -> None:
        """Record that an article takes its report from another: the two are no two sources.

        Raises:
            Refused: the two are one article.
        """
        from quotetrack.actions.reliance import set_reliance

        with self._database.reader() as reader:
            pair = arguments.article_id(reader, article), arguments.article_id(reader, other)
        set_reliance(self._database, *pair, note=note)

    def merge_speakers(self, kept: ASpeaker, other: ASpeaker) -> SpeakerRecord:
        """Make two records of one speaker one: everything of the other goes to the one kept.

        Raises:
            Refused: both are the same speaker.
        """
        from quotetrack.actions.speaker_merging import merge_speakers

        with self._database.reader() as reader:
            pair = arguments.speaker_id(reader, kept), arguments.speaker_id(reader, other)
        merge_speakers(self._database, *pair)
        return self.speaker(pair[0])

    def split_speaker(
        self, speaker: ASpeaker, to: ASpeaker | NewSpeaker, statements: Iterable[AStatement]
    ) -> SpeakerRecord:
        """Give statements of one speaker to another, who may be new; gives the other.

        Contradictions between the two become "in tension".

        Raises:
            Refused: the other is the same speaker.
            NotFound: a statement is not this speaker's.
        """
        from quotetrack.actions.speaker_splitting import split_speaker

        with self._database.reader() as reader:
            identifier = arguments.speaker_id(reader, speaker)
            other = arguments.speaker_choice(reader, to)
            ids = [arguments.statement_id(reader, each) for each in statements]
        return self.speaker(split_speaker(self._database, identifier, other, statement_ids=ids))

    def add_role(
        self,
        speaker: ASpeaker,
        title: str,
        *,
        organisation: str | None = None,
        kind: RoleKind | str = RoleKind.OFFICE,
        basis: RoleBasis | str = RoleBasis.RECORDED_THEN,
        attested_on: str | None = None,
        held_from: str | None = None,
        held_to: str | None = None,
        article: AnArticle | None = None,
    ) -> SpeakerRecord:
        """Record a role as a source attests it; days are ISO 8601.

        Raises:
            Refused: it is recorded already.
            UsageError: a day is none, or the role would end before it begins.
        """
        from quotetrack.actions.speaker_roles import RoleDetails, add_role

        with self._database.reader() as reader:
            identifier = arguments.speaker_id(reader, speaker)
            source = None if article is None else arguments.article_id(reader, article)
        details = RoleDetails(
            title,
            organisation,
            arguments.member(RoleKind, kind),
            arguments.member(RoleBasis, basis),
            attested_on,
            held_from,
            held_to,
            source,
        )
        add_role(self._database, identifier, details)
        return self.speaker(identifier)
