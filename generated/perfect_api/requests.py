"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict


class Action(TypedDict):
    id: int
    """
    Number of the action, chosen by the client, from 0. The result repeats it.
    """


class AuthenticateRequest(TypedDict):
    client_id: str
    """
    The API key.
    """
    id_token: str
    """
    Base64 of the RSA PKCS#1 v1.5 ciphertext of `client_id=<client_id>&timestamp=<epoch milliseconds>`.
    """


EnhanceScale: TypeAlias = Literal[1, 2, 4]
"""
Factor by which width and height grow.
"""


FileContentType: TypeAlias = Literal["image/jpg", "image/jpeg", "image/png"]
"""
MIME types a file can be declared with.
"""


class ImageGeneratorParams(TypedDict):
    prompt: str
    """
    What the image should show.
    """
    style_group_id: int
    """
    Id of the style's group.
    """
    style_ids: list[int]
    """
    Id of the style; exactly one is taken.
    """


MakeupTransferContentType: TypeAlias = Literal[
    "image/jpg", "image/jpeg", "image/png", "image/tiff", "image/gif"
]
"""
MIME types a file for makeup transfer can be declared with.
"""


class MakeupTransferFileSets(TypedDict):
    src_ids: list[str]
    """
    Id of the photo to put makeup on; exactly one is taken.
    """
    ref_ids: list[str]
    """
    Id of the photo to take the makeup from; exactly one is taken.
    """


class NewFile(TypedDict):
    content_type: FileContentType
    file_name: str
    """
    Name of the file.
    """


class NewMakeupTransferFile(TypedDict):
    content_type: MakeupTransferContentType
    file_name: str
    """
    Name of the file.
    """


class ObjectRemovalFileSets(TypedDict):
    src_ids: list[str]
    """
    Id of the source photo. The document states no upper count and speaks of one file.
    """
    mask_ids: list[str]
    """
    Id of the mask, a grey image of exactly the photo's width and height: white is foreground, the object to remove, and black is background. The document prints this name; that it stands in `file_sets` follows from `src_ids` and `ref_ids`.
    """


OutputExtJpg: TypeAlias = Literal["jpg"]
"""
Format of the output file.
"""


OutputExtJpgOrWebp: TypeAlias = Literal["jpg", "webp"]
"""
Format of the output file.
"""


OutputExtPngOrWebp: TypeAlias = Literal["png", "webp"]
"""
Format of the output file.
"""


class SingleSourceFileSets(TypedDict):
    src_ids: list[str]
    """
    Id of the source photo; exactly one is taken.
    """


class SourceFileSets(TypedDict):
    src_ids: list[str]
    """
    Id of the source photo. The document states no upper count and speaks of one file.
    """


class StyleParams(TypedDict):
    style_group_id: int
    """
    Id of the style's group.
    """
    style_ids: list[int]
    """
    Id of the style; exactly one is taken.
    """


class AgingPayload(TypedDict):
    file_sets: SingleSourceFileSets
    actions: list[Action]
    output_ext: NotRequired[OutputExtJpg]


class BackgroundRemovalPayload(TypedDict):
    file_sets: SourceFileSets
    actions: list[Action]
    output_ext: NotRequired[OutputExtPngOrWebp]


class ColorizePayload(TypedDict):
    file_sets: SourceFileSets
    actions: list[Action]
    output_ext: NotRequired[OutputExtJpgOrWebp]


class CreateFileRequest(TypedDict):
    files: list[NewFile]


class CreateMakeupTransferFileRequest(TypedDict):
    files: list[NewMakeupTransferFile]


class EnhanceParams(TypedDict):
    scale: EnhanceScale


class ImageGeneratorAction(TypedDict):
    id: int
    """
    Number of the action, chosen by the client, from 0. The result repeats it.
    """
    params: ImageGeneratorParams


class ImageGeneratorPayload(TypedDict):
    """
    This feature takes no file, so there are no file sets.
    """

    actions: list[ImageGeneratorAction]
    output_ext: NotRequired[OutputExtJpg]


class MakeupTransferPayload(TypedDict):
    file_sets: MakeupTransferFileSets
    actions: list[Action]
    output_ext: NotRequired[OutputExtJpg]


class ObjectRemovalPayload(TypedDict):
    file_sets: ObjectRemovalFileSets
    actions: list[Action]
    output_ext: NotRequired[OutputExtJpgOrWebp]


class RunAgingRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: AgingPayload


class RunBackgroundRemovalRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: BackgroundRemovalPayload


class RunColorizeRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: ColorizePayload


class RunImageGeneratorRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: ImageGeneratorPayload


class RunMakeupTransferRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: MakeupTransferPayload


class RunObjectRemovalRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: ObjectRemovalPayload


class StyleAction(TypedDict):
    id: int
    """
    Number of the action, chosen by the client, from 0. The result repeats it.
    """
    params: StyleParams


class EnhanceAction(TypedDict):
    id: int
    """
    Number of the action, chosen by the client, from 0. The result repeats it.
    """
    params: EnhanceParams


class EnhancePayload(TypedDict):
    file_sets: SourceFileSets
    actions: list[EnhanceAction]
    output_ext: NotRequired[OutputExtJpgOrWebp]


class HairEffectPayload(TypedDict):
    actions: list[StyleAction]
    file_sets: SourceFileSets
    output_ext: NotRequired[OutputExtJpg]


class HairstylePayload(TypedDict):
    file_sets: SingleSourceFileSets
    actions: list[StyleAction]
    output_ext: NotRequired[OutputExtJpg]


class RunEnhanceRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: EnhancePayload


class RunHairEffectRequest(TypedDict):
    """
    Unlike the other features these three do not mark `request_id` as required. They do not mark `payload` either, but no task can be run without it.
    """

    request_id: NotRequired[int]
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: HairEffectPayload


class RunHairstyleRequest(TypedDict):
    request_id: int
    """
    Idempotency number, from 0. A retry keeps it; a new task takes a new one.
    """
    payload: HairstylePayload
