"""One request on its way through a vendor's module."""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web
from typing_extensions import Unpack

from safelight.sandbox.faults import FaultKind, Strikes
from safelight.sandbox.journal import RequestRecord
from safelight.sandbox.jsontypes import JsonObject, JsonValue
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.signing import Upload
from safelight.sandbox.tasks import WorkFailed
from safelight.sandbox.world import World


@dataclass(slots=True)
class Call:
    """A request with what is known about its caller. `account` is empty before authentication."""

    world: World
    request: web.Request
    vendor: str
    operation: str
    strikes: Strikes = field(default_factory=Strikes)
    record: RequestRecord = field(default_factory=RequestRecord)
    account: str = ""
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def base_url(self) -> str:
        """The vendor's base address here, without a slash at its end."""
        return f"{self.world.url}/{self.vendor}"

    def path(self, name: str) -> str:
        """Return a parameter of the path."""
        return self.request.match_info[name]

    async def raw(self) -> bytes:
        """Return the body.

        Raises:
            Refusal: The body is larger than any request of this kind.
        """
        try:
            return await self.request.read()
        except web.HTTPRequestEntityTooLarge as error:
            raise Refusal(Kind.TOO_LARGE, "the request body is too large") from error

    def presign(self, key: str, lifetime: float, method: str = "GET", **upload: Unpack[Upload]) -> str:
        """Return a URL to download or upload an object or a part, expired already where a fault wants it so."""
        lasting = 0.0 if FaultKind.EXPIRED_URL in self.strikes else lifetime
        return self.world.storage.presign(method, key, lasting, **upload)

    def planned_failure(self) -> WorkFailed | None:
        """Return the failure that a fault plan wants the task of this request to end with."""
        fault = self.world.faults.take_failure(self.vendor, self.operation)
        if fault is None:
            return None
        self.record.faults.append(fault.kind.value)
        return WorkFailed(fault.value or "planned", "The task was told to fail by a fault plan.")


Handler = Callable[[Call], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation of a vendor: `path` is below the vendor's base path, with `{name}` for parameters."""

    method: str
    path: str
    operation: str
    handler: Handler
    authenticated: bool = True


def decode_object(raw: bytes) -> JsonObject:
    """Return a JSON object whose form was validated before."""
    document: JsonValue = json.loads(raw)
    if not isinstance(document, Mapping):
        raise Refusal(Kind.INVALID, "the body is not a JSON object")
    return document
