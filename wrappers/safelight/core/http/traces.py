"""Follows requests by httpcore's ``trace`` extension: whether one leaves late, and whether it may leave at all.

A look at the address of the finished connection covers what a look at names cannot: a name that resolves to another
address the second time.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, cast

from safelight.core.base.threads import in_thread
from safelight.core.http.addresses import HINT, is_private_peer
from safelight.core.http.exchanges import handed
from safelight.core.http.messages import LATE, PrivateAddress, Request

CONNECTS, CONNECTED = ".connect_tcp.started", ".connect_tcp.complete"
LEAVES = "send_request_headers.started"
"""How the name ends of what httpcore tells right before a request's first byte goes out."""


class Trace:
    """Follows one request to `host`; raises `PrivateAddress` before a public one leaves for a private network."""

    def __init__(self, request: Request, host: str) -> None:
        self._request = request
        self._host = host
        self._began = handed()
        self._direct = False

    def __call__(self, event: str, about: Mapping[str, object]) -> None:
        """For threads."""
        if (stream := self._private(event, about)) is not None:
            stream.close()
            raise self._refused()
        if self._request.delayed is not None and (seconds := self._late(event, about)):
            self._request.delayed(seconds)

    async def on_loop(self, event: str, about: Mapping[str, object]) -> None:
        """For an event loop."""
        if (stream := self._private(event, about)) is not None:
            await stream.aclose()
            raise self._refused()
        if self._request.delayed is not None and (seconds := self._late(event, about)):
            await in_thread(self._request.delayed, seconds)

    def _private(self, event: str, about: Mapping[str, object]) -> Any:  # noqa: ANN401 - a stream of httpcore's
        """The connection that was just made, where it leads to a private network and not to a proxy there."""
        if not self._request.public:
            return None
        if event.endswith(CONNECTS):
            self._direct = about.get("host") == self._host
        if not event.endswith(CONNECTED) or not self._direct:
            return None
        stream: Any = about["return_value"]
        address = cast("tuple[object, ...] | None", stream.get_extra_info("server_addr"))
        return stream if isinstance(address, tuple) and is_private_peer(str(address[0])) else None

    def _late(self, event: str, about: Mapping[str, object]) -> float:
        """Seconds by which the request itself, and not one that asks a proxy for a tunnel, leaves late; 0 for none."""
        seconds = time.perf_counter() - self._began
        leaves = event.endswith(LEAVES) and getattr(about.get("request"), "method", None) != b"CONNECT"
        return seconds if leaves and seconds > LATE else 0.0

    def _refused(self) -> PrivateAddress:
        return PrivateAddress(f"its host is at an address inside a private network; {HINT}", sent=False)
