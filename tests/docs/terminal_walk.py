"""Read the steps of a page about the terminal interface: keys pressed, and what is seen then."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from quotetrack.actions.key_names import read_keys

_BLOCK = re.compile(r"^```(keys|screen)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """Keys by Textual's names, a typed text as its characters, and words that must be in view."""

    shown: str
    keys: tuple[str, ...]
    seen: tuple[str, ...]


def terminal_steps_of(page: Path) -> list[Step]:
    """The steps of a page in order; a block of keys is followed by what the screen shows."""
    steps: list[Step] = []
    for kind, block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "keys":
            steps.append(Step(block.strip(), keys_of(block), ()))
        else:
            last = steps.pop()
            lines = tuple(line.strip() for line in block.splitlines() if line.strip())
            steps.append(Step(last.shown, last.keys, (*last.seen, *lines)))
    return steps


def keys_of(block: str) -> tuple[str, ...]:
    """The keys of a block: words are keys by their names, what stands in quote marks is typed."""
    keys: list[str] = []
    for word in re.findall(r'"[^"]*"|\S+', block):
        if len(word) > 2 and word[0] == word[-1] == '"':
            keys.extend(_typed(character) for character in shlex.split(word)[0])
        else:
            keys.extend(read_keys(word))
    return tuple(keys)


def _typed(character: str) -> str:
    return "space" if character == " " else character
