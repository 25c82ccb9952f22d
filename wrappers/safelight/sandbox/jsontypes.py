"""JSON documents with exact types, and readers that tell a missing field from a wrong one."""

from collections.abc import Mapping, Sequence

JsonValue = None | bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]
JsonObject = Mapping[str, JsonValue]


def text(document: JsonObject, field: str, default: str = "") -> str:
    """Return a string field, or `default` where the field is absent or of another type."""
    value = document.get(field)
    return value if isinstance(value, str) else default


def whole(document: JsonObject, field: str, default: int = 0) -> int:
    """Return an integer field, or `default` where the field is absent or of another type."""
    value = document.get(field)
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def number(document: JsonObject, field: str, default: float = 0.0) -> float:
    """Return a number field, or `default` where the field is absent or of another type."""
    value = document.get(field)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else default


def flag(document: JsonObject, field: str, *, default: bool = False) -> bool:
    """Return a boolean field, or `default` where the field is absent or of another type."""
    value = document.get(field)
    return value if isinstance(value, bool) else default


def mapping(document: JsonObject, field: str) -> JsonObject:
    """Return an object field, or an empty one where the field is absent or of another type."""
    value = document.get(field)
    return value if isinstance(value, Mapping) else {}


def items(document: JsonObject, field: str) -> Sequence[JsonValue]:
    """Return an array field, or an empty one where the field is absent or of another type."""
    value = document.get(field)
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def objects(document: JsonObject, field: str) -> list[JsonObject]:
    """Return the objects of an array field."""
    return [item for item in items(document, field) if isinstance(item, Mapping)]


def texts(document: JsonObject, field: str) -> list[str]:
    """Return the strings of an array field."""
    return [item for item in items(document, field) if isinstance(item, str)]


def whole_number(digits: str, most: int) -> int | None:
    """Return the number that decimal digits say; None where they are no such digits, or more than `most`."""
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= most else None
