"""The recipe that receives webhooks, served by uvicorn: each result is saved once, whatever happens on the way."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest
from safelight import Claid
from safelight.sandbox import FaultKind, Sandbox
from support.pages import blocks
from support.waiting import until

pytestmark = pytest.mark.integration


@contextmanager
def served(folder: Path, variables: dict[str, str]) -> Iterator[str]:
    """Serve the recipe; its address."""
    for package in ("fastapi", "uvicorn"):
        pytest.importorskip(package)
    (block,) = blocks("python", "webhooks")
    (folder / "app.py").write_text(block.code, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "app:app", "--port", "0"],
        cwd=folder,
        env={**os.environ, **variables, "PYTHONUTF8": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        for line in process.stderr:
            if found := re.search(r"running on (http://\S+)", line):
                yield found[1]
                break
        else:
            pytest.fail("uvicorn did not start")
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(task_seconds=0.0, limits=False) as running:
        yield running


@pytest.fixture
def claid(sandbox: Sandbox) -> Iterator[Claid]:
    with Claid(**sandbox.settings("claid")) as client:
        yield client


def variables(sandbox: Sandbox) -> dict[str, str]:
    sandbox.webhooks.set("claid", "http://127.0.0.1:9/unused")
    return sandbox.environment()


def saved(folder: Path) -> list[int]:
    """Whether each task that the application knows is saved."""
    with closing(sqlite3.connect(folder / "webhooks.sqlite")) as database:
        return [flag for (flag,) in database.execute("SELECT saved FROM ended")]


def test_a_result_is_saved_once_after_a_wrong_and_two_right_calls(
    sandbox: Sandbox, claid: Claid, photo: bytes, tmp_path: Path
) -> None:
    sandbox.faults.add(FaultKind.WRONG_SIGNATURE, "claid")
    sandbox.faults.add(FaultKind.DUPLICATE, "claid", "send_webhook", skip=1)
    with served(tmp_path, variables(sandbox)) as url:
        sandbox.webhooks.set("claid", f"{url}/claid")
        task = claid.resize(photo, width=32, filename="a.jpg")
        until(lambda: [record.status for record in sandbox.webhooks.sent] == [401])
        until(lambda: (sandbox.clock.advance(5), len(sandbox.webhooks.sent) == 2)[1])
        until(lambda: saved(tmp_path) == [1])
        until(lambda: sandbox.webhooks.sent[-1].status == 204)
        assert httpx.post(f"{url}/claid", content=b"{}").status_code == 401
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{task.id}.jpg"]
    downloads = [
        record for record in sandbox.requests if record.operation == "get_object" and task.id in record.path
    ]
    assert len(downloads) == 1


def test_what_a_restart_interrupted_is_done_at_the_next_start(
    sandbox: Sandbox, claid: Claid, photo: bytes, tmp_path: Path
) -> None:
    outage = sandbox.faults.add(FaultKind.SERVER_ERROR, "claid", "get_async_edit", times=None)
    with served(tmp_path, variables(sandbox)) as url:
        sandbox.webhooks.set("claid", f"{url}/claid")
        claid.resize(photo, width=32, filename="a.jpg")
        until(lambda: [record.status for record in sandbox.webhooks.sent] == [204])
        until(lambda: outage.struck)
    assert saved(tmp_path) == [0]
    sandbox.faults.clear()
    with served(tmp_path, variables(sandbox)):
        until(lambda: saved(tmp_path) == [1])
    assert len(list((tmp_path / "out").iterdir())) == 1


@pytest.fixture(scope="module")
def photo() -> bytes:
    return (Path(__file__).parents[1] / "data" / "chelsea.jpg").read_bytes()
