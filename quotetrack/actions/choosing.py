"""Choosing by what a person types: a speaker by name or id, an article by id or title."""

from collections.abc import Sequence

from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker, SpeakerChoice
from quotetrack.actions.reading import (
    find_row,
    find_speakers,
    list_articles,
    list_speakers,
    show_speaker,
)
from quotetrack.domain.errors import Ambiguous, NotFound, Refused, UsageError
from quotetrack.domain.identifiers import short_identifier
from quotetrack.domain.text import clean_line, fold_name
from quotetrack.domain.vocabulary import SpeakerKind
from quotetrack.store.database import Reader


def choose_speaker(
    reader: Reader, typed: str, *, new: bool = False, kind: SpeakerKind = SpeakerKind.PERSON
) -> SpeakerChoice:
    """The speaker that a name or an id means.

    A full spelling comes first, then (unless `new`) a name of which these are whole words, then
    an id.

    Args:
        new: a name that nobody bears may be recorded.

    Raises:
        UsageError: nothing was typed.
        Ambiguous: several speakers bear the name.
        Refused: nobody bears it, and `new` is not set.
    """
    name = clean_line(typed).strip()
    if not name:
        raise UsageError("Name a speaker.")
    exact, partial = _bearers(reader, name)
    named = exact or ([] if new else partial)
    if len(named) > 1:
        listed = ", ".join(f"{short_identifier(each)} {spelled}" for each, spelled in named[:8])
        raise Ambiguous(f"'{name}' is the name of {len(named)} speakers. Give an id: {listed}.")
    if named:
        return ExistingSpeaker(named[0][0])
    try:
        return ExistingSpeaker(find_row(reader, "speaker", name))
    except (NotFound, UsageError):
        pass
    if new:
        return NewSpeaker(name, kind)
    raise Refused(
        f"No speaker is called '{name}'.{_suggestion(reader, name)} "
        "A new one has to be asked for: --new-speaker, in Python NewSpeaker."
    )


def choose_known_speaker(reader: Reader, typed: str) -> int:
    """The id of the speaker that a name or an id means.

    Raises:
        UsageError, Ambiguous, Refused: as choose_speaker does.
    """
    choice = choose_speaker(reader, typed)
    assert isinstance(choice, ExistingSpeaker)  # a new one is only offered when asked for
    return choice.id


def find_any(reader: Reader, printed: str, tables: Sequence[str]) -> tuple[str, int]:
    """The first of these tables with a row that the printed id names, and the row's id.

    Raises:
        UsageError: the text is no printed id.
        NotFound: none of the tables has such a row.
        Ambiguous: several rows of one table have such an id.
    """
    for table in tables:
        try:
            return table, find_row(reader, table, printed)
        except NotFound:
            continue
    raise NotFound(f"No {' or '.join(tables)} has the id '{printed}'. A search shows the ids.")


def choose_article(reader: Reader, typed: str) -> int:
    """The article that an id, or words of its title, outlet or address, mean.

    Raises:
        UsageError: nothing was typed.
        Ambiguous: several articles answer to it.
        NotFound: none does.
    """
    text = clean_line(typed).strip()
    if not text:
        raise UsageError("Name an article by its id or words of its title.")
    try:
        return find_row(reader, "article", text)
    except (NotFound, UsageError):
        pass
    found = list_articles(reader, text, limit=9)
    if len(found) > 1:
        listed = "; ".join(
            f"{short_identifier(each.id)} {clean_line(each.title or each.url or 'untitled')}"
            for each in found[:8]
        )
        raise Ambiguous(f"'{text}' names several articles. Give an id: {listed}.")
    if not found:
        raise NotFound(f"No stored article has the id or title '{text}'. Add it first.")
    return found[0].id


def _bearers(reader: Reader, name: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The speakers with exactly this spelling, and those of whose spelling these are words."""
    folded = fold_name(name)
    words = set(folded.split())
    exact, partial = [], []
    for summary in list_speakers(reader, name):
        spellings = [fold_name(each.name) for each in show_speaker(reader, summary.id).names]
        if folded in spellings:
            exact.append((summary.id, summary.name))
        elif any(words <= set(spelling.split()) for spelling in spellings):
            partial.append((summary.id, summary.name))
    return exact, partial


def _suggestion(reader: Reader, name: str) -> str:
    found = find_speakers(reader, name, 1)
    return f" Did you mean {found[0].speaker.name}?" if found else ""
