"""What the clients of Claid can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claid_api.models.async_edit import AsyncEdit
    from claid_api.requests import (
        BoundsFit,
        CanvasFit,
        CoverFit,
        CropFit,
        FitMode,
        ImageOperations,
        ImageOutputOptions,
        ObjectCategory,
        OutpaintFit,
        PhotoUpscale,
        StorageDestination,
        UpscaleModel,
    )
    from safelight.core.base.outcome import Created
    from safelight.core.flow.effects import Flow
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = "AsyncEdit"
"""The vendor's own description of a finished task."""


class ClaidOperations(Operations[Finished]):
    """What both clients of Claid can do."""

    PACKAGE = "claid_api"

    @operation
    def edit(
        self,
        image: Source,
        operations: ImageOperations,
        *,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Edit an image by any of Claid's operations.

        Price: not published.

        Args:
            image: Path, bytes, binary file, `File` or URL. Whether Claid charges for the upload of a file is
                not documented: give a URL to be certain.
            operations: What to do, as nested options.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("edit", {"image": image, "operations": operations, "output": output}, filename)

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        category: ObjectCategory | None = None,
        clipping: bool | None = None,
        color: str = "transparent",
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Price: not published.

        Args:
            image: Path, bytes, binary file, `File` or URL. Whether Claid charges for the upload of a file is
                not documented: give a URL to be certain.
            category: What the picture shows. One of ``"general"``, ``"cars"``, ``"products"``.
            clipping: Cut along the object's edge.
            color: Background as a hex colour, or ``"transparent"``.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "remove_background",
            {"image": image, "category": category, "clipping": clipping, "color": color, "output": output},
            filename,
        )

    @operation
    def upscale(
        self,
        image: Source,
        *,
        percent: int = 200,
        model: UpscaleModel | PhotoUpscale = "smart_enhance",
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Enlarge an image with a model fit for its content.

        Price: not published.

        Args:
            image: Path, bytes, binary file, `File` or URL. Whether Claid charges for the upload of a file is
                not documented: give a URL to be certain.
            percent: New width and height in percent of the old.
            model: What restores detail; ``"photo"`` may be given with its version.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "upscale", {"image": image, "percent": percent, "model": model, "output": output}, filename
        )

    @operation
    def resize(
        self,
        image: Source,
        *,
        width: int | str | None = None,
        height: int | str | None = None,
        fit: FitMode | CropFit | CoverFit | BoundsFit | CanvasFit | OutpaintFit | None = None,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Give an image another size.

        Price: not published.

        Args:
            image: Path, bytes, binary file, `File` or URL. Whether Claid charges for the upload of a file is
                not documented: give a URL to be certain.
            width: Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
            height: Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
            fit: What to do where the proportions differ.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "resize",
            {"image": image, "width": width, "height": height, "fit": fit, "output": output},
            filename,
        )

    @operation
    def outpaint(
        self,
        image: Source,
        *,
        width: int | str,
        height: int | str,
        feathering: str | None = None,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Make the canvas larger and paint what is missing.

        Price: not published.

        Args:
            image: Path, bytes, binary file, `File` or URL. Whether Claid charges for the upload of a file is
                not documented: give a URL to be certain.
            width: Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
            height: Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
            feathering: How far the old edge is blended.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "outpaint",
            {"image": image, "width": width, "height": height, "feathering": feathering, "output": output},
            filename,
        )
