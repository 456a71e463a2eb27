"""The founding example, and a pair of numbers that differ, as the actions record them."""

from dataclasses import dataclass
from datetime import date

from quotetrack.actions.articles import add_article
from quotetrack.actions.choices import ExistingSpeaker, NewSpeaker
from quotetrack.actions.linking import link_statements
from quotetrack.actions.reading import list_speakers, show_speaker, show_statement
from quotetrack.actions.statements import add_statement
from quotetrack.actions.tagging import tag_statement
from quotetrack.domain.records import SpeakerRecord, StatementRecord
from quotetrack.domain.typed_dates import parse_typed_date
from quotetrack.domain.vocabulary import Basis, EventType, LinkState, Relation
from quotetrack.store.database import Database

PUBLISHED = date(2023, 3, 2)
ARTICLE = """\
Checkpoint on the Lachin road

Who gave way in December is still argued about. On 5 December 2022 Andrei Volkov, who commanded \
the Russian peacekeepers, said that a small customs post on the Lachin road was settled with \
Baku. Volkov has since denied the remark.

The road stayed closed in the weeks that followed.
"""
WORDING = "a small customs post on the Lachin road was settled with Baku"
HOUSING = """\
Homes for Lisbon

In May the mayor, Rita Sousa, said: "We will build 40 homes by the end of the year." In July \
she told the council: "We will build 25 homes by the end of next year."
"""


@dataclass(frozen=True)
class Story:
    """What a story left in the database."""

    article: int
    statement: int
    speaker: int


def lachin(database: Database) -> Story:
    """Volkov's remark, not yet denied."""
    article = add_article(
        database,
        ARTICLE,
        title="Checkpoint on the Lachin road",
        outlet="The Caucasus Ledger",
        published=parse_typed_date("2 Mar 2023", PUBLISHED),
    )
    statement = add_statement(
        database,
        text=WORDING,
        speaker=NewSpeaker("Andrei Volkov"),
        article_id=article,
        said=parse_typed_date("December 5, 2022", PUBLISHED),
        role="Commander of the Russian peacekeepers",
    )
    with database.reader() as reader:
        speaker = list_speakers(reader, "volkov")[0].id
    return Story(article, statement, speaker)


def denied_lachin(database: Database) -> Story:
    """Volkov's remark and its denial, the contradiction not yet decided on."""
    story = lachin(database)
    tag_statement(
        database,
        story.statement,
        EventType.DENIED_UNSPECIFIED,
        happened=parse_typed_date("between 5 Dec 2022 and 2 Mar 2023", PUBLISHED),
        article_id=story.article,
        evidence="Volkov has since denied the remark",
        characterised_by="The Caucasus Ledger",
    )
    return story


def housing(database: Database, state: LinkState = LinkState.SUGGESTED) -> int:
    """Two promises of one mayor whose numbers differ; gives the link's id."""
    article = add_article(
        database,
        HOUSING,
        title="Homes for Lisbon",
        outlet="Diário do Sul",
        published=parse_typed_date("14 July 2022", PUBLISHED),
    )
    earlier = add_statement(
        database,
        text="We will build 40 homes by the end of the year.",
        speaker=NewSpeaker("Rita Sousa"),
        article_id=article,
        said=parse_typed_date("May 2022", PUBLISHED),
        role="Mayor",
        organisation="Lisbon",
    )
    with database.reader() as reader:
        speaker = list_speakers(reader, "sousa")[0].id
    later = add_statement(
        database,
        text="We will build 25 homes by the end of next year.",
        speaker=ExistingSpeaker(speaker),
        article_id=article,
        said=parse_typed_date("12 July 2022", PUBLISHED),
        role="Mayor",
        organisation="Lisbon",
    )
    return link_statements(
        database,
        later,
        earlier,
        Relation.CONTRADICTS,
        basis=Basis.NUMBER,
        state=state,
        reasons=("numbers differ: 40, 25",),
        score=0.91 if state is LinkState.SUGGESTED else None,
    )


def record_of(database: Database, statement: int) -> StatementRecord:
    with database.reader() as reader:
        return show_statement(reader, statement)


def speaker_of(database: Database, speaker: int) -> SpeakerRecord:
    with database.reader() as reader:
        return show_speaker(reader, speaker)
