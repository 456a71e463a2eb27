"""One line of a form: a label, a control, and a line beneath that explains or warns."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Label, Static, TextArea

from quotetrack.domain.errors import UsageError
from quotetrack.tui.widgets.area import Area
from quotetrack.tui.widgets.entry import Entry


class FieldProblem(UsageError):
    """A field of a form was left out or filled in wrongly.

    Attributes:
        field: the id of the field, which gets the focus.
    """

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.field = field


class Field(Vertical):
    """A label, a control, and a line beneath; subclasses give the control."""

    DEFAULT_CSS = """
    Field {
        height: auto;
        & > .line { height: auto; }
        & .label { width: 15; padding: 0 1 0 0; color: $quiet; text-align: right; }
        &.-focused .label { color: $primary; text-style: bold; }
        & .beneath { height: auto; margin: 0 0 0 15; padding: 0 1; color: $quiet; }
        & .beneath.-empty { display: none; }
        & .beneath.-warning { color: $warning; }
        & Input.-textual-compact { width: 1fr; background: $panel; padding: 0 1; }
        & Input.-textual-compact:focus { background: $cursor-focused; background-tint: initial; }
        & TextArea.-textual-compact { width: 1fr; height: 3; background: $panel; padding: 0 1; }
        & TextArea.-textual-compact:focus { background: $cursor-focused; }
        & Button.aside {
            width: auto; min-width: 0; margin: 0 0 0 1; padding: 0 1;
            background: transparent; color: $quiet; text-style: none;
        }
        & Button.aside:hover { text-style: underline; }
    }
    """

    def __init__(self, label: str, *, id: str, hint: str = "") -> None:
        super().__init__(id=id)
        self.label = label
        self.hint = hint

    def compose(self) -> ComposeResult:
        """Label and control on one line, the explanation beneath."""
        with Horizontal(classes="line"):
            yield Label(self.label, classes="label", markup=False)
            yield from self.compose_control()
        classes = "beneath" if self.hint else "beneath -empty"
        yield Static(self.hint, classes=classes, markup=False)

    def on_descendant_focus(self) -> None:
        """Light the label."""
        self.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """Dim the label."""
        self.remove_class("-focused")

    def compose_control(self) -> ComposeResult:
        """The widgets beside the label."""
        raise NotImplementedError

    def explain(self, text: Content | str, *, warning: bool = False) -> None:
        """Say something beneath the field; nothing brings back its hint."""
        beneath = self.query_one(".beneath", Static)
        said = text or self.hint
        if str(said) != str(beneath.content):
            # As many lines as before move nothing: laying out anew costs more than the key.
            content = said if isinstance(said, Content) else Content(said)
            width, height = beneath.content_size
            fits = width > 0 and content.get_height({}, width) == height
            beneath.update(content, layout=not fits)
        beneath.set_class(not (text or self.hint), "-empty")
        beneath.set_class(warning, "-warning")

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return


class TextField(Field):
    """A field of one line of text."""

    def __init__(
        self, label: str, *, id: str, value: str = "", placeholder: str = "", hint: str = ""
    ) -> None:
        super().__init__(label, id=id, hint=hint)
        self._initial = value
        self._placeholder = placeholder

    def compose_control(self) -> ComposeResult:
        """The control beside the label."""
        yield Entry(self._initial, placeholder=self._placeholder, compact=True)

    @property
    def value(self) -> str | None:
        """What was typed, or None for nothing."""
        return self.query_one(Input).value.strip() or None

    def required(self, message: str) -> str:
        """What was typed.

        Raises:
            FieldProblem: with `message`, where nothing was.
        """
        value = self.value
        if value is None:
            raise FieldProblem(message, self.id or "")
        return value


class AreaField(Field):
    """A field of several lines of text; Tab leaves it."""

    def __init__(
        self, label: str, *, id: str, value: str = "", placeholder: str = "", hint: str = ""
    ) -> None:
        super().__init__(label, id=id, hint=hint)
        self._initial = value
        self._placeholder = placeholder

    def compose_control(self) -> ComposeResult:
        """The control beside the label."""
        yield Area(
            self._initial,
            compact=True,
            highlight_cursor_line=False,
            placeholder=self._placeholder,
        )

    @property
    def value(self) -> str:
        """What was typed, exactly."""
        return self.query_one(TextArea).text


def aside(label: str) -> Button:
    """A quiet button beside a control; the keyboard has a key for it instead of a stop."""
    button = Button(label, compact=True, classes="aside")
    button.can_focus = False
    return button
