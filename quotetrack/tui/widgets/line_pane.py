"""A pane that draws its own lines, of which there may be many or few without moving anything."""

from rich.style import Style
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class LinePane(ScrollView):
    """A scroll view whose place on the screen does not follow from the number of its lines.

    Textual lays the whole screen out anew when a scroll view gets other lines, since it might grow
    with them. That costs more than drawing them.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)

    def watch_virtual_size(self, size: Size) -> None:
        """Fit the scrollbar to the lines; only its coming or going moves anything."""
        window = self.container_size.height
        self.show_vertical_scrollbar = size.height > window
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.window_size = window
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    @property
    def ground(self) -> Style:
        """The style beneath all lines; unlike `rich_style` it is not worked out anew each time."""
        return self.visual_style.rich_style
