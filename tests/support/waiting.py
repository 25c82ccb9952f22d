"""Waiting for what another thread or process does, with no assumption about how fast the machine is."""

import time
from collections.abc import Callable

HANG = 300.0
"""Seconds after which something that should happen is taken to have hung; no test passes or fails by less."""


def until(condition: Callable[[], object]) -> None:
    """Wait until a condition holds; fail if it never does."""
    end = time.monotonic() + HANG
    while not condition():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.01)
