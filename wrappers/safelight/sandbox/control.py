"""The sandbox's own paths: ledger, requests, faults, clock, limits and webhooks over HTTP."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Any, Required, TypeVar, cast

from aiohttp import web
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, with_config

from safelight.sandbox.faults import Fault, FaultKind, FaultOptions
from safelight.sandbox.jsontypes import JsonValue
from safelight.sandbox.world import World

T = TypeVar("T")


_STRICT = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class _Body(BaseModel):
    model_config = _STRICT


@with_config(_STRICT)
class _PlannedFault(FaultOptions, total=False):
    """The attributes of a `Fault`, which checks their bounds and knows the kinds."""

    kind: Required[str]
    vendor: str | None
    operation: str | None


class _Advance(_Body):
    advance: float


class _Limits(_Body):
    kept: bool


class _Webhook(_Body):
    vendor: str
    url: str
    secret: str | None = None


@dataclass(frozen=True, slots=True)
class _Control:
    """A path below `/sandbox`: whatever a request changes, the answer is what `read` returns afterwards."""

    read: Callable[[], JsonValue]
    clear: Callable[[], None] | None = None
    change: Callable[[web.Request], Awaitable[None]] | None = None
    changed: int = 200

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Do what a request wants."""
        if request.method == "DELETE" and self.clear is not None:
            self.clear()
        if request.method == "POST" and self.change is not None:
            try:
                await self.change(request)
            except ValueError as error:
                raise web.HTTPBadRequest(text=str(error)) from None
            return web.json_response(self.read(), status=self.changed)
        return web.json_response(self.read())


async def _body(request: web.Request, model: type[T]) -> T:
    """Return the body of a request as a model.

    Browsers let a page of any origin send text and forms unasked, but no JSON.
    """
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="send JSON, with the header Content-Type: application/json")
    try:
        return TypeAdapter(model).validate_json(await request.read())
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "body"
        raise web.HTTPBadRequest(text=f"{place}: {first['msg']}") from None


def register(app: web.Application, world: World) -> None:
    """Add the control paths to an application."""

    def ledger() -> JsonValue:
        world.tasks.refresh()
        return world.ledger.document()

    def faults() -> JsonValue:
        return {
            "seed": world.faults.seed,
            "kinds": [kind.value for kind in FaultKind],
            "faults": [asdict(fault) for fault in world.faults.planned],
        }

    async def add_faults(request: web.Request) -> None:
        several = (await request.read()).lstrip().startswith(b"[")
        wanted = (
            await _body(request, list[_PlannedFault]) if several else [await _body(request, _PlannedFault)]
        )
        world.faults.add_all([Fault(**cast("dict[str, Any]", each)) for each in wanted])

    async def advance(request: web.Request) -> None:
        world.clock.advance((await _body(request, _Advance)).advance)

    async def keep_limits(request: web.Request) -> None:
        world.limits = (await _body(request, _Limits)).kept
        world.limiter.clear()

    async def set_webhook(request: web.Request) -> None:
        world.webhooks.set(**(await _body(request, _Webhook)).model_dump())

    controls = {
        "health": _Control(lambda: {"status": "ok", "time": world.clock.now()}),
        "ledger": _Control(ledger, world.ledger.clear),
        "requests": _Control(
            lambda: {"requests": [asdict(record) for record in world.journal.records()]},
            world.journal.clear,
        ),
        "faults": _Control(faults, world.faults.clear, add_faults, 201),
        "clock": _Control(lambda: {"time": world.clock.now()}, change=advance),
        "limits": _Control(lambda: {"kept": world.limits}, change=keep_limits),
        "webhooks": _Control(world.webhooks.document, world.webhooks.clear, set_webhook),
    }
    for name, control in controls.items():
        for method, known in (("GET", True), ("DELETE", control.clear), ("POST", control.change)):
            if known:
                app.router.add_route(method, f"/sandbox/{name}", control.answer)
