"""Runs one operation over any number of sources, a few at a time, in constant memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

from safelight.core.clock import Stop
from safelight.core.drivers import STOP, Stopped
from safelight.core.events import LOGGER
from safelight.core.results import AsyncResult, Result
from safelight.core.task import AsyncTask, Task, TaskState
from safelight.errors import SafelightError

S = TypeVar("S")
R = TypeVar("R")


def map_sync(
    operation: Callable[[S], Task[R]], sources: Iterable[S], at_once: int, within: float | None
) -> Iterator[tuple[S, Result[R] | SafelightError]]:
    """Run `operation` on every source with threads; yields as they finish."""
    stop = Stop()

    def one(source: S) -> tuple[S, Result[R] | SafelightError]:
        try:
            task = operation(source)
        except SafelightError as error:
            return source, error
        # Only from here on: a create that was begun is seen to its end, for it may have been charged.
        STOP.set(stop)
        try:
            return source, task.result(within=within)
        except SafelightError as error:
            return source, error
        except Stopped:
            _abandoned(task)
            raise
        finally:
            STOP.set(None)

    waiting = iter(sources)
    with ThreadPoolExecutor(at_once, thread_name_prefix="safelight-map") as pool:
        running: set[Future[tuple[S, Result[R] | SafelightError]]] = {
            pool.submit(one, source) for source in islice(waiting, at_once)
        }
        try:
            while running:
                finished, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {pool.submit(one, source) for source in islice(waiting, len(finished))}
                for future in finished:
                    yield future.result()
        finally:
            stop.set()
            for future in running:
                future.cancel()


async def map_async(
    operation: Callable[[S], Awaitable[AsyncTask[R]]],
    sources: Iterable[S] | AsyncIterable[S],
    at_once: int,
    within: float | None,
) -> AsyncIterator[tuple[S, AsyncResult[R] | SafelightError]]:
    """Run `operation` on every source with tasks of the event loop; yields as they finish."""
    waiting = _each(sources)
    running: set[asyncio.Task[tuple[S, AsyncResult[R] | SafelightError]]] = set()
    try:
        exhausted = False
        while True:
            while not exhausted and len(running) < at_once:
                try:
                    running.add(asyncio.create_task(_one(operation, await anext(waiting), within)))
                except StopAsyncIteration:
                    exhausted = True
            if not running:
                return
            finished, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in finished:
                yield task.result()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


def _abandoned(task: TaskState[R]) -> None:
    """The caller stopped early; what was bought is not lost."""
    LOGGER.warning("left running, to be resumed by its token: %s", task.token)


async def _one(
    operation: Callable[[S], Awaitable[AsyncTask[R]]], source: S, within: float | None
) -> tuple[S, AsyncResult[R] | SafelightError]:
    try:
        task = await operation(source)
    except SafelightError as error:
        return source, error
    try:
        return source, await task.result(within=within)
    except SafelightError as error:
        return source, error
    except asyncio.CancelledError:
        _abandoned(task)
        raise


async def _each(sources: Iterable[S] | AsyncIterable[S]) -> AsyncIterator[S]:
    if isinstance(sources, AsyncIterable):
        async for source in sources:
            yield source
    else:
        for source in sources:
            yield source
