"""Files of async clients: each is sent or received by a thread of its own, as threads do it, and the loop only waits."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import suppress
from contextvars import copy_context
from functools import partial

import attrs

from safelight.core.base.threads import finished
from safelight.core.http.connection import AsyncHttpClient, Connection
from safelight.core.http.exchanges import ERRAND, Errand
from safelight.core.http.messages import MEBIBYTE, Body, Reply, Request, Sink, TransportFailure
from safelight.core.http.transport import AsyncHttpx, SyncHttpx, check_open


class AsyncHttp:
    """Performs requests on an event loop, and those with files in threads.

    A client of the user's own carries everything, and so does HTTP/2.
    """

    def __init__(self, connection: Connection, client: AsyncHttpClient | None = None) -> None:
        self._calls = AsyncHttpx(connection, client)
        self._files = SyncHttpx(connection) if client is None and not connection.http2 else None
        self._room = asyncio.Semaphore(connection.connections)
        self._running: dict[Errand, asyncio.Future[Reply]] = {}
        self._closed = False

    @property
    def files(self) -> SyncHttpx | None:
        """What performs the requests with files, on the thread that calls it; None where all go by the event loop."""
        return self._files

    async def send(self, request: Request, sink: Sink | None = None) -> Reply:
        """As `SyncHttpx.send`."""
        if self._files is None or (sink is None and _is_small(request.body)):
            return await self._calls.send(request, sink)
        self._check()
        errand = Errand()
        try:
            async with asyncio.timeout(request.left):
                await self._room.acquire()
        except TimeoutError:
            failure = TransportFailure("timed out", sent=False)
            if sink is None:
                raise failure from None
            return Reply(0, {}, failure=failure)
        try:
            self._check()
            if request.left is not None:
                request = attrs.evolve(request, left=request.left - (time.perf_counter() - errand.handed))
            return await self._perform(errand, partial(self._files.send, request, sink))
        finally:
            self._room.release()

    async def close(self) -> None:
        """Close the connections, unless the client was given by the user."""
        self._closed = True
        if self._calls.is_inherited:  # to end a connection here would end the parent's
            return
        if self._files is not None:
            for errand in self._running:
                errand.end()
            if not self._calls.is_elsewhere:  # their own loop waits for them, and would not wake this one
                await finished(done for errand, done in self._running.items() if errand.begun)
            self._files.close()
        await self._calls.close()

    def _check(self) -> None:
        check_open(closed=self._closed)
        self._calls.check()

    async def _perform(self, errand: Errand, call: partial[Reply]) -> Reply:
        """Run a transfer in a thread; a cancellation ends it, and waits until it no longer touches its files.

        Not in the threads of the loop, which others wait for; and in a daemon, for a connection that is being made cannot
        be shut down: that one is left alone, and ends before it has touched anything.
        """
        loop = asyncio.get_running_loop()
        done = self._running[errand] = loop.create_future()

        def run() -> None:
            ERRAND.set(errand)
            try:
                tell = partial(done.set_result, call())
            except BaseException as error:  # noqa: BLE001 - it is the caller's
                tell = partial(done.set_exception, error)
            with suppress(RuntimeError):  # the loop is gone, and nobody waits
                loop.call_soon_threadsafe(tell)

        done.add_done_callback(lambda _: done.exception())  # seen, so that asyncio does not report it as lost
        try:
            threading.Thread(
                target=copy_context().run, args=(run,), name="safelight file", daemon=True
            ).start()
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            errand.end()
            if errand.begun:
                await finished([done])
            raise
        finally:
            del self._running[errand]


def _is_small(body: Body | None) -> bool:
    return body is None or (body.in_memory and body.length <= MEBIBYTE)
