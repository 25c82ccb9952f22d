"""What an item costs: in a batch, or in a plain asyncio loop with the async client.

    python batching.py ours|plain cpu|seconds

Prints seconds of this process's time, or of the clock, an item: from the fifth part of the items to the last but that,
so that neither the start nor the end of a run counts. The sandbox is another process, named by the environment; its
tasks last a second, and Pilio takes 20 at a time.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
import time
from pathlib import Path

from PIL import Image
from safelight import AsyncPilio
from safelight.batch import Counts, run

ITEMS = 200
AT_ONCE = 20


class Gauge:
    """Notes both clocks as items are done."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, float, float]] = []

    def note(self, done: int) -> None:
        """So many items are done now."""
        self.seen.append((done, time.process_time(), time.perf_counter()))

    def an_item(self, figure: str) -> float:
        """Seconds an item."""
        first = next(one for one in self.seen if one[0] >= ITEMS // 5)
        last = next(one for one in self.seen if one[0] >= ITEMS - ITEMS // 5)
        clock = 1 if figure == "cpu" else 2
        return (last[clock] - first[clock]) / (last[0] - first[0])


def batched(sources: list[Path], gauge: Gauge) -> None:
    """Run them as a batch."""

    def progress(counts: Counts) -> None:
        gauge.note(counts.done)

    counts = run(
        sources,
        out="out",
        vendor="pilio",
        operation="remove_background",
        batch="bench",
        database_url="batch.sqlite",
        on_progress=progress,
    )
    assert counts.done == ITEMS, counts


async def plain(sources: list[Path], gauge: Gauge) -> None:
    """Run them as a user would without a batch."""
    gate, done = asyncio.Semaphore(AT_ONCE), 0

    async def one(client: AsyncPilio, source: Path) -> None:
        nonlocal done
        async with gate:
            task = await client.remove_background(source)
            result = await task.result()
            await result.save("out/", name=source.stem)
        done += 1
        gauge.note(done)

    async with AsyncPilio() as client, asyncio.TaskGroup() as group:
        for source in sources:
            group.create_task(one(client, source))


def main() -> None:
    """Print one figure."""
    who, figure = sys.argv[1:]
    kept = io.BytesIO()
    Image.new("RGB", (32, 32), "orange").save(kept, "PNG")
    sources = [Path(f"{number}.png") for number in range(ITEMS)]
    for source in sources:
        source.write_bytes(kept.getvalue())
    gauge = Gauge()
    if who == "ours":
        batched(sources, gauge)
    else:
        asyncio.run(plain(sources, gauge))
    sys.stdout.write(json.dumps(gauge.an_item(figure)) + "\n")


if __name__ == "__main__":
    main()
