"""The workflow engine, DBOS Transact: the one module that knows its name, with `workflow` and `worker`.

A process holds one instance of DBOS and one registry of functions, which may both be the application's own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa
from dbos import DBOS, DBOSClient, DBOSConfig, DBOSPortableJSONSerializer
from dbos import _dbos as one_a_process

from safelight.batch.catalogue import items_at_once, work_of
from safelight.batch.database import ENGINE_SCHEMA
from safelight.batch.records import Item
from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from dbos import EnqueueOptions

APPLICATION = "safelight"
VERSION = "1"
"""Raised only when running workflows of older releases could no longer be continued."""
WORKFLOW = "safelight.item"
QUEUE_POLL_SECONDS = 0.1
"""How often a queue is looked at: at the engine's own 1 s, 20 items in flight would give 18 items a second at most."""
LISTENER_SECONDS = 0.1
"""How often the engine's listener wakes: a batch that is done waits for it once more. Nobody sends it anything."""
LAST_PRIORITY = 2**31 - 1

_registry = one_a_process.DBOSRegistry()
_registry_swap = threading.Lock()
_worker = threading.Lock()
"""Held by the one worker of this process."""


@contextmanager
def own_registry() -> Generator[None, None, None]:
    """Register our workflows apart from the application's, whose version DBOS computes from all that it finds."""
    with _registry_swap:
        theirs = one_a_process._dbos_global_registry
        one_a_process._dbos_global_registry = _registry
        try:
            yield
        finally:
            one_a_process._dbos_global_registry = theirs


def _beside_another() -> bool:
    """Whether the process's DBOS instance is not ours."""
    instance = one_a_process._dbos_global_instance
    return instance is not None and instance._registry is not _registry


def check_free() -> None:
    """Check that this process can work on a batch.

    Raises:
        ConfigurationError: It works on one already, or has a DBOS instance of its own.
    """
    if _beside_another():
        raise ConfigurationError(
            "this program uses DBOS itself, and a process holds only one DBOS instance: run the batch in another "
            "process, such as that of the command safelight batch run, or after DBOS.destroy()"
        )
    if _worker.locked():
        raise ConfigurationError(
            "this process works on a batch already, and works on one batch at a time: wait until that one ends, or run "
            "the other in another process"
        )


@contextmanager
def only_worker() -> Generator[None, None, None]:
    """Hold this process's one place for a worker.

    Raises:
        ConfigurationError: As `check_free`.
    """
    check_free()
    while not _worker.acquire(blocking=False):
        check_free()
    try:
        yield
    finally:
        _worker.release()


def queue_name(vendor: str, profile: str | None) -> str:
    """The queue of a vendor's key: its items in flight are counted together, over all machines."""
    return f"{vendor}.{profile}" if profile else vendor


def workflow_id(item: str, attempt: int) -> str:
    return f"{item}.{attempt}"


class Enqueuer:
    """Makes and cancels workflows from any process; runs none."""

    def __init__(self, engine: sa.Engine) -> None:
        quiet()
        self._client = DBOSClient(
            system_database_engine=engine,
            dbos_system_schema=ENGINE_SCHEMA,
            serializer=DBOSPortableJSONSerializer(),
            application_name=APPLICATION,
            lazy=True,
        )
        self._client._sys_db.run_migrations()

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
            self._client.enqueue_in_transaction(connection, _options(item, first), item.id, item.attempt)

    def broken(self, batch: str) -> list[str]:
        """Ids of workflows that ended with an error of the machinery, such as a full disk."""
        found = self._client.list_workflows(
            workflow_id_prefix=f"{batch}-",
            status=["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"],
            load_input=False,
            load_output=False,
        )
        return [status.workflow_id for status in found]

    def cancel(self, items: Sequence[Item]) -> None:
        self._client.cancel_workflows([workflow_id(item.id, item.attempt) for item in items])

    def delete(self, items: Sequence[Item]) -> None:
        """Remove the workflows of items, with what their steps recorded."""
        self._client.delete_workflows(
            [workflow_id(item.id, attempt) for item in items for attempt in range(item.attempt + 1)]
        )

    def close(self) -> None:
        self._client.destroy()


def _options(item: Item, first: int) -> EnqueueOptions:
    return {
        "workflow_name": WORKFLOW,
        "workflow_id": workflow_id(item.id, item.attempt),
        "queue_name": queue_name(item.vendor, item.profile),
        "priority": min(first + item.number, LAST_PRIORITY),
        "app_version": VERSION,
    }


def launch(engine: sa.Engine, executor: str) -> None:
    """Start to work on all queues; what this executor left behind is resumed first."""
    quiet()
    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_engine": engine,
        "dbos_system_schema": ENGINE_SCHEMA,
        "serializer": DBOSPortableJSONSerializer(),
        "application_version": VERSION,
        "executor_id": executor,
        "use_listen_notify": False,
        "notification_listener_polling_interval_sec": LISTENER_SECONDS,
        "log_level": "ERROR",
    }
    with own_registry():
        DBOS(config=config)
    # DBOS runs workflows on the event loop of the thread that launches it, where there is one. That loop stands still
    # while the caller, such as a notebook's cell, waits for the batch.
    logging.getLogger("dbos").setLevel(logging.CRITICAL)  # why it fails is raised, and need not be logged too
    try:
        with ThreadPoolExecutor(1) as thread:
            thread.submit(DBOS.launch).result()
    finally:
        quiet()


def recover(executor: str) -> None:
    """Resume what an executor that is gone left behind."""
    DBOS._recover_pending_workflows([executor])


def shut_down(*, busy: bool, away: bool) -> None:
    """Stop; whatever is under way is resumed by the next launch.

    Args:
        busy: Something is: let the queues end first, so that they begin nothing in a loop that is closed.
        away: The database is, and is no longer waited for, which the engine does without end.
    """
    instance = one_a_process._dbos_global_instance
    if instance is None or _beside_another():
        return
    logging.getLogger("dbos").setLevel(logging.CRITICAL)
    if away:
        instance._sys_db._retry_connection_errors = False
    DBOS.destroy(workflow_completion_timeout_sec=1 if busy else 0)


def quiet() -> None:
    """Let the engine speak of errors alone: a cancelled step is none, for it is resumed."""
    if _beside_another():
        return
    logging.getLogger("dbos").setLevel(logging.ERROR)
