"""Which `Host` headers name this sandbox; a page of another origin cannot send one of them."""

import ipaddress
from urllib.parse import urlsplit


def is_known(authority: str, own: str) -> bool:
    """Tell whether a request is for this sandbox by its host and port, as `Host` has them.

    Any address is, for a page can have a name of its own pointed here, but no address.

    Args:
        authority: Such as ``localhost:8765``.
        own: The name or address that the sandbox listens on.
    """
    try:
        host = urlsplit(f"//{authority}").hostname or ""
        if host in {"localhost", own.lower()}:
            return True
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
