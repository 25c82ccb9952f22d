"""The methods of the clients of Perfect Corp, as editors and type checkers see them. Never imported when a program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from perfect_api.models.aging_status_result import AgingStatusResult
    from perfect_api.models.makeup_transfer_status_result import MakeupTransferStatusResult
    from perfect_api.models.task_status_result import TaskStatusResult
    from safelight.core.task import AsyncTask, Task
    from safelight.core.transfers.sources import Source


class PerfectMethods:
    """The methods of `Perfect`."""

    def try_hairstyle(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def try_wig(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def extend_hair(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def add_bangs(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def add_hair_volume(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def show_aging(
        self,
        image: Source,
        *,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[AgingStatusResult]:
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
        raise NotImplementedError

    def transfer_makeup(
        self,
        image: Source,
        reference: Source,
        *,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[MakeupTransferStatusResult]:
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
        raise NotImplementedError

    def remove_object(
        self,
        image: Source,
        mask: Source,
        *,
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def colorize(
        self,
        image: Source,
        *,
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def remove_background(
        self,
        image: Source,
        *,
        output_ext: Literal["png", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def enhance(
        self,
        image: Source,
        *,
        scale: Literal[1, 2, 4],
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError

    def generate_image(
        self,
        prompt: str,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
    ) -> Task[TaskStatusResult]:
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
        raise NotImplementedError


class AsyncPerfectMethods:
    """The methods of `AsyncPerfect`."""

    async def try_hairstyle(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def try_wig(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def extend_hair(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def add_bangs(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def add_hair_volume(
        self,
        image: Source,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def show_aging(
        self,
        image: Source,
        *,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[AgingStatusResult]:
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
        raise NotImplementedError

    async def transfer_makeup(
        self,
        image: Source,
        reference: Source,
        *,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[MakeupTransferStatusResult]:
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
        raise NotImplementedError

    async def remove_object(
        self,
        image: Source,
        mask: Source,
        *,
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def colorize(
        self,
        image: Source,
        *,
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def remove_background(
        self,
        image: Source,
        *,
        output_ext: Literal["png", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def enhance(
        self,
        image: Source,
        *,
        scale: Literal[1, 2, 4],
        output_ext: Literal["jpg", "webp"] | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError

    async def generate_image(
        self,
        prompt: str,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: Literal["jpg"] | None = None,
        request_id: int | None = None,
    ) -> AsyncTask[TaskStatusResult]:
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
        raise NotImplementedError
