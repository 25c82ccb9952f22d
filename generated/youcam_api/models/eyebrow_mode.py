from enum import StrEnum
from typing import Self


class EyebrowMode(StrEnum):
    COLOR = "color"
    SHAPE = "shape"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = "UNRECOGNIZED"
        member._value_ = value
        return member

    def __reduce_ex__(self, proto: object) -> tuple[type[Self], tuple[object]]:
        # Python before 3.11.4 pickles the name, which no member has.
        return self.__class__, (self._value_,)

    def __str__(self) -> str:
        return str(self.value)
