"""Purchases under way: a billed call is announced, waits for its turn, and has its intent written right before it is sent."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from copy import copy
from typing import Protocol

import attrs

from safelight.batch.catalogue import Work, purchases_open, tasks_at_once
from safelight.batch.contents import Content
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.records import Item
from safelight.batch.saving import LOOK, Saving
from safelight.core.base.events import Purchase
from safelight.core.plans import is_synchronous
from safelight.errors import SafelightError


class Host(Protocol):
    """What the steps need of the worker that runs them."""

    def check_alive(self) -> None:
        """Raise `CalledOff` where this process may no longer buy."""
        ...

    @property
    def stopping(self) -> bool: ...


@attrs.define
class Buying:
    """The purchase of one item, as the client's hook and its limiter find it.

    Attributes:
        attempt: Sets this try apart from those of other processes.
        announced: The billed call that the client is about to send, once its turn has come.
        key: The vendor's idempotency key.
        gate: Held until the answer is there.
        open: The intent is written, and no answer.
        content: The file that is sent.
        price: The most credits that it may take.
        refusing: Says why its vendor would refuse it now, as another item found while this one waited.
    """

    item: Item
    work: Work
    attempt: str
    price: float
    announced: str | None = None
    key: str | None = None
    gate: threading.Semaphore | None = None
    open: bool = False
    content: Content | None = None
    refusing: Callable[[], SafelightError | None] = lambda: None


_buying: ContextVar[Buying | None] = ContextVar("safelight_buying", default=None)
_item: ContextVar[Item | None] = ContextVar("safelight_item", default=None)


def current_item() -> Item | None:
    """The item that this code works for."""
    return _item.get()


def work_for(item: Item) -> None:
    """Let what this code calls from now on find the item that it works for."""
    _item.set(item)


class Intents:
    """Lets few purchases be open at a time, and writes down what each of them is about to buy."""

    def __init__(self, purchases: Purchases, host: Host, saving: Saving) -> None:
        self._purchases = purchases
        self._host = host
        self._saving = saving
        self._lock = threading.Lock()
        self._gates: Mapping[bool, dict[tuple[str, str | None], threading.Semaphore]] = {True: {}, False: {}}
        self.open = 0
        """Purchases whose intent is written and whose answer is not."""

    def begin(self, item: Item, work: Work, price: float) -> Buying:
        """Begin the purchase of the item at hand."""
        buying = Buying(item, work, secrets.token_hex(8), price)
        _buying.set(buying)
        return buying

    def announce(self, purchase: Purchase) -> None:
        """The client's hook: a billed request is on its way, on a thread.

        The intent is written only when its turn has come, for it may have to wait long: see `write`.
        """
        buying = _buying.get()
        if buying is None:
            raise CalledOff("this purchase belongs to no item", held=False)
        buying.key = purchase.key
        if buying.gate is None:
            self._enter(buying)
            if (error := buying.refusing()) is not None:
                raise copy(error)
        buying.announced = purchase.operation

    def write(self) -> None:
        """Write down what is about to be bought by the item at hand; raises `CalledOff` where it must not be."""
        buying = _buying.get()
        if buying is None or buying.announced is None:
            return
        self._host.check_alive()
        if self._host.stopping and not buying.open:
            raise CalledOff("this worker is ending", held=False)
        with self._lock:
            self.open += not buying.open
            buying.open = True
        self._purchases.intend(
            buying.item, buying.attempt, buying.announced, buying.key, buying.price, buying.content
        )
        self._host.check_alive()  # once more, for the database may have been away meanwhile

    def _enter(self, buying: Buying) -> None:
        """Wait until few enough purchases are open: a crash leaves no more than that in doubt."""
        item, work, facts = buying.item, buying.work, buying.work.facts
        held = is_synchronous(work.method, work.create, item.options)  # it lasts as long as its task
        most = tasks_at_once(facts) if held else purchases_open(facts)
        gate = self._gates[held].setdefault((item.vendor, item.profile), threading.Semaphore(most))
        while not self._entered(gate, item.batch):
            self._host.check_alive()
            if self._host.stopping:
                raise CalledOff("this worker is ending", held=False)
        buying.gate = gate

    def _entered(self, gate: threading.Semaphore, batch: str) -> bool:
        """Try to pass a gate for half a second; nobody does while results of the batch cannot be saved."""
        if not gate.acquire(timeout=0.5):
            return False
        if not self._saving.is_held(batch):
            return True
        gate.release()
        time.sleep(LOOK)
        return False

    def close(self, buying: Buying) -> None:
        with self._lock:
            self.open -= buying.open
            buying.open = False
        # What the item asks for from now on, such as another upload or a new token, is no purchase.
        buying.announced = None
        if buying.gate is not None:
            buying.gate.release()
            buying.gate = None
