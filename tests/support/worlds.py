"""One scenario, played by a sync client and by an async one, which must do the same."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Generator
from typing import Any, TypeAlias

import attrs
from safelight import AsyncClaid, AsyncPerfect, AsyncPicWish, AsyncPilio, Claid, Perfect, PicWish, Pilio
from safelight.core.api.limits import Limiter
from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.options import Options

from support.scripted import Answering, AsyncScriptedHttp, Script, ScriptedHttp, Sent
from support.virtual import VirtualClock

Scenario: TypeAlias = Callable[[Any], Generator[Any, Any, object]]
"""Calls a client's methods and yields what they return: ``task = yield client.upscale(...)``."""

WORLDS = {
    "pilio": (Pilio, AsyncPilio),
    "perfect": (Perfect, AsyncPerfect),
    "claid": (Claid, AsyncClaid),
    "picwish": (PicWish, AsyncPicWish),
}
BASE = "https://api.test"
KEY = "key-CANARY-4711"


@attrs.frozen
class Played:
    """What a client did: its requests and waits in order, its events, and what the scenario returned."""

    sent: list[Sent]
    waits: list[float]
    events: list[object]
    outcome: object


def play(
    vendor: str,
    answering: Callable[[], Answering],
    scenario: Scenario,
    *,
    in_order: bool = True,
    secret_key: str | None = None,
    options: Options | None = None,
) -> Played:
    """Play a scenario in both worlds, prove that both did the same, and return what that was.

    Args:
        answering: Makes a server anew, one for each world.
        in_order: Whether requests go out in one certain order, as without parallel uploads.
    """
    sync_kind, async_kind = WORLDS[vendor]
    settings: dict[str, Any] = {
        "api_key": KEY,
        "secret_key": secret_key,
        "base_url": BASE,
        "options": options,
    }
    there = _play_sync(sync_kind(**settings), answering(), scenario)
    again = asyncio.run(_play_async(async_kind(**settings), answering(), scenario))
    for one, other in (
        ([sent.masked() for sent in there.sent], [sent.masked() for sent in again.sent]),
        (there.waits, again.waits),
    ):
        assert (one if in_order else sorted(one)) == (other if in_order else sorted(other)), (
            "the worlds differ"
        )
    assert type(there.outcome).__name__ == type(again.outcome).__name__.removeprefix("Async")
    return there


def _play_sync(client: Any, answering: Answering, scenario: Scenario) -> Played:
    script, clock, events = Script(answering), VirtualClock(), list[object]()
    client._driver = SyncDriver(ScriptedHttp(script), clock, events.append)
    client._api.limiter = Limiter(client._api.facts)
    client._api.draw = random.Random(7)
    with client:
        playing = scenario(client)
        value = None
        while True:
            try:
                value = playing.send(value)
            except StopIteration as stop:
                return Played(script.sent, clock.waits, events, stop.value)


async def _play_async(client: Any, answering: Answering, scenario: Scenario) -> Played:
    script, clock, events = Script(answering), VirtualClock(), list[object]()
    client._driver = AsyncDriver(AsyncScriptedHttp(script), clock, events.append)
    client._api.limiter = Limiter(client._api.facts)
    client._api.draw = random.Random(7)
    async with client:
        playing = scenario(client)
        step: Callable[[], Any] = lambda: playing.send(None)  # noqa: E731
        while True:
            try:
                item = step()
            except StopIteration as stop:
                return Played(script.sent, clock.waits, events, stop.value)
            step = await settled(playing, item)


async def settled(playing: Generator[Any, Any, object], item: Any) -> Callable[[], Any]:
    if not isinstance(item, Awaitable):
        return lambda: playing.send(item)
    try:
        value = await item
    except BaseException as error:  # noqa: BLE001 - the scenario decides
        caught = error
        return lambda: playing.throw(caught)
    return lambda: playing.send(value)
