"""The way of every vendor request: journal, faults, key, limits, handler, answer."""

import asyncio
import functools
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from aiohttp.typedefs import Handler

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Endpoint
from safelight.sandbox.delivery import deliver, early_reply, linger, reset, tamper
from safelight.sandbox.faults import FaultKind
from safelight.sandbox.forms import drop_form
from safelight.sandbox.journal import RequestRecord
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.world import World


def serve(world: World, vendor: Vendor, endpoint: Endpoint) -> Handler:
    """Return the aiohttp handler of one operation."""

    async def handle(request: web.Request) -> web.StreamResponse:
        call = Call(world, request, vendor.name, endpoint.operation)
        try:
            answer = functools.partial(_answer, vendor, endpoint)
            return await conduct(call, answer, vendor_facts.part(vendor.name, "task")["status"])
        finally:
            # The tasks of the request hold the files they need.
            drop_form(call)

    return handle


async def conduct(
    call: Call, answer: Callable[[Call], Awaitable[Reply]], status_field: str = ""
) -> web.StreamResponse:
    """Bring a request through journal and faults.

    Args:
        call: The request; its faults and its record are set here.
        answer: Does the work.
        status_field: Name of the field that holds an enum in the answer.
    """
    world, request = call.world, call.request
    began = time.perf_counter()
    call.strikes = strikes = world.faults.take(call.vendor, call.operation)
    call.record = record = RequestRecord(
        world.clock.now(),
        call.vendor,
        call.operation,
        request.method,
        request.path,
        faults=[fault.kind.value for fault in strikes.faults],
    )
    world.journal.add(record)
    try:
        if FaultKind.RESET_BEFORE in strikes:
            await linger(strikes, world.clock)
            return reset(request)
        reply = early_reply(strikes, worked=False)
        if reply is None:
            reply = await answer(call)
            if FaultKind.DUPLICATE in strikes:
                await answer(call)
            reply = tamper(reply, strikes, status_field)
            reply = early_reply(strikes, worked=True) or reply
        reply.headers["X-Request-Id"] = str(uuid.uuid4())
        record.task_id = reply.task_id
        record.status = reply.status
        if reply.file is None:
            reply.body = reply.encoded()
        record.bytes_sent = reply.length
        with world.storage.held(*(() if reply.file is None else (reply.file.path,))):
            await linger(strikes, world.clock)
            response = await deliver(request, reply, strikes, world.clock)
        if request.transport is None or request.transport.is_closing():
            record.status = 0
        return response
    finally:
        # Of a large body aiohttp sees the beginning alone.
        record.bytes_received = max(record.bytes_received, request.content.total_bytes)
        record.seconds = time.perf_counter() - began


async def _answer(vendor: Vendor, endpoint: Endpoint, call: Call) -> Reply:
    try:
        reply = await _handle(vendor, endpoint, call)
    except Refusal as refusal:
        reply = vendor.refusal(refusal, call)
        reply.headers.update(refusal.headers)
    except (asyncio.CancelledError, ConnectionError):
        raise
    except Exception as error:
        call.request.app.logger.exception("The sandbox failed at %s %s", call.vendor, call.operation)
        reply = vendor.refusal(Refusal(Kind.INTERNAL, f"sandbox error: {error!r}"), call)
    reply.headers.update(call.headers)
    return reply


async def _handle(vendor: Vendor, endpoint: Endpoint, call: Call) -> Reply:
    limited = call.strikes.find(FaultKind.RATE_LIMITED)
    if limited is not None and not limited.worked:
        raise _too_many(limited.headers())
    if endpoint.authenticated:
        vendor.authenticate(call)
    if call.world.limits and vendor_facts.rates(vendor.name):
        _count(vendor, call)
    reply = await endpoint.handler(call)
    if limited is not None:
        raise _too_many(limited.headers())
    return reply


def _too_many(headers: Mapping[str, str]) -> Refusal:
    return Refusal(Kind.RATE, "Too many requests.", headers=headers)


def _count(vendor: Vendor, call: Call) -> None:
    scopes = {
        "ip": call.request.remote or "",
        "token": call.token,
        "key": call.token,
        "account": call.account,
    }
    rates = tuple(rate for rate in vendor_facts.rates(vendor.name) if scopes.get(rate.scope))
    standing = call.world.limiter.count(vendor.name, rates, scopes, call.world.clock.now())
    vendor.note_standing(call, standing)
    if not standing.allowed:
        raise _too_many({})
