"""One span a task."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from safelight import (
    AsyncPilio,
    AuthenticationError,
    InvalidInput,
    Options,
    PicWish,
    Pilio,
    RetryPolicy,
    TaskExpired,
    Update,
    WaitEnded,
    WaitTimeout,
)
from safelight.otel import task_spans
from safelight.sandbox import FaultKind, Sandbox
from support.waiting import HANG


class Spans:
    """A provider whose ended spans can be read."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self.provider = TracerProvider()
        self.provider.add_span_processor(SimpleSpanProcessor(self._exporter))

    @property
    def ended(self) -> tuple[ReadableSpan, ...]:
        return self._exporter.get_finished_spans()


@pytest.fixture
def spans() -> Spans:
    return Spans()


@pytest.fixture
def pilio(sandbox: Sandbox, spans: Spans) -> Iterator[Pilio]:
    options = Options(listener=task_spans(spans.provider), retry=RetryPolicy(attempts=1))
    with Pilio(options=options) as client:
        yield client


def test_a_task_is_one_span_from_creation_to_end(pilio: Pilio, spans: Spans, photo: Path) -> None:
    task = pilio.remove_background(photo)
    task.result()
    (span,) = spans.ended
    assert span.name == "pilio.remove_background"
    assert span.attributes is not None
    assert span.attributes["safelight.task"] == task.id
    assert span.status.status_code is StatusCode.OK
    assert span.start_time is not None
    assert span.end_time is not None
    assert span.end_time > span.start_time


def seen_twice(pilio: Pilio, photo: Path) -> None:
    task = pilio.remove_background(photo)
    assert list(task.updates())[-1].phase == "succeeded"
    task.result()
    assert list(task.updates())[-1].phase == "succeeded"


def resumed_twice(pilio: Pilio, photo: Path) -> None:
    token = pilio.remove_background(photo).token
    for _ in range(2):
        pilio.resume(token).result()


def asked_before(pilio: Pilio, photo: Path) -> None:
    task = pilio.remove_background(photo)
    while not task.status().finished:
        pass
    task.result()


@pytest.mark.parametrize("use", [seen_twice, resumed_twice, asked_before])
def test_a_task_is_one_span_however_often_it_is_waited_for(
    pilio: Pilio, spans: Spans, photo: Path, use: Callable[[Pilio, Path], None]
) -> None:
    use(pilio, photo)
    (span,) = spans.ended
    assert span.status.status_code is StatusCode.OK


def test_the_same_of_an_async_client(sandbox: Sandbox, spans: Spans, photo: Path) -> None:
    async def use() -> None:
        async with AsyncPilio(options=Options(listener=task_spans(spans.provider))) as client:
            task = await client.remove_background(photo)
            assert [update async for update in task.updates()][-1].phase == "succeeded"
            await task

    asyncio.run(use())
    assert len(spans.ended) == 1


def test_the_end_is_told_once(sandbox: Sandbox, photo: Path) -> None:
    events: list[object] = []
    with Pilio(options=Options(listener=events.append)) as pilio:
        seen_twice(pilio, photo)
    updates = [event for event in events if isinstance(event, Update)]
    assert [update.phase for update in updates].count("succeeded") == 1
    assert not any(isinstance(event, WaitEnded) for event in events)


def test_results_that_come_at_once_are_spans_of_their_own(
    sandbox: Sandbox, spans: Spans, photo: Path
) -> None:
    with PicWish(options=Options(listener=task_spans(spans.provider))) as picwish:
        for _ in range(2):
            task = picwish.remove_background(photo, sync=True, returns="binary")
            assert task.id == ""
            assert len(list(task.updates())) == 1
    assert len(spans.ended) == 2


def test_a_wait_that_ends_early_ends_the_span(
    sandbox: Sandbox, pilio: Pilio, spans: Spans, photo: Path
) -> None:
    sandbox.task_seconds = 3600
    task = pilio.remove_background(photo)
    with pytest.raises(WaitTimeout):
        task.result(within=0.01)
    (span,) = spans.ended
    assert span.status.status_code is StatusCode.UNSET
    assert span.events[-1].attributes == {"safelight.reason": "WaitTimeout"}
    with pytest.raises(WaitTimeout):
        task.result(within=0.01)
    assert len(spans.ended) == 2


@pytest.mark.parametrize(
    ("status", "within", "error", "code"),
    [
        (401, HANG, AuthenticationError, StatusCode.UNSET),
        (503, 2, WaitTimeout, StatusCode.UNSET),
    ],
)
def test_a_wait_that_fails_ends_the_span(
    sandbox: Sandbox,
    pilio: Pilio,
    spans: Spans,
    photo: Path,
    status: int,
    within: float,
    error: type[Exception],
    code: StatusCode,
) -> None:
    sandbox.task_seconds = 3600
    task = pilio.resume(pilio.remove_background(photo).id, operation="remove_background")
    sandbox.faults.add(FaultKind.SERVER_ERROR, "pilio", "get_task_status", skip=1, times=None, status=status)
    with pytest.raises(error):
        task.result(within=within)
    (span,) = spans.ended
    assert span.status.status_code is code
    assert span.events[-1].attributes == {"safelight.reason": error.__name__}


def test_a_task_that_the_vendor_no_longer_knows_ends_its_span(
    sandbox: Sandbox, pilio: Pilio, spans: Spans, photo: Path
) -> None:
    sandbox.task_seconds = 3600
    updates = pilio.resume(pilio.remove_background(photo).id, operation="remove_background").updates()
    next(updates)
    sandbox.world.tasks.all()[0].account = "another"
    with pytest.raises(TaskExpired):
        list(updates)
    (span,) = spans.ended
    assert span.status.status_code is StatusCode.ERROR
    assert span.events[-1].attributes == {"safelight.reason": "TaskExpired"}


def test_a_map_that_is_left_ends_its_spans(sandbox: Sandbox, spans: Spans, photo: Path) -> None:
    sandbox.task_seconds = 3600
    watched, asked = threading.Event(), task_spans(spans.provider)

    def listener(event: Any) -> None:
        asked(event)
        if isinstance(event, Update) and event.polls:
            watched.set()

    with Pilio(options=Options(listener=listener)) as pilio:

        def operation(source: Path | None) -> Any:
            if source is None:
                watched.wait(HANG)
                raise InvalidInput("no source")
            return pilio.remove_background(source)

        outcomes = pilio.map(operation, [photo, None], at_once=2)
        assert next(outcomes)[0] is None
        outcomes.close()
    (span,) = spans.ended
    assert span.events[-1].attributes == {"safelight.reason": "Stopped"}


def test_a_cancelled_wait_ends_the_span(sandbox: Sandbox, spans: Spans, photo: Path) -> None:
    sandbox.task_seconds = 3600
    asked = asyncio.Event()
    listen = task_spans(spans.provider)

    def listener(event: Any) -> None:
        listen(event)
        if isinstance(event, Update) and event.polls:
            asked.set()

    async def use() -> None:
        async with AsyncPilio(options=Options(listener=listener)) as client:
            task = await client.remove_background(photo)
            waiting = asyncio.create_task(task.result())
            await asked.wait()
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting

    asyncio.run(use())
    assert len(spans.ended) == 1


def test_a_pause_between_updates_ends_no_span(pilio: Pilio, spans: Spans, photo: Path) -> None:
    task = pilio.remove_background(photo)
    for _ in task.updates():
        break
    assert spans.ended == ()
    task.result()
    assert len(spans.ended) == 1
