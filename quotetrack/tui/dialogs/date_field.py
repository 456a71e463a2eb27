"""A field for a date in words, which shows at once, beneath, what it is taken to mean."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Button, Input

from quotetrack.domain.dates import UncertainDate
from quotetrack.domain.edtf import day_span, describe_date, to_edtf
from quotetrack.domain.errors import DateNotUnderstood, NoDate
from quotetrack.tui.dialogs.field import Field, FieldProblem, aside
from quotetrack.tui.widgets.entry import Entry

NOT_RECORDED = "not recorded"

NO_DATE_YET = "no date yet · try 5 Dec 2022"

_WORDS = "a day, a month or a year, in your own words"
_YEAR = re.compile(r"\d{4}")


class DateField(Field):
    """A typed date; left empty it is no answer, "not recorded" is one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "not_recorded", "Not recorded", id="dialog.not_recorded"),
    ]

    @dataclass
    class Read(Message):
        """A worker has read what was typed."""

        generation: int
        meaning: str
        warning: bool

    def __init__(
        self,
        label: str,
        *,
        id: str,
        not_before: UncertainDate | None = None,
        may_be_unknown: bool = True,
    ) -> None:
        super().__init__(
            label, id=id, hint="own words, or ctrl+n: not recorded" if may_be_unknown else _WORDS
        )
        self._may_be_unknown = may_be_unknown
        self._generation = 0
        self._not_before = not_before
        self._reference: date | None = None
        self._reference_name = "today"

    def compose_control(self) -> ComposeResult:
        """The control beside the label."""
        yield Entry(placeholder="5 Dec 2022 14:30 Baku, early March", compact=True)
        if self._may_be_unknown:
            yield aside("not recorded ^n")

    @property
    def typed(self) -> str:
        """The words in the field."""
        return self.query_one(Input).value.strip()

    def look_back_from(self, day: date, name: str) -> None:
        """Read "Tuesday" and "5 Dec" as the last ones before `day`, which is called `name`."""
        self._reference = day
        self._reference_name = name
        self._start_reading()

    def answer(self, message: str) -> tuple[str, date]:
        """The words and the day to look back from, for `read_date`.

        Raises:
            FieldProblem: with `message`, where nothing was typed.
        """
        if not self.typed:
            raise FieldProblem(message, self.id or "")
        return self.typed, self.looked_back_from

    @property
    def looked_back_from(self) -> date:
        """The day from which the words look back."""
        return self._reference or date.today()

    def action_not_recorded(self) -> None:
        """Answer that no date is recorded."""
        if not self._may_be_unknown:
            return
        self.query_one(Input).value = NOT_RECORDED
        self.screen.focus_next()

    @on(Button.Pressed)
    def _press(self, event: Button.Pressed) -> None:
        event.stop()
        self.take_focus()
        self.action_not_recorded()

    @on(Input.Changed)
    def _type(self, event: Input.Changed) -> None:
        event.stop()
        self._start_reading()

    def _start_reading(self) -> None:
        self._generation += 1
        if not self.is_mounted:
            return
        if not self.typed:
            self.explain("")
            return
        self.run_worker(
            partial(
                self._read,
                self._generation,
                self.typed,
                self.looked_back_from,
                self._reference_name,
            ),
            thread=True,
            exclusive=True,
            group="date",
        )

    def _read(self, generation: int, typed: str, reference: date, reference_name: str) -> None:
        """Runs in a worker: reading a date imports what takes longer than a key may."""
        try:
            meant = read_date(typed, reference, self.id or "")
        except FieldProblem as problem:
            # The whole of it is said on saving; here it would push the form about at each letter.
            said = NO_DATE_YET if isinstance(problem.__cause__, NoDate) else str(problem)
            self.post_message(self.Read(generation, said, True))
            return
        looked_back = None if _YEAR.search(typed) else reference_name
        self.post_message(self.Read(generation, *self._meaning(meant, looked_back)))

    def _meaning(self, meant: UncertainDate, looked_back_from: str | None) -> tuple[str, bool]:
        """The date in words, and whether these are a warning."""
        if not meant.known:
            return "= not recorded, and said so", False
        words = [f"= {describe_date(meant)}"]
        edtf = to_edtf(meant)
        if edtf and edtf not in words[0]:
            words.append(edtf)
        if looked_back_from is not None:
            words.append(f"looking back from {looked_back_from}")
        last = day_span(meant)[1]
        first_possible = day_span(self._not_before)[0] if self._not_before else None
        if last and first_possible and last < first_possible:
            words.append("before the remark was said: is that right?")
            return " · ".join(words), True
        return " · ".join(words), False

    @on(Read)
    def _show(self, event: Read) -> None:
        event.stop()
        if event.generation == self._generation:
            self.explain(event.meaning, warning=event.warning)


def read_date(typed: str, reference: date, field: str) -> UncertainDate:
    """What the words in `field` mean; called in a worker.

    Raises:
        FieldProblem: if they mean nothing, or more than one thing.
    """
    from quotetrack.actions.dating import read_typed_date

    try:
        return read_typed_date(typed, reference)
    except DateNotUnderstood as problem:
        raise FieldProblem(str(problem), field) from problem
