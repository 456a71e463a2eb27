"""Fits text into a number of terminal cells."""

from rich.cells import cell_len, set_cell_size


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells; what does not fit is replaced by an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells, cut or padded."""
    return set_cell_size(cut(text, width), max(width, 0))
