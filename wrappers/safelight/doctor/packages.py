"""Versions, and which extras are installed."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from safelight.doctor.vendors import Check
from safelight.extras import EXTRAS, install_hint

DISTRIBUTION = "safelight"


def examine_packages() -> Iterator[Check]:
    """Look at versions and extras."""
    own, httpx = _version(DISTRIBUTION) or "not installed", _version("httpx")
    told = (
        f"{own}, Python {platform.python_version()}, httpx {httpx}, {platform.system()} {platform.machine()}"
    )
    yield Check(DISTRIBUTION, "version", "ok", told)
    for name, extra in EXTRAS.items():
        versions = {package: _version(package) for package in extra.packages}
        missing = [package for package, found in versions.items() if found is None]
        if missing:
            lacks = f"{extra.enables}: {', '.join(missing)} missing; {install_hint(name)}"
            yield Check(DISTRIBUTION, f"extra {name}", "note", lacks)
        else:
            has = ", ".join(f"{package} {found}" for package, found in versions.items())
            yield Check(DISTRIBUTION, f"extra {name}", "ok", f"{extra.enables} ({has})")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
