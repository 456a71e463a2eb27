"""Completion, asked of real shells: commands, options, values, ids and speakers."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quotetrack.cli.catalogue import CATALOGUE
from quotetrack.cli.completion import every_command
from quotetrack.domain.vocabulary import EventType
from tests.cli.conftest import Command

SAMPLE = Path(__file__).parents[2] / "sample.db"


def installed(shell: str) -> object:
    return pytest.param(
        shell, marks=pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} here")
    )


@pytest.fixture
def sample(desk: Path) -> Path:
    """The database of the test is a copy of the sample."""
    shutil.copy(SAMPLE, desk)
    return desk


def shell(program: list[str], script: str) -> list[str]:
    """What a shell writes, line by line; its `quotetrack` is the one under test."""
    folder = Path(sys.executable).parent
    ended = subprocess.run(
        [*program, script],
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "TERM": "dumb"},
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def offered_by_bash(*words: str) -> list[str]:
    typed = " ".join(f"'{word}'" for word in words)
    script = f"""
source <(quotetrack completion bash)
COMP_WORDS=(quotetrack {typed})
COMP_CWORD={len(words)}
_quotetrack
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    return shell(["bash", "--norc", "-c"], script)


def offered_by_fish(line: str) -> list[str]:
    script = f"quotetrack completion fish | source; complete -C '{line}'"
    return [each.partition("\t")[0] for each in shell(["fish", "--no-config", "-c"], script)]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_reads(quotetrack: Command, name: str) -> None:
    ended = quotetrack("completion", name)
    assert (ended.status, ended.errors) == (0, "")
    if shutil.which(name):
        checked = subprocess.run([name, "-n"], input=ended.output, text=True, check=False)
        assert checked.returncode == 0
    assert json.loads(quotetrack("completion", name, "--json").output)["shell"] == name


def test_another_shell_is_refused(quotetrack: Command) -> None:
    assert "tcsh" in quotetrack("completion", "tcsh").errors


def test_every_command_is_known_with_its_options(quotetrack: Command) -> None:
    commands = {each.path: each for each in every_command()}
    assert list(commands) == [entry.path for entry in CATALOGUE]
    for each in commands.values():
        assert {"--db", "--json"} <= {name for option in each.options for name in option.names}


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
class TestBash:
    """What bash offers."""

    def test_first_words(self, sample: Path) -> None:
        assert offered_by_bash("spe") == ["speaker"]
        assert {"search", "show", "speaker"} <= set(offered_by_bash("s"))

    def test_second_words(self, sample: Path) -> None:
        assert {"list", "show", "add", "edit"} <= set(offered_by_bash("speaker", ""))
        assert offered_by_bash("contradictions", "con") == ["confirm"]

    def test_options(self, sample: Path) -> None:
        assert offered_by_bash("tag", "abc", "--act") == ["--actor"]
        assert "--version" in offered_by_bash("--v")

    def test_values_of_an_enumeration(self, sample: Path) -> None:
        kinds = [each.value.replace("_", "-") for each in EventType]
        assert offered_by_bash("tag", "abc", "") == kinds
        assert offered_by_bash("tag", "--note", "x", "abc", "retr") == ["retracted"]
        assert "needs-more" in offered_by_bash("contradictions", "list", "--state", "")

    def test_speakers(self, sample: Path) -> None:
        assert offered_by_bash("speaker", "show", "volk") == ["Andrei\\ Volkov"]
        assert offered_by_bash("tag", "abc", "denied", "--actor", "volk") == ["Andrei\\ Volkov"]

    def test_ids_of_the_database_named_on_the_line(self, sample: Path, tmp_path: Path) -> None:
        found = offered_by_bash("show", "")
        assert len(found) == 40
        assert found[0] in offered_by_bash("show", found[0][:4])
        assert offered_by_bash("--db", str(tmp_path / "none.db"), "show", "") == [""]
        assert offered_by_bash("show", "nothing like it") == [""]

    def test_ids_of_pairs_and_of_lines_in_the_inbox(self, sample: Path) -> None:
        assert len(offered_by_bash("contradictions", "confirm", "")) > 5
        assert len(offered_by_bash("inbox", "discard", "")) > 1

    def test_files(self, sample: Path, tmp_path: Path) -> None:
        (tmp_path / "article.txt").touch()
        assert offered_by_bash("add", f"{tmp_path}/art") == [f"{tmp_path}/article.txt"]
        assert offered_by_bash("search", "--db", f"{tmp_path}/art") == [f"{tmp_path}/article.txt"]


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
class TestFish:
    """What fish offers."""

    def test_words_options_and_values(self, sample: Path) -> None:
        assert "speaker" in offered_by_fish("quotetrack spe")
        assert offered_by_fish("quotetrack contradictions con") == ["confirm"]
        assert offered_by_fish("quotetrack tag abc --act") == ["--actor"]
        assert offered_by_fish("quotetrack tag abc retr") == ["retracted"]

    def test_speakers_and_ids(self, sample: Path) -> None:
        assert offered_by_fish("quotetrack speaker show volk") == ["Andrei Volkov"]
        assert len(offered_by_fish("quotetrack show ")) == 40


@pytest.mark.parametrize("name", [installed("zsh")])
def test_zsh_takes_it(sample: Path, name: str) -> None:
    script = """
autoload -U compinit && compinit -u -d "$HOME/none"
eval "$(quotetrack completion zsh)"
print ${_comps[quotetrack]}
"""
    (offered,) = shell([name, "-f", "-c"], script)
    assert "_quotetrack" in offered


def test_a_statement_off_the_record_is_not_offered(quotetrack: Command, sample: Path) -> None:
    newest = quotetrack(":words", "statement", "").output.splitlines()[0]
    connection = sqlite3.connect(sample)
    with connection:
        connection.execute(
            "UPDATE statement SET visibility = 'off_record' "
            "WHERE id = (SELECT max(id) FROM statement)"
        )
    connection.close()
    assert newest not in quotetrack(":words", "statement", "").output.splitlines()


def test_the_fast_path_says_nothing_where_there_is_nothing(quotetrack: Command) -> None:
    for arguments in ((), ("statement",), ("colour", "x")):
        ended = quotetrack(":words", *arguments)
        assert (ended.status, ended.output, ended.errors) == (0, "", "")
