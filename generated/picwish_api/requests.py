"""The request schemas as TypedDicts: the types of nested options."""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

CropMode: TypeAlias = Literal[0, 1]
"""
0 keeps the size of the source, as when left out; 1 crops to the edge of the subject.
"""


ForegroundType: TypeAlias = Literal["", "person", "object", "stamp"]
"""
What the subject is; empty, as when left out, lets the vendor find out.
"""


OutputFormat: TypeAlias = Literal["png", "jpg"]
"""
png is transparent and is taken if it is left out; jpg has a white background, or bg_color's.
"""


OutputType: TypeAlias = Literal[1, 2, 3]
"""
What comes back. The vendor takes 2, the image alone, if it is left out.
"""


ReturnType: TypeAlias = Literal[1, 2, 3]
"""
How the image comes back. 1 is a URL, 2 is bare base64 without a data prefix, 3 is the image itself and needs sync 1.
"""


SyncMode: TypeAlias = Literal[0, 1]
"""
0 answers with a task id, 1 waits for the result.
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
    URL the vendor calls when the task is done. Not on the vendor's page for this task: it comes from its
    example repository and from resellers; what is sent there, and how it is signed, is unknown.

    """
