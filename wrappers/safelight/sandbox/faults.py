"""Fault plans: what should go wrong, for which request, how often."""

import difflib
import itertools
import random
import sys
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

from typing_extensions import TypedDict, Unpack  # pydantic reads no other typed dicts before Python 3.12

_STATUSES = (200, 599)


class FaultKind(StrEnum):
    """Everything that can be made to go wrong.

    Before the work: `RESET_BEFORE`, `SERVER_ERROR`, `RATE_LIMITED`, `HTML_PAGE`, `REDIRECT`.
    Instead of its success: `TASK_FAILURE`. In the answer: `WRONG_CONTENT_TYPE`, `UNKNOWN_ENUM`,
    `EXTRA_FIELDS`, `EXPIRED_URL`, `WRONG_ETAG`, `WRONG_SIZE`. On its way: `LATENCY`, `RESET_AFTER`,
    `LOST_RESPONSE`, `TRUNCATED_BODY`, `SLOW_DRIP`. `DUPLICATE` lets the request arrive twice. Of webhooks:
    `LOST_WEBHOOK`, `WRONG_SIGNATURE`, `DUPLICATE` and `LATENCY`.
    """

    LATENCY = "latency"
    RESET_BEFORE = "reset_before"
    RESET_AFTER = "reset_after"
    LOST_RESPONSE = "lost_response"
    TRUNCATED_BODY = "truncated_body"
    SLOW_DRIP = "slow_drip"
    SERVER_ERROR = "server_error"
    RATE_LIMITED = "rate_limited"
    HTML_PAGE = "html_page"
    REDIRECT = "redirect"
    WRONG_CONTENT_TYPE = "wrong_content_type"
    UNKNOWN_ENUM = "unknown_enum"
    EXTRA_FIELDS = "extra_fields"
    DUPLICATE = "duplicate"
    EXPIRED_URL = "expired_url"
    WRONG_ETAG = "wrong_etag"
    WRONG_SIZE = "wrong_size"
    TASK_FAILURE = "task_failure"
    LOST_WEBHOOK = "lost_webhook"
    WRONG_SIGNATURE = "wrong_signature"


@dataclass(slots=True)
class Fault:
    """One planned fault.

    Attributes:
        kind: What goes wrong.
        vendor: The vendor whose requests it concerns; None for all. The object store counts as the vendor
            whose file it is.
        operation: The operationId it concerns, or `put_object`, `upload_part` and `get_object` of the object
            store, or `send_webhook`; None for all.
        skip: How many matching requests pass unharmed first.
        times: How many requests it strikes; None for all that follow.
        probability: How likely each of these is struck; drawn from the sandbox's seeded generator.
        seconds: The delay of `LATENCY`, the whole time of `SLOW_DRIP`, the silence of `LOST_RESPONSE`.
        status: The status of `SERVER_ERROR`, `HTML_PAGE` and `REDIRECT`; 0 for the usual one.
        worked: Lets the work be done before a `SERVER_ERROR`, `RATE_LIMITED` or `HTML_PAGE` is answered.
        retry_after: The `Retry-After` header of `RATE_LIMITED` and `SERVER_ERROR`; None sends none.
        value: The invented value of `UNKNOWN_ENUM`, digits where the vendor's are numbers; the code of
            `TASK_FAILURE`; the target of `REDIRECT`.
        after_bytes: Where `TRUNCATED_BODY` cuts; None cuts in the middle.
    """

    kind: FaultKind
    vendor: str | None = None
    operation: str | None = None
    skip: int = 0
    times: int | None = 1
    probability: float = 1.0
    seconds: float = 1.0
    status: int = 0
    worked: bool = False
    retry_after: float | str | None = None
    value: str | None = None
    after_bytes: int | None = None
    number: int = field(default=0, init=False)
    matched: int = field(default=0, init=False)
    struck: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        check_known("kind", self.kind, [known.value for known in FaultKind])
        self.kind = FaultKind(self.kind)
        if self.retry_after is not None:
            self.retry_after = str(self.retry_after)
        _bound("skip", self.skip, 0)
        _bound("times", self.times, 1)
        _bound("seconds", self.seconds, 0)
        _bound("after_bytes", self.after_bytes, 0)
        if self.status:
            _bound("status", self.status, *_STATUSES)
        if not 0.0 < self.probability <= 1.0:
            raise ValueError(f"probability: {self.probability} is not above 0 and at most 1")
        for name, header in (
            ("retry_after", self.headers().get("Retry-After", "")),
            ("value", self.value or "" if self.kind is FaultKind.REDIRECT else ""),
        ):
            if not (header.isascii() and header.isprintable()):
                raise ValueError(f"{name}: {header!r} cannot stand in a header")

    def headers(self) -> dict[str, str]:
        """Return the `Retry-After` header, if it has one."""
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}


class FaultOptions(TypedDict, total=False):
    """Attributes of a `Fault`, which has their meaning and what they are by default."""

    skip: int
    times: int | None
    probability: float
    seconds: float
    status: int
    worked: bool
    retry_after: float | str | None
    value: str | None
    after_bytes: int | None


@dataclass(frozen=True, slots=True)
class Strikes:
    """The faults that strike one request."""

    faults: tuple[Fault, ...] = ()

    def find(self, kind: FaultKind) -> Fault | None:
        """Return the first fault of a kind, or None."""
        return next((fault for fault in self.faults if fault.kind is kind), None)

    def __contains__(self, kind: FaultKind) -> bool:
        return self.find(kind) is not None


_NONE = Strikes()


@dataclass(slots=True)
class FaultPlan:
    """The planned faults of one sandbox. All methods may be called from any thread.

    Attributes:
        operations: The kinds of faults that can strike an operation, by vendor and operation.
        seed: Makes faults with a probability repeatable.
    """

    operations: Mapping[str, Mapping[str, Collection[FaultKind]]]
    seed: int = 0
    _random: random.Random = field(init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _faults: list[Fault] = field(default_factory=list[Fault])
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - repeatable on purpose

    def add(
        self,
        kind: FaultKind | str,
        vendor: str | None = None,
        operation: str | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault:
        """Plan a fault; the arguments are the attributes of `Fault`.

        Raises:
            ValueError: The kind, vendor or operation is unknown, or a number is out of bounds.
        """
        fault = Fault(cast("FaultKind", kind), vendor, operation, **options)
        self.add_all([fault])
        return fault

    def add_all(self, faults: Sequence[Fault]) -> None:
        """Plan several faults, all of them or none.

        Raises:
            ValueError: The vendor or operation is unknown, or the fault cannot strike any operation.
        """
        for fault in faults:
            check_known("vendor", fault.vendor, self.operations)
            vendors = self.operations if fault.vendor is None else (fault.vendor,)
            check_known(
                "operation", fault.operation, {name for each in vendors for name in self.operations[each]}
            )
            if not any(self._fits(fault, each, name) for each in vendors for name in self.operations[each]):
                raise ValueError(
                    f"kind: {fault.kind.value!r} does nothing to {fault.operation or fault.vendor}"
                )
        with self._lock:
            for fault in faults:
                fault.number = next(self._numbers)
                self._faults.append(fault)

    def remove(self, number: int) -> None:
        """Drop the fault of this number."""
        with self._lock:
            self._faults = [fault for fault in self._faults if fault.number != number]

    def clear(self) -> None:
        """Drop all faults and start the seeded generator again."""
        with self._lock:
            self._faults.clear()
            self._random.seed(self.seed)

    @property
    def planned(self) -> list[Fault]:
        """All faults, in the order they were added; spent ones stay listed with their counts."""
        with self._lock:
            return list(self._faults)

    def take(self, vendor: str, operation: str) -> Strikes:
        """Return the faults that strike the next request of an operation, and count them as struck."""
        if not self._faults:
            return _NONE
        with self._lock:
            return Strikes(
                tuple(
                    fault
                    for fault in self._faults
                    if fault.kind is not FaultKind.TASK_FAILURE and self._strikes(fault, vendor, operation)
                )
            )

    def take_failure(self, vendor: str, operation: str) -> Fault | None:
        """Return the fault that strikes the next task of an operation, if one does, and count it as struck.

        Apart from the others, for it is not spent on a request that is refused.
        """
        with self._lock:
            failures = [fault for fault in self._faults if fault.kind is FaultKind.TASK_FAILURE]
            return next((fault for fault in failures if self._strikes(fault, vendor, operation)), None)

    def _fits(self, fault: Fault, vendor: str, operation: str) -> bool:
        return (
            fault.vendor in {None, vendor}
            and fault.operation in {None, operation}
            and fault.kind in self.operations.get(vendor, {}).get(operation, ())
        )

    def _strikes(self, fault: Fault, vendor: str, operation: str) -> bool:
        if not self._fits(fault, vendor, operation):
            return False
        fault.matched += 1
        if fault.matched <= fault.skip or (fault.times is not None and fault.struck >= fault.times):
            return False
        if fault.probability < 1.0 and self._random.random() >= fault.probability:
            return False
        fault.struck += 1
        return True


def check_known(field_name: str, value: str | None, known: Collection[str]) -> None:
    """Refuse what strikes nothing: a test with such a fault would pass and show nothing."""
    if value is not None and value not in known:
        near = difflib.get_close_matches(value, known, 3, 0.4) or sorted(known)
        raise ValueError(f"{field_name}: {value!r} is not known; it may be {', '.join(near)}")


def _bound(field_name: str, value: float | None, least: float, most: float = sys.float_info.max) -> None:
    # Written this way round, the test refuses NaN too.
    if value is not None and not least <= value <= most:
        upper = "" if most == sys.float_info.max else f" and at most {most}"
        raise ValueError(f"{field_name}: {value} is not a number of at least {least}{upper}")
