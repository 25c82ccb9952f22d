"""A file that goes inside JSON is read into memory, so its spec says how long it may be."""

import copy
from pathlib import Path

import pytest
from toolchain.document import load_spec
from toolchain.errors import ToolchainError
from toolchain.methods import methods

ACME = Path(__file__).parents[1] / "plugins" / "acme" / "openapi.yaml"


def test_a_file_inside_json_needs_a_limit():
    spec = load_spec(ACME)
    assert [parameter.name for parameter in methods(spec)[0].sources] == ["image"]
    unlimited = copy.deepcopy(spec)
    del unlimited["paths"]["/jobs"]["post"]["x-task-api"]["inputs"]["image"]["maximum_bytes"]
    with pytest.raises(ToolchainError, match=r"create_job: .*inputs\.image needs maximum_bytes"):
        methods(unlimited)
