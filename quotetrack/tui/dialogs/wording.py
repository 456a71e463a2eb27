"""The field for words of an article, which says at once whether the stored text holds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from quotetrack.actions.wording import Place, find_places, guess_form, guess_form_of_typed
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_line
from quotetrack.domain.vocabulary import Form
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.field import AreaField, FieldProblem
from quotetrack.tui.dialogs.one_of import Answers, OneOf
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading

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


class Wording(Vertical):
    """The words, and what is to be done with words that the text does not hold."""

    DEFAULT_CSS = """
    Wording {
        height: auto;
        & TextArea.-textual-compact { height: 3; }
        .-wide & TextArea.-textual-compact { height: 5; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "next_place", "Next place of the wording", id="dialog.next_place"),
    ]

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self._article_id: int | None = None
        self._search: Search | None = None
        self._occurrence = 0

    def compose(self) -> ComposeResult:
        """The words; the question beneath shows itself when it arises."""
        yield AreaField(
            "Wording",
            id="wording",
            value=self._words,
            placeholder="the words, as the article has them",
        )
        yield OneOf(
            "If not found",
            [(False, "refuse it"), (True, "keep it, unanchored")],
            id="unanchored",
        )

    def on_mount(self) -> None:
        """Nothing has been looked for yet."""
        self._reading = BackgroundReading(self, database_of(self), "wording")
        self._show_search()

    def required(self) -> str:
        """The words.

        Raises:
            FieldProblem: there are none.
        """
        words = self.query_one("#wording", AreaField).value.strip()
        if not words:
            raise FieldProblem("What was said? Give the words.", "wording")
        return words

    @property
    def unanchored(self) -> bool:
        """Whether words are kept that the text does not hold."""
        return bool(self.query_one("#unanchored", OneOf).value)

    @property
    def start(self) -> int | None:
        """Which of several places is meant; None where there is only one."""
        if self._search is None or len(self._search.places) < 2:
            return None
        return self._search.places[self._occurrence].start

    def take_focus(self) -> None:
        """Put the cursor into the words."""
        self.query_one("#wording", AreaField).take_focus()

    def look_in(self, article_id: int | None) -> None:
        """Look for the words in this article's text from now on."""
        self._article_id = article_id
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
