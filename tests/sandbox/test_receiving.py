"""Bodies on their way into files: several at a time, cut short, called off, and onto a full disk."""

import asyncio
import gc
import hashlib
import io
import os
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from safelight.sandbox.clock import Clock
from safelight.sandbox.receiving import MD5_BYTES, receive, to_the_end
from safelight.sandbox.signing import Signer
from safelight.sandbox.storage import ObjectStorage

MEBIBYTE = 1 << 20


@pytest.fixture
def executor():
    with ThreadPoolExecutor(4) as threads:
        yield threads


@pytest.fixture
def storage(executor):
    kept = ObjectStorage(clock=Clock(), signer=Signer(b"secret"), executor=executor)
    yield kept
    kept.close()


async def pieces(data: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


@pytest.mark.parametrize(
    ("length", "size"), [(0, 1), (1, 1), (5000, 1), (9 * MEBIBYTE + 1, 1 << 18), (9 * MEBIBYTE, 9 * MEBIBYTE)]
)
def test_file_and_digest_are_those_of_the_body(executor, tmp_path, length, size):
    data = os.urandom(length)
    with (tmp_path / "received").open("wb") as file:
        received = asyncio.run(receive(pieces(data, size), file, executor))
    assert received == (length, hashlib.md5(data, usedforsecurity=False).hexdigest())
    assert (tmp_path / "received").read_bytes() == data


def test_many_at_a_time_do_not_mix(storage):
    bodies = {f"key-{number}": os.urandom(9 * MEBIBYTE + number) for number in range(10)}

    async def put_all():
        return await asyncio.gather(
            *(storage.put(key, pieces(data, 100_000), "image/png") for key, data in bodies.items())
        )

    for stored in asyncio.run(put_all()):
        data = bodies[stored.key]
        assert stored.etag == f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}"'
        assert stored.path.read_bytes() == data


def test_body_that_breaks_off_leaves_nothing(storage):
    async def broken() -> AsyncIterator[bytes]:
        async for piece in pieces(bytes(9 * MEBIBYTE), 1 << 18):
            yield piece
        raise ConnectionError

    with pytest.raises(ConnectionError):
        asyncio.run(storage.put("key", broken(), "image/png"))
    assert storage.find("key") is None
    assert list(storage.root.iterdir()) == []


def test_upload_called_off_leaves_nothing_and_no_thread_at_its_file(executor):
    began, go_on = threading.Event(), threading.Event()
    used_after_close: list[bool] = []

    class SlowFile(io.BytesIO):
        def write(self, data, /):
            began.set()
            go_on.wait()
            used_after_close.append(self.closed)
            return super().write(data)

    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield bytes(MEBIBYTE)

    async def run() -> None:
        async def upload() -> None:
            with SlowFile() as file:
                await receive(endless(), file, executor)

        task = asyncio.create_task(upload())
        await asyncio.get_running_loop().run_in_executor(None, began.wait)
        task.cancel()
        await asyncio.sleep(0.05)
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    assert used_after_close
    assert not any(used_after_close)


def test_upload_called_off_twice_waits_for_its_thread(executor):
    began, go_on = threading.Event(), threading.Event()
    told: list[dict[str, object]] = []

    def broken() -> None:
        began.set()
        go_on.wait()
        raise ConnectionResetError

    async def run() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, context: told.append(context))
        task = asyncio.create_task(to_the_end(loop.run_in_executor(executor, broken)))
        await loop.run_in_executor(None, began.wait)
        for _ in range(3):
            task.cancel()
            await asyncio.sleep(0.02)
        assert not task.done()
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    gc.collect()
    assert told == []


def test_stored_object_called_off_leaves_nothing(storage):
    async def run() -> None:
        taken = asyncio.Event()

        async def stuck() -> AsyncIterator[bytes]:
            yield bytes(5 * MEBIBYTE)
            taken.set()
            await asyncio.Event().wait()

        task = asyncio.create_task(storage.put("key", stuck(), "image/png"))
        await taken.wait()
        assert len(list(storage.root.iterdir())) == 1
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    assert list(storage.root.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_full_disk_is_an_error(executor):
    with Path("/dev/full").open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        asyncio.run(receive(pieces(bytes(9 * MEBIBYTE), 1 << 18), file, executor))


@pytest.mark.parametrize(("size", "hashed"), [(MD5_BYTES, True), (MD5_BYTES + 1, False)])
def test_an_etag_is_an_md5_up_to_16_mebibytes_and_none_beyond(storage, size, hashed):
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    stored = asyncio.run(storage.put("key", pieces(data, 1_000_003), "image/png"))
    assert (stored.etag == f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}"') is hashed
    assert (len(stored.etag) == len('""') + 32) is hashed
