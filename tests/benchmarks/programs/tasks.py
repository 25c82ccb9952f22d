"""Polls many tasks at once, each five times, and prints seconds of processor time a task.

    python tasks.py ADDRESS AT_ONCE TIMES [--connections]

With `--connections` it prints how many connections were opened.
"""

from __future__ import annotations

import asyncio
import sys
import time
from http.client import HTTPConnection

from safelight import AsyncPilio

POLLS = 5


async def main(address: str, at_once: int, times: int) -> None:
    """Poll so many tasks at once, so many times over."""

    async def one(number: int) -> None:
        task = client.resume(f"task_{number}", operation="remove_background")
        for _ in range(POLLS):
            await task.status()

    async with AsyncPilio("key", base_url=address) as client:
        await asyncio.gather(*map(one, range(20)))
        began = time.process_time()
        for _ in range(times):
            await asyncio.gather(*map(one, range(at_once)))
        seconds = time.process_time() - began
    print(seconds / at_once / times)


def connections(address: str) -> int:
    """How many the server has seen since it was last asked."""
    asking = HTTPConnection(address.removeprefix("http://"))
    asking.request("GET", "/connections")
    with asking.getresponse() as answer:
        count = int(answer.read())
    asking.close()
    return count


connections(sys.argv[1])
asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:4])))
if "--connections" in sys.argv:
    print(connections(sys.argv[1]))
