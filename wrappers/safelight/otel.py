"""OpenTelemetry: one span a task, from its creation to its end (extra ``otel``).

    from safelight import Options, Pilio
    from safelight.otel import task_spans

    pilio = Pilio(options=Options(listener=task_spans()))

For a span a request, instrument httpx with ``opentelemetry-instrumentation-httpx``.
"""

from __future__ import annotations

import time

try:
    from opentelemetry import trace
    from opentelemetry.trace import Span, Status, StatusCode, Tracer, TracerProvider
except ModuleNotFoundError as error:
    from safelight.extras import install_hint

    raise ModuleNotFoundError(f"spans need OpenTelemetry: {install_hint('otel')}", name=error.name) from error

from safelight.core.base.events import Update, WaitEnded
from safelight.core.base.locks import Lock
from safelight.core.flow.drivers import Listener
from safelight.errors import TaskExpired

KEPT = 10_000
"""Tasks that may be open at once, beyond which the oldest is ended without a status; and ended ones remembered."""


def task_spans(provider: TracerProvider | None = None) -> Listener:
    """A listener that makes a span of every task that is waited for.

    A wait that ends before its task does ends the span, with no status; waiting for the task again makes another.

    Args:
        provider: Where the spans go; by default the global one.
    """
    return _Spans(trace.get_tracer("safelight", tracer_provider=provider)).listen


class _Spans:
    """The spans of the tasks that are waited for now, and the names of those that have ended."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._open: dict[tuple[str, str], Span] = {}
        self._ended: dict[tuple[str, str], None] = {}
        self._lock = Lock()

    def listen(self, event: object) -> None:
        if isinstance(event, Update | WaitEnded):
            with self._lock:
                over = self._updated(event) if isinstance(event, Update) else self._given_up(event)
            if over is not None:  # exporting it may take a while
                over.end()

    def _updated(self, event: Update) -> Span | None:
        """Note how a task stands; its span, if that is over."""
        key = (event.vendor, event.task)
        if key in self._ended:
            return None
        span = self._open.get(key) or self._opened(event)
        span.add_event(event.word, {"safelight.phase": event.phase, "safelight.polls": event.polls})
        if event.phase not in ("succeeded", "failed"):
            return None
        del self._open[key]
        if event.task:  # without an id, the next task has the same key
            self._ended[key] = None
            if len(self._ended) > KEPT:
                del self._ended[next(iter(self._ended))]
        span.set_status(Status(StatusCode.OK if event.phase == "succeeded" else StatusCode.ERROR))
        return span

    def _given_up(self, event: WaitEnded) -> Span | None:
        """Nobody waits for a task any more; its span, if it has one."""
        span = self._open.pop((event.vendor, event.task), None)
        if span is not None:
            span.add_event("wait ended", {"safelight.reason": event.reason})
            if event.reason == TaskExpired.__name__:
                span.set_status(Status(StatusCode.ERROR))
        return span

    def _opened(self, event: Update) -> Span:
        span = self._open[event.vendor, event.task] = self._tracer.start_span(
            f"{event.vendor}.{event.operation}",
            start_time=time.time_ns() - int(event.elapsed * 1e9),
            attributes={"safelight.vendor": event.vendor, "safelight.task": event.task},
        )
        if len(self._open) > KEPT:
            self._open.pop(next(iter(self._open))).end()
        return span
