"""Testing an application that uses Safelight: no key, no credits, no network.

    from safelight.testing import sandbox

    with sandbox() as box:                  # sets the environment, so that Pilio() and the others go there
        cut_out_all_photos("photos/")
        assert box.ledger.count(vendor="pilio") == 3

With pytest the fixtures of `safelight.testing.plugin` are there once ``safelight[sandbox]`` is installed.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from safelight.core.clock import HastyClock, use_clock
from safelight.core.limits import keep_rates

if TYPE_CHECKING:
    from safelight.sandbox import Sandbox

__all__ = ["hurried", "sandbox"]


@contextmanager
def hurried(speed: float = 50.0) -> Generator[None]:
    """Let clients made inside wait less: two seconds between polls become a twenty-fifth of one.

    They keep no request rates, which count real seconds. `within` counts real seconds too.

    Args:
        speed: How many times shorter waits become; 1 changes nothing.
    """
    if speed == 1:
        yield
        return
    clock, rates = use_clock(HastyClock(speed)), keep_rates(kept=False)
    try:
        yield
    finally:
        use_clock(clock)
        keep_rates(kept=rates)


@contextmanager
def sandbox(
    *,
    limits: bool = False,
    task_seconds: float | tuple[float, float] = (0.01, 0.05),
    speed: float = 50.0,
    seed: int = 0,
) -> Generator[Sandbox]:
    """A sandbox of all vendors in this process, with the environment variables set that lead every client there.

    Args:
        limits: Whether the sandbox keeps the vendors' rate limits; give ``speed=1`` with them, for clients to keep them too.
        task_seconds: How long a task takes, in real seconds: one number, or bounds.
        speed: How many times shorter the waits of clients made inside become.
        seed: Makes durations, ids and random faults repeatable.
    """
    from safelight.sandbox import Sandbox  # noqa: PLC0415 - an extra, with OpenCV and all

    with Sandbox(limits=limits, task_seconds=task_seconds, seed=seed) as running:
        variables = running.environment()
        before = {name: os.environ.get(name) for name in variables}
        os.environ.update(variables)
        try:
            with hurried(speed):
                yield running
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
