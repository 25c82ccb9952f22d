"""The documented limits, lifetimes and prices of every operation, as a table made from the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from safelight.core.base.facts import InputFacts, VendorFacts
from safelight.core.base.methods import MethodFacts
from safelight.core.base.texts import listed
from safelight.core.transfers.images import plain

COLUMNS = ("operation", "source", "formats", "size", "pixels", "credits")
UNSTATED = "An empty cell means that no document states a limit."
SCOPES: Mapping[str, str] = {"key": "key", "token": "sign-in", "ip": "IP address", "account": "account"}


class Row(NamedTuple):
    """The limits of one operation's sources, as texts."""

    operation: str
    source: str
    formats: str
    size: str
    pixels: str
    credits: str


def rows(facts: VendorFacts, operations: Sequence[str] = ()) -> Iterator[Row]:
    """The rows of a vendor's table: one for each operation, and one more for each source with limits of its own.

    Args:
        operations: Names of methods; none for all.
    """
    for method in _chosen(facts, operations):
        name, price = method.name.replace("_", "-"), _price(method, facts)
        alike: dict[tuple[str, str, str], list[str]] = {}
        for source, limits in _inputs(facts, method).items():
            cells = (
                _formats(limits.formats),
                _size(limits.maximum_bytes or facts.upload.maximum_bytes),
                _pixels(limits),
            )
            alike.setdefault(cells, []).append(_source(facts, method, source))
        if not alike:
            yield Row(name, "", "", "", "", price)
        for cells, sources in alike.items():
            yield Row(name, ", ".join(sources), *cells, price)
            name = price = ""


def notes(facts: VendorFacts) -> Iterator[str]:
    """What holds for all operations of a vendor, as sentences."""
    limits, lives = facts.limits, facts.lifetimes
    if limits.rates:
        rates = [
            f"{rate.requests} requests in {_time(rate.seconds)} per {SCOPES[rate.scope]}"
            for rate in limits.rates
        ]
        yield f"At most {listed(rates, 'and')}; status calls count."
    else:
        yield "No request rate is documented."
    if limits.in_flight:
        yield f"At most {limits.in_flight} tasks in flight."
    if facts.polling.lost_after_seconds:
        yield f"A task that is not polled for {_time(facts.polling.lost_after_seconds)} may be lost."
    if facts.polling.server_limit_seconds:
        yield f"The vendor gives up a task after {_time(facts.polling.server_limit_seconds)}."
    kept = [
        f"{what} {_time(seconds)}"
        for what, seconds in (
            ("upload URL", lives.upload_url_seconds),
            ("uploaded file", lives.upload_seconds),
            ("task and result", lives.result_seconds),
            ("result URL", lives.download_url_seconds),
        )
        if seconds
    ]
    if kept:
        yield f"Lifetimes: {', '.join(kept)}."
    source = facts.price_source
    yield f"Prices: {source.title}, {source.date}." if source else f"{facts.title} publishes no prices."


def as_data(facts: VendorFacts, operations: Sequence[str] = ()) -> dict[str, object]:
    """A vendor's limits and prices as a JSON object: bytes, pixels, seconds and credits as numbers, null where unknown."""
    return {
        "vendor": facts.vendor,
        "title": facts.title,
        "rates": [rate._asdict() for rate in facts.limits.rates],
        "in_flight": facts.limits.in_flight,
        "lost_after_seconds": facts.polling.lost_after_seconds,
        "task_seconds": facts.polling.server_limit_seconds,
        **facts.lifetimes._asdict(),
        "credits_multiplier": facts.credits_multiplier._asdict(),
        "price_source": facts.price_source and facts.price_source._asdict(),
        "operations": [
            {
                "operation": method.name,
                "sources": {
                    source: {
                        **limits._asdict(),
                        "maximum_bytes": limits.maximum_bytes or facts.upload.maximum_bytes,
                        "maximum_count": _count(facts, method, source),
                    }
                    for source, limits in _inputs(facts, method).items()
                },
                "price": method.amounts or None,
                "credits": facts.operations[method.operation].extension.get("credits"),
                "quote": quote.method if (quote := facts.operations[method.operation].quote) else None,
            }
            for method in _chosen(facts, operations)
        ],
    }


def markdown(facts: VendorFacts) -> str:
    """A vendor's section of the page in the documentation."""
    lines = [f"## {facts.title} (`{facts.vendor}`)", "", " ".join(notes(facts)), ""]
    lines += [f"| {' | '.join(COLUMNS)} |", f"|{' --- |' * len(COLUMNS)}"]
    for row in rows(facts):
        lines.append(f"| {' | '.join([f'`{row.operation}`' if row.operation else '', *row[1:]])} |")
    return "\n".join(lines)


def _chosen(facts: VendorFacts, operations: Sequence[str]) -> list[MethodFacts]:
    return [method for name, method in sorted(facts.methods.items()) if not operations or name in operations]


def _inputs(facts: VendorFacts, method: MethodFacts) -> Mapping[str, InputFacts]:
    """The limits of a method's own sources: several methods may share an operation."""
    inputs = facts.operations[method.operation].inputs
    return {name: inputs[name] for name, one in method.parameters.items() if one.source is not None}


def _count(facts: VendorFacts, method: MethodFacts, source: str) -> int | None:
    """How many files one source parameter takes."""
    stated = cast("Mapping[str, Mapping[str, int]]", facts.operations[method.operation].extension["inputs"])
    return stated[source].get("maximum_count") if method.parameters[source].many else 1


def _source(facts: VendorFacts, method: MethodFacts, source: str) -> str:
    count = _count(facts, method, source)
    return f"{source} (up to {count})" if count and count > 1 else source


def _price(method: MethodFacts, facts: VendorFacts) -> str:
    operation = facts.operations[method.operation]
    if not method.amounts:
        asked = operation.quote.method if operation.quote else facts.price_source and facts.price_source.call
        return f"ask {asked.replace('_', '-')}" if asked else "unknown"
    guess = " (a guess)" if "price_confidence" in operation.extension else ""
    return re.sub(r" credits?\b|``", "", method.amounts) + guess


def _formats(formats: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(map(plain, formats)))


def _pixels(limits: InputFacts) -> str:
    said: list[str] = []
    if limits.maximum_width and limits.maximum_height:
        said.append(f"{limits.maximum_width} x {limits.maximum_height}")
    for what, side in (("long side", limits.maximum_long_side), ("short side", limits.maximum_short_side)):
        if side:
            said.append(f"{what} {side}")
    if limits.minimum_short_side:
        said.append(f"short side from {limits.minimum_short_side}")
    return ", ".join(said)


def _size(count: int | None) -> str:
    if count is None:
        return ""
    for size, unit in ((1024**3, "GiB"), (1024**2, "MiB"), (1024, "KiB")):
        if count % size == 0:
            return f"{count // size} {unit}"
    return f"{count:,} bytes"


def _time(seconds: float) -> str:
    for unit, name in ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        if seconds % unit == 0:
            count = int(seconds // unit)
            return f"{count} {name}{'' if count == 1 else 's'}"
    return f"{seconds:g} seconds"
