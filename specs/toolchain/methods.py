"""The Python methods of a vendor's operations: what they are called, what they take, and where each value goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from .document import (
    dereference,
    operations,
    request_content,
    request_examples,
    response_content,
    schema_name,
)
from .errors import ToolchainError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Document, Schema

Facts: TypeAlias = dict[str, Any]

_PLAN = (
    "fields",
    "source",
    "many",
    "url_field",
    "schemes",
    "values",
    "text",
    "implies",
    "default",
    "required",
    "listed_by",
    "aligned",
)
"""What the client reads of a parameter; the rest is for the signature and its documentation."""


@dataclass
class Parameter:
    """One parameter of a method.

    Attributes:
        facts: What the spec says of it, completed.
        schema: The schema of what is sent, with its references followed.
        component: Name of that schema, where it has one.
    """

    name: str
    facts: Facts
    schema: Schema
    component: str | None

    @property
    def plan(self) -> Facts:
        return {key: self.facts[key] for key in _PLAN if key in self.facts}


@dataclass
class Method:
    """A method that creates a task, or one that only asks.

    Attributes:
        samples: The examples of the request.
        many: Whether it gives a list.
    """

    name: str
    operation_id: str
    facts: Facts
    operation: Facts
    summary: str
    result_schema: str
    many: bool = False
    samples: list[Any] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)

    @property
    def sources(self) -> list[Parameter]:
        return [parameter for parameter in self.parameters if "source" in parameter.facts]

    @property
    def plan(self) -> Facts:
        return {
            "operation": self.operation_id,
            "result_schema": self.result_schema,
            "stem": self.facts.get("stem")
            or (self.sources[0].name.removesuffix("s") if self.sources else self.name),
            "fixed": self.facts.get("fixed", {}),
            "parameters": {parameter.name: parameter.plan for parameter in self.parameters},
            "makes": self.facts.get("makes", []),
            **({"fallback": self.facts["fallback"]} if "fallback" in self.facts else {}),
        }


def methods(document: Document, *roles: str) -> list[Method]:
    """Every method of a document that creates a task, as an upload may do too, or of operations of some roles.

    Raises:
        ToolchainError: A parameter's place is not in the request, a name stands twice, a limit is that of no source, or a
            fallback is no operation.
    """
    found: dict[str, Method] = {}
    for _, _, operation in operations(document):
        task = operation.get("x-task-api", {})
        if task.get("role") not in (roles or ("create", "upload")):
            continue
        for name, facts in (task.get("methods") or {}).items():
            if name in found:
                raise ToolchainError(f"two operations have a method {name!r}")
            found[name] = _method(document, operation, name, facts or {})
        _check_inputs(operation, list(found.values()))
    _check_references(document, list(found.values()))
    return list(found.values())


def _check_references(document: Document, found: list[Method]) -> None:
    """Raise an error unless the fallbacks of methods, and the quotes of their operations, are there."""
    every = [operation for _, _, operation in operations(document)]
    known = {operation.get("operationId") for operation in every}
    tasks = [operation.get("x-task-api", {}) for operation in every]
    asking = {name for task in tasks if task.get("role") == "call" for name in task.get("methods") or {}}
    for method in found:
        if (fallback := method.facts.get("fallback")) not in {None, *known}:
            raise ToolchainError(f"{method.name}: there is no operation {fallback!r} to fall back to")
        if (quote := method.operation.get("quote", {}).get("method")) not in {None, *asking}:
            raise ToolchainError(f"{method.name}: there is no call {quote!r} to ask for the price")


def _check_inputs(operation: Facts, found: list[Method]) -> None:
    """Raise an error unless the limits of an operation are those of its methods' sources, by the same names."""
    name = operation.get("operationId")
    inputs = operation.get("x-task-api", {}).get("inputs", {})
    sources = {source.name for method in found if method.operation_id == name for source in method.sources}
    for key in sorted(inputs.keys() - sources):
        raise ToolchainError(f"{name}: no method has the source {key!r} that inputs names")
    for key in sorted(sources - inputs.keys()):
        raise ToolchainError(
            f"{name}: inputs has no limits of the source {key!r}; with none documented, write its maximum_count"
        )


def _method(document: Document, operation: Facts, name: str, facts: Facts) -> Method:
    root = document.get("x-task-api", {})
    body: Schema = next(iter(request_content(document, operation).values()), {})
    known = {key: dict(value or {}) for key, value in root.get("parameters", {}).items()}
    stated = facts.get("parameters")
    wanted = {key: known.get(key, {}) | (value or {}) for key, value in stated.items()} if stated else None
    if wanted is None:
        wanted = {name: {} for name in _address_parameters(document, operation)}
        wanted |= _all_parameters(document, body, known)
    result_schema, many = _result_schema(document, operation)
    method = Method(
        name=name,
        operation_id=str(operation["operationId"]),
        facts=facts | {"fixed": root.get("fixed", {}) | facts.get("fixed", {})},
        operation=operation["x-task-api"],
        summary=str(facts.get("summary") or operation["summary"]).rstrip("."),
        result_schema=result_schema,
        many=many,
        samples=request_examples(document, operation),
    )
    for key, own in wanted.items():
        if own.get("source") == "inline" and "maximum_bytes" not in method.operation.get("inputs", {}).get(
            key, {}
        ):
            raise ToolchainError(
                f"{method.operation_id}: a file in JSON is read into memory, so inputs.{key} needs maximum_bytes"
            )
        where = f"{method.operation_id}.{name}"
        in_address = _address_parameters(document, operation).get(str(own.get("field", key)))
        method.parameters.append(_parameter(document, body, key, dict(own), where, in_address))
    return method


def _address_parameters(document: Document, operation: Facts) -> dict[str, tuple[Schema, bool]]:
    """The schema of every parameter in an operation's path or query, and whether it is required."""
    found = (dereference(document, parameter) for parameter in operation.get("parameters", ()))
    return {
        str(one["name"]): (
            {"description": one.get("description", ""), **dereference(document, one["schema"])},
            bool(one.get("required")),
        )
        for one in found
    }


def _all_parameters(document: Document, body: Schema, known: Mapping[str, Facts]) -> dict[str, Facts]:
    """The vendor's usual parameters that this request has, then the rest of its fields."""
    wanted = {
        name: facts
        for name, facts in known.items()
        if _at(document, body, str(facts.get("field", name))) is not None
    }
    used = {
        str(facts.get(key, name)).partition(".")[0]
        for name, facts in wanted.items()
        for key in ("field", "url_field")
    }
    properties = dereference(document, body).get("properties", {})
    return wanted | {name: {} for name in properties if name not in used}


def _parameter(
    document: Document,
    body: Schema,
    name: str,
    facts: Facts,
    where: str,
    in_address: tuple[Schema, bool] | None = None,
) -> Parameter:
    facts["fields"] = facts.get("fields") or [str(facts.get("field", name))]
    place = in_address or _at(document, body, facts["fields"][0])
    if place is None:
        raise ToolchainError(f"{where}: the request has no field {facts['fields'][0]!r} for {name!r}")
    schema, required = place
    if "source" in facts and any(form.get("type") == "array" for form in _forms(document, schema)):
        facts["many"] = True
    facts["required"] = facts.get("required", required and "default" not in facts)
    return Parameter(name, facts, dereference(document, schema), schema_name(schema))


def _at(document: Document, schema: Schema, path: str) -> tuple[Schema, bool] | None:
    """The schema at a dotted path, and whether everything on the way to it is required; None where there is none."""
    required = True
    for step in path.split("."):
        found = next(
            (
                (inner, required and needed)
                for form in _forms(document, schema)
                if (inner_needed := _step(form, step)) is not None
                for inner, needed in (inner_needed,)
            ),
            None,
        )
        if found is None:
            return None
        schema, required = found
    return schema, required


def _forms(document: Document, schema: Schema) -> list[Schema]:
    """A schema, or each of its alternatives."""
    whole = dereference(document, schema)
    return [
        whole,
        *(dereference(document, form) for form in (*whole.get("anyOf", ()), *whole.get("oneOf", ()))),
    ]


def _step(schema: Schema, step: str) -> tuple[Schema, bool] | None:
    if step.isdigit():
        return (schema["items"], True) if isinstance(schema.get("items"), dict) else None
    properties = schema.get("properties", {})
    return (properties[step], step in schema.get("required", ())) if step in properties else None


def _result_schema(document: Document, operation: Facts) -> tuple[str, bool]:
    """Name of the schema of what a method gives, and whether it is that of each item of a list.

    For a task it is what stands at the vendor's `result.raw` of the answer that has it; for an operation that only asks,
    what stands at its `returns`, or else where the vendor's answers have their content.
    """
    task, root = operation["x-task-api"], document["x-task-api"]
    if task.get("returns") is False:
        return "None", False
    wanted = task.get("result_operation") or task.get("status_operation") or operation["operationId"]
    answer = next(found for _, _, found in operations(document) if found["operationId"] == wanted)
    content = next(
        value for status, value in response_content(document, answer).items() if status.startswith("2")
    )
    schema: Schema = next(iter(content.values()))
    raw = (
        task.get("returns", root["envelope"]["data_field"])
        if task["role"] == "call"
        else root["result"]["raw"]
    )
    if raw:
        found = _at(document, schema, raw)
        if found is None:
            raise ToolchainError(f"{wanted}: the answer has no field {raw!r}")
        schema = found[0]
    for form in (schema, *schema.get("anyOf", ())):
        if (name := schema_name(form)) is not None:
            return name, False
        if form.get("type") == "array" and (name := schema_name(form.get("items", {}))) is not None:
            return name, True
    raise ToolchainError(f"{wanted}: the schema at {raw!r} has no name")
