"""Options that are needed once a task is bought are checked before."""

import asyncio
import math
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from safelight.errors import InvalidInput, WaitTimeout
from support.clients import BASE, KEY
from support.vendors import FAKES, PNG, FakePilio, pilio_status
from support.worlds import WORLDS, play

WRONG = ["60", math.nan, True, False, Decimal(60), [60], b"1"]
NEGATIVE = [-1, -0.5, -math.inf, timedelta(seconds=-1)]
PICTURE = "https://pictures.test/a.png"


@pytest.mark.parametrize("within", [*WRONG, *NEGATIVE])
@pytest.mark.parametrize("way", ["sync", "async"])
def test_a_map_that_could_not_wait_buys_nothing(way, within):
    client = WORLDS["pilio"][way == "async"](KEY, base_url=BASE)
    with pytest.raises(InvalidInput, match="within: must be a number of seconds") as caught:
        client.map(lambda source: pytest.fail(f"{source} was bought"), [PNG], within=within)
    assert caught.value.field == "within"


@pytest.mark.parametrize("within", WRONG)
@pytest.mark.parametrize("way", ["sync", "async"])
def test_a_wait_that_could_not_end_is_refused_at_once(way, within):
    task = WORLDS["pilio"][way == "async"](KEY, base_url=BASE).resume("task-1", operation="upscale")
    with pytest.raises(InvalidInput, match="within: must be a number of seconds"):
        task.updates(within=within)
    with pytest.raises(InvalidInput, match="within: must be a number of seconds"):
        asyncio.run(task.result(within=within)) if way == "async" else task.result(within=within)


@pytest.mark.parametrize("within", NEGATIVE)
def test_what_is_left_of_ones_own_time_may_be_less_than_none(within):
    """The task is paid for, so it is asked for once, as with 0."""

    def scenario(client):
        task = client.resume("task-1", operation="upscale")
        return (yield task.result(within=within))

    assert play("pilio", lambda: FakePilio({"status": [pilio_status("Succeeded")]}), scenario).waits == []


@pytest.mark.parametrize("within", [7.5, timedelta(seconds=7.5)])
def test_a_wait_is_bounded_by_seconds_or_a_timedelta(within):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        with pytest.raises(WaitTimeout, match=r"within 7\.5 seconds"):
            yield task.result(within=within)

    played = play("pilio", lambda: FakePilio({"status": [pilio_status("Processing")] * 99}), scenario)
    assert sum(played.waits) == pytest.approx(7.5)


@pytest.mark.parametrize("within", [None, math.inf])
def test_a_wait_without_a_bound_waits(within):
    def scenario(client):
        task = yield client.remove_background(PNG, filename="a.png")
        return (yield task.result(within=within))

    busy = [pilio_status("Processing")] * 500
    assert sum(play("pilio", lambda: FakePilio({"status": busy}), scenario).waits) > 900


@pytest.mark.parametrize("filename", [Path("a.png"), 5, b"a.png"])
@pytest.mark.parametrize("vendor", FAKES)
def test_a_filename_that_is_no_text_buys_nothing(vendor, filename):
    def scenario(client):
        for source in (PNG, PICTURE) if vendor in ("claid", "picwish") else (PNG,):
            with pytest.raises(InvalidInput, match="filename: must be a text") as caught:
                yield client.remove_background(source, filename=filename)
            assert caught.value.field == "filename"

    assert play(vendor, FAKES[vendor], scenario).sent == []
