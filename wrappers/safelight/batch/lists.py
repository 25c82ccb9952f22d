"""Lists of work: JSONL, CSV and Parquet, here or at an address that fsspec knows; always read as a stream."""

from __future__ import annotations

import csv
import io
import json
import os
import posixpath
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from errno import ENAMETOOLONG
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import IO, Any, TypeVar, cast

import attrs

from safelight.batch.columns import Columns
from safelight.batch.records import Record
from safelight.batch.remote import is_remote, place_of, readable
from safelight.batch.tables import is_text
from safelight.core.base.homes import expanded
from safelight.core.base.redact import PATH, brief
from safelight.core.base.texts import encoding_of
from safelight.errors import ConfigurationError, InvalidInput
from safelight.extras import install_hint

T = TypeVar("T")
LISTS = (".jsonl", ".ndjson", ".csv", ".parquet")
ROWS = 1000
"""Rows of a Parquet file in memory."""
BUFFER = 1024 * 1024
"""Bytes of each of its columns in memory; a whole column of a row group may be gigabytes."""


def is_list(place: str) -> bool:
    """Whether a place is a list of work by its name."""
    return place.lower().endswith(LISTS)


def read_list(place: str, columns: Columns) -> Iterator[Record]:
    """List the rows of a file; sources without a root are beside it.

    Raises:
        ConfigurationError: The file cannot be read.
        InvalidInput: A row cannot be read; the message names it.
    """
    suffix = place.lower().rpartition(".")[2]
    with _opened(place, random_access=suffix == "parquet") as file:
        if suffix == "parquet":
            yield from _parquet(file, place, columns)
            return
        with io.TextIOWrapper(cast("IO[bytes]", file), encoding=_encoding(file), newline="") as text:
            if suffix == "csv":
                yield from _csv(text, place, columns)
            else:
                yield from _lines(text, place, columns, place)


def _encoding(file: IO[bytes]) -> str:
    encoding = encoding_of(file.read(2))
    file.seek(0)
    return encoding


def read_lines(file: Iterable[str], name: str, columns: Columns) -> Iterator[Record]:
    """List lines that are paths, addresses or JSON objects; paths without a root are below the working folder.

    Raises:
        InvalidInput: A line cannot be read; the message names it.
    """
    return _lines(file, name, columns, None)


def _lines(file: Iterable[str], name: str, columns: Columns, place: str | None) -> Iterator[Record]:
    for number, text in enumerate(_entries(_rows(iter(file), name)), 1):
        where = f"{name}:{number}"
        if not text.strip():
            continue
        if not text.startswith("{"):
            yield _located(text, place, where)
            continue
        if not is_text(text):
            raise InvalidInput(f"{where}: not UTF-8", field="source")
        try:
            row = cast("Mapping[str, object]", json.loads(text))
        except ValueError as error:
            raise InvalidInput(f"{where}: not JSON: {error}", field="source") from None
        yield _record(row, where, columns, place)


def _entries(lines: Iterator[str]) -> Iterator[str]:
    """Lines, without a byte order mark and blanks around them; or what NULs end, as ``find -print0`` writes names."""
    first = next(lines, "").removeprefix("\ufeff")
    rest = ""
    for line in chain([first], lines):
        if "\0" in first:
            *names, rest = f"{rest}{line}".split("\0")
            yield from names
        else:
            yield line.strip()
    yield rest


def _located(address: str, place: str | None, where: str) -> Record:
    """What a list names, where it is.

    Args:
        place: The list, which paths without a root are beside; None for the working folder.
    """
    if not address or "://" in address:
        return Record(address)
    if place is not None and is_remote(place) and not Path(address).is_absolute():
        there = place_of(place)
        return Record(there.at(posixpath.normpath(posixpath.join(posixpath.dirname(there.path), address))))
    source = str((Path(address) if place is None else Path(place).parent / address).absolute())
    try:
        found = os.stat(source)  # noqa: PTH116 - once a row
        return Record(source, size=found.st_size, modified=found.st_mtime_ns)
    except ValueError:  # no file can have such a name: the item is refused
        return Record(source)
    except OSError as error:
        if error.errno == ENAMETOOLONG:
            return Record(source)
        folder = "working folder" if place is None else "list's folder"
        return Record(
            source,
            missing=f"{where}: cannot read {brief(source, PATH)}: {error.strerror}. A path without a root is looked for in the {folder}",
        )


@contextmanager
def _opened(place: str, *, random_access: bool) -> Generator[Any, None, None]:
    with readable(place):
        if not is_remote(place):
            file: Any = Path(place).open("rb")  # noqa: SIM115 - closed below
        else:
            there = place_of(place)
            # Read ahead where reading goes on from the start: elsewhere that would fetch all of it many times.
            cache = {"cache_type": "none"} if random_access else {"block_size": BUFFER}
            file = there.system.open(there.path, "rb", **cache)
    with file:
        yield file


def _rows(rows: Iterator[T], place: str) -> Iterator[T]:
    while True:
        with readable(place):
            try:
                row = next(rows)
            except StopIteration:
                return
        yield row


def _csv(file: IO[str], place: str, columns: Columns) -> Iterator[Record]:
    for number, row in enumerate(_rows(csv.DictReader(file), place), 2):
        where = f"{place}:{number}"
        cells = cast("dict[str | None, str | list[str]]", row)
        if None in cells:
            raise InvalidInput(f"{where}: more cells than columns", field="source")
        given = {str(name): cell for name, cell in cells.items() if isinstance(cell, str) and cell}
        read = {*_parameters(given, where, columns), "options"}
        yield _record(
            {name: _value(cell) if name in read else cell for name, cell in given.items()},
            where,
            columns,
            place,
        )


def _parquet(file: object, place: str, columns: Columns) -> Iterator[Record]:
    try:
        parquet = import_module("pyarrow.parquet")
    except ImportError:
        raise ConfigurationError(
            f"Parquet needs pyarrow: {install_hint('parquet')}", field="source"
        ) from None
    with readable(place):
        table = parquet.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
    batches = cast("Iterator[Any]", table.iter_batches(batch_size=ROWS))
    rows = (
        row for batch in _rows(batches, place) for row in cast("list[dict[str, object]]", batch.to_pylist())
    )
    for number, row in enumerate(rows, 1):
        where = f"{place}:{number}"
        values = {name: _plain(value) for name, value in row.items()}
        given = {name: value for name, value in values.items() if value is not None and value != []}
        if isinstance(given.get("options"), str):
            given["options"] = _value(cast("str", given["options"]))
        _check_arguments(given, where, _parameters(given, where, columns))
        yield _record(given, where, columns, place)


def _plain(value: object) -> object:
    """A value of Parquet as JSON has it: whole numbers are such, maps are objects, what is not there is left out."""
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124 - tables of numbers say so where there is none
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, Mapping):
        fields = {name: _plain(part) for name, part in cast("Mapping[str, object]", value).items()}
        return {name: part for name, part in fields.items() if part is not None}
    if isinstance(value, list):
        parts = cast("list[object]", value)
        if parts and all(isinstance(part, tuple) for part in parts):
            return _plain(dict(cast("list[tuple[str, object]]", parts)))
        return [_plain(part) for part in parts]
    return value


def _check_arguments(row: Mapping[str, object], where: str, parameters: tuple[str, ...]) -> None:
    """Raise `InvalidInput` where an argument is of a kind that no vendor takes, such as a date."""
    for name, value in row.items():
        if name not in parameters and name != "options":
            continue
        try:
            json.dumps(value, default=_refuse)
        except TypeError as error:
            raise InvalidInput(
                f"{where}: column {name!r} holds a {error}, which cannot be an argument", field=name
            ) from None


def _refuse(value: object) -> None:
    raise TypeError(type(value).__name__)


def _value(text: str) -> object:
    """A cell: JSON where it is a number, a flag, a list or an object, else text."""
    try:
        return cast("object", json.loads(text))
    except ValueError:
        return text


def _parameters(row: Mapping[str, object], where: str, columns: Columns) -> tuple[str, ...]:
    return columns.parameters(
        _text(row.get("vendor"), "vendor", where), _text(row.get("operation"), "operation", where)
    )


def _text(value: object, name: str, where: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise InvalidInput(f"{where}: {name} must be text", field=name)
    return value


def _record(row: Mapping[str, object], where: str, columns: Columns, place: str | None) -> Record:
    parameters = _parameters(row, where, columns)
    first = next(iter(parameters), "")
    given = dict(row)
    sourced = columns.sourced(cast("str | None", row.get("vendor")), cast("str | None", row.get("operation")))
    source = given.pop("source", None) or (given.pop(first, None) if sourced else None)
    nested = given.pop("options", {})
    if not isinstance(nested, Mapping):
        raise InvalidInput(f"{where}: options must be an object", field="options")
    vendor, operation, target = (given.pop(name, None) for name in ("vendor", "operation", "target"))
    if isinstance(target, int) and not isinstance(target, bool):
        target = str(target)
    address = expanded(_text(source, "source", where) or "")
    if source is None and sourced:
        raise InvalidInput(f"{where}: no column names the source", field="source")
    fields = {name: str(value) for name, value in given.items() if name not in parameters}
    columns.check(fields, parameters, where)
    found = _located(address, place, where)
    return attrs.evolve(
        found,
        # What has a root may be there for the workers alone.
        missing="" if os.path.isabs(address) else found.missing,  # noqa: PTH117 - a path may hold NUL
        options={
            **{name: value for name, value in given.items() if name in parameters},
            **cast("Mapping[str, object]", nested),
        },
        vendor=cast("str | None", vendor),
        operation=cast("str | None", operation),
        target=_text(target, "target", where),
        fields=fields,
    )
