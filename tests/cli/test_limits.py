"""`safelight limits`: the documented limits and prices, on a terminal, as JSON and in the documentation."""

import json
from pathlib import Path

from safelight.cli.vendors import VENDORS
from safelight.limits.__main__ import page

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"


def test_the_page_is_made_from_the_specs():
    assert PAGE.read_text("utf-8") == page(), "renew it: python -m safelight.limits > docs/limits.md"


def test_every_operation_is_listed_with_its_price(run):
    result = run("limits")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100
    for vendor in VENDORS.values():
        assert vendor.title in result.stdout
        for name in vendor.facts.methods:
            assert f"\n{name.replace('_', '-')} " in result.stdout, name


def test_one_operation(run):
    result = run("limits", "picwish", "upscale-pro")
    text = " ".join(result.stdout.split())
    assert "2 requests in 1 second per key" in text
    assert "task and result 1 hour" in text
    assert "picwish.com/credit-cost, 2026-11" in text
    assert "30 MiB 4096 x 4096 4 per image" in text
    assert "remove-background" not in text


def test_json_has_numbers(run):
    lines = [json.loads(line) for line in run("limits", "--json").stdout.splitlines()]
    assert [line["vendor"] for line in lines] == list(VENDORS)
    pilio = next(line for line in lines if line["vendor"] == "pilio")
    assert (pilio["in_flight"], pilio["upload_url_seconds"], pilio["rates"]) == (20, 7200, [])
    upscale = next(one for one in pilio["operations"] if one["operation"] == "upscale")
    assert upscale["credits"] == [{"amount": 3, "per": "image"}]
    assert upscale["sources"]["image"]["maximum_bytes"] == 2 * 1024**3
    youcam = json.loads(run("limits", "youcam", "try_lenses", "--json").stdout)
    (lenses,) = youcam["operations"]
    assert lenses["sources"]["lens"]["maximum_width"] == 600
    claid = next(line for line in lines if line["vendor"] == "claid")
    assert claid["price_source"] is None
    assert all(one["price"] is None for one in claid["operations"])


def test_a_wrong_name_is_answered_with_the_right_one(run):
    result = run("limits", "pilio", "upscael")
    assert result.exit_code == 2
    assert "Did you mean 'upscale'?" in result.stderr
    assert run("limits", "nobody").exit_code == 2
