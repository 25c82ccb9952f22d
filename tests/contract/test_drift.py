"""`nox -s drift` names every difference between the specs and the generated packages."""

import os
import shutil
from pathlib import Path

import pytest
from contract_support.packages import repository
from toolchain.__main__ import main
from toolchain.drift import find_drift
from toolchain.generate import generate

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    spec = (DATA / "hostile.yaml").read_text(encoding="utf-8")
    layout = repository(tmp_path_factory.mktemp("drift"), hostile=spec)
    generate(layout)
    return layout


@pytest.fixture
def layout(made, tmp_path):
    root = tmp_path / "copy"
    shutil.copytree(made.root, root)
    return type(made)(root)


def drift(layout, capsys):
    status = main(["--root", str(layout.root), "drift"])
    return status, capsys.readouterr().out


def test_nothing_to_tell(layout, capsys):
    cache = layout.package("hostile") / "__pycache__"
    cache.mkdir()
    (cache / "client.cpython-311.pyc").write_bytes(b"")
    status, told = drift(layout, capsys)
    assert (status, told) == (0, "The generated packages are what the specs give.\n")


def test_every_difference_is_named_with_the_remedy(layout, capsys):
    package = layout.package("hostile")
    (package / "client.py").write_text("# edited\n", encoding="utf-8")
    (package / "models" / "mode.py").unlink()
    (package / "models" / "mode_two.py").write_text("", encoding="utf-8")
    (package / "notes.txt").write_text("", encoding="utf-8")
    (layout.generated / "gone_api").mkdir()
    (layout.generated / "gone_api" / "__init__.py").write_text("", encoding="utf-8")
    status, told = drift(layout, capsys)
    assert status == 1
    assert told.splitlines() == [
        "stale   generated/gone_api/__init__.py",
        "changed generated/hostile_api/client.py",
        "missing generated/hostile_api/models/mode.py",
        "stale   generated/hostile_api/models/mode_two.py",
        "stale   generated/hostile_api/notes.txt",
        "5 difference(s). Run `nox -s generate` and commit the result.",
    ]
    before = {path: path.stat().st_mtime_ns for path in layout.root.rglob("*")}
    find_drift(layout)
    assert {path: path.stat().st_mtime_ns for path in layout.root.rglob("*")} == before


def test_an_edited_spec_shows_in_the_packages_and_in_the_lock(layout, capsys):
    spec = layout.spec("hostile")
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("enum: [auto, fast]", "enum: [auto, slow]"), encoding="utf-8"
    )
    _, told = drift(layout, capsys)
    assert "changed generated/hostile_api/models/mode.py" in told
    assert "changed generated/hostile_api/requests.py" in told
    assert "changed specs/lock.toml" in told


def test_an_edited_template_shows(layout, capsys):
    template = layout.templates / "str_enum.py.jinja"
    template.write_text(
        template.read_text(encoding="utf-8").replace("UNRECOGNIZED", "UNKNOWN"), encoding="utf-8"
    )
    _, told = drift(layout, capsys)
    assert told.splitlines()[:2] == [
        "changed generated/hostile_api/models/mode.py",
        "changed specs/lock.toml",
    ]


def test_a_package_never_generated_is_missing(layout, capsys):
    shutil.rmtree(layout.generated)
    status, told = drift(layout, capsys)
    assert status == 1
    assert "missing generated/hostile_api/__init__.py" in told


def test_line_ends_of_a_checkout_are_no_difference(layout, capsys):
    client = layout.package("hostile") / "client.py"
    client.write_bytes(
        client.read_bytes().replace(b"\n", os.linesep.encode() if os.linesep != "\n" else b"\r\n")
    )
    assert drift(layout, capsys)[0] == 0


def test_a_fault_is_told_without_a_traceback(layout, capsys):
    layout.spec("hostile").write_text("[]", encoding="utf-8")
    assert main(["--root", str(layout.root), "drift"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: ")
    assert "does not hold an object" in told
