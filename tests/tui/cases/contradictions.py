"""What is decided on a pair."""

from quotetrack.actions.registry import BY_NAME
from tests.tui.cases.case import Case, by_keys, holds

_THERE = by_keys(BY_NAME["contradictions"].key)

CASES = {
    "confirm": Case(holds("link", "confirmed"), reach=_THERE, asks=False),
    "dismiss": Case(holds("link", "dismissed"), reach=_THERE, asks=False),
    "position_change": Case(holds("link", "position_change"), reach=_THERE, asks=False),
    "needs_more": Case(holds("link", "needs_more"), reach=_THERE, asks=False),
}
