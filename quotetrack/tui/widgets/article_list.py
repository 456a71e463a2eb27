"""The list of articles: day of publication, outlet, title, and the number of statements."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType

from quotetrack.domain.article_records import ArticleRow
from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.cells import cut, fit
from quotetrack.tui.widgets.facts import stored_day
from quotetrack.tui.widgets.paged_list import PagedList, movements

PAGE = 100
"""Articles read at once."""

_DAY = 11
_OUTLET = 22
_COUNT = 5


class ArticleList(PagedList[ArticleRow]):
    """Every stored article, the one published last first."""

    HELP: ClassVar[str] = (
        "Articles\n\n"
        "Every stored article, the one published last first: when it was published, by whom, its "
        "title, and how many statements have been recorded from it. / filters by words of the "
        "title, outlet or address. Enter opens the text with its quotes; a stores another "
        "article; E changes what is known of the one under the cursor."
    )
    BINDINGS: ClassVar[list[BindingType]] = movements("articles")

    def identity_of(self, row: ArticleRow) -> int:
        """The article's id."""
        return row.id

    def segments_of(self, row: ArticleRow, width: int) -> Iterable[Segment]:
        """Day, outlet, title and count."""
        outlet = min(_OUTLET, max(10, width // 5))
        room = width - _DAY - 2 - outlet - 2 - _COUNT - 1
        day = stored_day(row.published)
        title = clean_line(row.title or row.url or f"untitled {row.kind.value}")
        count = f"{row.statements:,}" if row.statements else "–"
        yield Segment(f"{day:>{_DAY}}  ", self.tones["quiet"])
        yield Segment(fit(clean_line(row.outlet or row.kind.value), outlet) + "  ")
        yield Segment(fit(title, room), self.tones["strong"])
        yield Segment(f"{cut(count, _COUNT):>{_COUNT}} ", self.tones["quiet"])
