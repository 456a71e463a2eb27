"""The keys of a screen, made from the registry of actions."""

from textual.binding import Binding, BindingType

from quotetrack.actions.registry import ACTIONS

METHODS = {"dismiss": "dismiss_pair", "search": "go_to_search"}
"""Actions whose own name means something else in Textual."""


def method_of(name: str) -> str:
    """The action method, without its `action_`, that runs the action of this name."""
    return METHODS.get(name, name)


def bindings_for(scope: str, *, hidden: frozenset[str] = frozenset()) -> list[BindingType]:
    """One binding for each action of a scope; its id is the action's name, so it can be remapped.

    Args:
        scope: a scope of the registry.
        hidden: names of actions that work but are left out of the line of keys.
    """
    return [
        Binding(
            action.key,
            method_of(action.name),
            action.title,
            show=action.name not in hidden,
            tooltip=action.help,
            # Taken before the focused pane, so that what is typed after it goes to the search.
            priority=action.name == "search",
            id=action.name,
        )
        for action in ACTIONS
        if action.scope == scope
    ]


def movement(identifier: str, keys: str, method: str, title: str, *, show: bool = False) -> Binding:
    """A binding that only moves the view; it stays out of the line of keys unless `show`."""
    return Binding(keys, method, title, show=show, id=identifier)
