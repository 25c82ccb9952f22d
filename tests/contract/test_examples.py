"""Every example in the specs survives the client and is accepted by the strict models."""

import pytest
from contract_support.documents import VENDORS, binary_properties, distinct, model, round_trip, validate

EXAMPLES = [pytest.param(example, id=str(example)) for vendor in VENDORS for example in distinct(vendor)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_decodes_and_encodes_to_itself(example):
    assert round_trip(example.vendor, example.schema, example.value) == example.value


@pytest.mark.parametrize("example", EXAMPLES)
def test_example_validates_against_the_server_models(example):
    validate(example.vendor, example.schema, example.value)


@pytest.mark.parametrize(
    "example", [param for param in EXAMPLES if param.values[0].media_type == "multipart/form-data"]
)
def test_form_example_becomes_one_part_for_each_field(example):
    files = binary_properties(example.vendor, example.schema)
    form = {name: value.encode() if name in files else value for name, value in example.value.items()}
    parts = model(example.vendor, example.schema).from_dict(form).to_multipart()
    assert sorted(name for name, _ in parts) == sorted(example.value)
