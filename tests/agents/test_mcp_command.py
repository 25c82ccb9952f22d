"""``safelight mcp`` as a command: what it refuses to start with, and how it ends."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from batch_support import environment, safelight
from safelight.cli.vendors import VENDORS
from support.waiting import HANG


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for vendor in VENDORS.values():
        for name in filter(None, vendor.facts.environment):
            monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "profiles.toml"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photos").mkdir()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Missing option '--allow'"),
        ("--allow nowhere", "--allow nowhere: no such folder"),
        ("--allow photos --out elsewhere", "is outside of the allowed folders"),
        ("--allow photos", "no vendor has a key: set one of CLAID_API_KEY"),
        ("--allow photos --vendor pilio", "set PILIO_API_KEY"),
        ("--allow photos --within nan", "nan is not a number"),
        ("--allow photos --max-credits nan", "nan is not a number"),
        ("--allow photos --max-credits inf", "inf is not a number"),
        ("--allow photos --max-credits -1", "--max-credits"),
    ],
)
def test_it_says_what_it_lacks(words: str, said: str, tmp_path: Path) -> None:
    done = safelight(f"mcp {words}")
    assert done.exit_code == 2
    assert said in done.stderr
    assert not done.stdout
    assert not list(tmp_path.rglob("*.sqlite"))


@pytest.mark.integration
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_while_its_client_keeps_stdin_open(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "safelight", *shlex.split("mcp --sandbox --allow photos")]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as server:
        assert server.stderr is not None
        while "serving" not in (line := server.stderr.readline()):
            assert line, "it ended"
        server.send_signal(number)
        assert server.wait(timeout=HANG) == 130
        assert "Traceback" not in server.stderr.read()
        assert server.stdout is not None
        assert not server.stdout.read()
