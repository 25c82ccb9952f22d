"""The items of a batch: as a source lists them, and as the database holds them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import attrs

from safelight.core.base.homes import expanded
from safelight.core.base.redact import redact

NAME_BYTES = 255
"""The longest name that disks take."""
USER = re.compile(r"://[^/@]*@")


@attrs.frozen
class Record:
    """One item of a batch, as a source lists it.

    Attributes:
        source: Path or URL; empty for an operation that needs no source.
        options: Arguments of the operation.
        vendor: Overrides the batch's vendor.
        operation: Overrides the batch's operation.
        target: Overrides the batch's naming template: a path below the output folder, without a suffix.
        folder: Folder of the source below the one that was listed.
        size: Bytes, if known.
        fields: Further columns, for the naming template.
        missing: The message if the source was not found.
        modified: When the file was last changed, in nanoseconds since the epoch, if known.
        root: The folder or address in which it was found; empty if it was named itself.
        inode: The file's number on its disk, if known.
        key: What identifies this work instead of its path, such as the hash of the file's content.
    """

    source: str = attrs.field(converter=expanded)
    options: Mapping[str, object] = attrs.field(factory=dict[str, object])
    vendor: str | None = None
    operation: str | None = None
    target: str | None = None
    folder: str = ""
    size: int | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict[str, str])
    missing: str = ""
    modified: int | None = None
    root: str = ""
    inode: int | None = None
    key: str = ""

    @property
    def shown(self) -> str:
        """The source as it may be shown; see `shown_source`."""
        return shown_source(self.source)


@attrs.frozen
class Item:
    """One item of a batch, as the database holds it."""

    id: str
    batch: str
    number: int
    vendor: str
    operation: str
    profile: str | None
    source: str
    options: Mapping[str, object]
    target: str
    state: str
    attempt: int
    intent: str | None = None
    intent_operation: str | None = None
    request_key: str | None = None
    token: str | None = None
    credits: float | None = None
    bought: float | None = None
    finished: float | None = None
    error_kind: str | None = None
    error: str | None = None
    files: tuple[str, ...] = ()
    flight: str | None = None

    @property
    def shown(self) -> str:
        """The source as it may be shown; see `shown_source`."""
        return shown_source(self.source)


def shown_source(source: str) -> str:
    """A source as it may be shown: an address without its query, which may be signed, and without a password."""
    return USER.sub("://", redact(source)) if "://" in source else source


def refusal(source: str) -> str:
    """Why no disk can hold a source; empty where one can, and for addresses."""
    if "://" in source:
        return ""
    if "\0" in source:
        return "its name holds a NUL character"
    try:
        longest = max((len(os.fsencode(part)) for part in Path(source).parts), default=0)
    except UnicodeEncodeError:
        return "its name is not Unicode"
    return "its name is too long" if longest > NAME_BYTES and os.name != "nt" else ""


def item_id(
    batch: str, vendor: str, operation: str, source: str, options: Mapping[str, object], target: str | None
) -> str:
    """An id that the same work gets every time, so that a batch that is started again buys nothing twice.

    Args:
        target: The record's own target, where it has one: one source may be wanted under two names.
    """
    content = json.dumps([vendor, operation, source, options, target], sort_keys=True, default=str)
    return f"{batch}-{blake2b(content.encode(), digest_size=10).hexdigest()}"
