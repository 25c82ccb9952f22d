"""Ends connections to private networks before anything goes out on them, by what httpcore tells as it connects.

A look at the address of the finished connection covers what a look at names cannot: a name that resolves to another
address the second time. The events are those of httpcore's ``trace`` extension.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol, cast

from safelight.core.http.addresses import HINT, is_private_peer
from safelight.core.http.messages import PrivateAddress

BEGINS, ENDS = ".connect_tcp.started", ".connect_tcp.complete"


class Stream(Protocol):
    """As much of httpcore's connections as is used; an async one has ``aclose`` alone."""

    def get_extra_info(self, info: str) -> object: ...
    def close(self) -> None: ...
    async def aclose(self) -> None: ...


class _Watch:
    """Watches the connections that are made for one request to `host`."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._direct = False

    def private(self, event: str, about: Mapping[str, object]) -> Stream | None:
        """The connection that was just made, where it leads to a private network and not to a proxy there."""
        if event.endswith(BEGINS):
            self._direct = about.get("host") == self._host
        if not event.endswith(ENDS) or not self._direct:
            return None
        stream = cast("Stream", about["return_value"])
        address = stream.get_extra_info("server_addr")
        inner = isinstance(address, tuple) and is_private_peer(str(cast("tuple[object, ...]", address)[0]))
        return stream if inner else None


def public_only(host: str) -> Callable[[str, Mapping[str, object]], None]:
    """A trace that raises `PrivateAddress` where a request to `host` would leave for a private network."""
    watch = _Watch(host)

    def traced(event: str, about: Mapping[str, object]) -> None:
        if (stream := watch.private(event, about)) is not None:
            stream.close()
            raise _refused()

    return traced


def public_only_async(host: str) -> Callable[[str, Mapping[str, object]], Awaitable[None]]:
    """As `public_only`."""
    watch = _Watch(host)

    async def traced(event: str, about: Mapping[str, object]) -> None:
        if (stream := watch.private(event, about)) is not None:
            await stream.aclose()
            raise _refused()

    return traced


def _refused() -> PrivateAddress:
    return PrivateAddress(f"its host is at an address inside a private network; {HINT}", sent=False)
