"""A map that is left early: no task is lost, no create is cancelled, and nothing more is bought."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from safelight import AsyncClaid, AsyncPilio, Claid, InvalidInput, Pilio
from support.clients import KEY
from support.hostile import http, wire
from support.left_behind import PATIENT, PICTURE, Gated, told
from support.real import hasty, serving
from support.scripted import Sent, reply
from support.vendors import PNG
from support.waiting import HANG, until


def map_sync(
    url: str, operation: Callable[..., Any], sources: Any, taken: Callable[[], None], at_once: int
) -> int:
    with hasty(Claid, url, PATIENT) as client:
        outcomes = client.map(lambda source: operation(client, source), sources, at_once=at_once)
        count = 0
        with suppress(ZeroDivisionError):
            for _ in outcomes:
                count += 1
                taken()
                break
        outcomes.close()
    return count


def map_async(
    url: str, operation: Callable[..., Any], sources: Any, taken: Callable[[], None], at_once: int
) -> int:
    async def run() -> int:
        async with hasty(AsyncClaid, url, PATIENT) as client:

            async def started(source: Any) -> Any:
                return await operation(client, source)

            outcomes = client.map(started, sources, at_once=at_once)
            count = 0
            with suppress(ZeroDivisionError):
                async for _ in outcomes:
                    count += 1
                    await asyncio.to_thread(taken)
                    break
            await outcomes.aclose()
            return count

    return asyncio.run(run())


MAPS = pytest.mark.parametrize("map_", [map_sync, map_async], ids=["sync", "async"])


@MAPS
def test_a_map_that_is_left_tells_of_what_was_finished_and_not_taken(map_, caplog):
    fake = Gated(free=6)
    with serving(fake) as server:
        taken = map_(
            server.url,
            lambda client, source: client.remove_background(source),
            [PICTURE] * 6,
            lambda: until(lambda: fake.calls["status"] == 6),
            6,
        )
    assert taken == 1
    assert len(set(told(caplog))) == 5


@MAPS
def test_a_map_that_is_left_sees_creates_under_way_to_their_end(map_, caplog):
    fake = Gated(free=1)
    with serving(fake) as server:

        def taken() -> None:
            until(lambda: fake.calls["create"] == 4)
            threading.Timer(0.2, fake.gate.set).start()

        count = map_(
            server.url, lambda client, source: client.remove_background(source), [PICTURE] * 4, taken, 4
        )
    assert count == 1
    assert len(set(told(caplog))) == 3


def test_a_map_that_is_cancelled_again_and_again_sees_its_creates_to_their_end(caplog):
    fake = Gated()

    async def run(url: str) -> None:
        async with hasty(AsyncClaid, url, PATIENT) as client:

            async def consume() -> None:
                async for _ in client.map(client.remove_background, [PICTURE] * 3, at_once=3):
                    pass

            consuming = asyncio.create_task(consume())
            await asyncio.to_thread(until, lambda: fake.calls["create"] == 3)
            opening = threading.Timer(0.2, fake.gate.set)
            opening.start()
            while not consuming.done():
                consuming.cancel()
                await asyncio.sleep(0)
            assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []

    with serving(fake) as server:
        asyncio.run(run(server.url))
    assert told(caplog) == ["1", "2", "3"]


@MAPS
def test_a_map_that_is_left_tells_of_an_unknown_outcome(map_, caplog):
    class Losing(Gated):
        def create(self, sent: Sent) -> Any:
            return super().create(sent) if self.calls["create"] == 1 else self._late([http(500)])

    fake = Losing(free=1)
    with serving(fake) as server:

        def taken() -> None:
            until(lambda: fake.calls["create"] == 2)
            threading.Timer(0.2, fake.gate.set).start()

        map_(server.url, lambda client, source: client.remove_background(source), [PICTURE] * 2, taken, 2)
    assert "may have been charged" in caplog.text


@MAPS
def test_a_map_that_is_left_buys_no_more(map_, caplog):
    """What is still being sent, as a file or as an upload by an edit, is not followed by a purchase."""
    fake = Gated(free=9)
    gate = threading.Event()
    upload = fake.upload

    def late(sent: Sent) -> Iterator[Any]:
        gate.wait(HANG)
        yield from wire(upload(sent))

    fake.upload = late  # type: ignore[method-assign]
    with serving(fake) as server:

        def taken() -> None:
            until(lambda: fake.calls["upload"] == 3)
            threading.Timer(1.0, gate.set).start()

        map_(
            server.url,
            lambda client, source: (
                client.remove_background(source, filename="a.png")
                if isinstance(source, bytes)
                else client.remove_background(source)
            ),
            [PICTURE, PNG, PNG, PNG],
            taken,
            4,
        )
    assert fake.calls["create"] == 1


@MAPS
def test_a_function_of_the_users_that_fails_costs_no_task(map_, caplog):
    fake = Gated()

    def broken() -> None:
        until(lambda: fake.calls["create"] == 3)
        threading.Timer(0.2, fake.gate.set).start()
        raise ZeroDivisionError

    def operation(client: Any, source: object) -> Any:
        if source != "broken":
            return client.remove_background(source)
        return asyncio.to_thread(broken) if isinstance(client, AsyncClaid) else broken()

    with serving(fake) as server:
        assert map_(server.url, operation, [PICTURE, PICTURE, PICTURE, "broken"], lambda: None, 4) == 0
    assert told(caplog) == ["1", "2", "3"]


class Endless(Gated):
    """Tasks of which only the first is ever done."""

    def __init__(self) -> None:
        super().__init__(free=9)

    def status(self, sent: Sent) -> Any:
        number = int(sent.url.rpartition("/")[2])
        busy = reply(200, {"data": {"id": number, "status": "PROCESSING"}})
        return super().status(sent) if number == 1 else busy


def waiting_itself(client: Any, source: object) -> Any:
    """A function that waits for the result before it gives its task to the map."""
    if not isinstance(client, AsyncClaid):
        task = client.remove_background(source)
        task.result()
        return task

    async def run() -> Any:
        task = await client.remove_background(source)
        await task.result()
        return task

    return run()


@MAPS
def test_a_function_of_the_users_that_waits_itself_costs_no_task(map_, caplog):
    fake = Endless()

    def taken() -> None:
        until(lambda: fake.calls["status"] >= 6)

    with serving(fake) as server:
        assert map_(server.url, waiting_itself, [PICTURE] * 2, taken, 2) == 1
    assert told(caplog) == ["2"]


@MAPS
def test_a_function_of_the_users_that_breaks_after_it_bought_costs_no_task(map_, caplog):
    def breaking(client: Any, source: object) -> Any:
        if not isinstance(client, AsyncClaid):
            client.remove_background(source)
            raise ZeroDivisionError

        async def run() -> Any:
            await client.remove_background(source)
            raise ZeroDivisionError

        return run()

    with serving(Gated(free=9)) as server:
        assert map_(server.url, breaking, [PICTURE], lambda: None, 1) == 0
    assert told(caplog) == ["1"]


@pytest.mark.parametrize("at_once", [0, -1, 2.5, "3", True])
def test_a_map_works_on_one_source_at_least(at_once):
    with pytest.raises(InvalidInput, match="at_once"):
        Pilio(KEY).map(lambda source: source, [1], at_once=at_once)
    with pytest.raises(InvalidInput, match="at_once") as caught:
        AsyncPilio(KEY).map(lambda source: source, [1], at_once=at_once)
    assert caught.value.field == "at_once"
