"""Manners towards other people's servers: what robots.txt asks, and a pause between requests."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from quotetrack.domain.errors import FetchFailed
from quotetrack.sources.decoding import decode
from quotetrack.sources.fetching import USER_AGENT, Fetcher

if TYPE_CHECKING:
    from protego import Protego

PAUSE_SECONDS = 2.0
"""Between two requests to one server, unless its robots.txt asks for more."""

LONGEST_PAUSE = 30.0
MOST_BYTES_OF_ROBOTS = 500_000
"""RFC 9309, section 2.5: at least so much of a robots.txt is read."""

_NAME = USER_AGENT.partition("/")[0]


@dataclass(slots=True)
class Manners:
    """Remembers for each server what it asks, and when it was last visited.

    Attributes:
        fetcher: what gets robots.txt.
        wait: waits some seconds.
        clock: seconds that only grow.
    """

    fetcher: Fetcher
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _rules: "dict[str, Protego | None]" = field(default_factory=dict)
    _visited: dict[str, float] = field(default_factory=dict)

    def allows(self, url: str) -> bool:
        """Whether the server's robots.txt lets a robot have this address (RFC 9309).

        A server without one, or that does not answer for it, forbids nothing.
        """
        rules = self._rules_of(url)
        return rules is None or bool(rules.can_fetch(url, _NAME))

    def wait_for(self, url: str) -> None:
        """Wait until the server may be asked again, and note that it is."""
        server = _server(url)
        rules = self._rules.get(server)
        asked = rules.crawl_delay(_NAME) if rules is not None else None
        pause = min(max(float(asked or 0), PAUSE_SECONDS), LONGEST_PAUSE)
        if server in self._visited:
            left = self._visited[server] + pause - self.clock()
            if left > 0:
                self.wait(left)
        self._visited[server] = self.clock()

    def _rules_of(self, url: str) -> "Protego | None":
        server = _server(url)
        if server not in self._rules:
            from protego import Protego

            try:
                found = self.fetcher.fetch(f"{server}/robots.txt")
                text = decode(found.body[:MOST_BYTES_OF_ROBOTS], found.charset)
                self._rules[server] = Protego.parse(text)
            except FetchFailed:
                self._rules[server] = None
        return self._rules[server]


def _server(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
