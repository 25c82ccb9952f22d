"""Results at addresses that fsspec knows: whole batches from an object store to another, through what goes wrong."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import fsspec
import pytest
import s3fs
from batch_support import PHOTO, environment, small_photo
from fsspec.implementations.local import LocalFileSystem
from PIL import Image
from s3_server import Storage, counted
from safelight.batch import Batch, Counts, run
from safelight.batch.report import write_report
from safelight.errors import ConfigurationError, InvalidInput
from safelight.sandbox import Sandbox
from support.waiting import HANG

pytestmark = pytest.mark.integration

SOURCES = ("in/a b ü#1.jpg", "in/b.jpg", "in/deep/b.jpg")
RESULTS = ["out/a b ü#1.png", "out/b.png", "out/deep/b.png"]
LIFE = Path(__file__).parent / "life_that_ends_itself.py"
Runs = Callable[..., Counts]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Start a sandbox without limits whose tasks are quick."""
    with Sandbox(limits=False, task_seconds=0.05) as running:
        yield running


@pytest.fixture
def runs(sandbox: Sandbox, tmp_path: Path) -> Runs:
    """Run batches of one database against the sandbox."""
    clients: Mapping[str, Mapping[str, str]] = {
        vendor: {"api_key": sandbox.api_key(vendor), "base_url": sandbox.base_url(vendor)}
        for vendor in ("pilio", "picwish")
    }

    def go(*sources: str, **given: Any) -> Counts:
        arguments = {"vendor": "pilio", "operation": "remove_background", "batch": "b", **given}
        return run(list(sources), database_url=_url(tmp_path), rates=False, clients=clients, **arguments)

    return go


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/batch.sqlite"


@pytest.fixture
def bucket(storage: Storage) -> str:
    """Make a bucket of photographs, and one for results."""
    storage.make("shop", dict.fromkeys(SOURCES, small_photo()))
    storage.make("results", {})
    return "s3://shop"


def test_a_batch_from_one_bucket_to_another(
    runs: Runs,
    storage: Storage,
    sandbox: Sandbox,
    bucket: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    storage.client.put_object(Bucket="shop", Key="in/chelsea.jpg", Body=PHOTO.read_bytes())
    counts = runs(f"{bucket}/in/**/*.jpg", out="s3://results/out/")
    assert (counts.done, counts.total) == (4, 4)
    assert storage.keys("results") == sorted([*RESULTS, "out/chelsea.png"])
    assert list((tmp_path / "temporary").iterdir()) == []
    with (
        Image.open(PHOTO) as before,
        Image.open(io.BytesIO(storage.read("results", "out/chelsea.png"))) as after,
    ):
        assert after.size == before.size
        assert after.mode == "RGBA"
        alpha = after.getchannel("A").histogram()
        subject, background = sum(alpha[200:]), sum(alpha[:50])
        assert min(subject, background) > 0.1 * before.width * before.height
        shown = after.convert("RGB").crop(after.getchannel("A").getbbox())
        assert shown.getextrema() != ((0, 0), (0, 0), (0, 0))
    with Batch.open("b", database_url=_url(tmp_path)) as batch:
        files = [file for item in batch.items() for file in item.files]
        write_report(batch, tmp_path / "report.html", 4)
    assert sorted(files) == sorted(f"s3://results/{key}" for key in storage.keys("results"))
    assert runs(f"{bucket}/in/**/*.jpg", out="s3://results/out/").done == 4
    assert sandbox.ledger.count("pilio") == 4


def test_results_that_exist_are_not_replaced_unasked(
    runs: Runs, storage: Storage, sandbox: Sandbox, bucket: str
) -> None:
    storage.client.put_object(Bucket="results", Key="out/deep/b.webp", Body=b"mine")
    with pytest.raises(InvalidInput, match="results exist already below s3://results/out: deep/b"):
        runs(f"{bucket}/in", out="s3://results/out")
    assert sandbox.ledger.count() == 0
    assert runs(f"{bucket}/in", out="s3://results/out", overwrite=True).done == 3
    assert storage.read("results", "out/deep/b.webp") == b"mine"


@pytest.mark.parametrize(
    ("name", "result"), [("{stem}", "out/089.png"), ("{number}/{stem}", "out/90/089.png")]
)
def test_existing_results_are_looked_for_by_folder(
    runs: Runs, storage: Storage, name: str, result: str
) -> None:
    storage.make("many", {f"in/{number:03d}.jpg": b"1" for number in range(90)})
    storage.make("results", {result: b"mine", "out/1/other.png": b"1"})
    with counted() as calls, pytest.raises(InvalidInput, match="089"):
        runs("s3://many/in/", out="s3://results/out", name=name)
    assert calls["list_objects_v2"] <= 8, calls


def test_a_bucket_that_is_not_there_is_told_and_not_made(
    runs: Runs, storage: Storage, sandbox: Sandbox, bucket: str
) -> None:
    for overwrite in (False, True):
        with pytest.raises(ConfigurationError, match="there is no bucket 'resutls'") as raised:
            runs(f"{bucket}/in", out="s3://resutls/out", overwrite=overwrite)
        assert raised.value.field == "out"
    with pytest.raises(ConfigurationError, match="bucket does not exist"):
        runs("s3://nowhere/in", out="s3://results/out")
    assert sorted(storage.buckets()) == ["results", "shop"]
    assert sandbox.ledger.count() == 0


def test_an_object_that_is_gone_costs_nothing(
    runs: Runs, storage: Storage, sandbox: Sandbox, bucket: str, tmp_path: Path
) -> None:
    listed = tmp_path / "items.csv"
    listed.write_text(f"source\n{bucket}/in/b.jpg\n{bucket}/in/gone.jpg\n")
    counts = runs(str(listed), out="s3://results")
    assert (counts.done, counts.failed) == (1, 1)
    with Batch.open("b", database_url=_url(tmp_path)) as batch:
        (failed,) = batch.items("failed")
    assert (failed.error_kind, failed.credits) == ("InvalidInput", None)
    assert "cannot read s3://shop/in/gone.jpg" in (failed.error or "")
    assert storage.keys("results") == ["b.png"]
    assert sandbox.ledger.count("pilio") == 1


def test_all_files_of_a_result_arrive(runs: Runs, storage: Storage, bucket: str) -> None:
    counts = runs(
        f"{bucket}/in/b.jpg",
        out="s3://results/out",
        vendor="picwish",
        options={"output": "both", "sync": True},
    )
    assert counts.done == 1
    assert storage.keys("results") == ["out/b-mask.png", "out/b.png"]


def test_a_refused_write_is_tried_again(
    runs: Runs,
    storage: Storage,
    sandbox: Sandbox,
    bucket: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("safelight.batch.processing.PAUSES", (0.0,))
    put, refusals = s3fs.S3FileSystem._put_file, iter([True])

    async def refused_once(system: s3fs.S3FileSystem, *arguments: Any, **named: Any) -> None:
        if next(refusals, False):
            raise ConnectionError("the store is away")
        await put(system, *arguments, **named)

    monkeypatch.setattr(s3fs.S3FileSystem, "_put_file", refused_once)
    s3fs.S3FileSystem.clear_instance_cache()
    assert runs(f"{bucket}/in", out="s3://results/out").done == 3
    assert next(refusals, None) is None
    assert storage.keys("results") == RESULTS
    assert sandbox.ledger.count("pilio") == 3


def test_no_part_of_a_result_bears_its_name(
    runs: Runs, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jpg").write_bytes(small_photo())
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr("safelight.batch.processing.PAUSES", ())

    def half(_: LocalFileSystem, local: str, there: str, **__: object) -> None:
        Path(there).write_bytes(Path(local).read_bytes()[:100])
        raise OSError("the disk is full")

    out = f"file://{tmp_path}/out"
    with monkeypatch.context() as patched:
        patched.setattr(LocalFileSystem, "put_file", half)
        assert runs(f"file://{tmp_path}/in/", out=out).failed == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == []
    assert list((tmp_path / "temporary").iterdir()) == []
    with Batch.open("b", database_url=_url(tmp_path)) as batch:
        (item,) = batch.items()
        assert (item.error_kind, item.token is None) == ("DownloadFailed", False)
        assert "the disk is full" in (item.error or "")
        assert batch.retry() == 1
    assert runs(f"file://{tmp_path}/in/", out=out).done == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.png"]
    assert sandbox.ledger.count("pilio") == 1


def test_memory_takes_results_too(runs: Runs) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/batch/in/deep/a.jpg", small_photo())
    assert runs("memory://batch/in", out="memory://batch/out").done == 1
    assert memory.find("/batch/out") == ["/batch/out/deep/a.png"]
    memory.rm("/batch", recursive=True)


def test_a_worker_that_is_killed_before_it_writes_down_saves_under_the_same_name(
    storage: Storage, sandbox: Sandbox, bucket: str, tmp_path: Path
) -> None:
    command = [sys.executable, str(LIFE), _url(tmp_path), f"{bucket}/in", "s3://results/out"]
    given = {**environment(sandbox.environment()), "PYTHONPATH": environment()["PYTHONPATH"]}
    first = subprocess.run(
        [*command, "ends"], env=given, capture_output=True, text=True, timeout=HANG, check=False
    )
    assert first.returncode == -9, first.stderr
    saved = storage.keys("results")
    assert saved, "it was killed after the first result was sent"
    with Batch.open("b", database_url=_url(tmp_path)) as batch:
        assert batch.status().done == 0
    again = subprocess.run(command, env=given, capture_output=True, text=True, timeout=HANG, check=False)
    assert again.returncode == 0, again.stderr
    with Batch.open("b", database_url=_url(tmp_path)) as batch:
        counts = batch.status()
    assert counts.done + counts.doubt == 3
    assert set(saved) <= set(storage.keys("results")) <= set(RESULTS)
    assert len(storage.keys("results")) == counts.done
    assert sandbox.ledger.count("pilio") <= 3
    assert os.environ["AWS_ENDPOINT_URL"]
