"""The page at `/` in a real Chromium: what was done shows up, with the pictures before and after."""

import io
import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from safelight import Claid, Pilio, TaskFailed
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import sandbox as sandbox_of_all
from support.browser import BROWSER, FLAGS
from support.waiting import HANG

MAGENTA = (220, 0, 200)

pytestmark = [pytest.mark.integration, pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")]


def browse(url: str, profile: Path, *flags: str) -> str:
    """Open a page in a new browser; what it wrote to stdout."""
    command = [str(BROWSER), *FLAGS, "--virtual-time-budget=4000", f"--user-data-dir={profile}", *flags, url]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=HANG, check=True)
    return done.stdout


def picture() -> bytes:
    """A picture of one colour that the page itself does not have."""
    image = Image.new("RGB", (300, 200), MAGENTA)
    ImageDraw.Draw(image).ellipse((110, 60, 190, 140), fill=(0, 60, 200))
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


@pytest.fixture(scope="module")
def used():
    """A sandbox with a succeeded task, a failed one and a running one."""
    with sandbox_of_all() as box, Pilio() as pilio, Claid() as claid:
        pilio.upscale(picture(), filename="a.png").result()
        box.faults.add(FaultKind.TASK_FAILURE, "pilio", value="model_overloaded")
        with pytest.raises(TaskFailed):
            pilio.remove_background(picture(), filename="b.png").result()
        box.task_seconds = 3600
        claid.resize(f"{box.url}/nowhere.png", width=20)
        yield box


def test_shows_tasks_ledger_faults_and_requests(used: Sandbox, tmp_path: Path) -> None:
    page = browse(used.url, tmp_path, "--dump-dom")
    cards = re.findall(r'<article class="task">.*?</article>', page)
    assert [re.sub("<[^>]+>", " ", card).split()[:4] for card in cards] == [
        ["Claid", "·", "create_async_edit", "queued"],
        ["Pilio", "·", "remove_background", "failed"],
        ["Pilio", "·", "upscale_image", "succeeded"],
    ]
    assert "told to fail by a fault plan" in cards[1]
    assert "before" in cards[2]
    assert re.search(r"upscaled \(600 . 400, ", cards[2])
    tables = {name: rows(page, name) for name in ("ledger", "faults", "requests")}
    assert ["Pilio", "upscale_image", "demo", "1", "3"] in tables["ledger"]
    assert tables["faults"] == [["task_failure", "Pilio · any operation", "1 of 1"]]
    assert {"create_files", "put_object", "get_task_status"} <= {row[2] for row in tables["requests"]}
    assert used.api_key("pilio") not in page


def rows(page: str, table: str) -> list[list[str]]:
    body = page.partition(f'id="{table}"')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in body.split("</tr>") if row]


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("width", [1300, 500])
def test_pictures_are_seen_in_both_schemes(used: Sandbox, tmp_path: Path, width: int, scheme: str) -> None:
    shot = tmp_path / "page.png"
    preferred = f"--blink-settings=preferredColorScheme={int(scheme == 'light')}"
    browse(used.url, tmp_path / "profile", f"--window-size={width},1700", preferred, f"--screenshot={shot}")
    pixels = np.asarray(Image.open(io.BytesIO(shot.read_bytes())).convert("RGB"), int)
    assert ("light" if pixels[0, 0].mean() > 128 else "dark") == scheme
    coloured = (np.abs(pixels - MAGENTA).max(axis=2) < 40).astype(np.uint8)
    runs = [len(re.findall(rb"\x01{60,}", line.tobytes())) for line in coloured]
    assert max(runs) >= 2, "before and after stand side by side"
    assert coloured.sum() > 3 * 100 * 100, "the task that failed shows its picture too"
