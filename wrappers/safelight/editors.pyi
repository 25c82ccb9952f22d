"""The methods of tasks, results and lists, as editors and type checkers see them. Made by `nox -s generate`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

from perfect_api.models.style import Style
from perfect_api.models.style_group import StyleGroup
from PIL.Image import Image
from safelight.core.base.events import Update
from safelight.core.base.outcome import Status
from safelight.core.base.verdict import Verdict
from safelight.core.results import Content, Where
from safelight.core.task import WITHIN
from safelight.vendors.perfect import StyledFeature
from safelight.vendors.youcam import TemplatedFeature
from youcam_api.models.template import Template

class FileStateMethods:
    def bytes(self) -> Content:
        """The content. Raises `DownloadFailed`, also if it is larger than 1 GiB."""

    def stream(self) -> Iterator[Content]:
        """The content in chunks of 1 MiB, for a file of any size. Raises `DownloadFailed`.

        The file is downloaded to a temporary file and checked before the first chunk is yielded.
        """

    def image(self) -> Image:
        """The picture, opened with Pillow (``pip install pillow``).

        Raises:
            ConfigurationError: Pillow is not installed.
            DownloadFailed: The file cannot be downloaded completely, or Pillow cannot open it.
        """

    def save(self, where: Where, *, overwrite: bool = False) -> Path:
        """Save the file and return its path.

        Args:
            where: A folder (created if needed), or a file name with a suffix and without a slash at the end.
            overwrite: Replace an existing file. By default, a file in a folder gets a number if its name is taken,
                and a file name that is taken is refused.

        Raises:
            InvalidInput: The file name is taken, or the folder cannot be created; the task's token stays valid.
            DownloadFailed: The file cannot be downloaded completely; `token` fetches it again.
        """

class AsyncFileStateMethods:
    async def bytes(self) -> Content:
        """The content. Raises `DownloadFailed`, also if it is larger than 1 GiB."""

    def stream(self) -> AsyncIterator[Content]:
        """The content in chunks of 1 MiB, for a file of any size. Raises `DownloadFailed`.

        The file is downloaded to a temporary file and checked before the first chunk is yielded.
        """

    async def image(self) -> Image:
        """The picture, opened with Pillow (``pip install pillow``).

        Raises:
            ConfigurationError: Pillow is not installed.
            DownloadFailed: The file cannot be downloaded completely, or Pillow cannot open it.
        """

    async def save(self, where: Where, *, overwrite: bool = False) -> Path:
        """Save the file and return its path.

        Args:
            where: A folder (created if needed), or a file name with a suffix and without a slash at the end.
            overwrite: Replace an existing file. By default, a file in a folder gets a number if its name is taken,
                and a file name that is taken is refused.

        Raises:
            InvalidInput: The file name is taken, or the folder cannot be created; the task's token stays valid.
            DownloadFailed: The file cannot be downloaded completely; `token` fetches it again.
        """

class ResultStateMethods:
    def save(self, where: Where, *, name: str | None = None, overwrite: bool = False) -> list[Path]:
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

    def bytes(self, index: int = 0) -> Content:
        """The content of file number `index`, from 0. Raises `DownloadFailed`."""

    def check(self, source: Where | Content | None = None) -> Verdict:
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

class AsyncResultStateMethods:
    async def save(self, where: Where, *, name: str | None = None, overwrite: bool = False) -> list[Path]:
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

    async def bytes(self, index: int = 0) -> Content:
        """The content of file number `index`, from 0. Raises `DownloadFailed`."""

    async def check(self, source: Where | Content | None = None) -> Verdict:
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

class TaskStateMethods:
    def status(self) -> Status:
        """Send one status call and return the status.

        Raises:
            NotFound: The vendor does not know the task yet; it was created less than five seconds ago.
            TaskExpired: The vendor no longer knows the task.
            ApiError: The call failed; `Unavailable` if trying again may help.
        """

    def updates(self, *, within: float | timedelta | None = WITHIN) -> Iterator[Update]:
        """Poll until the task is finished and yield every status.

        Args:
            within: At most how long to wait, in seconds or as a `timedelta`; None waits as long as it takes, through
                outages of up to an hour.

        Raises:
            InvalidInput: `within` is not a number of seconds or a `timedelta`.
            WaitTimeout: `within` ran out; the task goes on. If the vendor was unavailable, that error is the cause.
            TaskExpired: The vendor no longer knows the task.
        """

class AsyncTaskStateMethods:
    async def status(self) -> Status:
        """Send one status call and return the status.

        Raises:
            NotFound: The vendor does not know the task yet; it was created less than five seconds ago.
            TaskExpired: The vendor no longer knows the task.
            ApiError: The call failed; `Unavailable` if trying again may help.
        """

    def updates(self, *, within: float | timedelta | None = WITHIN) -> AsyncIterator[Update]:
        """Poll until the task is finished and yield every status.

        Args:
            within: At most how long to wait, in seconds or as a `timedelta`; None waits as long as it takes, through
                outages of up to an hour.

        Raises:
            InvalidInput: `within` is not a number of seconds or a `timedelta`.
            WaitTimeout: `within` ran out; the task goes on. If the vendor was unavailable, that error is the cause.
            TaskExpired: The vendor no longer knows the task.
        """

class PerfectOperationsMethods:
    def style_groups(self, feature: StyledFeature) -> Iterator[StyleGroup]:
        """List the style groups of a feature; pages are requested as needed.

        Args:
            feature: A feature that has styles.
        """

    def styles(self, feature: StyledFeature, style_group_id: int) -> Iterator[Style]:
        """List the styles of a group; pages are requested as needed.

        Args:
            feature: A feature that has styles.
            style_group_id: The group; see `style_groups`.
        """

class AsyncPerfectOperationsMethods:
    def style_groups(self, feature: StyledFeature) -> AsyncIterator[StyleGroup]:
        """List the style groups of a feature; pages are requested as needed.

        Args:
            feature: A feature that has styles.
        """

    def styles(self, feature: StyledFeature, style_group_id: int) -> AsyncIterator[Style]:
        """List the styles of a group; pages are requested as needed.

        Args:
            feature: A feature that has styles.
            style_group_id: The group; see `style_groups`.
        """

class YouCamOperationsMethods:
    def templates(self, feature: TemplatedFeature) -> Iterator[Template]:
        """List the templates of a feature; pages are requested as needed.

        Args:
            feature: A feature that has templates.
        """

class AsyncYouCamOperationsMethods:
    def templates(self, feature: TemplatedFeature) -> AsyncIterator[Template]:
        """List the templates of a feature; pages are requested as needed.

        Args:
            feature: A feature that has templates.
        """
