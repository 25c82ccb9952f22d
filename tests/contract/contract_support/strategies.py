"""Hypothesis strategies from draft-07 schemas: what they admit, and what is close to it.

Only the keywords that our specs use; any other fails loudly.
"""

from __future__ import annotations

import copy
import math
from typing import TYPE_CHECKING, Any

import fastjsonschema
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Schema = Mapping[str, Any]

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=8)
SCALARS = st.none() | st.booleans() | st.integers(-(2**40), 2**40) | TEXT
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2)
)
_TYPES = {"null": st.none(), "boolean": st.booleans()}
_KEYWORDS = {
    "$ref", "additionalProperties", "allOf", "anyOf", "const", "enum", "exclusiveMaximum", "exclusiveMinimum",
    "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minProperties", "minimum", "oneOf",
    "pattern", "properties", "required", "type", "uniqueItems",
}  # fmt: skip


def validator(schema: str, definitions: Mapping[str, Schema]) -> Callable[[Any], Any]:
    """What fastjsonschema makes of a schema: a function that raises JsonSchemaException."""
    compiled: Callable[[Any], Any] = fastjsonschema.compile(
        {"$ref": f"#/definitions/{schema}", "definitions": definitions}
    )
    return compiled


def instances(schema: Schema, definitions: Mapping[str, Schema]) -> st.SearchStrategy[Any]:
    """Values that a schema admits."""
    unknown = schema.keys() - _KEYWORDS
    if unknown:
        raise NotImplementedError(f"no strategy for {sorted(unknown)}")
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/definitions/")
        return st.deferred(lambda: instances(definitions[name], definitions))
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            rest = {other: value for other, value in schema.items() if other != key}
            whole = fastjsonschema.compile({**schema, "definitions": definitions})
            bases = [part for part in schema[key] if not _only_requires(part)] or [rest]
            return st.one_of([instances({**rest, **part}, definitions) for part in bases]).filter(
                _admitted_by(whole)
            )
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = schema.get("type")
    if kinds is None:
        return _objects(schema, definitions) if "properties" in schema else JSON
    return st.one_of(
        [_typed(kind, schema, definitions) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    )


def mutants(value: Any) -> st.SearchStrategy[Any]:
    """Copies of a JSON value with one thing in it changed, so that a schema may or may not admit them still."""
    return st.sampled_from(list(_places(value))).flatmap(lambda place: _changed(value, place))


def _only_requires(part: Schema) -> bool:
    return part.keys() <= {"required"}


def _admitted_by(check: Callable[[Any], Any]) -> Callable[[Any], bool]:
    def admitted(value: Any) -> bool:
        try:
            check(value)
        except fastjsonschema.JsonSchemaException:
            return False
        return True

    return admitted


def _typed(kind: str, schema: Schema, definitions: Mapping[str, Schema]) -> st.SearchStrategy[Any]:
    match kind:
        case "object":
            return _objects(schema, definitions)
        case "array":
            least = schema.get("minItems", 0)
            return st.lists(
                instances(schema.get("items", {}), definitions),
                min_size=least,
                max_size=min(schema.get("maxItems", math.inf), least + 2),
                unique_by=repr if schema.get("uniqueItems") else None,
            )
        case "string":
            return _strings(schema)
        case "integer":
            low, high = _bounds(schema)
            return st.integers(
                None if low is None else math.ceil(low), None if high is None else math.floor(high)
            )
        case "number":
            low, high = _bounds(schema)
            return st.floats(
                low,
                high,
                allow_nan=False,
                allow_infinity=False,
                exclude_min="exclusiveMinimum" in schema,
                exclude_max="exclusiveMaximum" in schema,
            )
        case _:
            return _TYPES[kind]


def _bounds(schema: Schema) -> tuple[float | None, float | None]:
    return (
        schema.get("minimum", schema.get("exclusiveMinimum")),
        schema.get("maximum", schema.get("exclusiveMaximum")),
    )


def _strings(schema: Schema) -> st.SearchStrategy[str]:
    least, most = schema.get("minLength", 0), schema.get("maxLength", math.inf)
    if "pattern" in schema:
        # `$` also matches before a last line break in Python, which JSON Schema's dialect does not know.
        matching = st.from_regex(schema["pattern"]).filter(lambda text: not text.endswith("\n"))
        return matching.filter(lambda text: least <= len(text) <= most)
    return st.text(st.characters(codec="utf-8"), min_size=least, max_size=min(most, least + 8))


def _objects(schema: Schema, definitions: Mapping[str, Schema]) -> st.SearchStrategy[dict[str, Any]]:
    properties = {name: instances(inner, definitions) for name, inner in schema.get("properties", {}).items()}
    required = schema.get("required", [])
    extra = schema.get("additionalProperties", True)
    known = st.fixed_dictionaries(
        {name: properties.get(name, JSON) for name in required},
        optional={name: inner for name, inner in properties.items() if name not in required},
    )
    if extra is not False and not properties:
        values = JSON if extra is True else instances(extra, definitions)
        known = st.dictionaries(TEXT, values, max_size=2)
    return known.filter(lambda value: len(value) >= schema.get("minProperties", 0))


def _places(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield place
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        yield from _places(inner, (*place, key))


def _changed(value: Any, place: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    target = value
    for key in place:
        target = target[key]
    changes = [SCALARS, st.just([]), st.just({}), st.just(0.5)]
    if isinstance(target, str):
        changes += [
            st.just(target + "x"),
            st.just(target[:-1]),
            st.just(target.upper()),
            st.just(target * 600),
        ]
    elif isinstance(target, bool):
        changes += [st.just(int(target)), st.just(str(target))]
    elif isinstance(target, int):
        changes += [
            st.integers(-2, 2).map(lambda step: target + step),
            st.just(str(target)),
            st.just(target * 1000),
        ]
    elif isinstance(target, dict):
        changes += [st.just({**target, "unheard_of": 1})]
        changes += [st.just({k: v for k, v in target.items() if k != key}) for key in target]
    elif isinstance(target, list):
        changes += [st.just(target[:-1]), st.just(target * 300)]
    return st.one_of(changes).map(lambda changed: _replaced(value, place, changed))


def _replaced(value: Any, place: tuple[Any, ...], changed: Any) -> Any:
    if not place:
        return changed
    result = copy.deepcopy(value)
    target = result
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = changed
    return result
