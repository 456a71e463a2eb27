"""CPU time of processes, medians, and the table in which a benchmark reports."""

import os
import platform
import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample.db"

Measure = Callable[[], float]
"""Does the thing once; returns the seconds of CPU it took, user and system."""


def in_turns(measures: Mapping[str, Measure], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of every measure, taken in turns so that a busy spell hits all alike.

    One round before the first warms the disk's cache and is not counted.
    """
    seconds: dict[str, list[float]] = {name: [] for name in measures}
    for round_number in range(rounds + 1):
        for name, measure in measures.items():
            taken = measure()
            if round_number:
                seconds[name].append(taken)
    return seconds


def report(title: str, seconds: Mapping[str, Sequence[float]], limit: float | None = None) -> None:
    """Print medians and spread, and the ratio of each to the first.

    Args:
        title: what was measured.
        seconds: the thing compared with comes first.
        limit: the ratio promised for the dearest of the others.
    """
    print(f"\n{title}")
    print(f"{machine()}; CPU, user and system, in ms")
    print(f"  {'':44}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}")
    baseline = statistics.median(next(iter(seconds.values())))
    dearest = 1.0
    for name, taken in seconds.items():
        middle = statistics.median(taken)
        ratio = middle / baseline
        dearest = max(dearest, ratio)
        figures = "".join(f"{1000 * value:8.1f}" for value in (middle, min(taken), max(taken)))
        print(f"  {name:44}{figures}{ratio:8.2f}")
    if limit is not None:
        verdict = "kept" if dearest <= limit else "MISSED"
        print(f"  promised: at most {limit} times: {verdict}")


def machine() -> str:
    """Return what the figures were taken on."""
    load, _, _ = os.getloadavg()
    return (
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, load {load:.1f}"
    )


def cpu_of(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run a command to its end with its output thrown away; return its CPU seconds.

    Raises:
        RuntimeError: it failed, so its time means nothing.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    try:
        child = os.posix_spawn(
            command[0],
            list(command),
            dict(environment),
            file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, output) for output in (1, 2)],
        )
        _, status, usage = os.wait4(child, 0)
    finally:
        os.close(nowhere)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(command)} failed.")
    return usage.ru_utime + usage.ru_stime


def clean_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which only the folder belongs to the user."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "QUOTETRACK_CONFIG": str(folder / "config.toml"),
    }


def temporary_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that goes away with its `with` statement."""
    return tempfile.TemporaryDirectory(prefix="quotetrack-benchmark-")
