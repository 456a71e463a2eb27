"""The form that records a statement from a stored article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from quotetrack.actions.wording import Place, find_places, guess_form, guess_form_of_typed
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.records import ArticleSummary
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import Form
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import (
    NO_ARTICLE,
    Who,
    article_choice,
    chosen_speaker,
    find_articles,
    find_speakers,
    published_day,
)
from quotetrack.tui.dialogs.date_field import DateField, read_date
from quotetrack.tui.dialogs.field import AreaField, FieldProblem, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.one_of import Answers, OneOf
from quotetrack.tui.dialogs.picker import Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.facts import stored_day

_CONTEXT = 36


@dataclass(frozen=True, slots=True)
class Search:
    """What a worker found of a wording in an article's text.

    Attributes:
        places: where it stands; several are told apart by `contexts`.
        form: how the source renders it, as its quote marks suggest.
        stored: whether the article has a text at all.
    """

    places: Sequence[Place]
    contexts: Sequence[str]
    form: Form
    stored: bool


class AddStatementDialog(FormDialog[int]):
    """Article, wording, speaker, role, date and form; gives the new statement's id."""

    HEADING = "Add a statement"
    HELP = (
        "Record one thing a speaker said, word for word as the article prints it: beneath the "
        "wording you see at once whether the stored text holds it. What it does not hold can "
        "only be kept as unanchored, and will be shown so. A speaker who is not listed is "
        "recorded with this form, in the same step."
    )
    DEFAULT_CSS = """
    AddStatementDialog #wording TextArea.-textual-compact { height: 3; }
    AddStatementDialog.-wide #wording TextArea.-textual-compact { height: 5; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "next_place", "Next place of the wording", id="dialog.next_place"),
    ]

    def __init__(
        self, article_id: int | None, *, wording: str = "", capture_id: int | None = None
    ) -> None:
        super().__init__()
        self._article_id = article_id
        self._wording = wording
        self._capture_id = capture_id
        self._search: Search | None = None
        self._occurrence = 0

    def compose_fields(self) -> ComposeResult:
        """The fields, in tab order."""
        yield Picker(
            "Article",
            find_articles,
            id="article",
            placeholder="type words of a title or outlet",
            absent=NO_ARTICLE,
        )
        yield AreaField(
            "Wording",
            id="wording",
            value=self._wording,
            placeholder="the words, as the article has them",
        )
        yield OneOf(
            "If not found",
            [(False, "refuse it"), (True, "keep it, unanchored")],
            id="unanchored",
        )
        yield Picker(
            "Speaker", find_speakers, id="speaker", placeholder="type a name; a new one is offered"
        )
        yield TextField("Role then", id="role", placeholder="the title the article gives")
        yield TextField("of", id="organisation", placeholder="organisation or country")
        yield DateField("Said", id="said")
        yield OneOf(
            "Form",
            [(None, "as guessed"), *((form, form.value) for form in Form)],
            id="form",
        )
        yield TextField("Cue", id="cue", placeholder="said, claimed, wrote …")
        yield Picker("On behalf of", find_speakers, id="behalf")
        yield TextField("Note", id="note")

    def on_mount(self) -> None:
        """Start from the article that was named, if one was."""
        self._reading = BackgroundReading(self, database_of(self), "wording")
        self._show_search()
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
        wording = self.query_one("#wording", AreaField).value.strip()
        if not wording:
            raise FieldProblem("What was said? Give the words.", "wording")
        unanchored: bool = self.query_one("#unanchored", OneOf).value
        speaker = chosen_speaker(
            self.query_one("#speaker", Picker).answer(
                "Who said it? Pick a line of the list; a name not listed is offered as new."
            )
        )
        if speaker is None:
            raise FieldProblem("Who said it? A statement needs a speaker.", "speaker")
        said, looked_back_from = self.query_one("#said", DateField).answer(
            "When was it said? Type a date, or press ctrl+n where it is not recorded."
        )
        role = self.query_one("#role", TextField).value
        organisation = self.query_one("#organisation", TextField).value
        if organisation and not role:
            raise FieldProblem("What is the role there? Give its title.", "role")
        behalf: Picker[Who] = self.query_one("#behalf", Picker)
        on_behalf_of = (
            chosen_speaker(behalf.answer("On whose behalf? Pick a line, or empty the field."))
            if behalf.typed
            else None
        )
        form: Form | None = self.query_one("#form", OneOf).value
        cue = self.query_one("#cue", TextField).value
        note = self.query_one("#note", TextField).value
        start = self._chosen_start()

        def record() -> int:
            from quotetrack.actions.statements import add_statement

            return add_statement(
                database_of(self),
                text=wording,
                speaker=speaker,
                article_id=article.id if article else None,
                said=read_date(said, looked_back_from, "said"),
                form=form,
                cue=cue,
                on_behalf_of=on_behalf_of,
                role=role,
                organisation=organisation,
                unanchored=unanchored or article is None,
                start=start,
                note=note,
                capture_id=self._capture_id,
            )

        return record

    def _chosen_start(self) -> int | None:
        """Which of several places is meant; None where there is only one."""
        if self._search is None or len(self._search.places) < 2:
            return None
        return self._search.places[self._occurrence].start

    def _take_article(self, article: ArticleSummary) -> None:
        self.query_one("#article", Picker).pick(article_choice(article))
        self.query_one("#wording", AreaField).take_focus()

    @on(Picker.Picked, "#article")
    def _change_article(self, event: Picker.Picked) -> None:
        article: ArticleSummary | None = event.choice.value if event.choice else None
        self._article_id = article.id if article else None
        published = published_day(article)
        field = self.query_one("#said", DateField)
        if published is not None:
            field.look_back_from(
                published, f"{stored_day(published.isoformat()).strip()}, the day of the source"
            )
        else:
            field.look_back_from(database_of(self).clock().date(), "today")
        self._look_for_wording()

    @on(TextArea.Changed)
    def _change_wording(self) -> None:
        self._look_for_wording()

    @on(Answers.Chosen)
    def _change_answer(self) -> None:
        self._show_search()

    def action_next_place(self) -> None:
        """Go to the next place where the wording stands."""
        if self._search is not None and len(self._search.places) > 1:
            self._occurrence = (self._occurrence + 1) % len(self._search.places)
            self._show_search()

    def _look_for_wording(self) -> None:
        wording = self.query_one("#wording", AreaField).value
        self._search = None
        self._occurrence = 0
        if not wording.strip():
            self._reading.cancel()
            self._show_search()
            return
        self._reading.start(
            partial(_search_text, self._article_id, wording), self._take_search, self._fail_search
        )

    def _take_search(self, search: Search) -> None:
        self._search = search
        self._show_search()

    def _fail_search(self, problem: QuotetrackError) -> None:
        self.query_one("#wording", AreaField).explain(clean_line(str(problem)), warning=True)

    def _show_search(self) -> None:
        field = self.query_one("#wording", AreaField)
        search = self._search
        keep: bool = self.query_one("#unanchored", OneOf).value
        self.query_one("#unanchored").display = (
            search is not None and not search.places and self._article_id is not None
        )
        if search is None:
            field.explain("")
        elif self._article_id is None:
            field.explain(f"○ no source: kept as unanchored · reads as {search.form.value}")
        elif not search.places and not search.stored:
            field.explain("○ this article has no stored text: keep it unanchored", warning=True)
        elif not search.places:
            answer = "kept as unanchored" if keep else "correct it, or keep it unanchored"
            field.explain(f"✗ not in the article's text: {answer}", warning=True)
        elif len(search.places) == 1:
            field.explain(f"✓ found in the article's text · reads as {search.form.value}")
        else:
            where = f"✓ found {len(search.places)} times; f3 changes which"
            place = f"{self._occurrence + 1}: {search.contexts[self._occurrence]}"
            field.explain(f"{where} · {place}")


def _read_summary(article_id: int, reader: Reader) -> ArticleSummary:
    from quotetrack.actions import reading

    return reading.read_article(reader, article_id).summary


def _search_text(article_id: int | None, wording: str, reader: Reader) -> Search:
    """Runs in a worker: the text may be long."""
    from quotetrack.actions import reading

    text = reading.read_article(reader, article_id).text if article_id is not None else None
    places = find_places(text, wording) if text is not None else []
    if text is None or not places:
        return Search((), (), guess_form_of_typed(wording), text is not None)
    contexts = [
        clean_line("…" + text[max(0, place.start - _CONTEXT) : place.start + _CONTEXT] + "…")
        for place in places[:50]
    ]
    return Search(places[:50], contexts, guess_form(text, places[0]), True)
