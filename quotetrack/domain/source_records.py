"""Values about the sources of one statement: what is known of each, and how they hang together."""

from typing import NamedTuple


class Rendering(NamedTuple):
    """A quote, as far as it tells whether its source is independent of others.

    Attributes:
        article: where it stands; None where that is not recorded.
        chain: through whom the source has it, as the source says.
        translated_from: the language of the words that it translates.
    """

    quote: int
    article: int | None
    chain: str | None
    language: str | None
    translated_from: str | None


class Publication(NamedTuple):
    """An article, as far as it tells the same.

    Attributes:
        text_digest: the digest of its stored text; None where none is stored.
    """

    id: int
    title: str | None
    outlet: str | None
    text_digest: str | None


class Reliance(NamedTuple):
    """One article takes its report from another."""

    article: int
    on: int


class SourceGroup(NamedTuple):
    """Sources that hang together, at whatever remove.

    Attributes:
        quotes: their quotes, in the order of entry.
        independent: how many of them add evidence of their own.
        reasons: why they hang together, and why one is not counted, in words.
    """

    quotes: tuple[int, ...]
    independent: int
    reasons: tuple[str, ...]


class Independence(NamedTuple):
    """How many sources a statement has, and how many of these corroborate each other.

    Attributes:
        sources: articles, and quotes of which no article is recorded.
        independent: at most as many as there is evidence for.
    """

    sources: int
    independent: int
    groups: tuple[SourceGroup, ...]


NO_SOURCES = Independence(0, 0, ())
