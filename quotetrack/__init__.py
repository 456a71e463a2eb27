"""quotetrack: who said what, when, and what became of it."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from quotetrack.api import Desk as Desk
    from quotetrack.api import open as open

__version__ = "0.1.0"

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """`quotetrack.open` and `quotetrack.Desk`; importing quotetrack alone loads nothing."""
        if name not in ("Desk", "open"):
            raise AttributeError(f"module 'quotetrack' has no attribute '{name}'")
        from quotetrack import api

        return getattr(api, name)
