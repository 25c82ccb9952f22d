"""Which fault can strike which operation: one that changes nothing would let a test pass that shows nothing."""

from collections.abc import Collection, Mapping

from safelight.sandbox import vendor_facts
from safelight.sandbox.faults import FaultKind

STORAGE = ("put_object", "upload_part", "get_object")
"""The operations of the object store."""
WEBHOOK = "send_webhook"

_OF_WEBHOOKS = {FaultKind.LOST_WEBHOOK, FaultKind.WRONG_SIGNATURE, FaultKind.DUPLICATE, FaultKind.LATENCY}
_NEVER_OF_STORAGE = {
    FaultKind.LOST_WEBHOOK,
    FaultKind.WRONG_SIGNATURE,
    FaultKind.DUPLICATE,
    FaultKind.UNKNOWN_ENUM,
    FaultKind.EXTRA_FIELDS,
    FaultKind.TASK_FAILURE,
}
# The answer to an upload has no body.
_NEVER_OF_UPLOADS = _NEVER_OF_STORAGE | {FaultKind.TRUNCATED_BODY, FaultKind.SLOW_DRIP, FaultKind.WRONG_SIZE}

# The roles in the specs of the operations whose answers hold what is changed.
_ROLES: Mapping[FaultKind, Collection[str]] = {
    FaultKind.UNKNOWN_ENUM: {"upload", "create", "status", "result"},
    FaultKind.EXPIRED_URL: {"upload", "create", "status", "result"},
    FaultKind.WRONG_SIZE: {"upload", "result"},
    FaultKind.WRONG_ETAG: set(),
    FaultKind.LOST_WEBHOOK: set(),
    FaultKind.WRONG_SIGNATURE: set(),
}


def kinds(vendor: str, operation: str) -> frozenset[FaultKind]:
    """Return the faults that can strike an operation of a vendor or of the object store, or a webhook."""
    if operation == WEBHOOK:
        return frozenset(_OF_WEBHOOKS)
    if operation == "get_object":
        return frozenset(set(FaultKind) - _NEVER_OF_STORAGE)
    if operation in STORAGE:
        return frozenset(set(FaultKind) - _NEVER_OF_UPLOADS)
    role, billed = vendor_facts.role(vendor, operation)
    return frozenset(
        kind
        for kind in FaultKind
        if (billed if kind is FaultKind.TASK_FAILURE else role in _ROLES.get(kind, {role}))
    )
