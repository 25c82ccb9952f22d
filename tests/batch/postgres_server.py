"""A real PostgreSQL for the session: Debian's package on a free port, or the server that PGHOST names."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from support.waiting import HANG, until

HOMES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql")


def find_binaries() -> Path | None:
    """The folder of initdb and postgres, of the newest version that is installed."""
    found = shutil.which("initdb")
    if found is not None and shutil.which("postgres") is not None:
        return Path(found).parent
    folders = [path.parent for home in HOMES for path in Path(home).glob("**/bin/initdb")]
    return max(folders, key=lambda path: path.parts[-2], default=None)


@contextmanager
def server() -> Generator[str, None, None]:
    """The address of a server, without a database's name at its end."""
    if os.environ.get("PGHOST"):
        user, port = os.environ.get("PGUSER", "postgres"), os.environ.get("PGPORT", "5432")
        password = os.environ.get("PGPASSWORD", "")
        yield f"postgresql://{user}{':' + password if password else ''}@{os.environ['PGHOST']}:{port}"
        return
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql, or set PGHOST")
    user = _unprivileged()
    if os.getuid() == 0 and user is None:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody")
    folder = Path(tempfile.mkdtemp(prefix="safelight-pg-"))
    port = _free_port()
    try:
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        _run(user, binaries / "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "--no-sync")
        process = subprocess.Popen(
            [
                str(binaries / "postgres"),
                *("-D", str(folder / "data"), "-p", str(port), "-k", str(folder)),
                *("-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "fsync=off"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **_as(user),
        )
        try:
            _wait_until_ready(port)
            yield f"postgresql://postgres@127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)  # ends sessions, where SIGTERM waits for them
            process.wait(timeout=HANG)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(address: str) -> str:
    """Make an empty database and return its URL."""
    name = f"safelight_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(f"{address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]  # a name of our own
    return f"{address}/{name}"


def _unprivileged() -> pwd.struct_passwd | None:
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _as(user: pwd.struct_passwd | None) -> dict[str, int | list[int] | str]:
    if user is None:
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def _run(user: pwd.struct_passwd | None, *command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True, **_as(user))  # type: ignore[call-overload]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(port: int) -> None:
    def ready() -> bool:
        try:
            psycopg.connect(f"postgresql://postgres@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    until(ready)
