"""What the clients of Pilio can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from safelight.core.flow.descriptors import method
from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pilio_api.models.quote import Quote
    from pilio_api.models.task_result import TaskResult
    from pilio_api.requests import WatermarkBox
    from safelight.core.base.outcome import Created
    from safelight.core.flow.effects import Flow
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = "TaskResult"
"""The vendor's own description of a finished task."""


class PilioFlows(Operations[Finished]):
    """What both clients of Pilio can do."""

    _PACKAGE = "pilio_api"

    @operation
    def generate_with_flare(
        self,
        prompt: str,
        *,
        images: Source | Sequence[Source] | None = None,
        aspect_ratio: Literal["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"] | None = None,
        negative_prompt: str | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Make an image from a text, or from reference images, with GPT Image 2.5 Flare.

        Cost: unknown; Pilio publishes no price. `quote_flare` asks for the price.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            images: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg, png or webp, at most 16 of them. One source or a list of them.
            aspect_ratio: Width to height of the output. The vendor takes 1:1 if it is left out. One of
                ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_with_flare",
            {
                "prompt": prompt,
                "images": images,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
            filename,
        )

    @operation
    def generate_with_sunburst(
        self,
        prompt: str,
        *,
        images: Source | Sequence[Source] | None = None,
        aspect_ratio: Literal["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"] | None = None,
        negative_prompt: str | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Make an image from a text, or from reference images, with GPT Image 2.5 Sunburst.

        Cost: unknown; Pilio publishes no price. `quote_sunburst` asks for the price.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            images: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg, png or webp, at most 16 of them. One source or a list of them.
            aspect_ratio: Width to height of the output. The vendor takes 1:1 if it is left out. One of
                ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_with_sunburst",
            {
                "prompt": prompt,
                "images": images,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
            filename,
        )

    @operation
    def generate_with_nano_banana(
        self,
        prompt: str,
        *,
        images: Source | Sequence[Source] | None = None,
        aspect_ratio: Literal[
            "1:1",
            "2:3",
            "3:2",
            "3:4",
            "4:3",
            "4:5",
            "5:4",
            "9:16",
            "16:9",
            "21:9",
            "1:4",
            "4:1",
            "1:8",
            "8:1",
        ]
        | None = None,
        negative_prompt: str | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Make an image from a text, or from reference images, with Nano Banana 2.1.

        Cost: unknown; Pilio publishes no price. `quote_nano_banana` asks for the price.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            images: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg, png or webp, at most 14 of them. One source or a list of them.
            aspect_ratio: Width to height of the output; needed without images. One of ``"1:1"``, ``"2:3"``,
                ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"9:16"``, ``"16:9"``, ``"21:9"``,
                ``"1:4"``, ``"4:1"``, ``"1:8"``, ``"8:1"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_with_nano_banana",
            {
                "prompt": prompt,
                "images": images,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
            filename,
        )

    @operation
    def generate_image(
        self,
        prompt: str,
        *,
        aspect_ratio: Literal[
            "1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9", "auto", "7:4"
        ],
        negative_prompt: str | None = None,
        output_count: Literal[1, 2, 4] | None = None,
        resolution: Literal["0.5K", "1K", "2K", "4K"] | None = None,
        quality: Literal["low", "medium", "high", "auto"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Make images from a text with GPT Image 2.

        Costs 2 credits per output image, at most 6 (Pilio's API documentation, 2026-11). `quote_image` asks
        for the price.

        The vendor marks this model as deprecated; GPT Image 2.5 is newer.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            aspect_ratio: Width to height of the output. 7:4 is of newer documents alone. One of ``"1:1"``,
                ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"16:9"``, ``"9:16"``,
                ``"21:9"``, ``"auto"``, ``"7:4"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            output_count: Number of images to make. One of 1, 2, 4.
            resolution: Size class of the output. 0.5K is of older documents alone. One of ``"0.5K"``,
                ``"1K"``, ``"2K"``, ``"4K"``.
            quality: Care taken over the output. auto is of newer documents alone, which take it if it is left
                out. One of ``"low"``, ``"medium"``, ``"high"``, ``"auto"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_image",
            {
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "output_count": output_count,
                "resolution": resolution,
                "quality": quality,
                "preprocess_mode": preprocess_mode,
            },
        )

    @operation
    def edit_image(
        self,
        images: Source | Sequence[Source],
        prompt: str,
        *,
        aspect_ratio: Literal[
            "1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9", "auto", "7:4"
        ]
        | None = None,
        negative_prompt: str | None = None,
        output_count: Literal[1, 2, 4] | None = None,
        resolution: Literal["0.5K", "1K", "2K", "4K"] | None = None,
        quality: Literal["low", "medium", "high", "auto"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Change one image, or make one from several, with GPT Image 2.

        Costs 2 credits per output image, at most 6 (Pilio's API documentation, 2026-11). `quote_image` asks
        for the price.

        The vendor marks this model as deprecated; GPT Image 2.5 is newer.

        Args:
            images: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg, png or webp, at most 16 of them. One source or a list of them.
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            aspect_ratio: Width to height of the output. 7:4 is of newer documents alone. One of ``"1:1"``,
                ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"16:9"``, ``"9:16"``,
                ``"21:9"``, ``"auto"``, ``"7:4"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            output_count: Number of images to make. One of 1, 2, 4.
            resolution: Size class of the output. 0.5K is of older documents alone. One of ``"0.5K"``,
                ``"1K"``, ``"2K"``, ``"4K"``.
            quality: Care taken over the output. auto is of newer documents alone, which take it if it is left
                out. One of ``"low"``, ``"medium"``, ``"high"``, ``"auto"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "edit_image",
            {
                "images": images,
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "output_count": output_count,
                "resolution": resolution,
                "quality": quality,
                "preprocess_mode": preprocess_mode,
            },
            filename,
        )

    @operation
    def generate_with_nano_banana_2(
        self,
        prompt: str,
        *,
        images: Source | Sequence[Source] | None = None,
        aspect_ratio: Literal[
            "1:1",
            "2:3",
            "3:2",
            "3:4",
            "4:3",
            "4:5",
            "5:4",
            "9:16",
            "16:9",
            "21:9",
            "1:4",
            "4:1",
            "1:8",
            "8:1",
        ]
        | None = None,
        negative_prompt: str | None = None,
        output_count: Literal[1, 2, 4] | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Make images from a text, or from reference images, with Nano Banana 2.

        Cost: unknown; Pilio publishes no price.

        The vendor marks this model as deprecated; Nano Banana 2.1 is newer.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            images: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg, png or webp, at most 14 of them. One source or a list of them.
            aspect_ratio: Width to height of the output; needed without images. One of ``"1:1"``, ``"2:3"``,
                ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"9:16"``, ``"16:9"``, ``"21:9"``,
                ``"1:4"``, ``"4:1"``, ``"1:8"``, ``"8:1"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            output_count: Number of images to make. One of 1, 2, 4.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_with_nano_banana_2",
            {
                "prompt": prompt,
                "images": images,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "output_count": output_count,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
            filename,
        )

    @operation
    def remove_watermark(
        self,
        image: Source,
        *,
        mode: Literal["auto", "manual"] | None = None,
        boxes: Sequence[WatermarkBox] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Remove watermarks found automatically or inside given boxes.

        Costs 1 credit per image, at most 3 (Pilio's API documentation, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array.
            mode: Whether the vendor looks for watermarks or boxes name them. The vendor takes auto if it is
                left out. One of ``"auto"``, ``"manual"``.
            boxes: Where the watermarks are. Required when mode is manual. 1 to 5 of them.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("remove_watermark", {"image": image, "mode": mode, "boxes": boxes}, filename)

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        industry_type: Literal[
            "portrait", "product", "human", "person", "humanv2", "goods", "commodity", "productv2", "general"
        ]
        | None = None,
        quality_type: Literal["original", "fast", "speed", "draft", "preview", "low"] | None = None,
        trim_transparent_background: bool | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Cut the subject out; the result is an image with a transparent background.

        Costs 1 credit per image, at most 3 (Pilio's API documentation, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg, png, webp or
                heic.
            industry_type: What the subject is. The vendor's page names portrait, product and general; the
                aliases come from its published specification. The vendor takes portrait if it is left out.
                One of ``"portrait"``, ``"product"``, ``"human"``, ``"person"``, ``"humanv2"``, ``"goods"``,
                ``"commodity"``, ``"productv2"``, ``"general"``.
            quality_type: Quality against speed. The vendor's page names original and fast; the aliases come
                from its published specification. The vendor takes original if it is left out. One of
                ``"original"``, ``"fast"``, ``"speed"``, ``"draft"``, ``"preview"``, ``"low"``.
            trim_transparent_background: Cut away the empty canvas around the subject. The vendor does not if
                it is left out.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "remove_background",
            {
                "image": image,
                "industry_type": industry_type,
                "quality_type": quality_type,
                "trim_transparent_background": trim_transparent_background,
            },
            filename,
        )

    @operation
    def upscale(
        self,
        image: Source,
        *,
        type: str | None = None,
        method: Literal["ai_super_resolution", "super_resolution", "enhance"] | None = None,
        preset: Literal["auto", "hd"] | None = None,
        enhance_face: bool | None = None,
        enhance_quality: bool | None = None,
        enhance_text: bool | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Enlarge an image and make it clearer.

        Costs 3 credits per image, at most 9 (Pilio's API documentation, 2026-11).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array, heic, jpg, png or webp.
            type: Factor, such as 2X, which the vendor takes if it is left out. No list of factors is
                published. At most 20 characters.
            method: The vendor takes ai_super_resolution if it is left out. One of ``"ai_super_resolution"``,
                ``"super_resolution"``, ``"enhance"``.
            preset: The vendor takes auto if it is left out. One of ``"auto"``, ``"hd"``.
            enhance_face: Enhance face.
            enhance_quality: Enhance quality.
            enhance_text: Enhance text.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "upscale",
            {
                "image": image,
                "type": type,
                "method": method,
                "preset": preset,
                "enhance_face": enhance_face,
                "enhance_quality": enhance_quality,
                "enhance_text": enhance_text,
            },
            filename,
        )

    @operation
    def remove_pdf_watermark(
        self, pdf: Source, *, mode: Literal["editable", "ai"] | None = None, filename: str | None = None
    ) -> Flow[Created[TaskResult]]:
        """Remove watermarks from a PDF.

        Costs 2 credits per file with ``mode="editable"``, at most 6; 1 credit per page with ``mode="ai"``, at
        most 3 (Pilio's API documentation, 2026-11).

        The vendor has retired this operation, by the changelog of its SDK 0.3.0; what a call is answered with
        is not documented.

        Args:
            pdf: Path, bytes, binary file or `File`, pdf.
            mode: Editable takes watermarks out of the document's structure; ai redraws each page as an image.
                The vendor takes editable if it is left out.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("remove_pdf_watermark", {"pdf": pdf, "mode": mode}, filename)

    @method
    def quote_flare(
        self,
        prompt: str,
        *,
        aspect_ratio: Literal["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"] | None = None,
        negative_prompt: str | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
    ) -> Flow[Quote]:
        """What an image of GPT Image 2.5 Flare costs.

        Costs nothing.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            aspect_ratio: Width to height of the output. The vendor takes 1:1 if it is left out. One of
                ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call(
            "quote_flare",
            {
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
        )

    @method
    def quote_sunburst(
        self,
        prompt: str,
        *,
        aspect_ratio: Literal["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"] | None = None,
        negative_prompt: str | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
    ) -> Flow[Quote]:
        """What an image of GPT Image 2.5 Sunburst costs.

        Costs nothing.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            aspect_ratio: Width to height of the output. The vendor takes 1:1 if it is left out. One of
                ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call(
            "quote_sunburst",
            {
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
        )

    @method
    def quote_nano_banana(
        self,
        prompt: str,
        *,
        aspect_ratio: Literal[
            "1:1",
            "2:3",
            "3:2",
            "3:4",
            "4:3",
            "4:5",
            "5:4",
            "9:16",
            "16:9",
            "21:9",
            "1:4",
            "4:1",
            "1:8",
            "8:1",
        ],
        negative_prompt: str | None = None,
        resolution: Literal["1K", "2K", "4K"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
    ) -> Flow[Quote]:
        """What an image of Nano Banana 2.1 costs.

        Costs nothing.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            aspect_ratio: Width to height of the output. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``,
                ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"9:16"``, ``"16:9"``, ``"21:9"``, ``"1:4"``, ``"4:1"``,
                ``"1:8"``, ``"8:1"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            resolution: Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``,
                ``"2K"``, ``"4K"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call(
            "quote_nano_banana",
            {
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "resolution": resolution,
                "preprocess_mode": preprocess_mode,
            },
        )

    @method
    def quote_image(
        self,
        prompt: str,
        *,
        aspect_ratio: Literal[
            "1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9", "auto", "7:4"
        ],
        negative_prompt: str | None = None,
        output_count: Literal[1, 2, 4] | None = None,
        resolution: Literal["0.5K", "1K", "2K", "4K"] | None = None,
        quality: Literal["low", "medium", "high", "auto"] | None = None,
        preprocess_mode: Literal["off", "auto"] | None = None,
    ) -> Flow[Quote]:
        """What images of GPT Image 2 cost.

        Costs nothing.

        Args:
            prompt: What to draw, or to make of the references. At most 32,000 characters.
            aspect_ratio: Width to height of the output. 7:4 is of newer documents alone. One of ``"1:1"``,
                ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"16:9"``, ``"9:16"``,
                ``"21:9"``, ``"auto"``, ``"7:4"``.
            negative_prompt: What to keep out. At most 32,000 characters.
            output_count: Number of images to make. One of 1, 2, 4.
            resolution: Size class of the output. 0.5K is of older documents alone. One of ``"0.5K"``,
                ``"1K"``, ``"2K"``, ``"4K"``.
            quality: Care taken over the output. auto is of newer documents alone, which take it if it is left
                out. One of ``"low"``, ``"medium"``, ``"high"``, ``"auto"``.
            preprocess_mode: Whether the input is prepared before the model sees it. One of ``"off"``,
                ``"auto"``.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call(
            "quote_image",
            {
                "prompt": prompt,
                "aspect_ratio": aspect_ratio,
                "negative_prompt": negative_prompt,
                "output_count": output_count,
                "resolution": resolution,
                "quality": quality,
                "preprocess_mode": preprocess_mode,
            },
        )


if TYPE_CHECKING:
    # What an editor shows: plain methods, with the types that each client gives.
    from pilio_operations.methods import AsyncPilioMethods as AsyncPilioMethods
    from pilio_operations.methods import PilioMethods as PilioMethods

    class PilioOperations(Operations[Finished]):
        """What both clients of Pilio can do."""
else:
    PilioOperations = PilioFlows
    PilioMethods = AsyncPilioMethods = object
