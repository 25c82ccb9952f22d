"""Batches inside programs that have an event loop, or a workflow engine, of their own."""

import subprocess
import sys
from pathlib import Path

import pytest
from batch_support import environment
from safelight.sandbox import Sandbox

pytestmark = [pytest.mark.integration, pytest.mark.usefixtures("sandbox")]

RUN = """
from safelight.batch import Batch, run
from safelight.errors import SafelightError


def work(**more):
    more = {"vendor": "pilio", "operation": "remove_background", "rates": False, "overwrite": True, **more}
    try:
        counts = run(["photos"], out="out", **more)
    except SafelightError as error:
        print(type(error).__name__, error)
    else:
        print(counts.done, "done")
"""
ENGINE = """
from dbos import DBOS


@DBOS.workflow()
def own(number):
    return number + 1


def launch():
    DBOS(config={"name": "app", "system_database_url": "sqlite:///app.sqlite", "log_level": "ERROR"})
    DBOS.launch()
    print("version", DBOS.application_version)
"""


def said_by(program: str, seconds: float = 60) -> list[str]:
    """Run a program in a process of its own, which has to end; what it printed."""
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()


@pytest.mark.parametrize("call", ["work()", "await asyncio.to_thread(work)"])
def test_a_batch_runs_where_an_event_loop_runs(call: str, sandbox: Sandbox) -> None:
    program = f"{RUN}\nimport asyncio\nasync def main():\n    {call}\nasyncio.run(main())"
    assert said_by(program) == ["2 done"]
    assert sandbox.ledger.count() == 2


def test_two_cells_of_a_notebook_run_one_batch_after_the_other() -> None:
    """A kernel runs each cell inside its one event loop, which goes on between them."""
    program = f"""{RUN}
import asyncio
loop = asyncio.new_event_loop()
async def cell(vendor):
    work(vendor=vendor)
for vendor in ("pilio", "picwish"):
    loop.run_until_complete(cell(vendor))
"""
    assert said_by(program) == ["2 done", "2 done"]


@pytest.mark.parametrize("launched", ["before", "after"])
def test_an_application_keeps_its_own_engine(launched: str, folder: Path, sandbox: Sandbox) -> None:
    parts = [f"{ENGINE}\nlaunch()", RUN] if launched == "before" else [RUN, f"{ENGINE}\nlaunch()"]
    lines = said_by(
        "\n".join([*parts, "work()", "print(own(1))", "work()", "print(own(2))", "DBOS.destroy()"])
    )
    refused = [line for line in lines if line.startswith("ConfigurationError")]
    assert [line for line in lines[1:] if line not in refused] == ["2", "3"]
    assert len(refused) == 2
    assert "DBOS" in refused[0]
    assert "safelight batch" in refused[0]
    assert sandbox.ledger.count() == 0
    assert not (folder / "safelight-batch.sqlite").exists()


def test_an_application_launches_its_engine_after_a_batch() -> None:
    """What is registered counts for an application's version, which says what it may resume: ours must not."""
    alone = said_by(f"{ENGINE}\nlaunch()\nprint(own(1))\nDBOS.destroy()")
    after = said_by(f"{RUN}\nwork()\n{ENGINE}\nlaunch()\nprint(own(1))\nDBOS.destroy()\nwork()")
    assert after == ["2 done", *alone, "2 done"]
    registered_before = said_by(f"{ENGINE}\n{RUN}\nwork()\nlaunch()\nprint(own(1))\nDBOS.destroy()")
    assert registered_before == ["2 done", *alone]


def test_a_second_batch_in_a_process_is_refused_while_one_runs(folder: Path, sandbox: Sandbox) -> None:
    program = f"""{RUN}
seen = []
def inside(counts):
    if not seen:
        seen.append(counts)
        work(database_url="other.sqlite", batch="other")
work(on_progress=inside)
work(database_url="other.sqlite", batch="other")
"""
    lines = said_by(program)
    assert "one batch at a time" in lines[0]
    assert lines[1:] == ["2 done", "2 done"]
    assert sandbox.ledger.count() == 4
