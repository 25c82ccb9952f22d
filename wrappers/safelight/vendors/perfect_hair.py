"""Perfect's five features that change the hair, each by a style from the vendor's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfect_api.models.task_status_result import TaskStatusResult

from safelight.core.flow import Flow
from safelight.core.methods import operation
from safelight.core.outcome import Created
from safelight.core.sources import Source
from safelight.vendors.perfect_tasks import PerfectTasks

if TYPE_CHECKING:
    from perfect_api.requests import OutputExtJpg


class HairOperations(PerfectTasks):
    """Operations that try on a style of hair."""

    @operation
    def try_hairstyle(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Try on a hairstyle.

        Args:
            image: Path, bytes, binary file or `File`; one face, looking ahead, at most 1024 pixels long.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = style_params(style_group_id, style_id)
        return (
            yield from self._plain(
                "hairstyle", "try_hairstyle", image, filename, output_ext, request_id, params
            )
        )

    @operation
    def try_wig(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Try on a wig.

        Args:
            image: Path, bytes, binary file or `File`; one face, looking ahead, at most 1024 pixels long.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = style_params(style_group_id, style_id)
        return (yield from self._plain("wig", "try_wig", image, filename, output_ext, request_id, params))

    @operation
    def extend_hair(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Lengthen the hair.

        Args:
            image: Path, bytes, binary file or `File`; one face, looking ahead, at most 1024 pixels long.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = style_params(style_group_id, style_id)
        return (
            yield from self._plain(
                "hair_extension", "extend_hair", image, filename, output_ext, request_id, params
            )
        )

    @operation
    def add_bangs(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Add bangs.

        Args:
            image: Path, bytes, binary file or `File`; one face, looking ahead, at most 1024 pixels long.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = style_params(style_group_id, style_id)
        return (
            yield from self._plain("hair_bang", "add_bangs", image, filename, output_ext, request_id, params)
        )

    @operation
    def add_hair_volume(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Thicken the hair.

        Args:
            image: Path, bytes, binary file or `File`; one face, looking ahead, at most 1024 pixels long.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = style_params(style_group_id, style_id)
        return (
            yield from self._plain(
                "hair_volume", "add_hair_volume", image, filename, output_ext, request_id, params
            )
        )


def style_params(style_group_id: int, style_id: int) -> dict[str, object]:
    """How a run names one style."""
    return {"style_group_id": style_group_id, "style_ids": [style_id]}
