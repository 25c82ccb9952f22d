"""What an item costs, where its vendor says so before it is bought: asked once for all that differ in no choice."""

from __future__ import annotations

import asyncio
import json
import math
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import cast

import attrs

from safelight.batch.catalogue import Work, client_class
from safelight.core.api.envelope import number
from safelight.core.base.facts import Quoted
from safelight.errors import InvalidInput, NotFound, SafelightError, UnexpectedResponse
from safelight.vendors import AnyClient

Clients = Mapping[str, Mapping[str, str]]


@attrs.define
class Quotes:
    """The prices that vendors stated, kept for as long as a process runs."""

    _known: dict[str, float | None] = attrs.field(factory=dict[str, "float | None"], init=False)
    _asking: dict[str, asyncio.Lock] = attrs.field(factory=dict[str, asyncio.Lock], init=False)

    async def most(
        self,
        work: Work,
        options: Mapping[str, object],
        profile: str | None,
        client: Callable[[], AnyClient],
    ) -> float:
        """The most credits that an item may take; see `of`.

        It is 1 where no document states any, and infinite where a quote was to, or where the content decides.
        """
        asked, documented = await self.of(work, options, profile, client), work.dearest(options)
        if asked is not None and documented is not None and work.sends_files(options):
            return max(asked, documented)  # a quote leaves files out
        price = documented if asked is None else asked
        if price is None:
            return math.inf if work.create.quote or work.create.extension.get("credits") else 1.0
        return price

    async def of(
        self,
        work: Work,
        options: Mapping[str, object],
        profile: str | None,
        client: Callable[[], AnyClient],
    ) -> float | None:
        """The price of an item without its files; None where its operation has no quote, or the vendor states none.

        Args:
            profile: Whose account it is, for accounts differ.
            client: Gives the client of that account.

        Raises:
            SafelightError: The vendor could not be asked this time, or refuses the account.
        """
        if work.create.quote is None:
            return None
        choices = {name: value for name, value in options.items() if _matters(work, name, value)}
        key = json.dumps([profile, work.vendor, work.operation, choices], sort_keys=True, default=str)
        async with self._asking.setdefault(key, asyncio.Lock()):
            if key not in self._known:
                try:
                    self._known[key] = await _asked(work, work.create.quote, options, client)
                except NotFound:
                    self._known[key] = None
                except (InvalidInput, UnexpectedResponse):  # which may be of this item alone
                    return None
        return self._known[key]


def _matters(work: Work, name: str, value: object) -> bool:
    """Whether a price may depend on an option: on all but files and free text."""
    parameter = work.method.parameters.get(name)
    return (
        parameter is not None
        and parameter.source is None
        and (bool(parameter.choices) or not isinstance(value, str))
    )


async def _asked(
    work: Work, quote: Quoted, options: Mapping[str, object], client: Callable[[], AnyClient]
) -> float | None:
    taken = work.facts.calls[quote.method].parameters
    if any(one.required and name not in options for name, one in taken.items()):
        return None
    given = {name: value for name, value in options.items() if name in taken}
    ask = cast("Callable[..., Awaitable[object]]", getattr(client(), quote.method))
    return number(str(getattr(await ask(**given), quote.credits)))


@contextmanager
def quoting(
    profile: str | None, clients: Clients
) -> Generator[Callable[[Work, Mapping[str, object]], float | None]]:
    """A function that asks for prices where no event loop runs, with one client for each vendor."""
    quotes = Quotes()
    made: dict[str, AnyClient] = {}

    def client(vendor: str) -> AnyClient:
        if vendor not in made:
            make = cast("Callable[..., AnyClient]", client_class(vendor))
            made[vendor] = make(profile=profile, **clients.get(vendor, {}))
        return made[vendor]

    def price(work: Work, options: Mapping[str, object]) -> float | None:
        if work.create.quote is None:
            return None
        try:
            return runner.run(quotes.of(work, options, profile, partial(client, work.vendor)))
        except SafelightError:  # such as for want of a key: a dry run needs none
            return None

    with asyncio.Runner() as runner:
        try:
            yield price
        finally:
            for one in made.values():
                runner.run(one.close())
