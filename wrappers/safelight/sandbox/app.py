"""The aiohttp application: vendors, object store and the sandbox's own controls on one port."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from safelight.sandbox import control, hosts, storage_http, viewer
from safelight.sandbox.delivery import deliver
from safelight.sandbox.faults import Strikes
from safelight.sandbox.pipeline import Vendor, serve
from safelight.sandbox.replies import Kind, Refusal
from safelight.sandbox.vendors import VENDORS
from safelight.sandbox.world import World

# Bodies that are read into memory: JSON, and forms with an image of at most 20 MB and a background image.
_MAXIMUM_BODY = 64 * 1024 * 1024

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def build_app(world: World) -> web.Application:
    """Return the application of one sandbox."""
    vendors = {name: entry.make() for name, entry in VENDORS.items()}
    app = web.Application(
        client_max_size=_MAXIMUM_BODY, middlewares=[_refuse_strangers(world), _refuse_unknown(world, vendors)]
    )
    for name, vendor in vendors.items():
        for endpoint in vendor.endpoints():
            app.router.add_route(endpoint.method, f"/{name}{endpoint.path}", serve(world, vendor, endpoint))
    storage_http.register(app, world)
    control.register(app, world)
    viewer.register(app, world)
    return app


def _refuse_strangers(world: World) -> Middleware:
    """Return a middleware that answers no page from elsewhere which a browser on this machine shows."""

    @web.middleware
    async def middleware(request: web.Request, handler: _Handler) -> web.StreamResponse:
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        if host is not None and not hosts.is_known(host, world.host):
            raise web.HTTPMisdirectedRequest(
                text="the sandbox is reached by address, or by the name it listens on"
            )
        if origin is not None and request.path.startswith("/sandbox/") and not _own_page(world, origin, host):
            raise web.HTTPForbidden(text="the controls answer their own page alone")
        return await handler(request)

    return middleware


def _own_page(world: World, origin: str, host: str | None) -> bool:
    authority = origin.partition("://")[2]
    if authority == host:
        return True
    return authority.endswith(f":{urlsplit(world.url).port}") and hosts.is_known(authority, world.host)


def _refuse_unknown(world: World, vendors: dict[str, Vendor]) -> Middleware:
    """Return a middleware that puts "no such path" and "no such method" in the vendor's own shape."""

    @web.middleware
    async def middleware(request: web.Request, handler: _Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except ConnectionError:
            # The client went away before its request had come whole. Nobody is left to read an answer.
            return web.Response(status=400)
        except web.HTTPException as error:
            vendor = vendors.get(request.path.removeprefix("/").partition("/")[0])
            if vendor is None:
                raise
            method = isinstance(error, web.HTTPMethodNotAllowed)
            refusal = Refusal(
                Kind.METHOD if method else Kind.NO_ROUTE,
                "Method Not Allowed" if method else "Not Found",
                headers={"Allow": error.headers.get("Allow", "")} if method else {},
            )
            reply = vendor.refusal(refusal, None)
            reply.headers.update(refusal.headers)
            return await deliver(request, reply, Strikes(), world.clock)

    return middleware
