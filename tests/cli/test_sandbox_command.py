"""``safelight sandbox`` serves other programs."""

import os
import shlex
import subprocess
import sys
import urllib.request
from http import HTTPStatus

import httpx
import pytest
from safelight.sandbox import Sandbox
from support.waiting import HANG

pytestmark = [pytest.mark.integration, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]


@pytest.mark.parametrize("fast", [False, True])
def test_serves_until_it_is_told_to_stop(fast):
    webhooks = {"claid": "http://127.0.0.1:9/claid"} if fast else {}
    options = ["--fast", "--webhook", "claid=http://127.0.0.1:9/claid"] if fast else []
    words = [sys.executable, "-m", "safelight", "sandbox", "--port", "0", *options]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        # Reading to the end works while it serves: it lets go of stdout, as a shell's $(...) needs.
        lines = [shlex.split(line) for line in process.stdout.read().splitlines()]
        variables = dict(word.split("=", 1) for export, word in lines if export == "export")
        with Sandbox(webhooks=webhooks) as another:
            assert ("CLAID_WEBHOOK_SECRET" in variables) is fast
            assert variables.keys() == another.environment().keys()
        address = variables["PICWISH_BASE_URL"]
        with urllib.request.urlopen(f"{address.rpartition('/')[0]}/sandbox/health", timeout=HANG) as answer:  # noqa: S310 - our own address
            assert answer.status == 200
        task = f"{address}/api/tasks/visual/segmentation/none"
        answers = [httpx.get(task, headers={"X-API-KEY": variables["PICWISH_API_KEY"]}) for _ in range(5)]
        assert any(answer.status_code == HTTPStatus.TOO_MANY_REQUESTS for answer in answers) is not fast
        process.terminate()
        _, err = process.communicate(timeout=HANG)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0, err
    assert err.startswith("sandbox of all vendors at http://127.0.0.1:")
    assert err.endswith(f"; kill {process.pid} ends it\n"), "Ctrl-C does not reach one in the background"
    assert "Traceback" not in err


def test_an_address_that_no_webhook_can_go_to():
    words = [sys.executable, "-m", "safelight", "sandbox", "--webhook", "claid=9000"]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=HANG)
    assert ended.returncode == 2
    assert "--webhook: url: '9000' is not an http or https URL" in ended.stderr


def test_a_port_that_is_taken(sandbox):
    words = [sys.executable, "-m", "safelight", "sandbox", "--port", str(sandbox.port)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"error: cannot serve at 127.0.0.1:{sandbox.port}: ")
