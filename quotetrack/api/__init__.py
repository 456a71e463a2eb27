"""The Python API: `quotetrack.open()` gives a Desk, which does what the commands do.

Everything that it takes and gives is here: the frozen records, the enumerations, the errors.
"""

from pathlib import Path

from quotetrack.actions.choices import NewSpeaker as NewSpeaker
from quotetrack.actions.labels import LabelResult as LabelResult
from quotetrack.actions.linking import Decision as Decision
from quotetrack.api.desk import Desk as Desk
from quotetrack.domain.article_records import ArticleQuote as ArticleQuote
from quotetrack.domain.article_records import ArticleRecord as ArticleRecord
from quotetrack.domain.article_records import ArticleRow as ArticleRow
from quotetrack.domain.capture_records import CaptureRecord as CaptureRecord
from quotetrack.domain.citation_style import CitationFormat as CitationFormat
from quotetrack.domain.dates import UNKNOWN_DATE as UNKNOWN_DATE
from quotetrack.domain.dates import UncertainDate as UncertainDate
from quotetrack.domain.desk_records import LabelRecord as LabelRecord
from quotetrack.domain.edtf import describe_date as describe_date
from quotetrack.domain.errors import Ambiguous as Ambiguous
from quotetrack.domain.errors import DatabaseError as DatabaseError
from quotetrack.domain.errors import DateNotUnderstood as DateNotUnderstood
from quotetrack.domain.errors import ImportStopped as ImportStopped
from quotetrack.domain.errors import NotFound as NotFound
from quotetrack.domain.errors import QueryError as QueryError
from quotetrack.domain.errors import QuotetrackError as QuotetrackError
from quotetrack.domain.errors import Refused as Refused
from quotetrack.domain.errors import UndoRefused as UndoRefused
from quotetrack.domain.errors import UsageError as UsageError
from quotetrack.domain.identifiers import print_identifier as print_identifier
from quotetrack.domain.import_records import ImportedStatement as ImportedStatement
from quotetrack.domain.import_records import ImportSummary as ImportSummary
from quotetrack.domain.import_records import RefusedRow as RefusedRow
from quotetrack.domain.records import ArticleSummary as ArticleSummary
from quotetrack.domain.records import ContradictionRecord as ContradictionRecord
from quotetrack.domain.records import ContradictionRow as ContradictionRow
from quotetrack.domain.records import EventRecord as EventRecord
from quotetrack.domain.records import HistoryEntry as HistoryEntry
from quotetrack.domain.records import LinkRecord as LinkRecord
from quotetrack.domain.records import NoteRecord as NoteRecord
from quotetrack.domain.records import QuoteRecord as QuoteRecord
from quotetrack.domain.records import SpeakerRecord as SpeakerRecord
from quotetrack.domain.records import SpeakerSummary as SpeakerSummary
from quotetrack.domain.records import StatementRecord as StatementRecord
from quotetrack.domain.records import StatementRow as StatementRow
from quotetrack.domain.vocabulary import ArticleKind as ArticleKind
from quotetrack.domain.vocabulary import Basis as Basis
from quotetrack.domain.vocabulary import CaptureState as CaptureState
from quotetrack.domain.vocabulary import EventType as EventType
from quotetrack.domain.vocabulary import Form as Form
from quotetrack.domain.vocabulary import LinkState as LinkState
from quotetrack.domain.vocabulary import Provenance as Provenance
from quotetrack.domain.vocabulary import Relation as Relation
from quotetrack.domain.vocabulary import RoleBasis as RoleBasis
from quotetrack.domain.vocabulary import RoleKind as RoleKind
from quotetrack.domain.vocabulary import SpeakerKind as SpeakerKind
from quotetrack.domain.vocabulary import Status as Status
from quotetrack.domain.vocabulary import Workflow as Workflow


def open(path: Path | str | None = None, *, user: str | None = None, create: bool = False) -> Desk:
    """Open a database for a script or a notebook.

    Args:
        path: the file; None: the one that QUOTETRACK_DB names, else your own.
        user: the name for the audit trail; None: the one of config.toml, else the system's.
        create: make the file where there is none.

    Raises:
        NotFound: there is no such file, and `create` is not set.
        DatabaseError: the file cannot be used; its subclass says why.
    """
    import dataclasses
    import os

    from quotetrack.actions.opening import open_named, open_own
    from quotetrack.configuration import load_configuration

    configuration = load_configuration()
    if user is not None:
        configuration = dataclasses.replace(configuration, user=user)
    named = path or os.environ.get("QUOTETRACK_DB")
    if named:
        database = open_named(Path(named), configuration, create=create)
    else:
        database = open_own(configuration)
    return Desk(database, configuration.citation)
