"""Where work comes from: folders, globs, files, URLs, lists and stdin; always read as a stream."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import attrs

from safelight.batch.columns import Columns
from safelight.batch.homes import expanded
from safelight.batch.lists import is_list, read_lines, read_list
from safelight.batch.records import Record
from safelight.batch.remote import Place, is_remote, place_of, readable
from safelight.batch.remote_listing import Found, matching, single, walk
from safelight.cli.wording import listed
from safelight.errors import ConfigurationError

STDIN = "-"
PICTURES = ("jpg", "jpeg", "png", "webp", "heic", "heif", "bmp", "tif", "tiff", "gif", "avif")
WILD = frozenset("*?[")


def read_sources(
    places: Iterable[str], *, columns: Columns, formats: Collection[str] = ()
) -> Iterator[Record]:
    """List the work that places on the command line stand for.

    Args:
        columns: Tells what the columns of lists are.
        formats: Suffixes of the files to take from folders; by default those of pictures.

    Raises:
        ConfigurationError: A place does not exist, or holds nothing.
        InvalidInput: A line of a list cannot be read; the message names it.
    """
    wanted = tuple(formats) or PICTURES
    for place in map(expanded, places):
        found = False
        for record in _records(place, wanted, columns):
            found = True
            yield record
        if not found:
            raise ConfigurationError(_nothing(place, wanted), field="source")


def _records(place: str, wanted: Collection[str], columns: Columns) -> Iterator[Record]:
    if place == STDIN:
        yield from read_lines(sys.stdin, "stdin", columns)
    elif _lists(place):
        yield from read_list(place, columns)
    elif is_remote(place):
        yield from _remote(place, wanted)
    elif "://" in place:
        yield Record(place)
    elif os.path.isdir(place):  # noqa: PTH112 - text is kept as it was given
        yield from _folder(Path(place), wanted)
    elif WILD & set(place) and not os.path.exists(place):  # noqa: PTH110 - same
        yield from _glob(place, wanted)
    else:
        yield _file(Path(place), "")


def is_table(place: str) -> bool:
    """Whether a place holds rows of work, each of which may name a vendor of its own."""
    return place == STDIN or _lists(place)


def _lists(place: str) -> bool:
    return is_list(place) and not WILD & set(place)


def _nothing(place: str, wanted: Sequence[str]) -> str:
    if is_table(place):
        name = "stdin" if place == STDIN else place
        return f"{name} lists nothing: it holds no row of work"
    endings = listed([f".{suffix}" for suffix in wanted])
    if WILD & set(place):
        return f"nothing matches {place} that ends in {endings}"
    return f"no file ending in {endings} is below {place}; names that begin with a dot are left out"


def _file(path: Path, folder: str) -> Record:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}", field="source") from None
    return Record(str(path.absolute()), folder=folder, size=size)


def _folder(root: Path, wanted: Collection[str]) -> Iterator[Record]:
    """Files below a folder, one folder's names in memory at a time; hidden ones are left out."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        with os.scandir(root / folder) as entries:
            names = sorted(
                (entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name
            )
        for entry in names:
            if entry.is_file() and entry.name.rpartition(".")[2].lower() in wanted:
                yield Record(os.path.abspath(entry.path), folder=folder, size=entry.stat().st_size)  # noqa: PTH100
        below = [f"{folder}/{entry.name}" if folder else entry.name for entry in names if entry.is_dir()]
        waiting.extend(reversed(below))


def _glob(pattern: str, wanted: Collection[str]) -> Iterator[Record]:
    root = _fixed_part(pattern)
    for name in glob.iglob(pattern, recursive=True):  # noqa: PTH207 - a stream, which pathlib's is not
        path = Path(name)
        if path.is_file() and path.suffix[1:].lower() in wanted:
            folder = os.path.relpath(path.parent, root)
            yield _file(path, "" if folder == "." else folder)


def _fixed_part(pattern: str) -> str:
    parts: list[str] = []
    for part in pattern.split("/")[:-1]:
        if WILD & set(part):
            break
        parts.append(part)
    return "/".join(parts) or ("/" if pattern.startswith("/") else ".")


def _remote(address: str, wanted: Collection[str]) -> Iterator[Record]:
    with readable(address):
        place = place_of(address)
    if WILD & set(place.path) and not _is_there(place):
        yield from _remote_glob(place, wanted)
        return
    file = single(place)
    if file is not None:
        yield Record(address, size=file.size)
        return
    for found in walk(place):
        if _suffix(found) in wanted:
            yield _record(place, found)


def _remote_glob(place: Place, wanted: Collection[str]) -> Iterator[Record]:
    parts = place.path.split("/")
    fixed = next(number for number, part in enumerate(parts) if WILD & set(part))
    root = "/".join(parts[:fixed])
    below = attrs.evolve(place, address=place.at(root), path=root)
    for file in matching(below, "/".join(parts[fixed:])):
        if _suffix(file) in wanted:
            yield _record(place, file)


def _is_there(place: Place) -> bool:
    """Whether a name with wild characters is that of a file."""
    with readable(place.address):
        return bool(place.system.exists(place.path))


def _suffix(found: Found) -> str:
    return found.path.rpartition(".")[2].lower()


def _record(place: Place, found: Found) -> Record:
    return Record(place.at(found.path), folder=found.folder, size=found.size)
