"""A line to type in whose width is given: a letter in it moves nothing else on the screen."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class Entry(Input):
    """An input that does not have the screen laid out anew for each letter."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
