"""The review page in a real Chromium: keys are pressed, and decisions are stored."""

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from batch_support import safelight
from PIL import Image
from safelight.batch import Batch
from safelight.review.answers import Answers
from safelight.review.server import Server
from safelight.sandbox import Sandbox
from support.browser import BROWSER, browsing

pytestmark = [pytest.mark.integration, pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")]

MAGENTA = (220, 0, 200)


@pytest.fixture
def batch(sandbox: Sandbox, folder: Path) -> Iterator[Batch]:
    Image.new("RGB", (640, 480), MAGENTA).save(folder / "photos" / "blank.png")
    run = safelight("batch run photos --vendor pilio --operation remove-background -o out --batch b")
    assert run.exit_code == 0, run.output
    with Batch.open("b") as found:
        yield found


@pytest.fixture
def server(batch: Batch) -> Iterator[Server]:
    with Server(Answers(batch)) as started:
        thread = Thread(target=started.serve_forever, args=(0.02,))
        thread.start()
        yield started
        started.shutdown()
        thread.join()


def name_is(name: str) -> str:
    return f"document.getElementById('name').textContent === {name!r}"


def decisions(batch: Batch) -> dict[str, tuple[object, ...]]:
    found = ((Path(one.item.source).stem, one.decision) for one in batch.reviewed())
    return {
        name: (made.choice, made.vendor, made.options and dict(made.options)) for name, made in found if made
    }


def test_keys_decide_and_the_decisions_are_stored(
    server: Server, batch: Batch, sandbox: Sandbox, tmp_path: Path
) -> None:
    asyncio.run(_decide_by_keys(server, batch, tmp_path))
    assert len(decisions(batch)) == 2
    assert (sandbox.ledger.count("pilio"), sandbox.ledger.count("picwish")) == (3, 0)


async def _decide_by_keys(server: Server, batch: Batch, folder: Path) -> None:
    async with browsing(server.url, folder / "profile") as page:
        await page.until(name_is("blank.png"))
        assert "nothing was cut out" in await page.says("document.getElementById('verdict').textContent")
        await page.press("r")
        await page.until(name_is("a.jpg"))
        await page.press("a")
        await page.until(name_is("b.jpg"))
        assert decisions(batch) == {"blank": ("reject", None, None), "a": ("accept", None, None)}
        await page.press("ArrowLeft")
        await page.until(name_is("a.jpg"))
        await page.press("u")
        await page.until("document.getElementById('decision').textContent === ''")
        assert decisions(batch) == {"blank": ("reject", None, None)}
        await page.press("ArrowRight")
        await page.until(name_is("b.jpg"))
        await page.press("v")
        await page.until("document.getElementById('redo').open")
        await page.says(
            "vendor.value = 'picwish'; vendor.dispatchEvent(new Event('change', {bubbles: true})); true"
        )
        await page.until("document.querySelector('#fields [name=type]')")
        await page.says(
            "(() => { const one = document.querySelector('#fields [name=type]'); one.value = 'person';"
            "one.dispatchEvent(new Event('change', {bubbles: true})); return true })()"
        )
        await page.until("document.getElementById('price').textContent === 'Price: at most 1 credit'")
        await page.says("document.getElementById('order').click(); true")
        await page.until("document.getElementById('decision').className === 'redo'")
        assert decisions(batch)["b"] == ("redo", "picwish", {"type": "person"})
        await page.press("?")
        await page.until("document.getElementById('help').open")
        await page.press("a")  # is for the dialog, and decides nothing
        assert await page.says("document.getElementById('counts').textContent") == "1 to reject · 1 to redo"


def test_results_of_a_sync_can_only_be_accepted(sandbox: Sandbox, folder: Path, tmp_path: Path) -> None:
    ended = safelight("sync photos --vendor pilio --operation remove-background -o out")
    assert ended.exit_code == 0, ended.output
    with Batch.open() as batch, Server(Answers(batch)) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            asyncio.run(_accept(server, tmp_path))
        finally:
            server.shutdown()
            thread.join()
        assert [made[0] for made in decisions(batch).values()] == ["accept"]


async def _accept(server: Server, folder: Path) -> None:
    async with browsing(server.url, folder / "profile") as page:
        await page.until(name_is("a.jpg"))
        keys = "[...document.querySelectorAll('button, dt')].filter((one) => one.checkVisibility()).map((one) => one.textContent)"
        shown = await page.says(f"{keys}.join()")
        assert "accept" in shown
        assert not any(word in shown for word in ("reject", "options", "vendor"))
        for key in "rov":
            await page.press(key)
        await page.press("?")
        await page.until("document.getElementById('help').open")
        assert "R" not in (await page.says(f"{keys}.join()")).split(",")
        await page.says("document.getElementById('help').close(); true")
        assert not await page.says("document.getElementById('redo').open")
        await page.press("a")
        await page.until("document.getElementById('decision').className === 'accept'")


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize(("width", "height"), [(1280, 820), (390, 844)])
def test_pictures_are_seen_in_both_schemes(
    server: Server, tmp_path: Path, width: int, height: int, scheme: str
) -> None:
    async def shot() -> bytes:
        profile = tmp_path / "profile"
        async with browsing(server.url, profile, width=width, height=height, scheme=scheme) as page:
            seen = "[...document.images].every((one) => one.complete) && document.images.length > 4"
            await page.until(seen)
            assert await page.says("document.documentElement.scrollWidth <= innerWidth"), "it is cut off"
            return await page.picture()

    pixels = np.asarray(Image.open(io.BytesIO(asyncio.run(shot()))).convert("RGB"), int)
    assert ("light" if pixels[0, 0].mean() > 128 else "dark") == scheme
    coloured = np.abs(pixels - MAGENTA).max(axis=2) < 40
    assert coloured.sum() > 2 * 200 * 200, "before and after"
