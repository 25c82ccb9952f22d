"""The steps of an item: what is bought, what is refused, what nobody knows."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import AsyncExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import attrs
from sqlalchemy.exc import SQLAlchemyError

from safelight.batch.access import Access, with_opened
from safelight.batch.arguments import ELSEWHERE
from safelight.batch.catalogue import Work, client_class, work_of
from safelight.batch.contents import content_of, content_of_all, other_files
from safelight.batch.flights import WITHIN
from safelight.batch.intents import Buying, Host, Intents, current_item, work_for
from safelight.batch.item_uploads import ItemUploads
from safelight.batch.lookahead import Lookahead
from safelight.batch.moves import Moves, is_ahead
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.quotes import Quotes
from safelight.batch.records import Item
from safelight.batch.refusals import MOVED, TAKEN, Refusals
from safelight.batch.remote import is_remote, sent
from safelight.batch.saving import Saving
from safelight.batch.states import FINAL, State
from safelight.batch.store import BatchRow, Store
from safelight.batch.verdicts import Verdicts
from safelight.batch.waits import Waits
from safelight.core.api.limits import LimiterFactory
from safelight.core.api.purchases import PASSING, left_running, tell_of
from safelight.core.base.threads import in_thread
from safelight.core.options import Options
from safelight.core.results import AsyncResult
from safelight.core.task import AsyncTask
from safelight.errors import (
    DownloadFailed,
    OutcomeUnknown,
    SafelightError,
    UploadFailed,
)
from safelight.vendors import AnyClient

T = TypeVar("T")
AnyTask = AsyncTask[object]
TRIED_AGAIN = (*PASSING, UploadFailed, DownloadFailed)
"""Errors after which a step is tried again. A wait for a task outlasts passing ones by itself."""
PAUSES = (5.0, 20.0, 60.0)
"""Seconds before each further try after a passing error, besides the client's own tries."""
REPAIR_SECONDS = 60.0
"""Seconds until an item is begun again that was broken off by the machinery itself."""
WIND_UP_SECONDS = 5.0
"""Seconds that items may take to break off, when the process ends."""
POLL_COST = 0.05
"""Seconds of a finished task's idle waiting that a poll is worth where no request rate is documented: its place among
the tasks in flight is what is scarce."""
RATED_POLL_COST = 5.0
"""The same where there is one: calls are what is scarce, and other items use the time."""


class Processing:
    """Runs the steps of items with one client for each key.

    Args:
        limiter: Makes the maker of limiters, from what to do right before a call is sent and from the item at hand;
            see `safelight.batch.rates.factory`.
        clients: Arguments of a client's class, by vendor; for addresses and keys that no environment names.
        access: Opens sources, and says where results may be saved.
        moves: Sends items to the next vendor of their route.
    """

    def __init__(
        self,
        store: Store,
        host: Host,
        limiter: Callable[..., LimiterFactory],
        clients: Mapping[str, Mapping[str, str]] | None = None,
        access: Access | None = None,
        moves: Moves | None = None,
    ) -> None:
        self._store = store
        self._access = access or Access()
        self._moves = moves or Moves(store)
        self._purchases = Purchases(store.engine)
        self._host = host
        self._uploads = ItemUploads(current_item)
        self._refusals = Refusals(self._moves, self._purchases, self._uploads)
        self._lookahead = Lookahead(store, current_item)
        self._quotes = Quotes()
        self._verdicts = Verdicts(store)
        self._one_check = asyncio.Lock()
        self.checking = 0
        """Items that are done, or about to be, and have their check before them."""
        self.waits = Waits()
        self._saving = Saving(self._purchases, self.waits)
        self.intents = Intents(self._purchases, host, self._saving)
        self._limiter = limiter(before_create=self.intents.write, item=current_item)
        self._arguments = clients or {}
        self._clients: dict[tuple[str, str | None], AnyClient] = {}
        self._tasks: dict[str, AnyTask] = {}
        self._batches: dict[str, BatchRow | None] = {}
        self._just_bought: dict[str, Item] = {}
        self._under_way: set[asyncio.Task[Any]] = set()
        self._closing = False
        self._loop: asyncio.AbstractEventLoop | None = None

    async def process(self, item_id: str, attempt: int) -> str:
        """Do what is left to do for an item; the state after it.

        What breaks off because nothing could be written down, as on a full disk, is begun again after a while: an item
        that may have been bought meanwhile comes to be in doubt.
        """
        self._loop = asyncio.get_running_loop()
        task = asyncio.current_task()
        if self._closing or task is None:
            await asyncio.Event().wait()  # never: whoever resumes the item works on it
            raise AssertionError
        self._under_way.add(task)
        try:
            while True:
                try:
                    return await self._processed(item_id, attempt)
                except (SQLAlchemyError, OSError):
                    await asyncio.sleep(REPAIR_SECONDS)
        finally:
            self._under_way.discard(task)

    async def _processed(self, item_id: str, attempt: int) -> str:
        try:
            state = await self.buy(item_id, attempt)
            return await self.collect(item_id, attempt) if state == "bought" else state
        except (SQLAlchemyError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - it would break off again, and keep its place in the queue for ever
            item = await self._current(item_id, attempt)
            if item is None:
                return "cancelled"
            unclear = item.intent is not None and item.token is None and item.request_key is None
            return await self._finish(
                item, "doubt" if unclear else "failed", type(error).__name__, str(error)
            )

    def close(self) -> bool:
        """Break off what is under way, and say whether anything was; then close the clients."""
        self._closing = True
        busy = bool(self._under_way)
        if self._loop is not None:
            with suppress(TimeoutError, RuntimeError):  # as where the loop is closed already
                asyncio.run_coroutine_threadsafe(self._wind_up(), self._loop).result(2 * WIND_UP_SECONDS)
        return busy

    async def _wind_up(self) -> None:
        for task in self._under_way:
            task.cancel()
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=WIND_UP_SECONDS)
        for client in self._clients.values():
            with suppress(Exception):
                await client.close()

    async def buy(self, item_id: str, attempt: int) -> str:
        """Buy an item unless it is bought; the state after it."""
        item = await self._current(item_id, attempt)
        if item is None:
            return "cancelled"
        if item.state in FINAL:
            return item.state
        if item.token is not None:
            return "bought"
        if (task := self._tasks.get(item.id)) is not None and item.intent is not None:
            return await self._written(item, item.intent, task)  # it is bought, and could not be written down
        if item.intent is not None and item.request_key is None:
            return await self._finish(
                item,
                "doubt",
                "Interrupted",
                f"the run ended while {item.intent_operation} was being sent: it may have been charged. Look at the "
                "vendor's records; safelight batch doubt --buy-again pays for it (again)",
            )
        state = await self._bought(item, work_of(item.vendor, item.operation))
        if state == TAKEN:
            now = await self._current(item.id, item.attempt)
            if now is not None and now.state not in FINAL:
                await asyncio.Event().wait()  # another process has the item, and this one is ending
            state = "cancelled"
        if state != MOVED:
            await asyncio.to_thread(self._uploads.ended, item.id)
        return state

    async def collect(self, item_id: str, attempt: int) -> str:
        """Wait for a bought item's task and save its files; the state after it."""
        item = self._just_bought.pop(item_id, None)
        if item is None or item.attempt != attempt:
            item = await self._current(item_id, attempt)
        if item is None or item.token is None:
            return "cancelled"
        if item.state in FINAL:
            return item.state
        try:
            out = await self._out(item)
            return await self._tried(
                lambda: self._saving.until_saved(item, out, lambda: self._collected(item))
            )
        except Exception as error:  # noqa: BLE001 - whatever it is, the item ends with it and keeps its token
            self._tasks.pop(item.id, None)
            return await self._finish(item, "failed", type(error).__name__, str(error))

    async def _current(self, item_id: str, attempt: int) -> Item | None:
        item = await asyncio.to_thread(self._store.item, item_id)
        if item is None or item.attempt != attempt:
            return None
        work_for(item)
        return item

    async def _bought(self, item: Item, work: Work) -> str:
        await self._saving.room(item, await self._out(item))
        if self._host.stopping:
            await asyncio.Event().wait()  # never: the next run begins with this item
        row = await self._batch(item)
        # Where another vendor can do it, the client's own tries are enough.
        pauses = () if is_ahead(row, item) else PAUSES
        refused = partial(self._refusals.refused, row, item, work)
        refusing = partial(self._refusals.known, row, item)
        if (known := refusing()) is not None:
            return await asyncio.to_thread(refused, known)
        try:
            asked = partial(self._quotes.most, work, item.options, item.profile, lambda: self._client(item))
            price = await self._tried(asked, pauses)
        except SafelightError as error:  # of a quote
            return await asyncio.to_thread(refused, error)
        if said := await self._over_cap(item, row, price):
            return await asyncio.to_thread(self._refusals.end, row, item, "held", "CapReached", said)
        buying = self.intents.begin(item, work, price if price < math.inf else 1.0)
        buying.refusing = refusing
        try:
            task = await self._tried(lambda: self._attempted(buying), pauses)
            return await self._kept(buying, task)
        except OutcomeUnknown as error:
            return await self._finish(item, "doubt", type(error).__name__, str(error))
        except CalledOff as error:
            return await self._called_off(row, buying, error)
        except SafelightError as error:
            await asyncio.to_thread(self._purchases.refused, item, buying.attempt)
            return await asyncio.to_thread(refused, error)
        except Exception as error:
            if item.id in self._tasks:  # it is bought, and is written down later
                raise
            state: State = "doubt" if buying.open else "failed"
            return await self._finish(item, state, type(error).__name__, str(error))
        finally:
            self.intents.close(buying)

    async def _over_cap(self, item: Item, row: BatchRow | None, price: float) -> str:
        """Why a cap holds an item back; empty where none does. The purchase itself asks again."""
        if item.credits is not None:  # an earlier run may have bought it under its key, and committed them
            return ""
        # Another process may have set a cap since, which a price that is not known must not pass.
        capped = row is None or row.cap is not None or price == math.inf
        if capped and not await asyncio.to_thread(self._purchases.affords, item.batch, price):
            unknown = "its price is not known before it is bought, and there is a cap"
            return unknown if price == math.inf else "the cap of credits is reached"
        return await asyncio.to_thread(self.intents.capped, item, price if price < math.inf else 1.0)

    async def _called_off(self, row: BatchRow | None, buying: Buying, error: CalledOff) -> str:
        item = buying.item
        await asyncio.to_thread(self.intents.take_back, buying)
        if error.held:
            ours = attrs.evolve(item, intent=buying.attempt)
            return await asyncio.to_thread(self._refusals.end, row, ours, "held", "CapReached", str(error))
        return TAKEN

    async def _attempted(self, buying: Buying) -> AnyTask:
        try:
            return await self._created(buying)
        except TRIED_AGAIN:  # certainly not bought
            await asyncio.to_thread(self._purchases.refused, buying.item, buying.attempt)
            self.intents.close(buying)
            raise

    async def _created(self, buying: Buying) -> AnyTask:
        item, work = buying.item, buying.work
        client = self._client(item)
        if (row := await self._batch(item)) is not None and row.settings.get("prepare"):
            client = client.with_options(prepare="auto")
        arguments = dict(item.options)
        if item.request_key is not None and "request_id" in work.parameters:
            arguments["request_id"] = int(item.request_key)
        call = cast("Callable[..., Coroutine[Any, Any, AnyTask]]", getattr(client, item.operation))
        others = other_files(item)
        async with AsyncExitStack() as held:
            opened = {path: await held.enter_async_context(self._access.opened(path)) for path in others}
            arguments = with_opened(arguments, work.method.parameters, opened)
            buying.others = await asyncio.to_thread(content_of_all, [opened[path] for path in others])
            if work.source is None:
                return await call(**arguments)
            source = await held.enter_async_context(self._access.opened(item.source))
            buying.content = await asyncio.to_thread(content_of, source, lasting=source == item.source)
            return await call([source] if work.sources_together else source, **arguments)

    async def _kept(self, buying: Buying, task: AnyTask) -> str:
        """Write a purchase down; the state after it."""
        item = buying.item
        if task.id:
            self._tasks[item.id] = task
            return await self._written(item, buying.attempt, task)
        try:  # the vendor sent the result alone: there is nothing to resume
            result = await task.result()
            out = await self._out(item)
            files = await self._tried(
                lambda: self._saving.until_saved(item, out, lambda: self._saved(item, result))
            )
        except Exception as error:  # noqa: BLE001 - it is paid for, and must not be bought again unasked
            said = f"bought, and its result is lost, for the vendor answered with it alone: {error}"
            return await self._finish(item, "failed", type(error).__name__, said)
        return await self._done(item, files)

    async def _written(self, item: Item, attempt: str, task: AnyTask) -> str:
        """Write a task down that an attempt bought."""
        told = f"item {item.id}: {left_running(task.id, task.token)}"
        try:
            written = await asyncio.to_thread(self._purchases.bought, item, attempt, task.token)
        except Exception:
            tell_of(told)
            raise
        if written:
            self._just_bought[item.id] = attrs.evolve(item, state="bought", token=task.token)
            return "bought"
        self._tasks.pop(item.id, None)
        now = await asyncio.to_thread(self._store.item, item.id)
        if now is None or now.token != task.token:  # it began again meanwhile
            tell_of(told)
        return "bought"

    async def _collected(self, item: Item) -> str:
        task = self._tasks.get(item.id)
        if task is None:
            task = self._client(item).resume(item.token or "")
        files = await self._saved(item, await task.result(within=WITHIN))
        self._tasks.pop(item.id, None)
        return await self._done(item, files)

    async def _done(self, item: Item, files: Sequence[str]) -> str:
        """Write down that an item is done, and only then check its files: no check can lose a result."""
        row = await self._batch(item)
        checks = self._verdicts if row is not None and row.settings.get("on_suspect") else None
        self.checking += checks is not None
        try:
            await asyncio.to_thread(self._purchases.finish, item, "done", files=files)
            if checks is not None:
                async with (
                    self._one_check
                ):  # one at a time bounds memory, and leaves the other processors alone
                    done = attrs.evolve(item, state="done", files=tuple(files))
                    verdict = await in_thread(checks.check, done)
                if verdict.suspect and row is not None and row.settings["on_suspect"] == ELSEWHERE:
                    await asyncio.to_thread(self._moves.again, row, done, verdict)
        finally:
            self.checking -= checks is not None
        return "done"

    async def _saved(self, item: Item, result: AsyncResult[object]) -> list[str]:
        out = await self._out(item)
        if is_remote(out):
            return await sent(result, out, item.target)
        target = Path(out) / item.target
        await asyncio.to_thread(self._access.check_target, target)
        await asyncio.to_thread(target.parent.mkdir, parents=True, exist_ok=True)
        paths = await result.save(target.parent, name=target.name, overwrite=True)
        return [str(path) for path in paths]

    async def _out(self, item: Item) -> str:
        """Where the results of an item's batch go."""
        row = await self._batch(item)
        return "." if row is None else str(row.settings["out"])

    async def _batch(self, item: Item) -> BatchRow | None:
        """An item's batch, as it was when its first item began here."""
        if item.batch not in self._batches:
            self._batches[item.batch] = await asyncio.to_thread(self._store.batch, item.batch)
        return self._batches[item.batch]

    async def _tried(
        self, call: Callable[[], Coroutine[Any, Any, T]], pauses: Sequence[float] | None = None
    ) -> T:
        """Try again after passing errors, a few times and with growing pauses."""
        item = current_item()
        name, vendor = ("", "") if item is None else (item.id, item.vendor)
        try:
            for pause in PAUSES if pauses is None else pauses:
                try:
                    return await call()
                except TRIED_AGAIN as error:
                    self.waits.paused(name, vendor, error, pause)
                    await asyncio.sleep(pause)
            return await call()
        finally:
            self.waits.over(name)

    async def _finish(self, item: Item, state: State, kind: str, error: str) -> str:
        await asyncio.to_thread(self._purchases.finish, item, state, kind=kind, error=error)
        return state

    def _client(self, item: Item) -> AnyClient:
        """The client of an item's key; made on the event loop that uses it."""
        key = (item.vendor, item.profile)
        if key not in self._clients:
            make = cast("Callable[..., AnyClient]", client_class(item.vendor))
            rated = work_of(item.vendor, item.operation).facts.limits.rates
            self._clients[key] = make(
                profile=item.profile,
                options=Options(
                    listener=self.waits.listen,
                    before_purchase=self.intents.announce,
                    limiter=self._limiter,
                    uploads=self._uploads,
                    slots_ahead=self._lookahead,
                    poll_cost=RATED_POLL_COST if rated else POLL_COST,
                ),
                **self._arguments.get(item.vendor, {}),
            )
        return self._clients[key]
