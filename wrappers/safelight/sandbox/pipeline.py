"""The way of every vendor request: journal, faults, key, limits, handler, answer."""

import asyncio
import functools
import time
import uuid
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable

from aiohttp import web
from aiohttp.typedefs import Handler

from safelight.sandbox.call import Call, Endpoint
from safelight.sandbox.delivery import deliver, early_reply, linger, reset, tamper
from safelight.sandbox.faults import FaultKind
from safelight.sandbox.forms import drop_form
from safelight.sandbox.limits import Rate, Standing
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.world import World


class Vendor(ABC):
    """What one vendor's API does with a request."""

    name: str
    rates: tuple[Rate, ...] = ()
    status_fields: tuple[str, ...] = ("status",)

    @abstractmethod
    def endpoints(self) -> Iterable[Endpoint]:
        """Return every operation of the vendor."""

    @abstractmethod
    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in the vendor's own shape; `call` is None where no operation was reached."""

    @abstractmethod
    def authenticate(self, call: Call) -> None:
        """Set the call's account and token from its headers.

        Raises:
            Refusal: The credential is missing or wrong.

        """

    def note_standing(self, call: Call, standing: Standing) -> None:
        """Add headers about the rate limits; most vendors have none."""
        del call, standing

    def sweep(self, world: World) -> None:
        """Forget what is over by the sandbox's clock; most vendors keep nothing."""
        del world


def serve(world: World, vendor: Vendor, endpoint: Endpoint) -> Handler:
    """Return the aiohttp handler of one operation."""

    async def handle(request: web.Request) -> web.StreamResponse:
        call = Call(world, request, vendor.name, endpoint.operation)
        try:
            return await conduct(call, functools.partial(_answer, vendor, endpoint), vendor.status_fields)
        finally:
            # The tasks of the request hold what they need.
            drop_form(call)

    return handle


async def conduct(
    call: Call, answer: Callable[[Call], Awaitable[Reply]], status_fields: tuple[str, ...] = ()
) -> web.StreamResponse:
    """Bring a request through journal and faults.

    Args:
        call: The request; its faults and its record are set here.
        answer: Does the work.
        status_fields: Names of the fields that hold an enum in the answer.

    """
    world, request = call.world, call.request
    began = time.perf_counter()
    call.strikes = strikes = world.faults.take(call.vendor, call.operation)
    call.record = record = world.journal.open(
        time=world.clock.now(),
        vendor=call.vendor,
        operation=call.operation,
        method=request.method,
        path=request.path,
    )
    record.faults.extend(fault.kind.value for fault in strikes.faults)
    try:
        if FaultKind.RESET_BEFORE in strikes:
            await linger(strikes, world.clock)
            return reset(request)
        reply = early_reply(strikes, worked=False)
        if reply is None:
            reply = await answer(call)
            if FaultKind.DUPLICATE in strikes:
                await answer(call)
            reply = tamper(reply, strikes, status_fields)
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
        raise _too_many(limited.retry_after)
    if endpoint.authenticated:
        vendor.authenticate(call)
    if call.world.limits and vendor.rates:
        _count(vendor, call)
    reply = await endpoint.handler(call)
    if limited is not None:
        raise _too_many(limited.retry_after)
    return reply


def _too_many(retry_after: str | None) -> Refusal:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return Refusal(Kind.RATE, "Too many requests.", headers=headers)


def _count(vendor: Vendor, call: Call) -> None:
    scopes = {
        "ip": call.request.remote or "",
        "token": call.token,
        "key": call.token,
        "account": call.account,
    }
    rates = tuple(rate for rate in vendor.rates if scopes.get(rate.scope))
    standing = call.world.limiter.count(vendor.name, rates, scopes, call.world.clock.now())
    vendor.note_standing(call, standing)
    if not standing.allowed:
        raise _too_many(None)
