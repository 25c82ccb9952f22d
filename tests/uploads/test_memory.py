"""What is remembered of an upload, for whom, and for how long."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from safelight import Perfect, PerfectOptions, Pilio, PilioOptions, UploadFailed, UploadFolder
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import hurried

PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(limits=False, task_seconds=0.02) as running, hurried():
        yield running


def buy(sandbox: Sandbox, folder: Path, account: str = "demo") -> None:
    with Perfect(
        sandbox.api_key("perfect", account),
        secret_key=sandbox.secret_key,
        base_url=sandbox.base_url("perfect"),
        options=PerfectOptions(uploads=UploadFolder(folder)),
    ) as perfect:
        perfect.remove_background(PHOTO)


def puts(sandbox: Sandbox) -> int:
    return sum(record.method == "PUT" for record in sandbox.requests)


def test_an_upload_is_remembered_for_its_account_alone(sandbox: Sandbox, tmp_path: Path) -> None:
    for account in ("demo", "other", "demo", "other"):
        buy(sandbox, tmp_path / "uploads", account)
    assert puts(sandbox) == 2
    assert len(list((tmp_path / "uploads").iterdir())) == 2


@pytest.mark.parametrize(("left", "sent"), [(200.0, 2), (900.0, 1)])
def test_an_upload_is_relied_on_until_five_minutes_before_its_end(
    sandbox: Sandbox, tmp_path: Path, left: float, sent: int
) -> None:
    buy(sandbox, tmp_path / "uploads")
    (kept,) = (tmp_path / "uploads").iterdir()
    kept.write_text(json.dumps({**json.loads(kept.read_text()), "until": time.time() + left}))
    buy(sandbox, tmp_path / "uploads")
    assert puts(sandbox) == sent


def test_urls_that_have_expired_are_not_remembered(sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.faults.add(FaultKind.EXPIRED_URL, "pilio", "create_files", times=None)
    options = PilioOptions(uploads=UploadFolder(tmp_path / "uploads"), upload_mode="multipart")
    with (
        Pilio(sandbox.api_key("pilio"), base_url=sandbox.base_url("pilio"), options=options) as pilio,
        pytest.raises(UploadFailed, match="storage refused"),
    ):
        pilio.remove_background(PHOTO)
    assert puts(sandbox) > 1
    assert list((tmp_path / "uploads").iterdir()) == []
