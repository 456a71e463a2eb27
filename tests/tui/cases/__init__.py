"""One case for each action that writes: how it is reached, what is typed, what must be stored."""

from tests.tui.cases import (
    adding,
    article,
    contradictions,
    desk,
    history,
    inbox,
    places,
    searches,
    sources,
    speaker,
    statement,
)
from tests.tui.cases.case import Case

CASES: dict[str, Case] = {
    **adding.CASES,
    **speaker.CASES,
    **statement.CASES,
    **desk.CASES,
    **article.CASES,
    **contradictions.CASES,
    **inbox.CASES,
    **places.CASES,
    **searches.CASES,
    **sources.CASES,
    **history.CASES,
}
