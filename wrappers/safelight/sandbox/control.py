"""The sandbox's own paths: ledger, requests, faults, clock and limits over HTTP."""

from typing import TypeVar

from aiohttp import web
from aiohttp.typedefs import Handler
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from safelight.sandbox.faults import Fault, FaultKind
from safelight.sandbox.jsontypes import JsonValue
from safelight.sandbox.world import World

T = TypeVar("T")


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class _PlannedFault(_Body):
    """The attributes of a `Fault`, which knows their bounds."""

    kind: str
    vendor: str | None = None
    operation: str | None = None
    skip: int = 0
    times: int | None = 1
    probability: float = 1.0
    seconds: float = 1.0
    status: int = 0
    worked: bool = False
    retry_after: float | str | None = None
    value: str | None = None
    after_bytes: int | None = None


class _Advance(_Body):
    advance: float


class _Limits(_Body):
    kept: bool


def register(app: web.Application, world: World) -> None:
    """Add the control paths to an application."""
    controls = _Controls(world)
    routes: list[tuple[str, str, Handler]] = [
        ("GET", "/sandbox/health", controls.health),
        ("GET", "/sandbox/ledger", controls.ledger),
        ("DELETE", "/sandbox/ledger", controls.clear_ledger),
        ("GET", "/sandbox/requests", controls.requests),
        ("DELETE", "/sandbox/requests", controls.clear_requests),
        ("GET", "/sandbox/faults", controls.faults),
        ("POST", "/sandbox/faults", controls.add_faults),
        ("DELETE", "/sandbox/faults", controls.clear_faults),
        ("GET", "/sandbox/clock", controls.clock),
        ("POST", "/sandbox/clock", controls.advance),
        ("POST", "/sandbox/limits", controls.limits),
    ]
    for method, path, handler in routes:
        app.router.add_route(method, path, handler)


def _json(document: JsonValue, status: int = 200) -> web.Response:
    return web.json_response(document, status=status)


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


class _Controls:
    def __init__(self, world: World) -> None:
        self._world = world

    async def health(self, _request: web.Request) -> web.StreamResponse:
        return _json({"status": "ok", "time": self._world.clock.now()})

    async def ledger(self, _request: web.Request) -> web.StreamResponse:
        self._world.tasks.refresh()
        return _json(self._world.ledger.document())

    async def clear_ledger(self, _request: web.Request) -> web.StreamResponse:
        self._world.ledger.clear()
        return _json(self._world.ledger.document())

    async def requests(self, _request: web.Request) -> web.StreamResponse:
        return _json({"requests": [record.document() for record in self._world.journal.records()]})

    async def clear_requests(self, _request: web.Request) -> web.StreamResponse:
        self._world.journal.clear()
        return _json({"requests": []})

    async def faults(self, _request: web.Request) -> web.StreamResponse:
        return self._faults()

    def _faults(self, status: int = 200) -> web.StreamResponse:
        return _json(
            {
                "seed": self._world.faults.seed,
                "kinds": [kind.value for kind in FaultKind],
                "faults": [fault.document() for fault in self._world.faults.planned],
            },
            status,
        )

    async def add_faults(self, request: web.Request) -> web.StreamResponse:
        several = (await request.read()).lstrip().startswith(b"[")
        wanted = (
            await _body(request, list[_PlannedFault]) if several else [await _body(request, _PlannedFault)]
        )
        try:
            self._world.faults.add_all([Fault(**fault.model_dump()) for fault in wanted])
        except ValueError as error:
            raise web.HTTPBadRequest(text=str(error)) from None
        return self._faults(201)

    async def clear_faults(self, _request: web.Request) -> web.StreamResponse:
        self._world.faults.clear()
        return self._faults()

    async def clock(self, _request: web.Request) -> web.StreamResponse:
        return _json({"time": self._world.clock.now()})

    async def advance(self, request: web.Request) -> web.StreamResponse:
        wanted = await _body(request, _Advance)
        try:
            self._world.clock.advance(wanted.advance)
        except ValueError as error:
            raise web.HTTPBadRequest(text=str(error)) from None
        return _json({"time": self._world.clock.now()})

    async def limits(self, request: web.Request) -> web.StreamResponse:
        self._world.limits = (await _body(request, _Limits)).kept
        self._world.limiter.clear()
        return _json({"kept": self._world.limits})
