"""What a vendor publishes in the form of our specs: structure and facts, none of the vendor's sentences."""

from __future__ import annotations

import json
import re
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from openapi_python_client.strings import pascal_case, snake_case

from .document import (
    SCHEMA_PREFIX,
    dereference,
    is_json,
    operations,
    request_schema_names,
    resolve,
    response_schema_names,
    schema_name,
)
from .surface import LIMITS, Alternative, Part, enumerated

if TYPE_CHECKING:
    from .document import Document, Schema

NULL: Schema = {"type": "null"}
_PHRASES = {str(status.value): status.phrase for status in HTTPStatus}


class Importer:
    """Adds a published document's operations and schemas to ours, by our rules for specs.

    Requests are strict and have every limit; answers are lenient and have none. Objects and enums are named under
    components. A default becomes a description, for the generated client would send it.

    Attributes:
        names: Names of published components to names of ours that describe the same.
    """

    def __init__(self, published: Document, ours: Document, names: dict[str, str]) -> None:
        self.published = published
        self.ours = ours
        self.names = names
        self.schemas: dict[str, Schema] = ours.setdefault("components", {}).setdefault("schemas", {})
        self._sent = {True: set(request_schema_names(ours)), False: set(response_schema_names(ours))}
        self._made: dict[tuple[str, bool], str] = {}
        self._inside: list[str] = []
        self._errors = _shared_responses(ours)

    def operation(self, url: str, method: str) -> dict[str, Any]:
        """A published operation, without what only a person can say."""
        item = self.published["paths"][url]
        given = item[method]
        name = self._operation_id(given, url, method)
        made: dict[str, Any] = {
            "tags": [self._tag(given)],
            "operationId": name,
            **({"deprecated": True} if given.get("deprecated") else {}),
        }
        parameters = [*item.get("parameters", []), *given.get("parameters", [])]
        if parameters:
            made["parameters"] = [self.parameter(parameter, name) for parameter in parameters]
        if "requestBody" in given:
            made["requestBody"] = self.body(given["requestBody"], name)
        made["responses"] = {
            str(status): self.response(str(status), response, name)
            for status, response in given.get("responses", {}).items()
        }
        return made

    def parameter(self, reference: dict[str, Any], operation: str) -> dict[str, Any]:
        given = dereference(self.published, reference)
        schema = self.schema(given.get("schema", {}), pascal_case(f"{operation}_{given['name']}"), sent=True)
        flags = {key: True for key in ("required", "deprecated") if given.get(key)}
        return {"name": given["name"], "in": given["in"], **flags, "schema": schema}

    def body(self, reference: dict[str, Any], operation: str) -> dict[str, Any]:
        given = dereference(self.published, reference)
        content = self._content(given, f"{pascal_case(operation)}Request", sent=True)
        return {**({"required": True} if given.get("required") else {}), "content": content}

    def response(self, status: str, reference: dict[str, Any], operation: str) -> dict[str, Any]:
        """An answer; for an error that our spec has already, a reference to that."""
        if status in self._errors:
            return {"$ref": self._errors[status]}
        given = dereference(self.published, reference)
        phrase = _PHRASES.get(status, "Success" if status.startswith("2") else "Error")
        content = self._content(given, f"{pascal_case(operation)}Response", sent=False)
        return {"description": f"{phrase}.", **({"content": content} if content else {})}

    def field(self, given: Schema, name: str, *, sent: bool) -> Schema:
        """The schema of a field; one of an answer may always be null."""
        made = self.schema(given, name, sent=sent)
        return made if sent else nullable(made)

    def schema(self, given: Schema, name: str, *, sent: bool) -> Schema:
        """A published schema as it stands inside another.

        Args:
            given: The schema.
            name: What to call it, if it needs a name of its own and has none.
            sent: Whether a client sends it.
        """
        if "$ref" in given:
            return self._reference(given, name, sent=sent)
        flat = self._flat(given)
        if sent and len(flat.get("enum", ())) == 1 and isinstance(flat["enum"][0], str):
            # As our specs tell the variants of a request apart.
            made = {"type": "string", "const": flat["enum"][0], **_marks(flat, sent=sent)}
        elif "properties" in flat or "enum" in flat:
            unique = _unused(name, self.schemas)
            self.schemas[unique] = {}
            self._sent[sent].add(unique)
            plain = {key: value for key, value in flat.items() if key not in ("default", "deprecated")}
            self.schemas[unique] = self._form(plain, unique, sent=sent)
            made = {"$ref": SCHEMA_PREFIX + unique, **_marks(flat, sent=sent)}
        else:
            made = self._form(flat, name, sent=sent)
        return nullable(made) if is_nullable(flat) else made

    def _reference(self, given: Schema, name: str, *, sent: bool) -> Schema:
        theirs = schema_name(given)
        _, target = resolve(self.published, str(given["$ref"]))
        flat = self._flat(target)
        if theirs is not None and ("properties" in flat or "enum" in flat or len(_branches(flat)) > 1):
            made = {"$ref": SCHEMA_PREFIX + self._component(theirs, sent=sent)}
        elif given["$ref"] in self._inside:  # a list of itself
            return {}
        else:
            self._inside.append(given["$ref"])
            made = self.schema(target, pascal_case(theirs or name), sent=sent)
            self._inside.remove(given["$ref"])
        made |= _marks(given, sent=sent)
        return nullable(made) if is_nullable(given) or is_nullable(flat) else made

    def _component(self, theirs: str, *, sent: bool) -> str:
        """Name of our component for one of theirs, which is added where we have none."""
        if (theirs, sent) in self._made:
            return self._made[theirs, sent]
        given = self._flat(self.published["components"]["schemas"][theirs])
        for name in (self.names.get(theirs), pascal_case(theirs)):
            if name in self.schemas and (enumerated(given) or name in self._sent[sent]):
                return name
        name = pascal_case(theirs)
        if name in self.schemas:
            name = _unused(name + ("Request" if sent else "Answer"), self.schemas)
        self._made[theirs, sent] = name
        self._sent[sent].add(name)
        self.schemas[name] = {}  # it may hold itself
        self.schemas[name] = self._form(given, name, sent=sent)
        return name

    def _form(self, given: Schema, name: str, *, sent: bool) -> Schema:
        """A schema in our form, under its own name or without any."""
        types = sorted(Alternative((Part((), given),)).types - {"null"}) if not _branches(given) else []
        made: Schema = {"type": types[0] if len(types) == 1 else types} if types else {}
        made |= _facts(given, sent=sent)
        if isinstance(given.get("items"), dict):
            made["items"] = self.schema(given["items"], f"{name}Item", sent=sent)
        if "properties" in given:
            if sent and given.get("additionalProperties") is not True:
                made["additionalProperties"] = False
            required = [key for key in given.get("required", ()) if key in given["properties"]]
            made |= {"required": required} if sent and required else {}
            made["properties"] = {
                key: self.field(inner, name + pascal_case(key), sent=sent)
                for key, inner in given["properties"].items()
            }
        if isinstance(given.get("additionalProperties"), dict):
            made["additionalProperties"] = self.schema(
                given["additionalProperties"], f"{name}Value", sent=sent
            )
        branches = _branches(given)
        if len(branches) == 1:
            made |= self.schema(branches[0], name, sent=sent)
        elif branches:
            key = "anyOf" if "anyOf" in given else "oneOf"
            made[key] = [self.schema(inner, f"{name}{n}", sent=sent) for n, inner in enumerate(branches, 1)]
        return made | _marks(given, sent=sent)

    def _flat(self, given: Schema) -> Schema:
        """A schema with its ``allOf`` merged into it."""
        flat: Schema = {}
        for part in (*given.get("allOf", ()), {key: value for key, value in given.items() if key != "allOf"}):
            inner = (
                self._flat(dereference(self.published, part)) if "$ref" in part or "allOf" in part else part
            )
            fields = inner.get("properties", {}).items()
            properties = flat.get("properties", {}) | {
                key: value for key, value in fields if value or key not in flat.get("properties", {})
            }
            required = [*flat.get("required", ()), *inner.get("required", ())]
            flat |= inner
            flat |= {"properties": properties} if properties else {}
            flat |= {"required": list(dict.fromkeys(required))} if required else {}
        return flat

    def _content(self, holder: dict[str, Any], name: str, *, sent: bool) -> dict[str, Any]:
        kinds = sorted(
            holder.get("content", {}), key=lambda kind: not is_json(kind)
        )  # as the generators want it
        return {
            kind: {"schema": self.schema(holder["content"][kind].get("schema", {}), name, sent=sent)}
            for kind in kinds
        }

    def _operation_id(self, given: dict[str, Any], url: str, method: str) -> str:
        address = re.sub(r"\W+", "_", url).strip("_")
        name = snake_case(str(given.get("operationId", "")))  # some frameworks put the address behind it
        name = name.removesuffix(snake_case(f"{address}_{method}")).strip("_")
        known = {str(operation.get("operationId")) for _, _, operation in operations(self.ours)}
        return _unused(name or snake_case(f"{method}_{address}"), known)

    def _tag(self, given: dict[str, Any]) -> str:
        tag = snake_case(str(next(iter(given.get("tags", ())), "other")))
        known = self.ours.setdefault("tags", [])
        if tag not in [entry["name"] for entry in known]:
            known.append({"name": tag})
        return tag


def _facts(given: Schema, *, sent: bool) -> Schema:
    """What a schema says of a value that is no object."""
    made: Schema = {}
    is_file = "contentMediaType" in given and "contentEncoding" not in given
    if is_file or (given.get("format") and (sent or given["format"] == "binary")):
        made["format"] = "binary" if is_file else given["format"]
    if "const" in given:
        made["const"] = given["const"]
    elif "enum" in given:
        made["enum"] = [value for value in given["enum"] if value is not None]
    if sent:
        limits = Alternative((Part((), given),)).merged
        made |= {key: limits[key] for key in LIMITS if key in limits}
    return made


def _marks(given: Schema, *, sent: bool) -> Schema:
    marks: Schema = {"deprecated": True} if given.get("deprecated") else {}
    if sent and given.get("default") is not None:
        marks["description"] = f"Default: {json.dumps(given['default'])}."
    return marks


def _branches(given: Schema) -> list[Schema]:
    """The forms that a value may have, beside null."""
    return [inner for inner in [*given.get("anyOf", ()), *given.get("oneOf", ())] if inner != NULL]


def is_nullable(schema: Schema) -> bool:
    """Whether a schema itself admits null, in the form of any version of OpenAPI."""
    kind = schema.get("type")
    branches = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    return (
        schema.get("nullable") is True
        or None in enumerated(schema)
        or NULL in branches
        or (isinstance(kind, list) and "null" in kind)
    )


def nullable(schema: Schema) -> Schema:
    """A schema of ours that admits null as well."""
    kind = schema.get("type")
    if "anyOf" in schema:
        return schema if NULL in schema["anyOf"] else {**schema, "anyOf": [*schema["anyOf"], dict(NULL)]}
    if kind is None or "enum" in schema or "const" in schema:
        marks = {key: value for key, value in schema.items() if key in ("deprecated", "description")}
        inner = {key: value for key, value in schema.items() if key not in marks}
        return {"anyOf": [inner, dict(NULL)], **marks} if inner else schema
    several = [kind] if isinstance(kind, str) else kind
    return schema if "null" in several else {**schema, "type": [*several, "null"]}


def _shared_responses(ours: Document) -> dict[str, str]:
    """The response that our operations refer to for each status of an error."""
    found: dict[str, str] = {}
    for _, _, operation in operations(ours):
        for status, response in operation.get("responses", {}).items():
            if "$ref" in response and not str(status).startswith("2"):
                found.setdefault(str(status), str(response["$ref"]))
    return found


def _unused(name: str, known: Any) -> str:  # noqa: ANN401 - anything with `in`
    number, unused = 1, name
    while unused in known:
        number += 1
        unused = f"{name}{number}" if name[:1].isupper() else f"{name}_{number}"
    return unused
