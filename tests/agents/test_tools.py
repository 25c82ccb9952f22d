"""Every operation is a tool, made from the facts; and what agents name stays inside the allowed folders."""

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from safelight import ConfigurationError, InvalidInput
from safelight.agents.asking import questions
from safelight.agents.folders import Folders
from safelight.agents.tools import Tool, checked, operation_tools
from safelight.cli.vendors import VENDORS

TOOLS = [tool for vendor in VENDORS.values() for tool in operation_tools(vendor.facts, urls=True).values()]


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_a_tool_says_what_it_does_costs_and_takes(tool: Tool) -> None:
    assert re.fullmatch(r"[a-z0-9_]{1,64}", tool.name)
    assert tool.description.startswith(tool.method.summary.replace("`", ""))
    assert tool.method.price_text.replace("`", "") in tool.description
    Draft202012Validator.check_schema(tool.schema)
    properties = tool.schema["properties"]
    assert set(tool.schema["required"]) <= set(properties)
    assert not [one for one in properties.values() if "{}" in one["description"]]
    own = {"save_as", "request_id", "sync"}
    assert set(properties) - own == set(tool.method.parameters) - own
    example = {name: value for name, value in tool.method.example.items() if name in properties}
    sources = {name: "a.jpg" for name in tool.schema["required"] if tool.parameters[name].source}
    schema = {**tool.schema, "required": list(sources)}
    assert checked(tool.name, schema, {**example, **sources, "save_as": None}) == {**example, **sources}


def test_limits_are_in_the_description() -> None:
    tool = operation_tools(VENDORS["picwish"].facts)["picwish_remove_background"]
    assert "at most 20 MiB" in tool.description
    assert "1 credit per image" in tool.description
    assert "or URL" not in tool.schema["properties"]["image"]["description"]
    assert tool.schema["properties"]["format"]["enum"] == ["png", "jpg"]


def test_what_a_cap_cannot_bound_says_so() -> None:
    refused = {tool.name for tool in TOOLS if "is refused" in tool.description}
    assert "pilio_remove_pdf_watermark" in refused
    assert not {"pilio_upscale", "youcam_try_hat", "pilio_generate_with_flare"} & refused


def test_a_task_has_one_source_and_any_number_of_references() -> None:
    tools = operation_tools(VENDORS["pilio"].facts)
    edited, made = tools["pilio_edit_image"], tools["pilio_generate_with_flare"]
    assert edited.schema["properties"]["images"]["type"] == "string"
    assert made.schema["properties"]["images"]["anyOf"][1]["type"] == "array"


def test_ids_that_json_would_round_are_text_too() -> None:
    tool = operation_tools(VENDORS["perfect"].facts)["perfect_try_hairstyle"]
    assert tool.schema["properties"]["style_id"]["type"] == ["string", "integer"]


def test_what_asks_only_is_a_tool_and_what_changes_something_is_none() -> None:
    found = {name: one for vendor in VENDORS.values() for name, one in questions(vendor).items()}
    assert {"perfect_styles", "youcam_templates", "picwish_balance", "pilio_quote_flare"} <= set(found)
    assert not {"youcam_delete_task", "claid_create_storage", "claid_delete_storage"} & set(found)
    assert not set(found) & {tool.name for tool in TOOLS}
    for one in found.values():
        Draft202012Validator.check_schema(one.schema)
        assert re.fullmatch(r"[a-z0-9_]{1,64}", one.name)
    properties = found["perfect_styles"].schema["properties"]
    assert properties["style_group_id"]["type"] == ["string", "integer"]
    assert "hairstyle" in properties["feature"]["enum"]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    (tmp_path / "photos" / "deep").mkdir(parents=True)
    for name in ("outside.jpg", "photos/a.jpg", "photos/deep/b.jpg"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "photos" / "out.jpg").symlink_to(tmp_path / "outside.jpg")
    (tmp_path / "photos" / "in.jpg").symlink_to("a.jpg")
    return Folders.open([str(tmp_path / "photos")])


@pytest.mark.parametrize(
    ("text", "found"),
    [("a.jpg", "a.jpg"), ("deep/b.jpg", "deep/b.jpg"), ("deep/../a.jpg", "a.jpg"), ("in.jpg", "a.jpg")],
)
def test_files_inside_are_found(folders: Folders, text: str, found: str) -> None:
    inside = folders.allowed[0] / found
    assert folders.source(text, "image", takes_url=True) == str(inside)
    assert folders.source(str(folders.allowed[0] / text), "image", takes_url=True) == str(inside)


@pytest.mark.parametrize(
    "text",
    [
        *("../outside.jpg", "out.jpg", "deep/../../outside.jpg", "/etc/passwd", "~/a.jpg", "deep", ".", ""),
        *("none.jpg", "a.jpg\0", "file:///etc/passwd", "FILE:///etc/passwd", " file:///etc/passwd"),
        *("s3://bucket/a.jpg", "zip::a.jpg", "local://a.jpg", "storage://a", "https://example.com/a.jpg"),
    ],
)
def test_all_else_is_refused(folders: Folders, text: str) -> None:
    with pytest.raises(InvalidInput, match=r"^image: "):
        folders.source(text, "image", takes_url=True)


def test_addresses_need_permission_and_an_operation_that_takes_them(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    address = "https://example.com/a.jpg"
    folders = Folders.open([str(tmp_path / "photos")], urls=True)
    assert folders.source(address, "image", takes_url=True) == address
    with pytest.raises(InvalidInput, match="only paths of files are accepted"):
        folders.source(address, "image", takes_url=False)
    with pytest.raises(InvalidInput, match="only paths of files and URLs"):
        folders.source("s3://bucket/a.jpg", "image", takes_url=True)


def test_addresses_hidden_in_other_arguments_are_refused(folders: Folders) -> None:
    folders.check_urls({"prompt": "a sign that says https://example.com"}, "prompt")
    with pytest.raises(InvalidInput, match="--allow-urls"):
        folders.check_urls({"a": [{"b": "https://example.com/a.jpg"}]}, "output")


@pytest.mark.parametrize(
    "text", ["../red", "/red", "", ".", "a/../../red", "a\0", "s3://bucket/red", "link/red"]
)
def test_results_stay_below_their_folder(folders: Folders, tmp_path: Path, text: str) -> None:
    (folders.out / "link").symlink_to(tmp_path)
    with pytest.raises(InvalidInput, match=r"^save_as: "):
        folders.target(text)
    assert folders.target("lamps/red") == "lamps/red"


def test_a_results_folder_outside_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(ConfigurationError, match="outside of the allowed folders"):
        Folders.open([str(tmp_path / "photos")], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
    assert Folders.open([str(tmp_path / "photos")], str(tmp_path / "photos")).out == tmp_path / "photos"
    with pytest.raises(ConfigurationError, match="no such folder"):
        Folders.open([str(tmp_path / "none")])
