"""Lists what is at an address that fsspec knows: a folder's names in memory at a time, never all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from fnmatch import fnmatchcase
from importlib import import_module
from typing import TypeAlias, cast

import attrs

from safelight.batch.remote import Place, readable

AT_ONCE = 16
"""Folders that are listed at the same time, for an object store takes tens of milliseconds for each."""

Info: TypeAlias = Mapping[str, object]
Enters: TypeAlias = Callable[[str], bool]


@attrs.frozen
class Found:
    """A file.

    Attributes:
        path: On its file system.
        folder: Its folder below the one that was listed.
        size: Bytes, where the file system says.
    """

    path: str
    folder: str
    size: int | None


def listing(place: Place, folder: str) -> list[tuple[str, Info]]:
    """A folder's entries by name. Asked anew, for others write there too, and not kept.

    Raises:
        FileNotFoundError: There is no such folder.
    """
    path = place.below(folder)
    place.system.invalidate_cache(path)
    try:
        entries = cast("list[Info]", place.system.ls(path, detail=True))
    finally:
        place.system.invalidate_cache(path)
    named = ((str(info["name"]).rstrip("/"), info) for info in entries)
    inside = ((name.rpartition("/")[2], info) for name, info in named if name.strip("/") != path.strip("/"))
    return sorted(inside, key=lambda entry: entry[0])


def single(place: Place) -> Found | None:
    """The file at an address; None where it is a folder.

    Raises:
        ConfigurationError: There is nothing, or it cannot be read.
    """
    with readable(place.address):
        info = cast("Info", place.system.info(place.path))
    return None if info["type"] == "directory" else Found(place.path, "", _size(info))


def walk(place: Place, enters: Enters = lambda _: True) -> Iterator[Found]:
    """Files below a folder, folder by folder; hidden ones are left out.

    Args:
        enters: Says of a folder below whether to look into it.

    Raises:
        ConfigurationError: A folder cannot be read.
    """
    waiting = [""]
    asked: dict[str, Future[list[tuple[str, Info]]]] = {}
    ahead = AT_ONCE if place.is_object_store else 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while waiting:
            for folder in waiting[-ahead:] if ahead else ():
                if folder not in asked:
                    asked[folder] = pool.submit(listing, place, folder)
            folder = waiting.pop()
            with readable(place.at(place.below(folder))):
                found = asked.pop(folder).result() if folder in asked else listing(place, folder)
            entries = [(name, info) for name, info in found if not name.startswith(".")]
            for name, info in entries:
                if info["type"] != "directory":
                    yield Found(place.below(folder, name), folder, _size(info))
            below = [
                f"{folder}/{name}" if folder else name
                for name, info in entries
                if info["type"] == "directory"
            ]
            waiting.extend(folder for folder in reversed(below) if enters(folder))


def matching(place: Place, pattern: str, enters: Enters = lambda _: True) -> Iterator[Found]:
    """Files below a folder whose path there matches a pattern; ``**`` stands for any folders, or none.

    Args:
        enters: Says of a folder below whether to look into it at all.

    Raises:
        ConfigurationError: A folder cannot be read.
    """
    translate = cast("Callable[[str], str]", import_module("fsspec.utils").glob_translate)
    fits = re.compile(translate(pattern)).fullmatch
    folders = pattern.split("/")[:-1]

    def leads_there(folder: str) -> bool:
        for place_there, name in enumerate(folder.split("/")):
            if place_there >= len(folders):
                return False
            if "**" in folders[place_there]:
                return True
            if not fnmatchcase(name, folders[place_there]):
                return False
        return True

    for found in walk(place, lambda folder: enters(folder) and leads_there(folder)):
        name = found.path.rpartition("/")[2]
        if fits(f"{found.folder}/{name}" if found.folder else name):
            yield found


def _size(info: Info) -> int | None:
    size = info.get("size")
    return size if isinstance(size, int) else None
