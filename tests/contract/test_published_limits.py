"""Claid's requests are as strict as the document that the vendor publishes, and no stricter."""

import pytest
from safelight.core.api.validation import check_body
from safelight.core.base.facts import load
from safelight.errors import InvalidInput

FACTS = load("claid_api")
URL = "https://example.com/a.jpg"


def check(operation, **body):
    check_body(FACTS, FACTS.operations[operation], body)


@pytest.mark.parametrize(
    "operations",
    [
        {"padding": "1"},
        {"padding": "calc(1px + 2%)"},
        {"background": {"color": "#abcd"}},
        {"background": {"color": "rebeccapurple"}},
        {"resizing": {"width": "33.3%"}},
        {"resizing": {"width": -1, "height": "any"}},
        {"resizing": {"fit": {"type": "outpaint", "outpaint_by": ""}}},
    ],
)
def test_what_is_plain_text_there_is_plain_text_here(operations):
    check("create_async_edit", input=URL, operations=operations)


@pytest.mark.parametrize(
    "output", [{"metadata": {"dpi": 0}}, "s3://bucket/path", {"destination": "gs://b/c"}]
)
def test_outputs_are_as_wide(output):
    check("create_async_edit", input=URL, operations={"padding": "5%"}, output=output)


@pytest.mark.parametrize("kind", ["webp", "avif", "tiff"])
@pytest.mark.parametrize(("quality", "taken"), [(0, False), (1, True), (100, True), (101, False)])
def test_lossy_quality_has_a_known_range(kind, quality, taken):
    chosen = {"format": {"type": kind, "compression": {"type": "lossy", "quality": quality}}}
    if taken:
        check("create_async_edit", input=URL, operations={"padding": "5%"}, output=chosen)
        return
    with pytest.raises(InvalidInput, match="quality"):
        check("create_async_edit", input=URL, operations={"padding": "5%"}, output=chosen)


@pytest.mark.parametrize(
    ("operation", "body", "field"),
    [
        ("create_async_edit", {"operations": {"restorations": {"decompress": None}}}, "decompress"),
        ("generate_images", {"input": "sea", "options": {"guidance_scale": 50}}, "guidance_scale"),
        ("generate_images", {"input": "sea", "output": {"destination": URL}}, "output"),
        ("create_video", {"options": {"prompt": "sea", "duration": 5}}, "duration"),
        ("create_ai_edit", {"options": {"prompt": "sea"}, "output": {"format": "webp"}}, "format"),
        ("create_fashion_image", {"input": {"clothing": [URL] * 6}, "options": {}}, "clothing"),
        ("create_fashion_image", {"input": {"clothing": []}, "options": {}}, "clothing"),
        ("create_storage", {"name": "x" * 51, "type": "s3", "parameters": {"base_url": URL}}, "name"),
    ],
)
def test_what_it_refuses_is_refused(operation, body, field):
    with pytest.raises(InvalidInput, match=field):
        check(operation, **{"input": URL, **body} if operation != "create_storage" else body)
