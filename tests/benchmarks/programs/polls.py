"""Asks for the status of tasks and prints seconds of processor time a call.

    python polls.py KIND ADDRESS CALLS AT_ONCE [--without-sniffio] [--profile]

KIND is `bare`, `ours` or `fast` for an event loop, or `bare-sync` or `ours-sync`.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import importlib.machinery
import pstats
import sys
import time
from collections.abc import Awaitable, Callable
from importlib.machinery import ModuleSpec
from typing import Any

TASK = "task_1"
parser = argparse.ArgumentParser()
parser.add_argument("kind", choices=["bare", "ours", "fast", "bare-sync", "ours-sync"])
parser.add_argument("address")
parser.add_argument("calls", type=int)
parser.add_argument("at_once", type=int)
parser.add_argument("--without-sniffio", action="store_true")
parser.add_argument("--profile", action="store_true")
given = parser.parse_args()


class WithoutSniffio(importlib.machinery.PathFinder):
    """Looks for `sniffio` as where it is not installed: in every folder, at every import, in vain."""

    @classmethod
    def find_spec(cls, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        return super().find_spec("sniffi0" if fullname == "sniffio" else fullname, path, target)


def measured(run: Callable[[int], object]) -> None:
    """Print what a call costs, once warm."""
    run(max(200, given.at_once * 4))
    profile = cProfile.Profile() if given.profile else None
    began = time.process_time()
    if profile is not None:
        profile.runcall(run, given.calls)
    else:
        run(given.calls)
    seconds = time.process_time() - began
    if profile is not None:
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
    print(seconds / given.calls)


async def at_once(calls: int, call: Callable[[], Awaitable[object]]) -> None:
    """Make so many calls, always `at_once` of them at the same time."""

    async def worker() -> None:
        nonlocal calls
        while calls > 0:
            calls -= 1
            await call()

    await asyncio.gather(*(worker() for _ in range(given.at_once)))


def bare() -> None:
    """The generated client, as anybody would use it."""
    from pilio_api.api.tasks import get_task_status
    from pilio_api.client import Client

    client = Client(given.address, headers={"X-API-Key": "key"})
    loop = asyncio.new_event_loop()
    measured(
        lambda calls: loop.run_until_complete(
            at_once(calls, lambda: get_task_status.asyncio(TASK, client=client))
        )
    )


def ours(options: Any = None) -> None:
    """Ours."""
    from safelight import AsyncPilio

    client = AsyncPilio("key", base_url=given.address, options=options)
    task = client.resume(TASK, operation="remove_background")
    loop = asyncio.new_event_loop()
    measured(lambda calls: loop.run_until_complete(at_once(calls, task.status)))
    loop.run_until_complete(client.close())


def fast() -> None:
    """Ours, with aiohttp."""
    from safelight import Connection, Options

    ours(Options(connection=Connection(transport="aiohttp")))


def repeated(calls: int, call: Callable[[], object]) -> None:
    """One call after the other."""
    for _ in range(calls):
        call()


def bare_sync() -> None:
    """The generated client, on a thread."""
    from pilio_api.api.tasks import get_task_status
    from pilio_api.client import Client

    client = Client(given.address, headers={"X-API-Key": "key"})
    measured(lambda calls: repeated(calls, lambda: get_task_status.sync(TASK, client=client)))


def ours_sync() -> None:
    """Ours, on a thread."""
    from safelight import Pilio

    client = Pilio("key", base_url=given.address)
    task = client.resume(TASK, operation="remove_background")
    measured(lambda calls: repeated(calls, task.status))


if __name__ == "__main__":
    if given.without_sniffio:
        sys.meta_path = [
            WithoutSniffio if one is importlib.machinery.PathFinder else one for one in sys.meta_path
        ]
    {"bare": bare, "ours": ours, "fast": fast, "bare-sync": bare_sync, "ours-sync": ours_sync}[given.kind]()
