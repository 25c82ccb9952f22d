"""What an item costs, where its vendor says so before it is bought: asked once for all that differ in no choice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import cast

import attrs

from safelight.batch.catalogue import Work, client_class
from safelight.core.api.envelope import number
from safelight.errors import SafelightError
from safelight.vendors import AnyClient

Clients = Mapping[str, Mapping[str, str]]


@attrs.define
class Quotes:
    """The prices that vendors stated, kept for as long as a process runs."""

    _known: dict[str, float | None] = attrs.field(factory=dict[str, "float | None"], init=False)
    _asking: asyncio.Lock = attrs.field(factory=asyncio.Lock, init=False)

    async def of(
        self, work: Work, options: Mapping[str, object], ask: Callable[[], Awaitable[float | None]]
    ) -> float | None:
        """The price of an item; None where its operation has no quote, or the vendor states none."""
        if work.create.quote is None:
            return None
        choices = {name: value for name, value in options.items() if _is_choice(work, name)}
        key = json.dumps([work.vendor, work.operation, choices], sort_keys=True, default=str)
        async with self._asking:
            if key not in self._known:
                self._known[key] = await ask()
        return self._known[key]


def _is_choice(work: Work, name: str) -> bool:
    parameter = work.method.parameters.get(name)
    return parameter is not None and bool(parameter.choices)


async def quoted(client: Callable[[], AnyClient], work: Work, options: Mapping[str, object]) -> float | None:
    """Ask a vendor for the price of an item, without its files; None where none is stated."""
    quote = work.create.quote
    if quote is None:
        return None
    taken = work.facts.calls[quote.method].parameters
    if any(one.required and name not in options for name, one in taken.items()):
        return None
    given = {name: value for name, value in options.items() if name in taken}
    try:
        ask = cast("Callable[..., Awaitable[object]]", getattr(client(), quote.method))
        return number(str(getattr(await ask(**given), quote.credits)))
    except SafelightError:
        return None


def quoting(profile: str | None, clients: Clients) -> Callable[[Work, Mapping[str, object]], float | None]:
    """A function that asks for prices where no event loop runs, with a client of its own each time."""
    quotes = Quotes()

    async def priced(work: Work, options: Mapping[str, object]) -> float | None:
        async def ask() -> float | None:
            make = cast("Callable[..., AnyClient]", client_class(work.vendor))
            try:
                opened = make(profile=profile, **clients.get(work.vendor, {}))
            except SafelightError:
                return None
            async with opened as client:
                return await quoted(lambda: client, work, options)

        return await quotes.of(work, options, ask)

    return lambda work, options: asyncio.run(priced(work, options)) if work.create.quote else None
