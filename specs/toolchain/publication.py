"""The documents that vendors publish: where they are, how they are fetched, and which are refused."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from .document import Document, operations, parse, validation_errors
from .errors import ToolchainError

if TYPE_CHECKING:
    from collections.abc import Iterable

_ADDRESSES = Path(__file__).with_name("addresses.toml")
# An error page, a placeholder or a cut answer must not pass for a vendor that dropped its API.
_MINIMUM_BYTES = 2_000
_MAXIMUM_BYTES = 20_000_000
_SECONDS = 30.0


@dataclass(frozen=True)
class Publication:
    """A document as it was published; of a vendor with several, all of them in one.

    Attributes:
        address: Where it is published, or the name of the file it was read from.
        size: In bytes.
        sha256: Of the content.
    """

    document: Document
    address: str
    size: int
    sha256: str


def obtain(vendor: str, source: str | None = None) -> Publication:
    """Get a vendor's published document from a file, a URL or, if neither is given, its known address.

    Raises:
        ToolchainError: The vendor publishes nothing, or what came is no usable OpenAPI document.
    """
    if source is None:
        shown, urls = addresses(vendor)
        contents = [download(url) for url in urls]
    elif source.startswith("https://"):
        shown, contents = source, [download(source)]
    else:
        shown, contents = Path(source).name, [_read_file(Path(source))]
    data = b"".join(contents)
    return Publication(
        document=combine(map(read_publication, contents)),
        address=shown,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def addresses(vendor: str) -> tuple[str, list[str]]:
    """Where a vendor publishes: the address to show, and that of each document.

    Raises:
        ToolchainError: It publishes none.
    """
    known = tomllib.loads(_ADDRESSES.read_text(encoding="utf-8"))
    if vendor not in known:
        raise ToolchainError(
            f"{vendor} publishes no OpenAPI document that is known ({', '.join(sorted(known))} do); name a file"
        )
    stated = known[vendor]
    if isinstance(stated, str):
        return stated, [stated]
    address = str(stated["address"])
    return address, [address.replace("{document}", name) for name in stated["documents"]]


def download(url: str, *, transport: httpx.BaseTransport | None = None) -> bytes:
    """Get a document over HTTPS, following no redirect.

    Raises:
        ToolchainError: The answer is none, no success, or too large.
    """
    data = b""
    try:
        with (
            httpx.Client(timeout=_SECONDS, transport=transport) as client,
            client.stream("GET", url, headers={"Accept-Encoding": "identity"}) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise ToolchainError(f"{url} answered {response.status_code} instead of 200")
            for chunk in response.iter_raw():
                data += chunk
                if len(data) > _MAXIMUM_BYTES:
                    raise ToolchainError(f"{url} answered more than {_MAXIMUM_BYTES} bytes")
    except httpx.HTTPError as error:
        raise ToolchainError(f"{url} could not be read: {error}") from error
    return data


def read_publication(data: bytes) -> Document:
    """Read a published document and refuse what cannot be one.

    Vendors' documents have trifles that OpenAPI forbids, such as a default that breaks its own schema; those are taken.

    Raises:
        ToolchainError: It is tiny, neither JSON nor YAML, not of OpenAPI 3's form, or without a single operation.
    """
    if len(data) < _MINIMUM_BYTES:
        raise ToolchainError(f"Refused: {len(data)} bytes are no API description")
    try:
        document = parse(data, "the document")
    except ToolchainError as error:
        raise ToolchainError(f"Refused: {error}") from error
    version = str(document.get("openapi", ""))
    if not version.startswith("3."):
        raise ToolchainError("Refused: no OpenAPI 3 document, for its field `openapi` does not say so")
    errors = validation_errors(document, form_only=True)
    if errors:
        raise ToolchainError("Refused: no valid OpenAPI document:\n  " + "\n  ".join(errors))
    if not list(operations(document)):
        raise ToolchainError("Refused: the document has no operation")
    return document


def combine(documents: Iterable[Document]) -> Document:
    """Several documents of one API as one; a component that another document has differently gets a number."""
    first, *others = documents
    whole = {**first, "paths": dict(first["paths"])}
    components = {kind: dict(items) for kind, items in first.get("components", {}).items()}
    for number, document in enumerate(others, 2):
        renamed = {
            f"#/components/{kind}/{name}": f"{name}_{number}"
            for kind, items in document.get("components", {}).items()
            for name, value in items.items()
            if components.get(kind, {}).get(name, value) != value
        }
        moved = _refer(document, renamed)
        for kind, items in moved.get("components", {}).items():
            for name, value in items.items():
                components.setdefault(kind, {})[renamed.get(f"#/components/{kind}/{name}", name)] = value
        for url, item in moved["paths"].items():
            whole["paths"][url] = {**whole["paths"].get(url, {}), **item}
    return {**whole, "components": components}


def _refer(node: Any, renamed: dict[str, str]) -> Any:  # noqa: ANN401 - a JSON value in, a JSON value out
    if isinstance(node, list):
        return [_refer(inner, renamed) for inner in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    changed = {key: _refer(value, renamed) for key, value in node.items()}
    if isinstance(reference, str) and reference in renamed:
        changed["$ref"] = f"{reference.rpartition('/')[0]}/{renamed[reference]}"
    return changed


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ToolchainError(f"{path} could not be read: {error.strerror}") from error
