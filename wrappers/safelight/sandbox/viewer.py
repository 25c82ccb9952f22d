"""The page at `/`: tasks with their pictures before and after, requests, ledger and faults, live."""

import asyncio
import secrets
from dataclasses import asdict
from importlib import resources
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from safelight.sandbox import vendor_facts
from safelight.sandbox.images.decode import decode
from safelight.sandbox.images.drawing import draw_prompt
from safelight.sandbox.images.encode import encode
from safelight.sandbox.images.scale import scaled
from safelight.sandbox.jsontypes import JsonValue, whole_number
from safelight.sandbox.tasks import Task, WorkFailed
from safelight.sandbox.vendors import emulations
from safelight.sandbox.world import World

_SHOWN_TASKS = 60
_SHOWN_REQUESTS = 120
_THUMBNAIL_SIDE = 420
_STYLE_SIDE = 128
_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'"
_FILES = {
    "/": ("index.html", "text/html"),
    "/sandbox/page/style.css": ("style.css", "text/css"),
    "/sandbox/page/script.js": ("script.js", "text/javascript"),
}


def register(app: web.Application, world: World) -> None:
    """Add the page and what it reads to an application."""
    viewer = _Viewer(world)
    for path, (name, media_type) in _FILES.items():
        app.router.add_route("GET", path, _file(name, media_type))
    app.router.add_route("GET", "/sandbox/state", viewer.state)
    app.router.add_route("GET", "/sandbox/tasks/{number}/before", viewer.before)
    app.router.add_route("GET", "/sandbox/tasks/{number}/after/{place}", viewer.after)
    app.router.add_route("GET", "/sandbox/thumb/{style}.png", viewer.style)


def _file(name: str, media_type: str) -> Handler:
    async def handle(_request: web.Request) -> web.StreamResponse:
        body = resources.files("safelight.sandbox").joinpath("page", name).read_bytes()
        response = web.Response(
            body=body, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"}
        )
        response.content_type = media_type
        response.charset = "utf-8"
        return response

    return handle


class _Viewer:
    def __init__(self, world: World) -> None:
        self._world = world
        # In the addresses of pictures, for browsers keep them, and the next sandbox counts its tasks anew.
        self._start = secrets.token_hex(8)

    def _picture(self, task: Task, name: str) -> str:
        return f"/sandbox/tasks/{task.number}/{name}?start={self._start}"

    async def state(self, _request: web.Request) -> web.StreamResponse:
        world = self._world
        world.tasks.refresh()
        tasks = [task for task in world.tasks.all() if not _is_upload(task)]
        shown: list[JsonValue] = [self._describe(task) for task in tasks[-_SHOWN_TASKS:]]
        shown.reverse()
        requests: list[JsonValue] = [asdict(record) for record in world.journal.records()[-_SHOWN_REQUESTS:]]
        requests.reverse()
        return web.json_response(
            {
                "url": world.url,
                "time": world.clock.now(),
                "limits": world.limits,
                "vendors": {name: f"{world.url}{vendor_facts.base_path(name)}" for name in emulations()},
                "titles": {name: vendor_facts.title(name) for name in emulations()},
                "tasks": shown,
                "requests": requests,
                "ledger": world.ledger.totals(),
                "faults": [asdict(fault) for fault in world.faults.planned],
            }
        )

    def _describe(self, task: Task) -> JsonValue:
        phase = self._world.tasks.phase(task)
        outputs: list[JsonValue] = []
        if phase == "succeeded":
            outputs = [
                {
                    **{name: getattr(output.product, name) for name in ("role", "width", "height")},
                    "kind": output.product.media_type,
                    "size": output.stored.size,
                    "picture": self._picture(task, f"after/{place}"),
                }
                for place, output in enumerate(task.outputs)
            ]
        shown = ("number", "id", "vendor", "operation", "account", "created", "polls")
        return {
            **{name: getattr(task, name) for name in shown},
            "phase": phase,
            "progress": self._world.tasks.progress(task),
            "seconds": task.due - task.created,
            "failure": None if task.failure is None or phase != "failed" else task.failure.message,
            "before": None if task.source() is None else self._picture(task, "before"),
            "outputs": outputs,
        }

    def _task(self, request: web.Request) -> Task:
        number = whole_number(request.match_info["number"], 9)
        found = next((task for task in self._world.tasks.all() if task.number == number), None)
        if found is None:
            raise web.HTTPNotFound
        return found

    async def before(self, request: web.Request) -> web.StreamResponse:
        return await self._thumbnail(self._task(request).source())

    async def after(self, request: web.Request) -> web.StreamResponse:
        task, place = self._task(request), whole_number(request.match_info["place"], 9)
        if place is None or place >= len(task.outputs):
            raise web.HTTPNotFound
        return await self._thumbnail(task.outputs[place].stored.path)

    async def _thumbnail(self, source: Path | None) -> web.StreamResponse:
        if source is None:
            raise web.HTTPNotFound
        loop = asyncio.get_running_loop()
        try:
            body = await loop.run_in_executor(self._world.executor, _shrink, source)
        except (WorkFailed, OSError) as error:
            raise web.HTTPNotFound from error
        return web.Response(body=body, content_type="image/webp", headers={"Cache-Control": "max-age=3600"})

    async def style(self, request: web.Request) -> web.StreamResponse:
        loop = asyncio.get_running_loop()
        name = request.match_info["style"][:40]
        body = await loop.run_in_executor(self._world.executor, _draw_style, name)
        return web.Response(body=body, content_type="image/png")


def _is_upload(task: Task) -> bool:
    """Tell whether a task only took in a file: Claid has such tasks, and users do not think of them as any."""
    return task.entry is None and vendor_facts.role(task.vendor, task.operation)[0] == "upload"


def _draw_style(name: str) -> bytes:
    drawn = draw_prompt(f"Style {name}", _STYLE_SIDE, _STYLE_SIDE)
    return encode(drawn, "png")


def _shrink(source: Path) -> bytes:
    picture = decode(source)
    share = min(1.0, _THUMBNAIL_SIDE / max(picture.width, picture.height))
    small = scaled(picture, round(picture.width * share), round(picture.height * share))
    return encode(small, "webp", quality=82)
