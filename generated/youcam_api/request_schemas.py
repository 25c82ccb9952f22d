"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "AbsIntensity": {"type": "integer", "enum": [1, 2]},
    "AbsMode": {"type": "string", "enum": ["Six-pack", "Vest-line"]},
    "BackgroundKind": {"type": "string", "enum": ["prompt", "template"]},
    "BagStyle": {
        "type": "string",
        "enum": [
            "random",
            "style_parisian_chic",
            "style_urban_chic",
            "style_mediterranean_chic",
            "style_art_deco_style",
        ],
    },
    "BlushEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "blush"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/BlushPalette"}},
        },
    },
    "BlushPalette": {
        "type": "object",
        "required": ["color", "texture", "colorIntensity"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "pattern": "^#?[0-9A-Fa-f]{6}$"},
            "texture": {"$ref": "#/definitions/BlushTexture"},
            "glowStrength": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerColor": {"type": "string", "minLength": 1},
            "shimmerDensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "BlushTexture": {"type": "string", "enum": ["matte", "satin", "shimmer"]},
    "BodyFeatures": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "arm": {"type": "number", "minimum": -100, "maximum": 100},
                    "breast": {"type": "number", "minimum": -100, "maximum": 100},
                    "breast_left": {"type": "number", "minimum": -100, "maximum": 100},
                    "breast_right": {"type": "number", "minimum": -100, "maximum": 100},
                    "hip": {"type": "number", "minimum": -100, "maximum": 100},
                    "hip_lift": {"type": "number", "minimum": -100, "maximum": 100},
                    "leg": {"type": "number", "minimum": -100, "maximum": 100},
                    "neck": {"type": "number", "minimum": 0, "maximum": 100},
                    "neck_left": {"type": "number", "minimum": 0, "maximum": 100},
                    "neck_right": {"type": "number", "minimum": 0, "maximum": 100},
                    "shoulder": {"type": "number", "minimum": -100, "maximum": 100},
                    "shoulder_left": {"type": "number", "minimum": -100, "maximum": 100},
                    "shoulder_right": {"type": "number", "minimum": -100, "maximum": 100},
                    "squared_shoulder": {"type": "number", "minimum": -100, "maximum": 100},
                    "squared_shoulder_left": {"type": "number", "minimum": -100, "maximum": 100},
                    "squared_shoulder_right": {"type": "number", "minimum": -100, "maximum": 100},
                    "slim": {"type": "number", "minimum": -100, "maximum": 100},
                    "taller": {"type": "number", "minimum": 0, "maximum": 100},
                    "waist": {"type": "number", "minimum": -100, "maximum": 100},
                    "belly": {"type": "number", "minimum": -100, "maximum": 100},
                },
            },
            {"not": {"additionalProperties": {"const": 0}}, "x-message": "one of them must not be 0"},
        ]
    },
    "BreastIntensity": {"type": "integer", "enum": [1, 2, 3]},
    "BronzerEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "bronzer"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "items": {"$ref": "#/definitions/MakeupColor"}},
        },
    },
    "ConcealerEffect": {
        "type": "object",
        "required": ["category", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "concealer"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/ConcealerPalette"}},
        },
    },
    "ConcealerPalette": {
        "type": "object",
        "required": ["color", "colorIntensity", "colorUnderEyeIntensity", "coverageLevel"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "colorUnderEyeIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "coverageLevel": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "ContourEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "contour"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/MakeupColor"}},
        },
    },
    "CreateFileRequest": {
        "type": "object",
        "required": ["files"],
        "additionalProperties": False,
        "properties": {"files": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/NewFile"}}},
    },
    "DeleteTaskRequest": {
        "type": "object",
        "required": ["task_id"],
        "additionalProperties": False,
        "properties": {"task_id": {"type": "string", "minLength": 1}},
    },
    "EffectVersion": {"type": "string", "enum": ["1.0"]},
    "EnhanceScale": {"type": "integer", "enum": [1, 2, 4]},
    "EyePalette": {
        "type": "object",
        "required": ["color", "texture", "colorIntensity"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "texture": {"$ref": "#/definitions/EyeTexture"},
            "shimmerColor": {"type": "string", "minLength": 1},
            "shimmerIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "metallicIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "EyeTexture": {"type": "string", "enum": ["matte", "shimmer", "metallic"]},
    "EyebrowMode": {"type": "string", "enum": ["shape", "color"]},
    "EyebrowPalette": {
        "type": "object",
        "required": ["color", "colorIntensity", "texture"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "texture": {"$ref": "#/definitions/EyebrowTexture"},
            "shimmerColor": {"type": "string", "minLength": 1},
            "shimmerIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerSize": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerDensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "EyebrowPattern": {
        "allOf": [
            {
                "type": "object",
                "required": ["type"],
                "additionalProperties": False,
                "properties": {
                    "type": {"$ref": "#/definitions/EyebrowMode"},
                    "name": {"type": "string", "minLength": 1},
                    "curvature": {"type": "integer", "minimum": -100, "maximum": 100},
                    "thickness": {"type": "integer", "minimum": -100, "maximum": 100},
                    "definition": {"type": "integer", "minimum": 0, "maximum": 100},
                },
            },
            {
                "if": {"properties": {"type": {"const": "shape"}}},
                "then": {"required": ["name"], "x-field": "name", "x-message": "needed for a shape"},
            },
        ]
    },
    "EyebrowTexture": {"type": "string", "enum": ["matte", "shimmer"]},
    "EyebrowsEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "eyebrows"},
            "pattern": {"$ref": "#/definitions/EyebrowPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/EyebrowPalette"}},
        },
    },
    "EyelashesEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "eyelashes"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/MakeupColor"}},
        },
    },
    "EyelinerEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "eye_liner"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/EyePalette"}},
        },
    },
    "EyeshadowEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "eye_shadow"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/EyePalette"}},
        },
    },
    "FaceAngleStrictness": {"type": "string", "enum": ["strict", "high", "medium", "low", "flexible"]},
    "FaceFeature": {
        "type": "string",
        "enum": [
            "eyeShape",
            "eyeSize",
            "eyeAngle",
            "eyeDistance",
            "eyelid",
            "eyebrowShape",
            "eyebrowThickness",
            "eyebrowDistance",
            "eyebrowShortness",
            "cheekbones",
            "faceShape",
            "lipShape",
            "noseWidth",
            "noseLength",
            "age",
            "gender",
            "eyeColor",
            "lipColor",
            "eyebrowColor",
            "hairColor",
            "horizontalThird",
            "verticalFifth",
            "faceAspectRatio",
            "eyeAspectRatio",
            "eyebrowPosition",
            "eyebrowArch",
            "eyeHeightToEyebrowDistance",
            "noseAspectRatio",
            "noseWidthToMouthWidth",
            "noseToLipToChin",
            "upperLipToLowerLip",
        ],
    },
    "FaceFeatures": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "cheekbones": {"type": "integer", "minimum": 0, "maximum": 100},
                    "jaw": {"type": "integer", "minimum": 0, "maximum": 100},
                    "face_reshape": {"type": "integer", "minimum": -100, "maximum": 100},
                    "face_reshape_left": {"type": "integer", "minimum": -100, "maximum": 100},
                    "face_reshape_right": {"type": "integer", "minimum": -100, "maximum": 100},
                    "face_width": {"type": "integer", "minimum": -100, "maximum": 100},
                    "chin_reshape": {"type": "integer", "minimum": -100, "maximum": 100},
                    "chin_reshape_left": {"type": "integer", "minimum": -100, "maximum": 100},
                    "chin_reshape_right": {"type": "integer", "minimum": -100, "maximum": 100},
                    "chin_length": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_size": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_size_left": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_size_right": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_distance": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_angle": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_height": {"type": "integer", "minimum": -100, "maximum": 100},
                    "eye_width": {"type": "integer", "minimum": -100, "maximum": 100},
                    "nose_bridge_width": {"type": "integer", "minimum": -100, "maximum": 100},
                    "nose_lift": {"type": "integer", "minimum": -100, "maximum": 100},
                    "nose_size": {"type": "integer", "minimum": -100, "maximum": 100},
                    "nose_tip": {"type": "integer", "minimum": -100, "maximum": 100},
                    "nose_tip_width": {"type": "integer", "minimum": -100, "maximum": 100},
                    "nose_wing": {"type": "integer", "minimum": -100, "maximum": 100},
                    "lip_size": {"type": "integer", "minimum": -100, "maximum": 100},
                    "lip_width": {"type": "integer", "minimum": -100, "maximum": 100},
                    "lip_peak": {"type": "integer", "minimum": -100, "maximum": 100},
                    "lip_height_top": {"type": "integer", "minimum": -100, "maximum": 100},
                    "lip_height_bottom": {"type": "integer", "minimum": -100, "maximum": 100},
                },
            },
            {"not": {"additionalProperties": {"const": 0}}, "x-message": "one of them must not be 0"},
        ]
    },
    "FaceLiftFeatures": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "eye_bag": {"type": "integer", "minimum": 0, "maximum": 100},
                    "cheek": {"type": "integer", "minimum": 0, "maximum": 100},
                    "forehead": {"type": "integer", "minimum": 0, "maximum": 100},
                    "shape": {"type": "integer", "minimum": 0, "maximum": 100},
                    "mouth": {"type": "integer", "minimum": 0, "maximum": 100},
                },
            },
            {"not": {"additionalProperties": {"const": 0}}, "x-message": "one of them must be above 0"},
        ]
    },
    "FaceLiftKind": {"type": "string", "enum": ["custom", "auto"]},
    "FacePair": {
        "type": "object",
        "required": ["index", "position"],
        "additionalProperties": False,
        "properties": {
            "index": {"type": "integer", "minimum": -1},
            "position": {"type": "integer", "minimum": -1},
        },
    },
    "Finger": {"type": "string", "enum": ["thumb", "index", "middle", "ring", "pinky"]},
    "FoundationEffect": {
        "type": "object",
        "required": ["category", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "foundation"},
            "palettes": {
                "type": "array",
                "minItems": 1,
                "items": {"$ref": "#/definitions/FoundationPalette"},
            },
        },
    },
    "FoundationPalette": {
        "type": "object",
        "required": ["color", "colorIntensity", "glowIntensity", "coverageIntensity"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "glowIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "coverageIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "GarmentCategory": {
        "type": "string",
        "enum": ["full_body", "lower_body", "upper_body", "shoes", "auto", "outer"],
    },
    "Gender": {"type": "string", "enum": ["female", "male"]},
    "HairColorKind": {"type": "string", "enum": ["ombre", "full"]},
    "HairColorPalette": {
        "type": "object",
        "required": ["color"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"},
            "color_intensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shine_intensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "HairColorPattern": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {
            "name": {"$ref": "#/definitions/HairColorKind"},
            "blend_strength": {"type": "integer", "minimum": 0, "maximum": 100},
            "line_offset": {"type": "number", "minimum": -0.99, "maximum": 0.99},
            "coloring_section": {"$ref": "#/definitions/HairColorSection"},
        },
    },
    "HairColorSection": {"type": "string", "enum": ["top"]},
    "HairColorSource": {"type": "string", "enum": ["ref", "src"]},
    "HatStyle": {
        "type": "string",
        "enum": [
            "random",
            "style_sporty_casual",
            "style_urban_fashion",
            "style_vacation_casual",
            "style_warm_cozy",
            "style_bohemian",
        ],
    },
    "HighlighterEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "highlighter"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {
                "type": "array",
                "minItems": 1,
                "items": {"$ref": "#/definitions/HighlighterPalette"},
            },
        },
    },
    "HighlighterPalette": {
        "type": "object",
        "required": [
            "color",
            "glowIntensity",
            "shimmerIntensity",
            "shimmerDensity",
            "shimmerSize",
            "colorIntensity",
        ],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "glowIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerDensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerSize": {"type": "integer", "minimum": 0, "maximum": 100},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "ImageModel": {"type": "string", "enum": ["youcam-image-v2"]},
    "ImageSize": {"type": "string", "enum": ["1664*928", "1472*1104", "1328*1328", "1104*1472", "928*1664"]},
    "LensEffect": {
        "type": "object",
        "required": ["intensity"],
        "additionalProperties": False,
        "properties": {
            "intensity": {"type": "integer", "minimum": 1, "maximum": 100},
            "enlargement": {"type": "integer", "minimum": 0, "maximum": 100},
            "skin_smooth_strength": {"type": "integer", "minimum": 0, "maximum": 100},
            "skin_smooth_color_intensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "LipColorEffect": {
        "type": "object",
        "required": ["category", "shape", "style", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "lip_color"},
            "shape": {"$ref": "#/definitions/MakeupPattern"},
            "morphology": {"$ref": "#/definitions/LipMorphology"},
            "style": {"$ref": "#/definitions/LipStyle"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/LipPalette"}},
        },
    },
    "LipLinerEffect": {
        "type": "object",
        "required": ["category", "pattern", "palettes"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "lip_liner"},
            "pattern": {"$ref": "#/definitions/MakeupPattern"},
            "palettes": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/LipLinerPalette"}},
        },
    },
    "LipLinerPalette": {
        "type": "object",
        "required": ["color", "texture", "colorIntensity", "thickness", "smoothness"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "texture": {"$ref": "#/definitions/LipLinerTexture"},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "thickness": {"type": "integer", "minimum": 0, "maximum": 100},
            "smoothness": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "LipLinerTexture": {"type": "string", "enum": ["matte", "satin"]},
    "LipMorphology": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "fullness": {"type": "integer", "minimum": 0, "maximum": 100},
            "wrinkless": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "LipPalette": {
        "type": "object",
        "required": ["color", "texture", "colorIntensity"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "texture": {"$ref": "#/definitions/LipTexture"},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "gloss": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerColor": {"type": "string", "minLength": 1},
            "shimmerIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerDensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmerSize": {"type": "integer", "minimum": 0, "maximum": 100},
            "transparencyIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "LipStyle": {
        "allOf": [
            {
                "type": "object",
                "required": ["type"],
                "additionalProperties": False,
                "properties": {
                    "type": {"$ref": "#/definitions/LipStyleKind"},
                    "innerColorRatio": {"type": "integer", "minimum": 0, "maximum": 100},
                    "blendStrength": {"type": "integer", "minimum": 0, "maximum": 100},
                },
            },
            {
                "if": {"properties": {"type": {"const": "ombre"}}},
                "then": {
                    "required": ["innerColorRatio", "blendStrength"],
                    "x-field": "innerColorRatio",
                    "x-message": "an ombre needs innerColorRatio and blendStrength",
                },
            },
        ]
    },
    "LipStyleKind": {"type": "string", "enum": ["full", "ombre", "twoTone"]},
    "LipTexture": {
        "type": "string",
        "enum": ["matte", "gloss", "holographic", "metallic", "satin", "sheer", "shimmer"],
    },
    "MakeupColor": {
        "type": "object",
        "required": ["color", "colorIntensity"],
        "additionalProperties": False,
        "properties": {
            "color": {"type": "string", "minLength": 1},
            "colorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "MakeupPattern": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {"name": {"type": "string", "minLength": 1}},
    },
    "NailColor": {
        "type": "object",
        "required": ["sub_type", "finger", "color", "texture", "reflection", "contrast", "roughness"],
        "additionalProperties": False,
        "properties": {
            "sub_type": {"type": "string", "const": "color"},
            "finger": {"$ref": "#/definitions/Finger"},
            "color": {"type": "string", "pattern": "^#[A-Fa-f0-9]{6}$"},
            "texture": {"$ref": "#/definitions/NailTexture"},
            "reflection": {"type": "integer", "minimum": 0, "maximum": 100},
            "contrast": {"type": "integer", "minimum": 0, "maximum": 100},
            "roughness": {"type": "integer", "minimum": 0, "maximum": 100},
            "transparency": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmer_opacity": {"type": "integer", "minimum": 0, "maximum": 100},
            "shimmer_size": {"type": "integer", "minimum": 0, "maximum": 100},
            "textured_size": {"type": "integer", "minimum": 0, "maximum": 100},
            "shape": {"$ref": "#/definitions/NailShape"},
            "length": {"type": "number", "minimum": 0.8, "maximum": 2.15},
        },
    },
    "NailDesign": {
        "allOf": [
            {
                "type": "object",
                "required": ["sub_type", "finger", "texture", "reflection", "contrast", "roughness"],
                "additionalProperties": False,
                "properties": {
                    "sub_type": {"type": "string", "const": "design"},
                    "finger": {"$ref": "#/definitions/Finger"},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_index": {"type": "integer", "minimum": 0},
                    "texture": {"$ref": "#/definitions/NailTexture"},
                    "reflection": {"type": "integer", "minimum": 0, "maximum": 100},
                    "contrast": {"type": "integer", "minimum": 0, "maximum": 100},
                    "roughness": {"type": "integer", "minimum": 0, "maximum": 100},
                    "transparency": {"type": "integer", "minimum": 0, "maximum": 100},
                    "shimmer_opacity": {"type": "integer", "minimum": 0, "maximum": 100},
                    "shimmer_size": {"type": "integer", "minimum": 0, "maximum": 100},
                    "textured_size": {"type": "integer", "minimum": 0, "maximum": 100},
                },
            },
            {
                "not": {"required": ["ref_file_url", "ref_file_index"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_index",
            },
            {
                "if": {"not": {"required": ["ref_file_index"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_index",
                    "x-message": "a design needs ref_file_index or ref_file_url",
                },
            },
        ]
    },
    "NailEffectKind": {"type": "string", "enum": ["nail_polish", "press_on_nails"]},
    "NailShape": {
        "type": "string",
        "enum": [
            "square_oval",
            "square_square",
            "square_squoval",
            "squoval_oval",
            "squoval_square",
            "squoval_squoval",
            "oval_oval",
            "oval_square",
            "oval_squoval",
            "almond_oval",
            "almond_square",
            "almond_squoval",
            "stiletto_oval",
            "stiletto_square",
            "stiletto_squoval",
        ],
    },
    "NailTexture": {
        "type": "string",
        "enum": [
            "matte",
            "cream",
            "metallic",
            "jelly",
            "sheer",
            "pearl",
            "textured",
            "shimmer_coarse",
            "shimmer_fine",
        ],
    },
    "NewFile": {
        "type": "object",
        "required": ["content_type", "file_name", "file_size"],
        "additionalProperties": False,
        "properties": {
            "content_type": {"type": "string", "minLength": 1},
            "file_name": {"type": "string", "minLength": 1},
            "file_size": {"type": "integer", "minimum": 1},
        },
    },
    "ObjectInfo": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {"name": {"type": "string", "minLength": 1}},
    },
    "PersonFilter": {"type": "string", "enum": ["off", "normal", "strict"]},
    "PortraitRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["template_id", "output_count"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "template_id": {"type": "string", "minLength": 1},
                    "output_count": {"type": "integer", "minimum": 1, "maximum": 200},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "ReferenceRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RingInfo": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {
            "name": {"type": "string", "minLength": 1},
            "parameter": {"$ref": "#/definitions/RingParameter"},
        },
    },
    "RingParameter": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "ring_need_remove_background": {"type": "boolean"},
            "ring_anchor_point": {
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "items": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer"}},
            },
            "ring_wearing_finger": {"type": "integer", "minimum": 0, "maximum": 4},
            "ring_wearing_location": {"type": "number", "minimum": 0, "maximum": 1},
            "ring_shadow_intensity": {"type": "number", "minimum": 0, "maximum": 1},
            "ring_ambient_light_intensity": {"type": "number", "minimum": 0, "maximum": 1},
        },
    },
    "RunAbsRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "mode": {"$ref": "#/definitions/AbsMode"},
                    "intensity": {"$ref": "#/definitions/AbsIntensity"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunBackgroundBlurRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "intensity": {"type": "integer", "minimum": 0, "maximum": 100},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunBackgroundChangeRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "type": {"$ref": "#/definitions/BackgroundKind"},
                    "prompt": {"type": "string", "minLength": 1},
                    "template_id": {"type": "string", "minLength": 1},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "if": {"required": ["type"], "properties": {"type": {"const": "template"}}},
                "then": {
                    "required": ["template_id"],
                    "x-field": "template_id",
                    "x-message": "needed for a background by template; without it the vendor takes one of its own",
                },
            },
            {
                "if": {"required": ["template_id"]},
                "then": {
                    "anyOf": [{"required": ["type"], "properties": {"type": {"const": "template"}}}],
                    "x-field": "template_id",
                    "x-message": "only counts with type template",
                },
            },
            {
                "if": {"not": {"required": ["prompt"]}},
                "then": {
                    "required": ["template_id"],
                    "x-field": "prompt",
                    "x-message": "give a prompt or a template_id, or the vendor takes a background of its own",
                },
            },
        ]
    },
    "RunBagRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["gender"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "gender": {"$ref": "#/definitions/Gender"},
                    "style": {"$ref": "#/definitions/BagStyle"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RunBodyReshapeRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version", "features"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "index": {"type": "integer", "minimum": 0},
                    "features": {"$ref": "#/definitions/BodyFeatures"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunBreastRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "intensity": {"$ref": "#/definitions/BreastIntensity"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunClothesRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["garment_category"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "garment_category": {"$ref": "#/definitions/GarmentCategory"},
                    "change_shoes": {"type": "boolean"},
                    "filter_multi_person": {"$ref": "#/definitions/PersonFilter"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RunEnhanceRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["scale"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "scale": {"$ref": "#/definitions/EnhanceScale"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunEyeColorRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version", "effect"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "effect": {"$ref": "#/definitions/LensEffect"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RunFaceAnalysisRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["features"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "features": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"$ref": "#/definitions/FaceFeature"},
                    },
                    "face_angle_strictness_level": {"$ref": "#/definitions/FaceAngleStrictness"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunFaceLiftRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "index": {"type": "integer", "minimum": 0},
                    "type": {"$ref": "#/definitions/FaceLiftKind"},
                    "features": {"$ref": "#/definitions/FaceLiftFeatures"},
                    "global": {"$ref": "#/definitions/SkinSmoothing"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "if": {"not": {"required": ["type"], "properties": {"type": {"const": "auto"}}}},
                "then": {
                    "required": ["features"],
                    "x-field": "features",
                    "x-message": "give features, or the type auto",
                },
            },
        ]
    },
    "RunFaceReshapeRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version", "features", "global"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "index": {"type": "integer", "minimum": 0},
                    "features": {"$ref": "#/definitions/FaceFeatures"},
                    "global": {"$ref": "#/definitions/SkinSmoothing"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunFaceSwapRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["ref_file_ids", "face_mapping"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_ids": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"type": "string", "minLength": 1},
                    },
                    "face_mapping": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"$ref": "#/definitions/FacePair"},
                    },
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunHairColorRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "preset": {"type": "string", "minLength": 1},
                    "pattern": {"$ref": "#/definitions/HairColorPattern"},
                    "palettes": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"$ref": "#/definitions/HairColorPalette"},
                    },
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["preset", "pattern"]},
                "x-field": "preset",
                "x-message": "give a preset or a pattern, not both",
            },
            {
                "if": {"not": {"required": ["preset"]}},
                "then": {
                    "required": ["pattern"],
                    "x-field": "preset",
                    "x-message": "a preset or a pattern is needed",
                },
            },
            {
                "if": {"anyOf": [{"required": ["pattern"]}, {"required": ["palettes"]}]},
                "then": {
                    "required": ["pattern", "palettes"],
                    "x-field": "palettes",
                    "x-message": "a pattern and its palettes go together",
                },
            },
            {
                "if": {
                    "required": ["pattern"],
                    "properties": {"pattern": {"type": "object", "properties": {"name": {"const": "ombre"}}}},
                },
                "then": {
                    "anyOf": [
                        {
                            "properties": {
                                "pattern": {
                                    "required": ["blend_strength", "line_offset", "coloring_section"]
                                },
                                "palettes": {"minItems": 2},
                            }
                        }
                    ],
                    "x-field": "pattern",
                    "x-message": "an ombre needs blend_strength, line_offset, coloring_section and two palettes",
                },
            },
            {
                "if": {
                    "required": ["pattern"],
                    "properties": {"pattern": {"type": "object", "properties": {"name": {"const": "full"}}}},
                },
                "then": {
                    "anyOf": [{"properties": {"palettes": {"maxItems": 1}}}],
                    "x-field": "palettes",
                    "x-message": "a full pattern has one palette",
                },
            },
        ]
    },
    "RunHairstyleRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "template_id": {"type": "string", "minLength": 1},
                    "hair_color": {"$ref": "#/definitions/HairColorSource"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "not": {"required": ["template_id", "ref_file_id"]},
                "x-field": "template_id",
                "x-message": "give a template or a reference, not both",
            },
            {
                "not": {"required": ["template_id", "ref_file_url"]},
                "x-field": "template_id",
                "x-message": "give a template or a reference, not both",
            },
            {
                "if": {"not": {"anyOf": [{"required": ["template_id"]}, {"required": ["ref_file_id"]}]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "template_id",
                    "x-message": "a template or a reference is needed",
                },
            },
            {
                "if": {"required": ["hair_color"]},
                "then": {
                    "required": ["template_id"],
                    "x-field": "hair_color",
                    "x-message": "only counts with a template",
                },
            },
        ]
    },
    "RunHatRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["gender"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "gender": {"$ref": "#/definitions/Gender"},
                    "style": {"$ref": "#/definitions/HatStyle"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RunImageEditorRequest": {
        "type": "object",
        "required": ["src_file_ids", "model", "prompt"],
        "additionalProperties": False,
        "properties": {
            "src_file_ids": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "string", "minLength": 1},
            },
            "model": {"$ref": "#/definitions/ImageModel"},
            "prompt": {"type": "string", "minLength": 1, "maxLength": 800},
            "negative_prompt": {"type": "string", "minLength": 1, "maxLength": 500},
            "size": {
                "type": "string",
                "pattern": "^[0-9]+\\*[0-9]+$",
                "x-message": "must be width*height in pixels, such as 1024*1536",
            },
            "prompt_extend": {"type": "boolean"},
        },
    },
    "RunImageExtenderRequest": {
        "allOf": [
            {
                "type": "object",
                "required": [
                    "output_width",
                    "output_height",
                    "input_x",
                    "input_y",
                    "input_width",
                    "input_height",
                    "crop_input_x",
                    "crop_input_y",
                    "crop_input_width",
                    "crop_input_height",
                ],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "output_width": {"type": "integer", "minimum": 1, "maximum": 4096},
                    "output_height": {"type": "integer", "minimum": 1, "maximum": 4096},
                    "input_x": {"type": "integer", "minimum": 0, "maximum": 4096},
                    "input_y": {"type": "integer", "minimum": 0, "maximum": 4096},
                    "input_width": {"type": "integer", "minimum": 1, "maximum": 4096},
                    "input_height": {"type": "integer", "minimum": 1, "maximum": 4096},
                    "crop_input_x": {"type": "integer", "minimum": 0, "maximum": 4096},
                    "crop_input_y": {"type": "integer", "minimum": 0, "maximum": 4096},
                    "crop_input_width": {"type": "integer", "minimum": 1, "maximum": 4096},
                    "crop_input_height": {"type": "integer", "minimum": 1, "maximum": 4096},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunImageGeneratorRequest": {
        "type": "object",
        "required": ["model", "prompt"],
        "additionalProperties": False,
        "properties": {
            "model": {"$ref": "#/definitions/ImageModel"},
            "prompt": {"type": "string", "minLength": 1, "maxLength": 800},
            "negative_prompt": {"type": "string", "minLength": 1, "maxLength": 500},
            "size": {"$ref": "#/definitions/ImageSize"},
            "prompt_extend": {"type": "boolean"},
        },
    },
    "RunMakeupRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version", "effects"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "effects": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "anyOf": [
                                {"$ref": "#/definitions/SkinSmoothEffect"},
                                {"$ref": "#/definitions/BlushEffect"},
                                {"$ref": "#/definitions/BronzerEffect"},
                                {"$ref": "#/definitions/ConcealerEffect"},
                                {"$ref": "#/definitions/ContourEffect"},
                                {"$ref": "#/definitions/EyebrowsEffect"},
                                {"$ref": "#/definitions/EyelinerEffect"},
                                {"$ref": "#/definitions/EyeshadowEffect"},
                                {"$ref": "#/definitions/EyelashesEffect"},
                                {"$ref": "#/definitions/FoundationEffect"},
                                {"$ref": "#/definitions/HighlighterEffect"},
                                {"$ref": "#/definitions/LipColorEffect"},
                                {"$ref": "#/definitions/LipLinerEffect"},
                            ]
                        },
                    },
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunNailsRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version", "effect_type", "effects"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "effect_type": {"$ref": "#/definitions/NailEffectKind"},
                    "effects": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "anyOf": [
                                {"$ref": "#/definitions/NailColor"},
                                {"$ref": "#/definitions/NailDesign"},
                            ]
                        },
                    },
                    "ref_file_ids": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"type": "string", "minLength": 1},
                    },
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "if": {"properties": {"effect_type": {"const": "nail_polish"}}},
                "then": {
                    "properties": {
                        "effects": {
                            "items": {
                                "allOf": [
                                    {
                                        "not": {"required": ["shape"]},
                                        "x-field": "shape",
                                        "x-message": "belongs to press-on nails",
                                    },
                                    {
                                        "not": {"required": ["length"]},
                                        "x-field": "length",
                                        "x-message": "belongs to press-on nails",
                                    },
                                    {
                                        "if": {"properties": {"texture": {"not": {"const": "metallic"}}}},
                                        "then": {
                                            "required": ["transparency"],
                                            "x-field": "transparency",
                                            "x-message": "needed for polish of this texture",
                                        },
                                    },
                                    {
                                        "if": {"properties": {"texture": {"const": "pearl"}}},
                                        "then": {
                                            "required": ["shimmer_opacity"],
                                            "x-field": "shimmer_opacity",
                                            "x-message": "needed for polish of this texture",
                                        },
                                    },
                                    {
                                        "if": {
                                            "properties": {
                                                "texture": {"enum": ["shimmer_coarse", "shimmer_fine"]}
                                            }
                                        },
                                        "then": {
                                            "required": ["shimmer_size"],
                                            "x-field": "shimmer_size",
                                            "x-message": "needed for polish of this texture",
                                        },
                                    },
                                    {
                                        "if": {"properties": {"texture": {"const": "textured"}}},
                                        "then": {
                                            "required": ["textured_size"],
                                            "x-field": "textured_size",
                                            "x-message": "needed for polish of this texture",
                                        },
                                    },
                                ]
                            }
                        }
                    }
                },
            },
            {
                "if": {"properties": {"effect_type": {"const": "press_on_nails"}}},
                "then": {
                    "properties": {
                        "effects": {
                            "items": {
                                "allOf": [
                                    {
                                        "properties": {
                                            "texture": {
                                                "enum": ["matte", "cream", "metallic"],
                                                "x-message": "press-on nails are matte, cream or metallic",
                                            }
                                        }
                                    },
                                    {
                                        "if": {"properties": {"sub_type": {"const": "color"}}},
                                        "then": {
                                            "required": ["shape", "length"],
                                            "x-field": "shape",
                                            "x-message": "a press-on colour needs shape and length",
                                        },
                                    },
                                ]
                            }
                        }
                    }
                },
            },
        ]
    },
    "RunObjectRemovalRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "msk_file_id": {"type": "string", "minLength": 1},
                    "msk_file_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["msk_file_id", "msk_file_url"]},
                "x-field": "msk_file_url",
                "x-message": "excludes msk_file_id",
            },
            {
                "if": {"not": {"required": ["msk_file_id"]}},
                "then": {
                    "required": ["msk_file_url"],
                    "x-field": "msk_file_id",
                    "x-message": "one of msk_file_id and msk_file_url is needed",
                },
            },
        ]
    },
    "RunObjectReplacementRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["prompt"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "msk_file_id": {"type": "string", "minLength": 1},
                    "msk_file_url": {"type": "string", "pattern": "^https?://"},
                    "prompt": {"type": "string", "minLength": 1},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["msk_file_id", "msk_file_url"]},
                "x-field": "msk_file_url",
                "x-message": "excludes msk_file_id",
            },
            {
                "if": {"not": {"required": ["msk_file_id"]}},
                "then": {
                    "required": ["msk_file_url"],
                    "x-field": "msk_file_id",
                    "x-message": "one of msk_file_id and msk_file_url is needed",
                },
            },
        ]
    },
    "RunRingRequest": {
        "type": "object",
        "required": ["src_file_id", "ref_file_ids", "source_info", "object_infos"],
        "additionalProperties": False,
        "properties": {
            "src_file_id": {"type": "string", "minLength": 1},
            "ref_file_ids": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"type": "string", "minLength": 1},
            },
            "source_info": {"$ref": "#/definitions/SourceInfo"},
            "object_infos": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/RingInfo"},
            },
        },
    },
    "RunScarfRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["gender"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "gender": {"$ref": "#/definitions/Gender"},
                    "style": {"$ref": "#/definitions/ScarfStyle"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RunShoesRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["gender"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "ref_file_id": {"type": "string", "minLength": 1},
                    "ref_file_url": {"type": "string", "pattern": "^https?://"},
                    "gender": {"$ref": "#/definitions/Gender"},
                    "style": {"$ref": "#/definitions/ShoesStyle"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {"required": ["ref_file_id", "ref_file_url"]},
                "x-field": "ref_file_url",
                "x-message": "excludes ref_file_id",
            },
            {
                "if": {"not": {"required": ["ref_file_id"]}},
                "then": {
                    "required": ["ref_file_url"],
                    "x-field": "ref_file_id",
                    "x-message": "one of ref_file_id and ref_file_url is needed",
                },
            },
        ]
    },
    "RunSkinAnalysisRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["dst_actions"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "dst_actions": {
                        "type": "array",
                        "minItems": 1,
                        "items": {"$ref": "#/definitions/SkinConcern"},
                    },
                    "format": {"$ref": "#/definitions/SkinFormat"},
                    "miniserver_args": {"$ref": "#/definitions/SkinMasks"},
                    "pf_camera_kit": {"type": "boolean"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {
                    "properties": {
                        "dst_actions": {
                            "allOf": [
                                {"contains": {"pattern": "^hd_"}},
                                {"contains": {"not": {"pattern": "^hd_"}}},
                            ]
                        }
                    }
                },
                "x-field": "dst_actions",
                "x-message": "concerns in high definition (hd_) and in standard definition cannot be mixed",
            },
        ]
    },
    "RunSkinSimulationRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "wrinkle": {"type": "number", "minimum": 0, "maximum": 1},
                    "radiance": {"type": "number", "minimum": 0, "maximum": 1},
                    "oiliness": {"type": "number", "minimum": 0, "maximum": 1},
                    "acne": {"type": "number", "minimum": 0, "maximum": 1},
                    "eye_bags": {"type": "number", "minimum": 0, "maximum": 1},
                    "dark_circle": {"type": "number", "minimum": 0, "maximum": 1},
                    "spots": {"type": "number", "minimum": 0, "maximum": 1},
                    "pores": {"type": "number", "minimum": 0, "maximum": 1},
                    "texture": {"type": "number", "minimum": 0, "maximum": 1},
                    "redness": {"type": "number", "minimum": 0, "maximum": 1},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
            {
                "not": {
                    "properties": {
                        "wrinkle": {"const": 0},
                        "radiance": {"const": 0},
                        "oiliness": {"const": 0},
                        "acne": {"const": 0},
                        "eye_bags": {"const": 0},
                        "dark_circle": {"const": 0},
                        "spots": {"const": 0},
                        "pores": {"const": 0},
                        "texture": {"const": 0},
                        "redness": {"const": 0},
                    }
                },
                "x-field": "wrinkle",
                "x-message": "give one concern at least, above 0",
            },
        ]
    },
    "RunSkinToneAnalysisRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "face_angle_strictness_level": {"$ref": "#/definitions/FaceAngleStrictness"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunSkinTypeRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "index": {"type": "integer", "minimum": 0},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunSmileRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["expression_type"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "expression_type": {"$ref": "#/definitions/SmileKind"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "RunTeethWhiteningRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["version", "effect"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "version": {"$ref": "#/definitions/EffectVersion"},
                    "index": {"type": "integer", "minimum": 0},
                    "effect": {"$ref": "#/definitions/WhiteningEffect"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "ScarfStyle": {
        "type": "string",
        "enum": [
            "random",
            "style_french_elegance",
            "style_light_luxury",
            "style_cottagecore",
            "style_modern_chic",
            "style_bohemian",
        ],
    },
    "ShoesStyle": {
        "type": "string",
        "enum": [
            "random",
            "style_minimalist",
            "style_bohemian",
            "style_cottagecore",
            "style_french_elegance",
            "style_retro_fashion",
        ],
    },
    "SkinConcern": {
        "type": "string",
        "enum": [
            "hd_wrinkle",
            "hd_pore",
            "hd_texture",
            "hd_acne",
            "hd_oiliness",
            "hd_radiance",
            "hd_eye_bag",
            "hd_age_spot",
            "hd_dark_circle",
            "hd_droopy_upper_eyelid",
            "hd_droopy_lower_eyelid",
            "hd_firmness",
            "hd_moisture",
            "hd_redness",
            "hd_tear_trough",
            "hd_skin_type",
            "wrinkle",
            "pore",
            "texture",
            "acne",
            "oiliness",
            "radiance",
            "eye_bag",
            "age_spot",
            "dark_circle_v2",
            "droopy_upper_eyelid",
            "droopy_lower_eyelid",
            "firmness",
            "moisture",
            "redness",
            "tear_trough",
            "skin_type",
        ],
    },
    "SkinFormat": {"type": "string", "enum": ["zip", "json"]},
    "SkinMasks": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "enable_mask_overlay": {"type": "boolean"},
            "enable_dark_background_hd_pore": {"type": "boolean"},
            "color_dark_background_hd_pore": {"type": "string", "minLength": 1},
            "opacity_dark_background_hd_pore": {"type": "number", "minimum": 0, "maximum": 1},
            "enable_dark_background_hd_wrinkle": {"type": "boolean"},
            "color_dark_background_hd_wrinkle": {"type": "string", "minLength": 1},
            "opacity_dark_background_hd_wrinkle": {"type": "number", "minimum": 0, "maximum": 1},
        },
    },
    "SkinSmoothEffect": {
        "type": "object",
        "required": ["category"],
        "additionalProperties": False,
        "properties": {
            "category": {"type": "string", "const": "skin_smooth"},
            "skinSmoothStrength": {"type": "integer", "minimum": 0, "maximum": 100},
            "skinSmoothColorIntensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "SkinSmoothing": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "skin_smooth_strength": {"type": "integer", "minimum": 0, "maximum": 100},
            "skin_smooth_color_intensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "SmileKind": {"type": "string", "enum": ["smile_with_teeth_visible", "closed_mouth_smile"]},
    "SourceInfo": {
        "type": "object",
        "required": ["name"],
        "additionalProperties": False,
        "properties": {"name": {"type": "string", "minLength": 1}},
    },
    "SourceRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "TemplateRequest": {
        "allOf": [
            {
                "type": "object",
                "required": ["template_id"],
                "additionalProperties": False,
                "properties": {
                    "src_file_id": {"type": "string", "minLength": 1},
                    "src_file_url": {"type": "string", "pattern": "^https?://"},
                    "template_id": {"type": "string", "minLength": 1},
                },
            },
            {
                "not": {"required": ["src_file_id", "src_file_url"]},
                "x-field": "src_file_url",
                "x-message": "excludes src_file_id",
            },
            {
                "if": {"not": {"required": ["src_file_id"]}},
                "then": {
                    "required": ["src_file_url"],
                    "x-field": "src_file_id",
                    "x-message": "one of src_file_id and src_file_url is needed",
                },
            },
        ]
    },
    "ThreeSidesRequest": {
        "type": "object",
        "required": ["src_file_ids"],
        "additionalProperties": False,
        "properties": {
            "src_file_ids": {
                "type": "array",
                "minItems": 3,
                "maxItems": 3,
                "items": {"type": "string", "minLength": 1},
            }
        },
    },
    "WearRequest": {
        "type": "object",
        "required": ["src_file_id", "ref_file_ids", "source_info", "object_infos"],
        "additionalProperties": False,
        "properties": {
            "src_file_id": {"type": "string", "minLength": 1},
            "ref_file_ids": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"type": "string", "minLength": 1},
            },
            "source_info": {"$ref": "#/definitions/SourceInfo"},
            "object_infos": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/ObjectInfo"},
            },
        },
    },
    "WhiteningEffect": {
        "type": "object",
        "required": ["whitening_intensity"],
        "additionalProperties": False,
        "properties": {
            "whitening_intensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "skin_smooth_strength": {"type": "integer", "minimum": 0, "maximum": 100},
            "skin_smooth_color_intensity": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
}
