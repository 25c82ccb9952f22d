"""Money: which requests may be sent again, when an outcome is unknown, and what an interruption leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import partial
from typing import Protocol, TypeVar

import attrs

from safelight.core.base.events import LOGGER, Ending, Purchase, Retrying
from safelight.core.base.facts import OperationFacts
from safelight.core.flow.effects import Blocking, Flow
from safelight.core.flow.interrupts import Interrupts, held
from safelight.core.http.messages import UNDONE, PrivateAddress, TransportFailure
from safelight.errors import (
    ApiError,
    OutcomeUnknown,
    RateLimited,
    SafelightError,
    Unavailable,
    UnexpectedResponse,
)

T = TypeVar("T")

PASSING = (RateLimited, Unavailable)
"""Errors that may be over after a while."""


@attrs.frozen(eq=False)
class FailedAttempt:
    """What went wrong with one attempt at a request."""

    cause: TransportFailure | ApiError
    repeatable: bool
    """Whether a second arrival does no harm: a read, or a create with an idempotency key."""
    progressed: bool = False
    """Whether the attempt got further than all before it, so that they no longer count."""
    retried: bool = False
    """Whether it was tried as often already as the retry policy allows."""

    @property
    def passing(self) -> bool:
        """Whether a later attempt may fare better."""
        return isinstance(self.cause, (TransportFailure, *PASSING)) and not isinstance(
            self.cause, PrivateAddress
        )

    @property
    def retry_after(self) -> float | None:
        """Seconds that the vendor asks to wait."""
        return self.cause.retry_after if isinstance(self.cause, ApiError) else None

    @property
    def refused(self) -> bool:
        """Whether the vendor certainly did nothing: it never got the request, or sent it back."""
        if isinstance(self.cause, TransportFailure):
            return not self.cause.sent
        return self.cause.http_status == UNDONE or not isinstance(
            self.cause, Unavailable | UnexpectedResponse
        )

    @property
    def safe(self) -> bool:
        return self.repeatable or self.refused


@attrs.define(eq=False)
class Call:
    """One call that may be billed, with all its attempts.

    Attributes:
        key: The idempotency key in the request.
        attempts: How many times it was sent.
        renewed: Whether a refused token was given up for another one, which is done once.
        under_way: Whether the last attempt was billed, and has left.
        uncertain: Whether a billed request may have arrived that got no clear answer.
    """

    vendor: str
    operation: OperationFacts
    key: object
    attempts: int = 0
    renewed: bool = False
    under_way: bool = False
    uncertain: bool = False
    _before: bool = False

    def leaves(self) -> None:
        """The next attempt is about to be sent."""
        self._before = self.uncertain
        self.under_way = self.operation.billed
        self.uncertain = self._before or self.operation.billed

    def retry_event(self, seconds: float, failed: FailedAttempt) -> Retrying:
        """What is told of it before it is sent again in so many seconds."""
        stated = failed.cause.operation if isinstance(failed.cause, ApiError) else None
        operation, reason = stated or self.operation.id, type(failed.cause).__name__
        return Retrying(self.vendor, operation, self.attempts, seconds, reason, self.uncertain)

    def never_left(self) -> None:
        """The request did not leave whole."""
        self.uncertain = self._before

    def failed_attempt(self, cause: ApiError | TransportFailure) -> FailedAttempt:
        """What an attempt that went wrong means."""
        # A call that posts may make something, if nothing that costs; the others ask, or say how something is to be.
        read = not self.operation.billed and (self.operation.role, self.operation.method) != ("call", "POST")
        trouble = FailedAttempt(cause, repeatable=read or self.operation.idempotency_field is not None)
        self.uncertain = self._before or (self.operation.billed and not trouble.refused)
        return trouble

    def unknown(self, cause: Exception, said: str) -> OutcomeUnknown:
        """What to raise where nobody knows whether anything was bought; `said` is the cause in words."""
        answer = cause if isinstance(cause, ApiError) else None
        return OutcomeUnknown(
            f"the request was sent and no clear answer came ({said}): {self.doubt}",
            vendor=self.vendor,
            operation=self.operation.id,
            code=answer.code if answer else None,
            http_status=answer.http_status if answer else None,
            request_id=answer.request_id if answer else None,
            body=answer.body if answer else None,
            attempts=self.attempts,
            idempotency_key=None if self.key is None else str(self.key),
        )

    @property
    def doubt(self) -> str:
        """What is to be said of a request whose fate is unknown."""
        advice = again(self.operation.idempotency_field, self.key)
        return f"the task may exist and may have been charged; {advice}"

    def unusable(self, error: UnexpectedResponse) -> UnexpectedResponse | OutcomeUnknown:
        """What a successful answer that lacks what it promises means."""
        if not self.operation.billed:
            return error
        return OutcomeUnknown(
            f"the vendor accepted the request, and {error.message}: the task cannot be named; "
            f"{again(self.operation.idempotency_field, self.key)}",
            vendor=self.vendor,
            operation=self.operation.id,
            body=error.body,
            idempotency_key=None if self.key is None else str(self.key),
        )


class Named(Protocol):
    """A task, as far as it has to be told of."""

    @property
    def id(self) -> str: ...

    @property
    def token(self) -> str: ...


N = TypeVar("N", bound=Named)

BOUGHT: ContextVar[list[str] | None] = ContextVar("BOUGHT", default=None)
"""What to do about each task that the running code has bought, where somebody keeps count, such as `map`."""


def again(field: str | None, key: object) -> str:
    """What to do about a request that may have been charged, by the field of its idempotency key, if there is one."""
    if key is None:
        return "look at the vendor's records before paying again"
    return f"pass {field}={key} to send it again without paying twice"


def left_running(task_id: str, token: str) -> str:
    """What to do about a task that nobody waits for."""
    if not task_id:
        return "paid for, and lost: the vendor answered with the result at once, and the answer was discarded"
    return f"left running, to be resumed by its token: {token}"


def tell_of(text: str, interruption: BaseException | None = None) -> None:
    """Tell of a purchase that is left behind: in the log, and where the interruption is shown."""
    LOGGER.warning("%s", text)
    if interruption is not None:
        interruption.add_note(text)


def announced(
    hook: Callable[[Purchase], Ending | None],
    purchase: Purchase,
    call: Call,
    exchanged: Flow[T],
    task_in: Callable[[T], str | None],
) -> Flow[T]:
    """A billed exchange that the user's hook is told of: before it, and after it if the hook wants that."""
    ended = yield from Blocking(partial(hook, purchase))
    try:
        answer = yield from exchanged
    except BaseException as error:
        if isinstance(error, SafelightError) or not call.uncertain:
            _tell_end(ended, error)
        raise
    _tell_end(ended, task_in(answer))
    return answer


def _tell_end(ended: Ending | None, end: str | BaseException | None) -> None:
    """Tell a hook how a purchase ended; its own failure must not lose the task."""
    if callable(ended):
        try:
            ended(end)
        except Exception as error:  # noqa: BLE001 - a hook of the user's own
            LOGGER.warning("the hook before_purchase failed with the end of a purchase: %s", error)


def bought(buy: Callable[[], N]) -> N:
    """Buy a task on this thread; an interruption that comes once it is bought is told its token."""
    task: N | None = None
    try:
        with Interrupts():
            task = buy()
        return task  # noqa: RET504, TRY300 - signals that waited strike in between, and are caught below
    except BaseException as interruption:
        if task is not None:
            with held():
                tell_of(left_running(task.id, task.token), interruption)
        raise
