"""Decides which failures the next vendor may take over, and records them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

import attrs

from safelight.core.base.verdict import Verdict
from safelight.core.results import AsyncResult, Result
from safelight.errors import (
    AuthenticationError,
    InsufficientCredits,
    InvalidInput,
    RateLimited,
    SafelightError,
    Unavailable,
    UploadFailed,
)

Reason: TypeAlias = Literal["outage", "rate limited", "refused key", "empty account", "limit", "failed check"]

OF_VENDOR: dict[type[SafelightError], Reason] = {
    Unavailable: "outage",
    RateLimited: "rate limited",
    AuthenticationError: "refused key",
    InsufficientCredits: "empty account",
}
OF_ACCOUNT = (AuthenticationError, InsufficientCredits)
"""Errors that say nothing of the picture."""


@attrs.frozen(eq=False)
class Tried:
    """A vendor that was tried and did not deliver; printed, it says so in one line.

    Attributes:
        vendor: The vendor's name.
        reason: ``"outage"``, ``"rate limited"``, ``"refused key"``, ``"empty account"``, ``"limit"`` or
            ``"failed check"``. Only the last one was paid for.
        error: What the vendor or the client refused it with; None for a failed check.
        verdict: What the check found; None for an error.
        result: The result that failed its check; None on the command line, which saves it.
        files: Where the command line saved it.
    """

    vendor: str
    reason: Reason
    error: SafelightError | None = None
    verdict: Verdict | None = None
    result: Result[Any] | AsyncResult[Any] | None = attrs.field(default=None, repr=False)
    files: tuple[str, ...] = ()

    def __str__(self) -> str:
        saved = f"; saved as {', '.join(self.files)}" if self.files else ""
        return f"{self.vendor}: {self.reason}: {self.message}{saved}"

    @property
    def message(self) -> str:
        """The error's message, or what the check found."""
        if self.error is not None:
            return self.error.message
        return "; ".join(self.verdict.reasons.values()) if self.verdict is not None else ""

    def as_dict(self) -> dict[str, object]:
        """The same as plain values, for JSON; the error by its name."""
        return {
            "vendor": self.vendor,
            "reason": self.reason,
            "error": None if self.error is None else type(self.error).__name__,
            "message": self.message,
            "files": list(self.files),
        }


def told_of(tried: Sequence[Tried]) -> Tried:
    """Of several errors, the last one that says more than that an account is unusable."""
    failed = [one for one in tried if one.error is not None]
    return ([one for one in failed if not isinstance(one.error, OF_ACCOUNT)] or failed)[-1]


def reason_of(error: SafelightError, source: str | None) -> Reason | None:
    """Why another vendor may be tried after an error of a creation; None where it must not be.

    Only errors that prove that nothing was bought count. `OutcomeUnknown` and failures of tasks that exist never do.

    Args:
        source: Name of the parameter that takes the source.
    """
    if error.token is not None:  # a task exists
        return None
    if isinstance(error, InsufficientCredits) and error.http_status is None:
        return None  # a cap of the user's own: no vendor said so
    for kind, reason in OF_VENDOR.items():
        if isinstance(error, kind):
            return reason
    if isinstance(error, InvalidInput):
        # A wrong option, and a source that nobody can read, bear other names: no vendor takes those.
        field = error.field and re.split(r"[.[]", error.field)[0]
        return "limit" if field == source or (field is None and error.http_status is not None) else None
    if isinstance(error, UploadFailed) and error.attempts and (error.http_status or 500) >= 500:
        return "outage"  # of the vendor's storage, after all retries
    return None
