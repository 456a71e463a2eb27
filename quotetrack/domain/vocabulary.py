"""The enumerations of the domain, in the field's own terms."""

from enum import StrEnum


class SpeakerKind(StrEnum):
    """What a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNNAMED = "unnamed"


class NameMatch(StrEnum):
    """How a spelling answers to a typed name, the surest first."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    SOUND = "sound"
    NEAR = "near"


class NameKind(StrEnum):
    """How a spelling relates to its speaker."""

    CANONICAL = "canonical"
    ALIAS = "alias"
    FORMER = "former"
    NICKNAME = "nickname"
    TRANSLITERATION = "transliteration"


class RoleKind(StrEnum):
    """What sort of title a role is."""

    OFFICE = "office"
    PARTY = "party"
    RANK = "rank"
    SPOKESPERSON = "spokesperson"
    EMPLOYMENT = "employment"


class RoleBasis(StrEnum):
    """How it is known that a speaker held a role."""

    RECORDED_THEN = "recorded_then"
    REPORTED_LATER = "reported_later"
    LOOKED_UP = "looked_up"


class ArticleKind(StrEnum):
    """What a published piece is."""

    ARTICLE = "article"
    POST = "post"
    VIDEO = "video"
    AUDIO = "audio"
    TRANSCRIPT = "transcript"
    DOCUMENT = "document"
    IMAGE = "image"
    INTERVIEW = "interview"
    CORRESPONDENCE = "correspondence"


class Provenance(StrEnum):
    """How near a source stands to what it reports."""

    PRIMARY = "primary"
    EYEWITNESS = "eyewitness"
    SECONDARY = "secondary"
    UNKNOWN = "unknown"


class Form(StrEnum):
    """How a quote renders the words."""

    VERBATIM = "verbatim"
    PARTIAL = "partial"
    MIXED = "mixed"
    PARAPHRASE = "paraphrase"


class EventType(StrEnum):
    """What happened to a statement later."""

    DENIED_SAYING = "denied_saying"
    DENIED_SUBSTANCE = "denied_substance"
    DENIED_UNSPECIFIED = "denied_unspecified"
    RETRACTED = "retracted"
    APOLOGISED = "apologised"
    CORRECTED = "corrected"
    CLARIFIED = "clarified"
    WALKED_BACK = "walked_back"
    REAFFIRMED = "reaffirmed"
    SUPERSEDED = "superseded"
    THIRD_PARTY_DISPUTED = "third_party_disputed"
    PUBLISHER_CORRECTED = "publisher_corrected"
    PUBLISHER_WITHDREW = "publisher_withdrew"


class EventState(StrEnum):
    """Whether a person has accepted that an event happened."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class Status(StrEnum):
    """What became of a statement, derived from its speaker's own later acts."""

    NO_LATER_EVENT = "no_later_event"
    DENIED = "denied"
    RETRACTED = "retracted"
    CORRECTED = "corrected"
    CLARIFIED = "clarified"
    WALKED_BACK = "walked_back"
    SUPERSEDED = "superseded"


class Relation(StrEnum):
    """How a later statement or event stands to an earlier statement."""

    CONTRADICTS = "contradicts"
    IN_TENSION = "in_tension"
    REPEATS = "repeats"
    RESPONDS_TO = "responds_to"
    TRANSLATES = "translates"
    NARROWS = "narrows"
    BROADENS = "broadens"


class Basis(StrEnum):
    """What a contradiction rests on."""

    DENIAL = "denial"
    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    ATTRIBUTION = "attribution"
    POSITION_CHANGE = "position_change"
    PROMISE_VS_ACT = "promise_vs_act"


class LinkState(StrEnum):
    """What a person has decided about a link."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    NEEDS_MORE = "needs_more"


class DateBasis(StrEnum):
    """Where the date of a statement or event comes from."""

    STATED = "stated"
    RELATIVE = "relative"
    SCENE = "scene"
    CAPTION = "caption"
    DATELINE = "dateline"
    PUBLICATION = "publication"
    ENTERED = "entered"


class Precision(StrEnum):
    """The finest unit in which a date is known."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Attribution(StrEnum):
    """How far the attribution of a quote to its speaker is established."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    MISATTRIBUTED = "misattributed"
    FABRICATED = "fabricated"
    ALTERED = "altered"
    OUT_OF_CONTEXT = "out_of_context"


class AttributionBasis(StrEnum):
    """On what terms the words were given to the source."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep_background"
    OFF_RECORD = "off_record"
    UNKNOWN = "unknown"


class Workflow(StrEnum):
    """How far a statement has come on the desk."""

    DRAFT = "draft"
    UNREAD = "unread"
    IN_REVIEW = "in_review"
    REVIEWED = "reviewed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Visibility(StrEnum):
    """Who may be shown a statement; off-record material hides by default."""

    OPEN = "open"
    OFF_RECORD = "off_record"


class AnchorState(StrEnum):
    """What the last check of a quote against its source found."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    UNANCHORED = "unanchored"
    HEARD = "heard"


class CaptureState(StrEnum):
    """What became of a line in the inbox."""

    WAITING = "waiting"
    WORKED_UP = "worked_up"
    DISCARDED = "discarded"


class Certainty(StrEnum):
    """How sure a field of an article's metadata is."""

    SURE = "sure"
    UNSURE = "unsure"


DENIALS = frozenset(
    {EventType.DENIED_SAYING, EventType.DENIED_SUBSTANCE, EventType.DENIED_UNSPECIFIED}
)
"""The three denials, which are never turned into one another nor into a retraction."""
