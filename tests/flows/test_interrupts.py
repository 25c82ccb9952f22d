"""Ctrl-C at any line between the answer to a billed request and its caller: the task is named, and nothing is swallowed."""

import asyncio
import linecache
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import safelight
from safelight import AsyncClaid, Claid
from safelight.core.flow import interrupts
from support.left_behind import PICTURE, Gated, told
from support.real import hasty, serving
from support.waiting import until

OURS = str(Path(safelight.__file__).parent)

pytestmark = pytest.mark.skipif(threading.current_thread() is not threading.main_thread(), reason="signals")


@contextmanager
def struck(at: int, begun: Callable[[], bool], where: str = OURS) -> Iterator[list[int]]:
    """Interrupt this thread before the line of that number, of those in a folder that run once something has begun."""
    lines = [0]

    def traced(frame: FrameType, event: str, _: object) -> Any:
        if not frame.f_code.co_filename.startswith(where):
            return None
        if event == "line" and begun() and not _is_empty(frame):
            lines[0] += 1
            if lines[0] == at:
                signal.raise_signal(signal.SIGINT)
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        yield lines
    finally:
        sys.settrace(before)


def _is_empty(frame: FrameType) -> bool:
    """Whether a line does nothing, so that no signal is handled at it."""
    return linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip() in {"try:", "finally:"}


def notes(error: BaseException) -> str:
    return "\n".join(getattr(error, "__notes__", []))


@pytest.mark.parametrize(("where", "step"), [(OURS, 1), ("", 41)], ids=["every line of ours", "any line"])
def test_ctrl_c_at_any_line_after_the_answer_names_the_task(caplog, where, step):
    fake = Gated(free=10**6)
    handler = signal.getsignal(signal.SIGINT)
    line, interrupted = 1, 0
    with serving(fake) as server, hasty(Claid, server.url) as client:
        client.remove_background(PICTURE)
        while True:
            number = fake.calls["create"] + 1
            caplog.clear()
            interruption: BaseException | None = None
            task: Any = None
            try:
                with struck(line, lambda number=number: fake.calls["create"] == number, where) as lines:
                    task = client.remove_background(PICTURE)
            except KeyboardInterrupt as error:
                interruption = error
            if task is not None:  # the call was over before, and its caller has the task
                assert task.id == str(number)
                assert interruption is not None or lines[0] < line
                break
            assert interruption is not None
            assert f'"id": "{number}"' in notes(interruption), (line, notes(interruption))
            assert told(caplog) == [str(number)], line
            interrupted += 1
            assert signal.getsignal(signal.SIGINT) is handler
            line += step
    assert interrupted > 20


def test_a_handler_of_the_users_own_is_called_and_keeps_its_place():
    """One that only takes a note costs the caller nothing."""
    came: list[int] = []

    def note(number: int, _: object) -> None:
        came.append(number)

    fake = Gated(free=9)
    before = signal.signal(signal.SIGINT, note)
    try:
        with (
            serving(fake) as server,
            hasty(Claid, server.url) as client,
            struck(30, lambda: fake.calls["create"] == 1),
        ):
            assert client.remove_background(PICTURE).id == "1"
        assert came == [signal.SIGINT]
        assert signal.getsignal(signal.SIGINT) is note
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_every_signal_that_came_is_handed_on():
    fake = Gated()

    def leave(*_: object) -> None:
        raise SystemExit(15)

    def strike() -> None:
        until(lambda: fake.calls["create"] > 0)
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)
        fake.gate.set()

    before = signal.signal(signal.SIGTERM, leave)
    try:
        with serving(fake) as server, hasty(Claid, server.url) as client:
            striking = threading.Thread(target=strike)
            striking.start()
            with pytest.raises((KeyboardInterrupt, SystemExit)) as caught:
                client.remove_background(PICTURE)
            striking.join()
        assert isinstance(caught.value.__context__, (KeyboardInterrupt, SystemExit))
        assert type(caught.value) is not type(caught.value.__context__)
        assert '"id": "1"' in notes(caught.value)
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_second_ctrl_c_waits_for_no_answer(monkeypatch):
    monkeypatch.setattr(interrupts, "GRACE", 3600.0)
    fake = Gated()

    def strike() -> None:
        until(lambda: fake.calls["create"] > 0)
        for _ in range(2):
            time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGINT)

    with serving(fake) as server, hasty(Claid, server.url) as client:
        striking = threading.Thread(target=strike)
        striking.start()
        with pytest.raises(KeyboardInterrupt) as caught:
            client.remove_background(PICTURE)
        striking.join()
        fake.gate.set()
    assert "may have been charged" in notes(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(("times", "awaited"), [(1, True), (2, True), (1, False)])
def test_ctrl_c_in_an_event_loop_waits_for_the_answer_and_a_second_one_does_not(caplog, times, awaited):
    waits = times == 1 and awaited
    fake = Gated()

    async def create(url: str) -> None:
        async with hasty(AsyncClaid, url) as client:
            await client.remove_background(PICTURE)

    async def run(url: str) -> None:
        creating = asyncio.create_task(create(url))
        await (creating if awaited else asyncio.sleep(3600))

    def strike() -> None:
        until(lambda: fake.calls["create"] > 0)
        for _ in range(times):
            time.sleep(0.2)
            os.kill(os.getpid(), signal.SIGINT)
        if waits:
            time.sleep(0.2)
            fake.gate.set()

    with serving(fake) as server:
        striking = threading.Thread(target=strike)
        striking.start()
        with pytest.raises(KeyboardInterrupt):
            asyncio.run(run(server.url))
        striking.join()
        fake.gate.set()
    assert told(caplog) == (["1"] if waits else [])
    assert ("may have been charged" in caplog.text) != waits


def test_a_client_on_another_thread_leaves_signals_alone():
    fake = Gated(free=9)
    bought: list[str] = []
    with serving(fake) as server, hasty(Claid, server.url) as client:
        buying = threading.Thread(target=lambda: bought.append(client.remove_background(PICTURE).id))
        buying.start()
        buying.join()
    assert bought == ["1"]


def test_ctrl_c_at_any_line_of_a_map_loses_no_task(caplog):
    line = 1
    ours = str(Path(OURS) / "core" / "mapping.py")
    while True:
        fake = Gated(free=9)
        caplog.clear()
        taken: list[str] = []
        with serving(fake) as server, hasty(Claid, server.url) as client:
            outcomes = client.map(client.remove_background, [PICTURE] * 2, at_once=2)
            try:
                with struck(line, lambda: True, ours) as lines:
                    for _, outcome in outcomes:
                        taken.append(str(outcome.raw.id))
            except KeyboardInterrupt:
                assert sorted({*told(caplog), *taken}) == [str(n + 1) for n in range(fake.calls["create"])]
            else:
                assert sorted(taken) == ["1", "2"]
                if lines[0] < line:
                    break
        line += 1
    assert line > 10
