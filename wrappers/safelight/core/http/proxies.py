"""Reads the proxies of the environment: which one to use for an address, and which addresses need none."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import TypeAlias
from urllib.parse import urlsplit

import attrs

Network: TypeAlias = IPv4Network | IPv6Network


@attrs.frozen
class Proxy:
    """A proxy, and the variable that names it."""

    url: str = attrs.field(repr=False)
    variable: str


@attrs.frozen
class Bypass:
    """One entry of ``NO_PROXY``: a network, or a host with all its subdomains; of one port, where it names one."""

    network: Network | None
    name: str
    port: int | None
    scheme: str

    @classmethod
    def of(cls, entry: str) -> Bypass:
        """Parse an entry as curl and Go do; an invalid one matches nothing."""
        scheme, _, rest = entry.lower().rpartition("://")
        if network := _network(rest):
            return cls(network, rest, None, scheme)
        try:
            parts = urlsplit(f"//{rest}")
            host, port = parts.hostname or "", parts.port
        except ValueError:
            host, port = rest, None
        return cls(_network(host), host.removeprefix("*"), port, scheme)

    def matches(self, scheme: str, host: str, port: int | None) -> bool:
        """Whether an address needs no proxy because of this entry."""
        if (self.scheme not in ("", "all", scheme)) or (self.port not in (None, port)):
            return False
        if self.network is not None:
            try:
                return ip_address(host) in self.network
            except ValueError:
                return False
        return bool(self.name) and (
            host == self.name or host.endswith(self.name if self.name.startswith(".") else f".{self.name}")
        )


@attrs.frozen
class Proxies:
    """The proxies of the environment, by the scheme of the requested URL."""

    by_scheme: Mapping[str, Proxy] = attrs.field(factory=dict[str, Proxy])
    bypasses: tuple[Bypass, ...] = ()

    @classmethod
    def from_environment(cls) -> Proxies:
        """Read ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``, and what the system has for them."""
        from urllib.request import getproxies  # noqa: PLC0415 - brings http.client and more

        found = getproxies()
        entries = found.get("no", "").replace(",", " ").split()
        if "*" in entries:
            return cls()
        by_scheme: dict[str, Proxy] = {}
        for scheme in ("http", "https"):
            named = scheme if found.get(scheme) else "all"
            if url := found.get(named, "").strip():
                by_scheme[scheme] = Proxy(url if "://" in url else f"http://{url}", _variable(named))
        return cls(by_scheme, tuple(map(Bypass.of, entries)))

    def of(self, scheme: str, host: str, port: int | None) -> Proxy | None:
        """The proxy to use for an address, or None to connect directly."""
        host = host.lower().rstrip(".")
        port = port or {"http": 80, "https": 443}.get(scheme)
        if any(entry.matches(scheme, host, port) for entry in self.bypasses):
            return None
        return self.by_scheme.get(scheme)


def _network(text: str) -> Network | None:
    try:
        return ip_network(re.sub(r"^\[(.*)\](/\d+)?$", r"\1\2", text), strict=False)
    except ValueError:
        return None


def _variable(scheme: str) -> str:
    """What the variable of a proxy is called here; the lower case wins, as everywhere."""
    names = [name for name in os.environ if name.lower() == f"{scheme}_proxy" and os.environ[name]]
    return max(names, default="the system's proxy setting")
