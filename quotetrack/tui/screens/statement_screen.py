"""The base of every screen with a statement under the cursor: all that one does to it."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from quotetrack.actions.registry import STATEMENT
from quotetrack.domain.records import NoteRecord, SpeakerRecord, StatementRecord
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import EventType
from quotetrack.tui import statement_reading
from quotetrack.tui.addresses import open_address, read_address
from quotetrack.tui.bindings import bindings_for
from quotetrack.tui.citing import copy, read_citation
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading

if TYPE_CHECKING:
    from quotetrack.domain.desk_records import Selection, Subject
    from quotetrack.store.database import Reader
    from quotetrack.tui.app import QuotetrackApp

Read = TypeVar("Read")


class StatementScreen(Screen[None]):
    """A subclass says which statement is meant; the actions on it are the same everywhere."""

    SCOPES: ClassVar[tuple[str, ...]] = (STATEMENT,)
    """The scopes of the registry whose keys work here."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(STATEMENT)

    @property
    def host(self) -> "QuotetrackApp":
        """The app."""
        return cast("QuotetrackApp", self.app)

    @property
    def statement_here(self) -> int | None:
        """The id of the statement under the cursor."""
        raise NotImplementedError

    @property
    def statements_here(self) -> list[int]:
        """The ids of the marked statements, else of the one under the cursor."""
        here = self.statement_here
        return [] if here is None else [here]

    @property
    def quote_here(self) -> int | None:
        """The id of the quote under the cursor, where quotes are shown one by one."""
        return None

    @property
    def record_at_hand(self) -> StatementRecord | None:
        """A statement that the screen has read already, whichever it is."""
        return None

    @property
    def speaker_here(self) -> int | None:
        """The id of the speaker who is meant: of the list in focus, or of the statement."""
        raise NotImplementedError

    @property
    def subject_here(self) -> "Subject | None":
        """The speaker or article that a note is meant for; None where it is the statement."""
        return None

    def with_record(self, use: Callable[[StatementRecord], None]) -> None:
        """Call `use` with the statement under the cursor, read first where it is not at hand."""
        here = self.statement_here
        record = self.record_at_hand
        if here is None:
            self.notify("There is no statement under the cursor.", markup=False)
        elif record is not None and record.row.id == here:
            use(record)
        else:
            self._ask(partial(statement_reading.read_statement, here), use)

    def with_speaker(self, use: Callable[[SpeakerRecord], None]) -> None:
        """Call `use` with the speaker who is meant."""
        here = self.speaker_here
        if here is None:
            self.notify("There is no speaker under the cursor.", markup=False)
        else:
            self._ask(partial(statement_reading.read_speaker, here), use)

    def with_statements(
        self,
        read: "Callable[[Reader, list[int]], Read]",
        use: Callable[[Read], None],
    ) -> None:
        """Read something of the marked statements, else of the one under the cursor; use it."""
        here = self.statements_here
        if here:
            self._ask(lambda reader: read(reader, here), use)
        else:
            self.notify("There is no statement under the cursor.", markup=False)

    @cached_property
    def _asking(self) -> BackgroundReading:
        return BackgroundReading(self, database_of(self), "ask")

    def _ask(self, read: "Callable[[Reader], Read]", use: Callable[[Read], None]) -> None:
        self._asking.start(read, use, self.host.tell)

    # Actions of the registry

    def action_tag_statement(self) -> None:
        """Record what became of the statements."""
        self._tag(None)

    def action_tag_retracted(self) -> None:
        """Record that they were taken back."""
        self._tag(EventType.RETRACTED)

    def action_tag_denied(self) -> None:
        """Record a denial; the form asks which of the three."""
        self._tag(EventType.DENIED_UNSPECIFIED)

    def _tag(self, event_type: EventType | None) -> None:
        if self.statements_here == [self.statement_here]:
            self.with_record(lambda record: self.host.doors.tag(record, event_type))
        else:
            self.with_statements(
                statement_reading.read_selection,
                lambda selection: self.host.doors.tag_many(selection, event_type),
            )

    def action_link_statements(self) -> None:
        """Relate the statement to another."""
        self.with_record(self.host.doors.link)

    def action_add_quote(self) -> None:
        """Record another source of the statement under the cursor."""
        self.with_record(self.host.doors.add_source)

    def action_edit_quote(self) -> None:
        """Correct what is recorded of a source of the statement."""
        quote = self.quote_here
        self.with_record(lambda record: self.host.doors.edit_quote(record, quote))

    def action_remove_quote(self) -> None:
        """Take away a source of the statement that was entered by mistake."""
        quote = self.quote_here
        self.with_record(lambda record: self.host.doors.remove_quote(record, quote))

    def action_edit_statement(self) -> None:
        """Change what is recorded of the statement under the cursor."""
        self._with_one(statement_reading.read_editable, self.host.doors.edit_statement)

    def action_remove_statement(self) -> None:
        """Remove the statement under the cursor, after a look at what hangs on it."""
        self._with_one(statement_reading.read_removal, self.host.doors.remove_statement)

    def _with_one(self, read: "Callable[[int, Reader], Read]", use: Callable[[Read], None]) -> None:
        here = self.statement_here
        if here is None:
            self.notify("There is no statement under the cursor.", markup=False)
        else:
            self._ask(partial(read, here), use)

    def action_label_statements(self) -> None:
        """Put labels on the statements, and take them off."""
        self.with_statements(
            statement_reading.read_labels, lambda found: self.host.doors.label(*found)
        )

    def action_add_note(self) -> None:
        """Write a note on the statements, or on what the focused pane shows; change one's own."""
        subject = self.subject_here
        if subject is None:
            self.with_statements(statement_reading.read_notes, self._note)
            return

        def open_note(found: "tuple[str, Sequence[NoteRecord]]") -> None:
            title, notes = found
            self.host.doors.note(Content.styled(clean_line(title), "bold"), [subject], notes)

        self._ask(partial(statement_reading.read_notes_on, subject), open_note)

    def _note(self, found: "tuple[Selection, Sequence[NoteRecord]]") -> None:
        from quotetrack.domain.desk_records import Subject
        from quotetrack.tui.dialogs.lead import lead

        selection, notes = found
        subjects = [Subject("statement", each) for each in selection.ids]
        self.host.doors.note(lead(selection), subjects, notes)

    def action_edit_speaker(self) -> None:
        """Change the name, the kind and the spellings of the speaker who is meant."""
        self.with_speaker(self.host.doors.edit_speaker)

    def action_merge_speakers(self) -> None:
        """Make one of the speaker who is meant and another."""
        self.with_speaker(self.host.doors.merge_speakers)

    def action_edit_roles(self) -> None:
        """Add, change or remove a role of the speaker who is meant."""
        self.with_speaker(self.host.doors.roles)

    def action_split_speaker(self) -> None:
        """Give what another said to that one; marked statements are meant already."""
        speaker, chosen = self.speaker_here, self.statements_here
        if speaker is None:
            self.notify("There is no speaker under the cursor.", markup=False)
        else:
            self._ask(
                partial(statement_reading.read_splitting, speaker, chosen),
                self.host.doors.split_speaker,
            )

    def action_show_speaker(self) -> None:
        """Show the speaker who is meant."""
        here = self.speaker_here
        if here is None:
            self.notify("There is no speaker under the cursor.", markup=False)
        else:
            self.host.doors.speaker(here)

    def action_copy_citation(self) -> None:
        """Copy a citation of the statements, in the desk's own format."""
        style = self.host.configuration.citation
        read = partial(read_citation, style=style, quote_id=self.quote_here)
        self.with_statements(read, partial(copy, self.app))

    def action_cite_as(self) -> None:
        """Choose the format and the source of a citation, see it, and copy it."""
        quote = self.quote_here
        self.with_statements(lambda _, here: here, lambda here: self.host.doors.cite(here, quote))

    def action_open_source(self) -> None:
        """Open the source of the statement under the cursor at the quote."""
        here = self.statement_here
        if here is None:
            self.notify("There is no statement under the cursor.", markup=False)
        else:
            read = partial(read_address, here, self.quote_here)
            self._ask(read, partial(open_address, self.app))

    def action_row_history(self) -> None:
        """Who changed the statement and what belongs to it."""
        here = self.statement_here
        if here is None:
            self.notify("There is no statement under the cursor.", markup=False)
        else:
            self.host.doors.row_history("statement", here)

    def action_show_article(self) -> None:
        """Read the article of the statement's first source, at the quote."""
        self.with_record(self._open_source)

    def _open_source(self, record: StatementRecord) -> None:
        for quote in record.quotes:
            if quote.article is not None:
                self.host.doors.article(quote.article.id, quote.start)
                return
        self.notify("No source of this statement is recorded.", markup=False)
