"""Part files: what is written beside its target until it is whole, and what dead writers left of them."""

from __future__ import annotations

import os
import re
import secrets
import socket
import threading
import time
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

try:
    import fcntl
except ImportError:  # on Windows, where an open file cannot be removed anyway
    fcntl = None  # type: ignore[assignment]

ABANDONED = 3600.0
"""Seconds without a write after which a part file of another host is taken to have no writer any more."""
NAME = re.compile(r"\.safelight-(?:(?P<host>[0-9a-f]{8})-)?[0-9a-f]{16}\.part")
NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
SWEPT: set[str] = set()
"""Folders that this process has swept."""
LOCK = threading.Lock()


class PartFile:
    """A new file in a folder, which its writer holds locked: a part file that nobody holds has lost its writer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None
        self._file: BinaryIO | None = None

    @property
    def path(self) -> Path:
        """Where it is, once it is begun."""
        return cast("Path", self._path)

    @property
    def file(self) -> BinaryIO:
        """To be written and read, once it is begun."""
        return cast("BinaryIO", self._file)

    def begin(self) -> None:
        """Make it. Raises `OSError`."""
        while self._file is None:
            self._path = self._folder / f".safelight-{_host()}-{secrets.token_hex(8)}.part"
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_FOLLOW | getattr(os, "O_BINARY", 0)
            descriptor = os.open(self._path, flags, 0o666)
            if _held(descriptor) and os.path.lexists(self._path):
                self._file = cast("BinaryIO", os.fdopen(descriptor, "w+b"))
            else:
                os.close(descriptor)  # whoever sweeps was faster

    def settle(self) -> int:
        """Bring all that was written to the disk; its size. Where files have no locks, this closes it, to be moved."""
        self.file.flush()
        os.fsync(self.file.fileno())
        size = os.fstat(self.file.fileno()).st_size
        if fcntl is None:
            self.file.close()
        return size

    def discard(self) -> None:
        """Remove it, unless that was done before or it was never begun."""
        file, self._file = self._file, None
        if file is None:
            return
        if fcntl is None:  # an open file cannot be removed there
            _close(file)
        with suppress(OSError):
            self.path.unlink()
        _close(file)  # only now, for the lock has to last as long as the name


def _close(file: BinaryIO) -> None:
    with suppress(OSError):  # such as that of a write that is made only now
        file.close()


def temporary_file() -> BinaryIO:
    """A file without a name, which is gone once it is closed."""
    from tempfile import TemporaryFile  # noqa: PLC0415 - brings much, and most results are saved

    return cast("BinaryIO", TemporaryFile(prefix="safelight-"))


def sweep(folder: Path) -> None:
    """Remove part files whose writers are gone; once for each folder in the life of a process."""
    known = os.path.abspath(folder)  # noqa: PTH100 - resolve() would ask the disk
    with LOCK:
        if known in SWEPT:
            return
        SWEPT.add(known)
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = NAME.fullmatch(entry.name)
            if match is not None:
                with suppress(OSError):
                    _sweep_one(Path(entry.path), here=match["host"] == _host())


def _sweep_one(path: Path, *, here: bool) -> None:
    """Remove a part file unless it is held. A lock tells nothing of other hosts, where a network's disk keeps none."""
    if (fcntl is None or not here) and time.time() - path.lstat().st_mtime < ABANDONED:
        return
    if fcntl is None:
        path.unlink()
        return
    descriptor = os.open(path, os.O_RDWR | NO_FOLLOW)
    try:
        if _held(descriptor, unsure=False):
            path.unlink()
    finally:
        os.close(descriptor)


def _held(descriptor: int, *, unsure: bool = True) -> bool:
    """Whether we hold the lock on a file now; `unsure` where the file system has no locks."""
    if fcntl is None:
        return unsure
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return unsure
    return True


@cache
def _host() -> str:
    return sha256(socket.gethostname().encode()).hexdigest()[:8]
