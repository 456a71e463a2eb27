"""How many independent sources a statement has: which of them hang together, and why."""

from collections.abc import Iterable, Iterator, Sequence

from quotetrack.domain.source_records import (
    Independence,
    Publication,
    Reliance,
    Rendering,
    SourceGroup,
)
from quotetrack.domain.source_ties import Tie, Voice, Voices, doubts, tie_words, voice_of


def judge_independence(
    renderings: Sequence[Rendering],
    publications: Iterable[Publication],
    reliances: Iterable[Reliance],
) -> Independence:
    """Which sources of one statement hang together, and how many independent ones there are.

    Articles of one outlet, or with one text, are one voice. A voice that rests on another adds
    nothing to it, so only origins are counted: voices that rest on none but themselves. An origin
    counts where an article of a recorded outlet with a stored text speaks for it; what is not
    known to be another is held to be the same. One is granted to whatever has a source at all.

    Args:
        renderings: the quotes of the statement, in any order.
        publications: their articles, and those that these rely on, at whatever remove.
        reliances: which article takes its report from which.
    """
    voices = Voices(sorted(renderings), publications)
    ties = list(voices.ties(sorted(set(reliances))))
    origins = _origins(voices, ties)
    hanging = _joined(voices.names, ties)
    groups: dict[Voice, list[Rendering]] = {}
    several = len(voices.heard) > 1
    for rendering in voices.renderings:
        groups.setdefault(hanging[voice_of(rendering)], []).append(rendering)
    return Independence(
        len(voices.heard),
        max(len(origins), min(len(voices.heard), 1)),
        tuple(
            SourceGroup(
                tuple(each.quote for each in members),
                sum(hanging[origin] == root for origin in origins),
                (
                    *tie_words(voices, [tie for tie in ties if hanging[tie.subject] == root]),
                    *(doubts(voices, dict.fromkeys(map(voice_of, members))) if several else ()),
                ),
            )
            for root, members in groups.items()
        ),
    )


def lone_source(renderings: Sequence[Rendering]) -> Independence:
    """What the rule says of pieces of one article that has them through nobody: it is one source.

    Most statements have no more, and need no voices to be compared.
    """
    return Independence(
        1, 1, (SourceGroup(tuple(sorted(each.quote for each in renderings)), 1, ()),)
    )


def _origins(voices: Voices, ties: list[Tie]) -> set[Voice]:
    """One voice for each origin that counts; a circle of voices is one origin."""
    one_voice = _joined(voices.names, [tie for tie in ties if not tie.directed])
    rests_on: dict[Voice, set[Voice]] = {voice: set() for voice in one_voice.values()}
    for tie in ties:
        if tie.directed:
            rests_on[one_voice[tie.subject]].add(one_voice[tie.object])
    reach = {voice: set(_reached(voice, rests_on)) for voice in rests_on}
    origins = set()
    for voice, reached in reach.items():
        circle = {other for other in reached if voice in reach[other]}
        members = {each for each, root in one_voice.items() if root in circle}
        if circle == reached and voice == min(circle) and _counts(voices, members, ties):
            origins.add(voice)
    return origins


def _counts(voices: Voices, members: set[Voice], ties: list[Tie]) -> bool:
    """Whether a known article speaks here, or one vouches for a name that is not heard itself."""
    heard = members & voices.heard
    if heard:
        return any(map(voices.known, heard))
    return any(map(voices.named, members)) and any(
        tie.directed and tie.object in members and voices.known(tie.subject) for tie in ties
    )


def _joined(voices: Iterable[Voice], ties: Iterable[Tie]) -> dict[Voice, Voice]:
    """For each voice the one that stands for all that it is tied to, at whatever remove."""
    root = {voice: voice for voice in voices}

    def find(voice: Voice) -> Voice:
        while root[voice] != voice:
            voice = root[voice]
        return voice

    for tie in ties:
        first, second = sorted((find(tie.subject), find(tie.object)))
        root[second] = first
    return {voice: find(voice) for voice in root}


def _reached(start: Voice, rests_on: dict[Voice, set[Voice]]) -> Iterator[Voice]:
    waiting, seen = [start], {start}
    for voice in waiting:
        yield voice
        waiting += rests_on[voice] - seen
        seen |= rests_on[voice]
