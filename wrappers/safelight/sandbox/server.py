"""The sandbox as an object: started in a thread of its own, stopped clean."""

import asyncio
import contextlib
import math
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from safelight.sandbox import vendor_facts
from safelight.sandbox.app import build_app
from safelight.sandbox.credentials import DEMO_ACCOUNT
from safelight.sandbox.faults import FaultPlan, check_known
from safelight.sandbox.journal import RequestRecord
from safelight.sandbox.ledger import Ledger
from safelight.sandbox.vendors import emulations, operations
from safelight.sandbox.world import World

_START_SECONDS = 60.0
_STOP_SECONDS = 60.0
# aiohttp pauses a sender above this many unread bytes; larger means fewer stops in a fast upload.
_READ_BUFFER = 1 << 20


class Sandbox:
    """An emulator of all installed vendors on one local port.

    It runs in its own thread with its own event loop, so any program can start it, with or without a running loop. Any
    number of sandboxes can run side by side; they share nothing.

    Args:
        port: The TCP port; 0 takes a free one.
        host: The address to listen on.
        limits: Whether the vendors' documented rate and in-flight limits are enforced.
        task_seconds: How long tasks take: one number, or the bounds of a uniform distribution.
        seed: Makes ids repeatable; without one they differ at every start. Durations and random faults depend only
            on the seed.
        part_size: Size of a part of a multipart upload, in bytes.
        webhooks: The addresses that webhooks are sent to, by vendor.

    Attributes:
        clock: The clock of all lifetimes, limits and tasks; tests may advance it.
        faults: What should go wrong.
        journal: The recent requests; can be searched and cleared.
        webhooks: Where webhooks go, their secrets, and what was sent.
        world: All of the sandbox's state, for advanced tests.

    Raises:
        ValueError: A time or size is out of bounds, or a vendor or address of `webhooks` is wrong.
        OSError: (from `start`) The port is taken.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        host: str = "127.0.0.1",
        limits: bool = True,
        task_seconds: float | tuple[float, float] = (0.3, 1.0),
        seed: int | None = None,
        part_size: int = 5 * 1024 * 1024,
        webhooks: Mapping[str, str] | None = None,
    ) -> None:
        if part_size < 1:
            raise ValueError(f"part_size: {part_size} is not a positive number of bytes")
        seconds = _bounds(task_seconds)
        self._host = host
        self._port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread: threading.Thread | None = None
        self._started = threading.Event()
        self._error: BaseException | None = None
        self.world = World(
            FaultPlan(operations(), seed or 0),
            limits=limits,
            seconds=seconds,
            seed=seed,
            host=host,
            part_size=part_size,
            signers={name: each.sign_webhook for name, each in emulations().items() if each.sign_webhook},
        )
        self.clock = self.world.clock
        self.faults = self.world.faults
        self.journal = self.world.journal
        self.webhooks = self.world.webhooks
        for vendor in emulations():
            self.world.keyring.add(vendor)
        for vendor, url in (webhooks or {}).items():
            self.webhooks.set(vendor, url)

    # Life

    def start(self) -> Self:
        """Start serving and return once the port is open.

        Raises:
            OSError: The port cannot be opened.
            RuntimeError: The sandbox was started before.
            TimeoutError: It did not come up in time.
        """
        if self._thread is not None:
            raise RuntimeError("a sandbox is started once; make another one")
        self._thread = threading.Thread(target=self._run, name="safelight-sandbox", daemon=True)
        self._thread.start()
        if not self._started.wait(_START_SECONDS):
            raise TimeoutError("the sandbox did not start in time")
        if self._error is not None:
            self._thread.join()
            raise self._error
        return self

    def stop(self) -> None:
        """Stop serving, close every connection and remove all files. Calling it again does nothing."""
        loop, stop, thread = self._loop, self._stop, self._thread
        if loop is not None and stop is not None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(stop.set)
        if thread is not None:
            thread.join(_STOP_SECONDS)
        self.world.close()

    def wait(self) -> None:
        """Block until the sandbox is stopped from another thread or by a signal."""
        if self._thread is not None:
            # In short turns, so that an interrupt from the keyboard gets through on every system.
            while self._thread.is_alive():
                self._thread.join(0.5)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits in start()
            self._error = error
        finally:
            self._started.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        app = build_app(self.world)
        runner = web.AppRunner(
            app,
            access_log=None,
            shutdown_timeout=0.2,
            read_bufsize=_READ_BUFFER,
            # S3 stores what came, and no vendor is known to take coded requests.
            auto_decompress=False,
        )
        await runner.setup()
        try:
            site = web.TCPSite(runner, self._host, self._port)
            await site.start()
            address = runner.addresses[0]
            self._port = int(address[1])
            self.world.url = self.world.storage.url = self.url
            self._started.set()
            await self._stop.wait()
        finally:
            await runner.cleanup()
            await self.world.webhooks.close()
            await self.world.tasks.close()

    # Addresses and keys

    @property
    def port(self) -> int:
        """The TCP port; known once the sandbox is started."""
        return self._port

    @property
    def url(self) -> str:
        """The address of the sandbox, without a slash at the end."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104 - compared, not bound
        if ":" in host:
            host = f"[{host}]"
        return f"http://{host}:{self._port}"

    def base_url(self, vendor: str) -> str:
        """Return the address to use as a vendor's base URL.

        Raises:
            ValueError: The vendor is not emulated.
        """
        check_known("vendor", vendor, emulations())
        return f"{self.url}{vendor_facts.base_path(vendor)}"

    def api_key(self, vendor: str, account: str = DEMO_ACCOUNT) -> str:
        """Open an account at a vendor, if it is not open yet, and return its API key.

        Raises:
            ValueError: The vendor is not emulated.
        """
        check_known("vendor", vendor, emulations())
        return self.world.keyring.add(vendor, account)

    def revoke(self, vendor: str, account: str = DEMO_ACCOUNT) -> None:
        """Make a vendor reject the API key of an account from now on."""
        self.world.keyring.revoke(vendor, account)

    @property
    def secret_key(self) -> str:
        """Perfect's secret key: the RSA public key that its token exchange is encrypted with."""
        return emulations()["perfect"].secrets()["secret_key"]

    def connect_storage(self, name: str) -> Path:
        """Connect a storage to Claid, and return the folder whose files ``storage://NAME/path`` reads and writes.

        Raises:
            ValueError: The name has other characters than letters, digits, - and _.
        """
        return self.world.connected.connect(name)

    @property
    def vendors(self) -> list[str]:
        """The names of the emulated vendors."""
        return list(emulations())

    def settings(self, vendor: str, account: str = DEMO_ACCOUNT) -> dict[str, str]:
        """Return the arguments that direct a client of a vendor to this sandbox."""
        key, base_url = self.api_key(vendor, account), self.base_url(vendor)
        return {"api_key": key, "base_url": base_url, **emulations()[vendor].secrets()}

    def environment(self, account: str = DEMO_ACCOUNT) -> dict[str, str]:
        """Return the environment variables that direct every Safelight client to this sandbox.

        If webhooks have an address, their secrets are `CLAID_WEBHOOK_SECRET` and `YOUCAM_WEBHOOK_SECRET`.
        """
        clients = {
            vendor_facts.environment(vendor)[name]: value
            for vendor in emulations()
            for name, value in self.settings(vendor, account).items()
        }
        secrets = self.webhooks.secrets.items()
        return {**clients, **{f"{vendor.upper()}_WEBHOOK_SECRET": secret for vendor, secret in secrets}}

    # State

    @property
    def ledger(self) -> Ledger:
        """Every billed create, up to now."""
        self.world.tasks.refresh()
        return self.world.ledger

    @property
    def requests(self) -> list[RequestRecord]:
        """The recent requests, oldest first, without secrets."""
        return self.world.journal.records()

    @property
    def limits(self) -> bool:
        """Whether rate and in-flight limits are enforced; can be switched at any time."""
        return self.world.limits

    @limits.setter
    def limits(self, kept: bool) -> None:
        self.world.limits = kept
        self.world.limiter.clear()

    @property
    def task_seconds(self) -> tuple[float, float]:
        """The shortest and longest duration of a task, in seconds; can be changed at any time."""
        return self.world.tasks.seconds

    @task_seconds.setter
    def task_seconds(self, seconds: float | tuple[float, float]) -> None:
        self.world.tasks.seconds = _bounds(seconds)


def _bounds(seconds: float | tuple[float, float]) -> tuple[float, float]:
    least, most = seconds if isinstance(seconds, tuple) else (seconds, seconds)
    # Written this way round, the test refuses NaN too.
    if not 0 <= least <= most < math.inf:
        raise ValueError(
            f"task_seconds: {seconds} must be a number of seconds, or two with the smaller one first"
        )
    return float(least), float(most)
