"""Sources and results at addresses that fsspec knows, such as ``s3://``; a vendor's own URLs go through as they are."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncGenerator, Generator, Iterable, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from importlib import import_module
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import attrs

from safelight.batch.records import shown_source
from safelight.core.base.threads import in_thread
from safelight.core.transfers.targets import PROBE_BYTES, safe_name
from safelight.errors import ConfigurationError, DownloadFailed, InvalidInput, SafelightError, UploadFailed
from safelight.extras import install_hint

if TYPE_CHECKING:
    from safelight.core.results import AsyncResult

DIRECT = ("http://", "https://", "storage://")
LASTING = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, ImportError, ValueError)
"""Errors that another try would meet again."""


def is_direct(address: str) -> bool:
    """Whether an address goes to the vendor as it is."""
    return address.lower().startswith(DIRECT)


def is_remote(address: str) -> bool:
    """Whether an address is for fsspec."""
    return "://" in address and not is_direct(address)


@attrs.frozen
class Place:
    """An address, as fsspec takes it.

    Attributes:
        address: As it was given.
        system: Its file system. Used by the thread that asked for it, for some kinds are for one thread alone.
        path: Its path there, without a slash at its end.
    """

    address: str
    system: Any
    path: str

    def at(self, path: str) -> str:
        """The address of another path on the same file system: with the same host, inside the same archive."""
        links = self.address.split("::")
        number = next(number for number, link in enumerate(links) if "://" in link)  # a cache has no path
        trimmed = links[number].rstrip("/")
        inside = self.path and trimmed.endswith(self.path)
        links[number] = (
            trimmed.removesuffix(self.path) + path if inside else str(self.system.unstrip_protocol(path))
        )
        return "::".join(links)

    def below(self, *parts: str) -> str:
        """A path below this one."""
        inner = "/".join(part for part in parts if part)
        root = str(self.system.root_marker)
        if not inner:
            return self.path or root
        return f"{self.path}/{inner}" if self.path or root else inner

    @property
    def is_object_store(self) -> bool:
        """Whether a file appears there only when it is whole, and folders are not made."""
        return bool(self.system.async_impl)

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine's own file system."""
        return "file" in (self.system.protocol, *self.system.protocol)


def place_of(address: str, field: str = "source") -> Place:
    """Find the file system of an address.

    Args:
        field: The argument that is to blame.

    Raises:
        ConfigurationError: fsspec, or its part for this scheme, is not installed, or the address is wrong.
    """
    scheme = address.partition("://")[0]
    try:
        core = import_module("fsspec.core")
    except ImportError:
        raise ConfigurationError(
            f"addresses of {scheme}:// need fsspec: {install_hint('fsspec')}", field=field
        ) from None
    try:
        system, path = cast("tuple[Any, str]", core.url_to_fs(address))
    except (ImportError, ValueError) as error:
        raise ConfigurationError(
            f"addresses of {scheme}:// need fsspec's package for it: {error}", field=field
        ) from None
    return Place(address, system, path.rstrip("/"))


def real_place(address: str) -> tuple[object, str]:
    """What an address or local path stands for: its file system, None for this machine's own, and its path there.

    On this machine, links are followed.
    """
    if not is_remote(address):
        return None, os.path.realpath(address)
    place = place_of(address)
    if place.is_local:
        return None, os.path.realpath(place.path)
    return place.system, f"/{place.path.strip('/')}"


@contextmanager
def readable(address: str, field: str = "source") -> Generator[None, None, None]:
    """Tell of whatever goes wrong while an address is read, before anything is bought.

    Raises:
        ConfigurationError: Something did.
    """
    try:
        yield
    except SafelightError:
        raise
    except Exception as error:  # noqa: BLE001 - every file system has errors of its own
        raise ConfigurationError(
            f"cannot read {shown_source(address)}: {reason_of(error)}", field=field
        ) from None


def reason_of(error: Exception) -> str:
    """What an error says; many file systems say no more than the path where something is not there."""
    if isinstance(error, FileNotFoundError):
        said = str(error.strerror or "") or str(error)
        return said if " " in said else "there is no such file"
    return str(error) or type(error).__name__


@asynccontextmanager
async def fetched(source: str) -> AsyncGenerator[str, None]:
    """A source as a client takes it: an address that fsspec knows becomes a file for as long as this lasts.

    Raises:
        InvalidInput: It is not there, or may not be read.
        UploadFailed: It could not be read this time.
    """
    if not is_remote(source):
        yield source
        return
    with TemporaryDirectory(prefix="safelight-", ignore_cleanup_errors=True) as folder:
        yield await in_thread(_get, source, folder)


@contextmanager
def local_copy(address: str) -> Generator[Path, None, None]:
    """A path or an address that fsspec knows as a file for as long as this lasts; blocks. Raises as `fetched` does."""
    if not is_remote(address):
        yield Path(address)
        return
    with TemporaryDirectory(prefix="safelight-", ignore_cleanup_errors=True) as folder:
        yield Path(_get(address, folder))


def _get(source: str, folder: str) -> str:
    try:
        place = place_of(source)
        local = Path(folder) / safe_name(PurePosixPath(place.path).name or "source")
        place.system.get_file(place.path, str(local))
    except SafelightError:
        raise
    except LASTING as error:
        raise InvalidInput(
            f"cannot read {shown_source(source)}: {reason_of(error)}", field="source"
        ) from None
    except Exception as error:  # noqa: BLE001 - every file system has errors of its own
        raise UploadFailed(
            f"cannot read {shown_source(source)}: {reason_of(error)}", field="source"
        ) from None
    return str(local)


async def sent(result: AsyncResult[object], out: str, target: str) -> list[str]:
    """Save a result's files below an address that fsspec knows; their addresses.

    The same result gets the same names every time. No file is there before it is whole.

    Raises:
        DownloadFailed: A file could not be fetched or written.
    """
    below = PurePosixPath(target)
    with TemporaryDirectory(prefix="safelight-", ignore_cleanup_errors=True) as folder:
        paths = await result.save(folder, name=below.name)
        return await in_thread(_put_all, paths, out, below.parent.parts)


def try_place(out: str) -> None:
    """Write a small file at an address that fsspec knows, and remove it where that is allowed.

    Raises:
        Exception: It cannot be written; every file system has errors of its own.
    """
    place = place_of(out, "out")
    if not place.is_object_store:
        place.system.makedirs(place.below(), exist_ok=True)
    probe = place.below(f".safelight-{secrets.token_hex(8)}.part")
    try:
        place.system.pipe_file(probe, bytes(PROBE_BYTES))
    finally:
        with suppress(Exception):
            place.system.rm_file(probe)


def _put_all(paths: Iterable[Path], out: str, folders: Sequence[str]) -> list[str]:
    kept: list[str] = []
    try:
        place = place_of(out, "out")
        for path in paths:
            there = place.below(*folders, path.name)
            _put(place, path, there)
            kept.append(place.at(there))
    except SafelightError:
        raise
    except Exception as error:  # noqa: BLE001 - every file system has errors of its own
        raise DownloadFailed(
            f"cannot write below {shown_source(out)}: {reason_of(error)}", field="out"
        ) from None
    return kept


def _put(place: Place, path: Path, there: str) -> None:
    system = place.system
    if place.is_object_store:
        system.put_file(str(path), there)
        return
    folder = there.rpartition("/")[0]
    system.makedirs(folder, exist_ok=True)
    part = f"{folder}/.safelight-{secrets.token_hex(8)}.part"
    try:
        system.put_file(str(path), part)
        system.mv(part, there)
    except BaseException:
        with suppress(Exception):
            system.rm_file(part)
        raise
