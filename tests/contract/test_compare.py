"""How two documents of the same API differ: every kind of difference, and no difference in what is only written otherwise."""

import copy

import pytest
import yaml
from contract_support.documents import VENDORS, document
from toolchain.compare import compare, describe
from toolchain.extensions import extensions
from toolchain.publication import combine
from toolchain.surface import surface

BEFORE = """
openapi: 3.1.0
info: {title: Before, version: "1"}
servers: [{url: "https://before.test/v1"}]
security: [{bearer: []}]
x-usage: {polling: {seconds: 2}}
paths:
  /things:
    post:
      operationId: create_thing
      tags: [things]
      parameters:
        - {name: wait, in: query, schema: {type: integer}}
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/CreateThing"}
      responses:
        "200":
          description: Done.
          headers: {X-Left: {schema: {type: integer}}}
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
        "400":
          description: Refused.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Error"}
  /things/{thing_id}:
    get:
      operationId: get_thing
      tags: [things]
      parameters:
        - {name: thing_id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: Done.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Thing"}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
  schemas:
    CreateThing:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1, maxLength: 9, pattern: "^[a-z]*$"}
        size: {type: integer, minimum: 1, maximum: 9, multipleOf: 1}
        ratio: {type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}
        mode: {type: string, enum: [auto, fast], default: auto}
        tags: {type: array, minItems: 1, maxItems: 9, items: {type: string}}
        when: {type: string, format: date}
        colour: {type: string, pattern: "^(auto|[0-9a-f]{6})$"}
        based:
          allOf:
            - {$ref: "#/components/schemas/Base"}
            - {type: object, properties: {more: {type: string}}}
        either:
          anyOf:
            - {$ref: "#/components/schemas/One"}
            - {$ref: "#/components/schemas/Other"}
    Base: {type: object, properties: {id: {type: string}}}
    One: {type: object, required: [kind, a], properties: {kind: {const: one}, a: {type: integer}}}
    Other: {type: object, required: [kind], properties: {kind: {const: other}, a: {type: integer}}}
    Thing: {type: object, properties: {id: {type: string}, parent: {$ref: "#/components/schemas/Thing"}}}
    Error: {type: object, properties: {code: {type: integer, enum: [1, 2]}}}
    Unused: {type: string, enum: [a]}
"""
PARSED = yaml.safe_load(BEFORE)
THINGS = "POST /v1/things"
ASKED = f"{THINGS} request"


def change(path, to=None, *, of=None):
    """A copy of a document with another value at a dotted path; None takes it away."""
    changed = copy.deepcopy(PARSED if of is None else of)
    node = changed
    *parents, last = path.split("|")
    for key in parents:
        node = node[int(key) if isinstance(node, list) else key]
    last = int(last) if isinstance(node, list) else last
    if to is None:
        del node[last]
    else:
        node[last] = to
    return changed


def create(path, to=None):
    return change(f"components|schemas|CreateThing|{path}", to)


def field(name, value):
    return create(f"properties|{name}", yaml.safe_load(value))


CASES = {
    "new path": (
        change("paths|/others", {"get": {"responses": {}}}),
        [("operation", "GET /v1/others", None, {})],
    ),
    "removed path": (change("paths|/things/{thing_id}"), [("operation", "GET /v1/things/{}", {}, None)]),
    "new operation": (
        change("paths|/things|get", {"responses": {}}),
        [("operation", "GET /v1/things", None, {})],
    ),
    "new schema": (
        change("components|schemas|Code", {"type": "integer"}),
        [("schema", "schema Code", None, {"type": ["integer"]})],
    ),
    "removed schema": (
        change("components|schemas|Unused"),
        [("schema", "schema Unused", {"type": ["string"], "enum value": ['"a"']}, None)],
    ),
    "new field": (
        field("depth", "{type: [integer, 'null']}"),
        [("field", f"{ASKED}: depth", None, {"type": ["integer"], "nullable": True})],
    ),
    "removed field": (
        create("properties|when"),
        [("field", f"{ASKED}: when", {"type": ["string"], "format": "date"}, None)],
    ),
    "new parameter": (
        change("paths|/things|post|parameters|0|name", "hurry"),
        [
            ("parameter", f"{THINGS} query: hurry", None, {"type": ["integer"]}),
            ("parameter", f"{THINGS} query: wait", {"type": ["integer"]}, None),
        ],
    ),
    "new header": (
        change("paths|/things|post|responses|200|headers|X-More", {"schema": {"type": "integer"}}),
        [("parameter", f"{THINGS} 200 header: x-more", None, {"type": ["integer"]})],
    ),
    "new enum value": (
        create("properties|mode|enum", ["auto", "fast", "slow"]),
        [("enum value", f"{ASKED}: mode", None, '"slow"')],
    ),
    "removed enum value": (
        create("properties|mode|enum", ["auto"]),
        [("enum value", f"{ASKED}: mode", '"fast"', None)],
    ),
    "values are listed now": (
        field("when", "{type: string, format: date, enum: [now, then]}"),
        [("enum", f"{ASKED}: when", None, ['"now"', '"then"'])],
    ),
    "values are free beside an enum": (
        field("mode", "{default: auto, anyOf: [{type: string, enum: [auto, fast]}, {type: string}]}"),
        [("other values", f"{ASKED}: mode", None, True)],
    ),
    "now required": (create("required", ["name", "size"]), [("required", f"{ASKED}: size", None, True)]),
    "no longer required": (create("required", []), [("required", f"{ASKED}: name", True, None)]),
    "required in an allOf sibling": (
        create("properties|based|allOf|1|required", ["id"]),
        [("required", f"{ASKED}: based.id", None, True)],
    ),
    "required in each of anyOf": (
        change("components|schemas|Other|required", ["kind", "a"]),
        [("required", f"{ASKED}: either.a", "sometimes", True)],
    ),
    "required in none of anyOf": (
        change("components|schemas|One|required", ["kind"]),
        [("required", f"{ASKED}: either.a", "sometimes", None)],
    ),
    "body required": (
        change("paths|/things|post|requestBody|required", to=True),
        [("required", ASKED, None, True)],
    ),
    "parameter required": (
        change("paths|/things|post|parameters|0|required", to=True),
        [("required", f"{THINGS} query: wait", None, True)],
    ),
    "type": (create("properties|size|type", "number"), [("type", f"{ASKED}: size", ["integer"], ["number"])]),
    "type of a path parameter": (
        change("paths|/things/{thing_id}|get|parameters|0|schema|type", "integer"),
        [("type", "GET /v1/things/{} path: 0", ["string"], ["integer"])],
    ),
    "format": (
        create("properties|when|format", "date-time"),
        [("format", f"{ASKED}: when", "date", "date-time")],
    ),
    "minimum": (create("properties|size|minimum", 2), [("minimum", f"{ASKED}: size", 1, 2)]),
    "maximum": (create("properties|size|maximum"), [("maximum", f"{ASKED}: size", 9, None)]),
    "exclusive minimum": (
        create("properties|ratio|exclusiveMinimum", 0.5),
        [("exclusiveMinimum", f"{ASKED}: ratio", 0, 0.5)],
    ),
    "exclusive maximum": (
        field("ratio", "{type: number, exclusiveMinimum: 0, maximum: 1}"),
        [("exclusiveMaximum", f"{ASKED}: ratio", 1, None), ("maximum", f"{ASKED}: ratio", None, 1)],
    ),
    "multiple": (create("properties|size|multipleOf", 2), [("multipleOf", f"{ASKED}: size", 1, 2)]),
    "shortest": (create("properties|name|minLength", 2), [("minLength", f"{ASKED}: name", 1, 2)]),
    "longest": (create("properties|name|maxLength", 8), [("maxLength", f"{ASKED}: name", 9, 8)]),
    "pattern": (create("properties|name|pattern", "^a"), [("pattern", f"{ASKED}: name", "^[a-z]*$", "^a")]),
    "fewest items": (create("properties|tags|minItems", 2), [("minItems", f"{ASKED}: tags", 1, 2)]),
    "most items": (create("properties|tags|maxItems", 8), [("maxItems", f"{ASKED}: tags", 9, 8)]),
    "default": (create("properties|mode|default", "fast"), [("default", f"{ASKED}: mode", "auto", "fast")]),
    "nullable": (
        create("properties|size|type", ["integer", "null"]),
        [("nullable", f"{ASKED}: size", None, True)],
    ),
    "operation deprecated": (
        change("paths|/things|post|deprecated", to=True),
        [("deprecated", THINGS, None, True)],
    ),
    "field deprecated": (
        create("properties|size|deprecated", to=True),
        [("deprecated", f"{ASKED}: size", None, True)],
    ),
    "parameter deprecated": (
        change("paths|/things|post|parameters|0|deprecated", to=True),
        [("deprecated", f"{THINGS} query: wait", None, True)],
    ),
    "content type": (
        change(
            "paths|/things|post|requestBody|content",
            {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/CreateThing"}}},
        ),
        [
            ("content type", ASKED, "application/json", None),
            ("content type", ASKED, None, "multipart/form-data"),
        ],
    ),
    "content type of an answer": (
        change("paths|/things|post|responses|400|content|text/plain", {}),
        [("content type", f"{THINGS} 400", None, "text/plain")],
    ),
    "server": (
        change("servers|0|url", "https://after.test/v1"),
        [
            ("server", "document", "https://before.test/v1", None),
            ("server", "document", None, "https://after.test/v1"),
        ],
    ),
    "security": (
        change("security", [{"bearer": []}, {"key": []}]),
        [("security", "document", None, "apiKey header X-Key")],
    ),
    "security of an operation": (
        change("paths|/things|post|security", [{"bearer": ["write"]}]),
        [("security", THINGS, None, "http bearer write")],
    ),
    "status without a body": (
        change("paths|/things|post|responses|204", {"description": "Gone."}),
        [("status", f"{THINGS} 204", None, {})],
    ),
    "removed status": (
        change("paths|/things|post|responses|400"),
        [("status", f"{THINGS} 400", {"content type": ["application/json"], "type": ["object"]}, None)],
    ),
    "error code": (
        change("components|schemas|Error|properties|code|enum", [1, 2, 3]),
        [("enum value", f"{THINGS} 400: code", None, "3")],
    ),
    "extension": (
        change("x-usage|polling|seconds", 5),
        [("extension", "document x-usage.polling.seconds", 2, 5)],
    ),
    "extension of an operation": (
        change("paths|/things|post|x-cost", 3),
        [("extension", "document paths./things.post.x-cost", None, 3)],
    ),
    "closed": (create("additionalProperties", to=False), [("closed", ASKED, None, True)]),
    "rule": (create("not", {"required": ["size"]}), [("not", ASKED, None, {"required": ["size"]})]),
}


def found(published, ours=None):
    return [
        (one.kind, str(one.place), one.ours, one.published)
        for one in compare(published, PARSED if ours is None else ours)
    ]


@pytest.mark.parametrize("name", CASES)
def test_each_kind_of_difference_is_found(name):
    published, expected = CASES[name]
    assert found(published) == expected


@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_found_the_other_way_too(name):
    published, expected = CASES[name]
    ours_alone = {
        "closed",
        "not",
        "extension",
    }  # by our own rules for specs, and the vendor's extensions are not ours
    back = [(kind, place, other, one) for kind, place, one, other in found(PARSED, published)]
    for one in expected:
        assert one in back or one[0] in ours_alone


SAME = {
    "another name of a schema": lambda: yaml.safe_load(BEFORE.replace("CreateThing", "ThingIn")),
    "another name in a path": lambda: yaml.safe_load(BEFORE.replace("thing_id", "id")),
    "a text": lambda: create("description", "Another text."),
    "a schema in place of a reference": lambda: create(
        "properties|either|anyOf|0", PARSED["components"]["schemas"]["One"]
    ),
    "one more allOf": lambda: create(
        "properties|based",
        {"allOf": [PARSED["components"]["schemas"]["CreateThing"]["properties"]["based"]]},
    ),
    "values for a pattern": lambda: create(
        "properties|colour",
        {"anyOf": [{"const": "auto"}, {"type": "string", "pattern": "^(auto|[0-9a-f]{6})$"}]},
    ),
    "a null in another form": lambda: field(
        "size", "{anyOf: [{type: integer, minimum: 1, maximum: 9, multipleOf: 1}]}"
    ),
    "parameters of the whole path": lambda: change(
        "paths|/things/{thing_id}|parameters",
        [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
        of=change("paths|/things/{thing_id}|get|parameters"),
    ),
    "the security of the document, repeated": lambda: change("paths|/things|post|security", [{"bearer": []}]),
}


@pytest.mark.parametrize("name", SAME)
def test_what_is_only_written_otherwise_is_no_difference(name):
    assert found(SAME[name]()) == []


def test_openapi_3_0_writes_nulls_and_exclusive_limits_otherwise():
    old, new = (
        field("ratio", text)
        for text in (
            "{type: number, nullable: true, minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: false}",
            "{type: [number, 'null'], exclusiveMinimum: 0, maximum: 1}",
        )
    )
    assert found(old, new) == []


def test_an_answer_that_we_let_be_null_is_no_difference():
    lenient = change("components|schemas|Thing|properties|id|type", ["string", "null"])
    assert found(PARSED, lenient) == []
    assert [one[:2] for one in found(lenient)] == [
        ("nullable", f"{operation} 200: id") for operation in ("GET /v1/things/{}", THINGS)
    ]


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_spec_agrees_with_itself(vendor):
    assert compare(document(vendor), document(vendor)) == []
    assert describe([]) == "Our spec and the published document agree.\n"


def test_one_change_in_a_real_spec_is_the_one_told():
    changed = copy.deepcopy(document("pilio"))
    changed["components"]["schemas"]["TaskStatus"]["enum"].append("Paused")
    differences = compare(changed, document("pilio"))
    assert {(one.kind, one.published) for one in differences} == {("enum value", '"Paused"')}
    assert '  enum value GET /v1/tasks/{}/result 200: data.status: nothing -> "\\"Paused\\""\n' in describe(
        differences
    )


def test_texts_of_a_vendor_are_kept_as_their_hash_only():
    rule = "Send the key only to the vendor. " * 5
    ((name, value),) = extensions({"x-usage": {"rules": [rule]}})
    assert name == "x-usage.rules.0"
    assert value.startswith(f"{len(rule)} characters, sha256 ")


def test_extensions_are_no_fields_of_that_name():
    assert list(extensions({"properties": {"x-a": {"type": "string"}}, "headers": {"x-b": {}}})) == []


def test_documents_of_one_vendor_become_one():
    other = change("paths|/things/{thing_id}|get|responses|201", {"description": "Made."})
    other["paths"]["/others"] = other["paths"].pop("/things")
    other["components"]["schemas"]["Error"]["properties"]["code"]["enum"] = [9]
    whole = combine([PARSED, other])
    assert [(one.kind, str(one.place)) for one in compare(whole, PARSED)] == [
        ("status", "GET /v1/things/{} 201"),
        ("operation", "POST /v1/others"),
    ]
    codes = {
        one.facts["enum value"] == {"9"} for place, one in surface(whole).items() if place.path == ("code",)
    }
    assert codes == {False, True}
