"""Row ids: 63 bits made by the application, and their printed form."""

import os
import time
from _thread import allocate_lock  # all of threading would cost every search
from collections.abc import Callable

from quotetrack.domain.errors import UsageError

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o or u."""

PRINTED_LENGTH = 13
SHORT_LENGTH = 6
BITS_PER_CHARACTER = 5
_SHIFTS = range(0, PRINTED_LENGTH * BITS_PER_CHARACTER, BITS_PER_CHARACTER)

_LOOKALIKES = str.maketrans("ilo", "110")
_COUNTER_BITS = 12
_NODE_BITS = 10
_MILLISECOND_BITS = 41
_EPOCH_MILLISECONDS = 1_577_836_800_000
"""1 January 2020 UTC, so that 41 bits of milliseconds reach the year 2089."""


class IdentifierSource:
    """Makes ids of milliseconds, node and a running counter, so that databases can be merged.

    The counter runs on from a random start, which keeps the low bits, and with them the first
    printed characters, apart.
    """

    def __init__(
        self,
        node: int | None = None,
        milliseconds: Callable[[], int] | None = None,
        counter: int | None = None,
    ) -> None:
        self._node = int.from_bytes(os.urandom(2)) if node is None else node
        self._milliseconds = milliseconds or (lambda: time.time_ns() // 1_000_000)
        self._counter = int.from_bytes(os.urandom(2)) if counter is None else counter
        self._last = 0
        self._stretched_to = 0
        self._lock = allocate_lock()

    def next(self) -> int:
        """A new id, positive and below 2**63."""
        with self._lock:
            self._counter += 1
            # A millisecond that a stretch has taken is taken as a whole.
            self._last = max(self._elapsed(), self._stretched_to + 1)
            return self._composed(self._last) | self._counter % (1 << _COUNTER_BITS)

    def stretches(self, count: int) -> list[range]:
        """Ids for many rows at once, in stretches between which ids of others may lie."""
        found = []
        while count > 0:
            with self._lock:
                self._stretched_to = max(self._elapsed(), self._last + 1, self._stretched_to + 1)
                first = self._composed(self._stretched_to)
            length = min(count, 1 << _COUNTER_BITS)
            found.append(range(first, first + length))
            count -= length
        return found

    def _elapsed(self) -> int:
        return (self._milliseconds() - _EPOCH_MILLISECONDS) % (1 << _MILLISECOND_BITS)

    def _composed(self, elapsed: int) -> int:
        node = self._node % (1 << _NODE_BITS)
        return elapsed << (_NODE_BITS + _COUNTER_BITS) | node << _COUNTER_BITS


def print_identifier(identifier: int) -> str:
    """The printed form: base 32, lowest bits first, so that short prefixes tell rows apart."""
    return "".join([ALPHABET[identifier >> shift & 31] for shift in _SHIFTS])


def short_identifier(identifier: int) -> str:
    """The first characters of the printed form, as shown in tables."""
    return print_identifier(identifier)[:SHORT_LENGTH]


def parse_identifier_prefix(printed: str) -> tuple[int, int]:
    """Read a printed id or its first characters.

    Returns:
        The low bits, and the mask under which an id's bits must equal them.

    Raises:
        UsageError: the text is no printed id.
    """
    folded = printed.strip().lower().translate(_LOOKALIKES)
    if not 1 <= len(folded) <= PRINTED_LENGTH or any(c not in ALPHABET for c in folded):
        raise UsageError(
            f"'{printed}' is no id. Ids are up to {PRINTED_LENGTH} letters and digits, "
            "as the first column of a search shows them."
        )
    bits = 0
    for position, character in enumerate(folded):
        bits |= ALPHABET.index(character) << (BITS_PER_CHARACTER * position)
    mask = (1 << (BITS_PER_CHARACTER * len(folded))) - 1
    return bits, mask & ((1 << 63) - 1)
