"""Results: the files a task made, and the vendor's own answer."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from safelight.core.calls import Api
from safelight.core.downloads import Target, read, save
from safelight.core.drivers import AsyncDriver, SyncDriver
from safelight.core.flow import Flow, Gather
from safelight.core.outcome import FileRef, Handle, Outcome
from safelight.core.wire import without_query
from safelight.errors import DownloadFailed

R = TypeVar("R")
Where = str | os.PathLike[str]

AT_ONCE = 4
"""Files of one result that are fetched at the same time."""


class ResultState(Generic[R]):
    """What both kinds of results are."""

    def __init__(
        self, api: Api, handle: Handle, outcome: Outcome[R], refreshed: Callable[[], Flow[Outcome[R]]]
    ) -> None:
        self._api = api
        self._handle = handle
        self._outcome = outcome
        self._refreshed = refreshed

    def __repr__(self) -> str:
        files = ", ".join(without_query(file.url) if file.url else "inline" for file in self._outcome.files)
        return f"<{type(self).__name__} {self._handle.vendor}.{self._handle.operation} [{files}]>"

    @property
    def raw(self) -> R:
        """The vendor's own answer, as its generated model."""
        return self._outcome.raw

    @property
    def files(self) -> tuple[FileRef, ...]:
        """Name, type, size, URL and expiry of each file, as far as the vendor tells."""
        return self._outcome.files

    def _refresh(self, index: int) -> Callable[[], Flow[FileRef]]:
        def again() -> Flow[FileRef]:
            outcome = yield from self._refreshed()
            return outcome.files[index]

        return again

    def _bytes(self, index: int) -> Flow[bytes]:
        if index >= len(self.files):
            raise DownloadFailed(
                f"the result has {len(self.files)} files, so none of number {index}",
                vendor=self._handle.vendor,
                operation=self._handle.operation,
                token=self._handle.token,
            )
        return (yield from read(self._api, self.files[index], self._refresh(index)))

    def _save(self, where: Where, *, overwrite: bool) -> Flow[list[Path]]:
        jobs = [
            partial(save, self._api, self.files[index], self._refresh(index), target, overwrite=overwrite)
            for index, target in enumerate(self._targets(where))
        ]
        return (yield from Gather(jobs, AT_ONCE))

    def _targets(self, where: Where) -> list[Target]:
        path = Path(where)
        single = len(self.files) == 1
        if path.suffix and not path.is_dir():
            return [
                Target(path.parent, path.stem, path.name if single else f"{path.stem}{_mark(file, number)}{path.suffix}")
                for number, file in enumerate(self.files, 1)
            ]
        marks = ["" if single else _mark(file, number) for number, file in enumerate(self.files, 1)]
        return [Target(path, f"{self._handle.name}{mark}") for mark in marks]


class Result(ResultState[R]):
    """A result of a sync client."""

    def __init__(
        self,
        api: Api,
        handle: Handle,
        outcome: Outcome[R],
        refreshed: Callable[[], Flow[Outcome[R]]],
        driver: SyncDriver,
    ) -> None:
        super().__init__(api, handle, outcome, refreshed)
        self._driver = driver

    def save(self, where: Where, *, overwrite: bool = False) -> list[Path]:
        """Save every file and return where they are.

        Args:
            where: A folder (made if needed), in which files are named after the source; or a file name
                with a suffix, which gets numbers if there are several files.
            overwrite: Replace files that exist.

        Raises:
            InvalidInput: A target exists, or the folder cannot be made; nothing was fetched.
            DownloadFailed: A file cannot be had whole; `token` fetches it again.
        """
        return self._driver.run(self._save(where, overwrite=overwrite))

    def bytes(self, index: int = 0) -> bytes:
        """The content of file number `index`, from 0. Raises `DownloadFailed`."""
        return self._driver.run(self._bytes(index))


class AsyncResult(ResultState[R]):
    """A result of an async client."""

    def __init__(
        self,
        api: Api,
        handle: Handle,
        outcome: Outcome[R],
        refreshed: Callable[[], Flow[Outcome[R]]],
        driver: AsyncDriver,
    ) -> None:
        super().__init__(api, handle, outcome, refreshed)
        self._driver = driver

    async def save(self, where: Where, *, overwrite: bool = False) -> list[Path]:
        """Save every file and return where they are.

        Args:
            where: A folder (made if needed), in which files are named after the source; or a file name
                with a suffix, which gets numbers if there are several files.
            overwrite: Replace files that exist.

        Raises:
            InvalidInput: A target exists, or the folder cannot be made; nothing was fetched.
            DownloadFailed: A file cannot be had whole; `token` fetches it again.
        """
        return await self._driver.run(self._save(where, overwrite=overwrite))

    async def bytes(self, index: int = 0) -> bytes:
        """The content of file number `index`, from 0. Raises `DownloadFailed`."""
        return await self._driver.run(self._bytes(index))


def _mark(file: FileRef, number: int) -> str:
    return f"-{file.label or number}"
