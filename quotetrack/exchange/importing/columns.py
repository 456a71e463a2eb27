"""The columns that an import knows: what each holds, and how long it may be."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column of an import.

    Attributes:
        meaning: what it holds, for help and docs.
        longest: how many characters it may have.
    """

    name: str
    meaning: str
    longest: int


COLUMNS = (
    Column("text", "what was said", 50_000),
    Column("speaker", "who said it", 300),
    Column("speaker_kind", "what a new speaker is: person unless given", 40),
    Column("role", "the speaker's title then", 300),
    Column("organisation", "where that role was held", 300),
    Column("said", "when, as a date is typed: 5 Dec 2022, early March, 2022-12-05 14:30", 100),
    Column("said_from", "the first day or moment possible, ISO 8601", 40),
    Column("said_to", "the last one, ISO 8601", 40),
    Column("venue", "where it was said", 500),
    Column("language", "the language it was said in, as a code: en, az", 40),
    Column("event", "what became of it by the speaker's own act: retracted, corrected", 40),
    Column("event_date", "when that was, as a date is typed", 100),
    Column("event_note", "a remark on it", 2_000),
    Column("url", "the address of the article it was found in", 4_000),
    Column("title", "the article's headline", 1_000),
    Column("outlet", "who published the article", 300),
    Column("published", "when, as a date is typed", 100),
    Column("quote", "the wording in the article, where it is not the text", 50_000),
    Column("form", "how the article renders it: paraphrase unless given", 40),
    Column("tags", "labels, several in one field", 2_000),
    Column("note", "a remark of the desk", 20_000),
    Column("id", "the id of the row where it comes from", 300),
    Column("source", "where it comes from; the name of the file unless given", 300),
    Column("workflow", "how far it has come on the desk: draft unless given", 40),
)
"""All columns; a row of values has them in this order."""

NAMES = tuple(column.name for column in COLUMNS)

PLACE = {name: place for place, name in enumerate(NAMES)}
"""Name -> its place in a row of values."""

MOST_TAGS = 50
"""A field with more labels is no list of labels."""

LONGEST_TAG = 60
"""As long as a label may be."""
