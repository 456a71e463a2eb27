"""Read the commands of a documentation page, with the output that it shows for each."""

import re
from dataclasses import dataclass
from pathlib import Path

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LETTERS = "[0-9a-hjkmnp-tv-z]"
_IDENTIFIER = re.compile(rf"\b(?=[a-z]*\d)(?!\d+\b)(?:{_LETTERS}{{13}}|{_LETTERS}{{6}})\b")
"""An id as the page shows it: with a letter and a figure, so that no word is taken for one."""

_SHORT = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One command as the page gives it, without the prompt, and what it prints."""

    command: str
    shown: str


def steps_of(page: Path) -> list[Step]:
    """The commands of the page's console blocks in order; a trailing backslash continues one."""
    steps: list[Step] = []
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.replace("\\\n", " ").partition("\n")
            steps.append(Step(command, shown))
    return steps


class Identifiers:
    """Which id of this run stands where the page shows one of its own."""

    def __init__(self) -> None:
        self._actual: dict[str, str] = {}

    def in_command(self, command: str) -> str:
        """The command with this run's ids in place of the page's."""
        return _IDENTIFIER.sub(lambda found: self._actual.get(found[0], found[0]), command)

    def as_on_the_page(self, shown: str, printed: str) -> str:
        """What was printed, with the page's ids in place of this run's.

        An id that the page shows for the first time is taken to be what is printed there.
        """
        pattern = ""
        end = 0
        for found in _IDENTIFIER.finditer(shown):
            pattern += re.escape(shown[end : found.start()]) + f"({_LETTERS}{{{len(found[0])}}})"
            end = found.end()
        same = re.fullmatch(pattern + re.escape(shown[end:]), printed)
        for name, value in zip(
            _IDENTIFIER.findall(shown), same.groups() if same else (), strict=False
        ):
            self._actual.setdefault(name, value)
            self._actual.setdefault(name[:_SHORT], value[:_SHORT])
        for name, value in sorted(self._actual.items(), key=lambda pair: -len(pair[0])):
            printed = re.sub(rf"\b{value}\b", name, printed)
        return printed
