"""Everything the parts of one sandbox share."""

import random
from concurrent.futures import Executor
from dataclasses import dataclass

from safelight.sandbox.clock import Clock
from safelight.sandbox.connected import ConnectedStorages
from safelight.sandbox.credentials import Keyring
from safelight.sandbox.faults import FaultPlan
from safelight.sandbox.journal import Journal
from safelight.sandbox.ledger import Ledger
from safelight.sandbox.limits import RateLimiter
from safelight.sandbox.storage import ObjectStorage
from safelight.sandbox.tasks import TaskStore


@dataclass(slots=True)
class World:
    """The state of one sandbox: no part of it is shared with another.

    `random` makes ids, and `first_number` is where those begin that are counted.
    """

    clock: Clock
    keyring: Keyring
    ledger: Ledger
    journal: Journal
    faults: FaultPlan
    limiter: RateLimiter
    limits: bool
    storage: ObjectStorage
    connected: ConnectedStorages
    tasks: TaskStore
    executor: Executor
    random: random.Random
    first_number: int
    host: str = "127.0.0.1"
    url: str = ""
    part_size: int = 5 * 1024 * 1024
