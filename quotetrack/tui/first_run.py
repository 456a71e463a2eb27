"""The first-run screen: what quotetrack is, and with which database to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from quotetrack.configuration import Configuration
from quotetrack.domain.errors import QuotetrackError, UsageError
from quotetrack.domain.text import clean_line, clean_text
from quotetrack.tui.themes import DARK, THEMES

WHAT = (
    "quotetrack keeps who said what, when, and where it stands in print,\n"
    "and shows what became of it since: denied, retracted, corrected."
)

DEMO, OWN, OTHER = "demo", "own", "other"

CHOICES = {
    DEMO: ("Look around in the demo", "a private copy of a sample, gone when you leave"),
    OWN: ("Start a database of your own", "empty, in a file that you choose"),
    OTHER: ("Open another file", "a quotetrack database that you have"),
}

BUTTONS = {OWN: "Start", OTHER: "Open"}


@dataclass(frozen=True)
class Beginning:
    """What was chosen.

    Attributes:
        database: the file to open; None: a private copy of the demo.
    """

    database: Path | None


class FirstRunApp(App[Beginning]):
    """Leaves with what was chosen, or with nothing; only a choice writes."""

    CSS = "Screen { background: $background; color: $foreground; }"
    TITLE = "quotetrack"
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS = """
    FirstRunApp {
        & Screen { align: center middle; }
        & #panel {
            width: 76; max-width: 100%; height: auto; padding: 1 2;
            background: $surface; border: round $border;
            border-title-color: $primary; border-title-style: bold; border-subtitle-color: $quiet;
        }
        & Static { height: auto; }
        & #question { margin: 1 0; text-style: bold; color: $primary; }
        & OptionList { height: auto; border: none; padding: 0; background: $surface; }
        & OptionList:focus { background-tint: initial; }
        & OptionList > .option-list--option-highlighted {
            background: $cursor-blurred; color: $foreground; text-style: none;
        }
        & OptionList:focus > .option-list--option-highlighted {
            background: $cursor-focused; color: $foreground; text-style: none;
        }
        & #where { height: 1; margin: 1 0 0 0; }
        & #where Label { width: 6; color: $quiet; }
        & #where Input { width: 1fr; background: $panel; padding: 0 1; }
        & #where Input:focus { background: $cursor-focused; background-tint: initial; }
        & #where Button {
            width: 9; min-width: 9; margin: 0 0 0 1;
            background: $panel; color: $primary; text-style: bold;
        }
        & #where Button:focus { text-style: bold underline; }
        & #outcome { color: $quiet; }
        & #outcome.-problem { color: $error; }
        & .-away { visibility: hidden; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="first_run.back"),
        Binding("q", "quit", "Leave", id="first_run.quit"),
        *(
            Binding(str(number), f"choose('{name}')", title, show=False, id=f"first_run.{name}")
            for number, (name, (title, _)) in enumerate(CHOICES.items(), start=1)
        ),
        Binding("j", "move('down')", "Next", show=False, id="first_run.down"),
        Binding("k", "move('up')", "Previous", show=False, id="first_run.up"),
    ]

    @dataclass
    class Opened(Message):
        """A worker has opened the file, or was refused."""

        path: Path
        problem: QuotetrackError | None

    def __init__(
        self,
        own: Path,
        configuration: Configuration,
        open_file: Callable[[Path, bool], None],
    ) -> None:
        """Make the screen.

        Args:
            own: where one's own database is to lie, unless another place is written.
            configuration: gives the theme.
            open_file: opens a file or, if told so, makes it; raises what is wrong with it.
        """
        super().__init__()
        self.animation_level = "none"
        theme = THEMES[configuration.theme or "dark"]
        self.register_theme(theme)
        self.theme = theme.name
        self._open_file = open_file
        self._paths = {DEMO: "", OWN: str(own), OTHER: ""}
        self._opening = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our panes draw with, for themes that do not say."""
        return DARK.variables

    def compose(self) -> ComposeResult:
        """What it is, the three choices, and the file meant."""
        with Vertical(id="panel") as panel:
            panel.border_title = "Welcome"
            panel.border_subtitle = "↑ ↓ or 1 2 3 · enter choose · q leave"
            yield Static(WHAT, markup=False)
            yield Static("With what do you want to begin?", id="question", markup=False)
            yield OptionList(*(_option(name) for name in CHOICES), compact=True)
            with Horizontal(id="where"):
                yield Label("File", markup=False)
                yield Input(compact=True, select_on_focus=False)
                yield Button("Start", compact=True)
            yield Static("Nothing is written before you choose.", id="outcome", markup=False)

    def on_mount(self) -> None:
        """Begin on the first choice."""
        self.query_one(OptionList).focus()

    @property
    def choice(self) -> str:
        """The choice under the cursor."""
        place = self.query_one(OptionList).highlighted
        return list(CHOICES)[place or 0]

    @on(OptionList.OptionHighlighted)
    def _show_file(self) -> None:
        choice = self.choice
        self.query_one("#where").set_class(choice == DEMO, "-away")
        self.query_one(Input).value = self._paths[choice]
        self.query_one(Button).label = BUTTONS.get(choice, "")
        self._say("Nothing is written before you choose.")

    @on(Input.Changed)
    def _remember_file(self, event: Input.Changed) -> None:
        self._paths[self.choice] = event.value

    @on(OptionList.OptionSelected)
    def _choose(self) -> None:
        if self.choice == DEMO:
            self.exit(Beginning(None))
        else:
            entry = self.query_one(Input)
            entry.focus()
            entry.cursor_position = len(entry.value)

    @on(Input.Submitted)
    @on(Button.Pressed)
    def _begin(self) -> None:
        typed = self.query_one(Input).value.strip()
        if not typed:
            self._say("Write the name of the file, then press Enter.", problem=True)
        elif not self._opening:
            self._opening = True
            self._say("Opening …")
            path = Path(typed).expanduser()
            self.run_worker(partial(self._open, path, self.choice == OWN), thread=True)

    def _open(self, path: Path, make: bool) -> None:
        """Runs in a worker."""
        problem: QuotetrackError | None = None
        try:
            self._open_file(path, make)
        except QuotetrackError as error:
            problem = error
        except (OSError, ValueError) as error:
            problem = UsageError(f"{path} cannot be opened: {error}. Write another name.")
        self.post_message(self.Opened(path, problem))

    @on(Opened)
    def _opened(self, event: Opened) -> None:
        self._opening = False
        if event.problem is None:
            self.exit(Beginning(event.path))
        else:
            self._say(clean_text(str(event.problem), 300), problem=True)

    def action_choose(self, choice: str) -> None:
        """Choose by number."""
        lines = self.query_one(OptionList)
        lines.focus()
        lines.highlighted = list(CHOICES).index(choice)
        lines.action_select()

    def action_move(self, direction: str) -> None:
        """To the next or the previous choice."""
        lines = self.query_one(OptionList)
        (lines.action_cursor_down if direction == "down" else lines.action_cursor_up)()

    async def action_back(self) -> None:
        """From the file to the choices; from the choices out."""
        lines = self.query_one(OptionList)
        if lines.has_focus:
            self.exit()
        else:
            lines.focus()

    def _say(self, text: str, *, problem: bool = False) -> None:
        outcome = self.query_one("#outcome", Static)
        outcome.update(clean_line(text))
        outcome.set_class(problem, "-problem")


def _option(name: str) -> Option:
    title, explanation = CHOICES[name]
    number = list(CHOICES).index(name) + 1
    return Option(
        Content.assemble((f" {number}  ", "bold $accent"), (title, "bold"), f"\n    {explanation}"),
        id=name,
    )


def ask(
    own: Path, configuration: Configuration, open_file: Callable[[Path, bool], None]
) -> Beginning | None:
    """Show the screen until something is chosen; None: the user left."""
    return FirstRunApp(own, configuration, open_file).run()
