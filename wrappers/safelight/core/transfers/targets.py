"""Where results go: their names, and how a file gets its name without replacing another."""

from __future__ import annotations

import mimetypes
import os
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import attrs

from safelight.core.base.outcome import FileRef
from safelight.core.base.redact import PATH, brief
from safelight.core.flow.effects import Blocking, Flow
from safelight.core.http.messages import path_of
from safelight.core.transfers.images import MEDIA_TYPES
from safelight.core.transfers.part_files import PartFile
from safelight.errors import InvalidInput

MOST_ALIKE = 10_000
"""Files of one name that a folder may have."""
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])( *\..*)?")
PROBE_BYTES = 4096
"""A block: a full disk may still take an empty file."""
NAME_BYTES = 180
"""File systems take names of 255 bytes; a suffix and a mark may be added."""


@attrs.frozen(eq=False)
class Target:
    """Where a file is to go: `folder`, under `name` or else one made from `stem`, `mark` and the file's type."""

    folder: Path
    stem: str
    name: str | None = None
    mark: str = ""
    """What tells the files of one result apart, which no long name may lose."""

    def path(self, file: FileRef, media_type: str | None) -> Path:
        if self.name is not None:
            return self.folder / self.name
        return self.folder / f"{safe_name(self.stem)}{self.mark}{suffix_of(file, media_type)}"


def check_free(target: Target) -> Flow[None]:
    """Raise `InvalidInput` where a file name that was given is taken, or can be none."""
    if target.name is not None:
        path = target.folder / target.name
        yield from Blocking(lambda: make_room(path, overwrite=False))


def names_a_file(where: str | os.PathLike[str]) -> bool:
    """Whether a place that a user gave is a file's name, and not a folder. Blocks on the disk."""
    path = Path(where)
    if path.suffix == "" or os.fspath(where).endswith(("/", os.sep)):
        return False
    try:
        return not path.is_dir()
    except (OSError, ValueError):  # no usable path at all: saving to it says so
        return True


def suffix_of(file: FileRef, media_type: str | None = None) -> str:
    """A file's suffix: from its name, its URL, its type, or as storage says; empty where none tells."""
    named = PurePosixPath(unquote(file.name or path_of(file.url or ""))).suffix.lower()
    if re.fullmatch(r"\.[a-z0-9]{1,5}", named):
        return saved_suffix(named)
    known = media_type or file.type
    if known is None:
        return ""
    return next(
        (f".{name}" for name, kind in MEDIA_TYPES.items() if kind == known),
        mimetypes.guess_extension(known) or "",
    )


def saved_suffix(suffix: str) -> str:
    """The suffix that a result is saved with: ``.jpg`` for any JPEG, as most sources have it, also of vendors' ``.jpeg``."""
    return ".jpg" if suffix == ".jpeg" else suffix


def safe_name(name: str) -> str:
    """A server's or user's name as one plain file name: no folders, no hidden or reserved names, not too long."""
    base = re.split(r"[/\\]", name)[-1]
    base = "".join(character for character in base if character.isprintable() and character not in '<>:"|?*')
    base = base.lstrip(". ").encode()[:NAME_BYTES].decode("utf-8", "ignore").rstrip(". ")
    return f"_{base}" if RESERVED.fullmatch(base) else base or "result"


def try_folder(folder: Path) -> None:
    """Make a folder and write a small file into it, which is removed again. Raises `OSError` or `ValueError`."""
    folder.mkdir(parents=True, exist_ok=True)
    part = PartFile(folder)
    try:
        part.begin()
        part.file.write(bytes(PROBE_BYTES))
        part.settle()
    finally:
        part.discard()


def make_room(path: Path, *, overwrite: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        taken = path.suffix != "" and _is_taken(path)
    except OSError as error:
        raise InvalidInput(f"cannot save to {brief(path, PATH)}: {error.strerror}", field="target") from None
    except ValueError as error:
        raise InvalidInput(f"cannot save to {brief(path, PATH)!r}: {error}", field="target") from None
    if taken and not overwrite:
        raise _taken(path)


def _is_taken(path: Path) -> bool:
    try:
        path.lstat()  # unlike exists(), it sees a dangling link and refuses what can be no path
    except FileNotFoundError:
        return False
    return True


def finish(part: PartFile, final: Path, *, overwrite: bool, number: bool) -> tuple[Path, int]:
    """Give a whole file its name, or with `number` the next free one like it; where it is, and its size."""
    size = part.settle()
    if overwrite:
        part.path.replace(final)
        return final, size
    for count in range(1, MOST_ALIKE if number else 2):
        name = final if count == 1 else final.with_stem(f"{final.stem}-{count}")
        try:
            _place(part.path, name)
        except FileExistsError:
            continue
        return name, size
    raise _taken(final)


def _place(part: Path, final: Path) -> None:
    """Give a file its name unless that is taken, in one step: a link cannot replace a file."""
    try:
        os.link(part, final)
    except OSError as error:  # a file system without links, unless the name is taken
        if isinstance(error, FileExistsError) or final.exists():
            raise FileExistsError from None
        part.replace(final)


def _taken(path: Path) -> InvalidInput:
    return InvalidInput(
        f"{brief(path, PATH)} exists: choose another name or pass overwrite=True", field="target"
    )
