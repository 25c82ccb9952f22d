"""The journal: recent requests with no secret in them."""

import itertools
import threading
from collections import deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class RequestRecord:
    """One request as the sandbox saw it: never a header value, a query or a body.

    `status` is 0 where the connection was closed without an answer. `bytes_received` counts the body,
    `seconds` is real time.
    """

    number: int = field(default=0, init=False)
    time: float = 0.0
    vendor: str = ""
    operation: str = ""
    method: str = ""
    path: str = ""
    status: int = 0
    seconds: float = 0.0
    bytes_received: int = 0
    bytes_sent: int = 0
    faults: list[str] = field(default_factory=list[str])
    task_id: str | None = None


class Journal:
    """Keeps the last requests of one sandbox. All methods may be called from any thread."""

    def __init__(self, capacity: int = 2000) -> None:
        self._lock = threading.Lock()
        self._records: deque[RequestRecord] = deque(maxlen=capacity)
        self._numbers = itertools.count(1)

    def add(self, record: RequestRecord) -> None:
        """Keep a record; its status is filled in when the answer leaves."""
        with self._lock:
            record.number = next(self._numbers)
            self._records.append(record)

    def records(self, vendor: str | None = None, operation: str | None = None) -> list[RequestRecord]:
        """Return a copy of the kept records, oldest first, of one vendor or operation if given."""
        with self._lock:
            return [
                record
                for record in self._records
                if vendor in {None, record.vendor} and operation in {None, record.operation}
            ]

    def clear(self) -> None:
        """Forget all records."""
        with self._lock:
            self._records.clear()
