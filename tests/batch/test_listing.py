"""Sources, names and estimates: what is listed, what it is called, what it will take."""

import io
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import fsspec
import pytest
from safelight.batch.catalogue import items_at_once, tasks_at_once, work_of
from safelight.batch.columns import Columns
from safelight.batch.database import database_url, open_engine
from safelight.batch.estimates import estimate
from safelight.batch.naming import inside
from safelight.batch.planning import Plan, list_items
from safelight.batch.records import Record, item_id
from safelight.batch.sources import read_sources
from safelight.batch.store import Store
from safelight.errors import ConfigurationError, InvalidInput
from safelight.vendors import vendors

PARAMETERS = ("image", "type", "filename")


def listed(*places: str) -> list[Record]:
    return list(read_sources(places, columns=Columns(PARAMETERS)))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make pictures in folders, with a hidden one and a text beside them."""
    for name in ("b.jpg", "a.PNG", "deep/er/c.webp", "deep/note.txt", ".hidden/d.jpg"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 10)
    return tmp_path


def test_pictures_of_other_formats_are_left_out_and_told(tree: Path) -> None:
    for name in ("phone.heic", "deep/phone.heic", ".hidden/x.heic"):
        (tree / name).write_bytes(b"x")
    said: list[str] = []
    given = {"columns": Columns(PARAMETERS), "say": said.append}
    for formats, place, count in (
        (("jpg", "png"), str(tree), "3 pictures are"),
        (("jpg",), f"{tree}/*.heic", "1 picture is"),
        (("jpg",), f"{tree}/*.jpg", None),
        ((), str(tree), None),
        (("pdf",), str(tree), None),
    ):
        said.clear()
        with suppress(ConfigurationError):
            list(read_sources([place], formats=formats, **given))  # type: ignore[arg-type]
        assert len(said) == (count is not None), (formats, place, said)
        if count is not None:
            assert said[0].startswith(f"{count} left out, because the vendor does not take the format")
            assert "--prepare auto" in said[0]


def test_a_folder_lists_its_pictures_with_their_folders(tree: Path) -> None:
    found = [(Path(record.source).name, record.folder, record.size) for record in listed(str(tree))]
    assert found == [("a.PNG", "", 10), ("b.jpg", "", 10), ("c.webp", "deep/er", 10)]


def test_a_glob_keeps_the_folders_below_its_fixed_part(tree: Path) -> None:
    found = [(Path(record.source).name, record.folder) for record in listed(f"{tree}/**/*.webp")]
    assert found == [("c.webp", "deep/er")]
    with pytest.raises(ConfigurationError, match="nothing matches"):
        listed(f"{tree}/*.gif")


def test_lists_hold_arguments_and_fields(tmp_path: Path) -> None:
    lines = tmp_path / "items.jsonl"
    lines.write_text(
        '{"source": "https://example.com/a.jpg", "type": "2X", "sku": 7, "options": {"filename": "b"}}\n\n'
        '{"image": "/x/y.jpg", "vendor": "claid"}\n'
    )
    first, second = listed(str(lines))
    assert (first.source, first.options, first.fields) == (
        "https://example.com/a.jpg",
        {"type": "2X", "filename": "b"},
        {"sku": "7"},
    )
    assert (second.source, second.vendor) == ("/x/y.jpg", "claid")
    table = tmp_path / "items.csv"
    table.write_text("source,type,name\n/x/y.jpg,2X,cat\n/x/z.jpg,,dog\n")
    assert [(record.options, record.fields["name"]) for record in listed(str(table))] == [
        ({"type": "2X"}, "cat"),
        ({}, "dog"),
    ]
    lines.write_text('{"type": "2X"}\n')
    with pytest.raises(InvalidInput, match=r"items.jsonl:1: no column names the source"):
        listed(str(lines))
    lines.write_text("{\n")
    with pytest.raises(InvalidInput, match=r"items.jsonl:1: not JSON"):
        listed(str(lines))


def test_lines_of_stdin_are_paths_addresses_or_objects(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{tree}/b.jpg\nhttps://example.com/a.jpg\n" + json.dumps({"source": "s3://bucket/c.jpg"}) + "\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert [record.source for record in listed("-")] == [
        f"{tree}/b.jpg",
        "https://example.com/a.jpg",
        "s3://bucket/c.jpg",
    ]


@pytest.mark.parametrize("target", ["../x", "a/../../b", "", "/", "a\\..\\..\\b"])
def test_no_name_leads_out_of_the_folder(target: str) -> None:
    with pytest.raises(InvalidInput):
        inside(target)


def test_names_are_made_plain() -> None:
    assert inside("/a//b:c/./.d") == "a/bc/d"


@pytest.mark.parametrize("template", ["{stem.__class__}", "{0}", "{", "{unknown}"])
def test_templates_reach_no_further_than_their_fields(template: str) -> None:
    with pytest.raises(InvalidInput, match="template"):
        estimate([Record("/x/a.jpg")], Plan("out", "pilio", "remove_background", name=template))


def test_an_estimate_counts_items_bytes_credits_and_seconds() -> None:
    plan = Plan("out", "pilio", "upscale", {"type": "2X"})
    found = estimate((Record(f"/x/{number}.jpg", size=1000) for number in range(20)), plan)
    assert (found.items, found.bytes, found.credits, found.unpriced.total()) == (20, 20_000, 60.0, 0)
    assert found.most == 180.0, "the vendor's documents disagree"
    assert found.seconds["pilio"] == 0
    found = estimate(
        (Record(f"/x/{number}.jpg") for number in range(20)), Plan("out", "picwish", "remove_background")
    )
    assert (found.unsized, found.credits, found.most, found.seconds["picwish"]) == (20, 20.0, 20.0, 20.0)
    found = estimate([Record("/x/1.jpg")], Plan("out", "claid", "upscale", {"percent": 150}))
    assert (found.unpriced.total(), found.credits, found.most) == (1, 0.0, 0.0)
    found = estimate([Record("/x/1.jpg")] * 3, plan)
    assert found.items == 1
    with pytest.raises(InvalidInput, match="both be saved"):
        estimate([Record("/x/1.jpg"), Record("/y/1.jpg")], plan)


def test_every_operation_of_every_client_can_be_run_in_batches() -> None:
    for vendor in vendors().values():
        assert vendor.facts.methods
        for name in vendor.facts.methods:
            work = work_of(vendor.name, name)
            assert work.create.billed
            assert work.create.role in ("create", "upload")


def test_prices_are_those_of_the_document() -> None:
    assert work_of("pilio", "generate_image").price({"output_count": 4}) == 8.0
    assert work_of("pilio", "remove-pdf-watermark").price({}) == 2.0
    assert work_of("pilio", "remove_pdf_watermark").price({"mode": "ai"}) is None
    assert work_of("claid", "upscale").price({}) is None
    assert work_of("picwish", "upscale_pro").price({}) == 5.0
    assert work_of("picwish", "upscale_pro").price({"type": "hd"}) == 4.0
    assert work_of("picwish", "generate_background").price({}) == 6.0
    assert work_of("picwish", "generate_background").price({"batch_size": 1}) == 3.0


@pytest.mark.parametrize(
    ("vendor", "operation", "most"),
    [
        ("pilio", "generate_image", 24.0),
        ("pilio", "remove_background", 3.0),
        ("picwish", "upscale", 3.0),
        ("picwish", "compress", 2.0),
        ("picwish", "make_advanced_id_photo", 28.0),
        ("picwish", "correct", 3.0),
        ("pilio", "generate_with_flare", None),
    ],
)
def test_the_most_is_what_any_document_allows(vendor: str, operation: str, most: float | None) -> None:
    assert work_of(vendor, operation).dearest({"output_count": 4}) == most


def test_a_quote_stands_for_the_documents() -> None:
    asked: list[Mapping[str, object]] = []

    def quote(work: object, options: Mapping[str, object]) -> float | None:
        asked.append(options)
        return 2.5

    plan = Plan("out", "pilio", "generate_with_flare", name="{number}")
    records = [Record("", options={"prompt": text}) for text in ("a", "b")]
    found = estimate(records, plan, quote=quote)
    assert (found.credits, found.most, found.unpriced.total()) == (5.0, 5.0, 0)


def test_items_in_flight_fit_the_documented_limits() -> None:
    assert tasks_at_once(work_of("pilio", "upscale").facts) == 20
    assert tasks_at_once(work_of("perfect", "enhance").facts) == 3
    assert tasks_at_once(work_of("picwish", "remove_background").facts) == 20


def test_more_items_are_worked_on_than_tasks_may_be_in_flight() -> None:
    """Some are sent or saved while others' tasks run."""
    for vendor in ("pilio", "picwish", "claid"):
        facts = work_of(vendor, "remove_background").facts
        assert items_at_once(facts) > tasks_at_once(facts)


def test_an_item_keeps_its_id() -> None:
    one = item_id("b", "pilio", "upscale", "/a.jpg", {"type": "2X", "filename": "x"}, None)
    assert one == item_id("b", "pilio", "upscale", "/a.jpg", {"filename": "x", "type": "2X"}, None)
    assert one != item_id("b", "pilio", "upscale", "/a.jpg", {"type": "4X", "filename": "x"}, None)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("deep/er/..", r"no file ending in \.jpg or \.png is below deep/er/\.\."),
        ("items.jsonl", r"items\.jsonl lists nothing"),
        ("items.csv", r"items\.csv lists nothing"),
        ("-", "stdin lists nothing"),
        ("*.gif", r"nothing matches \*\.gif that ends in \.jpg or \.png"),
        ("memory://nothing-there", r"no file ending in \.jpg or \.png is below memory://nothing-there"),
    ],
)
def test_a_place_that_holds_nothing_is_told_with_what_was_looked_for(
    tree: Path, monkeypatch: pytest.MonkeyPatch, place: str, said: str
) -> None:
    monkeypatch.chdir(tree)
    fsspec.filesystem("memory").makedirs("/nothing-there", exist_ok=True)
    Path("items.jsonl").write_text("\n")
    Path("items.csv").write_text("source,sku\n")
    Path("d.gif").write_bytes(b"x")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(ConfigurationError, match=said) as raised:
        list(read_sources(["b.jpg", place], columns=Columns(), formats=("jpg", "png")))
    assert raised.value.field == "source"


@pytest.fixture
def lists(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds neither the lists nor the pictures."""
    (tree / "lists").mkdir()
    (tree / "here").mkdir()
    monkeypatch.chdir(tree / "here")
    return tree / "lists"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("items.jsonl", '{"source": "../b.jpg"}\n../a.PNG\n'),
        ("items.csv", "source\n../b.jpg\n../a.PNG\n"),
    ],
)
def test_sources_of_a_list_are_beside_it(lists: Path, tree: Path, name: str, text: str) -> None:
    (lists / name).write_text(text)
    for place in (f"../lists/{name}", str(lists / name)):
        found = listed(place)
        assert [Path(record.source).resolve() for record in found] == [tree / "b.jpg", tree / "a.PNG"]
        assert [record.size for record in found] == [10, 10]


def test_lines_of_stdin_are_below_the_working_folder(lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('../b.jpg\n{"source": "../b.jpg"}\n'))
    assert [record.size for record in listed("-")] == [10, 10]


def test_a_list_at_an_address_is_beside_its_pictures() -> None:
    there = fsspec.filesystem("memory")
    there.pipe("/lists/items.csv", b"source\n../photos/a.jpg\nb.jpg\n/data/c.jpg\ns3://shop/d.jpg\n")
    assert [record.source for record in listed("memory://lists/items.csv")] == [
        "memory://photos/a.jpg",
        "memory://lists/b.jpg",
        "/data/c.jpg",
        "s3://shop/d.jpg",
    ]


def test_a_path_that_leads_nowhere_is_told_with_where_it_was_looked_for(lists: Path) -> None:
    (lists / "items.csv").write_text("source\nb.jpg\n")
    said = rf"items\.csv:2: cannot read {lists}/b\.jpg: No such file .* in the list's folder"
    plan = Plan("out", "pilio", "remove_background")
    with pytest.raises(ConfigurationError, match=said) as raised:
        estimate(listed(str(lists / "items.csv")), plan)
    assert raised.value.field == "source"
    store = Store(open_engine(database_url(f"sqlite:///{lists}/batch.sqlite")))
    store.open_batch("b", {}, None)
    with pytest.raises(ConfigurationError, match=said):
        list_items(store, "b", listed(str(lists / "items.csv")), plan)
    (lists / "b.jpg").write_bytes(b"x")
    store.open_batch("c", {}, None)
    assert list_items(store, "c", listed(str(lists / "items.csv")), plan).added == 1
    (lists / "b.jpg").unlink()
    assert list_items(store, "c", listed(str(lists / "items.csv")), plan).added == 0
    store.engine.dispose()
