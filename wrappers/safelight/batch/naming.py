"""Where results go: a template for each item's path below the output folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import PurePosixPath
from string import Formatter
from unicodedata import category
from urllib.parse import unquote, urlsplit

from safelight.batch.records import Record
from safelight.batch.remote import is_remote
from safelight.core.transfers.targets import safe_name
from safelight.errors import InvalidInput

TEMPLATE = "{folder}/{stem}"
FIELDS = ("folder", "stem", "suffix", "name", "number", "vendor", "operation")
"""Fields that every template may use; columns of a list are fields too."""
ESCAPED = frozenset("\\") if os.sep == "/" else frozenset[str]()
"""A backslash is part of a name, except on Windows."""


@cache
def fields_of(template: str) -> frozenset[str]:
    """The fields that a template uses: plain names, so that none reaches inside values.

    Raises:
        InvalidInput: It is no such template.
    """
    try:
        fields = [name for _, name, _, _ in Formatter().parse(template) if name is not None]
    except ValueError as error:
        raise InvalidInput(f"the naming template {template!r}: {error}", field="name") from None
    for field in fields:
        if not field.isidentifier():
            raise InvalidInput(
                f"the naming template {template!r}: {{{field}}} is not a field; there are {', '.join(FIELDS)}, and the "
                "columns of a list",
                field="name",
            )
    return frozenset(fields)


def target_of(record: Record, template: str, *, vendor: str, operation: str, number: int) -> str:
    """The path of an item's result below the output folder, without a suffix: that is the result's own.

    Raises:
        InvalidInput: The template names an unknown field, or the path leaves the folder.
    """
    if record.target is not None:
        return inside(record.target)
    path = _path_of(record.source)
    fields: Mapping[str, object] = {
        **record.fields,
        "folder": _plain(record.folder),
        "stem": _plain(path.stem) or f"{number:06d}",
        "suffix": _plain(path.suffix[1:]),
        "name": _plain(path.name) or f"{number:06d}",
        "number": number,
        "vendor": vendor,
        "operation": operation,
    }
    try:
        return inside(template.format_map(fields))
    except KeyError as error:
        names = ", ".join([*FIELDS, *(name for name in record.fields if name not in FIELDS)])
        raise InvalidInput(
            f"the naming template {template!r}: {record.shown or f'item {number}'} has no field "
            f"{{{error.args[0]}}}; it has {names}",
            field="name",
        ) from None
    except (ValueError, IndexError) as error:
        raise InvalidInput(
            f"the naming template {template!r} cannot name {record.shown}: {error}", field="name"
        ) from None


def _plain(name: str) -> str:
    """A name from a disk, with control characters and bytes that are not UTF-8 as ``%XX``; dots alone are no name."""
    if not name.strip(". "):
        return ""
    return "".join(_escaped(character) for character in name)


def _escaped(character: str) -> str:
    if category(character) not in {"Cc", "Cs"} and character not in ESCAPED:
        return character
    undecoded = "\udc80" <= character <= "\udcff"
    encoded = character.encode("utf-8", "surrogateescape" if undecoded else "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in encoded)


def _path_of(source: str) -> PurePosixPath:
    if is_remote(source):  # names there are as they are: neither quoted nor with a query
        return PurePosixPath(source.partition("::")[0].partition("://")[2])
    return PurePosixPath(unquote(urlsplit(source).path) if "://" in source else source)


def inside(target: str) -> str:
    """A path of plain names below the output folder.

    Raises:
        InvalidInput: It leads out of the folder, or names nothing.
    """
    parts = [part for part in target.replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts or ".." in parts:
        raise InvalidInput(f"{target!r} names no file below the output folder", field="target")
    return "/".join(safe_name(part) for part in parts)
