"""Batches whose pictures are prepared."""

from pathlib import Path

import pytest
from batch_support import safelight
from safelight.batch import Batch, run
from safelight.batch.database import database_url, opened
from safelight.errors import ConfigurationError
from safelight.sandbox import Sandbox
from support.odd_pictures import content, heic, image_of, photo

pytestmark = pytest.mark.integration

BOUGHT = "run_lighting"
COMMAND = "batch run photos --vendor youcam --operation brighten -o out --batch b -q"


@pytest.fixture
def odd(folder: Path) -> Path:
    """A folder with a picture that is sideways, one of a phone, and one that is cut off."""
    for path in (folder / "photos").iterdir():
        path.unlink()
    (folder / "photos" / "sideways.jpg").write_bytes(content(photo(300, 200), orientation=6))
    (folder / "photos" / "phone.heic").write_bytes(heic(photo(300, 200)))
    (folder / "photos" / "cut.jpg").write_bytes(content(photo(300, 200))[:3000])
    return folder


def test_a_batch_prepares_its_pictures(sandbox: Sandbox, odd: Path) -> None:
    ended = safelight(f"{COMMAND} --prepare auto")
    assert ended.exit_code == 1, ended.output
    assert "cut.jpg is cut off: its end is missing. Copy it again" in ended.output
    for name in ("sideways", "phone"):
        assert image_of((odd / "out" / f"{name}.jpg").read_bytes()).size == (300, 200)
    assert safelight("batch report -o report.html").exit_code == 0
    page = (odd / "report.html").read_text()
    assert "<small>sideways.jpg: turned by 90 degrees, EXIF left out</small>" in page
    assert "<small>phone.heic: HEIC to JPEG" in page


def test_the_same_command_with_it_goes_on_with_the_same_batch(sandbox: Sandbox, odd: Path) -> None:
    (odd / "photos" / "cut.jpg").unlink()
    command = "batch run photos/phone.heic photos/sideways.jpg --vendor youcam --operation brighten -o out -q"
    refused = safelight(command)
    assert refused.exit_code == 1
    assert "allowed are jpg, jpeg, png: --prepare auto sends a copy that fits" in refused.output
    bought = len(sandbox.journal.records(operation=BOUGHT))
    assert safelight("batch retry --failed").exit_code == 0
    again = safelight(f"{command} --prepare auto")
    assert again.exit_code == 0, again.output
    assert len(sandbox.journal.records(operation=BOUGHT)) == bought + 1


def test_a_changed_original_is_noticed_and_a_kept_one_is_not(sandbox: Sandbox, odd: Path) -> None:
    (odd / "photos" / "cut.jpg").unlink()
    settings = {"vendor": "youcam", "operation": "brighten", "out": "out", "batch": "b", "prepare": "auto"}
    assert run(["photos"], **settings).done == 2
    bought = len(sandbox.journal.records(operation=BOUGHT))
    assert run(["photos"], **settings).done == 2
    assert len(sandbox.journal.records(operation=BOUGHT)) == bought == 2
    (odd / "photos" / "sideways.jpg").write_bytes(content(photo(200, 300), orientation=6))
    run(["photos"], **settings)
    assert len(sandbox.journal.records(operation=BOUGHT)) == 3
    assert image_of((odd / "out" / "sideways.jpg").read_bytes()).size == (200, 300)
    with opened(database_url(None)) as engine:
        assert Batch(engine, "b").status().done == 2


def test_another_word_is_refused_before_anything_is_listed(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match="prepare: must be"):
        run(["photos"], vendor="youcam", operation="brighten", out="out", prepare="some")  # type: ignore[arg-type]
    assert not (folder / "safelight-batch.sqlite").exists()
