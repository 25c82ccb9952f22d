"""What the clients of YouCam can do: a method for each operation of the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from safelight.core.flow.descriptors import method
from safelight.core.operation import operation
from safelight.core.operations import Operations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safelight.core.base.outcome import Created
    from safelight.core.flow.effects import Flow
    from safelight.core.transfers.sources import Source
    from youcam_api.models.analysis_state import AnalysisState
    from youcam_api.models.credit_batch import CreditBatch
    from youcam_api.models.credit_history_page import CreditHistoryPage
    from youcam_api.models.delete_task_response import DeleteTaskResponse
    from youcam_api.models.feature_cost_page import FeatureCostPage
    from youcam_api.models.task_state import TaskState
    from youcam_api.requests import (
        BlushEffect,
        BodyFeatures,
        BronzerEffect,
        ConcealerEffect,
        ContourEffect,
        EyebrowsEffect,
        EyelashesEffect,
        EyelinerEffect,
        EyeshadowEffect,
        FaceFeatures,
        FaceLiftFeatures,
        FacePair,
        FoundationEffect,
        HairColorPalette,
        HairColorPattern,
        HighlighterEffect,
        LipColorEffect,
        LipLinerEffect,
        NailColor,
        NailDesign,
        SkinMasks,
        SkinSmoothEffect,
    )


Finished: TypeAlias = "AnalysisState | TaskState"
"""The vendor's own description of a finished task."""


class YouCamFlows(Operations[Finished]):
    """What both clients of YouCam can do."""

    _PACKAGE = "youcam_api"

    @operation
    def remove_background(self, image: Source, *, filename: str | None = None) -> Flow[Created[TaskState]]:
        """Cut the subject out.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("remove_background", {"image": image}, filename)

    @operation
    def blur_background(
        self, image: Source, *, intensity: int | None = None, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Blur what is behind the subject.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 4096 pixels.
            intensity: How blurred: 0 is not at all; 50 if absent. From 0 to 100.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("blur_background", {"image": image, "intensity": intensity}, filename)

    @operation
    def replace_background(
        self,
        image: Source,
        *,
        prompt: str | None = None,
        template_id: str | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Put another background behind the subject.

        Costs 4 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            prompt: The background in words.
            template_id: The template, in place of a prompt; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "replace_background", {"image": image, "prompt": prompt, "template_id": template_id}, filename
        )

    @operation
    def enhance(
        self, image: Source, *, scale: Literal[1, 2, 4], filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Sharpen, denoise and enlarge a photo.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            scale: How many times as wide and high. One of 1, 2, 4.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("enhance", {"image": image, "scale": scale}, filename)

    @operation
    def brighten(self, image: Source, *, filename: str | None = None) -> Flow[Created[TaskState]]:
        """Light up a dark photo.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("brighten", {"image": image}, filename)

    @operation
    def colorize(self, image: Source, *, filename: str | None = None) -> Flow[Created[TaskState]]:
        """Give colour to a black and white photo; the result is in several versions from warm to cool.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("colorize", {"image": image}, filename)

    @operation
    def correct_colors(self, image: Source, *, filename: str | None = None) -> Flow[Created[TaskState]]:
        """Correct the colours of a photo; the result is in several versions from warm to cool.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("correct_colors", {"image": image}, filename)

    @operation
    def outpaint(
        self,
        image: Source,
        *,
        output_width: int,
        output_height: int,
        input_x: int,
        input_y: int,
        input_width: int,
        input_height: int,
        crop_input_x: int,
        crop_input_y: int,
        crop_input_width: int,
        crop_input_height: int,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Continue a photo beyond its edges.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            output_width: Width of the result in pixels. From 1 to 4096.
            output_height: Height of the result in pixels. From 1 to 4096.
            input_x: Pixels of the result to the left of the picture. From 0 to 4096.
            input_y: Pixels of the result above the picture. From 0 to 4096.
            input_width: Width that the picture has in the result. From 1 to 4096.
            input_height: Height that the picture has in the result. From 1 to 4096.
            crop_input_x: Pixels of the picture to leave out on its left. From 0 to 4096.
            crop_input_y: Pixels of the picture to leave out at its top. From 0 to 4096.
            crop_input_width: Width of the part of the picture to take. From 1 to 4096.
            crop_input_height: Height of the part of the picture to take. From 1 to 4096.
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
                "output_width": output_width,
                "output_height": output_height,
                "input_x": input_x,
                "input_y": input_y,
                "input_width": input_width,
                "input_height": input_height,
                "crop_input_x": crop_input_x,
                "crop_input_y": crop_input_y,
                "crop_input_width": crop_input_width,
                "crop_input_height": crop_input_height,
            },
            filename,
        )

    @operation
    def remove_object(
        self, image: Source, mask: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Remove what a mask marks.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB.
            mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB. A grey picture of the same width and height: white is what is worked on, black is
                what stays.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("remove_object", {"image": image, "mask": mask}, filename)

    @operation
    def replace_object(
        self, image: Source, mask: Source, prompt: str, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Put something else where a mask marks.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 2048 pixels.
            mask: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 2048 pixels. A grey picture of the same width and height:
                white is what is worked on, black is what stays.
            prompt: What to put there.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("replace_object", {"image": image, "mask": mask, "prompt": prompt}, filename)

    @operation
    def generate_image(
        self,
        prompt: str,
        *,
        negative_prompt: str | None = None,
        size: Literal["1664*928", "1472*1104", "1328*1328", "1104*1472", "928*1664"] | None = None,
        prompt_extend: bool | None = None,
        model: Literal["youcam-image-v2"] = "youcam-image-v2",
    ) -> Flow[Created[TaskState]]:
        """Make an image from a text.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            prompt: What the image shows. At most 800 characters.
            negative_prompt: What it does not show. At most 500 characters.
            size: Width and height in pixels; 1664*928 if absent. One of ``"1664*928"``, ``"1472*1104"``,
                ``"1328*1328"``, ``"1104*1472"``, ``"928*1664"``.
            prompt_extend: Whether the vendor may write the prompt out; true if absent.
            model: The model. One of ``"youcam-image-v2"``.

        Raises:
            InvalidInput: An option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "generate_image",
            {
                "prompt": prompt,
                "negative_prompt": negative_prompt,
                "size": size,
                "prompt_extend": prompt_extend,
                "model": model,
            },
        )

    @operation
    def edit_image(
        self,
        images: Source | Sequence[Source],
        prompt: str,
        *,
        negative_prompt: str | None = None,
        size: str | None = None,
        prompt_extend: bool | None = None,
        model: Literal["youcam-image-v2"] = "youcam-image-v2",
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Change one to three images by a text.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            images: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg, png, bmp, tiff, webp or gif, at most 10 MiB, at most 3072 x 3072 pixels, at most 3 of
                them.
            prompt: What to change. At most 800 characters.
            negative_prompt: What the result does not show. At most 500 characters.
            size: Width and height, each from 512 to 2048 pixels, such as 1024*1536; made a multiple of 16. If
                absent, about 1024*1024 pixels in the ratio of the last picture.
            prompt_extend: Whether the vendor may write the prompt out; true if absent.
            model: The model. One of ``"youcam-image-v2"``.
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
                "negative_prompt": negative_prompt,
                "size": size,
                "prompt_extend": prompt_extend,
                "model": model,
            },
            filename,
        )

    @operation
    def show_aging(self, image: Source, *, filename: str | None = None) -> Flow[Created[TaskState]]:
        """Show a face from youth to old age in a series of photos.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("show_aging", {"image": image}, filename)

    @operation
    def add_smile(
        self,
        image: Source,
        *,
        expression_type: Literal["smile_with_teeth_visible", "closed_mouth_smile"],
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Make a face smile.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels.
            expression_type: How to smile. One of ``"smile_with_teeth_visible"``, ``"closed_mouth_smile"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("add_smile", {"image": image, "expression_type": expression_type}, filename)

    @operation
    def whiten_teeth(
        self,
        image: Source,
        *,
        whitening_intensity: int,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        index: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Whiten the teeth.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 1920 pixels.
            whitening_intensity: How white. From 0 to 100.
            skin_smooth_strength: How smooth the skin becomes; 50 if absent. From 0 to 100.
            skin_smooth_color_intensity: How even the skin's colour becomes; 50 if absent. From 0 to 100.
            index: Which face, counted from 0 as the vendor finds them; 0 if absent.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "whiten_teeth",
            {
                "image": image,
                "whitening_intensity": whitening_intensity,
                "skin_smooth_strength": skin_smooth_strength,
                "skin_smooth_color_intensity": skin_smooth_color_intensity,
                "index": index,
            },
            filename,
        )

    @operation
    def find_teeth(self, image: Source, *, filename: str | None = None) -> Flow[Created[AnalysisState]]:
        """Tell where the faces are, as JSON, to choose one of several.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 1920 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("find_teeth", {"image": image}, filename)

    @operation
    def transfer_makeup(
        self, image: Source, reference: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Copy the makeup of a reference photo.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1024 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png,
                at most 10 MiB, longest side at most 1024 pixels. A photo of the makeup.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("transfer_makeup", {"image": image, "reference": reference}, filename)

    @operation
    def try_look(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on a whole look of makeup.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1919 pixels.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_look", {"image": image, "template_id": template_id}, filename)

    @operation
    def try_makeup(
        self,
        image: Source,
        effects: Sequence[
            SkinSmoothEffect
            | BlushEffect
            | BronzerEffect
            | ConcealerEffect
            | ContourEffect
            | EyebrowsEffect
            | EyelinerEffect
            | EyeshadowEffect
            | EyelashesEffect
            | FoundationEffect
            | HighlighterEffect
            | LipColorEffect
            | LipLinerEffect
        ],
        *,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Apply make-up, effect by effect.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1919 pixels.
            effects: The effects, told apart by their category. Patterns are those of the vendor's catalogues.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_makeup", {"image": image, "effects": effects}, filename)

    @operation
    def try_lenses(
        self,
        image: Source,
        lens: Source,
        *,
        intensity: int,
        enlargement: int | None = None,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on coloured contact lenses.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 1920 pixels.
            lens: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, png, at most 10 MiB,
                at most 600 x 600 pixels. The lens alone, before a transparent background.
            intensity: How strong the lens's colour is. From 1 to 100.
            enlargement: How much larger the iris becomes; 0 if absent. From 0 to 100.
            skin_smooth_strength: How smooth the skin becomes; 50 if absent. From 0 to 100.
            skin_smooth_color_intensity: How even the skin's colour becomes; 50 if absent. From 0 to 100.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_lenses",
            {
                "image": image,
                "lens": lens,
                "intensity": intensity,
                "enlargement": enlargement,
                "skin_smooth_strength": skin_smooth_strength,
                "skin_smooth_color_intensity": skin_smooth_color_intensity,
            },
            filename,
        )

    @operation
    def find_faces_to_swap(
        self, image: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell where the faces are, as JSON, to choose one of several.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("find_faces_to_swap", {"image": image}, filename)

    @operation
    def swap_faces(
        self,
        image: Source,
        faces: Source | Sequence[Source],
        *,
        face_mapping: Sequence[FacePair],
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Put other faces in place of those in a photo.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            faces: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg,
                jpeg or png, at most 10 MiB, longest side at most 4096 pixels. Photos of the new faces, one or
                several.
            face_mapping: Which new face goes where, in the order of the faces of the picture.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "swap_faces", {"image": image, "faces": faces, "face_mapping": face_mapping}, filename
        )

    @operation
    def find_faces_to_lift(
        self, image: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell where the faces are, as JSON, to choose one of several.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1920 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("find_faces_to_lift", {"image": image}, filename)

    @operation
    def lift_face(
        self,
        image: Source,
        *,
        features: FaceLiftFeatures | None = None,
        type: Literal["custom", "auto"] | None = None,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        index: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Lift a face.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1920 pixels.
            features: How much of each.
            type: Whether the features say what is lifted (`custom`, if absent) or the vendor chooses. One of
                ``"custom"``, ``"auto"``.
            skin_smooth_strength: How smooth the skin becomes. From 0 to 100.
            skin_smooth_color_intensity: How even the skin's colour becomes. From 0 to 100.
            index: Which face, counted from 0 as the pre-process finds them; 0 if absent.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "lift_face",
            {
                "image": image,
                "features": features,
                "type": type,
                "skin_smooth_strength": skin_smooth_strength,
                "skin_smooth_color_intensity": skin_smooth_color_intensity,
                "index": index,
            },
            filename,
        )

    @operation
    def find_faces_to_reshape(
        self, image: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell where the faces are, as JSON, to choose one of several.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("find_faces_to_reshape", {"image": image}, filename)

    @operation
    def reshape_face(
        self,
        image: Source,
        *,
        features: FaceFeatures,
        skin_smooth_strength: int = 0,
        skin_smooth_color_intensity: int = 0,
        index: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Change the shape of eyes, face, lips and nose.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            features: Less (below 0) and more of each; left and right are the person's, and a value for one
                side goes before that for both.
            skin_smooth_strength: How smooth the skin becomes. From 0 to 100.
            skin_smooth_color_intensity: How even the skin's colour becomes. From 0 to 100.
            index: Which face, counted from 0 as the pre-process finds them; 0 if absent.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "reshape_face",
            {
                "image": image,
                "features": features,
                "skin_smooth_strength": skin_smooth_strength,
                "skin_smooth_color_intensity": skin_smooth_color_intensity,
                "index": index,
            },
            filename,
        )

    @operation
    def try_hairstyle(
        self,
        image: Source,
        *,
        template_id: str | None = None,
        reference: Source | None = None,
        hair_color: Literal["ref", "src"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on a hairstyle, of a template or of a reference photo.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 1024 pixels.
            template_id: The template; see `templates`.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at
                most 10 MiB, longest side at most 1024 pixels. A photo of the hairstyle, in place of a
                template.
            hair_color: Whose colour the hair has: the reference's (`ref`, if absent) or the picture's. One of
                ``"ref"``, ``"src"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_hairstyle",
            {"image": image, "template_id": template_id, "reference": reference, "hair_color": hair_color},
            filename,
        )

    @operation
    def extend_hair(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Lengthen the hair.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 1024 pixels.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("extend_hair", {"image": image, "template_id": template_id}, filename)

    @operation
    def add_bangs(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Add bangs.

        Costs 1 credit per image (a guess from YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 1024 pixels.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("add_bangs", {"image": image, "template_id": template_id}, filename)

    @operation
    def add_hair_volume(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Thicken the hair.

        Costs 1 credit per image (a guess from YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 1024 pixels.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("add_hair_volume", {"image": image, "template_id": template_id}, filename)

    @operation
    def curl_hair(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Make the hair wavy or curly.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1024 pixels.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("curl_hair", {"image": image, "template_id": template_id}, filename)

    @operation
    def color_hair(
        self,
        image: Source,
        *,
        preset: str | None = None,
        pattern: HairColorPattern | None = None,
        palettes: Sequence[HairColorPalette] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Dye the hair.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB.
            preset: One of the vendor's colours, such as Jet Black; excludes pattern and palettes.
            pattern: Pattern.
            palettes: One colour for a full pattern, two for an ombre. 1 to 2 of them.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "color_hair",
            {"image": image, "preset": preset, "pattern": pattern, "palettes": palettes},
            filename,
        )

    @operation
    def try_beard(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on a beard.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_beard", {"image": image, "template_id": template_id}, filename)

    @operation
    def try_clothes(
        self,
        image: Source,
        garment: Source,
        *,
        garment_category: Literal["full_body", "lower_body", "upper_body", "shoes", "auto", "outer"],
        change_shoes: bool | None = None,
        filter_multi_person: Literal["off", "normal", "strict"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on a garment.

        Costs 2 credits per image (a guess from YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels. The person.
            garment: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png,
                at most 10 MiB, longest side at most 4096 pixels. The garment, alone or worn.
            garment_category: What kind of garment the reference shows. One of ``"full_body"``,
                ``"lower_body"``, ``"upper_body"``, ``"shoes"``, ``"auto"``, ``"outer"``.
            change_shoes: Whether the shoes may change too; true if absent.
            filter_multi_person: Whether pictures of several people are refused; `off` if absent. One of
                ``"off"``, ``"normal"``, ``"strict"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_clothes",
            {
                "image": image,
                "garment": garment,
                "garment_category": garment_category,
                "change_shoes": change_shoes,
                "filter_multi_person": filter_multi_person,
            },
            filename,
        )

    @operation
    def try_fabric(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Show the clothes in the fabric of a template.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            template_id: The template; see `templates`.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_fabric", {"image": image, "template_id": template_id}, filename)

    @operation
    def try_hat(
        self,
        image: Source,
        reference: Source,
        *,
        gender: Literal["female", "male"],
        style: Literal[
            "random",
            "style_sporty_casual",
            "style_urban_fashion",
            "style_vacation_casual",
            "style_warm_cozy",
            "style_bohemian",
        ]
        | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on a hat.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels. The product.
            gender: Gender of the person in the picture. One of ``"female"``, ``"male"``.
            style: Outfit and background of the result; `random` if absent. One of ``"random"``,
                ``"style_sporty_casual"``, ``"style_urban_fashion"``, ``"style_vacation_casual"``,
                ``"style_warm_cozy"``, ``"style_bohemian"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_hat", {"image": image, "reference": reference, "gender": gender, "style": style}, filename
        )

    @operation
    def try_bag(
        self,
        image: Source,
        reference: Source,
        *,
        gender: Literal["female", "male"],
        style: Literal[
            "random",
            "style_parisian_chic",
            "style_urban_chic",
            "style_mediterranean_chic",
            "style_art_deco_style",
        ]
        | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on a bag.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels. The product.
            gender: Gender of the person in the picture. One of ``"female"``, ``"male"``.
            style: Look of the result; `random` if absent. One of ``"random"``, ``"style_parisian_chic"``,
                ``"style_urban_chic"``, ``"style_mediterranean_chic"``, ``"style_art_deco_style"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_bag", {"image": image, "reference": reference, "gender": gender, "style": style}, filename
        )

    @operation
    def try_scarf(
        self,
        image: Source,
        reference: Source,
        *,
        gender: Literal["female", "male"],
        style: Literal[
            "random",
            "style_french_elegance",
            "style_light_luxury",
            "style_cottagecore",
            "style_modern_chic",
            "style_bohemian",
        ]
        | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on a scarf.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels. The product.
            gender: Gender of the person in the picture. One of ``"female"``, ``"male"``.
            style: Outfit and background of the result; `random` if absent. One of ``"random"``,
                ``"style_french_elegance"``, ``"style_light_luxury"``, ``"style_cottagecore"``,
                ``"style_modern_chic"``, ``"style_bohemian"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_scarf", {"image": image, "reference": reference, "gender": gender, "style": style}, filename
        )

    @operation
    def try_shoes(
        self,
        image: Source,
        reference: Source,
        *,
        gender: Literal["female", "male"],
        style: Literal[
            "random",
            "style_minimalist",
            "style_bohemian",
            "style_cottagecore",
            "style_french_elegance",
            "style_retro_fashion",
        ]
        | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on shoes.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4096 pixels. The product.
            gender: Gender of the person in the picture. One of ``"female"``, ``"male"``.
            style: Outfit and background of the result; `random` if absent. One of ``"random"``,
                ``"style_minimalist"``, ``"style_bohemian"``, ``"style_cottagecore"``,
                ``"style_french_elegance"``, ``"style_retro_fashion"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_shoes", {"image": image, "reference": reference, "gender": gender, "style": style}, filename
        )

    @operation
    def try_ring(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on a ring.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            photo: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels. The person.
            product: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels. The product alone, before a plain background.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_ring", {"photo": photo, "product": product}, filename)

    @operation
    def try_bracelet(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on a bracelet.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            photo: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels. The person.
            product: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels. The product alone, before a plain background.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_bracelet", {"photo": photo, "product": product}, filename)

    @operation
    def try_watch(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on a watch.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            photo: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels. The person.
            product: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels. The product alone, before a plain background.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_watch", {"photo": photo, "product": product}, filename)

    @operation
    def try_earrings(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on earrings.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            photo: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels. The person.
            product: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels. The product alone, before a plain background.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_earrings", {"photo": photo, "product": product}, filename)

    @operation
    def try_necklace(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Try on a necklace.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            photo: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at most
                10 MiB, longest side at most 4096 pixels. The person.
            product: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels. The product alone, before a plain background.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("try_necklace", {"photo": photo, "product": product}, filename)

    @operation
    def transfer_nails(
        self, image: Source, reference: Source, *, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Copy the nails of a reference photo.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            reference: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png,
                at most 10 MiB, longest side at most 4096 pixels. A photo of the nails, with all of them
                visible.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("transfer_nails", {"image": image, "reference": reference}, filename)

    @operation
    def try_nails(
        self,
        image: Source,
        *,
        effect_type: Literal["nail_polish", "press_on_nails"],
        effects: Sequence[NailColor | NailDesign],
        designs: Source | Sequence[Source] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Try on nail polish or press-on nails.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 2048 pixels.
            effect_type: Polish, or nails to be put on. One of ``"nail_polish"``, ``"press_on_nails"``.
            effects: What each finger wears.
            designs: One or several of: path, bytes, binary file, `File`, Pillow picture or NumPy array, png,
                at most 1 MiB, at most 542 x 1044 pixels. Pictures of nail designs; `ref_file_index` of an
                effect counts them from 0.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "try_nails",
            {"image": image, "effect_type": effect_type, "effects": effects, "designs": designs},
            filename,
        )

    @operation
    def make_avatar(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Make avatars of a person in the style of a template.

        Costs 0.25 credits per output image, at most 1 (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 4096 pixels.
            template_id: The template; see `templates`.
            output_count: How many pictures to make. From 1 to 200.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "make_avatar",
            {"image": image, "template_id": template_id, "output_count": output_count},
            filename,
        )

    @operation
    def make_studio_portrait(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Make studio portraits of a person in the style of a template.

        Costs 0.5 credits per output image, at most 1 (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 1920 pixels.
            template_id: The template; see `templates`.
            output_count: How many pictures to make. From 1 to 200.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "make_studio_portrait",
            {"image": image, "template_id": template_id, "output_count": output_count},
            filename,
        )

    @operation
    def make_headshot(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Make professional headshots in the style of a template.

        Costs 0.5 credits per output image, at most 1 (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB.
            template_id: The template; see `templates`.
            output_count: How many pictures to make. From 1 to 200.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "make_headshot",
            {"image": image, "template_id": template_id, "output_count": output_count},
            filename,
        )

    @operation
    def find_bodies(self, image: Source, *, filename: str | None = None) -> Flow[Created[AnalysisState]]:
        """Tell where the people are, as JSON, to choose one of several.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 2048 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("find_bodies", {"image": image}, filename)

    @operation
    def reshape_body(
        self, image: Source, *, features: BodyFeatures, index: int | None = None, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Change the shape of a body.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 2048 pixels.
            features: Less (below 0) and more of each; left and right are the person's, and a value for one
                side goes before that for both.
            index: Which person, counted from 0 as the pre-process finds them; 0 if absent.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("reshape_body", {"image": image, "features": features, "index": index}, filename)

    @operation
    def add_abs(
        self,
        image: Source,
        *,
        mode: Literal["Six-pack", "Vest-line"] | None = None,
        intensity: Literal[1, 2] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Add abdominal muscles.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 4096 pixels.
            mode: Which muscles; `Six-pack` if absent. One of ``"Six-pack"``, ``"Vest-line"``.
            intensity: How strong, 1 if absent. One of 1, 2.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("add_abs", {"image": image, "mode": mode, "intensity": intensity}, filename)

    @operation
    def augment_breast(
        self, image: Source, *, intensity: Literal[1, 2, 3] | None = None, filename: str | None = None
    ) -> Flow[Created[TaskState]]:
        """Simulate a breast augmentation.

        Costs 1 credit per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg, png or
                heic, at most 10 MiB, longest side at most 4095 pixels.
            intensity: How strong, 2 if absent. One of 1, 2, 3.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("augment_breast", {"image": image, "intensity": intensity}, filename)

    @operation
    def analyze_face(
        self,
        image: Source,
        *,
        features: Sequence[
            Literal[
                "eyeShape",
                "eyeSize",
                "eyeAngle",
                "eyeDistance",
                "eyelid",
                "eyebrowShape",
                "eyebrowThickness",
                "eyebrowDistance",
                "eyebrowShortness",
                "cheekbones",
                "faceShape",
                "lipShape",
                "noseWidth",
                "noseLength",
                "age",
                "gender",
                "eyeColor",
                "lipColor",
                "eyebrowColor",
                "hairColor",
                "horizontalThird",
                "verticalFifth",
                "faceAspectRatio",
                "eyeAspectRatio",
                "eyebrowPosition",
                "eyebrowArch",
                "eyeHeightToEyebrowDistance",
                "noseAspectRatio",
                "noseWidthToMouthWidth",
                "noseToLipToChin",
                "upperLipToLowerLip",
            ]
        ],
        face_angle_strictness_level: Literal["strict", "high", "medium", "low", "flexible"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AnalysisState]]:
        """Tell the shapes and proportions of a face, as JSON.

        Costs 10 credits per image, at most 30 (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            features: What to tell: up to 5 cost 10 credits, 6 to 14 cost 20, and more of them 30.
            face_angle_strictness_level: How straight the face must look; `high` if absent. One of
                ``"strict"``, ``"high"``, ``"medium"``, ``"low"``, ``"flexible"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "analyze_face",
            {
                "image": image,
                "features": features,
                "face_angle_strictness_level": face_angle_strictness_level,
            },
            filename,
        )

    @operation
    def analyze_skin_tone(
        self,
        image: Source,
        *,
        face_angle_strictness_level: Literal["strict", "high", "medium", "low", "flexible"] | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AnalysisState]]:
        """Tell the colours of skin, hair, lips, brows and eyes, as JSON.

        Costs 20 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            face_angle_strictness_level: How straight the face must look; `high` if absent. One of
                ``"strict"``, ``"high"``, ``"medium"``, ``"low"``, ``"flexible"``.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "analyze_skin_tone",
            {"image": image, "face_angle_strictness_level": face_angle_strictness_level},
            filename,
        )

    @operation
    def find_faces_to_classify(
        self, image: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell where the faces are, as JSON, to choose one of several.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("find_faces_to_classify", {"image": image}, filename)

    @operation
    def classify_skin(
        self, image: Source, *, index: int | None = None, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell the Fitzpatrick type of the skin, as JSON.

        Costs 10 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or jpeg, at most
                10 MiB, longest side at most 4096 pixels.
            index: Which face, counted from 0 as the pre-process finds them; 0 if absent.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("classify_skin", {"image": image, "index": index}, filename)

    @operation
    def analyze_skin(
        self,
        image: Source,
        *,
        concerns: Sequence[
            Literal[
                "hd_wrinkle",
                "hd_pore",
                "hd_texture",
                "hd_acne",
                "hd_oiliness",
                "hd_radiance",
                "hd_eye_bag",
                "hd_age_spot",
                "hd_dark_circle",
                "hd_droopy_upper_eyelid",
                "hd_droopy_lower_eyelid",
                "hd_firmness",
                "hd_moisture",
                "hd_redness",
                "hd_tear_trough",
                "hd_skin_type",
                "wrinkle",
                "pore",
                "texture",
                "acne",
                "oiliness",
                "radiance",
                "eye_bag",
                "age_spot",
                "dark_circle_v2",
                "droopy_upper_eyelid",
                "droopy_lower_eyelid",
                "firmness",
                "moisture",
                "redness",
                "tear_trough",
                "skin_type",
            ]
        ],
        format: Literal["zip", "json"] | None = None,
        masks: SkinMasks | None = None,
        pf_camera_kit: bool | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AnalysisState]]:
        """Score the skin of a face, as an archive of masks and scores or as JSON.

        Costs 9 credits per image, at most 22 (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB.
            concerns: What to score.
            format: Masks and scores as a zip archive (if absent), or the scores as JSON with the URLs of the
                masks. One of ``"zip"``, ``"json"``.
            masks: How the masks look.
            pf_camera_kit: Whether the picture comes from the vendor's camera kit.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "analyze_skin",
            {
                "image": image,
                "concerns": concerns,
                "format": format,
                "masks": masks,
                "pf_camera_kit": pf_camera_kit,
            },
            filename,
        )

    @operation
    def simulate_skin(
        self,
        image: Source,
        *,
        wrinkle: float | None = None,
        radiance: float | None = None,
        oiliness: float | None = None,
        acne: float | None = None,
        eye_bags: float | None = None,
        dark_circle: float | None = None,
        spots: float | None = None,
        pores: float | None = None,
        texture: float | None = None,
        redness: float | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskState]]:
        """Show skin as it would be with less of its concerns.

        Costs 4 credits per image, at most 6 (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg, jpeg or png, at
                most 10 MiB, longest side at most 2560 pixels.
            wrinkle: Wrinkles: 0 leaves it, 1 takes the most away. From 0 to 1.
            radiance: Dullness: 0 leaves it, 1 takes the most away. From 0 to 1.
            oiliness: Shine (of this one a part of the document says that 1 adds the most): 0 leaves it, 1
                takes the most away. From 0 to 1.
            acne: Acne: 0 leaves it, 1 takes the most away. From 0 to 1.
            eye_bags: Bags under the eyes: 0 leaves it, 1 takes the most away. From 0 to 1.
            dark_circle: Dark circles: 0 leaves it, 1 takes the most away. From 0 to 1.
            spots: Age spots: 0 leaves it, 1 takes the most away. From 0 to 1.
            pores: Pores: 0 leaves it, 1 takes the most away. From 0 to 1.
            texture: Uneven texture: 0 leaves it, 1 takes the most away. From 0 to 1.
            redness: Redness: 0 leaves it, 1 takes the most away. From 0 to 1.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create(
            "simulate_skin",
            {
                "image": image,
                "wrinkle": wrinkle,
                "radiance": radiance,
                "oiliness": oiliness,
                "acne": acne,
                "eye_bags": eye_bags,
                "dark_circle": dark_circle,
                "spots": spots,
                "pores": pores,
                "texture": texture,
                "redness": redness,
            },
            filename,
        )

    @operation
    def measure_hair_length(
        self, image: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell how long the hair is, as JSON.

        Costs 2 credits per image (YouCam's API documentation, 2026-09).

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("measure_hair_length", {"image": image}, filename)

    @operation
    def measure_hair_density(
        self, image: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell how dense the hair is, as JSON.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            image: Path, bytes, binary file, `File`, Pillow picture, NumPy array or URL, jpg or png, at most
                10 MiB, longest side at most 4096 pixels.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("measure_hair_density", {"image": image}, filename)

    @operation
    def identify_hair_type(
        self, front: Source, right: Source, left: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell the type of the hair, as JSON.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            front: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or png, at most 10
                MiB, longest side at most 4096 pixels. The head from the front.
            right: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or png, at most 10
                MiB, longest side at most 4096 pixels. Its right side.
            left: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or png, at most 10 MiB,
                longest side at most 4096 pixels. Its left side.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("identify_hair_type", {"front": front, "right": right, "left": left}, filename)

    @operation
    def measure_frizz(
        self, front: Source, right: Source, left: Source, *, filename: str | None = None
    ) -> Flow[Created[AnalysisState]]:
        """Tell how frizzy the hair is, as JSON.

        Cost: unknown; `feature_costs` lists the vendor's prices.

        Args:
            front: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or png, at most 10
                MiB, longest side at most 4096 pixels. The head from the front.
            right: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or png, at most 10
                MiB, longest side at most 4096 pixels. Its right side.
            left: Path, bytes, binary file, `File`, Pillow picture or NumPy array, jpg or png, at most 10 MiB,
                longest side at most 4096 pixels. Its left side.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        return self._create("measure_frizz", {"front": front, "right": right, "left": left}, filename)

    @method
    def balance(self) -> Flow[list[CreditBatch]]:
        """The credits that are left, in batches that expire on their own.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("balance", {})

    @method
    def credit_history(
        self, *, page_size: int | None = None, starting_token: str | None = None
    ) -> Flow[CreditHistoryPage]:
        """A page of what credits were taken and given for.

        Costs nothing.

        Args:
            page_size: How many entries a page holds, 20 if absent. From 1 to 30.
            starting_token: The `next_token` of the page before; absent for the first page.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("credit_history", {"page_size": page_size, "starting_token": starting_token})

    @method
    def feature_costs(
        self, *, page_size: int | None = None, starting_token: str | None = None
    ) -> Flow[FeatureCostPage]:
        """A page of what each feature costs today.

        Costs nothing.

        Args:
            page_size: How many entries a page holds, 20 if absent. From 1 to 20.
            starting_token: The `next_token` of the page before; absent for the first page.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("feature_costs", {"page_size": page_size, "starting_token": starting_token})

    @method
    def delete_task(self, task_id: str) -> Flow[DeleteTaskResponse]:
        """Delete a finished task with the files that went in and came out.

        Costs nothing.

        Args:
            task_id: Id of a finished task; `task.id` has it.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        return self._call("delete_task", {"task_id": task_id})


if TYPE_CHECKING:
    # What an editor shows: plain methods, with the types that each client gives.
    from youcam_operations.methods import AsyncYouCamMethods as AsyncYouCamMethods
    from youcam_operations.methods import YouCamMethods as YouCamMethods

    class YouCamOperations(Operations[Finished]):
        """What both clients of YouCam can do."""
else:
    YouCamOperations = YouCamFlows
    YouCamMethods = AsyncYouCamMethods = object
