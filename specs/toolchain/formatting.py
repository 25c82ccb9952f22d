"""Formatting of generated sources, the same on every machine."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from .errors import ToolchainError

if TYPE_CHECKING:
    from pathlib import Path

# Isolated from every configuration file, so that a setting near the target folder changes nothing.
_OPTIONS = ("--isolated", "--no-cache", "--quiet", "--line-length=110", "--target-version=py311")
_RULES = "F401,I"  # unused imports, which both generators leave behind, and the order of the others


def format_package(folder: Path) -> None:
    """Remove unused imports from all modules under a folder, sort the others, and format everything.

    Raises:
        ToolchainError: A module is no valid Python.
    """
    first_party = f"lint.isort.known-first-party=['{folder.name}']"
    _ruff("check", "--fix-only", f"--select={_RULES}", "--exit-zero", "--config", first_party, folder=folder)
    _ruff("format", "--config", "format.line-ending='lf'", folder=folder)
    for module in sorted(folder.rglob("*.py")):
        source = module.read_bytes()
        try:
            compile(source, str(module), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise ToolchainError(f"The generated {module} is no valid Python: {error}") from error


def _ruff(command: str, *options: str, folder: Path) -> None:
    # -P: a generated package has a module `types`, which must not stand in for Python's own.
    call = [sys.executable, "-P", "-m", "ruff", command, *_OPTIONS, *options, str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - no shell
    if done.returncode:
        raise ToolchainError(f"ruff {command} failed in {folder}:\n{done.stdout}{done.stderr}")
