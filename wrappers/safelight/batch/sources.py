"""Where work comes from: folders, globs, files, URLs, lists and stdin; always read as a stream."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import attrs

from safelight.batch.columns import Columns
from safelight.batch.lists import is_list, read_lines, read_list
from safelight.batch.local_listing import Walk, fits, leads_to
from safelight.batch.records import Record
from safelight.batch.remote import Place, is_remote, place_of, readable, real_place
from safelight.batch.remote_listing import Enters, Found, matching, single, walk
from safelight.core.base.homes import expanded
from safelight.core.base.redact import printable
from safelight.core.base.texts import listed
from safelight.errors import ConfigurationError

LOGGER = logging.getLogger("safelight.batch")
STDIN = "-"
PICTURES = ("jpg", "jpeg", "png", "webp", "heic", "heif", "bmp", "tif", "tiff", "gif", "avif")
WILD = frozenset("*?[")


def read_sources(
    places: Iterable[str],
    *,
    columns: Columns,
    formats: Collection[str] = (),
    out: str | None = None,
    say: Callable[[str], object] = LOGGER.warning,
) -> Iterator[Record]:
    """List the work that places on the command line stand for.

    Args:
        columns: Tells what the columns of lists are.
        formats: Suffixes of the files to take from folders; by default those of pictures.
        out: Where the results go: that folder is left out where it is below one that is listed.
        say: Takes what the user should know of the places.

    Raises:
        ConfigurationError: A place does not exist, or holds nothing.
        InvalidInput: A line of a list cannot be read; the message names it.
    """
    wanted = tuple(formats) or PICTURES
    for place in map(expanded, places):
        found = False
        for record in _records(place, wanted, columns, out, say):
            found = True
            yield record
        if not found:
            raise ConfigurationError(_nothing(place, wanted), field="source")


def _records(
    place: str,
    wanted: Collection[str],
    columns: Columns,
    out: str | None,
    say: Callable[[str], object],
) -> Iterator[Record]:
    if place == STDIN:
        with _stdin() as lines:
            yield from read_lines(lines, "stdin", columns)
    elif _lists(place):
        yield from read_list(place, columns)
    elif is_remote(place):
        yield from _remote(place, wanted, out, say)
    elif "://" in place:
        yield Record(place)
    elif os.path.isdir(place):  # noqa: PTH112 - text is kept as it was given
        formats = _Formats(wanted)
        walk = Walk(place, lambda path: formats.take(path[-1]), apart=_here(out))
        yield from _local(walk, place, os.path.abspath, say)
        formats.tell(say)
    elif WILD & set(place) and not os.path.exists(place):  # noqa: PTH110 - same
        yield from _glob(place, wanted, out, say)
    else:
        yield _file(Path(place))


@contextmanager
def _stdin() -> Generator[Iterable[str], None, None]:
    """Lines of stdin: UTF-8, also with a mark at its beginning; names that are not are passed on as the disk has them."""
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:
        yield sys.stdin
        return
    text = io.TextIOWrapper(binary, encoding="utf-8-sig", errors="surrogateescape")
    try:
        yield text
    finally:
        text.detach()


def is_table(place: str) -> bool:
    """Whether a place holds rows of work, each of which may name a vendor of its own."""
    return place == STDIN or _lists(place)


def _lists(place: str) -> bool:
    """Whether a place is a list; one with wild characters is, where a file has that very name."""
    if not is_list(place) or not WILD & set(place):
        return is_list(place)
    return _is_there(place_of(place)) if is_remote(place) else os.path.isfile(place)  # noqa: PTH113 - text is kept as it was given


def _nothing(place: str, wanted: Sequence[str]) -> str:
    if is_table(place):
        name = "stdin" if place == STDIN else place
        return f"{name} lists nothing: it holds no row of work"
    endings = listed([f".{suffix}" for suffix in wanted])
    if WILD & set(place):
        return f"nothing matches {place} that ends in {endings}"
    return f"no file ending in {endings} is below {place}; names that begin with a dot are left out"


def _file(path: Path) -> Record:
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigurationError(f"cannot read {path}: {reason}", field="source") from None
    return Record(str(path.absolute()), size=found.st_size, modified=found.st_mtime_ns)


def _local(
    walk: Walk, root: str, absolute: Callable[[str], str], say: Callable[[str], object]
) -> Iterator[Record]:
    try:
        for file in walk:
            yield Record(
                absolute(file.path),
                folder=file.folder,
                size=file.stat.st_size,
                modified=file.stat.st_mtime_ns,
                root=root,
                inode=file.stat.st_ino,
            )
    except OSError as error:
        raise ConfigurationError(f"cannot read {error.filename}: {error.strerror}", field="source") from None
    if walk.dangling:
        count, first = len(walk.dangling), printable(next(iter(walk.dangling.values())))
        say(
            f"{'a link is' if count == 1 else f'{count} links are'} left out that lead nowhere, such as {first}"
        )


def _glob(
    pattern: str, wanted: Collection[str], out: str | None, say: Callable[[str], object]
) -> Iterator[Record]:
    root = _fixed_part(pattern)
    parts = [part for part in pattern[0 if root == "." else len(root) :].split("/") if part not in ("", ".")]
    if not os.path.isdir(root):  # noqa: PTH112 - text is kept as it was given
        return
    formats = _Formats(wanted)
    walk = Walk(
        root,
        lambda path: fits(parts, path) and formats.take(path[-1]),
        enters=lambda path: leads_to(parts, path),
        apart=_here(out),
    )
    yield from _local(walk, root, lambda path: str(Path(path).absolute()), say)
    formats.tell(say)


class _Formats:
    """Takes files of some formats, and tells of pictures that it left out."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = wanted
        self._other = {*PICTURES}.difference(wanted) if {*PICTURES}.intersection(wanted) else set[str]()
        self._count, self._first = 0, ""

    def take(self, name: str) -> bool:
        suffix = _suffix(name)
        if suffix in self._other:
            self._count, self._first = self._count + 1, self._first or name
        return suffix in self._wanted

    def tell(self, say: Callable[[str], object]) -> None:
        if self._count:
            what = "1 picture is" if self._count == 1 else f"{self._count} pictures are"
            say(
                f"{what} left out, because the vendor does not take the format, such as {printable(self._first)}: "
                "--prepare auto sends copies in another format"
            )


def _fixed_part(pattern: str) -> str:
    parts: list[str] = []
    for part in pattern.split("/")[:-1]:
        if WILD & set(part):
            break
        parts.append(part)
    return "/".join(parts) or ("/" if pattern.startswith("/") else ".")


def _here(out: str | None) -> str | None:
    """The results' folder where it is on this machine."""
    system, path = (None, None) if out is None else real_place(out)
    return path if system is None else None


def _remote(
    address: str, wanted: Collection[str], out: str | None, say: Callable[[str], object]
) -> Iterator[Record]:
    with readable(address):
        place = place_of(address)
    if WILD & set(place.path) and not _is_there(place):
        yield from _remote_glob(place, wanted, out)
        return
    file = single(place)
    if file is not None:
        yield Record(address, size=file.size)
        return
    if place.is_local:
        links_too = Walk(place.path, lambda path: _suffix(path[-1]) in wanted, apart=_here(out))
        yield from _local(links_too, address, place.at, say)
        return
    for found in walk(place, _enters(place, out)):
        if _suffix(found.path) in wanted:
            yield _record(place, found)


def _remote_glob(place: Place, wanted: Collection[str], out: str | None) -> Iterator[Record]:
    parts = place.path.split("/")
    fixed = next(number for number, part in enumerate(parts) if WILD & set(part))
    root = "/".join(parts[:fixed])
    below = attrs.evolve(place, address=place.at(root), path=root)
    for file in matching(below, "/".join(parts[fixed:]), _enters(below, out)):
        if _suffix(file.path) in wanted:
            yield _record(below, file)


def _enters(place: Place, out: str | None) -> Enters:
    """Whether to look into a folder below a place: not into that of the results."""
    if out is None:
        return lambda _: True
    system, apart = real_place(out)
    return lambda folder: system != place.system or f"/{place.below(folder).strip('/')}" != apart


def _is_there(place: Place) -> bool:
    """Whether a name with wild characters is that of a file."""
    with readable(place.address):
        return bool(place.system.exists(place.path))


def _suffix(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _record(place: Place, found: Found) -> Record:
    return Record(place.at(found.path), folder=found.folder, size=found.size, root=place.address)
