"""How long a sync of many pictures takes to see what there is to do: ``python tests/batch/measure_sync.py [COUNT]``.

Nothing is bought: the purchases of an earlier ``batch run`` are written into the database.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from safelight.batch.contents import DIGEST_BYTES
from safelight.batch.database import database_url, opened, opened_if_there
from safelight.batch.planning import Plan
from safelight.batch.store import Store, pages
from safelight.batch.tables import CONTENTS, ITEMS
from safelight.sync.rounds import Sync

FOLDERS = 100


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as folder:
        photos, out = Path(folder, "photos"), Path(folder, "out")
        for number in range(FOLDERS):
            (photos / f"{number:03d}").mkdir(parents=True)
            (out / f"{number:03d}").mkdir(parents=True)
        names = [f"{number % FOLDERS:03d}/{number:06d}" for number in range(count)]
        for name in names:
            (photos / f"{name}.jpg").write_bytes(b"\xff\xd8\xff" + name.encode() * 20 + b"\xff\xd9")
        sync = Sync(str(photos), Plan(str(out), "pilio", "remove_background"))
        url = database_url(Path(folder, "batch.sqlite"))
        timed("all new, nothing known", lambda: planned(sync, url))
        for name in names:
            (out / f"{name}.png").write_bytes(name.encode() * 30)
        write_purchases(url, photos, out, names)
        timed("all bought by an earlier batch run, taken over", lambda: synced(sync, url))
        timed("unchanged", lambda: planned(sync, url))
        timed("unchanged", lambda: planned(sync, url))
        print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at the most")  # noqa: T201 - what was measured


def timed(what: str, call: Callable[[], str]) -> None:
    began, used = time.monotonic(), time.process_time()
    line = call()
    took, worked = time.monotonic() - began, time.process_time() - used
    print(f"{took:6.1f} s, {worked:6.1f} s of processor: {what}: {line}")  # noqa: T201 - what was measured


def planned(sync: Sync, url: sa.URL) -> str:
    """What ``--dry-run`` does."""
    with opened_if_there(url) as engine:
        return str(sync.decide(engine, sync.look(engine)).changes)


def synced(sync: Sync, url: sa.URL) -> str:
    with opened(url) as engine:
        decision = sync.decide(engine, sync.look(engine))
        sync.apply(engine, decision)
        return str(decision.changes)


def write_purchases(url: sa.URL, photos: Path, out: Path, names: list[str]) -> None:
    with opened(url) as engine:
        Store(engine).open_batch("earlier", {"out": str(out), "name": "{folder}/{stem}"}, None)
        for page in pages(enumerate(names, 1)):
            items, contents = [], []
            for number, name in page:
                path = photos / f"{name}.jpg"
                found = path.stat()
                digest = blake2b(path.read_bytes(), digest_size=DIGEST_BYTES).hexdigest()
                items.append(
                    {
                        "id": f"earlier-{number}",
                        "batch": "earlier",
                        "number": number,
                        "vendor": "pilio",
                        "operation": "remove_background",
                        "source": str(path),
                        "options": "{}",
                        "target": name,
                        "state": "done",
                        "attempt": 0,
                        "finished": time.time(),
                        "files": json.dumps([str(out / f"{name}.png")]),
                    }
                )
                contents.append(
                    {
                        "item": f"earlier-{number}",
                        "size": found.st_size,
                        "modified": found.st_mtime_ns,
                        "digest": digest,
                    }
                )
            with engine.begin() as connection:
                connection.execute(sa.insert(ITEMS), items)
                connection.execute(sa.insert(CONTENTS), contents)


if __name__ == "__main__":
    main()
