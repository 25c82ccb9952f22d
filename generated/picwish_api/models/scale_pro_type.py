from enum import IntEnum
from typing import Self


class ScaleProType(IntEnum):
    ULTRA_HD = 0
    HD = 1

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = "UNRECOGNIZED"
        member._value_ = value
        return member

    def __str__(self) -> str:
        return str(self.value)
