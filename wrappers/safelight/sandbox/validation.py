"""Strict validation of every request body: its fields by pydantic models, the rules between them by JSON Schema.

Both are generated from the specs.
"""

import importlib
import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Protocol, cast

import fastjsonschema
from pydantic import TypeAdapter, ValidationError

from safelight.sandbox.call import decode_object
from safelight.sandbox.jsontypes import JsonObject, JsonValue
from safelight.sandbox.replies import Kind, Refusal

_UNION_BRANCH = re.compile(
    r"^([A-Z]\w*|function-before.*|literal\[.*|constrained-.*|nullable.*|bool|int|str|list\[.*)$"
)


@cache
def _adapter(vendor: str, name: str) -> TypeAdapter[object]:
    module = importlib.import_module(f"{vendor}_api.server_models")
    return TypeAdapter(cast("type[object]", getattr(module, name)))


def validate(vendor: str, name: str, raw: bytes) -> JsonObject:
    """Return a JSON body that agrees with the model `name` of a vendor.

    Raises:
        Refusal: It does not. The details list the messages by field, the message names the first field.
    """
    with _refused():
        _adapter(vendor, name).validate_json(raw, strict=True)
    return _within_the_rules(vendor, name, decode_object(raw))


def validate_form(
    vendor: str, name: str, fields: Mapping[str, JsonValue], files: Iterable[str]
) -> JsonObject:
    """Return the fields of a form that agrees with the model `name` of a vendor.

    Args:
        vendor: The vendor.
        name: The model.
        fields: The text fields, numbers already as numbers.
        files: The names of the file parts; in the result each one is an empty string.

    Raises:
        Refusal: As `validate` does.
    """
    names = list(files)
    with _refused():
        _adapter(vendor, name).validate_python({**fields, **dict.fromkeys(names, b"")}, strict=True)
    return _within_the_rules(vendor, name, {**fields, **dict.fromkeys(names, "")})


class _Broken(Protocol):
    """What fastjsonschema raises."""

    path: list[str]
    message: str
    value: object
    definition: Mapping[str, Any]


def _within_the_rules(vendor: str, name: str, body: JsonObject) -> JsonObject:
    broken = _breach({"$ref": f"#/definitions/{name}"}, vendor, body)
    if broken is not None:
        place, message = next(_messages(broken, vendor), (broken.path[1:], broken.message))
        raise invalid(".".join(place), message)
    return body


def _breach(schema: Mapping[str, Any], vendor: str, value: object) -> _Broken | None:
    try:
        _check(json.dumps(schema), vendor)(value)
    except fastjsonschema.JsonSchemaValueException as error:
        return cast("_Broken", error)
    return None


@cache
def _check(schema: str, vendor: str) -> Callable[[object], object]:
    schemas = importlib.import_module(f"{vendor}_api.request_schemas").REQUEST_SCHEMAS
    whole = {**json.loads(schema), "definitions": schemas}
    return cast("Callable[[object], object]", fastjsonschema.compile(whole, use_default=False))


def _messages(broken: _Broken, vendor: str) -> Iterator[tuple[list[str], str]]:
    """Yield place and message of the rules that are broken, also inside the forms that a value may have."""
    place, schema = broken.path[1:], broken.definition
    if "x-message" in schema:
        yield [*place, *filter(None, [schema.get("x-field")])], schema["x-message"]
        return
    for form in schema.get("anyOf", ()):
        inner = _breach(form, vendor, broken.value)
        if inner is not None:
            yield from (([*place, *steps], message) for steps, message in _messages(inner, vendor))


@contextmanager
def _refused() -> Generator[None]:
    """Turn what pydantic finds into a refusal."""
    try:
        yield
    except ValidationError as error:
        fields: dict[str, list[str]] = {}
        for problem in error.errors(include_url=False, include_context=False, include_input=False):
            # The name of a union's branch is ours, not the vendor's.
            path = ".".join(str(step) for step in problem["loc"] if not _UNION_BRANCH.match(str(step)))
            fields.setdefault(path or "body", []).append(problem["msg"])
        field, messages = next(iter(fields.items()))
        raise Refusal(Kind.INVALID, f"{field}: {messages[0]}", details=fields) from None


def invalid(field: str, message: str) -> Refusal:
    """Return the refusal for a rule that no schema can state."""
    details: Mapping[str, list[str]] = {field: [message]}
    return Refusal(Kind.INVALID, f"{field}: {message}", details=details)
