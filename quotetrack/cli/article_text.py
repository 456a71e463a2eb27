"""An article with its stored text, for people and as JSON."""

from quotetrack.actions.reading import ArticleText
from quotetrack.cli.console import Console
from quotetrack.cli.json_form import Json, article
from quotetrack.domain.identifiers import print_identifier
from quotetrack.domain.text import clean_line, clean_text


def article_json(stored: ArticleText) -> Json:
    """The article's JSON with `text`: exactly as received, null without a snapshot."""
    return {**article(stored.summary), "text": stored.text}


def print_article(console: Console, stored: ArticleText) -> None:
    """Print what is known of the article, and its text cleaned for display."""
    summary = stored.summary
    console.line(console.styled(clean_line(summary.title or "untitled"), "bold"))
    for name, value in (
        ("id", print_identifier(summary.id)),
        ("kind", summary.kind.value),
        ("outlet", summary.outlet),
        ("url", summary.url),
        ("published", summary.published),
        ("provenance", summary.provenance.value),
    ):
        if value:
            console.line(console.styled(f"{name:<12}", "dim") + clean_line(value))
    console.line()
    if stored.text is None:
        console.message("No text of it is stored.")
    else:
        console.line(clean_text(stored.text).expandtabs(4).rstrip())
