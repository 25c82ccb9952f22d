"""Which addresses storage may be at: none inside this machine's own network, where only the API is a public one."""

from __future__ import annotations

import re
import socket
import threading
from concurrent.futures import Future
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urljoin, urlsplit

from safelight.core.http.messages import origin

MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
"""Redirects of a download."""
REPEATING = (307, 308)
"""Redirects that ask for the same method and body: the only ones that an upload follows."""
TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of IPv4 hosts as a network that has only IPv6 sees them (NAT64)."""
BENCHMARK = IPv4Network("198.18.0.0/15")
"""What proxies that work by DNS answer for every public name; nothing of anybody's own is there."""
HINT = "pass Options(private_storage=True) where storage of your own network is meant"


def is_private(host: str) -> bool:
    """Whether a URL's host is an address, or a name, of this machine or a private network."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    with suppress(ValueError):
        return _is_inner(ip_address(name.partition("%")[0]))
    # Such as 127.1, 0x7f000001 or 2130706433, which are addresses to most resolvers.
    if re.fullmatch(r"[0-9a-fx.]+", name) and name[:1].isdigit():
        with suppress(OSError):
            return _is_inner(IPv4Address(socket.inet_aton(name)))
    return False


def is_private_peer(address: str) -> bool:
    """Whether a connection leads into this machine or a private network."""
    try:
        peer = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_inner(peer) and not (isinstance(peer, IPv4Address) and peer in BENCHMARK)


def resolves_to_private(host: str) -> bool:
    """Whether a host is in a private network, as far as DNS tells. Blocks on the network."""
    if is_private(host):
        return True
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(is_private_peer(str(address[0])) for *_, address in found)


def look_up(host: str, port: int, timeout: float | None) -> list[str]:
    """The addresses of a host, looked up on a thread of its own: the system's lookup takes no timeout."""
    looking: Future[list[str]] = Future()

    def look() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            looking.set_result([str(entry[4][0]) for entry in found])
        except BaseException as error:  # noqa: BLE001 - it is the caller's
            looking.set_exception(error)

    threading.Thread(target=look, name="safelight lookup", daemon=True).start()
    try:
        return looking.result(timeout)
    except TimeoutError:
        raise TimeoutError(f"looking up {host} timed out") from None
    except UnicodeError as error:
        raise OSError(str(error)) from error


def redirected(url: str, place: str) -> str | None:
    """Where a redirect from `url` leads; None where that is no URL, or from https to what is not."""
    try:
        target = urljoin(url, place)
    except ValueError:
        return None
    safe = origin(target) and (urlsplit(target).scheme == "https" or urlsplit(url).scheme != "https")
    return target if safe else None


def _is_inner(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in TRANSLATED:
            inner = IPv4Address(int(address) & 0xFFFF_FFFF)
        address = inner or address
    return not address.is_global or address.is_multicast
