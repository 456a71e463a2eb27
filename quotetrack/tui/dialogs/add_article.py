"""The form that stores an article's text as a source."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.app import ComposeResult

from quotetrack.domain.dates import UNKNOWN_DATE
from quotetrack.domain.vocabulary import ArticleKind
from quotetrack.tui.dialogs.date_field import DateField, read_date
from quotetrack.tui.dialogs.field import AreaField, FieldProblem, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.host import database_of


@dataclass(frozen=True, slots=True)
class ArticleForm:
    """What was filled in, before the file and the words of the date are read."""

    text: str
    path: str | None
    title: str | None
    outlet: str | None
    url: str | None
    published: str
    byline: str | None
    kind: ArticleKind


class AddArticleDialog(FormDialog[int]):
    """Text pasted or from a file, and what is known about it."""

    HEADING = "Add an article"
    HELP = (
        "Paste the article's text, or give the path of a text file. It is stored exactly as it "
        "is, with its fingerprint, so that every quote can be proved against it later. The title "
        "and the outlet are how you will find it again."
    )
    SAVE = "Store"
    DEFAULT_CSS = """
    AddArticleDialog #text TextArea.-textual-compact { height: 4; }
    AddArticleDialog.-wide #text TextArea.-textual-compact { height: 10; }
    """

    def __init__(self, url: str | None = None) -> None:
        super().__init__()
        self._url = url

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        yield TextField("Title", id="title")
        yield TextField("Outlet", id="outlet", placeholder="who published it")
        yield TextField("Address", id="url", value=self._url or "", placeholder="https://…")
        yield DateField("Published", id="published")
        yield TextField("Byline", id="byline", placeholder="as printed")
        yield OneOf("Kind", [(kind, kind.value) for kind in ArticleKind], id="kind")
        yield AreaField("Text", id="text", placeholder="paste the text here …")
        yield TextField("… or a file", id="path", placeholder="path of a UTF-8 text file")

    def on_mount(self) -> None:
        """Read dates as seen from today."""
        today = database_of(self).clock().date()
        self.query_one("#published", DateField).look_back_from(today, "today")

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        title = self.query_one("#title", TextField).required(
            "Give a title, or a few words by which you will find it again."
        )
        published, looked_back_from = self.query_one("#published", DateField).answer(
            "When was it published? Type a date, or press ctrl+n where it is not recorded."
        )
        text = self.query_one("#text", AreaField).value
        path = self.query_one("#path", TextField).value
        if bool(text.strip()) == bool(path):
            raise FieldProblem(
                "Take either the pasted text or the file: one of the two, please."
                if path
                else "Paste the text, or give the path of a text file.",
                "text",
            )
        form = ArticleForm(
            text=text,
            path=path,
            title=title,
            outlet=self.query_one("#outlet", TextField).value,
            url=self.query_one("#url", TextField).value,
            published=published,
            byline=self.query_one("#byline", TextField).value,
            kind=self.query_one("#kind", OneOf).value,
        )

        def store() -> int:
            from quotetrack.actions.articles import add_article

            raw = _read_file(form.path) if form.path else None
            day = read_date(form.published, looked_back_from, "published")
            return add_article(
                database_of(self),
                form.text if raw is None else _as_text(raw),
                title=form.title,
                outlet=form.outlet,
                url=form.url,
                published=None if day == UNKNOWN_DATE else day,
                byline=form.byline,
                kind=form.kind,
                raw=raw,
            )

        return partial(store)


def _read_file(path: str) -> bytes:
    try:
        return Path(path).expanduser().read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise FieldProblem(f"The file cannot be read: {reason}. Check the path.", "path") from error


def _as_text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise FieldProblem("The file is not UTF-8 text. Save it as plain text.", "path") from error
