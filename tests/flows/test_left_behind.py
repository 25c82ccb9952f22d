"""A create whose request may have left is finished or named, whatever strikes while it is out."""

import asyncio
import json
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import Any

import pytest
from safelight import AsyncClaid, AsyncPerfect, AsyncPilio, Claid, InvalidInput, Options, Perfect, Pilio
from support.hostile import HostileServer, http, wire
from support.keys import secret_key
from support.real import FAST, QUICK, HastyClock, serving
from support.scripted import Sent, lost, reply
from support.vendors import PNG, FakeClaid, FakePerfect, FakePilio
from support.worlds import KEY

PICTURE = "https://pictures.test/a.png"
PATIENT = Options(retry=QUICK)


class Gated(FakeClaid):
    """Creates wait for their answer until the gate is open; each task is done at once.

    Args:
        free: Creates that need not wait.
        answer: What is answered in place of a task.
    """

    def __init__(self, free: int = 0, answer: Any = None) -> None:
        super().__init__()
        self.gate = threading.Event()
        self._free = free
        self._answer = answer

    def create(self, sent: Sent) -> Any:
        number = self.calls["create"]
        made = {"data": {"id": number, "status": "ACCEPTED", "result_url": "https://api.claid.ai/x"}}
        answer = reply(202, made) if self._answer is None else self._answer
        return [*wire(answer)] if number <= self._free else self._late(wire(answer))

    def _late(self, actions: list[Any]) -> Iterator[Any]:
        self.gate.wait(20)
        yield from actions

    def status(self, sent: Sent) -> Any:
        number = int(sent.url.rpartition("/")[2])
        out = {"tmp_url": f"{self.store}/down/x.png", "mime": "image/png", "object_uri": None}
        result = {"input_objects": [], "output_object": out}
        return reply(200, {"data": {"id": number, "status": "DONE", "result": result}})


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Ids of the tasks whose tokens were logged."""
    found = [re.search(r"left running.*?(\{.*\})", record.getMessage()) for record in caplog.records]
    return sorted(json.loads(match[1])["id"] for match in found if match)


def notes(error: BaseException) -> str:
    return "\n".join(getattr(error, "__notes__", []))


async def cancelled(
    client: Any, server: HostileServer, fake: Any, *, times: int = 1, **arguments: Any
) -> Any:
    """Cancel a create while it is out; open the gate unless it is cancelled more than once."""
    async with client:
        client._driver._clock = HastyClock()
        creating = asyncio.create_task(client.remove_background(**arguments))
        await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
        for _ in range(times):
            await asyncio.sleep(0.02)
            assert not creating.done()
            creating.cancel()
        if times == 1:
            fake.gate.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await creating
        fake.gate.set()
        assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []
    return caught.value


def test_a_cancelled_create_is_finished_and_its_token_told(caplog):
    fake = Gated()
    with serving(fake) as server:
        client = AsyncClaid(KEY, base_url=server.url, options=PATIENT)
        error = asyncio.run(cancelled(client, server, fake, image=PICTURE))
    assert told(caplog) == ["1"]
    assert '"id": "1"' in notes(error)


def test_a_create_cancelled_twice_ends_at_once_and_is_named(caplog):
    fake = Gated()
    with serving(fake) as server:
        client = AsyncClaid(KEY, base_url=server.url, options=PATIENT)
        error = asyncio.run(cancelled(client, server, fake, times=2, image=PICTURE))
    assert "may have been charged; look at the vendor's records" in notes(error)
    assert "may have been charged" in caplog.text


@pytest.mark.parametrize(
    ("answer", "said"),
    [(reply(402, {}), ""), (reply(500, {}), "may have been charged"), (lost(), "may have been charged")],
)
def test_what_becomes_of_a_cancelled_create_that_fails_is_told_where_it_costs(answer, said, caplog):
    fake = Gated(answer=answer)
    with serving(fake) as server:
        client = AsyncClaid(KEY, base_url=server.url, options=PATIENT)
        error = asyncio.run(cancelled(client, server, fake, image=PICTURE))
    assert said in notes(error)
    assert bool(said) == bool(notes(error)) == ("charged" in caplog.text)
    assert fake.calls["create"] == 1


def test_a_timeout_shows_the_token():
    fake = Gated()

    async def run(url: str) -> BaseException:
        async with AsyncClaid(KEY, base_url=url, options=PATIENT) as client:
            loop = asyncio.get_running_loop()

            async def strike(deadline: asyncio.Timeout) -> None:
                await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
                deadline.reschedule(loop.time())
                loop.call_later(0.1, fake.gate.set)

            async def create() -> None:
                async with asyncio.timeout(None) as deadline, asyncio.TaskGroup() as group:
                    group.create_task(strike(deadline))
                    await client.remove_background(PICTURE)

            with pytest.raises(TimeoutError) as caught:
                await create()
            assert caught.value.__cause__ is not None
            return caught.value.__cause__

    with serving(fake) as server:
        assert '"id": "1"' in notes(asyncio.run(run(server.url)))


class Naming(FakePerfect):
    """Perfect, whose creates wait for the gate."""

    def __init__(self, faults: Any = None) -> None:
        super().__init__(faults)
        self.gate = threading.Event()

    def create(self, sent: Sent) -> Any:
        def late() -> Iterator[bytes]:
            self.gate.wait(20)
            yield http(500)

        return late()


def test_a_cancelled_create_names_its_idempotency_key(caplog):
    fake = Naming()
    with serving(fake) as server:
        client = AsyncPerfect(KEY, secret_key=secret_key(), base_url=server.url, options=PATIENT)
        error = asyncio.run(cancelled(client, server, fake, times=2, image=PNG, request_id=4711))
    assert "pass request_id=4711" in notes(error)
    assert "request_id=4711" in caplog.text


def test_a_cancellation_between_two_uncertain_attempts_names_the_key():
    fake = FakePerfect({"create": [reply(500, {})]})

    class Waiting(HastyClock):
        async def sleep_async(self, seconds: float) -> None:
            if fake.calls["create"]:
                creating.cancel()
            await super().sleep_async(seconds)

    async def run(url: str) -> BaseException:
        nonlocal creating
        async with AsyncPerfect(KEY, secret_key=secret_key(), base_url=url, options=FAST) as client:
            client._driver._clock = Waiting()
            creating = asyncio.create_task(client.remove_background(PNG, request_id=4711))
            with pytest.raises(asyncio.CancelledError) as caught:
                await creating
            return caught.value

    creating: Any = None
    with serving(fake) as server:
        assert "request_id=4711" in notes(asyncio.run(run(server.url)))
    assert fake.calls["create"] == 1


def test_a_cancelled_upload_is_not_followed_by_a_purchase(caplog):
    fake = FakePilio()
    gate = threading.Event()

    def put(sent: Sent) -> Iterator[bytes]:
        gate.wait(20)
        yield http(200, b"", {"etag": '"x"'})

    fake.put = put  # type: ignore[method-assign]

    async def run(url: str) -> BaseException:
        async with AsyncPilio(KEY, base_url=url, options=PATIENT) as client:
            creating = asyncio.create_task(client.remove_background(PNG, filename="a.png"))
            await asyncio.to_thread(until, lambda: fake.calls["put"] > 0)
            creating.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await creating
            gate.set()
            return caught.value

    with serving(fake) as server:
        assert notes(asyncio.run(run(server.url))) == ""
    assert fake.calls["create"] == 0
    assert "charged" not in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("vendor", ["perfect", "claid"])
def test_ctrl_c_while_a_create_is_out_names_it(vendor, caplog):
    fake: Any = Naming() if vendor == "perfect" else Gated()

    def strike() -> None:
        until(lambda: fake.calls["create"] > 0)
        time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    with serving(fake) as server:
        striking = threading.Thread(target=strike)
        striking.start()
        if vendor == "perfect":
            perfect = Perfect(KEY, secret_key=secret_key(), base_url=server.url, options=PATIENT)
            create = partial(perfect.remove_background, PNG, request_id=4711)
        else:
            create = partial(Claid(KEY, base_url=server.url, options=PATIENT).remove_background, PICTURE)
        with pytest.raises(KeyboardInterrupt) as caught:
            create()
        striking.join()
        fake.gate.set()
    named = "pass request_id=4711" if vendor == "perfect" else "look at the vendor's records"
    assert named in notes(caught.value)
    assert named in caplog.text


# --- map --------------------------------------------------------------------------------------------------------


def map_sync(
    url: str, operation: Callable[..., Any], sources: Any, taken: Callable[[], None], at_once: int
) -> int:
    with Claid(KEY, base_url=url, options=PATIENT) as client:
        client._driver._clock = HastyClock()
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
        async with AsyncClaid(KEY, base_url=url, options=PATIENT) as client:
            client._driver._clock = HastyClock()

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
        gate.wait(20)
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


@pytest.mark.parametrize("at_once", [0, -1, 2.5, "3"])
def test_a_map_works_on_one_source_at_least(at_once):
    with pytest.raises(InvalidInput, match="at_once"):
        Pilio(KEY).map(lambda source: source, [1], at_once=at_once)
    with pytest.raises(InvalidInput, match="at_once") as caught:
        AsyncPilio(KEY).map(lambda source: source, [1], at_once=at_once)
    assert caught.value.field == "at_once"
