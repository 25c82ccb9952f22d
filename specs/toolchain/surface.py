"""A document as a flat table: every place of every operation, and the facts that hold there."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from .document import METHODS, SCHEMA_PREFIX, dereference, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .document import Document, Schema

Facts: TypeAlias = dict[str, Any]
Pointer: TypeAlias = tuple[str | int, ...]

PARAMETERS = ("path", "query", "header", "cookie")
SETS = ("enum value", "content type", "server", "security")
"""Facts with several values, each of which may differ by itself."""
LIMITS = (
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
)
_COPIED = (
    *LIMITS,
    "format",
    "default",
    "readOnly",
    "writeOnly",
    "if",
    "then",
    "else",
    "not",
    "dependentRequired",
)


class Place(NamedTuple):
    """Where something stands: in which part of which operation, and below which fields.

    The part is ``request``, a status, ``STATUS header`` or a kind of parameter; an operation itself has none.
    """

    operation: str
    part: str = ""
    path: tuple[str, ...] = ()

    def below(self, name: str) -> Place:
        return self._replace(path=(*self.path, name))

    @property
    def is_parameter(self) -> bool:
        return len(self.path) == 1 and (self.part in PARAMETERS or self.part.endswith(" header"))

    @property
    def is_sent(self) -> bool:
        """Whether a client sends what stands here."""
        return self.part == "request" or self.part in PARAMETERS

    def parent(self) -> Place:
        if self.path and not self.is_parameter:
            return self._replace(path=self.path[:-1])
        return Place(self.operation)

    def __str__(self) -> str:
        name = ".".join(self.path).replace(".[]", "[]")
        return " ".join(filter(None, (self.operation, self.part))) + (f": {name}" if name else "")


class Part(NamedTuple):
    """One schema as it is written, and the keys that lead to it."""

    pointer: Pointer
    schema: Schema


@dataclass
class Alternative:
    """One of several forms that a value may have: schemas that hold together.

    Attributes:
        parts: The outermost schema first.
        above: The references that led here; a schema that holds itself is followed once.
    """

    parts: tuple[Part, ...]
    above: frozenset[str] = frozenset()

    @property
    def merged(self) -> Schema:
        merged: Schema = {}
        for part in reversed(self.parts):
            merged |= part.schema
        for side, bound in (("Minimum", "minimum"), ("Maximum", "maximum")):  # OpenAPI 3.0 writes them so
            strict = merged.get(f"exclusive{side}")
            if strict is True and bound in merged:
                merged[f"exclusive{side}"] = merged.pop(bound)
            elif isinstance(strict, bool):
                del merged[f"exclusive{side}"]
        return merged

    @property
    def types(self) -> set[str]:
        schema = self.merged
        stated = schema.get("type", [])
        types = {stated} if isinstance(stated, str) else set(stated)
        if not types:
            types = {_json_type(value) for value in enumerated(schema)}
        if not types and "properties" in schema:
            types = {"object"}
        if not types and "items" in schema:
            types = {"array"}
        return types | ({"null"} if schema.get("nullable") is True or None in enumerated(schema) else set())

    @property
    def takes_any_text(self) -> bool:
        schema = self.merged
        return "string" in self.types and not enumerated(schema) and "pattern" not in schema

    def joined(self, other: Alternative) -> Alternative:
        return Alternative(self.parts + other.parts, self.above | other.above)


@dataclass
class Spot:
    """What holds at one place, and where it is written."""

    facts: Facts = field(default_factory=dict)
    alternatives: list[Alternative] = field(default_factory=list)
    pointer: Pointer = ()

    def admits(self, value: object) -> bool:
        """Whether a pattern takes a value that no enum lists."""
        patterns = [
            alternative.merged.get("pattern")
            for alternative in self.alternatives
            if not enumerated(alternative.merged)
        ]
        return isinstance(value, str) and any(_matches(pattern, value) for pattern in patterns if pattern)


Surface: TypeAlias = dict[Place, Spot]


def surface(document: Document) -> Surface:
    """The table of a document: references followed, ``allOf`` merged; the order and names of schemas do not count."""
    return _Reader(document).read()


def enumerated(schema: Schema) -> list[Any]:
    """The values that a schema admits, if it lists them."""
    return [schema["const"]] if "const" in schema else list(schema.get("enum", []))


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.table: Surface = {}
        self.followed: set[str] = set()

    def read(self) -> Surface:
        root = self.table[Place("document")] = Spot()
        root.facts["server"] = {str(server.get("url", "")) for server in self.document.get("servers", [])}
        root.facts["security"] = self._security(self.document.get("security"))
        base = base_path(self.document)
        for url, reference in self.document.get("paths", {}).items():
            item = dereference(self.document, reference)
            for method in METHODS:
                if method in item:
                    name = f"{method.upper()} {nameless(base + url)}"
                    self._operation(name, item, item[method], ("paths", url, method), root)
        for name, schema in self.document.get("components", {}).get("schemas", {}).items():
            if name not in self.followed:
                place = Place(f"schema {name}")
                self.table[place] = Spot()
                self._walk(
                    place, self._alternatives(Part(("components", "schemas", name), schema), frozenset())
                )
        return self.table

    def _operation(self, name: str, item: Facts, operation: Facts, pointer: Pointer, root: Spot) -> None:
        spot = self.table[Place(name)] = Spot(pointer=pointer)
        if operation.get("deprecated"):
            spot.facts["deprecated"] = True
        security = self._security(operation.get("security"))
        if "security" in operation and security != root.facts["security"]:
            spot.facts["security"] = security
        if "requestBody" in operation:
            where, body = self._follow(operation["requestBody"], (*pointer, "requestBody"))
            self._content(Place(name, "request"), body, where)
            if body.get("required"):
                self.table[Place(name, "request")].facts["required"] = True
        for status, reference in operation.get("responses", {}).items():
            where, response = self._follow(reference, (*pointer, "responses", status))
            self._content(Place(name, str(status)), response, where)
            for header, inner in response.get("headers", {}).items():
                place = (*where, "headers", header)
                self._parameter(
                    Place(name, f"{status} header", (header.lower(),)), *self._follow(inner, place)
                )
        several = [(("paths", pointer[1]), item), (pointer, operation)]
        counted = 0
        for where, holder in several:
            for index, reference in enumerate(holder.get("parameters", [])):
                place, parameter = self._follow(reference, (*where, "parameters", index))
                key = str(parameter["name"])
                if parameter["in"] == "path":  # whose name never reaches the wire
                    key, counted = str(counted), counted + 1
                self._parameter(Place(name, parameter["in"], (key,)), place, parameter)

    def _parameter(self, place: Place, pointer: Pointer, parameter: Facts) -> None:
        spot = self.table[place] = Spot(pointer=pointer)
        spot.facts |= {key: True for key in ("required", "deprecated") if parameter.get(key)}
        schema = Part((*pointer, "schema"), parameter.get("schema", {}))
        self._walk(place, self._alternatives(schema, frozenset()))

    def _content(self, place: Place, holder: Facts, pointer: Pointer) -> None:
        content = holder.get("content", {})
        spot = self.table[place] = Spot(pointer=pointer)
        spot.facts["content type"] = {kind.partition(";")[0].strip().lower() for kind in content}
        found = []
        for kind, media in content.items():
            if "schema" in media:
                part = Part((*pointer, "content", kind, "schema"), media["schema"])
                found += self._alternatives(part, frozenset())
        self._walk(place, found)

    def _security(self, stated: Any) -> set[str]:  # noqa: ANN401 - what a document says
        schemes = self.document.get("components", {}).get("securitySchemes", {})
        return {
            " and ".join(
                " ".join(
                    [
                        *(
                            str(scheme[key])
                            for scheme in [dereference(self.document, schemes.get(name, {}))]
                            for key in ("type", "scheme", "in", "name")
                            if key in scheme
                        ),
                        *scopes,
                    ]
                )
                for name, scopes in sorted(either.items())
            )
            or "none"
            for either in stated or []
        }

    def _follow(self, node: Facts, pointer: Pointer) -> tuple[Pointer, Facts]:
        while "$ref" in node:
            pointer, node = resolve(self.document, str(node["$ref"]))
        return pointer, node

    def _alternatives(self, part: Part, above: frozenset[str]) -> list[Alternative]:
        if not isinstance(part.schema, dict):  # true and false are schemas too
            part = part._replace(schema={} if part.schema else {"not": {}})
        pointer, schema = part
        found = [Alternative((part,), above)]
        reference = schema.get("$ref")
        if reference is not None and reference not in above:
            where, target = resolve(self.document, str(reference))
            self.followed.add(str(reference).removeprefix(SCHEMA_PREFIX))
            found = _product(found, self._alternatives(Part(where, target), above | {str(reference)}))
        for index, inner in enumerate(schema.get("allOf", ())):
            found = _product(found, self._alternatives(Part((*pointer, "allOf", index), inner), above))
        for key in ("anyOf", "oneOf"):
            branches = [
                alternative
                for index, inner in enumerate(schema.get(key, ()))
                for alternative in self._alternatives(Part((*pointer, key, index), inner), above)
            ]
            found = _product(found, branches) if branches else found
        return found

    def _walk(self, place: Place, alternatives: Iterable[Alternative]) -> None:
        spot = self.table.setdefault(place, Spot())
        unique = {tuple(part.pointer for part in one.parts): one for one in alternatives}
        spot.alternatives = [one for one in unique.values() if one.types != {"null"}]
        spot.facts = _facts(unique.values()) | spot.facts
        inside: dict[str, list[Alternative]] = defaultdict(list)
        required: dict[str, list[bool]] = defaultdict(list)
        objects = [one for one in spot.alternatives if "object" in one.types]
        for one in spot.alternatives:
            children: dict[str, list[Alternative]] = {}
            for name, inner in _children(one):
                found = self._alternatives(inner, one.above)
                children[name] = _product(children[name], found) if name in children else found
            wanted = {name for part in one.parts for name in part.schema.get("required", ())}
            for name, found in children.items():
                inside[name] += found
                required[name].append(name in wanted)
        for name, found in inside.items():
            self.table[place.below(name)] = inner_spot = Spot()
            if any(required[name]):
                always = all(required[name]) and len(required[name]) == len(objects)
                inner_spot.facts["required"] = True if always else "sometimes"
            self._walk(place.below(name), found)


def _children(one: Alternative) -> Iterator[tuple[str, Part]]:
    for pointer, schema in one.parts:
        for name, inner in schema.get("properties", {}).items():
            yield name, Part((*pointer, "properties", name), inner)
        for index, inner in enumerate(schema.get("prefixItems", ())):
            yield f"[{index}]", Part((*pointer, "prefixItems", index), inner)
        for key, name in (("items", "[]"), ("additionalProperties", "*")):
            if isinstance(schema.get(key), dict) and schema[key]:
                yield name, Part((*pointer, key), schema[key])


def _facts(alternatives: Iterable[Alternative]) -> Facts:
    facts: Facts = {}
    several = list(alternatives)
    types = {kind for one in several for kind in one.types}
    if types - {"null"}:
        facts["type"] = sorted(types - {"null"})
    if "null" in types:
        facts["nullable"] = True
    real = [one for one in several if one.types != {"null"}]
    schemas = [one.merged for one in real]
    listed = {json.dumps(value) for schema in schemas for value in enumerated(schema) if value is not None}
    if listed:
        facts["enum value"] = listed
        if any(one.takes_any_text for one in real):
            facts["other values"] = True
    for key in _COPIED:
        values = {json.dumps(schema[key], sort_keys=True): schema[key] for schema in schemas if key in schema}
        if key == "default":
            values.pop("null", None)
        if values:
            facts[key] = (
                [values[text] for text in sorted(values)] if len(values) > 1 else next(iter(values.values()))
            )
    if schemas and all(schema.get("deprecated") for schema in schemas):
        facts["deprecated"] = True
    if schemas and all(schema.get("additionalProperties") is False for schema in schemas):
        facts["closed"] = True
    return facts


def _product(ones: list[Alternative], others: list[Alternative]) -> list[Alternative]:
    return [one.joined(other) for one in ones for other in others]


def nameless(url: str) -> str:
    """A path without the names of its parameters, which never reach the wire."""
    return re.sub(r"{[^}]*}", "{}", url)


def base_path(document: Document) -> str:
    """The path of a document's first server, which stands before those of its operations."""
    server: dict[str, Any] = next(iter(document.get("servers", [])), {})
    url = str(server.get("url", ""))
    for name, variable in server.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return urlsplit(url).path.rstrip("/")


def _json_type(value: object) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "null")


def _matches(pattern: str, value: str) -> bool:
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return False
