"""One operation at every vendor: who is asked, what is shown, and that one failure stops no other."""

import asyncio
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
import safelight as package
from click.testing import CliRunner, Result
from PIL import Image
from safelight import ConfigurationError
from safelight.cli.app import cli
from safelight.compare import compare
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import sandbox as started
from support.waiting import until

pytestmark = pytest.mark.integration

FIVE = ["claid", "perfect", "picwish", "pilio", "youcam"]


def safelight(command: str) -> Result:
    return CliRunner().invoke(cli, shlex.split(command))


def test_every_vendor_gets_the_same_pictures(sandbox: Sandbox, folder: Path) -> None:
    made = compare(["chelsea.jpg", "astronaut.jpg"], operation="remove-background")
    assert [(entry.photo.name, entry.vendor) for entry in made.entries] == [
        (photo, vendor) for photo in ("chelsea.jpg", "astronaut.jpg") for vendor in FIVE
    ]
    assert all(sandbox.ledger.count(vendor) == 2 for vendor in FIVE)
    for entry in made.entries:
        assert entry.error is None
        assert (entry.width, entry.height) == ((451, 300) if entry.photo.stem == "chelsea" else (512, 512))
        assert entry.bytes == entry.files[0].stat().st_size
        assert entry.seconds is not None
        assert entry.verdict is not None
        assert not entry.verdict.suspect
        assert entry.token is not None
    prices = {entry.vendor: entry.credits for entry in made.entries}
    assert prices == {"claid": None, "perfect": None, "picwish": 1.0, "pilio": 1.0, "youcam": 1.0}


def test_the_page_loads_nothing_and_shows_all(sandbox: Sandbox, folder: Path) -> None:
    made = compare(["chelsea.jpg"], operation="remove_background", vendors=["picwish", "claid"])
    page = made.page.read_text("utf-8")
    assert re.findall(r"""(?:src|href|url\()=?["']?(?!data:)([^"')\s>]+)""", page) == [
        link for vendor in ("picwish", "claid") for link in 3 * [f"results/chelsea-{vendor}.png"]
    ]
    assert all((made.page.parent / link).exists() for link in re.findall(r'href="([^"]+)"', page))
    for background in ("board", "white", "tone"):
        assert page.count(f'class="shot {background}"') == 2
    assert "credits unknown" in page
    assert page.count("nothing suspect") >= 2
    with Image.open(made.sheet) as sheet:
        assert sheet.format == "PNG"
        assert sheet.width > 3 * 240


def test_a_failure_is_shown_and_stops_no_other(sandbox: Sandbox, folder: Path) -> None:
    sandbox.faults.add(FaultKind.TASK_FAILURE, "pilio", "remove_background", times=1)
    ended = safelight("compare chelsea.jpg --operation remove-background --json")
    assert ended.exit_code == 1
    lines = {line["vendor"]: line for line in map(json.loads, ended.stdout.splitlines())}
    assert sorted(lines) == FIVE
    assert lines["pilio"]["error"]["type"] == "TaskFailed"
    assert lines["pilio"]["token"] is not None
    assert [vendor for vendor in FIVE if lines[vendor]["error"] is None] == [
        "claid",
        "perfect",
        "picwish",
        "youcam",
    ]
    assert lines["picwish"]["verdict"]["suspect"] is False
    assert lines["claid"]["credits"] is None
    assert "TaskFailed" in Path("comparison/comparison.html").read_text("utf-8")
    assert "chelsea.jpg, Pilio: error:" in ended.stderr


def test_a_refused_key_is_not_tried_with_every_picture(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICWISH_API_KEY", "wrong-sandbox-key")
    made = compare(
        ["chelsea.jpg", "astronaut.jpg"], operation="remove_background", vendors=["picwish", "pilio"]
    )
    refused = [entry for entry in made.entries if entry.vendor == "picwish"]
    assert [type(entry.error).__name__ for entry in refused] == ["AuthenticationError"] * 2
    assert len([one for one in sandbox.requests if one.vendor == "picwish"]) == 1
    assert sandbox.ledger.count("pilio") == 2


def test_only_vendors_with_a_key_are_asked(
    sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLAID", "PERFECT", "YOUCAM"):
        monkeypatch.delenv(f"{name}_API_KEY")
    made = compare(["chelsea.jpg"], operation="remove_background")
    assert [entry.vendor for entry in made.entries] == ["picwish", "pilio"]
    assert sorted(made.left_out) == ["claid", "perfect", "youcam"]
    assert "CLAID_API_KEY" in made.left_out["claid"]
    with pytest.raises(ConfigurationError, match="CLAID_API_KEY"):
        compare(["chelsea.jpg"], operation="remove_background", vendors=["claid"], out="other")


def test_options_go_to_those_that_have_them(sandbox: Sandbox, folder: Path) -> None:
    options = {"type": "object", "pilio:trim_transparent_background": True}
    made = compare(
        ["astronaut.jpg"], operation="remove_background", vendors=["pilio", "picwish"], options=options
    )
    trimmed, whole = made.entries
    assert trimmed.height is not None
    assert trimmed.height < 512
    assert (whole.width, whole.height) == (512, 512)
    assert trimmed.verdict is not None
    assert not trimmed.verdict.suspect


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("compare chelsea.jpg --operation remove-bakground", "remove-background"),
        ("compare gone.jpg --operation remove-background", "there is no file gone.jpg"),
        ("compare chelsea.jpg --operation remove-background -O colr=red", "'colr' is no option of any"),
        ("compare chelsea.jpg --operation remove-background -O pilio:color=red", "no option of pilio"),
        ("compare chelsea.jpg --operation remove-background -O picwish:type=x", "type is one of"),
        ("compare chelsea.jpg --operation remove-object", "-O perfect:mask=VALUE"),
        ("compare chelsea.jpg --operation generate-image", "that takes a picture"),
        ("compare chelsea.jpg --operation upscale --vendor youcam", "youcam has no operation upscale"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_bought(
    sandbox: Sandbox, folder: Path, command: str, said: str
) -> None:
    ended = safelight(command)
    assert ended.exit_code == 2
    assert said in ended.output
    assert not sandbox.requests


def test_an_earlier_comparison_is_not_replaced_unasked(sandbox: Sandbox, folder: Path) -> None:
    command = "compare chelsea.jpg --operation remove-background --vendor pilio -q"
    assert safelight(command).exit_code == 0
    refused = safelight(command)
    assert refused.exit_code == 2
    assert "comparison.html exists: add --overwrite" in refused.output
    assert sandbox.ledger.count("pilio") == 1
    assert safelight(f"{command} --overwrite").exit_code == 0


def test_results_of_a_comparison_that_was_broken_off_are_not_replaced_unasked(
    sandbox: Sandbox, folder: Path
) -> None:
    command = "compare chelsea.jpg --operation remove-background --vendor pilio -q"
    assert safelight(command).exit_code == 0
    for made in ("comparison.html", "comparison.png"):
        (folder / "comparison" / made).unlink()
    refused = safelight(command)
    assert refused.exit_code == 2
    assert "results exists: add --overwrite" in refused.output
    assert sandbox.ledger.count("pilio") == 1


def test_a_dry_run_says_what_it_costs_and_asks_nobody(sandbox: Sandbox, folder: Path) -> None:
    ended = safelight("compare chelsea.jpg astronaut.jpg --operation upscale -O pilio:type=2X --dry-run")
    assert ended.exit_code == 0
    assert "upscale: 2 pictures at 3 vendors, 6 tasks" in ended.stdout
    assert re.search(r"Pilio: [\d.]+ credits by the documented prices", ended.stdout)
    assert "credits unknown" in ended.stdout
    assert not sandbox.requests
    assert not Path("comparison").exists()


def test_it_runs_on_an_event_loop_too(sandbox: Sandbox, folder: Path) -> None:
    async def inside() -> int:
        return len(compare(["chelsea.jpg"], operation="remove_background", vendors=["pilio"]).entries)

    assert asyncio.run(inside()) == 1


def test_a_result_that_takes_too_long_is_told_with_how_to_fetch_it(folder: Path) -> None:
    with started(task_seconds=600):
        ended = safelight("compare chelsea.jpg --operation remove-background --vendor picwish --within 0")
    assert ended.exit_code == 1
    assert "chelsea.jpg, PicWish: error:" in ended.stderr
    assert "resume with: safelight resume '{" in ended.stderr


def test_an_interrupted_comparison_tells_how_to_fetch_what_was_bought(folder: Path) -> None:
    with started(task_seconds=600, speed=1) as running:
        roots = [
            str(Path(package.__file__).parents[1]),
            *(path for path in sys.path if path.endswith("generated")),
        ]
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                *[
                    "safelight",
                    "compare",
                    "chelsea.jpg",
                    "--operation",
                    "remove-background",
                    "--vendor",
                    "picwish",
                ],
            ],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(roots)},
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            until(lambda: any(one.operation == "get_segmentation" for one in running.requests))
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=60)[1]
        finally:
            process.kill()
    assert process.returncode == 130, said
    assert "safelight resume '{" in said
    assert '"vendor": "picwish"' in said


def test_prepared_pictures_are_taken_and_what_was_changed_is_told(sandbox: Sandbox, folder: Path) -> None:
    with Image.open("chelsea.jpg") as photo:
        photo.save("scan.tiff")
    command = "compare scan.tiff --operation remove-background --vendor youcam --vendor picwish --json"
    assert safelight(command).exit_code == 1
    ended = safelight(f"{command} --overwrite --prepare auto")
    assert ended.exit_code == 0, ended.output
    prepared = {line["vendor"]: line["prepared"] for line in map(json.loads, ended.stdout.splitlines())}
    assert prepared == {"youcam": ["TIFF to PNG"], "picwish": []}
    assert "TIFF to PNG" in ended.stderr
    assert "<p>TIFF to PNG</p>" in Path("comparison/comparison.html").read_text("utf-8")
    with pytest.raises(ConfigurationError, match="prepare: must be"):
        compare(["scan.tiff"], operation="remove_background", overwrite=True, prepare="always")  # type: ignore[arg-type]


def test_a_picture_that_nobody_takes_leaves_no_empty_space_on_the_sheet(
    sandbox: Sandbox, folder: Path
) -> None:
    Path("notes.jpg").write_text("no picture")
    vendors = ["youcam", "picwish"]
    made = compare(["notes.jpg"], operation="remove_background", vendors=vendors)
    assert all(entry.error for entry in made.entries)
    with Image.open(made.sheet) as sheet:
        empty = sheet.crop((0, sheet.height - 120, *sheet.size)).convert("L")
        assert empty.getextrema()[0] < 200, "its last 120 rows show nothing"
        assert sheet.height < 300
    sandbox.faults.add(FaultKind.TASK_FAILURE, "picwish", times=1)
    failed = compare(["chelsea.jpg"], operation="remove_background", vendors=["picwish"], overwrite=True)
    assert failed.entries[0].error is not None
    with Image.open(failed.sheet) as sheet:
        assert sheet.getpixel((36 + 120, sheet.height - 36 - 16 - 120)) != sheet.getpixel((0, 0)), (
            "the source"
        )


def test_pictures_of_phones_and_large_ones_are_shown_and_judged_by_the_copy_that_was_sent(
    sandbox: Sandbox, folder: Path
) -> None:
    script = "from PIL import Image; import pillow_heif; pillow_heif.register_heif_opener(); "
    script += "Image.open('chelsea.jpg').save('phone.heic')"
    subprocess.run([sys.executable, "-c", script], check=True)  # registered there, not in this process
    with Image.open("chelsea.jpg") as photo:
        exif = Image.Exif()
        exif[0x0112] = 6
        photo.resize((6000, 9000)).save("large.jpg", exif=exif, quality=40)
        photo.resize((10_000, 9_000)).save("larger.jpg", quality=40)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pictures = ["phone.heic", "large.jpg"]
        made = compare(pictures, operation="remove_background", vendors=["picwish"], prepare="auto")
        compare(["larger.jpg"], operation="remove_background", vendors=["picwish"], out="larger")
    for entry in made.entries:
        assert entry.error is None
        assert entry.verdict is not None
        assert str(entry.verdict) == "nothing suspect"
    assert "9000 x 6000" in (page := made.page.read_text("utf-8"))
    assert page.count('<div class="shot"') == 2, "both sources"


def test_vendors_are_named_with_commas_and_paid_once(sandbox: Sandbox, folder: Path) -> None:
    ended = safelight(
        "compare chelsea.jpg --operation remove-background --vendor picwish,pilio --vendor pilio"
    )
    assert ended.exit_code == 0, ended.output
    assert [entry.vendor for entry in sandbox.ledger.entries] in (["picwish", "pilio"], ["pilio", "picwish"])
    wrong = safelight("compare chelsea.jpg --operation remove-background --vendor picwish,pillio")
    assert wrong.exit_code == 2
    assert "Did you mean 'pilio'?" in wrong.output
