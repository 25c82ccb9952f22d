"""Results: the files that a task made, and the vendor's own answer."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeAlias, TypeVar, cast

from safelight.core.base.outcome import Credits, FileRef, Handle, Outcome
from safelight.core.base.redact import PATH, brief
from safelight.core.base.verdict import Verdict
from safelight.core.flow.descriptors import iterator, method
from safelight.core.flow.drivers import AsyncDriver, SyncDriver
from safelight.core.flow.effects import Blocking, Flow, Gather
from safelight.core.transfers.downloads import read, save, stream
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.images import format_of, media_type_of
from safelight.core.transfers.targets import Target, check_free, names_a_file
from safelight.editors import (
    AsyncFileStateMethods,
    AsyncResultStateMethods,
    FileStateMethods,
    ResultStateMethods,
)
from safelight.errors import ConfigurationError, DownloadFailed, InvalidInput, SafelightError

if TYPE_CHECKING:
    from PIL.Image import Image

R = TypeVar("R")
T = TypeVar("T")
Content: TypeAlias = bytes
"""The type's other name, for the classes below have methods called ``bytes``."""
Where: TypeAlias = str | os.PathLike[str]
Refreshed: TypeAlias = Callable[[], Flow[Outcome[R]]]

FILES_AT_ONCE = 4


class FileState:
    """One file of a result.

    Attributes:
        name: The vendor's name for it.
        type: Media type.
        size: Bytes.
        expires: When the URL ends, in seconds since the epoch.
        label: What distinguishes it from the result's other files, such as ``"mask"``.
    """

    _driver: Any

    def __init__(
        self,
        api: FilesApi,
        handle: Handle,
        files: Sequence[FileRef],
        index: int,
        refreshed: Refreshed[Any],
        driver: SyncDriver | AsyncDriver,
    ) -> None:
        self._driver = driver
        self._api = api
        self._handle = handle
        self._place = (index, len(files))
        self._ref = ref = files[index]
        self._refreshed = refreshed
        self.name = ref.name
        self.type = ref.type
        self.size = ref.size
        self.expires = ref.expires
        self.label = ref.label

    @property
    def url(self) -> str | None:
        """Download address, valid until `expires`; None if the file came inside the answer. Treat it like a password.

        Reading the file renews an expired address.
        """
        return self._ref.url  # which no repr and no `vars` shows

    def __repr__(self) -> str:
        where = self._api.shown_url(self.url) if self.url else "inside the answer"
        return f"<{type(self).__name__} {self.label or self.name or self.type or 'file'} {where}>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        """What a notebook shows: the picture, or why there is none."""
        return _shown(repr(self), self._driver, self._content)

    @method
    def bytes(self) -> Flow[Content]:
        """The content. Raises `DownloadFailed`, also if it is larger than 1 GiB."""
        return (yield from self._content())

    @iterator(Content)
    def stream(self) -> Flow[object]:
        """The content in chunks of 1 MiB, for a file of any size. Raises `DownloadFailed`.

        The file is downloaded to a temporary file and checked before the first chunk is yielded.
        """
        yield from self._placed(stream(self._api, self._ref, self._renew))
        return None

    @method
    def image(self) -> Flow[Image]:
        """The picture, opened with Pillow (``pip install pillow``).

        Raises:
            ConfigurationError: Pillow is not installed.
            DownloadFailed: The file cannot be downloaded completely, or Pillow cannot open it.
        """
        try:
            from PIL import Image as pillow  # noqa: PLC0415, N813 - a package of an extra, under a free name
        except ImportError:
            raise ConfigurationError("image() needs Pillow: pip install pillow") from None
        content = yield from self._content()
        try:
            return (yield from Blocking(lambda: _opened(pillow.open(io.BytesIO(content)))))
        except Exception as error:  # Pillow raises whatever its parsers do
            said = f"the result cannot be opened as a picture: {error or type(error).__name__}"
            raise self._handle.placed(DownloadFailed(said)) from error

    @method
    def save(self, where: Where, *, overwrite: bool = False) -> Flow[Path]:
        """Save the file and return its path.

        Args:
            where: A folder (created if needed), or a file name with a suffix and without a slash at the end.
            overwrite: Replace an existing file. By default, a file in a folder gets a number if its name is taken,
                and a file name that is taken is refused.

        Raises:
            InvalidInput: The file name is taken, or the folder cannot be created; the task's token stays valid.
            DownloadFailed: The file cannot be downloaded completely; `token` fetches it again.
        """
        path = Path(where)
        mark = f"-{self.label}" if self.label else ""
        named = yield from Blocking(lambda: names_a_file(where))
        target = (
            Target(path.parent, path.stem, path.name) if named else Target(path, self._handle.name, mark=mark)
        )
        return (yield from self._saved(target, overwrite=overwrite))

    def _renew(self) -> Flow[FileRef]:
        """Ask for the file's address again, and keep it for the next read."""
        outcome = yield from self._refreshed()
        index, count = self._place
        if len(outcome.files) != count:
            raise DownloadFailed(
                f"the vendor lists {len(outcome.files)} files now, and listed {count} before"
            )
        self._ref = outcome.files[index]
        self.expires = self._ref.expires
        return self._ref

    def _content(self) -> Flow[Content]:
        return (yield from self._placed(read(self._api, self._ref, self._renew)))

    def _saved(self, target: Target, *, overwrite: bool) -> Flow[Path]:
        return (yield from self._placed(save(self._api, self._ref, self._renew, target, overwrite=overwrite)))

    def _placed(self, flow: Flow[T]) -> Flow[T]:
        try:
            return (yield from flow)
        except SafelightError as error:
            raise self._handle.placed(error) from None


class ResultFile(FileStateMethods, FileState):
    """One file of a sync client's result."""


class AsyncResultFile(AsyncFileStateMethods, FileState):
    """One file of an async client's result."""


class ResultState(Generic[R]):
    """What sync and async results share."""

    files: tuple[Any, ...]
    """Its files."""
    credits: Credits | None
    """Its price by the vendor's documents; None where no document states it, and for a task that was resumed."""
    _FILE: ClassVar[type[FileState]]
    _driver: Any

    def __init__(
        self,
        api: FilesApi,
        handle: Handle,
        outcome: Outcome[R],
        refreshed: Refreshed[R],
        driver: SyncDriver | AsyncDriver,
        credits: Credits | None = None,
        arguments: Mapping[str, object] | None = None,
    ) -> None:
        self._api = api
        self._handle = handle
        self._outcome = outcome
        self._arguments = arguments
        self._driver = driver
        self.credits = credits
        self.files = tuple(
            self._FILE(api, handle, outcome.files, index, refreshed, driver)
            for index in range(len(outcome.files))
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._handle.vendor}.{self._handle.operation} {list(self.files)}>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        """What a notebook shows: the first picture, or why there is none."""
        return _shown(repr(self), self._driver, lambda: self._file(0)._content())

    @property
    def raw(self) -> R:
        """The vendor's own answer, as a generated model.

        Raises:
            UnexpectedResponse: The answer lacks a required field; the files can still be saved.
        """
        try:
            return self._outcome.read()
        except SafelightError as error:
            raise self._handle.placed(error) from None

    @method
    def save(self, where: Where, *, name: str | None = None, overwrite: bool = False) -> Flow[list[Path]]:
        """Save every file and return their paths.

        Args:
            where: A folder (created if needed), in which files are named after the source; or a file name
                with a suffix and without a slash at the end, which gets numbers if there are several files.
            name: Name for files in a folder, without suffix, instead of the source's.
            overwrite: Replace existing files. By default, a file in a folder gets a number if its name is taken,
                and a file name that is taken is refused.

        Raises:
            InvalidInput: A file name is taken (then no file was saved), or the folder cannot be created; the task's
                token stays valid.
            DownloadFailed: A file cannot be downloaded completely; `token` fetches it again.
        """
        path = Path(where)
        targets = self._targets(path, name, named=(yield from Blocking(lambda: names_a_file(where))))
        if not overwrite:
            for file, target in zip(self.files, targets, strict=True):
                yield from file._placed(check_free(target))
        jobs = [
            partial(file._saved, target, overwrite=overwrite)
            for file, target in zip(self.files, targets, strict=True)
        ]
        return (yield from Gather(jobs, FILES_AT_ONCE))

    @method
    def bytes(self, index: int = 0) -> Flow[Content]:
        """The content of file number `index`, from 0. Raises `DownloadFailed`."""
        return (yield from self._file(index)._content())

    @method
    def check(self, source: Where | Content | None = None) -> Flow[Verdict]:
        """Look for what makes a result useless, such as an empty cutout; needs ``pip install 'safelight[images]'``.

        It fetches the pictures and decodes them, and asks the vendor nothing else.

        Args:
            source: What the task was made from, as a path or bytes, to compare with; by default the path that was given
                in this process. Without it, sizes and cuts are not checked, nor whether anything changed.

        Raises:
            ConfigurationError: Pillow or numpy is not installed.
            InvalidInput: `source` cannot be read.
            DownloadFailed: A file cannot be had whole.
        """
        checks = import_module(
            "safelight.checks"
        )  # by its name: the core knows nothing that is built upon it
        checks.check_installed()
        facts = self._api.facts.methods[self._handle.operation]
        known = (self._arguments or {}).get(facts.source or "")
        before = yield from Blocking(partial(_to_compare, source, known))
        files = [file for file in self.files if (file.type or "image/").startswith("image/")]
        contents = yield from Gather([file._content for file in files], FILES_AT_ONCE)
        pictures = [(file.label, content) for file, content in zip(files, contents, strict=True)]
        look = partial(
            checks.check_files,
            facts,
            pictures,
            arguments=self._arguments,
            source=before,
            prepared=self._handle.prepared,
        )
        return cast("Verdict", (yield from Blocking(look)))

    def _file(self, index: int) -> FileState:
        if not 0 <= index < len(self.files):
            said = f"the result has {len(self.files)} files, so none of number {index}"
            raise self._handle.placed(DownloadFailed(said))
        return cast("FileState", self.files[index])

    def _targets(self, path: Path, name: str | None, *, named: bool) -> list[Target]:
        unnamed = sum(not file.label for file in self.files)
        marks = [
            f"-{file.label}" if file.label else f"-{number}" if unnamed > 1 else ""
            for number, file in enumerate(self.files, 1)
        ]
        if named:
            return [Target(path.parent, path.stem, f"{path.stem}{mark}{path.suffix}") for mark in marks]
        return [Target(path, name or self._handle.name, mark=mark) for mark in marks]


class Result(ResultStateMethods, ResultState[R]):
    """A result of a sync client."""

    files: tuple[ResultFile, ...]
    _FILE = ResultFile


class AsyncResult(AsyncResultStateMethods, ResultState[R]):
    """A result of an async client."""

    files: tuple[AsyncResultFile, ...]
    _FILE = AsyncResultFile


def _to_compare(source: Where | bytes | None, known: object) -> Path | bytes | None:
    """What to compare a result with; a path that the task remembers may lead nowhere by now."""
    if isinstance(source, bytes):
        return source
    if source is None:
        path = Path(cast("Where", known)) if isinstance(known, str | os.PathLike) else None
        return path if path is not None and path.is_file() else None
    if not Path(source).is_file():
        raise InvalidInput(f"source: there is no file {brief(source, PATH)}", field="source")
    return Path(source)


def _shown(
    text: str, driver: SyncDriver | AsyncDriver, content: Callable[[], Flow[Content]]
) -> dict[str, object]:
    """A file as notebooks show it. Blocks: a notebook cannot wait for what it shows."""
    shown: dict[str, object] = {"text/plain": text}
    runner = driver if isinstance(driver, SyncDriver) else driver.blocking()
    if runner is None:
        return shown
    try:
        found = runner.run(content())
    except SafelightError as error:
        return {"text/plain": f"{text}\n{error}"}
    kind = format_of(found[:16])
    return {**shown, media_type_of(kind): found} if kind in ("png", "jpg") else shown


def _opened(image: Image) -> Image:
    image.load()
    return image
