"""Makes the toolchain, the generated packages and this folder's own helpers importable."""

import importlib
import importlib.util
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]

for folder in (REPOSITORY / "specs", Path(__file__).parent):
    sys.path.insert(0, str(folder))

if importlib.util.find_spec("pilio_api") is None:  # not installed: take the packages from the repository
    sys.path.insert(0, str(REPOSITORY / "generated"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """The package generated from `data/hostile.yaml`, imported."""
    from contract_support import packages  # noqa: PLC0415 - needs the paths set above

    spec = (Path(__file__).parent / "data" / "hostile.yaml").read_text(encoding="utf-8")
    folder = packages.generated(
        packages.repository(tmp_path_factory.mktemp("hostile"), hostile=spec), "hostile"
    )
    yield importlib.import_module("hostile_api")
    packages.forget("hostile", folder)
