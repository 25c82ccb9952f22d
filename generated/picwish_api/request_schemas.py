"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "CreateSegmentationRequest": {
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
    "CropMode": {"type": "integer", "enum": [0, 1]},
    "ForegroundType": {"type": "string", "enum": ["", "person", "object", "stamp"]},
    "OutputFormat": {"type": "string", "enum": ["png", "jpg"]},
    "OutputType": {"type": "integer", "enum": [1, 2, 3]},
    "ReturnType": {"type": "integer", "enum": [1, 2, 3]},
    "SyncMode": {"type": "integer", "enum": [0, 1]},
}
