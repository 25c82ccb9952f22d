"""A method that creates a task: a call that gives it or, on an async client, an awaitable of it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, Self, TypeVar, overload

from safelight.core.api.purchases import BOUGHT, left_running, tell_of
from safelight.core.api.validation import call_by_parameter
from safelight.core.base.outcome import Created
from safelight.core.flow.descriptors import Described
from safelight.core.flow.effects import CHECKPOINT, Flow
from safelight.core.task import AsyncTask, Task
from safelight.errors import OutcomeUnknown, SafelightError

P = ParamSpec("P")
R = TypeVar("R")


class SyncStarter(Protocol):
    """A client that starts tasks and waits for their creation."""

    def _places(self, method: str) -> Mapping[str, str]: ...

    def _start(self, flow: Flow[Created[Any]]) -> Task[Any]: ...


class AsyncStarter(Protocol):
    """A client that starts tasks on an event loop."""

    def _places(self, method: str) -> Mapping[str, str]: ...

    def _start(self, flow: Flow[Created[Any]]) -> Coroutine[Any, Any, AsyncTask[Any]]: ...


class Operation(Described[P, Created[R]], Generic[P, R]):
    """What `operation` makes: a call giving a `Task` or, on an async client, an `AsyncTask`."""

    _GIVES = ("Task[{}]", "Awaitable[AsyncTask[{}]]")

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Self: ...
    @overload
    def __get__(self, owner: SyncStarter, kind: type[object]) -> Callable[P, Task[R]]: ...
    @overload
    def __get__(
        self, owner: AsyncStarter, kind: type[object]
    ) -> Callable[P, Coroutine[Any, Any, AsyncTask[R]]]: ...
    def __get__(self, owner: SyncStarter | AsyncStarter | None, kind: type[object]) -> object:
        if owner is None:
            return self._of(kind)
        return self._bound(
            owner, lambda flow: owner._start(self._placed(flow, owner._places(self.flow.__name__)))
        )

    def _given(self, flow: str) -> str:
        return super()._given(flow).removeprefix("Created[").removesuffix("]")

    def _placed(self, flow: Flow[Created[R]], places: Mapping[str, str]) -> Flow[Created[R]]:
        """Errors name the operation and its parameters as users know them, an interruption the task that was created."""
        try:
            created = yield from flow
        except SafelightError as error:
            error.operation = self.flow.__name__
            call_by_parameter(error, self.__signature__.parameters, places)
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


def operation(flow: Callable[Concatenate[Any, P], Flow[Created[R]]]) -> Operation[P, R]:
    """Make a flow that creates a task an operation of both clients."""
    return Operation(flow)
