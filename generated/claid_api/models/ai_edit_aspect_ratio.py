from enum import StrEnum
from typing import Self


class AiEditAspectRatio(StrEnum):
    VALUE_0 = "1:1"
    VALUE_1 = "2:3"
    VALUE_2 = "3:2"
    VALUE_3 = "3:4"
    VALUE_4 = "4:3"
    VALUE_5 = "9:16"
    VALUE_6 = "16:9"
    VALUE_7 = "9:21"
    VALUE_8 = "21:9"

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
