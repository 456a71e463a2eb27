"""An import for people: how far it is while it runs, and what came of it."""

import time

from quotetrack.cli.console import Console
from quotetrack.domain.edtf import describe_date
from quotetrack.domain.import_records import ImportedStatement, ImportProgress, ImportSummary
from quotetrack.domain.text import clean_line, shorten

_SECONDS_APART = 0.2
_CERTAIN_AFTER = 2.0
"""Seconds before the time left is more than a guess."""


class ProgressLine:
    """One line on a terminal's standard error that is written over as the import goes on."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._begun: tuple[float, ImportProgress] | None = None
        self._shown = 0.0
        self._doing = ""

    def show(self, progress: ImportProgress) -> None:
        """Show how far it is, not more often than a reader can follow."""
        now = time.monotonic()
        if self._begun is None:
            self._begun = now, progress
        if progress.doing == self._doing and now - self._shown < _SECONDS_APART:
            return
        self._shown, self._doing = now, progress.doing
        self._console.overwrite(self._words(progress, now))

    def clear(self) -> None:
        """Leave an empty line for what follows."""
        if self._begun is not None:
            self._console.overwrite("")

    def _words(self, progress: ImportProgress, now: float) -> str:
        if progress.doing == "indexing":
            return f"{progress.rows:,} rows read; indexing what came in ..."
        assert self._begun is not None
        began, first = self._begun
        seconds = now - began
        words = f"{progress.fraction:4.0%}  {progress.rows:,} rows"
        done = progress.fraction - first.fraction
        if seconds < _CERTAIN_AFTER or done <= 0:
            return words
        rate = (progress.rows - first.rows) / seconds
        left = seconds / done * (1 - progress.fraction)
        return f"{words}, {rate:,.0f} a second, {duration(left)} left; Ctrl+C stops"


def duration(seconds: float) -> str:
    """A time in words: "40 s", "3 min", "2 h 5 min"."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def print_summary(console: Console, summary: ImportSummary) -> None:
    """Say what came in, what was known, what was refused, and how to take it back."""
    would = summary.dry_run
    if would:
        console.line("The first rows as understood:" if summary.first_rows else "Nothing to take.")
        for row in summary.first_rows:
            _print_row(console, row)
        console.line()
    added = _counted(summary.rows_added, "statement")
    console.line(f"{'Would add' if would else 'Added'} {added}.")
    beside = [
        _counted(number, what)
        for number, what in (
            (summary.speakers_added, "speaker"),
            (summary.articles_added, "article"),
        )
        if number
    ]
    if beside:
        console.line(f"Not known before: {', '.join(beside)}.")
    if summary.rows_known:
        console.line(f"{_counted(summary.rows_known, 'row')} known already.")
    if summary.resumed_at:
        console.line(f"Went on behind row {summary.resumed_at:,}.")
    if summary.ignored_columns:
        names = ", ".join(clean_line(name) or "(no name)" for name in summary.ignored_columns[:20])
        console.line(f"Columns not used: {names}.")
    _print_refused(console, summary)
    if summary.unit is not None:
        console.message(f"'quotetrack undo {summary.unit}' takes all of it back.")


def _print_refused(console: Console, summary: ImportSummary) -> None:
    if not summary.rows_refused:
        return
    where = f"; they are in {clean_line(summary.refused_file)}" if summary.refused_file else ""
    console.message(f"{_counted(summary.rows_refused, 'row')} refused{where}.")
    for row in summary.first_refused:
        console.message(f"  line {row.line:,}: {clean_line(row.reason)}")
    more = summary.rows_refused - len(summary.first_refused)
    if more > 0 and summary.first_refused:
        console.message(f"  and {more:,} more")


def _print_row(console: Console, row: ImportedStatement) -> None:
    said = describe_date(row.said)
    console.line(f"  line {row.line:,}  {row.speaker}, {said}: {shorten(row.text, 60)}")
    facts = {
        "role": ", ".join(filter(None, (row.role, row.organisation))),
        "venue": row.venue,
        "article": None
        if row.article is None
        else " · ".join(
            filter(
                None,
                (
                    row.article.title,
                    row.article.outlet,
                    row.article.published[0],
                    row.article.url,
                ),
            )
        ),
        "labels": ", ".join(row.tags),
        "event": row.event and f"{row.event.type.value}, {describe_date(row.event.happened)}",
        "note": row.note and shorten(row.note, 60),
        "id": f"{row.source}: {row.external_id}",
    }
    for name, value in facts.items():
        if value:
            console.line(f"    {name:8} {clean_line(value)}")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
