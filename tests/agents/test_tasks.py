"""The tasks of agents, without a server around them."""

import time
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from PIL import Image
from safelight.agents.folders import Folders
from safelight.agents.tasks import UNFINISHED, Settings, Tasks, serving
from safelight.agents.tools import operation_tools
from safelight.batch.database import database_url, open_engine
from safelight.batch.tables import ITEMS
from safelight.testing import sandbox as started
from safelight.vendors import vendor_of
from support.waiting import HANG

pytestmark = pytest.mark.integration


def ended(tasks: Tasks, token: str) -> dict[str, object]:
    """Wait for a task; how it ended."""
    end = time.monotonic() + HANG
    while (state := tasks.state(token))["state"] in UNFINISHED:
        assert time.monotonic() < end
        time.sleep(0.02)
    return state


def test_a_paid_result_that_the_vendor_no_longer_keeps_is_not_bought_again(tmp_path: Path) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "a.jpg")
    settings = Settings(Folders.open([str(tmp_path)]), 10.0, rates=False)
    tool = operation_tools(vendor_of("picwish").facts)["picwish_remove_background"]
    with (
        started(limits=False) as sandbox,
        serving(database_url(str(tmp_path / "tasks.sqlite")), settings) as tasks,
    ):
        token = tasks.order(tool, {"image": "a.jpg"})
        assert ended(tasks, token)["state"] == "done"
        expired = {"state": "failed", "error_kind": "TaskExpired", "error": "it is not kept any more"}
        with open_engine(database_url(str(tmp_path / "tasks.sqlite"))).begin() as connection:
            connection.execute(sa.update(ITEMS).where(ITEMS.c.id == token).values(**expired))
        assert tasks.order(tool, {"image": "a.jpg"}) == token
        state = ended(tasks, token)
        assert sandbox.ledger.count("picwish") == 1
        assert state["state"] == "failed"
        assert "another save_as" in str(state["error"])


def test_another_mask_under_the_same_path_is_another_task(tmp_path: Path) -> None:
    Image.new("RGB", (64, 64)).save(tmp_path / "a.jpg")
    settings = Settings(Folders.open([str(tmp_path)]), 10.0, rates=False)
    tool = operation_tools(vendor_of("picwish").facts)["picwish_remove_background"]
    with (
        started(limits=False) as sandbox,
        serving(database_url(str(tmp_path / "tasks.sqlite")), settings) as tasks,
    ):
        for bought, colour in ((1, "red"), (1, "red"), (2, "blue")):
            Image.new("RGB", (64, 64), colour).save(tmp_path / "behind.png")
            token = tasks.order(tool, {"image": "a.jpg", "bg_image": "behind.png"})
            assert ended(tasks, token)["state"] == "done"
            assert sandbox.ledger.count("picwish") == bought


@pytest.mark.parametrize("swapped", ["a.jpg", "behind.png", "deep/b.jpg", "safelight-results/deep"])
def test_a_link_that_is_put_in_a_place_after_the_order_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: str
) -> None:
    photos, elsewhere = tmp_path / "photos", tmp_path / "elsewhere"
    for folder in (photos, photos / "deep", elsewhere):
        folder.mkdir()
        for name in ("a.jpg", "b.jpg", "behind.png"):
            Image.new("RGB", (64, 64)).save(folder / name)
    folders = Folders.open([str(photos)])
    (folders.out / "deep").mkdir()
    before = {path.name for path in elsewhere.iterdir()}

    def swap() -> None:
        place = photos / (swapped if swapped != "deep/b.jpg" else "deep")
        if not place.is_symlink():
            place.rename(tmp_path / "kept")
            place.symlink_to(elsewhere / place.name if place.suffix else elsewhere)

    for name in ("check_target",) if "results" in swapped else ("opened",):
        late = getattr(Folders, name)

        def do(self: Folders, place: Any, late: Any = late) -> Any:
            swap()
            return late(self, place)

        monkeypatch.setattr(Folders, name, do)
    tool = operation_tools(vendor_of("picwish").facts)["picwish_remove_background"]
    order = {"image": "deep/b.jpg" if "b.jpg" in swapped else "a.jpg", "save_as": "deep/made"}
    if swapped == "behind.png":
        order["bg_image"] = swapped
    with (
        started(limits=False) as sandbox,
        serving(database_url(str(tmp_path / "tasks.sqlite")), Settings(folders, 10.0, rates=False)) as tasks,
    ):
        state = ended(tasks, tasks.order(tool, order))
        assert state["state"] == "failed"
        assert "any more" in str(state["error"])
        assert sandbox.ledger.count("picwish") == ("results" in swapped)
    assert {path.name for path in elsewhere.iterdir()} == before


def test_an_address_in_capitals_goes_to_the_vendor(tmp_path: Path) -> None:
    settings = Settings(Folders.open([str(tmp_path)], urls=True), 10.0, rates=False)
    tool = operation_tools(vendor_of("picwish").facts, urls=True)["picwish_remove_background"]
    with (
        started(limits=False) as sandbox,
        serving(database_url(str(tmp_path / "tasks.sqlite")), settings) as tasks,
    ):
        address = sandbox.url.replace("http", "HTTP") + "/none.jpg"
        ended(tasks, tasks.order(tool, {"image": address}))
        assert "create_segmentation" in [record.operation for record in sandbox.requests]
