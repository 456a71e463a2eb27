"""Words for a time that name no day: now, recently, soon, later."""

import re

from quotetrack.analysis import periods
from quotetrack.analysis.date_scene import Scene
from quotetrack.analysis.periods import Period

PRESENT = (
    r"(?i:currently|nowadays|at\s+present|at\s+the\s+moment|right\s+now|these\s+days"
    r"|now(?!\s+that))(?![\w-])"
)
PAST = (
    r"(?i:(?:more\s+|most\s+)?recently|recent\s+(?:days|weeks|months|years|times)|lately"
    r"|in\s+the\s+past(?!\s+\w+\s+(?:days|weeks|months|years)))(?![\w-])"
)
FUTURE = (
    r"(?i:(?:very\s+|as\s+)?soon(?!\s+(?:after|as))|in\s+the\s+(?:near\s+)?future|the\s+future"
    r"|in\s+the\s+coming\s+(?:days|weeks|months|years))(?![\w-])"
)
LATER = r"(?i:later)(?=\s+(?:\w+ed|said|told|wrote|went|came|took|made|gave|became|withdrew)\b)"


def read_present(_match: re.Match[str], _scene: Scene) -> Period:
    """PRESENT_REF."""
    return periods.vague("PRESENT_REF")


def read_past(_match: re.Match[str], _scene: Scene) -> Period:
    """PAST_REF."""
    return periods.vague("PAST_REF")


def read_future(_match: re.Match[str], _scene: Scene) -> Period:
    """FUTURE_REF."""
    return periods.vague("FUTURE_REF")


def read_later(_match: re.Match[str], scene: Scene) -> Period:
    """Later: from the day named before it to publication; TIMEX3 has but a reference for it."""
    known = scene.previous is not None and scene.previous <= scene.published
    return Period(scene.previous if known else None, scene.published, "FUTURE_REF", None)
