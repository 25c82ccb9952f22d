"""One life of a batch: runs the items of a list, or works for whoever has enqueued some."""

from __future__ import annotations

import argparse
import json
import time

from safelight.batch import run
from safelight.batch.database import database_url, open_engine
from safelight.batch.worker import Worker


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--database", required=True)
    parser.add_argument("--items")
    parser.add_argument("--out")
    parser.add_argument("--rates", action="store_true")
    given = parser.parse_args()
    if given.items is None:
        with Worker(open_engine(database_url(given.database)), rates=given.rates) as worker:
            while not worker.lost:
                time.sleep(0.1)
        raise SystemExit(3)
    counts = run(
        [given.items],
        out=given.out,
        batch="killed",
        database_url=given.database,
        rates=given.rates,
        overwrite=True,
    )
    print(json.dumps({"done": counts.done, "doubt": counts.doubt, "failed": counts.failed}))  # noqa: T201 - the result


if __name__ == "__main__":
    main()
