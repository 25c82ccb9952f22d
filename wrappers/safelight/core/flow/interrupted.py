"""What is told of a purchase that nobody waits for any more: by the interruption itself, and by the log."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Protocol, TypeVar

from safelight.core.base.events import LOGGER
from safelight.core.flow.interrupts import Interrupts, held


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
    """What to do about a request that may have been charged.

    Args:
        field: The parameter that takes the idempotency key, where the vendor has one.
        key: The key that the request was sent with.
    """
    if key is None:
        return "look at the vendor's records before paying again"
    return f"pass {field}={key} to send it again without paying twice"


def left_running(task_id: str, token: str) -> str:
    """What to do about a task that nobody waits for."""
    if not task_id:
        return "paid for, and lost: the vendor answered with the result alone, and nobody took it"
    return f"left running, to be resumed by its token: {token}"


def tell_of(text: str, interruption: BaseException | None = None) -> None:
    """Tell of a purchase that is left behind: in the log, and where the interruption is shown."""
    LOGGER.warning("%s", text)
    if interruption is not None:
        interruption.add_note(text)


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
