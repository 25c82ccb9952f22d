from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset
from ..types import quiet as _quiet

if TYPE_CHECKING:
    from ..models.bucket_credentials import BucketCredentials


T = TypeVar("T", bound="BucketParameters")


@_attrs_define(field_transformer=_quiet)
class BucketParameters:
    """
    Attributes:
        bucket (str): Name of the bucket.
        credentials (BucketCredentials):
        path (str | Unset): Folder in the bucket; the vendor takes all of it if it is left out.
    """

    bucket: str
    credentials: BucketCredentials
    path: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        bucket = self.bucket

        credentials = self.credentials.to_dict()

        path = self.path

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bucket": bucket,
                "credentials": credentials,
            }
        )
        if path is not UNSET:
            field_dict["path"] = path

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bucket_credentials import BucketCredentials  # noqa: PLC0415

        d = dict(src_dict)
        bucket = d.pop("bucket")

        credentials = BucketCredentials.from_dict(d.pop("credentials"))

        path = d.pop("path", UNSET)

        bucket_parameters = cls(
            bucket=bucket,
            credentials=credentials,
            path=path,
        )

        return bucket_parameters
