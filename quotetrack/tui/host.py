"""What a screen or dialog needs of the app that hosts it."""

from typing import Protocol, cast

from textual.dom import DOMNode

from quotetrack.store.database import Database


class Host(Protocol):
    """The app, as far as a screen or dialog knows it."""

    @property
    def database(self) -> Database:
        """The open database."""

    def database_changed(self) -> None:
        """Read again what is in view, since something was written."""

    def count(self) -> None:
        """Count anew what the header shows."""


def host_of(node: DOMNode) -> Host:
    """The app around `node`."""
    return cast(Host, node.app)


def database_of(node: DOMNode) -> Database:
    """The database that the app around `node` has open."""
    return host_of(node).database
