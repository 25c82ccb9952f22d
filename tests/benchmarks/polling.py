"""Calls times overshoot of learned polling, against exponential backoff and the best there is; in simulation.

    python tests/benchmarks/polling.py

Every strategy is given the same tasks. It pays for each status call and for each second between a task's end and
the call that sees it. The figure is mean calls times mean overshoot, which does not depend on the price of a call;
the optimum is that of a planner who knows the distribution exactly, found by dynamic programming on a fine grid.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from statistics import fmean

from safelight.core.api.durations import Durations

COST = 0.25
TASKS = 4000
LEARNING = 200
GRID = 0.05

Sampler = Callable[[random.Random], float]
DISTRIBUTIONS: dict[str, Sampler] = {
    "lognormal, median 8 s": lambda draw: draw.lognormvariate(math.log(8), 0.35),
    "gamma, mean 20 s": lambda draw: draw.gammavariate(6, 20 / 6),
    "queue or none": lambda draw: draw.gauss(3, 0.4) if draw.random() < 0.7 else draw.gauss(15, 2),
    "exponential after 2 s": lambda draw: 2 + draw.expovariate(1 / 6),
}


def learned(durations: list[float]) -> Iterator[tuple[int, float]]:
    """What the library does, from nothing learned on: the first tasks are told apart, then left out."""
    history = Durations()
    draw = random.Random(2)
    for number, duration in enumerate(durations):
        age, calls, last = 0.0, 0, 0.0
        while age < duration:
            last = age
            wait = history.wait(age, COST)
            age += wait if wait is not None else min(5.0, 2.0 * 1.25**calls)
            calls += 1
        history.add(draw.uniform(last, age))
        if number >= LEARNING:
            yield calls, age - duration


def backoff(durations: list[float]) -> Iterator[tuple[int, float]]:
    """Exponential backoff from 1 s, doubling up to 30 s."""
    for duration in durations[LEARNING:]:
        age, calls = 0.0, 0
        while age < duration:
            age += min(30.0, 2.0**calls)
            calls += 1
        yield calls, age - duration


def fixed(durations: list[float]) -> Iterator[tuple[int, float]]:
    """A call every two seconds."""
    for duration in durations[LEARNING:]:
        calls = math.ceil(duration / 2.0)
        yield calls, calls * 2.0 - duration


def planned(durations: list[float]) -> Iterator[tuple[int, float]]:
    """The best fixed plan for these very tasks: it knows how often each moment is somebody's end."""
    tasks = durations[LEARNING:]
    plan = best_plan(sorted(tasks))
    for duration in tasks:
        calls = next(number for number, moment in enumerate(plan, 1) if moment >= duration)
        yield calls, plan[calls - 1] - duration


def best_plan(known: list[float]) -> list[float]:
    """Moments to call at that cost the least in all, by dynamic programming over a grid."""
    cells = math.ceil(known[-1] / GRID) + 1
    counts = [0] * (cells + 1)
    totals = [0.0] * (cells + 1)
    for duration in known:
        cell = math.ceil(duration / GRID)
        counts[cell] += 1
        totals[cell] += duration
    before_count = [0]
    before_total = [0.0]
    for cell in range(cells + 1):
        before_count.append(before_count[-1] + counts[cell])
        before_total.append(before_total[-1] + totals[cell])
    alive = [len(known) - before_count[cell + 1] for cell in range(cells + 1)]
    cheapest = [math.inf] * (cells + 1)
    following = [cells] * (cells + 1)
    cheapest[cells] = 0.0
    for cell in range(cells - 1, -1, -1):
        if alive[cell] == 0:
            cheapest[cell] = 0.0
            continue
        for ahead in range(cell + 1, min(cells, cell + math.ceil(30 / GRID)) + 1):
            ended = before_count[ahead + 1] - before_count[cell + 1]
            late = ended * ahead * GRID - (before_total[ahead + 1] - before_total[cell + 1])
            cost = COST * alive[cell] + late + cheapest[ahead]
            if cost < cheapest[cell]:
                cheapest[cell], following[cell] = cost, ahead
    plan, cell = [], 0
    while cell < cells:
        cell = following[cell]
        plan.append(cell * GRID)
    return plan


def measure(sampler: Sampler, seed: int = 1) -> dict[str, tuple[float, float]]:
    """Mean calls and mean seconds of overshoot of each strategy."""
    draw = random.Random(seed)
    durations = [max(0.2, sampler(draw)) for _ in range(TASKS)]
    found = {}
    for strategy in (planned, learned, fixed, backoff):
        pairs = list(strategy(durations))
        found[strategy.__name__] = (fmean(calls for calls, _ in pairs), fmean(late for _, late in pairs))
    return found


def main() -> None:
    for name, sampler in DISTRIBUTIONS.items():
        found = measure(sampler)
        best = found["planned"][0] * found["planned"][1]
        cheapest = COST * found["planned"][0] + found["planned"][1]
        print(name)
        for strategy, (calls, late) in found.items():
            print(
                f"  {strategy:8} {calls:5.2f} calls, {late:5.2f} s late; calls x late {calls * late / best:5.2f}, "
                f"cost {(COST * calls + late) / cheapest:5.2f} of the plan's"
            )


if __name__ == "__main__":
    main()
