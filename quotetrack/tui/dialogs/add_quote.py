"""The form that records another source of a statement."""

from collections.abc import Callable, Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from quotetrack.actions.cues import guess_cue
from quotetrack.actions.quoting import QuoteFacts
from quotetrack.domain.errors import QueryError
from quotetrack.domain.records import ArticleSummary, StatementRow
from quotetrack.domain.vocabulary import Form
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import NO_ARTICLE, find_articles, statement_choice
from quotetrack.tui.dialogs.field import Field, TextField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.lead import remark
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.dialogs.record_passage import Selected, in_context
from quotetrack.tui.dialogs.wording import Wording
from quotetrack.tui.host import database_of

_OFFERED = 12


class AddQuoteDialog(FormDialog[int]):
    """What another source prints, and from whom it has it; gives the new quote's id.

    A subclass asks either for the source or for the statement.
    """

    HELP = (
        "The same remark in another source is no new statement but another quote of it. Give the "
        "words as this source prints them. Whom it names as having them from, and the language "
        "it translates from, decide whether it counts as independent of the others: write an "
        "outlet as it is written where its article is stored."
    )

    def compose_facts(self, cue: str = "", unsaid: str = "as guessed") -> Iterator[Field]:
        """What the source says around the words, in tab order; `unsaid`: no answer to the form."""
        yield TextField(
            "Taken from", id="chain", placeholder="the outlet or person it names, if it does"
        )
        yield TextField("Language", id="language", placeholder="pt; the article's, if empty")
        yield TextField(
            "Translates",
            id="translated-from",
            placeholder="pt, where the words are translated from Portuguese",
        )
        yield TextField("by", id="translated-by", placeholder="who translated it")
        yield TextField("Cue", id="cue", value=cue, placeholder="said, claimed, wrote …")
        yield TextField("Named as", id="mention", placeholder="the speaker, as this source has it")
        yield OneOf("Form", [(None, unsaid), *((form, form.value) for form in Form)], id="form")

    def read_facts(self) -> QuoteFacts:
        """What was filled in of that."""

        def line(field: str) -> str | None:
            return self.query_one(f"#{field}", TextField).value

        return QuoteFacts(
            mention=line("mention"),
            cue=line("cue"),
            chain=line("chain"),
            language=line("language"),
            translated_from=line("translated-from"),
            translated_by=line("translated-by"),
        )

    def read_rendering(self) -> Form | None:
        """How the source renders the words; None: as its quote marks suggest."""
        form: Form | None = self.query_one("#form", OneOf).value
        return form


class AddSourceDialog(AddQuoteDialog):
    """Another source of the statement under the cursor."""

    HEADING = "Another source"

    def __init__(self, statement: StatementRow) -> None:
        super().__init__()
        self._statement = statement

    def compose_fields(self) -> ComposeResult:
        """The statement, then the fields in tab order."""
        yield Static(remark(self._statement), classes="lead", markup=False)
        yield Picker(
            "Article",
            find_articles,
            id="article",
            placeholder="type words of a title or outlet",
            absent=NO_ARTICLE,
        )
        yield Wording()
        yield from self.compose_facts()

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        article: ArticleSummary | None = self.query_one("#article", Picker).answer(
            "Which article prints it too? Pick one, or press ctrl+n where it is not recorded."
        )
        wording = self.query_one(Wording)
        words, start = wording.required(), wording.start
        unanchored = wording.unanchored or article is None
        facts, form = self.read_facts(), self.read_rendering()

        def record() -> int:
            from quotetrack.actions.quoting import add_quote

            return add_quote(
                database_of(self),
                self._statement.id,
                text=words,
                article_id=article.id if article else None,
                facts=facts,
                form=form,
                start=start,
                unanchored=unanchored,
            )

        return record

    @on(Picker.Picked, "#article")
    def _change_article(self, event: Picker.Picked) -> None:
        article: ArticleSummary | None = event.choice.value if event.choice else None
        self.query_one(Wording).look_in(article.id if article else None)


class QuotePassageDialog(AddQuoteDialog):
    """A passage of an article is another source of a statement that is recorded already."""

    HEADING = "Another source of a statement"
    DEFAULT_CSS = """
    QuotePassageDialog #passage { max-height: 6; }
    """

    def __init__(self, selected: Selected) -> None:
        super().__init__()
        self._selected = selected

    def compose_fields(self) -> ComposeResult:
        """The passage in its context, then the fields in tab order."""
        around, place = self._selected.around, self._selected.place
        yield Static(in_context(around, place), id="passage", classes="lead", markup=False)
        yield Picker(
            "Statement",
            find_statements,
            id="statement",
            placeholder="type words of it, or speaker:name",
        )
        yield from self.compose_facts(guess_cue(around, place) or "")

    def read_form(self) -> Callable[[], int]:
        """Everything that was typed, as the work that saves it."""
        statement: StatementRow = self.query_one("#statement", Picker).answer(
            "Which statement is it? Type words of it and pick a line of the list."
        )
        passage = self._selected.passage
        facts, form = self.read_facts(), self.read_rendering()

        def record() -> int:
            from quotetrack.actions.quoting import add_quote

            return add_quote(
                database_of(self),
                statement.id,
                text=passage.text,
                article_id=passage.article_id,
                facts=facts,
                form=form,
                start=passage.start,
                end=passage.end,
            )

        return record


def find_statements(reader: Reader, typed: str) -> Sequence[Choice[StatementRow]]:
    """Statements as a search finds them, the newest first; half a search finds none."""
    from quotetrack.actions import reading

    try:
        return [statement_choice(row) for row in reading.search(reader, typed, _OFFERED)]
    except QueryError:
        return ()
