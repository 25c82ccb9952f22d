"""Knows which file an item was bought from, so that another photograph under the same name is not taken for done."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import cast

import attrs
import sqlalchemy as sa

from safelight.batch.catalogue import work_of
from safelight.batch.database import has_table
from safelight.batch.records import Item, Record
from safelight.batch.remote import real_place
from safelight.batch.states import State
from safelight.batch.tables import CONTENTS, OTHERS
from safelight.core.base.redact import PATH, brief
from safelight.errors import InvalidInput, UploadFailed

DIGEST_BYTES = 20
CHANGED: tuple[State, ...] = ("done", "rejected")
"""States of items that are bought again once their file is another one."""


@attrs.frozen
class Content:
    """A file as it was sent.

    Attributes:
        size: Bytes.
        modified: When it was last changed, in nanoseconds since the epoch; None where the place does not say.
        digest: Hash of its bytes.
    """

    size: int
    modified: int | None
    digest: str


def content_of(path: str, *, lasting: bool = True) -> Content | None:
    """A file's content; None where it cannot be read. Blocks on the disk.

    Args:
        lasting: Whether the file is the source itself, and not a copy for the moment.

    Raises:
        InvalidInput: It is a pipe or the like: what reads it first takes it from all others, from a later run as well.
    """
    try:
        kind = Path(path).stat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
            raise InvalidInput(
                f"{brief(path, PATH)} can be read only once, and a batch may have to read a source again: write it to a file",
                field="source",
            )
        with Path(path).open("rb") as file:
            found = os.fstat(file.fileno())
            digest = file_digest(file, lambda: blake2b(digest_size=DIGEST_BYTES)).hexdigest()
    except (OSError, ValueError):  # no file at all, such as a URL; what is wrong with it, the client says
        return None
    return Content(found.st_size, found.st_mtime_ns if lasting else None, digest)


def check_unchanged(path: str, content: Content) -> None:
    """Raise `UploadFailed` where a file changed since its content was read, which would be remembered as bought."""
    try:
        found = Path(path).stat()
    except OSError:  # the client says what is wrong with it
        return
    if (found.st_size, found.st_mtime_ns) != (content.size, content.modified):
        raise UploadFailed(
            f"{brief(path, PATH)} changed while it was sent. Nothing was bought", field="source"
        )


def other_files(item: Item) -> list[str]:
    """The files that an item sends besides its source, such as a mask."""
    parameters = work_of(item.vendor, item.operation).method.parameters
    found: list[str] = []
    for name, value in item.options.items():
        if name in parameters and parameters[name].source is not None:
            every = cast("list[object]", value if isinstance(value, list) else [value])
            found += [one for one in every if isinstance(one, str) and "://" not in one]
    return found


def content_of_all(paths: Sequence[str]) -> Content | None:
    """Several files as one content; None for no files, or where one cannot be read. Raises as `content_of`."""
    looks = _looks(paths)  # before they are read: what changes meanwhile is read again
    contents = [content_of(path) for path in paths]
    digests = [one.digest for one in contents if one is not None]
    if looks is None or len(digests) < len(paths):
        return None
    return Content(*looks, blake2b("".join(digests).encode(), digest_size=DIGEST_BYTES).hexdigest())


def _looks(paths: Sequence[str]) -> tuple[int, int] | None:
    """The size of files, and a number that tells whether one has another time; None as for `content_of_all`."""
    try:
        found = [Path(path).stat() for path in paths]
    except (OSError, ValueError):
        return None
    times = "".join(f"{one.st_size} {one.st_mtime_ns} " for one in found)
    hashed = int.from_bytes(blake2b(times.encode(), digest_size=7).digest(), "big")
    return (sum(one.st_size for one in found), hashed) if found else None


class Contents:
    """What the items of a database were bought from."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @cached_property
    def _there(self) -> bool:
        return has_table(self._engine, CONTENTS)

    def of(self, items: Sequence[str], table: sa.Table = CONTENTS) -> Mapping[str, Content]:
        """By a page of items' ids; those of earlier releases have none."""
        if not items or not (self._there if table is CONTENTS else has_table(self._engine, table)):
            return {}
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(table).where(table.c.item.in_(items))).all()
        return {row.item: Content(row.size, row.modified, row.digest) for row in rows}

    def keep(self, contents: Mapping[str, Content], table: sa.Table = CONTENTS) -> None:
        """Write down what items were bought from."""
        with self._engine.begin() as connection:
            for item, content in contents.items():
                keep(connection, item, content, table)

    def changed(
        self, listed: Mapping[str, Record], known: Mapping[str, Item], *, refresh: bool = True
    ) -> set[str]:
        """Those of a page's items that are done or rejected, and one of whose files is another one since.

        A file with another time and the same bytes is the same.

        Args:
            listed: What was found, by the items' ids.
            known: The items of them that exist.
            refresh: Write such a time down, so that the file is not read again the next time.
        """
        done = [name for name in listed if name in known and known[name].state in CHANGED]
        before = self.of(done)
        found: set[str] = set()
        fresh: dict[str, Content] = {}
        for name, old in before.items():
            record = listed[name]
            if record.size is None or (record.size, record.modified or old.modified) == (
                old.size,
                old.modified,
            ):
                continue
            new = None
            if record.size == old.size:
                new = content_of(record.source)
                if new is None or new.digest == old.digest:
                    fresh |= {} if new is None else {name: new}
                    continue
            if not _is_one_of(record.source, known[name].files):  # its own result, which replaced it
                found.add(name)
        if refresh and fresh:
            self.keep(fresh)
        return found | self._others_changed(
            [known[name] for name in done if name not in found], refresh=refresh
        )

    def _others_changed(self, done: Sequence[Item], *, refresh: bool) -> set[str]:
        """The same for the files besides the source."""
        files = {item.id: paths for item in done if (paths := other_files(item))}
        found: set[str] = set()
        fresh: dict[str, Content] = {}
        for name, old in self.of(list(files), OTHERS).items():
            looks = _looks(files[name])
            if looks is None or looks == (old.size, old.modified):
                continue
            new = content_of_all(files[name])
            if new is None or new.digest == old.digest:
                fresh |= {} if new is None else {name: new}
            else:
                found.add(name)
        if refresh and fresh:
            self.keep(fresh, OTHERS)
        return found


@cache
def _statements(table: sa.Table) -> tuple[sa.Delete, sa.Insert]:
    return sa.delete(table).where(table.c.item == sa.bindparam("of")), sa.insert(table)


def keep(connection: sa.Connection, item: str, content: Content, table: sa.Table = CONTENTS) -> None:
    """Write down in a caller's transaction what an item is bought from."""
    forget, insert = _statements(table)
    connection.execute(forget, {"of": item})
    connection.execute(insert, {"item": item, **attrs.asdict(content)})


def _is_one_of(source: str, files: Iterable[str]) -> bool:
    place = real_place(source)
    return any(real_place(file) == place for file in files)
