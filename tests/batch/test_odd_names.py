"""Names that a disk may hold and a terminal, a database or another system does not like: one such item stops no other."""

import io
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from batch_support import safelight, small_photo
from hypothesis import given, settings
from hypothesis import strategies as st
from safelight.batch import Batch, Record
from safelight.batch.columns import Columns
from safelight.batch.database import database_url, open_engine
from safelight.batch.estimates import estimate
from safelight.batch.naming import target_of
from safelight.batch.planning import Plan, list_items
from safelight.batch.report import write_report
from safelight.batch.sources import read_sources
from safelight.batch.store import Store
from safelight.errors import InvalidInput, SafelightError
from safelight.sandbox import Sandbox

ODD = (
    b"a\xff.jpg",
    b"a\xfe.jpg",
    b"a\nb.jpg",
    b"a\x1b[2Jb.jpg",
    b"x\\..\\up.jpg",
    b"con.jpg",
    b"a'b\"c.jpg",
    b" .jpg",
)
VENDORS = ("pilio", "perfect", "claid", "picwish")
names = st.binary(min_size=1, max_size=251).map(lambda name: name.replace(b"/", b"_").replace(b"\0", b"_"))


@pytest.fixture
def odd(sandbox: Sandbox, folder: Path) -> Path:
    """Make photographs of odd names."""
    for name in ODD:
        (folder / "photos" / os.fsdecode(name)).write_bytes(small_photo())
    return folder / "photos"


@pytest.mark.integration
@pytest.mark.parametrize("vendor", VENDORS)
def test_odd_names_are_bought_and_saved_as_plain_ones(sandbox: Sandbox, odd: Path, vendor: str) -> None:
    command = f"batch run photos --vendor {vendor} --operation remove-background -o out"
    count = len(ODD)  # with the two plain ones, and without the two that no vendor is sent
    for _ in range(2):
        result = safelight(command)
        assert "Traceback" not in result.output
        assert sandbox.ledger.count(vendor) == count
    results = list((odd.parent / "out").iterdir())
    assert len(results) == count
    assert all(path.name.isprintable() and path.suffix == ".png" for path in results)
    with Batch.open() as batch:
        assert {os.fsencode(Path(item.source).name) for item in batch.items()} >= set(ODD)
        assert all("control characters" in (item.error or "") for item in batch.items("failed"))
        write_report(batch, odd.parent / "report.html", 20)


def test_commands_show_odd_names_as_text(sandbox: Sandbox, odd: Path) -> None:
    for path in odd.iterdir():
        path.write_bytes(b"no picture at all")
    command = "batch run photos --vendor pilio --operation remove-background -o out"
    assert safelight(command).exit_code == 1
    for said in ("batch status --problems", "batch status --problems --json", "batch retry", "batch report"):
        result = safelight(said)
        assert result.exit_code == 0, result.output
        assert "\x1b" not in result.output


def test_a_name_that_no_disk_can_hold_is_refused_alone(sandbox: Sandbox, folder: Path) -> None:
    photo = str(folder / "photos" / "a.jpg")
    bad = [f"{folder}/a\0b.jpg", f"{folder}/{'x' * 300}.jpg", f"{folder}/\ud800.jpg"]
    (folder / "items.jsonl").write_text("\n".join(json.dumps({"source": name}) for name in [*bad, photo]))
    command = "batch run items.jsonl --vendor pilio --operation remove-background -o out"
    dry = safelight(f"{command} --dry-run").stdout
    assert "4 items, 3 refused, " in dry
    for reason in ("its name holds a NUL character", "its name is too long", "its name is not Unicode"):
        assert reason in dry
    for _ in range(2):
        result = safelight(command)
        assert result.exit_code == 1, result.output
        assert "1 of 4 done" in result.output
    assert sandbox.ledger.count("pilio") == 1
    with Batch.open() as batch:
        assert [item.source for item in batch.items("failed")] == bad
        assert "NUL" in (next(batch.items("failed")).error or "")
    assert safelight("batch retry --failed").exit_code == 0
    assert safelight(command).exit_code == 1
    assert sandbox.ledger.count("pilio") == 1


def test_a_result_whose_path_would_be_too_long_is_refused_alone(sandbox: Sandbox, folder: Path) -> None:
    rows = [{"source": "photos/a.jpg", "target": "/".join(["x" * 100] * 50)}, {"source": "photos/b.jpg"}]
    (folder / "items.jsonl").write_text("\n".join(map(json.dumps, rows)))
    result = safelight("batch run items.jsonl --vendor pilio --operation remove-background -o out")
    assert "1 of 2 done" in result.output
    assert sandbox.ledger.count("pilio") == 1


def test_stdin_may_hold_names_that_are_not_utf_8(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / os.fsdecode(b"\xff.jpg")).write_bytes(b"x")
    content = b"\xef\xbb\xbf\xff.jpg\nphotos/a.jpg\na\0.jpg\n"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    found = list(read_sources(["-"], columns=Columns(("image",))))
    assert [os.fsencode(Path(record.source).name) for record in found] == [b"\xff.jpg", b"a.jpg", b"a\0.jpg"]
    assert [record.size is None for record in found] == [False, False, True]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b'{"source": "\xff.jpg"}\n')))
    with pytest.raises(SafelightError, match="stdin:1: not UTF-8"):
        list(read_sources(["-"], columns=Columns(("image",))))


@settings(max_examples=40, deadline=None)
@given(st.lists(names, min_size=1, max_size=5, unique=True), names)
def test_any_name_of_a_disk_is_listed_and_saved_below_the_results_folder(
    found: list[bytes], deep: bytes
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place).resolve() / "in", Path(place).resolve() / "out"
        (folder / os.fsdecode(b"d" + deep)).mkdir(parents=True)
        for name in found:
            (folder / os.fsdecode(b"d" + deep) / os.fsdecode(name + b".jpg")).write_bytes(b"x")
        plan = Plan(str(out), "pilio", "remove_background")
        store = Store(open_engine(database_url(f"{place}/batch.sqlite")))
        store.open_batch("b", {"out": str(out)}, None)
        records = list(read_sources([str(folder)], columns=Columns()))
        with suppress(InvalidInput):  # two names that become one are refused
            estimate(records, plan)
            list_items(store, "b", records, plan)
            items = list(store.items("b"))
            assert [item.source for item in items] == [record.source for record in records]
            for item in items:
                assert Path(item.source).read_bytes() == b"x"
                target = Path(os.path.normpath(out / item.target))
                assert target.is_relative_to(out)
                assert target != out
        store.engine.dispose()


@given(st.text(min_size=1), st.text(), st.sampled_from(["{folder}/{stem}", "{name}", "{stem}-{suffix}"]))
def test_any_text_names_a_file_below_the_results_folder(source: str, folder: str, template: str) -> None:
    try:
        target = target_of(
            Record(f"/{source}", folder=folder), template, vendor="pilio", operation="upscale", number=1
        )
    except SafelightError:
        return
    parts = target.split("/")
    assert all(part.isprintable() and part not in {"", ".", ".."} and "\\" not in part for part in parts)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("place", ["pipe.jpg", "list.jsonl"])
def test_a_pipe_is_refused_alone_and_holds_nothing_up(sandbox: Sandbox, folder: Path, place: str) -> None:
    """It would have to be read twice, and nothing ends the wait for a writer that never comes."""
    pipe = folder / "pipe.jpg"
    os.mkfifo(pipe)
    (folder / "list.jsonl").write_text(json.dumps({"source": str(pipe)}), "utf-8")
    done = safelight(f"batch run photos {place} --vendor pilio --operation remove-background -o out")
    assert done.exit_code == 1
    assert {path.name for path in (folder / "out").iterdir()} == {"a.png", "b.png"}
    problems = safelight("batch status --problems").stdout
    assert "can be read only once" in problems, problems
    assert sandbox.ledger.count("pilio") == 2
