"""Lists the files below a folder of this machine, each real file once, whatever links lead to it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

import attrs

ANY = "**"
Parts = tuple[str, ...]


@attrs.frozen
class LocalFile:
    """A file.

    Attributes:
        path: Where it is, as its folder was given.
        folder: Its folder below the one that was listed.
        stat: What the disk says of it.
    """

    path: str
    folder: str
    stat: os.stat_result


class Walk:
    """Files below a folder in the order of their names, one folder's names in memory at a time.

    Hidden files and folders are left out. Links are followed, and each real file is listed once: by its own path where
    that is listed too, else by the first link that leads to it. A link to a folder above ends no listing, and a link
    that leads nowhere is counted.

    Args:
        root: The folder.
        wanted: Says of a file's path below the root, in parts, whether to list it.
        enters: The same of a folder's: whether to look into it.
        apart: A folder to leave out with all that is below it, such as that of the results.
    """

    def __init__(
        self,
        root: str,
        wanted: Callable[[Parts], bool],
        *,
        enters: Callable[[Parts], bool] = lambda _: True,
        apart: str | None = None,
    ) -> None:
        self.dangling: dict[str, str] = {}
        self._root = root
        self._real = os.path.realpath(root)
        self._wanted = wanted
        self._enters = enters
        out = None if apart is None else os.path.realpath(apart)
        self._apart = out if out is not None and out != self._real and is_below(out, self._real) else None
        self._linked_folders: set[str] = set()
        self._linked_files: set[str] = set()

    def __iter__(self) -> Iterator[LocalFile]:
        """List the files.

        Raises:
            OSError: A folder cannot be read.
        """
        waiting: list[tuple[Parts, str]] = [((), self._real)]
        while waiting:
            parts, real = waiting.pop()
            below: list[tuple[Parts, str]] = []
            for entry, there, linked in self._entries(parts, real):
                path = (*parts, entry.name)
                if _is(entry.is_dir):
                    if self._enters(path) and not (linked and there in self._linked_folders):
                        if linked:
                            self._linked_folders.add(there)
                        below.append((path, there))
                elif self._wanted(path):
                    if not _is(entry.is_file):
                        if entry.is_symlink():
                            self.dangling.setdefault(f"{real}/{entry.name}", entry.path)
                    elif not (linked and self._listed_otherwise(there, link=entry.is_symlink())):
                        yield LocalFile(entry.path, "/".join(parts), entry.stat())
            waiting.extend(reversed(below))

    def _entries(self, parts: Parts, real: str) -> Iterator[tuple[os.DirEntry[str], str, bool]]:
        """A folder's entries by name, where each is in truth, and whether a link led there."""
        with os.scandir(Path(self._root, *parts)) as found:
            entries = sorted(
                (entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
        by_link = real != str(Path(self._real, *parts))
        for entry in entries:
            there = os.path.realpath(entry.path) if entry.is_symlink() else str(Path(real, entry.name))
            if self._apart is None or not is_below(there, self._apart):
                yield entry, there, by_link or entry.is_symlink()

    def _listed_otherwise(self, real: str, *, link: bool) -> bool:
        """Whether a file that was reached by a link is listed by its own path, or was by another link."""
        if is_below(real, self._real):
            own = Path(real).relative_to(self._real).parts
            entered = all(self._enters(own[:depth]) for depth in range(1, len(own)))
            if entered and self._wanted(own) and not any(part.startswith(".") for part in own):
                return True
        if real in self._linked_files or (link and str(Path(real).parent) in self._linked_folders):
            return True
        if link:  # folders that links lead to are listed once, so that their files need not be remembered
            self._linked_files.add(real)
        return False


def _is(kind: Callable[[], bool]) -> bool:
    """Ask an entry what it is; a link to itself is nothing."""
    try:
        return kind()
    except OSError:
        return False


def is_below(path: str, folder: str) -> bool:
    """Whether a path is that of a folder or below it; both are absolute."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def fits(pattern: Sequence[str], path: Sequence[str]) -> bool:
    """Whether a path matches a glob, both in parts; ``**`` stands for any folders, or none."""
    if not pattern:
        return not path
    if pattern[0] == ANY:
        return any(fits(pattern[1:], path[skipped:]) for skipped in range(len(path) + 1))
    return bool(path) and fnmatch(path[0], pattern[0]) and fits(pattern[1:], path[1:])


def leads_to(pattern: Sequence[str], folder: Sequence[str]) -> bool:
    """Whether a folder, in parts, may hold what matches a glob."""
    if not folder or not pattern:
        return bool(pattern)
    return pattern[0] == ANY or (fnmatch(folder[0], pattern[0]) and leads_to(pattern[1:], folder[1:]))
