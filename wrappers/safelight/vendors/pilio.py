"""Pilio: images and PDFs by file id, tasks polled by id, results that live a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from pilio_api.models.task_result import TaskResult
from pilio_api.models.task_result_response import TaskResultResponse

from safelight.core.client import AsyncClient, SyncClient, documented
from safelight.core.envelope import at_path, each_at
from safelight.core.flow import Flow, Now
from safelight.core.methods import operation
from safelight.core.operations import Operations, stem_of
from safelight.core.outcome import Created, Handle, Outcome, Status, present
from safelight.core.sources import Prepared, Source
from safelight.errors import InvalidInput, UnexpectedResponse
from safelight.vendors.pilio_files import PilioOptions, use_uploaded

if TYPE_CHECKING:
    from pilio_api.requests import (
        AspectRatio,
        IndustryType,
        OutputCount,
        OutputQuality,
        OutputResolution,
        PdfWatermarkMode,
        PreprocessMode,
        QualityType,
        UpscaleMethod,
        UpscalePreset,
        WatermarkBox,
        WatermarkMode,
    )


class PilioOperations(Operations[TaskResult]):
    """What both Pilio clients can do."""

    PARAMETERS: ClassVar[Mapping[str, str]] = {"image_file_ids": "images"}

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        industry_type: IndustryType | None = None,
        quality_type: QualityType | None = None,
        trim_transparent_background: bool | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Cut the subject out; the result is an image with a transparent background.

        Args:
            image: Path, bytes, binary file or `File`; jpg, jpeg, png, webp or heic, at most 2 GiB.
            industry_type: What the subject is; by default ``"portrait"``.
            quality_type: ``"original"`` (the vendor's default) or a faster one.
            trim_transparent_background: Crop the canvas to the subject.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        options: dict[str, object] = {
            "industry_type": industry_type,
            "quality_type": quality_type,
            "trim_transparent_background": trim_transparent_background,
        }
        return (yield from self._process("remove_background", "remove_background", image, filename, options))

    @operation
    def remove_watermark(
        self,
        image: Source,
        *,
        mode: WatermarkMode | None = None,
        boxes: Sequence[WatermarkBox] = (),
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Remove watermarks found automatically or inside given boxes.

        Args:
            image: Path, bytes, binary file or `File`, at most 2 GiB.
            mode: ``"auto"`` finds watermarks, ``"manual"`` takes `boxes`; by default what `boxes` implies.
            boxes: 1 to 5 boxes, with corners in percent of width and height, from 0 to 100.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        chosen = mode or ("manual" if boxes else None)
        options: dict[str, object] = {"mode": chosen, "boxes": boxes or None}
        self._checked_early("remove_image_watermark", {"image_file_id": "early", **options})
        if (chosen == "manual") != bool(boxes):
            raise self._refusal(
                "remove_watermark", "boxes", 'mode="manual" needs 1 to 5 boxes, and boxes need it'
            )
        for box in boxes:
            if box["x1"] >= box["x2"] or box["y1"] >= box["y2"]:
                raise self._refusal(
                    "remove_watermark", "boxes", f"x1 < x2 and y1 < y2 must hold, not so in {box}"
                )
        return (
            yield from self._process("remove_watermark", "remove_image_watermark", image, filename, options)
        )

    @operation
    def upscale(
        self,
        image: Source,
        *,
        type: str | None = None,
        method: UpscaleMethod | None = None,
        preset: UpscalePreset | None = None,
        enhance_face: bool | None = None,
        enhance_quality: bool | None = None,
        enhance_text: bool | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Enlarge an image and make it clearer.

        Args:
            image: Path, bytes, binary file or `File`; heic, jpg, png or webp, at most 2 GiB.
            type: Factor. The vendor names ``"2X"``, its default, and lists no other; at most 20 characters.
            method: How; by default ``"ai_super_resolution"``.
            preset: ``"auto"`` (the vendor's default) or ``"hd"``.
            enhance_face: Bring out faces.
            enhance_quality: Raise the overall quality.
            enhance_text: Make text clearer.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        options: dict[str, object] = {
            "type": type,
            "method": method,
            "preset": preset,
            "enhance_face": enhance_face,
            "enhance_quality": enhance_quality,
            "enhance_text": enhance_text,
        }
        return (yield from self._process("upscale", "upscale_image", image, filename, options))

    @operation
    def remove_pdf_watermark(
        self, pdf: Source, *, mode: PdfWatermarkMode | None = None, filename: str | None = None
    ) -> Flow[Created[TaskResult]]:
        """Remove watermarks from a PDF.

        Args:
            pdf: Path, bytes, binary file or `File`, at most 2 GiB.
            mode: ``"editable"`` (the vendor's default) keeps the structure; ``"ai"`` rebuilds each page as an image.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        options: dict[str, object] = {"mode": mode}
        return (
            yield from self._process(
                "remove_pdf_watermark", "remove_pdf_watermark", pdf, filename, options, parameter="pdf"
            )
        )

    @operation
    def generate_image(
        self,
        prompt: str,
        *,
        aspect_ratio: AspectRatio,
        negative_prompt: str | None = None,
        output_count: OutputCount | None = None,
        resolution: OutputResolution | None = None,
        quality: OutputQuality | None = None,
        preprocess_mode: PreprocessMode | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Make images from a text with GPT Image 2.

        Args:
            prompt: What to show, at most 32,000 characters.
            aspect_ratio: Width to height, or ``"auto"``.
            negative_prompt: What not to show, at most 32,000 characters.
            output_count: Images to make: 1, 2 or 4.
            resolution: ``"0.5K"``, ``"1K"``, ``"2K"`` or ``"4K"``.
            quality: ``"low"``, ``"medium"`` or ``"high"``.
            preprocess_mode: ``"off"`` or ``"auto"``.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        options: dict[str, object] = {
            "prompt": prompt,
            "aspect_ratio": aspect_ratio,
            "negative_prompt": negative_prompt,
            "output_count": output_count,
            "resolution": resolution,
            "quality": quality,
            "preprocess_mode": preprocess_mode,
        }
        return (
            yield from self._create("generate_image", "create_gpt_image_2_generation", "generated", options)
        )

    @operation
    def edit_image(
        self,
        images: Source | Sequence[Source],
        prompt: str,
        *,
        aspect_ratio: AspectRatio | None = None,
        negative_prompt: str | None = None,
        output_count: OutputCount | None = None,
        resolution: OutputResolution | None = None,
        quality: OutputQuality | None = None,
        preprocess_mode: PreprocessMode | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Change one image, or make one from up to 16, with GPT Image 2.

        Args:
            images: One source or a list of 1 to 16; jpg, jpeg, png or webp.
            prompt: What to do, at most 32,000 characters.
            aspect_ratio: Width to height, or ``"auto"``.
            negative_prompt: What not to show, at most 32,000 characters.
            output_count: Images to make: 1, 2 or 4.
            resolution: ``"0.5K"``, ``"1K"``, ``"2K"`` or ``"4K"``.
            quality: ``"low"``, ``"medium"`` or ``"high"``.
            preprocess_mode: ``"off"`` or ``"auto"``.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        sources = list(images) if isinstance(images, list | tuple) else [cast("Source", images)]
        options: dict[str, object] = {
            "prompt": prompt,
            "aspect_ratio": aspect_ratio,
            "negative_prompt": negative_prompt,
            "output_count": output_count,
            "resolution": resolution,
            "quality": quality,
            "preprocess_mode": preprocess_mode,
        }
        self._checked_early(
            "create_gpt_image_2_edit", {"image_file_ids": ["early"] * len(sources), **options}
        )
        files: list[Prepared] = []
        for source in sources:
            files.append(  # noqa: PERF401 - no comprehension may yield
                (yield from self._prepared(source, None, "create_gpt_image_2_edit", "images"))
            )
        name = stem_of(sources[0], None, "image")

        def create(ids: list[str]) -> Flow[Created[TaskResult]]:
            return self._create(
                "edit_image", "create_gpt_image_2_edit", name, {"image_file_ids": ids, **options}
            )

        return (yield from use_uploaded(self._api, self._settings, files, create))

    def _check(self, handle: Handle) -> Flow[Status]:
        content = yield from self._api.ask("get_task_status", parameters={"task_id": handle.id})
        return self._status_in(content)

    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[TaskResult]]:
        content = yield from self._api.ask("get_task_result", parameters={"task_id": handle.id})
        answer = self._api.model("get_task_result", TaskResultResponse, content)
        raw = present(answer.data, TaskResult, "data")
        expires = (yield from Now()).wall + (self._api.facts.lifetimes.download_url_seconds or 0.0)
        files = [
            file
            for path, kind, label in (
                ("data.files.*", None, None),
                ("data.zip_file", "application/zip", "all"),
            )
            for found in each_at(content, path)
            if (
                file := self._file(
                    at_path(found, "download_url"),
                    expires=expires,
                    name=at_path(found, "name"),
                    type=kind,
                    size=at_path(found, "size"),
                    label=label,
                )
            )
        ]
        if not files:
            raise UnexpectedResponse(f"task {handle.id} succeeded, and its result lists no file")
        return Outcome(tuple(files), raw)

    def _process(
        self,
        name: str,
        operation_id: str,
        source: Source,
        filename: str | None,
        options: Mapping[str, object],
        parameter: str = "image",
    ) -> Flow[Created[TaskResult]]:
        """Send one file and create a task on it."""
        field = f"{parameter}_file_id"
        self._checked_early(operation_id, {field: "early", **options})
        file = yield from self._prepared(source, filename, operation_id, parameter)
        stem = stem_of(source, filename, parameter)

        def create(ids: list[str]) -> Flow[Created[TaskResult]]:
            return self._create(name, operation_id, stem, {field: ids[0], **options})

        return (yield from use_uploaded(self._api, self._settings, [file], create))

    def _create(
        self, name: str, operation_id: str, stem: str, options: Mapping[str, object]
    ) -> Flow[Created[TaskResult]]:
        task_id = yield from self._bought(operation_id, _given(options))
        return (yield from self._created(name, task_id, stem))

    def _checked_early(self, operation_id: str, options: Mapping[str, object]) -> None:
        """Refuse a wrong option before any file is sent."""
        self._api.endpoints.check(self._api.facts.operations[operation_id], _given(options))

    @property
    def _settings(self) -> PilioOptions:
        return self._options if isinstance(self._options, PilioOptions) else PilioOptions()

    def _refusal(self, name: str, field: str, reason: str) -> InvalidInput:
        return InvalidInput(f"{field}: {reason}", vendor=self._api.facts.vendor, operation=name, field=field)


class Pilio(PilioOperations, SyncClient[TaskResult]):
    __doc__ = documented("Client of Pilio. Keys come from ``PILIO_API_KEY``.", SyncClient)

    PACKAGE = "pilio_api"


class AsyncPilio(PilioOperations, AsyncClient[TaskResult]):
    __doc__ = documented("Async client of Pilio. Keys come from ``PILIO_API_KEY``.", AsyncClient)

    PACKAGE = "pilio_api"


def _given(options: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in options.items() if value is not None}
