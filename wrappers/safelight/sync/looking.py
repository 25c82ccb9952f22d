"""Looks at the pictures of a folder: what each file's content is, read only where the file looks different from before."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

import attrs

from safelight.batch.contents import content_of
from safelight.batch.measuring import without_name
from safelight.batch.records import Record, refusal
from safelight.core.transfers.sources import prepare
from safelight.errors import InvalidInput
from safelight.sync.changes import Note
from safelight.sync.table import Mark, Row

REST = 5.0
"""Seconds for which a file must look the same, before a watching sync takes it to be whole."""


@attrs.frozen
class Seen:
    """A picture that is there and can be read.

    Attributes:
        record: As it was listed.
        digest: Hash of its content.
    """

    record: Record
    mark: Mark
    digest: str


@attrs.define
class Look:
    """All that was found in a folder.

    Attributes:
        listed: Paths of all pictures, also of those that cannot be used now.
        seen: Those that can, by path.
        notes: Why the others cannot.
        read: How many files were read.
    """

    listed: set[str] = attrs.field(factory=set[str])
    seen: dict[str, Seen] = attrs.field(factory=dict[str, Seen])
    notes: list[Note] = attrs.field(factory=list[Note])
    read: int = 0

    def refreshed(self) -> Look:
        """The same without the files that changed since."""
        seen = {
            path: one
            for path, one in self.seen.items()
            if (mark := Mark.of(path)) is not None and mark.fits(one.mark)
        }
        return Look(self.listed, seen)


class Resting:
    """Tells files that are still being written: they looked otherwise a moment ago."""

    def __init__(self) -> None:
        self._since: dict[str, tuple[Mark, float]] = {}

    def is_whole(self, path: str, mark: Mark) -> bool:
        """Whether a file has looked like this for `REST` seconds, by its own time where it is seen first."""
        now = time.monotonic()
        known = self._since.get(path)
        if known is None or known[0] != mark:
            age = time.time() - mark.modified / 1e9 if known is None else 0.0
            known = self._since[path] = (mark, now - max(0.0, age))
        return now - known[1] >= REST


def look(records: Iterable[Record], rows: Mapping[str, Row], resting: Resting | None = None) -> Look:
    """Look at the files that are listed; those that look as before are not read.

    Args:
        rows: What is known of them.
        resting: Leaves out what is still being written.
    """
    found = Look()
    for record in records:
        path = record.source
        found.listed.add(path)
        mark = Mark(record.size or 0, record.modified or 0, str(record.inode or ""))
        row = rows.get(path)
        if row is not None and row.mark.fits(mark):
            found.seen[path] = Seen(record, mark, row.digest)
            continue
        if resting is not None and not resting.is_whole(path, mark):
            found.notes.append(Note("arriving", path, "it is still being written and is taken once it rests"))
            continue
        found.read += 1
        try:
            digest = _digest(path, mark)
        except (InvalidInput, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else without_name(error.message, path)
            found.notes.append(Note("unreadable", path, reason or str(error)))
            continue
        if digest is None:
            found.notes.append(Note("arriving", path, "it changed while it was read: the next sync takes it"))
        else:
            found.seen[path] = Seen(record, mark, digest)
    return found


def _digest(path: str, mark: Mark) -> str | None:
    """Hash of a file's content; None where it changed meanwhile.

    Raises:
        InvalidInput: It is empty, cut off, or no picture.
        OSError: It cannot be read.
    """
    if reason := refusal(path):
        raise InvalidInput(reason, field="source")
    prepare(path)
    content = content_of(path)
    after = Mark.of(path)
    return None if content is None or after is None or not after.fits(mark) else content.digest
