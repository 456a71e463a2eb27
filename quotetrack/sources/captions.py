"""Reads captions and timed transcripts (WebVTT, SubRip): their words, and when each is heard."""

import re
from html import unescape
from typing import NamedTuple

from quotetrack.domain.errors import FetchRefused
from quotetrack.domain.text import clean_line
from quotetrack.sources.decoding import decode
from quotetrack.sources.read_values import CAPTIONS, ReadSource

MACHINE_CAPTIONS = f"machine {CAPTIONS}"
"""Said of captions that a machine made: words may be misheard, and speakers are not told."""

MOST_CUES = 50_000

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}")
_TIMED_LINE = re.compile(rf"^\s*[\[(]?{_TIME}[\])]?\s*[-–:]?\s+(?P<words>\S.*)$")
_VOICE = re.compile(r"<v(?:\.[^\s>]+)?\s+([^>]+)>")
_MARKUP = re.compile(r"<[^>]*>|\{\\[^}]*\}")
_WORD_TIMES = re.compile(r"<\d{2}:\d{2}:\d{2}\.\d{3}>")


class Cue(NamedTuple):
    """Words heard from a time on.

    Attributes:
        start: where they begin in the text, in code points.
        seconds: from the beginning of the recording.
    """

    start: int
    seconds: float


class ReadCaptions(NamedTuple):
    """Captions as one text, with the time of each cue."""

    source: ReadSource
    cues: tuple[Cue, ...]

    def time_at(self, position: int) -> float | None:
        """When the words at a place of the text are heard, in seconds."""
        heard = [cue.seconds for cue in self.cues if cue.start <= position]
        return heard[-1] if heard else None


def read_captions(raw: bytes, charset: str | None = None) -> ReadCaptions:
    """Captions, or a transcript whose lines begin with a time.

    A line that repeats the one before it, as rolling captions do, is left out; a speaker named by
    a voice tag stands before the words, "Name: ...".

    Raises:
        FetchRefused: there is no time in it.
    """
    text = decode(raw, charset)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pieces: list[tuple[float, str]] = []
    seconds: float | None = None
    for line in lines:
        timing = _TIMING.match(line)
        timed = None if timing else _TIMED_LINE.match(line)
        if timing:
            seconds = _seconds(timing.groups()[:4])
            continue
        if timed:
            seconds = _seconds(timed.groups()[:4])
            line = timed["words"]
        if not line.strip():
            if "-->" in text:
                seconds = None
            continue
        if seconds is None:
            continue
        words = _words(line)
        if words and not (pieces and words == pieces[-1][1]):
            pieces.append((seconds, words))
        if len(pieces) > MOST_CUES:
            raise FetchRefused("These captions have too many lines. Add the part that matters.")
    if not pieces:
        raise FetchRefused("No time stands before any words here. Add it as a plain text.")
    cues, position = [], 0
    for start, words in pieces:
        cues.append(Cue(position, start))
        position += len(words) + 1
    by_machine = bool(_WORD_TIMES.search(text)) or "Kind: captions" in text[:200]
    return ReadCaptions(
        ReadSource(
            "\n".join(words for _, words in pieces),
            MACHINE_CAPTIONS if by_machine else CAPTIONS,
        ),
        tuple(cues),
    )


def _words(line: str) -> str:
    voice = _VOICE.search(line)
    plain = clean_line(unescape(_MARKUP.sub("", line)))
    return f"{clean_line(voice.group(1))}: {plain}" if voice and plain else plain


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + (int(fraction) / 10 ** len(fraction) if fraction else 0.0)
