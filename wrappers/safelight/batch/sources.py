"""Where work comes from: folders, globs, files, URLs, JSONL, CSV, Parquet and stdin; always read as a stream."""

from __future__ import annotations

import csv
import glob
import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, cast

from safelight.batch.records import Record
from safelight.batch.remote import filesystem, is_remote
from safelight.errors import ConfigurationError, InvalidInput

STDIN = "-"
LISTS = (".jsonl", ".ndjson", ".csv", ".parquet")
PICTURES = frozenset({"jpg", "jpeg", "png", "webp", "heic", "heif", "bmp", "tif", "tiff", "gif", "avif"})
COLUMNS = ("source", "vendor", "operation", "target")
"""Columns with a meaning of their own; others are arguments of the operation, or fields of the naming template."""
WILD = frozenset("*?[")


def read_sources(
    places: Iterable[str], *, parameters: Collection[str], formats: Collection[str] = ()
) -> Iterator[Record]:
    """List the work that places on the command line stand for.

    Args:
        parameters: Names of the operation's parameters: columns of such a name are arguments.
        formats: Suffixes of the files to take from folders; by default those of pictures.

    Raises:
        ConfigurationError: A place does not exist.
        InvalidInput: A line of a list cannot be read; the message names it.
    """
    wanted = frozenset(formats) or PICTURES
    for place in places:
        if place == STDIN:
            yield from _lines(sys.stdin, "stdin", parameters)
        elif place.lower().endswith(LISTS) and not WILD & set(place):
            yield from _list(place, parameters)
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
    found = False
    for name in glob.iglob(pattern, recursive=True):  # noqa: PTH207 - a stream, which pathlib's is not
        path = Path(name)
        if path.is_file() and path.suffix[1:].lower() in wanted:
            found = True
            folder = os.path.relpath(path.parent, root)
            yield _file(path, "" if folder == "." else folder)
    if not found:
        raise ConfigurationError(f"nothing matches {pattern}", field="source")


def _fixed_part(pattern: str) -> str:
    parts: list[str] = []
    for part in pattern.split("/")[:-1]:
        if WILD & set(part):
            break
        parts.append(part)
    return "/".join(parts) or ("/" if pattern.startswith("/") else ".")


def _remote(address: str, wanted: Collection[str]) -> Iterator[Record]:
    system, path = filesystem(address)
    if WILD & set(path):
        names: Iterable[str] = system.glob(path)
        root = _fixed_part(path)
    elif system.isdir(path):
        names, root = system.find(path), path
    else:
        yield Record(address)
        return
    for name in names:
        if name.rpartition(".")[2].lower() in wanted:
            folder = os.path.relpath(os.path.dirname(name), root)  # noqa: PTH120 - no path of this machine
            yield Record(str(system.unstrip_protocol(name)), folder="" if folder == "." else folder)


def _list(place: str, parameters: Collection[str]) -> Iterator[Record]:
    suffix = place.lower().rpartition(".")[2]
    if suffix == "parquet":
        yield from _parquet(place, parameters)
        return
    try:
        file = Path(place).open(encoding="utf-8-sig", newline="")  # noqa: SIM115 - closed below
    except OSError as error:
        raise ConfigurationError(f"cannot read {place}: {error.strerror}", field="source") from None
    with file:
        if suffix == "csv":
            for number, row in enumerate(csv.DictReader(file), 2):
                yield _record(
                    {name: _value(text) for name, text in row.items() if text},
                    f"{place}:{number}",
                    parameters,
                )
        else:
            yield from _lines(file, place, parameters)


def _lines(file: IO[str], name: str, parameters: Collection[str]) -> Iterator[Record]:
    for number, line in enumerate(file, 1):
        text = line.strip()
        if not text:
            continue
        if not text.startswith("{"):
            yield Record(text) if "://" in text else _file(Path(text), "")
            continue
        try:
            row = cast("Mapping[str, object]", json.loads(text))
        except ValueError as error:
            raise InvalidInput(f"{name}:{number}: not JSON: {error}", field="source") from None
        yield _record(row, f"{name}:{number}", parameters)


def _parquet(place: str, parameters: Collection[str]) -> Iterator[Record]:
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise ConfigurationError("Parquet needs pyarrow: pip install pyarrow", field="source") from None
    number = 0
    for rows in parquet.ParquetFile(place).iter_batches(batch_size=1000):
        for row in rows.to_pylist():
            number += 1
            yield _record(
                {name: value for name, value in row.items() if value is not None},
                f"{place}:{number}",
                parameters,
            )


def _value(text: str) -> object:
    """A cell: JSON where it is a number, a flag, a list or an object, else text."""
    try:
        return cast("object", json.loads(text))
    except ValueError:
        return text


def _record(row: Mapping[str, object], where: str, parameters: Collection[str]) -> Record:
    first = next(iter(parameters), "")
    given = dict(row)
    source = given.pop("source", None) or (given.pop(first, None) if first != "prompt" else None)
    nested = given.pop("options", {})
    if not isinstance(nested, Mapping):
        raise InvalidInput(f"{where}: options must be an object", field="options")
    texts = {name: given.pop(name, None) for name in ("vendor", "operation", "target")}
    for name, text in {"source": source, **texts}.items():
        if text is not None and not isinstance(text, str):
            raise InvalidInput(f"{where}: {name} must be text", field=name)
    if source is None and first != "prompt":
        raise InvalidInput(f"{where}: no column names the source", field="source")
    address = cast("str | None", source) or ""
    if address and "://" not in address:
        address = str(Path(address).absolute())
    return Record(
        source=address,
        options={
            **{name: value for name, value in given.items() if name in parameters},
            **cast("Mapping[str, object]", nested),
        },
        vendor=cast("str | None", texts["vendor"]),
        operation=cast("str | None", texts["operation"]),
        target=cast("str | None", texts["target"]),
        fields={name: str(value) for name, value in given.items() if name not in parameters},
    )
