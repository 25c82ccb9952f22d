"""What batches know of vendors and operations: prices, limits, and how an operation is called."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from safelight.batch.remote import DIRECT
from safelight.core.facts import OperationFacts, VendorFacts, load
from safelight.core.methods import Operation
from safelight.core.slots import TOGETHER
from safelight.errors import ConfigurationError

if TYPE_CHECKING:
    from safelight.core.client import AsyncClient

AnyClient: TypeAlias = "AsyncClient[object]"
AnyOperation: TypeAlias = "Operation[..., object]"

CLIENTS: Mapping[str, str] = {
    "pilio": "AsyncPilio",
    "perfect": "AsyncPerfect",
    "claid": "AsyncClaid",
    "picwish": "AsyncPicWish",
}
CREATES: Mapping[str, str] = {
    "pilio.remove_background": "remove_background",
    "pilio.remove_watermark": "remove_image_watermark",
    "pilio.upscale": "upscale_image",
    "pilio.remove_pdf_watermark": "remove_pdf_watermark",
    "pilio.generate_image": "create_gpt_image_2_generation",
    "pilio.edit_image": "create_gpt_image_2_edit",
    "perfect.remove_background": "run_background_removal",
    "perfect.colorize": "run_colorize",
    "perfect.enhance": "run_enhance",
    "perfect.remove_object": "run_object_removal",
    "perfect.transfer_makeup": "run_makeup_transfer",
    "perfect.show_aging": "run_aging",
    "perfect.try_hairstyle": "run_hairstyle",
    "perfect.try_wig": "run_wig",
    "perfect.extend_hair": "run_hair_extension",
    "perfect.add_bangs": "run_hair_bang",
    "perfect.add_hair_volume": "run_hair_volume",
    "perfect.generate_image": "run_image_generator",
    "claid.edit": "create_async_edit",
    "claid.remove_background": "create_async_edit",
    "claid.upscale": "create_async_edit",
    "claid.resize": "create_async_edit",
    "claid.outpaint": "create_async_edit",
    "picwish.remove_background": "create_segmentation",
}
"""The call that buys, by vendor and operation."""
TEXT_FIRST = frozenset({"prompt"})
"""First parameters that are no file: such an operation makes something from nothing."""

MASKS: Mapping[str, tuple[str, ...]] = {"mask": ("-mask",), "both": ("", "-mask")}
"""What follows the target in the names of PicWish's files, by its ``output``."""

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
    facts: VendorFacts = attrs.field(repr=False)
    create: OperationFacts = attrs.field(repr=False)

    @property
    def sources_together(self) -> bool:
        """Whether the source parameter takes a list."""
        return self.source == "images"

    def price(self, options: Mapping[str, object]) -> float | None:
        """Credits of one item by the vendor's document; None where none is stated, or it depends on the content."""
        prices = cast("list[Mapping[str, object]]", self.create.extension.get("credits") or [])
        for entry in prices:
            when = cast("Mapping[str, object]", entry.get("when") or {})
            chosen = all(
                options.get(name, "editable" if name == "mode" else None) == value
                for name, value in when.items()
            )
            if not chosen:
                continue
            amount = float(cast("float", entry["amount"]))
            match entry.get("per"):
                case "output image":
                    return amount * int(cast("int", options.get("output_count", 1)))
                case "image" | "file":
                    return amount
                case _:
                    return None
        return None

    def marks(self, options: Mapping[str, object]) -> tuple[str, ...]:
        """What follows the target in the names of a result's files, as `safelight.core.results` makes them."""
        count = int(cast("int", options.get("output_count") or 1))
        if count > 1:
            return (*(f"-{number}" for number in range(1, count + 1)), "-all")
        if self.vendor == "picwish":
            return MASKS.get(str(options.get("output")), ("",))
        return ("",)

    def calls(self, options: Mapping[str, object], source: str = "") -> float:
        """The fewest calls of the vendor's API that one item needs; files are registered together."""
        if self.vendor == "picwish":
            return 1 if options.get("sync") else 2
        result = 1 if self.create.extension.get("result_operation") else 0
        return self._upload_calls(source) + 2 + result

    def _upload_calls(self, source: str) -> float:
        if self.source is None:
            return 0.0
        if self.facts.upload.style == "inline_form":
            return 0.0 if source.startswith(DIRECT) else 1.0
        return 1 / min(TOGETHER, self.facts.limits.files_per_create or TOGETHER)

    def seconds_between_items(self, options: Mapping[str, object], source: str = "") -> float:
        """Seconds that one item takes of the tightest documented request rate; 0 where none is documented."""
        calls = self.calls(options, source)
        return max((calls * rate.seconds / rate.requests for rate in self.facts.limits.rates), default=0.0)


@cache
def work_of(vendor: str, operation: str) -> Work:
    """Look an operation up.

    Raises:
        ConfigurationError: There is no such vendor or operation.
    """
    name = operation.replace("-", "_")
    if vendor not in CLIENTS:
        raise ConfigurationError(
            f"there is no vendor {vendor!r}; there are: {', '.join(CLIENTS)}", field="vendor"
        )
    create = CREATES.get(f"{vendor}.{name}")
    if create is None:
        known = [key.partition(".")[2] for key in CREATES if key.startswith(f"{vendor}.")]
        raise ConfigurationError(
            f"{vendor} has no operation {operation!r}; it has: {', '.join(known)}",
            vendor=vendor,
            field="operation",
        )
    facts = load(f"{vendor}_api")
    described = cast("AnyOperation", getattr(client_class(vendor), name))
    parameters = described.__signature__.parameters
    first = next(iter(parameters))
    return Work(
        vendor=vendor,
        operation=name,
        source=None if first in TEXT_FIRST else first,
        parameters=tuple(parameters),
        required=tuple(
            parameter.name
            for parameter in parameters.values()
            if parameter.default is parameter.empty and (parameter.name != first or first in TEXT_FIRST)
        ),
        facts=facts,
        create=facts.operations[create],
    )


def client_class(vendor: str) -> type[AnyClient]:
    return cast("type[AnyClient]", getattr(import_module(f"safelight.vendors.{vendor}"), CLIENTS[vendor]))


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
