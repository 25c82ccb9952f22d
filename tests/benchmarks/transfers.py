"""Rows about transfers: one file, up in parts and down, beside curl and boto3, and the memory that takes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from ipaddress import IPv4Address
from pathlib import Path

from benchmarks.rows import PROGRAMS, Command, Row, World, program
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

MEBIBYTE = 1024 * 1024
SIZE = int(os.environ.get("BENCH_MEBIBYTES", "1024")) * MEBIBYTE
"""Bytes of the file; fewer while something is tried."""
PARTS = 16
AT_ONCE = 4
MEMORY = Path("/dev/shm")  # noqa: S108 - a fresh folder inside it
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x06\x00\x00\x00r\xb6\r$"


@contextmanager
def served(*, tls: bool, size: int = SIZE, pieces: bool = False) -> Generator[Mapping[str, str]]:
    """A server and a file of `size` bytes; with `pieces` its parts as files too, for curl sends files only."""
    # In memory, where the machine has such a folder: no disk is to be measured.
    with tempfile.TemporaryDirectory(
        prefix="safelight-bench-", dir=MEMORY if MEMORY.is_dir() else None
    ) as name:
        folder = Path(name)
        part = -(-size // PARTS)
        block = os.urandom(MEBIBYTE)
        with (folder / "file.png").open("wb") as file:
            file.write(PNG)
            while (left := size - file.tell()) > 0:
                file.write(block[:left])
        for number in range(PARTS if pieces else 0):
            with (folder / f"part-{number}").open("wb") as file:
                while (left := min(part, size - number * part) - file.tell()) > 0:
                    file.write(block[:left])
        certificate = make_certificate(folder) if tls else None
        words = [sys.executable, str(PROGRAMS / "file_server.py"), name, str(size), str(PARTS)]
        with subprocess.Popen(
            words + ([certificate] if certificate else []),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdout is not None
            port = server.stdout.readline().strip()
            yield {
                "url": f"{'https' if tls else 'http'}://127.0.0.1:{port}",
                "folder": name,
                "certificate": certificate or "",
                "part": str(part),
            }
            server.kill()


def make_certificate(folder: Path) -> str:
    """A certificate that signs itself, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "benchmark")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return str(path)


def ours(what: str, way: str, figure: str, *, tls: bool) -> Command:
    """One transfer by the public client."""
    certificate = ["{certificate}"] if tls else []
    return program("transfer.py", what, way, figure, "{url}", "{folder}", *certificate)


def curl_up(figure: str, *, tls: bool) -> Command:
    """The same parts, as many at once."""
    words = ["curl", "-sfZ", "--parallel-max", str(AT_ONCE), "-H", "Expect:"]
    words += ["--cacert", "{certificate}"] if tls else []
    for number in range(PARTS):
        words += ["-T", f"{{folder}}/part-{number}", f"{{url}}/up/{number}"]
    return Command(words, "cpu" if figure == "cpu" else "wall")


def curl_down(*, tls: bool) -> Command:
    """The same download."""
    words = ["curl", "-sf", "-o", "{folder}/out.png", "{url}/down/file.png"]
    return Command([*words, *(["--cacert", "{certificate}"] if tls else [])], "cpu")


def world(*, tls: bool, size: int = SIZE, pieces: bool = False) -> World:
    """A server for a row."""
    made: partial[AbstractContextManager[Mapping[str, str]]] = partial(
        served, tls=tls, size=size, pieces=pieces
    )
    return made


def rows_of(way: str) -> list[Row]:
    """The rows of a sync or an async client."""
    kind = f"{way} client"
    found = [
        Row(
            f"upload-tls-{way}",
            f"1 GiB upload in parts over TLS, {kind}: CPU over `curl -Z`",
            ours("upload", way, "cpu", tls=True),
            curl_up("cpu", tls=True),
            at_most=0.8,
            world=world(tls=True, pieces=True),
        ),
        Row(
            f"upload-plain-{way}",
            f"1 GiB upload in parts, {kind}: throughput over `curl -Z`",
            ours("upload", way, "wall", tls=False),
            curl_up("wall", tls=False),
            at_least=1.25,
            inverse=True,
            world=world(tls=False, pieces=True),
        ),
        Row(
            f"upload-boto-{way}",
            f"1 GiB upload in parts, {kind}: throughput over boto3, tuned",
            ours("upload", way, "wall", tls=False),
            program("boto_upload.py", "{url}", "{folder}", "{part}"),
            at_least=1.6,
            inverse=True,
            world=world(tls=False),
        ),
        Row(
            f"download-tls-{way}",
            f"1 GiB download over TLS, {kind}: CPU over curl",
            ours("download", way, "cpu", tls=True),
            curl_down(tls=True),
            at_most=1.1,
            world=world(tls=True),
        ),
        Row(
            f"download-plain-{way}",
            f"1 GiB download, {kind}: CPU over curl",
            ours("download", way, "cpu", tls=False),
            curl_down(tls=False),
            at_most=0.85,
            world=world(tls=False),
        ),
    ]
    for what in ("upload", "download"):
        for tls in (False, True):
            for name, size in (("100 MB", 100_000_000), ("2 GB", 2_000_000_000)):
                over = "tls" if tls else "plain"
                found.append(
                    Row(
                        f"memory-{what}-{over}-{name.replace(' ', '').lower()}-{way}",
                        f"Memory over idle, {what} of {name}{' over TLS' if tls else ''}, {kind}",
                        ours(what, way, "memory", tls=tls),
                        at_most=16,
                        unit="MB",
                        scale=1e-6,
                        rounds=3 if size < SIZE else 1,
                        world=world(tls=tls, size=size),
                    )
                )
    return found


ROWS = [*rows_of("sync"), *rows_of("async")]
