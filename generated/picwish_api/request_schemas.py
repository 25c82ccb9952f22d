"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
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
    "CropMode": {"type": "integer", "enum": [0, 1]},
    "ForegroundType": {"type": "string", "enum": ["", "person", "object", "stamp"]},
    "OutputFormat": {"type": "string", "enum": ["png", "jpg"]},
    "OutputType": {"type": "integer", "enum": [1, 2, 3]},
    "ReturnType": {"type": "integer", "enum": [1, 2, 3]},
    "SyncMode": {"type": "integer", "enum": [0, 1]},
}
