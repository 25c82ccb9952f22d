"""One scenario, played by a sync client and by an async one, which must do the same."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from typing import Any, TypeAlias

import attrs
from safelight import (
    AsyncClaid,
    AsyncPerfect,
    AsyncPicWish,
    AsyncPilio,
    AsyncYouCam,
    Claid,
    Options,
    Perfect,
    PicWish,
    Pilio,
    YouCam,
)
from safelight.core.flow.drivers import Listener

from support.clients import make_client
from support.scripted import Answering, AsyncScriptedHttp, Script, ScriptedHttp, Sent
from support.virtual import VirtualClock

Scenario: TypeAlias = Callable[[Any], Generator[Any, Any, object]]
"""Calls a client's methods and yields what they return: ``task = yield client.upscale(...)``."""

WORLDS = {
    "pilio": (Pilio, AsyncPilio),
    "perfect": (Perfect, AsyncPerfect),
    "claid": (Claid, AsyncClaid),
    "picwish": (PicWish, AsyncPicWish),
    "youcam": (YouCam, AsyncYouCam),
}


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
    options: Options | None = None,
) -> Played:
    """Play a scenario in both worlds, prove that both did the same, and return what that was.

    Args:
        answering: Makes a server anew, one for each world.
        in_order: Whether requests go out in one certain order, as without parallel uploads.
    """
    played = []
    for kind, http in zip(WORLDS[vendor], (ScriptedHttp, AsyncScriptedHttp), strict=True):
        script, clock, events = Script(answering()), VirtualClock(), list[object]()
        heard = attrs.evolve(
            options or Options(), listener=_both(events.append, options and options.listener)
        )
        client = make_client(kind, http=http(script), clock=clock, options=heard)
        outcome = enact(client, scenario)
        played.append(Played(script.sent, clock.waits, events, outcome))
    there, again = played
    for one, other in (
        ([sent.masked() for sent in there.sent], [sent.masked() for sent in again.sent]),
        (there.waits, again.waits),
    ):
        assert (one if in_order else sorted(one)) == (other if in_order else sorted(other)), (
            "the worlds differ"
        )
    assert type(there.outcome).__name__ == type(again.outcome).__name__.removeprefix("Async")
    return there


def _both(first: Listener, second: Listener | None) -> Listener:
    def listen(event: object) -> None:
        first(event)
        if second is not None:
            second(event)

    return listen


def enact(client: Any, scenario: Scenario) -> Any:
    """Let a scenario use a client of either kind, which is closed then; what it returned."""
    if hasattr(client, "__aenter__"):
        return asyncio.run(_enact_async(client, scenario))
    return _enact(client, scenario)


def _enact(client: Any, scenario: Scenario) -> object:
    with client:
        playing = scenario(client)
        value = None
        while True:
            try:
                value = playing.send(value)
            except StopIteration as stop:
                return stop.value


async def _enact_async(client: Any, scenario: Scenario) -> object:
    async with client:
        playing = scenario(client)
        step: Callable[[], Any] = lambda: playing.send(None)  # noqa: E731
        while True:
            try:
                item = step()
            except StopIteration as stop:
                return stop.value
            step = await _settled(playing, item)


async def _settled(playing: Generator[Any, Any, object], item: Any) -> Callable[[], Any]:
    if not isinstance(item, Awaitable):
        return lambda: playing.send(item)
    try:
        value = await item
    except BaseException as error:  # noqa: BLE001 - the scenario decides
        caught = error
        return lambda: playing.throw(caught)
    return lambda: playing.send(value)
