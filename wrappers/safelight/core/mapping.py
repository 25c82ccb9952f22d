"""Runs one operation over any number of sources, a few at a time, in constant memory."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Generator,
    Iterable,
)
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Generic, TypeVar, cast

import attrs

from safelight.core.api.purchases import BOUGHT, left_running, tell_of
from safelight.core.base.redact import brief
from safelight.core.base.threads import finished, wait_in_slices
from safelight.core.flow.interrupts import held
from safelight.core.flow.stopping import STOP, Stop
from safelight.core.results import AsyncResult, Result
from safelight.core.task import AsyncTask, Task
from safelight.core.transfers.sources import File
from safelight.errors import InvalidInput, OutcomeUnknown, SafelightError

MOST_THREADS = 10_000
"""None is started before there is a source for it."""

S = TypeVar("S")
R = TypeVar("R")
T = TypeVar("T")


@attrs.frozen(eq=False)
class _Done(Generic[S, T]):
    """What became of one source: its result or the error, and what to do about the tasks it took if nobody takes it."""

    source: S
    bought: list[str]
    outcome: T | SafelightError


def sources_at_once(sources: object, at_once: int | None, usual: Callable[[], int]) -> Callable[[], int]:
    """What gives the number of sources to work on at the same time: `at_once`, or as many as are `usual` now.

    Raises:
        InvalidInput: `at_once` is no number of sources, or `sources` is one source.
    """
    # Each of these but a File can be iterated over: its letters, numbers or lines would be the sources.
    if isinstance(sources, str | bytes | bytearray | memoryview | io.IOBase | os.PathLike | File):
        raise InvalidInput(
            "sources: must be several, such as a list; for one, call the operation", field="sources"
        )
    if at_once is None:
        return usual
    if not isinstance(cast("object", at_once), int) or isinstance(at_once, bool) or at_once < 1:
        raise InvalidInput(f"at_once: must be 1 or more, not {brief(repr(at_once))}", field="at_once")
    return lambda: at_once


def map_sync(
    operation: Callable[[S], Task[R]], sources: Iterable[S], at_once: Callable[[], int], within: float | None
) -> Generator[tuple[S, Result[R] | SafelightError]]:
    """Run `operation` on every source with threads; yields as they finish. `within` is in seconds, for one task."""
    stop = Stop()
    untaken: list[_Done[S, Result[R]]] = []

    def one(source: S) -> _Done[S, Result[R]]:
        STOP.set(stop)
        try:
            done = _one(operation, source, within)
        finally:
            STOP.set(None)
        untaken.append(done)
        return done

    def end() -> None:
        with held():
            stop.set()
            pool.shutdown(cancel_futures=True)
            while untaken:
                _tell_of_untaken(untaken.pop())

    waiting = iter(sources)
    left: set[Future[_Done[S, Result[R]]]] = set()
    pool = ThreadPoolExecutor(MOST_THREADS, thread_name_prefix="safelight-map")
    try:
        left.update(pool.submit(one, source) for source in islice(waiting, at_once()))
        while left:
            ended, left = wait_in_slices(left, first=True)
            left.update(pool.submit(one, source) for source in islice(waiting, max(0, at_once() - len(left))))
            for future in ended:
                done = future.result()
                try:
                    yield done.source, done.outcome
                except GeneratorExit:  # this one was taken
                    untaken.remove(done)
                    raise
                untaken.remove(done)
    finally:
        try:
            end()
        except BaseException:  # Ctrl-C before signals were held
            end()
            raise


async def map_async(
    operation: Callable[[S], Awaitable[AsyncTask[R]]],
    sources: Iterable[S] | AsyncIterable[S],
    at_once: Callable[[], int],
    within: float | None,
) -> AsyncGenerator[tuple[S, AsyncResult[R] | SafelightError]]:
    """As `map_sync`, with tasks of the event loop."""
    waiting = _each(sources)
    left: set[asyncio.Task[_Done[S, AsyncResult[R]]]] = set()
    try:
        exhausted = False
        while True:
            while not exhausted and len(left) < at_once():
                try:
                    left.add(asyncio.create_task(_one_async(operation, await anext(waiting), within)))
                except StopAsyncIteration:
                    exhausted = True
            if not left:
                return
            ended, _ = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                left.remove(task)
                done = task.result()
                yield done.source, done.outcome
    finally:
        for task in left:
            task.cancel()
        interruption = await finished(left)
        for task in left:
            # What was interrupted has told of itself.
            if not task.cancelled() and task.exception() is None:
                _tell_of_untaken(task.result())
        if interruption is not None:
            raise interruption


def _one(operation: Callable[[S], Task[R]], source: S, within: float | None) -> _Done[S, Result[R]]:
    bought: list[str] = []
    BOUGHT.set(bought)
    try:
        task = operation(source)
        _note(task, bought)
        return _Done(source, bought, task.result(within=within))
    except SafelightError as error:
        return _Done(source, bought, error)
    except BaseException as interruption:
        _tell_of_all(bought, interruption)
        raise
    finally:
        BOUGHT.set(None)


async def _one_async(
    operation: Callable[[S], Awaitable[AsyncTask[R]]], source: S, within: float | None
) -> _Done[S, AsyncResult[R]]:
    bought: list[str] = []
    BOUGHT.set(bought)
    try:
        task = await operation(source)
        _note(task, bought)
        return _Done(source, bought, await task.result(within=within))
    except SafelightError as error:
        return _Done(source, bought, error)
    except BaseException as interruption:
        _tell_of_all(bought, interruption)
        raise


def _tell_of_untaken(done: _Done[S, T]) -> None:
    """The caller stopped early: tell of what was bought and nobody took."""
    _tell_of_all(done.bought)
    if isinstance(done.outcome, OutcomeUnknown):
        tell_of(str(done.outcome))


def _note(task: Task[R] | AsyncTask[R], bought: list[str]) -> None:
    """A task that was resumed is not bought here, and not to be lost either."""
    left = left_running(task.id, task.token)
    if left not in bought:
        bought.append(left)


def _tell_of_all(bought: list[str], interruption: BaseException | None = None) -> None:
    for left in bought:
        tell_of(left, interruption)


async def _each(sources: Iterable[S] | AsyncIterable[S]) -> AsyncIterator[S]:
    if isinstance(sources, AsyncIterable):
        async for source in sources:
            yield source
    else:
        for source in sources:
            yield source
