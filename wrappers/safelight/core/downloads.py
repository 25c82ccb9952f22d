"""Fetches results: into memory, or into a file that appears only when it is whole."""

from __future__ import annotations

import mimetypes
import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from hashlib import md5
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO, cast
from urllib.parse import unquote, urlsplit

import attrs

from safelight.core.calls import Api
from safelight.core.events import Downloaded, Downloading
from safelight.core.flow import Blocking, Emit, Fetch, Flow, Give, Now, Sleep
from safelight.core.outcome import FileRef
from safelight.core.progress import TellingSink
from safelight.core.retry import Trouble, delay
from safelight.core.sources import File, url_of
from safelight.core.storage import check_storage_url
from safelight.core.wire import (
    MEBIBYTE,
    Fetched,
    FileSink,
    HandleSink,
    MemorySink,
    Request,
    Sink,
    TransportFailure,
    path_of,
    without_query,
)
from safelight.errors import DownloadFailed, InvalidInput

MEMORY_LIMIT = 1024 * 1024 * 1024
"""The most bytes that are fetched into memory."""
MOST_ALIKE = 10_000
"""Files of one name that a folder may have."""
STALE = (403, 404, 410)
"""What storage answers once a URL has expired."""
MD5_ETAG = re.compile(r'"([0-9a-f]{32})"')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])( *\..*)?")
NAME_BYTES = 180
"""File systems take names of 255 bytes; a suffix and a mark may be added."""


Refresh = Callable[[], Flow[FileRef]]


def fetch(api: Api, file: FileRef, refresh: Refresh, sink: Sink) -> Flow[Fetched]:
    """Fetch a file into a sink; continues an interrupted download and renews an expired URL once.

    Raises:
        DownloadFailed: It cannot be had whole.
    """
    began = (yield from Now()).monotonic
    telling = TellingSink(
        sink, lambda received: api.tell(Downloading(api.facts.vendor, file.name or "", received, file.size))
    )
    have, furthest, validator, attempt, renewed = 0, 0, "", 0, False
    while True:
        attempt += 1
        url = file.url or ""
        check_storage_url(api, url)
        headers = {"range": f"bytes={have}-", "if-range": validator} if have and validator else {}
        fetched = yield from Fetch(Request("GET", url, headers=headers), telling)
        if fetched.status in STALE and not renewed:
            renewed = True
            file = yield from refresh()
            continue
        if fetched.status == 206 and not _continues(fetched, have, validator):
            raise _failed(api, file, "storage continued at a wrong place", fetched)
        if fetched.status in (200, 206):
            have = fetched.received + (have if fetched.status == 206 else 0)
            validator = _validator(fetched)
            reason = _incomplete(fetched, file, have)
            if fetched.failure is None and reason is None:
                api.budget.give()
                return fetched
            cause = fetched.failure or TransportFailure(reason or "", sent=True)
        else:
            cause = fetched.failure or TransportFailure(f"storage answered HTTP {fetched.status}", sent=True)
            if fetched.failure is None and fetched.status not in (408, 416, 429) and fetched.status < 500:
                raise _failed(api, file, cause.reason, fetched)
        if not validator or fetched.status == 416:
            have = 0
        now = (yield from Now()).monotonic
        if have > furthest:  # a long download may break more often than a short call, as long as it gets on
            furthest, attempt, began = have, 0, now
        wait = delay(api.retry, Trouble(cause, repeatable=True), attempt, now - began, api.draw)
        if wait is None or not api.budget.take():
            raise _failed(api, file, cause.reason, fetched, attempt)
        yield from Sleep(wait)


def read(api: Api, file: FileRef, refresh: Refresh) -> Flow[bytes]:
    """A file's content. Raises `DownloadFailed`, also where it is larger than a gibibyte."""
    if file.content is not None:
        return file.content
    sink = MemorySink(MEMORY_LIMIT)
    try:
        fetched = yield from fetch(api, file, refresh, sink)
    except OverflowError as error:
        raise DownloadFailed(str(error), vendor=api.facts.vendor) from None
    content = bytes(sink.data)
    _verify(api, file, fetched, md5(content, usedforsecurity=False).hexdigest)
    yield from Emit(Downloaded(api.facts.vendor, file.name or "", len(content)))
    return content


def fetch_source(api: Api, source: File) -> Flow[File]:
    """Fetch a source that is a URL into a temporary file, which is gone once it is no longer used.

    Raises:
        InvalidInput: It is no URL, or larger than the vendor takes.
        DownloadFailed: It cannot be had whole.
    """
    url = url_of(source.content) if isinstance(source.content, str) else None
    if url is None:
        raise InvalidInput("fetch=True needs a URL that begins with https:// or http://", field="source")
    kept = cast("BinaryIO", TemporaryFile(prefix="safelight-"))  # noqa: SIM115 - handed on, and closed by whoever sends it
    file = FileRef(url=url, name=source.name)
    try:
        yield from fetch(
            api, file, lambda: _unchanged(file), HandleSink(kept, api.facts.upload.maximum_bytes)
        )
    except BaseException as error:
        kept.close()
        if isinstance(error, OverflowError):
            raise InvalidInput(
                f"{without_query(url)}: {error}", vendor=api.facts.vendor, field="source"
            ) from None
        raise
    name = source.name or PurePosixPath(unquote(urlsplit(url).path)).name or None
    return attrs.evolve(source, content=kept, name=name, fetch=False)


def _unchanged(file: FileRef) -> Flow[FileRef]:
    return file
    yield


def stream(api: Api, file: FileRef, refresh: Refresh) -> Flow[None]:
    """Give a file's content in chunks, once it has been fetched whole."""
    try:
        with TemporaryDirectory(prefix="safelight-") as folder:
            part = Path(folder) / "content"
            if file.content is not None:
                content = file.content
                yield from Blocking(lambda: part.write_bytes(content))
            else:
                fetched = yield from fetch(api, file, refresh, FileSink(part))
                yield from Blocking(lambda: _verify(api, file, fetched, lambda: _digest(part)))
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
    yield from Blocking(lambda: _make_room(early, overwrite=overwrite or target.name is None))
    part = early.with_name(f".safelight-{secrets.token_hex(8)}.part")
    media_type: str | None = file.type
    try:
        if file.content is not None:
            content = file.content
            yield from Blocking(lambda: part.write_bytes(content) and None)
        else:
            fetched = yield from fetch(api, file, refresh, FileSink(part))
            media_type = fetched.headers.get("content-type", media_type or "").partition(";")[0] or media_type
            yield from Blocking(lambda: _verify(api, file, fetched, lambda: _digest(part)))
        final = target.path(file, media_type)
        final, size = yield from Blocking(
            lambda: _finish(part, final, overwrite=overwrite, number=target.name is None)
        )
    except OSError as error:
        raise DownloadFailed(f"cannot write {early}: {error.strerror}", vendor=api.facts.vendor) from None
    finally:
        with suppress(OSError):
            part.unlink()
    yield from Emit(Downloaded(api.facts.vendor, final.name, size))
    return final


def check_free(target: Target) -> Flow[None]:
    """Raise `InvalidInput` where a file name that was given is taken, or can be none."""
    if target.name is not None:
        path = target.folder / target.name
        yield from Blocking(lambda: _make_room(path, overwrite=False))


@attrs.frozen
class Target:
    """Where a file is to go: `folder`, under `name` or else one made from `stem` and the file's type."""

    folder: Path
    stem: str
    name: str | None = None

    def path(self, file: FileRef, media_type: str | None) -> Path:
        if self.name is not None:
            return self.folder / self.name
        return self.folder / f"{safe_name(self.stem)}{suffix_of(file, media_type)}"


def suffix_of(file: FileRef, media_type: str | None = None) -> str:
    """A file's suffix: from its name, its URL, its type, or as storage says; empty where none tells."""
    named = PurePosixPath(unquote(file.name or path_of(file.url or ""))).suffix.lower()
    if re.fullmatch(r"\.[a-z0-9]{1,5}", named):
        return named
    known = media_type or file.type
    if known is None:
        return ""
    return {"image/jpeg": ".jpg", "image/webp": ".webp"}.get(known) or mimetypes.guess_extension(known) or ""


def safe_name(name: str) -> str:
    """A server's or user's name as one plain file name: no folders, no hidden or reserved names, not too long."""
    base = re.split(r"[/\\]", name)[-1]
    base = "".join(character for character in base if character.isprintable() and character not in '<>:"|?*')
    base = base.lstrip(". ").encode()[:NAME_BYTES].decode("utf-8", "ignore").rstrip(". ")
    return f"_{base}" if RESERVED.fullmatch(base) else base or "result"


def _make_room(path: Path, *, overwrite: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = path.suffix != "" and _is_taken(path)
    except OSError as error:
        raise InvalidInput(f"cannot save to {path}: {error.strerror}", field="target") from None
    except ValueError as error:
        raise InvalidInput(f"cannot save to {str(path)!r}: {error}", field="target") from None
    if taken and not overwrite:
        raise _taken(path)


def _is_taken(path: Path) -> bool:
    try:
        path.lstat()  # unlike exists(), it sees a dangling link and refuses what can be no path
    except FileNotFoundError:
        return False
    return True


def _finish(part: Path, final: Path, *, overwrite: bool, number: bool) -> tuple[Path, int]:
    """Give a whole file its name, or with `number` the next free one like it; where it is, and its size."""
    with part.open("rb") as written:
        os.fsync(written.fileno())
        size = os.fstat(written.fileno()).st_size
    if overwrite:
        part.replace(final)
        return final, size
    names = (
        (final.with_stem(f"{final.stem}-{count}") for count in range(2, MOST_ALIKE)) if number else iter(())
    )
    for name in (final, *names):
        try:
            _place(part, name)
        except FileExistsError:
            continue
        return name, size
    raise _taken(final)


def _place(part: Path, final: Path) -> None:
    """Give a file its name unless that is taken, in one step: a link cannot replace a file."""
    try:
        os.link(part, final)
    except OSError as error:  # a file system without links, unless the name is taken
        if isinstance(error, FileExistsError) or final.exists():
            raise FileExistsError from None
        part.replace(final)


def _taken(path: Path) -> InvalidInput:
    return InvalidInput(f"{path} exists: choose another name or pass overwrite=True", field="target")


def _digest(path: Path) -> str:
    digest = md5(usedforsecurity=False)
    with path.open("rb") as file:
        while chunk := file.read(1024 * 1024):
            digest.update(chunk)
    return digest.hexdigest()


def _verify(api: Api, file: FileRef, fetched: Fetched, digest: Callable[[], str]) -> None:
    """Compare the content with its ETag, where that is an MD5: 32 hex digits, and no KMS encryption."""
    match = MD5_ETAG.fullmatch(fetched.headers.get("etag", ""))
    if match is None or "x-amz-server-side-encryption-aws-kms-key-id" in fetched.headers:
        return
    if match[1] != digest():
        raise _failed(api, file, "the content differs from its ETag", fetched)


def _expected(fetched: Fetched, file: FileRef) -> int | None:
    if fetched.status == 206:
        return _whole(fetched.headers.get("content-range", "").rpartition("/")[2])
    length = _whole(fetched.headers.get("content-length", ""))
    return file.size if length is None else length


def _validator(fetched: Fetched) -> str:
    """What an interrupted download may be continued by: a strong ETag, and none of a web page; else empty."""
    etag = fetched.headers.get("etag", "")
    return etag if etag.startswith('"') and not _is_page(fetched) else ""


def _incomplete(fetched: Fetched, file: FileRef, have: int) -> str | None:
    """What is missing once `have` bytes are there; None for nothing."""
    expected = _expected(fetched, file)
    if _is_page(fetched):
        return "a web page came in place of the file"
    return None if expected in (None, have) else f"{have} of {expected} bytes came"


def _is_page(fetched: Fetched) -> bool:
    """Whether a proxy or a portal answered, in storage's place and with its status of success."""
    return fetched.headers.get("content-type", "").partition(";")[0].strip().lower() == "text/html"


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 20 else None


def _continues(fetched: Fetched, have: int, validator: str) -> bool:
    """Whether a part of a file is the one that was asked for, and of the same file."""
    match = re.match(r"bytes (\d{1,19})-", fetched.headers.get("content-range", ""))
    same = fetched.headers.get("etag", validator) == validator
    return have > 0 and same and match is not None and int(match[1]) == have


def _failed(
    api: Api, file: FileRef, reason: str, fetched: Fetched, attempts: int | None = None
) -> DownloadFailed:
    return DownloadFailed(
        f"{file.name or 'the result'} could not be fetched from {without_query(file.url or '')}: {reason}",
        vendor=api.facts.vendor,
        http_status=fetched.status or None,
        attempts=attempts,
    )
