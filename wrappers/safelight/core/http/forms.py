"""Streamed multipart forms with a boundary that no file can guess."""

from __future__ import annotations

import json
import secrets
from collections.abc import Generator, Iterator, Mapping, Sequence

import attrs

from safelight.core.base.redact import brief
from safelight.core.http.messages import Body
from safelight.errors import InvalidInput


@attrs.frozen
class Field:
    """A text field; `type` is its own Content-Type header, where the vendor wants one."""

    name: str
    value: str
    type: str | None = None


@attrs.frozen(eq=False)
class FilePart:
    """A file field."""

    name: str
    content: Body
    filename: str
    type: str


@attrs.frozen(eq=False)
class Form:
    """A multipart/form-data body of known length, read from its files while it is sent."""

    parts: Sequence[Field | FilePart]
    boundary: str = attrs.field(factory=lambda: secrets.token_hex(24))

    @property
    def content_type(self) -> str:
        return f"multipart/form-data; boundary={self.boundary}"

    @property
    def in_memory(self) -> bool:
        return all(isinstance(part, Field) or part.content.in_memory for part in self.parts)

    @property
    def length(self) -> int:
        return sum(len(piece) if isinstance(piece, bytes) else piece.length for piece in self._pieces())

    def chunks(self) -> Generator[bytes]:
        for piece in self._pieces():
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from piece.chunks()

    def _pieces(self) -> Iterator[bytes | Body]:
        for part in self.parts:
            disposition = f'form-data; name="{_quoted(part.name)}"'
            if isinstance(part, FilePart):
                disposition += f'; filename="{_quoted(part.filename)}"'
            head = f"--{self.boundary}\r\nContent-Disposition: {disposition}\r\n"
            if part.type is not None:
                head += f"Content-Type: {_header(part.type)}\r\n"
            yield f"{head}\r\n".encode()
            yield part.content if isinstance(part, FilePart) else part.value.encode()
            yield b"\r\n"
        yield f"--{self.boundary}--\r\n".encode()


def text_fields(values: Mapping[str, object]) -> list[Field]:
    """Fields of a form from plain values: a list or an object as JSON, all else as its text."""
    return [
        Field(name, _text(value), "application/json" if isinstance(value, dict) else None)
        for name, value in values.items()
    ]


def _text(value: object) -> str:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value)
    return str(int(value) if isinstance(value, bool) else value)


def _quoted(text: str) -> str:
    """A name inside quotes, escaped as browsers do."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _header(value: str) -> str:
    if not (value.isascii() and value.isprintable()):
        raise InvalidInput(f"media type {brief(repr(value))} has characters that none can have", field="type")
    return value
