"""What the sample's desk has decided so far, and what still waits in its inbox."""

from dataclasses import dataclass

from quotetrack.domain.vocabulary import Attribution, LinkState, Relation, Workflow


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where a contradiction stands: its state, how sure the suggestion was, and why."""

    state: LinkState
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlainLink:
    """A relation that is no contradiction, between the later and the earlier utterance."""

    later: str
    earlier: str
    relation: Relation
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskNote:
    """A remark of the desk on an utterance."""

    about: str
    text: str


JUDGEMENTS: dict[tuple[str, str], Judgement] = {
    ("d1-u-nowhere", "d1-u-neversold"): Judgement(
        LinkState.SUGGESTED,
        0.94,
        (
            "'He is going nowhere' against 'I never said he wouldn’t be sold'",
            "he denies his own words of 15 days before",
        ),
    ),
    ("d1-u-nowhere", "d1-u-nottrue"): Judgement(
        LinkState.CONFIRMED,
        0.97,
        ("'it was not true', of the same words", "he took them back on the radio himself"),
    ),
    ("d1-u-calf", "d1-u-tear"): Judgement(
        LinkState.CONFIRMED,
        0.88,
        ("'a tight calf, nothing more' against 'a tear and not a tightness'",),
    ),
    ("d1-u-nobid", "d1-u-bid19"): Judgement(
        LinkState.SUGGESTED,
        0.91,
        (
            "'no bid had been received' against 'An offer of £19m arrived in July'",
            "the offer he now reports is older than his denial of any",
        ),
    ),
    ("d1-u-bid19", "d1-u-bid16"): Judgement(
        LinkState.SUGGESTED,
        0.83,
        ("£19m against £16m for the same offer of July", "he calls the difference wishes"),
    ),
    ("d1-u-easter2", "d1-u-handshake"): Judgement(
        LinkState.NEEDS_MORE,
        0.64,
        ("a promised contract against 'only ever a handshake'", "a handshake may be a promise"),
    ),
    ("d2-u-sept23", "d2-u-july"): Judgement(
        LinkState.CONFIRMED,
        0.92,
        ("'Sept. 23' against 'in July, not September'", "the later words were said under oath"),
    ),
    ("d2-u-fourcomplaints", "d2-u-thirtyone"): Judgement(
        LinkState.SUGGESTED,
        0.9,
        ("four complaints against thirty-one", "'at that point' means the same day"),
    ),
    ("d2-u-norecall", "d2-u-safety"): Judgement(
        LinkState.SUGGESTED,
        0.79,
        ("'there would be no recall' against 'We are recalling Glow 2'", "24 days apart"),
    ),
    ("d2-u-nevermouth", "d2-u-mayhave"): Judgement(
        LinkState.SUGGESTED,
        0.86,
        (
            "'Those words never left my mouth' against 'I may have said the cells run hot'",
            "the later words were said in a deposition",
        ),
    ),
}
"""Every contradiction of the invented stories, by its earlier and later utterance."""

FALSE_ALARM = ("d1-u-scan", "d1-u-scan7")
FALSE_ALARM_JUDGEMENT = Judgement(
    LinkState.DISMISSED,
    0.55,
    ("'by Thursday' against '7 August' for one scan", "7 August 2025 was that Thursday"),
)
"""A suggestion that the desk has turned down: both days are the same."""

PLAIN_LINKS: tuple[PlainLink, ...] = (
    PlainLink(
        "d1-u-easter2", "d1-u-easter", Relation.REPEATS, ("the same promise, two weeks later",)
    ),
    PlainLink("d1-u-mgrchain", "d1-u-locker", Relation.RESPONDS_TO, ("he laughed at the rumour",)),
    PlainLink(
        "d1-u-scripted",
        "d1-u-misled",
        Relation.RESPONDS_TO,
        ("chairman against former manager: two speakers, so no contradiction",),
    ),
    PlainLink(
        "d1-u-licence",
        "d1-u-tix231",
        Relation.RESPONDS_TO,
        ("the supporters dispute the club's figure: two speakers, so no contradiction",),
    ),
    PlainLink(
        "d2-u-nothingtodo",
        "d2-u-firestart",
        Relation.RESPONDS_TO,
        ("the company against the fire marshal",),
    ),
    PlainLink("d2-u-startedfire", "d2-u-firestart", Relation.REPEATS, ("he stood by his account",)),
    PlainLink(
        "d2-u-software",
        "d2-u-oneplant",
        Relation.RESPONDS_TO,
        ("supplier and maker blame each other",),
    ),
    PlainLink(
        "d2-u-briefed", "d2-u-adjectives", Relation.RESPONDS_TO, ("she disputed his remark",)
    ),
)

WORKFLOWS: dict[str, Workflow] = {
    "lachin-1": Workflow.REVIEWED,
    "lachin-2": Workflow.REVIEWED,
    "lachin-3": Workflow.REVIEWED,
    "d1-a1": Workflow.PUBLISHED,
    "d1-a2": Workflow.REVIEWED,
    "d1-a3": Workflow.IN_REVIEW,
    "d2-a1": Workflow.REVIEWED,
    "d2-a2": Workflow.IN_REVIEW,
    "d2-a3": Workflow.DRAFT,
}
"""How far the statements first found in an article have come."""

ATTRIBUTIONS: dict[str, Attribution] = {
    "d2-u-runhot": Attribution.DISPUTED,
    "d2-u-freereplacement": Attribution.MISATTRIBUTED,
}
"""What is known of whether these words are the speaker's, where it is not as usual."""

UNREAD = frozenset({"d2-u-smallshare", "d2-u-nothingless", "d2-u-gadgetblog"})
"""Statements accepted in bulk that nobody has looked at yet."""

NOTES: tuple[DeskNote, ...] = (
    DeskNote(
        "lachin-checkpoint",
        "Known only from later reports. Find the remark of 5 December in a source of that week, "
        "and the denial itself.",
    ),
    DeskNote(
        "lachin-consensus",
        "Bayramov gave another picture two days before. Two speakers who disagree: "
        "no contradiction.",
    ),
    DeskNote("d1-u-nowhere", "Ask the radio station for the recording of 14 September."),
    DeskNote("d1-u-calf", "The club doctor was less sure on the same day."),
    DeskNote("d1-u-tix214", "The paper corrected its own figure; nobody at the club did."),
    DeskNote(
        "d2-u-runhot",
        "Known only through a former employee. Her denial is recorded as an event; "
        "hearsay makes no contradiction.",
    ),
    DeskNote("d2-u-sept23", "The transcript is a court filing: get the page number."),
    DeskNote("d2-u-norecall", "Letter of 7 November is on file."),
)

TAGS: dict[str, tuple[str, ...]] = {
    "checkpoint": ("lachin-checkpoint", "lachin-border", "lachin-tension", "lachin-openness"),
    "transfer": ("d1-u-nowhere", "d1-u-nobid", "d1-u-bid19", "d1-u-bid16", "d1-u-nottrue"),
    "ticket sales": ("d1-u-tix214", "d1-u-tix231", "d1-u-licence", "d1-u-corporate"),
    "product safety": ("d2-u-nohazard", "d2-u-norecall", "d2-u-safety", "d2-u-firestart"),
    "under oath": ("d2-u-july", "d2-u-legaldate", "d2-u-mayhave"),
}
"""The desk's own labels, and the utterances that carry them."""


@dataclass(frozen=True, slots=True)
class Call:
    """A talk that was not for publication, known from the desk's own memory.

    Attributes:
        day: ISO 8601.
    """

    day: str
    speaker: str
    words: str
    note: str


OFF_RECORD_CALL = Call(
    "2025-08-06",
    "unnamed dressing-room source",
    "the captain asked to leave as well, and was told to wait until the window shuts",
    "Rang back at nine. Not for publication, not even as background.",
)
