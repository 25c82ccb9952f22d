"""What the plug-in of a vendor consists of: a spec that keeps the rules, and few handwritten lines."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

PLUGIN = Path(__file__).parent / "acme"
SPECS = Path(__file__).parents[2] / "specs"
HANDWRITTEN = {"acme.py", "acme_sandbox.py", "pyproject.toml"}


def test_it_is_written_in_a_hundred_lines() -> None:
    files = [path for path in PLUGIN.iterdir() if path.is_file() and path.name != "openapi.yaml"]
    assert {path.name for path in files} == HANDWRITTEN
    assert sum(len(path.read_text("utf-8").splitlines()) for path in files) <= 100


def test_its_spec_keeps_the_rules() -> None:
    rules = json.loads((SPECS / "task-api.schema.json").read_text("utf-8"))
    spec = YAML(typ="safe").load(PLUGIN / "openapi.yaml")
    parts = [("root", spec["x-task-api"])]
    parts += [
        ("operation", operation["x-task-api"])
        for path in spec["paths"].values()
        for operation in path.values()
    ]
    for part, facts in parts:
        errors = Draft202012Validator({**rules, "$ref": f"#/$defs/{part}"}).iter_errors(facts)
        assert [error.message for error in errors] == []
