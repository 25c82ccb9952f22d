"""The request schemas as draft-07 JSON Schema, for validators that need no code generation of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .document import SCHEMA_PREFIX, map_schemas, request_schema_names
from .errors import ToolchainError

if TYPE_CHECKING:
    from .document import Document, Schema

_ANNOTATIONS = {
    "$comment",
    "contentEncoding",
    "contentMediaType",
    "default",
    "deprecated",
    "description",
    "discriminator",
    "example",
    "examples",
    "externalDocs",
    "format",  # an annotation in OpenAPI 3.1; a validator that asserts it would refuse what the vendor takes
    "readOnly",
    "title",
    "writeOnly",
    "xml",
}
_ASSERTIONS = {
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "contains",
    "else",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "if",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "oneOf",
    "pattern",
    "patternProperties",
    "properties",
    "propertyNames",
    "required",
    "then",
    "type",
    "uniqueItems",
}
_TO_PEOPLE = {"x-message", "x-field"}
"""What to tell of a request that breaks a rule, and the field to blame for it."""
_RULES = ("if", "then", "else", "not", "allOf")
_INSIDE = {"additionalProperties", "allOf", "items", "properties"}
"""Assertions that break at another place than their own."""
DEFINITIONS_PREFIX = "#/definitions/"


def request_schemas(document: Document) -> dict[str, Schema]:
    """All schemas that request bodies use, by name; a reference to another is ``#/definitions/Name``.

    Only what decides about validity is kept. A file (``format: binary``) is no JSON value: anything stands for it.

    Raises:
        ToolchainError: A schema uses a keyword that draft-07 does not know.
    """
    components = document.get("components", {}).get("schemas", {})
    result = {}
    for name in request_schema_names(document):
        try:
            result[name] = map_schemas(components[name], to_draft_07)
        except ToolchainError as error:
            raise ToolchainError(f"Schema {name}: {error}") from error
    return result


def to_draft_07(schema: Schema) -> Schema:
    """One schema in draft-07; those inside it must be converted already, as :func:`map_schemas` does.

    Raises:
        ToolchainError: It uses a keyword that draft-07 does not know.
    """
    if schema.get("format") == "binary":
        return {}
    result: dict[str, Any] = {}
    for key, value in schema.items():
        if key in _ANNOTATIONS or (key.startswith("x-") and key not in _TO_PEOPLE):
            continue
        if key == "dependentRequired":
            result["dependencies"] = value
        elif key in _ASSERTIONS or key in _TO_PEOPLE:
            result[key] = value
        else:
            raise ToolchainError(f"the keyword {key!r} has no form in JSON Schema draft-07")
    if "x-message" in result and result.keys() & _INSIDE:
        told = {key: result.pop(key) for key in sorted(_TO_PEOPLE & result.keys())}
        return {"anyOf": [result], **told}  # which breaks where the message stands, whatever breaks inside
    if "properties" in result and result.keys() & set(_RULES):
        # A field that is wrong is told first: validators take the rules between fields before the fields.
        rules = {key: result.pop(key) for key in _RULES if key in result}
        several = rules.pop("allOf", [])
        return {"allOf": [result, *several, *([rules] if rules else [])]}
    if "$ref" in result:
        reference = DEFINITIONS_PREFIX + result.pop("$ref").removeprefix(SCHEMA_PREFIX)
        # Draft-07 ignores everything beside a $ref.
        return {"allOf": [{"$ref": reference}, result]} if result else {"$ref": reference}
    return result
