"""Opening the file of an import: gzip or plain, its fingerprint, its lines with a cap on each."""

import gzip
import hashlib
import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple

from quotetrack.domain.errors import NotFound, UsageError

LONGEST_LINE = 4_000_000
"""A longer line is refused, and read on only to find its end."""

STANDARD_INPUT = "standard input"

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BLOCK = 1 << 20


class Lines:
    """The lines of a text with their numbers; lines read too far can be given back.

    Attributes:
        number: the number of the line given last, counted from 1.
        too_long: whether the line given last was cut at LONGEST_LINE.
    """

    def __init__(self, text: IO[str]) -> None:
        self._read = text.readline
        self._returned: list[str] = []
        self.number = 0
        self.too_long = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._returned.pop() if self._returned else self._read(LONGEST_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self.too_long = len(line) >= LONGEST_LINE
        if self.too_long:
            self._skip_rest(line)
        return line

    def give_back(self, lines: Iterable[str]) -> None:
        """Give back the lines read last, in their order."""
        returned = list(lines)
        self._returned += reversed(returned)
        self.number -= len(returned)

    def _skip_rest(self, line: str) -> None:
        while line and not line.endswith(("\n", "\r")):
            line = self._read(_BLOCK)


class OpenFile(NamedTuple):
    """The file of an import, opened.

    Attributes:
        name: its name, for people.
        sha256: the fingerprint of its bytes.
        size: how many bytes it has.
        lines: its lines; bytes that are not in the encoding are lone surrogates in them.
        encoding: the encoding it is read in.
        raw: the bytes beneath, to see how far they have been read.
    """

    name: str
    sha256: str
    size: int
    lines: Lines
    encoding: str
    raw: BinaryIO

    @property
    def fraction(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return min(self.raw.tell() / self.size, 1.0) if self.size else 1.0


@contextmanager
def open_file(source: Path | BinaryIO, encoding: str | None = None) -> Iterator[OpenFile]:
    """Open a file, or a stream that is kept in a temporary file first.

    Args:
        encoding: the encoding of the text; None: UTF-8, or UTF-16 where it begins so.

    Raises:
        NotFound: there is no such file.
        UsageError: it cannot be read, is no text, or there is no such encoding.
    """
    with _bytes_of(source) as raw:
        name = source.name if isinstance(source, Path) else STANDARD_INPUT
        digest, size, beginning = _fingerprint(raw)
        if beginning.startswith(_ZIP):
            raise UsageError(
                f"{name} is a spreadsheet or a zip archive. Save it as CSV first, or unpack it."
            )
        plain: Any = raw
        if beginning.startswith(_GZIP):
            plain = gzip.GzipFile(fileobj=raw)
            beginning = plain.read(4)
            plain.seek(0)
        chosen = encoding or ("utf-16" if beginning.startswith(_UTF_16) else "utf-8-sig")
        with _decoded(plain, chosen) as text:
            yield OpenFile(name, digest, size, Lines(text), chosen.removesuffix("-sig"), raw)


@contextmanager
def _bytes_of(source: Path | BinaryIO) -> Iterator[BinaryIO]:
    if isinstance(source, Path):
        try:
            file = source.open("rb")
        except FileNotFoundError as error:
            raise NotFound(f"There is no file {source}. Check its name.") from error
        except OSError as error:
            raise UsageError(f"{source} cannot be read: {error.strerror}.") from error
        with file:
            if file.seekable() and source.is_file():
                yield file
                return
            with _kept(file) as kept:
                yield kept
    else:
        with _kept(source) as kept:
            yield kept


@contextmanager
def _kept(stream: IO[bytes]) -> Iterator[BinaryIO]:
    """A stream in a temporary file: what it holds is known only when all of it has been read."""
    with tempfile.TemporaryFile() as kept:
        while block := stream.read(_BLOCK):
            kept.write(block)
        kept.seek(0)
        yield kept


def _fingerprint(raw: BinaryIO) -> tuple[str, int, bytes]:
    digest = hashlib.sha256()
    beginning = raw.read(4)
    size, block = len(beginning), beginning
    while block:
        digest.update(block)
        block = raw.read(_BLOCK)
        size += len(block)
    raw.seek(0)
    return digest.hexdigest(), size, beginning


def _decoded(plain: Any, encoding: str) -> io.TextIOWrapper:
    errors = "surrogateescape" if encoding.lower().startswith("utf-8") else "replace"
    try:
        # The ends of lines are left as they are: in a quoted field they are content.
        return io.TextIOWrapper(plain, encoding=encoding, errors=errors, newline="")
    except LookupError as error:
        raise UsageError(f"There is no encoding '{encoding}'. Try latin-1 or cp1252.") from error
