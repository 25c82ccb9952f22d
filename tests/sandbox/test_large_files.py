"""Large files pass through a sandbox, up and down, and it does not grow by them."""

import hashlib
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support.waiting import HANG

pytestmark = pytest.mark.integration

BLOCK = bytes(range(256)) * 4096
MOST_GROWTH = 48 << 10
"""Kibibytes."""
UPLOADS = 4
MOST_GROWTH_EACH = 24 << 10
"""Kibibytes for each of several uploads at a time."""

on_linux = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc"
)

# In a process of its own, so that the peak of memory is the sandbox's alone. Not by getrusage: its peak outlives exec.
PROGRAM = """
import re, sys
from pathlib import Path
from safelight.sandbox import Sandbox

def peak():
    print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1], flush=True)

with Sandbox(limits=False) as sandbox:
    for method in ("PUT", "GET"):
        print(sandbox.world.storage.presign(method, "pilio/uploads/large.bin", 3600), flush=True)
    peak()
    sys.stdin.readline()
    peak()
"""


def connect(method: str, url: str, *headers: str) -> socket.socket:
    parts = urlsplit(url)
    connection = socket.create_connection((parts.hostname, parts.port), timeout=HANG)
    lines = [f"{method} {parts.path}?{parts.query} HTTP/1.1", "Host: localhost", *headers, "", ""]
    connection.sendall("\r\n".join(lines).encode())
    return connection


@on_linux
@pytest.mark.timeout(600)
@pytest.mark.parametrize("size", [128 << 20, pytest.param(2 << 30, marks=pytest.mark.slow)])
def test_passes_in_constant_memory(size: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        target, source, before = (process.stdout.readline().strip() for _ in range(3))
        sent = put(target, size)
        assert received(source) == sent
        after = process.communicate("\n", timeout=HANG)[0].split()[0]
    assert int(after) - int(before) < MOST_GROWTH, f"{before} kB before, {after} kB at the most"


@on_linux
@pytest.mark.timeout(600)
@pytest.mark.parametrize("size", [64 << 20, pytest.param(512 << 20, marks=pytest.mark.slow)])
def test_several_uploads_at_a_time_pass_in_constant_memory(size: int) -> None:
    with (
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process,
        ThreadPoolExecutor(UPLOADS) as clients,
    ):
        assert process.stdout is not None
        target, _, before = (process.stdout.readline().strip() for _ in range(3))
        for sent in [clients.submit(put, target, size) for _ in range(UPLOADS)]:
            sent.result()
        after = process.communicate("\n", timeout=HANG)[0].split()[0]
    assert int(after) - int(before) < UPLOADS * MOST_GROWTH_EACH, (
        f"{before} kB before, {after} kB at the most"
    )


def put(url: str, size: int) -> str:
    """Upload that many bytes and return their MD5."""
    digest = hashlib.md5(usedforsecurity=False)
    with connect("PUT", url, f"Content-Length: {size}") as connection:
        for _ in range(size // len(BLOCK)):
            connection.sendall(BLOCK)
            digest.update(BLOCK)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
    return digest.hexdigest()


def received(url: str) -> str:
    """The MD5 of a download."""
    digest = hashlib.md5(usedforsecurity=False)
    with connect("GET", url, "Connection: close") as connection, connection.makefile("rb") as stream:
        while stream.readline().strip():
            pass
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
