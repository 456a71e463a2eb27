"""Desk: an open database for scripts and notebooks; each change is a step that undo takes back."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from quotetrack.api import arguments
from quotetrack.api.arguments import ACapture, ADate, AnArticle, ANote, ASpeaker, AStatement
from quotetrack.api.corrections import CorrectingDesk
from quotetrack.domain.article_records import ArticleRecord
from quotetrack.domain.capture_records import CaptureRecord
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.import_records import ImportSummary
from quotetrack.domain.records import HistoryEntry, NoteRecord, SpeakerRecord
from quotetrack.domain.vocabulary import ArticleKind, Provenance, RoleKind, SpeakerKind


class Desk(CorrectingDesk):
    """An open database.

    Rows are named by id, by printed id (or its first characters) or by a record; speakers by any
    spelling too, articles by words of their title. Dates are typed as a person would:
    "5 Dec 2022", "early March", "not recorded". Values of enumerations may be given as strings.
    """

    def add_article(
        self,
        text: str,
        *,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        published: ADate = "not recorded",
        byline: str | None = None,
        kind: ArticleKind | str = ArticleKind.ARTICLE,
        provenance: Provenance | str = Provenance.UNKNOWN,
        language: str | None = None,
    ) -> ArticleRecord:
        """Store an article with a snapshot of exactly this text.

        Raises:
            UsageError: the text is empty, or a field cannot be taken as it is.
            Refused: this text is stored already, or it is too large.
        """
        from quotetrack.actions.articles import add_article

        with self._database.reader() as reader:
            moment = arguments.read_date(reader, published)
        article_id = add_article(
            self._database,
            text,
            title=title,
            outlet=outlet,
            url=url,
            published=moment,
            byline=byline,
            kind=arguments.member(ArticleKind, kind),
            provenance=arguments.member(Provenance, provenance),
            language=language,
        )
        return self.article(article_id)

    def edit_article(
        self,
        article: AnArticle,
        *,
        title: str | None = None,
        outlet: str | None = None,
        byline: str | None = None,
        url: str | None = None,
        account: str | None = None,
        language: str | None = None,
        published: ADate | None = None,
        updated: ADate | None = None,
        kind: ArticleKind | str | None = None,
        provenance: Provenance | str | None = None,
    ) -> ArticleRecord:
        """Change fields of an article's metadata; None leaves a field as it is, "" empties it.

        Raises:
            UsageError: an address is none, or a date is no one time.
            Refused: nothing would change.
        """
        from quotetrack.actions.article_editing import edit_article

        with self._database.reader() as reader:
            article_id = arguments.article_id(reader, article)
            moment = None if published is None else arguments.read_date(reader, published)
            changed = None if updated is None else arguments.read_date(reader, updated)
        edit_article(
            self._database,
            article_id,
            title=title,
            outlet=outlet,
            byline=byline,
            url=url,
            account=account,
            language=language,
            published=moment,
            updated=changed,
            kind=None if kind is None else arguments.member(ArticleKind, kind),
            provenance=None if provenance is None else arguments.member(Provenance, provenance),
        )
        return self.article(article_id)

    def add_speaker(
        self,
        name: str,
        *,
        kind: SpeakerKind | str = SpeakerKind.PERSON,
        spellings: str | Iterable[str] = (),
        role: str | None = None,
        organisation: str | None = None,
        role_kind: RoleKind | str = RoleKind.OFFICE,
        attested_on: str | None = None,
        namesake: bool = False,
    ) -> SpeakerRecord:
        """Record a speaker with other spellings and a role.

        Args:
            attested_on: the day (ISO 8601) on which a source shows the role.
            namesake: another speaker of exactly this name is meant to be kept apart.

        Raises:
            UsageError: the name is empty, or an organisation is given without a role.
            Refused: a speaker of this name is known, and `namesake` is not set.
        """
        from quotetrack.actions.speakers import add_speaker

        speaker_id = add_speaker(
            self._database,
            name,
            kind=arguments.member(SpeakerKind, kind),
            aliases=arguments.listed(spellings),
            role=role,
            organisation=organisation,
            role_kind=arguments.member(RoleKind, role_kind),
            attested_on=attested_on,
            namesake=namesake,
        )
        return self.speaker(speaker_id)

    def edit_speaker(
        self,
        speaker: ASpeaker,
        *,
        name: str | None = None,
        kind: SpeakerKind | str | None = None,
        add_spellings: str | Iterable[str] = (),
        remove_spellings: str | Iterable[str] = (),
    ) -> SpeakerRecord:
        """Change a speaker's name or kind, add or remove spellings.

        Raises:
            NotFound: he has no such spelling.
            Refused: nothing would change, or the name itself would be removed.
        """
        from quotetrack.actions.speakers import edit_speaker

        with self._database.reader() as reader:
            speaker_id = arguments.speaker_id(reader, speaker)
        edit_speaker(
            self._database,
            speaker_id,
            name=name,
            kind=None if kind is None else arguments.member(SpeakerKind, kind),
            add_aliases=arguments.listed(add_spellings),
            remove_aliases=arguments.listed(remove_spellings),
        )
        return self.speaker(speaker_id)

    def note(
        self,
        text: str,
        *statements: AStatement,
        speaker: ASpeaker | None = None,
        article: AnArticle | None = None,
    ) -> list[NoteRecord]:
        """Write the same note on each of these rows, all in one step.

        Raises:
            UsageError: the note is empty or too long, or nothing is named.
            Refused: these are more statements than one step may change.
        """
        from quotetrack.actions.notes import add_notes, list_notes

        with self._database.reader() as reader:
            subjects = [
                Subject("statement", arguments.statement_id(reader, each)) for each in statements
            ]
            if speaker is not None:
                subjects.append(Subject("speaker", arguments.speaker_id(reader, speaker)))
            if article is not None:
                subjects.append(Subject("article", arguments.article_id(reader, article)))
        written = set(add_notes(self._database, subjects, text))
        with self._database.reader() as reader:
            found = [note for subject in subjects for note in list_notes(reader, subject)]
        return [note for note in found if note.id in written]

    def edit_note(self, note: ANote, text: str) -> None:
        """Change the words of one's own note.

        Raises:
            Refused: somebody else wrote it.
        """
        from quotetrack.actions.notes import edit_note

        with self._database.reader() as reader:
            note_id = arguments.note_id(reader, note)
        edit_note(self._database, note_id, text)

    def remove_note(self, note: ANote) -> None:
        """Remove one's own note.

        Raises:
            Refused: somebody else wrote it.
        """
        from quotetrack.actions.notes import remove_note

        with self._database.reader() as reader:
            note_id = arguments.note_id(reader, note)
        remove_note(self._database, note_id)

    def jot(self, text: str, *, url: str | None = None) -> CaptureRecord:
        """Put one line into the inbox; an address in it is kept as its source.

        Raises:
            UsageError: there is neither a word nor an address, or the text is too long.
        """
        from quotetrack.actions.capturing import jot

        return self._capture(jot(self._database, text, url=url))

    def edit_capture(
        self, capture: ACapture, text: str, *, url: str | None = None
    ) -> CaptureRecord:
        """Change a line of the inbox and its address.

        Raises:
            Refused: it is recorded like that already.
        """
        from quotetrack.actions.capturing import edit_capture

        with self._database.reader() as reader:
            capture_id = arguments.capture_id(reader, capture)
        edit_capture(self._database, capture_id, text, url=url)
        return self._capture(capture_id)

    def discard_capture(self, capture: ACapture) -> CaptureRecord:
        """Take a line out of the inbox; it is kept among the discarded.

        Raises:
            Refused: it waits no longer.
        """
        from quotetrack.actions.capturing import discard_capture

        with self._database.reader() as reader:
            capture_id = arguments.capture_id(reader, capture)
        discard_capture(self._database, capture_id)
        return self._capture(capture_id)

    def import_file(
        self,
        path: Path | str,
        *,
        columns: Mapping[str, str | Iterable[str]] | None = None,
        values: Mapping[str, str] | None = None,
        speakers: Mapping[str, ASpeaker] | None = None,
        format: str | None = None,
        header: bool = True,
        delimiter: str | None = None,
        quotes: bool | None = None,
        encoding: str | None = None,
        tag_separator: str = ",",
        slugs: bool = False,
        day_first: bool | None = None,
        refused: Path | str | None = None,
        dry_run: bool = False,
    ) -> ImportSummary:
        """Take in a file of statements; the same file again adds nothing, a stopped one goes on.

        Args:
            columns: column of ours -> a column of the file, by header or number.
            values: column of ours -> what it holds where a row says nothing.
            speakers: name -> the speaker meant by it, where several are called so.
            refused: where rows go that cannot be taken; None: beside the file.
            dry_run: say what would happen, and write nothing.

        Raises:
            UsageError: the file cannot be read, or a column is missing.
            ImportStopped: Ctrl+C; what came in stays, and the same call goes on.
        """
        from quotetrack.actions.importing import import_file
        from quotetrack.exchange.importing.mapping import Mapping as FileMapping

        with self._database.reader() as reader:
            meant = {
                name: arguments.speaker_id(reader, each) for name, each in (speakers or {}).items()
            }
        mapping = FileMapping(
            columns={name: tuple(arguments.listed(each)) for name, each in (columns or {}).items()},
            values=dict(values or {}),
            format=format,
            header=header,
            delimiter=delimiter,
            quotes=quotes,
            encoding=encoding,
            tag_separator=tag_separator,
            slugs=slugs,
            day_first=day_first,
        )
        return import_file(
            self._database,
            Path(path),
            mapping,
            speakers=meant,
            refused=None if refused is None else Path(refused),
            dry_run=dry_run,
        )

    def undo(self) -> HistoryEntry:
        """Take back one's own last step that still stands; what was taken back is returned.

        Raises:
            UndoRefused: there is nothing to undo, or a row has been changed since.
        """
        from quotetrack.actions.trail import undo

        return undo(self._database)

    def backup(self, target: Path | str) -> Path:
        """Write a verified copy of the database to a new file.

        Raises:
            Refused: there is a file of this name already.
            DatabaseError: the copy could not be written or is not sound.
        """
        from quotetrack.actions.keeping import backup

        return backup(self._database, Path(target))

    def _capture(self, capture_id: int) -> CaptureRecord:
        from quotetrack.actions.capturing import show_capture

        with self._database.reader() as reader:
            return show_capture(reader, capture_id)
