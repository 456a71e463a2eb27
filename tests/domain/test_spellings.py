"""Spellings as they are typed: a name, its kind, its language."""

import pytest

from quotetrack.domain.errors import UsageError
from quotetrack.domain.spellings import Spelling, read_spelling, script_of
from quotetrack.domain.vocabulary import NameKind


@pytest.mark.parametrize(
    ("typed", "spelling"),
    [
        ("Volkov", Spelling("Volkov")),
        ("  A.  Volkov ; former", Spelling("A. Volkov", NameKind.FORMER)),
        ("Wolkow; Transliteration; de", Spelling("Wolkow", NameKind.TRANSLITERATION, "de")),
        ("Volkov;;en", Spelling("Volkov", NameKind.ALIAS, "en")),
    ],
)
def test_a_spelling_is_read_as_it_is_written(typed: str, spelling: Spelling) -> None:
    assert read_spelling(typed) == spelling
    assert read_spelling(str(spelling)) == spelling


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("; former", "is empty"),
        ("Volkov; canonical", "no kind of spelling"),
        ("Volkov; name", "alias, former, nickname, transliteration"),
        ("Volkov; alias; en; x", "more than a name"),
    ],
)
def test_what_is_no_spelling_is_refused(typed: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        read_spelling(typed)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Volkov", "Latn"),
        ("Андрей Волков", "Cyrl"),
        ("«Ալեն»", "Armn"),
        ("習近平", "Hani"),
        ("12", None),
        ("", None),
    ],
)
def test_the_script_follows_from_the_letters(name: str, script: str | None) -> None:
    assert script_of(name) == script
