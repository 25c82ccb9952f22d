"""The operations, one sub-package for each tag."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import abs_ as abs_
    from . import account as account
    from . import aging as aging
    from . import avatar as avatar
    from . import background_blur as background_blur
    from . import background_change as background_change
    from . import background_removal as background_removal
    from . import bag as bag
    from . import beard as beard
    from . import body_detection as body_detection
    from . import body_reshape as body_reshape
    from . import bracelet as bracelet
    from . import breast as breast
    from . import clothes as clothes
    from . import color_correction as color_correction
    from . import colorize as colorize
    from . import earring as earring
    from . import enhance as enhance
    from . import eye_color as eye_color
    from . import fabric as fabric
    from . import face_analysis as face_analysis
    from . import face_lift as face_lift
    from . import face_lift_detection as face_lift_detection
    from . import face_reshape as face_reshape
    from . import face_reshape_detection as face_reshape_detection
    from . import face_swap as face_swap
    from . import face_swap_detection as face_swap_detection
    from . import file as file
    from . import hair_bang as hair_bang
    from . import hair_color as hair_color
    from . import hair_curl as hair_curl
    from . import hair_density as hair_density
    from . import hair_extension as hair_extension
    from . import hair_frizziness as hair_frizziness
    from . import hair_length as hair_length
    from . import hair_type as hair_type
    from . import hair_volume as hair_volume
    from . import hairstyle as hairstyle
    from . import hat as hat
    from . import headshot as headshot
    from . import image_editor as image_editor
    from . import image_extender as image_extender
    from . import image_generator as image_generator
    from . import lighting as lighting
    from . import look as look
    from . import makeup as makeup
    from . import makeup_transfer as makeup_transfer
    from . import nail_transfer as nail_transfer
    from . import nails as nails
    from . import necklace as necklace
    from . import object_removal as object_removal
    from . import object_replacement as object_replacement
    from . import ring as ring
    from . import scarf as scarf
    from . import shoes as shoes
    from . import skin_analysis as skin_analysis
    from . import skin_simulation as skin_simulation
    from . import skin_tone_analysis as skin_tone_analysis
    from . import skin_type as skin_type
    from . import skin_type_detection as skin_type_detection
    from . import smile as smile
    from . import studio_portrait as studio_portrait
    from . import teeth_detection as teeth_detection
    from . import teeth_whitening as teeth_whitening
    from . import watch as watch

__all__ = (
    "abs_",
    "account",
    "aging",
    "avatar",
    "background_blur",
    "background_change",
    "background_removal",
    "bag",
    "beard",
    "body_detection",
    "body_reshape",
    "bracelet",
    "breast",
    "clothes",
    "color_correction",
    "colorize",
    "earring",
    "enhance",
    "eye_color",
    "fabric",
    "face_analysis",
    "face_lift",
    "face_lift_detection",
    "face_reshape",
    "face_reshape_detection",
    "face_swap",
    "face_swap_detection",
    "file",
    "hair_bang",
    "hair_color",
    "hair_curl",
    "hair_density",
    "hair_extension",
    "hair_frizziness",
    "hair_length",
    "hair_type",
    "hair_volume",
    "hairstyle",
    "hat",
    "headshot",
    "image_editor",
    "image_extender",
    "image_generator",
    "lighting",
    "look",
    "makeup",
    "makeup_transfer",
    "nail_transfer",
    "nails",
    "necklace",
    "object_removal",
    "object_replacement",
    "ring",
    "scarf",
    "shoes",
    "skin_analysis",
    "skin_simulation",
    "skin_tone_analysis",
    "skin_type",
    "skin_type_detection",
    "smile",
    "studio_portrait",
    "teeth_detection",
    "teeth_whitening",
    "watch",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module(f".{name}", __name__)
