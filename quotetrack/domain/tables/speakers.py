"""Tables of who speaks: speakers, their spellings and their roles."""

from sqlmodel import SQLModel

from quotetrack.domain.tables import columns


class Speaker(SQLModel, table=True):
    """A person, organisation, group or unnamed source."""

    __tablename__ = "speaker"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    name: str = columns.text()
    kind: str = columns.text()
    wikidata_id: str | None = columns.optional_text()
    public_role_only: int = columns.integer(0)


class SpeakerName(SQLModel, table=True):
    """One way of writing a speaker; `folded` is casefolded, without diacritics, romanised."""

    __tablename__ = "speaker_name"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    speaker_id: int = columns.reference("speaker")
    name: str = columns.text()
    kind: str = columns.text()
    script: str | None = columns.optional_text()
    language: str | None = columns.optional_text()
    folded: str = columns.text()


class Role(SQLModel, table=True):
    """An office or title, as a source attests it."""

    __tablename__ = "role"
    __table_args__ = columns.STRICT

    id: int = columns.identifier()
    speaker_id: int = columns.reference("speaker")
    title: str = columns.text()
    organisation: str | None = columns.optional_text()
    kind: str = columns.text("office")
    attested_on: str | None = columns.optional_text()
    basis: str = columns.text("recorded_then")
    held_from: str | None = columns.optional_text()
    held_to: str | None = columns.optional_text()
    article_id: int | None = columns.optional_reference("article")
