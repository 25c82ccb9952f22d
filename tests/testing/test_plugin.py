"""What the plugin gives to users' own test suites."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from safelight import Pilio
from safelight.core.api.limits import keep_rates
from safelight.core.flow.clock import Clock, use_clock
from safelight.sandbox import FaultKind, Sandbox
from safelight.testing import sandbox

pytestmark = pytest.mark.integration
pytest_plugins = ["pytester"]
PHOTO = Path(__file__).parents[1] / "data" / "chelsea.jpg"

PAGE = Path(__file__).parents[2] / "docs" / "sandbox.md"
LOST_ANSWER = """
import pytest
from safelight import OutcomeUnknown

def test_a_lost_answer_is_not_bought_again(safelight_sandbox, tmp_path):
    safelight_sandbox.faults.add(FaultKind.RESET_AFTER, vendor="pilio", operation="remove_background")
    with pytest.raises(OutcomeUnknown):
        cut_out("portrait.jpg", tmp_path)
    assert safelight_sandbox.ledger.count(vendor="pilio") == 1
"""


def test_the_users_test_file_of_the_page_works(pytester: pytest.Pytester) -> None:
    (users,) = re.findall(r"^```python pytest\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len([line for line in users.splitlines() if line]) <= 10
    shutil.copy(PHOTO, pytester.path / "portrait.jpg")
    pytester.makepyfile(users + LOST_ANSWER)
    pytester.runpytest_subprocess("-p", "no:xdist", "-p", "no:schemathesis").assert_outcomes(passed=2)


def test_clients_of_all_vendors(
    safelight_pilio, safelight_perfect, safelight_claid, safelight_picwish, safelight_youcam
) -> None:
    for client in (safelight_pilio, safelight_perfect, safelight_claid, safelight_picwish, safelight_youcam):
        assert client.remove_background(PHOTO).result().bytes().startswith(b"\x89PNG")


def test_async_clients(
    safelight_async_pilio,
    safelight_async_perfect,
    safelight_async_claid,
    safelight_async_picwish,
    safelight_async_youcam,
) -> None:
    async def scenario() -> None:
        clients = (
            safelight_async_pilio,
            safelight_async_perfect,
            safelight_async_claid,
            safelight_async_picwish,
            safelight_async_youcam,
        )
        for client in clients:
            async with client:
                task = await client.remove_background(PHOTO)
                assert (await (await task).bytes()).startswith(b"\x89PNG")

    asyncio.run(scenario())


def test_the_environment_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PILIO_API_KEY", "mine")
    monkeypatch.delenv("CLAID_API_KEY", raising=False)
    with sandbox():
        assert os.environ["PILIO_API_KEY"] != "mine"
    assert os.environ["PILIO_API_KEY"] == "mine"
    assert "CLAID_API_KEY" not in os.environ


def test_the_environment_is_as_before_in_whatever_order_they_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PILIO_BASE_URL", "http://mine")
    mine = Clock()
    clock, rates = use_clock(mine), keep_rates(kept=True)
    first, second = sandbox(), sandbox()
    one, other = first.__enter__(), second.__enter__()
    assert os.environ["PILIO_BASE_URL"] == other.base_url("pilio")
    first.__exit__(None, None, None)
    assert os.environ["PILIO_BASE_URL"] == other.base_url("pilio") != one.base_url("pilio")
    with Pilio() as pilio:
        assert pilio.remove_background(PHOTO).id
    second.__exit__(None, None, None)
    assert os.environ["PILIO_BASE_URL"] == "http://mine"
    assert (use_clock(clock), keep_rates(kept=rates)) == (mine, True)


def test_the_plugin_loads_nothing_of_the_library() -> None:
    """Every pytest run of the user's loads it, also those that want nothing of it."""
    program = (
        "import sys, safelight.testing.plugin; print(*(name for name in sys.modules if 'safelight' in name))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert set(ended.stdout.split()) == {"safelight", "safelight.testing", "safelight.testing.plugin"}


def test_sandboxes_side_by_side_share_nothing() -> None:
    with Sandbox(limits=False) as one, Sandbox(limits=False) as other:
        one.faults.add(FaultKind.SERVER_ERROR, times=None)
        with Pilio(api_key=other.api_key("pilio"), base_url=other.base_url("pilio")) as pilio:
            assert pilio.remove_background(PHOTO).id
        assert (one.ledger.count(), other.ledger.count()) == (0, 1)
