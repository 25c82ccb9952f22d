"""`map` uses the documented limits up, refused by none, with few status calls; in virtual time."""

import asyncio
import sys
import threading
from pathlib import Path

import pytest
from safelight import AsyncPicWish, PicWish, SafelightError
from support.clients import KEY

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "programs"))
import mapping  # the benchmark's figures come from longer runs of the same

NEEDED = 20
"""Tasks of ten seconds that use two calls a second up, with the calls that each needs."""


@pytest.mark.parametrize(
    ("vendor", "seconds", "items", "least"),
    [("picwish", 2, 60, 0.95), ("picwish", 10, 150, 0.85), ("claid", 4, 120, 0.95), ("perfect", 4, 80, 0.9)],
)
def test_request_rates_are_used_up_and_no_call_is_refused(vendor, seconds, items, least):
    ends, served = mapping.mapped(vendor, seconds, 0.0, items=items)
    assert served.refused == 0
    assert mapping.share(vendor, ends, seconds, 0.0) > least
    assert served.fake.calls["polls"] < 1.25 * items


@pytest.mark.parametrize(("seconds", "sigma"), [(5, 0.0), (8, 0.3)])
def test_places_in_flight_are_used_up_without_more_status_calls(seconds, sigma):
    ends, served = mapping.mapped("pilio", seconds, sigma, items=160)
    _, few = mapping.mapped("pilio", seconds, sigma, at_once=8, items=160)
    assert served.refused == 0
    assert mapping.share("pilio", ends, seconds, sigma) > 0.85
    assert served.fake.calls["polls"] < 1.3 * few.fake.calls["polls"]


def test_more_sources_than_places_cost_no_more_status_calls():
    _, served = mapping.mapped("pilio", 5, 0.0, at_once=60, items=120)
    assert served.refused == 0
    assert served.fake.calls["polls"] < 4 * 120


def test_a_sync_map_works_on_as_many_sources_as_the_rates_need():
    together = threading.Barrier(NEEDED)

    def operation(source):
        together.wait(30)
        raise SafelightError(source)

    with PicWish(KEY) as client:
        assert len(list(client.map(operation, ["a"] * NEEDED))) == NEEDED


def test_an_async_map_works_on_as_many_sources_as_the_rates_need():
    async def mapped():
        together = asyncio.Barrier(NEEDED)

        async def operation(source):
            await asyncio.wait_for(together.wait(), 30)
            raise SafelightError(source)

        async with AsyncPicWish(KEY) as client:
            return [source async for source, _ in client.map(operation, ["a"] * NEEDED)]

    assert len(asyncio.run(mapped())) == NEEDED
