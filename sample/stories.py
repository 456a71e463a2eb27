"""What a story of the sample holds: articles, speakers, renderings, events and contradictions."""

from dataclasses import dataclass

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import (
    Basis,
    EventType,
    Form,
    NameKind,
    RoleBasis,
    RoleKind,
    SpeakerKind,
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One more way of writing a speaker."""

    name: str
    kind: NameKind
    script: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class AttestedRole:
    """A title, and the days on which sources give it to its holder."""

    title: str
    organisation: str | None
    kind: RoleKind
    basis: RoleBasis
    attested_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySpeaker:
    """A speaker under the canonical name, with every spelling and role."""

    name: str
    kind: SpeakerKind
    spellings: tuple[Spelling, ...]
    roles: tuple[AttestedRole, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One run of words in one article; those of one utterance make one statement.

    Attributes:
        start: first character in the article's text, in code points.
        end: offset behind the last one.
    """

    utterance: str
    speaker: str
    mention: str
    cue: str
    form: Form
    text: str
    start: int
    end: int
    said: UncertainDate


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """Something that happened to an utterance, as its article shows it."""

    about: str
    type: EventType
    actor: str
    happened: UncertainDate
    evidence: str
    start: int
    end: int
    characterised_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """One article with everything annotated in it.

    Attributes:
        published: the day, ISO 8601.
        updated: the day of the last update, or None.
    """

    id: str
    outlet: str
    url: str
    title: str
    byline: str
    published: str
    updated: str | None
    text: str
    renderings: tuple[Rendering, ...]
    events: tuple[StoryEvent, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two utterances of one speaker that do not fit."""

    earlier: str
    later: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of one matter, and what does not fit in what they report."""

    id: str
    speakers: tuple[StorySpeaker, ...]
    articles: tuple[StoryArticle, ...]
    contradictions: tuple[Contradiction, ...]
