from enum import StrEnum
from typing import Self


class FaceFeature(StrEnum):
    AGE = "age"
    CHEEKBONES = "cheekbones"
    EYEANGLE = "eyeAngle"
    EYEASPECTRATIO = "eyeAspectRatio"
    EYEBROWARCH = "eyebrowArch"
    EYEBROWCOLOR = "eyebrowColor"
    EYEBROWDISTANCE = "eyebrowDistance"
    EYEBROWPOSITION = "eyebrowPosition"
    EYEBROWSHAPE = "eyebrowShape"
    EYEBROWSHORTNESS = "eyebrowShortness"
    EYEBROWTHICKNESS = "eyebrowThickness"
    EYECOLOR = "eyeColor"
    EYEDISTANCE = "eyeDistance"
    EYEHEIGHTTOEYEBROWDISTANCE = "eyeHeightToEyebrowDistance"
    EYELID = "eyelid"
    EYESHAPE = "eyeShape"
    EYESIZE = "eyeSize"
    FACEASPECTRATIO = "faceAspectRatio"
    FACESHAPE = "faceShape"
    GENDER = "gender"
    HAIRCOLOR = "hairColor"
    HORIZONTALTHIRD = "horizontalThird"
    LIPCOLOR = "lipColor"
    LIPSHAPE = "lipShape"
    NOSEASPECTRATIO = "noseAspectRatio"
    NOSELENGTH = "noseLength"
    NOSETOLIPTOCHIN = "noseToLipToChin"
    NOSEWIDTH = "noseWidth"
    NOSEWIDTHTOMOUTHWIDTH = "noseWidthToMouthWidth"
    UPPERLIPTOLOWERLIP = "upperLipToLowerLip"
    VERTICALFIFTH = "verticalFifth"

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
