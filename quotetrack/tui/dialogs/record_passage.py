"""The form that records a selected passage of an article as a statement."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quotetrack.actions.cues import guess_cue, names_near
from quotetrack.actions.wording import Place, guess_form
from quotetrack.domain.article_records import ArticleRecord, Passage
from quotetrack.domain.records import SpeakerSummary
from quotetrack.domain.text import clean_line, fold_name, shorten
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.choices import Who, find_speakers, published_day, speaker_choice
from quotetrack.tui.dialogs.date_field import DateField
from quotetrack.tui.dialogs.form import FormDialog
from quotetrack.tui.dialogs.particulars import particular_fields, read_particulars
from quotetrack.tui.dialogs.picker import Choice
from quotetrack.tui.host import database_of
from quotetrack.tui.widgets.facts import stored_day

AROUND = 5_000
"""So much of the text on either side is enough to judge a passage by."""

_SHOWN = 420
_CONTEXT = 70


class Selected(NamedTuple):
    """A passage with the text around it.

    Attributes:
        around: the passage with what stands before and behind it.
        place: where the passage stands in `around`.
    """

    passage: Passage
    around: str
    place: Place


def with_surroundings(passage: Passage, text: str) -> Selected:
    """The passage with as much of the text around it as is needed."""
    first = max(0, passage.start - AROUND)
    return Selected(
        passage,
        text[first : passage.end + AROUND],
        Place(passage.start - first, passage.end - first),
    )


class RecordPassageDialog(FormDialog[int]):
    """Speaker and date, and whatever else is known; gives the new statement's id."""

    HEADING = "Record a statement"
    HELP = (
        "The selected words, exactly as the article has them, become a statement. Speakers named "
        "near them are offered first, then those quoted in this article; a name that is not "
        "listed is recorded with this form, in the same step. Dates like “Tuesday” look back "
        "from the day of the article. Form and cue are guessed from the marks and words around; "
        "correct them where the guess is wrong."
    )
    DEFAULT_CSS = """
    RecordPassageDialog #passage { max-height: 6; }
    """

    def __init__(self, article: ArticleRecord, selected: Selected) -> None:
        super().__init__()
        self._article = article
        self._selected = selected

    def compose_fields(self) -> ComposeResult:
        """The passage in its context, then the fields in tab order."""
        around, place = self._selected.around, self._selected.place
        yield Static(in_context(around, place), id="passage", classes="lead", markup=False)
        yield from particular_fields(
            partial(_find_near, names_near(around, place), self._quoted_nearest_first()),
            guessed=guess_form(around, place),
            cue=guess_cue(around, place) or "",
        )

    def _quoted_nearest_first(self) -> list[SpeakerSummary]:
        """The speakers quoted in the article; whoever has just been quoted often goes on."""
        start = self._selected.passage.start
        found: dict[int, SpeakerSummary] = {}
        for quote in sorted(
            self._article.quotes,
            key=lambda each: (each.start is None, abs((each.start or 0) - start)),
        ):
            speaker = quote.speaker_id
            found.setdefault(
                speaker,
                SpeakerSummary(speaker, quote.speaker_name, quote.speaker_kind, None, 0),
            )
        return list(found.values())

    def on_mount(self) -> None:
        """Read dates as seen from the day of the article."""
        published = published_day(self._article.summary)
        field = self.query_one("#said", DateField)
        if published is None:
            field.look_back_from(database_of(self).clock().date(), "today")
        else:
            day = stored_day(published.isoformat())
            field.look_back_from(published, f"{day}, the day of the article")

    def read_form(self) -> Callable[[], int]:
        """Everything that was filled in, as the work that saves it."""
        particulars = read_particulars(self)
        passage = self._selected.passage
        return partial(
            particulars.record,
            database_of(self),
            passage.text,
            passage.article_id,
            start=passage.start,
            end=passage.end,
        )


def _find_near(
    names: tuple[Sequence[str], Sequence[str]],
    quoted: Sequence[SpeakerSummary],
    reader: Reader,
    typed: str,
) -> Sequence[Choice[Who]]:
    """Before anything is typed: who is named in the sentence, quoted near, named near, everyone."""
    everyone = find_speakers(reader, typed)
    if typed:
        return everyone
    in_sentence, around = names
    offered: dict[int, Choice[Who]] = {}
    for speaker in _named(reader, in_sentence):
        offered.setdefault(speaker.id, _offer(speaker, "named in the sentence"))
    for speaker in quoted:
        offered.setdefault(speaker.id, Choice(speaker, speaker.name, "quoted in this article"))
    for speaker in _named(reader, around):
        offered.setdefault(speaker.id, _offer(speaker, "named near"))
    for choice in everyone:
        if isinstance(choice.value, SpeakerSummary):
            offered.setdefault(choice.value.id, choice)
    return list(offered.values())


def _named(reader: Reader, names: Sequence[str]) -> Iterator[SpeakerSummary]:
    from quotetrack.actions import reading

    for name in names:
        for speaker in reading.list_speakers(reader, name, 3):
            if fold_name(name) in fold_name(speaker.name).split():
                yield speaker


def _offer(speaker: SpeakerSummary, why: str) -> Choice[Who]:
    return Choice(speaker, speaker.name, f"{why} · {speaker_choice(speaker).detail}")


def in_context(around: str, place: Place) -> Content:
    """The words, marked, with a few of those before and behind them."""
    before = clean_line(around[max(0, place.start - _CONTEXT) : place.start]).partition(" ")[2]
    behind = clean_line(around[place.end : place.end + _CONTEXT]).rpartition(" ")[0]
    gap = " " if around[place.start - 1 : place.start].isspace() else ""
    words = shorten(around[place.start : place.end], _SHOWN)
    return Content.assemble(
        (f"…{before}{gap}", "$quiet"),
        (words, "bold $mark-foreground on $mark-background"),
        (f"{' ' if around[place.end : place.end + 1].isspace() else ''}{behind}…", "$quiet"),
    )
