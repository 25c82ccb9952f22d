"""Acme, a vendor that no one has heard of, installed as a distribution of its own."""

import importlib
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from safelight.sandbox import Sandbox
from safelight.sandbox.vendors import emulations
from safelight.testing import hurried
from safelight.vendors import vendors
from support.waiting import HANG

ROOT = Path(__file__).parents[2]
PLUGIN = Path(__file__).parent / "acme"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def install(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Path]]:
    """Generate Acme's packages from a spec and write what an installer writes; gives the folders to import from."""
    return lambda spec: _installed(tmp_path_factory.mktemp("acme"), spec)


@pytest.fixture(scope="session")
def places(install: Callable[[str], list[Path]]) -> list[Path]:
    """The folders to import Acme from."""
    return install((PLUGIN / "openapi.yaml").read_text("utf-8"))


def _installed(root: Path, spec: str) -> list[Path]:
    (root / "specs" / "acme").mkdir(parents=True)
    (root / "specs" / "acme" / "openapi.yaml").write_text(spec, "utf-8")
    call = [sys.executable, "-m", "toolchain", "--root", str(root), "generate"]
    done = subprocess.run(call, cwd=ROOT / "specs", capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text("utf-8"))["project"]
    facts = root / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    facts.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (facts / "METADATA").write_text(metadata, "utf-8")
    points = (
        line
        for group, entries in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in entries.items()))
    )
    (facts / "entry_points.txt").write_text("\n".join(points), "utf-8")
    return [root, root / "generated", PLUGIN]


@pytest.fixture
def acme(places: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module of Acme's clients, installed for this test alone."""
    for place in places:
        monkeypatch.syspath_prepend(str(place))
    _look_again()
    yield importlib.import_module("acme")
    monkeypatch.undo()
    for name in [name for name in sys.modules if name.partition("_")[0].partition(".")[0] == "acme"]:
        del sys.modules[name]
    _look_again()


def _look_again() -> None:
    vendors.cache_clear()
    emulations.cache_clear()


@pytest.fixture
def sandbox(acme: ModuleType) -> Iterator[Sandbox]:
    with Sandbox(limits=False, task_seconds=0.0) as running, hurried():
        yield running


@pytest.fixture
def safelight(places: list[Path], tmp_path: Path) -> Run:
    """Run the command in a process and folder of its own, with Acme installed."""
    folder = tmp_path / "work"
    folder.mkdir()
    shutil.copy(ROOT / "tests" / "data" / "astronaut.jpg", folder / "photo.jpg")
    clean = {
        name: value for name, value in os.environ.items() if not name.endswith(("_API_KEY", "_BASE_URL"))
    }
    path = os.pathsep.join([*map(str, places), *filter(None, [os.environ.get("PYTHONPATH")])])

    def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "safelight", *words],
            env={**clean, "PYTHONPATH": path, "SAFELIGHT_PROFILES": str(tmp_path / "none.toml"), **variables},
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=HANG,
            check=False,
        )

    return run
