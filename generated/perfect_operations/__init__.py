"""What the clients of Perfect Corp can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from perfect_api.models.aging_status_result import AgingStatusResult
    from perfect_api.models.makeup_transfer_status_result import MakeupTransferStatusResult
    from perfect_api.models.task_status_result import TaskStatusResult
    from safelight.core.base.outcome import Created
    from safelight.core.flow.effects import Flow
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = "AgingStatusResult | MakeupTransferStatusResult | TaskStatusResult"
"""The vendor's own description of a finished task."""


class PerfectFlows(Operations[Finished]):
    """What both clients of Perfect Corp can do."""

    _PACKAGE = "perfect_api"

    @operation
    def try_hairstyle(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Try on a hairstyle.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or jpeg, at most 10
                MiB, longest side at most 1024 pixels.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "try_hairstyle",
            {
                "image": image,
                "style_group_id": style_group_id,
                "style_id": style_id,
                "output_ext": output_ext,
                "request_id": request_id,
            },
            filename,
        )

    @operation
    def try_wig(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Try on a wig.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "try_wig",
            {
                "image": image,
                "style_group_id": style_group_id,
                "style_id": style_id,
                "output_ext": output_ext,
                "request_id": request_id,
            },
            filename,
        )

    @operation
    def extend_hair(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Lengthen the hair.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 1024 pixels.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "extend_hair",
            {
                "image": image,
                "style_group_id": style_group_id,
                "style_id": style_id,
                "output_ext": output_ext,
                "request_id": request_id,
            },
            filename,
        )

    @operation
    def add_bangs(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Add bangs.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 1024 pixels.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "add_bangs",
            {
                "image": image,
                "style_group_id": style_group_id,
                "style_id": style_id,
                "output_ext": output_ext,
                "request_id": request_id,
            },
            filename,
        )

    @operation
    def add_hair_volume(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Thicken the hair.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 1024 pixels.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "add_hair_volume",
            {
                "image": image,
                "style_group_id": style_group_id,
                "style_id": style_id,
                "output_ext": output_ext,
                "request_id": request_id,
            },
            filename,
        )

    @operation
    def show_aging(
        self,
        image: Source,
        *,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AgingStatusResult]]:
        """Show a face from youth to old age, in a series of photos.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "show_aging", {"image": image, "output_ext": output_ext, "request_id": request_id}, filename
        )

    @operation
    def transfer_makeup(
        self,
        image: Source,
        reference: Source,
        *,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[MakeupTransferStatusResult]]:
        """Copy the makeup of a reference photo.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg, png, tiff or
                gif, at most 10 MiB, longest side at most 1024 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg, png, tiff
                or gif, at most 10 MiB, longest side at most 1024 pixels. A photo of the makeup.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "transfer_makeup",
            {"image": image, "reference": reference, "output_ext": output_ext, "request_id": request_id},
            filename,
        )

    @operation
    def remove_object(
        self,
        image: Source,
        mask: Source,
        *,
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Remove what a mask marks.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels.
            mask: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels. A grey picture of the same width and height: white
                is what goes, black is what stays.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``, ``"webp"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "remove_object",
            {"image": image, "mask": mask, "output_ext": output_ext, "request_id": request_id},
            filename,
        )

    @operation
    def colorize(
        self,
        image: Source,
        *,
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Give color to a black and white photo.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``, ``"webp"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "colorize", {"image": image, "output_ext": output_ext, "request_id": request_id}, filename
        )

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        output_ext: Literal["png", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Cut the subject out; the result has a transparent background.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels.
            output_ext: Format of the result; by default the vendor's choice. One of ``"png"``, ``"webp"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "remove_background",
            {"image": image, "output_ext": output_ext, "request_id": request_id},
            filename,
        )

    @operation
    def enhance(
        self,
        image: Source,
        *,
        scale: Literal[1, 2, 4],
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Sharpen, denoise and enlarge a photo.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels.
            scale: Factor by which width and height grow. One of 1, 2, 4.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``, ``"webp"``.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "enhance",
            {"image": image, "scale": scale, "output_ext": output_ext, "request_id": request_id},
            filename,
        )

    @operation
    def generate_image(
        self,
        prompt: str,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Make an image from a text, in a style.

        Cost: unknown; Perfect Corp publishes no price.

        Args:
            prompt: What the image should show.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice. One of ``"jpg"``.
            request_id: Idempotency key; by default a new one, kept through every retry.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may exist; sent again with its `request_id`, it is charged once.
        """
        return self._create(
            "generate_image",
            {
                "prompt": prompt,
                "style_group_id": style_group_id,
                "style_id": style_id,
                "output_ext": output_ext,
                "request_id": request_id,
            },
        )


if TYPE_CHECKING:
    # What an editor shows: plain methods, with the types that each client gives.
    from perfect_operations.methods import AsyncPerfectMethods as AsyncPerfectMethods
    from perfect_operations.methods import PerfectMethods as PerfectMethods

    class PerfectOperations(Operations[Finished]):
        """What both clients of Perfect Corp can do."""
else:
    PerfectOperations = PerfectFlows
    PerfectMethods = AsyncPerfectMethods = object
