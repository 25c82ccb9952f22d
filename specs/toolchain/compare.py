"""What two OpenAPI documents of the same API have that the other lacks."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from .document import METHODS, dereference, request_content, response_content

if TYPE_CHECKING:
    from .document import Document, Schema


@dataclass
class Surplus:
    """What one document has beyond the other; every list is sorted.

    A field is named ``METHOD /path part: dotted.name``, where the part is ``request``, a status or a place of
    parameters. What lies inside a surplus operation or field is not listed again.
    """

    operations: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    enum_values: list[str] = field(default_factory=list)
    required: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.operations or self.fields or self.enum_values or self.required)


@dataclass
class Comparison:
    """The differences between a published document and ours."""

    only_published: Surplus
    only_ours: Surplus

    def to_dict(self) -> dict[str, dict[str, list[str]]]:
        return asdict(self)


class _Place(NamedTuple):
    """Where a field stands: in which part of which operation, and below which other fields."""

    operation: str
    part: str
    path: tuple[str, ...] = ()

    def below(self, name: str) -> _Place:
        return self._replace(path=(*self.path, name))

    def parent(self) -> _Place:
        return self._replace(path=self.path[:-1])

    def __str__(self) -> str:
        return f"{self.operation} {self.part}: " + ".".join(self.path).replace(".[]", "[]")


@dataclass
class _Field:
    required: bool = False
    values: set[str] = field(default_factory=set)


@dataclass
class _Surface:
    """All operations of a document, and all their fields."""

    operations: set[str] = field(default_factory=set)
    fields: dict[_Place, _Field] = field(default_factory=dict)


def compare(published: Document, ours: Document) -> Comparison:
    """Compare two documents by what goes over the wire: names of schemas and the order of things do not matter."""
    theirs_seen, ours_seen = _surface(published), _surface(ours)
    return Comparison(_surplus(theirs_seen, ours_seen), _surplus(ours_seen, theirs_seen))


def _surplus(one: _Surface, other: _Surface) -> Surplus:
    surplus = Surplus(operations=sorted(one.operations - other.operations))
    for place, found in sorted(one.fields.items()):
        if place.operation not in other.operations:
            continue
        twin = other.fields.get(place)
        if twin is not None:
            surplus.enum_values += [f"{place} = {value}" for value in sorted(found.values - twin.values)]
            if found.required and not twin.required:
                surplus.required.append(str(place))
        elif not place.parent().path or place.parent() in other.fields:
            surplus.fields.append(str(place))
    return surplus


def _surface(document: Document) -> _Surface:
    surface = _Surface()
    base = _base_path(document)
    for url, item in document.get("paths", {}).items():
        for method in METHODS:
            if method not in item:
                continue
            operation = item[method]
            name = f"{method.upper()} {re.sub(r'{[^}]*}', '{}', base + url)}"
            surface.operations.add(name)
            for schema in request_content(document, operation).values():
                _collect(document, schema, _Place(name, "request"), surface.fields)
            for status, content in response_content(document, operation).items():
                for schema in content.values():
                    _collect(document, schema, _Place(name, status), surface.fields)
            for reference in [*item.get("parameters", []), *operation.get("parameters", [])]:
                parameter = dereference(document, reference)
                if parameter["in"] != "path":  # the name of a path parameter never reaches the wire
                    place = _Place(name, parameter["in"], (parameter["name"],))
                    surface.fields[place] = _Field(required=bool(parameter.get("required")))
                    _collect(document, parameter.get("schema", {}), place, surface.fields)
    return surface


def _base_path(document: Document) -> str:
    server: dict[str, Any] = next(iter(document.get("servers", [])), {})
    url = str(server.get("url", ""))
    for name, variable in server.get("variables", {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return urlsplit(url).path.rstrip("/")


def _collect(
    document: Document,
    schema: Schema,
    place: _Place,
    fields: dict[_Place, _Field],
    above: tuple[str, ...] = (),
) -> None:
    if "$ref" in schema:
        if schema["$ref"] in above:  # a schema that holds itself
            return
        above = (*above, schema["$ref"])
        schema = {**dereference(document, schema), **{key: schema[key] for key in schema if key != "$ref"}}
    if place in fields:
        values = [schema["const"]] if "const" in schema else schema.get("enum", [])
        fields[place].values.update(json.dumps(value) for value in values if value is not None)
    for name, inner in schema.get("properties", {}).items():
        entry = fields.setdefault(place.below(name), _Field())
        entry.required |= name in schema.get("required", ())
        _collect(document, inner, place.below(name), fields, above)
    for part in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        _collect(document, part, place, fields, above)
    for key, name in (("items", "[]"), ("additionalProperties", "*")):
        if isinstance(schema.get(key), dict):
            fields.setdefault(place.below(name), _Field())
            _collect(document, schema[key], place.below(name), fields, above)
