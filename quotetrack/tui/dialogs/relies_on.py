"""The form that says from which article another takes its report."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.domain.article_records import ArticleRecord
from quotetrack.domain.records import ArticleSummary
from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import article_choice, find_articles
from quotetrack.tui.dialogs.field import TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of


class ReliesOnDialog(FormDialog[int]):
    """The other article, and how one knows; gives the id of the one that relies."""

    HEADING = "Relies on"
    HELP = (
        "Two articles of which one takes its report from the other are not independent: together "
        "they count as one source of a statement. Say so here, with how you know. What was "
        "recorded by mistake is taken back in the same form."
    )

    def __init__(self, article: ArticleRecord) -> None:
        super().__init__()
        self._article = article

    def compose_fields(self) -> ComposeResult:
        """The article, then the fields in tab order."""
        yield Static(self._lead(), classes="lead", markup=False)
        if self._article.relies_on:
            yield OneOf(
                "It",
                [(True, "takes its report from"), (False, "does not take it from")],
                id="relies",
            )
        yield Picker(
            "The other", self._find, id="other", placeholder="type words of a title or outlet"
        )
        yield TextField("Known by", id="note", placeholder="names it, prints the same mistake …")

    def on_mount(self) -> None:
        """Start with the other article."""
        self.query_one("#other", Picker).take_focus()

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        other: ArticleSummary = self.query_one("#other", Picker).answer(
            "Which article does it take its report from? Type words of it and pick a line."
        )
        relies = not self._article.relies_on or bool(self.query_one("#relies", OneOf).value)
        note = self.query_one("#note", TextField).value
        article_id = self._article.summary.id

        def save() -> int:
            from quotetrack.actions.reliance import remove_reliance, set_reliance

            if relies:
                set_reliance(database_of(self), article_id, other.id, note=note)
            else:
                remove_reliance(database_of(self), article_id, other.id)
            return article_id

        return save

    def _find(self, reader: Reader, typed: str) -> Sequence[Choice[ArticleSummary | None]]:
        """Every other article; with nothing typed, those it relies on stand first."""
        known = () if typed else self._article.relies_on
        shown = {self._article.summary.id, *(each.id for each in known)}
        return [article_choice(each) for each in known] + [
            choice
            for choice in find_articles(reader, typed)
            if choice.value is not None and choice.value.id not in shown
        ]

    def _lead(self) -> Content:
        summary = self._article.summary
        title = shorten(clean_line(summary.title or summary.url or "untitled"), 120)
        outlet = clean_line(summary.outlet or "outlet not recorded")
        pieces: list[tuple[str, str]] = [(title, "bold"), (f" · {outlet}", "$quiet")]
        for other in self._article.relies_on:
            name = shorten(clean_line(other.title or other.url or "untitled"), 90)
            pieces.append((f"\ntakes its report from “{name}”", "$quiet"))
        return Content.assemble(*pieces)
