"""Moves and copies results without paying, so that a crash at any moment leaves each of them whole, and findable."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import attrs

from safelight.sync.table import Result, Row

STAGED = ".safelight-sync-{}-{}"
"""The name under which a result waits beside its place: made of its hash and its later name, so that it is found again
after a crash."""


@attrs.frozen
class Placement:
    """Results that get their place.

    Attributes:
        row: The picture that gets them; its `files` are as they are before.
        files: Where the content of each is now, and where it goes.
        moved: The picture that they leave; empty where they are copied.
        like: The picture that they were made of.
    """

    row: Row
    files: tuple[tuple[str, str], ...]
    moved: str
    like: str


def staged(place: str, digest: str) -> str:
    """Where a result waits right before it gets its place."""
    name = blake2b(os.fsencode(Path(place).name), digest_size=4).hexdigest()
    return str(Path(place).with_name(STAGED.format(digest, name)))


def locate(result: Result, place: str) -> Result | None:
    """Where a result is: where it was put, or at its new place or beside it, if a sync broke off there.

    One that somebody edited is found as it is now; None where there is none.
    """
    now = result.now()
    if now is None or now.digest != result.digest:
        for path in (place, staged(place, result.digest)):
            found = Result.at(path, edited=result.edited)
            if found is not None and found.digest == result.digest:
                return found
    return now


def place(placements: Sequence[Placement], out: str) -> list[Row]:
    """Put results at their places; the rows to write down.

    First each is made whole beside its place, then each replaces what is there, then old names are removed. So no order
    matters, not even where two results change places.
    """
    waiting: list[tuple[str, str]] = []
    for placement in placements:
        for result, (there, goes) in zip(placement.row.files, placement.files, strict=True):
            if there != goes:
                waiting.append((_stage(there, staged(goes, result.digest), link=bool(placement.moved)), goes))
    for beside, goes in waiting:
        Path(beside).replace(goes)
        with suppress(FileNotFoundError):  # a name of the same file stays where it is
            Path(beside).unlink()
    kept = {goes for placement in placements for _, goes in placement.files}
    remove(
        {
            result.path
            for placement in placements
            if placement.moved
            for result in placement.row.files
            if result.path not in kept
        },
        out,
    )
    return [
        attrs.evolve(
            placement.row,
            files=tuple(
                attrs.evolve(found, edited=result.edited)
                for result, (_, goes) in zip(placement.row.files, placement.files, strict=True)
                if (found := Result.at(goes)) is not None
            ),
        )
        for placement in placements
    ]


def _stage(there: str, beside: str, *, link: bool) -> str:
    """Make a file's content whole under another name: as a further name of it, or as a copy."""
    if there == beside:
        return beside
    Path(beside).parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        Path(beside).unlink()
    if link:
        with suppress(OSError):  # as on a disk that knows no links
            os.link(there, beside)
            return beside
    shutil.copyfile(there, beside)
    with Path(beside).open("rb") as file:
        os.fsync(file.fileno())
    return beside


def remove(paths: Iterable[str], out: str) -> None:
    """Remove files, and folders below the results' that are empty then."""
    for path in map(Path, paths):
        with suppress(FileNotFoundError):
            path.unlink()
        folder = path.parent
        with suppress(OSError):  # not empty
            while folder != Path(out) and Path(out) in folder.parents:
                folder.rmdir()
                folder = folder.parent
