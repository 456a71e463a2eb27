"""Configuration: the entries of config.toml, and the user's name."""

from dataclasses import dataclass, field
from pathlib import Path

from quotetrack.domain.citation_style import HOUSE_STYLE, CitationStyle
from quotetrack.domain.errors import UsageError

CONFIGURATION_ENTRIES: tuple[tuple[str, str], ...] = (
    ("user", "Your name as the audit trail records it. Default: the system's user name."),
    (
        "theme",
        "The theme of the terminal interface: dark, light, night, forest, paper, contrast, "
        "contrast-light or terminal. Default: the one chosen last, at first dark.",
    ),
    (
        "database",
        "The database that opens when none is named. Default: the user data folder's "
        "quotetrack.db. A path that is not absolute starts at the config file's folder.",
    ),
    (
        "restore",
        "Whether the next start goes back to where you were, and remembers the theme: true or "
        "false. Default: true.",
    ),
    (
        "keys",
        'A table of keys by action, such as undo = "ctrl+z"; docs/keys.md lists the actions. '
        "Several keys are parted by commas.",
    ),
    (
        "citation",
        'A table: format = "house", "markdown", "csl-json" or "bibtex", and template = "..." for '
        "the house format, with the fields listed in docs/citations.md.",
    ),
)
"""Every entry with its help, for docs."""

THEME_NAMES = (
    *("dark", "light", "night", "forest", "paper", "contrast", "contrast-light", "terminal"),
)
"""What `theme` may be."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """What config.toml says.

    Attributes:
        user: the name for the audit trail; None: the system's.
        theme: one of THEME_NAMES; None: the one chosen last.
        database: the database to open where none is named; None: the default place.
        restore: whether the next start goes back to where one was.
        keys: keys by the name of their action.
        citation: how citations are written where nothing else is asked for.
    """

    user: str | None = None
    theme: str | None = None
    database: Path | None = None
    keys: dict[str, str] = field(default_factory=dict)
    restore: bool = True
    citation: CitationStyle = HOUSE_STYLE


def configuration_path() -> Path:
    """Where config.toml is looked for: QUOTETRACK_CONFIG, else the user's config folder."""
    import os

    named = os.environ.get("QUOTETRACK_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("quotetrack", appauthor=False) / "config.toml"


def load_configuration(path: Path | None = None) -> Configuration:
    """Read config.toml; where there is none, every entry has its default.

    Raises:
        UsageError: the file cannot be read, or an entry is not what it has to be.
    """
    import tomllib

    source = path or configuration_path()
    try:
        entries = tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Configuration()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"The config file {source} cannot be read: {error}.") from error
    known = {name for name, _ in CONFIGURATION_ENTRIES}
    for name in entries:
        if name not in known:
            raise UsageError(
                f"The config file {source} has an entry '{name}', which means nothing. "
                f"Entries are {', '.join(sorted(known))}."
            )
    theme = _text(entries, "theme", source)
    if theme is not None and theme not in THEME_NAMES:
        raise UsageError(
            f"'theme' in {source} has to be one of {', '.join(THEME_NAMES)}, not '{theme}'."
        )
    database = _text(entries, "database", source)
    return Configuration(
        user=_text(entries, "user", source),
        theme=theme,
        database=source.parent / Path(database).expanduser() if database else None,
        restore=_truth(entries, "restore", source),
        keys=_keys(entries["keys"], source) if "keys" in entries else {},
        citation=_citation(entries["citation"], source) if "citation" in entries else HOUSE_STYLE,
    )


def remember_database(database: Path) -> None:
    """Write the place of one's own database into config.toml, before all that stands there.

    Raises:
        UsageError: the file cannot be written.
    """
    import json

    source = configuration_path()
    try:
        source.parent.mkdir(parents=True, exist_ok=True)
        rest = source.read_text(encoding="utf-8") if source.exists() else ""
        entry = json.dumps(str(database), ensure_ascii=False)
        source.write_text(f"database = {entry}\n{rest}", encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise UsageError(
            f"{source} cannot be written: {error}. Open the database by its name: "
            f"quotetrack {database}"
        ) from error


def user_name(configuration: Configuration) -> str:
    """The name under which the audit trail records what is done."""
    from quotetrack.domain.text import clean_line

    named = clean_line(configuration.user or "").strip()
    if named:
        return named
    import getpass
    import os

    try:
        return clean_line(getpass.getuser()).strip() or f"user {os.getuid()}"
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _text(entries: dict[str, object], name: str, source: Path) -> str | None:
    value = entries.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise UsageError(f"'{name}' in {source} has to be a text in quote marks.")


def _truth(entries: dict[str, object], name: str, source: Path) -> bool:
    value = entries.get(name, True)
    if isinstance(value, bool):
        return value
    raise UsageError(f"'{name}' in {source} has to be true or false, without quote marks.")


def _keys(value: object, source: Path) -> dict[str, str]:
    from quotetrack.actions.key_names import read_keys
    from quotetrack.actions.registry import BY_NAME

    if not isinstance(value, dict):
        raise UsageError(f"'keys' in {source} has to be a table: [keys], then action = \"key\".")
    keys: dict[str, str] = {}
    for action, key in value.items():
        if action not in BY_NAME:
            raise UsageError(f"'{action}' under [keys] in {source} is no action; see docs/keys.md.")
        if not isinstance(key, str) or not key.strip():
            raise UsageError(f"The key of '{action}' in {source} has to be a text in quote marks.")
        try:
            read_keys(key)
        except UsageError as error:
            raise UsageError(f"The key of '{action}' in {source}: {error}") from error
        keys[action] = key.strip()
    return keys


def _citation(value: object, source: Path) -> CitationStyle:
    from quotetrack.exchange.citations.style import read_style

    try:
        return read_style(value)
    except UsageError as error:
        raise UsageError(f"[citation] in {source}: {error}") from error
