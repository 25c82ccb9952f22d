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
from safelight.batch.contents import Content, check_unchanged
from safelight.batch.purchases import CalledOff, Purchases
from safelight.batch.records import Item
from safelight.batch.saving import LOOK, Saving
from safelight.core.base.events import Ending, Purchase
from safelight.core.base.outcome import Credits
from safelight.core.plans import is_synchronous
from safelight.costs.caps import CapReached
from safelight.costs.ledger import Ledger
from safelight.errors import ConfigurationError, SafelightError


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
        gate: Held until the answer is there.
        open: The intent is written, and no answer.
        left: It was sent, though its answer may have been that it was refused.
        content: The file that is sent.
        others: All other files that are sent.
        price: The most credits that it may take.
        ending: Takes how it ended; None where no cap counts it.
        refusing: Says why its vendor would refuse it now, as another item found while this one waited.
    """

    item: Item
    work: Work
    attempt: str
    price: float
    announced: Purchase | None = None
    ending: Ending | None = None
    gate: threading.Semaphore | None = None
    open: bool = False
    left: bool = False
    content: Content | None = None
    others: Content | None = None
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
        self._ledgers: dict[str | None, Ledger] = {}
        self._announced: dict[tuple[str, str | None], Purchase] = {}
        self.open = 0
        """Purchases whose intent is written and whose answer is not."""

    def begin(self, item: Item, work: Work, price: float) -> Buying:
        """Begin the purchase of the item at hand."""
        buying = Buying(item, work, secrets.token_hex(8), price)
        _buying.set(buying)
        return buying

    def announce(self, purchase: Purchase) -> Ending:
        """The client's hook: a billed request is on its way, on a thread.

        The intent is written only when its turn has come, for it may have to wait long: see `write`.
        """
        buying = _buying.get()
        if buying is None:
            raise CalledOff("this purchase belongs to no item", held=False)
        if buying.gate is None:
            self._enter(buying)
            if (error := buying.refusing()) is not None:
                raise copy(error)
        buying.announced, buying.ending = purchase, None
        return lambda end: None if buying.ending is None else buying.ending(end)

    def write(self) -> None:
        """Write down what is about to be bought by the item at hand; raises `CalledOff` where it must not be."""
        buying = _buying.get()
        if buying is None or buying.announced is None:
            return
        announced = buying.announced
        self._host.check_alive()
        if not buying.open:
            if self._host.stopping:
                raise CalledOff("this worker is ending", held=False)
            if buying.content is not None and buying.content.modified is not None:
                check_unchanged(buying.item.source, buying.content)
        buying.ending = buying.ending or self._count(buying, announced)
        with self._lock:
            self.open += not buying.open
            buying.open = True
        self._purchases.intend(
            buying.item,
            buying.attempt,
            announced.operation,
            announced.key,
            buying.price,
            buying.content,
            buying.others,
        )
        self._host.check_alive()  # once more, for the database may have been away meanwhile
        buying.left = True

    def take_back(self, buying: Buying) -> None:
        """Take the intent of a purchase back that was called off; not one that the vendor may have, under its key."""
        if not buying.left or buying.announced is None or buying.announced.key is None:
            self._purchases.refused(buying.item, buying.attempt)

    def capped(self, item: Item, price: float) -> str:
        """Why a cap by day or month has no room for an item, as far as is known before it is announced; else empty."""
        known = self._announced.get((item.vendor, item.profile))
        try:
            if known is not None:
                one = attrs.evolve(known, key=None)  # that key is another item's
                self._ledgers[item.profile].check(_counted(one, item, price))
        except (CapReached, ConfigurationError) as error:
            return str(error)
        return ""

    def _count(self, buying: Buying, purchase: Purchase) -> Ending | None:
        """Count a purchase towards the caps by day and month; raises `CalledOff` where one could be passed."""
        item = buying.item
        ledger = self._ledgers.setdefault(item.profile, Ledger(profile=item.profile))
        self._announced[item.vendor, item.profile] = purchase
        try:
            return ledger.of_batch(_counted(purchase, item, buying.price), item.batch)
        except CapReached as error:
            raise CalledOff(str(error), held=True) from None

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
            buying.open = buying.left = False
        # What the item asks for from now on, such as another upload or a new token, is no purchase.
        buying.announced = None
        if buying.gate is not None:
            buying.gate.release()
            buying.gate = None


def _counted(purchase: Purchase, item: Item, price: float) -> Purchase:
    """A purchase as caps count it: all calls of an attempt are one, also if a crash came before the intent."""
    key = purchase.key or f"{item.id}.{item.attempt}"
    return attrs.evolve(purchase, key=key, credits=Credits(price, price))
