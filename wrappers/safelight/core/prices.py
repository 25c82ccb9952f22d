"""What a task costs by the vendor's documents."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast

from safelight.core.base.facts import VendorFacts
from safelight.core.base.methods import MethodFacts
from safelight.core.base.outcome import Credits
from safelight.core.plans import files_made


def price_of(facts: VendorFacts, method: MethodFacts, arguments: Mapping[str, object]) -> Credits | None:
    """The price of one task; None where no document states it, or it depends on the content (number of pages)."""
    times = facts.credits_multiplier
    extension = facts.operations[method.operation].extension
    for entry in cast("list[Mapping[str, object]]", extension.get("credits") or []):
        when = cast("Mapping[str, list[object]]", entry.get("when") or {})
        if not all(arguments.get(name) in values for name, values in when.items()):
            continue
        match entry["per"]:
            case "output image":
                count = len([mark for mark, _ in files_made(method, arguments) if mark != "-all"])
            case "image" | "file":
                count = 1
            case _:
                return None
        amount = cast("float", entry["amount"])
        most = cast("float", entry.get("most", amount))
        expected = amount * times.usual * count
        if entry["per"] == "output image":  # YouCam's shares of a unit are added up, and rounded up
            expected = math.ceil(expected)
        return Credits(float(expected), float(most * times.most * count))
    return None
