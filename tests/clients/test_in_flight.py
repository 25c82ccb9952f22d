"""Pilio works on 20 tasks at a time: the client stays inside, also when nobody watches its tasks."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image
from safelight import Options, PicWish, Pilio, ResponseReceived
from safelight.core.flow.clock import HastyClock
from safelight.sandbox import Sandbox
from support.clients import make_client


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch):
    with Sandbox(task_seconds=0.05) as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.png"
    Image.new("RGB", (16, 16), "orange").save(path)
    return path


def test_tasks_that_nobody_watches_make_room(limited: Sandbox, tiny: Path) -> None:
    statuses: list[int] = []

    def listen(event: object) -> None:
        if isinstance(event, ResponseReceived):
            statuses.append(event.status)

    options = Options(listener=listen)
    client = make_client(Pilio, clock=HastyClock(), options=options, **limited.settings("pilio"))
    with client as pilio, ThreadPoolExecutor(8) as pool:
        tasks = list(pool.map(lambda _: pilio.upscale(tiny), range(45)))
    assert len({task.id for task in tasks}) == 45
    assert 429 not in statuses


@pytest.mark.integration
def test_two_calls_a_second_are_never_refused(limited: Sandbox, tiny: Path) -> None:
    statuses: list[int] = []

    def listen(event: object) -> None:
        if isinstance(event, ResponseReceived):
            statuses.append(event.status)

    with (
        PicWish(options=Options(listener=listen)) as picwish,
        PicWish(options=Options(listener=listen)) as other,
        ThreadPoolExecutor(4) as pool,
    ):
        tasks = list(pool.map(lambda client: client.remove_background(tiny), [picwish, other] * 3))
    assert len({task.id for task in tasks}) == 6
    assert statuses == [200] * 6
