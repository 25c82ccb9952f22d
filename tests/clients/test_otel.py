"""One span a task."""

from pathlib import Path

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from safelight import Options, Pilio
from safelight.otel import task_spans
from safelight.sandbox import Sandbox


def test_a_task_is_one_span_from_creation_to_end(sandbox: Sandbox, photo: Path) -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with Pilio(options=Options(listener=task_spans(provider))) as pilio:
        task = pilio.remove_background(photo)
        task.result()
    (span,) = exporter.get_finished_spans()
    assert span.name == "pilio.remove_background"
    assert span.attributes is not None
    assert span.attributes["safelight.task"] == task.id
    assert span.status.is_ok
    assert span.start_time is not None
    assert span.end_time is not None
    assert span.end_time > span.start_time
