"""The library as its users write it. Never run: mypy and pyright check in strict mode that it says what it means."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, assert_type

import httpx
import numpy as np
from claid_api.models import AsyncEdit, BatchEdit, FinishedEdit, Scene, Storage, StorageType, Video
from claid_api.requests import ImageOperations
from perfect_api.models import (
    AgingStatusResult,
    MakeupTransferStatusResult,
    Style,
    StyleGroup,
    TaskStatusResult,
)
from picwish_api.models import BackgroundTask, Coins, FileTask, ImageTask, PackageCredits, SegmentationTask
from picwish_api.requests import Rectangle
from PIL import Image
from pilio_api import Client
from pilio_api.api.images import remove_background
from pilio_api.models import ErrorResponse, Quote, RemoveBackgroundRequest, TaskCreatedResponse, TaskResult
from pilio_api.requests import WatermarkBox
from safelight import (
    AsyncClaid,
    AsyncPerfect,
    AsyncPicWish,
    AsyncPilio,
    AsyncResult,
    AsyncResultFile,
    AsyncRoute,
    AsyncRouted,
    AsyncTask,
    AsyncYouCam,
    Claid,
    ConfigurationError,
    Connection,
    Credits,
    File,
    Options,
    OutcomeUnknown,
    Perfect,
    Phase,
    PicWish,
    Pilio,
    Purchase,
    RateLimited,
    Result,
    ResultFile,
    RetryPolicy,
    Route,
    Routed,
    SafelightError,
    Status,
    Task,
    TaskFailed,
    Tried,
    Update,
    Verdict,
    WaitTimeout,
    YouCam,
)
from safelight.batch import Batch, Counts, Decision, Reviewed, run, sync
from safelight.costs import Caps, Ledger
from safelight.webhooks import claid as claid_webhooks
from safelight.webhooks import youcam as youcam_webhooks
from youcam_api.models import (
    AnalysisState,
    CreditBatch,
    DeleteTaskResponse,
    FeatureCostPage,
    TaskState,
    Template,
)


class FlaskHeaders:
    """Headers that are no mapping, as those of Flask."""

    def items(self, lower: int = 0) -> Iterable[tuple[str, str]]:
        """Names and values."""
        return [("A", "b")]


def webhooks(flask: FlaskHeaders, starlette: Mapping[str, str]) -> None:
    """Headers of any framework are taken."""
    assert_type(claid_webhooks.verify(flask, b"", "secret"), claid_webhooks.Event)
    assert_type(claid_webhooks.verify(starlette, b"", "secret"), claid_webhooks.Event)
    assert_type(youcam_webhooks.verify(flask, b"", "secret"), youcam_webhooks.Event)
    assert_type(youcam_webhooks.verify({"a": "b"}, b"", "secret"), youcam_webhooks.Event)


def clients() -> None:
    """Every client takes the same settings."""
    options = Options(
        connection=Connection(connect_timeout=5, verify=ssl.create_default_context()),
        retry=RetryPolicy(attempts=3),
        listener=print,
    )
    with Pilio("key", base_url="https://pilio.ai", options=options) as pilio:
        assert_type(pilio, Pilio)
    with Perfect("key", secret_key="secret", profile="work") as perfect:
        assert_type(perfect, Perfect)
    Claid(http_client=httpx.Client()).close()
    PicWish().close()


def sources(pilio: Pilio, file: BinaryIO) -> None:
    """Whatever holds a picture."""
    pilio.remove_background("a.png")
    pilio.remove_background(Path("a.png"))
    pilio.remove_background(b"...", filename="a.png")
    pilio.remove_background(bytearray(b"..."), filename="a.png")
    pilio.remove_background(file)
    pilio.remove_background(File(b"...", name="a.png", type="image/png"))
    pilio.remove_background(Image.new("RGB", (1, 1)))
    pilio.remove_background(File(np.zeros((1, 1, 3), np.uint8), name="a.png"))
    pilio.edit_image([Image.new("RGB", (1, 1)), np.zeros((1, 1), np.uint8)], "make it blue")


def prepared(pilio: Pilio) -> None:
    """Copies that fit, for a client or for one call."""
    task = Pilio(options=Options(prepare="auto")).remove_background("a.heic")
    assert_type(task.prepared, tuple[str, ...])
    assert_type(pilio.with_options(prepare="auto"), Pilio)


def pilio(client: Pilio, box: WatermarkBox) -> None:
    cutout = client.remove_background(
        "a.png", industry_type="portrait", quality_type="fast", trim_transparent_background=True
    )
    assert_type(cutout, Task[TaskResult])
    assert_type(cutout.result(within=60), Result[TaskResult])
    assert_type(cutout.result().raw, TaskResult)
    assert_type(client.resume(cutout.token), Task[TaskResult])
    assert_type(client.remove_watermark("a.png", mode="manual", boxes=[box]), Task[TaskResult])
    assert_type(client.upscale("a.png", type="2X", enhance_face=True), Task[TaskResult])
    assert_type(client.remove_pdf_watermark("a.pdf"), Task[TaskResult])
    assert_type(client.generate_image("a red bicycle", aspect_ratio="1:1", output_count=2), Task[TaskResult])
    assert_type(client.edit_image(["a.png", b"..."], "make it blue", quality="high"), Task[TaskResult])
    assert_type(client.generate_with_flare("a red bicycle", images="a.png"), Task[TaskResult])
    assert_type(client.quote_flare("a red bicycle"), Quote)
    assert_type(client.quote_flare("a red bicycle").charged_credits, str)


def perfect(client: Perfect) -> None:
    task = client.remove_background("a.png", output_ext="png", request_id=7)
    assert_type(task, Task[TaskStatusResult])
    anything = client.resume(task.token).result().raw
    assert_type(anything, TaskStatusResult | AgingStatusResult | MakeupTransferStatusResult)
    assert_type(client.colorize("a.jpg", output_ext="webp"), Task[TaskStatusResult])
    assert_type(client.enhance("a.jpg", scale=2), Task[TaskStatusResult])
    assert_type(client.remove_object("a.jpg", "mask.png"), Task[TaskStatusResult])
    assert_type(client.show_aging("a.jpg"), Task[AgingStatusResult])
    assert_type(client.transfer_makeup("a.jpg", "b.jpg"), Task[MakeupTransferStatusResult])
    assert_type(client.generate_image("a hat", style_group_id=1, style_id=2), Task[TaskStatusResult])
    for group in client.style_groups("wig"):
        assert_type(group, StyleGroup)
        for style in client.styles("wig", 1):
            assert_type(style, Style)
    for hair in (
        client.try_hairstyle,
        client.try_wig,
        client.extend_hair,
        client.add_bangs,
        client.add_hair_volume,
    ):
        assert_type(hair("a.jpg", style_group_id=1, style_id=2), Task[TaskStatusResult])


def claid(client: Claid, operations: ImageOperations) -> None:
    task = client.remove_background("https://example.com/a.png", category="products", clipping=True)
    assert_type(task, Task[AsyncEdit])
    assert_type(client.edit("a.png", operations), Task[AsyncEdit])
    nested = client.edit(
        "storage://mine/a.png",
        {"resizing": {"width": 800, "height": "auto", "fit": "bounds"}, "background": {"remove": True}},
        output={"format": {"type": "jpeg", "quality": 80}},
    )
    assert_type(nested.result().raw, AsyncEdit)
    assert_type(client.resize("a.png", width=800, fit="cover"), Task[AsyncEdit])
    assert_type(client.upscale("a.png", percent=400), Task[AsyncEdit])
    assert_type(client.outpaint("a.png", width=1600, height="120%"), Task[AsyncEdit])
    assert_type(client.edit_at_once("a.png", operations).result().raw, FinishedEdit)
    assert_type(client.edit_many(["a.png", b"..."], operations), Task[BatchEdit])
    assert_type(client.create_scene("a.png", {"generate": True}, position={"x": 0.5}), Task[Scene])
    assert_type(client.animate("a.png", "slowly", duration="10"), Task[Video])
    assert_type(client.storage_types(), list[StorageType])
    assert_type(client.storages(), list[Storage])
    assert_type(client.create_storage("a", "web_folder", {"base_url": "https://example.com"}), Storage)
    client.delete_storage(1)


def picwish(client: PicWish) -> None:
    task = client.remove_background("a.png", type="person", output="both", returns="binary", sync=True)
    assert_type(task, Task[SegmentationTask | None])
    finished = client.resume(task.token).result().raw
    assert_type(finished, BackgroundTask | FileTask | ImageTask | SegmentationTask | None)
    box: Rectangle = {"x": 0, "y": 0, "width": 9, "height": 9}
    assert_type(client.remove_object("a.png", rectangles=[box]), Task[ImageTask | None])
    assert_type(client.read_text("a.pdf", format="docx"), Task[FileTask | None])
    assert_type(client.generate_background("a.png", prompt="a lake"), Task[BackgroundTask | None])
    assert_type(client.edit_pdf("a.pdf", type="rotate", angle=90), Task[FileTask | None])
    assert_type(client.balance(), list[PackageCredits])
    assert_type(client.coins(), Coins)


def youcam(client: YouCam) -> None:
    assert_type(client.remove_background("https://example.com/a.png"), Task[TaskState])
    assert_type(client.try_hairstyle("a.jpg", reference=b"b", filename="b.jpg"), Task[TaskState])
    assert_type(client.analyze_face("a.jpg", features=["faceShape", "age"]), Task[AnalysisState])
    assert_type(
        client.color_hair("a.jpg", pattern={"name": "full"}, palettes=[{"color": "#112233"}]), Task[TaskState]
    )
    assert_type(client.find_bodies("a.jpg"), Task[AnalysisState])
    assert_type(client.reshape_body("a.jpg", features={"waist": -20}, index=1), Task[TaskState])
    assert_type(
        client.try_makeup("a.jpg", [{"category": "skin_smooth", "skinSmoothStrength": 40}]), Task[TaskState]
    )
    assert_type(client.balance(), list[CreditBatch])
    assert_type(client.feature_costs(page_size=20), FeatureCostPage)
    assert_type(client.delete_task("1"), DeleteTaskResponse)
    for template in client.templates("hairstyle"):
        assert_type(template, Template)


def task_and_result(task: Task[TaskResult]) -> None:
    """What a task and its result tell."""
    assert_type(task.id, str)
    assert_type(task.token, str)
    assert_type(task.phase, Phase)
    assert_type(task.credits, Credits | None)
    assert_type(task.status(), Status)
    for update in task.updates(within=None):
        assert_type(update, Update)
        assert_type(update.phase, Phase)
        assert_type(update.progress, float | None)
    assert_type(task.result(within=timedelta(minutes=2)), Result[TaskResult])
    result = task.result(within=1.5)
    if result.credits is not None:
        assert_type(result.credits.expected, float)
        assert_type(result.credits.most, float)
    assert_type(result.files, tuple[ResultFile, ...])
    assert_type(result.save("out/"), list[Path])
    assert_type(result.save(Path("a.png"), overwrite=True), list[Path])
    assert_type(result.bytes(), bytes)
    assert_type(result.check("a.png"), Verdict)
    for file in result.files:
        assert_type(file.save("out/"), Path)
        assert_type(file.bytes(), bytes)
        assert_type(list(file.stream()), list[bytes])


def many(client: Pilio, paths: list[Path]) -> None:
    for path, outcome in client.map(client.remove_background, paths, at_once=4):
        assert_type(path, Path)
        if isinstance(outcome, SafelightError):
            assert_type(outcome.message, str)
        else:
            assert_type(outcome, Result[TaskResult])


async def async_twins(data: bytes) -> None:
    """The same names and arguments, awaited."""
    async with (
        AsyncPilio() as pilio,
        AsyncPerfect() as perfect,
        AsyncClaid() as claid,
        AsyncPicWish() as picwish,
        AsyncYouCam() as youcam,
    ):
        task = await pilio.remove_background(data, filename="a.png", quality_type="original")
        assert_type(task, AsyncTask[TaskResult])
        async for update in task.updates():
            assert_type(update, Update)
        result = await task.result(within=120)
        assert_type(result, AsyncResult[TaskResult])
        assert_type(result.raw, TaskResult)
        assert_type(result.files, tuple[AsyncResultFile, ...])
        assert_type(await result.save("out/"), list[Path])
        assert_type(await result.bytes(1), bytes)
        assert_type(await result.check(), Verdict)
        assert_type(await task, AsyncResult[TaskResult])
        assert_type(await task.status(), Status)
        assert_type(pilio.resume(task.token), AsyncTask[TaskResult])
        assert_type(await pilio.upscale("a.png"), AsyncTask[TaskResult])
        async for path, outcome in pilio.map(pilio.remove_background, [Path("a.png")]):
            assert_type(path, Path)
            assert_type(outcome, AsyncResult[TaskResult] | SafelightError)

        assert_type(await perfect.remove_background("a.png", output_ext="webp"), AsyncTask[TaskStatusResult])
        assert_type(await perfect.show_aging("a.png"), AsyncTask[AgingStatusResult])
        async for group in perfect.style_groups("wig"):
            assert_type(group, StyleGroup)
        assert_type(await claid.remove_background("a.png"), AsyncTask[AsyncEdit])
        assert_type(await claid.edit("a.png", {}), AsyncTask[AsyncEdit])
        assert_type(await claid.storages(), list[Storage])
        assert_type(await picwish.remove_background("a.png"), AsyncTask[SegmentationTask | None])
        assert_type(await youcam.remove_background("a.png"), AsyncTask[TaskState])
        assert_type(await youcam.balance(), list[CreditBatch])
    await AsyncPilio(http_client=httpx.AsyncClient()).close()


def errors(client: Pilio) -> None:
    """Errors carry what is needed to go on."""
    try:
        client.remove_background("a.png").result()
    except WaitTimeout as error:
        assert_type(error.token, str | None)
    except RateLimited as error:
        assert_type(error.retry_after, float | None)
    except (TaskFailed, OutcomeUnknown, ConfigurationError) as error:
        assert_type(error.code, str | None)
    except SafelightError as error:
        assert_type(error.http_status, int | None)
        assert_type(error.request_id, str | None)


def any_vendor(clients: Sequence[Pilio | Perfect | Claid | PicWish | YouCam]) -> None:
    """What all vendors have can be called on any."""
    for client in clients:
        client.remove_background("a.png").result().save("out/")


def wire(client: Client) -> None:
    """A generated package on its own."""
    request = RemoveBackgroundRequest(image_file_id="file_1")
    answer = remove_background.sync(client=client, body=request)
    assert_type(answer, ErrorResponse | TaskCreatedResponse | None)


def synced() -> None:
    """A sync says what it found and what it bought."""
    found = sync(
        "photos/", out="out/", vendor="pilio", operation="upscale", options={"type": "2X"}, rates=False
    )
    assert_type(found.changes.renamed, list[tuple[str, str]])
    assert_type(found.counts, Counts | None)


def costs() -> None:
    """A ledger is a hook of a client; a hook of one's own may hear how a purchase ended, or not."""
    ledger = Ledger(profile="work", caps=Caps(day=100))
    assert_type(ledger.path(sandbox=True), Path)
    ends: list[object] = []

    def hook(purchase: Purchase) -> None:
        assert_type(purchase.credits, Credits | None)

    Options(before_purchase=ledger)
    Options(before_purchase=hook)
    Options(before_purchase=lambda _: ends.append)


def routed(picwish: PicWish, pilio: Pilio) -> None:
    """A route takes sync clients of any vendors, and says who was tried."""
    task = Route([picwish, pilio], on_suspect="retry-elsewhere").remove_background(
        "a.png", picwish={"crop": True}
    )
    assert_type(task, Routed)
    assert_type(task.tried, tuple[Tried, ...])
    assert_type(task.result(within=60), Result[Any])


async def routed_async(picwish: AsyncPicWish, pilio: AsyncPilio) -> None:
    """An async route takes async clients."""
    task = await AsyncRoute([picwish, pilio]).remove_background("a.png")
    assert_type(task, AsyncRouted)
    assert_type(await task.result(), AsyncResult[Any])


def routed_batch(batch: Batch) -> None:
    """A batch takes several vendors, and says who was tried."""
    counts = run(
        ["photos"], out="out", vendor=["picwish", "pilio"], operation="upscale", on_suspect="retry-elsewhere"
    )
    assert_type(counts, Counts)
    for item, tried in batch.tried():
        assert_type(item.vendor, str)
        assert_type(tried, list[Tried])


def reviews(batch: Batch) -> None:
    """Results are looked at, and decided about."""
    for one in batch.reviewed(suspect=True):
        assert_type(one, Reviewed)
        assert_type(one.decision, Decision | None)
        batch.decide(one.item.id, "redo", vendor="picwish", options={"type": "person"})
