"""Many files are registered by few calls: Pilio takes 500 in one."""

from safelight import Options, Pilio, RequestSent
from safelight.core.transfers.sources import prepare
from safelight.sandbox import Sandbox
from safelight.testing import hurried
from support.clients import run
from support.uploaded import uploaded

PNG = b"\x89PNG\r\n\x1a\n"


def test_501_files_are_registered_by_two_calls() -> None:
    events: list[object] = []
    with Sandbox(limits=False) as sandbox, hurried():
        options = Options(listener=events.append)
        with Pilio(sandbox.api_key("pilio"), base_url=sandbox.base_url("pilio"), options=options) as pilio:
            files = [prepare(PNG + str(number).encode(), f"{number}.png") for number in range(501)]
            ids = run(pilio, uploaded(pilio, files))
    assert len(set(ids)) == 501
    registered = [event for event in events if isinstance(event, RequestSent)]
    assert [event.operation for event in registered] == ["create_files", "create_files"]
    assert sum(record.method == "PUT" for record in sandbox.requests) == 501
