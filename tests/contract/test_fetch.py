"""`nox -s fetch` tells how a published document and our spec differ, and whether that changed."""

import copy
import gzip
import json
from datetime import date
from pathlib import Path

import httpx
import pytest
import yaml
from contract_support.packages import repository
from toolchain.__main__ import main
from toolchain.errors import ToolchainError
from toolchain.publication import addresses, download, read_publication

DATA = Path(__file__).parent / "data"
URL = "https://example.test/openapi.json"


@pytest.fixture
def ours():
    return yaml.safe_load((DATA / "hostile.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def theirs(ours):
    """What a vendor may have made of the same API in the meantime, under other names and with the path in the server."""
    spec = copy.deepcopy(ours)
    spec["servers"] = [{"url": "https://hostile.test/{version}", "variables": {"version": {"default": ""}}}]
    schemas = spec["components"]["schemas"]
    schemas["Job"] = schemas.pop("Task")
    spec = json.loads(json.dumps(spec).replace("#/components/schemas/Task", "#/components/schemas/Job"))
    schemas = spec["components"]["schemas"]
    spec["paths"]["/tasks/{id}"] = spec["paths"].pop("/tasks/{task_id}")
    spec["paths"]["/tasks/{id}"]["parameters"] = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    ]
    spec["paths"]["/tasks/{id}"]["get"]["parameters"] = [
        {"name": "wait", "in": "query", "schema": {"type": "boolean"}}
    ]
    spec["paths"]["/tasks/{id}"]["delete"] = {"responses": {"204": {"description": "Gone."}}}
    del spec["paths"]["/either"]
    schemas["Mode"]["enum"] = ["auto", "careful"]
    schemas["SendFileRequest"]["required"] = ["file", "mode"]
    schemas["Job"]["required"] = []
    del schemas["Options"]["properties"]["address"]
    schemas["Options"]["properties"]["crop"] = {
        "type": "array",
        "items": {"type": "object", "properties": {"x": {"type": "integer"}}},
    }
    return spec


# What is refused


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "0 bytes"),
        (b"{}", "2 bytes"),
        (b"<!doctype html>" + b"<p>moved</p>" * 300, "Refused"),
        (json.dumps({"swagger": "2.0", "x": "x" * 3000}).encode(), "no OpenAPI 3"),
        (json.dumps({"openapi": "3.1.0", "x": "x" * 3000}).encode(), "no valid OpenAPI"),
        (json.dumps([1] * 3000).encode(), "Refused"),
        (b"\xff\xfe" * 3000, "Refused"),
        (
            json.dumps(
                {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {}, "x-x": "x" * 3000}
            ).encode(),
            "no operation",
        ),
    ],
    ids=["empty", "tiny", "page", "swagger", "invalid", "list", "binary", "no operation"],
)
def test_documents_that_cannot_be_one_are_refused(data, why):
    with pytest.raises(ToolchainError, match=r"^Refused: ") as refusal:
        read_publication(data)
    assert why in str(refusal.value)


def test_a_cut_document_is_refused(ours):
    whole = json.dumps(ours).encode()
    assert read_publication(whole)["openapi"] == "3.1.0"
    with pytest.raises(ToolchainError, match=r"^Refused: "):
        read_publication(whole[: len(whole) * 2 // 3])


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, content=b"gone"),
        httpx.Response(302, headers={"location": "https://elsewhere.test/"}),
        httpx.Response(200, content=(b"x" * 1_000_000 for _ in range(1000))),
    ],
    ids=["not found", "redirect", "endless"],
)
def test_answers_other_than_a_document_are_refused(answer):
    with pytest.raises(ToolchainError, match="answered"):
        download(URL, transport=httpx.MockTransport(lambda _: answer))


def test_a_compressed_answer_is_not_inflated():
    content = iter([gzip.compress(b"x" * 1_000_000)])
    bomb = httpx.Response(200, content=content, headers={"content-encoding": "gzip"})
    assert len(download(URL, transport=httpx.MockTransport(lambda _: bomb))) < 10_000


def test_a_dead_address_is_told():
    def fail(request):
        raise httpx.ConnectError("no route", request=request)

    with pytest.raises(ToolchainError, match="could not be read: no route"):
        download(URL, transport=httpx.MockTransport(fail))


def test_addresses():
    shown, urls = addresses("pilio")
    assert [shown] == urls
    assert shown.startswith("https://pilio.ai/")
    with pytest.raises(ToolchainError, match="picwish publishes no OpenAPI document"):
        addresses("picwish")


def test_a_vendor_may_publish_many_documents():
    shown, urls = addresses("youcam")
    assert shown.replace("{document}", "file") in urls
    assert len(set(urls)) == len(urls) > 50


def test_trifles_are_taken(ours):
    """As in a document of Claid: a default that lacks what its own schema requires."""
    options = ours["components"]["schemas"]["Options"]
    options |= {"required": ["strength"], "default": {}}
    ours["paths"]["/tasks/{task_id}"]["get"]["operationId"] = "send_file"  # twice
    assert read_publication(json.dumps(ours).encode())["components"]["schemas"]["Options"] == options


# The command


@pytest.fixture
def layout(tmp_path, ours):
    return repository(tmp_path, hostile=ours)


def fetch(layout, capsys, path, *options):
    status = main(["--root", str(layout.root), "fetch", "hostile", "--from", str(path), *options])
    return status, capsys.readouterr()


def test_fetch_tells_people(layout, theirs, tmp_path, capsys):
    published = tmp_path / "published.json"
    published.write_text(json.dumps(theirs), encoding="utf-8")
    status, told = fetch(layout, capsys, published)
    assert status == 0
    assert told.out.startswith(f"Published document: {published.stat().st_size} bytes, 3 operations, sha256 ")
    assert "  operation POST /either: {} -> nothing\n" in told.out


def test_fetch_tells_programs_whether_the_differences_changed(layout, theirs, tmp_path, capsys):
    published = tmp_path / "published.json"
    published.write_text(json.dumps(theirs), encoding="utf-8")
    assert fetch(layout, capsys, published, "--check")[0] == 1
    status, told = fetch(layout, capsys, published, "--json", "--record")
    assert status == 0
    recorded = layout.published("hostile").read_bytes()
    kept = json.loads(recorded)
    assert kept.pop("address") == "published.json"
    assert date.fromisoformat(kept.pop("date"))
    assert kept.pop("counts")["operations"] == [2, 3]
    assert json.loads(told.out) == {"vendor": "hostile", **kept}
    assert fetch(layout, capsys, published, "--check")[0] == 0

    theirs["info"]["description"] = "Another text and the same API."
    published.write_text(json.dumps(theirs), encoding="utf-8")
    assert fetch(layout, capsys, published, "--check", "--record")[0] == 0
    assert layout.published("hostile").read_bytes() == recorded

    del theirs["components"]["schemas"]["Options"]["properties"]["crop"]
    published.write_text(json.dumps(theirs), encoding="utf-8")
    assert fetch(layout, capsys, published, "--check")[0] == 1


def test_fetch_refuses_without_a_traceback_and_records_nothing(layout, tmp_path, capsys):
    published = tmp_path / "published.json"
    published.write_text("<html>", encoding="utf-8")
    status, told = fetch(layout, capsys, published, "--record")
    assert status == 2
    assert told.err.startswith("error: Refused: ")
    assert not layout.published("hostile").exists()
    assert fetch(layout, capsys, tmp_path / "none.json")[0] == 2


def test_where_a_file_was_published_is_recorded_if_told(layout, theirs, tmp_path, capsys):
    published = tmp_path / "published.json"
    published.write_text(json.dumps(theirs), encoding="utf-8")
    assert fetch(layout, capsys, published, "--record", "--address", URL)[0] == 0
    assert json.loads(layout.published("hostile").read_bytes())["address"] == URL
