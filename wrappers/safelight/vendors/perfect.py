"""Perfect Corp (YouCam): twelve features of one life cycle, with an idempotency key and impatient tasks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs
from perfect_api.models.aging_status_result import AgingStatusResult
from perfect_api.models.makeup_transfer_status_result import MakeupTransferStatusResult
from perfect_api.models.style import Style
from perfect_api.models.style_group import StyleGroup
from perfect_api.models.task_status_result import TaskStatusResult

from safelight.core.auth import Auth
from safelight.core.client import AsyncClient, SyncClient, documented
from safelight.core.credentials import Credentials
from safelight.core.facts import VendorFacts
from safelight.core.flow import Flow
from safelight.core.methods import iterator, operation
from safelight.core.options import Options
from safelight.core.outcome import Created
from safelight.core.redact import brief
from safelight.core.sources import Source
from safelight.errors import ConfigurationError
from safelight.vendors.perfect_auth import RsaExchange
from safelight.vendors.perfect_hair import HairOperations, style_params
from safelight.vendors.perfect_styles import pages_of_style_groups, pages_of_styles
from safelight.vendors.perfect_tasks import FEATURES

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


SLUG = re.compile(r"[A-Za-z0-9_-]+")


def _check_slugs(instance: object, attribute: object, slugs: Mapping[Feature, str]) -> None:
    for feature, slug in slugs.items():
        if feature not in get_args(Feature):
            raise ConfigurationError(
                f"Perfect has no feature {brief(repr(feature))}; it has {', '.join(get_args(Feature))}",
                field="slugs",
            )
        if not SLUG.fullmatch(slug):
            raise ConfigurationError(
                f"{brief(repr(slug))} is no path segment of letters, digits, - and _", field="slugs"
            )


@attrs.frozen(kw_only=True)
class PerfectOptions(Options):
    """How a Perfect client behaves.

    Attributes:
        slugs: The last path segment of a feature's addresses, where it differs from the spec's. No document states
            those of `wig`, `object_removal` and `colorize`.

    Raises:
        ConfigurationError: There is no such feature, or a slug is no path segment.
    """

    VENDOR = "perfect"

    slugs: Mapping[Feature, str] = attrs.field(factory=dict[Feature, str], validator=_check_slugs)


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
        return (yield from self._plain("remove_background", image, filename, output_ext, request_id))

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
        return (yield from self._plain("colorize", image, filename, output_ext, request_id))

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
        return (yield from self._plain("enhance", image, filename, output_ext, request_id, params))

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
        return (yield from self._mixed("remove_object", sources, output_ext, request_id))

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
        return (yield from self._mixed("transfer_makeup", sources, output_ext, request_id))

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
        return (yield from self._plain("show_aging", image, filename, output_ext, request_id))

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
        return (yield from self._run("generate_image", {}, output_ext, request_id, "generated", params))

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
    __doc__ = documented(
        "Client of Perfect Corp. Keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``.", SyncClient
    )


class AsyncPerfect(
    _PerfectClient, AsyncClient[TaskStatusResult | AgingStatusResult | MakeupTransferStatusResult]
):
    __doc__ = documented(
        "Async client of Perfect Corp. Keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``.",
        AsyncClient,
    )
