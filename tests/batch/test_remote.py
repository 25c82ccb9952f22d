"""Sources at addresses that fsspec knows: what is listed there, how large it is, what is told where it is not there."""

import asyncio
import io
import json
import zipfile
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from s3_server import Storage, counted
from safelight.batch.columns import Columns
from safelight.batch.naming import target_of
from safelight.batch.records import Record
from safelight.batch.remote import fetched
from safelight.batch.sources import read_sources
from safelight.cli.app import cli
from safelight.errors import ConfigurationError, InvalidInput

pytestmark = pytest.mark.integration

NAMES = {
    "in/b.jpg": b"12345",
    "in/a b ü#x?50%.PNG": b"1",
    "in/deep/er/c.webp": b"123",
    "in/deep/d[1].jpg": b"12",
    "in/deep/note.txt": b"",
    "in/.hidden/e.jpg": b"1",
    "in/made/": b"",
    "other/f.jpg": b"1",
}


def listed(*places: str) -> list[tuple[str, str, int | None]]:
    return [
        (record.source, record.folder, record.size)
        for record in read_sources(places, columns=Columns(("image",)))
    ]


@pytest.fixture
def bucket(storage: Storage) -> str:
    """Make a bucket of pictures and other things."""
    storage.make("shop", NAMES)
    return "s3://shop"


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_folder_lists_its_pictures_with_folders_and_sizes(bucket: str, slash: str) -> None:
    assert listed(f"{bucket}/in{slash}") == [
        ("s3://shop/in/a b ü#x?50%.PNG", "", 1),
        ("s3://shop/in/b.jpg", "", 5),
        ("s3://shop/in/deep/d[1].jpg", "deep", 2),
        ("s3://shop/in/deep/er/c.webp", "deep/er", 3),
    ]
    assert [source for source, _, _ in listed(bucket)][-1] == "s3://shop/other/f.jpg"


def test_a_glob_keeps_the_folders_below_its_fixed_part(bucket: str) -> None:
    assert listed(f"{bucket}/in/*.jpg") == [("s3://shop/in/b.jpg", "", 5)]
    assert [source for source, _, _ in listed(f"{bucket}/in/**/*.jpg")] == [
        "s3://shop/in/b.jpg",
        "s3://shop/in/deep/d[1].jpg",
    ]
    assert listed(f"{bucket}/*/deep/*/c.*") == [("s3://shop/in/deep/er/c.webp", "in/deep/er", 3)]
    assert listed(f"{bucket}/i?/d*/er/[a-c].webp") == [("s3://shop/in/deep/er/c.webp", "in/deep/er", 3)]
    with pytest.raises(ConfigurationError, match=r"nothing matches s3://shop/in/\*\.gif"):
        listed(f"{bucket}/in/*.gif")


def test_one_object_may_have_any_name(bucket: str) -> None:
    for name, size in (("in/b.jpg", 5), ("in/a b ü#x?50%.PNG", 1), ("in/deep/d[1].jpg", 2)):
        assert listed(f"{bucket}/{name}") == [(f"{bucket}/{name}", "", size)]


def test_results_are_named_as_the_objects_are() -> None:
    for source, name in (
        ("s3://shop/in/a ü#1.jpg", "a ü#1"),
        ("s3://shop/50%25.jpg", "50%25"),
        ("zip://in/b.png::file:///x/y.zip", "b"),
    ):
        assert (
            target_of(Record(source), "{folder}/{stem}", vendor="pilio", operation="upscale", number=1)
            == name
        )


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("s3://nowhere/in", "bucket does not exist"),
        ("s3://nowhere/*.jpg", "bucket does not exist"),
        ("s3://nowhere/items.jsonl", "bucket does not exist"),
        ("s3://shop/in/none.jpg", "there is no such file"),
        ("s3://shop/none/", "there is no such file"),
        ("s3://shop/none.csv", "there is no such file"),
        ("s3://shop/none.parquet", "there is no such file"),
        ("zip://a.jpg::file:///nowhere.zip", "No such file"),
        ("nonsense://a/b.jpg", "need fsspec's package"),
    ],
)
def test_what_is_not_there_is_told(bucket: str, place: str, reason: str) -> None:
    with pytest.raises(ConfigurationError, match=reason) as raised:
        listed(place)
    assert raised.value.field == "source"
    assert place.partition("*")[0].rstrip("/") in str(raised.value) or "nonsense://" in str(raised.value)


def test_a_flat_bucket_is_listed_by_few_requests(storage: Storage) -> None:
    storage.make("flat", {f"in/{number:03d}.jpg": b"1" for number in range(200)})
    with counted() as calls:
        assert len(listed("s3://flat/in/")) == 200
    assert calls.total() <= 4, calls
    with counted() as calls:
        assert len(listed("s3://flat/in/*.jpg")) == 200
    assert calls.total() <= 5, calls


def test_what_is_new_in_a_bucket_is_seen(storage: Storage, bucket: str) -> None:
    before = listed(f"{bucket}/in/")
    storage.client.put_object(Bucket="shop", Key="in/new.jpg", Body=b"1")
    assert len(listed(f"{bucket}/in/")) == len(before) + 1


def test_lists_may_lie_there_too(storage: Storage, bucket: str) -> None:
    rows = [{"source": f"s3://shop/in/{number}.jpg", "sku": f"ü{number}"} for number in range(30)]
    kept = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), kept, row_group_size=7)
    for name, content in (
        ("items.jsonl", "\ufeff" + "\n".join(json.dumps(row) for row in rows)),
        ("items.csv", "source,sku\r\n" + "\r\n".join(f"{row['source']},{row['sku']}" for row in rows)),
    ):
        storage.client.put_object(Bucket="shop", Key=name, Body=content.encode())
    storage.client.put_object(Bucket="shop", Key="items.parquet", Body=kept.getvalue())
    for suffix in ("jsonl", "csv", "parquet"):
        records = list(read_sources([f"{bucket}/items.{suffix}"], columns=Columns(("image",))))
        assert [record.source for record in records] == [row["source"] for row in rows]
        assert [record.fields["sku"] for record in records] == [row["sku"] for row in rows]


def test_a_list_is_read_as_it_goes(storage: Storage, bucket: str) -> None:
    line = json.dumps({"source": "s3://shop/in/b.jpg", "note": "x" * 1000}) + "\n"
    storage.client.put_object(Bucket="shop", Key="long.jsonl", Body=line.encode() * 8000)
    with counted() as calls:
        records = read_sources([f"{bucket}/long.jsonl"], columns=Columns(("image",)))
        next(records)
        first = calls["get_object"]
        assert sum(1 for _ in records) == 7999
    assert first <= 2
    assert calls["get_object"] >= 4, "8 MB come in blocks"


def test_archives_memory_and_files_are_sources_too(tmp_path: Path) -> None:
    archive = tmp_path / "photos.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("in/a b.jpg", b"1234")
        written.writestr("in/deep/b.jpg", b"12")
    chain = f"::file://{archive}"
    expected = [(f"zip://in/a b.jpg{chain}", "", 4), (f"zip://in/deep/b.jpg{chain}", "deep", 2)]
    assert listed(f"zip://in{chain}") == expected
    assert listed(f"zip://in/**/*.jpg{chain}") == expected
    assert listed(expected[0][0]) == expected[:1]
    assert len(listed(f"zip://{chain}")) == 2
    (tmp_path / "one.jpg").write_bytes(b"1")
    assert listed(f"file://{tmp_path}/*.jpg") == [(f"file://{tmp_path}/one.jpg", "", 1)]
    fsspec.filesystem("memory").pipe("/remote/x/a.jpg", b"123")
    assert listed("memory://remote/") == [("memory://remote/x/a.jpg", "x", 3)]


def content_of(source: str) -> tuple[str, bytes]:
    async def fetch() -> tuple[str, bytes]:
        async with fetched(source) as path:
            return await asyncio.to_thread(lambda: (Path(path).name, Path(path).read_bytes()))

    return asyncio.run(fetch())


def test_every_source_that_is_listed_can_be_fetched(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    archive = tmp_path / "photos.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("in/a.jpg", b"1234")
    fsspec.filesystem("memory").pipe("/fetched/a.jpg", b"123")
    (tmp_path / "a.jpg").write_bytes(b"12")
    places = (f"{bucket}/in/", f"zip://in::file://{archive}", "memory://fetched", f"file://{tmp_path}")
    for place in places:
        for source, _, size in listed(place):
            name, content = content_of(source)
            assert len(content) == size
            assert name.rpartition(".")[2].lower() in {"jpg", "png", "webp"}
    with pytest.raises(InvalidInput, match=r"cannot read s3://shop/none\.jpg"):
        content_of(f"{bucket}/none.jpg")
    assert list((tmp_path / "temporary").iterdir()) == []


def test_what_a_cache_lists_is_fetched_through_it() -> None:
    fsspec.filesystem("memory").pipe("/cached/a.jpg", b"123")
    ((source, _, _),) = listed("simplecache::memory://cached/")
    assert source == "simplecache::memory://cached/a.jpg"
    assert content_of(source) == ("a.jpg", b"123")


def test_a_dry_run_knows_the_sizes(bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    command = [
        "batch",
        "run",
        "s3://shop/in/",
        "--vendor",
        "pilio",
        "--operation",
        "upscale",
        "-O",
        "type=2X",
    ]
    with counted() as calls:
        result = CliRunner().invoke(cli, [*command, "-o", "s3://shop/out", "--dry-run"])
    assert result.exit_code == 0, result.output
    assert "4 items, 11 bytes to send" in result.output
    assert not calls["get_object"]
    result = CliRunner().invoke(cli, [*command[:2], "s3://nowhere/in/", *command[3:], "--dry-run"])
    assert result.exit_code == 2
    assert "cannot read s3://nowhere/in/" in result.output
