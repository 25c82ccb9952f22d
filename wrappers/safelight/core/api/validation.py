"""Says what is wrong with a request in words: the field, the value, and what would be right."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from importlib import import_module
from math import inf
from typing import Protocol, TypeAlias, cast

import attrs

from safelight.core.api.envelope import at_path
from safelight.core.base.facts import OperationFacts, VendorFacts
from safelight.core.base.hidden import values_of
from safelight.core.base.redact import PATH, brief, redact
from safelight.errors import InvalidInput, SafelightError

Validator: TypeAlias = Callable[[object], object]


class Complaint(Protocol):
    """What fastjsonschema raises."""

    @property
    def path(self) -> list[str]: ...

    message: str
    value: object
    definition: object
    rule: str


@attrs.frozen(eq=False)
class Fault:
    """One thing wrong: where, what the rule is, and the value that breaks it."""

    steps: Sequence[str]
    rule: str
    value: object
    show: bool = True

    @property
    def field(self) -> str:
        named = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in self.steps)
        return brief(named.lstrip("."), PATH) or "the request"


def check_body(facts: VendorFacts, operation: OperationFacts, body: Mapping[str, object]) -> None:
    """Raise `InvalidInput` where a request body breaks the operation's schema."""
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415 - only requests with a body pay for it

    if operation.request_schema is None:
        return
    try:
        _validator(facts.package, json.dumps({"$ref": f"#/definitions/{operation.request_schema}"}))(
            dict(body)
        )
    except JsonSchemaValueException as error:
        raise _invalid(facts, operation, body, cast("Complaint", error)) from None


def _invalid(
    facts: VendorFacts, operation: OperationFacts, body: object, complaint: Complaint
) -> InvalidInput:
    fault = explain(complaint, facts.package)
    shown = brief(redact(repr(fault.value), values_of(operation.secrets, body)))
    return InvalidInput(
        f"{fault.field}: {fault.rule}" + (f", not {shown}" if fault.show else ""),
        vendor=facts.vendor,
        operation=operation.id,
        field=fault.field,
    )


def call_by_parameter(error: SafelightError, parameters: Collection[str], places: Mapping[str, str]) -> None:
    """Make an error name the parameter that a user gave, not the place in the request where it went."""
    field = error.field
    if not isinstance(error, InvalidInput) or field is None:
        return
    error.field = _parameter(field, parameters, places)
    if error.message.startswith(f"{field}: "):
        error.message = f"{error.field}{error.message.removeprefix(field)}"
        error.args = (error.message,)


def _parameter(field: str, parameters: Collection[str], places: Mapping[str, str]) -> str:
    """The parameter at or in which a field of a request stands; the field itself where none is known."""
    steps = field.split(".")
    for at, step in enumerate(steps):
        if step.partition("[")[0] in parameters:
            return ".".join(steps[at:])
    for place, name in places.items():
        if name in parameters and (field == place or field.startswith((f"{place}.", f"{place}["))):
            return f"{name}{field.removeprefix(place)}"
    return field


@cache
def _validator(package: str, schema: str) -> Validator:
    import fastjsonschema  # noqa: PLC0415 - only requests with a body pay for it

    whole = {**cast("Mapping[str, object]", json.loads(schema)), "definitions": _schemas(package)}
    return cast("Validator", fastjsonschema.compile(whole, use_default=False))


def _schemas(package: str) -> Mapping[str, object]:
    if not package:
        return {}
    return cast("Mapping[str, object]", import_module(f"{package}.request_schemas").REQUEST_SCHEMAS)


def explain(complaint: Complaint, package: str = "") -> Fault:
    """What is wrong, told by the closest of several forms where a value may have one of them.

    Args:
        package: Wire package whose schemas the broken one refers to, if it refers to any.
    """
    steps = complaint.path[1:]
    stated = at_path(complaint.definition, "x-message")
    if isinstance(stated, str):
        blamed = at_path(complaint.definition, "x-field")
        place = [*steps, blamed] if isinstance(blamed, str) else steps
        return Fault(place, stated, complaint.value, show=isinstance(complaint.value, str))
    forms = at_path(complaint.definition, "anyOf")
    if isinstance(forms, list):
        return _closest(
            Fault(steps, "fits none of its forms", complaint.value), cast("list[object]", forms), package
        )
    if complaint.rule == "additionalProperties" and isinstance(complaint.value, dict):
        return _unknown(steps, complaint)
    allowed = at_path(complaint.definition, "enum")
    if isinstance(allowed, list):
        return Fault(steps, f"must be one of {_listed(cast('list[object]', allowed))}", complaint.value)
    return Fault(steps, complaint.message.partition(" ")[2], complaint.value)


def _closest(fault: Fault, forms: Sequence[object], package: str) -> Fault:
    from fastjsonschema import JsonSchemaValueException  # noqa: PLC0415 - only for requests that are wrong

    allowed: list[object] = []
    tags: list[object] = []
    rules: list[str] = []
    tagged: Fault | None = None
    candidates: list[tuple[float, Fault]] = []
    composed = isinstance(fault.value, dict | list)
    for form in forms:
        try:
            _validator(package, json.dumps(form))(fault.value)
        except JsonSchemaValueException as error:
            complaint = cast("Complaint", error)
            if composed and (complaint.rule != "type" or len(complaint.path) > 1):
                inner = explain(complaint, package)
                found = attrs.evolve(inner, steps=[*fault.steps, *inner.steps])
                if complaint.rule != "const":
                    candidates.append((_likeness(form, complaint, _schemas(package)), found))
                    continue
                # Another form's tag; the form that is meant may follow.
                tags.append(at_path(complaint.definition, "const"))
                tagged = attrs.evolve(found, rule=f"must be one of {_listed(tags)}")
                continue
            values = at_path(complaint.definition, "enum")
            if isinstance(values, list):
                allowed += cast("list[object]", values)
            elif complaint.rule != "type":
                rules.append(explain(complaint, package).rule)
    likeness, best = max(candidates, key=lambda one: one[0], default=(0.0, None))
    if best is not None and (likeness == inf or tagged is None):
        return best
    if tagged is not None:
        return tagged
    if allowed:
        return attrs.evolve(fault, rule=f"must be one of {_listed(allowed)}")
    return attrs.evolve(fault, rule=" or ".join(dict.fromkeys(rules)) or fault.rule)


def _likeness(form: object, complaint: Complaint, schemas: Mapping[str, object]) -> float:
    """How much a value that breaks a form is like it; without bound unless it lacks some of it, and has no tag of it."""
    if complaint.rule != "required" or len(complaint.path) > 1:
        return inf
    name = str(at_path(form, "$ref")).rpartition("/")[2]
    stated = schemas.get(name, form)
    # Rules between fields stand beside the fields in `allOf`.
    parts = [stated, *cast("Sequence[object]", at_path(stated, "allOf") or ())]
    fields = [cast("Mapping[str, object]", at_path(part, "properties") or {}) for part in parts]
    known = {name: field for part in fields for name, field in part.items()}
    shared = [key for key in known if at_path(complaint.value, key) is not None]
    tagged = any(at_path(known[key], "const") == at_path(complaint.value, key) for key in shared)
    return inf if tagged else len(shared)


def _unknown(steps: Sequence[str], complaint: Complaint) -> Fault:
    known = list(cast("Mapping[str, object]", at_path(complaint.definition, "properties") or {}))
    given = cast("Mapping[str, object]", complaint.value)
    extra = next((key for key in given if key not in known), "")
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong name needs it

    alike = get_close_matches(extra, known, 1)
    hint = f"; did you mean {alike[0]!r}?" if alike else ""
    return Fault(
        [*steps, extra], f"is no option here (there are {_listed(known)}){hint}", given.get(extra), show=False
    )


def _listed(values: Sequence[object]) -> str:
    return ", ".join(map(repr, values))
