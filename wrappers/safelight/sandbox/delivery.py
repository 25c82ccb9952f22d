"""Putting replies on the wire, whole or harmed as a fault plan says."""

import asyncio
import functools
import socket
import struct
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from aiohttp import web

from safelight.sandbox.clock import Clock
from safelight.sandbox.faults import FaultKind, Strikes
from safelight.sandbox.jsontypes import JsonObject, JsonValue, whole_number
from safelight.sandbox.replies import FileSlice, Reply

_BLOCK = 1 << 20
_DRIPS = 20
_HTML = b"<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
_INSTEAD = {
    FaultKind.SERVER_ERROR: (503, b"upstream failure", "text/plain"),
    FaultKind.HTML_PAGE: (502, _HTML, "text/html"),
    FaultKind.REDIRECT: (307, b"", "text/plain"),
}
"""What is answered in place of the vendor's own."""
_ELSEWHERE = "http://127.0.0.1:9/elsewhere"
_INVENTED_VALUE = "Hibernating"
_INVENTED_STATE = 77


def reset(request: web.Request) -> web.Response:
    """Close the connection at once, with a TCP reset, so that the client sees no answer at all."""
    transport = request.transport
    if transport is not None:
        connection = cast("socket.socket | None", transport.get_extra_info("socket"))
        if connection is not None:
            # A zero linger time makes the kernel send a reset in place of an orderly end.
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    # aiohttp wants something back; the connection it would go to is gone.
    return web.Response(status=500)


async def linger(strikes: Strikes, clock: Clock) -> None:
    """Let the time of a `LATENCY` pass: after the work, so that a client that gives up has paid."""
    latency = strikes.find(FaultKind.LATENCY)
    if latency is not None:
        await clock.sleep(latency.seconds)


def early_reply(strikes: Strikes, *, worked: bool) -> Reply | None:
    """Return the answer that a fault gives in place of the vendor's own, or None.

    Args:
        strikes: The faults of the request.
        worked: Asks for faults that answer after the work was done, else for those before it.
    """
    for fault in strikes.faults:
        if fault.worked is not worked:
            continue
        if fault.kind in _INSTEAD:
            status, body, content_type = _INSTEAD[fault.kind]
            redirects = fault.kind is FaultKind.REDIRECT
            headers = {"Location": fault.value or _ELSEWHERE} if redirects else fault.headers()
            return Reply(fault.status or status, body=body, content_type=content_type, headers=headers)
    return None


def tamper(reply: Reply, strikes: Strikes, status_field: str) -> Reply:
    """Change an answer as the faults want: invented values, extra fields, wrong sizes and types.

    Args:
        reply: The vendor's own answer.
        strikes: The faults of the request.
        status_field: Name of the field that holds an enum in this vendor's answers.
    """
    invented = strikes.find(FaultKind.UNKNOWN_ENUM)
    if invented is not None:
        reply.document = _changed(reply.document, functools.partial(_invent, status_field, invented.value))
    if FaultKind.EXTRA_FIELDS in strikes:
        more: JsonObject = {"added_later": {"by": "the vendor"}, "x-trace": [1, None, "two"]}
        reply.document = _changed(reply.document, lambda _, value: value, **more)
    if FaultKind.WRONG_SIZE in strikes:
        if reply.file is not None:
            reply.file = replace(reply.file, length=reply.file.length // 2)
        reply.document = _changed(
            reply.document,
            lambda name, value: value + 1 if name == "size" and isinstance(value, int) else value,
        )
    if FaultKind.WRONG_ETAG in strikes and "ETag" in reply.headers:
        reply.headers["ETag"] = '"00000000000000000000000000000000"'
    if FaultKind.WRONG_CONTENT_TYPE in strikes:
        reply.content_type = "text/plain" if reply.content_type != "text/plain" else "application/json"
    return reply


def _changed(
    document: JsonValue, change: Callable[[str, JsonValue], JsonValue], **more: JsonValue
) -> JsonValue:
    """Return a document with every field of its objects changed, and more fields in each."""
    if isinstance(document, Mapping):
        fields = {name: change(name, _changed(old, change, **more)) for name, old in document.items()}
        return fields | more
    if isinstance(document, list):
        return [_changed(item, change, **more) for item in document]
    return document


def _invent(field: str, value: str | None, name: str, old: JsonValue) -> JsonValue:
    if name == field and isinstance(old, str):
        return value or _INVENTED_VALUE
    # Of other numbers, such as the status of an envelope, none is a state.
    return _invented_state(value or "") if name == field == "state" and isinstance(old, int) else old


def _invented_state(wanted: str) -> int:
    number = whole_number(wanted.removeprefix("-"), 9)
    return _INVENTED_STATE if number is None else (-number if wanted.startswith("-") else number)


async def deliver(request: web.Request, reply: Reply, strikes: Strikes, clock: Clock) -> web.StreamResponse:
    """Send a reply and return the response that went out."""
    lost = strikes.find(FaultKind.LOST_RESPONSE)
    if lost is not None:
        await clock.sleep(lost.seconds)
        return reset(request)
    if FaultKind.RESET_AFTER in strikes:
        return reset(request)
    truncated = strikes.find(FaultKind.TRUNCATED_BODY)
    drip = strikes.find(FaultKind.SLOW_DRIP)
    if truncated is not None:
        half = reply.length // 2 if truncated.after_bytes is None else truncated.after_bytes
        response = await _send_pieces(request, reply, min(reply.length, half), _BLOCK, clock)
        if request.transport is not None:
            # An orderly end of the connection: the bytes sent so far arrive, the promised rest does not.
            request.transport.close()
        return response
    if drip is not None:
        step = max(1, -(-reply.length // _DRIPS))
        response = await _send_pieces(request, reply, reply.length, step, clock, drip.seconds / _DRIPS)
        await response.write_eof()
        return response
    if reply.file is not None:
        return await _send_file(request, reply, reply.file)
    response = web.Response(status=reply.status, body=reply.encoded(), headers=reply.headers)
    response.content_type = reply.content_type
    return response


async def _begin(request: web.Request, reply: Reply) -> web.StreamResponse:
    response = web.StreamResponse(status=reply.status, headers=reply.headers)
    response.content_type = reply.content_type
    response.content_length = reply.length
    await response.prepare(request)
    return response


async def _send_file(request: web.Request, reply: Reply, file: FileSlice) -> web.StreamResponse:
    response = await _begin(request, reply)
    transport = request.transport
    if transport is None:
        return response
    loop = asyncio.get_running_loop()
    if file.length:
        with file.path.open("rb") as source:
            await loop.sendfile(transport, source, file.offset, file.length)
    await response.write_eof()
    return response


async def _send_pieces(
    request: web.Request, reply: Reply, end: int, step: int, clock: Clock, pause: float = 0.0
) -> web.StreamResponse:
    response = await _begin(request, reply)
    for offset in range(0, end, step):
        await response.write(reply.read(offset, min(step, end - offset)))
        await clock.sleep(pause)
    return response
