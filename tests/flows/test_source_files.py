"""Files that are fetched or read for an upload are let go of, however it ends."""

import asyncio
import gc
import io
import threading
import time
import warnings

import attrs
import pytest
from safelight import AsyncPilio, File
from safelight.core.wire import MEBIBYTE
from safelight.errors import SafelightError
from support.real import FAST, serving
from support.scripted import Download
from support.vendors import PNG, FakePilio
from support.worlds import KEY, play


@pytest.mark.parametrize(
    ("answer", "limit"),
    [(Download(404), None), (Download(200, {}, (PNG,)), 10), (Download(200, {}, (b"nothing known",)), None)],
)
def test_a_source_that_cannot_be_fetched_leaves_no_file_open(answer, limit):
    source = File("https://store.test/down/source", fetch=True)

    def scenario(client):
        upload = client._api.facts.upload
        facts = attrs.evolve(client._api.facts, upload=attrs.evolve(upload, maximum_bytes=limit))
        client._api.facts = facts
        with pytest.raises(SafelightError):
            yield client.remove_background(source)

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        play("pilio", lambda: FakePilio({"download": [answer] * 9}), scenario)
        gc.collect()
    assert [str(warning.message) for warning in caught] == []


class BusyFile(io.BytesIO):
    """A disk that takes a while, and tells when it is at work."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.slow = False
        self.begun = threading.Event()
        self.reading = False

    def read(self, size=-1, /):
        self.reading = True
        if self.slow and super().tell():
            self.begun.set()
            time.sleep(0.2)
        content = super().read(size)
        self.reading = False
        return content


def test_nobody_reads_a_file_any_more_once_its_upload_is_cancelled():
    file = BusyFile(PNG + bytes(3 * MEBIBYTE))

    async def use() -> None:
        with serving(FakePilio()) as server:
            async with AsyncPilio(KEY, base_url=server.url, options=FAST) as client:
                file.slow = True
                sending = asyncio.create_task(client.remove_background(file, filename="a.png"))
                await asyncio.to_thread(file.begun.wait)
                sending.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await sending
                assert not file.reading

    asyncio.run(use())
