"""What the clients of Claid can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from safelight.core.flow.descriptors import method
from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claid_api.models.ai_edit import AiEdit
    from claid_api.models.async_edit import AsyncEdit
    from claid_api.models.batch_edit import BatchEdit
    from claid_api.models.fashion_image import FashionImage
    from claid_api.models.finished_edit import FinishedEdit
    from claid_api.models.generated_images import GeneratedImages
    from claid_api.models.scene import Scene
    from claid_api.models.storage import Storage
    from claid_api.models.storage_type import StorageType
    from claid_api.models.video import Video
    from claid_api.requests import (
        AvifFormat,
        BoundsFit,
        BucketParameters,
        CanvasFit,
        ChangedParameters,
        CoverFit,
        CropFit,
        GuidedPrompt,
        ImageOperations,
        ImageOutputOptions,
        JpegFormat,
        OutpaintFit,
        PhotoUpscale,
        PngFormat,
        ScenePosition,
        StorageDestination,
        StorageName,
        VideoPrompt,
        WebFolderParameters,
        WebpFormat,
    )
    from safelight.core.base.outcome import Created
    from safelight.core.flow.effects import Flow
    from safelight.core.transfers.sources import Source


Finished: TypeAlias = (
    "AiEdit | AsyncEdit | BatchEdit | FashionImage | FinishedEdit | GeneratedImages | Scene | Video"
)
"""The vendor's own description of a finished task."""


class ClaidFlows(Operations[Finished]):
    """What both clients of Claid can do."""

    _PACKAGE = "claid_api"

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

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
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
        category: Literal["general", "cars", "products"] | None = None,
        clipping: bool | None = None,
        color: str = "transparent",
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
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
        model: Literal["smart_enhance", "smart_resize", "faces", "digital_art", "photo"]
        | PhotoUpscale = "smart_enhance",
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Enlarge an image with a model fit for its content.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
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
        fit: Literal["crop", "cover", "bounds", "canvas", "outpaint"]
        | CropFit
        | CoverFit
        | BoundsFit
        | CanvasFit
        | OutpaintFit
        | None = None,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Give an image another size.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
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
        outpaint_by: str | None = None,
        width: int | str | None = None,
        height: int | str | None = None,
        feathering: str | None = None,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Make the canvas larger and paint what is missing.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
            outpaint_by: How far to extend the image, in percent or pixels: one value for all sides or one
                each for width and height, such as 10%, 5% 15%, 1024px or 0px 1024px. If it is left out, the
                image is extended in one direction, to the width and height given.
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
            {
                "image": image,
                "outpaint_by": outpaint_by,
                "width": width,
                "height": height,
                "feathering": feathering,
                "output": output,
            },
            filename,
        )

    @operation
    def edit_file(
        self,
        image: Source,
        operations: ImageOperations,
        *,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[FinishedEdit]]:
        """Edit a file by any of Claid's operations, in the one call that sends it.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture or NumPy array. Sent with the call.
            operations: What to do, as nested options.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "edit_file", {"image": image, "operations": operations, "output": output}, filename
        )

    @operation
    def edit_at_once(
        self,
        image: Source,
        operations: ImageOperations,
        *,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[FinishedEdit]]:
        """Edit an image by any of Claid's operations, in one call that waits for the result.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
            operations: What to do, as nested options.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "edit_at_once", {"image": image, "operations": operations, "output": output}, filename
        )

    @operation
    def edit_many(
        self,
        images: Source | Sequence[Source],
        operations: ImageOperations,
        *,
        output: ImageOutputOptions | StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[BatchEdit]]:
        """Edit several images in the same way, as one task.

        Cost: unknown; Claid publishes no price.

        Args:
            images: One or several of: path, bytes, binary file, `File`, Pillow picture, NumPy array or URL.
            operations: What to do, as nested options.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "edit_many", {"images": images, "operations": operations, "output": output}, filename
        )

    @operation
    def edit_folder(
        self,
        folder: str,
        operations: ImageOperations,
        *,
        recursive: bool | None = None,
        output: ImageOutputOptions | StorageDestination | None = None,
    ) -> Flow[Created[BatchEdit]]:
        """Edit all images in a folder of a connected storage, as one task.

        Cost: unknown; Claid publishes no price.

        Args:
            folder: A folder of a connected storage, as ``storage://name/path/``. At most 4,096 characters.
            operations: What to do, as nested options.
            recursive: Whether folders inside the folder count too. The vendor takes false if it is left out.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "edit_folder",
            {"folder": folder, "operations": operations, "recursive": recursive, "output": output},
        )

    @operation
    def generate_image(
        self,
        prompt: str,
        *,
        number_of_images: int = 1,
        guidance_scale: float | None = None,
        output: StorageDestination | None = None,
    ) -> Flow[Created[GeneratedImages]]:
        """Make images from a text.

        Cost: unknown; Claid publishes no price.

        Args:
            prompt: What to show. At most 1,024 characters.
            number_of_images: How many to make. From 1 to 4.
            guidance_scale: How closely to follow the text. The vendor takes 5 if it is left out.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
                At most 4,096 characters.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_image",
            {
                "prompt": prompt,
                "number_of_images": number_of_images,
                "guidance_scale": guidance_scale,
                "output": output,
            },
        )

    @operation
    def create_scene(
        self,
        image: Source,
        prompt: str | GuidedPrompt,
        *,
        model: Literal["v1", "v2-beta", "v2"] | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        color: str | None = None,
        aspect_ratio: Literal["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"]
        | None = None,
        preference: Literal["fast", "optimal", "best"] | None = None,
        placement_type: Literal["absolute", "original", "padding"] | None = None,
        scale: float | None = None,
        rotation_degree: float | None = None,
        position: ScenePosition | None = None,
        padding: str | None = None,
        number_of_images: int = 1,
        format: Literal["jpeg", "png", "webp", "avif", "tiff"]
        | JpegFormat
        | PngFormat
        | WebpFormat
        | AvifFormat
        | None = None,
        destination: StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[Scene]]:
        """Show the object of an image in a scene made from a text.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. The object, best on a
                transparent background.
            prompt: The scene, as a text or with options.
            model: The vendor takes v1 if it is left out. One of ``"v1"``, ``"v2-beta"``, ``"v2"``.
            negative_prompt: What not to show. At most 2,048 characters.
            steps: Steps of refinement.
            color: Hex colour to prefer.
            aspect_ratio: The vendor takes 1:1 if it is left out. One of ``"21:9"``, ``"1:1"``, ``"4:3"``,
                ``"3:2"``, ``"2:3"``, ``"5:4"``, ``"4:5"``, ``"3:4"``, ``"16:9"``, ``"9:16"``.
            preference: Speed or quality. The vendor takes optimal if it is left out. One of ``"fast"``,
                ``"optimal"``, ``"best"``.
            placement_type: How the object is placed: ``"absolute"`` by scale, rotation and position,
                ``"original"`` where it is in its image, ``"padding"`` within a border. The vendor takes
                absolute if it is left out.
            scale: Size of the object as a share of the scene. The vendor takes 1 if it is left out. From 0.01
                to 1.
            rotation_degree: Degrees to turn the object by. The vendor takes 0 if it is left out. From 0 to
                360.
            position: Where the middle of the object is. The vendor takes 0.5 for what is left out.
            padding: Border around the object, such as 10%; at most half of the size.
            number_of_images: How many to make. From 1 to 4.
            format: A format, or a format with its options. The vendor takes png if it is left out.
            destination: Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "create_scene",
            {
                "image": image,
                "prompt": prompt,
                "model": model,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "color": color,
                "aspect_ratio": aspect_ratio,
                "preference": preference,
                "placement_type": placement_type,
                "scale": scale,
                "rotation_degree": rotation_degree,
                "position": position,
                "padding": padding,
                "number_of_images": number_of_images,
                "format": format,
                "destination": destination,
            },
            filename,
        )

    @operation
    def add_shadow(
        self,
        image: Source,
        *,
        color: str | None = None,
        view: Literal["auto", "top", "front"] | None = None,
        aspect_ratio: Literal["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"]
        | None = None,
        model: Literal["v1", "v2-beta", "v2"] | None = None,
        placement_type: Literal["absolute", "original", "padding"] | None = None,
        scale: float | None = None,
        rotation_degree: float | None = None,
        position: ScenePosition | None = None,
        padding: str | None = None,
        number_of_images: int = 1,
        format: Literal["jpeg", "png", "webp", "avif", "tiff"]
        | JpegFormat
        | PngFormat
        | WebpFormat
        | AvifFormat
        | None = None,
        destination: StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[Scene]]:
        """Put the object of an image on a plain background with a shadow.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. The object, best on a
                transparent background.
            color: Background as a hex colour, or ``"transparent"``.
            view: Where the object is seen from. The vendor takes auto if it is left out. One of ``"auto"``,
                ``"top"``, ``"front"``.
            aspect_ratio: The vendor takes 1:1 if it is left out. One of ``"21:9"``, ``"1:1"``, ``"4:3"``,
                ``"3:2"``, ``"2:3"``, ``"5:4"``, ``"4:5"``, ``"3:4"``, ``"16:9"``, ``"9:16"``.
            model: The vendor takes v1 if it is left out. One of ``"v1"``, ``"v2-beta"``, ``"v2"``.
            placement_type: How the object is placed: ``"absolute"`` by scale, rotation and position,
                ``"original"`` where it is in its image, ``"padding"`` within a border. The vendor takes
                absolute if it is left out.
            scale: Size of the object as a share of the scene. The vendor takes 1 if it is left out. From 0.01
                to 1.
            rotation_degree: Degrees to turn the object by. The vendor takes 0 if it is left out. From 0 to
                360.
            position: Where the middle of the object is. The vendor takes 0.5 for what is left out.
            padding: Border around the object, such as 10%; at most half of the size.
            number_of_images: How many to make. From 1 to 4.
            format: A format, or a format with its options. The vendor takes png if it is left out.
            destination: Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "add_shadow",
            {
                "image": image,
                "color": color,
                "view": view,
                "aspect_ratio": aspect_ratio,
                "model": model,
                "placement_type": placement_type,
                "scale": scale,
                "rotation_degree": rotation_degree,
                "position": position,
                "padding": padding,
                "number_of_images": number_of_images,
                "format": format,
                "destination": destination,
            },
            filename,
        )

    @operation
    def fill_template(
        self,
        image: Source,
        template: Source,
        *,
        view: Literal["auto", "top", "front"],
        template_mode: Literal["transform", "lock", "adjust"] | None = None,
        prompt: str | GuidedPrompt | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        color: str | None = None,
        model: Literal["v1", "v2-beta", "v2"] | None = None,
        placement_type: Literal["absolute", "original", "padding"] | None = None,
        scale: float | None = None,
        rotation_degree: float | None = None,
        position: ScenePosition | None = None,
        padding: str | None = None,
        number_of_images: int = 1,
        format: Literal["jpeg", "png", "webp", "avif", "tiff"]
        | JpegFormat
        | PngFormat
        | WebpFormat
        | AvifFormat
        | None = None,
        destination: StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[Scene]]:
        """Put the object of an image into the scene of another image.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. The object, best on a
                transparent background.
            template: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. The image whose
                scene is taken.
            view: Where the object is seen from. The vendor takes auto if it is left out. One of ``"auto"``,
                ``"top"``, ``"front"``.
            template_mode: How far the template may change. The vendor takes transform if it is left out. One
                of ``"transform"``, ``"lock"``, ``"adjust"``.
            prompt: What to change, as a text or with options.
            negative_prompt: What not to show. At most 2,048 characters.
            steps: Steps of refinement.
            color: Hex colour to prefer.
            model: The vendor takes v1 if it is left out. One of ``"v1"``, ``"v2-beta"``, ``"v2"``.
            placement_type: How the object is placed: ``"absolute"`` by scale, rotation and position,
                ``"original"`` where it is in its image, ``"padding"`` within a border. The vendor takes
                absolute if it is left out.
            scale: Size of the object as a share of the scene. The vendor takes 1 if it is left out. From 0.01
                to 1.
            rotation_degree: Degrees to turn the object by. The vendor takes 0 if it is left out. From 0 to
                360.
            position: Where the middle of the object is. The vendor takes 0.5 for what is left out.
            padding: Border around the object, such as 10%; at most half of the size.
            number_of_images: How many to make. From 1 to 4.
            format: A format, or a format with its options. The vendor takes png if it is left out.
            destination: Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "fill_template",
            {
                "image": image,
                "template": template,
                "view": view,
                "template_mode": template_mode,
                "prompt": prompt,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "color": color,
                "model": model,
                "placement_type": placement_type,
                "scale": scale,
                "rotation_degree": rotation_degree,
                "position": position,
                "padding": padding,
                "number_of_images": number_of_images,
                "format": format,
                "destination": destination,
            },
            filename,
        )

    @operation
    def edit_image(
        self,
        image: Source,
        prompt: str,
        *,
        model: Literal["v1", "v2"] | None = None,
        aspect_ratio: Literal["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "9:21", "21:9"]
        | None = None,
        inference_steps: int | None = None,
        guidance_scale: float | None = None,
        number_of_images: int | None = None,
        format: Literal["jpeg", "png"] | None = None,
        destination: StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AiEdit]]:
        """Change an image by a text.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
            prompt: What to change. At most 5,000 characters.
            model: The vendor takes v2 if it is left out. One of ``"v1"``, ``"v2"``.
            aspect_ratio: Aspect ratio. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``,
                ``"9:16"``, ``"16:9"``, ``"9:21"``, ``"21:9"``.
            inference_steps: Steps of refinement. From 1 to 50.
            guidance_scale: How closely to follow the prompt. From 1 to 10.
            number_of_images: How many to make; 1 if it is left out. From 1 to 4.
            format: The vendor makes png if it is left out. One of ``"jpeg"``, ``"png"``.
            destination: Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "edit_image",
            {
                "image": image,
                "prompt": prompt,
                "model": model,
                "aspect_ratio": aspect_ratio,
                "inference_steps": inference_steps,
                "guidance_scale": guidance_scale,
                "number_of_images": number_of_images,
                "format": format,
                "destination": destination,
            },
            filename,
        )

    @operation
    def dress_model(
        self,
        clothing: Source | Sequence[Source],
        *,
        model: Source | None = None,
        pose: str | None = None,
        background: str | None = None,
        aspect_ratio: Literal["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "4:5", "5:4"]
        | None = None,
        number_of_images: int | None = None,
        format: Literal["jpeg", "png"] | None = None,
        destination: StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[FashionImage]]:
        """Show clothes on a model.

        Cost: unknown; Claid publishes no price.

        Args:
            clothing: One or several of: path, bytes, binary file, `File`, Pillow picture, NumPy array or URL,
                at most 5 of them.
            model: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Who wears it; the
                vendor makes a model up if it is left out.
            pose: The vendor takes "full body, front view, neutral stance, arms relaxed" if it is left out. At
                most 5,000 characters.
            background: The vendor takes "minimalistic studio background" if it is left out. At most 5,000
                characters.
            aspect_ratio: Aspect ratio. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``,
                ``"9:16"``, ``"16:9"``, ``"21:9"``, ``"4:5"``, ``"5:4"``.
            number_of_images: How many to make; 1 if it is left out. From 1 to 4.
            format: The vendor makes png if it is left out. One of ``"jpeg"``, ``"png"``.
            destination: Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "dress_model",
            {
                "clothing": clothing,
                "model": model,
                "pose": pose,
                "background": background,
                "aspect_ratio": aspect_ratio,
                "number_of_images": number_of_images,
                "format": format,
                "destination": destination,
            },
            filename,
        )

    @operation
    def animate(
        self,
        image: Source,
        prompt: str | VideoPrompt,
        *,
        negative_prompt: str | None = None,
        duration: Literal["5", "10"] | None = None,
        guidance_scale: float | None = None,
        output: StorageDestination | None = None,
        filename: str | None = None,
    ) -> Flow[Created[Video]]:
        """Make a short video from an image.

        Cost: unknown; Claid publishes no price.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL. Whether Claid charges
                for the upload of a file is not documented: give a URL to be certain.
            prompt: What happens, as a text or with options.
            negative_prompt: What not to show. At most 5,000 characters.
            duration: Seconds, as a text. The vendor takes 5 if it is left out. One of ``"5"``, ``"10"``.
            guidance_scale: How closely to follow the prompt. The vendor takes 0.5 if it is left out. From 0
                to 1.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address.
                At most 4,096 characters.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "animate",
            {
                "image": image,
                "prompt": prompt,
                "negative_prompt": negative_prompt,
                "duration": duration,
                "guidance_scale": guidance_scale,
                "output": output,
            },
            filename,
        )

    @method
    def storage_types(self) -> Flow[list[StorageType]]:
        """List the kinds of storage that can be connected.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("storage_types", {})

    @method
    def storages(self) -> Flow[list[Storage]]:
        """List the connected storages.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("storages", {})

    @method
    def create_storage(
        self,
        name: StorageName,
        type: Literal["web_folder", "s3", "gcs"],
        parameters: WebFolderParameters | BucketParameters,
    ) -> Flow[Storage]:
        """Connect a storage.

        Costs nothing.

        Args:
            name: Name of the storage in addresses, as ``storage://name/path``. At most 50 characters.
            type: Amazon S3, Google Cloud Storage, or a folder on the web. One of ``"web_folder"``, ``"s3"``,
                ``"gcs"``.
            parameters: Where it is; for a bucket also how to get in.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("create_storage", {"name": name, "type": type, "parameters": parameters})

    @method
    def get_storage(self, storage_id: int) -> Flow[Storage]:
        """Tell about a connected storage.

        Costs nothing.

        Args:
            storage_id: Id of the storage.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("get_storage", {"storage_id": storage_id})

    @method
    def delete_storage(self, storage_id: int) -> Flow[None]:
        """Disconnect a storage.

        Costs nothing.

        Args:
            storage_id: Id of the storage.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("delete_storage", {"storage_id": storage_id})

    @method
    def change_storage(
        self,
        storage_id: int,
        *,
        name: StorageName | None = None,
        type: Literal["web_folder", "s3", "gcs"] | None = None,
        parameters: ChangedParameters | None = None,
    ) -> Flow[Storage]:
        """Change a connected storage.

        Costs nothing.

        Args:
            storage_id: Id of the storage.
            name: Name of the storage in addresses, as ``storage://name/path``. At most 50 characters.
            type: Amazon S3, Google Cloud Storage, or a folder on the web. One of ``"web_folder"``, ``"s3"``,
                ``"gcs"``.
            parameters: Where it is and how to get in; what is left out stays as it is.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call(
            "change_storage", {"storage_id": storage_id, "name": name, "type": type, "parameters": parameters}
        )


if TYPE_CHECKING:
    # What an editor shows: plain methods, with the types that each client gives.
    from claid_operations.methods import AsyncClaidMethods as AsyncClaidMethods
    from claid_operations.methods import ClaidMethods as ClaidMethods

    class ClaidOperations(Operations[Finished]):
        """What both clients of Claid can do."""
else:
    ClaidOperations = ClaidFlows
    ClaidMethods = AsyncClaidMethods = object
