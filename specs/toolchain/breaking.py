"""What changed in the generated packages since a revision and breaks their users."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import griffe

from .errors import ToolchainError
from .layout import package_name

if TYPE_CHECKING:
    from .layout import Layout

# Their values are data, which may change with every spec; a user's code does not break by it.
_DATA_MODULES = {"facts", "request_schemas"}


def report_breakages(layout: Layout, revision: str) -> int:
    """Print every breakage since a revision; return the exit status, 1 if there is any."""
    breakages = find_breakages(layout, revision)
    for breakage in breakages:
        sys.stdout.write(f"{breakage}\n")
    sys.stdout.write(f"{len(breakages)} breaking change(s) since {revision}.\n")
    return 1 if breakages else 0


def find_breakages(layout: Layout, revision: str) -> list[str]:
    """Compare the Python API of every generated package at a git revision with the working tree.

    Types of fields and parameters are not compared: griffe does not, and most such changes widen them.

    Returns:
        One line for each breakage, sorted: where it is, and what changed.

    Raises:
        ToolchainError: The revision is unknown or this is no git repository.
    """
    with tempfile.TemporaryDirectory(prefix="breaking-") as temporary:
        old = Path(temporary)
        _unpack(layout, revision, old)
        names = sorted(path.name for path in old.glob(f"generated/{package_name('*')}"))
        return sorted(
            line for name in names for line in _breakages(name, old / "generated", layout.generated)
        )


def _breakages(package: str, old: Path, new: Path) -> list[str]:
    if not (new / package).is_dir():
        return [f"{package}: the package was removed"]
    before, after = _load(package, old), _load(package, new)
    lines = _newly_required(before, after)
    for breakage in griffe.find_breaking_changes(before, after):
        is_value = breakage.kind is griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE
        if is_value and breakage.obj.module.name in _DATA_MODULES:
            continue
        lines.append(_describe(breakage))
    return lines


def _newly_required(old: griffe.Object | griffe.Alias, new: griffe.Object | griffe.Alias) -> list[str]:
    """Keys that a request must have now and need not have had, which griffe does not see in a TypedDict."""
    lines = []
    for name, before in old["requests"].classes.items():
        if name in new["requests"].classes:
            added = _required_keys(new["requests"][name]) - _required_keys(before)
            lines += [f"{before.path}.{key}: Request key is required now" for key in sorted(added)]
    return lines


def _required_keys(typed_dict: griffe.Object | griffe.Alias) -> set[str]:
    return {
        name
        for name, attribute in typed_dict.attributes.items()
        if not str(attribute.annotation).startswith("NotRequired")
    }


def _load(package: str, folder: Path) -> griffe.Object | griffe.Alias:
    # Read from the sources alone: nothing is imported, and the installed package is not mistaken for either side.
    return griffe.load(package, search_paths=[folder], allow_inspection=False)


def _describe(breakage: griffe.Breakage) -> str:
    before, after = (_show(value) for value in (breakage.old_value, breakage.new_value))
    change = f" ({before} -> {after})" if before or after else ""
    return f"{breakage.obj.path}: {breakage.kind.value}{change}"


def _show(value: object) -> str:
    if value is None or isinstance(value, griffe.Object | griffe.Alias):
        return ""
    name = getattr(value, "name", None)
    return str(name if isinstance(name, str) else value)


def _unpack(layout: Layout, revision: str, target: Path) -> None:
    git = shutil.which("git")
    if git is None:
        raise ToolchainError("git is not installed")
    if revision.startswith("-"):
        raise ToolchainError(f"{revision!r} is no revision")
    call = [git, "-C", str(layout.root), "archive", "--format=tar", revision]
    done = subprocess.run(call, capture_output=True, check=False)  # noqa: S603 - no shell, and no option gets through
    if done.returncode:
        raise ToolchainError(
            f"git knows no revision {revision!r}: {done.stderr.decode(errors='replace').strip()}"
        )
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [member for member in archive if member.name.startswith("generated/")]
        # As Python's documentation has it for versions before 3.11.4, which have no filter.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _path: member)
        archive.extractall(target, members=members)  # noqa: S202 - git made it
