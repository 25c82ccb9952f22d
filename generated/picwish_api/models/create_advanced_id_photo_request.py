from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, TypeVar

from attrs import define as _attrs_define

from .. import types
from ..models.flag import Flag
from ..models.json_return_type import JsonReturnType
from ..models.output_format import OutputFormat
from ..models.sync_mode import SyncMode
from ..types import UNSET, File, FileTypes, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="CreateAdvancedIdPhotoRequest")


@_attrs_define(field_transformer=_quiet)
class CreateAdvancedIdPhotoRequest:
    """
    Attributes:
        image_url (str | Unset): URL of the image; a file beside it comes first.
        image_file (File | Unset): The source image. Excludes image_url; one of the two is needed.
        last_id (str | Unset): The image_id of an earlier answer, in place of an image.
        sync (SyncMode | Unset): 0 answers with a task id, 1 waits for the result.
        size (str | Unset): Width and height in pixels, such as 300x400; each from 100 to 2000. The source's own if it
            is left out.
        format_ (OutputFormat | Unset): png is transparent and is taken if it is left out; jpg has a white background,
            or bg_color's.
        return_type (JsonReturnType | Unset): How the image comes back. 1, as when left out, is a URL, 2 is bare base64
            without a data prefix.
        spec_id (int | Unset): The vendor's number of a specification.
        dpi (int | Unset): Dots per inch.
        px_width (int | Unset): Width in pixels.
        px_height (int | Unset): Height in pixels.
        mm_width (int | Unset): Width in millimetres.
        mm_height (int | Unset): Height in millimetres.
        clothes_id (str | Unset): The vendor's id of clothes to wear.
        auto_bright (Flag | Unset): 0, as when left out, is no, 1 is yes.
        auto_smooth (Flag | Unset): 0, as when left out, is no, 1 is yes.
        auto_thin_face (Flag | Unset): 0, as when left out, is no, 1 is yes.
        auto_sharp (Flag | Unset): 0, as when left out, is no, 1 is yes.
        layout (Flag | Unset): 0, as when left out, is no, 1 is yes.
        preview (Flag | Unset): 0, as when left out, is no, 1 is yes.
        callback_url (str | Unset): URL the vendor calls when the task is done. The vendor's older pages tell of such
            calls, and its example
            repository and resellers name the field; what is sent there, and how it is signed, is unknown.
    """

    image_url: str | Unset = UNSET
    image_file: File | Unset = UNSET
    last_id: str | Unset = UNSET
    sync: SyncMode | Unset = UNSET
    size: str | Unset = UNSET
    format_: OutputFormat | Unset = UNSET
    return_type: JsonReturnType | Unset = UNSET
    spec_id: int | Unset = UNSET
    dpi: int | Unset = UNSET
    px_width: int | Unset = UNSET
    px_height: int | Unset = UNSET
    mm_width: int | Unset = UNSET
    mm_height: int | Unset = UNSET
    clothes_id: str | Unset = UNSET
    auto_bright: Flag | Unset = UNSET
    auto_smooth: Flag | Unset = UNSET
    auto_thin_face: Flag | Unset = UNSET
    auto_sharp: Flag | Unset = UNSET
    layout: Flag | Unset = UNSET
    preview: Flag | Unset = UNSET
    callback_url: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        image_url = self.image_url

        image_file: FileTypes | Unset = UNSET
        if not isinstance(self.image_file, Unset):
            image_file = self.image_file.to_tuple()

        last_id = self.last_id

        sync: int | Unset = UNSET
        if not isinstance(self.sync, Unset):
            sync = self.sync.value

        size = self.size

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_.value

        return_type: int | Unset = UNSET
        if not isinstance(self.return_type, Unset):
            return_type = self.return_type.value

        spec_id = self.spec_id

        dpi = self.dpi

        px_width = self.px_width

        px_height = self.px_height

        mm_width = self.mm_width

        mm_height = self.mm_height

        clothes_id = self.clothes_id

        auto_bright: int | Unset = UNSET
        if not isinstance(self.auto_bright, Unset):
            auto_bright = self.auto_bright.value

        auto_smooth: int | Unset = UNSET
        if not isinstance(self.auto_smooth, Unset):
            auto_smooth = self.auto_smooth.value

        auto_thin_face: int | Unset = UNSET
        if not isinstance(self.auto_thin_face, Unset):
            auto_thin_face = self.auto_thin_face.value

        auto_sharp: int | Unset = UNSET
        if not isinstance(self.auto_sharp, Unset):
            auto_sharp = self.auto_sharp.value

        layout: int | Unset = UNSET
        if not isinstance(self.layout, Unset):
            layout = self.layout.value

        preview: int | Unset = UNSET
        if not isinstance(self.preview, Unset):
            preview = self.preview.value

        callback_url = self.callback_url

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if image_url is not UNSET:
            field_dict["image_url"] = image_url
        if image_file is not UNSET:
            field_dict["image_file"] = image_file
        if last_id is not UNSET:
            field_dict["last_id"] = last_id
        if sync is not UNSET:
            field_dict["sync"] = sync
        if size is not UNSET:
            field_dict["size"] = size
        if format_ is not UNSET:
            field_dict["format"] = format_
        if return_type is not UNSET:
            field_dict["return_type"] = return_type
        if spec_id is not UNSET:
            field_dict["spec_id"] = spec_id
        if dpi is not UNSET:
            field_dict["dpi"] = dpi
        if px_width is not UNSET:
            field_dict["px_width"] = px_width
        if px_height is not UNSET:
            field_dict["px_height"] = px_height
        if mm_width is not UNSET:
            field_dict["mm_width"] = mm_width
        if mm_height is not UNSET:
            field_dict["mm_height"] = mm_height
        if clothes_id is not UNSET:
            field_dict["clothes_id"] = clothes_id
        if auto_bright is not UNSET:
            field_dict["auto_bright"] = auto_bright
        if auto_smooth is not UNSET:
            field_dict["auto_smooth"] = auto_smooth
        if auto_thin_face is not UNSET:
            field_dict["auto_thin_face"] = auto_thin_face
        if auto_sharp is not UNSET:
            field_dict["auto_sharp"] = auto_sharp
        if layout is not UNSET:
            field_dict["layout"] = layout
        if preview is not UNSET:
            field_dict["preview"] = preview
        if callback_url is not UNSET:
            field_dict["callback_url"] = callback_url

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        if not isinstance(self.image_url, Unset):
            files.append(("image_url", (None, str(self.image_url).encode(), "text/plain")))

        if not isinstance(self.image_file, Unset):
            files.append(("image_file", self.image_file.to_tuple()))

        if not isinstance(self.last_id, Unset):
            files.append(("last_id", (None, str(self.last_id).encode(), "text/plain")))

        if not isinstance(self.sync, Unset):
            files.append(("sync", (None, str(self.sync.value).encode(), "text/plain")))

        if not isinstance(self.size, Unset):
            files.append(("size", (None, str(self.size).encode(), "text/plain")))

        if not isinstance(self.format_, Unset):
            files.append(("format", (None, str(self.format_.value).encode(), "text/plain")))

        if not isinstance(self.return_type, Unset):
            files.append(("return_type", (None, str(self.return_type.value).encode(), "text/plain")))

        if not isinstance(self.spec_id, Unset):
            files.append(("spec_id", (None, str(self.spec_id).encode(), "text/plain")))

        if not isinstance(self.dpi, Unset):
            files.append(("dpi", (None, str(self.dpi).encode(), "text/plain")))

        if not isinstance(self.px_width, Unset):
            files.append(("px_width", (None, str(self.px_width).encode(), "text/plain")))

        if not isinstance(self.px_height, Unset):
            files.append(("px_height", (None, str(self.px_height).encode(), "text/plain")))

        if not isinstance(self.mm_width, Unset):
            files.append(("mm_width", (None, str(self.mm_width).encode(), "text/plain")))

        if not isinstance(self.mm_height, Unset):
            files.append(("mm_height", (None, str(self.mm_height).encode(), "text/plain")))

        if not isinstance(self.clothes_id, Unset):
            files.append(("clothes_id", (None, str(self.clothes_id).encode(), "text/plain")))

        if not isinstance(self.auto_bright, Unset):
            files.append(("auto_bright", (None, str(self.auto_bright.value).encode(), "text/plain")))

        if not isinstance(self.auto_smooth, Unset):
            files.append(("auto_smooth", (None, str(self.auto_smooth.value).encode(), "text/plain")))

        if not isinstance(self.auto_thin_face, Unset):
            files.append(("auto_thin_face", (None, str(self.auto_thin_face.value).encode(), "text/plain")))

        if not isinstance(self.auto_sharp, Unset):
            files.append(("auto_sharp", (None, str(self.auto_sharp.value).encode(), "text/plain")))

        if not isinstance(self.layout, Unset):
            files.append(("layout", (None, str(self.layout.value).encode(), "text/plain")))

        if not isinstance(self.preview, Unset):
            files.append(("preview", (None, str(self.preview.value).encode(), "text/plain")))

        if not isinstance(self.callback_url, Unset):
            files.append(("callback_url", (None, str(self.callback_url).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        image_url = d.pop("image_url", UNSET)

        _image_file = d.pop("image_file", UNSET)
        image_file: File | Unset
        if isinstance(_image_file, Unset):
            image_file = UNSET
        else:
            image_file = File(payload=BytesIO(_image_file))

        last_id = d.pop("last_id", UNSET)

        _sync = d.pop("sync", UNSET)
        sync: SyncMode | Unset
        if isinstance(_sync, Unset):
            sync = UNSET
        else:
            sync = SyncMode(_sync)

        size = d.pop("size", UNSET)

        _format_ = d.pop("format", UNSET)
        format_: OutputFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = OutputFormat(_format_)

        _return_type = d.pop("return_type", UNSET)
        return_type: JsonReturnType | Unset
        if isinstance(_return_type, Unset):
            return_type = UNSET
        else:
            return_type = JsonReturnType(_return_type)

        spec_id = d.pop("spec_id", UNSET)

        dpi = d.pop("dpi", UNSET)

        px_width = d.pop("px_width", UNSET)

        px_height = d.pop("px_height", UNSET)

        mm_width = d.pop("mm_width", UNSET)

        mm_height = d.pop("mm_height", UNSET)

        clothes_id = d.pop("clothes_id", UNSET)

        _auto_bright = d.pop("auto_bright", UNSET)
        auto_bright: Flag | Unset
        if isinstance(_auto_bright, Unset):
            auto_bright = UNSET
        else:
            auto_bright = Flag(_auto_bright)

        _auto_smooth = d.pop("auto_smooth", UNSET)
        auto_smooth: Flag | Unset
        if isinstance(_auto_smooth, Unset):
            auto_smooth = UNSET
        else:
            auto_smooth = Flag(_auto_smooth)

        _auto_thin_face = d.pop("auto_thin_face", UNSET)
        auto_thin_face: Flag | Unset
        if isinstance(_auto_thin_face, Unset):
            auto_thin_face = UNSET
        else:
            auto_thin_face = Flag(_auto_thin_face)

        _auto_sharp = d.pop("auto_sharp", UNSET)
        auto_sharp: Flag | Unset
        if isinstance(_auto_sharp, Unset):
            auto_sharp = UNSET
        else:
            auto_sharp = Flag(_auto_sharp)

        _layout = d.pop("layout", UNSET)
        layout: Flag | Unset
        if isinstance(_layout, Unset):
            layout = UNSET
        else:
            layout = Flag(_layout)

        _preview = d.pop("preview", UNSET)
        preview: Flag | Unset
        if isinstance(_preview, Unset):
            preview = UNSET
        else:
            preview = Flag(_preview)

        callback_url = d.pop("callback_url", UNSET)

        create_advanced_id_photo_request = cls(
            image_url=image_url,
            image_file=image_file,
            last_id=last_id,
            sync=sync,
            size=size,
            format_=format_,
            return_type=return_type,
            spec_id=spec_id,
            dpi=dpi,
            px_width=px_width,
            px_height=px_height,
            mm_width=mm_width,
            mm_height=mm_height,
            clothes_id=clothes_id,
            auto_bright=auto_bright,
            auto_smooth=auto_smooth,
            auto_thin_face=auto_thin_face,
            auto_sharp=auto_sharp,
            layout=layout,
            preview=preview,
            callback_url=callback_url,
        )

        return create_advanced_id_photo_request
