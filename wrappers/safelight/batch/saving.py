"""Buys nothing whose result could not be saved: tries the results' place first, and waits while it takes nothing."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from safelight.batch.purchases import Purchases
from safelight.batch.records import Item
from safelight.batch.remote import is_remote, reason_of, try_place
from safelight.batch.waits import Waits
from safelight.core.transfers.targets import try_folder
from safelight.errors import ConfigurationError, DownloadFailed, InvalidInput

T = TypeVar("T")
FULL = (errno.ENOSPC, errno.EDQUOT)
PAUSE, LONGEST = 5.0, 60.0
"""Seconds until a result that could not be saved is tried again, at first and at the most."""
LOOK = 0.2
"""Seconds until a purchase that is held back looks again whether it may go on."""
MEANWHILE = "nothing more is bought until results can be saved"


def check_out(out: str) -> None:
    """Try a results' place by writing a small file there, which is removed again.

    Raises:
        ConfigurationError: Nothing can be written there; the message says why.
    """
    reason = _refusal(out)
    if reason is not None:
        raise ConfigurationError(
            f"cannot write to {out}: {reason}. Nothing was bought; choose another --out", field="out"
        )


class Saving:
    """Whether the results of each batch can be saved, as this process finds it.

    Args:
        waits: Learns what is waited for.
    """

    def __init__(self, purchases: Purchases, waits: Waits) -> None:
        self._purchases = purchases
        self._waits = waits
        self._unsaved: dict[str, set[str]] = {}
        self._free: dict[str, asyncio.Event] = {}
        self._tried: set[str] = set()
        self._trying: dict[str, asyncio.Lock] = {}

    def is_held(self, batch: str) -> bool:
        """Whether nothing is to be bought, for a result of the batch cannot be saved. Any thread may ask."""
        return bool(self._unsaved.get(batch))

    async def room(self, item: Item, out: str) -> None:
        """Wait until results of the item's batch can be saved."""
        async with self._trying.setdefault(item.batch, asyncio.Lock()):  # one item tries for all
            if item.batch not in self._tried:
                await self._until_free(item, out)
                self._tried.add(item.batch)
        await self._event(item.batch).wait()

    async def until_saved(self, item: Item, out: str, save: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Save; where the place takes nothing, hold the batch back and try again until it does.

        What fails for another reason, such as a name that is taken by a folder, is raised.
        """
        pauses = _pauses()
        try:
            while True:
                try:
                    return await save()
                except (DownloadFailed, InvalidInput, OSError) as error:
                    reason = await asyncio.to_thread(_reason, error, out)
                    if reason is None:
                        raise
                await self._hold(item, out, reason, next(pauses))
        finally:
            self._release(item)

    async def _until_free(self, item: Item, out: str) -> None:
        pauses = _pauses()
        try:
            while (reason := await asyncio.to_thread(_refusal, out)) is not None:
                await self._hold(item, out, reason, next(pauses))
        finally:
            self._release(item)

    async def _hold(self, item: Item, out: str, reason: str, seconds: float) -> None:
        self._unsaved.setdefault(item.batch, set()).add(item.id)
        self._event(item.batch).clear()
        self._waits.blocked(item.id, out, f"{reason}; {MEANWHILE}", seconds)
        with suppress(SQLAlchemyError):  # the database may be on the same disk
            await asyncio.to_thread(self._purchases.unsaved, item, f"cannot write to {out}: {reason}")
        await asyncio.sleep(seconds)

    def _release(self, item: Item) -> None:
        unsaved = self._unsaved.get(item.batch)
        if unsaved is not None and item.id in unsaved:
            unsaved.discard(item.id)
            self._waits.over(item.id)
            if not unsaved:
                self._event(item.batch).set()

    def _event(self, batch: str) -> asyncio.Event:
        if batch not in self._free:
            self._free[batch] = asyncio.Event()
            self._free[batch].set()
        return self._free[batch]


def _pauses() -> Iterator[float]:
    seconds = PAUSE
    while True:
        yield seconds
        seconds = min(seconds * 2, LONGEST)


def _reason(error: Exception, out: str) -> str | None:
    """Why nothing can be saved at a place; None where an error has another reason."""
    for code in FULL:  # a disk that is full for a result may still take a small file
        if os.strerror(code) in str(error):
            return os.strerror(code)
    return _refusal(out)


def _refusal(out: str) -> str | None:
    """Why a place takes no file; None where it does."""
    try:
        if is_remote(out):
            try_place(out)
        else:
            try_folder(Path(out))
    except OSError as error:
        return error.strerror or reason_of(error)
    except Exception as error:  # noqa: BLE001 - every file system has errors of its own
        return reason_of(error)
    return None
