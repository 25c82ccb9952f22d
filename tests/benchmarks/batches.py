"""Rows about batches: what they cost beside a plain asyncio loop with the async client."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.rows import Row, program

SANDBOX = Path(__file__).parents[1] / "batch" / "sandbox_process.py"


@contextmanager
def sandbox() -> Generator[Mapping[str, str]]:
    """A sandbox in another process whose tasks last a second, named by the environment of the commands."""
    words = [sys.executable, str(SANDBOX), "1", "1", "limits"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        before = dict(os.environ)
        try:
            os.environ.update(json.loads(process.stdout.readline())["environment"])
            yield {}
        finally:
            process.kill()
            os.environ.clear()
            os.environ.update(before)


ROWS: list[Row] = [
    Row(
        "batches-cpu",
        "batch, tasks of 1 s, 20 in flight: processor time an item, over a plain asyncio loop",
        program("batching.py", "ours", "cpu"),
        program("batching.py", "plain", "cpu"),
        at_most=1.4,
        unit="ms",
        scale=1000.0,
        world=sandbox,
    ),
    Row(
        "batches-throughput",
        "the same: items a second, over those of the loop",
        program("batching.py", "ours", "seconds"),
        program("batching.py", "plain", "seconds"),
        at_least=0.95,
        unit="s an item",
        inverse=True,
        world=sandbox,
    ),
]
