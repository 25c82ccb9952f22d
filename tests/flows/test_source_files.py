"""Files that are fetched or read for an upload are let go of, however it ends."""

import asyncio
import base64
import gc
import io
import os
import threading
import time
import warnings
from array import array
from pathlib import Path
from typing import ClassVar

import pytest
from safelight import AsyncPilio, File
from safelight.core.base.redact import brief
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers.sources import prepare
from safelight.errors import InvalidInput, SafelightError
from support.clients import api_of
from support.real import hasty, serving
from support.scripted import Download
from support.vendors import PNG, FakePilio
from support.worlds import play


@pytest.mark.parametrize(
    ("answer", "limit"),
    [(Download(404), None), (Download(200, {}, (PNG,)), 10), (Download(200, {}, (b"nothing known",)), None)],
)
def test_a_source_that_cannot_be_fetched_leaves_no_file_open(answer, limit):
    source = File("https://store.test/down/source", fetch=True)

    def scenario(client):
        api = api_of(client)
        api.facts = api.facts._replace(upload=api.facts.upload._replace(maximum_bytes=limit))
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
            async with hasty(AsyncPilio, server.url) as client:
                file.slow = True
                sending = asyncio.create_task(client.remove_background(file, filename="a.png"))
                await asyncio.to_thread(file.begun.wait)
                sending.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await sending
                assert not file.reading

    asyncio.run(use())


class OddPath:
    """A path in bytes, as some libraries have them."""

    def __init__(self, path: Path) -> None:
        self._path = os.fsencode(path)

    def __fspath__(self) -> bytes:
        return self._path


class Text(str):
    __slots__ = ()


def test_every_kind_of_a_path_and_of_bytes_is_a_source(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(PNG)
    apart = memoryview(bytes(byte for pair in zip(PNG, bytes(len(PNG)), strict=True) for byte in pair))[::2]
    changed = bytearray(PNG)
    for source in (OddPath(path), Text(path), changed, apart, array("B", PNG).tobytes()):
        file = prepare(source)
        changed[:] = b"something else"
        assert b"".join(file.slice().chunks()) == PNG
        changed[:] = PNG


class Picture:
    __array_interface__: ClassVar = {}


class Asynchronous:
    async def read(self, size=-1, /):
        return PNG


class Readable:
    def read(self):
        return PNG


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Picture(), "not Picture"),
        (Asynchronous(), "its read() is asynchronous: pass the bytes that it gives"),
        (None, "not NoneType"),
        (5, "not int"),
        ([PNG], "not list"),
        (File(File(PNG)), "not File"),
        (File(PNG, name=5), "filename: must be a text, not int"),
        (File(PNG, type=5), "type must be a text, not int"),
        (io.StringIO("text"), 'opened as text: open it with "rb"'),
        (Readable(), "cannot read the file"),
        ("", "empty path"),
        (b"", "is empty"),
        (io.BytesIO(), "is empty"),
    ],
)
def test_what_is_no_source_is_refused_by_name(source, said):
    def scenario(client):
        with pytest.raises(InvalidInput) as caught:
            yield client.remove_background(source)
        return caught.value.message

    assert said in play("pilio", FakePilio, scenario).outcome


BASE64 = base64.b64encode(PNG * 1000).decode()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (BASE64, "a text is taken as a path, and 'iVBOR"),
        (
            f"data:image/png;base64,{BASE64}",
            "is a data: URL: pass a picture as bytes, such as base64.b64decode(...)",
        ),
        ("data:image/png;base64,iVBORw0KGgo=", "is a data: URL"),
        (File(BASE64), "is too long for one: pass a picture as bytes, such as base64.b64decode(...)"),
        ("nul\0" + "x" * 10_000, "null"),
        ("/missing/" * 20 + "\x1b[2Jpicture.jpg", "picture.jpg: No such file"),
        ("https://host.test/" + "x" * 10_000, "File(url, fetch=True)"),
        (File("https://host.test/" + "x" * 10_000), "File(url, fetch=True)"),
        (File("https://store.test/down/" + "x" * 10_000, fetch=True), "cannot be fetched"),
        (File("http://host.test/\x1b[2J" + "x" * 10_000, fetch=True), "cannot be fetched"),
        (
            File(b"something", name="x" * 10_000 + ".png"),
            "is not a PNG (its content does not match its extension)",
        ),
        (File(b"something", name="notes.jpeg"), "notes.jpeg is not a JPEG ("),
        (File(PNG, name="\n" * 10_000 + ".png"), "control characters"),
        (File(b"something", name="\x1b[2J" * 10_000), "of no known format"),
    ],
)
def test_a_message_holds_little_of_a_source(source, said):
    def scenario(client):
        try:
            return (yield client.remove_background(source))
        except SafelightError as error:
            return str(error)

    message = play("pilio", lambda: FakePilio({"download": [Download(404)] * 9}), scenario).outcome
    assert said in message
    assert len(message) < 600
    assert message.isprintable()


def test_what_messages_repeat_is_short_and_printable():
    assert brief("short") == "short"
    for most in (1, 2, 3, 80):
        assert len(brief("x" * 10_000, most)) == most
    assert brief("beginning" + "x" * 1000 + "\x1bend") == f"beginning{'x' * 31}…{'x' * 35}\ufffdend"
