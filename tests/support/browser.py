"""A real Chromium that tests drive: its keys and what its pages say, by the protocol of its developer tools."""

from __future__ import annotations

import asyncio
import base64
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from support.waiting import HANG

BROWSER = next(
    filter(
        None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))
    ),
    None,
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
CODES = {"ArrowLeft": 37, "ArrowRight": 39, "Enter": 13, "Escape": 27, " ": 32}


class Page:
    """A page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0

    async def send(self, method: str, **params: object) -> dict[str, Any]:
        """Call a method of the protocol; its result."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    async def says(self, script: str) -> Any:
        """The value of an expression."""
        answer = await self.send("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until an expression is true."""
        async with asyncio.timeout(HANG):
            while not await self.says(script):  # noqa: ASYNC110 - the page runs in another process
                await asyncio.sleep(0.05)

    async def press(self, key: str) -> None:
        """Press and release a key."""
        text = {"text": "\r" if key == "Enter" else key} if len(key) == 1 or key == "Enter" else {}
        code = CODES.get(key, ord(key.upper()[0]))
        for kind, more in (("keyDown", text), ("keyUp", {})):
            await self.send("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **more)

    async def picture(self) -> bytes:
        """What is seen, as PNG."""
        return base64.b64decode((await self.send("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def browsing(
    url: str, profile: Path, *, width: int = 1280, height: int = 820, scheme: str = "light"
) -> AsyncIterator[Page]:
    """Open a page in a new browser."""
    command = [
        str(BROWSER),
        *FLAGS,
        f"--user-data-dir={profile}",
        "--remote-debugging-port=0",
        "about:blank",
    ]
    quiet = asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*command, stdout=quiet, stderr=quiet)
    try:
        async with asyncio.timeout(HANG):
            told = profile / "DevToolsActivePort"
            while not (told.exists() and told.read_text().count("\n")):
                assert process.returncode is None, "the browser ended"
                await asyncio.sleep(0.05)
        port = told.read_text().split()[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json") as got:
                (target,) = (one for one in await got.json() if one["type"] == "page")
            async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                page = Page(socket)
                await page.send(
                    "Emulation.setDeviceMetricsOverride",
                    width=width,
                    height=height,
                    deviceScaleFactor=1,
                    mobile=False,
                )
                preferred = [{"name": "prefers-color-scheme", "value": scheme}]
                await page.send("Emulation.setEmulatedMedia", features=preferred)
                await page.send("Page.navigate", url=url)
                yield page
    finally:
        process.kill()
        await process.wait()
