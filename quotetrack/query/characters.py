"""Which characters part the terms of a search, hold words together and name fields."""

QUOTE_MARKS = '"“”„'
"""Any of them begins several words, and any of them ends these."""


def is_blank(character: str) -> bool:
    """Whether a character parts terms."""
    # A control character is no part of any word, here as in the search index.
    return character.isspace() or not character.isprintable()


def in_field_name(character: str) -> bool:
    """Whether a character may stand before the colon of a field."""
    return character.isascii() and (character.isalpha() or character in "_-")
