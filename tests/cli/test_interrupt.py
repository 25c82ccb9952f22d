"""Ctrl-C loses nothing that was bought."""

import json
import re
import signal
import subprocess
import sys
import time

import pytest
from safelight.sandbox import FaultKind
from support.waiting import HANG, until

pytestmark = [pytest.mark.integration, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]

NEVER = 3600.0
"""Seconds that outlast a test."""
RESUME = r"\n  safelight resume [0-9a-f]{6} -o out  # "


@pytest.fixture
def start(environment):
    """Start a command in a process of its own."""
    started = []

    def begin(*arguments):
        words = [sys.executable, "-m", "safelight", *map(str, arguments)]
        process = subprocess.Popen(
            words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def wait_for_request(sandbox, operation):
    until(lambda: any(record.operation == operation for record in sandbox.requests))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_prints_the_tokens_of_running_tasks(start, sandbox, photo, number, code):
    sandbox.task_seconds = NEVER
    process = start("picwish", "remove-background", photo, "-o", "out", "--json")
    wait_for_request(sandbox, "get_segmentation")
    process.send_signal(number)
    out, err = process.communicate(timeout=HANG)
    assert process.returncode == code, err
    assert "Traceback" not in err
    report = json.loads(out)
    assert f"safelight resume {report['task']} -o out  # {photo}" in err
    assert report["end"] == "interrupted"
    assert json.loads(report["token"])["vendor"] == "picwish"


def test_waits_for_the_answer_to_an_order(start, sandbox, photo):
    sandbox.faults.add(FaultKind.LATENCY, operation="create_segmentation", seconds=NEVER)
    process = start("picwish", "remove-background", photo, "-o", "out")
    until(lambda: sandbox.ledger.entries)
    process.send_signal(signal.SIGINT)
    while "an order is under way" not in (line := process.stderr.readline()):
        assert line, "it ended"
    while process.poll() is None:
        sandbox.clock.advance(NEVER)
        time.sleep(0.01)
    _, err = process.communicate(timeout=HANG)
    assert process.returncode == 130, err
    assert re.search(RESUME, err)


def test_a_second_interrupt_stops_at_once(start, sandbox, photo):
    sandbox.faults.add(FaultKind.LATENCY, operation="create_segmentation", seconds=NEVER)
    process = start("picwish", "remove-background", photo, "-o", "out")
    assert "sending" in process.stderr.readline()
    until(lambda: sandbox.ledger.entries)
    process.send_signal(signal.SIGINT)
    assert "an order is under way" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HANG)
    assert process.returncode == 130
    assert "may have been charged" in err


def test_an_upload_is_simply_stopped(start, sandbox, photo):
    sandbox.faults.add(FaultKind.LATENCY, operation="put_object", seconds=NEVER)
    process = start("pilio", "remove-background", photo, "-o", "out")
    wait_for_request(sandbox, "put_object")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HANG)
    assert process.returncode == 130
    assert "1 of 1 not sent; nothing was bought" in err
    assert not sandbox.ledger.entries


@pytest.mark.parametrize("times", [1, 2])
def test_an_order_that_is_sent_again_is_under_way(start, sandbox, photo, times):
    """The attempt before may have been charged: between the two nobody can say that nothing was bought."""
    sandbox.faults.add(FaultKind.SERVER_ERROR, operation="run_background_removal", status=503, retry_after=10)
    process = start("perfect", "remove-background", photo, "-o", "out", "--request-id", "4711")
    while "retrying" not in (line := process.stderr.readline()):
        assert line, "it ended"
    process.send_signal(signal.SIGINT)
    assert "an order is under way" in process.stderr.readline()
    if times > 1:
        process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=HANG)
    assert process.returncode == 130
    assert "nothing was bought" not in err, err
    assert re.search(RESUME if times == 1 else "add --request-id 4711 to send it again", err)
