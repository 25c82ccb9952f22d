"""The object store: files on disk under a temporary directory, reached through signed URLs."""

import asyncio
import contextlib
import hashlib
import math
import secrets
import shutil
import tempfile
import threading
import uuid
import weakref
from collections import Counter
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from typing_extensions import Unpack

from safelight.sandbox.clock import Clock
from safelight.sandbox.large_body import LargeBody
from safelight.sandbox.receiving import receive
from safelight.sandbox.signing import Grant, Signer, Upload

_BLOCK = 1 << 20

Body = AsyncIterator[bytes] | LargeBody


class NoSuchUpload(Exception):
    """The multipart upload is not known, was completed or was dropped."""


class InvalidPart(Exception):
    """A part named at completion is missing or its ETag is another."""


@dataclass(frozen=True, slots=True)
class StoredObject:
    """A complete object. `etag` has its quotes, as the header has them."""

    key: str
    path: Path
    size: int
    etag: str
    content_type: str
    created: float


@dataclass(slots=True)
class MultipartUpload:
    """A multipart upload in progress; parts arrive in any order and may be replaced."""

    upload_id: str
    key: str
    content_type: str
    created: float
    parts: dict[int, StoredObject] = field(default_factory=dict[int, StoredObject])


class ObjectStorage:
    """Keeps objects by key. Bytes pass through in blocks, so a file of any size costs the same memory.

    A held file stays when its object is replaced or deleted, until it is released.

    Args:
        clock: What lifetimes are measured with.
        signer: Makes and checks URLs.
        executor: Where files are written.
        large_executor: Where large bodies are received, each in a thread while its bytes arrive.
        lifetime: How many seconds the object of a key is kept, and a multipart upload of it may stay open.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        signer: Signer,
        executor: Executor,
        large_executor: Executor | None = None,
        lifetime: Callable[[str], float] = lambda _key: math.inf,
    ) -> None:
        self._clock = clock
        self._signer = signer
        self._executor = executor
        self._large_executor = large_executor or executor
        self._root = Path(tempfile.mkdtemp(prefix="safelight-sandbox-"))
        # Also at the interpreter's end, for a sandbox that nobody stopped.
        self._remove = weakref.finalize(self, shutil.rmtree, self._root, ignore_errors=True)
        self._lock = threading.Lock()
        self._objects: dict[str, StoredObject] = {}
        self._uploads: dict[str, MultipartUpload] = {}
        self._lifetime = lifetime
        self._held: Counter[Path] = Counter()
        self._abandoned: set[Path] = set()
        self.url = ""

    @property
    def root(self) -> Path:
        """The directory that holds the objects; removed by `close`."""
        return self._root

    def close(self) -> None:
        """Remove every object and the directory."""
        with self._lock:
            self._objects.clear()
            self._uploads.clear()
        self._remove()

    # Signed URLs

    def presign(self, method: str, key: str, lifetime: float, **upload: Unpack[Upload]) -> str:
        """Return a URL which allows `method` on one object, or one part of it, for `lifetime` seconds."""
        query = self._signer.query(Grant(method, key, **upload), self._clock.now(), lifetime)
        return f"{self.url}/storage/{quote(key)}?{query}"

    def verify(self, method: str, key: str, query: dict[str, str], content_type: str) -> Grant:
        """Return the grant of a signed request; raises as `Signer.check` does."""
        return self._signer.check(method, key, query, content_type=content_type, now=self._clock.now())

    # Objects

    def find(self, key: str) -> StoredObject | None:
        """Return a complete object, or None."""
        with self._lock:
            return self._objects.get(key)

    def delete(self, key: str) -> None:
        """Remove an object if it is there."""
        with self._lock:
            found = self._objects.pop(key, None)
            self._drop(found)

    def hold(self, paths: Iterable[Path]) -> None:
        """Keep files that are in use, even if their objects are deleted."""
        with self._lock:
            self._held.update(paths)

    def let_go(self, paths: Iterable[Path]) -> None:
        """End what `hold` began."""
        with self._lock:
            for path in paths:
                self._held[path] -= 1
                if self._held[path] > 0:
                    continue
                del self._held[path]
                if path in self._abandoned:
                    self._abandoned.discard(path)
                    path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def held(self, *paths: Path) -> Generator[None]:
        """Hold files while the block runs."""
        self.hold(paths)
        try:
            yield
        finally:
            self.let_go(paths)

    def sweep(self) -> None:
        """Remove expired objects and open uploads."""
        now = self._clock.now()
        with self._lock:
            over = [key for key, found in self._objects.items() if now > found.created + self._lifetime(key)]
            closed = [
                upload.upload_id
                for upload in self._uploads.values()
                if now > upload.created + self._lifetime(upload.key)
            ]
        for key in over:
            self.delete(key)
        for upload_id in closed:
            self.abort_upload(upload_id)

    def _keep(self, stored: StoredObject) -> None:
        with self._lock:
            replaced = self._objects.get(stored.key)
            self._objects[stored.key] = stored
            self._drop(replaced)

    def _drop(self, stored: StoredObject | None) -> None:
        """Remove the file of a deleted object; the caller holds the lock."""
        if stored is None:
            return
        if self._held[stored.path]:
            self._abandoned.add(stored.path)
        else:
            stored.path.unlink(missing_ok=True)

    async def put(self, key: str, body: Body, content_type: str) -> StoredObject:
        """Store an object under a key, replacing the one that was there.

        The object appears when its last byte has arrived; a broken upload leaves nothing behind.
        """
        stored = await self._receive(key, body, content_type)
        self._keep(stored)
        return stored

    async def put_bytes(self, key: str, data: bytes, content_type: str) -> StoredObject:
        """Store bytes that are already in memory."""

        async def once() -> AsyncIterator[bytes]:
            yield data

        return await self.put(key, once(), content_type)

    # Multipart uploads

    def begin_upload(self, key: str, content_type: str) -> MultipartUpload:
        """Open a multipart upload for a key."""
        upload = MultipartUpload(uuid.uuid4().hex, key, content_type, created=self._clock.now())
        with self._lock:
            self._uploads[upload.upload_id] = upload
        return upload

    def abort_upload(self, upload_id: str) -> None:
        """Drop a multipart upload and its parts."""
        with self._lock:
            upload = self._uploads.pop(upload_id, None)
        for part in upload.parts.values() if upload else ():
            part.path.unlink(missing_ok=True)

    async def put_part(self, upload_id: str, number: int, body: Body) -> StoredObject:
        """Store one part of a multipart upload, replacing an earlier one of the same number.

        Raises:
            NoSuchUpload: The upload is not open, or was closed while the part arrived.
        """
        upload = self._upload(upload_id)
        part = await self._receive(upload.key, body, upload.content_type)
        with self._lock:
            if upload_id not in self._uploads:
                part.path.unlink(missing_ok=True)
                raise NoSuchUpload(upload_id)
            replaced = upload.parts.get(number)
            upload.parts[number] = part
        if replaced is not None:
            replaced.path.unlink(missing_ok=True)
        return part

    async def complete_upload(self, upload_id: str, parts: Sequence[tuple[int, str]]) -> StoredObject:
        """Join the named parts into one object.

        Args:
            upload_id: The open upload.
            parts: Number and ETag of each part, in order; the quotes of an ETag may be left out.

        Raises:
            NoSuchUpload: The upload is not open.
            InvalidPart: A part is missing or its ETag is another. The upload stays open.
        """
        upload = self._upload(upload_id)
        chosen: list[StoredObject] = []
        for number, etag in parts:
            part = upload.parts.get(number)
            if part is None or part.etag.strip('"') != etag.strip('"'):
                raise InvalidPart(f"part {number}")
            chosen.append(part)
        with self._lock:
            if self._uploads.pop(upload_id, None) is None:
                raise NoSuchUpload(upload_id)
        paths = [part.path for part in chosen]
        loop = asyncio.get_running_loop()
        joined = await loop.run_in_executor(self._executor, _join, paths, self._new_path())
        digests = b"".join(bytes.fromhex(part.etag.strip('"')) for part in chosen)
        etag = f'"{hashlib.md5(digests, usedforsecurity=False).hexdigest()}-{len(chosen)}"'
        stored = StoredObject(
            key=upload.key,
            path=joined,
            size=sum(part.size for part in chosen),
            etag=etag,
            content_type=upload.content_type,
            created=self._clock.now(),
        )
        self._keep(stored)
        for part in upload.parts.values():
            part.path.unlink(missing_ok=True)
        return stored

    def _upload(self, upload_id: str) -> MultipartUpload:
        with self._lock:
            upload = self._uploads.get(upload_id)
        if upload is None:
            raise NoSuchUpload(upload_id)
        return upload

    def _new_path(self) -> Path:
        return self._root / uuid.uuid4().hex

    async def _receive(self, key: str, body: Body, content_type: str) -> StoredObject:
        path = self._new_path()
        try:
            # Opened here and now: a thread could still create the file after the upload was called off.
            with path.open("wb") as file:
                if isinstance(body, LargeBody):
                    size, md5 = await body.receive(file, self._large_executor), None
                else:
                    size, md5 = await receive(body, file, self._executor)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return StoredObject(
            key=key,
            path=path,
            size=size,
            # S3 promises no MD5 for all objects either, and clients know one by its 32 digits.
            etag=f'"{md5 or secrets.token_hex(20)}"',
            content_type=content_type,
            created=self._clock.now(),
        )


def _join(parts: Sequence[Path], target: Path) -> Path:
    """Append all parts to the first one, which becomes the object: its bytes are not copied."""
    first, *others = parts
    with first.open("ab") as joined:
        for part in others:
            with part.open("rb") as source:
                shutil.copyfileobj(source, joined, _BLOCK)
    return first.rename(target)
