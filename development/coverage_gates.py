"""A pytest plug-in that fails the run where line coverage of a gated room is too low.

pytest-cov has one threshold for everything measured; we hold each room by itself.
"""

import io

import coverage
import pytest

GATES = {"quotetrack/domain": 95.0, "quotetrack/store": 95.0}
"""Rooms, and the percentage of lines that the tests must run."""


def measure(room: str) -> float:
    """Return the percentage of the room's lines run, from the data file just written."""
    recorded = coverage.Coverage()
    recorded.load()
    return recorded.report(include=[f"{room}/*"], file=io.StringIO())


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a passing run into a failing one where a gate is missed."""
    config = session.config
    if hasattr(config, "workerinput"):
        return
    results = {room: measure(room) for room in GATES}
    config.stash[RESULTS] = results
    missed = any(percentage < GATES[room] for room, percentage in results.items())
    if missed and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print each gate with what was reached."""
    for room, percentage in config.stash.get(RESULTS, {}).items():
        verdict = "" if percentage >= GATES[room] else "  TOO LOW"
        terminalreporter.write_line(
            f"line coverage of {room}: {percentage:.1f} % (at least {GATES[room]:.0f} %){verdict}"
        )


RESULTS = pytest.StashKey[dict[str, float]]()
