"""The sandbox offers exactly the operations of the specs."""

import pytest
from safelight.sandbox.vendors import emulations
from sandbox_flows import facts


@pytest.mark.parametrize("vendor", list(emulations()))
def test_same_operations_as_the_spec(vendor):
    expected = {
        (name, entry["method"].upper(), entry["path"].replace("{id}", "{task_id}"))
        for name, entry in facts(vendor).items()
    }
    offered = {(entry.operation, entry.method, entry.path) for entry in emulations()[vendor]().endpoints()}
    if vendor == "claid":
        expected = {
            (name, method, f"/{v}{path}") for name, method, path in expected for v in ("v1", "v1-beta1")
        }
    assert offered == expected
