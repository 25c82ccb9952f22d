"""What is said while something is away: what is waited for, why, and since when."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg
import pytest
from batch_support import environment, sandbox_process, small_photo
from safelight.batch import Batch, Counts
from safelight.batch.database import database_url, open_engine
from safelight.batch.planning import Plan
from safelight.batch.progress import Progress
from safelight.batch.running import prepare
from safelight.batch.waits import Wait, Waits
from safelight.core.base.events import ResponseReceived, Retrying
from safelight.errors import Unavailable, UploadFailed
from safelight.sandbox import Sandbox
from support.waiting import HANG, until


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.batch.waits.SHORT", 0.0)


def prepared(folder: Path, url: str, count: int) -> Batch:
    photos = folder / "photos"
    photos.mkdir()
    for number in range(count):
        (photos / f"{number}.jpg").write_bytes(small_photo())
    plan = Plan(str(folder / "out"), "picwish", "remove_background")
    return prepare(open_engine(database_url(url)), [str(photos)], plan, batch="b")


def test_a_vendor_that_does_not_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safelight.batch.processing.PAUSES", ())
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        clients = {
            "picwish": {"api_key": "k" * 32, "base_url": f"http://127.0.0.1:{closed.getsockname()[1]}"}
        }
        seen: list[Wait] = []
        began = time.time()
        with prepared(tmp_path, f"{tmp_path}/b.sqlite", 1) as batch:
            batch.work(on_wait=seen.extend, rates=False, clients=clients)
            assert batch.status().failed == 1
    assert {(wait.name, wait.reason) for wait in seen} == {("picwish", "no answer")}
    assert began <= seen[0].since == seen[-1].since <= time.time()


def allow(database: str, *, connections: bool) -> None:
    """Let a database be reached or not, and end its sessions."""
    address, _, name = database.rpartition("/")
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {connections}")  # type: ignore[arg-type]
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (name,)
        )


def test_a_worker_that_is_told_to_end_waits_for_no_database_that_is_away(
    database: str, tmp_path: Path
) -> None:
    with sandbox_process(5.0, 6.0) as sandbox, prepared(tmp_path, database, 6) as batch:
        command = [sys.executable, "-m", "safelight", "batch", "worker", "--database-url", database]
        worker = subprocess.Popen(
            command, env=environment(sandbox.environment), stderr=subprocess.PIPE, text=True
        )
        try:
            until(lambda: batch.status().in_flight >= 2)
            allow(database, connections=False)
            time.sleep(2.0)
            worker.send_signal(signal.SIGTERM)
            said = worker.communicate(timeout=HANG)[1]
        finally:
            worker.kill()
            worker.wait()
            allow(database, connections=True)
        assert worker.returncode == 130
        assert "ended while the database is away" in said


def test_a_database_that_is_away_is_named_and_waited_for(database: str, tmp_path: Path) -> None:
    seen: list[Wait] = []
    ending: list[bool] = []

    def progress(counts: Counts) -> None:
        if not ending and counts.done:
            ending.append(True)
            allow(database, connections=False)

    def wait(waits: Sequence[Wait]) -> None:
        seen.extend(waits)
        if waits and ending == [True]:
            ending.append(True)
            allow(database, connections=True)

    with Sandbox(limits=False, task_seconds=0.3) as sandbox, prepared(tmp_path, database, 30) as batch:
        clients = {
            "picwish": {"api_key": sandbox.api_key("picwish"), "base_url": sandbox.base_url("picwish")}
        }
        counts = batch.work(on_progress=progress, on_wait=wait, rates=False, clients=clients)
    assert counts.done == 30
    assert ("the database", "it cannot be reached") in {(found.name, found.reason) for found in seen}


def test_an_outage_ends_with_a_clear_answer_or_when_nobody_tries_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [1000.0]
    monkeypatch.setattr("safelight.batch.waits.time.time", lambda: clock[0])
    waits = Waits()

    def retrying(reason: str) -> None:
        waits.listen(Retrying("pilio", "upscale_image", 1, 1.0, reason))

    def answered(status: int) -> None:
        waits.listen(ResponseReceived("pilio", "upscale_image", status, None, 0.1))

    retrying("TransportFailure")
    clock[0] += 10
    answered(503)
    retrying("Unavailable")
    assert waits.now() == [Wait("pilio", "it is unavailable", 1000.0)]
    answered(200)
    assert waits.now() == []
    waits.paused("b-1", "pilio", UploadFailed("no"), 5.0)
    waits.paused("b-2", "claid", Unavailable("no"), 5.0)
    answered(200)
    clock[0] += 5
    waits.paused("b-1", "pilio", UploadFailed("no"), 20.0)
    assert [(wait.name, wait.since) for wait in waits.now()] == [("pilio", 1010.0), ("claid", 1010.0)]
    waits.over("b-1")
    waits.over("b-2")
    retrying("RateLimited")
    clock[0] += 1000
    assert waits.now() == []


def test_lines_say_what_is_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(quiet=False) as progress:
        progress.wait([Wait("picwish", "no answer", time.mktime((2026, 1, 2, 14, 3, 5, 0, 0, -1)))])
        progress.show(Counts(total=2, in_flight=2))
    assert capsys.readouterr().err.splitlines() == [
        "0/2 done  2 in flight  0 credits",
        "waiting for PicWish since 14:03:05: no answer",
    ]
