"""How a client behaves, apart from its keys."""

from __future__ import annotations

import attrs

from safelight.core.drivers import Listener
from safelight.core.http import Connection
from safelight.core.retry import RetryPolicy


@attrs.frozen(kw_only=True)
class Options:
    """How a client behaves.

    Attributes:
        connection: Timeouts, proxy, certificates, HTTP/2.
        retry: How often and how long a call is tried again.
        listener: Called with every event of `safelight.core.events`, on the thread where it happens.
        poll_cost: Seconds of a finished task's idle waiting that one status call is worth; larger polls less.
    """

    connection: Connection = attrs.field(factory=Connection)
    retry: RetryPolicy = attrs.field(factory=RetryPolicy)
    listener: Listener | None = None
    poll_cost: float = 0.25
