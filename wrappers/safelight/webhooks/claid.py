"""Webhooks of Claid, set up at claid.ai/account/webhook: the body is the result of the task.

The vendor signs the raw body with HMAC-SHA256 in ``X-Claid-Hmac-SHA256`` and does not document whether in hex or
base64, so both are accepted.
"""

from __future__ import annotations

from base64 import b64encode
from typing import cast

import attrs
from claid_api.models.async_edit import AsyncEdit

from safelight.core.api.endpoints import Endpoints
from safelight.core.api.envelope import at_path, decoded
from safelight.core.base.facts import Phase, load
from safelight.core.base.outcome import present
from safelight.errors import UnexpectedResponse
from safelight.webhooks.signatures import Headers, check_body, encoded, header, hmac_sha256, require_match

HEADER = "x-claid-hmac-sha256"


@attrs.frozen
class Event:
    """A task that is done; `raw` is the answer that its result call would give."""

    task_id: str
    phase: Phase
    raw: AsyncEdit


def verify(headers: Headers, body: bytes, secret: str) -> Event:
    """Check a webhook's signature and read it.

    Args:
        headers: The request's headers, as a dict or as the framework has them.
        body: The request's body, byte for byte.
        secret: The shared secret of the dashboard.

    Raises:
        AuthenticationError: The signature is missing or wrong.
        ConfigurationError: The secret is empty.
        InvalidInput: The body is no bytes.
        UnexpectedResponse: The body cannot be read.
    """
    check_body(body)
    signature = hmac_sha256(encoded(secret), body)
    given = header(headers, HEADER, "claid").strip()
    expected = (signature.hex().encode(), b64encode(signature))
    require_match(expected, (encoded(given), encoded(given.lower())), "claid")
    return parse_unverified(body)


def parse_unverified(body: bytes) -> Event:
    """Read a webhook without checking who sent it: for tests and for calls verified elsewhere.

    Raises:
        UnexpectedResponse: The body cannot be read.
    """
    try:
        content = decoded(bytes(body))
        data = at_path(content, "data")
        raw = Endpoints.read(AsyncEdit, cast("dict[str, object]", content if data is None else data))
        task_id = present(raw.id, int, "id")
        return Event(str(task_id), load("claid_api").task.phase(present(raw.status, str, "status")), raw)
    except (ValueError, UnexpectedResponse):
        raise UnexpectedResponse("the webhook's body is not a result of a task", vendor="claid") from None
