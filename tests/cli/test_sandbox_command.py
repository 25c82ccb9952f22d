"""``safelight sandbox`` serves other programs."""

import os
import shlex
import subprocess
import sys
import urllib.request

import pytest
from safelight.sandbox import Sandbox
from support.waiting import HANG

pytestmark = [pytest.mark.integration, pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")]


def test_serves_until_it_is_told_to_stop():
    words = [sys.executable, "-m", "safelight", "sandbox", "--port", "0"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        # Reading to the end works while it serves: it lets go of stdout, as a shell's $(...) needs.
        lines = [shlex.split(line) for line in process.stdout.read().splitlines()]
        variables = dict(word.split("=", 1) for export, word in lines if export == "export")
        with Sandbox() as another:
            assert variables.keys() == another.environment().keys()
        address = variables["PICWISH_BASE_URL"]
        with urllib.request.urlopen(f"{address.rpartition('/')[0]}/sandbox/health", timeout=HANG) as answer:  # noqa: S310 - our own address
            assert answer.status == 200
        process.terminate()
        _, err = process.communicate(timeout=HANG)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0, err
    assert err.startswith("sandbox of all vendors at http://127.0.0.1:")
    assert "Traceback" not in err


def test_a_port_that_is_taken(sandbox):
    words = [sys.executable, "-m", "safelight", "sandbox", "--port", str(sandbox.port)]
    ended = subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"error: cannot serve at 127.0.0.1:{sandbox.port}: ")
