"""Choosing how a statement is cited: the format, the source, and the text before it is copied."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.domain.citation_records import Citable, Cited, CitedSource
from quotetrack.domain.citation_style import CitationStyle
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.text import clean_text, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.citing import FORMATS, copy, read_citation
from quotetrack.tui.dialogs.card import CardDialog
from quotetrack.tui.dialogs.one_of import Answers, OneOf
from quotetrack.tui.host import database_of
from quotetrack.tui.reading import BackgroundReading
from quotetrack.tui.widgets.facts import stored_day

SHOWN = 6_000
"""So many characters of a long text are shown; all of it is copied."""


class CiteDialog(CardDialog):
    """Format, source and text; Enter copies."""

    HEADING = "Cite as"
    HELP = (
        "Choose a format with the arrow keys, and the source where there are several; the text "
        "that will be copied stands beneath. Enter copies it through your terminal, over SSH as "
        "well. What became of a statement is always part of its citation. The house template is "
        "set in config.toml."
    )
    DEFAULT_CSS = """
    CiteDialog {
        & #format .label { width: 9; }
        & #format .beneath { display: none; }
        & #choice { height: auto; margin: 1 0 0 0; }
        & #choice Label {
            width: 9; padding: 0 1 0 0; color: $quiet; text-align: right;
        }
        & #choice:focus-within Label { color: $primary; text-style: bold; }
        & #sources {
            width: 1fr; height: auto; max-height: 5; padding: 0; border: none;
            background: $panel; scrollbar-size-vertical: 1; text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & #sources > .option-list--option { padding: 0 1; }
        & #sources > .option-list--option-highlighted {
            background: $cursor-blurred; color: $foreground; text-style: bold;
        }
        & #sources:focus { background-tint: initial; border: none; }
        & #sources:focus > .option-list--option-highlighted { background: $cursor-focused; }
        & #preview {
            height: auto; max-height: 50vh; margin: 1 0 0 0; padding: 0 1; background: $panel;
            scrollbar-size-vertical: 1;
        }
        & #preview.-problem { color: $error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "copy", "Copy", id="dialog.copy"),
    ]

    def __init__(
        self, statement_ids: list[int], style: CitationStyle, quote_id: int | None = None
    ) -> None:
        super().__init__()
        self._quote_id = quote_id
        self._statement_ids = statement_ids
        self._style = style
        self._sources: tuple[CitedSource, ...] = ()
        self._cited: Cited | None = None
        self._copy_when_read = False
        if len(statement_ids) > 1:
            self.HEADING = f"Cite {len(statement_ids)} statements as"

    def compose_card(self) -> ComposeResult:
        """Format, sources, and the text."""
        yield OneOf("Format", tuple(FORMATS.items()), id="format", chosen=self._style.format)
        with Horizontal(id="choice") as choice:
            choice.display = False
            yield Label("Source")
            yield OptionList(id="sources", markup=False, compact=True)
        with VerticalScroll(id="preview"):
            yield Static("Reading …", id="text", markup=False)

    def keys(self) -> str:
        """The keys, for the lower border."""
        return "←→ format · enter copy · esc close · f1 help"

    def on_mount(self) -> None:
        """Read the sources, and the text as the desk has it by default."""
        self._finding = BackgroundReading(self, database_of(self), "sources")
        self._citing = BackgroundReading(self, database_of(self), "cite")
        self.query_one(Answers).focus()
        if len(self._statement_ids) == 1:
            self._finding.start(
                partial(_read_citable, self._statement_ids[0]), self._list_sources, self._refuse
            )
        self._read()

    @property
    def chosen(self) -> CitationStyle:
        """The style with the format that is chosen."""
        return self._style._replace(format=self.query_one(OneOf).value)

    def action_copy(self) -> None:
        """Copy the text, once it is there, and close."""
        if self._cited is None:
            self._copy_when_read = True
        else:
            copy(self.app, self._cited)
            self.dismiss(None)

    def action_roll(self, lines: int) -> None:
        """Scroll the text by lines."""
        self.query_one("#preview", VerticalScroll).scroll_relative(y=lines, animate=False)

    @on(Answers.Chosen)
    def _other_format(self) -> None:
        self._read()

    @on(OptionList.OptionHighlighted, "#sources")
    def _other_source(self, event: OptionList.OptionHighlighted) -> None:
        self._quote_id = self._sources[event.option_index].quote.id
        self._read()

    @on(OptionList.OptionSelected, "#sources")
    def _source_entered(self) -> None:
        self.action_copy()

    def _list_sources(self, citable: Citable) -> None:
        if len(citable.sources) < 2:
            return
        self._sources = citable.sources
        sources = self.query_one("#sources", OptionList)
        with self.prevent(OptionList.OptionHighlighted):
            sources.add_options([Option(_source_line(source)) for source in self._sources])
            known = [source.quote.id for source in self._sources]
            sources.highlighted = known.index(self._quote_id) if self._quote_id in known else 0
        self.query_one("#choice").display = True
        self.query_one("#panel").border_subtitle = f"tab source · {self.keys()}"

    def _read(self) -> None:
        self._cited = None
        self._citing.start(
            partial(
                read_citation,
                statement_ids=self._statement_ids,
                style=self.chosen,
                quote_id=self._quote_id,
            ),
            self._show,
            self._refuse,
        )

    def _show(self, cited: Cited) -> None:
        self._cited = cited
        text = clean_text(cited.text)
        left = len(text) - SHOWN
        more = f"\n… and {left:,} characters more" if left > 0 else ""
        self.query_one("#text", Static).update(Content(text[:SHOWN] + more))
        self.query_one("#preview").remove_class("-problem")
        if self._copy_when_read:
            self.action_copy()

    def _refuse(self, problem: QuotetrackError) -> None:
        self._copy_when_read = False
        self.query_one("#text", Static).update(Content(clean_text(f"✗ {problem}", 500)))
        self.query_one("#preview").add_class("-problem")


def _read_citable(statement_id: int, reader: Reader) -> Citable:
    from quotetrack.actions.citing import find_citables

    return find_citables(reader, (statement_id,))[0]


def _source_line(source: CitedSource) -> Content:
    """A source by outlet and day, how it renders the words, and its title as far as it fits."""
    quote = source.quote
    article = quote.article
    where = "source not recorded"
    title = ""
    if article is not None:
        where = article.outlet or article.kind.value
        title = article.title or article.url or ""
    when = f", {stored_day(article.published)}" if article and article.published else ""
    form = f"translation, {quote.form.value}" if source.translated_from else quote.form.value
    return Content.assemble(
        shorten(where, 40), when, (f"  {form}", "$quiet"), f"  {shorten(title, 120)}"
    )
