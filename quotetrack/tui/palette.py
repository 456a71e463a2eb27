"""The command palette: every action of the registry."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from quotetrack.actions.registry import ACTIONS, BROWSE, CONTRADICTIONS, Action
from quotetrack.tui.bindings import method_of


class ActionCommands(Provider):
    """Actions by their title and help; those of Browse go there first."""

    async def discover(self) -> Hits:
        """Every action, before anything has been typed."""
        for action in self._offered():
            yield DiscoveryHit(action.title, self._runner(action), help=action.help)

    async def search(self, query: str) -> Hits:
        """The actions whose title or help matches."""
        matcher = self.matcher(query)
        for action in self._offered():
            score = max(matcher.match(action.title), matcher.match(action.help) * 0.8)
            if score > 0:
                yield Hit(
                    score, matcher.highlight(action.title), self._runner(action), help=action.help
                )

    def _offered(self) -> list[Action]:
        """All actions; those on a pair only where one is in view."""
        among_pairs = self.app.current_mode == CONTRADICTIONS
        return [action for action in ACTIONS if action.scope != CONTRADICTIONS or among_pairs]

    def _runner(self, action: Action) -> "Callable[[], object]":
        return partial(self._run, action)

    async def _run(self, action: Action) -> None:
        app = self.app
        if action.scope == BROWSE and app.current_mode != BROWSE:
            await app.run_action("app.browse")
        place = "screen" if action.scope in (BROWSE, CONTRADICTIONS) else "app"
        await app.run_action(f"{place}.{method_of(action.name)}")
