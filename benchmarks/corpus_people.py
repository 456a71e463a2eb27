"""Invented speakers with spellings and roles, outlets and articles, the same for every seed."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from benchmarks.corpus_words import Sentences
from quotetrack.domain.text import fold_name

Row = tuple[str | int | None, ...]
NewId = Callable[[], int]

OUTLETS = 300
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2026, 10, 31)

_GIVEN = """
Ada Ahmed Aisha Aleksandr Ana Andrei Anna Arif Ben Björn Carla Carlos Chen Claire Dmitri Elif Elena
Emma Erik Fatima Felix Grace Hana Hans Helen Hiro Ingrid Ivan James Jana João Julia Kemal Kofi Lars
Leyla Li Lucía Lukas Maria Martin Mehmet Mei Mikhail Nadia Nina Noah Olena Omar Oskar Paolo Petra
Priya Rashid Rosa Samir Sara Şebnem Sofia Stefan Tomás Ulla Vera Viktor Wei Yuki Yusuf Zara Zoë
"""
_ONSETS = "b br c ch d dr f g gr h j k kl kr l m n p pr r s sh st t tr v w z"
_VOWELS = "a e i o u ai ei ou ö ü"
_ENDINGS = "man sen ov ova ić son ez ini oglu yan berg well ton ski ska enko adze mann ard ley"
_TITLES = """
Minister, Deputy Minister, President, Mayor, Spokesperson, Senator, Member of Parliament, Governor,
General, Commander, Chief Executive, Director, Chair, Secretary, Ambassador, Judge, Prosecutor,
Professor, Coach, Editor
"""
_BODIES = """
Ministry of Finance, Ministry of Defence, Ministry of Health, Ministry of Foreign Affairs, Senate,
City Council, Parliament, National Bank, Electoral Commission, Army, Police, Red Cross, University,
Hospital Trust, Football Association, Energy Agency, Trade Union, Chamber of Commerce
"""
GIVEN, ONSETS, VOWELS, ENDINGS = (words.split() for words in (_GIVEN, _ONSETS, _VOWELS, _ENDINGS))
TITLES, BODIES = (
    [" ".join(part.split()) for part in parts.split(",")] for parts in (_TITLES, _BODIES)
)


def ranked_weights(count: int) -> list[float]:
    """Running sums of weights by rank after Zipf and Mandelbrot: 1 / (rank + 2.7)."""
    return list(accumulate(1 / (rank + 2.7) for rank in range(1, count + 1)))


class Person(NamedTuple):
    """What a statement needs of a speaker: the id, and the roles with what they are."""

    id: int
    roles: tuple[tuple[int, str, str | None], ...]


class Source(NamedTuple):
    """What a quote needs of an article: the day and the moment it was published."""

    id: int
    outlet_id: int
    day: date
    published_at: str


class People:
    """Rows of speakers, their spellings and their roles."""

    def __init__(self, count: int, chance: Random, new_id: NewId) -> None:
        self.speakers: list[Row] = []
        self.names: list[Row] = []
        self.roles: list[Row] = []
        self.all = [self._add(chance, new_id) for _ in range(count)]

    def _add(self, chance: Random, new_id: NewId) -> Person:
        speaker = new_id()
        body = chance.choice(BODIES)
        if chance.random() < 0.93:
            kind, name = "person", f"{chance.choice(GIVEN)} {_family_name(chance)}"
        else:
            kind, name = "organisation", f"{_family_name(chance)} {body}"
        self.speakers.append((speaker, name, kind, 0))
        self.names.append((new_id(), speaker, name, "canonical", fold_name(name)))
        if chance.random() < 0.2:
            other = f"{name[0]}. {name.split()[-1]}"
            self.names.append((new_id(), speaker, other, "alias", fold_name(other)))
        roles = []
        for _ in range(chance.choices((0, 1, 2), (10, 70, 20))[0] if kind == "person" else 0):
            role, title = new_id(), chance.choice(TITLES)
            attested = f"{chance.randint(1990, 2026)}-{chance.randint(1, 12):02}-01"
            self.roles.append((role, speaker, title, body, "office", attested, "recorded_then"))
            roles.append((role, title, body))
        return Person(speaker, tuple(roles))


class Sources:
    """Rows of outlets and articles."""

    def __init__(self, count: int, chance: Random, new_id: NewId, sentences: Sentences) -> None:
        self.outlets: list[Row] = []
        self.articles: list[Row] = []
        outlets = []
        for number in range(OUTLETS):
            name = f"{_family_name(chance)} {chance.choice(('Times', 'Post', 'News', 'Herald'))}"
            self.outlets.append((new_id(), name, fold_name(name), f"https://o{number}.example/"))
            outlets.append((self.outlets[-1][0], number))
        weights = ranked_weights(OUTLETS)
        days = (LAST_DAY - FIRST_DAY).days
        self.all: list[Source] = []
        for number in range(count):
            article, (outlet, place) = new_id(), chance.choices(outlets, cum_weights=weights)[0]
            # More of late than long ago, as archives have it.
            day = FIRST_DAY + timedelta(days=int(days * chance.random() ** 0.6))
            published, precision = day.isoformat(), "day"
            if chance.random() < 0.3:
                published += f"T{chance.randrange(24):02}:{chance.randrange(60):02}:00+00:00"
                precision = "minute"
            title = " ".join(sentences.words(chance.randint(4, 10))).capitalize()
            url = f"https://o{place}.example/{day.year}/{number}"
            self.articles.append(
                (
                    *(article, outlet, "article", "secondary", url, url, title, "en"),
                    *(published, precision, "{}"),
                )
            )
            assert isinstance(outlet, int)
            self.all.append(Source(article, outlet, day, published))


def _family_name(chance: Random) -> str:
    syllables = "".join(
        chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(chance.randint(1, 2))
    )
    return (syllables + chance.choice(ENDINGS)).capitalize()
