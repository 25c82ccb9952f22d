"""One upload in parts, or one download, by the public client; prints processor seconds, seconds, or bytes of memory.

transfer.py upload|download sync|async cpu|wall|memory URL FOLDER [CERTIFICATE]
"""

from __future__ import annotations

import asyncio
import re
import ssl
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from safelight import AsyncPilio, Connection, Options, Pilio
from safelight.core.base.outcome import Handle

KEY = "key"
SMALL = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x06\x00\x00\x00r\xb6\r$"
"""Sent first: what is imported for the first upload is no part of the transfer."""


def main(what: str, way: str, figure: str, url: str, folder: str, certificate: str | None = None) -> None:
    """Run one transfer and print its figure."""
    verify = None if certificate is None else ssl.create_default_context(cafile=certificate)
    options = Options(connection=Connection(verify=verify))
    token = Handle("pilio", "remove_background", "task-1", time.time(), url, "a").token
    source, out = Path(folder) / "file.png", Path(folder) / "out.png"
    if way == "sync":
        with Pilio(KEY, base_url=url, options=options) as pilio:
            result = pilio.resume(token).result(within=60)
            pilio.remove_background(SMALL, filename="small.png")
            ends = MEASURED[figure]()
            if what == "upload":
                pilio.remove_background(source)
            else:
                result.save(out, overwrite=True)
            print(ends())
    else:
        asyncio.run(run_async(what, figure, url, options, token, source, out))


async def run_async(
    what: str, figure: str, url: str, options: Options, token: str, source: Path, out: Path
) -> None:
    """As `main`."""
    async with AsyncPilio(KEY, base_url=url, options=options) as pilio:
        result: Any = await pilio.resume(token).result(within=60)
        await pilio.remove_background(SMALL, filename="small.png")
        ends = MEASURED[figure]()
        if what == "upload":
            await pilio.remove_background(source)
        else:
            await result.save(out, overwrite=True)
        print(ends())


def seconds(clock: Callable[[], float]) -> Callable[[], Callable[[], float]]:
    """What tells the seconds of a clock since it was begun."""

    def begin() -> Callable[[], float]:
        began = clock()
        return lambda: clock() - began

    return begin


def memory() -> Callable[[], float]:
    """What tells how far the memory of the process grew at the most, in bytes."""
    Path("/proc/self/clear_refs").write_text("5")  # the highest figure so far is the present one
    before = resident("VmRSS")
    return lambda: resident("VmHWM") - before


def resident(name: str) -> float:
    """Bytes of the process in memory, now or at the most."""
    match = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return 1024.0 * int(match[1]) if match else 0.0


MEASURED = {"cpu": seconds(time.process_time), "wall": seconds(time.perf_counter), "memory": memory}

if __name__ == "__main__":
    main(*sys.argv[1:])
