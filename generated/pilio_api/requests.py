"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

AspectRatio: TypeAlias = Literal[
    "1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9", "auto", "7:4"
]
"""
Width to height of the output. 7:4 is of newer documents alone.
"""


AutomaticQuality: TypeAlias = Literal["auto"]
"""
The vendor chooses.
"""


class CompletedPart(TypedDict):
    part_number: int
    etag: str
    """
    ETag header the object store answered the part with, quotes included.
    """


CompletedUploadMode: TypeAlias = Literal["single", "multipart"]
"""
How the content was sent; single for upload_url, multipart for upload_urls.
"""


class ConfirmUploadRequest(TypedDict):
    """
    The form which newer versions of the vendor's published specification ask for, after a single PUT too. The
    older form stays the default.

    """

    upload_mode: CompletedUploadMode
    duration_ms: int
    """
    Milliseconds from the start of the upload to the end of its last PUT.
    """
    size: NotRequired[int]
    """
    Size in bytes as the client counted it.
    """
    parts: NotRequired[list[CompletedPart]]
    """
    Every part, sorted by number, from 1 without gaps. Required when upload_mode is multipart.
    """


ImageFileId: TypeAlias = str


GptImage25Ratio: TypeAlias = Literal["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"]
"""
Width to height of the output. The vendor takes 1:1 if it is left out.
"""


ImageResolution: TypeAlias = Literal["1K", "2K", "4K"]
"""
Size class of the output. The vendor takes 1K if it is left out.
"""


IndustryType: TypeAlias = Literal[
    "portrait", "product", "human", "person", "humanv2", "goods", "commodity", "productv2", "general"
]
"""
What the subject is. The vendor's page names portrait, product and general; the aliases come from its published
specification. The vendor takes portrait if it is left out.

"""


NanoBananaRatio: TypeAlias = Literal[
    "1:1", "2:3", "3:2", "3:4", "4:3", "4:5", "5:4", "9:16", "16:9", "21:9", "1:4", "4:1", "1:8", "8:1"
]
"""
Width to height of the output.
"""


OutputCount: TypeAlias = Literal[1, 2, 4]
"""
Number of images to make.
"""


OutputQuality: TypeAlias = Literal["low", "medium", "high", "auto"]
"""
Care taken over the output. auto is of newer documents alone, which take it if it is left out.
"""


OutputResolution: TypeAlias = Literal["0.5K", "1K", "2K", "4K"]
"""
Size class of the output. 0.5K is of older documents alone.
"""


PdfWatermarkMode: TypeAlias = Literal["editable", "ai"]
"""
editable takes watermarks out of the document's structure; ai redraws each page as an image. The vendor takes
editable if it is left out.

"""


PreprocessMode: TypeAlias = Literal["off", "auto"]
"""
Whether the input is prepared before the model sees it.
"""


QualityType: TypeAlias = Literal["original", "fast", "speed", "draft", "preview", "low"]
"""
Quality against speed. The vendor's page names original and fast; the aliases come from its published
specification. The vendor takes original if it is left out.

"""


class RemoveBackgroundRequest(TypedDict):
    image_file_id: str
    """
    Id of a jpg, jpeg, png, webp or heic file.
    """
    industry_type: NotRequired[IndustryType]
    quality_type: NotRequired[QualityType]
    trim_transparent_background: NotRequired[bool]
    """
    Cut away the empty canvas around the subject. The vendor does not if it is left out.
    """


class RemovePdfWatermarkRequest(TypedDict):
    pdf_file_id: str
    mode: NotRequired[PdfWatermarkMode]


SingleOutput: TypeAlias = Literal[1]
"""
One image is made.
"""


class SourceFile(TypedDict):
    nanoid: str
    """
    An id made by the client, which the answer repeats, to tell the records apart.
    """
    name: str
    """
    File name; its extension must match type.
    """
    type: str
    """
    Extension without the dot, such as jpg, jpeg, png, webp, heic or pdf. The list is open.
    """
    size: NotRequired[int]
    """
    Size in bytes; upload_mode auto decides by it.
    """


StorageIntent: TypeAlias = Literal["temporary", "permanent"]
"""
How long the file is meant to be kept. Inputs of tasks are usually temporary.
"""


UploadMode: TypeAlias = Literal["auto", "simple", "multipart"]
"""
How the content will be sent. auto lets the server choose by size; simple gives one URL; multipart gives one a part.
"""


UpscaleMethod: TypeAlias = Literal["ai_super_resolution", "super_resolution", "enhance"]
"""
The vendor takes ai_super_resolution if it is left out.
"""


UpscalePreset: TypeAlias = Literal["auto", "hd"]
"""
The vendor takes auto if it is left out.
"""


class WatermarkBox(TypedDict):
    """
    A rectangle in whole percent of the image's width and height.
    """

    x1: int
    """
    Left edge.
    """
    y1: int
    """
    Top edge.
    """
    x2: int
    """
    Right edge.
    """
    y2: int
    """
    Bottom edge.
    """


WatermarkMode: TypeAlias = Literal["auto", "manual"]
"""
Whether the vendor looks for watermarks or boxes name them. The vendor takes auto if it is left out.
"""


class CompleteMultipartUploadRequest(TypedDict):
    parts: list[CompletedPart]
    """
    Every part, sorted by number, from 1 without gaps.
    """


CompleteUploadRequest: TypeAlias = CompleteMultipartUploadRequest | ConfirmUploadRequest
"""
The parts alone, or the newer form with the upload mode and its duration.
"""


class CreateFilesRequest(TypedDict):
    files: list[SourceFile]
    upload_mode: NotRequired[UploadMode]
    storage_intent: NotRequired[StorageIntent]


class CreateGptImage25Request(TypedDict):
    prompt: str
    """
    What to draw, or to make of the references.
    """
    negative_prompt: NotRequired[str]
    """
    What to keep out.
    """
    image_file_ids: NotRequired[list[ImageFileId]]
    """
    Ids of the reference images; jpg, jpeg, png or webp.
    """
    aspect_ratio: NotRequired[GptImage25Ratio]
    resolution: NotRequired[ImageResolution]
    output_count: NotRequired[SingleOutput]
    quality: NotRequired[AutomaticQuality]
    preprocess_mode: NotRequired[PreprocessMode]


class CreateGptImage2EditRequest(TypedDict):
    image_file_ids: list[ImageFileId]
    """
    Ids of the reference images; jpg, jpeg, png or webp.
    """
    prompt: str
    """
    What to make of the references.
    """
    negative_prompt: NotRequired[str]
    """
    What to keep out.
    """
    aspect_ratio: NotRequired[AspectRatio]
    output_count: NotRequired[OutputCount]
    resolution: NotRequired[OutputResolution]
    quality: NotRequired[OutputQuality]
    preprocess_mode: NotRequired[PreprocessMode]


class CreateGptImage2GenerationRequest(TypedDict):
    prompt: str
    """
    What to draw.
    """
    negative_prompt: NotRequired[str]
    """
    What to keep out.
    """
    aspect_ratio: AspectRatio
    output_count: NotRequired[OutputCount]
    resolution: NotRequired[OutputResolution]
    quality: NotRequired[OutputQuality]
    preprocess_mode: NotRequired[PreprocessMode]


class CreateGptImage2Request(TypedDict):
    prompt: str
    """
    What to draw, or to make of the references.
    """
    negative_prompt: NotRequired[str]
    """
    What to keep out.
    """
    image_file_ids: NotRequired[list[ImageFileId]]
    """
    Ids of the reference images; jpg, jpeg, png or webp.
    """
    aspect_ratio: NotRequired[AspectRatio]
    resolution: NotRequired[OutputResolution]
    output_count: NotRequired[OutputCount]
    quality: NotRequired[OutputQuality]
    preprocess_mode: NotRequired[PreprocessMode]


class CreateNanoBanana21Request(TypedDict):
    prompt: str
    """
    What to draw, or to make of the references.
    """
    negative_prompt: NotRequired[str]
    """
    What to keep out.
    """
    image_file_ids: NotRequired[list[ImageFileId]]
    """
    Ids of the reference images; jpg, jpeg, png or webp.
    """
    aspect_ratio: NotRequired[NanoBananaRatio]
    resolution: NotRequired[ImageResolution]
    output_count: NotRequired[SingleOutput]
    preprocess_mode: NotRequired[PreprocessMode]


class CreateNanoBanana2Request(TypedDict):
    prompt: str
    """
    What to draw, or to make of the references.
    """
    negative_prompt: NotRequired[str]
    """
    What to keep out.
    """
    image_file_ids: NotRequired[list[ImageFileId]]
    """
    Ids of the reference images; jpg, jpeg, png or webp.
    """
    aspect_ratio: NotRequired[NanoBananaRatio]
    resolution: NotRequired[ImageResolution]
    output_count: NotRequired[OutputCount]
    preprocess_mode: NotRequired[PreprocessMode]


class RemoveImageWatermarkRequest(TypedDict):
    image_file_id: str
    mode: NotRequired[WatermarkMode]
    boxes: NotRequired[list[WatermarkBox]]
    """
    Where the watermarks are. Required when mode is manual.
    """


class UpscaleImageRequest(TypedDict):
    image_file_id: str
    """
    Id of a heic, jpg, png or webp file.
    """
    method: NotRequired[UpscaleMethod]
    preset: NotRequired[UpscalePreset]
    type: NotRequired[str]
    """
    Factor, such as 2X, which the vendor takes if it is left out. No list of factors is published.
    """
    enhance_face: NotRequired[bool]
    enhance_quality: NotRequired[bool]
    enhance_text: NotRequired[bool]
