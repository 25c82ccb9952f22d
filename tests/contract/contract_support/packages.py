"""Packages generated from specs that a test makes up."""

from __future__ import annotations

import shutil
import sys
from importlib import import_module, invalidate_caches
from typing import TYPE_CHECKING, Any

import yaml
from toolchain.generate import write_package
from toolchain.layout import REPOSITORY, Layout, package_name

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def repository(root: Path, **specs: str | dict[str, Any]) -> Layout:
    """A repository with our templates and the given specs, by vendor, as YAML or as objects."""
    layout = Layout(root)
    shutil.copytree(REPOSITORY / "specs" / "templates", layout.specs / "templates")
    for vendor, spec in specs.items():
        folder = layout.specs / vendor
        folder.mkdir()
        text = spec if isinstance(spec, str) else yaml.safe_dump(spec, allow_unicode=False, sort_keys=False)
        (folder / "openapi.yaml").write_text(text, encoding="utf-8")
        (folder / "codegen.yaml").write_text("{}\n", encoding="utf-8")
    return layout


def generated(layout: Layout, vendor: str) -> Path:
    """Generate the package of one vendor and make it importable."""
    target = layout.package(vendor)
    target.parent.mkdir(exist_ok=True)
    write_package(layout, vendor, target)
    sys.path.insert(0, str(target.parent))
    invalidate_caches()
    return target


def import_all(folder: Path) -> list[ModuleType]:
    """Import every module of a package."""
    names = []
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        names.append(".".join(part for part in parts if part != "__init__"))
    return [import_module(name) for name in names]


def forget(vendor: str, folder: Path) -> None:
    """Undo what :func:`generated` did to the interpreter."""
    sys.path.remove(str(folder.parent))
    name = package_name(vendor)
    for module in [module for module in sys.modules if module == name or module.startswith(f"{name}.")]:
        del sys.modules[module]
