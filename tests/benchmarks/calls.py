"""What a status poll costs, over the bare generated client: the same server, keep-alive, seconds of the client alone.

Both run in an environment with `sniffio`, as installing Safelight makes it. Without it the bare async client is dearer.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from benchmarks.rows import PROGRAMS, Command, Row, program


@contextmanager
def vendor() -> Generator[Mapping[str, str]]:
    """A vendor in a process of its own."""
    with subprocess.Popen(
        [sys.executable, PROGRAMS / "status_server.py"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as serving:
        assert serving.stdin is not None
        assert serving.stdout is not None
        try:
            yield {"address": f"http://127.0.0.1:{int(serving.stdout.readline())}"}
        finally:
            serving.stdin.close()


def polls(kind: str, at_once: int, calls: int = 3000) -> Command:
    """So many calls of one client."""
    return program("polls.py", kind, "{address}", str(calls), str(at_once))


def row(name: str, what: str, kind: str, at_once: int, at_most: float) -> Row:
    """Calls of ours over those of the bare client."""
    peer = "bare-sync" if kind.endswith("sync") else "bare"
    return Row(
        name,
        f"{what}, CPU a call, over the bare generated client",
        polls(kind, at_once),
        polls(peer, at_once),
        at_most=at_most,
        unit="us",
        scale=1e6,
        world=vendor,
    )


ROWS = [
    row("calls-async-50", "async status poll, 50 at once", "ours", 50, 0.45),
    row("calls-async-50-fast", "async status poll, 50 at once, on aiohttp", "fast", 50, 0.15),
    row("calls-async-8", "async status poll, 8 at once", "ours", 8, 0.8),
    row("calls-async-8-fast", "async status poll, 8 at once, on aiohttp", "fast", 8, 0.25),
    row("calls-sync", "sync status poll", "ours-sync", 1, 0.95),
    Row(
        "calls-second-client",
        "the second client of a process, CPU",
        program("second_client.py"),
        at_most=0.5,
        unit="ms",
        scale=1e3,
    ),
    Row(
        "calls-2000",
        "a task of 2,000 at once, polled five times, CPU, over one of 20",
        program("tasks.py", "{address}", "2000", "1"),
        program("tasks.py", "{address}", "20", "100"),
        at_most=1.2,
        unit="ms",
        scale=1e3,
        world=vendor,
    ),
    Row(
        "calls-2000-connections",
        "connections that 2,000 tasks at once open",
        program("tasks.py", "{address}", "2000", "1", "--connections"),
        at_most=50,
        unit="",
        world=vendor,
    ),
]
