"""Has all threads take memory from one store, for each would keep one of its own and fill it."""

_MOST_ARENAS = -8
"""What glibc's mallopt calls the number of its stores; other libraries have no such thing."""


def share_memory() -> None:
    """Let threads share what there is; a session of typed searches takes a quarter less by it."""
    # Imported here, since it costs four milliseconds, which no start should wait for.
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MOST_ARENAS, 1)
