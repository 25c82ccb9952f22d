"""Every operation of all specs, on both clients, against the sandbox."""

import asyncio
import inspect
import io
import json
import pydoc
import re
import zipfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
import safelight
from PIL import Image
from safelight import Options, RequestSent
from safelight.core.base.facts import load
from safelight.core.operation import Operation
from safelight.sandbox import Sandbox
from safelight.vendors.youcam import TemplatedFeature
from support.arguments import CALLS, STYLED, Arguments

IN_TURN: Mapping[str, tuple[str, ...]] = {
    "Claid": (
        "storage_types",
        "storages",
        "create_storage",
        "get_storage",
        "change_storage",
        "delete_storage",
    ),
    "YouCam": ("balance", "credit_history", "feature_costs", "delete_task"),
}
"""Calls that are tried one after the other, for some need what another made."""
ASKED: Mapping[str, Mapping[str, dict[str, object]]] = {
    "Pilio": {
        "quote_flare": {"prompt": "a lighthouse"},
        "quote_sunburst": {"prompt": "a lighthouse", "resolution": "4K"},
        "quote_nano_banana": {"prompt": "a lighthouse", "aspect_ratio": "8:1"},
        "quote_image": {"prompt": "a lighthouse", "aspect_ratio": "7:4", "output_count": 4},
    },
    "PicWish": {"balance": {}, "coins": {}},
}
"""What only asks, and creates no task."""


def operations_of(client: type[object]) -> set[str]:
    return {name for name, value in inspect.getmembers_static(client) if isinstance(value, Operation)}


def check(vendor: str, name: str, contents: list[bytes]) -> None:
    for content in contents:
        if content.startswith(b"PK"):
            assert zipfile.ZipFile(io.BytesIO(content)).namelist()
        elif name == "animate":
            assert content[4:8] == b"ftyp"
        elif content.startswith(b"{"):
            assert json.loads(content)
        elif not content.startswith(b"%PDF"):
            image = Image.open(io.BytesIO(content))
            assert image.width > 100
    if name == "remove_background":
        alpha = Image.open(io.BytesIO(contents[0])).convert("RGBA").getchannel("A")
        assert alpha.getextrema() == (0, 255), f"{vendor} left no transparent and no opaque pixels"


def chosen(
    vendor: str, name: str, options: dict[str, object], ids: tuple[int, int] | None
) -> dict[str, object]:
    if vendor == "Perfect" and name in STYLED and ids is not None:
        return {**options, "style_group_id": ids[0], "style_id": ids[1]}
    return options


@pytest.mark.parametrize("vendor", CALLS)
def test_every_operation_is_tried_here(vendor: str) -> None:
    assert operations_of(getattr(safelight, vendor)) == set(CALLS[vendor])
    assert operations_of(getattr(safelight, f"Async{vendor}")) == set(CALLS[vendor])
    assert set(load(f"{vendor.lower()}_api").calls) == {*ASKED.get(vendor, {}), *IN_TURN.get(vendor, ())}


def check_price(
    sandbox: Sandbox,
    task: safelight.Task[object] | safelight.AsyncTask[object],
    result: safelight.Result[object] | safelight.AsyncResult[object],
) -> None:
    """A task and its result tell the price that the sandbox charges by the same documents, or that none states it."""
    facts = load(f"{task.vendor}_api")
    priced = "credits" in facts.operations[facts.methods[task.operation].operation].extension
    assert task.credits == result.credits
    assert (task.credits is not None) == priced, task
    if task.credits is not None:
        (entry,) = [one for one in sandbox.ledger.entries if one.task_id == task.id]
        assert task.credits.expected == entry.credits, task
        assert task.credits.most >= task.credits.expected


@pytest.mark.integration
@pytest.mark.parametrize("vendor", CALLS)
def test_sync_operations_reach_every_operation_of_the_spec(
    vendor: str, environment: Sandbox, photo: Path, mask: Path
) -> None:
    reached: set[str] = set()

    def listen(event: object) -> None:
        if isinstance(event, RequestSent):
            reached.add(event.operation)

    with getattr(safelight, vendor)(options=Options(listener=listen)) as client:
        for name, arguments in CALLS[vendor].items():
            given, options = arguments(photo, mask)
            ids = None
            if vendor == "Perfect" and name in STYLED:
                group = next(client.style_groups(STYLED[name]))
                ids = group.id, next(client.styles(STYLED[name], group.id)).id
            task = getattr(client, name)(*given, **chosen(vendor, name, options, ids))
            result = task.result(within=2000)
            check(vendor, name, [file.bytes() for file in result.files])
            check_price(environment, task, result)
        for name, given in ASKED.get(vendor, {}).items():
            assert getattr(client, name)(**given)
        if vendor == "Claid":
            storage = client.create_storage("mine", "web_folder", {"base_url": "https://example.com/"})
            assert client.change_storage(storage.id, name="yours").name == "yours"
            assert client.get_storage(storage.id).name in [one.name for one in client.storages()]
            client.delete_storage(storage.id)
            assert storage.type_ in client.storage_types()
        if vendor == "YouCam":
            assert all(next(client.templates(feature)).id for feature in get_args(TemplatedFeature))
            assert client.balance()[0].amount_dec
            assert client.feature_costs(page_size=3).skus
            assert client.credit_history().history
            assert client.delete_task(task.id)
            with pytest.raises(safelight.NotFound):
                client.resume(task.token).status()
    if vendor == "Pilio":
        environment.faults.add(
            "html_page", vendor="pilio", operation="create_gpt_image_2", status=404, times=2
        )
        with safelight.Pilio(options=Options(listener=listen)) as client:
            client.generate_image("a lighthouse", aspect_ratio="3:2")
            client.edit_image(photo, "at night")
        with safelight.Pilio(
            options=safelight.PilioOptions(upload_mode="multipart", listener=listen)
        ) as client:
            client.remove_background(photo)
    specified = import_module(f"{vendor.lower()}_api.facts").OPERATIONS
    assert reached == set(specified)


@pytest.mark.integration
@pytest.mark.parametrize("vendor", CALLS)
def test_async_operations(vendor: str, environment: Sandbox, photo: Path, mask: Path) -> None:
    async def scenario() -> None:
        async with getattr(safelight, f"Async{vendor}")() as client:

            async def one(name: str, arguments: Arguments) -> None:
                given, options = arguments(photo, mask)
                ids = None
                if vendor == "Perfect" and name in STYLED:
                    group = await anext(client.style_groups(STYLED[name]))
                    ids = group.id, (await anext(client.styles(STYLED[name], group.id))).id
                task = await getattr(client, name)(*given, **chosen(vendor, name, options, ids))
                result = await task
                check(vendor, name, [await file.bytes() for file in result.files])
                check_price(environment, task, result)

            await asyncio.gather(*(one(name, arguments) for name, arguments in CALLS[vendor].items()))
            for name, given in ASKED.get(vendor, {}).items():
                assert await getattr(client, name)(**given)

    asyncio.run(scenario())


@pytest.mark.parametrize("vendor", ["Pilio", "Perfect", "PicWish", "YouCam"])
def test_a_file_of_another_format_is_refused_before_anything_is_sent(
    vendor: str, environment: Sandbox, photo: Path, mask: Path
) -> None:
    """Where the documents list formats: not Claid's, and not for Pilio's watermarks."""
    sent: list[object] = []
    with getattr(safelight, vendor)(options=Options(listener=sent.append)) as client:
        for name, arguments in CALLS[vendor].items():
            given, options = arguments(photo, mask)
            options.pop("filename", None)
            if not given or isinstance(given[0], str) or (vendor, name) == ("Pilio", "remove_watermark"):
                continue
            words: object = safelight.File(b"only words", name="notes.txt")
            if isinstance(given[0], list):
                words = [words] * len(given[0])
            with pytest.raises(safelight.InvalidInput, match="txt"):
                getattr(client, name)(words, *given[1:], **chosen(vendor, name, options, (1, 1)))
    assert not [event for event in sent if isinstance(event, RequestSent)]


@pytest.mark.parametrize("parameter", ["image", "bg_image"])
def test_a_picture_too_wide_is_refused_before_anything_is_sent(
    parameter: str, environment: Sandbox, photo: Path
) -> None:
    wide = io.BytesIO()
    Image.new("RGB", (5000, 1)).save(wide, "PNG")
    given = {"image": photo, parameter: wide.getvalue()}

    async def tried() -> None:
        async with safelight.AsyncPicWish() as picwish:
            await picwish.remove_background(**given)

    before = len(environment.requests)
    with safelight.PicWish() as picwish, pytest.raises(safelight.InvalidInput, match="5000") as caught:
        picwish.remove_background(**given)
    assert caught.value.field == parameter
    with pytest.raises(safelight.InvalidInput, match="5000"):
        asyncio.run(tried())
    assert len(environment.requests) == before


def options_of(vendor: str) -> list[tuple[str, str, str]]:
    """Every parameter of every operation that is no file."""
    kind = getattr(safelight, vendor)
    return [
        (vendor, name, parameter.name)
        for name in CALLS[vendor]
        for parameter in getattr(kind, name).__signature__.parameters.values()
        if "Source" not in str(parameter.annotation) and parameter.name != "filename"
    ]


def refused(
    vendor: str, name: str, given: tuple[object, ...], options: dict[str, object]
) -> list[safelight.InvalidInput]:
    """What both clients say to a call for which nothing may be sent."""
    settings: dict[str, object] = {"base_url": "https://nothing.invalid"}
    if vendor == "Perfect":
        settings["secret_key"] = "none"

    async def refuse() -> None:
        async with getattr(safelight, f"Async{vendor}")("key", **settings) as client:
            await getattr(client, name)(*given, **options)

    with (
        getattr(safelight, vendor)("key", **settings) as client,
        pytest.raises(safelight.InvalidInput) as there,
    ):
        getattr(client, name)(*given, **options)
    with pytest.raises(safelight.InvalidInput) as again:
        asyncio.run(refuse())
    return [there.value, again.value]


def names(field: str | None, parameter: str) -> bool:
    """Whether a field is a parameter, or lies inside its value."""
    return re.match(rf"{parameter}($|[.\[])", field or "") is not None


@pytest.mark.parametrize(
    ("vendor", "name", "parameter"), [option for vendor in CALLS for option in options_of(vendor)]
)
def test_a_wrong_option_is_called_as_the_user_calls_it(
    vendor: str, name: str, parameter: str, photo: Path, mask: Path
) -> None:
    given, options = CALLS[vendor][name](photo, mask)
    signature = inspect.signature(getattr(getattr(safelight, vendor), name))
    arguments = signature.bind(*given, **options).arguments | {parameter: ["wrong"]}
    for error in refused(vendor, name, (), arguments):
        assert names(error.field, parameter), error
        assert error.message.startswith(f"{error.field}: ")
        assert (error.vendor, error.operation) == (vendor.lower(), name)


@pytest.mark.parametrize(
    ("vendor", "name", "arguments", "field"),
    [
        ("Pilio", "edit_image", {"images": [], "prompt": "at night"}, "images"),
        ("Pilio", "remove_watermark", {"boxes": [{"x1": 1}]}, "boxes[0]"),
        ("Pilio", "remove_watermark", {"boxes": 5}, "boxes"),
        ("Pilio", "remove_watermark", {"boxes": "ab"}, "boxes"),
        ("Pilio", "remove_watermark", {"boxes": [{"x1": 5, "y1": 5, "x2": 5, "y2": 6}]}, "boxes"),
        ("Pilio", "remove_watermark", {"mode": "manual"}, "boxes"),
        ("Claid", "upscale", {"percent": 0}, "percent"),
        ("Claid", "upscale", {"model": {"type": "photo", "version": "9"}}, "model.version"),
        ("Claid", "resize", {}, "width"),
        ("Claid", "resize", {"width": 5, "fit": {"type": "crop", "crop": "up"}}, "fit.crop"),
        ("Claid", "resize", {"width": 5, "fit": {"type": "outpaint", "feathering": "x"}}, "fit.feathering"),
        ("Claid", "resize", {"width": 5, "fit": {"type": "squeeze"}}, "fit.type"),
        ("Claid", "edit", {"operations": {"resizing": {"width": 1.5}}}, "operations.resizing.width"),
        ("Claid", "create_scene", {"prompt": "ab"}, "prompt"),
        ("Claid", "create_scene", {"prompt": "sea", "scale": 2}, "scale"),
        ("Claid", "create_scene", {"prompt": "sea", "padding": "5%", "scale": 0.5}, "scale"),
        ("Claid", "fill_template", {"template": "https://a.b/c", "view": "left"}, "view"),
        ("Claid", "remove_background", {"image": f"https://a.b/{'c' * 4096}"}, "image"),
        ("PicWish", "remove_background", {"crop": "no"}, "crop"),
        ("PicWish", "remove_background", {"sync": 2}, "sync"),
    ],
)
def test_a_wrong_value_is_refused_by_its_place(
    vendor: str, name: str, arguments: dict[str, object], field: str, photo: Path
) -> None:
    given = {} if {"image", "images"} & arguments.keys() else {"image": photo}
    for error in refused(vendor, name, (), {**given, **arguments}):
        assert error.field == field


def test_style_lists_page_by_themselves(environment: Sandbox) -> None:
    with safelight.Perfect() as perfect:
        groups = list(perfect.style_groups("hairstyle"))
        assert groups
        assert all(group.id > 2**53 for group in groups), "style ids are larger than a double can hold"
        assert len({style.id for group in groups for style in perfect.styles("hairstyle", group.id)}) > 1


def test_both_clients_have_the_same_signatures_and_words() -> None:
    for vendor in CALLS:
        sync, twin = getattr(safelight, vendor), getattr(safelight, f"Async{vendor}")
        for name in operations_of(sync):
            assert parameters(sync, name) == parameters(twin, name)
            assert getattr(sync, name).__doc__ == getattr(twin, name).__doc__
            assert "Args:" in getattr(sync, name).__doc__
            assert "OutcomeUnknown:" in getattr(sync, name).__doc__, "each of them buys"


@pytest.mark.parametrize("vendor", CALLS)
@pytest.mark.parametrize("prefix", ["", "Async"])
def test_editors_are_shown_what_runs(vendor: str, prefix: str) -> None:
    declared = getattr(import_module(f"{vendor.lower()}_operations.methods"), f"{prefix}{vendor}Methods")
    client = getattr(safelight, f"{prefix}{vendor}")
    names = {name for name in vars(declared) if not name.startswith("_")}
    assert names >= set(operations_of(client))
    for name in names:
        shown, runs = getattr(declared, name), getattr(client, name)
        assert parameters(declared, name)[1:] == parameters(client, name)
        assert shown.__doc__ == runs.__doc__
        assert inspect.iscoroutinefunction(shown) is bool(prefix)
        gives = inspect.signature(runs).return_annotation
        assert inspect.signature(shown).return_annotation in (gives, gives.removeprefix("Awaitable[")[:-1])


def test_a_wrong_argument_names_the_method_that_was_called(environment: Sandbox) -> None:
    with safelight.Pilio() as pilio:
        for call, message in (
            (pilio.upscale, r"^Pilio\.upscale\(\) got an unexpected keyword argument 'typ'"),
            (pilio.quote_image, r"^Pilio\.quote_image\(\) got an unexpected keyword argument 'typ'"),
        ):
            with pytest.raises(TypeError, match=message):
                call("photo.jpg", typ="2X")


def parameters(kind: type[object], name: str) -> list[inspect.Parameter]:
    return list(inspect.signature(getattr(kind, name)).parameters.values())


@pytest.mark.parametrize(
    ("call", "gives"),
    [
        (safelight.Pilio.upscale, "Task[TaskResult]"),
        (safelight.AsyncPilio.upscale, "Awaitable[AsyncTask[TaskResult]]"),
        (safelight.Perfect.style_groups, "Iterator[StyleGroup]"),
        (safelight.AsyncPerfect.style_groups, "AsyncIterator[StyleGroup]"),
        (safelight.Task.status, "Status"),
        (safelight.AsyncTask.status, "Awaitable[Status]"),
        (safelight.Result.save, "list[Path]"),
        (safelight.AsyncResult.save, "Awaitable[list[Path]]"),
    ],
)
def test_help_tells_what_a_call_gives(call: object, gives: str) -> None:
    assert f"-> '{gives}'" in pydoc.plain(pydoc.render_doc(call))


def test_every_operation_says_its_price_and_how_it_may_fail() -> None:
    for vendor in CALLS:
        for name in CALLS[vendor]:
            said = inspect.getdoc(getattr(getattr(safelight, vendor), name)) or ""
            assert re.search(r"\nRaises:\n    InvalidInput: .*(\n    .*)*\n    OutcomeUnknown: ", said), name
            price = (
                r"Cost: unknown; .+ (?:publishes no price|lists the vendor's prices)\.|"
                r"Costs \d+(\.\d+)? credits? per \w+.*(\n.*)?, 2026-\d\d\)\."
            )
            assert re.search(rf"\n\n({price})", said), name


def test_a_clients_documentation_stands_in_one_margin() -> None:
    for vendor in CALLS:
        for kind in (getattr(safelight, vendor), getattr(safelight, f"Async{vendor}")):
            about = inspect.getdoc(kind) or ""
            assert kind.__name__.removeprefix("Async") in about.replace(" Corp", "")
            assert f"``{vendor.upper()}_API_KEY``" in about
            assert {
                "Args:",
                "Raises:",
                "    api_key: The key; by default from the environment or a profile.",
            } <= set((inspect.getdoc(kind.__init__) or "").splitlines())


def test_the_table_of_operations_is_complete() -> None:
    page = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("|")]
    head = next(row for row in rows if "Pilio" in row[1])
    for column, vendor in enumerate(CALLS, 1):
        assert head[column].strip() == vendor
        cells = " ".join(row[column] for row in rows[2:] if len(row) == len(head))
        listed = set(re.findall(r"`(\w+)`", cells)) - {"style_groups", "styles", "templates"}
        calls = load(f"{vendor.lower()}_api").calls
        assert listed == operations_of(getattr(safelight, vendor)) | calls.keys()
