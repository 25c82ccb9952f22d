"""What the specs say and what the generated packages offer is the same; the specs keep our own rules."""

import copy
import json
import re
from importlib import import_module

import pytest
from contract_support.documents import (
    LAYOUT,
    VENDORS,
    class_name,
    collect_schemas,
    document,
    examples,
    has_class,
    schemas,
)
from jsonschema import Draft202012Validator
from safelight.core.api.endpoints import Endpoints
from safelight.core.base.facts import load
from toolchain.document import (
    is_json,
    load_spec,
    map_schemas,
    operations,
    request_content,
    request_schema_names,
    response_content,
    schema_name,
    without_rules,
)
from toolchain.errors import ToolchainError
from toolchain.layout import package_name
from toolchain.methods import methods
from toolchain.methods_text import docstring, price
from toolchain.schemas import request_schemas

TASK_API = json.loads((LAYOUT.specs / "task-api.schema.json").read_text(encoding="utf-8"))
OPERATIONS = [
    pytest.param(vendor, method, path, operation, id=f"{vendor}-{operation['operationId']}")
    for vendor in VENDORS
    for method, path, operation in operations(document(vendor))
]


def facts(vendor):
    return import_module(f"{package_name(vendor)}.facts")


def task_api_errors(part, value):
    validator = Draft202012Validator({**TASK_API, "$ref": f"#/$defs/{part}"})
    return [f"{'.'.join(map(str, error.path))}: {error.message}" for error in validator.iter_errors(value)]


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_operation_is_generated_and_no_other(vendor):
    in_spec = [operation["operationId"] for _, _, operation in operations(document(vendor))]
    assert list(facts(vendor).OPERATIONS) == in_spec
    folder = LAYOUT.package(vendor) / "api"
    assert sorted(path.stem for path in folder.glob("*/*.py") if path.stem != "__init__") == sorted(in_spec)


@pytest.mark.parametrize(("vendor", "method", "path", "operation"), OPERATIONS)
def test_operation_is_as_its_spec_says(vendor, method, path, operation):
    entry = facts(vendor).OPERATIONS[operation["operationId"]]
    assert entry["method"] == method
    assert entry["path"] == path
    assert entry["task_api"] == {
        key: value for key, value in operation.get("x-task-api", {}).items() if key != "methods"
    }
    if "requestBody" not in operation and "x-task-api" in operation:
        known = load(package_name(vendor))
        mine = known.operations[operation["operationId"]]
        request = Endpoints(known, {}).request(
            mine, "https://api.test", dict.fromkeys(mine.parameters, "1"), None
        )
        assert request.method == method.upper()
        assert request.url == "https://api.test" + re.sub(r"{\w+}", "1", path)


@pytest.mark.parametrize(("vendor", "method", "path", "operation"), OPERATIONS)
def test_operation_keeps_the_rules_of_our_specs(vendor, method, path, operation):
    spec = document(vendor)
    assert re.fullmatch(r"[a-z][a-z0-9_]*", operation["operationId"])
    if (
        "x-task-api" not in operation
    ):  # it was adopted, and nobody has decided yet: it is in the wire package alone
        return
    assert task_api_errors("operation", operation["x-task-api"]) == []
    known = {other["operationId"] for _, _, other in operations(spec)}
    for key in ("status_operation", "result_operation"):
        assert operation["x-task-api"].get(key) in known | {None}
    content = [("request", request_content(spec, operation)), *response_content(spec, operation).items()]
    with_example = {
        (e.place, e.media_type) for e in examples(vendor) if e.operation == operation["operationId"]
    }
    for place, media_types in content:
        for media_type, schema in media_types.items():
            if is_json(media_type) or place == "request":
                assert schema_name(schema), f"the schema of {place} has no name"
                assert (place, media_type) in with_example, f"{place} has no example"
    assert any(status.startswith("2") for status in operation["responses"])
    assert any(status.startswith("4") for status in operation["responses"])


@pytest.mark.parametrize("vendor", VENDORS)
def test_facts_are_those_of_the_spec(vendor):
    stated = document(vendor)["x-task-api"]
    assert {key: stated[key] for key in stated if key not in {"parameters", "fixed"}} == facts(vendor).FACTS
    assert request_schemas(document(vendor)) == facts(vendor).REQUEST_SCHEMAS


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_task_api_key_is_known(vendor):
    assert task_api_errors("root", document(vendor)["x-task-api"]) == []


@pytest.mark.parametrize("vendor", VENDORS)
def test_misspelt_task_api_keys_are_found(vendor):
    task_api = document(vendor)["x-task-api"]
    for group in ("authentication", "envelope", "task", "polling", "limits", "lifetimes", "upload"):
        misspelt = copy.deepcopy(task_api)
        key = next(iter(misspelt[group]))
        misspelt[group][f"{key}s"] = misspelt[group].pop(key)
        assert any(f"{key}s" in error for error in task_api_errors("root", misspelt))
    assert task_api_errors("operation", {"role": "create", "biled": True})
    assert task_api_errors("operation", {"role": "status", "billed": False, "status_operation": "get_status"})


@pytest.mark.parametrize("vendor", VENDORS)
def test_limits_are_those_of_sources(vendor):
    """A limit under another name than its parameter's would be heeded by nobody."""
    for name, operation in facts(vendor).OPERATIONS.items():
        takers = [method for method in facts(vendor).METHODS.values() if method["operation"] == name]
        sources = {
            key for method in takers for key, value in method["parameters"].items() if "source" in value
        }
        assert operation["task_api"].get("inputs", {}).keys() == sources, name


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"image": {"maximum_count": 1}, "background": {}}, "no method has the source 'background'"),
        ({"image": {"maximum_count": 1}}, "inputs has no limits of the source 'bg_image'"),
    ],
)
def test_limits_of_no_source_are_found(inputs, message):
    spec = copy.deepcopy(document("picwish"))
    for _, _, operation in operations(spec):
        if operation["operationId"] == "create_segmentation":
            operation["x-task-api"]["inputs"] = inputs
    with pytest.raises(ToolchainError, match=f"create_segmentation: {message}"):
        methods(spec)


@pytest.mark.parametrize(
    ("place", "key", "message"),
    [
        (
            ("methods", "edit_image"),
            "fallback",
            "edit_image: there is no operation 'missing' to fall back to",
        ),
        (("quote",), "method", "generate_image: there is no call 'missing' to ask for the price"),
    ],
)
def test_a_fallback_and_a_quote_are_there(place, key, message):
    spec = copy.deepcopy(document("pilio"))
    for _, _, operation in operations(spec):
        if operation["operationId"] == "create_gpt_image_2":
            facts_there = operation["x-task-api"]
            for step in place:
                facts_there = facts_there[step]
            facts_there[key] = "missing"
    with pytest.raises(ToolchainError, match=message):
        methods(spec)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_quote_takes_what_its_operation_takes(vendor):
    known = load(package_name(vendor))
    for method in known.methods.values():
        quote = known.operations[method.operation].quote
        if quote is not None:
            asking = known.calls[quote.method]
            choices = {name: one.kinds for name, one in method.parameters.items() if one.choices}
            assert choices.items() <= {name: one.kinds for name, one in asking.parameters.items()}.items()
            assert quote.credits in schemas(vendor)[asking.result_schema]["properties"]


@pytest.mark.parametrize(
    ("entry", "multiplier", "said"),
    [
        ({"amount": 2}, None, "Costs 2 credits per image."),
        ({"amount": 2, "most": 3}, None, "Costs 2 credits per image, at most 3."),
        ({"amount": 1}, {"usual": 1, "most": 3}, "Costs 1 credit per image, at most 3."),
        ({"amount": 2, "most": 3}, {"usual": 2, "most": 4}, "Costs 4 credits per image, at most 12."),
    ],
)
def test_a_price_says_what_it_is_at_most(entry, multiplier, said):
    spec = {"x-task-api": {"credits_multiplier": multiplier} if multiplier else {}}
    assert price(spec, {"credits": [{**entry, "per": "image"}]}) == said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"credits": [{"amount": 2, "per": "image"}]}, "Costs 2 credits per image (the list, 2026-09)."),
        (
            {"credits": [{"amount": 2, "per": "image"}], "price_confidence": "guess"},
            "Costs 2 credits per image (a guess from the list, 2026-09).",
        ),
        (
            {"credits": [{"amount": 1, "per": "image"}], "quote": {"method": "quote_it"}},
            "Costs 1 credit per image (the list, 2026-09). `quote_it` asks for the price.",
        ),
        (
            {"quote": {"method": "quote_it"}},
            "Cost: unknown; Acme publishes no price. `quote_it` asks for the price.",
        ),
        ({}, "Cost: unknown; Acme publishes no price."),
    ],
)
def test_a_price_says_where_it_is_from(facts, said):
    source = {"title": "the list", "date": "2026-09"}
    assert price({"x-task-api": {"title": "Acme", "price_source": source}}, facts) == said
    listing = {"x-task-api": {"title": "Acme", "price_source": {**source, "call": "prices"}}}
    assert price(listing, {}) == "Cost: unknown; `prices` lists the vendor's prices."


@pytest.mark.parametrize("vendor", VENDORS)
def test_prices_have_a_source_and_a_date(vendor):
    stated = document(vendor)["x-task-api"]
    priced = [one for one in facts(vendor).OPERATIONS.values() if "credits" in one["task_api"]]
    assert ("price_source" in stated) == bool(priced)
    assert task_api_errors("root", stated | {"price_source": {"title": "the list", "date": "autumn"}})
    assert task_api_errors("operation", {"role": "call", "billed": False, "price_confidence": "guess"})


def test_a_method_tells_what_users_should_know():
    told = {method.name: docstring(document("pilio"), method) for method in methods(document("pilio"))}
    assert "retired this operation" in " ".join(told["remove_pdf_watermark"].split())
    assert "deprecated" in told["generate_image"]
    assert "deprecated" not in told["generate_with_flare"]


def test_a_method_tells_every_way_to_give_a_picture():
    told = {
        name: {one.name: docstring(document(name), one) for one in methods(document(name))}
        for name in ("pilio", "claid")
    }
    ways = "Path, bytes, binary file, `File`, Pillow picture or NumPy array"
    assert f"image: {ways}, jpg, jpeg, png, webp or heic." in " ".join(
        told["pilio"]["remove_background"].split()
    )
    assert "pdf: Path, bytes, binary file or `File`, pdf" in told["pilio"]["remove_pdf_watermark"]
    assert f"{ways.replace(' or', ',')} or URL" in " ".join(told["claid"]["remove_background"].split())


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_status_enum_has_a_phase_for_each_value(vendor):
    task = facts(vendor).FACTS["task"]
    for name, schema in schemas(vendor).items():
        if task["status"] in schema.get("properties", {}):
            status = schema["properties"][task["status"]]
            values = schemas(vendor).get(schema_name(status) or "", {}).get("enum")
            if values and set(values) & task["phases"].keys():
                assert {str(value) for value in values} == task["phases"].keys(), name


@pytest.mark.parametrize("vendor", VENDORS)
def test_objects_and_enums_are_named_components(vendor):
    """A schema without a name gets a class name from its place, which moves with every edit of the spec."""
    for name, schema in schemas(vendor).items():
        for inner in collect_schemas(vendor, schema):
            if inner != map_schemas(schema, without_rules):
                assert "properties" not in inner, f"an object inside {name} has no name"
                assert "enum" not in inner, f"an enum inside {name} has no name"
        if has_class(vendor, name):
            assert class_name(vendor, name)


@pytest.mark.parametrize("vendor", VENDORS)
def test_request_objects_are_closed_and_send_no_defaults(vendor):
    for name in request_schema_names(document(vendor)):
        for inner in collect_schemas(vendor, schemas(vendor)[name]):
            assert "default" not in inner, f"{name}: the client would send the default itself"
            if inner.get("type") == "object":
                assert inner.get("additionalProperties") is not None, f"{name} admits any key"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda spec: spec["x-task-api"].update(envelop={}), "x-task-api: .*'envelop' was unexpected"),
        (lambda spec: spec["x-task-api"]["polling"].update(initial_seconds="2"), "x-task-api.polling.initial_seconds: '2' is not"),
        (lambda spec: created(spec).update(biled=True), "post /v1/images/remove-background: x-task-api.*'biled'"),
    ],
)  # fmt: skip
def test_a_wrong_task_api_is_refused_before_anything_is_generated(tmp_path, change, said):
    spec = copy.deepcopy(document("pilio"))
    change(spec)
    path = tmp_path / "openapi.yaml"
    path.write_text(json.dumps(spec))
    with pytest.raises(ToolchainError, match=f"(?s)openapi.yaml is not a usable spec.*{said}"):
        load_spec(path)


def created(spec):
    return next(
        operation["x-task-api"]
        for _, _, operation in operations(spec)
        if operation["operationId"] == "remove_background"
    )
