"""The documents that vendors publish, and how they differ from our specs."""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from .compare import Comparison, Surplus, compare
from .document import Document, load, operations, parse, validation_errors
from .errors import ToolchainError

if TYPE_CHECKING:
    from .layout import Layout

_ADDRESSES = Path(__file__).with_name("addresses.toml")
# An error page, a placeholder or a cut answer must not pass for a vendor that dropped its API.
_MINIMUM_BYTES = 2_000
_MAXIMUM_BYTES = 20_000_000
_SECONDS = 30.0


def report_publication(
    layout: Layout, vendor: str, *, source: Path | None, as_json: bool, record: bool, check: bool
) -> int:
    """Print what a published document has that our spec lacks, and the reverse.

    Args:
        layout: The repository.
        vendor: Whose document.
        source: A file to read instead of the vendor's published address.
        as_json: Print JSON instead of lines.
        record: Keep the comparison, if it is another than the one kept.
        check: Compare with the comparison kept.

    Returns:
        The exit status: 1 if the comparison was to be checked and is not the one kept.

    Raises:
        ToolchainError: The vendor publishes nothing, or what came is no usable OpenAPI document.
    """
    ours = load(layout.spec(vendor))
    data = _read_file(source) if source else download(address(vendor))
    published = read_publication(data)
    comparison = compare(published, ours)
    result = {"sha256": hashlib.sha256(data).hexdigest(), "comparison": comparison.to_dict()}
    if as_json:
        sys.stdout.write(json.dumps({"vendor": vendor, **result}, indent=2) + "\n")
    else:
        count = len(list(operations(published)))
        sys.stdout.write(
            f"Published document: {len(data)} bytes, {count} operations, sha256 {result['sha256']}\n"
        )
        sys.stdout.write(describe(comparison))
    kept = layout.published(vendor)
    changed = _read_kept(kept) != result["comparison"]
    if record and changed:
        kept.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8", newline="\n")
    return 1 if check and changed else 0


def address(vendor: str) -> str:
    """Where a vendor publishes its document.

    Raises:
        ToolchainError: It publishes none.
    """
    addresses = tomllib.loads(_ADDRESSES.read_text(encoding="utf-8"))
    if vendor not in addresses:
        raise ToolchainError(
            f"{vendor} publishes no OpenAPI document that is known ({', '.join(sorted(addresses))} do);"
            " name a file with --from"
        )
    return str(addresses[vendor])


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

    Raises:
        ToolchainError: It is tiny, neither JSON nor YAML, no valid OpenAPI 3, or without a single operation.
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
    errors = validation_errors(document)
    if errors:
        raise ToolchainError("Refused: no valid OpenAPI document:\n  " + "\n  ".join(errors))
    if not list(operations(document)):
        raise ToolchainError("Refused: the document has no operation")
    return document


def describe(comparison: Comparison) -> str:
    """The comparison in lines for people."""
    if not comparison.only_published and not comparison.only_ours:
        return "Our spec and the published document agree.\n"
    return _lines("Only in the published document:", comparison.only_published) + _lines(
        "Only in our spec:", comparison.only_ours
    )


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ToolchainError(f"{path} could not be read: {error.strerror}") from error


def _lines(heading: str, surplus: Surplus) -> str:
    kinds = (
        ("operation", surplus.operations),
        ("field", surplus.fields),
        ("enum value", surplus.enum_values),
        ("required", surplus.required),
    )
    lines = [f"  {kind} {name}\n" for kind, names in kinds for name in names]
    return "".join([f"{heading}\n", *(lines or ["  nothing\n"])])


def _read_kept(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds, it is only compared
    try:
        return json.loads(path.read_text(encoding="utf-8"))["comparison"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
