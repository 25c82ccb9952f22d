"""An environment without the keys and proxies of the machine."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name.endswith(("_API_KEY", "_SECRET_KEY", "_BASE_URL")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "no-profiles.toml"))
