"""Changing our spec by one difference to a published document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from openapi_python_client.strings import pascal_case

from .importing import Importer, nullable
from .surface import LIMITS, Place, Spot, base_path, enumerated, nameless, surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .compare import Difference
    from .document import Document, Schema
    from .surface import Alternative, Part, Pointer, Surface

_NAMES = re.compile(r"{([^}]*)}")
_SCALARS = {"string", "integer", "number", "boolean"}
_NUMBERS = frozenset({"integer", "number"})
_TYPES_OF_LIMITS = {
    **dict.fromkeys(("minLength", "maxLength", "pattern", "format"), frozenset({"string"})),
    **dict.fromkeys(("minItems", "maxItems", "uniqueItems"), frozenset({"array"})),
    **dict.fromkeys(("minProperties", "maxProperties"), frozenset({"object"})),
}


class Open(Exception):
    """A person must decide."""


class Left(Exception):
    """Our rules for specs say otherwise."""


class Step:
    """One pass over the differences, by the places that both documents had before it."""

    def __init__(self, published: Document, ours: Document, *, prune: bool) -> None:
        self.published, self.ours, self.prune = published, ours, prune
        self.theirs, self.mine = surface(published), surface(ours)
        self.importer = Importer(published, ours, _same_schemas(self.theirs, self.mine))
        self.set: dict[tuple[Pointer, str], Any] = {}

    def take(self, difference: Difference) -> None:
        """Change our document, or raise what says why not."""
        kind, place = difference.kind, difference.place
        if difference.published is None:
            if not self.prune or kind == "nullable":
                raise Left
            if kind in (*LIMITS, "format", "deprecated"):
                self._remove_fact(place, kind)
            else:
                self._named("remove", kind)(place, difference.ours)
        elif kind == "closed":
            raise Left
        elif kind in (*LIMITS, "format"):
            self._limit(place, kind, difference.published)
        else:
            self._named("take", kind)(place, difference.published)

    def _named(self, verb: str, kind: str) -> Callable[[Place, Any], None]:
        found: Callable[[Place, Any], None] | None = getattr(self, f"_{verb}_{kind.replace(' ', '_')}", None)
        if found is None:
            raise Open
        return found

    def _take_operation(self, place: Place, _: object) -> None:
        _, url, method = self.theirs[place].pointer
        whole, base = base_path(self.published) + str(url), base_path(self.ours)
        if not whole.startswith(f"{base}/"):
            raise Open
        made = self.importer.operation(str(url), str(method))
        known = {nameless(base + key): key for key in self.ours["paths"]}
        path = known.get(nameless(whole), whole.removeprefix(base))
        names = dict(zip(_NAMES.findall(whole), _NAMES.findall(base + path), strict=True))
        for parameter in made.get("parameters", ()):
            if parameter["in"] == "path":
                parameter["name"] = names[parameter["name"]]
        self.ours["paths"].setdefault(path, {})[method] = made

    def _take_request(self, place: Place, _: object) -> None:
        operation = self._operation(place)
        given = self._published(self.theirs[place].pointer)
        operation["requestBody"] = self.importer.body(given, operation["operationId"])

    def _take_status(self, place: Place, _: object) -> None:
        operation = self._operation(place)
        given = self._published(self.theirs[place].pointer)
        operation["responses"][place.part] = self.importer.response(
            place.part, given, operation["operationId"]
        )

    def _take_parameter(self, place: Place, _: object) -> None:
        if not place.is_sent or place.part == "path":
            raise Open
        operation = self._operation(place)
        given = self._published(self.theirs[place].pointer)
        operation.setdefault("parameters", []).append(
            self.importer.parameter(given, operation["operationId"])
        )

    def _take_field(self, place: Place, facts: dict[str, Any]) -> None:
        name = place.path[-1]
        given = {one.parts[0].pointer: _first(one) for one in self.theirs[place].alternatives}
        if name in ("[]", "*") or name.startswith("[") or not given:
            raise Open
        schema = next(iter(given.values())) if len(given) == 1 else {"anyOf": list(given.values())}
        holders = self._holders(place)
        sent = place.is_sent
        for pointer in holders:
            holder = self._at(pointer)
            named = (
                str(pointer[2])
                if pointer[:2] == ("components", "schemas")
                else self._operation(place)["operationId"]
            )
            made = self.importer.field(schema, pascal_case(f"{named}_{name}"), sent=sent)
            holder.setdefault("properties", {})[name] = made
            if sent and facts.get("required") is True:
                holder.setdefault("required", []).append(name)

    def _take_enum_value(self, place: Place, value: str) -> None:
        kind = type(json.loads(value))
        listing = {
            pointer: schema
            for pointer, schema in self._parts(place)
            if any(type(one) is kind for one in enumerated(schema))
        }
        if len(listing) != 1:
            raise Open
        schema = self._at(next(iter(listing)))
        if "const" in schema:
            schema["enum"] = [schema.pop("const")]
        schema["enum"].append(json.loads(value))

    def _take_required(self, place: Place, value: object) -> None:
        if not place.is_sent:
            raise Left
        if value is not True or "required" in self.mine[place].facts:  # in some forms of the value only
            raise Open
        if place.is_parameter or not place.path:
            self._at(self.mine[place].pointer)["required"] = True
            return
        for pointer in self._holders(place, with_field=True):
            required = self._at(pointer).setdefault("required", [])
            if place.path[-1] not in required:
                required.append(place.path[-1])

    def _take_nullable(self, place: Place, _: object) -> None:
        if not place.path:
            raise Open
        for pointer in self._written(place):
            self._at(pointer[:-1])[pointer[-1]] = nullable(self._at(pointer))

    def _take_deprecated(self, place: Place, _: object) -> None:
        where = [self.mine[place].pointer] if place.is_parameter or not place.part else self._written(place)
        if not where:
            raise Open
        for pointer in where:
            self._at(pointer)["deprecated"] = True

    def _take_default(self, place: Place, value: object) -> None:
        """A default is said in the description: the generated client would send one that is stated."""
        said = f"Default: {json.dumps(value)}."
        if not place.is_sent or any(
            said in schema.get("description", "") for _, schema in self._parts(place)
        ):
            raise Left
        raise Open

    def _take_type(self, place: Place, published: list[str]) -> None:
        if not self.prune and set(published) < set(self.mine[place].facts.get("type", ())):
            raise Left
        stated = {pointer: schema for pointer, schema in self._parts(place) if "type" in schema}
        if len(stated) != 1 or not _SCALARS.issuperset(published):
            raise Open
        ((pointer, schema),) = stated.items()
        several = [schema["type"]] if isinstance(schema["type"], str) else list(schema["type"])
        if enumerated(schema) or not _SCALARS.issuperset(set(several) - {"null"}):
            raise Open
        types = list(published) if self.prune else [*several, *published]
        if "number" in types:
            types = [kind for kind in types if kind != "integer"]
        types = list(dict.fromkeys([*types, *(["null"] if "null" in several else [])]))
        if types == several:
            raise Left
        self._set(pointer, "type", types[0] if len(types) == 1 else types)

    def _limit(self, place: Place, kind: str, value: object) -> None:
        if not place.is_sent:
            raise Left
        types = _TYPES_OF_LIMITS.get(kind, _NUMBERS)
        fitting = [
            one for one in self.mine[place].alternatives if one.types & types and not enumerated(one.merged)
        ]
        targets = {
            _last(part for part in one.parts if kind in part.schema)
            or _last(p for p in one.parts if "type" in p.schema)
            for one in fitting
        }
        if len(targets) != 1 or isinstance(value, list | dict):
            raise Open
        (target,) = targets
        if target is None or "x-message" in self._at(target) or value == "binary":
            raise Open
        self._set(target, kind, value)

    def _remove_operation(self, place: Place, _: object) -> None:
        _, url, method = self.mine[place].pointer
        del self.ours["paths"][url][method]
        if not self.ours["paths"][url]:
            del self.ours["paths"][url]

    def _remove_status(self, place: Place, _: object) -> None:
        del self._operation(place)["responses"][place.part]

    def _remove_parameter(self, place: Place, _: object) -> None:
        self._operation(place)["parameters"].remove(self._at(self.mine[place].pointer))

    def _remove_field(self, place: Place, _: object) -> None:
        for pointer in self._holders(place, with_field=True):
            holder = self._at(pointer)
            del holder["properties"][place.path[-1]]
            _discard(holder, place.path[-1])

    def _remove_enum_value(self, place: Place, value: str) -> None:
        for pointer, schema in self._parts(place):
            if json.loads(value) in schema.get("enum", ()):
                self._at(pointer)["enum"].remove(json.loads(value))

    def _remove_required(self, place: Place, _: object) -> None:
        if place.is_parameter or not place.path:
            del self._at(self.mine[place].pointer)["required"]
            return
        for pointer in self._holders(place, with_field=True):
            _discard(self._at(pointer), place.path[-1])

    def _remove_fact(self, place: Place, kind: str) -> None:
        holders = [self.mine[place].pointer] if place.is_parameter or not place.part else []
        for pointer in [*holders, *(pointer for pointer, _ in self._parts(place))]:
            self._at(pointer).pop(kind, None)

    def _holders(self, place: Place, *, with_field: bool = False) -> list[Pointer]:
        """Where our document writes the fields of the object that a place is in."""
        name, parent = place.path[-1], place.parent()
        if not place.path[:-1]:
            parent = Place(place.operation, place.part)
        found: dict[Pointer, None] = {}
        objects = [one for one in self.mine[parent].alternatives if "object" in one.types]
        for one in objects:
            written = [part for part in one.parts if "properties" in part.schema]
            if with_field:
                written = [part for part in written if name in part.schema["properties"]]
            pointer = _last(written) or (
                None if with_field else _last(p for p in one.parts if "type" in p.schema)
            )
            if pointer is not None:
                found[pointer] = None
        if not found or (len(found) > 1 and not with_field and not self._is_everywhere(name, parent)):
            raise Open
        return list(found)

    def _is_everywhere(self, name: str, parent: Place) -> bool:
        """Whether each form of a published object has a field."""
        objects = [one for one in self.theirs[parent].alternatives if "object" in one.types]
        return all(any(name in part.schema.get("properties", ()) for part in one.parts) for one in objects)

    def _parts(self, place: Place) -> list[tuple[Pointer, Schema]]:
        found = {part.pointer: part.schema for one in self.mine[place].alternatives for part in one.parts}
        return list(found.items())

    def _written(self, place: Place) -> list[Pointer]:
        """Where a field itself stands, before any reference is followed."""
        return list(dict.fromkeys(one.parts[0].pointer for one in self.mine[place].alternatives))

    def _set(self, pointer: Pointer, key: str, value: object) -> None:
        if self.set.setdefault((pointer, key), value) != value:  # two places share a schema and differ
            raise Open
        self._at(pointer)[key] = value

    def _operation(self, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = self._at(self.mine[Place(place.operation)].pointer)
        return found

    def _at(self, pointer: Pointer) -> Any:  # noqa: ANN401 - whatever stands there
        return _walk(self.ours, pointer)

    def _published(self, pointer: Pointer) -> Any:  # noqa: ANN401 - whatever stands there
        return _walk(self.published, pointer)


def _walk(node: Any, pointer: Pointer) -> Any:  # noqa: ANN401 - whatever stands there
    for key in pointer:
        node = node[key]
    return node


def _first(one: Alternative) -> Schema:
    return next((part.schema for part in one.parts if part.schema), {})


def _last(parts: Iterable[Part]) -> Pointer | None:
    """The innermost of the schemas that hold together."""
    found = list(parts)
    return found[-1].pointer if found else None


def _discard(holder: Schema, name: str) -> None:
    if name in holder.get("required", ()):
        holder["required"].remove(name)
        if not holder["required"]:
            del holder["required"]


def _same_schemas(theirs: Surface, mine: Surface) -> dict[str, str]:
    """Published components that stand where one of ours does, by name."""
    names: dict[str, str] = {}
    for place in theirs.keys() & mine.keys():
        one, other = _component(theirs[place]), _component(mine[place])
        if one and other:
            names.setdefault(one, other)
    return names


def _component(spot: Spot) -> str | None:
    found = {
        next((str(part.pointer[2]) for part in one.parts if _is_component(part)), None)
        for one in spot.alternatives
    }
    return found.pop() if len(found) == 1 else None


def _is_component(part: Part) -> bool:
    return len(part.pointer) == len(("components", "schemas", "name")) and part.pointer[:2] == (
        "components",
        "schemas",
    )
