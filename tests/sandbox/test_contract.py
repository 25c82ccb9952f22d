"""The sandbox offers the operations of the specs, at the addresses that clients ask for them, and refuses in their codes."""

import pytest
from safelight.sandbox import Sandbox
from safelight.sandbox.replies import Kind, Refusal
from safelight.sandbox.vendors import emulations
from sandbox_flows import facts


@pytest.mark.parametrize("vendor", list(emulations()))
def test_every_operation_is_where_a_client_asks_for_it(vendor):
    with Sandbox() as sandbox:
        base = sandbox.base_url(vendor).removeprefix(f"{sandbox.url}/{vendor}")
    endpoints = list(emulations()[vendor]().endpoints())
    offered = {(entry.operation, entry.method, entry.path) for entry in endpoints}
    operations = facts(vendor)
    assert {entry.operation for entry in endpoints} == set(operations)
    assert {
        (name, entry["method"].upper(), base + entry["path"]) for name, entry in operations.items()
    } <= offered
    assert len(offered) == len(operations) * (2 if vendor == "claid" else 1)


@pytest.mark.parametrize("vendor", list(emulations()))
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.meaning])
def test_a_refusal_means_to_the_client_what_it_is(vendor, kind):
    known = __import__(f"{vendor}_api.facts", fromlist=["FACTS"]).FACTS
    reply = emulations()[vendor]().refusal(Refusal(kind, "no"), None)
    meanings = {code: error["meaning"] for code, error in known["errors"].items()}
    codes = [
        str(value)
        for value in reply.document.values()
        if isinstance(value, str | int) and str(value) in meanings
    ]
    told = [meanings[code] for code in codes] or [known["http_errors"].get(str(reply.status), kind.meaning)]
    assert set(told) == {kind.meaning}
