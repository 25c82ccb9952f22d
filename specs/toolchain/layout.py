"""Where specs, templates, lock file and generated packages lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .errors import ToolchainError

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Layout:
    """The folders of one repository.

    Attributes:
        root: The repository's top folder, a copy of it, or a folder of a plug-in's own that has ``specs/<vendor>/``.
    """

    root: Path = REPOSITORY

    @property
    def specs(self) -> Path:
        return self.root / "specs"

    @property
    def templates(self) -> Path:
        own = self.specs / "templates"
        return own if own.is_dir() else REPOSITORY / "specs" / "templates"

    @property
    def lock(self) -> Path:
        return self.specs / "lock.toml"

    @property
    def generated(self) -> Path:
        return self.root / "generated"

    @property
    def editors(self) -> Path:
        """What editors see of handwritten methods; of this repository alone."""
        return self.root / "wrappers" / "safelight" / "editors.pyi"

    def spec(self, vendor: str) -> Path:
        return self.specs / vendor / "openapi.yaml"

    def settings(self, vendor: str) -> Path:
        """The settings of openapi-python-client for one vendor, of which a spec may do without."""
        return self.specs / vendor / "codegen.yaml"

    def published(self, vendor: str) -> Path:
        """What ``fetch --record`` last wrote about the vendor's own published document."""
        return self.specs / vendor / "published.json"

    def package(self, vendor: str) -> Path:
        return self.generated / package_name(vendor)

    def operations(self, vendor: str) -> Path:
        return self.generated / operations_name(vendor)

    def vendors(self) -> list[str]:
        """Names of all folders with an ``openapi.yaml``, sorted.

        Raises:
            ToolchainError: No spec was found.
        """
        found = sorted(path.parent.name for path in self.specs.glob("*/openapi.yaml"))
        if not found:
            raise ToolchainError(f"No spec found: {self.specs} has no folder with an openapi.yaml")
        return found


def package_name(vendor: str) -> str:
    """Name of the package generated for a vendor, ``pilio_api`` for ``pilio``."""
    return f"{vendor}_api"


def operations_name(vendor: str) -> str:
    """Name of the package with a vendor's methods, ``pilio_operations`` for ``pilio``."""
    return f"{vendor}_operations"
