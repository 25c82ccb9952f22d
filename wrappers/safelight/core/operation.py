"""A method that creates a task: a call that gives it or, on an async client, an awaitable of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from safelight.core.api.purchases import BOUGHT, left_running, tell_of
from safelight.core.base.outcome import Created
from safelight.core.flow.descriptors import FlowMethod
from safelight.core.flow.effects import CHECKPOINT, Flow
from safelight.core.operations import Operations
from safelight.errors import OutcomeUnknown, SafelightError


class Operation(FlowMethod):
    """What `operation` makes: a call giving a `Task` or, on an async client, an `AsyncTask`."""

    _GIVES = ("Task[{}]", "Awaitable[AsyncTask[{}]]")

    def _run(self, owner: Any, flow: Flow[Any]) -> object:  # noqa: ANN401 - of both kinds
        return owner._start(self._placed(flow, owner))

    def _given(self) -> str:
        return super()._given().removeprefix("Created[").removesuffix("]")

    def _placed(self, flow: Flow[Created[Any]], owner: Operations[Any]) -> Flow[Created[Any]]:
        """Errors name the operation and its parameters as users know them, an interruption the task that was created."""
        try:
            created = yield from flow
        except SafelightError as error:
            owner._place(error, self.flow.__name__)
            yield from _interruptible(str(error) if isinstance(error, OutcomeUnknown) else None)
            raise
        left = left_running(created.handle.id, created.handle.token)
        yield from _interruptible(left)
        bought = BOUGHT.get()
        if bought is not None:
            bought.append(left)
        return created


def _interruptible(left: str | None) -> Flow[None]:
    """Let an interruption strike; it is told what is left behind."""
    try:
        yield from CHECKPOINT
    except BaseException as interruption:
        if left is not None:
            tell_of(left, interruption)
        raise


def operation(flow: Callable[..., Flow[Created[Any]]]) -> Any:  # noqa: ANN401 - plain methods are declared elsewhere
    """Make a flow that creates a task an operation of both clients."""
    return Operation(flow)
