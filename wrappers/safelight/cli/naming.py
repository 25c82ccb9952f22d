"""Where results go and which files they are expected to be, looked at before anything is bought."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from safelight.core.base.methods import MethodFacts
from safelight.core.base.redact import PATH, brief
from safelight.core.http.messages import without_query
from safelight.core.plans import files_made
from safelight.core.transfers.sources import stem_of, url_of
from safelight.core.transfers.targets import NAME_BYTES, names_a_file, safe_name, saved_suffix, try_folder
from safelight.errors import InvalidInput

STDIN = "-"
STDOUT = Path(STDIN)
"""What ``-o -`` means; any other path, such as one of ``./-``, is another object."""


class Exists(InvalidInput):
    """A result stands there already."""


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
            for suffix in sorted({saved_suffix(f".{spelling}"), *self.seen})
        ]

    def named(self, path: Path) -> list[Path]:
        """Where the files would go by a file name that the user chose."""
        return [path.with_name(f"{path.stem}{mark}{path.suffix}") for mark, _ in self.files]

    def learn(self, files: Sequence[Path]) -> None:
        """Take note of what a task made."""
        if len(files) == len(self.files) == 1:
            self.seen.add(files[0].suffix.lower())


def expected(method: MethodFacts, arguments: Mapping[str, object]) -> Expected:
    """What an operation makes with these arguments, by the vendor's documents or, where they are silent, by custom."""
    return Expected(files_made(method, arguments))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one task's files go: into a folder under `name`, or to exactly `path`."""

    path: Path
    name: str | None = None
    expected: Expected = field(default_factory=Expected)

    def check_free(self, *, overwrite: bool) -> None:
        """Raise `InvalidInput` where something stands that a result would have to replace, and may not; see `Exists`."""
        if self.path is STDOUT:
            return
        expected = self.expected
        wanted = expected.named(self.path) if self.name is None else expected.paths(self.path, self.name)
        for path in wanted:
            shown = brief(path, PATH)
            try:
                path.lstat()
            except FileNotFoundError:
                continue
            except OSError as error:  # such as a name that is too long
                raise InvalidInput(
                    f"{shown} cannot be written: {error.strerror}: choose another --out", field="out"
                ) from None
            if path.is_dir():
                raise InvalidInput(f"{shown} is a folder: choose another --out", field="out")
            if not overwrite:
                raise Exists(
                    f"{shown} exists: add --overwrite or --skip-existing, or choose another --out",
                    field="out",
                )


def label_of(source: str) -> str:
    """What to call a source: its path, or its URL without the query, which may be a credential."""
    if source == STDIN:
        return "stdin"
    return without_query(source) if url_of(source) else source


def check_out(out: str, count: int) -> Path:
    """The folder or file that ``--out`` means; its folder is made.

    Raises:
        InvalidInput: It cannot hold `count` tasks' results, or cannot be made or written to.

    """
    if out == STDIN:
        if count > 1:
            raise click.UsageError(f"-o - takes one result, and there are {count} sources: name a folder.")
        if sys.stdout.isatty():
            raise click.UsageError("-o - writes the file's bytes: lead stdout into a file or a pipe.")
        return STDOUT
    path = Path(out)
    named, shown = names_a_file(out), brief(out, PATH)
    if named and count > 1:
        raise click.UsageError(f"--out {shown} is one file, and there are {count} sources: name a folder.")
    folder = path.parent if named else path
    try:
        try_folder(folder)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InvalidInput(
            f"cannot make the folder {brief(folder, PATH)} or write into it: {reason}", field="out"
        ) from None
    return path


def places(
    out: Path, sources: Sequence[str], stems: Sequence[str], operation: str, expected: Expected | None = None
) -> list[Place]:
    """A place for each task's files, no two the same and none that is a source itself.

    A result is named after its source. In the source's own folder the operation is added
    (``photo-remove-background.png``), and a number where two sources have one name. `expected` is what each task makes.
    """
    makes = expected or Expected()
    if out is STDOUT and len(makes.files) > 1:
        raise click.UsageError(f"-o - takes one file, and this makes {len(makes.files)}: name a folder.")
    if out is STDOUT or (out.suffix and not _is_folder(out)):
        return [Place(out, None, makes)]
    used: set[str] = set()
    found: list[Place] = []
    for source, stem in zip(sources, stems, strict=True):
        mark = f"-{operation}" if _lies_in(source, out) else ""
        name, number = _as_saved(stem, mark), 1
        while name.casefold() in used:
            number += 1
            name = _as_saved(stem, f"{mark}-{number}")
        used.add(name.casefold())
        found.append(Place(out, name, makes))
    return found


def source_stem(source: str, filename: str | None, otherwise: str) -> str:
    """Name of a source's results."""
    if not source or (source == STDIN and not filename):
        return otherwise
    return stem_of(source, filename, otherwise)


def _as_saved(stem: str, mark: str) -> str:
    """The name that results are saved by: a long one is cut so that its mark is not lost."""
    room = NAME_BYTES - len(mark.encode())
    return safe_name(f"{safe_name(stem).encode()[:room].decode('utf-8', 'ignore')}{mark}")


def _is_folder(path: Path) -> bool:
    """Whether it is one; not so of a name that is too long to be any."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _lies_in(source: str, folder: Path) -> bool:
    if not source or source == STDIN or url_of(source):
        return False
    try:
        return Path(os.path.realpath(source)).parent == Path(os.path.realpath(folder))
    except (OSError, ValueError):
        return False
