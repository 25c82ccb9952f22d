"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

BlurLevel: TypeAlias = Literal["low", "medium", "high"]
"""
The vendor takes medium if it is left out.
"""


BlurType: TypeAlias = Literal["regular", "lens"]
"""
The vendor takes regular if it is left out.
"""


class BoundsFit(TypedDict):
    type: Literal["bounds"]


class CanvasFit(TypedDict):
    type: Literal["canvas"]


CmykProfile: TypeAlias = Literal["ISO_Coated", "ISO_Uncoated", "USWeb_Coated", "USWeb_Uncoated"]
"""
The vendor takes USWeb_Coated if it is left out.
"""


ColorSpace: TypeAlias = Literal["RGB", "CMYK"]


CompressionMode: TypeAlias = Literal["lossy", "lossless"]
"""
Whether the encoder may lose detail.
"""


class CoverFit(TypedDict):
    type: Literal["cover"]


CropPosition: TypeAlias = Literal["center", "smart"]
"""
Which part of the image is kept.
"""


DecompressMode: TypeAlias = Literal["moderate", "strong", "auto"]
"""
How much of the traces of JPEG compression to remove.
"""


FitMode: TypeAlias = Literal["crop", "cover", "bounds", "canvas", "outpaint"]
"""
crop fills the size and cuts what exceeds it; cover fills it without cutting; bounds stays within it; canvas
fills the rest with background; outpaint invents the rest. The vendor takes crop if it is left out.

"""


class HdrOptions(TypedDict):
    intensity: NotRequired[int]
    """
    The vendor takes 100 if it is left out.
    """
    stitching: NotRequired[bool]
    """
    The vendor takes false if it is left out.
    """


class JpegFormat(TypedDict):
    type: Literal["jpeg"]
    quality: NotRequired[int]
    """
    The vendor takes 85 if it is left out.
    """
    progressive: NotRequired[bool]
    """
    The vendor takes true if it is left out.
    """


class LosslessCompression(TypedDict):
    type: Literal["lossless"]


class LossyCompression(TypedDict):
    type: Literal["lossy"]
    quality: NotRequired[int]
    """
    Left out, the vendor takes 75 for webp and tiff and 50 for avif. The range is that of jpeg, for none is
    documented.

    """


ObjectCategory: TypeAlias = Literal["general", "cars", "products"]
"""
What the subject is.
"""


class OutpaintFit(TypedDict):
    type: Literal["outpaint"]
    feathering: NotRequired[str]
    """
    Width of the transition in percent. The vendor takes 15% if it is left out.
    """
    outpaint_by: NotRequired[str]
    """
    How far to extend the image.
    """


OutputFormat: TypeAlias = Literal["jpeg", "png", "webp", "avif", "tiff"]
"""
The vendor takes jpeg if it is left out.
"""


PhotoUpscaleVersion: TypeAlias = Literal["1", "2", "3"]
"""
Version of the photo model.
"""


PngCompression: TypeAlias = Literal["fast", "best", "optimal"]
"""
The vendor takes optimal if it is left out.
"""


class PngFormat(TypedDict):
    type: Literal["png"]
    compression: NotRequired[PngCompression]


class Privacy(TypedDict):
    blur_car_plate: NotRequired[bool]
    """
    The vendor takes false if it is left out.
    """
    identity_crop: NotRequired[bool]
    """
    The vendor takes false if it is left out.
    """


class RgbColorSpace(TypedDict):
    type: Literal["RGB"]


class SelectiveOptions(TypedDict):
    object_to_keep: str
    """
    The object in words, such as dog.
    """


StorageDestination: TypeAlias = str


class StyleTransfer(TypedDict):
    style_reference_image: str
    """
    URL or storage URI of the image whose style is taken.
    """
    prompt: NotRequired[str]
    """
    The style in words.
    """
    depth_strength: NotRequired[float]
    """
    How far composition and shapes stay. The vendor takes 1 if it is left out.
    """
    denoising_strength: NotRequired[float]
    """
    How far colours and textures may change. The vendor takes 0.75 if it is left out.
    """
    style_strength: NotRequired[float]
    """
    How much of the style is taken. The vendor takes 0.75 if it is left out.
    """


class TiffFormat(TypedDict):
    type: Literal["tiff"]
    compression: NotRequired[CompressionMode | LossyCompression | LosslessCompression]
    """
    The vendor takes lossless if it is left out.
    """


UpscaleModel: TypeAlias = Literal["smart_enhance", "smart_resize", "faces", "digital_art", "photo"]
"""
Model that enlarges the image.
"""


class WebpFormat(TypedDict):
    type: Literal["webp"]
    compression: NotRequired[CompressionMode | LossyCompression | LosslessCompression]


class Adjustments(TypedDict):
    """
    Colour and light. What is left out stays as it is, which 0 does too.
    """

    hdr: NotRequired[int | HdrOptions]
    """
    Intensity from 0 to 100, or options.
    """
    exposure: NotRequired[int]
    saturation: NotRequired[int]
    contrast: NotRequired[int]
    sharpness: NotRequired[int]


class AvifFormat(TypedDict):
    type: Literal["avif"]
    compression: NotRequired[CompressionMode | LossyCompression | LosslessCompression]


class BackgroundBlur(TypedDict):
    selective: NotRequired[SelectiveOptions]
    category: NotRequired[ObjectCategory]
    type: NotRequired[BlurType]
    level: NotRequired[BlurLevel]


class BackgroundRemoval(TypedDict):
    clipping: NotRequired[bool]
    """
    Clip to the bounds of the subject. The vendor does not if it is left out.
    """
    selective: NotRequired[SelectiveOptions]
    category: NotRequired[ObjectCategory]


class CmykColorSpace(TypedDict):
    type: Literal["CMYK"]
    color_profile: NotRequired[CmykProfile]


class CropFit(TypedDict):
    type: Literal["crop"]
    crop: NotRequired[CropPosition]


class Generative(TypedDict):
    """
    Style transfer cannot be combined with removing or blurring the background.
    """

    style_transfer: NotRequired[StyleTransfer]


class OutputMetadata(TypedDict):
    dpi: NotRequired[int]
    """
    Dots per inch.
    """
    color_space: NotRequired[ColorSpace | RgbColorSpace | CmykColorSpace]


class PhotoUpscale(TypedDict):
    type: Literal["photo"]
    version: PhotoUpscaleVersion


class Resizing(TypedDict):
    """
    Width and height cannot both be auto; leaving both out keeps the size.
    """

    width: NotRequired[int | str]
    """
    Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
    """
    height: NotRequired[int | str]
    """
    Pixels, a percentage such as 150%, or auto to keep the aspect ratio.
    """
    fit: NotRequired[FitMode | CropFit | CoverFit | BoundsFit | CanvasFit | OutpaintFit]
    """
    How the image is fitted to the size.
    """


class Restorations(TypedDict):
    decompress: NotRequired[DecompressMode | None]
    upscale: NotRequired[UpscaleModel | PhotoUpscale]
    """
    A model, or the photo model in a given version.
    """
    polish: NotRequired[bool]
    """
    Refine details. The vendor does not if it is left out.
    """


class Background(TypedDict):
    remove: NotRequired[bool | BackgroundRemoval]
    """
    Whether to remove the background, or how.
    """
    color: NotRequired[str]
    """
    Hexadecimal colour, such as #ffffff, or transparent. A format without transparency shows white instead.

    """
    blur: NotRequired[bool | BackgroundBlur]
    """
    Whether to blur the background, or how.
    """


class ImageOperations(TypedDict):
    restorations: NotRequired[Restorations]
    adjustments: NotRequired[Adjustments]
    background: NotRequired[Background]
    resizing: NotRequired[Resizing]
    padding: NotRequired[str]
    """
    Space around the subject: one value for all sides, two for the horizontal and vertical ones, or four in
    pixels; such as 10%, 5% 25% or 0px 400px 0px 0px. At most half of the width or height.

    """
    privacy: NotRequired[Privacy]
    generative: NotRequired[Generative]


class ImageOutputOptions(TypedDict):
    format: NotRequired[OutputFormat | JpegFormat | PngFormat | WebpFormat | AvifFormat | TiffFormat]
    """
    A format, or a format with its options.
    """
    destination: NotRequired[StorageDestination]
    """
    Storage URI to write to. Without one the result is kept for a day at a temporary URL.
    """
    metadata: NotRequired[OutputMetadata]


class UploadEdit(TypedDict):
    """
    An edit without its input. It may be empty.
    """

    operations: NotRequired[ImageOperations]
    output: NotRequired[ImageOutputOptions | str]
    """
    Storage URI of the result, or options. The vendor makes a jpeg if it is left out.
    """


class CreateAsyncEditRequest(TypedDict):
    input: str
    """
    URL the vendor can reach, or storage://name/path. The published schema allows 4096 characters, its text 512.

    """
    operations: ImageOperations
    output: NotRequired[ImageOutputOptions | StorageDestination]
    """
    Storage URI of the result, or options. The vendor makes a jpeg if it is left out.
    """


class UploadAndEditRequest(TypedDict):
    file: bytes
    """
    The source image.
    """
    data: UploadEdit
