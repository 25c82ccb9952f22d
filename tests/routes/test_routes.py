"""Routes: the next vendor takes over what the one before refuses, and nothing is ever bought twice unasked."""

import asyncio
import io
import socket
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any
from unittest.mock import Mock

import pytest
from safelight import (
    AsyncClaid,
    AsyncPicWish,
    AsyncPilio,
    AsyncRoute,
    AuthenticationError,
    Claid,
    ConfigurationError,
    InvalidInput,
    Options,
    OutcomeUnknown,
    PicWish,
    Pilio,
    RetryPolicy,
    Route,
    SafelightError,
    TaskFailed,
    Tried,
    Unavailable,
)
from safelight.batch.catalogue import work_of
from safelight.core.base.verdict import Verdict
from safelight.routes.journey import Journey
from safelight.routes.stops import Stop
from safelight.sandbox import FaultKind, Sandbox

pytestmark = pytest.mark.integration

OPTIONS = Options(retry=RetryPolicy(attempts=2, first_delay=0.01))
CREATE = "create_segmentation"
JPG = {"format": "jpg", "bg_color": "FF0000"}
"""With these, PicWish's result is meant to be opaque, so that its check passes."""

Remove = Callable[..., tuple[Any, Any]]


def sync_remove(
    source: object, *, route: Mapping[str, object] | None = None, first: str | None = None, **options: object
) -> tuple[Any, Any]:
    with PicWish(first, options=OPTIONS) as picwish, Pilio(options=OPTIONS) as pilio:
        task = Route([picwish, pilio], **(route or {})).remove_background(source, **options)  # type: ignore[arg-type]
        return task, task.result(within=60)


def async_remove(
    source: object, *, route: Mapping[str, object] | None = None, first: str | None = None, **options: object
) -> tuple[Any, Any]:
    async def run() -> tuple[Any, Any]:
        async with AsyncPicWish(first, options=OPTIONS) as picwish, AsyncPilio(options=OPTIONS) as pilio:
            made = AsyncRoute([picwish, pilio], **(route or {}))  # type: ignore[arg-type]
            task = await made.remove_background(source, **options)  # type: ignore[arg-type]
            return task, await task.result(within=60)

    return asyncio.run(run())


@pytest.fixture(params=[sync_remove, async_remove], ids=["sync", "async"])
def remove(request: pytest.FixtureRequest) -> Remove:
    return request.param


def bought(sandbox: Sandbox) -> tuple[int, int]:
    """Purchases at PicWish and at Pilio."""
    return sandbox.ledger.count("picwish"), sandbox.ledger.count("pilio")


def test_the_first_vendor_that_takes_it_does_it(sandbox: Sandbox, remove: Remove) -> None:
    task, result = remove("chelsea.jpg")
    assert (task.vendor, task.tried, bought(sandbox)) == ("picwish", (), (1, 0))
    assert '"picwish"' in task.token
    assert str(result).startswith(("<Result picwish", "<AsyncResult picwish"))


def outage(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        patch.setenv("PICWISH_BASE_URL", f"http://127.0.0.1:{closed.getsockname()[1]}")


def rate_limit(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    sandbox.faults.add(FaultKind.RATE_LIMITED, "picwish", CREATE, retry_after=0, times=None)


def no_credits(sandbox: Sandbox, patch: pytest.MonkeyPatch) -> None:
    sandbox.ledger.set_balance("picwish", 0)


@pytest.mark.parametrize(
    ("spoil", "reason", "error"),
    [
        (outage, "outage", "Unavailable"),
        (rate_limit, "rate limited", "RateLimited"),
        (no_credits, "empty account", "InsufficientCredits"),
    ],
)
def test_the_next_vendor_takes_over(
    sandbox: Sandbox,
    remove: Remove,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Sandbox, pytest.MonkeyPatch], None],
    reason: str,
    error: str,
) -> None:
    spoil(sandbox, monkeypatch)
    heard: list[Tried] = []
    task, result = remove("chelsea.jpg", route={"tell": heard.append})
    assert (task.vendor, bought(sandbox)) == ("pilio", (0, 1))
    (tried,) = task.tried
    assert heard == [tried]
    assert (tried.vendor, tried.reason, type(tried.error).__name__) == ("picwish", reason, error)
    assert str(tried).startswith(f"picwish: {reason}: ")
    assert len(result.files) == 1


def test_a_refused_key_leads_to_the_next_vendor(sandbox: Sandbox, remove: Remove) -> None:
    task, _ = remove("chelsea.jpg", first="sandbox-of-nobody")
    assert [tried.reason for tried in task.tried] == ["refused key"]
    assert bought(sandbox) == (0, 1)


def test_a_limit_that_does_not_fit_leads_to_the_next_vendor(
    sandbox: Sandbox, remove: Remove, folder: Path
) -> None:
    photo = (folder / "chelsea.jpg").read_bytes()
    large = photo + bytes(21 * 1024 * 1024 - len(photo))  # PicWish takes 20 MiB
    task, _ = remove(large)
    (tried,) = task.tried
    assert (tried.reason, tried.error.field) == ("limit", "image")
    assert bought(sandbox) == (0, 1)


def test_storage_that_is_out_leads_to_the_next_vendor(sandbox: Sandbox, folder: Path) -> None:
    sandbox.faults.add(FaultKind.SERVER_ERROR, "pilio", "put_object", status=503, times=None)
    with PicWish(options=OPTIONS) as picwish, Pilio(options=OPTIONS) as pilio:
        task = Route([pilio, picwish]).remove_background("chelsea.jpg")
    assert [(tried.vendor, tried.reason) for tried in task.tried] == [("pilio", "outage")]
    assert bought(sandbox) == (1, 0)


@pytest.mark.parametrize("worked", [False, True])
@pytest.mark.parametrize("kind", list(FaultKind))
def test_no_fault_of_the_first_vendor_makes_two_purchases(
    sandbox: Sandbox,
    kind: FaultKind,
    worked: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    if kind not in sandbox.faults.operations["picwish"][CREATE] or kind is FaultKind.DUPLICATE:
        return  # it strikes nothing; or the network itself pays twice
    if kind is FaultKind.RATE_LIMITED and worked:
        return  # a vendor that answers 429 says that it did nothing: no client can know better
    sandbox.faults.add(kind, "picwish", CREATE, worked=worked, seconds=0.2, retry_after=0, times=None)
    try:
        task, _ = sync_remove("chelsea.jpg")
    except SafelightError as error:
        assert bought(sandbox)[1] == 0
        if bought(sandbox)[0]:
            assert isinstance(error, OutcomeUnknown | TaskFailed)  # noqa: PT017 - most faults raise nothing
    else:
        assert bought(sandbox) == ((1, 0) if task.vendor == "picwish" else (0, 1))


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": FaultKind.LOST_RESPONSE, "seconds": 0.2},
        {"kind": FaultKind.RESET_AFTER},
        {"kind": FaultKind.SERVER_ERROR, "status": 500, "worked": True},
        {"kind": FaultKind.HTML_PAGE, "worked": True},
    ],
    ids=lambda fault: str(fault["kind"]),
)
def test_nothing_follows_an_unknown_outcome(sandbox: Sandbox, remove: Remove, fault: dict[str, Any]) -> None:
    sandbox.faults.add(vendor="picwish", operation=CREATE, times=None, **fault)
    with pytest.raises(OutcomeUnknown):
        remove("chelsea.jpg")
    assert bought(sandbox) == (1, 0)


def test_nothing_follows_a_failed_task(sandbox: Sandbox, remove: Remove) -> None:
    sandbox.faults.add(FaultKind.TASK_FAILURE, "picwish", CREATE)
    with pytest.raises(TaskFailed):
        remove("chelsea.jpg", route={"on_suspect": "retry-elsewhere"})
    assert bought(sandbox)[1] == 0


def test_nothing_follows_a_source_that_nobody_can_read(sandbox: Sandbox, remove: Remove) -> None:
    with pytest.raises(InvalidInput, match="cannot read nope"):
        remove("nope.jpg", route={"tell": pytest.fail})


def test_a_file_goes_to_the_next_vendor_whole(
    sandbox: Sandbox, remove: Remove, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_credits(sandbox, monkeypatch)
    with (folder / "chelsea.jpg").open("rb") as photo:
        _, result = remove(photo)
    assert bought(sandbox) == (0, 1)
    assert len(result.files) == 1


class Pipe(io.RawIOBase):
    """A file that can be read only once."""

    def readable(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("source", "options", "said"),
    [
        (Pipe(), {}, "the source can be read only once"),
        (None, {}, "remove_background needs a source"),
        ("chelsea.jpg", {"crop": True}, "pilio has no option 'crop'.*as picwish:crop"),
        ("chelsea.jpg", {"pilio": {"crop": True}}, "'crop' is no option of pilio"),
        ("chelsea.jpg", {"colour": 1}, "'colour' is no option of any of these vendors"),
        ("chelsea.jpg", {"picwish": {"type": "cat"}}, "picwish remove_background: type is one of"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(
    sandbox: Sandbox, remove: Remove, source: object, options: dict[str, object], said: str
) -> None:
    sandbox.faults.add(FaultKind.SERVER_ERROR, "picwish", times=None)
    with pytest.raises(InvalidInput, match=said):
        remove(source, **options)
    assert not sandbox.faults.planned[0].matched
    assert bought(sandbox) == (0, 0)


def test_a_wrong_value_does_not_lead_to_the_next_vendor(sandbox: Sandbox, remove: Remove) -> None:
    with pytest.raises(InvalidInput, match="bg_color"):
        remove("chelsea.jpg", picwish={"format": "jpg", "bg_color": "red"})
    assert bought(sandbox) == (0, 0)


def test_a_vendor_gets_its_own_options(sandbox: Sandbox, remove: Remove) -> None:
    _, result = remove("chelsea.jpg", picwish=JPG, pilio={"industry_type": "general"})
    assert ".jpg" in repr(result)


def test_an_operation_that_one_vendor_lacks_is_none_of_the_route(sandbox: Sandbox) -> None:
    with PicWish() as picwish, Pilio() as pilio:
        route = Route([picwish, pilio])
        with pytest.raises(AttributeError, match="pilio has no operation colorize"):
            _ = route.colorize
        assert "remove_background" in dir(route)
        assert "colorize" not in dir(route)


def test_a_route_of_something_else_is_refused(sandbox: Sandbox) -> None:
    with PicWish() as picwish:
        with pytest.raises(ConfigurationError, match="at least one client"):
            Route([])
        with pytest.raises(ConfigurationError, match="AsyncRoute cannot use PicWish"):
            AsyncRoute([picwish])  # type: ignore[list-item]
        with pytest.raises(ConfigurationError, match="on_suspect is 'keep' or 'retry-elsewhere', not 'hold'"):
            Route([picwish], on_suspect="hold")  # type: ignore[arg-type]


def test_if_all_fail_the_error_about_the_picture_is_raised_and_tells_of_the_others(
    sandbox: Sandbox, remove: Remove, monkeypatch: pytest.MonkeyPatch
) -> None:
    outage(sandbox, monkeypatch)
    sandbox.ledger.set_balance("pilio", 0)
    with pytest.raises(Unavailable) as caught:
        remove("chelsea.jpg")
    assert caught.value.vendor == "picwish"
    assert [note.split(": ")[:3] for note in caught.value.__notes__] == [
        ["tried before", "pilio", "empty account"]
    ]
    assert bought(sandbox) == (0, 0)


def test_if_all_accounts_are_unusable_the_last_error_is_raised(
    sandbox: Sandbox, remove: Remove, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_credits(sandbox, monkeypatch)
    monkeypatch.setenv("PILIO_API_KEY", "sandbox-of-nobody")
    with pytest.raises(AuthenticationError):
        remove("chelsea.jpg")


def test_a_suspect_result_is_kept_unless_the_next_vendor_is_asked_for_by_name(
    sandbox: Sandbox, remove: Remove
) -> None:
    task, _ = remove("noise.png", pilio={"industry_type": "general"})
    assert (task.tried, bought(sandbox)) == ((), (1, 0))


def test_a_suspect_result_is_bought_again_elsewhere(sandbox: Sandbox, folder: Path) -> None:
    with PicWish() as picwish, Pilio() as pilio:
        route = Route([pilio, picwish], on_suspect="retry-elsewhere")
        task = route.remove_background("noise.png", picwish=JPG)
        result = task.result()
        assert not result.check().suspect
    (tried,) = task.tried
    assert (tried.vendor, tried.reason, task.vendor) == ("pilio", "failed check", "picwish")
    assert tried.verdict is not None
    assert "full" in tried.verdict.reasons
    assert tried.result is not None
    assert bought(sandbox) == (1, 1)


def test_two_that_wait_for_one_task_buy_it_elsewhere_once(sandbox: Sandbox, folder: Path) -> None:
    both = Barrier(2, timeout=60)

    def wait(task: Any) -> str:
        both.wait()
        task.result()
        return str(task.vendor)

    with PicWish() as picwish, Pilio() as pilio, Claid() as claid, ThreadPoolExecutor(2) as pool:
        route = Route([pilio, picwish, claid], on_suspect="retry-elsewhere")
        task = route.remove_background("noise.png", picwish=JPG, claid={"category": "general"})
        assert list(pool.map(wait, [task, task])) == ["picwish", "picwish"]
    assert (bought(sandbox), sandbox.ledger.count("claid")) == ((1, 1), 0)

    async def together() -> str:
        async with AsyncPicWish() as picwish, AsyncPilio() as pilio, AsyncClaid() as claid:
            route = AsyncRoute([pilio, picwish, claid], on_suspect="retry-elsewhere")
            task = await route.remove_background("noise.png", picwish=JPG, claid={"category": "general"})
            await asyncio.gather(task.result(), task.result())
            return task.vendor

    assert asyncio.run(together()) == "picwish"
    assert (bought(sandbox), sandbox.ledger.count("claid")) == ((2, 2), 0)


def test_each_vendor_is_paid_once_if_all_results_are_suspect(sandbox: Sandbox, remove: Remove) -> None:
    task, result = remove("noise.png", route={"on_suspect": "retry-elsewhere"})
    assert [(tried.vendor, tried.reason) for tried in task.tried] == [
        ("picwish", "failed check"),
        ("pilio", "failed check"),
    ]
    assert bought(sandbox) == (1, 1)
    assert task.tried[-1].result is result


def test_a_suspect_result_is_returned_if_no_other_vendor_takes_it(sandbox: Sandbox, remove: Remove) -> None:
    sandbox.ledger.set_balance("pilio", 0)
    task, result = remove("noise.png", route={"on_suspect": "retry-elsewhere"})
    assert [tried.reason for tried in task.tried] == ["failed check", "empty account"]
    assert (result is task.tried[0].result, bought(sandbox)) == (True, (1, 0))


def test_an_unknown_outcome_after_a_failed_check_is_raised(sandbox: Sandbox, remove: Remove) -> None:
    sandbox.faults.add(FaultKind.RESET_AFTER, "pilio", "remove_background")
    with pytest.raises(OutcomeUnknown) as caught:
        remove("noise.png", route={"on_suspect": "retry-elsewhere"})
    assert caught.value.__notes__[0].startswith("tried before: picwish: failed check")
    assert bought(sandbox) == (1, 1)


def test_nothing_follows_an_unknown_outcome_if_the_result_is_asked_for_again(
    sandbox: Sandbox, folder: Path
) -> None:
    sandbox.faults.add(FaultKind.RESET_AFTER, "pilio", "remove_background")
    with PicWish() as picwish, Pilio(options=OPTIONS) as pilio, PicWish() as third:
        route = Route([picwish, pilio, third], on_suspect="retry-elsewhere")
        task = route.remove_background("noise.png")
        with pytest.raises(OutcomeUnknown):
            task.result()
        assert task.result().check().suspect
        assert [(tried.vendor, tried.reason) for tried in task.tried] == [("picwish", "failed check")]
    assert bought(sandbox) == (1, 1)


def test_nothing_follows_an_interrupted_purchase_if_the_result_is_asked_for_again() -> None:
    created: list[str] = []

    def stop(name: str, error: BaseException) -> Stop:
        def create() -> None:
            created.append(name)
            raise error

        return Stop(work_of(name, "remove_background"), create)

    stops = [
        stop("picwish", Unavailable("out")),
        stop("pilio", KeyboardInterrupt()),
        stop("claid", OSError()),
    ]
    journey = Journey(stops, "retry-elsewhere")
    with pytest.raises(KeyboardInterrupt):
        journey.create()
    assert not journey.suspect("picwish", Mock(), Verdict({"full": "nothing was cut out"}))
    assert created == ["picwish", "pilio"]
