"""A photograph in, a file out: the main job of each vendor, and where results go."""

import json
import os
from pathlib import Path

import pytest
from PIL import Image

VENDORS = ("pilio", "perfect", "claid", "picwish")


@pytest.mark.parametrize("vendor", VENDORS)
def test_cuts_out_and_prints_the_path_alone(run, sandbox, photo, vendor):
    result = run("--sandbox", vendor, "remove-background", photo, "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == f"out{os.sep}photo.png\n"
    with Image.open("out/photo.png") as image:
        assert image.mode == "RGBA"
        assert image.getextrema()[3] == (0, 255)
    assert "sandbox" in result.stderr
    assert "photo.jpg: done" in result.stderr


@pytest.mark.parametrize("place", ["root", "vendor", "operation"])
@pytest.mark.usefixtures("quick_sandbox")
def test_starts_a_sandbox_of_its_own(run, photo, place):
    flag = {name: ["--sandbox"] if name == place else [] for name in ("root", "vendor", "operation")}
    words = [*flag["root"], "pilio", *flag["vendor"], "remove-background", photo, *flag["operation"]]
    result = run(*words, "-o", "cut.png")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "cut.png\n"
    assert Path("cut.png").read_bytes().startswith(b"\x89PNG")
    assert "No key, no credits; the real service is not asked" in result.stderr


@pytest.mark.usefixtures("quick_sandbox")
def test_a_real_key_is_never_sent_to_a_local_port(run, monkeypatch, photo):
    monkeypatch.setenv("PILIO_API_KEY", "pilio_sk_real")
    monkeypatch.setenv("PILIO_BASE_URL", "http://127.0.0.1:9/pilio")
    result = run("--sandbox", "pilio", "remove-background", photo, "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert "inside this command" in result.stderr


@pytest.mark.usefixtures("quick_sandbox")
def test_a_proxy_is_not_asked_for_the_way_to_the_sandbox(run, monkeypatch, photo):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    before = dict(os.environ)
    result = run("--sandbox", "pilio", "remove-background", photo, "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert {name: text for name, text in os.environ.items() if "proxy" in name.lower()} == {
        name: text for name, text in before.items() if "proxy" in name.lower()
    }


def test_sandbox_and_another_address_exclude_each_other(run, photo):
    result = run("--sandbox", "pilio", "remove-background", photo, "--base-url", "https://example.com")
    assert result.exit_code == 2
    assert "leave --base-url out" in result.stderr


def test_json_lines(run, sandbox, photo):
    result = run("pilio", "upscale", photo, "missing.jpg", "-o", "out", "--json", "--quiet", "--jobs", "1")
    done, failed = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert (done["source"], done["end"], done["error"]) == (str(photo), "done", None)
    assert [Path(path).stem for path in done["files"]] == ["photo"]
    assert json.loads(done["token"])["vendor"] == "pilio"
    assert done["credits"] == {"expected": 3.0, "most": 9.0}
    assert (failed["end"], failed["credits"]) == ("failed", None)
    assert failed["error"]["type"] == "InvalidInput"
    assert result.stderr.startswith("missing.jpg: error: ")


def test_several_sources_fail_alone(run, sandbox, photo, photo_bytes):
    other = photo.with_name("other.jpg")
    other.write_bytes(photo_bytes)
    result = run("pilio", "remove-background", photo, "missing.jpg", other, "-o", "out")
    assert result.exit_code == 1
    assert sorted(result.stdout.splitlines()) == [str(Path("out/other.png")), str(Path("out/photo.png"))]
    assert "missing.jpg: error: " in result.stderr
    assert result.stderr.endswith("3 sources: 2 done, 1 failed\n")


def test_a_file_that_exists_is_no_reason_to_pay(run, sandbox, photo):
    Path("out").mkdir()
    Path("out/photo.png").write_bytes(b"mine")
    words = ("pilio", "remove-background", photo, "-o", "out")
    refused = run(*words)
    assert refused.exit_code == 2
    assert "add --overwrite" in refused.stderr
    assert not sandbox.ledger.entries
    assert Path("out/photo.png").read_bytes() == b"mine"
    assert run(*words, "--overwrite").exit_code == 0
    assert Path("out/photo.png").read_bytes() != b"mine"


def test_results_beside_their_source_never_replace_it(run, sandbox, photo, monkeypatch):
    monkeypatch.chdir(photo.parent)
    before = photo.read_bytes()
    result = run("pilio", "upscale", "photo.jpg", "--overwrite")
    assert result.exit_code == 0, result.stderr
    assert Path(result.stdout.strip()).stem == "photo-upscale"
    assert photo.read_bytes() == before


def test_sources_of_one_name_get_numbers(run, sandbox, photo, photo_bytes, tmp_path):
    other = tmp_path / "photo.jpg"
    other.write_bytes(photo_bytes)
    result = run("pilio", "remove-background", photo, other, "-o", "out", "--jobs", "1")
    assert result.stdout.splitlines() == [str(Path("out/photo.png")), str(Path("out/photo-2.png"))]


def test_several_files_of_one_task(run, sandbox, photo):
    result = run("picwish", "remove-background", photo, "--output", "both", "-o", "cut.png")
    assert result.exit_code == 0, result.stderr
    assert len(result.stdout.splitlines()) == 2
    assert all(Path(line).is_file() for line in result.stdout.splitlines())


def test_one_file_name_for_several_sources_is_refused(run, sandbox, photo):
    result = run("pilio", "remove-background", photo, photo, "-o", "one.png")
    assert result.exit_code == 2
    assert "name a folder" in result.stderr
    assert not sandbox.ledger.entries


def test_reads_stdin(run, sandbox, photo_bytes):
    result = run("pilio", "remove-background", "-", "-o", "out", stdin=photo_bytes)
    assert result.exit_code == 0, result.stderr
    assert Path(result.stdout.strip()) == Path("out/remove-background.png")


def test_operation_without_a_picture(run, sandbox):
    words = ("pilio", "generate-image", "--prompt", "a red door", "--aspect-ratio", "1:1", "-o", "out")
    result = run(*words)
    assert result.exit_code == 0, result.stderr
    assert Path(result.stdout.strip()).is_file()


def test_listing_of_styles(run, sandbox):
    result = run("perfect", "style-groups", "hairstyle")
    assert result.exit_code == 0, result.stderr
    groups = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(int(group["id"]) > 2**53 for group in groups), "as a number, jq and JavaScript would change it"
    assert all(isinstance(group["id"], str) for group in groups)
    styles = run("perfect", "styles", "hairstyle", groups[0]["id"])
    assert json.loads(styles.stdout.splitlines()[0])["id"]
