"""Finds speakers by a typed name, however it is written: for searches, lists and completion."""

import sqlite3
from collections.abc import Iterator

from quotetrack.domain.speaker_records import Meant, SpeakerMatch
from quotetrack.domain.vocabulary import NameMatch
from quotetrack.query import names
from quotetrack.store.reading.columns import listed
from quotetrack.store.reading.speakers import summaries

_MOST_GUESSED = 2_000
"""Names that are looked at for one with a typo; so many share a word only if it is a common one."""

_SPEAKERS = " ".join(
    (
        "SELECT DISTINCT speaker_name.speaker_id FROM speaker_name_search",
        "CROSS JOIN speaker_name ON speaker_name.id = speaker_name_search.rowid",
        "WHERE speaker_name_search MATCH ?",
    )
)
# A name that lacks one letter at most comes before one that only begins so.
_NAMES = " ".join(
    (
        "SELECT speaker_name.speaker_id, speaker_name.name,",
        "length(speaker_name.folded) > :length AS longer",
        "FROM speaker_name_search",
        "CROSS JOIN speaker_name ON speaker_name.id = speaker_name_search.rowid",
        "LEFT JOIN facet_count ON facet_count.term = 's' || speaker_name.speaker_id",
        "WHERE speaker_name_search MATCH :match",
        "ORDER BY longer, facet_count.statements DESC, speaker_name.id LIMIT :limit",
    )
)
_GUESSED = " ".join(
    (
        "SELECT key.id, key.folded, key.romanised FROM speaker_near_search",
        "CROSS JOIN speaker_name_key AS key ON key.id = speaker_near_search.rowid",
        "WHERE speaker_near_search MATCH ? LIMIT ?",
    )
)
_FITTING = " ".join(
    (
        "SELECT speaker_name.speaker_id, speaker_name.name",
        "FROM json_each(?) AS fitting JOIN speaker_name ON speaker_name.id = fitting.value",
        "LEFT JOIN facet_count ON facet_count.term = 's' || speaker_name.speaker_id",
        "ORDER BY abs(length(speaker_name.folded) - ?) > 1,",
        "facet_count.statements DESC, speaker_name.id LIMIT ?",
    )
)

_Found = tuple[int, str, NameMatch]
"""A speaker, the spelling that was found, and how."""


def resolve_speakers(connection: sqlite3.Connection, text: str) -> list[int]:
    """The speakers whom a typed name means, as `meant_speakers` finds them."""
    return meant_speakers(connection, text).speakers


def meant_speakers(connection: sqlite3.Connection, text: str) -> Meant:
    """The speakers whom a typed name means in a search, and how their names were found.

    Those with a spelling that has, for each word of the text, a word that begins so, and those
    of another script that sound so. Only where there are none: those that sound so, then those
    whose spelling is one typo away.
    """
    name = names.read_name(text)
    if name is None:
        return Meant([], None)
    elsewhere = names.written_elsewhere(name)
    match = names.beginnings(name)
    found = _speakers(connection, f"({match}) OR ({elsewhere})" if elsewhere else match)
    if found:
        return Meant(found, NameMatch.BEGINNING)
    sound = names.same_sound(name)
    found = _speakers(connection, sound) if sound else []
    if found:
        return Meant(found, NameMatch.SOUND)
    found = list(dict.fromkeys(each for each, _, _ in _near(connection, name, _MOST_GUESSED)))
    return Meant(found, NameMatch.NEAR if found else None)


def find_speakers(connection: sqlite3.Connection, text: str, limit: int) -> list[SpeakerMatch]:
    """Speakers whom a typed name may mean, each with the spelling that was found and how.

    Whole words come first, then what lacks a letter, what sounds so, what begins so; among alike,
    those with most open statements. Names one typo away are there where none has the words.
    """
    name = names.read_name(text)
    if name is None or limit < 1:
        return []
    found: dict[int, _Found] = {}
    for each in _stages(connection, name, limit):
        found.setdefault(each[0], each)
        if len(found) == limit:
            break
    lines = {line.id: line for line in summaries(connection, list(found))}
    return [
        SpeakerMatch(lines[speaker], spelling, how)
        for speaker, spelling, how in found.values()
        if speaker in lines
    ]


def _stages(connection: sqlite3.Connection, name: names.TypedName, limit: int) -> Iterator[_Found]:
    whole = _matching(connection, name, names.whole_words(name), NameMatch.WHOLE, limit)
    yield from (*whole[0], *whole[1])
    ways = (
        (names.written_elsewhere(name), NameMatch.SOUND),
        (names.beginnings(name), NameMatch.BEGINNING),
        (names.same_sound(name), NameMatch.SOUND),
    )
    # A full name with a typo is likelier meant than the beginning of a longer one.
    full = len(name.folded) > 1
    later: list[_Found] = []
    any_found = any(whole)
    for match, how in ways:
        as_long, longer = _matching(connection, name, match, how, limit) if match else ([], [])
        any_found = any_found or bool(as_long or longer)
        yield from as_long
        if full:
            later += longer
        else:
            yield from longer
    if not (any(whole) if full else any_found):
        yield from _near(connection, name, limit)
    yield from later


def _speakers(connection: sqlite3.Connection, match: str) -> list[int]:
    return [speaker for (speaker,) in connection.execute(_SPEAKERS, (match,))]


def _matching(
    connection: sqlite3.Connection, name: names.TypedName, match: str, how: NameMatch, limit: int
) -> tuple[list[_Found], list[_Found]]:
    """Names that match: as long as what was typed but for a letter, and longer ones."""
    as_long: list[_Found] = []
    longer: list[_Found] = []
    length = len(" ".join(name.folded)) + 1
    parameters = {"match": match, "length": length, "limit": 2 * limit}
    for speaker, spelling, is_longer in connection.execute(_NAMES, parameters):
        (longer if is_longer else as_long).append((speaker, spelling, how))
    return as_long, longer


def _near(connection: sqlite3.Connection, name: names.TypedName, limit: int) -> list[_Found]:
    guesses = names.guesses(name)
    if not guesses:
        return []
    rows = connection.execute(_GUESSED, (names.any_of(guesses), _MOST_GUESSED)).fetchall()
    fitting = [
        identifier
        for identifier, folded, romanised in rows
        if any(
            guess.fits(words.split()) for words in (folded, romanised) if words for guess in guesses
        )
    ]
    length = len(" ".join(name.folded))
    return [
        (speaker, spelling, NameMatch.NEAR)
        for speaker, spelling in connection.execute(_FITTING, (listed(fitting), length, limit))
    ]
