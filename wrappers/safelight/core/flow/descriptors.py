"""Methods written once as flows: a plain call on a sync owner, an awaitable one on an async owner."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from copy import copy
from functools import update_wrapper
from typing import (
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    Protocol,
    Self,
    TypeVar,
    cast,
    overload,
)

from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.flow.effects import Flow

P = ParamSpec("P")
T = TypeVar("T")


class SyncOwner(Protocol):
    """An object whose flows run on a `SyncDriver`."""

    @property
    def _driver(self) -> SyncDriver: ...


class AsyncOwner(Protocol):
    """An object whose flows run on an `AsyncDriver`."""

    @property
    def _driver(self) -> AsyncDriver: ...


class Described(Generic[P, T]):
    """A flow as a method: keeps a flow's name, documentation and signature (without ``self``)."""

    _GIVES = ("{}", "Awaitable[{}]")
    """What a call gives on a sync and on an async owner, of what its flow gives."""

    def __init__(self, flow: Callable[Concatenate[Any, P], Flow[T]]) -> None:
        self.flow = flow
        update_wrapper(cast("Callable[..., object]", self), flow)
        self._signatures: dict[type[object], inspect.Signature] = {}
        signature = inspect.signature(flow)
        self.__signature__ = signature.replace(parameters=list(signature.parameters.values())[1:])

    def __call__(self, owner: object, *args: P.args, **kwargs: P.kwargs) -> object:
        """Call on an owner, as with any function of a class; also lets `help` and `inspect` see the signature."""
        bound = cast("Callable[..., object]", getattr(owner, self.flow.__name__))
        return bound(*args, **kwargs)

    def _of(self, kind: type[object]) -> Self:
        """Itself as an attribute of a class, with what a call gives there."""
        seen = copy(self)
        seen.__signature__ = self._signature(kind)
        return seen

    def _signature(self, kind: type[object]) -> inspect.Signature:
        # A flow is for its driver; who calls help() wants to know what the call gives.
        if kind not in self._signatures:
            self._signatures[kind] = self._signed(kind)
        return self._signatures[kind]

    def _signed(self, kind: type[object]) -> inspect.Signature:
        flow = str(self.__signature__.return_annotation)
        gives = self._GIVES[any(base.__name__.startswith("Async") for base in kind.__mro__)]
        return self.__signature__.replace(return_annotation=gives.format(self._given(flow)))

    def _given(self, flow: str) -> str:
        return flow.removeprefix("Flow[").removesuffix("]")

    def _bound(self, owner: object, run: Callable[[Flow[T]], object]) -> Callable[P, object]:
        def call(*args: P.args, **kwargs: P.kwargs) -> object:
            try:
                flow = self.flow(owner, *args, **kwargs)
            except TypeError as error:
                if error.__traceback__ is None or error.__traceback__.tb_next is not None:
                    raise
                # Python names the class that the flow was written in, which users do not know.
                name = f"{type(owner).__name__}.{call.__name__}"
                raise TypeError(f"{name}{str(error).removeprefix(_named(self.flow))}") from None
            return run(flow)

        call.__name__ = call.__qualname__ = cast("Callable[P, object]", self.flow).__name__
        call.__doc__ = self.__doc__
        call.__signature__ = self._signature(type(owner))  # type: ignore[attr-defined]  # read by inspect and help()
        return call


def _named(flow: Callable[..., object]) -> str:
    return flow.__qualname__


class FlowMethod(Described[P, T]):
    """What `method` makes."""

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Self: ...
    @overload
    def __get__(self, owner: SyncOwner, kind: type[object]) -> Callable[P, T]: ...
    @overload
    def __get__(self, owner: AsyncOwner, kind: type[object]) -> Callable[P, Coroutine[Any, Any, T]]: ...
    def __get__(self, owner: SyncOwner | AsyncOwner | None, kind: type[object]) -> object:
        return self._of(kind) if owner is None else self._bound(owner, owner._driver.run)


class FlowIterator(Described[P, object], Generic[P, T]):
    """What `iterator` makes."""

    _GIVES = ("Iterator[{}]", "AsyncIterator[{}]")

    def __init__(self, flow: Callable[Concatenate[Any, P], Flow[object]], kind: type[T]) -> None:
        super().__init__(flow)
        self._kind = kind

    @overload
    def __get__(self, owner: None, kind: type[object]) -> Self: ...
    @overload
    def __get__(self, owner: SyncOwner, kind: type[object]) -> Callable[P, Iterator[T]]: ...
    @overload
    def __get__(self, owner: AsyncOwner, kind: type[object]) -> Callable[P, AsyncIterator[T]]: ...
    def __get__(self, owner: SyncOwner | AsyncOwner | None, kind: type[object]) -> object:
        if owner is None:
            return self._of(kind)
        driver = owner._driver
        return self._bound(owner, lambda flow: driver.iterate(flow, self._kind))

    def _given(self, flow: str) -> str:
        return self._kind.__name__


def method(flow: Callable[Concatenate[Any, P], Flow[T]]) -> FlowMethod[P, T]:
    """Make a flow a method that returns its result, or an awaitable of it."""
    return FlowMethod(flow)


def iterator(kind: type[T]) -> Callable[[Callable[Concatenate[Any, P], Flow[object]]], FlowIterator[P, T]]:
    """Make a flow a method that iterates over its events of one kind."""
    return lambda flow: FlowIterator(flow, kind)
