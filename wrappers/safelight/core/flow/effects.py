"""Flows: rules written once as generators that yield effects, for a driver to perform.

A flow never does I/O, never waits and never reads a clock: it yields an effect and gets the effect's
result back, as httpx's own ``auth_flow`` does. `SyncDriver` and `AsyncDriver` perform the effects.
Write ``reply = yield from Send(request)``: an effect iterates to its own result, exactly typed.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Generic, TypeAlias, TypeVar, cast

import attrs

from safelight.core.http.messages import Reply, Request, Sink, TransportFailure
from safelight.errors import SafelightError

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Effect(Generic[T_co]):
    """Something a flow asks its driver to do; ``yield from effect`` gives the result."""

    __slots__ = ()

    def __iter__(self) -> Generator[Effect[object], object, T_co]:
        return cast("T_co", (yield self))


Flow: TypeAlias = Generator[Effect[object], object, T]


def done(value: T) -> Flow[T]:
    """A flow that asks for nothing and gives a value."""
    return value
    yield


@attrs.frozen
class Instant:
    """A moment on two clocks, both in seconds: one that never jumps, and the epoch's."""

    monotonic: float
    wall: float


@attrs.frozen(eq=False)
class Now(Effect[Instant]):
    """Read the clocks."""


@attrs.frozen(eq=False)
class Sleep(Effect[None]):
    """Let `seconds` pass; `trouble` is what went wrong, where something is to be tried again after them."""

    seconds: float
    trouble: SafelightError | None = None


CHECKPOINT = Sleep(0.0)
"""Lets an interruption strike that was held back."""


@attrs.frozen(eq=False)
class Deadline(Effect[None]):
    """Give the flow so many seconds from now on, after which what takes time raises `Overdue`; None lifts it."""

    seconds: float | None


class Overdue(Exception):
    """The deadline of a flow has passed; `trouble` is what was not over by then, where anything went wrong."""

    def __init__(self, trouble: SafelightError | TransportFailure | None) -> None:
        super().__init__()
        self.trouble = trouble


@attrs.frozen(eq=False)
class Send(Effect[Reply]):
    """Send a request and read the answer: bounded, or into a sink where it is a file's content.

    Without a sink, raises `TransportFailure`; with one, it is the reply's `failure`. A `billed` request is seen to its
    end: cancellations, however many, and the end of a `map` strike only where the flow waits next, or at its
    `CHECKPOINT`.
    """

    request: Request
    sink: Sink | None = None
    billed: bool = False


@attrs.frozen(eq=False)
class Emit(Effect[None]):
    """Tell whoever iterates over the flow what happened, or hand them a value; and the listener, if it is `told`."""

    event: object
    told: bool = True


@attrs.frozen(eq=False)
class Blocking(Effect[T]):
    """Call a function that may block (a file's metadata, a rename); never on an event loop's thread."""

    call: Callable[[], T]


@attrs.frozen(eq=False)
class Gather(Effect[list[T]]):
    """Run flows at the same time, at most `at_once` of them; results in order.

    The first failure stops the others and is raised.
    """

    flows: Sequence[Callable[[], Flow[T]]]
    at_once: int


@attrs.frozen(eq=False)
class Exclusive(Effect[T]):
    """Run a flow while no other flow of the same client holds the lock called `name`."""

    name: str
    flow: Callable[[], Flow[T]]


def finally_(flow: Flow[T], clean: Callable[[], None]) -> Flow[T]:
    """Run a flow, and `clean` after it however it ends, maybe twice: as a `Blocking` call where that is possible."""
    abandoned = False
    try:
        return (yield from flow)
    except GeneratorExit:  # nothing can be yielded any more
        abandoned = True
        raise
    finally:
        try:
            if not abandoned:
                yield from Blocking(clean)
        finally:  # a driver that stops performs nothing
            clean()
