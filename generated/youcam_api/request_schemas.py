"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
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
