"""What a sync remembers of each picture: how its file looked, the hash of its content, and where its results are.

It stands in the batch's database, so that one transaction changes it together with the items that were bought.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from typing import Self

import attrs
import sqlalchemy as sa

from safelight.batch.contents import content_of
from safelight.batch.database import SCHEMA
from safelight.batch.store import PAGE, pages
from safelight.batch.tables import CONTENTS, METADATA, AnyText

SYNCED = sa.Table(
    "synced",
    METADATA,
    sa.Column("batch", sa.Text, primary_key=True),
    sa.Column("path", AnyText, primary_key=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("modified", sa.BigInteger, nullable=False),
    sa.Column("inode", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("item", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("files", AnyText, nullable=False),
    sa.Index("synced_item", "item"),
)
"""`inode` is text, for it may be larger than the largest integer of a database."""
BY_DIGEST = sa.Index("contents_digest", CONTENTS.c.digest)


@attrs.frozen
class Mark:
    """How a file looks without reading it.

    Attributes:
        size: Bytes.
        modified: When it was last changed, in nanoseconds since the epoch.
        inode: Its number on the disk; empty where it is not known.
    """

    size: int
    modified: int
    inode: str = ""

    @classmethod
    def of(cls, path: str) -> Self | None:
        """A file's mark; None where there is no file."""
        try:
            found = os.stat(path)  # noqa: PTH116 - 100,000 of them, and a Path takes twice as long
        except (OSError, ValueError):
            return None
        return cls(found.st_size, found.st_mtime_ns, str(found.st_ino))

    def fits(self, other: Mark) -> bool:
        """Whether two marks are of one unchanged file."""
        return (self.size, self.modified) == (other.size, other.modified) and (
            not self.inode or not other.inode or self.inode == other.inode
        )


@attrs.frozen
class Result:
    """A file of a result, as it was put there.

    Attributes:
        edited: Somebody changed it since; the rest says how it is now.
    """

    path: str
    mark: Mark
    digest: str
    edited: bool = False

    @classmethod
    def at(cls, path: str, *, edited: bool = False) -> Self | None:
        """A result's file as it is now; None where there is none."""
        found = content_of(path)
        mark = Mark.of(path)
        return None if found is None or mark is None else cls(path, mark, found.digest, edited)

    def now(self) -> Result | None:
        """How the file is now: itself where it is unchanged, None where it is gone. Only a changed one is read."""
        mark = Mark.of(self.path)
        if mark is None:
            return None
        if mark.fits(self.mark):
            return self
        found = Result.at(self.path)
        if found is None:
            return None
        return attrs.evolve(found, edited=self.edited or found.digest != self.digest)


@attrs.frozen
class Row:
    """A picture whose results are at their place.

    Attributes:
        path: Where the picture is, or was.
        digest: Hash of its content.
        item: The item that its results were bought by.
        target: Path of its results below the output folder, without what tells them apart and without suffix.
    """

    path: str
    mark: Mark
    digest: str
    item: str
    target: str
    files: tuple[Result, ...]


class Table:
    """The rows of one sync.

    Args:
        engine: The database, open.
        batch: The sync's name.
    """

    def __init__(self, engine: sa.Engine, batch: str) -> None:
        self._engine = engine
        self._batch = batch

    def make(self) -> None:
        """Make the table where it is missing."""
        with self._engine.begin() as connection:
            SYNCED.create(connection, checkfirst=True)
            BY_DIGEST.create(connection, checkfirst=True)

    def load(self) -> dict[str, Row]:
        """All rows by path; none where the table is not made yet."""
        schema = SCHEMA if self._engine.dialect.name == "postgresql" else None
        if not sa.inspect(self._engine).has_table(SYNCED.name, schema=schema):
            return {}
        query = sa.select(SYNCED).where(SYNCED.c.batch == self._batch)
        with self._engine.connect() as connection:
            return {row.path: _row(row) for row in connection.execute(query).yield_per(PAGE)}

    def save(self, connection: sa.Connection, rows: Iterable[Row], dropped: Collection[str] = ()) -> None:
        """Write rows and remove others in a caller's transaction."""
        for page in pages(rows):
            self._remove(connection, [row.path for row in page])
            connection.execute(sa.insert(SYNCED), [_values(self._batch, row) for row in page])
        for paths in pages(dropped):
            self._remove(connection, paths)

    def _remove(self, connection: sa.Connection, paths: Collection[str]) -> None:
        connection.execute(sa.delete(SYNCED).where(SYNCED.c.batch == self._batch, SYNCED.c.path.in_(paths)))


def _values(batch: str, row: Row) -> dict[str, object]:
    return {
        "batch": batch,
        "path": row.path,
        **attrs.asdict(row.mark),
        "digest": row.digest,
        "item": row.item,
        "target": row.target,
        "files": json.dumps(
            [
                [one.path, one.mark.size, one.mark.modified, one.mark.inode, one.digest, one.edited]
                for one in row.files
            ]
        ),
    }


def _row(row: sa.Row[tuple[object, ...]]) -> Row:
    values = row._mapping
    files = tuple(
        Result(path, Mark(size, modified, inode), digest, edited)
        for path, size, modified, inode, digest, edited in json.loads(values["files"])
    )
    mark = Mark(values["size"], values["modified"], values["inode"])
    return Row(values["path"], mark, values["digest"], values["item"], values["target"], files)
