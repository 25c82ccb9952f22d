"""Moves rejected results to a folder of their own, in steps that a run after a crash can go on with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from safelight.batch.records import Item
from safelight.batch.remote import is_remote

REJECTED = "rejected"
"""Folder of the results' folder into which rejected results are moved."""
Move: TypeAlias = tuple[str, str]
"""Where a file is, and where it goes."""


def moves_of(item: Item, out: str) -> list[Move]:
    """Where each of an item's files goes; those at an address stay there, and so do those that are gone."""
    aside = Path(out, REJECTED)
    begun: list[Move] = []
    for file in item.files:
        stays = is_remote(file) or Path(file).is_relative_to(aside)
        if stays and begun and not begun[-1][1]:  # the place that an earlier run chose for it
            begun[-1] = begun[-1][0], file
        else:
            begun.append((file, file if stays else ""))
    found: list[Move] = []
    for file, chosen in begun:
        place = chosen or file
        if file != chosen and Path(file).exists():
            place = _free(Path(file), Path(out), item.attempt, {goes for _, goes in found})
        found.append((file, place))
    return found


def written(moves: Iterable[Move]) -> list[str]:
    """Moves as the item keeps them before they are made: each file, followed by the place that it goes to."""
    return [one for move in moves for one in dict.fromkeys(move)]


def make(moves: Sequence[Move]) -> OSError | None:
    """Move the files that are not moved yet; what is wrong where one cannot be moved. The others stay then, too."""
    try:
        for file, place in (move for move in moves if move[0] != move[1]):
            Path(place).parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):  # an earlier run moved it
                Path(file).rename(place)
    except OSError as error:
        return error
    return None


def now(moves: Iterable[Move]) -> list[str]:
    """Where the files are."""
    return [file if Path(file).exists() else place for file, place in moves]


def _free(file: Path, out: Path, attempt: int, taken: set[str]) -> str:
    """A place that no other rejected result has."""
    name = out / REJECTED / (file.relative_to(out) if file.is_relative_to(out) else file.name)
    place = name.with_stem(f"{name.stem}-{attempt}") if attempt else name
    while place.exists() or str(place) in taken:
        attempt += 1
        place = name.with_stem(f"{name.stem}-{attempt}")
    return str(place)
