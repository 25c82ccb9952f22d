"""Measures what docs/scale.md states: enqueueing, dispatch, size on disk and throughput. Not a test.

python tests/batch/measure_scale.py enqueue 1000000 sqlite:///scale.sqlite
python tests/batch/measure_scale.py dispatch 100000 sqlite:///scale.sqlite
python tests/batch/measure_scale.py finish 5000 postgres
python tests/batch/measure_scale.py throughput picwish 120

With `postgres`, a server is started for the run.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import sqlalchemy as sa
from batch_support import sandbox_process, small_photo
from postgres_server import new_database, server
from safelight.batch import Record, run
from safelight.batch.catalogue import work_of
from safelight.batch.database import database_url, is_sqlite, open_engine
from safelight.batch.engine import Enqueuer
from safelight.batch.planning import Plan, enqueue_items, list_items
from safelight.batch.processing import Processing
from safelight.batch.store import Store
from safelight.batch.worker import Worker

STORAGE = ("get_object", "put_object", "put_part")
"""What counts for no rate."""


def say(text: str) -> None:
    sys.stdout.write(f"{text}  [{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB at most]\n")
    sys.stdout.flush()


def records(count: int) -> Iterator[Record]:
    for number in range(count):
        folder = f"{number // 1000:05d}"
        yield Record(f"/data/photos/{folder}/picture-{number:08d}.jpg", folder=folder, size=1)


def enqueue(count: int, url: str) -> None:
    """List and enqueue, and count; how long, how much memory, how many bytes."""
    engine = open_engine(database_url(url))
    store, enqueuer = Store(engine), Enqueuer(engine)
    row = store.open_batch("scale", {"out": "/nowhere"}, None)
    empty = size(engine)
    say("began")
    began = time.monotonic()
    list_items(store, "scale", records(count), Plan("/nowhere", "pilio", "remove_background"))
    say(f"listed {count / (time.monotonic() - began):.0f} a second")
    enqueuer.open_queues(store.kinds("scale"))
    began, used = time.monotonic(), time.process_time()
    enqueue_items(store, enqueuer, row)
    seconds, busy = time.monotonic() - began, time.process_time() - used
    say(f"enqueued {count / seconds:.0f} a second, {1e6 * busy / count:.0f} us of this process an item")
    began = time.monotonic()
    store.counts("scale")
    say(f"status in {1000 * (time.monotonic() - began):.0f} ms")
    say(f"{(size(engine) - empty) / count:.0f} bytes an item before it is run")


def size(engine: sa.Engine) -> float:
    with engine.connect() as connection:
        if is_sqlite(engine):
            connection.execute(sa.text("PRAGMA wal_checkpoint(TRUNCATE)"))
            return Path(engine.url.database or "").stat().st_size
        return float(connection.execute(sa.text("SELECT pg_database_size(current_database())")).scalar_one())


class Instantly(Processing):
    """Steps that do nothing but write down what real ones do."""

    async def buy(self, item_id: str, attempt: int) -> str:
        item = await self._current(item_id, attempt)
        assert item is not None
        await asyncio.to_thread(self._purchases.intend, item, item_id, "remove_background", None, 1.0)
        await asyncio.to_thread(self._purchases.bought, item, "token " * 30)
        return "bought"

    async def collect(self, item_id: str, attempt: int) -> str:
        item = await self._current(item_id, attempt)
        assert item is not None
        await asyncio.to_thread(self._purchases.finish, item, "done", files=[f"/nowhere/{item.target}.png"])
        return "done"


def dispatch(count: int, url: str) -> None:
    """Run 600 items that do nothing of `count` enqueued ones."""
    engine = open_engine(database_url(url))
    store = Store(engine)
    if store.batch("scale") is None:
        enqueue(count, url)
    before = store.counts("scale").done
    with patch("safelight.batch.worker.Processing", Instantly):
        worker = Worker(engine, rates=False)
    with worker:
        while store.counts("scale").done < before + 50:
            time.sleep(0.05)
        began, used, first = time.monotonic(), time.process_time(), store.counts("scale").done
        while store.counts("scale").done < first + 600:
            time.sleep(0.2)
        done = store.counts("scale").done - first
        seconds, busy = time.monotonic() - began, time.process_time() - used
    say(
        f"{count} enqueued: {done / seconds:.0f} items a second, {1e3 * busy / done:.1f} ms of this process an item"
    )


def finish(count: int, url: str) -> None:
    """Enqueue items that do nothing, run all of them, and tell what a finished one takes of the database."""
    engine = open_engine(database_url(url))
    Enqueuer(engine).close()
    empty = size(engine)
    enqueue(count, url)
    store = Store(engine)
    with patch("safelight.batch.worker.Processing", Instantly):
        worker = Worker(engine, rates=False)
    with worker:
        while not store.counts("scale").finished:
            time.sleep(0.5)
    say(f"{(size(engine) - empty) / count:.0f} bytes an item once it is done")


def throughput(vendor: str, count: int, seconds: float, options: Mapping[str, object]) -> None:
    """Run items through a sandbox that keeps the documented limits; the rate, and what the limits allow."""
    work = work_of(vendor, "remove_background")
    with tempfile.TemporaryDirectory() as folder, sandbox_process(seconds, seconds, limits=True) as sandbox:
        for number in range(count):
            (Path(folder) / f"{number}.jpg").write_bytes(small_photo())
        variables = sandbox.environment
        clients = {
            vendor: {
                "api_key": variables[f"{vendor.upper()}_API_KEY"],
                "base_url": variables[f"{vendor.upper()}_BASE_URL"],
                **({"secret_key": variables["PERFECT_SECRET_KEY"]} if vendor == "perfect" else {}),
            }
        }
        ends: list[tuple[float, int]] = []
        run(
            [str(Path(folder) / f"{number}.jpg") for number in range(count)],
            out=Path(folder) / "out",
            vendor=vendor,
            operation="remove_background",
            options=options,
            database_url=f"sqlite:///{folder}/b.sqlite",
            clients=clients,
            on_progress=lambda counts: ends.append((time.monotonic(), counts.done)),
        )
        calls = [record for record in sandbox.requests() if record["operation"] not in STORAGE]
        refused = sum(record["status"] == 429 for record in calls)
    between = work.seconds_between_items(options)
    allowed = 1 / between if between else (work.facts.limits.in_flight or 1) / seconds
    rate = steady(ends, count, max((rate.seconds for rate in work.facts.limits.rates), default=None))
    say(
        f"{vendor}: {rate:.2f} items a second; the limits allow {allowed:.2f}: {rate / allowed:.2f}; "
        f"{len(calls) / count:.2f} calls an item; 429 {refused} times"
    )


def steady(ends: list[tuple[float, int]], count: int, window: float | None) -> float:
    """Items a second.

    Over whole windows after the first where they are long, for calls come in bursts; over the whole run where they are
    a second long; without both ends where places in flight are the limit.
    """
    began = ends[0][0]
    if window is None:
        first = next(entry for entry in ends if entry[1] >= count * 0.1)
        last = next(entry for entry in ends if entry[1] >= count * 0.9)
    elif window <= 1:
        first, last = ends[0], ends[-1]
    else:
        whole = int((ends[-1][0] - began) / window)
        done = [max(done for at, done in ends if at <= began + number * window) for number in (1, whole)]
        first, last = (0.0, done[0]), ((whole - 1) * window, done[1])
    return (last[1] - first[1]) / (last[0] - first[0])


def main() -> None:
    if "postgres" in sys.argv:
        with server() as address:
            started = new_database(address)
            measure([started if argument == "postgres" else argument for argument in sys.argv[1:]])
    else:
        measure(sys.argv[1:])


def measure(arguments: list[str]) -> None:
    match arguments:
        case ["enqueue", count, url]:
            enqueue(int(count), url)
        case ["dispatch", count, url]:
            dispatch(int(count), url)
        case ["finish", count, url]:
            finish(int(count), url)
        case ["throughput", vendor, count, seconds, *options]:
            throughput(vendor, int(count), float(seconds), dict.fromkeys(options, True))
        case _:
            sys.stdout.write(__doc__ or "")


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
