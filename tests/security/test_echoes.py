"""A server that repeats the key and a presigned query, in every field and header of its answers: nothing shows them."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest
from safelight.errors import SafelightError
from support.clients import KEY
from support.recorded import ASKS, CALLS, Example, Place, RecordedVendor, ask, distinct, places, replaced
from support.recorded_clients import client_of, names
from support.scripted import Answer, Sent
from support.seen import clean, seen_in
from support.vendors import QUERY

ECHOES: Mapping[str, str] = {
    "the key": KEY,
    "the key in a sentence": f"no \x1b[2J {KEY}\r\nis wrong",
    "a query": QUERY,
    "a query in a sentence": f"refused: {QUERY}, sorry",
    "an address": f"https://store.test/{KEY}/x.png?{QUERY}",
    "another address": f"s3://{KEY}/x.png?{QUERY}",
}
HEADERS = (
    "content-type",
    "etag",
    "location",
    "content-range",
    "content-length",
    "retry-after",
    "retry-after-ms",
    "x-request-id",
    "ratelimit-reset",
    "ratelimit-remaining",
    "content-encoding",
)


class EchoingVendor(RecordedVendor):
    """Answers with a text in some headers too."""

    def __init__(
        self, example: Example, spoil: Callable[[Any], Any], headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(example.vendor, example, spoil)
        self._headers = dict(headers or {})

    def __call__(self, sent: Sent) -> Answer:
        answer = super().__call__(sent)
        assert not isinstance(answer, BaseException)
        return attrs.evolve(answer, headers={**answer.headers, **self._headers})


def texts(content: object) -> list[Place]:
    """The places of an answer where a text stands."""

    def at(place: Place) -> object:
        found: Any = content
        for step in place:
            found = found[step]
        return found

    return [place for place in places(content) if isinstance(at(place), str)]


def shown_of(answering: RecordedVendor, name: str) -> list[str]:
    """All that can be printed of an operation and what it gives, or of the error it ends with."""
    vendor, shown = answering.vendor, list[str]()

    def heard(event: object) -> None:
        shown.extend([repr(event), str(event)])

    with client_of(vendor, 0, answering, heard) as client:
        try:
            if name in ASKS.get(vendor, {}):
                ask(vendor, name, client)
                return shown
            task = CALLS[vendor][name](client)
            shown += [*seen_in(task), task.token, *map(repr, task.updates(within=5))]
            shown += seen_in(task.status())
            result = task.result(within=5)
            shown += [repr(result), *map(repr, result.files), *map(repr, vars(result.files[0]).values())]
            result.bytes()
        except SafelightError as error:
            shown += seen_in(error)
    return shown


EXAMPLES = [pytest.param(example, id=str(example)) for vendor in CALLS for example in distinct(vendor)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_echo_in_an_answer_is_not_shown(example, caplog):
    caplog.set_level(logging.DEBUG)
    name = names(example.vendor).get(example.operation)
    if name is None:
        pytest.skip("only of uploads in parts")
    everywhere = texts(example.content)
    for echo in ECHOES.values():
        for chosen in (*([place] for place in everywhere), everywhere):
            changes = dict.fromkeys(chosen, echo)
            answering = RecordedVendor(
                example.vendor, example, lambda content, changes=changes: replaced(content, changes)
            )
            clean(shown_of(answering, name))
        headers = EchoingVendor(example, lambda content: content, dict.fromkeys(HEADERS, echo))
        clean(shown_of(headers, name))
    clean([caplog.text])
