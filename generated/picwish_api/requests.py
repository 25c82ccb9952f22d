"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

ColorizationFormat: TypeAlias = Literal["jpg", "jpeg", "png", "webp"]
"""
Format of the result; jpg is taken if it is left out.
"""


CompressionFormat: TypeAlias = Literal["jpg", "png", "webp"]
"""
Format of the result; that of the source if it is left out, where it is one of these.
"""


ConversionFormat: TypeAlias = Literal[
    "pdf", "docx", "xlsx", "pptx", "jpg", "jpeg", "png", "bmp", "gif", "html", "txt", "doc-repair"
]
"""
What the document becomes; `doc-repair` is the same PDF without its watermarks.
"""


CorrectionType: TypeAlias = Literal[0, 1, 2, 3, 4]
"""
What is done; 1 is taken if it is left out.
"""


class CreateBackgroundRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    batch_size: NotRequired[int]
    """
    How many pictures; 2 if it is left out.
    """
    prompt: NotRequired[str]
    """
    What the background shows; best in English.
    """
    scene_type: NotRequired[int]
    """
    The vendor's number of a template.
    """
    negative_prompt: NotRequired[str]
    """
    What the background does not show.
    """
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateConversionRequest(TypedDict):
    url: NotRequired[str]
    """
    URL of the document. Excludes file.
    """
    file: NotRequired[bytes]
    """
    The document. Excludes url.
    """
    format: ConversionFormat
    password: NotRequired[str]
    """
    Password of the document.
    """
    page_range: NotRequired[str]
    """
    Which pages, such as 1-5,8.
    """
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


CropMode: TypeAlias = Literal[0, 1]
"""
0 keeps the size of the source, as when left out; 1 crops to the edge of the subject.
"""


Flag: TypeAlias = Literal[0, 1]
"""
0, as when left out, is no, 1 is yes.
"""


ForegroundType: TypeAlias = Literal["", "person", "object", "stamp"]
"""
What the subject is; empty, as when left out, lets the vendor find out.
"""


JsonReturnType: TypeAlias = Literal[1, 2]
"""
How the image comes back. 1, as when left out, is a URL, 2 is bare base64 without a data prefix.
"""


OutputFormat: TypeAlias = Literal["png", "jpg"]
"""
png is transparent and is taken if it is left out; jpg has a white background, or bg_color's.
"""


OutputType: TypeAlias = Literal[1, 2, 3]
"""
What comes back. The vendor takes 2, the image alone, if it is left out.
"""


PdfEditKind: TypeAlias = Literal["compress", "split", "rotate", "protect", "unlock", "watermark"]
"""
What is done.
"""


PdfQuality: TypeAlias = Literal["low", "medium", "high"]
"""
How much is kept, for compress.
"""


class Rectangle(TypedDict):
    """
    A part of an image, in pixels from its upper left corner.
    """

    x: int
    y: int
    width: int
    height: int


ReturnType: TypeAlias = Literal[1, 2, 3]
"""
How the image comes back. 1 is a URL, 2 is bare base64 without a data prefix, 3 is the image itself and needs sync 1.
"""


ScaleFactor: TypeAlias = Literal[1, 2, 4]
"""
How much larger; left out, 4 up to 512 pixels, 2 up to 1024 and 1 above.
"""


ScaleProType: TypeAlias = Literal[0, 1]
"""
0, as when left out, is ultra HD, 1 is HD.
"""


ScaleType: TypeAlias = Literal["clean", "face"]
"""
What matters most; clean is taken if it is left out.
"""


SyncMode: TypeAlias = Literal[0, 1]
"""
0 answers with a task id, 1 waits for the result.
"""


TextFormat: TypeAlias = Literal["txt", "pdf", "docx", "xlsx", "pptx"]
"""
Format of the result. What is taken if it is left out is not documented.
"""


class CreateAdvancedIdPhotoRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the image; a file beside it comes first.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    last_id: NotRequired[str]
    """
    The image_id of an earlier answer, in place of an image.
    """
    sync: NotRequired[SyncMode]
    size: NotRequired[str]
    """
    Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it is left out.
    """
    format: NotRequired[OutputFormat]
    return_type: NotRequired[JsonReturnType]
    spec_id: NotRequired[int]
    """
    The vendor's number of a specification.
    """
    dpi: NotRequired[int]
    """
    Dots per inch.
    """
    px_width: NotRequired[int]
    """
    Width in pixels.
    """
    px_height: NotRequired[int]
    """
    Height in pixels.
    """
    mm_width: NotRequired[int]
    """
    Width in millimetres.
    """
    mm_height: NotRequired[int]
    """
    Height in millimetres.
    """
    clothes_id: NotRequired[str]
    """
    The vendor's id of clothes to wear.
    """
    auto_bright: NotRequired[Flag]
    auto_smooth: NotRequired[Flag]
    auto_thin_face: NotRequired[Flag]
    auto_sharp: NotRequired[Flag]
    layout: NotRequired[Flag]
    preview: NotRequired[Flag]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateColorizationRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    format: NotRequired[ColorizationFormat]
    return_type: NotRequired[ReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateCompressionRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    format: NotRequired[CompressionFormat]
    quality: NotRequired[int]
    """
    Quality in percent.
    """
    kbyte: NotRequired[int]
    """
    Size of the file in kilobytes.
    """
    width: NotRequired[int]
    """
    Width in pixels; by the height if it is left out.
    """
    height: NotRequired[int]
    """
    Height in pixels; by the width if it is left out.
    """
    return_type: NotRequired[JsonReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateCorrectionRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    type: NotRequired[CorrectionType]
    return_type: NotRequired[ReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateFaceCutoutRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    crop: NotRequired[CropMode]
    output_format: NotRequired[OutputFormat]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateIdPhotoRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    size: NotRequired[str]
    """
    Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it is left out.
    """
    format: NotRequired[OutputFormat]
    bg_color: NotRequired[str]
    """
    Solid background as six hexadecimal digits, such as 81d4fa. Needs format jpg; excludes the other bg_ fields.
    """
    return_type: NotRequired[JsonReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateInpaintingRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    mask_url: NotRequired[str]
    """
    URL of the mask.
    """
    mask_file: NotRequired[bytes]
    """
    The mask.
    """
    rectangles: NotRequired[list[Rectangle]]
    """
    What is to be removed. It goes as one field with the list in JSON.
    """
    sync: NotRequired[SyncMode]
    return_type: NotRequired[JsonReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreatePdfEditRequest(TypedDict):
    url: NotRequired[str]
    """
    URL of the document. Excludes file.
    """
    file: NotRequired[bytes]
    """
    The document. Excludes url.
    """
    type: PdfEditKind
    quality: NotRequired[PdfQuality]
    pages: NotRequired[str]
    """
    Which pages, such as 1,3,5-7, or all; for split, rotate and watermark.
    """
    angle: NotRequired[int]
    """
    Degrees, clockwise: 90, 180 or 270 for rotate, any for watermark.
    """
    text: NotRequired[str]
    """
    What is written, for watermark.
    """
    opacity: NotRequired[float]
    """
    How opaque it is, for watermark.
    """
    password: NotRequired[str]
    """
    Password that the document has.
    """
    new_password: NotRequired[str]
    """
    Password that it gets, for protect.
    """
    owner_password: NotRequired[str]
    """
    Password of its owner, for protect.
    """
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateRetouchingRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the image; a file beside it comes first.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    mask_url: NotRequired[str]
    """
    URL of the image; a file beside it comes first.
    """
    mask_file: NotRequired[bytes]
    """
    The mask.
    """
    retain_mask_url: NotRequired[str]
    """
    URL of the image; a file beside it comes first.
    """
    retain_mask_file: NotRequired[bytes]
    """
    A mask of what stays as it is.
    """
    sync: NotRequired[SyncMode]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateScaleProRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the image; a file beside it comes first.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    type: NotRequired[ScaleProType]
    return_type: NotRequired[JsonReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateScaleRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    type: NotRequired[ScaleType]
    scale_factor: NotRequired[ScaleFactor]
    return_type: NotRequired[ReturnType]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateSegmentationRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    sync: NotRequired[SyncMode]
    type: NotRequired[ForegroundType]
    return_type: NotRequired[ReturnType]
    output_type: NotRequired[OutputType]
    crop: NotRequired[CropMode]
    format: NotRequired[OutputFormat]
    bg_color: NotRequired[str]
    """
    Solid background as six hexadecimal digits, such as 81d4fa. Needs format jpg; excludes the other bg_ fields.
    """
    bg_image_file: NotRequired[bytes]
    """
    Background image, centred and scaled to fill. Excludes the other bg_ fields.
    """
    bg_image_url: NotRequired[str]
    """
    URL of a background image, used like bg_image_file. Excludes the other bg_ fields.
    """
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateTextRecognitionRequest(TypedDict):
    image_url: NotRequired[str]
    """
    URL of the source image. Excludes image_file; one of the two is needed.
    """
    image_file: NotRequired[bytes]
    """
    The source image. Excludes image_url; one of the two is needed.
    """
    language: NotRequired[str]
    """
    Up to 10 languages with commas and no blanks between, such as English,Digits. If it is left out, ChinesePRC, English and Digits.
    """
    password: NotRequired[str]
    """
    Password of the document.
    """
    format: NotRequired[TextFormat]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """


class CreateWatermarkRemovalRequest(TypedDict):
    url: NotRequired[str]
    """
    URL of the image. Excludes file.
    """
    file: NotRequired[bytes]
    """
    The image. Excludes url.
    """
    sync: NotRequired[SyncMode]
    callback_url: NotRequired[str]
    """
    URL the vendor calls when the task is done. The vendor's older pages tell of such calls, and its example
    repository and resellers name the field; what is sent there, and how it is signed, is unknown.

    """
