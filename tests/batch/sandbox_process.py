"""A sandbox in a process of its own: it outlives the batches that are killed. Prints its environment as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from safelight.sandbox import Sandbox, vendor_facts

PATIENCE = 3600.0
"""Seconds that tasks are kept which nobody asks for. Perfect keeps them for ten; on a busy machine, a process that goes on
with those of one that was killed may take longer to start."""


def polling(
    vendor: str, name: str, found: Callable[[str, str], float | None] = vendor_facts.polling
) -> float | None:
    seconds = found(vendor, name)
    return PATIENCE if seconds is not None and name == "lost_after" else seconds


def main() -> None:
    vendor_facts.polling = polling
    low, high, limits = float(sys.argv[1]), float(sys.argv[2]), sys.argv[3] == "limits"
    with Sandbox(limits=limits, task_seconds=(low, high)) as sandbox:
        sys.stdout.write(json.dumps({"url": sandbox.url, "environment": sandbox.environment()}) + "\n")
        sys.stdout.flush()
        sandbox.wait()


if __name__ == "__main__":
    main()
