"""The methods of the clients of YouCam, as editors and type checkers see them. Never imported when a program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safelight.core.task import AsyncTask, Task
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


class YouCamMethods:
    """The methods of `YouCam`."""

    def remove_background(self, image: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def blur_background(
        self, image: Source, *, intensity: int | None = None, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def replace_background(
        self,
        image: Source,
        *,
        prompt: str | None = None,
        template_id: str | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def enhance(
        self, image: Source, *, scale: Literal[1, 2, 4], filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def brighten(self, image: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def colorize(self, image: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def correct_colors(self, image: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def remove_object(self, image: Source, mask: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def replace_object(
        self, image: Source, mask: Source, prompt: str, *, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def generate_image(
        self,
        prompt: str,
        *,
        negative_prompt: str | None = None,
        size: Literal["1664*928", "1472*1104", "1328*1328", "1104*1472", "928*1664"] | None = None,
        prompt_extend: bool | None = None,
        model: Literal["youcam-image-v2"] = "youcam-image-v2",
    ) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def show_aging(self, image: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def add_smile(
        self,
        image: Source,
        *,
        expression_type: Literal["smile_with_teeth_visible", "closed_mouth_smile"],
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def whiten_teeth(
        self,
        image: Source,
        *,
        whitening_intensity: int,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        index: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def find_teeth(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def transfer_makeup(
        self, image: Source, reference: Source, *, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_look(self, image: Source, *, template_id: str, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def find_faces_to_swap(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def swap_faces(
        self,
        image: Source,
        faces: Source | Sequence[Source],
        *,
        face_mapping: Sequence[FacePair],
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def find_faces_to_lift(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def find_faces_to_reshape(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def reshape_face(
        self,
        image: Source,
        *,
        features: FaceFeatures,
        skin_smooth_strength: int = 0,
        skin_smooth_color_intensity: int = 0,
        index: int | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_hairstyle(
        self,
        image: Source,
        *,
        template_id: str | None = None,
        reference: Source | None = None,
        hair_color: Literal["ref", "src"] | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def extend_hair(self, image: Source, *, template_id: str, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def add_bangs(self, image: Source, *, template_id: str, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def add_hair_volume(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def curl_hair(self, image: Source, *, template_id: str, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def color_hair(
        self,
        image: Source,
        *,
        preset: str | None = None,
        pattern: HairColorPattern | None = None,
        palettes: Sequence[HairColorPalette] | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_beard(self, image: Source, *, template_id: str, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_clothes(
        self,
        image: Source,
        garment: Source,
        *,
        garment_category: Literal["full_body", "lower_body", "upper_body", "shoes", "auto", "outer"],
        change_shoes: bool | None = None,
        filter_multi_person: Literal["off", "normal", "strict"] | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_fabric(self, image: Source, *, template_id: str, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_ring(self, photo: Source, product: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_bracelet(self, photo: Source, product: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_watch(self, photo: Source, product: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_earrings(self, photo: Source, product: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_necklace(self, photo: Source, product: Source, *, filename: str | None = None) -> Task[TaskState]:
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
        raise NotImplementedError

    def transfer_nails(
        self, image: Source, reference: Source, *, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def try_nails(
        self,
        image: Source,
        *,
        effect_type: Literal["nail_polish", "press_on_nails"],
        effects: Sequence[NailColor | NailDesign],
        designs: Source | Sequence[Source] | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def make_avatar(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def make_studio_portrait(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def make_headshot(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def find_bodies(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def reshape_body(
        self, image: Source, *, features: BodyFeatures, index: int | None = None, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def add_abs(
        self,
        image: Source,
        *,
        mode: Literal["Six-pack", "Vest-line"] | None = None,
        intensity: Literal[1, 2] | None = None,
        filename: str | None = None,
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def augment_breast(
        self, image: Source, *, intensity: Literal[1, 2, 3] | None = None, filename: str | None = None
    ) -> Task[TaskState]:
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
        raise NotImplementedError

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
    ) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def analyze_skin_tone(
        self,
        image: Source,
        *,
        face_angle_strictness_level: Literal["strict", "high", "medium", "low", "flexible"] | None = None,
        filename: str | None = None,
    ) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def find_faces_to_classify(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def classify_skin(
        self, image: Source, *, index: int | None = None, filename: str | None = None
    ) -> Task[AnalysisState]:
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
        raise NotImplementedError

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
    ) -> Task[AnalysisState]:
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
        raise NotImplementedError

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
    ) -> Task[TaskState]:
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
        raise NotImplementedError

    def measure_hair_length(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def measure_hair_density(self, image: Source, *, filename: str | None = None) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def identify_hair_type(
        self, front: Source, right: Source, left: Source, *, filename: str | None = None
    ) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def measure_frizz(
        self, front: Source, right: Source, left: Source, *, filename: str | None = None
    ) -> Task[AnalysisState]:
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
        raise NotImplementedError

    def balance(self) -> list[CreditBatch]:
        """The credits that are left, in batches that expire on their own.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    def credit_history(
        self, *, page_size: int | None = None, starting_token: str | None = None
    ) -> CreditHistoryPage:
        """A page of what credits were taken and given for.

        Costs nothing.

        Args:
            page_size: How many entries a page holds, 20 if absent. From 1 to 30.
            starting_token: The `next_token` of the page before; absent for the first page.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    def feature_costs(
        self, *, page_size: int | None = None, starting_token: str | None = None
    ) -> FeatureCostPage:
        """A page of what each feature costs today.

        Costs nothing.

        Args:
            page_size: How many entries a page holds, 20 if absent. From 1 to 20.
            starting_token: The `next_token` of the page before; absent for the first page.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    def delete_task(self, task_id: str) -> DeleteTaskResponse:
        """Delete a finished task with the files that went in and came out.

        Costs nothing.

        Args:
            task_id: Id of a finished task; `task.id` has it.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError


class AsyncYouCamMethods:
    """The methods of `AsyncYouCam`."""

    async def remove_background(self, image: Source, *, filename: str | None = None) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def blur_background(
        self, image: Source, *, intensity: int | None = None, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def replace_background(
        self,
        image: Source,
        *,
        prompt: str | None = None,
        template_id: str | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def enhance(
        self, image: Source, *, scale: Literal[1, 2, 4], filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def brighten(self, image: Source, *, filename: str | None = None) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def colorize(self, image: Source, *, filename: str | None = None) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def correct_colors(self, image: Source, *, filename: str | None = None) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def outpaint(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def remove_object(
        self, image: Source, mask: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def replace_object(
        self, image: Source, mask: Source, prompt: str, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def generate_image(
        self,
        prompt: str,
        *,
        negative_prompt: str | None = None,
        size: Literal["1664*928", "1472*1104", "1328*1328", "1104*1472", "928*1664"] | None = None,
        prompt_extend: bool | None = None,
        model: Literal["youcam-image-v2"] = "youcam-image-v2",
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def edit_image(
        self,
        images: Source | Sequence[Source],
        prompt: str,
        *,
        negative_prompt: str | None = None,
        size: str | None = None,
        prompt_extend: bool | None = None,
        model: Literal["youcam-image-v2"] = "youcam-image-v2",
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def show_aging(self, image: Source, *, filename: str | None = None) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def add_smile(
        self,
        image: Source,
        *,
        expression_type: Literal["smile_with_teeth_visible", "closed_mouth_smile"],
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def whiten_teeth(
        self,
        image: Source,
        *,
        whitening_intensity: int,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        index: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def find_teeth(self, image: Source, *, filename: str | None = None) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def transfer_makeup(
        self, image: Source, reference: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_look(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_makeup(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_lenses(
        self,
        image: Source,
        lens: Source,
        *,
        intensity: int,
        enlargement: int | None = None,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def find_faces_to_swap(
        self, image: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def swap_faces(
        self,
        image: Source,
        faces: Source | Sequence[Source],
        *,
        face_mapping: Sequence[FacePair],
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def find_faces_to_lift(
        self, image: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def lift_face(
        self,
        image: Source,
        *,
        features: FaceLiftFeatures | None = None,
        type: Literal["custom", "auto"] | None = None,
        skin_smooth_strength: int | None = None,
        skin_smooth_color_intensity: int | None = None,
        index: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def find_faces_to_reshape(
        self, image: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def reshape_face(
        self,
        image: Source,
        *,
        features: FaceFeatures,
        skin_smooth_strength: int = 0,
        skin_smooth_color_intensity: int = 0,
        index: int | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_hairstyle(
        self,
        image: Source,
        *,
        template_id: str | None = None,
        reference: Source | None = None,
        hair_color: Literal["ref", "src"] | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def extend_hair(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def add_bangs(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def add_hair_volume(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def curl_hair(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def color_hair(
        self,
        image: Source,
        *,
        preset: str | None = None,
        pattern: HairColorPattern | None = None,
        palettes: Sequence[HairColorPalette] | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_beard(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_clothes(
        self,
        image: Source,
        garment: Source,
        *,
        garment_category: Literal["full_body", "lower_body", "upper_body", "shoes", "auto", "outer"],
        change_shoes: bool | None = None,
        filter_multi_person: Literal["off", "normal", "strict"] | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_fabric(
        self, image: Source, *, template_id: str, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_hat(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_bag(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_scarf(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_shoes(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_ring(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_bracelet(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_watch(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_earrings(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_necklace(
        self, photo: Source, product: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def transfer_nails(
        self, image: Source, reference: Source, *, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def try_nails(
        self,
        image: Source,
        *,
        effect_type: Literal["nail_polish", "press_on_nails"],
        effects: Sequence[NailColor | NailDesign],
        designs: Source | Sequence[Source] | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def make_avatar(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def make_studio_portrait(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def make_headshot(
        self, image: Source, *, template_id: str, output_count: int, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def find_bodies(self, image: Source, *, filename: str | None = None) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def reshape_body(
        self, image: Source, *, features: BodyFeatures, index: int | None = None, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def add_abs(
        self,
        image: Source,
        *,
        mode: Literal["Six-pack", "Vest-line"] | None = None,
        intensity: Literal[1, 2] | None = None,
        filename: str | None = None,
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def augment_breast(
        self, image: Source, *, intensity: Literal[1, 2, 3] | None = None, filename: str | None = None
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def analyze_face(
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
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def analyze_skin_tone(
        self,
        image: Source,
        *,
        face_angle_strictness_level: Literal["strict", "high", "medium", "low", "flexible"] | None = None,
        filename: str | None = None,
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def find_faces_to_classify(
        self, image: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def classify_skin(
        self, image: Source, *, index: int | None = None, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def analyze_skin(
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
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def simulate_skin(
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
    ) -> AsyncTask[TaskState]:
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
        raise NotImplementedError

    async def measure_hair_length(
        self, image: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def measure_hair_density(
        self, image: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def identify_hair_type(
        self, front: Source, right: Source, left: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def measure_frizz(
        self, front: Source, right: Source, left: Source, *, filename: str | None = None
    ) -> AsyncTask[AnalysisState]:
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
        raise NotImplementedError

    async def balance(self) -> list[CreditBatch]:
        """The credits that are left, in batches that expire on their own.

        Costs nothing.

        Raises:
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    async def credit_history(
        self, *, page_size: int | None = None, starting_token: str | None = None
    ) -> CreditHistoryPage:
        """A page of what credits were taken and given for.

        Costs nothing.

        Args:
            page_size: How many entries a page holds, 20 if absent. From 1 to 30.
            starting_token: The `next_token` of the page before; absent for the first page.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    async def feature_costs(
        self, *, page_size: int | None = None, starting_token: str | None = None
    ) -> FeatureCostPage:
        """A page of what each feature costs today.

        Costs nothing.

        Args:
            page_size: How many entries a page holds, 20 if absent. From 1 to 20.
            starting_token: The `next_token` of the page before; absent for the first page.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError

    async def delete_task(self, task_id: str) -> DeleteTaskResponse:
        """Delete a finished task with the files that went in and came out.

        Costs nothing.

        Args:
            task_id: Id of a finished task; `task.id` has it.

        Raises:
            InvalidInput: A value is none that the vendor takes; nothing was sent.
            ApiError: The vendor refuses, or could not be asked; its subclasses say why.
        """
        raise NotImplementedError
