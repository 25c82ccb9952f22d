"""Sources and results at addresses that fsspec knows, such as ``s3://``; a vendor's own URLs go through as they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from safelight.core.results import AsyncResult

DIRECT = ("http://", "https://", "storage://")


def is_remote(address: str) -> bool:
    """Whether an address is for fsspec."""
    return "://" in address and not address.startswith(DIRECT)


def filesystem(address: str) -> tuple[Any, str]:
    """The file system of an address, and the path on it.

    Raises:
        ConfigurationError: fsspec, or its part for this scheme, is not installed.
    """
    try:
        core = import_module("fsspec.core")
        found: tuple[Any, str] = core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        scheme = address.partition("://")[0]
        raise ConfigurationError(
            f"addresses of {scheme}:// need fsspec and its package for it: {error}", field="source"
        ) from None
    return found


@asynccontextmanager
async def fetched(source: str) -> AsyncGenerator[str, None]:
    """A source as a client takes it: an address that fsspec knows becomes a file for as long as this lasts."""
    if not is_remote(source):
        yield source
        return
    with TemporaryDirectory(prefix="safelight-") as folder:
        system, path = filesystem(source)
        local = Path(folder) / (PurePosixPath(path).name or "source")
        await asyncio.to_thread(system.get_file, path, str(local))
        yield str(local)


async def sent(result: AsyncResult[object], out: str, target: str) -> list[str]:
    """Save a result's files below an address that fsspec knows; their addresses."""
    system, root = filesystem(out)
    place = PurePosixPath(target)
    with TemporaryDirectory(prefix="safelight-") as folder:
        paths = await result.save(folder, name=place.name)
        kept: list[str] = []
        for path in paths:
            there = str(PurePosixPath(root) / place.parent / path.name)
            await asyncio.to_thread(system.makedirs, str(PurePosixPath(there).parent), exist_ok=True)
            await asyncio.to_thread(system.put_file, str(path), there)
            kept.append(str(system.unstrip_protocol(there)))
    return kept
