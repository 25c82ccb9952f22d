"""Test an application that uses Safelight, without key, credits or network.

    from safelight.testing import sandbox

    with sandbox() as box:                  # sets the environment, so that Pilio() and other clients use it
        cut_out_all_photos("photos/")
        assert box.ledger.count(vendor="pilio") == 3

With pytest, the fixtures of `safelight.testing.plugin` are available once the extra ``sandbox`` is installed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from safelight.core.flow.clock import Clock
    from safelight.sandbox import Sandbox

__all__ = ["hurried", "sandbox"]

T = TypeVar("T")


class _Setting(Generic[T]):
    """Something global that blocks set: the last of those that still run counts, in whatever order they end.

    Args:
        exchange: Sets a value and returns the one before.
    """

    def __init__(self, exchange: Callable[[T], T]) -> None:
        self._exchange = exchange
        self._values: list[tuple[object, T]] = []

    @contextmanager
    def set(self, value: T) -> Generator[None]:
        block = object()
        before = self._exchange(value)
        if not self._values:
            self._values.append((None, before))
        self._values.append((block, value))
        try:
            yield
        finally:
            self._values = [entry for entry in self._values if entry[0] is not block]
            self._exchange(self._values[-1][1])
            if len(self._values) == 1:
                self._values.clear()


def _exchange_speed(speed: tuple[Clock, bool]) -> tuple[Clock, bool]:
    # Here, for the plugin is loaded by every pytest, and these are not.
    from safelight.core.api.limits import keep_rates  # noqa: PLC0415
    from safelight.core.flow.clock import use_clock  # noqa: PLC0415

    return use_clock(speed[0]), keep_rates(kept=speed[1])


def _exchange_variables(variables: Mapping[str, str | None]) -> Mapping[str, str | None]:
    before = {name: os.environ.get(name) for name in variables}
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    return before


_speed = _Setting(_exchange_speed)
_environment = _Setting(_exchange_variables)


@contextmanager
def hurried(speed: float = 50.0) -> Generator[None]:
    """Shorten the waits of clients created inside: two seconds between polls become 0.04.

    These clients keep no rate limits, which count real seconds. `within` counts real seconds too.

    Args:
        speed: How many times shorter waits become; 1 changes nothing.
    """
    if speed == 1:
        yield
        return
    from safelight.core.flow.clock import HastyClock  # noqa: PLC0415

    with _speed.set((HastyClock(speed), False)):
        yield


@contextmanager
def sandbox(
    *,
    limits: bool = False,
    task_seconds: float | tuple[float, float] = (0.01, 0.05),
    speed: float = 50.0,
    seed: int | None = None,
) -> Generator[Sandbox]:
    """Run a sandbox of all vendors in this process, and set the environment variables that direct every client to it.

    Args:
        limits: Whether the sandbox enforces the vendors' rate limits; with ``speed=1``, clients keep them too.
        task_seconds: How long a task takes, in real seconds: one number, or bounds.
        speed: How many times shorter the waits of clients created inside become.
        seed: Makes ids repeatable. Durations and random faults depend only on the seed.
    """
    from safelight.sandbox import Sandbox  # noqa: PLC0415 - an extra, with OpenCV and all

    with (
        Sandbox(limits=limits, task_seconds=task_seconds, seed=seed) as running,
        _environment.set(running.environment()),
        hurried(speed),
    ):
        yield running
