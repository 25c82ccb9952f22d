"""Learned polling: in calls times overshoot several times better than backoff, and near the best there is."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from safelight.core.api.durations import SHORTEST, Durations

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import polling  # the benchmark prints what this asserts


@pytest.mark.parametrize("name", polling.DISTRIBUTIONS)
def test_learned_polling_beats_backoff_and_nears_the_plan(name: str) -> None:
    found = polling.measure(polling.DISTRIBUTIONS[name])
    products = {strategy: calls * late for strategy, (calls, late) in found.items()}
    costs = {strategy: polling.COST * calls + late for strategy, (calls, late) in found.items()}
    assert products["backoff"] > 3 * products["learned"]
    assert costs["learned"] < 1.1 * costs["planned"] or name == "queue or none"
    assert costs["learned"] < 1.25 * costs["planned"]


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
