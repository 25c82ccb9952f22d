"""What is told of an upload is the whole file's, however its parts come and go."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from safelight import AsyncPilio, Pilio, PilioOptions, Uploaded, Uploading
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import hurried

SIZE = 23 * 1024 * 1024
PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    with Sandbox(limits=False, task_seconds=0.02) as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        with hurried():
            yield running


@pytest.mark.parametrize("fault", [None, FaultKind.SERVER_ERROR, FaultKind.EXPIRED_URL])
@pytest.mark.parametrize("mode", ["sync", "async"])
def test_parts_tell_of_the_whole_file(
    sandbox: Sandbox, tmp_path: Path, mode: str, fault: FaultKind | None
) -> None:
    large = tmp_path / "large.jpg"
    large.write_bytes(PHOTO.read_bytes().ljust(SIZE, b"\0"))
    if fault is not None:
        sandbox.faults.add(fault, operation="upload_part", skip=2)
    events: list[object] = []
    options = PilioOptions(listener=events.append, upload_mode="multipart")

    async def scenario() -> None:
        async with AsyncPilio(options=options) as pilio:
            await pilio.upscale(large)

    if mode == "async":
        asyncio.run(scenario())
    else:
        with Pilio(options=options) as pilio:
            pilio.upscale(large)
    told = [event for event in events if isinstance(event, Uploading | Uploaded)]
    assert {event.size for event in told} == {SIZE}
    sent = [event.sent for event in told if isinstance(event, Uploading)]
    assert len(sent) > 10
    assert sent == sorted(set(sent))
    arrived = [event.sent for event in told if isinstance(event, Uploaded)]
    assert arrived == sorted(arrived)
    assert arrived[-1] == SIZE
