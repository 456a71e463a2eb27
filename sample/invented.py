"""Read the two invented stories: annotated articles and the contradictions in them."""

import calendar
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.text import fold_name
from quotetrack.domain.vocabulary import (
    Basis,
    DateBasis,
    EventType,
    Form,
    NameKind,
    Precision,
    RoleBasis,
    RoleKind,
    SpeakerKind,
)
from sample.stories import (
    AttestedRole,
    Contradiction,
    Rendering,
    Spelling,
    Story,
    StoryArticle,
    StoryEvent,
    StorySpeaker,
)

FOLDER = Path(__file__).parent / "gold"

NICKNAMES = frozenset({"Teca"})
CONTEXTUAL = frozenset(
    {"the company", "the lawyer", "her lawyer", "a gadget blog", "owners", "supporters"}
)
"""Mentions that name their speaker in one article only, and would mislead a search."""

_MONTHS = [name for name in (*calendar.month_name, *calendar.month_abbr) if name]
_CALENDAR_WORDS = re.compile(rf"\b({'|'.join(_MONTHS)}|New Year)\b")


def read_stories() -> list[Story]:
    """The two stories, in the order of their file."""
    articles = list(_lines("articles.jsonl"))
    return [
        _story(data, [article for article in articles if article["story"] == data["story"]])
        for data in _lines("stories.jsonl")
    ]


def _lines(name: str) -> Iterator[dict[str, Any]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _story(data: dict[str, Any], articles: list[dict[str, Any]]) -> Story:
    return Story(
        data["story"],
        tuple(_speakers(articles)),
        tuple(_article(article) for article in articles),
        tuple(
            Contradiction(pair["earlier"], pair["later"], Basis(pair["basis"]))
            for pair in data["contradictions"]
        ),
    )


def _speakers(articles: list[dict[str, Any]]) -> Iterator[StorySpeaker]:
    appearances: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for article in articles:
        for speaker in article["speakers"]:
            appearances.setdefault(speaker["name"], []).append((article["published"], speaker))
    for name, entries in appearances.items():
        aliases = [alias for _, entry in entries for alias in entry["aliases"]]
        yield StorySpeaker(
            name,
            SpeakerKind(entries[0][1]["kind"]),
            tuple(_spellings(name, aliases)),
            tuple(_roles(entries)),
        )


def _spellings(name: str, aliases: Iterable[str]) -> Iterator[Spelling]:
    known = {fold_name(name)}
    for alias in aliases:
        written = alias.strip("‘’")
        folded = fold_name(written)
        if folded not in known and folded not in CONTEXTUAL:
            known.add(folded)
            kind = NameKind.NICKNAME if written in NICKNAMES else NameKind.ALIAS
            yield Spelling(written, kind)


def _roles(entries: list[tuple[str, dict[str, Any]]]) -> Iterator[AttestedRole]:
    attested: dict[tuple[str, str | None], list[str]] = {}
    for published, entry in entries:
        for role in entry["roles"]:
            attested.setdefault((role["title"], role["organisation"]), []).append(published)
    for (title, organisation), days in attested.items():
        yield AttestedRole(
            title, organisation, RoleKind.EMPLOYMENT, RoleBasis.RECORDED_THEN, tuple(days)
        )


def _article(data: dict[str, Any]) -> StoryArticle:
    return StoryArticle(
        data["id"],
        data["outlet"],
        data["url"],
        data["title"],
        data["byline"],
        data["published"],
        data["updated"],
        data["text"],
        tuple(_rendering(entry, data["text"]) for entry in data["statements"]),
        tuple(_event(entry, data) for entry in data["events"]),
    )


def _rendering(entry: dict[str, Any], text: str) -> Rendering:
    return Rendering(
        entry["utterance"],
        entry["speaker"],
        entry["mention"],
        entry["cue"],
        Form(entry["form"]),
        entry["text"],
        entry["start"],
        entry["end"],
        _date(entry["said_from"], entry["said_to"], entry["time_expression"], entry["start"], text),
    )


def _event(entry: dict[str, Any], article: dict[str, Any]) -> StoryEvent:
    return StoryEvent(
        entry["about"],
        EventType(entry["type"]),
        entry["actor"],
        _event_date(entry, article),
        entry["evidence"],
        entry["start"],
        entry["end"],
    )


def _event_date(entry: dict[str, Any], article: dict[str, Any]) -> UncertainDate:
    """The event's interval, with the phrase of the same speaker's words on those days."""
    days = entry["date_from"], entry["date_to"]
    phrases = [
        statement["time_expression"]
        for statement in article["statements"]
        if statement["speaker"] == entry["actor"]
        and (statement["said_from"], statement["said_to"]) == days
    ]
    return _date(*days, phrases[0] if phrases else None, entry["start"], article["text"])


def _date(
    earliest: str | None, latest: str | None, phrase: str | None, place: int, text: str
) -> UncertainDate:
    return UncertainDate(
        earliest,
        latest,
        Precision.MONTH if _whole_month(earliest, latest) else Precision.DAY,
        None,
        phrase,
        _basis(phrase, place, text),
    )


def _whole_month(earliest: str | None, latest: str | None) -> bool:
    if earliest is None or latest is None or earliest[:8] + "01" != earliest:
        return False
    first = date.fromisoformat(earliest)
    return latest == f"{earliest[:8]}{calendar.monthrange(first.year, first.month)[1]}"


def _basis(phrase: str | None, place: int, text: str) -> DateBasis:
    """Without a phrase, publication; with one from another paragraph, the scene goes on."""
    if phrase is None:
        return DateBasis.PUBLICATION
    paragraph_start = text.rfind("\n\n", 0, place) + 1
    paragraph_end = text.find("\n\n", place)
    paragraph = text[paragraph_start : paragraph_end if paragraph_end >= 0 else len(text)]
    if phrase not in paragraph:
        return DateBasis.SCENE
    return DateBasis.STATED if _CALENDAR_WORDS.search(phrase) else DateBasis.RELATIVE
