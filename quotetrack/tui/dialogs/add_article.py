"""The form that stores an article as a source: from its address, its text or a file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from quotetrack.domain.errors import FetchFailed
from quotetrack.domain.vocabulary import ArticleKind
from quotetrack.tui.dialogs.date_field import DateField, read_date
from quotetrack.tui.dialogs.field import AreaField, FieldProblem, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.host import database_of

if TYPE_CHECKING:
    from quotetrack.actions.snapshots import Captured
    from quotetrack.store.database import Database


@dataclass(frozen=True, slots=True)
class ArticleForm:
    """What was filled in, before the file and the words of the date are read."""

    text: str
    path: str | None
    title: str | None
    outlet: str | None
    url: str | None
    published: str
    looked_back_from: date
    byline: str | None
    kind: ArticleKind


class AddArticleDialog(FormDialog[int]):
    """An address, text pasted or a file, and what is known about it."""

    HEADING = "Add an article"
    HELP = (
        "Give the article's address alone, and the page is fetched and read: title, byline, "
        "outlet and dates come from it, each with where it was read. Or paste the text, or give "
        "the path of a saved page or text. It is stored exactly as it came, with its fingerprint, "
        "so that every quote can be proved against it later. What you fill in goes before what "
        "the page says."
    )
    SAVE = "Store"
    DEFAULT_CSS = """
    AddArticleDialog #text TextArea.-textual-compact { height: 4; }
    AddArticleDialog.-wide #text TextArea.-textual-compact { height: 10; }
    """

    def __init__(self, url: str | None = None) -> None:
        super().__init__()
        self._url = url
        self._given_up = Event()

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        yield TextField(
            "Address",
            id="url",
            value=self._url or "",
            placeholder="https://… alone is enough: the page is fetched",
        )
        yield TextField("Title", id="title")
        yield TextField("Outlet", id="outlet", placeholder="who published it")
        yield DateField("Published", id="published")
        yield TextField("Byline", id="byline", placeholder="as printed")
        yield OneOf("Kind", [(kind, kind.value) for kind in ArticleKind], id="kind")
        yield AreaField("Text", id="text", placeholder="paste the text here …")
        yield TextField("… or a file", id="path", placeholder="path of a saved page or text")

    def on_mount(self) -> None:
        """Read dates as seen from today."""
        today = database_of(self).clock().date()
        self.query_one("#published", DateField).look_back_from(today, "today")

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        text = self.query_one("#text", AreaField).value
        path = self.query_one("#path", TextField).value
        url = self.query_one("#url", TextField).value
        if text.strip() and path:
            raise FieldProblem(
                "Take either the pasted text or the file: one of the two, please.", "text"
            )
        if not text.strip() and not path and not url:
            raise FieldProblem("Give its address, paste the text, or name a file.", "url")
        title = self.query_one("#title", TextField)
        published = self.query_one("#published", DateField)
        day, looked_back_from = published.typed, published.looked_back_from
        if text.strip():
            # Pasted words may say nothing about themselves; a page or a file is read first.
            title.required("Give a title, or a few words by which you will find it again.")
            day, looked_back_from = published.answer(
                "When was it published? Type a date, or press ctrl+n where it is not recorded."
            )
        form = ArticleForm(
            text=text,
            path=path,
            title=title.value,
            outlet=self.query_one("#outlet", TextField).value,
            url=url,
            published=day,
            looked_back_from=looked_back_from,
            byline=self.query_one("#byline", TextField).value,
            kind=self.query_one("#kind", OneOf).value,
        )
        self._given_up.clear()
        return partial(_store, database_of(self), form, self._given_up.is_set)

    def action_cancel(self) -> None:
        """Close, or give up the page that is being fetched."""
        self._given_up.set()
        super().action_cancel()


def _store(database: "Database", form: ArticleForm, given_up: Callable[[], bool]) -> int:
    """Runs in a worker: fetching a page and reading it take longer than a key may."""
    from quotetrack.actions.intake import store_capture
    from quotetrack.actions.snapshots import Known

    captured = _captured(form, given_up)
    day = read_date(form.published, form.looked_back_from, "published") if form.published else None
    known = Known(
        title=form.title,
        outlet=form.outlet,
        byline=form.byline,
        published=day,
        kind=form.kind,
    )
    return store_capture(database, captured, known).article_id


def _captured(form: ArticleForm, given_up: Callable[[], bool]) -> "Captured":
    from quotetrack.actions.intake import captured_bytes, captured_file, fetch

    try:
        if form.text.strip():
            return captured_bytes(form.text.encode(), ".txt", form.url, "utf-8")
        if form.path:
            return captured_file(Path(form.path).expanduser(), form.url)
    except FetchFailed as problem:
        raise FieldProblem(str(problem), "path") from problem
    try:
        return fetch(form.url or "", cancelled=given_up)
    except FetchFailed as problem:
        raise FieldProblem(str(problem), "url") from problem
