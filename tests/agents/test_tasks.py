"""The tasks of agents, without a server around them."""

import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image
from safelight.agents.folders import Folders
from safelight.agents.tasks import UNFINISHED, Settings, Tasks, serving
from safelight.agents.tools import operation_tools
from safelight.batch.database import ITEMS, database_url, open_engine
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
