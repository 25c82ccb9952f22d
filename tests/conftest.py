"""For all tests: what is an integration test by its fixtures, and Ctrl-C that means what it does in a terminal."""

import signal
from importlib.util import find_spec

import pytest

SERVERS = {"postgres", "s3"}
"""Fixtures that start a server of somebody else's: whatever uses one is an integration test, without saying so."""
# These import what `nox -s integration` installs and `nox -s tests` does not.
_PACKAGES = ("boto3", "moto", "pyarrow", "s3fs")
_MODULES = [
    "batch/test_lists.py",
    "batch/test_recipe.py",
    "batch/test_remote.py",
    "batch/test_remote_results.py",
    "uploads/test_s3.py",
]
_MISSING = [name for name in _PACKAGES if find_spec(name) is None]
collect_ignore = _MODULES if _MISSING else []


def pytest_configure() -> None:
    # Also where the runner was started in the background.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_report_header() -> str | None:
    return f"left out for want of {', '.join(_MISSING)}: {', '.join(_MODULES)}" if _MISSING else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if SERVERS.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.integration)
