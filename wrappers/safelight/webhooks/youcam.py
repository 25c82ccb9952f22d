"""Webhooks of YouCam API v2, by the Standard Webhooks specification: id, time and body are signed.

They are set up in the vendor's console. The event tells the task and how it ended, and the result is asked for.
"""

from __future__ import annotations

import time
from base64 import b64decode, b64encode

import attrs

from safelight.core.api.envelope import at_path, decoded
from safelight.core.base.facts import Phase, load
from safelight.core.base.outcome import LATEST
from safelight.errors import AuthenticationError, ConfigurationError, UnexpectedResponse
from safelight.webhooks.signatures import Headers, check_body, encoded, header, hmac_sha256, require_match

TOLERANCE = 300.0
"""Seconds that a webhook's time may differ from ours, so that an old one cannot be sent again."""


@attrs.frozen
class Event:
    """A task that is done.

    Attributes:
        id: The webhook's own id: the same for a repeated delivery.
        created_at: Seconds since the epoch.
    """

    id: str
    task_id: str
    phase: Phase
    created_at: float | None


def verify(headers: Headers, body: bytes, secret: str, *, now: float | None = None) -> Event:
    """Check a webhook's signature and age, and read it.

    Args:
        headers: The request's headers, as a dict or as the framework has them.
        body: The request's body, byte for byte.
        secret: The secret of the console, ``whsec_`` and base64.
        now: The time in seconds since the epoch; by default the machine's.

    Raises:
        AuthenticationError: The signature is missing or wrong, or the webhook too old.
        ConfigurationError: The secret is not of the form ``whsec_<base64>``, or is empty.
        InvalidInput: The body is no bytes.
        UnexpectedResponse: The body cannot be read.
    """
    check_body(body)
    try:
        key = b64decode(secret.removeprefix("whsec_"), validate=True)
    except ValueError:
        raise ConfigurationError(
            "the webhook secret must be whsec_ followed by base64", field="secret"
        ) from None
    identity = header(headers, "webhook-id", "youcam")
    stamp = header(headers, "webhook-timestamp", "youcam")
    signatures = header(headers, "webhook-signature", "youcam")
    expected = b64encode(hmac_sha256(key, encoded(f"{identity}.{stamp}.") + body))
    given = [encoded(word.removeprefix("v1,")) for word in signatures.split() if word.startswith("v1,")]
    require_match([expected], given, "youcam")
    if (
        not (stamp.isdecimal() and len(stamp) < 20)
        or abs((time.time() if now is None else now) - int(stamp)) > TOLERANCE
    ):
        raise AuthenticationError(
            f"the webhook is signed but more than {TOLERANCE:g} seconds old: it may be a repetition",
            vendor="youcam",
        )
    return parse_unverified(body, identity)


def parse_unverified(body: bytes, identity: str = "") -> Event:
    """Read a webhook without checking who sent it: for tests and for calls verified elsewhere.

    Raises:
        UnexpectedResponse: The body cannot be read.
    """
    try:
        content = decoded(bytes(body))
    except ValueError:
        content = None
    task_id = at_path(content, "data.task_id")
    status = at_path(content, "data.task_status")
    created = at_path(content, "created_at")
    if not isinstance(task_id, str) or not isinstance(status, str):
        raise UnexpectedResponse("the webhook's body names no task", vendor="youcam")
    phase = load("youcam_api").task.phase(status)
    if isinstance(created, bool) or not isinstance(created, int | float) or not 0 <= created <= LATEST:
        return Event(identity, task_id, phase, None)
    return Event(identity, task_id, phase, float(created))
