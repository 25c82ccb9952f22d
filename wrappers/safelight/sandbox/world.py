"""Everything the parts of one sandbox share."""

import os
import random
import secrets
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from safelight.sandbox import lifetimes
from safelight.sandbox.clock import Clock
from safelight.sandbox.connected import ConnectedStorages
from safelight.sandbox.credentials import Keyring
from safelight.sandbox.faults import FaultPlan
from safelight.sandbox.journal import Journal
from safelight.sandbox.ledger import Ledger
from safelight.sandbox.limits import RateLimiter
from safelight.sandbox.signing import Signer
from safelight.sandbox.storage import ObjectStorage
from safelight.sandbox.tasks import TaskStore
from safelight.sandbox.webhooks import Sign, Webhooks


class World:
    """The state of one sandbox; sandboxes share nothing.

    Args:
        faults: The faults that are planned.
        limits: Whether rate and in-flight limits are kept.
        seconds: The bounds of how long a task takes.
        seed: Makes ids repeatable.
        host: The name or address the sandbox listens on.
        part_size: The size in bytes of a part of a multipart upload.
        signers: How vendors sign their webhooks.
    """

    def __init__(
        self,
        faults: FaultPlan,
        *,
        limits: bool,
        seconds: tuple[float, float],
        seed: int | None,
        host: str,
        part_size: int,
        signers: Mapping[str, Sign],
    ) -> None:
        # Three pools, so that files pass while all workers are busy with pictures, and small ones beside large ones.
        self.executor = ThreadPoolExecutor(max(2, os.cpu_count() or 2), thread_name_prefix="sandbox-work")
        files = ThreadPoolExecutor(8, thread_name_prefix="sandbox-files")
        uploads = ThreadPoolExecutor(16, thread_name_prefix="sandbox-uploads")
        self._pools = (self.executor, files, uploads)
        self.clock = Clock()
        self.keyring = Keyring()
        self.ledger = Ledger()
        self.journal = Journal()
        self.limiter = RateLimiter()
        self.faults = faults
        self.limits = limits
        self.host = host
        self.part_size = part_size
        self.url = ""
        self.storage = ObjectStorage(
            clock=self.clock,
            signer=Signer(secrets.token_bytes(32)),
            executor=files,
            large_executor=uploads,
            lifetime=lifetimes.of_object,
        )
        self.connected = ConnectedStorages(self.storage.root / "connected")
        self.tasks = TaskStore(
            clock=self.clock,
            ledger=self.ledger,
            storage=self.storage,
            executor=self.executor,
            seconds=seconds,
            seed=seed or 0,
        )
        self.webhooks = Webhooks(self.clock, faults, signers)
        # Makes ids; those that are counted begin at the first number.
        self.random = random.Random(secrets.randbits(64) if seed is None else seed)  # noqa: S311 - repeatable on purpose
        self.first_number = self.random.randrange(10**12)

    def close(self) -> None:
        """End all work and remove all files."""
        for pool in self._pools:
            pool.shutdown(wait=True, cancel_futures=True)
        self.storage.close()
