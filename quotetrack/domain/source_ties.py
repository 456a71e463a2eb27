"""The voices in which a statement is heard, what ties them to each other, and that in words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quotetrack.domain.source_records import Publication, Reliance, Rendering
from quotetrack.domain.text import fold_name

Voice = tuple[str, int | str]
"""("article", id), ("quote", id) of a quote without article, or ("name", as a chain gives it)."""

SAME_OUTLET, SAME_TEXT = "same outlet", "same text"
RELIES, TAKES, TRANSLATES = "relies on", "takes it from", "translates"


class Tie(NamedTuple):
    """Why two voices hang together.

    Attributes:
        directed: the subject rests on the object; else they are one and the same voice.
    """

    subject: Voice
    object: Voice
    what: str
    directed: bool


class Voices:
    """Who is heard, and on whom they rest.

    Attributes:
        renderings: the quotes, in the order of entry.
        heard: the voices that the quotes are.
        names: every voice with its name, those that are rested on among them.
    """

    def __init__(self, renderings: list[Rendering], publications: Iterable[Publication]) -> None:
        self.renderings = renderings
        self._publications: dict[Voice, Publication] = {
            ("article", each.id): each for each in publications
        }
        self._outlets = {
            voice: fold_name(each.outlet or "") for voice, each in self._publications.items()
        }
        self.names = {voice_of(each): self._name(voice_of(each)) for each in renderings}
        self.heard = frozenset(self.names)

    def ties(self, reliances: list[Reliance]) -> Iterator[Tie]:
        """All ties; `names` is complete when they have been gone through."""
        yield from self._relying(reliances)
        yield from self._chained()
        yield from self._translating()
        yield from self._alike()

    def known(self, voice: Voice) -> bool:
        """Whether it is an article of which both the outlet is recorded and the text stored."""
        publication = self._publications.get(voice)
        return bool(publication and publication.outlet and publication.text_digest)

    def named(self, voice: Voice) -> bool:
        """Whether one can tell it from others by a name."""
        return voice[0] == "name" or bool(self._outlets.get(voice))

    def publication(self, voice: Voice) -> Publication | None:
        """The article that speaks."""
        return self._publications.get(voice)

    def _relying(self, reliances: list[Reliance]) -> Iterator[Tie]:
        """From the articles that quote, onwards along what each relies on."""
        waiting = list(self.names)
        for voice in waiting:
            for article, on in reliances:
                target: Voice = ("article", on)
                if voice == ("article", article) and voice != target:
                    if target not in self.names:
                        self.names[target] = self._name(target)
                        waiting.append(target)
                    yield Tie(voice, target, RELIES, directed=True)

    def _chained(self) -> Iterator[Tie]:
        """To whom a quote has it from: an article of the outlet of that name, else the name."""
        speaking = {self._outlets.get(voice): voice for voice in reversed(self.names)}
        for rendering in self.renderings:
            name = fold_name(rendering.chain or "")
            source = voice_of(rendering)
            if not name or name == self._outlets.get(source):
                continue
            target = speaking.get(name, ("name", name))
            self.names.setdefault(target, rendering.chain or "")
            yield Tie(source, target, TAKES, directed=True)

    def _translating(self) -> Iterator[Tie]:
        """From each translation to the first source that has the words in that language."""
        originals: dict[str, Voice] = {}
        for rendering in self.renderings:
            if rendering.language and not rendering.translated_from:
                originals.setdefault(rendering.language.casefold(), voice_of(rendering))
        for rendering in self.renderings:
            target = originals.get((rendering.translated_from or "").casefold())
            if target is not None and target != voice_of(rendering):
                yield Tie(voice_of(rendering), target, TRANSLATES, directed=True)

    def _alike(self) -> Iterator[Tie]:
        """Between articles of one outlet, and between articles with one text."""
        first: dict[tuple[str, str], Voice] = {}
        for voice in self.names:
            publication = self._publications.get(voice)
            if publication is None:
                continue
            traits = (
                (SAME_OUTLET, self._outlets[voice]),
                (SAME_TEXT, publication.text_digest or ""),
            )
            for what, trait in traits:
                other = first.setdefault((what, trait), voice) if trait else voice
                if other != voice:
                    yield Tie(other, voice, what, directed=False)

    def _name(self, voice: Voice) -> str:
        publication = self._publications.get(voice)
        if publication is None:
            return "a source not recorded"
        return publication.outlet or (f"“{publication.title}”" if publication.title else "untitled")


def voice_of(rendering: Rendering) -> Voice:
    """The voice in which a quote is heard."""
    if rendering.article is None:
        return ("quote", rendering.quote)
    return ("article", rendering.article)


def tie_words(voices: Voices, ties: Iterable[Tie]) -> Iterator[str]:
    """Why they hang together, once each: "The Echo takes it from Rádio Ribeira"."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for tie in ties:
        pair = (voices.names[tie.subject], voices.names[tie.object])
        found.setdefault(pair, {})[tie.what] = None
    for (subject, object_), what in found.items():
        if SAME_OUTLET in what:
            yield f"{SAME_OUTLET}: {subject}"
        if SAME_TEXT in what:
            yield f"{SAME_TEXT}: {subject}, {object_}"
        if TAKES in what:
            what.pop(RELIES, None)  # the same, recorded twice
        resting = [each for each in what if each not in (SAME_OUTLET, SAME_TEXT)]
        if resting and subject != object_:
            yield f"{subject} {' and '.join(resting)} {object_}"


def doubts(voices: Voices, heard: Iterable[Voice]) -> Iterator[str]:
    """Why one of these would not be counted by itself."""
    for voice in heard:
        publication = voices.publication(voice)
        if publication is None:
            yield "no article recorded: not counted by itself"
            continue
        wanting = [] if publication.outlet else ["outlet not recorded"]
        wanting += [] if publication.text_digest else ["text not stored"]
        if wanting:
            yield f"{voices.names[voice]}, {' and '.join(wanting)}: not counted by itself"
