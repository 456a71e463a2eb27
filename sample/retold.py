"""Read the Lachin story: texts of our own, and annotations that name the words they mean."""

import json
from pathlib import Path
from typing import Any

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import (
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
    Rendering,
    Spelling,
    Story,
    StoryArticle,
    StoryEvent,
    StorySpeaker,
)

FOLDER = Path(__file__).parent / "lachin"


def read_story() -> Story:
    """The Lachin story."""
    data = json.loads((FOLDER / "annotations.json").read_text(encoding="utf-8"))
    return Story(
        data["story"],
        tuple(_speaker(entry) for entry in data["speakers"]),
        tuple(_article(entry) for entry in data["articles"]),
        # Its one contradiction points to a denial, and comes with that event.
        contradictions=(),
    )


def _speaker(entry: dict[str, Any]) -> StorySpeaker:
    return StorySpeaker(
        entry["name"],
        SpeakerKind(entry["kind"]),
        tuple(
            Spelling(
                spelling["name"],
                NameKind(spelling["kind"]),
                spelling.get("script"),
                spelling.get("language"),
            )
            for spelling in entry["names"]
        ),
        tuple(
            AttestedRole(
                role["title"],
                role["organisation"],
                RoleKind(role["kind"]),
                RoleBasis(role["basis"]),
                (role["attested_on"],),
            )
            for role in entry["roles"]
        ),
    )


def _article(entry: dict[str, Any]) -> StoryArticle:
    text = (FOLDER / entry["file"]).read_text(encoding="utf-8")
    return StoryArticle(
        entry["id"],
        entry["outlet"],
        entry["url"],
        entry["title"],
        entry["byline"],
        entry["published"],
        None,
        text,
        tuple(_rendering(statement, text) for statement in entry["statements"]),
        tuple(_event(event, text) for event in entry.get("events", ())),
    )


def _rendering(entry: dict[str, Any], text: str) -> Rendering:
    start, end = _only_place(entry["text"], text)
    return Rendering(
        entry["utterance"],
        entry["speaker"],
        entry["mention"],
        entry["cue"],
        Form(entry["form"]),
        entry["text"],
        start,
        end,
        _date(entry, "said"),
    )


def _event(entry: dict[str, Any], text: str) -> StoryEvent:
    start, end = _only_place(entry["evidence"], text)
    return StoryEvent(
        entry["about"],
        EventType(entry["type"]),
        entry["actor"],
        _date(entry, "date"),
        entry["evidence"],
        start,
        end,
        entry["characterised_by"],
        entry["note"],
    )


def _date(entry: dict[str, Any], field: str) -> UncertainDate:
    return UncertainDate(
        entry[f"{field}_from"],
        entry[f"{field}_to"],
        Precision.DAY,
        entry["zone"],
        entry["phrase"],
        DateBasis(entry["basis"]),
    )


def _only_place(words: str, text: str) -> tuple[int, int]:
    if text.count(words) != 1:
        raise ValueError(f"'{words}' must stand exactly once in its article.")
    start = text.index(words)
    return start, start + len(words)
