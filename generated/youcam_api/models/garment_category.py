from enum import StrEnum
from typing import Self


class GarmentCategory(StrEnum):
    AUTO = "auto"
    FULL_BODY = "full_body"
    LOWER_BODY = "lower_body"
    OUTER = "outer"
    SHOES = "shoes"
    UPPER_BODY = "upper_body"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNRECOGNIZED"
        member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
