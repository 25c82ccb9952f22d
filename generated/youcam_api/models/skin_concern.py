from enum import StrEnum
from typing import Self


class SkinConcern(StrEnum):
    ACNE = "acne"
    AGE_SPOT = "age_spot"
    DARK_CIRCLE_V2 = "dark_circle_v2"
    DROOPY_LOWER_EYELID = "droopy_lower_eyelid"
    DROOPY_UPPER_EYELID = "droopy_upper_eyelid"
    EYE_BAG = "eye_bag"
    FIRMNESS = "firmness"
    HD_ACNE = "hd_acne"
    HD_AGE_SPOT = "hd_age_spot"
    HD_DARK_CIRCLE = "hd_dark_circle"
    HD_DROOPY_LOWER_EYELID = "hd_droopy_lower_eyelid"
    HD_DROOPY_UPPER_EYELID = "hd_droopy_upper_eyelid"
    HD_EYE_BAG = "hd_eye_bag"
    HD_FIRMNESS = "hd_firmness"
    HD_MOISTURE = "hd_moisture"
    HD_OILINESS = "hd_oiliness"
    HD_PORE = "hd_pore"
    HD_RADIANCE = "hd_radiance"
    HD_REDNESS = "hd_redness"
    HD_SKIN_TYPE = "hd_skin_type"
    HD_TEAR_TROUGH = "hd_tear_trough"
    HD_TEXTURE = "hd_texture"
    HD_WRINKLE = "hd_wrinkle"
    MOISTURE = "moisture"
    OILINESS = "oiliness"
    PORE = "pore"
    RADIANCE = "radiance"
    REDNESS = "redness"
    SKIN_TYPE = "skin_type"
    TEAR_TROUGH = "tear_trough"
    TEXTURE = "texture"
    WRINKLE = "wrinkle"

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
