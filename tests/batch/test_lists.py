"""Lists in CSV and Parquet: what their cells become, what is told of a wrong one, what a long one takes."""

import datetime as dt
import io
import json
import sys
import tracemalloc
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from safelight.batch.columns import Columns
from safelight.batch.estimates import estimate
from safelight.batch.lists import read_lines
from safelight.batch.planning import Plan
from safelight.batch.records import Record
from safelight.batch.running import places_of
from safelight.batch.sources import read_sources
from safelight.errors import ConfigurationError, InvalidInput

pytestmark = pytest.mark.integration

PARAMETERS = ("image", "type", "scale", "count", "tags")
MEBIBYTE = 1024 * 1024


def listed(path: Path) -> list[Record]:
    return list(read_sources([str(path)], columns=Columns(PARAMETERS)))


def write(path: Path, columns: dict[str, Sequence[Any] | pa.Array], **options: Any) -> Path:
    pq.write_table(pa.table(columns), path, **options)
    return path


def test_columns_become_arguments_fields_and_overrides(tmp_path: Path) -> None:
    table = write(
        tmp_path / "items.parquet",
        {
            "image": ["/x/a.jpg", "s3://shop/b.jpg"],
            "vendor": ["claid", None],
            "target": pa.array([17, None], pa.int64()),
            "type": ["2X", None],
            "count": pa.array([4.0, float("nan")]),
            "scale": pa.array([Decimal("1.50"), Decimal("2.00")]),
            "tags": [["a", "b"], []],
            "sku": pa.array([7.0, None]),
            "day": [dt.date(2026, 1, 2), None],
        },
    )
    first, second = listed(table)
    assert first == Record(
        "/x/a.jpg",
        {"type": "2X", "count": 4, "scale": 1.5, "tags": ["a", "b"]},
        vendor="claid",
        target="17",
        fields={"sku": "7", "day": "2026-01-02"},
    )
    assert isinstance(first.options["count"], int)
    assert second == Record("s3://shop/b.jpg", {"scale": 2})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["list.jsonl", "list.csv"])
def test_lists_as_the_editors_of_all_systems_write_them(tmp_path: Path, encoding: str, name: str) -> None:
    rows = {"list.jsonl": '{"image": "/x/caf\u00e9.jpg"}\r\n', "list.csv": "image\r\n/x/caf\u00e9.jpg\r\n"}
    (tmp_path / name).write_bytes(rows[name].encode(encoding))
    assert [record.source for record in listed(tmp_path / name)] == ["/x/caf\u00e9.jpg"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("\ufeffa.jpg\r\nb.jpg\r\n", ["a.jpg", "b.jpg"]),
        ('\ufeff{"image": "a.jpg"}\n', ["a.jpg"]),
        ("a.jpg\0b.jpg\0", ["a.jpg", "b.jpg"]),
        ("a.jpg\0line\nfeed.jpg\0 b.jpg\0", ["a.jpg", "line\nfeed.jpg", " b.jpg"]),
        ("a.jpg\0b.jpg", ["a.jpg", "b.jpg"]),
    ],
)
def test_lines_of_find_and_of_other_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, names: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in names:
        (tmp_path / name).touch()
    lines = read_lines(io.StringIO(text, newline="\n"), "stdin", Columns(PARAMETERS))
    assert [(record.source, record.missing) for record in lines] == [
        (str(tmp_path / name), "") for name in names
    ]


@pytest.mark.parametrize(
    "options",
    [
        pa.array([{"type": "2X", "deep": {"a": 1.0, "b": None}}, {"type": None, "deep": None}, None]),
        pa.array(['{"type": "2X", "deep": {"a": 1}}', "{}", None]),
    ],
)
def test_options_are_structs_or_json(tmp_path: Path, options: pa.Array) -> None:
    table = write(tmp_path / "items.parquet", {"source": ["/a.jpg", "/b.jpg", "/c.jpg"], "options": options})
    assert [record.options for record in listed(table)] == [{"type": "2X", "deep": {"a": 1}}, {}, {}]


def test_options_may_be_a_map(tmp_path: Path) -> None:
    kind = pa.map_(pa.string(), pa.string())
    options = pa.array([[("type", "2X")], [], None], kind)
    table = write(tmp_path / "items.parquet", {"source": ["/a.jpg", "/b.jpg", "/c.jpg"], "options": options})
    assert [record.options for record in listed(table)] == [{"type": "2X"}, {}, {}]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"source": ["/a.jpg", None]}, "2: no column names the source"),
        ({"picture": ["/a.jpg"]}, "1: no column names the source"),
        ({"source": ["/a.jpg", "/b.jpg"], "options": ["{}", "[1]"]}, "2: options must be an object"),
        ({"source": [1]}, "1: source must be text"),
        ({"source": ["/a.jpg"], "vendor": [["pilio"]]}, "1: vendor must be text"),
        ({"source": ["/a.jpg"], "target": [1.5]}, "1: target must be text"),
        (
            {"source": ["/a.jpg"], "type": [dt.date(2026, 1, 2)]},
            "1: column 'type' holds a date, which cannot be an argument",
        ),
        ({"source": ["/a.jpg"], "options": [{"type": b"2X"}]}, "1: column 'options' holds a bytes"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, columns: dict[str, list[Any]], said: str) -> None:
    table = write(tmp_path / "items.parquet", columns)
    with pytest.raises(InvalidInput, match=f"items.parquet:{said}"):
        listed(table)


def test_rows_are_counted_through_row_groups(tmp_path: Path) -> None:
    sources = [f"/{number}.jpg" for number in range(3500)]
    table = write(tmp_path / "items.parquet", {"source": sources}, row_group_size=600)
    assert [record.source for record in listed(table)] == sources
    write(tmp_path / "items.parquet", {"source": [*sources, None]}, row_group_size=600)
    with pytest.raises(InvalidInput, match=r"items\.parquet:3501:"):
        listed(table)


def test_a_file_that_is_none_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "items.parquet"
    with pytest.raises(ConfigurationError, match=r"cannot read .*items\.parquet: No such file"):
        listed(table)
    table.write_bytes(b"source\n/x/a.jpg\n" * 10)
    with pytest.raises(ConfigurationError, match=r"cannot read .*items\.parquet: .*magic bytes"):
        listed(table)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(ConfigurationError, match=r"pip install '.\[parquet\]'"):
        listed(table)


def test_an_address_needs_fsspec(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(ConfigurationError, match=r"pip install '.\[fsspec\]'"):
        list(read_sources(["s3://shop/in"], columns=Columns()))


def test_a_long_row_group_is_read_in_constant_memory(tmp_path: Path) -> None:
    """A single row group, as many writers make it: pyarrow would read each of its columns whole."""
    count = 15_000
    columns = {
        "source": [f"s3://shop/{number}.jpg" for number in range(count)],
        "title": [f"{number} of the catalogue, in many words" * 60 for number in range(count)],
    }
    table = write(
        tmp_path / "items.parquet", columns, row_group_size=count, compression="none", use_dictionary=False
    )
    assert table.stat().st_size > 30 * MEBIBYTE
    del columns
    usual = pa.default_memory_pool()
    pool = pa.proxy_memory_pool(usual)
    pa.set_memory_pool(pool)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_sources([str(table)], columns=Columns(PARAMETERS))) == count
        taken = tracemalloc.get_traced_memory()[1] + pool.max_memory()
    finally:
        tracemalloc.stop()
        pa.set_memory_pool(usual)
    assert taken < 20 * MEBIBYTE


def test_cells_of_a_table_are_text_unless_they_are_arguments(tmp_path: Path) -> None:
    table = tmp_path / "items.csv"
    table.write_text(
        'source,target,sku,count,options\n/a.jpg,0017,1e5,4,"{""type"": ""2X""}"\n/b.jpg,18,007,,\n'
    )
    first, second = listed(table)
    assert (first.target, first.fields, first.options) == ("0017", {"sku": "1e5"}, {"count": 4, "type": "2X"})
    assert (second.target, second.fields, second.options) == ("18", {"sku": "007"}, {})
    table.write_text("source,type\n/a.jpg,2X\n/b.jpg,2X,more\n")
    with pytest.raises(InvalidInput, match=r"items\.csv:3: more cells than columns"):
        listed(table)
    table.write_bytes(b"source\n/\xff.jpg\n")
    with pytest.raises(ConfigurationError, match=r"cannot read .*items\.csv: .*utf-8"):
        listed(table)


def test_a_plan_takes_what_a_table_says(tmp_path: Path) -> None:
    table = write(
        tmp_path / "items.parquet",
        {
            "source": ["/x/a.jpg", "/x/b.jpg"],
            "type": ["2X", "4X"],
            "operation": ["upscale"] * 2,
            "sku": [7, 8],
        },
    )
    plan = Plan("out", vendor="pilio", name="{sku}")
    records = read_sources([str(table)], columns=Columns(("image", "type")))
    found = estimate(records, plan)
    assert (found.items, found.unpriced.total()) == (2, 0)


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("edit_folder", {"folder": "storage://samples/", "operations": {"padding": "5%"}}),
        ("generate_image", {"prompt": "a lighthouse"}),
    ],
)
def test_a_row_of_an_operation_without_a_source_keeps_all_of_its_arguments(
    tmp_path: Path, operation: str, arguments: dict[str, object]
) -> None:
    table = tmp_path / "items.jsonl"
    table.write_text(json.dumps({"vendor": "claid", "operation": operation, **arguments}), "utf-8")
    plan = Plan(out=str(tmp_path / "out"), vendor="pilio", operation="upscale")
    (record,) = places_of([str(table)], plan)
    assert not record.source
    assert plan.arguments(record, plan.work(record), 1) == arguments
