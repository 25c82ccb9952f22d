"""Which files an operation is expected to make, so that one in the way is seen before anything is bought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from safelight.core.plans import files_made
from safelight.vendors import Vendor


@dataclass(slots=True)
class Expected:
    """The files of one task.

    Attributes:
        files: What each file's name ends in before its suffix, such as ``-mask``, and its suffix as the vendor spells it.
        seen: Suffixes that results of the same command had: no vendor promises its formats.
    """

    files: Sequence[tuple[str, str]] = ()
    seen: set[str] = field(default_factory=set[str])

    def paths(self, folder: Path, name: str) -> list[Path]:
        """Where the files would go in a folder."""
        return [
            folder / f"{name}{mark}{suffix}"
            for mark, spelling in self.files
            for suffix in sorted({f".{spelling}", *self.seen})
        ]

    def named(self, path: Path) -> list[Path]:
        """Where the files would go by a file name that the user chose."""
        return [path.with_name(f"{path.stem}{mark}{path.suffix}") for mark, _ in self.files]

    def learn(self, files: Sequence[Path]) -> None:
        """Take note of what a task made."""
        if len(files) == len(self.files) == 1:
            self.seen.add(files[0].suffix.lower())


def expected(vendor: Vendor, method: str, arguments: Mapping[str, object]) -> Expected:
    """What an operation makes with these arguments, by the vendor's documents or, where they are silent, by custom."""
    return Expected(files_made(vendor.facts.methods[method], arguments))
