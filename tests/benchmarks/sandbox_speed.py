"""How fast the sandbox is: status polls a second, and transfers beside what the disk takes.

    python tests/benchmarks/sandbox_speed.py

The client is another process that speaks HTTP over bare sockets, so that the sandbox is what is measured. It needs the
same processors, though, as every client on one machine does.

"The disk" is a file of the same size as the transfers, written in blocks and flushed with fsync. Uploads are flushed as
well before their time is taken, though the sandbox itself does not do so. Every round measures everything once, one
after the other and each from a flushed disk; ratios are taken within a round, and their median is printed.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import socket
import tempfile
import time
from collections.abc import Callable
from multiprocessing.pool import Pool
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from safelight import Pilio
from safelight.sandbox import Sandbox

CONNECTIONS = 4
POLLS = 3000
SIZE = 1 << 30
PARTS = 4
BLOCK = bytes(range(256)) * 4096
ROUNDS = 5
KEY = "pilio/uploads/speed.bin"


class Speed(NamedTuple):
    """Bytes a second until the last one was taken, and until it was on the disk."""

    taken: float
    flushed: float


Round = dict[str, Speed]


def connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port))


def head(method: str, url: str, *headers: str) -> bytes:
    parts = urlsplit(url)
    return "\r\n".join(
        [f"{method} {parts.path}?{parts.query} HTTP/1.1", "Host: localhost", *headers, "", ""]
    ).encode()


# The client's side, in processes of their own


def polls(url: str, key: str) -> float:
    """Status calls a second, over some connections that each wait for their answer before the next call."""
    message = head("GET", url, f"Authorization: Bearer {key}")
    connections = [connect(url) for _ in range(CONNECTIONS)]
    began = time.perf_counter()
    for _ in range(POLLS // CONNECTIONS):
        for connection in connections:
            connection.sendall(message)
        for connection in connections:
            assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    return POLLS / (time.perf_counter() - began)


def send(address: tuple[str, int]) -> None:
    with socket.create_connection(address) as connection:
        for _ in range(SIZE // len(BLOCK)):
            connection.sendall(BLOCK)


def upload(url: str, size: int) -> float:
    """Return the seconds until the answer."""
    with connect(url) as connection:
        began = time.perf_counter()
        connection.sendall(head("PUT", url, f"Content-Length: {size}"))
        for _ in range(size // len(BLOCK)):
            connection.sendall(BLOCK)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        return time.perf_counter() - began


def download(url: str) -> float:
    """Return the seconds until the last byte."""
    buffer = bytearray(1 << 20)
    with connect(url) as connection:
        began = time.perf_counter()
        connection.sendall(head("GET", url, "Connection: close"))
        received = 0
        while count := connection.recv_into(buffer):
            received += count
        assert received > SIZE
        return time.perf_counter() - began


# What transfers are held against


def disk() -> Speed:
    """One file, written in blocks and flushed."""
    with tempfile.TemporaryFile(buffering=0) as file:
        began = time.perf_counter()
        for _ in range(SIZE // len(BLOCK)):
            file.write(BLOCK)
        taken = time.perf_counter() - began
        return Speed(SIZE / taken, SIZE / (taken + flush(file.fileno())))


def copy_loop(pool: Pool) -> Speed:
    """The least that Python can do to bring bytes from a socket into a file: no HTTP, no hash."""
    buffer = memoryview(bytearray(len(BLOCK)))
    with socket.create_server(("127.0.0.1", 0)) as server, tempfile.TemporaryFile(buffering=0) as file:
        sending = pool.apply_async(send, (server.getsockname(),))
        connection, _ = server.accept()
        began = time.perf_counter()
        with connection:
            while count := connection.recv_into(buffer):
                file.write(buffer[:count])
        taken = time.perf_counter() - began
        sending.get()
        return Speed(SIZE / taken, SIZE / (taken + flush(file.fileno())))


def md5() -> Speed:
    """The ETag of S3, of bytes that lie in memory."""
    digest = hashlib.md5(usedforsecurity=False)
    began = time.perf_counter()
    for _ in range(SIZE // len(BLOCK)):
        digest.update(BLOCK)
    speed = SIZE / (time.perf_counter() - began)
    return Speed(speed, speed)


def flush(file: int) -> float:
    """Bring a file to the disk and return the seconds that took."""
    began = time.perf_counter()
    os.fsync(file)
    return time.perf_counter() - began


# Rounds


def warm_up() -> None:
    """Write, flush and remove one file of the size: without it a page cache is as slow as a virtual machine's host.

    The host takes back pages that lie free for seconds, and gives them again at a fraction of their speed.
    """
    disk()


def whole_object(sandbox: Sandbox, pool: Pool) -> Speed:
    """One PUT."""
    storage = sandbox.world.storage
    taken = pool.apply(upload, (storage.presign("PUT", KEY, 3600), SIZE))
    stored = storage.find(KEY)
    assert stored is not None
    return Speed(SIZE / taken, SIZE / (taken + flush_paths(stored.path)))


def in_parts(sandbox: Sandbox, pool: Pool) -> Speed:
    """The parts of one multipart upload, all at a time, without their joining."""
    storage = sandbox.world.storage
    begun = storage.begin_upload(KEY, "application/octet-stream")
    urls = [
        storage.presign("PUT", KEY, 3600, upload_id=begun.upload_id, part_number=number)
        for number in range(1, PARTS + 1)
    ]
    began = time.perf_counter()
    pool.starmap(upload, [(url, SIZE // PARTS) for url in urls], 1)
    taken = time.perf_counter() - began
    speed = Speed(SIZE / taken, SIZE / (taken + flush_paths(*(part.path for part in begun.parts.values()))))
    storage.abort_upload(begun.upload_id)
    return speed


def flush_paths(*paths: Path) -> float:
    seconds = 0.0
    for path in paths:
        with path.open("rb") as file:
            seconds += flush(file.fileno())
    return seconds


def whole_download(sandbox: Sandbox, pool: Pool) -> Speed:
    """One GET of the object just put: out of the page cache."""
    storage = sandbox.world.storage
    speed = SIZE / pool.apply(download, (storage.presign("GET", KEY, 3600),))
    storage.delete(KEY)
    return Speed(speed, speed)


def measured(sandbox: Sandbox, pool: Pool) -> Round:
    measures: dict[str, Callable[[], Speed]] = {
        "disk": disk,
        "copy loop": lambda: copy_loop(pool),
        "MD5": md5,
        "upload": lambda: whole_object(sandbox, pool),
        "download": lambda: whole_download(sandbox, pool),
        f"upload in {PARTS} parts": lambda: in_parts(sandbox, pool),
    }
    speeds: Round = {}
    for name, measure in measures.items():
        os.sync()
        warm_up()
        speeds[name] = measure()
    return speeds


def report(rounds: list[Round]) -> None:
    print(f"{SIZE >> 20} MiB, medians of {len(rounds)} rounds")
    print(f"{'GB/s':18} taken flushed  of the disk  of the copy loop  of MD5")
    for name in rounds[0]:
        taken = median(speeds[name].taken for speeds in rounds) / 1e9
        flushed = median(speeds[name].flushed for speeds in rounds) / 1e9
        of_disk = median(speeds[name].flushed / speeds["disk"].flushed for speeds in rounds)
        of_loop = median(speeds[name].taken / speeds["copy loop"].taken for speeds in rounds)
        of_md5 = median(speeds[name].taken / speeds["MD5"].taken for speeds in rounds)
        print(f"{name:18} {taken:5.2f} {flushed:7.2f} {of_disk:12.2f} {of_loop:17.2f} {of_md5:7.2f}")


def main() -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(PARTS) as pool, Sandbox(limits=False, task_seconds=3600) as sandbox:
        key = sandbox.api_key("pilio")
        with Pilio(api_key=key, base_url=sandbox.base_url("pilio")) as pilio:
            task = pilio.generate_image("a lamp", aspect_ratio="1:1", resolution="0.5K")
        status = f"{sandbox.base_url('pilio')}/v1/tasks/{task.id}/status"
        speed = median(pool.apply(polls, (status, key)) for _ in range(ROUNDS))
        print(f"{os.cpu_count()} processors; {speed:.0f} status polls a second")
        report([measured(sandbox, pool) for _ in range(ROUNDS)])


if __name__ == "__main__":
    main()
