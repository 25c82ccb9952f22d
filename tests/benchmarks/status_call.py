"""What our layers add to a status call, over the bare generated client on the same server; a ratio in one run.

python tests/benchmarks/status_call.py
"""

from __future__ import annotations

import gc
import time
from pathlib import Path
from statistics import median

from pilio_api.api.tasks import get_task_status
from pilio_api.client import Client
from safelight import Pilio
from safelight.sandbox import Sandbox

PHOTO = Path(__file__).parents[1] / "data" / "astronaut.jpg"
ROUNDS = 15
CALLS = 100


def main() -> None:
    with Sandbox(limits=False, task_seconds=3600) as sandbox:
        key, address = sandbox.environment()["PILIO_API_KEY"], sandbox.base_url("pilio")
        bare = Client(base_url=address, headers={"Authorization": f"Bearer {key}"})
        with Pilio(api_key=key, base_url=address) as pilio:
            task = pilio.remove_background(PHOTO)
            ours, theirs = [], []
            for _ in range(ROUNDS):
                gc.collect()
                began = time.perf_counter()
                for _ in range(CALLS):
                    task.status()
                between = time.perf_counter()
                for _ in range(CALLS):
                    get_task_status.sync(task_id=task.id, client=bare)
                ours.append((between - began) / CALLS)
                theirs.append((time.perf_counter() - between) / CALLS)
    print(f"safelight {median(ours) * 1e6:.0f} us, generated client {median(theirs) * 1e6:.0f} us a call")
    print(f"ratio {median(a / b for a, b in zip(ours, theirs, strict=True)):.2f}")


if __name__ == "__main__":
    main()
