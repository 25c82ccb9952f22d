"""One batch does every operation of every vendor, and saves what each of them makes."""

import inspect
import io
import json
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import cv2
import numpy as np
import pytest
import safelight
from PIL import Image
from safelight.batch import Batch, run
from safelight.batch.catalogue import work_of
from safelight.sandbox import Sandbox
from support.arguments import CALLS, STYLED

pytestmark = pytest.mark.integration


@pytest.fixture
def photo(folder: Path) -> Path:
    path = folder / "astronaut.jpg"
    Image.open(Path(__file__).parents[1] / "data" / "astronaut.jpg").resize((200, 200)).save(path)
    return path


@pytest.fixture
def mask(folder: Path) -> Path:
    path = folder / "mask.png"
    marked = np.zeros((200, 200), np.uint8)
    marked[130:165, 50:95] = 255
    cv2.imwrite(str(path), marked)
    return path


def styles() -> dict[str, dict[str, int]]:
    """A style of each of Perfect's features that need one, by operation."""
    with safelight.Perfect() as perfect:
        groups = {name: next(perfect.style_groups(feature)).id for name, feature in STYLED.items()}
        return {
            name: {
                "style_group_id": group,
                "style_id": next(perfect.styles(STYLED[name], group)).id,
            }
            for name, group in groups.items()
        }


def rows(photo: Path, mask: Path) -> Iterator[dict[str, object]]:
    """A row of a list for every operation, with the arguments that the tests of the clients give."""
    of_style = styles()
    for vendor, calls in CALLS.items():
        for name, arguments in calls.items():
            given, options = arguments(photo, mask)
            signature = inspect.signature(getattr(getattr(safelight, vendor), name))
            bound = dict(signature.bind(*given, **options).arguments)
            if vendor == "Perfect":
                bound |= of_style.get(name, {})
            filename = str(bound.pop("filename", ""))
            source = work_of(vendor.lower(), name).source
            row = {key: as_text(value, photo.parent, filename) for key, value in bound.items()}
            if source is not None:
                first = row.pop(source)
                row["source"] = first[0] if isinstance(first, list) else first
            yield {"vendor": vendor.lower(), "operation": name} | row


def as_text(value: object, folder: Path, name: str) -> object:
    """An argument as a list of work has it: files by their paths."""
    if isinstance(value, bytes):
        (folder / name).write_bytes(value)
        return name
    if isinstance(value, list):
        return [as_text(one, folder, name) for one in value]
    return str(value) if isinstance(value, Path) else value


def check(path: Path) -> None:
    """Fail unless a file is what its name says."""
    content = path.read_bytes()
    match path.suffix:
        case ".json":
            assert json.loads(content)
        case ".zip":
            assert zipfile.ZipFile(io.BytesIO(content)).namelist()
        case ".mp4":
            assert content[4:8] == b"ftyp"
        case ".pdf":
            assert content.startswith(b"%PDF")
        case _:
            assert Image.open(io.BytesIO(content)).width > 50


def test_one_batch_does_every_operation_of_every_vendor(sandbox: Sandbox, photo: Path, mask: Path) -> None:
    # Threads of the sandbox and of the batch would import these at once, and pytest, which rewrites them, parses each:
    # Python 3.11 cannot parse in two threads at the same time (SystemError, recursion depth mismatch).
    for vendor in CALLS:
        import_module(f"{vendor.lower()}_api.server_models")
        import_module(f"{vendor.lower()}_operations")
    work = list(rows(photo, mask))
    listed = photo.with_name("all.jsonl")
    listed.write_text("".join(f"{json.dumps(row)}\n" for row in work), "utf-8")
    counts = run([str(listed)], out="out", batch="all", name="{vendor}/{operation}", rates=False)
    with Batch.open("all") as batch:
        assert [
            (one.vendor, one.operation, one.error) for one in batch.items("failed", "doubt", "held")
        ] == []
    assert counts.done == counts.total == len(work) == sum(map(len, CALLS.values()))
    for vendor, calls in CALLS.items():
        for name in calls:
            found = sorted(Path("out", vendor.lower()).glob(f"{name}[.-]*"))
            assert found, f"{vendor} {name} left no file"
            for path in found:
                check(path)
