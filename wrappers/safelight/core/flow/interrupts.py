"""Holds Ctrl-C and other signals back on the main thread while the answer to a billed request is read and named."""

from __future__ import annotations

import _thread
import signal
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum, auto
from types import FrameType
from typing import Self, TypeAlias

Handler: TypeAlias = Callable[[int, FrameType | None], object]

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK", "SIGALRM")
"""Signals whose handlers usually raise, by name, for no system has them all."""
GRACE = 2.0
"""Seconds that a signal waits for the answer to a billed request; a second signal waits for nothing."""


class _Stage(Enum):
    FREE = auto()
    """Signals are passed on at once."""
    SENDING = auto()
    """A billed request is out."""
    HELD = auto()
    """Signals wait until they are let through."""


class Interrupts:
    """The signals of the main thread for the time of one ``with`` block; elsewhere it does nothing.

    Only those with a handler written in Python are held back, and handed to it at `strike`, or at the end of the block.
    """

    def __init__(self, stage: _Stage = _Stage.FREE) -> None:
        self._wanted = stage
        self._stage = _Stage.FREE
        self._handlers: dict[int, Handler] = {}
        self._waiting: list[int] = []
        self._thread = threading.get_ident()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._before = _CURRENT.set(self)
        if threading.current_thread() is not threading.main_thread():
            return self
        for name in SIGNALS:
            number = getattr(signal, name, None)
            handler = None if number is None else signal.getsignal(number)
            if number is not None and callable(handler):
                self._handlers[number] = handler
                try:
                    signal.signal(number, self._caught)
                except ValueError:  # a subinterpreter, which gets no signals
                    break
        self._stage = self._wanted
        return self

    def __exit__(self, *exc_info: object) -> None:
        try:
            for number, handler in self._handlers.items():
                if signal.getsignal(number) == self._caught:
                    signal.signal(number, handler)
        finally:  # one that came between them may have raised: what is not given back yet passes signals on
            self._stage = _Stage.FREE
            _CURRENT.reset(self._before)
            self.strike()

    def _caught(self, number: int, frame: FrameType | None) -> None:
        again = number in self._waiting
        if not again:
            self._waiting.append(number)
        if self._stage is _Stage.FREE or (self._stage is _Stage.SENDING and again):
            self.strike(frame)
        elif self._stage is _Stage.SENDING:
            # Not a threading.Thread: its start takes locks that the interrupted code may hold.
            _thread.start_new_thread(self._hurry, (number,))

    def _hurry(self, number: int) -> None:
        """Send a signal again where no answer comes."""
        time.sleep(GRACE)
        with self._lock:
            if self._stage is _Stage.SENDING and number in self._waiting:
                if sys.platform == "win32":
                    _thread.interrupt_main(signal.Signals(number))
                else:
                    signal.pthread_kill(self._thread, number)

    def strike(self, frame: FrameType | None = None) -> None:
        """Hand the signals that wait to their handlers, which may raise."""
        if self._waiting:
            number = self._waiting.pop(0)
            try:
                self._handlers[number](number, frame)
            finally:
                self.strike(frame)

    def enter(self, stage: _Stage) -> None:
        with self._lock:
            self._stage = stage

    @staticmethod
    def current() -> Interrupts | None:
        """Those of this thread, for a context may be another thread's copy."""
        current = _CURRENT.get()
        return current if current is not None and current._thread == threading.get_ident() else None


_CURRENT: ContextVar[Interrupts | None] = ContextVar("CURRENT", default=None)


def held() -> Interrupts:
    """A ``with`` block that no signal interrupts."""
    return Interrupts(_Stage.HELD)


@contextmanager
def sending() -> Generator[None]:
    """A billed request is out; from its answer on, signals wait."""
    current = Interrupts.current()
    if current is None:
        yield
        return
    current.enter(_Stage.SENDING)
    try:
        yield
    finally:
        current.enter(_Stage.HELD)


def strike(*, release: bool) -> None:
    """Let signals through that wait; with `release`, later ones too."""
    current = Interrupts.current()
    if current is not None:
        if release:
            current.enter(_Stage.FREE)
        current.strike()
