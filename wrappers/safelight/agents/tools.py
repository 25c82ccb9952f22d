"""Tools as data: a name, a description and a JSON Schema for every operation, made from the facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import attrs

from safelight.core.api.validation import Complaint, explain
from safelight.core.base.facts import VendorFacts
from safelight.core.base.methods import Kind, MethodFacts, ParameterFacts
from safelight.core.base.redact import brief
from safelight.core.base.texts import did_you_mean
from safelight.core.prices import price_of
from safelight.errors import InvalidInput
from safelight.limits import notes, rows

SAVE_AS: Mapping[str, Any] = {
    "type": "string",
    "description": "Name of the result below the results folder, without a suffix. The same call again returns the same "
    "result for free; another name buys another result.",
}

ID: Mapping[str, Any] = {"type": ["string", "integer"]}
"""The type of ids that are larger than 2^53, which some JSON parsers round."""


@attrs.frozen
class Tool:
    """An operation as a tool.

    Attributes:
        schema: JSON Schema of the arguments.
        parameters: The operation's parameters that an agent may pass.
    """

    name: str
    description: str
    schema: Mapping[str, Any]
    vendor: str
    method: MethodFacts
    parameters: Mapping[str, ParameterFacts] = attrs.field(repr=False)


def operation_tools(facts: VendorFacts, *, urls: bool = False) -> dict[str, Tool]:
    """A tool for every operation of a vendor, by name.

    Args:
        urls: Whether agents may pass addresses.
    """
    made = (_tool(facts, method, urls=urls) for _, method in sorted(facts.methods.items()))
    return {tool.name: tool for tool in made}


def checked(tool: str, schema: Mapping[str, Any], arguments: Mapping[str, object]) -> dict[str, object]:
    """A tool's arguments without nulls, checked by its schema.

    Raises:
        InvalidInput: One is unknown, missing, or has another type or value.
    """
    import fastjsonschema  # noqa: PLC0415 - only calls need it

    given = {name: value for name, value in arguments.items() if value is not None}
    known = list(schema["properties"])
    for name in given:
        if name not in known:
            raise InvalidInput(f"{tool} has no argument {name!r}.{did_you_mean(name, known)}", field=name)
    for name in schema["required"]:
        if name not in given:
            raise InvalidInput(f"{tool} needs {name!r}", field=name)
    try:
        fastjsonschema.compile(dict(schema), use_default=False)(given)
    except fastjsonschema.JsonSchemaValueException as error:
        fault = explain(cast("Complaint", error))
        raise InvalidInput(
            f"{fault.field}: {fault.rule}, not {brief(repr(fault.value))}", field=fault.field
        ) from None
    return given


def describe(facts: VendorFacts, method: MethodFacts) -> str:
    """What an operation does, costs and takes, as text."""
    parts = [method.summary.replace("`", "")]
    operation = facts.operations[method.operation]
    counted = "" if method.amounts or operation.quote else " The cap counts it as 1 credit."
    parts.append(method.price_text.replace("`", "") + counted)
    entries = cast("list[Mapping[str, Any]]", operation.extension.get("credits") or [])
    chosen = [{name: values[0] for name, values in entry.get("when", {}).items()} for entry in entries]
    if not operation.quote and any(price_of(facts, method, one) is None for one in chosen):
        parts.append("A call whose price depends on the content is refused.")
    if operation.notice:
        parts.append(operation.notice)
    for row in rows(facts, [method.name]):
        limits = "; ".join(
            text
            for text in (
                row.formats,
                row.size and f"at most {row.size}",
                row.pixels and f"pixels: {row.pixels}",
            )
            if text
        )
        if row.source and limits:
            parts.append(f"{row.source}: {limits}.")
    return "\n".join(part for part in parts if part)


def vendor_notes(facts: VendorFacts) -> str:
    """Rates, lifetimes and the source of the prices of a vendor."""
    return " ".join(notes(facts))


def parameters_of(facts: VendorFacts, method: MethodFacts) -> dict[str, ParameterFacts]:
    """The parameters that an agent may pass.

    Two kinds are the server's own: idempotency keys, and those that hold a call until its task is done, for such a call is
    in doubt after a crash.
    """
    operation = facts.operations[method.operation]
    held = (operation.synchronous or {}).get("field")
    own = {operation.idempotency_field, held}
    return {name: one for name, one in method.parameters.items() if own.isdisjoint(one.fields)}


def _tool(facts: VendorFacts, method: MethodFacts, *, urls: bool) -> Tool:
    parameters = parameters_of(facts, method)
    if method.source is not None:  # a task of a batch has one
        parameters[method.source] = parameters[method.source]._replace(many=False)
    schema = schema_of(parameters, urls=urls)
    schema["properties"]["save_as"] = SAVE_AS
    return Tool(
        f"{facts.vendor}_{method.name}", describe(facts, method), schema, facts.vendor, method, parameters
    )


def schema_of(parameters: Mapping[str, ParameterFacts], *, urls: bool = False) -> dict[str, Any]:
    """The JSON Schema of arguments.

    Args:
        urls: Whether agents may pass addresses.
    """
    return {
        "type": "object",
        "properties": {name: _schema(one, urls=urls) for name, one in parameters.items()},
        "required": [name for name, one in parameters.items() if one.required],
        "additionalProperties": False,
    }


def _schema(parameter: ParameterFacts, *, urls: bool) -> dict[str, Any]:
    about = parameter.about.replace("``", "").replace("`", "")
    if parameter.source:
        place = "path in an allowed folder" + (", or URL" if urls and parameter.takes_url else "")
        text = about.replace("{}", place)
        one: dict[str, Any] = {"type": "string"}
        several = {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
        return {**(several if parameter.many else one), "description": text[:1].upper() + text[1:]}
    kinds = [_kind(kind, exact=parameter.listed_by is not None) for kind in parameter.kinds]
    shape = kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {}
    if parameter.default is not None:
        shape = {**shape, "default": parameter.default}
    return {**shape, "description": about} if about else shape


def _kind(kind: Kind, *, exact: bool) -> dict[str, Any]:
    if kind.type == "integer" and exact:
        return dict(ID)
    found: dict[str, Any] = {"type": kind.type}
    if kind.choices:
        found["enum"] = list(kind.choices)
    properties = {name: dict[str, Any]() for name in kind.keys}
    if properties and kind.type == "object":
        found["properties"] = properties
    elif properties:
        found["items"] = {"type": "object", "properties": properties}
    return found
