"""Every operation of the four specs, on both clients, against the sandbox."""

import asyncio
import inspect
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import pytest
import safelight
from PIL import Image
from safelight import Options, RequestSent
from safelight.core.methods import Operation
from safelight.sandbox import Sandbox

Arguments = Callable[[Path, Path], tuple[tuple[object, ...], dict[str, object]]]
STYLED = {
    "try_hairstyle": "hairstyle",
    "try_wig": "wig",
    "extend_hair": "hair_extension",
    "add_bangs": "hair_bang",
    "add_hair_volume": "hair_volume",
    "generate_image": "image_generator",
}
CALLS: Mapping[str, Mapping[str, Arguments]] = {
    "Pilio": {
        "remove_background": lambda photo, _: ((photo,), {"industry_type": "portrait"}),
        "remove_watermark": lambda photo, _: (
            (photo,),
            {"boxes": [{"x1": 10, "y1": 15, "x2": 60, "y2": 70}]},
        ),
        "upscale": lambda photo, _: ((photo,), {"type": "2X", "enhance_face": True}),
        "remove_pdf_watermark": lambda photo, _: ((pdf(photo),), {"filename": "page.pdf"}),
        "generate_image": lambda *_: (("a lighthouse",), {"aspect_ratio": "3:2", "output_count": 2}),
        "edit_image": lambda photo, _: (([photo, photo], "at night"), {}),
    },
    "Perfect": {
        "remove_background": lambda photo, _: ((photo,), {"output_ext": "png"}),
        "colorize": lambda photo, _: ((photo,), {}),
        "enhance": lambda photo, _: ((photo,), {"scale": 2}),
        "remove_object": lambda photo, mask: ((photo, mask), {}),
        "transfer_makeup": lambda photo, _: ((photo, photo), {}),
        "show_aging": lambda photo, _: ((photo,), {}),
        **{
            name: lambda photo, _: ((photo,), {"style_group_id": 0, "style_id": 0})
            for name in STYLED
            if name != "generate_image"
        },
        "generate_image": lambda *_: (("a lighthouse",), {"style_group_id": 0, "style_id": 0}),
    },
    "Claid": {
        "edit": lambda photo, _: ((photo, {"adjustments": {"contrast": 20}}), {}),
        "remove_background": lambda photo, _: ((photo,), {"category": "general"}),
        "upscale": lambda photo, _: ((photo,), {"percent": 150}),
        "resize": lambda photo, _: ((photo,), {"width": 150}),
        "outpaint": lambda photo, _: ((photo,), {"width": 300, "height": 260}),
    },
    "PicWish": {"remove_background": lambda photo, _: ((photo,), {"output": "both"})},
}


def pdf(photo: Path) -> bytes:
    written = io.BytesIO()
    Image.open(photo).save(written, "PDF")
    return written.getvalue()


def operations_of(client: type[object]) -> set[str]:
    return {name for name, value in inspect.getmembers_static(client) if isinstance(value, Operation)}


def check(vendor: str, name: str, contents: list[bytes]) -> None:
    for content in contents:
        if content.startswith(b"PK"):
            assert zipfile.ZipFile(io.BytesIO(content)).namelist()
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
    if vendor == "Pilio":
        with safelight.Pilio(
            options=safelight.PilioOptions(upload_mode="multipart", listener=listen)
        ) as client:
            client.remove_background(photo)
    specified = import_module(f"{vendor.lower()}_api.facts").OPERATIONS
    assert reached == set(specified)


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

            await asyncio.gather(*(one(name, arguments) for name, arguments in CALLS[vendor].items()))

    asyncio.run(scenario())


@pytest.mark.parametrize("vendor", ["Pilio", "Perfect", "PicWish"])
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
            words = safelight.File(b"only words", name="notes.txt")
            with pytest.raises(safelight.InvalidInput, match="txt"):
                getattr(client, name)(words, *given[1:], **chosen(vendor, name, options, (1, 1)))
    assert not [event for event in sent if isinstance(event, RequestSent)]


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
            assert getattr(sync, name).__signature__ == getattr(twin, name).__signature__
            assert getattr(sync, name).__doc__ == getattr(twin, name).__doc__
            assert "Args:" in getattr(sync, name).__doc__
            assert "OutcomeUnknown:" in getattr(sync, name).__doc__, "each of them buys"


def test_the_table_of_operations_is_complete() -> None:
    page = (Path(__file__).parents[2] / "docs" / "operations.md").read_text("utf-8")
    rows = [line.strip("|").split("|") for line in page.splitlines() if line.startswith("|")]
    head = next(row for row in rows if "Pilio" in row[1])
    for column, vendor in enumerate(("Pilio", "Perfect", "Claid", "PicWish"), 1):
        assert head[column].strip() == vendor
        cells = " ".join(row[column] for row in rows[2:] if len(row) == len(head))
        listed = set(re.findall(r"`(\w+)`", cells)) - {"style_groups", "styles"}
        assert listed == operations_of(getattr(safelight, vendor))
