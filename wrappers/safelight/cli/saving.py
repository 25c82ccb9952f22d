"""Saves what was paid for: never lost over a name, and no word withheld about a misleading one."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from safelight.cli.naming import STDOUT, Place
from safelight.cli.output import failure_of_stdout
from safelight.core.results import AsyncResult
from safelight.core.transfers.images import format_of, spellings
from safelight.errors import DownloadFailed, InvalidInput

NAMES = {name: f"a {name.upper()}" for name in ("png", "tiff", "gif", "bmp", "heic", "pdf")} | {
    "jpg": "a JPEG",
    "webp": "a WebP",
    "avif": "an AVIF",
    "zip": "a ZIP archive",
}
ZIP = b"PK\x03\x04"
HEAD = 16
"""Bytes that tell a format."""
KNOWN_SUFFIXES = {f".{spelling}" for name in NAMES for spelling in spellings(name)}


async def save(
    result: AsyncResult[object], place: Place, *, overwrite: bool, say: Callable[[str], None]
) -> list[Path]:
    """Save every file of a result and return where they are.

    Args:
        result: What the task made.
        place: Where its files go.
        overwrite: Replace files that exist. Otherwise a name that was taken meanwhile is left alone, and the result
            gets the next free one.
        say: Tells the user what to know about a file.

    Raises:
        InvalidInput: The folder cannot be made.
        DownloadFailed: A file cannot be had whole, or not written.
    """
    if place.path is STDOUT:
        await _print(result)
        return []
    try:
        files = await result.save(place.path, name=place.name, overwrite=overwrite)
    except InvalidInput:
        if place.name is not None or overwrite:
            raise
        files = await result.save(place.path.parent, name=place.path.stem)
        say(f"note: {place.path} is taken: saved as {', '.join(map(str, files))}")
    place.expected.learn(files)
    for note in await asyncio.to_thread(format_notes, files):
        say(note)
    return files


async def _print(result: AsyncResult[object]) -> None:
    """Write the one file of a result to stdout."""
    if len(result.files) != 1:
        raise DownloadFailed(f"-o - takes one file, and the task made {len(result.files)}: name a folder")
    content = await result.bytes()
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
    failure = failure_of_stdout()
    if failure is not None:
        raise DownloadFailed(f"the result could not be written to stdout: {failure.strerror}")


def format_notes(files: Sequence[Path]) -> list[str]:
    """A line for each file whose suffix is another format's. Blocks on the disk."""
    notes: list[str] = []
    for path in files:
        with path.open("rb") as file:
            head = file.read(HEAD)
        found = "zip" if head.startswith(ZIP) else format_of(head)
        suffix = path.suffix.lower()
        if found is not None and suffix in KNOWN_SUFFIXES and suffix[1:] not in spellings(found):
            notes.append(f"note: {path} holds {NAMES[found]}")
    return notes
