"""Two independent readings of one spec agree on the wire: what the client encodes, the strict models take."""

from functools import cache
from importlib import import_module

import fastjsonschema
import pytest
from contract_support.documents import (
    VENDORS,
    admits,
    binary_properties,
    document,
    has_class,
    model,
    round_trip,
    schemas,
    validate,
)
from contract_support.strategies import instances, mutants, validator
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from openapi_python_client.strings import PythonIdentifier
from toolchain.document import map_schemas, operations, request_content, schema_name, without_rules
from toolchain.layout import package_name

QUICK = settings(
    max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@cache
def definitions(vendor):
    """The request schemas without the rules between fields, which no model has; see test_rules.py."""
    found = import_module(f"{package_name(vendor)}.facts").REQUEST_SCHEMAS
    return {name: map_schemas(schema, without_rules) for name, schema in found.items()}


def bodies():
    for vendor in VENDORS:
        names = {
            schema_name(schema)
            for _, _, operation in operations(document(vendor))
            for schema in request_content(document(vendor), operation).values()
        }
        for name in sorted(names):
            yield pytest.param(vendor, name, id=f"{vendor}-{name}")


BODIES = list(bodies())
JSON_BODIES = [param for param in BODIES if not binary_properties(*param.values)]


def test_there_are_bodies_to_test():
    assert len(BODIES) > 20
    assert {param.values[0] for param in BODIES} == set(VENDORS)


def as_text(vendor, schema, value):
    """The files of a form as text, for all readers but the client take JSON."""
    return {
        key: "content" if key in binary_properties(vendor, schema) else inner for key, inner in value.items()
    }


@pytest.mark.parametrize(("vendor", "schema"), BODIES)
def test_what_the_schema_admits_goes_through_the_client_to_the_strict_models(vendor, schema):
    check = validator(schema, definitions(vendor))

    @QUICK
    @given(instances(definitions(vendor)[schema], definitions(vendor)))
    def agree(value):
        value = as_text(vendor, schema, value)
        sent = round_trip(vendor, schema, value)
        assert sent == value
        check(sent)
        validate(vendor, schema, sent)

    agree()


@pytest.mark.parametrize(("vendor", "schema"), JSON_BODIES)
def test_both_readings_refuse_the_same(vendor, schema):
    check = validator(schema, definitions(vendor))
    some = instances(definitions(vendor)[schema], definitions(vendor))

    @QUICK
    @given(some.flatmap(mutants))
    def agree(value):
        try:
            check(value)
        except fastjsonschema.JsonSchemaException as error:
            note(f"fastjsonschema: {error.message}")
            admitted = False
        else:
            admitted = True
        assert admits(vendor, schema, value) is admitted

    agree()


def unions():
    """Properties whose value is one of several objects that a constant tells apart."""
    for vendor in VENDORS:
        for owner, schema in schemas(vendor).items():
            for name, inner in schema.get("properties", {}).items():
                for variant in filter(None, map(schema_name, inner.get("anyOf", inner.get("oneOf", [])))):
                    constants = {
                        key: value["const"]
                        for key, value in schemas(vendor)[variant].get("properties", {}).items()
                        if "const" in value
                    }
                    if constants and has_class(vendor, owner) and owner in definitions(vendor):
                        yield pytest.param(
                            vendor, owner, name, variant, id=f"{vendor}-{owner}.{name}-{variant}"
                        )


UNIONS = list(unions())


@pytest.mark.parametrize(("vendor", "owner", "name", "variant"), UNIONS)
def test_the_constant_decides_which_variant_is_decoded(vendor, owner, name, variant):
    known = definitions(vendor)

    @QUICK
    @given(instances(known[owner], known), instances(known[variant], known))
    def agree(value, inner):
        decoded = model(vendor, owner).from_dict({**value, name: inner})
        assert type(getattr(decoded, PythonIdentifier(name, "field_"))) is model(vendor, variant)
        assert decoded.to_dict() == {**value, name: inner}

    agree()


def test_there_are_unions_to_test():
    assert len(UNIONS) > 5


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_reference_stays_inside_the_request_schemas(vendor):
    @QUICK
    @given(st.sampled_from(sorted(definitions(vendor))))
    def closed(name):
        validator(name, definitions(vendor))

    closed()
