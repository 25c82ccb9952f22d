"""No model shows a presigned URL whole: its query is as good as a key."""

import pickle
from importlib import import_module
from typing import Any

import attrs
import pytest
from contract_support.documents import VENDORS, distinct, has_class, model
from perfect_api.models import AuthenticateRequest, AuthenticateResponse
from rich.pretty import pretty_repr
from toolchain.layout import package_name

QUERY = "X-Amz-Signature=CANARY&X-Amz-Expires=60"
URL = f"https://store.test/a.png?{QUERY}"
VALUES = [URL, [URL], {"url": URL}, [{"deep": [URL]}], f"see '{URL}'", URL.replace("?", "#"), URL.upper()]
MODELS = [
    (vendor, name)
    for vendor in VENDORS
    for name in import_module(f"{package_name(vendor)}.models").__all__
    if attrs.has(getattr(import_module(f"{package_name(vendor)}.models"), name))
]


def check(thing: object) -> None:
    for shown in (repr(thing), str(thing), f"{thing}", pretty_repr(thing)):
        assert "CANARY" not in shown


def with_urls(value: Any) -> Any:
    """A JSON value of which every text is a presigned URL, and every object has one more."""
    match value:
        case str():
            return URL
        case list():
            return [with_urls(item) for item in value]
        case dict():
            return {**{name: with_urls(inner) for name, inner in value.items()}, "brand_new": [URL]}
        case _:
            return value


@pytest.mark.parametrize(("vendor", "name"), MODELS)
def test_no_field_of_any_model_shows_a_query(vendor, name):
    kind = getattr(import_module(f"{package_name(vendor)}.models"), name)
    for value in VALUES:
        thing = kind.__new__(kind)
        for field in attrs.fields(kind):
            setattr(thing, field.name, value)
        check(thing)


def test_no_model_of_a_sign_in_shows_what_it_proves_itself_by():
    check(AuthenticateRequest(client_id="CANARY", id_token="CANARY"))
    answer = AuthenticateResponse.from_dict({"status": 200, "result": {"access_token": "CANARY"}})
    check(answer)
    assert "status=200" in repr(answer)


ANSWERS = [
    pytest.param(example, id=str(example))
    for vendor in VENDORS
    for example in distinct(vendor)
    if example.place != "request" and has_class(vendor, example.schema)
]


@pytest.mark.parametrize("example", ANSWERS)
def test_a_model_hides_what_it_keeps(example):
    value = with_urls(example.value)
    thing = model(example.vendor, example.schema).from_dict(value)
    check(thing)
    assert thing.to_dict() == value
    assert pickle.loads(pickle.dumps(thing)) == thing  # noqa: S301 - our own
    assert "store.test/a.png?…" in repr(thing)
