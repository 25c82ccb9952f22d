"""Only what a result would replace is in its way; what was paid for is saved whatever happens."""

import json
import sys
from pathlib import Path

import pytest
from PIL import Image
from safelight.cli.saving import format_notes

MINE = b"mine"


def put(path):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(MINE)
    return Path(path)


@pytest.mark.parametrize(
    ("words", "others", "taken"),
    [
        (["pilio", "remove-background"], ["photo.jpg", "photo.pdf", "photo-1.png"], "photo.png"),
        (["claid", "resize", "--width", "64"], ["photo.png", "photo.webp", "photo.jpeg"], "photo.jpg"),
        (["claid", "remove-background"], ["photo.jpg"], "photo.png"),
        (
            ["claid", "resize", "--width", "64", "--output", '{"format": {"type": "webp"}}'],
            ["photo.jpg", "photo.jpeg"],
            "photo.webp",
        ),
        (["perfect", "colorize"], ["photo.png", "photo.jpeg"], "photo.jpg"),
        (["perfect", "colorize", "--output-ext", "webp"], ["photo.jpg"], "photo.webp"),
        (["perfect", "show-aging"], ["photo.jpg"], "photo-1.jpg"),
        (["picwish", "remove-background"], ["photo.jpg", "photo-mask.png"], "photo.png"),
        (["picwish", "remove-background", "--format", "jpg"], ["photo.png"], "photo.jpg"),
        (["picwish", "remove-background", "--output", "mask"], ["photo.png"], "photo-mask.png"),
        (["picwish", "remove-background", "--output", "both"], ["photo.jpg"], "photo-mask.png"),
    ],
)
def test_only_the_results_own_name_is_taken(run, sandbox, photo, words, others, taken):
    vendor, operation, *options = words
    command = (vendor, operation, photo, *options, "-o", "out")
    mine = put(f"out/{taken}")
    refused = run(*command)
    assert refused.exit_code == 2
    assert f"{mine} exists: add --overwrite" in refused.stderr
    assert not sandbox.ledger.entries
    mine.unlink()
    kept = [put(f"out/{name}") for name in others]
    done = run(*command)
    assert done.exit_code == 0, done.stderr
    assert all(path.read_bytes() == MINE for path in kept)
    assert all(Path(line).read_bytes() != MINE for line in done.stdout.splitlines())


def test_several_files_by_one_name(run, sandbox, photo):
    command = ("pilio", "edit-image", photo, "--prompt", "x", "--output-count", "2")
    command += ("--resolution", "0.5K", "-o", "new.png")
    mine = put("new-2.png")
    assert f"{mine} exists" in run(*command).stderr
    assert not sandbox.ledger.entries
    mine.unlink()
    untouched = put("new.png")
    done = run(*command)
    assert done.exit_code == 0, done.stderr
    assert untouched.read_bytes() == MINE
    assert "note: new-all.png holds a ZIP archive\n" in done.stderr


def test_a_link_that_leads_nowhere_is_in_the_way(run, sandbox, photo):
    Path("cut.png").symlink_to("nowhere")
    assert run("pilio", "remove-background", photo, "-o", "cut.png").exit_code == 2
    assert not sandbox.ledger.entries


def test_a_folder_cannot_be_overwritten(run, sandbox, photo):
    Path("out/photo.png").mkdir(parents=True)
    refused = run("pilio", "remove-background", photo, "-o", "out", "--overwrite")
    assert refused.exit_code == 2
    assert "photo.png is a folder" in refused.stderr
    assert not sandbox.ledger.entries


def test_a_name_that_is_too_long_is_refused_before_anything_is_bought(run, sandbox, photo):
    refused = run("pilio", "remove-background", photo, "-o", f"{'m' * 252}.png")
    assert refused.exit_code == 2
    assert "cannot be written" in refused.stderr
    assert not sandbox.ledger.entries


def test_results_of_sources_with_long_names_do_not_replace_one_another(run, sandbox, photo, photo_bytes):
    sources = [photo.rename(photo.with_name(f"{'n' * 250}.jpg")), photo.with_name(f"{'n' * 249}o.jpg")]
    sources[1].write_bytes(photo_bytes)
    for folder in (photo.parent, Path("out")):
        for _ in range(2):
            words = (
                "picwish",
                "remove-background",
                *sources,
                "--output",
                "both",
                "--overwrite",
                "-o",
                folder,
            )
            done = run(*words)
            assert done.exit_code == 0, done.stderr
            saved = done.stdout.splitlines()
            assert len(set(saved)) == len(saved) == 4
        assert [path for path in map(Path, saved) if "mask" in path.name]
    assert {source.read_bytes() for source in sources} == {photo_bytes}


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_result_is_looked_for_under_the_name_that_it_is_saved_by(run, sandbox, photo):
    odd = photo.rename(photo.with_name("what: a <photo>?.jpg"))
    assert run("picwish", "remove-background", odd, "-o", "out").exit_code == 0
    refused = run("picwish", "remove-background", odd, "-o", "out")
    assert refused.exit_code == 2
    assert "exists: add --overwrite" in refused.stderr
    assert len(sandbox.ledger.entries) == 1


def test_formats_that_no_vendor_promised_are_learned(run, sandbox, photo, photo_bytes, monkeypatch):
    monkeypatch.setattr("safelight.cli.calls.expected", promised_webp)
    second = photo.with_name("second.jpg")
    second.write_bytes(photo_bytes)
    put("out/photo.png")
    put("out/second.png")
    result = run("pilio", "remove-background", photo, second, "-o", "out", "--jobs", "1")
    assert result.stdout.splitlines() == [str(Path("out/photo-2.png"))], "paid, so not lost"
    assert "second.png exists" in result.stderr
    assert len(sandbox.ledger.entries) == 1
    assert Path("out/photo.png").read_bytes() == MINE


def promised_webp(_method, _arguments):
    from safelight.cli.naming import Expected  # noqa: PLC0415 - beside its only use

    return Expected([("", "webp")])


def test_a_name_taken_while_the_task_ran(run, sandbox, photo, monkeypatch):
    monkeypatch.setattr("safelight.cli.naming.Place.check_free", lambda _place, *, overwrite: None)
    put("cut.png")
    result = run("pilio", "remove-background", photo, "-o", "cut.png")
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "cut-2.png\n"
    assert "note: cut.png is taken: saved as cut-2.png\n" in result.stderr
    assert Path("cut.png").read_bytes() == MINE


def test_of_several_files_none_is_saved_twice(run, sandbox, photo, monkeypatch):
    monkeypatch.setattr("safelight.cli.naming.Place.check_free", lambda _place, *, overwrite: None)
    mine = put("old-7.jpg")
    result = run("perfect", "show-aging", photo, "-o", "old.jpg")
    saved = result.stdout.splitlines()
    assert saved == [*(f"old-{number}.jpg" for number in range(1, 7)), "old-7-2.jpg"]
    assert sorted(path.name for path in Path().iterdir()) == sorted([*saved, mine.name])
    assert mine.read_bytes() == MINE


def test_resumed_results_are_not_lost_over_a_name(run, sandbox, photo):
    token = json.loads(run("pilio", "remove-background", photo, "-o", "first", "--json").stdout)["token"]
    put("cut.png")
    result = run("resume", token, "-o", "cut.png")
    assert result.stdout == "cut-2.png\n", result.stderr
    assert Path("cut.png").read_bytes() == MINE


@pytest.mark.parametrize(("name", "noted"), [("cut.jpg", True), ("cut.PNG", False), ("cut.out", False)])
def test_a_misleading_suffix_is_noted(run, sandbox, photo, name, noted):
    result = run("pilio", "remove-background", photo, "-o", name)
    assert result.exit_code == 0
    assert result.stdout == f"{name}\n"
    with Image.open(name) as image:
        assert image.format == "PNG"
    assert (f"note: {name} holds a PNG\n" in result.stderr) == noted
    assert ("note:" in result.stderr) == noted


def test_quiet_notes_nothing(run, sandbox, photo):
    assert run("pilio", "remove-background", photo, "-o", "cut.jpg", "-q").stderr == ""


@pytest.mark.parametrize("suffix", [".jpg", ".jpeg", ".JPG"])
def test_every_spelling_of_a_format(suffix):
    path = Path(f"a{suffix}")
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(20))
    assert format_notes([path]) == []
