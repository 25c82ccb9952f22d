"""How fast the sandbox is: status polls a second, and transfers beside what the disk takes.

    python tests/benchmarks/sandbox_speed.py

The client is another process that speaks HTTP over bare sockets, so that the sandbox is what is measured.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import tempfile
import time
from collections.abc import Callable
from statistics import median
from urllib.parse import urlsplit

from safelight import Pilio
from safelight.sandbox import Sandbox

CONNECTIONS = 4
POLLS = 3000
SIZE = 256 << 20
BLOCK = bytes(range(256)) * 4096
ROUNDS = 3


def connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    return socket.create_connection((parts.hostname, parts.port))


def head(method: str, url: str, *headers: str) -> bytes:
    parts = urlsplit(url)
    return "\r\n".join(
        [f"{method} {parts.path}?{parts.query} HTTP/1.1", "Host: x", *headers, "", ""]
    ).encode()


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


def upload(url: str) -> float:
    """Bytes a second."""
    with connect(url) as connection:
        began = time.perf_counter()
        connection.sendall(head("PUT", url, f"Content-Length: {SIZE}"))
        for _ in range(SIZE // len(BLOCK)):
            connection.sendall(BLOCK)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        return SIZE / (time.perf_counter() - began)


def download(url: str) -> float:
    """Bytes a second."""
    buffer = bytearray(1 << 20)
    with connect(url) as connection:
        began = time.perf_counter()
        connection.sendall(head("GET", url, "Connection: close"))
        received = 0
        while count := connection.recv_into(buffer):
            received += count
        assert received > SIZE
        return received / (time.perf_counter() - began)


def disk() -> float:
    """Bytes a second that the disk takes, for one file that is flushed to it."""
    with tempfile.TemporaryFile() as file:
        began = time.perf_counter()
        for _ in range(SIZE // len(BLOCK)):
            file.write(BLOCK)
        file.flush()
        os.fsync(file.fileno())
        return SIZE / (time.perf_counter() - began)


def apart(measure: Callable[..., float], *arguments: str) -> float:
    """What a measurement gives in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return median(pool.apply(measure, arguments) for _ in range(ROUNDS))


def main() -> None:
    with Sandbox(limits=False, task_seconds=3600) as sandbox:
        key = sandbox.api_key("pilio")
        with Pilio(api_key=key, base_url=sandbox.base_url("pilio")) as pilio:
            task = pilio.generate_image("a lamp", aspect_ratio="1:1", resolution="0.5K")
        storage = sandbox.world.storage
        target = storage.presign("PUT", "pilio/uploads/speed.bin", 3600)
        source = storage.presign("GET", "pilio/uploads/speed.bin", 3600)
        plain = apart(disk)
        print(f"{os.cpu_count()} cores; the disk takes {plain / 1e6:.0f} MB/s")
        status = f"{sandbox.base_url('pilio')}/v1/tasks/{task.id}/status"
        print(f"{apart(polls, status, key):.0f} status polls a second")
        for name, measure, url in (("upload", upload, target), ("download", download, source)):
            speed = apart(measure, url)
            print(f"{name} {speed / 1e6:.0f} MB/s, {speed / plain:.2f} of the disk's")


if __name__ == "__main__":
    main()
