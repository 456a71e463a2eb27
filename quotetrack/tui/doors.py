"""Opens the dialogs, each imported when it is first asked for."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.content import Content
    from textual.screen import ModalScreen

    from quotetrack.actions.days import Days
    from quotetrack.domain.article_records import ArticleRecord, Passage
    from quotetrack.domain.capture_records import CaptureRecord
    from quotetrack.domain.desk_records import (
        EditableStatement,
        LabelRecord,
        Removal,
        Selection,
        Subject,
    )
    from quotetrack.domain.place_records import Place
    from quotetrack.domain.records import HistoryEntry, NoteRecord, SpeakerRecord, StatementRecord
    from quotetrack.domain.speaker_records import Splitting
    from quotetrack.domain.vocabulary import EventType
    from quotetrack.tui.app import QuotetrackApp
    from quotetrack.tui.dialogs.database import Start
    from quotetrack.tui.search_history import SearchHistory


class Doors:
    """The dialogs of one app; a dialog that has written lets the app read again."""

    def __init__(self, app: "QuotetrackApp") -> None:
        self._app = app

    def tag(self, record: "StatementRecord", event_type: "EventType | None") -> None:
        """Record what became of a statement."""
        from quotetrack.tui.dialogs.tag import TagDialog

        self._write(TagDialog(record, event_type))

    def tag_many(self, selection: "Selection", event_type: "EventType | None") -> None:
        """Record the same of several statements."""
        from quotetrack.tui.dialogs.tag import TagDialog

        self._write(TagDialog(selection, event_type))

    def link(self, record: "StatementRecord") -> None:
        """Relate a statement to another."""
        from quotetrack.tui.dialogs.link import LinkDialog

        self._write(LinkDialog(record))

    def edit_statement(self, statement: "EditableStatement") -> None:
        """Change what is recorded of a statement."""
        from quotetrack.tui.dialogs.edit_statement import EditStatementDialog

        self._write(EditStatementDialog(statement))

    def remove_statement(self, removal: "Removal") -> None:
        """Remove a statement, after a look at what goes with it."""
        from quotetrack.tui.dialogs.remove_statement import removal_dialog

        self._write(removal_dialog(self._app.database, removal))

    def label(self, selection: "Selection", labels: "list[LabelRecord]") -> None:
        """Put labels on statements."""
        from quotetrack.tui.dialogs.label import LabelDialog

        self._write(LabelDialog(selection, labels))

    def note(
        self, heading: "Content", subjects: "Sequence[Subject]", notes: "Sequence[NoteRecord]"
    ) -> None:
        """Write a note on some rows, or change one of one's own that stand there."""
        from quotetrack.tui.dialogs.note import NoteDialog

        self._write(NoteDialog(heading, subjects, notes))

    def add_article(self, url: str | None = None) -> None:
        """Store an article's text; its address may be known already."""
        from quotetrack.tui.dialogs.add_article import AddArticleDialog

        self._write(AddArticleDialog(url))

    def add_statement(self, article_id: int | None = None) -> None:
        """Record a statement from a stored article, this one if one is named."""
        from quotetrack.tui.dialogs.add_statement import AddStatementDialog

        self._write(AddStatementDialog(article_id))

    def record_passage(
        self, article: "ArticleRecord", passage: "Passage", text: str, saved: "Callable[[], None]"
    ) -> None:
        """Record a passage of an article's text as a statement; `saved` comes before reading."""
        from quotetrack.tui.dialogs.record_passage import RecordPassageDialog, with_surroundings

        self._write(RecordPassageDialog(article, with_surroundings(passage, text)), saved)

    def add_source(self, record: "StatementRecord") -> None:
        """Record another source of a statement."""
        from quotetrack.tui.dialogs.add_quote import AddSourceDialog

        self._write(AddSourceDialog(record.row))

    def edit_quote(self, record: "StatementRecord", quote_id: int | None) -> None:
        """Correct what is recorded of a source of a statement."""
        from quotetrack.tui.dialogs.edit_quote import EditQuoteDialog

        self._write(EditQuoteDialog(record, quote_id))

    def remove_quote(self, record: "StatementRecord", quote_id: int | None) -> None:
        """Take away a source of a statement that was entered by mistake."""
        from quotetrack.tui.dialogs.edit_quote import RemoveQuoteDialog

        self._write(RemoveQuoteDialog(record, quote_id))

    def quote_passage(self, passage: "Passage", text: str, saved: "Callable[[], None]") -> None:
        """Record a passage as another source of a statement; `saved` comes before reading."""
        from quotetrack.tui.dialogs.add_quote import QuotePassageDialog
        from quotetrack.tui.dialogs.record_passage import with_surroundings

        self._write(QuotePassageDialog(with_surroundings(passage, text)), saved)

    def relies_on(self, article: "ArticleRecord") -> None:
        """Say from which article another takes its report."""
        from quotetrack.tui.dialogs.relies_on import ReliesOnDialog

        self._write(ReliesOnDialog(article))

    def add_speaker(self) -> None:
        """Record a speaker."""
        from quotetrack.tui.dialogs.speaker import SpeakerDialog

        self._write(SpeakerDialog(None))

    def edit_speaker(self, speaker: "SpeakerRecord") -> None:
        """Change a speaker."""
        from quotetrack.tui.dialogs.speaker import SpeakerDialog

        self._write(SpeakerDialog(speaker))

    def merge_speakers(self, speaker: "SpeakerRecord") -> None:
        """Make one speaker of two; screens of the one who goes show the one who stays."""
        from quotetrack.tui.dialogs.merge_speakers import Merged, MergeSpeakersDialog
        from quotetrack.tui.screens.speaker import SpeakerScreen

        def closed(merged: Merged | None) -> None:
            if merged is not None:
                for screen in self._app.screen_stack:
                    if isinstance(screen, SpeakerScreen):
                        screen.follow(merged.gone_id, merged.kept_id)
                self._app.database_changed()

        self._app.push_screen(MergeSpeakersDialog(speaker), closed)

    def split_speaker(self, splitting: "Splitting") -> None:
        """Give what another said to that one."""
        from quotetrack.tui.dialogs.split_speaker import SplitSpeakerDialog

        self._write(SplitSpeakerDialog(splitting))

    def roles(self, speaker: "SpeakerRecord") -> None:
        """Add, change or remove a role."""
        from quotetrack.tui.dialogs.roles import RolesDialog

        self._write(RolesDialog(speaker))

    def speaker(self, speaker_id: int) -> None:
        """Who a speaker is, and the timeline of all statements."""
        from quotetrack.tui.screens.speaker import SpeakerScreen

        self._app.push_screen(SpeakerScreen(self._app.database, speaker_id))

    def cite(self, statement_ids: list[int], quote_id: int | None = None) -> None:
        """Choose the format and the source of a citation."""
        from quotetrack.tui.dialogs.cite import CiteDialog

        style = self._app.configuration.citation
        self._app.push_screen(CiteDialog(statement_ids, style, quote_id))

    def edit_article(self, article: "ArticleRecord") -> None:
        """Correct what is known of an article."""
        from quotetrack.tui.dialogs.edit_article import EditArticleDialog

        self._write(EditArticleDialog(article))

    def recheck(self, article_id: int) -> None:
        """Fetch a source again, and look for its quotes."""
        from quotetrack.tui.rechecking import recheck

        recheck(self._app, article_id)

    def article(self, article_id: int, position: int | None = None) -> None:
        """Read an article, from a place in its text if one is given."""
        from quotetrack.tui.screens.article import ArticleScreen

        self._app.push_screen(ArticleScreen(article_id, position))

    def jot(self) -> None:
        """Put one line into the inbox."""
        from quotetrack.tui.dialogs.jot import JotDialog

        self._write(JotDialog())

    def edit_capture(self, capture: "CaptureRecord") -> None:
        """Change a line of the inbox."""
        from quotetrack.tui.dialogs.jot import EditCaptureDialog

        self._write(EditCaptureDialog(capture))

    def work_up(self, capture: "CaptureRecord") -> None:
        """Make a statement of a line of the inbox."""
        from quotetrack.tui.dialogs.work_up import WorkUpDialog

        self._write(WorkUpDialog(capture))

    def row_history(self, table: str, row_id: int) -> None:
        """What was done to one row and what belongs to it."""
        from quotetrack.tui.screens.history import HistoryScreen

        self._app.push_screen(HistoryScreen((table, row_id)))

    def undo_of_another(self, entry: "HistoryEntry") -> None:
        """Ask before what somebody else did is taken back."""
        from quotetrack.tui.dialogs.undo_of_another import UndoOfAnother

        self._write(UndoOfAnother(self._app.database, entry))

    def save_place(self) -> None:
        """Save where one is under a name."""
        from quotetrack.tui.dialogs.places import SavePlaceDialog
        from quotetrack.tui.places import place_of

        self._write(SavePlaceDialog(place_of(self._app)))

    def places(self) -> None:
        """Choose a saved place, and go there."""
        from quotetrack.tui.dialogs.places import PlacesDialog
        from quotetrack.tui.places import go_to

        async def chosen(place: "Place | None") -> None:
            if place is not None:
                await go_to(self._app, place)

        self._app.push_screen(PlacesDialog(), chosen)

    def go_to_date(self, go: "Callable[[Days], None]") -> None:
        """Type a date, and go to it."""
        from quotetrack.tui.dialogs.go_to_date import GoToDateDialog

        def closed(days: "Days | None") -> None:
            if days is not None:
                go(days)

        self._app.push_screen(GoToDateDialog(), closed)

    def save_search(self, search: str) -> None:
        """Save a search under a name."""
        from quotetrack.tui.dialogs.searches import SaveSearchDialog

        self._write(SaveSearchDialog(search))

    def searches(self, history: "SearchHistory", run: "Callable[[str], None]") -> None:
        """Choose a saved search, or one of the latest, and run it."""
        from quotetrack.tui.dialogs.searches import SearchesDialog

        def chosen(search: str | None) -> None:
            if search is not None:
                run(search)

        self._app.push_screen(SearchesDialog(history), chosen)

    def database(self, start: "Start") -> None:
        """Where the database is and what it holds; its check and its backup."""
        from quotetrack.tui.dialogs.database import DatabaseDialog

        self._app.push_screen(DatabaseDialog(start))

    def themes(self) -> None:
        """Choose a theme."""
        from quotetrack.tui.dialogs.themes import ThemePicker

        def chosen(name: str | None) -> None:
            if name is not None and self._app.session is not None:
                self._app.session.choose_theme(name)

        self._app.push_screen(ThemePicker(self._app.theme), chosen)

    def _write(self, dialog: "ModalScreen[Any]", saved: "Callable[[], None] | None" = None) -> None:
        def closed(result: object) -> None:
            if result is not None:
                if saved is not None:
                    saved()
                self._app.database_changed()

        self._app.push_screen(dialog, closed)
