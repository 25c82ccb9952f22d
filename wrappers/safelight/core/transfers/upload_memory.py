"""Remembers uploads, so that a run that begins again sends only what has not arrived yet."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol, cast

import attrs

from safelight.core.api.credentials import Credentials
from safelight.core.transfers.prepared import Prepared
from safelight.errors import ConfigurationError

UNKNOWN_LIFE = 3600.0
"""Assumed lifetime of an upload in seconds, if no document states it."""
MARGIN = 300.0
"""Seconds before an upload expires from which it is no longer used."""
OURS = re.compile(r"[0-9a-f]{64}\.(json|\d+-\d+)")
"""Names of files that an `UploadFolder` makes: entries, and those that are being written."""


class UploadStore(Protocol):
    """Stores what is known about uploads. Entries hold presigned URLs: keep them as private as keys."""

    def load(self, key: str) -> Mapping[str, object] | None: ...

    def save(self, key: str, entry: Mapping[str, object] | None) -> None: ...


class UploadFolder:
    """Remembers uploads in a folder that only this user can read, one file each; several processes may share it."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._folder = Path(folder)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mode = self._folder.stat().st_mode
        except OSError as error:
            raise ConfigurationError(
                f"cannot use the folder {folder}: {error.strerror}", field="uploads"
            ) from None
        if sys.platform != "win32" and mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise ConfigurationError(
                f"{folder} will hold presigned URLs and others can read it: run chmod 700 {folder}",
                field="uploads",
            )

    def load(self, key: str) -> Mapping[str, object] | None:
        try:
            return cast("Mapping[str, object]", json.loads((self._folder / f"{key}.json").read_bytes()))
        except (OSError, ValueError):
            return None

    def save(self, key: str, entry: Mapping[str, object] | None) -> None:
        path = self._folder / f"{key}.json"
        if entry is None:
            path.unlink(missing_ok=True)
            return
        fresh = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(entry, file)
        fresh.replace(path)

    def sweep(self, now: float) -> None:
        """Remove entries that can be of no use after `now`, in seconds since the epoch."""
        for path in self._folder.iterdir():
            if not OURS.fullmatch(path.name):
                continue
            with suppress(OSError):  # another process may have removed it
                if path.suffix == ".json":
                    ended = _until(self.load(path.stem)) < now + MARGIN
                else:  # being written, or left by a process that was killed
                    ended = path.stat().st_mtime < now - UNKNOWN_LIFE
                if ended:
                    path.unlink()


def _until(entry: Mapping[str, object] | None) -> float:
    until = entry.get("until") if isinstance(entry, Mapping) else None
    return until if isinstance(until, int | float) else 0.0


@attrs.define(eq=False)
class Memory:
    """What is remembered of one upload; remembers nothing beyond this run where there is no store."""

    _store: UploadStore | None
    _key: str
    _now: float
    id: str = ""
    urls: tuple[str, ...] = attrs.field(default=(), repr=False)
    etags: dict[int, str] = attrs.field(factory=dict[int, str])
    sent_id: str | None = None
    _until: float = 0.0
    _lock: threading.Lock = attrs.field(factory=threading.Lock, repr=False)

    def load(self) -> None:
        """Read what an earlier run left, unless it is too old."""
        entry = None if self._store is None else self._store.load(self._key)
        try:
            if entry is not None and cast("float", entry["until"]) >= self._now + MARGIN:
                self._recall(entry)
        except (KeyError, TypeError, ValueError, AttributeError):
            # A damaged entry is worth no more than none.
            self.forget()

    def _recall(self, entry: Mapping[str, object]) -> None:
        etags = cast("Mapping[str, str]", entry.get("etags", {}))
        self.etags = {int(number): str(etag) for number, etag in etags.items()}
        self.urls = tuple(map(str, cast("list[str]", entry.get("urls", []))))
        self._until = float(cast("float", entry["until"]))
        self.id = str(entry["id"])
        self.sent_id = self.id if entry.get("sent") else None

    def begin(self, file_id: str, urls: tuple[str, ...], life: float | None) -> None:
        """A multipart upload begins, or goes on."""
        if file_id != self.id:
            self.id, self.urls, self.etags = file_id, urls, {}
            self._until = self._now + (life or UNKNOWN_LIFE)
            self._save()

    def arrived(self, number: int, etag: str) -> None:
        """A part has arrived."""
        with self._lock:
            self.etags[number] = etag
            self._save()

    def done(self, file_id: str, life: float | None) -> None:
        """The whole file has arrived."""
        self.id, self.sent_id, self.urls = file_id, file_id, ()
        self._until = self._now + (life or UNKNOWN_LIFE)
        self._save()

    def forget(self) -> None:
        """The upload is no longer valid."""
        self.id, self.urls, self.etags = "", (), {}
        if self._store is not None:
            self._store.save(self._key, None)

    def _save(self) -> None:
        if self._store is None:
            return
        entry: dict[str, object] = {"id": self.id, "until": self._until, "sent": self.sent_id is not None}
        if self.urls:
            entry |= {
                "urls": list(self.urls),
                "etags": {str(number): etag for number, etag in self.etags.items()},
            }
        self._store.save(self._key, entry)


def key_of(credentials: Credentials, scope: str, file: Prepared) -> str | None:
    """What an upload is remembered by: account, scope, and a file on disk as it is now; None for other sources."""
    if not isinstance(file.content, Path) or file.stamp is None:
        return None
    parts = (
        credentials.base_url,
        sha256(credentials.api_key.encode()).hexdigest(),
        scope,
        str(file.content.resolve()),
        file.name,
        *map(str, file.stamp),
    )
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
