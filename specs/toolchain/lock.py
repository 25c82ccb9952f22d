"""The lock file: which generators made the packages, from which content."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING

from .errors import ToolchainError

if TYPE_CHECKING:
    from pathlib import Path

    from .layout import Layout

GENERATORS = ("openapi-python-client", "datamodel-code-generator", "ruff")

_HEADER = """\
# Written by `nox -s generate`. It refuses to run with other generator versions than these;
# after changing them in pyproject.toml: `nox -s generate -- --relock`.
"""


@dataclass(frozen=True)
class Lock:
    """What the generated packages were made by and from.

    Attributes:
        generators: Distribution name to exact version.
        templates: SHA-256 of the whole templates folder.
        specs: Vendor to the SHA-256 of its ``openapi`` file, and of its ``codegen`` file if it has one.
    """

    generators: dict[str, str] = field(default_factory=dict)
    templates: str = ""
    specs: dict[str, dict[str, str]] = field(default_factory=dict)

    def to_toml(self) -> str:
        lines = [_HEADER, "[generators]"]
        lines += [f'{name} = "{number}"' for name, number in sorted(self.generators.items())]
        lines += ["", "[templates]", f'sha256 = "{self.templates}"']
        for vendor, files in sorted(self.specs.items()):
            lines += ["", f"[specs.{vendor}]"]
            lines += [f'{name} = "{digest}"' for name, digest in sorted(files.items())]
        return "\n".join(lines) + "\n"


def read_lock(path: Path) -> Lock | None:
    """Read a lock file; None where there is none yet.

    Raises:
        ToolchainError: The file is damaged.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
        return Lock(values["generators"], values["templates"]["sha256"], values.get("specs", {}))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ToolchainError(
            f"{path} is damaged ({error}); `nox -s generate -- --relock` writes it anew"
        ) from error


def current_lock(layout: Layout) -> Lock:
    """What a lock file would say about the installed generators and the sources as they are now."""
    return Lock(
        generators={name: version(name) for name in GENERATORS},
        templates=_digest_tree(layout.templates),
        specs={
            vendor: {
                name: _digest(path)
                for name, path in (("openapi", layout.spec(vendor)), ("codegen", layout.settings(vendor)))
                if name == "openapi" or path.exists()
            }
            for vendor in layout.vendors()
        },
    )


def refuse_other_generators(layout: Layout) -> None:
    """Check that the installed generators are the locked ones.

    Raises:
        ToolchainError: They are not; the message names each with both versions.
    """
    locked = read_lock(layout.lock)
    if locked is None:
        return
    differing = [
        f"{name} {version(name)} is installed, {locked.generators.get(name, 'nothing')} is locked"
        for name in GENERATORS
        if version(name) != locked.generators.get(name)
    ]
    if differing:
        raise ToolchainError(
            "; ".join(differing) + f". Install the locked versions, or accept the installed ones with"
            f" `nox -s generate -- --relock` ({layout.lock.name})."
        )


def _digest(path: Path) -> str:
    try:
        # A checkout may have turned the line ends; they do not change what is generated.
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except FileNotFoundError as error:
        raise ToolchainError(f"{path} does not exist") from error


def _digest_tree(folder: Path) -> str:
    listing = "".join(
        f"{path.relative_to(folder).as_posix()} {_digest(path)}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )
    return hashlib.sha256(listing.encode()).hexdigest()
