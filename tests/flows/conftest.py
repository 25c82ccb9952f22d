"""Makes what tests share importable, and keeps the machine's own keys and proxies out."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name.endswith(("_API_KEY", "_SECRET_KEY", "_BASE_URL")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SAFELIGHT_PROFILES", str(tmp_path / "no-profiles.toml"))
