"""The commands from end to end: an estimate, a run against the sandbox, the status, the report."""

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_support import safelight, small_photo
from click.testing import CliRunner
from PIL import Image
from safelight.cli.app import cli
from safelight.sandbox import FaultKind, Sandbox


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with two photographs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photos").mkdir()
    for name in ("a", "b"):
        (tmp_path / "photos" / f"{name}.jpg").write_bytes(small_photo())
    return tmp_path


def test_a_dry_run_says_what_it_would_take_and_does_nothing(folder: Path) -> None:
    command = "batch run photos --vendor pilio --operation upscale -O type=2X -o out --dry-run"
    result = CliRunner().invoke(cli, command.split())
    assert result.exit_code == 0, result.output
    assert "2 items" in result.output
    assert "Cost: 6 credits by the documented prices, at most 18.\n" in result.output
    assert [path.name for path in folder.iterdir()] == ["photos"]


def test_a_dry_run_counts_only_what_can_be_bought(folder: Path) -> None:
    (folder / "photos" / "fake.jpg").write_text("no picture")
    (folder / "photos" / "cut.jpg").write_bytes(small_photo()[:700])
    Image.new("RGB", (4200, 20)).save(folder / "photos" / "wide.png")
    command = "batch run photos --vendor picwish --operation remove-background -o out --dry-run"
    result = CliRunner().invoke(cli, command.split())
    assert result.exit_code == 0, result.output
    first, *reasons = result.stdout.splitlines()
    assert first.startswith("5 items, 3 refused, ")
    assert sorted(reasons[:3]) == [
        "  photos/cut.jpg: it is cut off: its end is missing. Copy it again",
        "  photos/fake.jpg: it is not a JPEG (its content does not match its extension)",
        (
            "  photos/wide.png: image: it is 4200 x 20 pixels large; at most 4096 pixels wide are allowed: --prepare auto "
            "sends a copy that fits"
        ),
    ]
    assert reasons[3] == "Cost: 2 credits for the other 2 by the documented prices."
    prepared = CliRunner().invoke(cli, [*command.split(), "--prepare", "auto"]).stdout
    assert prepared.startswith("5 items, 2 refused, ")
    assert "Cost: 3 credits for the other 3" in prepared
    for number in range(10):
        (folder / "photos" / f"fake-{number}.jpg").write_text("no picture")
    many = CliRunner().invoke(cli, command.split()).stdout
    assert "15 items, 13 refused, " in many
    assert "\n  ... and 8 more of these\n" in many


def test_one_credit_is_one(folder: Path) -> None:
    command = "--sandbox batch run photos/a.jpg --vendor picwish --operation remove-background -o out"
    assert (
        "Cost: 1 credit by the documented prices.\n"
        in CliRunner().invoke(cli, [*command.split(), "--dry-run"]).stdout
    )
    assert (
        "1 of 1 done, at most 1 credit; results are in out\n"
        in CliRunner().invoke(cli, command.split()).stderr
    )


def test_a_mask_that_would_be_refused_refuses_its_item(folder: Path) -> None:
    (folder / "mask.png").write_text("no picture")
    command = "batch run photos --vendor picwish --operation remove-object -O mask=mask.png -o out --dry-run"
    result = CliRunner().invoke(cli, command.split())
    assert "2 items, 2 refused, " in result.stdout
    assert "photos/a.jpg: mask.png is not a PNG" in result.stdout


def test_a_dry_run_asks_for_the_price(folder: Path) -> None:
    (folder / "prompts.csv").write_text("prompt,target\na lighthouse,one\na boat,two\n")
    command = "batch run prompts.csv --vendor pilio --operation generate-with-flare -o out --dry-run"
    assert (
        "Cost: unknown; Pilio publishes no price (2 items).\n"
        in CliRunner().invoke(cli, command.split()).output
    )
    result = CliRunner().invoke(cli, [*command.split(), "--sandbox"])
    assert result.exit_code == 0, result.output
    assert "Cost: 2 credits by the vendor's quotes and the documented prices.\n" in result.output


def test_a_dry_run_says_which_prices_nobody_knows(folder: Path) -> None:
    command = (
        "batch run photos --vendor claid --operation remove-background -O category=general -o out --dry-run"
    )
    output = CliRunner().invoke(cli, command.split()).output
    assert "Cost: unknown; Claid publishes no price (2 images).\n" in output
    (folder / "mixed.csv").write_text(
        "source,vendor,operation,type,category\n"
        "photos/a.jpg,pilio,upscale,2X,\n"
        "photos/b.jpg,claid,remove-background,,general\n"
    )
    output = CliRunner().invoke(cli, ["batch", "run", "mixed.csv", "-o", "out", "--dry-run"]).output
    unknown = "unknown for the rest: Claid publishes no price (1 image).\n"
    assert f"Cost: 3 credits by the documented prices, at most 9; {unknown}" in output


def test_a_run_its_status_and_its_report(folder: Path) -> None:
    command = (
        "batch run photos --vendor picwish --operation remove-background -O sync=true -o out --sandbox -q"
    )
    result = CliRunner().invoke(cli, command.split())
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.png", "b.png"]
    database = ["--database", "safelight-batch-sandbox.sqlite"]
    status = CliRunner().invoke(cli, ["batch", "status", "--json", *database])
    assert json.loads(status.output)["done"] == 2
    report = CliRunner().invoke(cli, ["batch", "report", *database])
    assert report.exit_code == 0, report.output
    page = (folder / "report.html").read_text("utf-8")
    assert page.count("data:image/") == 4
    assert "http" not in page.replace("https://", "http://").split("<body>")[0]


def test_wrong_use_is_told_before_anything_is_made(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["batch", "status"])
    assert result.exit_code == 2
    result = CliRunner().invoke(cli, ["batch", "run", "photos", "--vendor", "pilio", "-O", "nonsense"])
    assert result.exit_code == 2
    assert [path.name for path in folder.iterdir()] == ["photos"]


@pytest.mark.integration
def test_no_command_shows_the_query_of_a_source(sandbox: Sandbox, folder: Path) -> None:
    """It may be signed, so that whoever has it can fetch the picture."""
    address = f"{sandbox.url}/photos/a.jpg"
    Path("list.csv").write_text(f"source\n{address}?X-Amz-Signature=hidden\n")
    sandbox.faults.add(FaultKind.RESET_AFTER, "picwish", "create_segmentation")
    run = "batch run list.csv --vendor picwish --operation remove-background -o out --batch b"
    said = [safelight(f"{run} --dry-run"), safelight(run)]
    said += [
        safelight(f"batch {words}")
        for words in ("status --problems", "status --problems --json", "doubt", "report")
    ]
    for one in said:
        assert "hidden" not in one.output
    for one in said[2:5]:
        assert f"{address}?" in one.output, "which one it is, is shown"
    (problem,) = json.loads(said[3].stdout)["problems"]
    assert problem["id"] in said[4].stdout
    assert "hidden" not in Path("report.html").read_text("utf-8")


def huge(picture: bytes) -> bytes:
    """A PNG that says that it has billions of pixels."""
    header = picture[12:16] + struct.pack(">II", 100_000, 100_000) + picture[24:29]
    return picture[:12] + header + struct.pack(">I", zlib.crc32(header)) + picture[33:]


def broken(picture: bytes) -> bytes:
    """A PNG in whose pixels a chunk has no name."""
    place = picture.index(b"IDAT")
    half = picture[place + 4 : place + 20]
    chunk = b"IDAT" + half
    return (
        picture[: place - 4]
        + struct.pack(">I", len(half))
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", 4)
        + bytes(100)
    )


@pytest.mark.integration
@pytest.mark.parametrize("spoil", [huge, broken])
def test_a_picture_that_cannot_be_decoded_does_not_stop_the_report(
    sandbox: Sandbox, folder: Path, spoil: Callable[[bytes], bytes]
) -> None:
    assert safelight("batch run photos --vendor pilio --operation remove-background -o out").exit_code == 0
    result = Path("out/a.png")
    result.write_bytes(spoil(result.read_bytes()))
    written = safelight("batch report")
    assert written.exit_code == 0, written.output
    assert Path("report.html").read_text("utf-8").count("no picture after") == 1
