"""One scenario played over real sockets, by a sync client and by an async one."""

from collections.abc import Callable
from typing import Any

import attrs
from safelight import Options, RetryPolicy
from safelight.core.flow.clock import Clock
from safelight.core.flow.stopping import Stop
from safelight.core.http.connection import Connection

from support.clients import C, make_client, unlimited
from support.hostile import Behaviour, HostileServer
from support.scripted import Sent
from support.vendors import FakePilio, Vendor
from support.waiting import HANG
from support.worlds import WORLDS, Scenario, enact

QUICK = RetryPolicy(first_delay=0.01, longest_delay=0.02)
FAST = Options(
    retry=QUICK, connection=Connection(connect_timeout=HANG, read_timeout=HANG, write_timeout=HANG)
)


class HastyClock(Clock):
    """The machine's own time, except that nobody sleeps for long."""

    def sleep(self, seconds: float, stop: Stop | None = None) -> None:
        super().sleep(min(seconds, 0.01), stop)

    async def sleep_async(self, seconds: float) -> None:
        await super().sleep_async(min(seconds, 0.01))


@attrs.frozen
class Served:
    """What a server saw, and what the scenario returned."""

    seen: list[Sent]
    outcome: Any
    connections: int

    def calls(self, part: str) -> list[Sent]:
        return [sent for sent in self.seen if part in sent.url]


def serve(
    scenario: Scenario,
    vendor: str = "pilio",
    fake: Callable[[str], Vendor | Callable[[Sent], Behaviour]] = lambda url: FakePilio(store=url),
    *,
    options: Options = FAST,
    early: Callable[[Sent], Behaviour | None] = lambda sent: None,
) -> tuple[Served, ...]:
    """Play a scenario on both kinds of clients, and an async one with aiohttp, each against a server of its own.

    Args:
        fake: Makes the vendor, told its own address.
        early: What the server does once only the head of a request has come.
    """
    played = []
    fast = attrs.evolve(options, connection=attrs.evolve(options.connection, transport="aiohttp"))
    sync_kind, async_kind = WORLDS[vendor]
    for kind, chosen in ((sync_kind, options), (async_kind, options), (async_kind, fast)):
        behave: list[Callable[[Sent], Behaviour]] = []
        with HostileServer(lambda sent, behave=behave: behave[0](sent), early) as server:
            behave.append(fake(server.url))
            outcome = enact(hasty(kind, server.url, chosen), scenario)
            server.wait_until_idle()
            played.append(Served(server.seen, outcome, server.connections))
    return tuple(played)


def hasty(kind: type[C], url: str, options: Options = FAST) -> C:
    """A client of a server, which keeps no limits and does not wait for long."""
    return make_client(kind, clock=HastyClock(), limiter=unlimited, base_url=url, options=options)


def serving(fake: Vendor) -> HostileServer:
    """A small vendor behind real sockets."""
    server = HostileServer(fake)
    fake.store = server.url
    return server
