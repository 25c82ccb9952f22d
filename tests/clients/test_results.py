"""What users do with results and many sources."""

import asyncio
import io
import logging
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import safelight
from claid_api.requests import ImageOperations
from PIL import Image
from safelight import (
    AsyncPicWish,
    AsyncPilio,
    ConfigurationError,
    File,
    InvalidInput,
    Options,
    PicWish,
    Pilio,
    PilioOptions,
    Purchase,
    Result,
    RetryPolicy,
    SafelightError,
    TaskFailed,
    Unavailable,
    Update,
    Uploading,
    WaitTimeout,
)
from safelight.core.api.limits import Limiter
from safelight.core.base.facts import VendorFacts
from safelight.sandbox import FaultKind, Sandbox
from support.waiting import until


def test_a_result_saves_streams_opens_and_shows_itself(sandbox: Sandbox, photo: Path, tmp_path: Path) -> None:
    with PicWish() as picwish:
        result = picwish.remove_background(photo, output="both").result()
        image, mask = result.files
        assert mask.label == "mask"
        assert result.raw is not None
        assert result.raw.state == 1
        assert [path.name for path in result.save(tmp_path / "out")] == ["small.png", "small-mask.png"]
        content = (tmp_path / "out" / "small.png").read_bytes()
        assert b"".join(image.stream()) == content == image.bytes() == result.bytes()
        assert image.image().size == Image.open(io.BytesIO(content)).size
        assert result._repr_mimebundle_()["image/png"] == content
        assert image.save(tmp_path / "named.png").read_bytes() == content
        with pytest.raises(InvalidInput, match="overwrite"):
            image.save(tmp_path / "named.png")
        assert "Signature" not in repr(result) + repr(image)


@pytest.mark.parametrize("length", [170, 176, 180, 250])
def test_a_long_name_costs_no_file_its_mark(
    sandbox: Sandbox, photo: Path, tmp_path: Path, length: int
) -> None:
    with PicWish() as picwish:
        result = picwish.remove_background(photo, output="both", filename=f"{'n' * length}.jpg").result()
        saved = result.save(tmp_path / "out", overwrite=True)
        assert [path.stem.endswith("n-mask") for path in saved] == [False, True]
        assert len(list((tmp_path / "out").iterdir())) == 2
        assert result.files[1].save(tmp_path / "out", overwrite=True) == saved[1]


def test_a_notebook_shows_why_there_is_no_picture(sandbox: Sandbox, photo: Path) -> None:
    sandbox.connect_storage("mine")
    with safelight.Claid() as claid:
        stored = claid.remove_background(photo, category="general", output="storage://mine/o.png").result()
        plain = claid.remove_background(photo, category="general").result()
        said = str(stored._repr_mimebundle_()["text/plain"])
        assert repr(stored) in said
        assert "s3://mine/o.png" in said
    shown = plain._repr_mimebundle_()
    assert list(shown) == ["text/plain"]
    assert "this client is closed" in str(shown["text/plain"])


def test_a_notebook_shows_files_and_results_of_async_clients(sandbox: Sandbox, photo: Path) -> None:
    with PicWish() as picwish:
        image, mask = picwish.remove_background(photo, output="both").result().files
        assert image._repr_mimebundle_()["image/png"] == image.bytes()
        assert mask._repr_mimebundle_()["image/png"] == mask.bytes()

    async def scenario() -> None:
        async with AsyncPicWish() as picwish, httpx.AsyncClient() as own:
            result = await (await picwish.remove_background(photo))
            content = await result.bytes()
            assert result._repr_mimebundle_()["image/png"] == content
            assert result.files[0]._repr_mimebundle_()["image/png"] == content
            other = await AsyncPicWish(http_client=own).remove_background(photo)
            assert list((await other)._repr_mimebundle_()) == ["text/plain"]
        assert "this client is closed" in str(result._repr_mimebundle_()["text/plain"])

    asyncio.run(scenario())


def test_an_async_task_is_awaitable(sandbox: Sandbox, photo: Path, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with AsyncPicWish() as picwish:
            result = await (await picwish.remove_background(photo))
            chunks = [chunk async for chunk in result.files[0].stream()]
            assert b"".join(chunks) == await result.files[0].bytes()
            assert (await result.files[0].image()).mode == "RGBA"
            assert (await result.save(tmp_path))[0].exists()

    asyncio.run(scenario())


def test_map_takes_any_number_of_sources_and_keeps_errors_apart(sandbox: Sandbox, photo: Path) -> None:
    taken: list[int] = []

    def sources() -> Iterator[Path]:
        for number in range(12):
            taken.append(number)
            yield photo if number != 5 else photo.with_name("missing.jpg")

    with Pilio() as pilio:
        outcomes = pilio.map(partial(pilio.remove_background, industry_type="portrait"), sources(), at_once=3)
        first = next(outcomes)
        assert len(taken) < 12, "sources are taken as they are needed"
        seen = [first, *outcomes]
    assert len(seen) == 12
    failed = [(source, outcome) for source, outcome in seen if isinstance(outcome, SafelightError)]
    assert [source.name for source, _ in failed] == ["missing.jpg"]
    assert sum(isinstance(outcome, Result) for _, outcome in seen) == 11
    assert sandbox.ledger.count(vendor="pilio") == 11


@pytest.mark.parametrize(
    "sources", ["photo.jpg", b"jpg", Path("photo.jpg"), io.BytesIO(b"jpg"), File("photo.jpg")]
)
def test_one_source_is_no_several(sandbox: Sandbox, sources: Any) -> None:
    with Pilio() as pilio, pytest.raises(InvalidInput, match="several"):
        pilio.map(pilio.upscale, sources)
    client = AsyncPilio()
    with pytest.raises(InvalidInput, match="several"):
        client.map(client.upscale, sources)


def test_map_takes_async_generators(sandbox: Sandbox, photo: Path) -> None:
    async def sources() -> AsyncIterator[Path]:
        for _ in range(5):
            yield photo

    async def scenario() -> list[object]:
        async with AsyncPilio() as pilio:
            return [outcome async for _, outcome in pilio.map(pilio.remove_background, sources(), at_once=2)]

    outcomes = asyncio.run(scenario())
    assert len(outcomes) == 5
    assert not any(isinstance(outcome, SafelightError) for outcome in outcomes)


def test_a_url_is_fetched_first_on_request(sandbox: Sandbox, photo: Path) -> None:
    with PicWish() as picwish:
        url = picwish.remove_background(photo).result().files[0].url
    assert url is not None
    with Pilio() as pilio:
        with pytest.raises(InvalidInput, match="fetch=True") as caught:
            pilio.remove_background(url)
        assert "Signature" not in str(caught.value)
        with pytest.raises(InvalidInput, match="fetch=True") as caught:
            pilio.remove_background(File(url))
        assert "Signature" not in str(caught.value)
        assert pilio.remove_background(File(url, fetch=True)).result().bytes().startswith(b"\x89PNG")


def test_events_are_told_and_logged_without_secrets(
    sandbox: Sandbox, photo: Path, caplog: pytest.LogCaptureFixture
) -> None:
    events: list[object] = []
    bought: list[Purchase] = []
    caplog.set_level(logging.DEBUG)
    with Pilio(options=Options(listener=events.append, before_purchase=bought.append)) as pilio:
        pilio.remove_background(photo).result().bytes()
    kinds = {type(event).__name__ for event in events}
    assert {"RequestSent", "ResponseReceived", "Uploaded", "Update", "Downloaded"} <= kinds
    assert [purchase.operation for purchase in bought] == ["remove_background"]
    assert "safelight.pilio" in {record.name for record in caplog.records}
    shown = caplog.text + repr(events)
    assert sandbox.environment()["PILIO_API_KEY"] not in shown
    assert "signature=" not in shown.lower()


def test_a_purchase_can_be_called_off(sandbox: Sandbox, photo: Path) -> None:
    def refuse(purchase: Purchase) -> None:
        raise InvalidInput(f"over the budget for {purchase.operation}")

    with Pilio(options=Options(before_purchase=refuse)) as pilio, pytest.raises(InvalidInput, match="budget"):
        pilio.remove_background(photo)
    assert sandbox.ledger.count() == 0


def test_a_purchase_says_what_is_bought(sandbox: Sandbox, photo: Path) -> None:
    heard: list[Purchase] = []
    with Pilio(options=Options(before_purchase=heard.append)) as pilio:
        pilio.upscale(photo, type="2X")
        pilio.remove_background(photo.read_bytes())
    assert [(one.method, one.source, one.local) for one in heard] == [
        ("upscale", str(photo), True),
        ("remove_background", None, True),
    ]
    assert [one.credits and one.credits.expected for one in heard] == [
        entry.credits for entry in sandbox.ledger.entries
    ]


def test_with_options_changes_a_copy_that_shares_connections(sandbox: Sandbox, photo: Path) -> None:
    updates: list[object] = []
    limiters: list[Limiter] = []

    def limiter(facts: VendorFacts, *_: str) -> Limiter:
        limiters.append(Limiter(facts))
        return limiters[-1]

    with Pilio(options=Options(limiter=limiter)) as pilio:
        heard = pilio.with_options(listener=updates.append, retry=RetryPolicy(attempts=1))
        heard.remove_background(photo).result()
        assert any(isinstance(event, Update) for event in updates)
        sandbox.faults.add(FaultKind.SERVER_ERROR, "pilio", "create_files", times=2)
        with pytest.raises(Unavailable):
            heard.remove_background(photo)
        assert pilio.remove_background(photo).id, "it tries again as before"
    with pytest.raises(ConfigurationError, match="closed"):
        heard.remove_background(photo)
    assert len(limiters) == 1


def test_with_options_keeps_a_listener_or_changes_it_or_takes_it_away(sandbox: Sandbox, photo: Path) -> None:
    first: list[object] = []
    second: list[object] = []

    def run(client: Pilio) -> tuple[bool, bool]:
        first.clear()
        second.clear()
        client.remove_background(photo).result()
        return bool(first), bool(second)

    with Pilio(options=Options(listener=first.append)) as pilio:
        assert run(pilio.with_options(poll_cost=1.0)) == (True, False)
        assert run(pilio.with_options(listener=second.append)) == (False, True)
        assert run(pilio.with_options(listener=None)) == (False, False)
        assert run(pilio) == (True, False)
        with pytest.raises(ConfigurationError, match="poll_cost"):
            pilio.with_options(poll_cost=-1)


def test_an_async_client_too_loses_its_listener(sandbox: Sandbox, photo: Path) -> None:
    heard: list[object] = []

    async def scenario(*, keep: bool) -> bool:
        heard.clear()
        async with AsyncPilio(options=Options(listener=heard.append)) as pilio:
            changed = pilio.with_options(poll_cost=1.0) if keep else pilio.with_options(listener=None)
            await (await changed.remove_background(photo)).result()
            return bool(heard)

    assert asyncio.run(scenario(keep=True))
    assert not asyncio.run(scenario(keep=False))


def test_a_failed_task_says_why_and_keeps_its_token(sandbox: Sandbox, photo: Path) -> None:
    sandbox.faults.add(FaultKind.TASK_FAILURE, vendor="picwish", value="-7")
    with PicWish() as picwish, pytest.raises(TaskFailed, match="damaged or of a wrong format") as caught:
        picwish.remove_background(photo).result()
    assert caught.value.code == "-7"
    assert caught.value.token is not None


def test_a_stream_of_a_large_file_stays_small_in_memory(sandbox: Sandbox, photo: Path) -> None:
    with PicWish() as picwish:
        task = picwish.remove_background(photo)
        task.result()
        tracemalloc.start()
        task.result().files[0].save(photo.with_name("again.png"))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 4 * 1024 * 1024


def test_a_task_is_resumed_by_its_vendors_id(sandbox: Sandbox, photo: Path) -> None:
    with safelight.Perfect() as perfect, safelight.Perfect() as other:
        task = perfect.enhance(photo, scale=2)
        resumed = other.resume(task.id, operation="enhance")
        assert resumed.result().bytes() == task.result().bytes()
        with pytest.raises(ConfigurationError, match="sharpen"):
            perfect.resume(task.id, operation="sharpen")


@pytest.mark.parametrize(
    ("operations", "field"),
    [
        ({"background": {"remove": {"selective": {"object_to_keep": "car"}, "category": "cars"}}}, "remove"),
        ({"resizing": {"width": "auto", "height": "auto"}}, "resizing"),
        (
            {
                "background": {"blur": True},
                "generative": {"style_transfer": {"style_reference_image": "https://a/b"}},
            },
            "style_transfer",
        ),
        ({"adjustments": {"contrast": 101}}, "contrast"),
        ({"resizing": {"width": 5, "fit": "stretch"}}, "fit"),
        ({"sharpen": True}, "sharpen"),
        ({"resizing": {"width": "auto"}}, "resizing.width"),
        ({"resizing": {"fit": "cover", "height": "auto"}}, "resizing.width"),
        ({"resizing": {"fit": "cover"}}, "resizing.width"),
        ({"resizing": {}}, "resizing.width"),
        ({"adjustments": {"contrast": 5}, "resizing": {"width": "auto"}}, "resizing.width"),
        ({"adjustments": {}, "privacy": {}}, "asks for nothing"),
        ({}, "asks for nothing"),
    ],
)
def test_options_that_claid_would_refuse_cost_nothing(
    sandbox: Sandbox, photo: Path, operations: ImageOperations, field: str
) -> None:
    with safelight.Claid() as claid, pytest.raises(InvalidInput, match=field):
        claid.edit(photo, operations)
    assert sandbox.requests == []


def test_a_size_that_is_left_out_costs_nothing(sandbox: Sandbox, photo: Path) -> None:
    async def as_async(**size: Any) -> None:
        async with safelight.AsyncClaid() as claid:
            await claid.resize(photo, **size)

    sizes: list[dict[str, Any]] = [{}, {"width": "auto"}, {"height": "auto", "fit": "cover"}]
    for size in sizes:
        with safelight.Claid() as claid, pytest.raises(InvalidInput, match="give one of them"):
            claid.resize(photo, **size)
        with pytest.raises(InvalidInput, match="give one of them"):
            asyncio.run(as_async(**size))
    assert sandbox.requests == []


def test_claid_takes_a_size_that_follows_from_another_option(sandbox: Sandbox, photo: Path) -> None:
    with safelight.Claid() as claid:
        claid.edit(photo, {"resizing": {"fit": {"type": "outpaint", "outpaint_by": "10%"}}})
        claid.edit(photo, {"adjustments": {"contrast": 5}, "resizing": {"fit": "crop"}})
        claid.edit(photo, {"resizing": {"width": "auto", "height": 40}})


def test_a_map_that_is_left_ends_at_once_and_names_what_runs_on(
    sandbox: Sandbox, photo: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def sources() -> Iterator[Path]:
        yield from [photo] * 4
        until(lambda: sandbox.ledger.count(vendor="pilio") == 4)
        yield from [photo.with_name("missing.jpg")] * 4

    with Pilio() as pilio:
        sandbox.task_seconds = 3600.0
        outcomes = pilio.map(pilio.upscale, sources(), at_once=5)
        next(outcomes)
        outcomes.close()
    left = [record for record in caplog.records if "left running" in record.message]
    assert len(left) == sandbox.ledger.count(vendor="pilio") == 4


@pytest.mark.integration
def test_within_bounds_a_status_call_that_stalls(sandbox: Sandbox, photo: Path) -> None:
    with PicWish() as picwish:
        task = picwish.remove_background(photo)
        sandbox.faults.add(FaultKind.LATENCY, operation="get_segmentation", seconds=3600, times=None)
        with pytest.raises(WaitTimeout) as caught:
            task.result(within=1.5)
        assert caught.value.token == task.token
        sandbox.faults.clear()


def test_transfers_tell_how_they_get_on(sandbox: Sandbox, photo: Path) -> None:
    large = photo.with_name("large.jpg")
    large.write_bytes(photo.read_bytes() + bytes(4_500_000))
    events: list[object] = []
    with Pilio(options=PilioOptions(listener=events.append, upload_mode="simple")) as pilio:
        task = pilio.upscale(large)
        sent = [event.sent for event in events if isinstance(event, Uploading)]
        assert sent == sorted(sent)
        assert len(sent) >= 4
        assert all(count < large.stat().st_size for count in sent)
        assert task.result().bytes()


def test_a_price_follows_the_options_and_is_unknown_of_a_resumed_task(sandbox: Sandbox, photo: Path) -> None:
    async def twin() -> tuple[object, object]:
        async with AsyncPicWish() as picwish:
            task = await picwish.upscale_pro(photo, type="hd")
            return task.credits, (await task).credits

    with PicWish() as picwish:
        task = picwish.upscale_pro(photo, type="hd")
        assert task.credits == safelight.Credits(4.0, 4.0)
        assert task.result().credits == task.credits
        assert picwish.upscale_pro(photo).credits == safelight.Credits(5.0, 5.0)
        again = picwish.resume(task.token)
        assert again.credits is None
        assert again.result().credits is None
    assert asyncio.run(twin()) == (task.credits, task.credits)
    with Pilio() as pilio:
        made = pilio.generate_image("a door", aspect_ratio="1:1", output_count=2)
        assert made.credits == safelight.Credits(4.0, 12.0), "accounts may pay three times the price"
