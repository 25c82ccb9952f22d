"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "ColorizationFormat": {"type": "string", "enum": ["jpg", "jpeg", "png", "webp"]},
    "CompressionFormat": {"type": "string", "enum": ["jpg", "png", "webp"]},
    "ConversionFormat": {
        "type": "string",
        "enum": [
            "pdf",
            "docx",
            "xlsx",
            "pptx",
            "jpg",
            "jpeg",
            "png",
            "bmp",
            "gif",
            "html",
            "txt",
            "doc-repair",
        ],
    },
    "CorrectionType": {"type": "integer", "enum": [0, 1, 2, 3, 4]},
    "CreateAdvancedIdPhotoRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://", "maxLength": 512},
                    "image_file": {},
                    "last_id": {"type": "string", "minLength": 1},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "size": {
                        "type": "string",
                        "pattern": "^([1-9][0-9]{2}|1[0-9]{3}|2000)x([1-9][0-9]{2}|1[0-9]{3}|2000)$",
                        "x-message": "is no size such as 300x400 with sides from 100 to 2000",
                    },
                    "format": {"$ref": "#/definitions/OutputFormat"},
                    "return_type": {"$ref": "#/definitions/JsonReturnType"},
                    "spec_id": {"type": "integer"},
                    "dpi": {"type": "integer", "minimum": 10, "maximum": 1000},
                    "px_width": {"type": "integer", "minimum": 1, "maximum": 1799},
                    "px_height": {"type": "integer", "minimum": 1, "maximum": 1799},
                    "mm_width": {"type": "integer", "minimum": 1},
                    "mm_height": {"type": "integer", "minimum": 1},
                    "clothes_id": {"type": "string", "minLength": 1},
                    "auto_bright": {"$ref": "#/definitions/Flag"},
                    "auto_smooth": {"$ref": "#/definitions/Flag"},
                    "auto_thin_face": {"$ref": "#/definitions/Flag"},
                    "auto_sharp": {"$ref": "#/definitions/Flag"},
                    "layout": {"$ref": "#/definitions/Flag"},
                    "preview": {"$ref": "#/definitions/Flag"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "anyOf": [
                    {"required": ["image_url"]},
                    {"required": ["image_file"]},
                    {"required": ["last_id"]},
                ],
                "x-field": "image_file",
                "x-message": "one of image_url, image_file and last_id is needed",
            },
        ]
    },
    "CreateBackgroundRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "batch_size": {"type": "integer", "minimum": 1, "maximum": 2},
                    "prompt": {"type": "string", "minLength": 1, "maxLength": 1024},
                    "scene_type": {"type": "integer"},
                    "negative_prompt": {"type": "string"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "not": {"required": ["prompt", "scene_type"]},
                "x-field": "scene_type",
                "x-message": "give either a prompt or a scene, not both",
            },
            {
                "anyOf": [{"required": ["prompt"]}, {"required": ["scene_type"]}],
                "x-field": "prompt",
                "x-message": "give a prompt or a scene",
            },
        ]
    },
    "CreateColorizationRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "format": {"$ref": "#/definitions/ColorizationFormat"},
                    "return_type": {"$ref": "#/definitions/ReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "if": {"required": ["return_type"], "properties": {"return_type": {"const": 3}}},
                "then": {
                    "anyOf": [{"required": ["sync"], "properties": {"sync": {"const": 1}}}],
                    "x-field": "return_type",
                    "x-message": "PicWish answers with the image itself only when sync=True",
                },
            },
        ]
    },
    "CreateCompressionRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "format": {"$ref": "#/definitions/CompressionFormat"},
                    "quality": {"type": "integer", "minimum": 1, "maximum": 100},
                    "kbyte": {"type": "integer", "minimum": 0, "maximum": 51200},
                    "width": {"type": "integer", "minimum": 0, "maximum": 8000},
                    "height": {"type": "integer", "minimum": 0, "maximum": 8000},
                    "return_type": {"$ref": "#/definitions/JsonReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "not": {"required": ["quality", "kbyte"]},
                "x-field": "kbyte",
                "x-message": "give either a quality or a size in kilobytes, not both",
            },
            {
                "not": {"required": ["kbyte", "format"], "properties": {"format": {"const": "png"}}},
                "x-field": "kbyte",
                "x-message": "a png cannot be made to a size",
            },
        ]
    },
    "CreateConversionRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["format"],
                "properties": {
                    "url": {"type": "string", "pattern": "^https?://"},
                    "file": {},
                    "format": {"$ref": "#/definitions/ConversionFormat"},
                    "password": {"type": "string"},
                    "page_range": {"type": "string"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {"not": {"required": ["url", "file"]}, "x-field": "url", "x-message": "excludes file"},
            {
                "anyOf": [{"required": ["url"]}, {"required": ["file"]}],
                "x-field": "file",
                "x-message": "one of url and file is needed",
            },
        ]
    },
    "CreateCorrectionRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "type": {"$ref": "#/definitions/CorrectionType"},
                    "return_type": {"$ref": "#/definitions/ReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "if": {"required": ["return_type"], "properties": {"return_type": {"const": 3}}},
                "then": {
                    "anyOf": [{"required": ["sync"], "properties": {"sync": {"const": 1}}}],
                    "x-field": "return_type",
                    "x-message": "PicWish answers with the image itself only when sync=True",
                },
            },
        ]
    },
    "CreateFaceCutoutRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "crop": {"$ref": "#/definitions/CropMode"},
                    "output_format": {"$ref": "#/definitions/OutputFormat"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
        ]
    },
    "CreateIdPhotoRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "size": {
                        "type": "string",
                        "pattern": "^([1-9][0-9]{2}|1[0-9]{3}|2000)x([1-9][0-9]{2}|1[0-9]{3}|2000)$",
                        "x-message": "is no size such as 300x400 with sides from 100 to 2000",
                    },
                    "format": {"$ref": "#/definitions/OutputFormat"},
                    "bg_color": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
                    "return_type": {"$ref": "#/definitions/JsonReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "if": {"required": ["bg_color"]},
                "then": {
                    "anyOf": [{"required": ["format"], "properties": {"format": {"const": "jpg"}}}],
                    "x-field": "bg_color",
                    "x-message": 'a colour only has an effect with format="jpg"',
                },
            },
        ]
    },
    "CreateInpaintingRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "mask_url": {"type": "string", "pattern": "^https?://"},
                    "mask_file": {},
                    "rectangles": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 50,
                        "items": {"$ref": "#/definitions/Rectangle"},
                    },
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "return_type": {"$ref": "#/definitions/JsonReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "not": {"required": ["mask_url", "mask_file"]},
                "x-field": "mask_url",
                "x-message": "excludes mask_file",
            },
            {
                "not": {"required": ["mask_url", "rectangles"]},
                "x-field": "rectangles",
                "x-message": "give either a mask or rectangles, not both",
            },
            {
                "not": {"required": ["mask_file", "rectangles"]},
                "x-field": "rectangles",
                "x-message": "give either a mask or rectangles, not both",
            },
            {
                "anyOf": [
                    {"required": ["mask_url"]},
                    {"required": ["mask_file"]},
                    {"required": ["rectangles"]},
                ],
                "x-field": "mask_file",
                "x-message": "give a mask, or rectangles, of what is to be removed",
            },
        ]
    },
    "CreatePdfEditRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["type"],
                "properties": {
                    "url": {"type": "string", "pattern": "^https?://"},
                    "file": {},
                    "type": {"$ref": "#/definitions/PdfEditKind"},
                    "quality": {"$ref": "#/definitions/PdfQuality"},
                    "pages": {"type": "string"},
                    "angle": {"type": "integer"},
                    "text": {"type": "string"},
                    "opacity": {"type": "number", "minimum": 0, "maximum": 1},
                    "password": {"type": "string"},
                    "new_password": {"type": "string"},
                    "owner_password": {"type": "string"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {"not": {"required": ["url", "file"]}, "x-field": "url", "x-message": "excludes file"},
            {
                "anyOf": [{"required": ["url"]}, {"required": ["file"]}],
                "x-field": "file",
                "x-message": "one of url and file is needed",
            },
        ]
    },
    "CreateRetouchingRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://", "maxLength": 512},
                    "image_file": {},
                    "mask_url": {"type": "string", "pattern": "^https?://", "maxLength": 512},
                    "mask_file": {},
                    "retain_mask_url": {"type": "string", "pattern": "^https?://", "maxLength": 512},
                    "retain_mask_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "anyOf": [{"required": ["mask_url"]}, {"required": ["mask_file"]}],
                "x-field": "mask_file",
                "x-message": "one of mask_url and mask_file is needed",
            },
        ]
    },
    "CreateScaleProRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://", "maxLength": 512},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "type": {"$ref": "#/definitions/ScaleProType"},
                    "return_type": {"$ref": "#/definitions/JsonReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
        ]
    },
    "CreateScaleRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "type": {"$ref": "#/definitions/ScaleType"},
                    "scale_factor": {"$ref": "#/definitions/ScaleFactor"},
                    "return_type": {"$ref": "#/definitions/ReturnType"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "if": {"required": ["return_type"], "properties": {"return_type": {"const": 3}}},
                "then": {
                    "anyOf": [{"required": ["sync"], "properties": {"sync": {"const": 1}}}],
                    "x-field": "return_type",
                    "x-message": "PicWish answers with the image itself only when sync=True",
                },
            },
        ]
    },
    "CreateSegmentationRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "type": {"$ref": "#/definitions/ForegroundType"},
                    "return_type": {"$ref": "#/definitions/ReturnType"},
                    "output_type": {"$ref": "#/definitions/OutputType"},
                    "crop": {"$ref": "#/definitions/CropMode"},
                    "format": {"$ref": "#/definitions/OutputFormat"},
                    "bg_color": {"type": "string", "pattern": "^[0-9A-Fa-f]{6}$"},
                    "bg_image_file": {},
                    "bg_image_url": {"type": "string", "pattern": "^https?://"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
            {
                "not": {"required": ["bg_color", "bg_image_file"]},
                "x-field": "bg_color",
                "x-message": "give either a colour or a picture for the background, not both",
            },
            {
                "not": {"required": ["bg_color", "bg_image_url"]},
                "x-field": "bg_color",
                "x-message": "give either a colour or a picture for the background, not both",
            },
            {
                "not": {"required": ["bg_image_file", "bg_image_url"]},
                "x-field": "bg_image_url",
                "x-message": "excludes bg_image_file",
            },
            {
                "if": {"required": ["bg_color"]},
                "then": {
                    "anyOf": [{"required": ["format"], "properties": {"format": {"const": "jpg"}}}],
                    "x-field": "bg_color",
                    "x-message": 'a colour only has an effect with format="jpg"',
                },
            },
            {
                "if": {"required": ["return_type"], "properties": {"return_type": {"const": 3}}},
                "then": {
                    "anyOf": [{"required": ["sync"], "properties": {"sync": {"const": 1}}}],
                    "x-field": "return_type",
                    "x-message": "PicWish answers with the image itself only when sync=True",
                },
            },
        ]
    },
    "CreateTextRecognitionRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "image_url": {"type": "string", "pattern": "^https?://"},
                    "image_file": {},
                    "language": {
                        "type": "string",
                        "pattern": "^[A-Za-z]+(,[A-Za-z]+){0,9}$",
                        "x-message": "is no list of up to 10 languages such as English,Digits",
                    },
                    "password": {"type": "string", "maxLength": 32},
                    "format": {"$ref": "#/definitions/TextFormat"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {
                "not": {"required": ["image_url", "image_file"]},
                "x-field": "image_url",
                "x-message": "excludes image_file",
            },
            {
                "anyOf": [{"required": ["image_url"]}, {"required": ["image_file"]}],
                "x-field": "image_file",
                "x-message": "one of image_url and image_file is needed",
            },
        ]
    },
    "CreateWatermarkRemovalRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "url": {"type": "string", "pattern": "^https?://"},
                    "file": {},
                    "sync": {"$ref": "#/definitions/SyncMode"},
                    "callback_url": {"type": "string", "pattern": "^https?://"},
                },
            },
            {"not": {"required": ["url", "file"]}, "x-field": "url", "x-message": "excludes file"},
            {
                "anyOf": [{"required": ["url"]}, {"required": ["file"]}],
                "x-field": "file",
                "x-message": "one of url and file is needed",
            },
        ]
    },
    "CropMode": {"type": "integer", "enum": [0, 1]},
    "Flag": {"type": "integer", "enum": [0, 1]},
    "ForegroundType": {"type": "string", "enum": ["", "person", "object", "stamp"]},
    "JsonReturnType": {"type": "integer", "enum": [1, 2]},
    "OutputFormat": {"type": "string", "enum": ["png", "jpg"]},
    "OutputType": {"type": "integer", "enum": [1, 2, 3]},
    "PdfEditKind": {
        "type": "string",
        "enum": ["compress", "split", "rotate", "protect", "unlock", "watermark"],
    },
    "PdfQuality": {"type": "string", "enum": ["low", "medium", "high"]},
    "Rectangle": {
        "type": "object",
        "additionalProperties": False,
        "required": ["x", "y", "width", "height"],
        "properties": {
            "x": {"type": "integer", "minimum": 0},
            "y": {"type": "integer", "minimum": 0},
            "width": {"type": "integer", "minimum": 1},
            "height": {"type": "integer", "minimum": 1},
        },
    },
    "ReturnType": {"type": "integer", "enum": [1, 2, 3]},
    "ScaleFactor": {"type": "integer", "enum": [1, 2, 4]},
    "ScaleProType": {"type": "integer", "enum": [0, 1]},
    "ScaleType": {"type": "string", "enum": ["clean", "face"]},
    "SyncMode": {"type": "integer", "enum": [0, 1]},
    "TextFormat": {"type": "string", "enum": ["txt", "pdf", "docx", "xlsx", "pptx"]},
}
