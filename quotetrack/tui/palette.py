"""The command palette: every action of the registry."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from quotetrack.actions.key_names import key_name
from quotetrack.actions.registry import ACTIONS, BROWSE, EVERYWHERE, STATEMENT, Action
from quotetrack.tui.bindings import method_of

if TYPE_CHECKING:
    from quotetrack.tui.app import QuotetrackApp

BROWSE_SCOPES = (BROWSE, STATEMENT)
"""What can be done once one is in Browse."""


class ActionCommands(Provider):
    """Actions by their title and help; those of Browse go there first."""

    async def discover(self) -> Hits:
        """Every action, before anything has been typed."""
        for action in self._offered():
            yield DiscoveryHit(
                self._with_key(Content(action.title), action),
                self._runner(action),
                text=action.title,
                help=action.help,
            )

    async def search(self, query: str) -> Hits:
        """The actions whose title or help matches."""
        matcher = self.matcher(query)
        for action in self._offered():
            score = max(matcher.match(action.title), matcher.match(action.help) * 0.8)
            if score > 0:
                yield Hit(
                    score,
                    self._with_key(matcher.highlight(action.title), action),
                    self._runner(action),
                    text=action.title,
                    help=action.help,
                )

    def _with_key(self, title: Content, action: Action) -> Content:
        """The title, with the keys that hold beside it."""
        keys = cast("QuotetrackApp", self.app).key_map.keys[action.name]
        return Content.assemble(title, ("  " + " ".join(map(key_name, keys)), "$accent"))

    def _offered(self) -> list[Action]:
        """What works here, everywhere or in Browse, which is one step away."""
        here = {EVERYWHERE, *BROWSE_SCOPES, *scopes_of(self.screen)}
        return [action for action in ACTIONS if here & set(action.scopes)]

    def _runner(self, action: Action) -> "Callable[[], object]":
        return partial(self._run, action)

    async def _run(self, action: Action) -> None:
        app = self.app
        if EVERYWHERE in action.scopes:
            await app.run_action(f"app.{method_of(action.name)}")
            return
        if not set(action.scopes) & set(scopes_of(app.screen)):
            await app.run_action("app.browse")
        await app.run_action(f"screen.{method_of(action.name)}")


def scopes_of(screen: "Screen[object]") -> tuple[str, ...]:
    """The scopes of the registry whose keys work on a screen."""
    return getattr(screen, "SCOPES", ())
