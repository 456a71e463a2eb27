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


_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|cmpid|ocid|smid|s_cid)$",
    re.IGNORECASE,
)


def same_address(url: str) -> str:
    """The address in the form in which two of one page are equal.

    Without the fragment, marks that only tell where a visitor came from, the "www." and "m." of
    hosts, a slash at the end, and the difference between http and https.
    """
    from urllib.parse import parse_qsl, urlencode, urlsplit

    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = urlencode(sorted((name, value) for name, value in asked if not _TRACKING.match(name)))
    return f"{host}{port}{parts.path.rstrip('/')}{'?' + kept if kept else ''}"
