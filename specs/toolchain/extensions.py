"""A vendor's own keys in a document, ``x-...``, as values that may be kept: no sentence of the vendor's."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_TEXT = 60


def extensions(node: object, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below a key ``x-...``, by its dotted place; of a long text only its hash."""
    if isinstance(node, dict):
        for key, value in node.items():
            inner = f"{name}.{key}" if name else key
            if key.startswith("x-"):
                yield from _leaves(value, inner)
            elif key in ("properties", "headers"):  # of which the names are those of fields
                for inner_name, inner_value in value.items() if isinstance(value, dict) else ():
                    yield from extensions(inner_value, f"{inner}.{inner_name}")
            elif key not in ("example", "examples", "default", "enum"):
                yield from extensions(value, inner)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from extensions(value, f"{name}.{index}")


def brief(value: object) -> Any:  # noqa: ANN401 - a JSON value in, a JSON value out
    """A value as it may be kept: no text of a vendor's, only its hash."""
    if isinstance(value, dict):
        return {key: brief(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [brief(inner) for inner in value]
    if not isinstance(value, str) or len(value) <= _LONGEST_TEXT:
        return value
    return f"{len(value)} characters, sha256 {hashlib.sha256(value.encode()).hexdigest()[:16]}"


def _leaves(value: object, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, f"{name}.{key}")
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{name}.{index}")
    else:
        yield name, brief(value)
