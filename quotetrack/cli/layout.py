"""Fitting text to a terminal: display width, cutting, wrapping, aligned columns."""

from collections.abc import Sequence


def display_width(text: str) -> int:
    """How many columns a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def cut(text: str, width: int) -> str:
    """The text, or as much of it as fits the width with an ellipsis behind."""
    if display_width(text) <= width:
        return text
    kept = ""
    for character in text:
        if display_width(kept + character) > width - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text filled up with blanks to the width."""
    return text + " " * (width - display_width(text))


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most the width, each with the indent; width 0: one line."""
    if not width:
        return [indent + text]
    lines: list[str] = []
    line = ""
    room = width - len(indent)
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if display_width(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(indent + line)
        while display_width(word) > room:
            head = cut(word, room)[:-1] or word[0]
            lines.append(indent + head)
            word = word[len(head) :]
        line = word
    if line:
        lines.append(indent + line)
    return lines or [indent]


def columns(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Rows as aligned columns two blanks apart; the last column is cut to the width."""
    if not rows:
        return []
    wide = [max(display_width(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    lines = []
    for row in rows:
        head = "".join(pad(cell, size) + "  " for cell, size in zip(row, wide, strict=False))
        room = max(width - display_width(head), 8)
        lines.append((head + cut(row[-1], room)).rstrip())
    return lines
