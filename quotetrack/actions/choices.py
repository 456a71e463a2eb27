"""SpeakerChoice: who is meant, a speaker already known or a new one."""

from dataclasses import dataclass

from quotetrack.domain.vocabulary import SpeakerKind


@dataclass(frozen=True, slots=True)
class ExistingSpeaker:
    """A speaker that the database knows by this id."""

    id: int


@dataclass(frozen=True, slots=True)
class NewSpeaker:
    """A speaker to be recorded in the same step, under this name."""

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON


SpeakerChoice = ExistingSpeaker | NewSpeaker
