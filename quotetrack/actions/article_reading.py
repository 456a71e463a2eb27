"""Reading articles: pages of the list, and everything about one."""

from quotetrack.domain.article_records import ArticleKey as ArticleKey
from quotetrack.domain.article_records import ArticleRecord, ArticleRow
from quotetrack.store.database import Reader
from quotetrack.store.reading import article_pages


def list_article_rows(
    reader: Reader, text: str = "", limit: int = 50, after: ArticleKey | None = None
) -> list[ArticleRow]:
    """A page of the articles, the one published last first, beginning below the key `after`.

    Args:
        text: part of the title, outlet or address.
    """
    return article_pages.list_article_rows(reader.connection, text, limit, after)


def show_article(reader: Reader, article_id: int) -> ArticleRecord:
    """Everything about one article but its text.

    Raises:
        NotFound: there is no such article.
    """
    return article_pages.read_article_record(reader.connection, article_id)
