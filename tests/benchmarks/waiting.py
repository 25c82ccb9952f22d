"""Rows about waiting: when to ask for a task, and how much of the documented limits `map` uses."""

from __future__ import annotations

from benchmarks.rows import Row, program


def _polling(name: str, what: str, task: tuple[float, float, int], goal: float) -> Row:
    arguments = [str(number) for number in task]
    return Row(
        name,
        f"{what}: calls times seconds late, over exponential backoff (1 s x 1.5, up to 5 s); simulated",
        program("polling.py", "ours", *arguments),
        program("polling.py", "backoff", *arguments),
        at_most=goal,
        unit="calls x s",
        rounds=1,  # every run gives the same figure
    )


ROWS: list[Row] = [
    *(
        _polling(
            f"waiting-spread-{sigma}",
            f"tasks of 8 s, lognormal with sigma {sigma}",
            (8.0, sigma, 200),
            goal,
        )
        for sigma, goal in ((0.3, 0.24), (0.6, 0.49), (1.0, 0.76))
    ),
    *(
        _polling(
            f"waiting-short-{middle}",
            f"tasks of {middle} s, after 20 of them",
            (middle, 0.3, 20),
            0.8,
        )
        for middle in (0.5, 1.0, 1.5)
    ),
]
