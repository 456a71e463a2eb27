"""Group the renderings of a story by utterance: each makes one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import Form
from sample.stories import Rendering, Story, StoryArticle

_FORMS_BEST_FIRST = (Form.VERBATIM, Form.MIXED, Form.PARAPHRASE, Form.PARTIAL)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One remark on one occasion.

    Attributes:
        text: the best wording that an article gives of it.
        said: the narrowest of the dates that articles give.
    """

    id: str
    speaker: str
    text: str
    said: UncertainDate


def utterances_of(story: Story) -> dict[str, Utterance]:
    """The utterances of a story by id, in the order in which its articles first report them."""
    renderings: dict[str, list[tuple[StoryArticle, Rendering]]] = {}
    for article in story.articles:
        for rendering in article.renderings:
            renderings.setdefault(rendering.utterance, []).append((article, rendering))
    return {identifier: _utterance(identifier, found) for identifier, found in renderings.items()}


def _utterance(identifier: str, found: Sequence[tuple[StoryArticle, Rendering]]) -> Utterance:
    source, _ = min(found, key=lambda each: _FORMS_BEST_FIRST.index(each[1].form))
    runs = [rendering.text for article, rendering in found if article is source]
    dates = [rendering.said for _, rendering in found]
    return Utterance(identifier, found[0][1].speaker, _joined(runs), min(dates, key=_width))


def _joined(runs: Sequence[str]) -> str:
    """The runs of a quotation that its cue broke, as one wording."""
    text = runs[0]
    for run in runs[1:]:
        if text[-1] not in ".!?":
            text += "." if run[0].isupper() else ","
        text += f" {run}"
    return text


def _width(said: UncertainDate) -> int:
    if said.earliest is None or said.latest is None:
        return date.max.toordinal()
    return (date.fromisoformat(said.latest) - date.fromisoformat(said.earliest)).days
