"""Methods written once as flows: a plain call on a sync owner, an awaitable one on an async owner.

Type checkers and editors read plain methods instead, which are made of these: `safelight.editors` and the packages of
operations.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from copy import copy
from functools import partial, update_wrapper
from typing import Any, Self, cast

from safelight.core.flow.effects import Flow


class FlowMethod:
    """A flow as a method: keeps a flow's name, documentation and signature (without ``self``)."""

    _GIVES = ("{}", "Awaitable[{}]")
    """What a call gives on a sync and on an async owner, of what its flow gives."""

    def __init__(self, flow: Callable[..., Flow[Any]]) -> None:
        self.flow = flow
        update_wrapper(cast("Callable[..., object]", self), flow)
        self._signatures: dict[type[object], inspect.Signature] = {}
        signature = inspect.signature(flow)
        self.__signature__ = signature.replace(parameters=list(signature.parameters.values())[1:])

    def __call__(self, owner: object, *args: object, **kwargs: object) -> object:
        """Call on an owner, as with any function of a class; also lets `help` and `inspect` see the signature."""
        return getattr(owner, self.flow.__name__)(*args, **kwargs)

    def __get__(self, owner: Any, kind: type[object]) -> Callable[..., object]:  # noqa: ANN401 - of both kinds
        return self._of(kind) if owner is None else self._bound(owner)

    def _run(self, owner: Any, flow: Flow[Any]) -> object:  # noqa: ANN401 - same
        """Run the flow of a call."""
        return owner._driver.run(flow)

    def _of(self, kind: type[object]) -> Self:
        """Itself as an attribute of a class, with what a call gives there."""
        seen = copy(self)
        seen.__signature__ = self._signature(kind)
        return seen

    def _signature(self, kind: type[object]) -> inspect.Signature:
        # A flow is for its driver; who calls help() wants to know what the call gives.
        if kind not in self._signatures:
            gives = self._GIVES[any(base.__name__.startswith("Async") for base in kind.__mro__)]
            self._signatures[kind] = self.__signature__.replace(return_annotation=gives.format(self._given()))
        return self._signatures[kind]

    def _given(self) -> str:
        return str(self.__signature__.return_annotation).removeprefix("Flow[").removesuffix("]")

    def _bound(self, owner: object) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            try:
                flow = self.flow(owner, *args, **kwargs)
            except TypeError as error:
                if error.__traceback__ is None or error.__traceback__.tb_next is not None:
                    raise
                # Python names the class that the flow was written in, which users do not know.
                name = f"{type(owner).__name__}.{call.__name__}"
                raise TypeError(f"{name}{str(error).removeprefix(self.flow.__qualname__)}") from None
            return self._run(owner, flow)

        call.__name__ = call.__qualname__ = self.flow.__name__
        call.__doc__ = self.__doc__
        call.__signature__ = self._signature(type(owner))  # type: ignore[attr-defined]  # read by inspect and help()
        return call


class FlowIterator(FlowMethod):
    """A flow as a method that iterates over its events of one kind."""

    _GIVES = ("Iterator[{}]", "AsyncIterator[{}]")

    def __init__(self, flow: Callable[..., Flow[Any]], kind: type[object]) -> None:
        super().__init__(flow)
        self._kind = kind

    def _run(self, owner: Any, flow: Flow[Any]) -> object:  # noqa: ANN401 - of both kinds
        return owner._driver.iterate(flow, self._kind)

    def _given(self) -> str:
        return self._kind.__name__


def method(flow: Callable[..., Flow[Any]]) -> Any:  # noqa: ANN401 - plain methods are declared elsewhere
    """Make a flow a method that returns its result, or an awaitable of it."""
    return FlowMethod(flow)


def iterator(kind: type[object]) -> Callable[[Callable[..., Flow[object]]], Any]:
    """Make a flow a method that iterates over its events of one kind."""
    return partial(FlowIterator, kind=kind)
