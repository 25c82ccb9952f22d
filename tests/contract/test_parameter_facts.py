"""The facts of a parameter, for who has only text to give: which kinds of values it takes, and an example."""

import copy
from pathlib import Path

import pytest
from toolchain.document import load_spec
from toolchain.methods import methods
from toolchain.methods_text import about, example, kinds

ACME = Path(__file__).parents[1] / "plugins" / "acme" / "openapi.yaml"


def method_with(schema, *, samples=(), **facts):
    """Acme's method with one more parameter, which is required."""
    spec = copy.deepcopy(load_spec(ACME))
    create = spec["paths"]["/jobs"]["post"]
    create["x-task-api"]["methods"]["remove_background"]["parameters"]["extra"] = {"required": True, **facts}
    request = create["requestBody"]["content"]["application/json"]
    request["examples"] = {str(number): {"value": sample} for number, sample in enumerate(samples)}
    spec["components"]["schemas"]["CreateJobRequest"]["properties"]["extra"] = schema
    found = methods(spec)[0]
    return spec, found, next(parameter for parameter in found.parameters if parameter.name == "extra")


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, [{"type": "string"}]),
        ({"type": ["integer", "null"]}, [{"type": "integer"}]),
        ({"anyOf": [{"type": "number"}, {"type": "null"}]}, [{"type": "number"}]),
        ({"type": ["string", "null"], "enum": ["a", None]}, [{"type": "string", "choices": ["a"]}]),
        ({"enum": [1, 2]}, [{"type": "integer", "choices": [1, 2]}]),
        ({"$ref": "#/components/schemas/Format"}, [{"type": "string", "choices": ["png", "webp"]}]),
        (
            {"oneOf": [{"type": "boolean"}, {"anyOf": [{"type": "object", "properties": {"x": {}}}]}]},
            [{"type": "boolean"}, {"type": "object", "keys": ["x"]}],
        ),
        (
            {"type": "array", "items": {"type": "object", "properties": {"x": {}, "y": {}}}},
            [{"type": "array", "keys": ["x", "y"]}],
        ),
        ({}, []),
        ({"anyOf": [{"type": "string"}, {}]}, []),
    ],
)
def test_kinds(schema, expected):
    spec, _, parameter = method_with(schema)
    assert kinds(spec, parameter) == expected


def test_kinds_of_what_is_sent_otherwise():
    for facts, expected in (
        ({"values": {"true": 1, "false": 0}}, [{"type": "boolean"}]),
        ({"values": {"image": 2, "mask": 3}}, [{"type": "string", "choices": ["image", "mask"]}]),
        ({"type": "integer", "text": "{}%"}, [{"type": "integer"}]),
    ):
        spec, _, parameter = method_with({"type": "integer"}, **facts)
        assert kinds(spec, parameter) == expected


@pytest.mark.parametrize(
    ("schema", "samples", "value"),
    [
        ({"type": "string"}, [{}, {"extra": "a door"}], "a door"),
        ({"type": "string"}, [], "text"),
        ({"type": "integer", "minimum": 3}, [], 3),
        ({"$ref": "#/components/schemas/Format"}, [], "png"),
        ({"$ref": "#/components/schemas/Format"}, [{"extra": "webp"}], "webp"),
        ({"type": "boolean"}, [], True),
        ({}, [], "text"),
    ],
)
def test_an_example_has_what_is_required(schema, samples, value):
    spec, method, _ = method_with(schema, samples=samples)
    assert example(spec, method) == {"extra": value}


def test_an_example_in_the_words_of_the_method():
    spec, method, _ = method_with({"type": "integer"}, samples=[{"extra": 3}], values={"image": 2, "mask": 3})
    assert example(spec, method) == {"extra": "image"}
    method.facts["example"] = {"extra": "mask", "format": "webp"}
    assert example(spec, method) == {"extra": "mask", "format": "webp"}


def test_how_a_source_is_given_is_left_to_who_says_it():
    spec, method, _ = method_with({"type": "string"})
    assert about(spec, method, method.sources[0]) == "{}, jpg, png or webp, at most 4 MiB."
