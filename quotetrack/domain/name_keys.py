"""What a name is found by: its words in Latin letters, a skeleton of their sound, near misses.

The sound is a skeleton under which the usual romanisations of a word fall together; each rule of
`_WRITTEN` names whose habit it undoes. The near misses are those of Garbe's symmetric deletion
(SymSpell, 2012): two words one typo apart have a word in common when each leaves out a letter.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quotetrack.domain.text import clean_line, fold_name

VOWELLESS = "0"
"""Begins the consonants of a word whose script leaves vowels out."""

VOWELLED = "1"
"""Begins the consonants of any other word."""

ELSEWHERE = "2"
"""Begins the sound of a word in another script than Latin, which has no one romanisation."""

_COMPARED = 11
"""Letters at a word's beginning of which near misses are made; enough to be rare."""

_LAST_LATIN = "\u02af"

# What anyascii writes otherwise than those who bear the names: Azerbaijani schwa is a (Əliyev,
# Aliyev), Greek ου is u, initial and long vowels of Arabic and Hebrew are vowels.
_BEFORE = str.maketrans(
    {"Ə": "A", "ə": "a", "ע": "a", "א": "a", "ו": "w", "ב": "b"} | dict.fromkeys("اأإآعءىة", "a")
)
_ARTICLE = r"(?<!\S)ال(?=\w{3})"
_HAN = "[\u3400-\u9fff\uf900-\ufaff]+"
_VOWELLESS_SCRIPTS = (("\u0590", "\u08ff"), ("\ufb1d", "\ufefc"))
_TWO_SIGN_SURNAMES = frozenset(
    ("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "夏侯", "皇甫", "公孙")
)
_LONGEST_HAN_NAME = 4

# Letters that say what a bare one does not; the same as English newspapers write them.
_SPOKEN = str.maketrans(
    {
        **{"č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ś": "sh", "ş": "sh", "ș": "sh"},
        **{"ž": "zh", "ź": "zh", "ż": "zh", "ţ": "ts", "ț": "ts", "đ": "dj", "ñ": "ny"},
    }
)

_WRITTEN = (
    *((way, "X") for way in ("schtsch", "shch", "szcz", "chtch", "stsch")),  # щ: de, en, pl, fr
    *((way, "C") for way in ("tsch", "tch", "cz", "ch")),  # ч: German, French, Polish, English
    *((way, "X") for way in ("sch", "sh", "sz")),  # ш: German, English, Polish
    *((way, "i") for way in ("dzh", "dsch", "dj")),  # Azerbaijani c, which others write with j
    ("zh", "z"),  # ж, which Turkish and Czech write with a z
    ("kh", "h"),  # х: Mikhail, Mihail
    ("gh", "g"),  # ğ and غ
    ("ph", "f"),  # Greek φ
    ("th", "t"),  # Greek θ, Arabic ث
    *(("ck", "k"), ("q", "k")),  # Azerbaijani and Arabic q
    *(("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k")),  # Karl, Carl
    ("x", "ks"),  # Aleksey, Alexey
    *(("ts", "z"), ("tz", "z")),  # ц: English, German
    ("w", "v"),  # в: German and Polish Wolkow
    *(("ou", "u"), ("oo", "u"), ("ue", "u")),  # French u, English u, ü without its dots
    *(("oe", "o"), ("ae", "a")),  # ö and ä without their dots
    *(("y", "i"), ("j", "i")),  # й, ы, є: Zelenskyy, Zelenskij
)
"""How a romanised word is written, and what stands for it; the capitals are sounds of their own."""

_NO_APOSTROPHES = str.maketrans("", "", "'`´‘’ʹʻʼʾʿ")
_VOWELS = frozenset("aeiou")
_NO_VOWELS = str.maketrans("", "", "aeiouv")


class NameKeys(NamedTuple):
    """What the indexes of names hold of one spelling, beside `folded`; words parted by blanks.

    Attributes:
        romanised: the name in Latin letters; empty where that is `folded` itself.
        sound: for each word its skeleton, in another script once more behind ELSEWHERE, and its
            consonants behind VOWELLED or VOWELLESS.
        near: the words, and each of them with one letter left out.
    """

    romanised: str
    sound: str
    near: str


def name_keys(name: str) -> NameKeys:
    """What a spelling is found by."""
    folded, latin = fold_name(name), romanised(name)
    skeletons = sounds(name)
    spoken = list(skeletons)
    if in_another_script(folded):
        spoken += [ELSEWHERE + skeleton for skeleton in skeletons]
    mark = VOWELLESS if leaves_vowels_out(name) else VOWELLED
    spoken += [mark + each for each in map(consonants, skeletons) if len(each) > 1]
    words = dict.fromkeys([*latin.split(), *folded.split()])
    near = dict.fromkeys(each for word in words for each in near_misses(word))
    return NameKeys(
        "" if latin == folded else latin, " ".join(dict.fromkeys(spoken)), " ".join(near)
    )


def romanised(name: str) -> str:
    """The words of a name in Latin letters of ASCII, in small letters; apostrophes are nothing."""
    line = clean_line(name).translate(_NO_APOSTROPHES)
    if not line.isascii():
        folded = fold_name(line)
        line = folded if folded.isascii() else _transliterated(line).translate(_NO_APOSTROPHES)
    return " ".join("".join(c if c.isalnum() else " " for c in line.lower()).split())


def sounds(name: str) -> list[str]:
    """The skeleton of each word of a name."""
    line = clean_line(name)
    if not line.isascii():
        line = line.lower().translate(_SPOKEN)
    return [sound for sound in map(sound_of, romanised(line).split()) if sound]


@lru_cache(maxsize=1 << 15)
def sound_of(word: str) -> str:
    """The skeleton of a romanised word."""
    if word.startswith("x"):
        word = "h" + word[1:]  # Azerbaijani x: Xəlilov, Khalilov
    if word.endswith(("off", "eff")):
        word = word[:-2] + "v"  # old passports
    for way, sound in _WRITTEN:
        if way in word:
            word = word.replace(way, sound)
    word = _without_doubles(word)
    if word.startswith("ie"):
        word = word[1:]  # Yeltsin, Eltsin
    kept = [letter for place, letter in enumerate(word) if not _is_glide(word, place)]
    word = _without_doubles("".join(kept))
    if len(word) > 2 and word.endswith("h") and word[-2] in _VOWELS:
        word = word[:-1]  # Sarah, Abdullah
    return word.lower()


def _is_glide(word: str, place: int) -> bool:
    """Whether a letter is an i that romanisations leave out: Sergeyev, Solovyev, Aliyev."""
    if word[place] != "i" or not 0 < place < len(word) - 1:
        return False
    before, after = word[place - 1], word[place + 1]
    if before in _VOWELS:
        return before != "i" and after in _VOWELS
    return after == "e" and place < len(word) - 2


def _without_doubles(word: str) -> str:
    return "".join(
        letter for place, letter in enumerate(word) if not place or letter != word[place - 1]
    )


def consonants(sound: str) -> str:
    """What of a skeleton a script writes that leaves vowels out; a first vowel is some vowel."""
    first = "a" if sound[0] in _VOWELS else sound[0]
    return first + sound[1:].translate(_NO_VOWELS)


def in_another_script(folded: str) -> bool:
    """Whether a folded name has letters that are not Latin."""
    return not folded.isascii() and any(letter > _LAST_LATIN for letter in folded)


def leaves_vowels_out(name: str) -> bool:
    """Whether a name is in Arabic or Hebrew letters."""
    return not name.isascii() and any(
        first <= letter <= last for letter in name for first, last in _VOWELLESS_SCRIPTS
    )


def near_misses(word: str) -> list[str]:
    """The beginning of a word, and that with each letter left out."""
    begin = beginning(word)
    return [begin, *(left for left in _left_out(begin) if left)]


def beginning(word: str) -> str:
    """So much of a word as near misses are made of."""
    return word[:_COMPARED]


def one_typo_apart(word: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out, changed, or by two swapped."""
    if len(word) > len(other):
        word, other = other, word
    if len(other) - len(word) > 1:
        return False
    start = 0
    while start < len(word) and word[start] == other[start]:
        start += 1
    if len(word) < len(other):
        return word[start:] == other[start + 1 :]
    return word[start + 1 :] == other[start + 1 :] or (
        word[start : start + 2] == other[start : start + 2][::-1]
        and word[start + 2 :] == other[start + 2 :]
    )


def _left_out(word: str) -> Iterable[str]:
    return dict.fromkeys(word[:place] + word[place + 1 :] for place in range(len(word)))


def _transliterated(line: str) -> str:
    # About 25 ms with its first table, so only for a name that needs it.
    import re

    from anyascii import anyascii

    line = re.sub(_HAN, lambda run: f" {_surname_first(run.group())} ", line)
    line = re.sub(_ARTICLE, "", line.replace("ου", "u").replace("Ου", "U"))
    return anyascii(line.translate(_BEFORE))


def _surname_first(signs: str) -> str:
    """A Chinese name with a blank behind the surname; of something longer each sign is a word."""
    if len(signs) > _LONGEST_HAN_NAME:
        return " ".join(signs)
    length = 2 if signs[:2] in _TWO_SIGN_SURNAMES else 1
    return f"{signs[:length]} {signs[length:]}"
