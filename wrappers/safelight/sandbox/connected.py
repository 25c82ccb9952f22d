"""Storages connected to Claid: folders of this machine, whose files `storage://NAME/path` names."""

import re
from pathlib import Path

_SCHEME = "storage://"
_LONGEST_NAME = 255
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


class ConnectedStorages:
    """The storages of one sandbox by name; each is a folder below `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: dict[str, Path] = {}

    def connect(self, name: str, before: str = "") -> Path:
        """Return the folder of a storage, which is connected from now on.

        Args:
            name: Its name.
            before: Its name up to now, if it had one.

        Raises:
            ValueError: The name has other characters than letters, digits, - and _.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a storage name: use 1 to 64 letters, digits, - and _")
        folder = self._folders.setdefault(name, self._folders.pop(before, self._root / name))
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def names(self) -> list[str]:
        """Return the names of the storages."""
        return list(self._folders)

    def disconnect(self, name: str) -> None:
        """Forget a storage; its files stay."""
        self._folders.pop(name, None)

    def find(self, address: str, *, folder_too: bool = False) -> Path | None:
        """Return the file that an address names, there or not; None where no connected storage has such a name.

        Args:
            address: As `storage://NAME/path`.
            folder_too: Whether it may be the folder of a storage, or end with a slash.
        """
        name, _, path = address.removeprefix(_SCHEME).partition("/")
        folder = self._folders.get(name)
        if folder_too and folder is not None and not path.rstrip("/"):
            return folder
        parts = (path.rstrip("/") if folder_too else path).split("/")
        if folder is None or not address.startswith(_SCHEME) or not all(map(_is_plain, parts)):
            return None
        file = folder.joinpath(*parts).resolve()
        return file if file.is_relative_to(folder.resolve()) else None


def _is_plain(part: str) -> bool:
    """Tell whether a part of a path names something below its folder, in a way that every file system takes."""
    if part in {"", ".", ".."} or "\0" in part:
        return False
    try:
        return len(part.encode()) <= _LONGEST_NAME
    except UnicodeEncodeError:
        # JSON holds halves of characters, which no file name does.
        return False
