"""Importing Safelight is cheap, and its metadata are those of pyproject.toml."""

import importlib.metadata
import json
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HEAVY = {"aiohttp", "attr", "cryptography", "cv2", "fastjsonschema", "httpx", "numpy", "PIL", "pydantic"}
GENERATED = {"claid_api", "perfect_api", "picwish_api", "pilio_api", "youcam_api"}


def loaded_by(code: str) -> set[str]:
    """Names of all modules that a fresh interpreter has loaded after running some code."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_the_package_loads_no_dependency() -> None:
    assert not loaded_by("import safelight; dir(safelight)") & (HEAVY | GENERATED | {"asyncio", "ssl"})


def test_importing_an_error_loads_no_dependency() -> None:
    assert not loaded_by("from safelight import TaskFailed") & (HEAVY | GENERATED)


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("Claid", "claid_api"),
        ("Perfect", "perfect_api"),
        ("PicWish", "picwish_api"),
        ("Pilio", "pilio_api"),
        ("YouCam", "youcam_api"),
    ],
)
def test_importing_a_vendor_loads_only_that_vendor(name: str, package: str) -> None:
    loaded = loaded_by(f"from safelight import {name}")
    assert loaded & GENERATED <= {package}
    assert {name for name in loaded if name.endswith("_operations")} == {
        package.replace("_api", "_operations")
    }
    assert not loaded & {"aiohttp", "cv2", "numpy", "PIL", "pydantic"}
    assert f"{package}.server_models" not in loaded
    ours = {module for module in loaded if module.startswith(f"{package}.models.")}
    there = {path.stem for path in (ROOT / "generated" / package / "models").glob("*.py")}
    assert len(ours) < len(there) - 1, "every model was imported"


@pytest.mark.parametrize("name", ["Pilio", "AsyncPerfect"])
def test_importing_a_client_loads_nothing_that_only_its_calls_need(name: str) -> None:
    rare = {
        "httpx",
        "httpcore",
        "fastjsonschema",
        "tomllib",
        "difflib",
        "tempfile",
        "urllib.request",
        "email.utils",
    }
    assert not loaded_by(f"from safelight import {name}") & rare


def test_all_public_names_can_be_imported() -> None:
    import safelight  # noqa: PLC0415

    assert safelight.__all__
    assert all(getattr(safelight, name) is not None for name in safelight.__all__)
    assert set(safelight.__all__) == {name for name in dir(safelight) if not name.startswith("__")}


def test_editors_know_every_public_name_from_its_module() -> None:
    import safelight  # noqa: PLC0415

    stub = Path(safelight.__file__).with_suffix(".pyi").read_text("utf-8")
    shown = re.findall(r"^from (\S+) import (\w+) as (\w+)$", stub, re.MULTILINE)
    assert len(shown) == len(stub.splitlines())
    assert [name for _, name, _ in shown if name not in safelight.__all__] == []
    assert {name for _, _, name in shown} == set(safelight.__all__)
    for module, name, _ in shown:
        assert getattr(import_module(module), name) is getattr(safelight, name)


def test_the_version_is_the_one_of_the_project() -> None:
    assert importlib.metadata.version("safelight") == PROJECT["project"]["version"]


def test_the_hooks_format_with_the_pinned_formatter() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (version,) = [repo["rev"] for repo in hooks["repos"] if repo["repo"].endswith("/ruff-pre-commit")]
    pins = {
        pin for group in ("generate", "lint") for pin in PROJECT["dependency-groups"][group] if "ruff" in pin
    }
    assert pins == {f"ruff=={version.removeprefix('v')}"}


def test_every_generated_package_is_shipped_and_has_its_direction() -> None:
    packages = {f"generated/{path.name}" for path in (ROOT / "generated").iterdir() if path.is_dir()}
    shipped = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(shipped) == {"wrappers/safelight", *packages}
    roots = PROJECT["tool"]["importlinter"]["root_packages"]
    assert set(roots) == {"safelight", *(Path(package).name for package in packages)}
