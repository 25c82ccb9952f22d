"""`--dry-run` of an operation: what would be sent and cost, without a key, a request or a folder."""

import json
from pathlib import Path

import pytest
from PIL import Image
from support.odd_pictures import content
from support.odd_pictures import photo as picture

NOTHING = "Dry run: nothing is sent or bought.\n"


def test_it_tells_request_files_and_price_and_sends_nothing(run, sandbox, photo):
    result = run("pilio", "upscale", photo, photo, "--type", "2X", "-o", "out", "--dry-run")
    assert result.exit_code == 0, result.stderr
    file = f"  image: photo.jpg, image/jpeg, {photo.stat().st_size:,} bytes, 128 x 128 pixels, "
    assert result.stdout.startswith(
        f"{NOTHING}Pilio upscale: POST {sandbox.environment()['PILIO_BASE_URL']}/v1/images/upscale\n"
    )
    assert "  type: 2X\n" in result.stdout
    assert result.stdout.count(file) == 2
    assert result.stdout.endswith(
        "Cost: 6 credits, at most 18 (2 images; Pilio's API documentation, 2026-11).\n"
    )
    assert not sandbox.requests
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("words", "cost"),
    [
        (("claid", "upscale"), "Cost: unknown; Claid publishes no price (1 image)."),
        (("perfect", "colorize"), "Cost: unknown; Perfect Corp publishes no price (1 image)."),
        (("picwish", "upscale"), "Cost: 2 credits, at most 3 (1 image; picwish.com/credit-cost, 2026-11)."),
        (("picwish", "generate-background", "photo.png", "--batch-size", "2"), "Cost: 6 credits (1 image; "),
    ],
)
def test_no_key_is_needed(run, photo, words, cost):
    if "photo.png" in words:
        Image.new("RGBA", (9, 9)).save("photo.png")
        result = run(*words, "--prompt", "a lake", "--dry-run")
    else:
        result = run(*words, photo, "--dry-run")
    assert result.exit_code == 0, result.stderr
    assert cost in result.stdout


def test_the_price_of_pages_is_known_afterwards(run, photo):
    photo.with_suffix(".pdf").write_bytes(b"%PDF-1.4\n")
    words = ("pilio", "remove-pdf-watermark", photo.with_suffix(".pdf"), "--dry-run")
    assert "Cost: 2 credits, at most 6 (1 file; " in run(*words).stdout
    assert "Cost: unknown; it depends on the content (1 file)." in run(*words, "--mode", "ai").stdout


def test_a_free_quote_is_asked_for(run, sandbox):
    result = run("pilio", "generate-with-flare", "--prompt", "a door", "--dry-run")
    assert result.stdout.endswith("Cost: 1 credit (1 task; the vendor's quote).\n"), result.stderr
    assert [request.operation for request in sandbox.requests] == ["quote_gpt_image_25_flare"]
    assert not sandbox.ledger.entries


def test_without_a_key_there_is_no_quote(run):
    result = run("pilio", "generate-with-flare", "--prompt", "a door", "--dry-run")
    assert result.exit_code == 0
    assert "Cost: unknown; Pilio publishes no price (1 task)." in result.stdout
    assert "not asked for a quote: no key for Pilio: set PILIO_API_KEY" in result.stderr
    result = run("pilio", "generate-image", "--prompt", "a door", "--aspect-ratio", "1:1", "--dry-run")
    assert "Cost: 2 credits, at most 6 (1 task; Pilio's API documentation, 2026-11)." in result.stdout


def test_json(run, photo):
    words = ("picwish", "read-text", photo, "missing.png", "--password", "hunter2", "--dry-run", "--json")
    result = run(*words)
    assert result.exit_code == 1
    assert result.stderr.startswith("missing.png: error: ")
    (line,) = result.stdout.splitlines()
    told = json.loads(line)
    assert told["options"] == {"password": "[secret]"}
    assert told["files"] == [
        {
            "parameter": "document",
            "name": "photo.jpg",
            "route": "form",
            "type": "image/jpeg",
            "size": photo.stat().st_size,
            "pixels": [128, 128],
        }
    ]
    assert (told["credits"], told["price_by"]) == ({"expected": 1.0, "most": 1.0}, "documents")
    assert told["price"] == "Costs 1 credit per file (picwish.com/credit-cost, 2026-11)."


def test_what_would_be_refused_is_refused(run, photo):
    result = run("perfect", "colorize", "missing.jpg", "--dry-run")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot read missing.jpg" in result.stderr
    photo.write_bytes(b"only words")
    assert run("perfect", "colorize", photo, "--dry-run").exit_code == 2
    result = run("claid", "resize", "https://example.com/a.jpg?signature=secret", "--dry-run")
    assert result.exit_code == 2, "neither width nor height"
    result = run("claid", "upscale", "https://example.com/a.jpg?signature=secret", "--dry-run")
    assert "  image: https://example.com/a.jpg?…, fetched by the vendor\n" in result.stdout


def test_it_prepares_pictures_as_the_task_will(run, sandbox, photo):
    photo.write_bytes(content(picture(4200, 20)))
    words = ("picwish", "remove-background", photo, "--dry-run")
    assert "--prepare auto sends a copy that fits" in run(*words).stderr
    result = run(*words, "--prepare", "auto")
    assert result.exit_code == 0, result.stderr
    assert " bytes, 4096 x 19 pixels, sent inside the request\n" in result.stdout
    assert "    prepared: photo.jpg: 4200 x 20 to 4096 x 19 px (at most 4096 px wide)\n" in result.stdout
    assert json.loads(run(*words, "--prepare", "auto", "--json").stdout)["prepared"]
    assert not sandbox.requests


def test_existing_results_are_refused_or_skipped_as_they_will_be(run, sandbox, photo):
    other = photo.with_name("other.jpg")
    other.write_bytes(photo.read_bytes())
    Path("out").mkdir()
    Path("out/photo.png").write_bytes(b"kept")
    words = ("picwish", "remove-background", photo, other, "-o", "out", "--dry-run")
    refused = run(*words)
    assert refused.exit_code == 1
    assert "photo.png exists: add --overwrite or --skip-existing" in refused.stderr
    assert "Cost: 1 credit (1 image; " in refused.stdout
    skipped = run(*words, "--skip-existing")
    assert skipped.exit_code == 0, skipped.stderr
    assert skipped.stderr.endswith("photo.jpg: skipped, its result exists\n")
    assert "Cost: 1 credit (1 image; " in skipped.stdout
    assert "Cost: 2 credits (2 images; " in run(*words, "--overwrite").stdout
