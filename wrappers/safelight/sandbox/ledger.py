"""The credit ledger: what each account was charged for, so that a test can say "paid once"."""

import itertools
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

from safelight.sandbox.jsontypes import JsonValue

Outcome = Literal["charged", "held", "released"]


@dataclass(slots=True)
class Entry:
    """One billed create.

    `outcome` is `charged` once the vendor takes the credits, `held` while a vendor that charges on success
    is still at work, and `released` when such a task failed or was lost.
    """

    number: int = field(default=0, init=False)
    time: float
    vendor: str
    account: str
    operation: str
    task_id: str
    credits: float
    outcome: Outcome = "charged"
    idempotency_key: str | None = None


class Ledger:
    """Counts every billed create of one sandbox. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: list[Entry] = []
        self._numbers = itertools.count(1)
        self._balances: dict[tuple[str, str], float] = {}
        # Kept along, since the page asks for them again and again.
        self._totals: dict[tuple[str, str, str], tuple[int, float]] = {}
        self._forgotten = 0

    def set_balance(self, vendor: str, credits_left: float, account: str = "demo") -> None:
        """Give an account a finite balance. An account that never got one can spend without end."""
        with self._lock:
            self._balances[vendor, account] = credits_left

    def balance(self, vendor: str, account: str = "demo") -> float | None:
        """Return the credits an account has left, or None where its balance is not limited."""
        with self._lock:
            return self._balances.get((vendor, account))

    def affords(self, vendor: str, account: str, amount: float) -> bool:
        """Tell whether an account can pay `amount` credits."""
        balance = self.balance(vendor, account)
        return balance is None or balance >= amount

    def charge(self, entry: Entry) -> Entry:
        """Record a billed create and take its credits from the account's balance."""
        with self._lock:
            entry.number = next(self._numbers)
            self._entries.append(entry)
            self._count(entry, 1)
            if (entry.vendor, entry.account) in self._balances:
                self._balances[entry.vendor, entry.account] -= entry.credits
            return entry

    def settle(self, entry: Entry, *, charged: bool) -> None:
        """Turn a held entry into a charged one, or release it and give the credits back."""
        with self._lock:
            if entry.outcome != "held":
                return
            entry.outcome = "charged" if charged else "released"
            if not charged and entry.number > self._forgotten:
                self._count(entry, -1)
            if not charged and (entry.vendor, entry.account) in self._balances:
                self._balances[entry.vendor, entry.account] += entry.credits

    @property
    def entries(self) -> list[Entry]:
        """A copy of all entries, oldest first."""
        with self._lock:
            return list(self._entries)

    def select(
        self,
        vendor: str | None = None,
        operation: str | None = None,
        *,
        account: str | None = None,
        idempotency_key: str | None = None,
    ) -> list[Entry]:
        """Return the entries that were not released and agree with every given value."""
        return [
            entry
            for entry in self.entries
            if entry.outcome != "released"
            and vendor in {None, entry.vendor}
            and account in {None, entry.account}
            and operation in {None, entry.operation}
            and idempotency_key in {None, entry.idempotency_key}
        ]

    def count(
        self,
        vendor: str | None = None,
        operation: str | None = None,
        *,
        account: str | None = None,
        idempotency_key: str | None = None,
    ) -> int:
        """Return how many billed creates agree with every given value."""
        return len(self.select(vendor, operation, account=account, idempotency_key=idempotency_key))

    def spent(self, vendor: str | None = None, *, account: str | None = None) -> float:
        """Return the credits of all entries that agree with every given value."""
        return sum(entry.credits for entry in self.select(vendor, account=account))

    def clear(self) -> None:
        """Forget all entries; balances stay as they are."""
        with self._lock:
            if self._entries:
                self._forgotten = self._entries[-1].number
            self._entries.clear()
            self._totals.clear()

    def document(self) -> Mapping[str, JsonValue]:
        """Return the whole ledger as a JSON object: entries, and totals by vendor and operation."""
        return {"entries": [asdict(entry) for entry in self.entries], "totals": self.totals()}

    def totals(self) -> list[Mapping[str, JsonValue]]:
        """Return how much was paid by vendor, account and operation, without what was released."""
        with self._lock:
            totals = sorted(self._totals.items())
        return [
            {"vendor": vendor, "account": account, "operation": operation, "count": count, "credits": spent}
            for (vendor, account, operation), (count, spent) in totals
        ]

    def _count(self, entry: Entry, times: int) -> None:
        key = (entry.vendor, entry.account, entry.operation)
        count, spent = self._totals.get(key, (0, 0.0))
        self._totals[key] = (count + times, spent + times * entry.credits)
        if not self._totals[key][0]:
            del self._totals[key]
