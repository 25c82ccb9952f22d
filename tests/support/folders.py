"""What is in a folder."""

from pathlib import Path


def names(folder: Path) -> list[str]:
    """Names of all that is in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())
