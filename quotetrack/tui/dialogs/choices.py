"""What the pickers offer: speakers, articles and statements, read as one types."""

from collections.abc import Sequence
from datetime import date

from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker, SpeakerChoice
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.records import ArticleSummary, SpeakerSummary, StatementRow
from quotetrack.domain.speaker_records import SpeakerMatch
from quotetrack.domain.vocabulary import NameMatch, SpeakerKind
from quotetrack.store.database import Reader
from quotetrack.tui.dialogs.picker import Choice
from quotetrack.tui.widgets.facts import stored_day

_OFFERED = 12

_KINDS = {
    SpeakerKind.PERSON: "person",
    SpeakerKind.ORGANISATION: "organisation",
    SpeakerKind.GROUP: "group",
    SpeakerKind.UNNAMED: "unnamed source",
}


_SURE = (NameMatch.WHOLE, NameMatch.BEGINNING)

Who = SpeakerSummary | NewSpeaker | None
"""A speaker of the database, a new one, or nobody recorded."""

NOBODY: Choice[Who] = Choice(None, "not recorded")
NO_ARTICLE: Choice[ArticleSummary | None] = Choice(
    None, "not recorded", "source not recorded, and said so"
)


def find_speakers(reader: Reader, typed: str) -> Sequence[Choice[Who]]:
    """Speakers by any spelling, and the typed name itself as a new one of each kind.

    Those whose name only sounds so, or is a typo away, stand behind the new ones: nobody is to be
    picked for another by Enter alone.
    """
    from quotetrack.actions import reading

    if not typed.strip():
        return [speaker_choice(each) for each in reading.list_speakers(reader, "", _OFFERED)]
    matches = reading.find_speakers(reader, typed, _OFFERED)
    sure = [_match_choice(match) for match in matches if match.how in _SURE]
    new: list[Choice[Who]] = []
    if all(choice.title.casefold() != typed.casefold() for choice in sure):
        new = [
            Choice(NewSpeaker(typed, kind), typed, f"+ new {_KINDS[kind]}, recorded with this form")
            for kind in SpeakerKind
        ]
    return [*sure, *new, *(_match_choice(each) for each in matches if each.how not in _SURE)]


def _match_choice(match: SpeakerMatch) -> Choice[Who]:
    """A speaker with the spelling that was found, where that is another or a guess."""
    choice = speaker_choice(match.speaker)
    told = [] if match.spelling == match.speaker.name else [match.spelling]
    if match.how is NameMatch.NEAR:
        told = [f"near: {match.spelling}"]
    return Choice(choice.value, choice.title, " · ".join([*told, choice.detail]))


def chosen_speaker(who: Who) -> SpeakerChoice | None:
    """What was picked, as the actions take it."""
    return ExistingSpeaker(who.id) if isinstance(who, SpeakerSummary) else who


def speaker_choice(speaker: SpeakerSummary) -> Choice[Who]:
    """A speaker with the role and count that tell namesakes apart."""
    count = speaker.statement_count
    details = [speaker.name] if speaker.role is None else [speaker.role]
    if speaker.kind is not SpeakerKind.PERSON:
        details.append(speaker.kind.value)
    details.append("1 statement" if count == 1 else f"{count} statements")
    return Choice(speaker, speaker.name, " · ".join(details))


def find_articles(reader: Reader, typed: str) -> Sequence[Choice[ArticleSummary | None]]:
    """Articles by title, outlet or address."""
    from quotetrack.actions import reading

    return [article_choice(article) for article in reading.list_articles(reader, typed, _OFFERED)]


def article_choice(article: ArticleSummary) -> Choice[ArticleSummary | None]:
    """An article by its title, outlet and day."""
    details = [article.outlet or article.kind.value]
    details.append(stored_day(article.published).strip())
    return Choice(
        article,
        article.title or article.url or f"untitled {article.kind.value}",
        " · ".join(details),
    )


def statement_choice(row: StatementRow) -> Choice[StatementRow]:
    """A statement by its wording, speaker and day."""
    return Choice(row, row.text, f"{row.speaker_name} · {describe_date(row.said)}")


def published_day(article: ArticleSummary | None) -> date | None:
    """The day an article was published, if it is known to the day."""
    if article is None or article.published is None:
        return None
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None
