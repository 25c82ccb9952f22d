"""The steps of an item: what is bought, what is refused, what nobody knows."""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import Callable, Coroutine, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Protocol, cast

import attrs

from safelight.batch.catalogue import AnyClient, Work, client_class, work_of
from safelight.batch.records import Item
from safelight.batch.remote import fetched, is_remote, sent
from safelight.batch.states import FINAL, State
from safelight.batch.store import CalledOff, Store
from safelight.core.events import Purchase
from safelight.core.limits import LimiterFactory
from safelight.core.options import Options
from safelight.core.results import AsyncResult
from safelight.core.task import AsyncTask
from safelight.errors import (
    AuthenticationError,
    ConfigurationError,
    DownloadFailed,
    InsufficientCredits,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    Unavailable,
    UploadFailed,
)

AnyTask = AsyncTask[object]
ACCOUNT_ERRORS = (AuthenticationError, InsufficientCredits, ConfigurationError)
"""Errors that every other item of the key would meet too."""
PASSING = (Unavailable, RateLimited, UploadFailed, DownloadFailed)
"""Errors that may be over after a while."""
PAUSES = (5.0, 20.0, 60.0)
"""Seconds before each further try after a passing error, besides the client's own tries."""
WITHIN = 3600.0
"""Seconds to wait for one task."""


class Host(Protocol):
    """What the steps need of the worker that runs them."""

    def check_alive(self) -> None:
        """Raise `CalledOff` where this process may no longer buy."""
        ...

    def stop(self, reason: str) -> None:
        """Begin nothing new, for `reason`."""
        ...

    @property
    def stopping(self) -> bool: ...


@attrs.define
class _Buying:
    """The purchase of one item, as the client's hook finds it."""

    item: Item
    work: Work
    attempt: str
    began: bool = False


_buying: ContextVar[_Buying | None] = ContextVar("safelight_buying", default=None)


class Processing:
    """Runs the steps of items with one client for each key.

    Args:
        limiter: Gives the limiter of a key.
        clients: Arguments of a client's class, by vendor; for addresses and keys that no environment names.
    """

    def __init__(
        self,
        store: Store,
        host: Host,
        limiter: LimiterFactory,
        clients: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self._store = store
        self._host = host
        self._limiter = limiter
        self._arguments = clients or {}
        self._clients: dict[tuple[str, str | None], AnyClient] = {}
        self._tasks: dict[str, AnyTask] = {}
        self._settings: dict[str, Mapping[str, object]] = {}
        self._lock = threading.Lock()
        self._open = 0
        self.active = 0
        self.loop: asyncio.AbstractEventLoop | None = None

    @property
    def purchases_open(self) -> int:
        """Purchases whose intent is written and whose answer is not."""
        return self._open

    async def buy(self, item_id: str, attempt: int) -> str:
        """Buy an item unless it is bought; the state after it."""
        item = await self._current(item_id, attempt)
        if item is None:
            return "cancelled"
        if item.state in FINAL:
            return item.state
        if item.token is not None:
            return "bought"
        if item.intent is not None and item.request_key is None:
            await self._finish(
                item,
                "doubt",
                "Interrupted",
                f"the run ended while {item.intent_operation} was being sent: it may have been charged. Look at the "
                "vendor's records; safelight batch doubt --buy-again pays for it (again)",
            )
            return "doubt"
        return await self._bought(item, work_of(item.vendor, item.operation))

    async def collect(self, item_id: str, attempt: int) -> str:
        """Wait for a bought item's task and save its files; the state after it."""
        item = await self._current(item_id, attempt)
        if item is None or item.token is None:
            return "cancelled"
        if item.state in FINAL:
            return item.state
        self.active += 1
        try:
            return await self._tried(lambda: self._collected(item))
        except Exception as error:  # noqa: BLE001 - whatever it is, the item ends with it and keeps its token
            self._tasks.pop(item.id, None)
            await self._finish(item, "failed", type(error).__name__, str(error))
            return "failed"
        finally:
            self.active -= 1

    async def close(self) -> None:
        for client in self._clients.values():
            await client.close()

    async def _current(self, item_id: str, attempt: int) -> Item | None:
        self.loop = asyncio.get_running_loop()
        item = await asyncio.to_thread(self._store.item, item_id)
        return item if item is not None and item.attempt == attempt else None

    async def _bought(self, item: Item, work: Work) -> str:
        if self._host.stopping:
            await asyncio.Event().wait()  # never: the next run begins with this item
        buying = _Buying(item, work, secrets.token_hex(8))
        _buying.set(buying)
        self.active += 1
        try:
            return await self._tried(lambda: self._created(buying))
        except OutcomeUnknown as error:
            await self._finish(item, "doubt", type(error).__name__, str(error))
            return "doubt"
        except CalledOff as error:
            await asyncio.to_thread(self._store.refused, item, buying.attempt)
            if not error.held:
                await asyncio.Event().wait()  # another process has the item, and this one is ending
            await self._finish(item, "held", "CapReached", str(error))
            self._host.stop(str(error))
            return "held"
        except SafelightError as error:
            await asyncio.to_thread(self._store.refused, item, buying.attempt)
            if isinstance(error, ACCOUNT_ERRORS):
                await self._finish(item, "held", type(error).__name__, str(error))
                self._host.stop(str(error))
                return "held"
            await self._finish(item, "failed", type(error).__name__, str(error))
            return "failed"
        except Exception as error:  # noqa: BLE001 - whatever it is, the item ends with it
            state: State = "doubt" if buying.began else "failed"
            await self._finish(item, state, type(error).__name__, str(error))
            return state
        finally:
            self.active -= 1
            self._closed(buying)

    async def _created(self, buying: _Buying) -> str:
        item, work = buying.item, buying.work
        client = self._client(item)
        arguments = dict(item.options)
        if item.request_key is not None and "request_id" in work.parameters:
            arguments["request_id"] = int(item.request_key)
        call = cast("Callable[..., Coroutine[Any, Any, AnyTask]]", getattr(client, item.operation))
        async with fetched(item.source) as source:
            if work.source is None:
                task = await call(**arguments)
            else:
                task = await call([source] if work.sources_together else source, **arguments)
        if not task.id:  # the vendor sent the result alone: there is nothing to resume
            files = await self._saved(item, await task.result())
            await asyncio.to_thread(self._store.bought, item, task.token)
            await asyncio.to_thread(self._store.finish, item, "done", files=files)
            return "done"
        self._tasks[item.id] = task
        await asyncio.to_thread(self._store.bought, item, task.token)
        return "bought"

    async def _collected(self, item: Item) -> str:
        task = self._tasks.get(item.id)
        if task is None:
            task = self._client(item).resume(item.token or "")
        files = await self._saved(item, await task.result(within=WITHIN))
        self._tasks.pop(item.id, None)
        await asyncio.to_thread(self._store.finish, item, "done", files=files)
        return "done"

    async def _saved(self, item: Item, result: AsyncResult[object]) -> list[str]:
        settings = await self._batch_settings(item.batch)
        out = str(settings["out"])
        if is_remote(out):
            return await sent(result, out, item.target)
        target = Path(out) / item.target
        await asyncio.to_thread(target.parent.mkdir, parents=True, exist_ok=True)
        paths = await result.save(target.parent, name=target.name, overwrite=True)
        return [str(path) for path in paths]

    async def _batch_settings(self, batch: str) -> Mapping[str, object]:
        if batch not in self._settings:
            row = await asyncio.to_thread(self._store.batch, batch)
            self._settings[batch] = {"out": "."} if row is None else row.settings
        return self._settings[batch]

    async def _tried(self, call: Callable[[], Coroutine[Any, Any, str]]) -> str:
        """Try again after passing errors, a few times and with growing pauses."""
        for pause in PAUSES:
            try:
                return await call()
            except PASSING:
                await asyncio.sleep(pause)
        return await call()

    async def _finish(self, item: Item, state: State, kind: str, error: str) -> None:
        await asyncio.to_thread(self._store.finish, item, state, kind=kind, error=error)

    def _client(self, item: Item) -> AnyClient:
        """The client of an item's key; made on the event loop that uses it."""
        key = (item.vendor, item.profile)
        if key not in self._clients:
            make = cast("Callable[..., AnyClient]", client_class(item.vendor))
            self._clients[key] = make(
                profile=item.profile,
                options=Options(before_purchase=self._intend, limiter=self._limiter),
                **self._arguments.get(item.vendor, {}),
            )
        return self._clients[key]

    def _intend(self, purchase: Purchase) -> None:
        """The hook that a client calls before a billed request is sent, on a thread."""
        buying = _buying.get()
        if buying is None:
            raise CalledOff("this purchase belongs to no item", held=False)
        self._host.check_alive()
        price = buying.work.price(buying.item.options)
        with self._lock:
            if not buying.began:
                buying.began = True
                self._open += 1
        self._store.intend(
            buying.item, buying.attempt, purchase.operation, purchase.key, 1.0 if price is None else price
        )

    def _closed(self, buying: _Buying) -> None:
        with self._lock:
            if buying.began:
                buying.began = False
                self._open -= 1
