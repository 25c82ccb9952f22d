"""Fetches results: into memory, or into a file that appears only when it is whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from safelight.core.base.events import Downloaded
from safelight.core.base.outcome import FileRef
from safelight.core.flow.effects import Blocking, Emit, Flow, done, finally_
from safelight.core.http.bodies import codings
from safelight.core.http.messages import MEBIBYTE, HandleSink, MemorySink, Reply, Sink, origin
from safelight.core.transfers.arrivals import Arrival
from safelight.core.transfers.contents import HEAD_BYTES, why_not
from safelight.core.transfers.fetching import fetch
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.part_files import PartFile, sweep, temporary_file
from safelight.core.transfers.storage import check_storage_url, is_guarded
from safelight.core.transfers.storage_words import md5_digest, md5_of
from safelight.core.transfers.targets import Target, finish, make_room
from safelight.errors import DownloadFailed

MEMORY_LIMIT = 1024 * 1024 * 1024
"""The most bytes that are fetched into memory."""

Refresh = Callable[[], Flow[FileRef]]


class ResultFetch:
    """A file of a result: its URL ends and is renewed once, and what comes is compared with what is known of it."""

    def __init__(
        self, api: FilesApi, file: FileRef, refresh: Refresh, content: Callable[[], Iterator[bytes]]
    ) -> None:
        self.file = file
        self._api = api
        self._refresh = refresh
        self._content = content
        self._renewed = False

    def check(self) -> None:
        url = self.file.url or ""
        scheme = urlsplit(url).scheme if origin(url) else ""
        if scheme not in ("", "http", "https"):
            raise DownloadFailed(
                f"{self._api.facts.title} put the result at {self._api.shown_url(url)}, which is not a web address: "
                "it has to be taken from there",
            )
        check_storage_url(self._api, url)

    def guarded(self, url: str) -> Flow[bool]:
        return done(is_guarded(self._api, url))

    def renewed(self) -> Flow[bool]:
        if self._renewed:
            return False
        self._renewed = True
        self.file = yield from self._refresh()
        return True

    def wrong(self, reply: Reply, arrival: Arrival) -> Flow[str | None]:
        known = why_not(self.file, arrival.head, arrival.size)
        # What is packed has a checksum of its own, and its ETag is that of the packed bytes.
        expected = None if codings(reply.headers) else md5_of(reply.headers)
        if known is not None or expected is None:
            return known
        same = (yield from Blocking(lambda: md5_digest(self._content()))) == expected
        return None if same else "the content differs from its ETag"

    def failed(self, reason: str, reply: Reply, attempts: int | None = None) -> DownloadFailed:
        return DownloadFailed(
            f"{self.file.name or 'the result'} could not be fetched from {self._api.shown_url(self.file.url or '')}: "
            f"{reason}",
            http_status=reply.status or None,
            attempts=attempts,
        )


def read(api: FilesApi, file: FileRef, refresh: Refresh) -> Flow[bytes]:
    """A file's content. Raises `DownloadFailed`, also where it is larger than a gibibyte."""
    sink = MemorySink(MEMORY_LIMIT)
    yield from _fetched(api, file, refresh, sink, lambda: iter((bytes(sink.data),)))
    content = file.content if file.content is not None else bytes(sink.data)
    yield from Emit(Downloaded(api.facts.vendor, file.name or "", len(content)))
    return content


def stream(api: FilesApi, file: FileRef, refresh: Refresh) -> Flow[None]:
    """Give a file's content in chunks, once it has been fetched whole."""
    files = ExitStack()
    try:
        yield from finally_(_streamed(api, file, refresh, files), files.close)
    except OSError as error:
        raise DownloadFailed(f"cannot keep the file: {error.strerror}") from None


def _streamed(api: FilesApi, file: FileRef, refresh: Refresh, files: ExitStack) -> Flow[None]:
    whole = yield from Blocking(lambda: files.enter_context(temporary_file()))
    yield from _kept(api, file, refresh, whole)
    yield from Blocking(lambda: whole.seek(0))
    while chunk := (yield from Blocking(lambda: whole.read(MEBIBYTE))):
        yield from Emit(chunk, told=False)


def save(api: FilesApi, file: FileRef, refresh: Refresh, target: Target, *, overwrite: bool) -> Flow[Path]:
    """Save a file. It is written beside its target under another name and renamed once it is whole."""
    early = yield from Blocking(lambda: target.path(file, None))  # which may read the system's list of types
    part = PartFile(early.parent)

    def begin() -> None:
        make_room(early, overwrite=overwrite or target.name is None)
        sweep(early.parent)
        part.begin()

    def whole() -> Flow[tuple[Path, int]]:
        yield from Blocking(begin)
        media_type = yield from _kept(api, file, refresh, part.file)
        final = target.path(file, media_type)
        return (
            yield from Blocking(lambda: finish(part, final, overwrite=overwrite, number=target.name is None))
        )

    try:
        final, size = yield from finally_(whole(), part.discard)
    except OSError as error:
        raise DownloadFailed(f"cannot write {early}: {error.strerror}") from None
    yield from Emit(Downloaded(api.facts.vendor, final.name, size))
    return final


def _kept(api: FilesApi, file: FileRef, refresh: Refresh, handle: BinaryIO) -> Flow[str | None]:
    """Bring a file's content into an open file; its media type, where anybody tells."""
    reply = yield from _fetched(api, file, refresh, HandleSink(handle), lambda: _chunks(handle))
    if file.content is not None:
        content = file.content
        yield from Blocking(lambda: handle.write(content))
    return reply.media_type or file.type


def _fetched(
    api: FilesApi, file: FileRef, refresh: Refresh, sink: Sink, content: Callable[[], Iterator[bytes]]
) -> Flow[Reply]:
    """Fetch a file into a sink, unless it came inside the answer: that is checked alike, but cannot come again."""
    wanted = ResultFetch(api, file, refresh, content)
    if file.content is None:
        try:
            return (yield from fetch(api, wanted, sink))
        except OverflowError as error:
            raise DownloadFailed(str(error)) from None
    reason = why_not(file, file.content[:HEAD_BYTES], len(file.content))
    if reason is not None:
        raise DownloadFailed(f"the answer holds no result: {reason}")
    return Reply(200, {}, received=len(file.content))


def _chunks(handle: BinaryIO) -> Iterator[bytes]:
    handle.seek(0)
    while chunk := handle.read(MEBIBYTE):
        yield chunk
