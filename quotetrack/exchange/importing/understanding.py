"""Understanding a row: its values cleaned, capped and typed, or the reason why it is refused."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from quotetrack.domain.dates import UNKNOWN_DATE, UncertainDate
from quotetrack.domain.errors import QuotetrackError
from quotetrack.domain.import_records import (
    ImportedEvent,
    ImportedSource,
    ImportedStatement,
    RefusedRow,
)
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.domain.vocabulary import EventType, Form, SpeakerKind, Workflow
from quotetrack.exchange.importing.columns import COLUMNS, LONGEST_TAG, MOST_TAGS, NAMES
from quotetrack.exchange.importing.import_dates import (
    day_of,
    iso_day,
    one_moment,
    read_bounds,
    reordered,
)
from quotetrack.exchange.importing.mapping import Mapping
from quotetrack.exchange.importing.rows import LONGEST_ORIGINAL, Row

CONTENT_SOURCE = "content"
"""The source of ids that are made from what a row says."""

ReadDate = Callable[[str, date], UncertainDate]
"""Reads a typed date, looking back from a day; raises DateNotUnderstood."""

_LONGEST = {column.name: column.longest for column in COLUMNS}
_CACHED = 100_000
_OF_OTHERS = (
    EventType.THIRD_PARTY_DISPUTED,
    EventType.PUBLISHER_CORRECTED,
    EventType.PUBLISHER_WITHDREW,
)

_PERSON, _PARAPHRASE, _DRAFT = (
    SpeakerKind.PERSON.value,
    Form.PARAPHRASE.value,
    Workflow.DRAFT.value,
)

Member = TypeVar("Member", bound=StrEnum)


class _Refused(Exception):
    """A value cannot be taken; the message says why."""


class Understanding:
    """Turns rows into statements, remembering the values that come again."""

    def __init__(
        self, mapping: Mapping, read_date: ReadDate, today: date, file_name: str, encoding: str
    ) -> None:
        self._mapping = mapping
        self._defaults = [mapping.values.get(name) for name in NAMES]
        self._has_defaults = bool(mapping.values)
        self._read_date = read_date
        self._today = today
        self._source = mapping.values.get("source") or file_name
        self._encoding = encoding
        self._dates: dict[tuple[str, str | None], UncertainDate] = {}
        self._speakers: dict[Any, str] = {}
        self._articles: dict[Any, ImportedSource | None] = {}

    def read(self, row: Row) -> ImportedStatement | RefusedRow:
        """The row as a statement, or why it is none."""
        problem = row.problem
        if problem is None:
            try:
                return self._statement(row)
            except (_Refused, QuotetrackError) as error:
                problem = str(error)
        return RefusedRow(row.line, problem, row.original[:LONGEST_ORIGINAL])

    def _statement(self, row: Row) -> ImportedStatement:
        values: Sequence[Any] = row.values
        if self._has_defaults:
            values = [
                default if default is not None and value in (None, "") else value
                for value, default in zip(values, self._defaults, strict=True)
            ]
        (
            text, speaker, kind, role, organisation, said, said_from, said_to, venue, language,
            event, event_date, event_note, url, title, outlet, published, quote, form, tags, note,
            external_id, source, workflow,
        ) = values  # fmt: skip
        wording = self._line("text", text)
        if wording is None:
            raise _Refused("There is no text: the row does not say what was said.")
        name = self._speaker(speaker)
        article = (
            self._article(url, title, outlet, published)
            if url or title or outlet or published
            else None
        )
        reference = None if article is None else article.published[0]
        when = (
            read_bounds(self._line("said_from", said_from), self._line("said_to", said_to))
            if said_from or said_to
            else self._date("said", said, reference)
        )
        exact = self._text("quote", quote) if quote else None
        place = self._line("venue", venue) if venue else None
        given = self._line("id", external_id)
        if given is not None:
            origin = (self._line("source", source) or self._source) if source else self._source
        else:
            origin, given = CONTENT_SOURCE, _content_id(wording, name, said, when, article, exact)
        return ImportedStatement(
            row.line,
            wording,
            name,
            _PERSON if not kind else self._member("speaker_kind", SpeakerKind, kind).value,
            self._line("role", role) if role else None,
            # An organisation is where a role is held; without one it says nothing of the speaker.
            self._line("organisation", organisation) if organisation and role else None,
            when,
            place,
            self._line("language", language) if language else None,
            self._event(event, event_date, event_note, when, reference) if event else None,
            article,
            exact or (wording if article is not None or form else None),
            _PARAPHRASE if not form else self._member("form", Form, form).value,
            self._tags(tags) if tags else (),
            self._text("note", note) if note else None,
            origin,
            given,
            _DRAFT if not workflow else self._member("workflow", Workflow, workflow).value,
        )

    def _line(self, column: str, value: Any) -> str | None:
        """A value as one clean line, or None where it holds nothing."""
        if value is None:
            return None
        text = value if type(value) is str else _as_text(column, value)
        # Nearly every value is sound, and seen to be so at once.
        if len(text) <= _LONGEST[column] and text.isprintable():
            return (" ".join(text.split()) if "  " in text else text.strip()) or None
        text = text.strip()
        if len(text) > _LONGEST[column]:
            raise _Refused(_too_long(column, len(text), _LONGEST[column]))
        self._refuse_broken(column, text)
        return clean_line(text) or None

    def _text(self, column: str, value: Any) -> str | None:
        """A value as clean text, in which line feeds may stay, or None."""
        if value is None:
            return None
        text = value if type(value) is str else _as_text(column, value)
        if len(text) > _LONGEST[column]:
            raise _Refused(_too_long(column, len(text), _LONGEST[column]))
        if text.isprintable():
            return text.strip() or None
        self._refuse_broken(column, text)
        return clean_text(text).strip() or None

    def _refuse_broken(self, column: str, text: str) -> None:
        for place, sign in enumerate(text):
            if "\ud800" <= sign <= "\udfff":
                raise _Refused(
                    f"The {_words(column)} is broken at character {place + 1}: it is not in "
                    f"{self._encoding}, or holds half a character. Name the file's encoding with "
                    "--encoding, for example cp1252."
                )

    def _speaker(self, value: Any) -> str:
        known = self._speakers.get(value) if type(value) is str else None
        if known is not None:
            return known
        name = self._line("speaker", value)
        if name is None:
            raise _Refused("There is no speaker: the row does not say who said it.")
        if self._mapping.slugs:
            name = name_of_slug(name)
        if not any(sign.isalnum() for sign in name):
            raise _Refused(f"'{name}' has neither letters nor figures: that is no speaker.")
        _remember(self._speakers, value, name)
        return name

    def _date(self, column: str, value: Any, reference: str | None) -> UncertainDate:
        if value is None or value == "":
            return UNKNOWN_DATE
        if type(value) is not str:
            value = _as_text(column, value)
        key = (value, reference)
        known = self._dates.get(key)
        if known is None:
            known = iso_day(value)
            if known is None:
                typed = self._line(column, value) or ""
                if self._mapping.day_first is not None:
                    typed = reordered(typed, self._mapping.day_first)
                known = self._read_date(typed, day_of(reference) or self._today)
            _remember(self._dates, key, known)
        return known

    def _article(self, url: Any, title: Any, outlet: Any, published: Any) -> ImportedSource | None:
        key: Any = (url, title, outlet, published)
        try:
            if key in self._articles:
                return self._articles[key]
        except TypeError:  # a list or an object from JSON
            key = None
        address = self._line("url", url)
        if address is not None and not _is_web_address(address):
            raise _Refused(f"'{address[:60]}' is no web address. One begins with https://.")
        article: ImportedSource | None = ImportedSource(
            address,
            self._line("title", title),
            self._line("outlet", outlet),
            one_moment(self._date("published", published, None)),
        )
        if article == ImportedSource(None, None, None, (None, None, None)):
            article = None
        if key is not None:
            _remember(self._articles, key, article)
        return article

    def _event(
        self, event: Any, when: Any, note: Any, said: UncertainDate, published: str | None
    ) -> ImportedEvent:
        kind = self._member("event", EventType, event)
        if kind in _OF_OTHERS:
            raise _Refused(
                f"'{kind.value}' is not the speaker's own act. Record it with quotetrack tag."
            )
        happened = self._date("event_date", when, published)
        if happened.latest and said.earliest and happened.latest[:10] < said.earliest[:10]:
            raise _Refused(f"The {kind.value.replace('_', ' ')} lies before the statement itself.")
        return ImportedEvent(kind, happened, self._text("event_note", note))

    def _member(self, column: str, members: type[Member], value: Any) -> Member:
        typed = (self._line(column, value) or "").lower().replace("-", "_").replace(" ", "_")
        try:
            return members(typed)
        except ValueError:
            known = ", ".join(each.value for each in members)
            raise _Refused(f"The {_words(column)} '{typed[:40]}' is none of {known}.") from None

    def _tags(self, value: Any) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        found: dict[str, None] = {}
        for each in values:
            line = self._line("tags", each) or ""
            parts = line.split(self._mapping.tag_separator.strip() or None)
            found.update(dict.fromkeys(part.strip() for part in parts))
        found.pop("", None)
        if len(found) > MOST_TAGS:
            raise _Refused(f"{len(found)} labels are more than the {MOST_TAGS} a row may have.")
        for tag in found:
            if len(tag) > LONGEST_TAG:
                raise _Refused(_too_long("label", len(tag), LONGEST_TAG))
            if not any(sign.isalnum() for sign in tag):
                raise _Refused(f"The label '{tag}' has neither letters nor figures.")
        return tuple(found)


def name_of_slug(slug: str) -> str:
    """The name in "ruth-ames": Ruth Ames; what is written with blanks or capitals stays."""
    if " " in slug or slug != slug.lower():
        return slug
    parts = slug.replace("_", "-").split("-")
    return " ".join(part[:1].upper() + part[1:] for part in parts if part) or slug


def _content_id(
    wording: str,
    speaker: str,
    said: Any,
    when: UncertainDate,
    article: ImportedSource | None,
    exact: str | None,
) -> str:
    """An id that the same content always has, whatever file it stands in."""
    # A phrase such as "Tuesday" means another day each week: the phrase itself is the content.
    date = said if type(said) is str and said else f"{when.earliest}/{when.latest}"
    source = "" if article is None else article.url or f"{article.outlet}\x1f{article.title}"
    content = f"{wording}\x1f{speaker}\x1f{date}\x1f{source}\x1f{exact or ''}"
    return hashlib.blake2b(content.encode(), digest_size=15).hexdigest()


def _as_text(column: str, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        kind = {bool: "true or false", list: "a list", dict: "an object"}[type(value)]
        raise _Refused(f"The {_words(column)} is {kind}, but has to be a text.")
    return str(value)


def _is_web_address(address: str) -> bool:
    scheme, separator, rest = address.partition("://")
    return scheme.lower() in ("http", "https") and bool(separator and rest) and " " not in address


def _too_long(column: str, length: int, longest: int) -> str:
    return f"The {_words(column)} has {length:,} characters; it may have {longest:,}."


def _words(column: str) -> str:
    return column.replace("_", " ")


def _remember(known: dict[Any, Any], key: Any, value: Any) -> None:
    """Keep a value that may come again; a file in which none does is not kept as a whole."""
    if len(known) >= _CACHED:
        known.clear()
    known[key] = value
