"""What each generator gets to read: the same document, freed of what that generator would misread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .document import map_schemas, request_schema_names, without_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from .document import Document, Schema

# JSON Schema calls these formats annotations. Both generators would parse them instead: a timestamp of an
# unexpected form would cost the whole response, a URL would come back changed, and its length go unchecked.
_ANNOTATION_FORMATS = {"date", "date-time", "duration", "email", "time", "uri", "url", "uuid"}


_PROSE = {"description", "example", "examples", "title"}


def client_view(document: Document) -> Document:
    """The document for openapi-python-client."""
    return _with_schemas(document, _plain_strings)


def requests_view(document: Document) -> Document:
    """The schemas that request bodies use, for TypedDicts."""
    names = request_schema_names(document)
    return _schemas_only(_with_schemas(document, _plain_strings), names)


def server_view(document: Document) -> Document:
    """All schemas, for pydantic models: unknown keys are kept unless the schema says otherwise."""

    def change(schema: Schema) -> Schema:
        schema = {key: value for key, value in _plain_strings(schema).items() if key not in _PROSE}
        if schema.get("type") == "object" or "properties" in schema:
            schema.setdefault("additionalProperties", True)
        return schema

    names = sorted(document.get("components", {}).get("schemas", {}))
    return _schemas_only(_with_schemas(document, change), names)


def _plain_strings(schema: Schema) -> Schema:
    schema = without_rules(schema)
    if schema.get("format") in _ANNOTATION_FORMATS:
        schema = {key: value for key, value in schema.items() if key != "format"}
    return schema


def _with_schemas(document: Document, change: Callable[[Schema], Schema]) -> Document:
    components = document.get("components", {})
    schemas = {name: map_schemas(schema, change) for name, schema in components.get("schemas", {}).items()}
    return {**document, "components": {**components, "schemas": schemas}}


def _schemas_only(document: Document, names: list[str]) -> Document:
    schemas = document["components"]["schemas"]
    return {
        "openapi": document["openapi"],
        "info": {"title": document["info"]["title"], "version": document["info"]["version"]},
        "paths": {},
        "components": {"schemas": {name: schemas[name] for name in names}},
    }
