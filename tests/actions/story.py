"""A small story of our own, and the steps by which it is recorded."""

from quotetrack.actions.articles import add_article
from quotetrack.actions.statements import ExistingSpeaker, NewSpeaker, add_statement
from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.vocabulary import DateBasis, Precision
from quotetrack.store.database import Database

TEXT = """Bridge stays shut

On 5 December Harbour Master Ruth Ames said “the bridge opens in spring,\u00a0not before”. She
added that 40 ships were waiting. "We are ready," she told reporters. "We are ready," said Tom Vale.

Ames later denied her remarks.
"""


def on_day(day: str) -> UncertainDate:
    """A date known to the day."""
    return UncertainDate(day, day, Precision.DAY, None, day, DateBasis.ENTERED)


def add_story(database: Database) -> int:
    """Store the article, published on 2 March 2023."""
    return add_article(
        database,
        TEXT,
        title="Bridge stays shut",
        outlet="Harbour Post",
        published=on_day("2023-03-02"),
    )


def add_remark(database: Database, article_id: int) -> int:
    """Record what Ames said on 5 December 2022."""
    return add_statement(
        database,
        text="the bridge opens in spring, not before",
        speaker=NewSpeaker("Ruth Ames"),
        article_id=article_id,
        said=on_day("2022-12-05"),
        role="Harbour Master",
        organisation="Port of Ely",
        cue="said",
    )


def add_words(database: Database, speaker_id: int, words: str, day: str) -> int:
    """Record a statement without any source."""
    return add_statement(
        database,
        text=words,
        speaker=ExistingSpeaker(speaker_id),
        article_id=None,
        said=on_day(day),
    )
