"""What has arrived is not sent again when a run begins anew."""

import asyncio
import json
import os
import stat
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import attrs
import pytest
from safelight import (
    AsyncPerfect,
    AsyncPilio,
    InvalidInput,
    NotFound,
    Options,
    Perfect,
    PerfectOptions,
    Pilio,
    PilioOptions,
    RetryPolicy,
    Uploaded,
    UploadFailed,
    UploadFolder,
)
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import hurried

MEBIBYTE = 1024 * 1024
PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch):
    with Sandbox(limits=False, task_seconds=0.02) as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        with hurried():
            yield running


def puts(sandbox: Sandbox) -> int:
    return sum(record.method == "PUT" for record in sandbox.requests)


def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.jpg"
    path.write_bytes(PHOTO.read_bytes() + os.urandom(31 * MEBIBYTE))
    return path


def test_a_multipart_upload_goes_on_where_it_stopped(sandbox: Sandbox, tmp_path: Path) -> None:
    path, store = large(tmp_path), UploadFolder(tmp_path / "uploads")
    options = PilioOptions(uploads=store, upload_mode="multipart", retry=RetryPolicy(attempts=1))
    sandbox.faults.add(FaultKind.SERVER_ERROR, operation="upload_part", skip=4, times=None)
    with Pilio(options=options) as pilio, pytest.raises(UploadFailed):
        pilio.remove_background(path)
    sandbox.faults.clear()
    (kept,) = (tmp_path / "uploads").glob("*.json")
    arrived = len(json.loads(kept.read_text())["etags"])
    assert 0 < arrived < 7
    events: list[object] = []
    with Pilio(options=attrs.evolve(options, listener=events.append)) as pilio:
        assert pilio.remove_background(path).id
    assert sum(isinstance(event, Uploaded) for event in events) == 7 - arrived


def test_a_multipart_upload_that_the_store_no_longer_has_begins_anew(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    path, store = large(tmp_path), UploadFolder(tmp_path / "uploads")
    options = PilioOptions(uploads=store, upload_mode="multipart", retry=RetryPolicy(attempts=1))
    sandbox.faults.add(FaultKind.SERVER_ERROR, operation="upload_part", skip=4, times=None)
    with Pilio(options=options) as pilio, pytest.raises(UploadFailed):
        pilio.remove_background(path)
    sandbox.faults.clear()
    storage = sandbox.world.storage
    (kept,) = (tmp_path / "uploads").glob("*.json")
    (upload,) = {parse_qs(urlsplit(url).query)["uploadId"][0] for url in json.loads(kept.read_text())["urls"]}
    storage.abort_upload(upload)
    events: list[object] = []
    with Pilio(options=attrs.evolve(options, listener=events.append)) as pilio:
        assert pilio.remove_background(path).id
    assert sum(isinstance(event, Uploaded) for event in events) == 7


def test_a_file_that_has_arrived_is_used_again(sandbox: Sandbox, tmp_path: Path) -> None:
    options = PerfectOptions(uploads=UploadFolder(tmp_path / "uploads"))
    for _ in range(2):
        with Perfect(options=options) as perfect:
            assert perfect.remove_background(PHOTO).id
    assert puts(sandbox) == 1
    assert len(sandbox.ledger.entries) == 2, "each task is bought"


def test_a_changed_file_is_sent_again(sandbox: Sandbox, tmp_path: Path) -> None:
    path, options = tmp_path / "photo.jpg", PerfectOptions(uploads=UploadFolder(tmp_path / "uploads"))
    with Perfect(options=options) as perfect:
        path.write_bytes(PHOTO.read_bytes())
        perfect.remove_background(path)
        path.write_bytes(PHOTO.read_bytes() + b"\0")
        perfect.remove_background(path)
    assert puts(sandbox) == 2


CLIENTS = {"pilio": (Pilio, AsyncPilio), "perfect": (Perfect, AsyncPerfect)}
CREATES = {"pilio": "remove_background", "perfect": "run_background_removal"}


def bought(sandbox: Sandbox, vendor: str, store: UploadFolder, way: str) -> str:
    """Buy with what an account that every sandbox has remembers; the task's id."""
    sync_kind, async_kind = CLIENTS[vendor]
    settings = {
        "api_key": sandbox.api_key(vendor),
        "secret_key": sandbox.secret_key if vendor == "perfect" else None,
        "base_url": sandbox.base_url(vendor),
        "options": Options(uploads=store),
    }

    async def later() -> str:
        async with async_kind(**settings) as client:
            return (await client.remove_background(PHOTO)).id

    if way == "async":
        return asyncio.run(later())
    with sync_kind(**settings) as client:
        return client.remove_background(PHOTO).id


@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("vendor", CLIENTS)
def test_a_remembered_file_that_the_vendor_no_longer_has_is_sent_again(
    vendor: str, way: str, tmp_path: Path
) -> None:
    store = UploadFolder(tmp_path / "uploads")
    with hurried():
        with Sandbox(limits=False) as sandbox:
            port = sandbox.port
            assert bought(sandbox, vendor, store, way)
        with Sandbox(port, limits=False) as sandbox:
            assert bought(sandbox, vendor, store, way)
            assert bought(sandbox, vendor, store, way)
            assert puts(sandbox) == 1
            assert sandbox.ledger.count(vendor=vendor) == 2


@pytest.mark.parametrize("vendor", CLIENTS)
def test_a_fresh_file_is_not_sent_again_where_the_create_is_refused(
    vendor: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    sandbox.faults.add(FaultKind.SERVER_ERROR, vendor, CREATES[vendor], times=None, status=400)
    with pytest.raises(InvalidInput):
        bought(sandbox, vendor, UploadFolder(tmp_path / "uploads"), "sync")
    assert puts(sandbox) == 1


@pytest.mark.parametrize("vendor", CLIENTS)
@pytest.mark.parametrize(("status", "error", "sent"), [(404, NotFound, 2), (400, InvalidInput, 1)])
def test_a_remembered_file_is_sent_again_once_where_the_refusal_is_about_it(
    vendor: str, status: int, error: type[Exception], sent: int, sandbox: Sandbox, tmp_path: Path
) -> None:
    store = UploadFolder(tmp_path / "uploads")
    bought(sandbox, vendor, store, "sync")
    sandbox.faults.add(FaultKind.SERVER_ERROR, vendor, CREATES[vendor], times=None, status=status)
    with pytest.raises(error):
        bought(sandbox, vendor, store, "sync")
    assert puts(sandbox) == sent
    assert sandbox.ledger.count(vendor=vendor) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_presigned_urls_are_kept_private(tmp_path: Path) -> None:
    store = UploadFolder(tmp_path / "uploads")
    store.save("key", {"id": "file", "until": 0})
    (kept,) = (tmp_path / "uploads").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "uploads").stat().st_mode) == 0o700
