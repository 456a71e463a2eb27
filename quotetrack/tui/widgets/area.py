"""Lines to type in whose colours are looked up when they change, not for each letter."""

from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea


class Area(TextArea):
    """A text area that does not work out its styles anew for each paint."""

    _has_its_styles = False

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines; the first time, and after a change of styles, these are looked up."""
        if self._has_its_styles:
            return ScrollView.render_lines(self, crop)
        self._has_its_styles = True
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Styles have changed, as with the focus or the theme."""
        self._has_its_styles = False
        super().notify_style_update()
