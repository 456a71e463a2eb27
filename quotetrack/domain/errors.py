"""The errors a user can cause, each with its documented exit code."""


class QuotetrackError(Exception):
    """Something went wrong that the message explains: what was wrong, and what to do.

    Attributes:
        exit_code: the status with which a command ends on this error.
        title: two or three words for the head of a notice.
    """

    exit_code = 1
    title = "Not done"


class UsageError(QuotetrackError):
    """The command or form was filled in wrongly."""

    exit_code = 2
    title = "Not understood"


class QueryError(UsageError):
    """A search could not be read.

    Attributes:
        start: offset of the first offending character in the query.
        end: offset behind the last one.
        suggestion: what would be understood in place of start to end; None where nothing is near.
    """

    title = "Search not understood"

    def __init__(self, message: str, start: int, end: int, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.suggestion = suggestion


class DateNotUnderstood(UsageError):
    """A typed date could not be read without guessing."""

    title = "Date not understood"


class NoDate(DateNotUnderstood):
    """The words are no date; those of a date that is still being typed are none either."""


class NotFound(QuotetrackError):
    """Nothing in the database answers to what was named."""

    exit_code = 3
    title = "Not found"


class Ambiguous(QuotetrackError):
    """More than one row answers to what was named."""

    exit_code = 4
    title = "More than one"


class Refused(QuotetrackError):
    """A rule of the domain forbids the change."""

    exit_code = 5
    title = "Refused"


class UndoRefused(Refused):
    """A row has moved since, or there is nothing of one's own to undo."""

    title = "Cannot undo"


class ImportStopped(QuotetrackError):
    """An import was interrupted; what has come in stays, and the same command goes on."""

    exit_code = 130
    title = "Import stopped"


class EditorFailed(QuotetrackError):
    """The editor that VISUAL or EDITOR names could not be used."""

    exit_code = 6
    title = "Editor"


class FetchFailed(QuotetrackError):
    """A web address did not give what was asked for.

    Attributes:
        status: the HTTP status that the server answered with; None where it did not.
        retry_after: for how many seconds it asked to be left alone; None where it did not.
    """

    exit_code = 7
    title = "Not fetched"

    def __init__(
        self, message: str, *, status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class FetchRefused(FetchFailed):
    """The address is not fetched, or what it gave is no source for text."""


class FetchUnreachable(FetchFailed):
    """No answer came, or too late, or not whole."""


class DatabaseError(QuotetrackError):
    """The database file cannot be used as it is."""

    exit_code = 10
    title = "Database"


class NotADatabase(DatabaseError):
    """The file is not a quotetrack database."""

    exit_code = 11


class NewerSchema(DatabaseError):
    """The file was written by a newer quotetrack."""

    exit_code = 12


class DatabaseLocked(DatabaseError):
    """Another program holds the database."""

    exit_code = 13


class DatabaseReadOnly(DatabaseError):
    """The file or its folder may not be written."""

    exit_code = 14


class DatabaseDamaged(DatabaseError):
    """The file is truncated or corrupted."""

    exit_code = 15


class DiskFull(DatabaseError):
    """The disk has no room for the change."""

    exit_code = 16


class UpgradeNeeded(DatabaseError):
    """The file was written by an older quotetrack and has to be upgraded first."""

    exit_code = 17
