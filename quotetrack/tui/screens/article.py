"""Article: its text with the quotes marked in it, and beside it what is known of it."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from quotetrack.actions.passages import bare
from quotetrack.actions.registry import ARTICLE, STATEMENT
from quotetrack.domain.article_records import ArticleQuote, ArticleRecord, Passage
from quotetrack.domain.desk_records import Subject
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.text import clean_line, shorten
from quotetrack.tui.addresses import open_recorded
from quotetrack.tui.bindings import bindings_for
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.screens.statement_screen import StatementScreen
from quotetrack.tui.speaker_letters import SpeakerLetters
from quotetrack.tui.widgets.article_facts import ArticleFacts
from quotetrack.tui.widgets.article_text import ArticleText
from quotetrack.tui.widgets.empty import READING, Line
from quotetrack.tui.widgets.facts import FORMS, stored_day
from quotetrack.tui.widgets.glyphs import status_sign
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from quotetrack.store.database import Reader

_NO_TEXT: tuple[Line, ...] = (
    (("No text of this article is stored", "heading"),),
    (),
    (("Its quotes cannot be shown in their place.", "default"),),
    (("tab", "accent"), ("  what is known of it, and its quotes", "default")),
)


class Read(NamedTuple):
    """What a worker has read: everything but the text, and the text where it is another one."""

    record: ArticleRecord
    text: str | None


class ArticleScreen(StatementScreen):
    """The text is the screen; on a narrow one the facts take its place when asked for."""

    SCOPES = (ARTICLE, STATEMENT)
    HELP: ClassVar[str] = ArticleText.HELP
    AUTO_FOCUS = "ArticleText"
    DEFAULT_CSS = """
    ArticleScreen {
        & #panes { height: 1fr; layout: horizontal; }
        & #reading { width: 1fr; }
        & ArticleText { height: 1fr; }
        & ArticleFacts { display: none; width: 1fr; height: 1fr; }
        &.-wide ArticleFacts { display: block; width: 48; }
        &.-narrow.-facts ArticleFacts { display: block; }
        &.-narrow.-facts #reading { display: none; }
        & ArticleText, & ArticleFacts {
            border: round $border-blurred; border-title-color: $quiet;
            border-subtitle-color: $quiet; background: $background;
            scrollbar-size-vertical: 1; overflow-x: hidden;
        }
        & ArticleText:focus, & ArticleFacts:focus {
            border: round $border; border-title-color: $primary; border-title-style: bold;
        }
        & #legend, & #here { width: 1fr; height: 1; padding: 0 2; color: $quiet;
                             text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(ARTICLE),
        Binding("escape", "leave", "Back", id="article_leave"),
        Binding("tab,shift+tab", "other_pane", "Facts", id="article_other_pane"),
    ]

    def __init__(self, article_id: int, position: int | None = None) -> None:
        super().__init__()
        self.article_id = article_id
        self._position = position
        self._record: ArticleRecord | None = None
        self._meant: object = None

    def compose(self) -> ComposeResult:
        """Bars at the edges, the legend, the text and the facts, and what is under the cursor."""
        yield HeaderBar()
        with Container(id="panes"):
            with Vertical(id="reading"):
                yield Static("", id="legend", markup=False)
                yield ArticleText(id="text")
                yield Static("", id="here", markup=False)
            facts = ArticleFacts(id="facts")
            facts.border_title = "About the article"
            yield facts
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the article."""
        self._article_reading = BackgroundReading(self, database_of(self), "article")
        self.text.say(READING)
        self.reload()

    @property
    def text(self) -> ArticleText:
        """The pane of the text."""
        return self.query_one(ArticleText)

    @property
    def facts(self) -> ArticleFacts:
        """The pane of everything else."""
        return self.query_one(ArticleFacts)

    @property
    def statement_here(self) -> int | None:
        """The statement of the quote under the cursor."""
        quote = self.text.quote
        return None if quote is None else quote.statement_id

    @property
    def speaker_here(self) -> int | None:
        """The speaker of the quote under the cursor."""
        quote = self.text.quote
        return None if quote is None else quote.speaker_id

    @property
    def subject_here(self) -> Subject | None:
        """The article, unless a quote is under the cursor of its text."""
        meant = self.facts.has_focus or self.text.quote is None
        return Subject("article", self.article_id) if meant else None

    @property
    def place(self) -> Place:
        """The article, and where in its text the cursor stands."""
        return Place("article", self.article_id, self.text.cursor)

    @property
    def quote_here(self) -> int | None:
        """The quote under the cursor."""
        quote = self.text.quote
        return None if quote is None else quote.id

    @property
    def selection_here(self) -> Passage | None:
        """What is selected, without white space and quotation marks around it."""
        text = self.text
        if text.selection is None:
            return None
        place = bare(text.text, text.selection)
        if place.start >= place.end:
            return None
        words = text.text[place.start : place.end]
        return Passage(self.article_id, place.start, place.end, words)

    def reload(self) -> None:
        """Read the article again; its text only where there is another one."""
        known = None if self._record is None else self._record.text_id
        self._article_reading.start(partial(_read, self.article_id, known), self._take, self._fail)

    def _take(self, read: Read) -> None:
        record = self._record = read.record
        summary = record.summary
        pane = self.text
        parts = [summary.title or "untitled", summary.outlet, stored_day(summary.published)]
        title = shorten(" · ".join(part for part in parts if part), 200)
        pane.border_title = Text(title)  # a plain string would be read as markup
        self.query_one("#legend", Static).update(self._legend(record))
        self.facts.show(record)
        if record.text_id is None:
            pane.say(_NO_TEXT)
            return
        text = pane.text if read.text is None else read.text
        pane.show(text, record.quotes, self._position)
        self._position = None

    def _fail(self, problem: QuotetrackError) -> None:
        if self._record is None:
            self.text.say(_failed(problem))
        else:
            self.host.tell(problem)

    def _legend(self, record: ArticleRecord) -> Content:
        """Which letter is which speaker, with the number of his quotes."""
        letters = SpeakerLetters(record.quotes)
        if not letters.names:
            return Content.styled("No quote is recorded from this article yet.", "$quiet")
        pieces: list[Content] = []
        for speaker, name in letters.names.items():
            tone = f"${letters.tone(speaker)}"
            pieces.append(
                Content.assemble(
                    (f"{letters.letter(speaker)} ", f"bold {tone}"),
                    (clean_line(name), tone),
                    (f" {letters.counts[speaker]}", "$quiet"),
                )
            )
        return Content("   ").join(pieces)

    @on(ArticleText.Moved)
    def _moved(self) -> None:
        text = self.text
        meant = (text.quote, text.selection, text.selecting, len(text.quotes))
        if meant != self._meant:
            self._meant = meant
            self.query_one("#here", Static).update(self._here(), layout=False)

    def _here(self) -> Content:
        """What is selected, or the quote under the cursor, in one line."""
        selected = self.text.selection
        if selected is not None:
            count = selected.end - selected.start
            return Content.assemble(
                (f"{count:,} characters selected", "bold $text"),
                " · n records them · space selects more · escape drops them",
            )
        if self.text.selecting:
            return Content.assemble(("Selecting", "bold $text"), " · move to select · v ends it")
        quote = self.text.quote
        return Content("") if quote is None else self._quote_words(quote)

    def _quote_words(self, quote: ArticleQuote) -> Content:
        sign = status_sign(quote.status, quote.status_event)
        place = self.text.quotes.index(quote) + 1
        said = describe_date(quote.said) if quote.said.known else "date not recorded"
        return Content.assemble(
            (f"{place}/{len(self.text.quotes)} ", "$quiet"),
            (clean_line(quote.speaker_name), "bold $text"),
            f" · {said} · ",
            (sign.words if sign.glyph == "·" else str(sign), f"${sign.tone}"),
            f" · {FORMS[quote.form]}",
        )

    def action_leave(self) -> None:
        """Drop the selection; else go from the facts to the text, else back."""
        if self.text.selection is not None or self.text.selecting:
            self.text.drop_selection()
        elif self.focused is self.facts:
            self.action_other_pane()
        else:
            self.dismiss()

    def action_other_pane(self) -> None:
        """From the text to the facts, and back."""
        to_facts = self.focused is not self.facts
        self.set_class(to_facts, "-facts")
        (self.facts if to_facts else self.text).focus()

    def action_go_to_quote(self, quote_id: int) -> None:
        """Show a quote of the list in the text."""
        for quote in self.text.quotes:
            if quote.id == quote_id:
                self.remove_class("-facts")
                self.text.focus()
                self.text.jump_to(quote.start or 0)

    def action_go_to_article(self, article_id: int) -> None:
        """Read an article that relies on this one, or on which this one relies."""
        self.host.doors.article(article_id)

    # Actions of the registry

    def action_open_source(self) -> None:
        """Open the article in the browser, at the quote under the cursor if there is one."""
        if self.text.quote is not None:
            super().action_open_source()
        elif self._record is not None:
            open_recorded(self.app, self._record.summary.url)

    def action_next_quote(self) -> None:
        """Go to the next quote."""
        self.text.go_to_quote(1)

    def action_previous_quote(self) -> None:
        """Go to the quote before."""
        self.text.go_to_quote(-1)

    def action_record_passage(self) -> None:
        """Record what is selected; where nothing is, the quotation or sentence under the cursor."""
        record = self._record
        if record is None:
            return
        if record.text_id is None:
            self.host.doors.add_statement(self.article_id)
            return
        if self.text.selection is None:
            self.text.action_widen()
        passage = self.selection_here
        if passage is None:
            self.notify("Select the words first: space takes the sentence.", markup=False)
            return

        def saved() -> None:
            self._position = passage.start

        self.host.doors.record_passage(record, passage, self.text.text, saved)

    def action_add_quote(self) -> None:
        """Record what is selected as another source; else one of the statement under the cursor."""
        passage = self.selection_here
        if passage is None:
            super().action_add_quote()
            return

        def saved() -> None:
            self._position = passage.start

        self.host.doors.quote_passage(passage, self.text.text, saved)

    def action_relies_on(self) -> None:
        """Say from which article this one takes its report."""
        if self._record is not None:
            self.host.doors.relies_on(self._record)

    def action_recheck_article(self) -> None:
        """Fetch the source again, and look for its quotes."""
        if self._record is not None:
            self.host.doors.recheck(self._record.summary.id)

    def action_edit_article(self) -> None:
        """Correct what is known of the article."""
        if self._record is not None:
            self.host.doors.edit_article(self._record)

    def action_select_passage(self) -> None:
        """Start selecting, or end it."""
        self.text.start_selecting()


def _read(article_id: int, known_text: int | None, reader: "Reader") -> Read:
    from quotetrack.actions.article_reading import show_article
    from quotetrack.actions.reading import read_article

    record = show_article(reader, article_id)
    if record.text_id is None or record.text_id == known_text:
        return Read(record, None)
    return Read(record, read_article(reader, article_id).text)


def _failed(problem: QuotetrackError) -> tuple[Line, ...]:
    return (
        (("The article cannot be shown", "error"),),
        (),
        ((clean_line(str(problem)), "default"),),
        (),
        (("esc", "accent"), ("  goes back", "default")),
    )
