"""Strict validation of every request body with the models generated from the specs."""

import importlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

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
    try:
        _adapter(vendor, name).validate_json(raw, strict=True)
    except ValidationError as error:
        raise _refusal(error) from None
    return decode_object(raw)


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
    try:
        _adapter(vendor, name).validate_python({**fields, **dict.fromkeys(names, b"")}, strict=True)
    except ValidationError as error:
        raise _refusal(error) from None
    return {**fields, **dict.fromkeys(names, "")}


def _refusal(error: ValidationError) -> Refusal:
    fields: dict[str, list[str]] = {}
    for problem in error.errors(include_url=False, include_context=False, include_input=False):
        # The name of a union's branch is ours, not the vendor's.
        path = ".".join(str(step) for step in problem["loc"] if not _UNION_BRANCH.match(str(step)))
        fields.setdefault(path or "body", []).append(problem["msg"])
    field, messages = next(iter(fields.items()))
    return Refusal(Kind.INVALID, f"{field}: {messages[0]}", details=fields)


def invalid(field: str, message: str) -> Refusal:
    """Return the refusal for a rule that no schema can state."""
    details: Mapping[str, list[str]] = {field: [message]}
    return Refusal(Kind.INVALID, f"{field}: {message}", details=details)
