"""A create whose request may have left is finished or named, whatever strikes while it is out."""

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import anyio
import attrs
import pytest
from safelight import AsyncClaid, AsyncPerfect, AsyncPicWish, AsyncPilio, Claid, OutcomeUnknown, Perfect
from safelight.core.flow import drivers
from safelight.core.http.connection import Connection
from support.clients import make_client
from support.hostile import HostileServer, http, wire
from support.left_behind import PATIENT, PICTURE, Gated, told
from support.real import FAST, HastyClock, hasty, serving
from support.scripted import Sent, lost, reply
from support.vendors import PNG, FakePerfect, FakePicWish, FakePilio
from support.waiting import HANG, until


def notes(error: BaseException) -> str:
    return "\n".join(getattr(error, "__notes__", []))


async def cancelled(
    client: Any, server: HostileServer, fake: Any, *, times: int = 1, **arguments: Any
) -> Any:
    """Cancel a create while it is out, some times over, then open the gate."""
    async with client:
        creating = asyncio.create_task(client.remove_background(**arguments))
        await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
        for _ in range(times):
            await asyncio.sleep(0.02)
            assert not creating.done()
            creating.cancel()
        fake.gate.set()
        with pytest.raises(asyncio.CancelledError) as caught:
            await creating
        assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []
    return caught.value


@pytest.mark.parametrize("times", [1, 2, 5])
def test_a_cancelled_create_is_finished_and_its_token_told(caplog, times):
    fake = Gated()
    with serving(fake) as server:
        client = hasty(AsyncClaid, server.url, PATIENT)
        error = asyncio.run(cancelled(client, server, fake, times=times, image=PICTURE))
    assert told(caplog) == ["1"]
    assert '"id": "1"' in notes(error)


class GatedForm(FakePicWish):
    """A create that carries its file waits for its answer until the gate is open."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()

    def create(self, sent: Sent) -> Any:
        return self._late(wire(super().create(sent)))

    def _late(self, actions: list[Any]) -> Iterator[Any]:
        self.gate.wait(HANG)
        yield from actions


@pytest.mark.parametrize("times", [1, 3])
def test_a_cancelled_create_that_carries_a_file_is_finished_too(caplog, tmp_path, times):
    """Its thread is not ended either: what was sent may have been bought."""
    fake, path = GatedForm(), tmp_path / "a.png"
    path.write_bytes(PNG + bytes(2_000_000))
    with serving(fake) as server:
        client = hasty(AsyncPicWish, server.url, PATIENT)
        error = asyncio.run(cancelled(client, server, fake, times=times, image=path))
    assert told(caplog) == ["p-1"]
    assert '"id": "p-1"' in notes(error)
    assert fake.calls["create"] == 1


def test_a_file_whose_create_is_given_up_leaves_its_outcome_unknown(monkeypatch, caplog, tmp_path):
    monkeypatch.setattr(drivers, "CANCEL_GRACE", 0.1)
    fake, path = GatedForm(), tmp_path / "a.png"
    path.write_bytes(PNG)

    async def run(url: str) -> BaseException:
        async with hasty(AsyncPicWish, url, PATIENT) as client:
            creating = asyncio.create_task(client.remove_background(path))
            await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
            creating.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await creating
            return caught.value

    with serving(fake) as server:
        error = asyncio.run(run(server.url))
        fake.gate.set()
    assert "may have been charged; look at the vendor's records" in notes(error)
    assert fake.calls["create"] == 1


async def opened_later(fake: Gated) -> None:
    """Open the gate once creates are out and some turns of the loop have passed."""
    await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
    for _ in range(20):
        await asyncio.sleep(0)
    fake.gate.set()


def test_a_create_that_is_cancelled_at_every_turn_of_the_loop_tells_its_token(caplog):
    fake = Gated()

    async def run(url: str) -> BaseException:
        async with hasty(AsyncClaid, url, PATIENT) as client:
            creating = asyncio.create_task(client.remove_background(PICTURE))
            await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
            opening = asyncio.create_task(opened_later(fake))
            while not creating.done():
                creating.cancel()
                await asyncio.sleep(0)
            await opening
            with pytest.raises(asyncio.CancelledError) as caught:
                await creating
            return caught.value

    with serving(fake) as server:
        error = asyncio.run(run(server.url))
    assert told(caplog) == ["1"]
    assert '"id": "1"' in notes(error)


def test_a_scope_that_cancels_again_and_again_shows_the_token(caplog):
    fake = Gated()
    seen: list[BaseException] = []

    async def create(client: AsyncClaid) -> None:
        try:
            await client.remove_background(PICTURE)
        except BaseException as error:
            seen.append(error)
            raise

    async def run(url: str) -> None:
        async with hasty(AsyncClaid, url, PATIENT) as client, asyncio.TaskGroup() as opening:
            async with anyio.create_task_group() as group:
                group.start_soon(create, client)
                await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
                opening.create_task(opened_later(fake))
                group.cancel_scope.cancel()
            assert group.cancel_scope.cancelled_caught

    with serving(fake) as server:
        asyncio.run(run(server.url))
    assert told(caplog) == ["1"]
    assert '"id": "1"' in notes(seen[0])


def test_a_loop_that_ends_sees_a_create_to_its_end(caplog):
    """The end of `asyncio.run` cancels every task there is, those of a shield as well."""
    fake = Gated()

    async def create(url: str) -> None:
        async with hasty(AsyncClaid, url, PATIENT) as client:
            await client.remove_background(PICTURE)

    async def run(url: str) -> None:
        creating = asyncio.create_task(create(url))
        await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
        threading.Timer(0.2, fake.gate.set).start()
        assert not creating.done()

    with serving(fake) as server:
        asyncio.run(run(server.url))
    assert told(caplog) == ["1"]


def test_a_cancellation_does_not_wait_for_ever(monkeypatch, caplog):
    monkeypatch.setattr(drivers, "CANCEL_GRACE", 0.1)
    fake = Gated()

    async def run(url: str) -> BaseException:
        async with hasty(AsyncClaid, url, PATIENT) as client:
            creating = asyncio.create_task(client.remove_background(PICTURE))
            await asyncio.to_thread(until, lambda: fake.calls["create"] > 0)
            creating.cancel("the first")
            await asyncio.sleep(0)
            creating.cancel("the second")
            with pytest.raises(asyncio.CancelledError, match="the first") as caught:
                await creating
            assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []
            return caught.value

    with serving(fake) as server:
        error = asyncio.run(run(server.url))
        fake.gate.set()
    assert "may have been charged; look at the vendor's records" in notes(error)
    assert "may have been charged" in caplog.text


def test_a_timeout_inside_a_create_ends_it_as_ever():
    fake = Gated()

    async def run(url: str) -> None:
        brief = attrs.evolve(PATIENT, connection=Connection(read_timeout=0.2))
        async with hasty(AsyncClaid, url, brief) as client:
            with pytest.raises(OutcomeUnknown):
                await client.remove_background(PICTURE)

    with serving(fake) as server:
        asyncio.run(run(server.url))
        fake.gate.set()


@pytest.mark.parametrize(
    ("answer", "said"),
    [(reply(402, {}), ""), (reply(500, {}), "may have been charged"), (lost(), "may have been charged")],
)
def test_what_becomes_of_a_cancelled_create_that_fails_is_told_where_it_costs(answer, said, caplog):
    fake = Gated(answer=answer)
    with serving(fake) as server:
        client = hasty(AsyncClaid, server.url, PATIENT)
        error = asyncio.run(cancelled(client, server, fake, image=PICTURE))
    assert said in notes(error)
    assert bool(said) == bool(notes(error)) == ("charged" in caplog.text)
    assert fake.calls["create"] == 1


@pytest.mark.skipif(sys.version_info < (3, 11, 4), reason="asyncio.timeout keeps no cause there")
def test_a_timeout_shows_the_token():
    fake = Gated()

    async def run(url: str) -> BaseException:
        async with hasty(AsyncClaid, url, PATIENT) as client:
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
            self.gate.wait(HANG)
            yield http(500)

        return late()


def test_a_cancelled_create_names_its_idempotency_key(caplog):
    fake = Naming()
    with serving(fake) as server:
        client = hasty(AsyncPerfect, server.url, PATIENT)
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
        async with make_client(AsyncPerfect, clock=Waiting(), base_url=url, options=FAST) as client:
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
        gate.wait(HANG)
        yield http(200, b"", {"etag": '"x"'})

    fake.put = put  # type: ignore[method-assign]

    async def run(url: str) -> BaseException:
        async with hasty(AsyncPilio, url, PATIENT) as client:
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


@pytest.mark.integration
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
            perfect = hasty(Perfect, server.url, PATIENT)
            create = partial(perfect.remove_background, PNG, request_id=4711)
        else:
            create = partial(hasty(Claid, server.url, PATIENT).remove_background, PICTURE)
        with pytest.raises(KeyboardInterrupt) as caught:
            create()
        striking.join()
        fake.gate.set()
    named = "pass request_id=4711" if vendor == "perfect" else "look at the vendor's records"
    assert named in notes(caught.value)
    assert named in caplog.text
