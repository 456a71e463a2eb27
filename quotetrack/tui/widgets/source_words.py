"""The phrases in which several parts of a document name a source and its words."""

from typing import TYPE_CHECKING

from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.facts import stored_day

if TYPE_CHECKING:
    from quotetrack.domain.records import ArticleSummary


def source_line(article: "ArticleSummary | None", *, title: bool = True) -> str:
    """Title, outlet and day of a source; what is missing is said, not left out."""
    if article is None:
        return "source not recorded"
    parts = [article.title] if title and article.title else []
    parts.append(article.outlet or "outlet not recorded")
    parts.append(stored_day(article.published))
    if not title:
        parts.append(article.kind.replace("_", " "))
        if article.provenance != "unknown":
            parts.append(f"{article.provenance} source")
    return clean_line(" · ".join(parts))


def bare(words: str) -> str:
    """Wording without marks of its own at both ends, to be set between ours."""
    return clean_line(words).strip().strip('“”"„«»')
