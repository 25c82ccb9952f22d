"""Knows which file an item was bought from, so that another photograph under the same name is not taken for done."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b, file_digest
from pathlib import Path

import attrs
import sqlalchemy as sa

from safelight.batch.database import CONTENTS, has_table
from safelight.batch.records import Item, Record
from safelight.batch.remote import real_place
from safelight.batch.states import State
from safelight.core.base.redact import PATH, brief
from safelight.errors import InvalidInput

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


class Contents:
    """What the items of a database were bought from."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @cached_property
    def _there(self) -> bool:
        return has_table(self._engine, CONTENTS)

    def of(self, items: Sequence[str]) -> Mapping[str, Content]:
        """By a page of items' ids; those of earlier releases have none."""
        if not items or not self._there:
            return {}
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(CONTENTS).where(CONTENTS.c.item.in_(items))).all()
        return {row.item: Content(row.size, row.modified, row.digest) for row in rows}

    def keep(self, contents: Mapping[str, Content]) -> None:
        """Write down what items were bought from."""
        with self._engine.begin() as connection:
            for item, content in contents.items():
                keep(connection, item, content)

    def changed(
        self, listed: Mapping[str, Record], known: Mapping[str, Item], *, refresh: bool = True
    ) -> set[str]:
        """Those of a page's items that are done or rejected, and whose file is another one since.

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
        return found


_FORGET = sa.delete(CONTENTS).where(CONTENTS.c.item == sa.bindparam("of"))
_KEEP = sa.insert(CONTENTS)


def keep(connection: sa.Connection, item: str, content: Content) -> None:
    """Write down in a caller's transaction what an item is bought from."""
    connection.execute(_FORGET, {"of": item})
    connection.execute(_KEEP, {"item": item, **attrs.asdict(content)})


def _is_one_of(source: str, files: Iterable[str]) -> bool:
    place = real_place(source)
    return any(real_place(file) == place for file in files)
