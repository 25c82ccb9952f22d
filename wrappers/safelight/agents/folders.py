"""The folders that agents may read from and write to, and whether they may name addresses."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import attrs

from safelight.batch.access import Access
from safelight.core.base.redact import PATH, brief
from safelight.core.base.threads import in_thread
from safelight.errors import ConfigurationError, InvalidInput

ADDRESS = re.compile(r"\s*[a-z][a-z0-9+.-]*:(//|:)|.*::", re.IGNORECASE | re.DOTALL)
"""What some library takes for an address and not for a path: ``file://``, ``s3://``, and fsspec's chains such as ``zip::a``."""
WEB = ("http://", "https://")


def open_folder(path: str, option: str) -> Path:
    """A folder as it is on the disk, without links.

    Raises:
        ConfigurationError: There is none.
    """
    try:
        found = Path(path).expanduser().resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise ConfigurationError(f"{option} {brief(path, PATH)}: no such folder", field="allow") from error
    if not found.is_dir():
        raise ConfigurationError(f"{option} {brief(path, PATH)} is not a folder", field="allow")
    return found


@attrs.frozen
class Folders(Access):
    """An allowlist of folders.

    Attributes:
        allowed: Sources are read only below these. They are resolved; relative paths are looked up in the first.
        out: Results are saved below this one, which is one of them or below one.
        urls: Whether sources may be ``http://`` and ``https://`` addresses.
    """

    allowed: tuple[Path, ...]
    out: Path
    urls: bool = False

    @classmethod
    def open(cls, allowed: Iterable[str], out: str | None = None, *, urls: bool = False) -> Folders:
        """Check the folders, and make the one of the results.

        Args:
            out: By default ``safelight-results`` in the first allowed folder.

        Raises:
            ConfigurationError: One is missing, or `out` is outside of them.
        """
        folders = tuple(open_folder(path, "--allow") for path in allowed)
        if not folders:
            raise ConfigurationError(
                "say which folder agents may use, such as --allow photos/", field="allow"
            )
        place = folders[0] / "safelight-results" if out is None else Path(out).expanduser().absolute()
        made = place.resolve()
        if made not in folders and not _below(made, folders):
            raise ConfigurationError(
                f"-o {brief(str(place), PATH)} is outside of the allowed folders: allow it, or choose one below them",
                field="out",
            )
        made.mkdir(parents=True, exist_ok=True)
        return cls(folders, made, urls)

    def source(self, text: object, name: str, *, takes_url: bool) -> str:
        """A source that an agent may use: an absolute path without links, or an address.

        Args:
            name: The parameter, for the message.
            takes_url: Whether the vendor fetches addresses itself.

        Raises:
            InvalidInput: It is outside of the allowed folders, not a file, or an address that is not allowed.
        """
        if not isinstance(text, str) or not text.strip():
            raise InvalidInput(f"{name}: pass the path of a file", field=name)
        if ADDRESS.match(text):
            if not text.lower().startswith(WEB) or not takes_url:
                also = " and URLs (http, https)" if self.urls and takes_url else ""
                raise InvalidInput(f"{name}: only paths of files{also} are accepted here", field=name)
            self.check_urls(text, name)
            scheme, _, rest = text.partition("://")
            return f"{scheme.lower()}://{rest}"
        try:
            path = (self.allowed[0] / text).resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            path = None
        # One message for both, so that nothing can be learned about files elsewhere.
        if path is None or not _below(path, self.allowed) or not path.is_file():
            raise InvalidInput(
                f"{name}: there is no file {brief(text, PATH)} in the allowed folders: "
                f"{', '.join(map(str, self.allowed))}",
                field=name,
            )
        return str(path)

    @asynccontextmanager
    async def opened(self, source: str) -> AsyncGenerator[str]:
        """A copy of a file for as long as this lasts: what was put in its place since it was ordered is not followed.

        Raises:
            InvalidInput: It is not in the allowed folders any more.
        """
        if "://" in source:
            yield source
            return
        with TemporaryDirectory(prefix="safelight-", ignore_cleanup_errors=True) as folder:
            yield await in_thread(self._copy, Path(source), Path(folder))

    def _copy(self, path: Path, folder: Path) -> str:
        copy = folder / path.name
        root = next((one for one in self.allowed if _below(path, (one,))), None)
        try:
            if root is None:
                raise FileNotFoundError(path)
            with open(_open_below(root, path), "rb") as file, copy.open("wb") as other:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise FileNotFoundError(path)
                shutil.copyfileobj(file, other)
        except OSError:
            raise InvalidInput(f"{path} is no file in the allowed folders any more", field="source") from None
        return str(copy)

    def check_target(self, target: Path) -> None:
        """Refuse a place that was put outside of the folder of results since it was ordered.

        Raises:
            InvalidInput: It was.
        """
        if not _below(target.resolve(), (self.out,)):
            raise InvalidInput(f"{target} is not below {self.out} any more", field="save_as")

    def check_urls(self, value: object, name: str) -> None:
        """Refuse addresses in an argument, at any depth, unless they are allowed.

        Raises:
            InvalidInput: There is one.
        """
        if self.urls:
            return
        if isinstance(value, str) and ADDRESS.match(value) and "://" in value:
            raise InvalidInput(
                f"{name}: URLs are not allowed: the server was started without --allow-urls", field=name
            )
        if isinstance(value, Mapping):
            for one in cast("Mapping[str, object]", value).values():
                self.check_urls(one, name)
        elif isinstance(value, list):
            for one in cast("list[object]", value):
                self.check_urls(one, name)

    def target(self, text: str) -> str:
        """The name of a result below `out`, without its suffix.

        Raises:
            InvalidInput: It would lie elsewhere.
        """
        try:
            inside = bool(text) and "\0" not in text and _below((self.out / text).resolve(), (self.out,))
        except (OSError, RuntimeError, ValueError):
            inside = False
        if not inside or ADDRESS.match(text) or ".." in Path(text).parts or Path(text).is_absolute():
            raise InvalidInput(
                f"save_as: pass a relative path below {self.out}, without a suffix, such as 'lamps/red'",
                field="save_as",
            )
        return Path(text).as_posix()


def _below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path != folder and path.is_relative_to(folder) for folder in folders)


def _open_below(root: Path, path: Path) -> int:
    """Open a file by its real path below a folder; a link on the way is not followed.

    Raises:
        OSError: There is one, or no such file.
    """
    follow_none = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    if os.open not in os.supports_dir_fd:  # Windows
        if path.resolve() != path:
            raise FileNotFoundError(path)
        return os.open(path, follow_none)
    *folders, name = path.relative_to(root).parts
    here = os.open(root, os.O_RDONLY)
    for part in folders:
        try:
            below = os.open(part, follow_none | os.O_DIRECTORY, dir_fd=here)
        finally:
            os.close(here)
        here = below
    try:
        return os.open(name, follow_none | os.O_NONBLOCK, dir_fd=here)
    finally:
        os.close(here)
