"""Words for the smaller facts about a statement: its form, its dates, its relations."""

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import (
    Attribution,
    AttributionBasis,
    DateBasis,
    Form,
    Precision,
    Relation,
)
from quotetrack.tui.widgets.glyphs import Sign

FORMS = {
    Form.VERBATIM: "verbatim",
    Form.PARTIAL: "partly verbatim, a fragment in quotation marks",
    Form.MIXED: "partly verbatim, partly retold",
    Form.PARAPHRASE: "retold, not verbatim",
}
"""How a quote renders the words."""

DATE_BASES = {
    DateBasis.STATED: "stated in the source",
    DateBasis.RELATIVE: "reckoned from a relative phrase",
    DateBasis.SCENE: "carried from the scene it was said in",
    DateBasis.CAPTION: "from a caption",
    DateBasis.DATELINE: "from the dateline",
    DateBasis.PUBLICATION: "from the day of publication, nothing better",
    DateBasis.ENTERED: "entered by a person",
}
"""Where a date comes from."""

ATTRIBUTIONS = {
    Attribution.CONFIRMED: Sign("✓", "attribution confirmed", "success"),
    Attribution.PROBABLE: Sign("∼", "attribution probable", "success"),
    Attribution.UNVERIFIED: Sign("○", "attribution unverified", "quiet"),
    Attribution.DISPUTED: Sign("≠", "attribution disputed", "warning"),
    Attribution.MISATTRIBUTED: Sign("✗", "misattributed", "error"),
    Attribution.FABRICATED: Sign("✗", "fabricated", "error"),
    Attribution.ALTERED: Sign("✗", "altered", "error"),
    Attribution.OUT_OF_CONTEXT: Sign("≠", "out of context", "warning"),
}
"""How far it is established that the speaker said so."""

ATTRIBUTION_BASES = {
    AttributionBasis.ON_RECORD: "on the record",
    AttributionBasis.BACKGROUND: "on background",
    AttributionBasis.DEEP_BACKGROUND: "on deep background",
    AttributionBasis.OFF_RECORD: "off the record",
    AttributionBasis.UNKNOWN: "on terms unknown",
}
"""On what terms the words were given."""

_TO_AN_EARLIER = {
    Relation.CONTRADICTS: "contradicts the earlier",
    Relation.IN_TENSION: "is in tension with the earlier",
    Relation.REPEATS: "repeats the earlier",
    Relation.RESPONDS_TO: "responds to the earlier",
    Relation.TRANSLATES: "translates the earlier",
    Relation.NARROWS: "narrows the earlier",
    Relation.BROADENS: "broadens the earlier",
}

_TO_A_LATER = {
    Relation.CONTRADICTS: "contradicted by the later",
    Relation.IN_TENSION: "in tension with the later",
    Relation.REPEATS: "repeated by the later",
    Relation.RESPONDS_TO: "answered by the later",
    Relation.TRANSLATES: "translated by the later",
    Relation.NARROWS: "narrowed by the later",
    Relation.BROADENS: "broadened by the later",
}

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def relation_words(relation: Relation, direction: str) -> str:
    """How this statement stands to the other end, whose place is `direction`."""
    return (_TO_AN_EARLIER if direction == "earlier" else _TO_A_LATER)[relation]


def list_date(date: UncertainDate) -> str:
    """A date in at most twelve cells, for the first column of a list.

    Before the day stands a space, `~` where it is the last of an interval, `≤` or `≥` where the
    interval is open.
    """
    if date.earliest is None and date.latest is None:
        return " no date"
    if date.earliest is None:
        return "≤" + _day(str(date.latest))
    if date.latest is None:
        return "≥" + _day(date.earliest)
    if date.earliest[:10] == date.latest[:10]:
        return " " + _day(date.earliest)
    if date.precision is Precision.MONTH and date.earliest[:7] == date.latest[:7]:
        return "    " + _day(date.earliest[:7])
    if date.precision is Precision.YEAR and date.earliest[:4] == date.latest[:4]:
        return "        " + date.earliest[:4]
    return "~" + _day(date.latest)


def stored_day(moment: str | None) -> str:
    """A stored moment's day for people, or "no date"."""
    return _day(moment).strip() if moment else "no date"


def _day(moment: str) -> str:
    year, *rest = moment[:10].split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1]):>2} {month} {year}"
