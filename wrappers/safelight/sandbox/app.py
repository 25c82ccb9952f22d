"""The aiohttp application: vendors, object store and the sandbox's own controls on one port."""

import asyncio
from collections.abc import AsyncIterator, Callable

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from safelight.sandbox import control, hosts, lifetimes, storage_http, viewer
from safelight.sandbox.call import Call
from safelight.sandbox.pipeline import conduct, serve
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors import emulations
from safelight.sandbox.world import World

# Bodies that are read into memory: JSON, and forms with an image of at most 20 MB and a background image.
_MAXIMUM_BODY = 64 * 1024 * 1024
_SWEEP_SECONDS = 600.0


def build_app(world: World) -> web.Application:
    """Return the application of one sandbox."""
    vendors = {name: emulation() for name, emulation in emulations().items()}
    app = web.Application(
        client_max_size=_MAXIMUM_BODY, middlewares=[_refuse_strangers(world), _refuse_unknown(world, vendors)]
    )
    for name, vendor in vendors.items():
        for endpoint in vendor.endpoints():
            app.router.add_route(endpoint.method, f"/{name}{endpoint.path}", serve(world, vendor, endpoint))
    app.cleanup_ctx.append(_sweeper(world, vendors))
    storage_http.register(app, world)
    control.register(app, world)
    viewer.register(app, world)
    return app


def _sweeper(world: World, vendors: dict[str, Vendor]) -> Callable[[web.Application], AsyncIterator[None]]:
    """Return a context that deletes what has expired, while an application runs."""

    async def sweep() -> None:
        while True:
            await world.clock.sleep(_SWEEP_SECONDS)
            world.tasks.sweep(lifetimes.of_task)
            world.storage.sweep()
            world.limiter.sweep(world.clock.now())
            for vendor in vendors.values():
                vendor.sweep(world)

    async def running(_app: web.Application) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(sweep())
        yield
        sweeping.cancel()
        await asyncio.gather(sweeping, return_exceptions=True)

    return running


def _refuse_strangers(world: World) -> Middleware:
    """Return a middleware that refuses pages of other origins, open in a browser on this machine."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        if host is not None and not hosts.is_known(host, world.host):
            raise web.HTTPMisdirectedRequest(
                text="the sandbox is reached by address, or by the name it listens on"
            )
        # Of the same port at another address of this machine, another program may serve.
        if origin is not None and request.path.startswith("/sandbox/") and origin != f"http://{host}":
            raise web.HTTPForbidden(text="the controls answer only their own page")
        return await handler(request)

    return middleware


def _refuse_unknown(world: World, vendors: dict[str, Vendor]) -> Middleware:
    """Return a middleware that puts "no such path" and "no such method" in the vendor's own shape."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except ConnectionError:
            # The client closed the connection before its whole request arrived.
            return web.Response(status=400)
        except web.HTTPException as error:
            name = request.path.removeprefix("/").partition("/")[0]
            if name not in vendors:
                raise
            refusal = _nowhere(error)

            async def answer(_call: Call) -> Reply:
                reply = vendors[name].refusal(refusal, None)
                reply.headers.update(refusal.headers)
                return reply

            return await conduct(Call(world, request, name, "unknown"), answer)

    return middleware


def _nowhere(error: web.HTTPException) -> Refusal:
    if isinstance(error, web.HTTPMethodNotAllowed):
        return Refusal(Kind.METHOD, "Method Not Allowed", headers={"Allow": error.headers.get("Allow", "")})
    return Refusal(Kind.NO_ROUTE, "Not Found")
