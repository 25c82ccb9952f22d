"""Nothing of an async client blocks its event loop: not one look at the disk."""

import asyncio
import importlib
import mimetypes
from pathlib import Path

from safelight import AsyncPicWish, AsyncPilio, File, PilioOptions, UploadFolder
from safelight.sandbox import Sandbox
from support.blocking import blocking_calls


def test_the_detector_finds_what_blocks(tmp_path: Path) -> None:
    from safelight.core.transfers.targets import make_room  # noqa: PLC0415

    async def blocks() -> None:
        make_room(tmp_path / "a" / "b.png", overwrite=False)

    with blocking_calls() as found:
        asyncio.run(blocks())
    assert any(call.startswith("mkdir at targets.py") for call in found)


def test_a_whole_way_never_blocks_the_loop(sandbox: Sandbox, photo: Path, tmp_path: Path) -> None:
    importlib.reload(mimetypes)  # it reads its files anew, as in a fresh process
    large = tmp_path / "large.jpg"
    large.write_bytes(photo.read_bytes() + bytes(6_000_000))
    clients = AsyncPilio(options=PilioOptions(uploads=UploadFolder(tmp_path / "uploads"))), AsyncPicWish()

    async def scenario() -> None:
        async with clients[0] as pilio, clients[1] as picwish:
            for source in (photo, large):  # whole, and in parts
                result = await (await pilio.upscale(source)).result(within=60)
                await result.save(tmp_path / "out")
                await result.files[0].save(tmp_path / "named.png", overwrite=True)
                assert await result.bytes()
                assert [chunk async for chunk in result.files[0].stream()]
                await result.files[0].image()
            url = result.files[0].url
            assert url is not None
            await (await pilio.upscale(File(url, fetch=True))).result(within=60)
            for returns in ("base64", "url"):
                result = await (await picwish.remove_background(photo, returns=returns)).result(within=60)
                await result.save(tmp_path / "out")

    with blocking_calls() as found:
        asyncio.run(scenario())
    assert sorted(set(found)) == []
