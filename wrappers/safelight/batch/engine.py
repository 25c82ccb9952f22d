"""The workflow engine, DBOS Transact: the one module that knows its name.

A workflow only says who works on which item, and in what order; what became of an item stands in its own row. A process
holds one instance of DBOS, which may be the application's own.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer
from dbos import _dbos as process_wide
from sqlalchemy.engine import URL

from safelight.batch.catalogue import items_at_once, work_of
from safelight.batch.database import ENGINE_SCHEMA, is_sqlite, waiting_engine
from safelight.batch.records import Item
from safelight.errors import ConfigurationError

APPLICATION = "safelight"
VERSION = "1"
"""Raised only when running workflows of older releases could no longer be continued."""
WORKFLOW = "safelight.item"
QUEUE_POLL_SECONDS = 0.25
"""How often a queue is looked at: at the engine's own 1 s, 20 items in flight would give 18 items a second at most. Half as
many items again are worked on as there are places, which bridges a pause as long as this."""
LISTENER_SECONDS = 0.1
"""How often the engine's listener wakes: a batch that is done waits for it once more. Nobody sends it anything."""
LAST_PRIORITY = 2**31 - 1
LOGGER = logging.getLogger("dbos")

# DBOS has no public name for these. Its version of an application is computed from all that the process registers, and says
# which workflows it may resume: ours must not be among the application's. Decorators take the registry of the process;
# `DBOS.destroy(destroy_registry=True)` would clear it, and with it what the application has registered.
_registry = process_wide.DBOSRegistry()
_registry_swap = threading.Lock()
_worker = threading.Lock()
"""Held by the one worker of this process."""


class Runner(Protocol):
    """What works on items."""

    async def process(self, item_id: str, attempt: int) -> str:
        """Do what is left to do for an item; the state after it."""
        ...

    def close(self) -> bool:
        """Break off what is under way, and say whether anything was."""
        ...


class _Instance(DBOS):
    """Ours. Where the process has an instance already, making one gives that one, of whatever class it is."""


_runner: Runner | None = None


@contextmanager
def _own_registry() -> Generator[None, None, None]:
    with _registry_swap:
        theirs = process_wide._dbos_global_registry
        process_wide._dbos_global_registry = _registry
        try:
            yield
        finally:
            process_wide._dbos_global_registry = theirs


with _own_registry():

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
    async def _process(item: str, attempt: int) -> str:
        if _runner is None:  # this process is ending: whoever resumes the item works on it
            await asyncio.Event().wait()
            return ""
        return await _runner.process(item, attempt)


def _is_ours() -> bool:
    return isinstance(process_wide._dbos_global_instance, _Instance)


def _check_ours() -> None:
    if process_wide._dbos_global_instance is not None and not _is_ours():
        raise ConfigurationError(
            "this program uses DBOS itself, and a process holds only one DBOS instance: run the batch in another "
            "process, such as that of the command safelight batch run, or after DBOS.destroy()"
        )


@contextmanager
def only_worker() -> Generator[None, None, None]:
    """Hold this process's one place for a worker.

    Raises:
        ConfigurationError: It works on a batch already, or has a DBOS instance of its own.
    """
    if not _worker.acquire(blocking=False):
        raise ConfigurationError(
            "this process works on a batch already, and works on one batch at a time: wait until that one ends, or run "
            "the other in another process"
        )
    try:
        _check_ours()
        yield
    finally:
        _worker.release()


def check_free() -> None:
    """Raise `ConfigurationError` as `only_worker` does."""
    with only_worker():
        pass


def queue_name(vendor: str, profile: str | None) -> str:
    """The queue of a vendor's key: its items in flight are counted together, over all machines."""
    return f"{vendor}.{profile}" if profile else vendor


def workflow_id(item: str, attempt: int) -> str:
    return f"{item}.{attempt}"


class Enqueuer:
    """Makes, moves and cancels workflows from any process; runs none."""

    def __init__(self, engine: sa.Engine) -> None:
        if LOGGER.level == logging.NOTSET:  # else an application has chosen
            LOGGER.setLevel(logging.ERROR)
        DBOS.migrate(_address(engine.url), schema=ENGINE_SCHEMA)
        self._client = DBOSClient(
            system_database_engine=engine,
            dbos_system_schema=ENGINE_SCHEMA,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
            lazy=True,
            retry_connection_errors=False,
        )

    def open_queues(self, keys: Iterable[tuple[str, str, str | None]], limit: int | None = None) -> None:
        """Make the queues of (vendor, operation, profile) with the vendor's limit of items in flight."""
        for vendor, operation, profile in keys:
            self._client.register_queue(
                queue_name(vendor, profile),
                global_concurrency=limit or items_at_once(work_of(vendor, operation).facts),
                polling_interval_sec=QUEUE_POLL_SECONDS,
                on_conflict="always_update",
            )

    def enqueue(self, connection: sa.Connection, items: Sequence[Item], first: int) -> None:
        """Enqueue items in a caller's transaction.

        Args:
            first: Comes before the number of each in its priority, so that what was begun goes on before anything
                new begins.
        """
        for item in items:
            self._client.enqueue_in_transaction(
                connection,
                {
                    "workflow_name": WORKFLOW,
                    "workflow_id": workflow_id(item.id, item.attempt),
                    "queue_name": queue_name(item.vendor, item.profile),
                    "priority": min(first + item.number, LAST_PRIORITY),
                    "app_version": VERSION,
                },
                item.id,
                item.attempt,
            )

    def broken(self) -> set[str]:
        """Ids of the workflows that ended with an error, which only those of another release do."""
        found = self._client.list_workflows(
            status="ERROR", name=WORKFLOW, load_input=False, load_output=False
        )
        return {workflow.workflow_id for workflow in found}

    def cancel(self, items: Sequence[Item]) -> None:
        self._client.cancel_workflows([workflow_id(item.id, item.attempt) for item in items])

    def delete(self, items: Sequence[Item]) -> None:
        """Remove the workflows of items."""
        self._client.delete_workflows(
            [workflow_id(item.id, attempt) for item in items for attempt in range(item.attempt + 1)]
        )

    def close(self) -> None:
        self._client.destroy()


def _address(url: URL) -> str:
    """A database's address as text, in which the path of a SQLite file may hold anything."""
    if url.drivername == "sqlite":
        file = Path(url.database or "").absolute().as_uri()
        url = URL.create("sqlite", database=file, query={"uri": "true"})
    return url.render_as_string(hide_password=False)


def recover(executor: str) -> None:
    """Put what an executor that is gone left behind into its queues again.

    The public `resume_workflows` would also reset what another worker has taken meanwhile.
    """
    DBOS._recover_pending_workflows([executor])


@contextmanager
def running(runner: Runner, engine: sa.Engine, executor: str) -> Generator[None, None, None]:
    """Work on all queues; what this executor left behind is resumed first, and what is under way at the end later.

    Raises:
        ConfigurationError: The process has a DBOS instance of its own.
    """
    global _runner  # noqa: PLW0603 - the engine itself is one a process, and knows workflows by name alone
    launched = threading.Event()
    own = engine if is_sqlite(engine) else waiting_engine(engine.url, launched.is_set)
    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_engine": own,
        "dbos_system_schema": ENGINE_SCHEMA,
        "serializer": DBOSPortableJSONSerializer(),
        "application_version": VERSION,
        "executor_id": executor,
        "use_listen_notify": False,
        "notification_listener_polling_interval_sec": LISTENER_SECONDS,
        "log_level": "ERROR",
    }
    with _own_registry():
        _Instance(config=config)
    _check_ours()
    _runner = runner
    try:
        LOGGER.setLevel(logging.CRITICAL)  # why it fails is raised, and need not be logged too
        # DBOS runs workflows on the event loop of the thread that launches it, where there is one. That loop stands
        # still while the caller, such as a notebook's cell, waits for the batch.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(DBOS.launch).result()
        launched.set()
        LOGGER.setLevel(logging.ERROR)
        yield
    finally:
        LOGGER.setLevel(logging.CRITICAL)  # what is broken off is resumed
        _runner = None
        busy = True
        try:
            busy = runner.close()
        finally:
            try:
                if _is_ours():
                    # Where there was more to do, the queues end first, so that they begin nothing in a closed loop.
                    DBOS.destroy(workflow_completion_timeout_sec=int(busy))
            finally:
                if own is not engine:
                    own.dispose()
