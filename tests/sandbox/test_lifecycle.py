"""Starting, stopping, many at once, inside a running event loop, and the clock."""

import asyncio
import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
from safelight.sandbox import Clock, Sandbox
from sandbox_flows import NO_CHANGE, pilio_announce
from support.waiting import HANG, until

JSON = {"Content-Type": "application/json"}


def test_many_side_by_side(http: httpx.Client):
    with Sandbox() as first, Sandbox() as second:
        assert first.port != second.port
        first.ledger.set_balance("pilio", 1)
        assert second.ledger.balance("pilio") is None
        for sandbox in (first, second):
            assert http.get(f"{sandbox.url}/sandbox/health").json()["status"] == "ok"


def test_frees_its_port():
    with Sandbox() as sandbox:
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
    sandbox.faults.add("latency", seconds=3600)
    errors: list[Exception] = []

    def call() -> None:
        try:
            http.get(f"{sandbox.base_url('pilio')}/v1/tasks/1/status")
        except httpx.HTTPError as error:
            errors.append(error)

    thread = threading.Thread(target=call)
    thread.start()
    until(lambda: sandbox.requests)
    sandbox.stop()
    thread.join()
    (error,) = errors
    assert not isinstance(error, httpx.TimeoutException)


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
            "YOUCAM_API_KEY",
            "YOUCAM_BASE_URL",
        }
        assert first.environment()["CLAID_BASE_URL"] == f"{first.url}/claid/v1"


def test_interpreter_ends_clean_without_stop():
    program = "from safelight.sandbox import Sandbox; print(Sandbox().start().world.storage.root)"
    ended = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=HANG,
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
        await asyncio.wait_for(sleeper, HANG)
        return clock.now() - before

    assert 3600 <= asyncio.run(main()) < 3600 + HANG
    with pytest.raises(ValueError, match="backwards"):
        Clock().advance(-1)


def test_clock_over_http(sandbox: Sandbox, http: httpx.Client):
    url = f"{sandbox.url}/sandbox/clock"
    before = http.get(url).json()["time"]
    assert 60 <= http.post(url, json={"advance": 60}).json()["time"] - before < 60 + HANG
    assert http.post(url, json={"advance": -1}).status_code == 400
    assert http.post(url, content=b"x", headers=JSON).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "[]",
        '{"advanced": 1e6}',
        '{"advance": "1000000"}',
        '{"advance": true}',
        '{"advance": NaN}',
        '{"advance": 1e999}',
        '{"advance": 1e13}',
        '{"advance": 1e6, "kept": true}',
    ],
)
def test_clock_moves_as_it_is_told_or_not_at_all(sandbox: Sandbox, http: httpx.Client, body: str):
    before = sandbox.clock.now()
    answer = http.post(f"{sandbox.url}/sandbox/clock", content=body, headers=JSON)
    assert answer.status_code == 400
    assert sandbox.clock.now() - before < HANG


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
    assert http.post(f"{sandbox.url}/sandbox/limits", content=body, headers=JSON).status_code == 400
    assert sandbox.limits is False
    assert http.post(f"{sandbox.url}/sandbox/limits", json={"kept": True}).json() == {"kept": True}
    assert sandbox.limits is True
    assert http.get(f"{sandbox.url}/sandbox/limits").json() == {"kept": True}


def test_tasks_pass_through_their_states(http: httpx.Client, small_photo):
    with Sandbox(limits=False, task_seconds=170.0) as sandbox:
        headers = {"X-API-KEY": sandbox.api_key("picwish")}
        base = f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation"
        created = http.post(base, headers=headers, files={"image_file": ("a.jpg", small_photo)})
        task_id = created.json()["data"]["task_id"]

        def look() -> tuple[int, int]:
            data = http.get(f"{base}/{task_id}", headers=headers).json()["data"]
            return data["state"], data["progress"]

        states = [look()]
        # Far from where one state becomes another, for real time passes too.
        for seconds in (32, 20, 48, 20, 36):
            sandbox.clock.advance(seconds)
            states.append(look())
        assert [state for state, _ in states] == [0, 2, 3, 4, 4, 5]
        assert [progress for _, progress in states] == sorted(progress for _, progress in states)
        sandbox.clock.advance(20)
        until(lambda: look() == (1, 100))


@pytest.mark.parametrize("host", ["::1", "::", "0.0.0.0", "localhost"])  # noqa: S104 - it is ours for a moment
def test_is_reached_at_its_url(http: httpx.Client, host: str):
    try:
        sandbox = Sandbox(host=host).start()
    except OSError:
        pytest.skip(f"this machine has no {host}")
    with contextlib.ExitStack() as stack:
        stack.callback(sandbox.stop)
        assert http.get(f"{sandbox.url}/sandbox/health").status_code == 200


@pytest.mark.parametrize("seconds", [float("nan"), -1.0, (5.0, 1.0), (-1.0, 1.0), (0.0, float("inf"))])
def test_times_of_tasks_are_checked(seconds):
    with pytest.raises(ValueError, match="task_seconds"):
        Sandbox(task_seconds=seconds)
    with Sandbox() as sandbox:
        with pytest.raises(ValueError, match="task_seconds"):
            sandbox.task_seconds = seconds
        assert sandbox.task_seconds == (0.3, 1.0)


@pytest.mark.parametrize("size", [0, -1])
def test_part_size_is_checked(size: int):
    with pytest.raises(ValueError, match="part_size"):
        Sandbox(part_size=size)


def test_an_upload_has_at_most_ten_thousand_parts(http: httpx.Client):
    with Sandbox(part_size=1) as sandbox:
        key = {"X-API-Key": sandbox.api_key("pilio")}
        urls = pilio_announce(http, sandbox, key, size=100_000, mode="multipart")["upload_urls"]
        assert len(urls) == 10_000


def first_ids(http: httpx.Client, photo: bytes, **options: int) -> list[str]:
    with Sandbox(limits=False, **options) as sandbox:
        sandbox.faults.add("task_failure", times=None)
        keys = {vendor: {"X-API-KEY": sandbox.api_key(vendor)} for vendor in ("pilio", "picwish")}
        picwish = f"{sandbox.base_url('picwish')}/api/tasks/visual/segmentation"
        made = http.post(picwish, headers=keys["picwish"], files={"image_file": ("a.jpg", photo)})
        edit = {"input": "https://example.com/a.jpg", "operations": NO_CHANGE}
        bearer = {"Authorization": f"Bearer {sandbox.api_key('claid')}"}
        claid = http.post(f"{sandbox.base_url('claid')}/image/edit/async", headers=bearer, json=edit)
        return [
            made.json()["data"]["task_id"],
            pilio_announce(http, sandbox, keys["pilio"], size=4)["id"],
            str(claid.json()["data"]["id"]),
        ]


def test_ids_of_one_sandbox_are_not_those_of_another(http: httpx.Client, small_photo: bytes):
    """A task's token of yesterday must not find a task of today."""
    one, other = first_ids(http, small_photo), first_ids(http, small_photo)
    assert not set(one) & set(other)
    assert first_ids(http, small_photo, seed=7) == first_ids(http, small_photo, seed=7)


@pytest.mark.parametrize("turns", range(6))
def test_a_sleep_that_is_called_off_just_as_the_clock_moves_ends(turns: int) -> None:
    """Or a sandbox whose clock was moved last would wait for its own sweeper when it is stopped."""

    async def scenario() -> None:
        clock = Clock()
        sleeping = asyncio.create_task(clock.sleep(600))
        await asyncio.sleep(0.01)
        clock.advance(1)
        for _ in range(turns):
            await asyncio.sleep(0)
        sleeping.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(sleeping, 0.5)

    asyncio.run(scenario())
