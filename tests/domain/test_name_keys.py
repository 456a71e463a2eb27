"""What a name is found by: Latin letters, the sound of words, near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.domain.name_keys import (
    consonants,
    name_keys,
    near_misses,
    one_typo_apart,
    romanised,
    sounds,
)

WORDS = st.text("abcdeghk", min_size=2, max_size=14)


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Андрей Волков", "andrey volkov"),
        ("İlham Əliyev", "ilham aliyev"),
        ("Володимир Зеленський", "volodimir zelenskiy"),
        ("Αλέξης Τσίπρας", "alexis tsipras"),
        ("მიხეილ სააკაშვილი", "mikheil saakashvili"),
        ("Նիկոլ Փաշինյան", "nikol pashinyan"),
        ("习近平", "xi jinping"),
        ("欧阳修", "ouyang xiu"),
        ("بشار الأسد", "bshar asd"),
        ("Seán O’Brien", "sean obrien"),
        ("!?", ""),
    ],
)
def test_a_name_is_written_in_latin_letters(name: str, latin: str) -> None:
    assert romanised(name) == latin


@pytest.mark.parametrize(
    "spellings",
    [
        "Волков Volkov Wolkow Volkow Wolkov",
        "Əliyev Aliyev Алиев Aliev",
        "Zelenskyy Zelensky Zelenskiy Zelenskij Зеленський Зеленский",
        "Щербаков Shcherbakov Schtscherbakow Szczerbakow",
        "Соловьёв Soloviev Solovyev",
        "Алексеев Alexeyev Alekseev",
        "Ельцин Yeltsin Jelzin Eltsin",
        "Юлия Yulia Julia Yuliya",
        "Хрущёв Khrushchev",
        "Чернов Chernov Černov Tschernow",
        "Müller Mueller Muller",
        "Παπαδόπουλος Papadopoulos",
        "სააკაშვილი Saakashvili",
        "Փաշինյան Pashinyan",
    ],
)
def test_romanisations_of_a_name_sound_alike(spellings: str) -> None:
    assert len({tuple(sounds(each)) for each in spellings.split()}) == 1


@pytest.mark.parametrize("others", ["Chan Khan", "Zhang Yang", "Mann Mohn", "Lee Lie", "Bush Bus"])
def test_other_names_do_not(others: str) -> None:
    one, other = others.split()
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize("pair", ["محمد Mohammed", "يوسف Yousef", "عمر Omar", "בנימין Benjamin"])
def test_a_script_without_vowels_agrees_in_the_consonants(pair: str) -> None:
    one, other = pair.split()
    assert [consonants(each) for each in sounds(one)] == [
        consonants(each) for each in sounds(other)
    ]


@given(st.text(max_size=60))
def test_any_text_has_keys_of_words_parted_by_blanks(name: str) -> None:
    keys = name_keys(name)
    assert keys.romanised.isascii()
    for words in keys:
        assert words == " ".join(words.split())


@given(WORDS, WORDS)
def test_words_a_typo_apart_have_a_near_miss_in_common(word: str, other: str) -> None:
    if one_typo_apart(word, other):
        assert set(near_misses(word)) & set(near_misses(other))


@given(WORDS, st.data())
def test_each_typo_is_one(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("xyz"))
    before, after = word[:place], word[place:]
    for typed in (
        before + letter + after,
        before + after[1:],
        before + letter + after[1:],
        before + after[1:2] + after[:1] + after[2:],
    ):
        assert one_typo_apart(word, typed)
        assert one_typo_apart(typed, word)
        assert set(near_misses(word)) & set(near_misses(typed))


@pytest.mark.parametrize("pair", ["volkov vlkv", "abc cba", "abcd badc", "lee moor"])
def test_more_than_one_is_none(pair: str) -> None:
    assert not one_typo_apart(*pair.split())
