"""The recipes work: each is run as it stands, followed by what its user would do next."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from safelight.sandbox import Sandbox
from support.pages import ROOT, blocks
from support.waiting import HANG

pytestmark = pytest.mark.integration

USES = {
    "fastapi": """
from fastapi.testclient import TestClient

with TestClient(app) as client:
    with open("portrait.jpg", "rb") as photo:
        token = client.post("/cutouts", files={"photo": ("me.jpg", photo)}).json()["token"]
    answer = client.get("/cutouts", params={"token": token})
    assert answer.status_code == 200 and answer.content.startswith(b"\\x89PNG"), answer.text
    assert client.post("/cutouts", files={"photo": ("me.jpg", b"no picture")}).status_code == 422
    assert client.get("/cutouts", params={"token": "no token"}).status_code == 502
""",
    "celery": """
from pathlib import Path

app.conf.update(broker_url="memory://", task_always_eager=True, task_eager_propagates=True)
buy.delay("portrait.jpg", "out")
assert Path("out/portrait.png").read_bytes().startswith(b"\\x89PNG")
""",
}


@pytest.fixture(scope="module")
def variables() -> Iterator[dict[str, str]]:
    """Serve a sandbox; the variables that lead clients there."""
    with Sandbox(task_seconds=0.05, limits=False) as sandbox:
        yield sandbox.environment()


def run(code: str, variables: dict[str, str], folder: Path) -> None:
    shutil.copy(ROOT / "tests" / "data" / "astronaut.jpg", folder / "portrait.jpg")
    done = subprocess.run(
        [sys.executable, "-"],
        input=code,
        env={**os.environ, **variables, "PYTHONUTF8": "1"},
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=HANG,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", USES)
def test_recipe(name: str, variables: dict[str, str], tmp_path: Path) -> None:
    pytest.importorskip(name)
    (block,) = blocks("python", name)
    run(block.code + USES[name], variables, tmp_path)


def test_a_cell_of_a_notebook_shows_the_picture(variables: dict[str, str], tmp_path: Path) -> None:
    (block,) = blocks("python", "notebook")
    *before, last = block.code.rstrip().splitlines()
    shows = f'shown = ({last})._repr_mimebundle_()\nassert shown["image/png"].startswith(b"\\x89PNG")\nclaid.close()'
    run("\n".join([*before, shows]), variables, tmp_path)
