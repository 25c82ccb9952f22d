"""Says which results exist already, with one listing a folder, so that none is replaced unasked."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from safelight.batch.remote import Place, is_remote, place_of, readable
from safelight.batch.remote_listing import listing
from safelight.errors import ConfigurationError

KEPT = 1_000_000
"""Names in memory at the most, besides those of the last folder."""

Names: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""Of a folder: its files' names without their suffixes, and its folders' names."""
NONE: Names = (frozenset(), frozenset())


class Existing:
    """The files below an output folder.

    Raises:
        ConfigurationError: It is at an address where nothing can be written, such as a bucket that is not there.
    """

    def __init__(self, out: str) -> None:
        self._out = out
        self._place = place_of(out, "out") if is_remote(out) else None
        self._known: OrderedDict[str, Names] = OrderedDict()
        self._kept = 0
        if self._place is not None and self._place.is_object_store:
            _check_store(self._place)

    def among(self, names: Iterable[str]) -> list[str]:
        """Those names, without suffixes, that a file has.

        Raises:
            ConfigurationError: A folder cannot be read.
        """
        by_folder = sorted(names, key=lambda name: name.rpartition("/")[0])
        return [name for name in by_folder if self._has(name)]

    def _has(self, path: str) -> bool:
        folder, _, name = path.rpartition("/")
        return name in self._names(folder)[0]

    def _names(self, folder: str) -> Names:
        if folder in self._known:
            self._known.move_to_end(folder)
            return self._known[folder]
        if (
            folder and self._place is not None
        ):  # a request is saved where the folder above does not hold this one
            above, _, name = folder.rpartition("/")
            if name not in self._names(above)[1]:
                return NONE
        with readable(f"{self._out}/{folder}".rstrip("/"), "out"):
            try:
                names = self._local(folder) if self._place is None else _remote(self._place, folder)
            except (FileNotFoundError, NotADirectoryError):
                names = NONE
        self._known[folder] = names
        self._kept += _size(names)
        while self._kept > KEPT and len(self._known) > 1:
            self._kept -= _size(self._known.popitem(last=False)[1])
        return names

    def _local(self, folder: str) -> Names:
        with os.scandir(Path(self._out) / folder) as entries:
            found = [(entry.name, entry.is_dir()) for entry in entries]
        return _names_of(found)


def _remote(place: Place, folder: str) -> Names:
    return _names_of((name, info["type"] == "directory") for name, info in listing(place, folder))


def _size(names: Names) -> int:
    return 1 + len(names[0]) + len(names[1])


def _names_of(entries: Iterable[tuple[str, bool]]) -> Names:
    files: set[str] = set()
    below: set[str] = set()
    for name, is_folder in entries:
        if is_folder:
            below.add(name)
        else:
            files.add(name.rpartition(".")[0])
    return frozenset(files), frozenset(below)


def _check_store(place: Place) -> None:
    """Raise `ConfigurationError` where there is no such bucket; it is not made, for the name may be a mistake."""
    bucket = place.path.partition("/")[0]
    with readable(place.address, "out"):
        try:
            place.system.info(bucket)
        except PermissionError:  # whoever may write need not be allowed to look
            return
        except FileNotFoundError:
            raise ConfigurationError(
                f"cannot write to {place.address}: there is no bucket {bucket!r}. Nothing was bought",
                field="out",
            ) from None
