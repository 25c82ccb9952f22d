"""The sandbox answers as its specs say: a short run of Schemathesis; `nox -s fuzz` is the long one."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from fuzz import Fuzzer, silent
from safelight.sandbox import Sandbox
from safelight.sandbox.vendors import emulations

pytestmark = pytest.mark.integration


@pytest.mark.skipif(find_spec("schemathesis") is None, reason="schemathesis is not installed")
@pytest.mark.parametrize("vendor", list(emulations()))
@pytest.mark.usefixtures("still")
def test_answers_agree_with_the_spec(vendor: str, tmp_path: Path) -> None:
    """In no time by the sandbox's clock: a busy machine comes to ask for a task when it would be lost."""
    with Sandbox(limits=False, task_seconds=0.0) as sandbox:
        done, answers = Fuzzer(sandbox, tmp_path).play(vendor, "examples,fuzzing", "--max-examples", "2")
    assert done.returncode == 0, done.stdout
    assert silent(vendor, answers) == []
