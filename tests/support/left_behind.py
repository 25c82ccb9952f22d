"""A vendor that answers creates when it is told to, and what the log says of tasks that are left behind."""

import json
import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from safelight import Options

from support.hostile import wire
from support.real import QUICK
from support.scripted import Sent, reply
from support.vendors import FakeClaid
from support.waiting import HANG

PICTURE = "https://pictures.test/a.png"
PATIENT = Options(retry=QUICK)


class Gated(FakeClaid):
    """Creates wait for their answer until the gate is open; each task is done at once.

    Args:
        free: Creates that need not wait.
        answer: What is answered in place of a task.
    """

    def __init__(self, free: int = 0, answer: Any = None) -> None:
        super().__init__()
        self.gate = threading.Event()
        self._free = free
        self._answer = answer

    def create(self, sent: Sent) -> Any:
        number = self.calls["create"]
        made = {"data": {"id": number, "status": "ACCEPTED", "result_url": "https://api.claid.ai/x"}}
        answer = reply(202, made) if self._answer is None else self._answer
        return [*wire(answer)] if number <= self._free else self._late(wire(answer))

    def _late(self, actions: list[Any]) -> Iterator[Any]:
        self.gate.wait(HANG)
        yield from actions

    def status(self, sent: Sent) -> Any:
        number = int(sent.url.rpartition("/")[2])
        out = {"tmp_url": f"{self.store}/down/x.png", "mime": "image/png", "object_uri": None}
        result = {"input_objects": [], "output_object": out}
        return reply(200, {"data": {"id": number, "status": "DONE", "result": result}})


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Ids of the tasks whose tokens were logged."""
    found = [re.search(r"left running.*?(\{.*\})", record.getMessage()) for record in caplog.records]
    return sorted(json.loads(match[1])["id"] for match in found if match)
