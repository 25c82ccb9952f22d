"""Types shared by all models and operations."""

import re
from collections.abc import Mapping, MutableMapping
from typing import IO, Any, BinaryIO, Generic, Literal, TypeVar

from attrs import Attribute, define, field


class Unset:
    """The type of :data:`UNSET`, the value of everything that was left out."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Unset = Unset()

_SECRET: frozenset[str] = frozenset(["new_password", "owner_password", "password"])
_QUERY = re.compile(r"""(:(?:\\*/){2}[^\s?#"'<>]*)[?#][^\s"'<>]*""")


def _without_queries(value: object) -> str:
    return _QUERY.sub(r"\1?…", repr(value))


def quiet(_: type, fields: "list[Attribute[Any]]") -> "list[Attribute[Any]]":
    """Make the fields of a model show no key, and no query of a URL, for it may be as good as one; their values stay."""
    return [attribute.evolve(repr=attribute.name not in _SECRET and _without_queries) for attribute in fields]


# What the HTTP library takes as files.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (filename, file (or bytes), content_type)
    tuple[str | None, FileContent, str | None]
    # (filename, file (or bytes), content_type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


def _refuse_control_characters(instance: object, attribute: object, value: str | None) -> None:
    if value is not None and any(character < " " or character == "\x7f" for character in value):
        raise ValueError(f"mime_type {value!r} holds control characters")


@define
class File:
    """A file to upload, or one that came as an answer."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = field(default=None, validator=_refuse_control_characters)

    def to_tuple(self) -> FileTypes:
        """The form the HTTP library takes for multipart/form-data."""
        return self.file_name, self.payload, self.mime_type


T = TypeVar("T")


@define
class Response(Generic[T]):
    """A response, read and parsed."""

    status_code: int
    content: bytes = field(repr=False)
    headers: MutableMapping[str, str] = field(repr=False)
    parsed: T | None


__all__ = ["UNSET", "File", "FileTypes", "RequestFiles", "Response", "Unset", "quiet"]
