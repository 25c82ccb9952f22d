"""A sandbox in a process of its own: it outlives the batches that are killed. Prints its environment as JSON."""

from __future__ import annotations

import json
import sys

from safelight.sandbox import Sandbox


def main() -> None:
    low, high, limits = float(sys.argv[1]), float(sys.argv[2]), sys.argv[3] == "limits"
    with Sandbox(limits=limits, task_seconds=(low, high)) as sandbox:
        sys.stdout.write(json.dumps({"url": sandbox.url, "environment": sandbox.environment()}) + "\n")
        sys.stdout.flush()
        sandbox.wait()


if __name__ == "__main__":
    main()
