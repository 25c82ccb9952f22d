"""Prices that a vendor states before an item is bought: asked once for what differs in nothing that may matter."""

import asyncio
from collections.abc import Mapping
from typing import Any, cast

import attrs
import pytest
from safelight.batch.catalogue import work_of
from safelight.batch.quotes import Quotes, quoting
from safelight.errors import AuthenticationError, InvalidInput, NotFound, SafelightError, Unavailable
from safelight.vendors import AnyClient
from support.waiting import HANG


@attrs.define
class Vendor:
    """Answers with prices or errors, in order."""

    answers: list[object]
    asked: list[Mapping[str, object]] = attrs.field(factory=list[Mapping[str, object]])

    async def quote_flare(self, **given: object) -> object:
        self.asked.append(given)
        answer = self.answers.pop(0)
        if isinstance(answer, SafelightError):
            raise answer
        return attrs.make_class("Quote", ["charged_credits"])(answer)


def prices(
    vendor: Vendor, *items: tuple[Mapping[str, object], str | None], at_once: bool = False
) -> list[float | None]:
    quotes, work = Quotes(), work_of("pilio", "generate_with_flare")

    async def one(options: Mapping[str, object], profile: str | None) -> float | None:
        return await quotes.of(work, options, profile, lambda: cast("AnyClient", cast("Any", vendor)))

    async def every() -> list[float | None]:
        if at_once:
            return await asyncio.gather(*(one(*item) for item in items))
        return [await one(*item) for item in items]

    return asyncio.run(every())


def lighthouse(**options: object) -> tuple[Mapping[str, object], None]:
    return {"prompt": "a lighthouse", **options}, None


def test_items_that_differ_in_words_and_files_alone_are_asked_for_once():
    vendor = Vendor(["2"])
    items = [
        lighthouse(resolution="1K"),
        ({"prompt": "a boat", "resolution": "1K", "images": "a.png", "filename": "a.png"}, None),
    ]
    assert prices(vendor, *items, *items, at_once=True) == [2.0] * 4
    assert vendor.asked == [{"prompt": "a lighthouse", "resolution": "1K"}]


def test_another_choice_or_account_is_asked_for_anew():
    vendor = Vendor(["2", "4.5", "6"])
    other = ({"prompt": "a lighthouse", "resolution": "1K"}, "work")
    assert prices(vendor, lighthouse(resolution="1K"), lighthouse(resolution="4K"), other) == [2.0, 4.5, 6.0]


def test_what_differs_is_asked_for_at_the_same_time():
    together = asyncio.Barrier(2)

    class Slow(Vendor):
        async def quote_flare(self, **given: object) -> object:
            async with asyncio.timeout(HANG):
                await together.wait()
            return await super().quote_flare(**given)

    items = [lighthouse(resolution="1K"), lighthouse(resolution="4K")] * 2
    assert prices(Slow(["2", "2"]), *items, at_once=True) == [2.0] * 4


def test_a_dry_run_asks_with_one_client_on_one_event_loop(monkeypatch: pytest.MonkeyPatch):
    made: list[Any] = []

    class Client(Vendor):
        def __init__(self, **arguments: object) -> None:
            super().__init__(["2", "4.5"])
            self.loops = set[asyncio.AbstractEventLoop]()
            made.append((arguments, self))

        async def quote_flare(self, **given: object) -> object:
            self.loops.add(asyncio.get_running_loop())
            return await super().quote_flare(**given)

        async def close(self) -> None:
            self.loops.add(asyncio.get_running_loop())
            self.answers.append("closed")

    monkeypatch.setattr("safelight.batch.quotes.client_class", lambda vendor: Client)
    flare, upscale = work_of("pilio", "generate_with_flare"), work_of("pilio", "upscale")
    with quoting("mine", {"pilio": {"api_key": "key"}}) as price:
        found = [price(flare, lighthouse(resolution=size)[0]) for size in ("1K", "4K", "1K")]
        assert price(upscale, {}) is None
    assert found == [2.0, 4.5, 2.0]
    ((arguments, client),) = made
    assert arguments == {"profile": "mine", "api_key": "key"}
    assert client.answers == ["closed"]
    assert len(client.loops) == 1


def test_that_there_is_no_quote_is_kept_and_what_one_item_meets_is_not():
    vendor = Vendor([InvalidInput("of this item"), NotFound("no such path")])
    assert prices(vendor, *[lighthouse()] * 3) == [None] * 3
    assert len(vendor.asked) == 2


@pytest.mark.parametrize("error", [Unavailable("away"), AuthenticationError("no key")])
def test_an_outage_and_a_refused_key_are_told(error: SafelightError):
    with pytest.raises(type(error)):
        prices(Vendor([error]), lighthouse())


def test_what_is_no_amount_is_no_price():
    for answer in ("nan", "-1", "two", None):
        assert prices(Vendor([answer]), lighthouse()) == [None]


def test_an_operation_without_a_quote_is_not_asked_about():
    async def price() -> float | None:
        def client() -> AnyClient:
            raise AssertionError

        return await Quotes().of(work_of("pilio", "upscale"), {}, None, client)

    assert asyncio.run(price()) is None
