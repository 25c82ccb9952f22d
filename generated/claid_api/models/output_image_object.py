from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset
from ..types import quiet as _quiet

T = TypeVar("T", bound="OutputImageObject")


@_attrs_define(field_transformer=_quiet)
class OutputImageObject:
    """
    Attributes:
        ext (None | str | Unset): File extension.
        mps (float | None | Unset): Megapixels.
        mime (None | str | Unset): MIME type.
        format_ (None | str | Unset): File format, in either case.
        width (int | None | Unset): Pixels.
        height (int | None | Unset): Pixels.
        tmp_url (None | str | Unset): Public URL of the result, valid about a day. It needs no key and must not be sent
            one.
        object_key (None | str | Unset): Key in the storage written to.
        object_bucket (None | str | Unset): Bucket written to.
        object_uri (None | str | Unset): URI in the storage written to.
        claid_storage_uri (None | str | Unset): The result as storage://name/path.
        gcs_key (None | str | Unset): Key in Google's storage; of batches alone.
        gcs_bucket (None | str | Unset): Bucket in Google's storage; of batches alone.
    """

    ext: None | str | Unset = UNSET
    mps: float | None | Unset = UNSET
    mime: None | str | Unset = UNSET
    format_: None | str | Unset = UNSET
    width: int | None | Unset = UNSET
    height: int | None | Unset = UNSET
    tmp_url: None | str | Unset = UNSET
    object_key: None | str | Unset = UNSET
    object_bucket: None | str | Unset = UNSET
    object_uri: None | str | Unset = UNSET
    claid_storage_uri: None | str | Unset = UNSET
    gcs_key: None | str | Unset = UNSET
    gcs_bucket: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ext: None | str | Unset
        if isinstance(self.ext, Unset):
            ext = UNSET
        else:
            ext = self.ext

        mps: float | None | Unset
        if isinstance(self.mps, Unset):
            mps = UNSET
        else:
            mps = self.mps

        mime: None | str | Unset
        if isinstance(self.mime, Unset):
            mime = UNSET
        else:
            mime = self.mime

        format_: None | str | Unset
        if isinstance(self.format_, Unset):
            format_ = UNSET
        else:
            format_ = self.format_

        width: int | None | Unset
        if isinstance(self.width, Unset):
            width = UNSET
        else:
            width = self.width

        height: int | None | Unset
        if isinstance(self.height, Unset):
            height = UNSET
        else:
            height = self.height

        tmp_url: None | str | Unset
        if isinstance(self.tmp_url, Unset):
            tmp_url = UNSET
        else:
            tmp_url = self.tmp_url

        object_key: None | str | Unset
        if isinstance(self.object_key, Unset):
            object_key = UNSET
        else:
            object_key = self.object_key

        object_bucket: None | str | Unset
        if isinstance(self.object_bucket, Unset):
            object_bucket = UNSET
        else:
            object_bucket = self.object_bucket

        object_uri: None | str | Unset
        if isinstance(self.object_uri, Unset):
            object_uri = UNSET
        else:
            object_uri = self.object_uri

        claid_storage_uri: None | str | Unset
        if isinstance(self.claid_storage_uri, Unset):
            claid_storage_uri = UNSET
        else:
            claid_storage_uri = self.claid_storage_uri

        gcs_key: None | str | Unset
        if isinstance(self.gcs_key, Unset):
            gcs_key = UNSET
        else:
            gcs_key = self.gcs_key

        gcs_bucket: None | str | Unset
        if isinstance(self.gcs_bucket, Unset):
            gcs_bucket = UNSET
        else:
            gcs_bucket = self.gcs_bucket

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if ext is not UNSET:
            field_dict["ext"] = ext
        if mps is not UNSET:
            field_dict["mps"] = mps
        if mime is not UNSET:
            field_dict["mime"] = mime
        if format_ is not UNSET:
            field_dict["format"] = format_
        if width is not UNSET:
            field_dict["width"] = width
        if height is not UNSET:
            field_dict["height"] = height
        if tmp_url is not UNSET:
            field_dict["tmp_url"] = tmp_url
        if object_key is not UNSET:
            field_dict["object_key"] = object_key
        if object_bucket is not UNSET:
            field_dict["object_bucket"] = object_bucket
        if object_uri is not UNSET:
            field_dict["object_uri"] = object_uri
        if claid_storage_uri is not UNSET:
            field_dict["claid_storage_uri"] = claid_storage_uri
        if gcs_key is not UNSET:
            field_dict["gcs_key"] = gcs_key
        if gcs_bucket is not UNSET:
            field_dict["gcs_bucket"] = gcs_bucket

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ext = d.pop("ext", UNSET)

        mps = d.pop("mps", UNSET)

        mime = d.pop("mime", UNSET)

        format_ = d.pop("format", UNSET)

        width = d.pop("width", UNSET)

        height = d.pop("height", UNSET)

        tmp_url = d.pop("tmp_url", UNSET)

        object_key = d.pop("object_key", UNSET)

        object_bucket = d.pop("object_bucket", UNSET)

        object_uri = d.pop("object_uri", UNSET)

        claid_storage_uri = d.pop("claid_storage_uri", UNSET)

        gcs_key = d.pop("gcs_key", UNSET)

        gcs_bucket = d.pop("gcs_bucket", UNSET)

        output_image_object = cls(
            ext=ext,
            mps=mps,
            mime=mime,
            format_=format_,
            width=width,
            height=height,
            tmp_url=tmp_url,
            object_key=object_key,
            object_bucket=object_bucket,
            object_uri=object_uri,
            claid_storage_uri=claid_storage_uri,
            gcs_key=gcs_key,
            gcs_bucket=gcs_bucket,
        )

        output_image_object.additional_properties = d
        return output_image_object

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
