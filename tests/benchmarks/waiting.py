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


def _map(name: str, vendor: str, *task: float) -> Row:
    lasts = f"{task[0]:g} s" if len(task) == 1 else f"{task[0]:g} s, lognormal with sigma {task[1]:g}"
    return Row(
        f"waiting-map-{name}",
        f"`map` at {vendor}'s limits, tasks of {lasts}: items a second over what the limits allow; simulated",
        program("mapping.py", "share", vendor.lower(), *map(str, task)),
        at_least=0.95,
        unit="of the limit",
        rounds=1,
    )


def _polls(name: str, *task: float) -> Row:
    numbers = [str(number) for number in task]
    return Row(
        f"waiting-polls-item-{name}",
        f"the same with Pilio, tasks of {name}: status calls an item, over a map of 8 at once",
        program("mapping.py", "polls", "pilio", *numbers),
        program("mapping.py", "polls", "pilio", *numbers, "8"),
        at_most=1.3,
        unit="calls",
        rounds=1,
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
    _map("picwish-2", "PicWish", 2),
    _map("picwish-10", "PicWish", 10),
    _map("pilio-5", "Pilio", 5),
    _map("pilio-10", "Pilio", 10),
    _map("pilio-lognormal", "Pilio", 8, 0.3),
    _map("claid", "Claid", 4),
    _map("perfect", "Perfect", 4),
    _polls("5", 5, 0),
    _polls("lognormal", 8, 0.3),
]
