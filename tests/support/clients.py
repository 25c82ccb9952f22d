"""Clients whose HTTP, clock, limits and chance are the test's: the one place that knows how."""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeVar

import attrs
from safelight import Options
from safelight.core.api.limits import Limiter
from safelight.core.base.facts import Limits, VendorFacts
from safelight.core.flow.clock import Clock, use_clock
from safelight.core.flow.effects import Flow
from safelight.core.transfers.files_api import FilesApi

from support.keys import secret_key

BASE = "https://api.test"
KEY = "key-CANARY-4711"
C = TypeVar("C", bound=Any)


def make_client(
    kind: type[C],
    *,
    http: object = None,
    clock: Clock | None = None,
    limiter: Callable[[VendorFacts], Limiter] = Limiter,
    options: Options | None = None,
    **settings: Any,
) -> C:
    """A client of some kind, such as `Pilio`, which draws the same random numbers in every run.

    Args:
        http: Sends its requests in place of sockets, such as a `ScriptedHttp`.
        clock: By default the machine's own, with all waits.
        limiter: Makes the limiter, which the client shares with no other.
        settings: Arguments of the class; by default `KEY`, `BASE`, and Perfect's secret key.
    """
    if kind.__name__.endswith("Perfect"):
        settings = {"secret_key": secret_key(), **settings}
    options = attrs.evolve(options or Options(), limiter=lambda facts, *_: limiter(facts))
    with _clock_is(clock):
        client = kind(**{"api_key": KEY, "base_url": BASE, "options": options, **settings})
        if http is not None:
            client._http = http
            client = client.with_options()  # the same, with a driver that sends by it
    api_of(client).draw = random.Random(7)
    return client


def unlimited(facts: VendorFacts) -> Limiter:
    """A limiter that nothing has to wait for."""
    return Limiter(facts._replace(limits=Limits()))


def run(client: Any, flow: Flow[Any]) -> Any:
    """Run a flow by itself as the methods of a client run theirs; an async client's is to be awaited."""
    return client._driver.run(flow)


def api_of(client: Any) -> FilesApi:
    """What all calls of a client share, for tests of one call."""
    return client._api


@contextmanager
def _clock_is(clock: Clock | None) -> Generator[None]:
    if clock is None:
        yield
        return
    before = use_clock(clock)
    try:
        yield
    finally:
        use_clock(before)
