"""Webhooks: calls that tell an address of yours that a task has ended, signed as the vendor signs them."""

import asyncio
import base64
import hmac
import itertools
import json
import secrets
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

import aiohttp

from safelight.sandbox import fitting
from safelight.sandbox.clock import Clock
from safelight.sandbox.credentials import webhook_secret
from safelight.sandbox.faults import FaultKind, FaultPlan, check_known
from safelight.sandbox.jsontypes import JsonValue
from safelight.sandbox.tasks import Phase, Task

RETRY_SECONDS = (5.0, 300.0, 1800.0, 7200.0)
"""Waits before the second and later attempts, by the sandbox's clock: those that Standard Webhooks gives as an example.

Neither vendor publishes its own.
"""
_ANSWER_SECONDS = 15.0
_KEPT = 2000

Sign = Callable[[str, str, bytes], Mapping[str, str]]
"""Returns the headers that sign a body, given the secret and the webhook's id."""
Body = Callable[[Phase], JsonValue]


def sign_claid(secret: str, _identity: str, body: bytes) -> Mapping[str, str]:
    """Sign the body alone. Whether in hex or base64 is not documented; this is hex."""
    return {"X-Claid-Hmac-SHA256": hmac.new(secret.encode(), body, sha256).hexdigest()}


def sign_standard(secret: str, identity: str, body: bytes) -> Mapping[str, str]:
    """Sign id, time and body, as Standard Webhooks says."""
    # Not the sandbox's time: a receiver compares this with its own clock.
    stamp = str(int(time.time()))
    key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    digest = hmac.new(key, f"{identity}.{stamp}.".encode() + body, sha256).digest()
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": identity, "webhook-timestamp": stamp, "webhook-signature": signature}


@dataclass(slots=True)
class WebhookRecord:
    """One attempt to send a webhook. `status` is 0 if there was no answer, and `id` the same for all attempts."""

    number: int
    time: float
    vendor: str
    task_id: str
    id: str
    attempt: int
    status: int = 0
    faults: list[str] = field(default_factory=list[str])


class Webhooks:
    """Sends a vendor's webhooks to the address that is set for it. All methods may be called from any thread.

    Args:
        clock: Measures the waits between attempts.
        faults: What should go wrong.
        signers: How each vendor that sends webhooks signs them.
    """

    def __init__(self, clock: Clock, faults: FaultPlan, signers: Mapping[str, Sign]) -> None:
        self._clock = clock
        self._faults = faults
        self._signers = signers
        self._lock = threading.Lock()
        self._set: dict[str, tuple[str, str]] = {}  # the address and the secret of each vendor
        self._sent: deque[WebhookRecord] = deque(maxlen=_KEPT)
        self._numbers = itertools.count(1)
        self._running: set[asyncio.Task[None]] = set()

    def set(self, vendor: str, url: str, secret: str | None = None) -> None:
        """Send the webhooks of a vendor to an address from now on: those of tasks that are created later.

        Args:
            vendor: `claid` or `youcam`.
            url: An http or https URL.
            secret: What to sign with; by default, a secret that is the same at every start.

        Raises:
            ValueError: The vendor sends no webhooks, or the address or the secret is not of the right form.
        """
        check_known("vendor", vendor, self._signers)
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(f"url: {url!r} is not an http or https URL")
        secret = webhook_secret(vendor) if secret is None else secret
        if not secret:
            raise ValueError("secret: must not be empty")
        try:
            self._signers[vendor](secret, "", b"")
        except ValueError:
            raise ValueError("secret: must be whsec_ followed by base64") from None
        with self._lock:
            self._set[vendor] = url, secret

    def clear(self) -> None:
        """Forget all addresses, secrets and records."""
        with self._lock:
            self._set.clear()
            self._sent.clear()

    @property
    def addresses(self) -> dict[str, str]:
        """The addresses by vendor."""
        with self._lock:
            return {vendor: url for vendor, (url, _) in self._set.items()}

    @property
    def secrets(self) -> dict[str, str]:
        """The secrets to verify webhooks with, of vendors with an address."""
        with self._lock:
            return {vendor: secret for vendor, (_, secret) in self._set.items()}

    @property
    def sent(self) -> list[WebhookRecord]:
        """The last 2000 attempts, oldest first."""
        with self._lock:
            return list(self._sent)

    def document(self) -> Mapping[str, JsonValue]:
        """Return addresses, secrets and attempts as a JSON object."""
        return {
            "addresses": self.addresses,
            "secrets": self.secrets,
            "sent": [asdict(record) for record in self.sent],
        }

    def follow(self, task: Task, ended: Callable[[Task], Awaitable[Phase]], body: Body) -> None:
        """Send a webhook when a task ends, if its vendor has an address; a lost task sends none.

        Args:
            task: The task.
            ended: Waits for its end.
            body: Returns what to send.
        """
        with self._lock:
            known = self._set.get(task.vendor)
        if known is None:
            return

        async def run() -> None:
            phase = await ended(task)
            if phase != "lost":
                await self._send(task, *known, json.dumps(body(phase)).encode())

        running = asyncio.get_running_loop().create_task(run())
        self._running.add(running)
        running.add_done_callback(self._running.discard)

    async def _send(self, task: Task, url: str, secret: str, body: bytes) -> None:
        identity = f"msg_{secrets.token_hex(12)}"
        status = 0
        for attempt, seconds in enumerate((0.0, *RETRY_SECONDS), 1):
            await self._clock.sleep(seconds)
            strikes = self._faults.take(task.vendor, fitting.WEBHOOK)
            late = strikes.find(FaultKind.LATENCY)
            if late is not None:
                await self._clock.sleep(late.seconds)
            with self._lock:
                record = WebhookRecord(
                    next(self._numbers), self._clock.now(), task.vendor, task.id, identity, attempt
                )
                record.faults = [fault.kind.value for fault in strikes.faults]
                self._sent.append(record)
            if FaultKind.LOST_WEBHOOK in strikes:
                return
            signed_with = (
                webhook_secret(task.vendor, "another") if FaultKind.WRONG_SIGNATURE in strikes else secret
            )
            for _ in range(2 if FaultKind.DUPLICATE in strikes else 1):
                headers = self._signers[task.vendor](signed_with, identity, body)
                status = await _post(url, body, headers)
            record.status = status
            if 200 <= status < 300:
                return

    async def close(self) -> None:
        """Stop sending."""
        for running in list(self._running):
            running.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)


async def _post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send a webhook and return the status of its answer; 0 if there is none."""
    timeout = aiohttp.ClientTimeout(total=_ANSWER_SECONDS)
    headers = {**headers, "Content-Type": "application/json"}
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url, data=body, headers=headers, allow_redirects=False) as answer,
        ):
            return answer.status
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError):
        return 0
