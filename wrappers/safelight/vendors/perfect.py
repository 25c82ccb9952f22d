"""Perfect Corp (YouCam): twelve features of one life cycle, with an idempotency key and impatient tasks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs
from perfect_api.models.aging_status_result import AgingStatusResult
from perfect_api.models.makeup_transfer_status_result import MakeupTransferStatusResult
from perfect_api.models.style import Style
from perfect_api.models.style_group import StyleGroup
from perfect_api.models.task_status_result import TaskStatusResult

from safelight.core.auth import Auth
from safelight.core.client import AsyncClient, SyncClient
from safelight.core.credentials import Credentials
from safelight.core.facts import VendorFacts
from safelight.core.flow import Flow
from safelight.core.methods import iterator, operation
from safelight.core.options import Options
from safelight.core.outcome import Created
from safelight.core.sources import Source
from safelight.vendors.perfect_auth import RsaExchange
from safelight.vendors.perfect_hair import HairOperations, style_params
from safelight.vendors.perfect_styles import pages_of_style_groups, pages_of_styles

if TYPE_CHECKING:
    from perfect_api.requests import EnhanceScale, OutputExtJpg, OutputExtJpgOrWebp, OutputExtPngOrWebp

StyledFeature: TypeAlias = Literal[
    "hairstyle", "wig", "hair_extension", "hair_bang", "hair_volume", "image_generator"
]
"""Features whose styles the vendor lists."""
Feature: TypeAlias = Literal[
    "hairstyle",
    "wig",
    "hair_extension",
    "hair_bang",
    "hair_volume",
    "aging",
    "makeup_transfer",
    "object_removal",
    "colorize",
    "background_removal",
    "enhance",
    "image_generator",
]


@attrs.frozen(kw_only=True)
class PerfectOptions(Options):
    """How a Perfect client behaves.

    Attributes:
        slugs: The last path segment of a feature's addresses, where it differs from the spec's. No document states
            those of `wig`, `object_removal` and `colorize`.
    """

    slugs: Mapping[Feature, str] = attrs.field(factory=dict[Feature, str])


class PerfectOperations(HairOperations):
    """What both Perfect clients can do. Credits are taken when a task succeeds."""

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        output_ext: OutputExtPngOrWebp | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Cut the subject out; the result has a transparent background.

        Args:
            image: Path, bytes, binary file or `File`; jpg, jpeg or png, under 10 MB, at most 4096 pixels long.
            output_ext: Format of the result: ``"png"`` or ``"webp"``; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        return (
            yield from self._plain(
                "background_removal", "remove_background", image, filename, output_ext, request_id
            )
        )

    @operation
    def colorize(
        self,
        image: Source,
        *,
        output_ext: OutputExtJpgOrWebp | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Give color to a black and white photo.

        Args:
            image: Path, bytes, binary file or `File`; jpg or png, under 10 MB, at most 4096 pixels long.
            output_ext: Format of the result: ``"jpg"`` or ``"webp"``; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        return (yield from self._plain("colorize", "colorize", image, filename, output_ext, request_id))

    @operation
    def enhance(
        self,
        image: Source,
        *,
        scale: EnhanceScale,
        output_ext: OutputExtJpgOrWebp | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Sharpen, denoise and enlarge a photo.

        Args:
            image: Path, bytes, binary file or `File`; jpg or png, under 10 MB, at most 4096 pixels long.
            scale: How many times larger: 1, 2 or 4.
            output_ext: Format of the result: ``"jpg"`` or ``"webp"``; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = {"scale": scale}
        return (yield from self._plain("enhance", "enhance", image, filename, output_ext, request_id, params))

    @operation
    def remove_object(
        self,
        image: Source,
        mask: Source,
        *,
        output_ext: OutputExtJpgOrWebp | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Remove what a mask marks.

        Args:
            image: Path, bytes, binary file or `File`; jpg or png, under 10 MB, at most 4096 pixels long.
            mask: A grey picture of the same width and height: white is what goes, black is what stays.
            output_ext: Format of the result: ``"jpg"`` or ``"webp"``; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        sources = {"src_ids": ("image", image, filename), "mask_ids": ("mask", mask, None)}
        return (yield from self._mixed("object_removal", "remove_object", sources, output_ext, request_id))

    @operation
    def transfer_makeup(
        self,
        image: Source,
        reference: Source,
        *,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[MakeupTransferStatusResult]]:
        """Copy the makeup of a reference photo.

        Args:
            image: The face to make up; path, bytes, binary file or `File`, under 10 MB, at most 1024 pixels long.
            reference: A photo of the makeup.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        sources = {"src_ids": ("image", image, filename), "ref_ids": ("reference", reference, None)}
        return (yield from self._mixed("makeup_transfer", "transfer_makeup", sources, output_ext, request_id))

    @operation
    def show_aging(
        self,
        image: Source,
        *,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AgingStatusResult]]:
        """Show a face from youth to old age, in a series of photos.

        Args:
            image: Path, bytes, binary file or `File`; one face.
            output_ext: Format of the results; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        return (yield from self._plain("aging", "show_aging", image, filename, output_ext, request_id))

    @operation
    def generate_image(
        self,
        prompt: str,
        *,
        style_group_id: int,
        style_id: int,
        output_ext: OutputExtJpg | None = None,
        request_id: int | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Make an image from a text, in a style.

        Args:
            prompt: What to show.
            style_group_id: Group of the style; see `style_groups`.
            style_id: The style; see `styles`.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created; sent again with its `request_id`, it is charged once.
        """
        params = {"prompt": prompt, **style_params(style_group_id, style_id)}
        return (
            yield from self._run(
                "image_generator", "generate_image", {}, output_ext, request_id, "generated", params
            )
        )

    @iterator(StyleGroup)
    def style_groups(self, feature: StyledFeature) -> Flow[None]:
        """The groups of a feature's styles, asked for page by page.

        Args:
            feature: A feature that has styles.
        """
        yield from pages_of_style_groups(self._api, feature)

    @iterator(Style)
    def styles(self, feature: StyledFeature, style_group_id: int) -> Flow[None]:
        """The styles of a group, asked for page by page.

        Args:
            feature: A feature that has styles.
            style_group_id: The group; see `style_groups`.
        """
        yield from pages_of_styles(self._api, feature, style_group_id)


FEATURES: Mapping[str, Feature] = {
    "remove_background": "background_removal",
    "colorize": "colorize",
    "enhance": "enhance",
    "remove_object": "object_removal",
    "transfer_makeup": "makeup_transfer",
    "show_aging": "aging",
    "try_hairstyle": "hairstyle",
    "try_wig": "wig",
    "extend_hair": "hair_extension",
    "add_bangs": "hair_bang",
    "add_hair_volume": "hair_volume",
    "generate_image": "image_generator",
}
"""The vendor's feature behind each operation."""


class _PerfectClient(PerfectOperations):
    PACKAGE = "perfect_api"

    def _authenticate(self, facts: VendorFacts, credentials: Credentials) -> Auth:
        return RsaExchange(credentials, facts.authentication.token_lifetime_seconds or 0.0)

    def _resume_options(self, operation: str) -> Mapping[str, str]:
        return {"feature": FEATURES[operation]}

    def _paths(self, facts: VendorFacts, options: Options) -> Mapping[str, str]:
        if not isinstance(options, PerfectOptions):
            return {}
        slugs: dict[str, str] = {feature: slug for feature, slug in options.slugs.items()}  # noqa: C416 - widens the keys' type
        return {
            operation.id: f"{operation.path.rpartition('/')[0]}/{slugs[operation.tag]}"
            for operation in facts.operations.values()
            if operation.tag in slugs
        }


class Perfect(_PerfectClient, SyncClient[TaskStatusResult | AgingStatusResult | MakeupTransferStatusResult]):
    __doc__ = f"""Client of Perfect Corp. Keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``.

    {SyncClient.__doc__}"""


class AsyncPerfect(
    _PerfectClient, AsyncClient[TaskStatusResult | AgingStatusResult | MakeupTransferStatusResult]
):
    __doc__ = f"""Async client of Perfect Corp. Keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``.

    {AsyncClient.__doc__}"""
