"""A sandbox in this process that the commands are led to by their environment, and small photographs."""

import io
import os
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from safelight.cli.app import cli
from safelight.sandbox import Sandbox
from safelight.testing import hurried

DATA = Path(__file__).parent.parent / "data"
VARIABLES = [
    f"{vendor}_{name}"
    for vendor in ("PILIO", "PERFECT", "YOUCAM", "CLAID", "PICWISH")
    for name in ("API_KEY", "SECRET_KEY", "BASE_URL")
]


@pytest.fixture(scope="session")
def photo_bytes():
    target = io.BytesIO()
    with Image.open(DATA / "astronaut.jpg") as image:
        image.resize((128, 128)).save(target, "JPEG")
    return target.getvalue()


@pytest.fixture
def photo(tmp_path, photo_bytes):
    """A photograph in a folder of its own."""
    path = tmp_path / "in" / "photo.jpg"
    path.parent.mkdir()
    path.write_bytes(photo_bytes)
    return path


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """No key, no profile, and a working folder of the test's own."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "no-profiles.toml"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


@pytest.fixture(autouse=True)
def impatient():
    """Let commands in this process poll without waiting as long as a vendor asks, and keep no rates."""
    with hurried():
        yield


@pytest.fixture
def sandbox(monkeypatch):
    """A sandbox that the environment names."""
    with Sandbox(limits=False, task_seconds=0.0) as running:
        for name, value in running.environment().items():
            monkeypatch.setenv(name, value)
        yield running


@pytest.fixture
def quick_sandbox(monkeypatch):
    """Let the sandbox that a command starts take no longer than its work does."""
    monkeypatch.setattr("safelight.sandbox.Sandbox", partial(Sandbox, limits=False, task_seconds=0.0))


@pytest.fixture
def run():
    """Run a command in this process; stdout and stderr are kept apart."""

    def invoke(*arguments, stdin=None):
        result = CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def environment(sandbox):
    """The environment of a process that asks the sandbox."""
    return {**os.environ, **sandbox.environment()}
