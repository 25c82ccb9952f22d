from enum import StrEnum
from typing import Self


class NailShape(StrEnum):
    ALMOND_OVAL = "almond_oval"
    ALMOND_SQUARE = "almond_square"
    ALMOND_SQUOVAL = "almond_squoval"
    OVAL_OVAL = "oval_oval"
    OVAL_SQUARE = "oval_square"
    OVAL_SQUOVAL = "oval_squoval"
    SQUARE_OVAL = "square_oval"
    SQUARE_SQUARE = "square_square"
    SQUARE_SQUOVAL = "square_squoval"
    SQUOVAL_OVAL = "squoval_oval"
    SQUOVAL_SQUARE = "squoval_square"
    SQUOVAL_SQUOVAL = "squoval_squoval"
    STILETTO_OVAL = "stiletto_oval"
    STILETTO_SQUARE = "stiletto_square"
    STILETTO_SQUOVAL = "stiletto_squoval"

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
