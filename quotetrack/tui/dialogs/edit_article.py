"""The form that corrects what is known of an article."""

from collections.abc import Callable
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.widgets import Input

from quotetrack.domain.article_records import ArticleRecord
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import ArticleKind, Certainty, Provenance
from quotetrack.tui.dialogs.date_field import NOT_RECORDED, DateField, read_date
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.host import database_of

_LINES = ("title", "outlet", "url", "byline", "account", "language")
"""The fields of one line, by their names in the action."""

_DATES = ("published", "updated")


class EditArticleDialog(FormDialog[int]):
    """Every field as it is known, to be corrected; gives the article's id."""

    HEADING = "Edit article"
    HELP = (
        "What is known of the article. A field that you change says from then on that it was "
        "entered by a person; one that you leave keeps its origin, and what is unsure says so "
        "beneath. Empty a field where nothing is known; ctrl+n takes a date out. The stored text "
        "itself is never changed."
    )

    def __init__(self, article: ArticleRecord) -> None:
        super().__init__()
        self._article = article
        summary = article.summary
        self._known = {
            "title": clean_line(summary.title or ""),
            "outlet": clean_line(summary.outlet or ""),
            "url": clean_line(summary.url or ""),
            "byline": clean_line(article.byline or ""),
            "account": clean_line(article.account or ""),
            "language": clean_line(article.language or ""),
            "published": _typed(article.published),
            "updated": _typed(article.updated),
        }

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        yield self._line("Title", "title")
        yield self._line("Outlet", "outlet", "who published it")
        yield DateField("Published", id="published")
        yield self._line("Byline", "byline", "as printed")
        yield self._line("Address", "url", "https://…")
        yield DateField("Updated", id="updated")
        yield self._line("Account", "account", "of a post: who posted it")
        yield self._line("Language", "language", "en, az, ru …")
        yield OneOf(
            "Kind",
            [(kind, kind.value) for kind in ArticleKind],
            id="kind",
            chosen=self._article.summary.kind,
        )
        yield OneOf(
            "Provenance",
            [(provenance, provenance.value) for provenance in Provenance],
            id="provenance",
            chosen=self._article.summary.provenance,
        )

    def on_mount(self) -> None:
        """Read dates as seen from today."""
        today = database_of(self).clock().date()
        for name in _DATES:
            field = self.query_one(f"#{name}", DateField)
            field.query_one(Input).value = self._known[name]
            field.look_back_from(today, "today")

    def read_form(self) -> Callable[[], int]:
        """What was changed, as the work that saves it."""
        changes: dict[str, Any] = {}
        for name in _LINES:
            typed = self.query_one(f"#{name}", TextField).value or ""
            if typed != self._known[name]:
                changes[name] = typed
        dates = {
            name: typed
            for name in _DATES
            if (typed := self.query_one(f"#{name}", DateField).typed) != self._known[name]
        }
        for name, known in (
            ("kind", self._article.summary.kind),
            ("provenance", self._article.summary.provenance),
        ):
            chosen = self.query_one(f"#{name}", OneOf).value
            if chosen is not known:
                changes[name] = chosen
        return partial(self._save, changes, dates)

    def _save(self, changes: dict[str, Any], dates: dict[str, str]) -> int:
        """Runs in a worker."""
        from quotetrack.actions.article_editing import edit_article

        database = database_of(self)
        today = database.clock().date()
        for name, typed in dates.items():
            changes[name] = read_date(typed or NOT_RECORDED, today, name)
        edit_article(database, self._article.summary.id, **changes)
        return self._article.summary.id

    def _line(self, label: str, name: str, placeholder: str = "") -> TextField:
        """A field with its value; beneath, where it comes from if that is unsure."""
        origin = self._article.origins.get(name)
        hint = ""
        if origin is not None and origin.certainty is Certainty.UNSURE:
            hint = f"? unsure, read from {clean_line(origin.origin)}"
        return TextField(
            label, id=name, value=self._known[name], placeholder=placeholder, hint=hint
        )


def _typed(date: UncertainDate) -> str:
    """A date as one would type it."""
    return describe_date(date) if date.known else ""
