"""Starting, stopping, many at once, inside a running event loop, and the clock."""

import asyncio
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from safelight.sandbox import Clock, Sandbox


def test_many_side_by_side(http: httpx.Client):
    with Sandbox() as first, Sandbox() as second:
        assert first.port != second.port
        first.ledger.set_balance("pilio", 1)
        assert second.ledger.balance("pilio") is None
        for sandbox in (first, second):
            assert http.get(f"{sandbox.url}/sandbox/health").json()["status"] == "ok"


def test_starts_within_a_second_and_frees_its_port():
    began = time.monotonic()
    with Sandbox() as sandbox:
        assert time.monotonic() - began < 1
        port = sandbox.port
    with Sandbox(port) as again:
        assert again.port == port


def test_port_taken():
    with Sandbox() as sandbox, pytest.raises(OSError, match=str(sandbox.port)):
        Sandbox(sandbox.port).start()


def test_is_started_once():
    with Sandbox() as sandbox, pytest.raises(RuntimeError, match="started once"):
        sandbox.start()


def test_inside_a_running_loop():
    async def main() -> int:
        with Sandbox() as sandbox:
            async with httpx.AsyncClient() as client:
                return (await client.get(f"{sandbox.url}/sandbox/health")).status_code

    assert asyncio.run(main()) == 200


def test_stop_closes_open_connections(http: httpx.Client):
    sandbox = Sandbox().start()
    sandbox.faults.add("latency", seconds=60)
    errors: list[Exception] = []

    def call() -> None:
        try:
            http.get(f"{sandbox.base_url('pilio')}/v1/tasks/1/status")
        except httpx.HTTPError as error:
            errors.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    time.sleep(0.2)
    began = time.monotonic()
    sandbox.stop()
    thread.join()
    assert time.monotonic() - began < 5
    assert len(errors) == 1


def test_environment_is_the_same_every_time():
    with Sandbox() as first, Sandbox() as second:
        keys = [
            {name: value for name, value in sandbox.environment().items() if not name.endswith("URL")}
            for sandbox in (first, second)
        ]
        assert keys[0] == keys[1]
        assert set(first.environment()) == {
            "PILIO_API_KEY",
            "PILIO_BASE_URL",
            "PERFECT_API_KEY",
            "PERFECT_SECRET_KEY",
            "PERFECT_BASE_URL",
            "CLAID_API_KEY",
            "CLAID_BASE_URL",
            "PICWISH_API_KEY",
            "PICWISH_BASE_URL",
        }
        assert first.environment()["CLAID_BASE_URL"] == f"{first.url}/claid/v1"


def test_interpreter_ends_clean_without_stop():
    program = "from safelight.sandbox import Sandbox; print(Sandbox().start().world.storage.root)"
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert not Path(ended.stdout.strip()).exists()


def test_clock_wakes_sleepers():
    async def main() -> float:
        clock = Clock()
        sleeper = asyncio.create_task(clock.sleep(3600))
        await asyncio.sleep(0.02)
        before = clock.now()
        clock.advance(3600)
        await asyncio.wait_for(sleeper, 1)
        return clock.now() - before

    assert 3600 <= asyncio.run(main()) < 3601
    with pytest.raises(ValueError, match="backwards"):
        Clock().advance(-1)


def test_clock_over_http(sandbox: Sandbox, http: httpx.Client):
    url = f"{sandbox.url}/sandbox/clock"
    before = http.get(url).json()["time"]
    assert 60 <= http.post(url, json={"advance": 60}).json()["time"] - before < 61
    assert http.post(url, json={"advance": -1}).status_code == 400
    assert http.post(url, content=b"x").status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "[]",
        '{"advanced": 10}',
        '{"advance": "10"}',
        '{"advance": true}',
        '{"advance": NaN}',
        '{"advance": 1e999}',
        '{"advance": 1e13}',
        '{"advance": 1, "kept": true}',
    ],
)
def test_clock_moves_as_it_is_told_or_not_at_all(sandbox: Sandbox, http: httpx.Client, body: str):
    before = sandbox.clock.now()
    assert http.post(f"{sandbox.url}/sandbox/clock", content=body).status_code == 400
    assert sandbox.clock.now() - before < 10


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 1e13])
def test_clock_stays_at_times_that_have_a_date(seconds: float):
    clock = Clock()
    with pytest.raises(ValueError, match="clock"):
        clock.advance(seconds)
    clock.advance(100 * 365 * 86_400)
    with pytest.raises(ValueError, match="clock"):
        clock.advance(1000 * 365 * 86_400)


@pytest.mark.parametrize("body", ["{}", '{"kept": "false"}', '{"kept": 0}', '{"keep": false}', "[]"])
def test_limits_are_switched_as_they_are_told_or_not_at_all(sandbox: Sandbox, http: httpx.Client, body: str):
    assert http.post(f"{sandbox.url}/sandbox/limits", content=body).status_code == 400
    assert sandbox.limits is False
    assert http.post(f"{sandbox.url}/sandbox/limits", json={"kept": True}).json() == {"kept": True}
    assert sandbox.limits is True


def test_tasks_pass_through_their_states(http: httpx.Client, small_photo):
    with Sandbox(limits=False, task_seconds=100.0) as sandbox:
        headers = {"X-API-KEY": sandbox.api_key("picwish")}
        base = f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation"
        created = http.post(base, headers=headers, files={"image_file": ("a.jpg", small_photo)})
        task_id = created.json()["data"]["task_id"]

        def look() -> tuple[int, int]:
            data = http.get(f"{base}/{task_id}", headers=headers).json()["data"]
            return data["state"], data["progress"]

        states = [look()]
        for _ in range(4):
            sandbox.clock.advance(22)
            states.append(look())
        assert [state for state, _ in states] == [0, 2, 4, 4, 5]
        assert [progress for _, progress in states] == sorted(progress for _, progress in states)
        sandbox.clock.advance(30)
        for _ in range(200):
            if look() == (1, 100):
                return
            time.sleep(0.02)
        raise AssertionError("the work was never done")
