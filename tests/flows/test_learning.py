"""Learned polling: in calls times lateness several times better than backoff, and near the best there is."""

import random
import sys
from pathlib import Path
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.core.api.durations import SHORTEST, Durations
from safelight.core.base.facts import load

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "programs"))
import polling  # the benchmark prints what this asserts


@pytest.mark.parametrize("name", polling.DISTRIBUTIONS)
def test_learned_polling_beats_backoff_and_nears_the_plan(name: str) -> None:
    found = polling.measure(polling.DISTRIBUTIONS[name])
    products = {strategy: calls * late for strategy, (calls, late) in found.items()}
    costs = {strategy: polling.COST * calls + late for strategy, (calls, late) in found.items()}
    assert products["doubling"] > 3 * products["learned"]
    assert products["backoff"] > 2 * products["learned"]
    assert costs["learned"] < 1.1 * costs["planned"] or name == "queue or none"
    assert costs["learned"] < 1.25 * costs["planned"]


@pytest.mark.parametrize("seconds", [0.1, 0.5, 1.0])
def test_tasks_that_the_first_call_finds_finished_are_learned(seconds: float) -> None:
    found = list(polling.learned([seconds] * 40))
    assert found[0] == (1, pytest.approx(2 - seconds))  # the documented first wait
    late = [late for _, late in found[20:]]
    assert fmean(late) < 0.4


def test_a_wait_that_begins_late_asks_at_once_and_teaches_nothing() -> None:
    history = Durations()
    for _ in range(5):
        history.add(3.0)
    schedule = polling.Schedule(load("pilio_api").polling, history)
    assert polling.waited(schedule, 3.0, began=3600.0) == (1, 3597.0)
    assert history.wait(0.0, 0.25) == pytest.approx(3.0, abs=0.5)


def test_calls_that_came_in_time_make_those_precise_that_came_late() -> None:
    history, draw = Durations(), random.Random(1)
    for low, high in [(3.0, 30.0), (0.0, 11.0), (9.0, 25.0), (9.0, 11.0)] * 50:
        history.add(high, low, draw)
    assert 9 < history.most(0.0) < 14


def test_nothing_is_learned_from_few_tasks() -> None:
    durations = Durations()
    for _ in range(4):
        durations.add(3.0)
    assert durations.wait(0.0, 0.25) is None
    durations.add(3.0)
    assert durations.wait(0.0, 0.25) is not None


@given(
    st.lists(st.floats(0.01, 1e4), min_size=5, max_size=60),
    st.floats(0, 2e4),
    st.floats(0.001, 100),
)
def test_a_wait_is_finite_and_never_too_short(known: list[float], age: float, cost: float) -> None:
    durations = Durations()
    for duration in known:
        durations.add(duration)
    wait = durations.wait(age, cost)
    assert wait is not None
    assert SHORTEST <= wait < 1e5
