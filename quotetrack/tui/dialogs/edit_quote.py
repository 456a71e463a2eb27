"""The forms that correct what is recorded of one source of a statement, and take one away."""

from collections.abc import Callable, Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from quotetrack.domain.records import QuoteRecord, StatementRecord
from quotetrack.domain.text import clean_line, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.add_quote import AddQuoteDialog
from quotetrack.tui.dialogs.field import Field
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.lead import remark
from quotetrack.tui.dialogs.one_of import OneOf
from quotetrack.tui.dialogs.picker import Choice, Picker
from quotetrack.tui.host import database_of
from quotetrack.tui.widgets.facts import ATTRIBUTION_BASES, ATTRIBUTIONS
from quotetrack.tui.widgets.source_words import source_line

_WHICH = "Which source? Pick a line of the list."


class WhichQuote(Picker[QuoteRecord]):
    """Which of the sources is meant; where there is one only, it is."""

    def __init__(self, record: StatementRecord, meant: int | None) -> None:
        choices = [_choice(quote) for quote in record.quotes]
        known = {choice.value.id: choice for choice in choices}
        only = choices[0] if len(choices) == 1 else None

        def find(_: Reader, typed: str) -> Sequence[Choice[QuoteRecord]]:
            words = typed.casefold().split()
            return [
                choice
                for choice in choices
                if all(word in f"{choice.title} {choice.detail}".casefold() for word in words)
            ]

        super().__init__(
            "Source", find, id="which", picked=known.get(meant, only) if meant else only
        )


class EditQuoteDialog(AddQuoteDialog):
    """What a source says around the words, how sure it is, on what terms; gives the quote's id."""

    HEADING = "A source of the statement"
    HELP = (
        "Everything recorded of one source but its words, which stay as it prints them. The "
        "attribution says how far it is established that the speaker said so. Words given off "
        "the record hide a statement that has no other source."
    )

    def __init__(self, record: StatementRecord, meant: int | None) -> None:
        super().__init__()
        self._record = record
        self._meant = meant

    def compose_fields(self) -> ComposeResult:
        """The statement, which source, and what is recorded of it."""
        yield Static(remark(self._record.row), classes="lead", markup=False)
        yield WhichQuote(self._record, self._meant)
        yield from self.compose_facts(unsaid="as it is")
        yield from self._compose_judgement()

    def _compose_judgement(self) -> Iterator[Field]:
        states = [(state, sign.words.removeprefix("attribution ")) for state, sign in _SIGNS]
        yield OneOf("Attribution", states, id="attribution")
        yield OneOf("Given", list(ATTRIBUTION_BASES.items()), id="basis")
        yield OneOf("Its words", [(False, "one wording"), (True, "the best wording")], id="best")

    def on_mount(self) -> None:
        """Show what is recorded of the source that is meant."""
        picked = self.query_one(WhichQuote).picked
        if picked is not None:
            self._show_quote(picked.value)

    @on(Picker.Picked, "#which")
    def _another(self, message: Picker.Picked) -> None:
        if message.choice is not None:
            self._show_quote(message.choice.value)

    def _show_quote(self, quote: QuoteRecord) -> None:
        values = {
            "chain": quote.chain,
            "language": quote.language,
            "translated-from": quote.translated_from,
            "translated-by": quote.translated_by,
            "cue": quote.cue,
            "mention": quote.mention,
        }
        for field, value in values.items():
            self.query_one(f"#{field} Input", Input).value = clean_line(value or "")
        self.query_one("#form", OneOf).choose(quote.form)
        self.query_one("#attribution", OneOf).choose(quote.attribution)
        self.query_one("#basis", OneOf).choose(quote.attribution_basis)
        best = clean_line(quote.exact) == clean_line(self._record.row.text)
        self.query_one("#best", OneOf).choose(best)

    def read_form(self) -> Callable[[], int]:
        """Everything that was chosen, as the work that saves it."""
        quote: QuoteRecord = self.query_one(WhichQuote).answer(_WHICH)
        facts, form = self.read_facts(), self.read_rendering()
        attribution = self.query_one("#attribution", OneOf).value
        basis = self.query_one("#basis", OneOf).value
        best: bool = self.query_one("#best", OneOf).value

        def save() -> int:
            from quotetrack.actions.quoting import edit_quote

            edit_quote(
                database_of(self),
                quote.id,
                facts=facts,
                form=form,
                attribution=attribution if attribution is not quote.attribution else None,
                basis=basis if basis is not quote.attribution_basis else None,
                best=best,
            )
            return quote.id

        return save


class RemoveQuoteDialog(FormDialog[int]):
    """Which source was entered by mistake; gives the statement's id."""

    HEADING = "Remove a source"
    SAVE = "Remove"
    HELP = (
        "For a source entered by mistake. The only one of a statement stays, and so does one on "
        "which an event or a verdict rests. The article stays. One undo brings it back."
    )

    def __init__(self, record: StatementRecord, meant: int | None) -> None:
        super().__init__()
        self._record = record
        self._meant = meant

    def compose_fields(self) -> ComposeResult:
        """The statement, and which source."""
        yield Static(remark(self._record.row), classes="lead", markup=False)
        yield WhichQuote(self._record, self._meant)

    def read_form(self) -> Callable[[], int]:
        """Taking away the one that was picked."""
        quote: QuoteRecord = self.query_one(WhichQuote).answer(_WHICH)

        def remove() -> int:
            from quotetrack.actions.quoting import remove_quote

            remove_quote(database_of(self), quote.id)
            return self._record.row.id

        return remove


_SIGNS = tuple(ATTRIBUTIONS.items())


def _choice(quote: QuoteRecord) -> Choice[QuoteRecord]:
    return Choice(
        quote, clean_line(source_line(quote.article)), f"“{shorten(clean_line(quote.exact), 60)}”"
    )
