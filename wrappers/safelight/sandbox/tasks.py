"""Tasks of all vendors: when they run, what they made, why they failed."""

import asyncio
import itertools
import random
import threading
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from safelight.sandbox.clock import Clock
from safelight.sandbox.jsontypes import JsonObject
from safelight.sandbox.ledger import Entry, Ledger
from safelight.sandbox.storage import ObjectStorage, StoredObject

Phase = Literal["queued", "running", "succeeded", "failed", "lost"]

_QUEUE_SHARE = 0.15
_ALMOST_DONE = 99


class WorkFailed(Exception):
    """The engine could not do its work.

    `code` is neutral (`decode_image`, `too_large`, `no_subject`, ...); each vendor has its own word for it.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Product:
    """A file the engine made.

    `role` tells several products of one task apart (`image`, `mask`, ...) and names the file; `detail` is what the
    vendor's answer says of it beyond its size.
    """

    data: bytes
    extension: str
    media_type: str
    width: int = 0
    height: int = 0
    role: str = "image"
    detail: str = ""


Work = Callable[[], Sequence[Product]]
Before = Callable[[], Awaitable[None]]
Files = list[tuple[str, StoredObject | Path | str]]
"""Files by the spec's words for them: uploaded or elsewhere on this machine, and addresses until they are fetched."""


def path_of(file: StoredObject | Path | str) -> Path:
    """Return where a file is, once it is there."""
    return file.path if isinstance(file, StoredObject) else Path(file)


@dataclass(frozen=True, slots=True)
class Output:
    """A product in the object store."""

    stored: StoredObject
    product: Product
    file_id: str

    def read(self) -> bytes:
        """Return the bytes, which are kept on disk alone."""
        return self.stored.path.read_bytes()


@dataclass(slots=True, eq=False)
class Task:
    """One task. Times are the sandbox's.

    Attributes:
        id: Unique within a vendor.
        account: The only one that may see the task.
        operation: The operationId that created it.
        request: The request as it came, for vendors that echo it.
        files: What it works on, as its order has it; uploads are kept as long as the task.
        lost_after: The task is lost if nobody polls it for this many seconds before its end was reported.
        failure: Makes the task fail, whatever the work returns.
        number: Counts the tasks of a sandbox.
    """

    id: str
    vendor: str
    account: str
    operation: str
    request: JsonObject
    files: Files
    lost_after: float | None = None
    failure: WorkFailed | None = None
    created: float = 0.0
    started: float = 0.0
    due: float = 0.0
    polled: float = 0.0
    entry: Entry | None = None
    outputs: tuple[Output, ...] = ()
    finished: bool = False
    lost: bool = False
    polls: int = 0
    seen: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)
    number: int = 0

    def source(self) -> Path | None:
        """Return the first file the task works on, once it is there."""
        first = self.files[0][1] if self.files else ""
        return None if isinstance(first, str) else path_of(first)

    def uploads(self) -> list[Path]:
        """Return the uploaded files the task works on."""
        return [file.path for _, file in self.files if isinstance(file, StoredObject)]


def _is_over(task: Task, phase: Phase) -> bool:
    """Tell whether a task will not change any more; one that can be lost is not over before its end was asked for."""
    return phase in {"failed", "lost"} or (phase == "succeeded" and (task.lost_after is None or task.seen))


class TaskStore:
    """Runs and remembers tasks. Work is done in the executor, so the event loop stays free."""

    def __init__(
        self,
        *,
        clock: Clock,
        ledger: Ledger,
        storage: ObjectStorage,
        executor: Executor,
        seconds: tuple[float, float],
        seed: int,
    ) -> None:
        self._clock = clock
        self._ledger = ledger
        self._storage = storage
        self._executor = executor
        self._random = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._lock = threading.Lock()
        self._tasks: dict[tuple[str, str], Task] = {}
        self._active: dict[tuple[str, str], set[Task]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._numbers = itertools.count()
        self.seconds = seconds

    def start(
        self, task: Task, work: Work, before: Before | None = None, time_limit: float | None = None
    ) -> None:
        """Start a task on the running event loop.

        Args:
            task: Gets its times and its number here.
            work: Makes the products; runs in a thread.
            before: Runs on the event loop first, to fetch what the work needs.
            time_limit: A task that takes longer fails after so many seconds, as `timeout`.
        """
        duration = self._random.uniform(*self.seconds)
        if time_limit is not None and duration > time_limit:
            duration = time_limit
            message = f"The task took more than {time_limit:.0f} seconds."
            task.failure = task.failure or WorkFailed("timeout", message)
        task.number = next(self._numbers)
        task.created = task.polled = self._clock.now()
        task.started, task.due = task.created + duration * _QUEUE_SHARE, task.created + duration
        self._storage.hold(task.uploads())
        with self._lock:
            self._tasks[task.vendor, task.id] = task
            self._active.setdefault((task.vendor, task.account), set()).add(task)
        runner = asyncio.get_running_loop().create_task(self._run(task, work, before))
        self._running.add(runner)
        runner.add_done_callback(self._running.discard)

    async def _run(self, task: Task, work: Work, before: Before | None) -> None:
        try:
            if task.failure is None:
                if before is not None:
                    await before()
                loop = asyncio.get_running_loop()
                products = await loop.run_in_executor(self._executor, work)
                task.outputs = tuple(
                    [await self._store(task, index, item) for index, item in enumerate(products)]
                )
        except WorkFailed as failure:
            task.failure = failure
        except asyncio.CancelledError:
            task.failure = WorkFailed("inference", "The sandbox is being stopped.")
            raise
        except Exception as error:  # noqa: BLE001 - a fault of our own engine is the task's failure, not the server's
            task.failure = WorkFailed("inference", f"{type(error).__name__}: {error}")
        finally:
            task.finished = True
            task.done.set()

    async def _store(self, task: Task, index: int, product: Product) -> Output:
        file_id = f"{task.id}-{index}"
        safe_id = "".join(char if char.isalnum() else "_" for char in task.id)
        key = f"{task.vendor}/results/{safe_id}/{index}-{product.role}.{product.extension}"
        stored = await self._storage.put_bytes(key, product.data, product.media_type)
        return Output(stored=stored, product=replace(product, data=b""), file_id=file_id)

    def find(self, vendor: str, task_id: str, account: str) -> Task | None:
        """Return the task of an account, or None."""
        task = self._tasks.get((vendor, task_id))
        return task if task is not None and task.account == account else None

    def sweep(self, lifetime: Callable[[str], float]) -> None:
        """Forget expired tasks, with their files.

        Args:
            lifetime: How many seconds a vendor's task is kept after its end.
        """
        now = self._clock.now()
        self.refresh()
        for task in self.all():
            if task.finished and now > task.due + lifetime(task.vendor):
                self.forget(task)

    def forget(self, task: Task) -> None:
        """Forget a task, with its files."""
        with self._lock:
            del self._tasks[task.vendor, task.id]
        self._storage.let_go(task.uploads())
        for output in task.outputs:
            self._storage.delete(output.stored.key)

    def all(self) -> list[Task]:
        """Return all tasks, oldest first."""
        with self._lock:
            return list(self._tasks.values())

    def phase(self, task: Task) -> Phase:
        """Return where a task stands now, and settle a held charge when it is over."""
        return self._settled(task, self._phase(task, self._clock.now()))

    def _settled(self, task: Task, phase: Phase) -> Phase:
        if task.entry is not None and _is_over(task, phase):
            self._ledger.settle(task.entry, charged=phase == "succeeded")
        return phase

    def _phase(self, task: Task, now: float) -> Phase:
        if task.lost or (
            task.lost_after is not None and not task.seen and now > task.polled + task.lost_after
        ):
            task.lost = True
            return "lost"
        if now < task.started:
            return "queued"
        if now < task.due or not task.finished:
            return "running"
        return "succeeded" if task.failure is None else "failed"

    def progress(self, task: Task) -> int:
        """Return how far a task is, in percent; 100 only when it is over."""
        if self.phase(task) in {"succeeded", "failed", "lost"}:
            return 100
        share = (self._clock.now() - task.created) / max(task.due - task.created, 1e-6)
        return max(0, min(_ALMOST_DONE, round(share * 100)))

    def poll(self, task: Task) -> Phase:
        """Return where a task stands, and note that its owner asked; this phase is the one to answer with."""
        now = self._clock.now()
        phase = self._phase(task, now)
        task.seen = task.seen or phase in {"succeeded", "failed"}
        task.polled = now
        task.polls += 1
        return self._settled(task, phase)

    def in_flight(self, vendor: str, account: str) -> int:
        """Return how many tasks of an account are queued or running."""
        return len(self._still_active((vendor, account)))

    def refresh(self) -> None:
        """Bring every task's phase, and with it the held charges, up to now."""
        for owner in list(self._active):
            self._still_active(owner)

    def _still_active(self, owner: tuple[str, str]) -> set[Task]:
        with self._lock:
            active = self._active.get(owner, set())
            over = {task for task in active if _is_over(task, self.phase(task))}
            active -= over
            return active

    async def wait(self, task: Task) -> Phase:
        """Wait until a task is over, by work and by clock."""
        await task.done.wait()
        await self._clock.sleep(task.due - self._clock.now())
        return self.phase(task)

    async def close(self) -> None:
        """Wait for the work that is under way; its products are dropped with the store."""
        for runner in list(self._running):
            runner.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
