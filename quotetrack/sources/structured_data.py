"""JSON-LD in a page: the object that describes the article, and its people by name."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "Report",
        "ScholarlyArticle",
        "SocialMediaPosting",
    }
)
_PAGE_TYPES = frozenset({"WebPage", "ItemPage"})
_MOST_CHARACTERS = 500_000
_DEEPEST = 12


def article_data(tree: HtmlElement) -> dict[str, Any]:
    """What the page's own JSON-LD says of its article; empty where it says nothing.

    Objects that name others by @id are joined with them. Broken JSON is passed over but for
    what commonly breaks it: line feeds within strings and commas too many.
    """
    objects = [each for block in _blocks(tree) for each in _objects(block, 0)]
    by_id = {each["@id"]: each for each in objects if isinstance(each.get("@id"), str)}
    for wanted in (ARTICLE_TYPES, _PAGE_TYPES):
        for each in objects:
            if _types(each) & wanted and len(each) > 2:
                return {name: _joined(value, by_id) for name, value in each.items()}
    return {}


def names_of(value: Any) -> list[str]:
    """The names of people or organisations in a value of "author" or "publisher"."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return names_of(value.get("name"))
    if isinstance(value, list):
        return [name for each in value for name in names_of(each)]
    return []


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = (script.text or "")[:_MOST_CHARACTERS].strip()
        text = re.sub(r"^<!--|-->$|^//<!\[CDATA\[|//\]\]>$", "", text).strip()
        for attempt in (text, re.sub(r",\s*([}\]])", r"\1", text)):
            try:
                yield json.loads(attempt, strict=False)
                break
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name, inner in value.items():
            if name in ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"):
                yield from _objects(inner, depth + 1)


def _types(of: dict[str, Any]) -> set[str]:
    named = of.get("@type")
    types = named if isinstance(named, list) else [named]
    return {str(each).rpartition("/")[2] for each in types if isinstance(each, str)}


def _joined(value: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_joined(each, by_id) for each in value]
    if isinstance(value, dict) and "name" not in value and value.get("@id") in by_id:
        return by_id[value["@id"]]
    return value
