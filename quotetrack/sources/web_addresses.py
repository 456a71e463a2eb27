"""Which web addresses are fetched: http and https, and no machine of the desk's own network."""

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from quotetrack.domain.errors import FetchRefused, FetchUnreachable
from quotetrack.domain.text import clean_line

LONGEST_ADDRESS = 4_000
_PORTS = {"http": 80, "https": 443}


class Destination(NamedTuple):
    """Where a request goes.

    Attributes:
        url: the address as asked for, without a fragment.
        host: its host, as a name or an address.
        port: the port.
        address: the IP address to connect to, one that has been checked.
    """

    url: str
    host: str
    port: int
    address: str


def locate(url: str, *, allow_private: bool = False) -> Destination:
    """Check an address, and find the machine that it names.

    The machine is looked up once and connected to by what was found, so that a name which
    changes its mind between the check and the request gains nothing.

    Args:
        url: an absolute address.
        allow_private: also machines of the own network, such as a test server.

    Raises:
        FetchRefused: it is no http or https address, or it leads into the own network.
        FetchUnreachable: no machine has this name.
    """
    parts = _split(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise FetchUnreachable(
            f"There is no machine called {clean_line(host)}. Check the address and the network."
        ) from problem
    addresses = [str(each[4][0]) for each in found]
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise FetchRefused(
                    f"{clean_line(host)} is a machine of this network ({address}), "
                    "and an article is on the public web. Save the page and add the file."
                )
    return Destination(parts._replace(fragment="").geturl(), host, port, addresses[0])


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; no metadata service is."""
    parsed = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if inner is not None:
            return is_public(str(inner))
        if parsed in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    return parsed.is_global and not parsed.is_multicast


def _split(url: str) -> SplitResult:
    plain = url.strip()
    shown = clean_line(plain[:200])
    if len(plain) > LONGEST_ADDRESS or any(ord(each) < 33 or ord(each) == 127 for each in plain):
        raise FetchRefused(f"“{shown}” is no web address. Give it as https://...")
    try:
        parts = urlsplit(plain)
        port = parts.port
    except ValueError as problem:
        raise FetchRefused(f"“{shown}” is no web address ({problem}).") from problem
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise FetchRefused(f"Only http and https addresses are fetched, and “{shown}” is none.")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused("An address with a name and password in it is not fetched or stored.")
    return parts
