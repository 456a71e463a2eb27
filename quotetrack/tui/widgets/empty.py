"""What a list says when it has nothing to show."""

from collections.abc import Iterator, Sequence

from rich.segment import Segment
from textual.strip import Strip

from quotetrack.domain.text import clean_line
from quotetrack.tui.widgets.cells import cut
from quotetrack.tui.widgets.tones import Tones

Line = tuple[tuple[str, str], ...]
"""Words and the tone of each piece."""

READING: tuple[Line, ...] = ((("Reading …", "quiet"),),)

EMPTY_DATABASE: tuple[Line, ...] = (
    (("Nothing recorded yet", "heading"),),
    (),
    (("a", "accent"), ("  add an article, the source of statements", "default")),
    (("n", "accent"), ("  record what someone said in it", "default")),
    (("?", "accent"), ("  help", "default")),
    (),
    (("quotetrack demo", "strong"), (" opens a database to explore", "quiet")),
)


def nothing_found(search: str, speaker: str | None) -> tuple[Line, ...]:
    """Says that a search finds nothing, and offers the speaker whose name the words match."""
    lines: list[Line] = [
        (("Nothing matches ", "heading"), (clean_line(search), "strong")),
        (),
    ]
    if speaker is not None:
        lines += [
            (("Enter", "accent"), (f"  shows what {clean_line(speaker)} said", "default")),
        ]
    lines += [
        (("/", "accent"), ("  changes the search", "default")),
        (("F1", "accent"), ("  explains what the search line understands", "default")),
    ]
    return tuple(lines)


_AGAIN: Line = (("/", "accent"), ("  searches again", "default"))


def failed(message: str, again: Line = _AGAIN) -> tuple[Line, ...]:
    """Says that reading failed, and by what key it is tried again, if there is one."""
    return (
        (("The database could not be read", "error"),),
        (),
        ((clean_line(message), "default"),),
        (),
        again,
    )


def draw(lines: Sequence[Line], width: int, tones: Tones) -> list[Strip]:
    """The lines as strips, a little away from the edge."""
    strips = [Strip([])]
    for line in _wrapped(lines, width - 6):
        room = width - 3
        segments = [Segment("   ")]
        for text, tone in line:
            piece = cut(text, room)
            room -= len(piece)
            segments.append(Segment(piece, tones[tone]))
        strips.append(Strip(segments))
    return strips


def _wrapped(lines: Sequence[Line], width: int) -> Iterator[Line]:
    """The lines, those of one piece wrapped to the width."""
    import textwrap

    for line in lines:
        if len(line) == 1:
            text, tone = line[0]
            yield from (((part, tone),) for part in textwrap.wrap(text, max(width, 10)))
        else:
            yield line
