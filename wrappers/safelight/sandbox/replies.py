"""Answers before they go out, and refusals which each vendor puts in its own words."""

import enum
import json
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path

from safelight.sandbox.jsontypes import JsonObject, JsonValue


@dataclass(frozen=True, slots=True)
class FileSlice:
    """A run of bytes of a file, sent without passing through memory."""

    path: Path
    offset: int
    length: int


@dataclass(slots=True)
class Reply:
    """One answer: a JSON `document`, a `body` in memory or a `file` on disk."""

    status: int = 200
    document: JsonValue = None
    body: bytes | None = None
    file: FileSlice | None = None
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict[str, str])
    task_id: str | None = None

    def encoded(self) -> bytes:
        """Return the bytes of a reply that is not a file."""
        if self.body is not None:
            return self.body
        return json.dumps(self.document, ensure_ascii=False, separators=(",", ":")).encode()

    def read(self, offset: int, length: int) -> bytes:
        """Return a run of the bytes that are sent."""
        if self.file is None:
            return self.encoded()[offset : offset + length]
        with self.file.path.open("rb") as source:
            source.seek(self.file.offset + offset)
            return source.read(length)

    @property
    def length(self) -> int:
        """The number of bytes that will be sent."""
        return self.file.length if self.file is not None else len(self.encoded())


class Kind(enum.Enum):
    """What a refusal means: the usual HTTP status, and the specs' word for it, where they have one."""

    AUTHENTICATION = (401, "authentication")
    INVALID = (400, "invalid_input")
    NOT_FOUND = (404, "not_found")
    NO_ROUTE = (404, "")
    METHOD = (405, "")
    CREDITS = (402, "insufficient_credits")
    RATE = (429, "rate_limited")
    TOO_LARGE = (413, "invalid_input")
    INTERNAL = (500, "unavailable")

    def __init__(self, status: int, meaning: str) -> None:
        self.status = status
        self.meaning = meaning


@dataclass(eq=False)
class Refusal(Exception):
    """A request is refused; the vendor's module turns this into status, code and body.

    Attributes:
        kind: What it means.
        message: The message for a human being.
        code: The vendor's own code, if it is not the usual one of the kind.
        details: More about it, such as the messages for each field.
        status: The HTTP status, if it is not the usual one of the kind.
        headers: Headers to send along.
    """

    kind: Kind
    message: str
    _: KW_ONLY
    code: str | int | None = None
    details: JsonObject = field(default_factory=dict[str, JsonValue])
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def __str__(self) -> str:
        return self.message
