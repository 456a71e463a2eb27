"""Articles: the list of all stored articles, filtered as one types."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input

from quotetrack.actions.registry import ARTICLES
from quotetrack.domain.article_records import ArticleKey, ArticleRecord, ArticleRow
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.place_records import Place
from quotetrack.domain.text import clean_line
from quotetrack.tui.addresses import open_recorded
from quotetrack.tui.bindings import bindings_for, movement
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.article_list import PAGE, ArticleList
from quotetrack.tui.widgets.empty import READING, Line, failed
from quotetrack.tui.widgets.entry import Entry
from quotetrack.tui.widgets.header_bar import HeaderBar
from quotetrack.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from quotetrack.store.database import Reader
    from quotetrack.tui.app import QuotetrackApp

EVERY = 100_000
"""More articles than are read to find one of them."""

_NONE_YET: tuple[Line, ...] = (
    (("No article is stored yet", "heading"),),
    (),
    (("a", "accent"), ("  stores one: its text, pasted or from a file", "default")),
    (("?", "accent"), ("  help", "default")),
)


class ArticlesScreen(Screen[None]):
    """A filter, and the list beneath it."""

    SCOPES: ClassVar[tuple[str, ...]] = (ARTICLES,)
    HELP: ClassVar[str] = ArticleList.HELP
    AUTO_FOCUS = "ArticleList"
    DEFAULT_CSS = """
    ArticlesScreen {
        & #articles { height: 1fr; border: round $border-blurred; border-title-color: $quiet;
                      border-subtitle-color: $quiet; }
        & #articles:focus-within { border: round $border; border-title-color: $primary;
                                   border-title-style: bold; }
        & #filter { display: none; height: 1; padding: 0 1; background: $background; }
        &.-filtered #filter { display: block; }
        & ArticleList { height: 1fr; background: $background; scrollbar-size-vertical: 1;
                        overflow-x: hidden; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(ARTICLES),
        movement("articles.back", "escape", "back", "All articles"),
        movement("articles.to_list", "down", "to_list", "To the list"),
    ]

    def compose(self) -> ComposeResult:
        """Bars at the edges, the filter, the list."""
        yield HeaderBar()
        with Vertical(id="articles") as pane:
            pane.border_title = "Articles"
            yield Entry(
                placeholder="words of a title, outlet or address", compact=True, id="filter"
            )
            yield ArticleList(id="list")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read the first page."""
        self._reading = BackgroundReading(self, database_of(self), "articles")
        self._editing = BackgroundReading(self, database_of(self), "article to edit")
        self.article_list.show((), READING, complete=True)
        self.reload()

    @property
    def host(self) -> "QuotetrackApp":
        """The app."""
        return cast("QuotetrackApp", self.app)

    @property
    def article_list(self) -> ArticleList:
        """The list."""
        return self.query_one(ArticleList)

    @property
    def filter_text(self) -> str:
        """What the list is filtered by."""
        return self.query_one("#filter", Input).value

    def reload(self) -> None:
        """Read the list again, as far as it has been read; the cursor stays on its article."""
        limit = max(PAGE, len(self.article_list.rows))
        read = partial(_read, self.filter_text, limit, None)
        self._reading.start(read, partial(self._take, limit), self._fail)

    @property
    def place(self) -> Place:
        """The filter, and the article under the cursor."""
        row = self.article_list.row
        return Place("articles", None if row is None else row.id, None, self.filter_text or None)

    def show_place(self, place: Place) -> None:
        """Filter as there, and put the cursor on its article, however far down it is."""
        with self.prevent(Input.Changed):
            self.query_one("#filter", Input).value = place.query or ""
        self.action_to_list()
        read = partial(_read, self.filter_text, EVERY, None)
        self._reading.start(read, partial(self._take_place, place.row_id), self._fail)

    def _take_place(self, article_id: int | None, rows: Sequence[ArticleRow]) -> None:
        self._take(EVERY, rows)
        for index, row in enumerate(rows):
            if row.id == article_id:
                self.article_list.cursor = index
                return
        if article_id is not None:
            self.notify("This article is no longer stored.", markup=False)

    def _take(self, limit: int, rows: Sequence[ArticleRow]) -> None:
        typed = clean_line(self.filter_text)
        nothing: Sequence[Line] = _NONE_YET
        if typed:
            nothing = (
                (("No article matches ", "heading"), (typed, "strong")),
                (),
                (("Escape", "accent"), ("  shows all of them", "default")),
            )
        complete = len(rows) < limit
        self.article_list.show(rows, nothing, complete=complete)
        self._count()

    def _fail(self, problem: QuotetrackError) -> None:
        self.article_list.show((), failed(str(problem)), complete=True)

    @on(ArticleList.MoreWanted)
    def _read_more(self) -> None:
        read = partial(_read, self.filter_text, PAGE, self.article_list.rows[-1].key)
        self._reading.start(read, self._take_more, self._fail)

    def _take_more(self, rows: Sequence[ArticleRow]) -> None:
        self.article_list.extend(rows, complete=len(rows) < PAGE)
        self._count()

    def _count(self) -> None:
        more = "" if self.article_list.complete else "+"
        count = f"{len(self.article_list.rows):,}{more} · in the last column, how many statements"
        self.query_one("#articles").border_subtitle = count if self.article_list.rows else ""

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.article_list.rows = self.article_list.rows[:PAGE]
        self.reload()

    @on(Input.Submitted, "#filter")
    def _filter_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_to_list()

    @on(ArticleList.Opened)
    def _opened(self) -> None:
        self.action_open_article()

    def action_back(self) -> None:
        """From the filter to the list; from the list to all articles."""
        self.query_one("#filter", Input).value = ""
        self.action_to_list()

    def action_to_list(self) -> None:
        """Go to the list; the filter folds away where it is empty."""
        self.article_list.focus()
        self.set_class(bool(self.filter_text), "-filtered")

    # Actions of the registry

    def action_filter_articles(self) -> None:
        """Type what the articles have to hold."""
        self.add_class("-filtered")
        self.query_one("#filter", Input).focus()

    def action_open_article(self) -> None:
        """Read the article under the cursor."""
        row = self.article_list.row
        if row is not None:
            self.host.doors.article(row.id)

    def action_open_source(self) -> None:
        """Open the article under the cursor in the browser."""
        row = self.article_list.row
        if row is not None:
            open_recorded(self.app, row.url)

    def action_edit_article(self) -> None:
        """Correct what is known of the article under the cursor."""
        self._with_article(self.host.doors.edit_article)

    def action_recheck_article(self) -> None:
        """Fetch the source under the cursor again, and look for its quotes."""
        row = self.article_list.row
        if row is not None:
            self.host.doors.recheck(row.id)

    def action_relies_on(self) -> None:
        """Say from which article the one under the cursor takes its report."""
        self._with_article(self.host.doors.relies_on)

    def _with_article(self, use: Callable[[ArticleRecord], None]) -> None:
        row = self.article_list.row
        if row is not None:
            self._editing.start(partial(_read_one, row.id), use, self.host.tell)

    def action_add_article(self) -> None:
        """Store an article."""
        self.host.doors.add_article()


def _read(
    text: str, limit: int, after: ArticleKey | None, reader: "Reader"
) -> Sequence[ArticleRow]:
    from quotetrack.actions.article_reading import list_article_rows

    return list_article_rows(reader, text, limit, after)


def _read_one(article_id: int, reader: "Reader") -> ArticleRecord:
    from quotetrack.actions.article_reading import show_article

    return show_article(reader, article_id)
