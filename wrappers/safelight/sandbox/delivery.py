"""Putting replies on the wire, whole or harmed as a fault plan says."""

import asyncio
import socket
import struct
from collections.abc import Mapping
from typing import cast

from aiohttp import web

from safelight.sandbox.clock import Clock
from safelight.sandbox.faults import Fault, FaultKind, Strikes
from safelight.sandbox.jsontypes import JsonValue, whole_number
from safelight.sandbox.replies import FileSlice, Reply

_BLOCK = 1 << 20
_DRIPS = 20
_HTML = b"<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>"
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
        headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
        match fault.kind:
            case FaultKind.SERVER_ERROR:
                return Reply(
                    status=fault.status or 503,
                    body=b"upstream failure",
                    content_type="text/plain",
                    headers=headers,
                )
            case FaultKind.HTML_PAGE:
                return Reply(
                    status=fault.status or 502, body=_HTML, content_type="text/html", headers=headers
                )
            case FaultKind.REDIRECT:
                return Reply(
                    status=fault.status or 307,
                    body=b"",
                    content_type="text/plain",
                    headers={"Location": fault.value or "http://127.0.0.1:9/elsewhere"},
                )
            case _:
                continue
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
        reply.document = _invent(reply.document, status_field, invented.value)
    if FaultKind.EXTRA_FIELDS in strikes:
        reply.document = _extend(reply.document)
    if FaultKind.WRONG_SIZE in strikes:
        if reply.file is not None:
            half = FileSlice(reply.file.path, reply.file.offset, reply.file.length // 2)
            reply.file = half
        else:
            reply.document = _shrink(reply.document)
    if FaultKind.WRONG_ETAG in strikes and "ETag" in reply.headers:
        reply.headers["ETag"] = '"00000000000000000000000000000000"'
    if FaultKind.WRONG_CONTENT_TYPE in strikes:
        reply.content_type = "text/plain" if reply.content_type != "text/plain" else "application/json"
    return reply


def _invent(document: JsonValue, field: str, value: str | None) -> JsonValue:
    if isinstance(document, Mapping):
        changed: dict[str, JsonValue] = {}
        for name, old in document.items():
            if name == field and isinstance(old, str):
                changed[name] = value or _INVENTED_VALUE
            elif name == field == "state" and isinstance(old, int):
                changed[name] = _invented_state(value)
            else:
                changed[name] = _invent(old, field, value)
        return changed
    if isinstance(document, list):
        return [_invent(item, field, value) for item in document]
    return document


def _invented_state(value: str | None) -> int:
    wanted = value or ""
    number = whole_number(wanted.removeprefix("-"), 9)
    return _INVENTED_STATE if number is None else (-number if wanted.startswith("-") else number)


def _extend(document: JsonValue) -> JsonValue:
    if isinstance(document, Mapping):
        changed = {name: _extend(value) for name, value in document.items()}
        return {**changed, "added_later": {"by": "the vendor"}, "x-trace": [1, None, "two"]}
    if isinstance(document, list):
        return [_extend(item) for item in document]
    return document


def _shrink(document: JsonValue) -> JsonValue:
    if isinstance(document, Mapping):
        return {
            name: value + 1 if name == "size" and isinstance(value, int) else _shrink(value)
            for name, value in document.items()
        }
    if isinstance(document, list):
        return [_shrink(item) for item in document]
    return document


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
        return await _send_part(request, reply, truncated)
    if drip is not None:
        return await _send_slowly(request, reply, drip, clock)
    if reply.file is not None:
        return await _send_file(request, reply, reply.file)
    response = web.Response(status=reply.status, body=reply.encoded(), headers=reply.headers)
    response.content_type = reply.content_type
    return response


def _open_response(reply: Reply, length: int) -> web.StreamResponse:
    response = web.StreamResponse(status=reply.status, headers=reply.headers)
    response.content_type = reply.content_type
    response.content_length = length
    return response


def _read(file: FileSlice, offset: int, length: int) -> bytes:
    with file.path.open("rb") as source:
        source.seek(file.offset + offset)
        return source.read(length)


async def _send_file(request: web.Request, reply: Reply, file: FileSlice) -> web.StreamResponse:
    response = _open_response(reply, file.length)
    await response.prepare(request)
    transport = request.transport
    if transport is None:
        return response
    loop = asyncio.get_running_loop()
    if file.length:
        with file.path.open("rb") as source:
            await loop.sendfile(transport, source, file.offset, file.length)
    await response.write_eof()
    return response


async def _send_part(request: web.Request, reply: Reply, fault: Fault) -> web.StreamResponse:
    body = reply.encoded() if reply.file is None else b""
    length = len(body) if reply.file is None else reply.file.length
    response = _open_response(reply, length)
    await response.prepare(request)
    cut = min(length, length // 2 if fault.after_bytes is None else fault.after_bytes)
    sent = 0
    while sent < cut:
        step = min(_BLOCK, cut - sent)
        chunk = body[sent : sent + step] if reply.file is None else _read(reply.file, sent, step)
        await response.write(chunk)
        sent += step
    if request.transport is not None:
        # An orderly end of the connection: the bytes sent so far arrive, the promised rest does not.
        request.transport.close()
    return response


async def _send_slowly(request: web.Request, reply: Reply, fault: Fault, clock: Clock) -> web.StreamResponse:
    body = reply.encoded() if reply.file is None else b""
    length = len(body) if reply.file is None else reply.file.length
    response = _open_response(reply, length)
    await response.prepare(request)
    step = max(1, -(-length // _DRIPS))
    for offset in range(0, length, step):
        size = min(step, length - offset)
        chunk = body[offset : offset + size] if reply.file is None else _read(reply.file, offset, size)
        await response.write(chunk)
        await clock.sleep(fault.seconds / _DRIPS)
    await response.write_eof()
    return response
