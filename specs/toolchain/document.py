"""Reading OpenAPI documents and walking through their schemas."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .errors import ToolchainError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Document: TypeAlias = dict[str, Any]
Schema: TypeAlias = dict[str, Any]

TASK_API = Path(__file__).parents[1] / "task-api.schema.json"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCHEMA_PREFIX = "#/components/schemas/"
_DROPPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ESCAPED_TWICE = re.compile('[\x00-\x1f\x7f-\x9f\u2028\u2029"\\\\]')


def load(path: Path) -> Document:
    """Read a document from a YAML or JSON file; see :func:`parse`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ToolchainError(f"{path} does not exist") from error
    return parse(data, str(path))


def parse(data: bytes, name: str) -> Document:
    """Read a document from JSON or YAML 1.2, without judging its content.

    Raises:
        ToolchainError: The data are neither, or hold values JSON has no form for.
    """
    try:
        document = json.loads(data)
    except ValueError:
        try:
            document = YAML(typ="safe").load(data)
        except (YAMLError, UnicodeDecodeError) as error:
            raise ToolchainError(f"{name} is neither JSON nor YAML: {error}") from error
    if not isinstance(document, dict):
        raise ToolchainError(f"{name} does not hold an object at its top")
    _refuse_non_json(document, name)
    return document


def load_spec(path: Path) -> Document:
    """Read one of our specs and refuse what the generators would get wrong without a word.

    Raises:
        ToolchainError: The document is not valid OpenAPI 3.1, uses a form the generators misread, or states in
            ``x-task-api`` what nobody would read.
    """
    document = load(path)
    errors = (
        validation_errors(document) or _misread_by_generators(document) or list(_wrong_task_api(document))
    )
    if errors:
        raise ToolchainError(f"{path} is not a usable spec:\n  " + "\n  ".join(errors))
    return document


def validation_errors(document: Document, *, form_only: bool = False) -> list[str]:
    """What makes a document no valid OpenAPI 3.0 or 3.1; a reference that leads nowhere does too.

    Args:
        form_only: Check the form of the document but not what it says, such as defaults that break their own schema.
    """
    version = str(document.get("openapi", ""))
    validator = OpenAPIV30SpecValidator if version.startswith("3.0") else OpenAPIV31SpecValidator
    try:
        errors = (
            validator.schema_validator.iter_errors(document)
            if form_only
            else validator(document).iter_errors()
        )
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]
    except Unresolvable as error:
        return [f"$ref {error.ref!r} leads nowhere"]


def _misread_by_generators(document: Document) -> list[str]:
    errors = []
    for method, url, operation in operations(document):
        if "operationId" not in operation or len(operation.get("tags", ())) != 1:
            errors.append(f"{method} {url}: needs an operationId and exactly one tag")
        for status, response in operation.get("responses", {}).items():
            media_types = list(dereference(document, response).get("content", {}))
            # openapi-python-client takes the first media type it knows and forgets the others.
            if any(map(is_json, media_types)) and not is_json(media_types[0]):
                errors.append(f"{method} {url}, response {status}: the JSON media type must stand first")
    changed = _changed_by_generators(document)
    return errors + [f"{name!r} holds characters that the generators change" for name in changed]


def _wrong_task_api(document: Document) -> Iterator[str]:
    """Where the extension of a vendor with a client breaks ``task-api.schema.json``, and how."""
    if "client" not in document.get("x-task-api", {}):
        return
    parts = [("root", "x-task-api", document["x-task-api"])]
    for method, url, operation in operations(document):
        if "x-task-api" in operation:  # without it, it is in the wire package alone
            parts.append(("operation", f"{method} {url}: x-task-api", operation["x-task-api"]))
    schema = json.loads(TASK_API.read_text("utf-8"))
    for kind, place, value in parts:
        validator = Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"})
        for error in validator.iter_errors(value):
            yield f"{'.'.join([place, *map(str, error.absolute_path)])}: {brief(error.message)}"


def brief(message: str, most: int = 300) -> str:
    """A message without the end of a long value that it repeats."""
    return message if len(message) <= most else f"{message[:most]}…"


def is_json(media_type: str) -> bool:
    """Whether a media type is ``application/json`` or has the suffix ``+json``."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence == "application/json" or essence.endswith("+json")


def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield method, path and operation object of every operation, in the document's order."""
    for url, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield method, url, item[method]


def dereference(document: Document, node: dict[str, Any]) -> dict[str, Any]:
    """Follow ``$ref`` until a node without one is reached.

    Raises:
        ToolchainError: A reference leads nowhere, out of the document, or back to itself.
    """
    seen: set[str] = set()
    while "$ref" in node:
        reference = str(node["$ref"])
        if reference in seen:
            raise ToolchainError(f"Cannot follow $ref {reference!r}")
        seen.add(reference)
        _, node = resolve(document, reference)
    return node


def resolve(document: Document, reference: str) -> tuple[tuple[str, ...], dict[str, Any]]:
    """The place that a reference names, as keys from the document's top, and what stands there.

    Raises:
        ToolchainError: The reference leads nowhere, or out of the document.
    """
    if not reference.startswith("#/"):
        raise ToolchainError(f"Cannot follow $ref {reference!r}")
    parts = reference.removeprefix("#/").split("/")
    place = tuple(part.replace("~1", "/").replace("~0", "~") for part in parts)
    target: Any = document
    for key in place:
        if not isinstance(target, dict) or key not in target:
            raise ToolchainError(f"$ref {reference!r} leads nowhere")
        target = target[key]
    if not isinstance(target, dict):
        raise ToolchainError(f"$ref {reference!r} does not lead to an object")
    return place, target


def schema_name(node: dict[str, Any]) -> str | None:
    """The component's name if a schema is nothing but a reference to one."""
    reference = node.get("$ref")
    if isinstance(reference, str) and reference.startswith(SCHEMA_PREFIX):
        return reference.removeprefix(SCHEMA_PREFIX)
    return None


def request_content(document: Document, operation: dict[str, Any]) -> dict[str, Schema]:
    """Media type to schema of an operation's request body; empty where it has none."""
    body = dereference(document, operation.get("requestBody", {}))
    return {kind: media.get("schema", {}) for kind, media in body.get("content", {}).items()}


def request_examples(document: Document, operation: dict[str, Any]) -> list[Any]:
    """The examples of an operation's request body."""
    body = dereference(document, operation.get("requestBody", {}))
    return [
        dereference(document, example).get("value")
        for media in body.get("content", {}).values()
        for example in media.get("examples", {}).values()
    ]


def response_content(document: Document, operation: dict[str, Any]) -> dict[str, dict[str, Schema]]:
    """Status to media type to schema of an operation's responses."""
    return {
        status: {
            kind: media.get("schema", {})
            for kind, media in dereference(document, response).get("content", {}).items()
        }
        for status, response in operation.get("responses", {}).items()
    }


def request_schema_names(document: Document) -> list[str]:
    """Sorted names of all component schemas that a request body uses, directly or through others."""
    bodies = [
        schema
        for _, _, operation in operations(document)
        for schema in request_content(document, operation).values()
    ]
    return reachable(document, bodies)


def response_schema_names(document: Document) -> list[str]:
    """Sorted names of all component schemas that a response uses, directly or through others."""
    bodies = [
        schema
        for _, _, operation in operations(document)
        for content in response_content(document, operation).values()
        for schema in content.values()
    ]
    return reachable(document, bodies)


def reachable(document: Document, roots: list[Schema]) -> list[str]:
    """Sorted names of the component schemas that are referenced from the roots, at any depth."""
    components = document.get("components", {}).get("schemas", {})
    found: set[str] = set()
    pending = list(roots)

    def collect(schema: Schema) -> Schema:
        name = schema_name(schema)
        if name is not None and name not in found:
            if name not in components:
                raise ToolchainError(f"$ref {SCHEMA_PREFIX}{name} leads nowhere")
            found.add(name)
            pending.append(components[name])
        return schema

    while pending:
        map_schemas(pending.pop(), collect)
    return sorted(found)


def map_schemas(node: Schema, change: Callable[[Schema], Schema]) -> Schema:
    """Copy a schema with ``change`` applied to every schema inside it, the innermost first."""
    result = dict(node)
    for key in ("properties", "patternProperties", "$defs", "dependentSchemas"):
        if isinstance(result.get(key), dict):
            result[key] = {name: map_schemas(value, change) for name, value in result[key].items()}
    for key in ("anyOf", "oneOf", "allOf", "prefixItems"):
        if isinstance(result.get(key), list):
            result[key] = [map_schemas(value, change) for value in result[key]]
    for key in ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"):
        if isinstance(result.get(key), dict):
            result[key] = map_schemas(result[key], change)
    return change(result)


def secret_names(node: object) -> Iterator[str]:
    """The properties that are marked with ``x-secret`` anywhere below a node, which generators forget."""
    if isinstance(node, dict):
        for name, value in node.items():
            if isinstance(value, dict) and value.get("x-secret"):
                yield name
            yield from secret_names(value)
    elif isinstance(node, list):
        for value in node:
            yield from secret_names(value)


def without_rules(schema: Schema) -> Schema:
    """A schema without its rules, of which the generators would make types, or say something else than the spec."""
    rules = {"if", "then", "else", "not", "dependentRequired", "x-message", "x-field"}
    if "properties" in schema:
        rules |= {"allOf"}
    if "x-message" in schema:
        rules |= {"pattern"}
    return {key: value for key, value in schema.items() if key not in rules}


def _changed_by_generators(document: Document) -> list[str]:
    """Names and values that go over the wire and that openapi-python-client would write down wrong.

    It drops control characters and line separators everywhere, and escapes constants and defaults twice.
    """
    found = {
        parameter["name"]: _DROPPED
        for _, _, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if "name" in parameter
    }

    def collect(schema: Schema) -> Schema:
        for value in (*schema.get("properties", {}), *schema.get("enum", [])):
            found.setdefault(value, _DROPPED)
        for value in (schema.get("const"), schema.get("default")):
            if isinstance(value, str):
                found[value] = _ESCAPED_TWICE
        return schema

    for schema in document.get("components", {}).get("schemas", {}).values():
        map_schemas(schema, collect)
    return sorted(name for name, pattern in found.items() if isinstance(name, str) and pattern.search(name))


def _refuse_non_json(node: object, where: str) -> None:
    if isinstance(node, dict):
        for key, value in node.items():
            if not isinstance(key, str):
                raise ToolchainError(f"{where}: the key {key!r} is no string; put quotes around it")
            _refuse_non_json(value, f"{where}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            _refuse_non_json(value, f"{where}/{index}")
    else:
        try:
            json.dumps(node, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise ToolchainError(f"{where}: {node!r} is no JSON value; put quotes around it") from error
