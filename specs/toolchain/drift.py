"""Whether the generated packages are what the specs give."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .editors import editors_text
from .generate import write_packages
from .lock import current_lock, refuse_other_generators

if TYPE_CHECKING:
    from .layout import Layout

# Left behind by interpreters and checkers; never generated.
_LITTER = {"__pycache__", ".mypy_cache", ".ruff_cache", ".DS_Store"}


def report_drift(layout: Layout) -> int:
    """Print every difference and the remedy; return the exit status, 1 if there is any."""
    differences = find_drift(layout)
    if not differences:
        sys.stdout.write("The generated packages are what the specs give.\n")
        return 0
    sys.stdout.write("\n".join(differences) + "\n")
    sys.stdout.write(f"{len(differences)} difference(s). Run `nox -s generate` and commit the result.\n")
    return 1


def find_drift(layout: Layout) -> list[str]:
    """Generate into a temporary folder and compare it with ``generated/`` and the lock file, both ways.

    Returns:
        One line for each difference, sorted: ``changed``, ``missing`` (would be generated) or ``stale`` (would not).

    Raises:
        ToolchainError: The packages could not be generated.
    """
    refuse_other_generators(layout)
    with tempfile.TemporaryDirectory(prefix="drift-") as temporary:
        write_packages(layout, Path(temporary))
        expected = _read_tree(Path(temporary))
        expected[layout.lock] = current_lock(layout).to_toml().encode()
        editors = editors_text(layout)
        if editors is not None:
            expected[layout.editors] = editors.encode()
        return _compare(layout, {_committed(layout, path): data for path, data in expected.items()})


def _committed(layout: Layout, path: Path) -> Path:
    return path if path in (layout.lock, layout.editors) else layout.generated / path


def _compare(layout: Layout, expected: dict[Path, bytes]) -> list[str]:
    found = {layout.generated / path: data for path, data in _read_tree(layout.generated).items()}
    found |= {path: path.read_bytes() for path in (layout.lock, layout.editors) if path.exists()}
    differences = []
    for path in sorted(expected.keys() | found.keys()):
        name = path.relative_to(layout.root).as_posix()
        if path not in found:
            differences.append(f"missing {name}")
        elif path not in expected:
            differences.append(f"stale   {name}")
        elif _unix(found[path]) != _unix(expected[path]):
            differences.append(f"changed {name}")
    return differences


def _read_tree(folder: Path) -> dict[Path, bytes]:
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not _LITTER.intersection(path.parts)
    }


def _unix(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
