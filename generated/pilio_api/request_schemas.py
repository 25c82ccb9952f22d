"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "AspectRatio": {
        "type": "string",
        "enum": ["1:1", "3:2", "2:3", "3:4", "4:3", "4:5", "5:4", "16:9", "9:16", "21:9", "auto", "7:4"],
    },
    "AutomaticQuality": {"type": "string", "enum": ["auto"]},
    "CompleteMultipartUploadRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["parts"],
        "properties": {
            "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/CompletedPart"}}
        },
    },
    "CompleteUploadRequest": {
        "anyOf": [
            {"$ref": "#/definitions/CompleteMultipartUploadRequest"},
            {"$ref": "#/definitions/ConfirmUploadRequest"},
        ]
    },
    "CompletedPart": {
        "type": "object",
        "additionalProperties": False,
        "required": ["part_number", "etag"],
        "properties": {
            "part_number": {"type": "integer", "minimum": 1},
            "etag": {"type": "string", "minLength": 1},
        },
    },
    "CompletedUploadMode": {"type": "string", "enum": ["single", "multipart"]},
    "ConfirmUploadRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["upload_mode", "duration_ms"],
        "properties": {
            "upload_mode": {"$ref": "#/definitions/CompletedUploadMode"},
            "duration_ms": {"type": "integer", "minimum": 1},
            "size": {"type": "integer", "minimum": 0},
            "parts": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/CompletedPart"}},
        },
    },
    "CreateFilesRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["files"],
        "properties": {
            "files": {
                "type": "array",
                "minItems": 1,
                "maxItems": 500,
                "items": {"$ref": "#/definitions/SourceFile"},
            },
            "upload_mode": {"$ref": "#/definitions/UploadMode"},
            "storage_intent": {"$ref": "#/definitions/StorageIntent"},
        },
    },
    "CreateGptImage25Request": {
        "type": "object",
        "additionalProperties": False,
        "required": ["prompt"],
        "properties": {
            "prompt": {"type": "string", "minLength": 1, "maxLength": 32000},
            "negative_prompt": {"type": "string", "maxLength": 32000},
            "image_file_ids": {
                "type": "array",
                "minItems": 1,
                "maxItems": 16,
                "items": {"type": "string", "minLength": 1},
            },
            "aspect_ratio": {"$ref": "#/definitions/GptImage25Ratio"},
            "resolution": {"$ref": "#/definitions/ImageResolution"},
            "output_count": {"$ref": "#/definitions/SingleOutput"},
            "quality": {"$ref": "#/definitions/AutomaticQuality"},
            "preprocess_mode": {"$ref": "#/definitions/PreprocessMode"},
        },
    },
    "CreateGptImage2EditRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["image_file_ids", "prompt"],
        "properties": {
            "image_file_ids": {
                "type": "array",
                "minItems": 1,
                "maxItems": 16,
                "items": {"type": "string", "minLength": 1},
            },
            "prompt": {"type": "string", "minLength": 1, "maxLength": 32000},
            "negative_prompt": {"type": "string", "maxLength": 32000},
            "aspect_ratio": {"$ref": "#/definitions/AspectRatio"},
            "output_count": {"$ref": "#/definitions/OutputCount"},
            "resolution": {"$ref": "#/definitions/OutputResolution"},
            "quality": {"$ref": "#/definitions/OutputQuality"},
            "preprocess_mode": {"$ref": "#/definitions/PreprocessMode"},
        },
    },
    "CreateGptImage2GenerationRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["prompt", "aspect_ratio"],
        "properties": {
            "prompt": {"type": "string", "minLength": 1, "maxLength": 32000},
            "negative_prompt": {"type": "string", "maxLength": 32000},
            "aspect_ratio": {"$ref": "#/definitions/AspectRatio"},
            "output_count": {"$ref": "#/definitions/OutputCount"},
            "resolution": {"$ref": "#/definitions/OutputResolution"},
            "quality": {"$ref": "#/definitions/OutputQuality"},
            "preprocess_mode": {"$ref": "#/definitions/PreprocessMode"},
        },
    },
    "CreateGptImage2Request": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["prompt"],
                "properties": {
                    "prompt": {"type": "string", "minLength": 1, "maxLength": 32000},
                    "negative_prompt": {"type": "string", "maxLength": 32000},
                    "image_file_ids": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 16,
                        "items": {"type": "string", "minLength": 1},
                    },
                    "aspect_ratio": {"$ref": "#/definitions/AspectRatio"},
                    "resolution": {"$ref": "#/definitions/OutputResolution"},
                    "output_count": {"$ref": "#/definitions/OutputCount"},
                    "quality": {"$ref": "#/definitions/OutputQuality"},
                    "preprocess_mode": {"$ref": "#/definitions/PreprocessMode"},
                },
            },
            {
                "anyOf": [{"required": ["image_file_ids"]}, {"required": ["aspect_ratio"]}],
                "x-field": "aspect_ratio",
                "x-message": "is needed without reference images",
            },
        ]
    },
    "CreateNanoBanana21Request": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["prompt"],
                "properties": {
                    "prompt": {"type": "string", "minLength": 1, "maxLength": 32000},
                    "negative_prompt": {"type": "string", "maxLength": 32000},
                    "image_file_ids": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 14,
                        "items": {"type": "string", "minLength": 1},
                    },
                    "aspect_ratio": {"$ref": "#/definitions/NanoBananaRatio"},
                    "resolution": {"$ref": "#/definitions/ImageResolution"},
                    "output_count": {"$ref": "#/definitions/SingleOutput"},
                    "preprocess_mode": {"$ref": "#/definitions/PreprocessMode"},
                },
            },
            {
                "anyOf": [{"required": ["image_file_ids"]}, {"required": ["aspect_ratio"]}],
                "x-field": "aspect_ratio",
                "x-message": "is needed without reference images",
            },
        ]
    },
    "CreateNanoBanana2Request": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["prompt"],
                "properties": {
                    "prompt": {"type": "string", "minLength": 1, "maxLength": 32000},
                    "negative_prompt": {"type": "string", "maxLength": 32000},
                    "image_file_ids": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 14,
                        "items": {"type": "string", "minLength": 1},
                    },
                    "aspect_ratio": {"$ref": "#/definitions/NanoBananaRatio"},
                    "resolution": {"$ref": "#/definitions/ImageResolution"},
                    "output_count": {"$ref": "#/definitions/OutputCount"},
                    "preprocess_mode": {"$ref": "#/definitions/PreprocessMode"},
                },
            },
            {
                "anyOf": [{"required": ["image_file_ids"]}, {"required": ["aspect_ratio"]}],
                "x-field": "aspect_ratio",
                "x-message": "is needed without reference images",
            },
        ]
    },
    "GptImage25Ratio": {
        "type": "string",
        "enum": ["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"],
    },
    "ImageResolution": {"type": "string", "enum": ["1K", "2K", "4K"]},
    "IndustryType": {
        "type": "string",
        "enum": [
            "portrait",
            "product",
            "human",
            "person",
            "humanv2",
            "goods",
            "commodity",
            "productv2",
            "general",
        ],
    },
    "NanoBananaRatio": {
        "type": "string",
        "enum": [
            "1:1",
            "2:3",
            "3:2",
            "3:4",
            "4:3",
            "4:5",
            "5:4",
            "9:16",
            "16:9",
            "21:9",
            "1:4",
            "4:1",
            "1:8",
            "8:1",
        ],
    },
    "OutputCount": {"type": "integer", "enum": [1, 2, 4]},
    "OutputQuality": {"type": "string", "enum": ["low", "medium", "high", "auto"]},
    "OutputResolution": {"type": "string", "enum": ["0.5K", "1K", "2K", "4K"]},
    "PdfWatermarkMode": {"type": "string", "enum": ["editable", "ai"]},
    "PreprocessMode": {"type": "string", "enum": ["off", "auto"]},
    "QualityType": {"type": "string", "enum": ["original", "fast", "speed", "draft", "preview", "low"]},
    "RemoveBackgroundRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["image_file_id"],
        "properties": {
            "image_file_id": {"type": "string", "minLength": 1},
            "industry_type": {"$ref": "#/definitions/IndustryType"},
            "quality_type": {"$ref": "#/definitions/QualityType"},
            "trim_transparent_background": {"type": "boolean"},
        },
    },
    "RemoveImageWatermarkRequest": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["image_file_id"],
                "properties": {
                    "image_file_id": {"type": "string", "minLength": 1},
                    "mode": {"$ref": "#/definitions/WatermarkMode"},
                    "boxes": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 5,
                        "items": {"$ref": "#/definitions/WatermarkBox"},
                    },
                },
            },
            {
                "if": {"required": ["mode"], "properties": {"mode": {"const": "manual"}}},
                "then": {
                    "required": ["boxes"],
                    "x-field": "boxes",
                    "x-message": 'mode="manual" needs 1 to 5 boxes',
                },
            },
            {
                "if": {"required": ["boxes"]},
                "then": {
                    "anyOf": [{"required": ["mode"], "properties": {"mode": {"const": "manual"}}}],
                    "x-field": "boxes",
                    "x-message": 'boxes need mode="manual"',
                },
            },
        ]
    },
    "RemovePdfWatermarkRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["pdf_file_id"],
        "properties": {
            "pdf_file_id": {"type": "string", "minLength": 1},
            "mode": {"$ref": "#/definitions/PdfWatermarkMode"},
        },
    },
    "SingleOutput": {"type": "integer", "enum": [1]},
    "SourceFile": {
        "type": "object",
        "additionalProperties": False,
        "required": ["nanoid", "name", "type"],
        "properties": {
            "nanoid": {"type": "string", "pattern": "^[A-Za-z0-9_-]{21}$"},
            "name": {"type": "string", "minLength": 1, "maxLength": 300},
            "type": {"type": "string", "minLength": 1},
            "size": {"type": "integer", "minimum": 0, "maximum": 2147483648},
        },
    },
    "StorageIntent": {"type": "string", "enum": ["temporary", "permanent"]},
    "UploadMode": {"type": "string", "enum": ["auto", "simple", "multipart"]},
    "UpscaleImageRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["image_file_id"],
        "properties": {
            "image_file_id": {"type": "string", "minLength": 1},
            "method": {"$ref": "#/definitions/UpscaleMethod"},
            "preset": {"$ref": "#/definitions/UpscalePreset"},
            "type": {"type": "string", "minLength": 1, "maxLength": 20},
            "enhance_face": {"type": "boolean"},
            "enhance_quality": {"type": "boolean"},
            "enhance_text": {"type": "boolean"},
        },
    },
    "UpscaleMethod": {"type": "string", "enum": ["ai_super_resolution", "super_resolution", "enhance"]},
    "UpscalePreset": {"type": "string", "enum": ["auto", "hd"]},
    "WatermarkBox": {
        "type": "object",
        "additionalProperties": False,
        "required": ["x1", "y1", "x2", "y2"],
        "properties": {
            "x1": {"type": "integer", "minimum": 0, "maximum": 100},
            "y1": {"type": "integer", "minimum": 0, "maximum": 100},
            "x2": {"type": "integer", "minimum": 0, "maximum": 100},
            "y2": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "WatermarkMode": {"type": "string", "enum": ["auto", "manual"]},
}
