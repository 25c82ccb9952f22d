"""What stands between this machine and a vendor: the key, the address, the clock; all asked for free."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Literal, TypeAlias, cast

import attrs

from safelight.core.api.credentials import profiles_path
from safelight.core.api.retry import RetryPolicy
from safelight.core.base.facts import VendorFacts
from safelight.core.base.methods import MethodFacts
from safelight.core.base.redact import PATH, brief, shown
from safelight.core.flow.effects import Flow, Send
from safelight.core.http.connection import Connection
from safelight.core.http.messages import Reply, Request, TransportFailure, origin, without_query
from safelight.core.options import Options
from safelight.errors import ConfigurationError, SafelightError
from safelight.vendors import AnyClient, Vendor

State: TypeAlias = Literal["ok", "note", "problem"]
Settings: TypeAlias = Mapping[str, str | None]

SECONDS = 5.0
"""How long a vendor is waited for."""
SKEW = 60.0
"""Seconds by which a clock may be wrong: sign-ins and presigned URLs bear times."""
LONGEST = 200
"""Characters of an answer that are shown."""
STAND_IN = "none"
"""A key to make a client with that sends none."""


@attrs.frozen
class Check:
    """One thing that was looked at.

    Attributes:
        subject: A vendor's name, or `safelight`.
        check: What was looked at, such as `key` or `address`.
        state: A `note` is no problem: nobody needs keys of all vendors, or all extras.
        text: What was found. Never holds a key.
    """

    subject: str
    check: str
    state: State
    text: str


async def examine(vendor: Vendor, settings: Settings, *, wanted: bool) -> list[Check]:
    """Look at a vendor: the key, the address, the clock and, with a key, one free call.

    Args:
        settings: Arguments of the client, such as `profile` and `base_url`.
        wanted: Whether a missing key is a problem.
    """
    checks: list[Check] = []

    def found(check: str, state: State, text: str) -> None:
        checks.append(Check(vendor.name, check, state, text))

    has_key = True
    try:
        client = _client(vendor, settings)
        found("key", "ok", _where(vendor.facts, client, settings))
    except ConfigurationError as error:
        has_key = False
        missing = error.message.startswith("no key") or " has no section [" in error.message
        found("key", "problem" if wanted or not missing else "note", error.message)
        names = ("api_key", "secret_key") if vendor.facts.environment.secret_key else ("api_key",)
        try:
            client = _client(vendor, {**settings, **dict.fromkeys(names, STAND_IN)})
        except ConfigurationError as unusable:  # such as an address, or a profile that is not there
            if unusable.message != error.message:
                found("address", "problem", unusable.message)
            return checks
    async with client:
        reached = await _reach(client, found, bad="problem" if has_key or wanted else "note")
        if has_key and reached:
            await _ask(vendor, client, found)
    return checks


def _client(vendor: Vendor, settings: Settings) -> AnyClient:
    make = cast("Callable[..., AnyClient]", vendor.client_class)
    connection = Connection(connect_timeout=SECONDS, read_timeout=SECONDS, write_timeout=SECONDS)
    return make(**settings, options=Options(connection=connection, retry=RetryPolicy(attempts=1)))


def _where(facts: VendorFacts, client: AnyClient, settings: Settings) -> str:
    """Where the key was found."""
    place = client._api.credentials.found_in
    names = facts.environment
    if place == "the environment":
        return " and ".join(filter(None, (names.api_key, names.secret_key)))
    if place == "the profile":
        name = settings.get("profile") or os.environ.get("SAFELIGHT_PROFILE") or "default"
        return f"profile {brief(repr(name))} of {brief(profiles_path(), PATH)}"
    return "made up for the sandbox"


async def _reach(client: AnyClient, found: Callable[[str, State, str], None], *, bad: State) -> bool:
    """Ask the vendor's server for its front page, without a key: any answer will do."""
    facts, address = client._api.facts, client._api.credentials.base_url
    variable = facts.environment.base_url
    there = without_query(address)
    if os.environ.get(variable, "").rstrip("/") == address:
        there += f" ({variable})"

    def ask() -> Flow[Reply]:
        return (yield from Send(Request("GET", f"{origin(address)}/", left=SECONDS)))

    began = time.monotonic()
    try:
        async with asyncio.timeout(2 * SECONDS):  # a name may take longer to be found
            reply = await client._driver.run(ask())
    except TimeoutError:
        found("address", bad, f"{there} does not answer within {2 * SECONDS:g} s")
        return False
    except TransportFailure as failure:
        found("address", bad, f"{there} cannot be reached: {failure}")
        return False
    except SafelightError as error:
        found("address", bad, f"{there}: {error.message}")
        return False
    took = time.monotonic() - began
    found("address", "ok", f"{there} answered in {took:.2f} s")
    try:
        theirs = parsedate_to_datetime(reply.headers["date"]).timestamp()
    except (KeyError, ValueError):
        found("clock", "note", "the vendor's answer has no date to compare with")
        return True
    skew = time.time() - took / 2 - theirs
    if abs(skew) <= SKEW:
        found("clock", "ok", f"within {max(1, round(abs(skew)))} s of the vendor's")
    else:
        way = "ahead of" if skew > 0 else "behind"
        found("clock", "problem", f"this machine's clock is {abs(skew):.0f} s {way} the vendor's: set it")
    return True


async def _ask(vendor: Vendor, client: AnyClient, found: Callable[[str, State, str], None]) -> None:
    """Make a free call: it shows whether the key is good, and maybe what the account has."""
    call, listing = free_call(vendor.facts), free_listing(vendor.facts)
    try:
        async with asyncio.timeout(2 * SECONDS):
            if call is not None:
                ask = cast("Callable[..., Awaitable[object]]", getattr(client, call.name))
                answer = _summary(await ask(**call.example))
                found("account", "ok", f"{call.name}: {shown(answer, client._api.secrets, LONGEST)}")
            elif listing is not None:
                await client._driver.run(client._api.ask(listing))
                found("account", "ok", f"the key is accepted; {listing} answered")
            else:
                found("account", "note", "the vendor has no free call to try the key with")
    except TimeoutError:
        found("account", "problem", f"no answer within {2 * SECONDS:g} s")
    except SafelightError as error:
        found("account", "problem", str(error))


def free_call(facts: VendorFacts) -> MethodFacts | None:
    """A method that only asks, to try a key with: the account's balance, else a quote, else what needs no arguments."""
    quotes = {operation.quote.method for operation in facts.operations.values() if operation.quote}
    plain = [
        call
        for call in facts.calls.values()
        if facts.operations[call.operation].method == "GET"
        and not any(one.required for one in call.parameters.values())
    ]
    calls = [
        *(call for call in plain if call.name == "balance"),
        *(call for name, call in facts.calls.items() if name in quotes),
        *plain,
    ]
    return next((call for call in calls if not facts.operations[call.operation].billed), None)


def free_listing(facts: VendorFacts) -> str | None:
    """A list that the vendor gives without arguments, to try a key with where it has no other free call."""
    lists = (one for one in facts.operations.values() if one.role == "list" and not one.billed)
    return next((one.id for one in lists if not one.parameters), None)


def _summary(answer: object) -> str:
    """What an answer says in numbers and words, without what lies deeper."""
    items = cast("list[object]", answer) if isinstance(answer, list) else [answer]
    return "; ".join(", ".join(_words(item)) for item in items) or "nothing"


def _words(item: object) -> Iterator[str]:
    to_dict = cast("Callable[[], Mapping[str, object]] | None", getattr(item, "to_dict", None))
    if to_dict is None:
        yield str(item)
        return
    for name, value in to_dict().items():
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            yield f"{name} {value}"
