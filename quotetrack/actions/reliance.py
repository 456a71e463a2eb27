"""Which article takes its report from which: recorded, and taken back."""

from typing import TYPE_CHECKING

from quotetrack.actions.rows import optional_line
from quotetrack.domain.errors import NotFound, Refused
from quotetrack.domain.text import shorten
from quotetrack.store.database import Database

if TYPE_CHECKING:
    from quotetrack.domain.tables import Article, ArticleReliance
    from quotetrack.store.unit import Unit


def set_reliance(
    database: Database, article_id: int, relies_on_id: int, *, note: str | None = None
) -> int:
    """Record that an article takes its report from another; recorded again, the note changes.

    Returns:
        The id of the reliance.

    Raises:
        Refused: the two are one article.
        NotFound: there is no such article.
    """
    if article_id == relies_on_id:
        raise Refused("An article does not rely on itself. Name the one it takes its report from.")
    with database.unit("set_reliance") as unit:
        from quotetrack.domain.tables import Article, ArticleReliance

        article, other = unit.get(Article, article_id), unit.get(Article, relies_on_id)
        unit.summary = f"“{_shown(article)}” relies on “{_shown(other)}”"
        reliance = _find(unit, article_id, relies_on_id)
        if reliance is None:
            reliance = ArticleReliance(
                id=unit.new_id(), article_id=article_id, relies_on_id=relies_on_id
            )
            reliance.note = optional_line(note)
            unit.add(reliance)
        elif optional_line(note) is not None:
            reliance.note = optional_line(note)
        return reliance.id


def remove_reliance(database: Database, article_id: int, relies_on_id: int) -> None:
    """Record that an article does not take its report from another after all.

    Raises:
        NotFound: that it does is not recorded.
    """
    with database.unit("remove_reliance") as unit:
        from quotetrack.domain.tables import Article

        reliance = _find(unit, article_id, relies_on_id)
        if reliance is None:
            raise NotFound("It is not recorded that the one relies on the other.")
        article, other = unit.get(Article, article_id), unit.get(Article, relies_on_id)
        unit.summary = f"“{_shown(article)}” does not rely on “{_shown(other)}”"
        unit.delete(reliance)


def _find(unit: "Unit", article_id: int, relies_on_id: int) -> "ArticleReliance | None":
    from sqlmodel import col, select

    from quotetrack.domain.tables import ArticleReliance

    query = select(ArticleReliance).where(
        col(ArticleReliance.article_id) == article_id,
        col(ArticleReliance.relies_on_id) == relies_on_id,
    )
    return unit.session.exec(query).first()


def _shown(article: "Article") -> str:
    return shorten(article.title or article.url or "untitled", 40)
