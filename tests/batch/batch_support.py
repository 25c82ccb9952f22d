"""Processes that tests start, kill and count after: a sandbox with its ledger, and lives of a batch."""

from __future__ import annotations

import io
import json
import os
import shlex
import signal
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import safelight as package
from click.testing import CliRunner, Result
from PIL import Image
from safelight.cli.app import cli
from support.waiting import HANG

HERE = Path(__file__).parent
PHOTO = HERE.parent / "data" / "chelsea.jpg"
BILLED = {
    "pilio": "remove_background",
    "picwish": "create_segmentation",
    "claid": "create_async_edit",
    "perfect": "run_background_removal",
}
VENDORS = tuple(BILLED)
PICWISH = "batch run photos --vendor picwish --operation remove-background -o out -q"


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process's environment, with the folders that safelight is imported from."""
    roots = [
        str(Path(package.__file__).parents[1]),
        *(path for path in sys.path if path.endswith("generated")),
    ]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(roots), **(extra or {})}


@dataclass
class RunningSandbox:
    url: str
    environment: Mapping[str, str]

    def ledger(self) -> Counter[str]:
        """Charges by vendor and task."""
        entries = self._get("/sandbox/ledger")["entries"]
        return Counter(entry["vendor"] for entry in entries if entry["outcome"] != "released")

    def _get(self, path: str) -> dict[str, list[dict[str, str]]]:
        with urllib.request.urlopen(self.url + path, timeout=HANG) as answer:  # noqa: S310 - our own address
            return json.load(answer)

    def post(self, path: str, document: object) -> None:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(document).encode(), headers)  # noqa: S310
        urllib.request.urlopen(request, timeout=HANG).close()  # noqa: S310 - our own address

    def requests(self) -> list[dict[str, str]]:
        return self._get("/sandbox/requests")["requests"]


@contextmanager
def sandbox_process(
    low: float, high: float, *, limits: bool = False
) -> Generator[RunningSandbox, None, None]:
    """Start a sandbox in a process of its own."""
    process = subprocess.Popen(
        [
            sys.executable,
            str(HERE / "sandbox_process.py"),
            str(low),
            str(high),
            "limits" if limits else "free",
        ],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())
        yield RunningSandbox(facts["url"], facts["environment"])
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def start_life(
    sandbox: RunningSandbox,
    database: str,
    log: Path,
    *,
    items: Path | None = None,
    out: Path | None = None,
    rates: bool = False,
) -> subprocess.Popen[bytes]:
    """Start a process that runs the items, or one that works for others."""
    command = [sys.executable, str(HERE / "runner_process.py"), "--database", database]
    if items is not None:
        command += ["--items", str(items), "--out", str(out)]
    if rates:
        command.append("--rates")
    with log.open("ab") as file:
        return subprocess.Popen(command, env=environment(sandbox.environment), stdout=file, stderr=file)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill -9."""
    if process.poll() is None:
        process.send_signal(signal.SIGKILL)
    process.wait()


def small_photo() -> bytes:
    """A real photograph, small enough for hundreds to be cut out quickly."""
    kept = io.BytesIO()
    with Image.open(PHOTO) as photo:
        photo.resize((96, 64)).save(kept, "JPEG")
    return kept.getvalue()


def write_items(folder: Path, count: int, vendors: Sequence[str] = VENDORS) -> Path:
    """Make photographs and a list of them, spread over vendors."""
    photos = folder / "photos"
    photos.mkdir()
    lines = []
    picture = small_photo()
    for number in range(count):
        photo = photos / f"{number:04d}.jpg"
        photo.write_bytes(picture)
        vendor = vendors[number % len(vendors)]
        lines.append(json.dumps({"source": str(photo), "vendor": vendor, "operation": "remove_background"}))
    path = folder / "items.jsonl"
    path.write_text("\n".join(lines))
    return path


def safelight(command: str) -> Result:
    """Run a command line in this process."""
    return CliRunner().invoke(cli, shlex.split(command))
