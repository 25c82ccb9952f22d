"""`nox -s adopt` takes a published document over: structure and facts, under our rules, and nothing of ours is lost."""

import copy
import json
import shutil
import subprocess
import sys
from importlib import import_module, invalidate_caches

import pytest
from contract_support.documents import document
from contract_support.packages import forget, generated, repository
from safelight.core.base.facts import load as load_facts
from test_compare import BEFORE, CASES, PARSED, change
from toolchain.__main__ import main
from toolchain.document import load
from toolchain.merge import merge

LEFT = {"closed"}
"""Kinds that stay by our rules."""
OPEN = {"schema", "enum", "other values", "default", "content type", "server", "security", "extension", "not"}
"""Kinds that a person decides."""


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_difference_is_taken_left_or_told(name):
    published, differences = CASES[name]
    outcome = merge(published, copy.deepcopy(PARSED))
    for kind, place, ours, theirs in differences:
        key = json.dumps((kind, place, ours, theirs), sort_keys=True)
        where = {
            json.dumps((one.kind, str(one.place), one.ours, one.published), sort_keys=True): which
            for which in ("taken", "left", "open")
            for one in getattr(outcome, which)
        }
        is_header = " header: " in place
        if theirs is None or kind in LEFT:
            assert where[key] == "left"
        else:
            is_form = ours == "sometimes"
            assert where[key] == ("open" if kind in OPEN or is_header or is_form else "taken")


@pytest.mark.parametrize("name", CASES)
def test_with_prune_nothing_is_left_that_can_be_taken(name):
    published, _ = CASES[name]
    ours = copy.deepcopy(PARSED)
    outcome = merge(published, ours, prune=True)
    assert {one.kind for one in outcome.left} <= LEFT
    assert {one.kind for one in outcome.open} <= OPEN | {"parameter", "required"}
    again = merge(published, ours, prune=True)
    assert again.taken == []
    assert [one for one in again.open if one.kind != "schema"] == [
        one for one in outcome.open if one.kind != "schema"
    ]


PUBLISHED = """
openapi: 3.0.3
info: {title: Theirs, version: "1", description: Sentences of the vendor.}
servers: [{url: "https://before.test"}]
tags: [{name: Other Things, description: Sentences of the vendor.}]
paths:
  /v1/other-things/{id}:
    post:
      operationId: makeOtherThing
      summary: Sentences of the vendor.
      description: Sentences of the vendor.
      tags: [Other Things]
      deprecated: true
      parameters:
        - {name: id, in: path, required: true, description: Sentences of the vendor., schema: {type: integer}}
        - {name: sort, in: query, schema: {type: string, enum: [up, down]}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/other_thing_in"}
      responses:
        "200":
          description: Sentences of the vendor.
          content:
            application/json:
              schema:
                allOf:
                  - {$ref: "#/components/schemas/Envelope"}
                  - {type: object, properties: {data: {$ref: "#/components/schemas/OtherThing"}}}
        "204": {description: Sentences of the vendor.}
        "400": {$ref: "#/components/responses/Bad"}
components:
  responses:
    Bad:
      description: Sentences of the vendor.
      content: {application/json: {schema: {$ref: "#/components/schemas/Envelope"}}}
  schemas:
    Envelope: {type: object, required: [code], properties: {code: {type: integer}, data: {}}}
    OtherThing:
      type: object
      required: [id]
      properties:
        id: {type: string, format: uuid, maxLength: 36}
        state: {type: string, enum: [new, old], nullable: true}
        children: {type: array, items: {$ref: "#/components/schemas/OtherThing"}}
    other_thing_in:
      type: object
      title: Sentences of the vendor.
      description: Sentences of the vendor.
      required: [name]
      properties:
        name: {type: string, minLength: 1, description: Sentences of the vendor., example: Sentences of the vendor.}
        ratio: {type: number, minimum: 0, exclusiveMinimum: true, default: 0.5}
        size: {type: integer, nullable: true}
        mode: {type: string, enum: [a, b], default: a}
        box: {type: object, required: [x], properties: {x: {type: integer}}}
        target: {oneOf: [{type: string, format: uri}, {$ref: "#/components/schemas/Target"}]}
    Target: {type: object, required: [to], properties: {to: {type: string}, kind: {type: string, enum: [to]}}}
"""
OURS = BEFORE.replace(
    "      tags: [things]\n      parameters:\n        - {name: wait",
    "      # A comment of ours.\n      tags: [things]\n      parameters:\n        - {name: wait",
).replace("openapi: 3.1.0\n", "openapi: 3.1.0\nx-task-api: {vendor: hostile}\n")


@pytest.fixture
def layout(tmp_path):
    found = repository(tmp_path, hostile=OURS)
    found.generated.mkdir()
    (found.root / "CHANGELOG.md").write_text(
        "# Changelog\n\n## [Unreleased]\n\n### Changed\n\n- Old.\n", "utf-8"
    )
    return found


@pytest.fixture
def published(tmp_path):
    path = tmp_path / "theirs.yaml"
    path.write_text(PUBLISHED, "utf-8")
    return path


def adopt(layout, *arguments):
    return main(["--root", str(layout.root), "adopt", "hostile", *map(str, arguments)])


def test_a_new_operation_is_taken_by_our_rules(layout, published, capsys):
    assert adopt(layout, published) == 0
    spec = load(layout.spec("hostile"))
    operation = spec["paths"]["/other-things/{id}"]["post"]
    assert list(operation) == ["tags", "operationId", "deprecated", "parameters", "requestBody", "responses"]
    assert (operation["operationId"], operation["tags"]) == ("make_other_thing", ["other_things"])
    assert operation["parameters"] == [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "sort", "in": "query", "schema": {"$ref": "#/components/schemas/MakeOtherThingSort"}},
    ]
    assert operation["responses"]["204"] == {"description": "No Content."}
    schemas = spec["components"]["schemas"]
    assert schemas["MakeOtherThingSort"] == {"type": "string", "enum": ["up", "down"]}
    assert schemas["OtherThingIn"] == {
        "type": "object",
        "additionalProperties": False,
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "minLength": 1},
            "ratio": {"type": "number", "exclusiveMinimum": 0, "description": "Default: 0.5."},
            "size": {"type": ["integer", "null"]},
            "mode": {"$ref": "#/components/schemas/OtherThingInMode", "description": 'Default: "a".'},
            "box": {"$ref": "#/components/schemas/OtherThingInBox"},
            "target": {
                "oneOf": [{"type": "string", "format": "uri"}, {"$ref": "#/components/schemas/Target"}]
            },
        },
    }
    assert schemas["Target"]["additionalProperties"] is False
    assert schemas["Target"]["properties"]["kind"] == {"type": "string", "const": "to"}
    assert schemas["MakeOtherThingResponse"] == {
        "type": "object",
        "properties": {
            "code": {"type": ["integer", "null"]},
            "data": {"anyOf": [{"$ref": "#/components/schemas/OtherThing"}, {"type": "null"}]},
        },
    }
    assert schemas["OtherThing"] == {
        "type": "object",
        "properties": {
            "id": {"type": ["string", "null"]},
            "state": {"anyOf": [{"$ref": "#/components/schemas/OtherThingState"}, {"type": "null"}]},
            "children": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/OtherThing"}},
        },
    }
    told = capsys.readouterr().out
    assert "  operation POST /v1/other-things/{}: nothing -> " in told
    assert "until a person writes their x-task-api" in told
    assert "  make_other_thing\n" in told


def test_our_text_stays_and_theirs_does_not_come(layout, published):
    assert adopt(layout, published) == 0
    text = layout.spec("hostile").read_text("utf-8")
    assert "Sentences of the vendor" not in text
    kept = iter(text.splitlines())
    assert all(line in kept for line in OURS.splitlines())  # in the same order


def test_an_operation_without_a_role_is_in_the_wire_package_alone(layout, published):
    assert adopt(layout, published) == 0
    folder = layout.package("hostile")
    sys.path.insert(0, str(layout.generated))
    invalidate_caches()
    try:
        assert import_module("hostile_api.api.other_things.make_other_thing")
        facts = import_module("hostile_api.facts")
        assert facts.OPERATIONS["make_other_thing"]["task_api"] == {}
        assert facts.METHODS == facts.CALLS == {}
    finally:
        forget("hostile", folder)


def test_a_client_works_beside_an_operation_without_a_role(tmp_path):
    """As after `adopt`, before a person has decided: it is left out, and everything else of the vendor is there."""
    spec = copy.deepcopy(document("picwish"))
    spec["paths"]["/added"] = {
        "post": {"operationId": "added", "tags": ["added"], "responses": {"204": {"description": "Added."}}}
    }
    spec["x-task-api"]["vendor"] = "undecided"
    found = repository(tmp_path, undecided=spec)
    folder = generated(found, "undecided")
    try:
        facts = load_facts("undecided_api")
        assert "added" in import_module("undecided_api.facts").OPERATIONS
        assert facts.operations.keys() == load_facts("picwish_api").operations.keys()
        assert facts.methods.keys() == load_facts("picwish_api").methods.keys()
    finally:
        forget("undecided", folder)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("makeThing", "make_thing"),
        ("list_things_v1_things__thing_id__get", "list_things"),
        (None, "get_v1_things_thing_id"),
        ("createThing", "create_thing_2"),
    ],
)
def test_operations_are_named_by_our_rules(given, expected):
    ours = copy.deepcopy(PARSED)
    del ours["paths"]["/things/{thing_id}"]
    published = copy.deepcopy(PARSED)
    published["servers"] = []
    operation = published["paths"].pop("/things/{thing_id}")["get"]
    operation |= {"operationId": given} if given else {"operationId": ""}
    published["paths"]["/v1/things/{thing_id}"] = {"get": operation}
    merge(published, ours)
    assert ours["paths"]["/things/{thing_id}"]["get"]["operationId"] == expected


def test_a_new_method_of_a_known_path_takes_its_names():
    ours = copy.deepcopy(PARSED)
    published = change("paths|/things/{id}", {"delete": {"responses": {"299": {"description": "Theirs."}}}})
    published["paths"]["/things/{id}"]["parameters"] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    ]
    merge(published, ours)
    assert "/things/{id}" not in ours["paths"]
    assert ours["paths"]["/things/{thing_id}"]["delete"] == {
        "tags": ["other"],
        "operationId": "delete_things_id",
        "parameters": [{"name": "thing_id", "in": "path", "required": True, "schema": {"type": "string"}}],
        "responses": {"299": {"description": "Success."}},
    }


def test_a_dry_run_changes_nothing(layout, published, capsys):
    before = {path: path.read_bytes() for path in layout.root.rglob("*") if path.is_file()}
    assert adopt(layout, published, "--dry-run", "--changelog") == 0
    assert {path: path.read_bytes() for path in layout.root.rglob("*") if path.is_file()} == before
    assert "operation POST /v1/other-things/{}: nothing -> " in capsys.readouterr().out


def test_the_document_is_remembered_and_what_was_left_is_left_again(layout, tmp_path, capsys):
    theirs = tmp_path / "theirs.json"
    open_now = change("servers|0|url", "https://after.test/v1")
    theirs.write_text(json.dumps(open_now), "utf-8")
    assert adopt(layout, theirs, "--address", "https://after.test/openapi.json") == 0
    kept = json.loads(layout.published("hostile").read_text("utf-8"))
    assert kept["address"] == "https://after.test/openapi.json"
    assert len(kept["sha256"]) == 64
    assert {one["kind"] for one in kept["differences"]} >= {"server"}
    assert "To be decided by a person: 1\n" in capsys.readouterr().out

    changed = change(
        "components|schemas|CreateThing|properties|mode|enum", ["auto", "fast", "slow"], of=open_now
    )
    theirs.write_text(json.dumps(changed), "utf-8")
    assert adopt(layout, theirs) == 0
    told = capsys.readouterr().out
    assert "Taken over: 1\n" in told
    assert "To be decided" not in told
    assert "Left as they were before: " in told
    assert adopt(layout, theirs, "--again", "--dry-run") == 0
    assert "To be decided by a person: " in capsys.readouterr().out


def test_the_changelog_gets_a_line(layout, published):
    assert adopt(layout, published, "--changelog") == 0
    assert (
        (layout.root / "CHANGELOG.md")
        .read_text("utf-8")
        .endswith(
            "### Changed\n\n- The spec of `hostile` follows its published document: new operation (1).\n- Old.\n"
        )
    )


def test_what_breaks_users_is_told(layout, tmp_path, capsys):
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    assert main(["--root", str(layout.root), "generate"]) == 0
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "commit.gpgsign=false"]
    for call in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "first"]):
        subprocess.run([*git, *call], cwd=layout.root, check=True, capture_output=True)
    theirs = tmp_path / "theirs.json"
    theirs.write_text(json.dumps(change("components|schemas|CreateThing|properties|when")), "utf-8")
    assert adopt(layout, theirs) == 0
    assert "Breaks users: 0\n" in capsys.readouterr().out
    assert adopt(layout, theirs, "--prune", "--again") == 0
    assert "hostile_api.models.create_thing.CreateThing.when" in capsys.readouterr().out


def test_a_spec_that_could_not_be_generated_is_not_left_behind(layout, tmp_path, capsys):
    before = layout.spec("hostile").read_bytes()
    theirs = tmp_path / "theirs.json"
    name = 'quo"te\u2028'
    theirs.write_text(
        json.dumps(change(f"components|schemas|CreateThing|properties|{name}", {"type": "string"})), "utf-8"
    )
    assert adopt(layout, theirs) == 2
    assert "characters that the generators change" in capsys.readouterr().err
    assert layout.spec("hostile").read_bytes() == before
    assert not layout.published("hostile").exists()


def test_schemas_that_nothing_uses_any_more_go_with_prune():
    published = change("components|schemas|CreateThing|properties|either")
    ours = copy.deepcopy(PARSED)
    merge(published, ours, prune=True)
    assert {"One", "Other"}.isdisjoint(ours["components"]["schemas"])
    assert "Unused" in ours["components"]["schemas"]


def test_counts_are_printed_from_what_is_remembered(layout, published, capsys):
    assert main(["--root", str(layout.root), "count"]) == 2
    capsys.readouterr()
    assert adopt(layout, published) == 0
    capsys.readouterr()
    assert main(["--root", str(layout.root), "count"]) == 0
    header, _, row = capsys.readouterr().out.splitlines()
    assert header.startswith(
        "| vendor | operations | request fields | answer fields | enum values | required flags |"
    )
    assert row.startswith("| hostile | 1 of 1 | 10 of 10 | ")
