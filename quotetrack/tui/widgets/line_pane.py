"""A pane that draws its own lines, of which there may be many or few without moving anything."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LinePane(ScrollView):
    """A scroll view whose place on the screen does not follow from the number of its lines.

    Textual lays the whole screen out anew when a scroll view gets other lines, since it might grow
    with them. That costs more than drawing them.

    Attributes:
        line_width: cells of a line, looked up once for each paint.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), repaint=False)
    line_width: int = 0

    def watch_virtual_size(self, size: Size) -> None:
        """Fit the scrollbar to the lines; only its coming or going moves anything."""
        window = self.container_size.height
        self.show_vertical_scrollbar = size.height > window
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.window_size = window
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines in view, of those that have changed."""
        self.line_width = self.scrollable_content_region.width
        return super().render_lines(crop)

    @property
    def ground(self) -> Style:
        """The style beneath all lines; unlike `rich_style` it is not worked out anew each time."""
        return self.visual_style.rich_style

    def line(self, segments: Iterable[Segment]) -> Strip:
        """A line of the pane: on its ground, cut or filled to its width."""
        width = self.line_width
        fitted = Segment.adjust_line_length(list(segments), width)
        return Strip(Segment.apply_style(fitted, self.ground), width)
