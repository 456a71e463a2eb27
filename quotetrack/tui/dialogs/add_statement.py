"""The form that records a statement from a stored article."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult

from quotetrack.domain.records import ArticleSummary
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import (
    NO_ARTICLE,
    article_choice,
    find_articles,
    published_day,
)
from quotetrack.tui.dialogs.date_field import DateField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.particulars import particular_fields, read_particulars
from quotetrack.tui.dialogs.picker import Picker
from quotetrack.tui.dialogs.wording import Wording
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.facts import stored_day


class AddStatementDialog(FormDialog[int]):
    """Article, wording, speaker, role, date and form; gives the new statement's id."""

    HEADING = "Add a statement"
    HELP = (
        "Record one thing a speaker said, word for word as the article prints it: beneath the "
        "wording you see at once whether the stored text holds it. What it does not hold can "
        "only be kept as unanchored, and will be shown so. A speaker who is not listed is "
        "recorded with this form, in the same step."
    )

    def __init__(
        self, article_id: int | None, *, wording: str = "", capture_id: int | None = None
    ) -> None:
        super().__init__()
        self._article_id = article_id
        self._wording = wording
        self._capture_id = capture_id

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        yield Picker(
            "Article",
            find_articles,
            id="article",
            placeholder="type words of a title or outlet",
            absent=NO_ARTICLE,
        )
        yield Wording(self._wording)
        yield from particular_fields()

    def on_mount(self) -> None:
        """Start from the article that was named, if one was."""
        self._article_reading = BackgroundReading(self, database_of(self), "article")
        today = database_of(self).clock().date()
        self.query_one("#said", DateField).look_back_from(today, "today")
        if self._article_id is not None:
            self._article_reading.start(
                partial(_read_summary, self._article_id), self._take_article, self.show_problem
            )

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        article: ArticleSummary | None = self.query_one("#article", Picker).answer(
            "Which article says so? Pick one, or press ctrl+n where it is not recorded."
        )
        wording = self.query_one(Wording)
        words = wording.required()
        particulars = read_particulars(self)
        return partial(
            particulars.record,
            database_of(self),
            words,
            article.id if article else None,
            start=wording.start,
            unanchored=wording.unanchored or article is None,
            capture_id=self._capture_id,
        )

    def _take_article(self, article: ArticleSummary) -> None:
        self.query_one("#article", Picker).pick(article_choice(article))
        self.query_one(Wording).take_focus()

    @on(Picker.Picked, "#article")
    def _change_article(self, event: Picker.Picked) -> None:
        article: ArticleSummary | None = event.choice.value if event.choice else None
        published = published_day(article)
        field = self.query_one("#said", DateField)
        if published is not None:
            field.look_back_from(
                published, f"{stored_day(published.isoformat()).strip()}, the day of the source"
            )
        else:
            field.look_back_from(database_of(self).clock().date(), "today")
        self.query_one(Wording).look_in(article.id if article else None)


def _read_summary(article_id: int, reader: Reader) -> ArticleSummary:
    from quotetrack.actions import reading

    return reading.read_article(reader, article_id).summary
