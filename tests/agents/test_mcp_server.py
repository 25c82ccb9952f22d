"""The MCP server as its clients meet it: over stdio, with a sandbox in a process of its own that keeps the ledger."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from batch_support import RunningSandbox, environment, sandbox_process
from mcp import Client, StdioServerParameters
from PIL import Image
from safelight.cli.vendors import VENDORS
from support.waiting import HANG

pytestmark = pytest.mark.integration

PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"
CUT_OUT = "picwish_remove_background"


class Agent:
    """A client of a server; keeps every text that it was answered with."""

    def __init__(self, client: Client, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.heard = ""

    async def call(self, tool: str, **arguments: object) -> dict[str, object]:
        answer = await self.client.call_tool(tool, arguments)
        (content,) = answer.content
        self.heard += content.text
        assert json.loads(content.text) == answer.structured_content
        assert answer.is_error == ("error" in answer.structured_content)
        return answer.structured_content

    def kill_server(self) -> None:
        lock = self.folder / "safelight-mcp-sandbox.sqlite.lock"
        os.kill(int(lock.read_text()), signal.SIGKILL)


@asynccontextmanager
async def agent(folder: Path, *words: str, variables: Mapping[str, str]) -> AsyncIterator[Agent]:
    start = ["-m", "safelight", "mcp", "--sandbox", "--allow", str(folder), *words]
    parameters = StdioServerParameters(
        command=sys.executable, args=start, env=environment(variables), cwd=folder.parent
    )
    async with Client(parameters) as client:
        yield Agent(client, folder)


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    shutil.copy(PHOTO, folder / "astronaut.jpg")
    return folder


def keys(sandbox: RunningSandbox) -> list[str]:
    return [value for name, value in sandbox.environment.items() if "KEY" in name]


def test_a_photograph_is_cut_out(photos: Path) -> None:
    async def walk(sandbox: RunningSandbox) -> None:
        async with agent(photos, variables=sandbox.environment) as me:
            names = {tool.name for tool in (await me.client.list_tools()).tools}
            assert {
                f"{vendor.name}_{method}" for vendor in VENDORS.values() for method in vendor.facts.methods
            } <= names
            found = await me.call(CUT_OUT, image="astronaut.jpg")
            assert found["state"] == "done"
            (file,) = map(Path, found["files"])
            assert file.is_relative_to(photos / "safelight-results")
            with Image.open(file) as cutout:
                assert cutout.size == (512, 512)
                alpha = cutout.convert("RGBA").getchannel("A")
                assert alpha.getpixel((5, 5)) == 0
                assert alpha.getpixel((200, 330)) == 255
            assert await me.call(CUT_OUT, image="astronaut.jpg") == found
            file.unlink()
            assert await me.call(CUT_OUT, image=str(photos / "astronaut.jpg")) == found
            with Image.open(file) as cutout:
                cutout.load()
            assert (await me.call("task_status", token=found["token"]))["state"] == "done"
            assert (await me.call("spent"))["spent_at_most"] == 1
            assert (await me.call("limits", vendor="picwish"))["operations"]
            assert (await me.call("prices", vendor="pilio"))["prices"]["upscale"]
            groups = (await me.call("perfect_style_groups", feature="hairstyle"))["items"]
            group = groups[0]["id"]
            styles = (await me.call("perfect_styles", feature="hairstyle", style_group_id=group))["items"]
            chosen = {"style_group_id": group, "style_id": styles[0]["id"]}
            tried = await me.call("perfect_try_hairstyle", image="astronaut.jpg", **chosen)
            assert tried["state"] == "done"
            another = await me.call(CUT_OUT, image="astronaut.jpg", save_as="lamps/red")
            assert another["files"] == [str(photos / "safelight-results" / "lamps" / "red.png")]
            same = {"image": "astronaut.jpg", "save_as": "twice"}
            one, other = await asyncio.gather(me.call(CUT_OUT, **same), me.call(CUT_OUT, **same))
            assert one == other
            taken = await me.call(CUT_OUT, image="astronaut.jpg", type="person", save_as="lamps/red")
            assert "save_as: lamps/red exists already" in taken["error"]
            assert not [key for key in keys(sandbox) if key in me.heard]
        assert sandbox.ledger() == {"picwish": 3, "perfect": 1}

    with sandbox_process(0.05, 0.1) as sandbox:
        asyncio.run(walk(sandbox))


def test_an_agent_is_told_what_is_wrong_with_a_result(photos: Path) -> None:
    Image.new("RGB", (96, 64), (200, 30, 30)).save(photos / "red.png")

    async def walk(sandbox: RunningSandbox) -> None:
        async with agent(photos, variables=sandbox.environment) as me:
            found = await me.call(CUT_OUT, image="red.png")
            assert found["state"] == "done"
            assert [reason.partition(":")[0] for reason in found["suspect"]] == ["nothing was cut out"]
            assert await me.call("task_status", token=found["token"]) == found
            assert "suspect" not in await me.call(CUT_OUT, image="astronaut.jpg")

    with sandbox_process(0.05, 0.1) as sandbox:
        asyncio.run(walk(sandbox))


def test_what_is_not_allowed_is_refused_and_buys_nothing(photos: Path, tmp_path: Path) -> None:
    shutil.copy(PHOTO, tmp_path / "outside.jpg")
    (photos / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    (photos / "folder").symlink_to(tmp_path)

    async def walk(sandbox: RunningSandbox) -> None:
        async with agent(photos, "--max-credits", "1", variables=sandbox.environment) as me:
            outside = [
                "../outside.jpg",
                str(tmp_path / "outside.jpg"),
                "link.jpg",
                "folder/outside.jpg",
                "none.jpg",
            ]
            addresses = ["https://example.com/a.jpg", f"file://{photos}/astronaut.jpg", "zip::astronaut.jpg"]
            for source in (*outside, *addresses):
                refused = await me.call(CUT_OUT, image=source)
                assert refused["state"] == "refused", source
            refused = await me.call(CUT_OUT, image="astronaut.jpg", bg_image="../outside.jpg")
            assert "bg_image: there is no file" in refused["error"]
            for name in ("../red", str(tmp_path / "red"), "", "a/../../red"):
                assert "save_as" in (await me.call(CUT_OUT, image="astronaut.jpg", save_as=name))["error"]
            assert "'image'" in (await me.call(CUT_OUT, imag="astronaut.jpg"))["error"]
            assert (await me.call("picwish_remove_backgrund"))["state"] == "refused"
            for wrong in ({"format": "gif"}, {"format": 3}, {"crop": "yes"}, {"image": ["a.jpg"]}):
                said = (await me.call(CUT_OUT, **{"image": "astronaut.jpg", **wrong}))["error"]
                assert said.startswith(f"{next(iter(wrong))}: must be ")
            said = (await me.call("perfect_styles", feature="hat", style_group_id="1"))["error"]
            assert said.startswith("feature: must be one of ")
            assert "vendor" in (await me.call("prices"))["error"]
            assert (await me.call("task_status", token="x"))["state"] == "refused"
            assert (await me.call("pilio_upscale", image="astronaut.jpg"))["error"] == (
                "refused: this task may take up to 9 credits, and 0 of at most 1 are spent or ordered. Nothing was bought. "
                "Only the person who starts the server can raise --max-credits"
            )
            assert sandbox.ledger() == {}
            assert (await me.call(CUT_OUT, image="astronaut.jpg"))["state"] == "done"
            assert (await me.call(CUT_OUT, image="astronaut.jpg", type="person"))["state"] == "refused"
        async with agent(photos, "--max-credits", "1", variables=sandbox.environment) as me:
            assert (await me.call(CUT_OUT, image="astronaut.jpg"))["state"] == "done"
            assert (await me.call(CUT_OUT, image="astronaut.jpg", type="person"))["state"] == "refused"
        assert sandbox.ledger() == {"picwish": 1}

    with sandbox_process(0.05, 0.1) as sandbox:
        asyncio.run(walk(sandbox))
    assert {path.name for path in tmp_path.iterdir()} == {"photos", "outside.jpg"}


async def begin_and_kill(photos: Path, sandbox: RunningSandbox, tokens: list[object]) -> None:
    async with agent(photos, "--within", "0", variables=sandbox.environment) as me:
        begun = await me.call(CUT_OUT, image="astronaut.jpg")
        assert begun["state"] == "waiting"
        tokens.append(begun["token"])
        end = time.monotonic() + HANG
        while (await me.call("task_status", token=begun["token"]))["state"] != "running":
            assert time.monotonic() < end
            await asyncio.sleep(0.02)
        assert sandbox.ledger() == {"picwish": 1}
        assert not (await me.call("task_status", token=begun["token"]))["files"]
        me.kill_server()
        await me.call("spent")


def test_a_server_that_is_killed_pays_nothing_twice(photos: Path) -> None:
    async def walk(sandbox: RunningSandbox) -> None:
        tokens: list[object] = []
        with pytest.raises(ExceptionGroup):
            await begin_and_kill(photos, sandbox, tokens)
        async with agent(photos, variables=sandbox.environment) as me:
            found = await me.call("fetch_result", token=tokens[0])
            assert found["state"] == "done"
            assert await me.call(CUT_OUT, image="astronaut.jpg") == found
        with Image.open(found["files"][0]) as cutout:
            cutout.load()
        assert sandbox.ledger() == {"picwish": 1}

    with sandbox_process(3.0, 3.0) as sandbox:
        asyncio.run(walk(sandbox))


def test_a_refused_key_is_told_without_the_key(photos: Path) -> None:
    async def walk(sandbox: RunningSandbox) -> None:
        wrong = {**sandbox.environment, "PICWISH_API_KEY": "sandbox-canary-7f3a"}
        async with agent(photos, "--vendor", "picwish", variables=wrong) as me:
            names = {tool.name for tool in (await me.client.list_tools()).tools}
            assert {name for name in names if name.startswith(("pilio", "youcam"))} == set()
            refused = await me.call(CUT_OUT, image="astronaut.jpg")
            assert refused["state"] == "refused"
            assert refused["error"]
            assert "canary" not in me.heard
        assert sandbox.ledger() == {}

    with sandbox_process(0.05, 0.1) as sandbox:
        asyncio.run(walk(sandbox))
