"""The wheel holds what it should, and works in an environment that has nothing else."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VENDORS = ("pilio", "perfect", "claid", "picwish", "youcam")
PACKAGES = ("safelight", *(f"{vendor}_{kind}" for vendor in VENDORS for kind in ("api", "operations")))
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


class Environment:
    """A virtual environment with nothing but pip."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder, with_pip=True)
        self.programs = folder / ("Scripts" if sys.platform == "win32" else "bin")

    def run(self, program: str, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        # A path of the outer environment would hide what is missing in this one.
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
        }
        return subprocess.run(
            [self.programs / program, *arguments],
            cwd=cwd,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
        )

    def pip(self, *arguments: str | Path, cwd: Path) -> None:
        done = self.run("python", "-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment(tmp_path_factory.mktemp("empty") / "venv")


@pytest.fixture(scope="module")
def wheel(environment: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that SAFELIGHT_WHEEL names, or one built now."""
    if given := os.environ.get("SAFELIGHT_WHEEL"):
        return Path(given).resolve()
    folder = tmp_path_factory.mktemp("wheel")
    environment.pip("wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(environment: Environment, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    environment.pip("install", "--quiet", f"{wheel}[all]", cwd=tmp_path_factory.getbasetemp())
    return environment


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for package, folder in zip(PACKAGES, ("wrappers", *["generated"] * (len(PACKAGES) - 1)), strict=True):
        source = ROOT / folder / package
        expected = {
            f"{package}/{path.relative_to(source).as_posix()}"
            for path in source.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert f"{package}/py.typed" in expected
        assert expected <= names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_metadata_name_licence_extras_and_command(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = [
            archive.read(name).decode() for name in archive.namelist() if name.endswith("/METADATA")
        ]
        (commands,) = [
            archive.read(name).decode() for name in archive.namelist() if name.endswith("/entry_points.txt")
        ]
        assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())
    assert f"\nVersion: {project['version']}\n" in metadata
    assert set(re.findall(r"^Provides-Extra: (.+)$", metadata, re.MULTILINE)) == set(
        project["optional-dependencies"]
    )
    assert "safelight = safelight.cli" in commands


def test_it_is_imported_from_the_environment(installed: Environment, tmp_path: Path) -> None:
    done = installed.run(
        "python", "-c", f"import {', '.join(PACKAGES)}; print(safelight.__file__)", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(installed.programs.parent)


def test_the_command_of_the_readme_leaves_a_picture(installed: Environment, tmp_path: Path) -> None:
    (command,) = re.findall(
        r"/safelight (--sandbox .+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    photograph = tmp_path / "tests" / "data" / "astronaut.jpg"
    photograph.parent.mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "data" / photograph.name, photograph)
    done = installed.run("safelight", *command.split(), cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    (picture,) = (tmp_path / "out").rglob("astronaut.png")
    assert picture.read_bytes().startswith(PNG)
