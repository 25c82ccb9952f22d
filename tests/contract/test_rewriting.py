"""A spec is changed in place: what does not change keeps its text."""

import copy
import difflib

import pytest
import yaml
from contract_support.documents import LAYOUT, VENDORS
from toolchain.document import parse
from toolchain.errors import ToolchainError
from toolchain.rewriting import rewrite

TEXT = """\
# At the top.
a:
  one: {type: string}  # the first

  # About two.
  two:
    enum: [auto, fast]
    text: |
      # no comment

      but text

  # About three.
  three:
    - {x: 1}  # an item
    # about the next
    - y: "2"

      z: null

# About b.
b: 1  # one
"""


def changed(change):
    document = parse(TEXT.encode(), "test")
    change(document)
    return rewrite(TEXT, document)


def lines(before, after):
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[:1] in "+-"]


def added(path, **new):
    def change(document):
        node = document
        for key in path:
            node = node[key]
        node.update(new)

    return change


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (lambda _: None, []),
        (added(["a", "two"], more={"type": "object"}), ["+     more: {type: object}"]),
        (added(["a"], four={"$ref": "#/x"}), ['+   four: {$ref: "#/x"}']),
        (added(["a"], four=["1:1", "off", "1"]), ['+   four: ["1:1", "off", "1"]']),
        (added([], c={"d": {"e": {"f": {}}}}), ["+ c:", "+   d:", "+     e: {f: {}}"]),
        (
            added(["a", "one"], more="on"),
            ["-   one: {type: string}  # the first", '+   one: {type: string, more: "on"}  # the first'],
        ),
        (
            lambda d: d["a"]["two"]["enum"].append("slow"),
            ["-     enum: [auto, fast]", "+     enum: [auto, fast, slow]"],
        ),
        (lambda d: d["a"]["three"].append({"v": [1]}), ["+     - v: [1]"]),
        (added(["a", "three", 1], w=True), ["+       w: true"]),
        (added(["a", "three", 1], y="3"), ['-     - y: "2"', '+     - y: "3"']),
        (added([], b=None), ["- b: 1  # one", "+ b: null  # one"]),
        (lambda d: d["a"]["two"].pop("enum"), ["-     enum: [auto, fast]"]),
        (lambda d: d.pop("b"), ["- b: 1  # one"]),
    ],
)
def test_only_what_changes_is_written(change, difference):
    after = changed(change)
    assert [line for line in lines(TEXT, after) if line.strip("+- ")] == difference


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_spec_keeps_its_text_beside_a_change(vendor):
    text = LAYOUT.spec(vendor).read_text(encoding="utf-8")
    document = parse(text.encode(), vendor)
    assert rewrite(text, document) == text
    for schema in document["components"]["schemas"].values():
        if "properties" in schema:
            schema["properties"]["added"] = {"type": "string", "maxLength": 3}
    document["paths"]["/added"] = {"get": {"responses": {"204": {"description": "Added."}}}}
    after = rewrite(text, document)
    assert parse(after.encode(), vendor) == document
    changes = difflib.unified_diff(text.splitlines(), after.splitlines(), n=0, lineterm="")
    taken = [line for line in changes if line.startswith("-") and not line.startswith("---")]
    assert all("properties: {" in line or line.endswith("}") for line in taken)  # written in one line
    for line in text.splitlines():
        assert "#" not in line or not line.lstrip().startswith("#") or line in after


def test_documents_with_lists_at_their_keys_depth():
    document = {"a": [{"b": 1, "c": {"d": ["x", "y"]}}], "e": 2}
    text = yaml.safe_dump(document)
    wanted = copy.deepcopy(document)
    wanted["a"][0]["c"]["d"].append("z")
    wanted["a"].append({"b": 3})
    assert parse(rewrite(text, wanted).encode(), "test") == wanted


def test_what_cannot_be_changed_in_place_is_refused():
    text = "a: &x\n  b: 1\nc: *x\n"
    with pytest.raises(ToolchainError, match="cannot be changed"):
        rewrite(text, {"a": {"b": 1, "d": 2}, "c": {"b": 1}})
