from enum import StrEnum
from typing import Self


class SceneAspectRatio(StrEnum):
    VALUE_0 = "21:9"
    VALUE_1 = "1:1"
    VALUE_2 = "4:3"
    VALUE_3 = "3:2"
    VALUE_4 = "2:3"
    VALUE_5 = "5:4"
    VALUE_6 = "4:5"
    VALUE_7 = "3:4"
    VALUE_8 = "16:9"
    VALUE_9 = "9:16"

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
