"""Clients of recorded vendors, and which of their methods leads to which operation of a spec."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from safelight import Options
from safelight.core.flow.drivers import Listener

from support.clients import make_client, unlimited
from support.recorded import ASKS, CALLS, RecordedVendor, ask
from support.scripted import AsyncScriptedHttp, Script, ScriptedHttp
from support.virtual import VirtualClock
from support.worlds import WORLDS


def client_of(vendor: str, kind: int, answering: RecordedVendor, listener: Listener | None = None) -> Any:
    """A client, sync (0) or async (1), whose waits take no time."""
    http = (ScriptedHttp, AsyncScriptedHttp)[kind](Script(answering))
    return make_client(
        WORLDS[vendor][kind],
        http=http,
        clock=VirtualClock(),
        limiter=unlimited,
        options=Options(listener=listener),
    )


@cache
def names(vendor: str) -> Mapping[str, str]:
    """For each operation of the spec, one of the client that calls it."""
    found: dict[str, str] = {}
    for name in (*CALLS[vendor], *ASKS.get(vendor, {})):
        answering = RecordedVendor(vendor)
        client = client_of(vendor, 0, answering)
        if name in ASKS.get(vendor, {}):
            ask(vendor, name, client)
        else:
            CALLS[vendor][name](client).result(within=60)
        for called in answering.called:
            found.setdefault(called, name)
    return found
