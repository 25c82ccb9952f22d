"""The aiohttp application: vendors, object store and the sandbox's own controls on one port."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from safelight.sandbox import control, storage_http, viewer
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
    app = web.Application(client_max_size=_MAXIMUM_BODY, middlewares=[_refuse_unknown(world, vendors)])
    for name, vendor in vendors.items():
        for endpoint in vendor.endpoints():
            app.router.add_route(endpoint.method, f"/{name}{endpoint.path}", serve(world, vendor, endpoint))
    storage_http.register(app, world)
    control.register(app, world)
    viewer.register(app, world)
    return app


def _refuse_unknown(world: World, vendors: dict[str, Vendor]) -> Middleware:
    """Return a middleware that puts "no such path" and "no such method" in the vendor's own shape."""

    @web.middleware
    async def middleware(request: web.Request, handler: _Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if (
            origin is not None
            and request.path.startswith("/sandbox/")
            and urlsplit(origin).netloc != request.host
        ):
            # A page from elsewhere that a browser on this machine shows has no business with the controls.
            raise web.HTTPForbidden(text="the controls answer their own page alone")
        try:
            return await handler(request)
        except ConnectionError:
            # The client went away before its request had come whole. Nobody is left to read an answer.
            return web.Response(status=400)
        except web.HTTPException as error:
            vendor = vendors.get(request.path.split("/", 2)[1])
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
