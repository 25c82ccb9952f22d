"""Blocking calls off the event loop, which never outlive their caller."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def in_thread(call: Callable[..., T], *arguments: object) -> T:
    """Like `asyncio.to_thread`, except that a cancellation waits for the call to end.

    A thread cannot be stopped: were it left alone, it would write to a file that its caller has closed, or make
    one that its caller has removed.
    """
    running = asyncio.ensure_future(asyncio.to_thread(call, *arguments))
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        while not running.done():
            try:
                await asyncio.wait([running])
            except asyncio.CancelledError:
                continue
        if not running.cancelled():
            running.exception()  # seen, so that asyncio does not report it as lost
        raise
