"""The fields of the search language: the one table that parser, completion and help read."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from quotetrack.domain.vocabulary import DENIALS, EventType, Form, Status, Workflow


class Takes(StrEnum):
    """What stands behind the colon of a field."""

    NAME = "name"
    VALUE = "value"
    PERIOD = "period"


class Field(NamedTuple):
    """A field of the search language.

    Attributes:
        name: what is typed before the colon.
        takes: what stands behind it.
        meaning: which statements it finds, as "those ..." would go on.
        example: a term with it that runs on the sample.
        values: all that it takes, each with what it means; empty where names or days are taken.
    """

    name: str
    takes: Takes
    meaning: str
    example: str
    values: Mapping[str, str] = {}


class Order(StrEnum):
    """In which order statements are found; `sort:` names it."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"


STATUSES: Mapping[str, str] = {
    Status.NO_LATER_EVENT.value: "nothing later is recorded",
    Status.DENIED.value: "the speaker denied it, in one of three ways",
    EventType.DENIED_SAYING.value: "denied having said it",
    EventType.DENIED_SUBSTANCE.value: "denied that it is so",
    EventType.DENIED_UNSPECIFIED.value: "denied it, not said in what sense",
    Status.RETRACTED.value: "the speaker took it back",
    Status.CORRECTED.value: "the speaker gave other facts",
    Status.CLARIFIED.value: "the speaker said how it was meant",
    Status.WALKED_BACK.value: "the speaker softened it",
    Status.SUPERSEDED.value: "the speaker replaced it by something newer",
}
"""What `status:` takes; a kind of denial stands for a status that comes from such an act."""

EVENTS: Mapping[str, str] = {
    **{
        event.value: STATUSES[event.value]
        for event in EventType
        if event in DENIALS or event.value in STATUSES
    },
    EventType.APOLOGISED.value: "the speaker apologised for it",
    EventType.REAFFIRMED.value: "the speaker stood by it",
    EventType.THIRD_PARTY_DISPUTED.value: "somebody else disputed it",
    EventType.PUBLISHER_CORRECTED.value: "a publisher corrected its report of it",
    EventType.PUBLISHER_WITHDREW.value: "a publisher withdrew its report of it",
}
"""What `event:` takes."""

FORMS: Mapping[str, str] = {
    Form.VERBATIM.value: "word for word",
    Form.PARTIAL.value: "a fragment in quotation marks",
    Form.MIXED.value: "partly word for word",
    Form.PARAPHRASE.value: "in the source's own words",
}
"""What `form:` takes."""

UNREVIEWED = (Workflow.DRAFT, Workflow.UNREAD, Workflow.IN_REVIEW)
"""The stages before a review has ended, which `is:unreviewed` stands for."""

STAGES: Mapping[str, str] = {
    "unreviewed": "not reviewed yet: a draft, unread or in review",
    Workflow.DRAFT.value: "still a draft",
    Workflow.UNREAD.value: "taken in with others, read by nobody yet",
    Workflow.IN_REVIEW.value: "with a second person",
    Workflow.REVIEWED.value: "reviewed by a second person",
    Workflow.PUBLISHED.value: "published",
    Workflow.WITHDRAWN.value: "withdrawn",
}
"""What `is:` takes."""

_TABLE = (
    Field("speaker", Takes.NAME, "by a speaker with such a name", "speaker:volkov"),
    Field("role", Takes.NAME, "by a speaker who held such a role then", "role:minister"),
    Field("outlet", Takes.NAME, "quoted by an outlet with such a name", "outlet:gazette"),
    Field("tag", Takes.NAME, "with a label of the desk", "tag:checkpoint"),
    Field("status", Takes.VALUE, "with this status", "status:denied", STATUSES),
    Field("event", Takes.VALUE, "to which this ever happened", "event:apologised", EVENTS),
    Field("form", Takes.VALUE, "with a quote of this form", "form:verbatim", FORMS),
    Field(
        "has",
        Takes.VALUE,
        "that have a contradiction or a note",
        "has:contradiction",
        {
            "contradiction": "a contradiction that nobody has dismissed",
            "note": "a note of the desk",
        },
    ),
    Field("is", Takes.VALUE, "at this stage on the desk", "is:unreviewed", STAGES),
    Field("said", Takes.PERIOD, "said in this time, or perhaps", "said:2022-12..2023-03"),
    Field("year", Takes.PERIOD, "said in this year, or perhaps", "year:2022"),
    Field("before", Takes.PERIOD, "said before this, or perhaps", "before:2022-12-05"),
    Field("after", Takes.PERIOD, "said after this, or perhaps", "after:2022"),
    Field(
        "sort",
        Takes.VALUE,
        "in another order",
        "sort:oldest",
        {
            Order.NEWEST.value: "the newest first, as without it",
            Order.OLDEST.value: "the oldest first",
            Order.RELEVANCE.value: "the best match first, of the newest 1,000",
        },
    ),
)

FIELDS: Mapping[str, Field] = {field.name: field for field in _TABLE}
"""Every field by its name."""
