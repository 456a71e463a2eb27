"""Finds a web address within a line that somebody has typed or pasted."""

import re

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_CLOSING = ".,;:!?…'’"


def find_address(line: str) -> str | None:
    """The first http or https address in the line, without the punctuation behind it."""
    found = _ADDRESS.search(line)
    if found is None:
        return None
    address = found[0].rstrip(_CLOSING)
    # A bracket closes the sentence's own unless the address has opened it.
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(_CLOSING)
    return address if len(address) > len("https://") else None
