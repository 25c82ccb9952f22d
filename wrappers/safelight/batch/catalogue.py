"""What batches know of vendors and operations: prices, limits, and how an operation is called."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import cast

import attrs

from safelight.batch.remote import is_direct
from safelight.core.base.facts import OperationFacts, VendorFacts
from safelight.core.base.methods import MethodFacts
from safelight.core.base.texts import did_you_mean
from safelight.core.operation import Operation
from safelight.core.plans import files_made, is_synchronous
from safelight.core.prices import price_of
from safelight.core.transfers.slots import TOGETHER
from safelight.errors import ConfigurationError
from safelight.vendors import AnyClient, vendor_of

SECONDS_OF_WORK = 10.0
"""What a task is taken to last where no document says: enough workflows to use a rate fully even so."""
FEWEST, MOST = 4, 32


@attrs.frozen
class Work:
    """An operation of a vendor, as a batch calls it.

    Attributes:
        source: Name of the parameter that takes the source; None where the operation takes none.
    """

    vendor: str
    operation: str
    source: str | None
    parameters: tuple[str, ...]
    required: tuple[str, ...]
    method: MethodFacts = attrs.field(repr=False)
    facts: VendorFacts = attrs.field(repr=False)
    create: OperationFacts = attrs.field(repr=False)

    @property
    def sources_together(self) -> bool:
        """Whether the source parameter takes a list."""
        return self.source is not None and self.method.parameters[self.source].many

    def price(self, options: Mapping[str, object]) -> float | None:
        """Credits of one item by the vendor's document; None where none is stated, or it depends on the content."""
        found = price_of(self.facts, self.method, options)
        return None if found is None else found.expected

    def dearest(self, options: Mapping[str, object]) -> float | None:
        """The most credits of one item by any of the vendor's documents; None as for `price`."""
        found = price_of(self.facts, self.method, options)
        return None if found is None else found.most

    def sends_files(self, options: Mapping[str, object]) -> bool:
        """Whether files go with an item, be it its source or among its options."""
        parameters = self.method.parameters
        return self.source is not None or any(
            parameters[name].source for name in options if name in parameters
        )

    def marks(self, options: Mapping[str, object]) -> tuple[str, ...]:
        """What follows the target in the names of a result's files, as `safelight.core.results` makes them."""
        return tuple(mark for mark, _ in files_made(self.method, options))

    def calls(self, options: Mapping[str, object], source: str = "") -> float:
        """The fewest calls of the vendor's API that one item needs; files are registered together."""
        if is_synchronous(self.method, self.create, options):
            return self._upload_calls(source) + 1
        return self._upload_calls(source) + (2 if self.create.result_operation is None else 3)

    def _upload_calls(self, source: str) -> float:
        match self.source and self.method.parameters[self.source].source:
            case "presigned":
                return 1 / min(TOGETHER, self.facts.limits.files_per_create or TOGETHER)
            case "url":
                return 0.0 if is_direct(source) else 1.0
            case _:
                return 0.0

    def seconds_between_items(self, options: Mapping[str, object], source: str = "") -> float:
        """Seconds that one item takes of the tightest documented request rate; 0 where none is documented."""
        calls = self.calls(options, source)
        return max((calls * rate.seconds / rate.requests for rate in self.facts.limits.rates), default=0.0)


@cache
def work_of(vendor: str, operation: str) -> Work:
    """Look an operation up.

    Raises:
        ConfigurationError: There is no such vendor or operation; the message names similar ones.
    """
    name = operation.replace("-", "_")
    facts = vendor_of(vendor).facts
    method = facts.methods.get(name)
    if method is None:
        names = [known.replace("_", "-") for known in facts.methods]
        raise ConfigurationError(
            f"there is no operation {operation!r}.{did_you_mean(operation, names)} There are: {', '.join(names)}",
            vendor=vendor,
            field="operation",
        )
    described = cast("Operation", getattr(client_class(vendor), name))
    return Work(
        vendor=vendor,
        operation=name,
        source=method.source,
        parameters=tuple(described.__signature__.parameters),
        required=tuple(
            key for key, one in method.parameters.items() if one.required and key != method.source
        ),
        method=method,
        facts=facts,
        create=facts.operations[method.operation],
    )


def client_class(vendor: str) -> type[AnyClient]:
    return vendor_of(vendor).client_class


def items_at_once(facts: VendorFacts) -> int:
    """How many items of one key to work on at the same time, over all machines.

    More than tasks in flight, for while some wait for theirs, others are sent or saved; where calls are what is
    scarce, enough that nobody has to ask early.
    """
    if facts.limits.in_flight is not None:
        return facts.limits.in_flight * 3 // 2
    if facts.polling.lost_after_seconds is not None or not facts.limits.rates:
        return tasks_at_once(facts)
    return 3 * tasks_at_once(facts)


def tasks_at_once(facts: VendorFacts) -> int:
    """How many tasks of one key to have in flight.

    The documented limit where there is one; where tasks die unwatched, as few as a tenth of the calls can watch;
    else enough to use up the request rate.
    """
    limits = facts.limits
    if limits.in_flight is not None:
        return limits.in_flight
    if not limits.rates:
        return MOST
    if facts.polling.lost_after_seconds is not None:
        spare = min(rate.requests for rate in limits.rates) * 0.1
        return max(1, int(spare / 3))
    rate = min(rate.requests / rate.seconds for rate in limits.rates)
    return min(MOST, max(FEWEST, math.ceil(rate * SECONDS_OF_WORK)))


def purchases_open(facts: VendorFacts) -> int:
    """How many creates of one key to have under way in one process.

    Few, for a crash leaves that many in doubt; and enough for the documented limits, as long as a create is answered
    within a fifth of its task's time, or within seconds where a request rate is the limit. More where a file is sent
    by a call that may be charged too, for such a call lasts.
    """
    charged_upload = any(call.role == "upload" and call.billed for call in facts.operations.values())
    return max(4 if charged_upload else 2, (facts.limits.in_flight or 0) // 5)
