"""One `SyncHttpx` or `AsyncHttp`, asked over real sockets; and answers that name what was asked for."""

import asyncio
import time
from typing import Any

import attrs
import httpx
import pytest
from safelight.core.http.connection import Connection
from safelight.core.http.files import AsyncHttp
from safelight.core.http.messages import Json, MemorySink, Request, TransportFailure
from safelight.core.http.transport import SyncHttpx

from support.hostile import http
from support.scripted import Sent

WORLDS = pytest.mark.parametrize("world", ["sync", "async", "thread", "fast"])
"""Threads, an event loop, the threads in which it has files sent, and an event loop with aiohttp."""
CONNECTION = Connection(connect_timeout=5, read_timeout=30, write_timeout=5)


def ask(
    world: str, calls: list[Request | float], client: Any = None, connection: Connection = CONNECTION
) -> list[Any]:
    """Send requests over one client, with pauses between them: their answers, or what went wrong."""
    if world == "sync":
        mine = client and httpx.Client()
        http = SyncHttpx(connection, mine)
        try:
            return [asked(http, call) for call in calls]
        finally:
            http.close()
            if mine:
                mine.close()

    async def run() -> list[Any]:
        mine = client and httpx.AsyncClient()
        http = AsyncHttp(of_world(world, connection), mine)
        try:
            return [await asked_async(http, in_world(world, call)) for call in calls]
        finally:
            await http.close()
            if mine:
                await mine.aclose()

    return asyncio.run(run())


def in_world(world: str, call: Any) -> Any:
    """A request as one with a file, where those go another way."""
    if world != "thread" or isinstance(call, float) or call.method == "FETCH":
        return call
    return attrs.evolve(call, body=attrs.evolve(call.body or Json(b""), in_memory=False))


def of_world(world: str, connection: Connection) -> Connection:
    return attrs.evolve(connection, transport="aiohttp") if world == "fast" else connection


def asked(http: SyncHttpx, call: Request | float) -> Any:
    if isinstance(call, float):
        return time.sleep(call)
    try:
        if call.method == "FETCH":
            sink = MemorySink(10_000_000)
            return http.send(attrs.evolve(call, method="GET"), sink).failure or bytes(sink.data)
        return http.send(call)
    except TransportFailure as failure:
        return failure


async def asked_async(http: AsyncHttp, call: Request | float) -> Any:
    if isinstance(call, float):
        return await asyncio.sleep(call)
    try:
        if call.method == "FETCH":
            sink = MemorySink(10_000_000)
            return (await http.send(attrs.evolve(call, method="GET"), sink)).failure or bytes(sink.data)
        return await http.send(call)
    except TransportFailure as failure:
        return failure


def named(sent: Sent) -> bytes:
    return http(200, sent.path.encode())


def chunked(sent: Sent) -> bytes:
    body = sent.path.encode()
    return b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


def empty(sent: Sent) -> bytes:
    return http(204, b"", {"x-path": sent.path, "content-length": "absent"})


def long(sent: Sent) -> bytes:
    """One and a half of it fill what is read at once."""
    return http(200, sent.path.encode() * 60_000)
