"""The help of the command itself is written down; it is what click says, and printed only where click would say it."""

import os
import subprocess
import sys

import pytest
from safelight.cli.main import HELP

RUN = "import sys; sys.argv[1:] = ['--help']; from safelight.cli.main import main; code = main(); sys.stdout.flush(); "
CLICK = "from safelight.cli.app import cli; cli(['--help'], prog_name='safelight')"
LOADED = "print(code, 'click' in sys.modules, 'attr' in sys.modules, file=sys.stderr)"


def clicks(columns: int) -> str:
    """What click says."""
    env = {**os.environ, "COLUMNS": str(columns)}
    return subprocess.run(
        [sys.executable, "-c", CLICK], env=env, capture_output=True, text=True, check=True
    ).stdout


def printed(**variables: str) -> tuple[str, str]:
    """What the command prints in a fresh process, and whether it loaded click for it."""
    env = {**os.environ, **variables}
    done = subprocess.run(
        [sys.executable, "-c", RUN + LOADED], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout, done.stderr.strip()


def test_it_is_what_click_says():
    assert HELP.read_text("utf-8") == clicks(80), f"""renew it: COLUMNS=80 python -c "{CLICK}" > {HELP}"""


@pytest.mark.parametrize("columns", ["", "0", "80", "200"])
def test_it_is_printed_without_click(columns):
    assert printed(COLUMNS=columns) == (clicks(80), "0 False False")


def test_a_narrow_terminal_gets_clicks_own():
    assert printed(COLUMNS="60") == (clicks(60), "0 True False")


def test_another_vendor_is_listed(tmp_path):
    points = tmp_path / "acme-1.0.dist-info" / "entry_points.txt"
    points.parent.mkdir()
    points.write_text("[safelight.vendors]\nacme = acme\n")
    (tmp_path / "acme_api").mkdir()
    (tmp_path / "acme_api" / "facts.py").write_text("FACTS = {'title': 'Acme Ltd'}\n")
    text, loaded = printed(
        PYTHONPATH=f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}", COLUMNS="80"
    )
    assert "  acme     Operations of Acme Ltd.\n" in text
    assert loaded == "0 True False"
