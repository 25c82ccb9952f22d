"""What the clients of PicWish can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from picwish_api.models.segmentation_task import SegmentationTask
    from picwish_api.requests import ForegroundType, OutputFormat
    from safelight.core.base.outcome import Created
    from safelight.core.flow.effects import Flow
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = "SegmentationTask | None"
"""The vendor's own description of a finished task."""


class PicWishOperations(Operations[Finished]):
    """What both clients of PicWish can do."""

    PACKAGE = "picwish_api"

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        type: ForegroundType | None = None,
        output: Literal["image", "mask", "both"] = "image",
        returns: Literal["url", "base64", "binary"] = "url",
        format: OutputFormat | None = None,
        crop: bool = False,
        bg_color: str | None = None,
        bg_image: Source | None = None,
        sync: bool = False,
        filename: str | None = None,
    ) -> Flow[Created[SegmentationTask | None]]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Price: not published.

        Args:
            image: Path, bytes, binary file, `File` or URL, jpg, jpeg, bmp, png, webp, tiff, tif, bitmap, raw,
                rgb, jfif or lzw, at most 20 MiB, at most 4096 x 4096 pixels.
            type: What the subject is; ``""`` lets the vendor see. One of ``""``, ``"person"``, ``"object"``,
                ``"stamp"``.
            output: The image, its mask, or both.
            returns: How the result comes: as a URL, as base64 inside the answer, or as the image itself, the
                last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.
            format: ``"png"`` is transparent, ``"jpg"`` white or of `bg_color`.
            crop: Crop to the subject's edge.
            bg_color: Background as six hex digits without ``#``; only with ``format="jpg"``.
            bg_image: Path, bytes, binary file, `File` or URL, at most 20 MiB, at most 4096 x 4096 pixels. A
                picture to put behind the subject.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "remove_background",
            {
                "image": image,
                "type": type,
                "output": output,
                "returns": returns,
                "format": format,
                "crop": crop,
                "bg_color": bg_color,
                "bg_image": bg_image,
                "sync": sync,
            },
            filename,
        )
