"""Operations: methods written once as flows, which become calls on both kinds of clients."""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from functools import update_wrapper
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, Self, TypeVar, cast, overload

from safelight.core.calls import Api
from safelight.core.envelope import at_path
from safelight.core.flow import Blocking, Flow, Now
from safelight.core.outcome import Created, Handle, Outcome, Status, optional
from safelight.core.sources import Prepared, Source, prepare, url_of
from safelight.errors import SafelightError, UnexpectedResponse

if TYPE_CHECKING:
    from safelight.core.client import AsyncClient, SyncClient
    from safelight.core.task import AsyncTask, Task

P = ParamSpec("P")
R = TypeVar("R")


class Operations(ABC, Generic[R]):
    """What a vendor's clients can do; `R` is the vendor's own model of a finished task."""

    _api: Api

    @abstractmethod
    def _check(self, handle: Handle) -> Flow[Status]:
        """One status call."""

    @abstractmethod
    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[R]]:
        """The outcome of a finished task: from `status` where that holds it, else asked for (again)."""

    def _status_in(self, content: Mapping[str, object]) -> Status:
        """The status that an answer tells, by the vendor's facts."""
        facts = self._api.facts
        data = content.get(facts.envelope.data_field)
        word = at_path(data, facts.task.status)
        if word is None:
            raise UnexpectedResponse(f"the answer has no {facts.task.status}", vendor=facts.vendor)
        said = [text for path in facts.task.reason if (text := at_path(data, path))]
        known = next((str(text) for text in (word, *said) if str(text) in facts.task_errors), None)
        hint = at_path(data, facts.polling.hint_milliseconds_field or "-")
        progress = at_path(data, "progress")
        return Status(
            phase=facts.task.phase(word),
            word=str(word),
            progress=float(progress) if isinstance(progress, int | float) else None,
            poll_after=hint / 1000 if isinstance(hint, int | float) and hint > 0 else None,
            reason=str(said[0]) if said else None,
            code=known or optional(at_path(data, "error_type"), str),
            answer=content,
        )

    def _task_id(self, operation: str, content: Mapping[str, object]) -> str:
        """The id of the task that a billed answer names."""
        facts = self._api.facts
        task_id = at_path(content.get(facts.envelope.data_field), facts.task.id)
        if isinstance(task_id, str | int) and task_id != "":
            return str(task_id)
        missing = UnexpectedResponse(f"the answer names no {facts.task.id}")
        raise self._api.unusable(facts.operations[operation], missing)

    def _prepared(self, source: Source, filename: str | None, operation: str, parameter: str) -> Flow[Prepared]:
        """Measure a file and check it against the documented limits of an operation."""
        try:
            file = yield from Blocking(lambda: prepare(source, filename))
            limits = self._api.facts.operations[operation].inputs.get(parameter)
            if limits is not None:
                file.check(self._api.facts.title, parameter, limits)
        except SafelightError as error:
            raise error.placed(vendor=self._api.facts.vendor, operation=operation) from None
        return file

    def _created(
        self,
        operation: str,
        task_id: str,
        name: str,
        options: Mapping[str, str] | None = None,
        outcome: Outcome[R] | None = None,
    ) -> Flow[Created[R]]:
        now = yield from Now()
        address = self._api.credentials.base_url
        handle = Handle(self._api.facts.vendor, operation, task_id, now.wall, address, name, options or {})
        return Created(handle, outcome)


def stem_of(source: Source | None, filename: str | None, otherwise: str) -> str:
    """The name to give results of a source: its own, without the suffix."""
    if filename:
        return PurePath(filename).stem
    if isinstance(source, str) and (url := url_of(source)):
        return PurePath(url.partition("?")[0]).stem or otherwise
    named = getattr(source, "name", source)
    return PurePath(named).stem if isinstance(named, str | PurePath) and str(named) else otherwise


class Operation(Generic[P, R]):
    """Descriptor that `operation` makes: a call giving a `Task` or, on an async client, an `AsyncTask`."""

    def __init__(self, flow: Callable[Concatenate[Any, P], Flow[Created[R]]]) -> None:
        self.flow = flow
        update_wrapper(cast("Callable[..., object]", self), flow)
        signature = inspect.signature(flow)
        self.__signature__ = signature.replace(parameters=list(signature.parameters.values())[1:])

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Self: ...
    @overload
    def __get__(self, owner: SyncClient[object], kind: type[object]) -> Callable[P, Task[R]]: ...
    @overload
    def __get__(self, owner: AsyncClient[object], kind: type[object]) -> Callable[P, Awaitable[AsyncTask[R]]]: ...
    def __get__(
        self, owner: SyncClient[object] | AsyncClient[object] | None, kind: type[object]
    ) -> Self | Callable[P, Task[R]] | Callable[P, Awaitable[AsyncTask[R]]]:
        if owner is None:
            return self
        start = cast("Callable[[Flow[Created[R]]], Task[R] | Awaitable[AsyncTask[R]]]", owner._start)  # noqa: SLF001

        def call(*args: P.args, **kwargs: P.kwargs) -> Task[R] | Awaitable[AsyncTask[R]]:
            return start(self.flow(owner, *args, **kwargs))

        call.__name__ = call.__qualname__ = cast("Callable[P, object]", self.flow).__name__
        call.__doc__ = self.__doc__
        call.__signature__ = self.__signature__  # type: ignore[attr-defined]  # read by inspect and help()
        return cast("Callable[P, Task[R]]", call)


def operation(flow: Callable[Concatenate[Any, P], Flow[Created[R]]]) -> Operation[P, R]:
    """Make a flow that creates a task an operation of both clients."""
    return Operation(flow)

