"""One life of a batch; one that is told so kills itself when a result is saved and not yet written down."""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from safelight.batch import run
from safelight.batch.purchases import Purchases


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    url, source, out, *ends = sys.argv[1:]
    if ends:
        Purchases.finish = die  # type: ignore[method-assign]
    run(
        [source],
        out=out,
        vendor="pilio",
        operation="remove_background",
        batch="b",
        database_url=url,
        rates=False,
    )


if __name__ == "__main__":
    main()
