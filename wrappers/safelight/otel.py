"""OpenTelemetry: one span a task, from its creation to its end (``pip install safelight[otel]``).

    from safelight import Options, Pilio
    from safelight.otel import task_spans

    pilio = Pilio(options=Options(listener=task_spans()))

For a span a request, instrument httpx with ``opentelemetry-instrumentation-httpx``.
"""

from __future__ import annotations

import time

try:
    from opentelemetry import trace
    from opentelemetry.trace import Span, Status, StatusCode, TracerProvider
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "spans need OpenTelemetry: pip install 'safelight[otel]'", name=error.name
    ) from error

from safelight.core.drivers import Listener
from safelight.core.events import Update
from safelight.core.locks import Lock

KEPT = 10_000
"""Tasks that may be open at once; the oldest is ended without a status beyond that."""


def task_spans(provider: TracerProvider | None = None) -> Listener:
    """A listener that makes a span of every task that is waited for.

    Args:
        provider: Where the spans go; by default the global one.
    """
    tracer = trace.get_tracer("safelight", tracer_provider=provider)
    open_spans: dict[tuple[str, str], Span] = {}
    lock = Lock()

    def listen(event: object) -> None:
        if not isinstance(event, Update):
            return
        key = (event.vendor, event.task)
        with lock:
            span = open_spans.get(key)
            if span is None:
                span = open_spans[key] = tracer.start_span(
                    f"{event.vendor}.{event.operation}",
                    start_time=time.time_ns() - int(event.elapsed * 1e9),
                    attributes={"safelight.vendor": event.vendor, "safelight.task": event.task},
                )
                if len(open_spans) > KEPT:
                    open_spans.pop(next(iter(open_spans))).end()
            span.add_event(event.word, {"safelight.phase": event.phase, "safelight.polls": event.polls})
            if event.phase not in ("succeeded", "failed"):
                return
            del open_spans[key]
        span.set_status(Status(StatusCode.OK if event.phase == "succeeded" else StatusCode.ERROR))
        span.end()

    return listen
