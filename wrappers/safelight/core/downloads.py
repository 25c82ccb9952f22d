"""Fetches results: into memory, or into a file that appears only when it is whole."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from hashlib import md5
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from safelight.core.calls import Api
from safelight.core.events import Downloaded
from safelight.core.fetching import fetch
from safelight.core.flow import Blocking, Emit, Flow, Give
from safelight.core.outcome import FileRef
from safelight.core.storage import check_storage_url
from safelight.core.targets import Target, finish, make_room
from safelight.core.wire import (
    MEBIBYTE,
    Fetched,
    FileSink,
    MemorySink,
    origin,
)
from safelight.errors import DownloadFailed

MEMORY_LIMIT = 1024 * 1024 * 1024
"""The most bytes that are fetched into memory."""
STALE = (403, 404, 410)
"""What storage answers once a URL has expired."""
MD5_ETAG = re.compile(r'"([0-9a-f]{32})"')


Refresh = Callable[[], Flow[FileRef]]


class ResultFetch:
    """A file of a result: its URL ends and is renewed once, and no redirect is followed."""

    def __init__(self, api: Api, file: FileRef, refresh: Refresh) -> None:
        self.file = file
        self._api = api
        self._refresh = refresh
        self._renewed = False

    def check(self) -> None:
        url = self.file.url or ""
        scheme = urlsplit(url).scheme if origin(url) else ""
        if scheme not in ("", "http", "https"):
            raise DownloadFailed(
                f"{self._api.facts.title} put the result at {self._api.place(url)}, which is no web address: "
                "it has to be taken from there",
                vendor=self._api.facts.vendor,
            )
        check_storage_url(self._api, url)

    def moved(self, fetched: Fetched) -> Flow[bool]:
        if fetched.status not in STALE or self._renewed:
            return False
        self._renewed = True
        self.file = yield from self._refresh()
        return True

    def failed(self, reason: str, fetched: Fetched, attempts: int | None = None) -> DownloadFailed:
        return DownloadFailed(
            f"{self.file.name or 'the result'} could not be fetched from {self._api.place(self.file.url or '')}: "
            f"{reason}",
            vendor=self._api.facts.vendor,
            http_status=fetched.status or None,
            attempts=attempts,
        )


def read(api: Api, file: FileRef, refresh: Refresh) -> Flow[bytes]:
    """A file's content. Raises `DownloadFailed`, also where it is larger than a gibibyte."""
    if file.content is not None:
        return file.content
    sink = MemorySink(MEMORY_LIMIT)
    wanted = ResultFetch(api, file, refresh)
    try:
        fetched = yield from fetch(api, wanted, sink)
    except OverflowError as error:
        raise DownloadFailed(str(error), vendor=api.facts.vendor) from None
    content = bytes(sink.data)
    _verify(wanted, fetched, md5(content, usedforsecurity=False).hexdigest)
    yield from Emit(Downloaded(api.facts.vendor, file.name or "", len(content)))
    return content


def stream(api: Api, file: FileRef, refresh: Refresh) -> Flow[None]:
    """Give a file's content in chunks, once it has been fetched whole."""
    try:
        with TemporaryDirectory(prefix="safelight-") as folder:
            part = Path(folder) / "content"
            if file.content is not None:
                content = file.content
                yield from Blocking(lambda: part.write_bytes(content))
            else:
                wanted = ResultFetch(api, file, refresh)
                fetched = yield from fetch(api, wanted, FileSink(part))
                yield from Blocking(lambda: _verify(wanted, fetched, lambda: _digest(part)))
            with part.open("rb") as whole:
                while chunk := (yield from Blocking(lambda: whole.read(MEBIBYTE))):
                    yield from Give(chunk)
    except OSError as error:
        raise DownloadFailed(f"cannot keep the file: {error.strerror}", vendor=api.facts.vendor) from None


def save(api: Api, file: FileRef, refresh: Refresh, target: Target, *, overwrite: bool) -> Flow[Path]:
    """Save a file. It is written beside its target under another name and renamed once it is whole.

    Raises:
        InvalidInput: The target exists and `overwrite` is false, or its folder cannot be made.
        DownloadFailed: It cannot be had whole, or not written.
    """
    early = target.path(file, None)
    yield from Blocking(lambda: make_room(early, overwrite=overwrite or target.name is None))
    part = early.with_name(f".safelight-{secrets.token_hex(8)}.part")
    media_type: str | None = file.type
    try:
        if file.content is not None:
            content = file.content
            yield from Blocking(lambda: part.write_bytes(content) and None)
        else:
            wanted = ResultFetch(api, file, refresh)
            fetched = yield from fetch(api, wanted, FileSink(part))
            media_type = fetched.headers.get("content-type", media_type or "").partition(";")[0] or media_type
            yield from Blocking(lambda: _verify(wanted, fetched, lambda: _digest(part)))
        final = target.path(file, media_type)
        final, size = yield from Blocking(
            lambda: finish(part, final, overwrite=overwrite, number=target.name is None)
        )
    except OSError as error:
        raise DownloadFailed(f"cannot write {early}: {error.strerror}", vendor=api.facts.vendor) from None
    finally:
        with suppress(OSError):
            part.unlink()
    yield from Emit(Downloaded(api.facts.vendor, final.name, size))
    return final


def _digest(path: Path) -> str:
    digest = md5(usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            digest.update(chunk)
    return digest.hexdigest()


def _verify(wanted: ResultFetch, fetched: Fetched, digest: Callable[[], str]) -> None:
    """Compare the content with its ETag, where that is an MD5: 32 hex digits, and no KMS encryption."""
    match = MD5_ETAG.fullmatch(fetched.headers.get("etag", ""))
    if match is None or "x-amz-server-side-encryption-aws-kms-key-id" in fetched.headers:
        return
    if match[1] != digest():
        raise wanted.failed("the content differs from its ETag", fetched)
