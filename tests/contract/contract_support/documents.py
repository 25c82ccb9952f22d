"""The specs, their examples and the generated classes that belong to their schemas."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from pydantic import TypeAdapter, ValidationError
from support.recorded import document
from toolchain.document import dereference, map_schemas, operations, schema_name, without_rules
from toolchain.layout import Layout, package_name

LAYOUT = Layout()
VENDORS = LAYOUT.vendors()


@dataclass(frozen=True)
class Example:
    """One example of a body."""

    vendor: str
    operation: str
    place: str
    media_type: str
    name: str
    schema: str
    value: Any

    def __str__(self) -> str:
        return f"{self.vendor}-{self.operation}-{self.place}-{self.name}"


def schemas(vendor: str) -> dict[str, Any]:
    return document(vendor)["components"]["schemas"]


@cache
def examples(vendor: str) -> list[Example]:
    """Every example of every request and response body."""
    found = []
    spec = document(vendor)
    for _, _, operation in operations(spec):
        bodies = {"request": dereference(spec, operation.get("requestBody", {}))}
        bodies |= {status: dereference(spec, response) for status, response in operation["responses"].items()}
        for place, body in bodies.items():
            for media_type, media in body.get("content", {}).items():
                for name, reference in media.get("examples", {}).items():
                    example = dereference(spec, reference)
                    schema = schema_name(media["schema"])
                    assert schema is not None, f"{operation['operationId']} {place}: the schema has no name"
                    found.append(
                        Example(
                            vendor,
                            operation["operationId"],
                            place,
                            media_type,
                            name,
                            schema,
                            example["value"],
                        )
                    )
    return found


@cache
def distinct(vendor: str) -> list[Example]:
    """The examples without those that are another's of the same schema: operations share most of their answers."""
    found: dict[str, Example] = {}
    for one in examples(vendor):
        found.setdefault(json.dumps([one.place == "request", one.media_type, one.schema, one.value]), one)
    return list(found.values())


def model(vendor: str, schema: str) -> Any:
    """The attrs class or enum of a schema."""
    models = import_module(f"{package_name(vendor)}.models")
    return getattr(models, class_name(vendor, schema))


def class_name(vendor: str, schema: str) -> str:
    """The class openapi-python-client makes of a schema's name: the same without separators, in its capitals."""
    models = import_module(f"{package_name(vendor)}.models")
    found = [name for name in models.__all__ if name.lower() == schema.replace("_", "").lower()]
    assert len(found) == 1, f"{vendor}: schema {schema} has the classes {found}"
    return found[0]


@cache
def server_model(vendor: str, schema: str) -> TypeAdapter[Any]:
    """The strict reading of a schema: a pydantic model, or an alias for an enum."""
    return TypeAdapter(getattr(import_module(f"{package_name(vendor)}.server_models"), schema))


def binary_properties(vendor: str, schema: str) -> set[str]:
    """Names of an object schema's properties that are files."""
    properties = schemas(vendor)[schema].get("properties", {})
    return {name for name, value in properties.items() if value.get("format") == "binary"}


def has_class(vendor: str, schema: str) -> bool:
    """Whether a schema is an object or an enum; aliases of other schemas get no class."""
    return "enum" in schemas(vendor)[schema] or schemas(vendor)[schema].get("type") == "object"


def round_trip(vendor: str, schema: str, value: Any) -> Any:
    """Decode a JSON value with the attrs model and encode it again; files are strings on both sides.

    A schema that is a choice of others has no class; the first choice that admits the value stands for it.
    """
    if not has_class(vendor, schema):
        choices = [schema_name(choice) for choice in schemas(vendor)[schema]["anyOf"]]
        schema = next(choice for choice in choices if choice and admits(vendor, choice, value))
    files = binary_properties(vendor, schema)
    decoded = model(vendor, schema).from_dict(
        {key: content.encode() if key in files else content for key, content in value.items()}
    )
    encoded = decoded.to_dict()
    for key in files & encoded.keys():
        _, payload, _ = encoded[key]
        assert isinstance(payload, io.BytesIO)
        encoded[key] = payload.getvalue().decode()
    return encoded


def validate(vendor: str, schema: str, value: Any) -> None:
    """Read a JSON value with the strict server model of a schema.

    A form with files is no JSON: its files are handed over as bytes, and strictness is left to each field.

    Raises:
        ValidationError: The value is not what the schema wants.
    """
    reader = server_model(vendor, schema)
    files = binary_properties(vendor, schema)
    if files:
        reader.validate_python({k: v.encode() if k in files else v for k, v in value.items()})
    else:
        reader.validate_json(json.dumps(value), strict=True)


def admits(vendor: str, schema: str, value: Any) -> bool:
    """Whether the strict server model of a schema takes a JSON value."""
    try:
        validate(vendor, schema, value)
    except ValidationError:
        return False
    return True


def collect_schemas(vendor: str, schema: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema and every schema written inside it, not those it refers to."""
    found: list[dict[str, Any]] = []

    def collect(inner: dict[str, Any]) -> dict[str, Any]:
        found.append(inner)
        return inner

    map_schemas(map_schemas(schema, without_rules), collect)
    return found
