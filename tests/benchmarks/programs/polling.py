"""Calls times lateness of learned polling, against exponential backoff and the best plan there is; in simulation.

    python tests/benchmarks/programs/polling.py              the table of docs/polling-and-limits.md
    python tests/benchmarks/programs/polling.py ours 8 .3 20 one figure: tasks of median 8 s, lognormal with sigma .3,
                                                             after 20 that were seen

All strategies get the same tasks. A strategy pays for each status call, and for each second between the end of a task
and the call that sees it. The figure is mean calls times mean lateness, which does not depend on the price of a call.
The library's own `poll` runs in virtual time. The plan knows the durations exactly: dynamic programming on a fine grid.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from statistics import fmean

from safelight.core.api.durations import Durations
from safelight.core.api.polling import Age, Schedule, poll
from safelight.core.base.facts import load
from safelight.core.base.outcome import Handle, Status
from safelight.core.flow.effects import Flow, Instant, Now, Sleep

COST = 0.25
TASKS = 4000
LEARNING = 200
GRID = 0.05
SEEDS = range(20)
MEASURED = 400
"""Tasks of each seed that count."""

Sampler = Callable[[random.Random], float]
Calls = Iterator[tuple[int, float]]
"""Status calls and seconds late of each task."""
DISTRIBUTIONS: dict[str, Sampler] = {
    "lognormal, median 8 s": lambda draw: draw.lognormvariate(math.log(8), 0.35),
    "gamma, mean 20 s": lambda draw: draw.gammavariate(6, 20 / 6),
    "queue or none": lambda draw: draw.gauss(3, 0.4) if draw.random() < 0.7 else draw.gauss(15, 2),
    "exponential after 2 s": lambda draw: 2 + draw.expovariate(1 / 6),
}


def learned(durations: Sequence[float], seed: int = 2) -> Calls:
    """What the library does, from nothing learned on, with the documented intervals of Pilio."""
    history, draw = Durations(), random.Random(seed)
    for duration in durations:
        schedule = Schedule(load("pilio_api").polling, history, COST, draw)
        yield waited(schedule, duration)


def waited(schedule: Schedule, duration: float, began: float = 0.0) -> tuple[int, float]:
    """Let the library's flow wait for one task in virtual time: its calls, and how late the last one was.

    Args:
        began: Age of the task when the wait for it begins.
    """
    now, calls = began, 0

    def ask() -> Flow[Status]:
        nonlocal calls
        calls += 1
        return Status("succeeded" if now >= duration else "running", "")
        yield

    handle = Handle("pilio", "upscale", "task", 0.0, "", "")
    flow = poll(handle, Age(0.0, 0.0), schedule, ask, lambda _: None, None)
    value: Instant | None = None
    while True:
        try:
            effect = flow.send(value)
        except StopIteration:
            return calls, now - duration
        if isinstance(effect, Sleep):
            now += effect.seconds
        value = Instant(now, now) if isinstance(effect, Now) else None


def backoff(durations: Sequence[float], growth: float = 1.5, longest: float = 5.0) -> Calls:
    """Exponential backoff from 1 s."""
    for duration in durations:
        age, calls = 0.0, 0
        while age < duration:
            age += min(longest, growth**calls)
            calls += 1
        yield calls, age - duration


def doubling(durations: Sequence[float]) -> Calls:
    """Exponential backoff up to 30 s."""
    return backoff(durations, 2.0, 30.0)


def planned(durations: Sequence[float]) -> Calls:
    """The best fixed plan for these very tasks: it knows how often each moment is somebody's end."""
    plan = best_plan(sorted(durations))
    for duration in durations:
        calls = next(number for number, moment in enumerate(plan, 1) if moment >= duration)
        yield calls, plan[calls - 1] - duration


def best_plan(known: Sequence[float]) -> list[float]:
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
    plan, cell = list[float](), 0
    while cell < cells:
        cell = following[cell]
        plan.append(cell * GRID)
    return plan


def measure(sampler: Sampler, seed: int = 1) -> dict[str, tuple[float, float]]:
    """Mean calls and mean seconds of lateness of each strategy, once it has learned."""
    draw = random.Random(seed)
    durations = [max(0.2, sampler(draw)) for _ in range(TASKS)]
    found: dict[str, tuple[float, float]] = {}
    for strategy in (planned, learned, backoff, doubling):
        counted = durations if strategy is learned else durations[LEARNING:]
        pairs = list(strategy(counted))[LEARNING if strategy is learned else 0 :]
        found[strategy.__name__] = (fmean(calls for calls, _ in pairs), fmean(late for _, late in pairs))
    return found


def product(who: str, middle: float, sigma: float, seen: int) -> float:
    """Mean calls times mean lateness of `ours` or of `backoff`, where tasks are lognormal, after some were seen."""
    pairs: list[tuple[int, float]] = []
    for seed in SEEDS:
        draw = random.Random(seed)
        durations = [draw.lognormvariate(math.log(middle), sigma) for _ in range(seen + MEASURED)]
        strategy = learned(durations, seed) if who == "ours" else backoff(durations)
        pairs += list(strategy)[seen:]
    return fmean(calls for calls, _ in pairs) * fmean(late for _, late in pairs)


def main() -> None:
    """Print one figure, or the table."""
    if len(sys.argv) > 1:
        who, middle, sigma, seen = sys.argv[1:]
        sys.stdout.write(json.dumps(product(who, float(middle), float(sigma), int(seen))) + "\n")
        return
    for name, sampler in DISTRIBUTIONS.items():
        found = measure(sampler)
        best = found["planned"][0] * found["planned"][1]
        cheapest = COST * found["planned"][0] + found["planned"][1]
        sys.stdout.write(f"{name}\n")
        for strategy, (calls, late) in found.items():
            sys.stdout.write(
                f"  {strategy:8} {calls:5.2f} calls, {late:5.2f} s late; calls x late {calls * late / best:5.2f}, "
                f"cost {(COST * calls + late) / cheapest:5.2f} of the plan's\n"
            )


if __name__ == "__main__":
    main()
