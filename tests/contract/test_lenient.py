"""No answer that a vendor changed a little is lost: new enum values, new keys, nothing at all."""

import copy
import json
import pickle
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from contract_support.documents import VENDORS, collect_schemas, distinct, document, has_class, model, schemas
from contract_support.strategies import JSON, instances
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toolchain.document import map_schemas, response_schema_names, schema_name
from toolchain.schemas import to_draft_07

QUICK = settings(
    max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
RESPONSES = [(vendor, name) for vendor in VENDORS for name in response_schema_names(document(vendor))]
ENUMS = [(vendor, name) for vendor, name in RESPONSES if "enum" in schemas(vendor)[name]]
OBJECTS = [(vendor, name) for vendor, name in RESPONSES if schemas(vendor)[name].get("type") == "object"]


def invented(enum: list[Any]) -> Any:
    return max(enum) + 1_000_003 if isinstance(enum[0], int) else "not_in_any_document"


@cache
def definitions(vendor: str) -> dict[str, Any]:
    return {
        name: map_schemas(schemas(vendor)[name], to_draft_07)
        for name in response_schema_names(document(vendor))
    }


def test_there_are_enums_and_objects_in_answers() -> None:
    assert {vendor for vendor, _ in OBJECTS} == set(VENDORS)
    assert len(ENUMS) >= 3


@pytest.mark.parametrize(("vendor", "name"), ENUMS)
def test_enum_keeps_an_invented_value(vendor, name):
    enum = model(vendor, name)
    value = invented(schemas(vendor)[name]["enum"])
    member = enum(value)
    assert member == enum(value) == value
    assert hash(member) == hash(value)
    assert member not in list(enum)
    assert isinstance(member, enum)
    assert member.value == value
    assert str(member) == str(value)
    assert repr(value) in repr(member)
    assert json.dumps(member) == json.dumps(value)
    for copied in (pickle.loads(pickle.dumps(member)), copy.copy(member), copy.deepcopy(member)):  # noqa: S301
        assert copied == member
        assert type(copied) is enum
    with pytest.raises(ValueError, match="is not a valid"):
        enum(None)


@pytest.mark.parametrize(("vendor", "name"), ENUMS)
def test_enum_is_not_filled_by_invented_values(vendor, name):
    enum = model(vendor, name)
    before, value = list(enum), invented(schemas(vendor)[name]["enum"])
    assert enum(value) is not enum(value), "nothing keeps it"
    assert list(enum) == before


@pytest.mark.parametrize(("vendor", "name"), OBJECTS)
def test_every_answer_survives_an_extra_key(vendor, name):
    known = definitions(vendor)

    @QUICK
    @given(instances(known[name], known), JSON)
    def survives(value, extra):
        assert model(vendor, name).from_dict({**value, "brand_new": extra}).to_dict() == {
            **value,
            "brand_new": extra,
        }

    survives()


def enum_values(vendor: str, schema: dict[str, Any], value: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Where in a value an enum stands, and an invented value for it."""
    name = schema_name(schema)
    if name:
        schema = schemas(vendor)[name]
    if "enum" in schema and value is not None and not isinstance(value, dict | list):
        yield (), invented(schema["enum"])
    for part in (*schema.get("anyOf", ()), *schema.get("oneOf", ())):
        yield from enum_values(vendor, part, value)
    if isinstance(value, dict):
        for key, inner in value.items():
            for place, new in enum_values(vendor, schema.get("properties", {}).get(key, {}), inner):
                yield (key, *place), new
    if isinstance(value, list):
        for index, inner in enumerate(value):
            for place, new in enum_values(vendor, schema.get("items", {}), inner):
                yield (index, *place), new


ANSWERS_WITH_ENUMS = [
    pytest.param(example, place, new, id=f"{example}-{'.'.join(map(str, place))}")
    for vendor in VENDORS
    for example in distinct(vendor)
    if example.place != "request"
    for place, new in enum_values(vendor, schemas(vendor)[example.schema], example.value)
]


@pytest.mark.parametrize(("example", "place", "new"), ANSWERS_WITH_ENUMS)
def test_answer_survives_an_invented_value_of_its_enum(example, place, new):
    value = copy.deepcopy(example.value)
    target = value
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = new
    assert model(example.vendor, example.schema).from_dict(value).to_dict() == value


@pytest.mark.parametrize(("vendor", "name"), RESPONSES)
def test_answers_hold_no_constant_that_a_vendor_could_change(vendor, name):
    """The generated client raises on another value of a constant, as enums once did."""
    for inner in collect_schemas(vendor, schemas(vendor)[name]):
        assert "const" not in inner


@pytest.mark.parametrize(("vendor", "name"), OBJECTS)
def test_answers_are_open(vendor, name):
    assert schemas(vendor)[name].get("additionalProperties") is not False


@pytest.mark.parametrize(("vendor", "name"), OBJECTS)
def test_whatever_is_not_required_may_be_null_or_missing(vendor, name):
    known = definitions(vendor)
    required = set(schemas(vendor)[name].get("required", []))
    optional = schemas(vendor)[name].get("properties", {}).keys() - required

    @QUICK
    @given(instances(known[name], known), st.data())
    def survives(value, data):
        for key in optional:
            match data.draw(st.sampled_from(["keep", "null", "leave out"])):
                case "null":
                    value[key] = None
                case "leave out":
                    value.pop(key, None)
        assert model(vendor, name).from_dict(value).to_dict() == value

    survives()


def test_classes_exist_for_all_objects() -> None:
    assert all(has_class(vendor, name) for vendor, name in OBJECTS)
