"""Which vendors are installed is read as `importlib.metadata` reads it, without importing it."""

import json
import os
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

from safelight.vendors import vendors

NAMES = "from safelight.vendors import vendors; print({name: vendor.module for name, vendor in vendors().items()})"
LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"
POINTS = "[console_scripts]\nacme = acme:main\n\n[safelight.vendors]\n# a = b\nacme = {module}\n\n[zeta.plugins]\nx = y\n"


def metadata(folder: Path, name: str, module: str) -> Path:
    """A distribution with a vendor, as an installer leaves it in a folder."""
    points = folder / f"{name}-1.0.dist-info" / "entry_points.txt"
    points.parent.mkdir(parents=True)
    points.write_text(POINTS.format(module=module))
    (points.parent / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    return folder


def printed(code: str, *path: Path) -> str:
    """What a fresh interpreter prints with some places first on its path."""
    there = os.pathsep.join([*map(str, path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": there}, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_those_that_are_installed_are_found() -> None:
    stated = {point.name: point.value for point in entry_points(group="safelight.vendors")}
    assert {name: vendor.module for name, vendor in vendors().items()} == stated
    assert list(vendors()) == sorted(stated)


def test_another_distributions_vendor_is_found_and_of_one_twice_the_first(tmp_path) -> None:
    first, second = metadata(tmp_path / "a", "acme", "first"), metadata(tmp_path / "b", "acme", "second")
    assert "'acme': 'first'" in printed(NAMES, tmp_path / "none", first, second)


def test_one_in_a_zip_is_found(tmp_path) -> None:
    folder = metadata(tmp_path / "a", "acme", "zipped")
    with zipfile.ZipFile(tmp_path / "acme.zip", "w") as archive:
        for file in folder.rglob("*"):
            archive.write(file, file.relative_to(folder))
    assert "'acme': 'zipped'" in printed(NAMES, tmp_path / "acme.zip")


def test_it_takes_no_more_than_a_look_at_the_folders() -> None:
    loaded = json.loads(printed(f"{NAMES}; {LOADED}").splitlines()[-1])
    assert not {"importlib.metadata", "attr", "httpx"} & set(loaded)
