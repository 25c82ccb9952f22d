"""What the real clients do about every kind of fault: right in the end, or the right error; paid once; no debris.

`STORIES` has at least one story a kind, and a kind without one fails. Each is played by a sync client, and by an async
one where the kind of client could matter: what happens below HTTP, and to files.
"""

import asyncio
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from uuid import uuid4

import pytest
import safelight
from PIL import Image
from safelight import (
    Connection,
    DownloadFailed,
    Options,
    OutcomeUnknown,
    PerfectOptions,
    PilioOptions,
    RateLimited,
    Retrying,
    TaskFailed,
    UnexpectedResponse,
    UploadFailed,
    WaitTimeout,
)
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import sandbox as sandbox_of_all
from sandbox_flows import DATA
from support.waiting import HANG, until

CLIENTS = {"pilio": "Pilio", "perfect": "Perfect", "claid": "Claid", "picwish": "PicWish"}
OPTIONS: dict[str, Any] = {
    "pilio": PilioOptions,
    "perfect": PerfectOptions,
    "claid": Options,
    "picwish": Options,
}
CREATES = {
    "pilio": "remove_background",
    "perfect": "run_background_removal",
    "claid": "create_async_edit",
    "picwish": "create_segmentation",
}
CHECKS = {
    "pilio": "get_task_status",
    "perfect": "get_background_removal_status",
    "claid": "get_async_edit",
    "picwish": "get_segmentation",
}
PATIENCE = 3.0
"""Seconds without a byte that clients take where a fault is about time; integration tests, for they pass in earnest."""
LONG = 60.0
"""Seconds of such a fault; they are skipped once the client has given up."""
OF_WEBHOOKS = {FaultKind.LOST_WEBHOOK, FaultKind.WRONG_SIGNATURE}
"""What no client sees: `test_webhooks.py` has them."""
SLOW = {FaultKind.LATENCY, FaultKind.LOST_RESPONSE, FaultKind.SLOW_DRIP}
CONNECTION_FAULTS = {
    FaultKind.LATENCY,
    FaultKind.RESET_BEFORE,
    FaultKind.RESET_AFTER,
    FaultKind.LOST_RESPONSE,
    FaultKind.TRUNCATED_BODY,
    FaultKind.SLOW_DRIP,
}
TRANSFERS = {"put_object", "upload_part", "get_object"}


@dataclass(frozen=True)
class Story:
    """One fault, and how it ends.

    Attributes:
        operation: What is struck; `CREATE` and `CHECK` stand for the vendor's own.
        plan: The fault's attributes.
        error: What the client raises; None where the picture is there in the end.
        paid: Billed creates that the ledger counts.
        calls: How often the operation arrived, where that is certain.
        call: Options of the call.
        client: Options of the client.
        within: Seconds to wait for the task.
    """

    vendor: str
    operation: str
    plan: dict[str, Any] = field(default_factory=dict)
    error: type[Exception] | None = None
    paid: int = 1
    calls: int | None = None
    call: dict[str, Any] = field(default_factory=dict)
    client: dict[str, Any] = field(default_factory=dict)
    within: float = HANG

    def __str__(self) -> str:
        ending = self.error.__name__ if self.error else "saved"
        options = "-".join(f"{name}={value}" for name, value in self.plan.items() if name != "seconds")
        return "-".join(part for part in (self.vendor, self.operation, options, ending) if part)


CREATE, CHECK = "create", "check"
ALWAYS: dict[str, Any] = {"times": None}
IN_PARTS = {"upload_mode": "multipart"}
AT_ONCE = {"sync": True, "returns": "binary"}


def each(operation: str, *vendors: str, **story: Any) -> list[Story]:
    return [Story(vendor, operation, **story) for vendor in vendors or CLIENTS]


# A create without an idempotency key is never sent twice once it may have arrived; Perfect has such a key.
STORIES: dict[FaultKind, list[Story]] = {
    FaultKind.LATENCY: [
        *each(CREATE, "pilio", "claid", "picwish", plan={"seconds": LONG}, error=OutcomeUnknown, calls=1),
        Story("perfect", CREATE, {"seconds": LONG}, calls=2),
        *each(CHECK, "pilio", "claid", plan={"seconds": LONG}),
        Story("pilio", "get_object", {"seconds": LONG}, calls=2),
    ],
    FaultKind.RESET_BEFORE: [
        *each(CREATE, "pilio", "claid", "picwish", error=OutcomeUnknown, paid=0, calls=1),
        Story("perfect", CREATE, calls=2),
        Story("perfect", "authenticate", calls=2),
        Story("pilio", "put_object", {"times": 2}, calls=3),
        Story("pilio", "put_object", ALWAYS, UploadFailed, 0, calls=5),
        *each(CHECK),
    ],
    FaultKind.RESET_AFTER: [
        *each(CREATE, "pilio", "claid", "picwish", error=OutcomeUnknown, calls=1),
        Story("perfect", CREATE, {"times": 2}, calls=3),
        Story("picwish", CREATE, error=OutcomeUnknown, calls=1, call=AT_ONCE),
        Story("pilio", "create_files", calls=2),
        Story("pilio", "get_task_result", calls=2),
    ],
    FaultKind.LOST_RESPONSE: [
        *each(CREATE, "pilio", "claid", "picwish", plan={"seconds": LONG}, error=OutcomeUnknown, calls=1),
        Story("perfect", CREATE, {"seconds": LONG}, calls=2),
        Story("claid", "get_object", {"seconds": LONG}, calls=2),
    ],
    FaultKind.TRUNCATED_BODY: [
        *each(CREATE, "pilio", "claid", "picwish", error=OutcomeUnknown, calls=1),
        Story("perfect", CREATE, calls=2),
        *each(CHECK, "claid", "picwish"),
        *each("get_object", plan={"times": 2}, calls=3),
        *each(
            "get_object", "pilio", "perfect", plan=ALWAYS | {"after_bytes": 0}, error=DownloadFailed, calls=5
        ),
    ],
    FaultKind.SLOW_DRIP: [
        Story("claid", CREATE, {"seconds": LONG}, OutcomeUnknown, calls=1),
        Story("perfect", CREATE, {"seconds": LONG}, calls=2),
        Story("pilio", CHECK, {"seconds": 4.0}),
        Story("picwish", "get_object", {"seconds": 0.5}, calls=1),
    ],
    FaultKind.SERVER_ERROR: [
        *each(CREATE, "pilio", "claid", "picwish", error=OutcomeUnknown, paid=0, calls=1),
        *each(CREATE, "pilio", "claid", "picwish", plan={"worked": True}, error=OutcomeUnknown, calls=1),
        Story("perfect", CREATE, {"times": 3, "worked": True}, calls=4),
        *each(CHECK, plan={"times": 3, "status": 502}),
        *each(CHECK, plan={"times": 12}, calls=13),
        Story("pilio", CHECK, ALWAYS, WaitTimeout, within=2.0),
        # Perfect's task is lost, and free, once nobody could ask for it.
        Story("perfect", CHECK, ALWAYS, WaitTimeout, paid=0, within=2.0),
        Story("pilio", "put_object", {"times": 2}, calls=3),
        Story("claid", "get_object", ALWAYS, DownloadFailed, calls=5),
    ],
    FaultKind.RATE_LIMITED: [
        *each(CREATE, plan={"times": 2}, calls=3),
        *each(CREATE, "pilio", "claid", plan={"retry_after": 20}, calls=2),
        *each(CREATE, "perfect", "picwish", plan=ALWAYS, error=RateLimited, paid=0, calls=5),
        *each(CHECK, plan={"times": 3}),
        Story("pilio", "get_object", {"retry_after": 2}, calls=2),
    ],
    FaultKind.HTML_PAGE: [
        *each(CREATE, "pilio", "claid", "picwish", error=OutcomeUnknown, paid=0, calls=1),
        *each(CREATE, "pilio", "claid", plan={"status": 200, "worked": True}, error=OutcomeUnknown, calls=1),
        Story("perfect", CREATE, {"times": 2}, calls=3),
        *each(CHECK, plan={"times": 2}),
        *each(CHECK, "pilio", "picwish", plan={"status": 200}, error=UnexpectedResponse, calls=1),
        *each("get_object", plan={"times": 1, "status": 200}, calls=2),
        *each("get_object", "pilio", "claid", plan=ALWAYS | {"status": 200}, error=DownloadFailed, calls=5),
    ],
    FaultKind.REDIRECT: [
        *each(CREATE, "pilio", "claid", "picwish", error=OutcomeUnknown, paid=0, calls=1),
        Story("perfect", CREATE, error=OutcomeUnknown, paid=0, calls=1),
        *each(CHECK, "pilio", "claid", "picwish", error=UnexpectedResponse, calls=1),
        Story("perfect", CHECK, error=UnexpectedResponse, paid=0, calls=1),
        Story("pilio", "get_object", calls=2),  # nothing is there, and a fresh URL is asked for
        Story("perfect", "put_object", error=UploadFailed, paid=0, calls=1),
    ],
    FaultKind.WRONG_CONTENT_TYPE: [
        *each(CREATE, calls=1),
        *each(CHECK, plan=ALWAYS),
        *each("get_object", calls=1),
        Story("picwish", CREATE, calls=1, call=AT_ONCE),  # a picture is one by its bytes
    ],
    FaultKind.UNKNOWN_ENUM: [
        Story("pilio", CREATE, calls=1),
        *each(CHECK, "pilio", "perfect", "claid", plan={"times": 2, "value": "Hibernating"}),
        Story("picwish", CHECK, {"times": 2}),
        Story("claid", CHECK, ALWAYS, WaitTimeout, within=0.5),
    ],
    FaultKind.EXTRA_FIELDS: [*each("", plan=ALWAYS), Story("picwish", CREATE, call={"returns": "base64"})],
    FaultKind.DUPLICATE: [
        Story("perfect", CREATE, calls=1),
        Story("perfect", CREATE, ALWAYS, calls=1),
        Story("pilio", "create_files", calls=1),
        Story("pilio", "complete_multipart_upload", calls=1, client=IN_PARTS),
        *each(CHECK, plan=ALWAYS),
    ],
    FaultKind.EXPIRED_URL: [
        Story("pilio", "create_files", {"times": 2}, calls=3),
        Story("pilio", "create_files", ALWAYS, UploadFailed, 0, calls=3),
        Story("pilio", "create_files", calls=2, client=IN_PARTS),
        Story("perfect", "create_background_removal_file", calls=2),
        *each("get_object", calls=2),
        Story("pilio", "get_task_result", calls=2),
        *each("get_object", "perfect", "picwish", plan=ALWAYS, error=DownloadFailed, calls=2),
    ],
    FaultKind.WRONG_ETAG: [
        Story("pilio", "upload_part", calls=2, client=IN_PARTS),
        Story("pilio", "upload_part", ALWAYS, UploadFailed, 0, calls=5, client=IN_PARTS),
        *each("get_object", calls=2),
        *each("get_object", plan=ALWAYS, error=DownloadFailed, calls=5),
    ],
    FaultKind.WRONG_SIZE: [
        *each("get_object", calls=2),
        *each("get_object", plan=ALWAYS, error=DownloadFailed, calls=5),
        Story("pilio", "get_task_result", calls=2),
        Story("pilio", "get_task_result", ALWAYS, DownloadFailed),
    ],
    FaultKind.TASK_FAILURE: [
        Story("pilio", CREATE, {"value": "model_overloaded"}, TaskFailed, calls=1),
        Story("perfect", CREATE, {"value": "error_no_face"}, TaskFailed, 0, calls=1),
        Story("claid", CREATE, error=TaskFailed, calls=1),
        Story("picwish", CREATE, {"value": "-7"}, TaskFailed, calls=1),
    ],
}


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "picture.png"
    Image.open(DATA / "astronaut.jpg").resize((64, 64)).save(path)
    return path


@pytest.fixture(scope="module")
def one_sandbox() -> Iterator[Sandbox]:
    with sandbox_of_all(task_seconds=0.02, speed=400) as running:
        yield running


@pytest.fixture
def box(one_sandbox: Sandbox) -> Iterator[Sandbox]:
    """The sandbox as new: starting one for each story would take longer than playing it."""
    for memory in (one_sandbox.faults, one_sandbox.ledger, one_sandbox.journal):
        memory.clear()
    yield one_sandbox
    one_sandbox.faults.clear()


def play(story: Story, picture: Path, out: Path, options: Options) -> None:
    with getattr(safelight, CLIENTS[story.vendor])(options=options) as client:
        client.remove_background(picture, **story.call).result(within=story.within).save(out)


def play_async(story: Story, picture: Path, out: Path, options: Options) -> None:
    async def scenario() -> None:
        async with getattr(safelight, f"Async{CLIENTS[story.vendor]}")(options=options) as client:
            task = await client.remove_background(picture, **story.call)
            result = await task.result(within=story.within)
            await result.save(out)

    asyncio.run(scenario())


def stories() -> list[Any]:
    return [
        pytest.param(
            kind,
            story,
            world,
            id=f"{kind.value}-{story}-{world.__name__}",
            marks=[pytest.mark.integration] if kind in SLOW else [],
        )
        for kind in FaultKind
        if kind not in OF_WEBHOOKS
        for story in STORIES[kind]
        for world in (play, play_async)
        if world is play or kind in CONNECTION_FAULTS or story.operation in TRANSFERS
    ]


def settle(box: Sandbox) -> None:
    """Let the sandbox come to an end with requests whose client has gone, so that the next story does not get them."""
    box.clock.advance(LONG)
    for _ in range(2):  # connections are taken in their order: those before these are, and are read
        urlopen(f"{box.url}/sandbox/faults", timeout=HANG).close()  # noqa: S310 - our own address
    until(lambda: all(record.seconds for record in box.requests))


@pytest.mark.parametrize(("kind", "story", "world"), stories())
def test_fault(
    kind: FaultKind, story: Story, world: Any, box: Sandbox, picture: Path, tmp_path: Path
) -> None:
    operation = {CREATE: CREATES[story.vendor], CHECK: CHECKS[story.vendor]}.get(
        story.operation, story.operation
    )
    elsewhere = "pilio" if story.vendor == "claid" else "claid"
    target = f"elsewhere-{uuid4().hex}"  # a late request of somebody else is none to it
    plan = {"value": f"{box.base_url(elsewhere)}/{target}"} if kind is FaultKind.REDIRECT else {}
    fault = box.faults.add(kind, story.vendor, operation or None, **plan, **story.plan)
    out, heard = tmp_path / "out", list[object]()
    connection = Connection(read_timeout=PATIENCE if kind in SLOW else HANG)
    options = OPTIONS[story.vendor](connection=connection, listener=heard.append, **story.client)
    if story.error is None:
        world(story, picture, out, options)
        (saved,) = out.iterdir()
        assert (saved.name, Image.open(io.BytesIO(saved.read_bytes())).size) == ("picture.png", (64, 64))
    else:
        with pytest.raises(story.error) as caught:
            world(story, picture, out, options)
        assert type(caught.value) is story.error
        assert caught.value.vendor == story.vendor
        assert not out.exists() or not list(out.iterdir())
    settle(box)
    assert fault.struck >= (story.plan.get("times", 1) or 1)
    arrived = [record for record in box.requests if record.operation == operation]
    assert story.calls in {None, len(arrived)}
    astray = [record for record in box.requests if record.path.endswith(target)]
    assert bool(astray) is (kind is FaultKind.REDIRECT and operation in TRANSFERS), "no key is sent on"
    assert box.ledger.count(story.vendor, CREATES[story.vendor]) == story.paid
    if "retry_after" in story.plan and operation != "get_object":
        assert next(event.wait for event in heard if isinstance(event, Retrying)) >= story.plan["retry_after"]
