"""The keys of a screen, made from the registry of actions."""

from textual.binding import Binding, BindingType

from quotetrack.actions.registry import ACTIONS

METHODS = {"dismiss": "dismiss_pair", "search": "go_to_search"}
"""Actions whose own name means something else in Textual."""


def method_of(name: str) -> str:
    """The action method, without its `action_`, that runs the action of this name."""
    return METHODS.get(name, name)


def bindings_for(scope: str) -> list[BindingType]:
    """One binding for each action of a scope; its id is the action's name, so it can be remapped.

    Args:
        scope: a scope of the registry.
    """
    return [
        Binding(
            action.key,
            method_of(action.name),
            action.title,
            show=action.rank is not None,
            tooltip=action.help,
            # Taken before the focused pane, so that what is typed after it goes to the search.
            priority=action.name == "search",
            id=action.name,
        )
        for action in ACTIONS
        if scope in action.scopes
    ]


def movement(identifier: str, keys: str, method: str, title: str, *, show: bool = False) -> Binding:
    """A binding that only moves the view; it stays out of the line of keys unless `show`."""
    return Binding(keys, method, title, show=show, id=identifier)
