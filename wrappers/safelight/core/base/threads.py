"""Threads and event loops: calls off the loop, and waits that are cut short where they may be, and only there."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Collection, Coroutine, Iterable
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, Future, wait
from contextvars import ContextVar, copy_context
from typing import Any, TypeVar

T = TypeVar("T")

SLICE = 0.25
"""Seconds after which a waiting thread looks for a signal at the latest."""

_INSIDE: ContextVar[asyncio.Task[Any] | None] = ContextVar("INSIDE", default=None)
"""The `Uninterrupted` task that the running code belongs to."""


class Uninterrupted(asyncio.Task[T]):
    """A task of the event loop that ends only by itself, also where the loop cancels all its tasks at its end.

    Timeouts inside it work as ever: they cancel from the task's own context. A loop that Ctrl-C ends ends it too: by
    the second one, for asyncio takes the first for a cancellation, or where nobody awaits it.
    """

    def __init__(self, call: Coroutine[Any, Any, T]) -> None:
        context = copy_context()
        context.run(_INSIDE.set, self)
        super().__init__(call, context=context)

    def cancel(self, msg: object | None = None) -> bool:
        inside = _INSIDE.get() is self
        return (inside or isinstance(sys.exc_info()[1], KeyboardInterrupt)) and self.end(msg)

    def end(self, msg: object | None = None) -> bool:
        """Cancel it all the same."""
        return super().cancel(msg)


async def finished(
    running: Iterable[asyncio.Future[Any]], patience: float | None = None
) -> asyncio.CancelledError | None:
    """Wait until all are done, however often that is cancelled; the first cancellation, for the caller to raise.

    With `patience`, no longer than so many seconds after that.
    """
    left = list(running)
    interruption: asyncio.CancelledError | None = None
    loop = asyncio.get_running_loop()
    ends: float | None = None
    while left := [one for one in left if not one.done()]:
        if ends is not None and loop.time() >= ends:
            break
        try:
            await asyncio.wait(left, timeout=None if ends is None else ends - loop.time())
        except asyncio.CancelledError as error:
            if interruption is None:
                interruption = error
                ends = None if patience is None else loop.time() + patience
    return interruption


async def in_thread(call: Callable[..., T], *arguments: object) -> T:
    """Like `asyncio.to_thread`, except that a cancellation waits for the call to end: a thread cannot be stopped."""
    running = Uninterrupted(asyncio.to_thread(call, *arguments))
    interruption = await finished([running])
    if interruption is not None:
        if not running.cancelled():
            running.exception()  # seen, so that asyncio does not report it as lost
        raise interruption
    return running.result()


def wait_in_slices(running: Collection[Future[T]], *, first: bool) -> tuple[set[Future[T]], set[Future[T]]]:
    """Wait until all are done or one has failed; with `first`, until one is done. Those that are done, and the others.

    In slices, for a signal that comes right before a wait does not end it.
    """
    while True:
        done, left = wait(running, SLICE, FIRST_COMPLETED if first else FIRST_EXCEPTION)
        if not left or (first and done) or any(not one.cancelled() and one.exception() for one in done):
            return done, left
