"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "Action": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id"],
        "properties": {"id": {"type": "integer", "minimum": 0}},
    },
    "AgingPayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/SingleSourceFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/Action"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpg"},
        },
    },
    "AuthenticateRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["client_id", "id_token"],
        "properties": {"client_id": {"type": "string"}, "id_token": {"type": "string"}},
    },
    "BackgroundRemovalPayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/SourceFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/Action"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtPngOrWebp"},
        },
    },
    "ColorizePayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/SourceFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/Action"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpgOrWebp"},
        },
    },
    "CreateFileRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["files"],
        "properties": {"files": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/NewFile"}}},
    },
    "CreateMakeupTransferFileRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["files"],
        "properties": {
            "files": {
                "type": "array",
                "minItems": 1,
                "items": {"$ref": "#/definitions/NewMakeupTransferFile"},
            }
        },
    },
    "EnhanceAction": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "params"],
        "properties": {
            "id": {"type": "integer", "minimum": 0},
            "params": {"$ref": "#/definitions/EnhanceParams"},
        },
    },
    "EnhanceParams": {
        "type": "object",
        "additionalProperties": False,
        "required": ["scale"],
        "properties": {"scale": {"$ref": "#/definitions/EnhanceScale"}},
    },
    "EnhancePayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/SourceFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/EnhanceAction"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpgOrWebp"},
        },
    },
    "EnhanceScale": {"type": "integer", "enum": [1, 2, 4]},
    "FileContentType": {"type": "string", "enum": ["image/jpg", "image/jpeg", "image/png"]},
    "HairEffectPayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["actions", "file_sets"],
        "properties": {
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/StyleAction"},
            },
            "file_sets": {"$ref": "#/definitions/SourceFileSets"},
            "output_ext": {"$ref": "#/definitions/OutputExtJpg"},
        },
    },
    "HairstylePayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/SingleSourceFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/StyleAction"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpg"},
        },
    },
    "ImageGeneratorAction": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "params"],
        "properties": {
            "id": {"type": "integer", "minimum": 0},
            "params": {"$ref": "#/definitions/ImageGeneratorParams"},
        },
    },
    "ImageGeneratorParams": {
        "type": "object",
        "additionalProperties": False,
        "required": ["prompt", "style_group_id", "style_ids"],
        "properties": {
            "prompt": {"type": "string"},
            "style_group_id": {"type": "integer"},
            "style_ids": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "integer"}},
        },
    },
    "ImageGeneratorPayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["actions"],
        "properties": {
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/ImageGeneratorAction"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpg"},
        },
    },
    "MakeupTransferContentType": {
        "type": "string",
        "enum": ["image/jpg", "image/jpeg", "image/png", "image/tiff", "image/gif"],
    },
    "MakeupTransferFileSets": {
        "type": "object",
        "additionalProperties": False,
        "required": ["src_ids", "ref_ids"],
        "properties": {
            "src_ids": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "string"}},
            "ref_ids": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "string"}},
        },
    },
    "MakeupTransferPayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/MakeupTransferFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/Action"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpg"},
        },
    },
    "NewFile": {
        "type": "object",
        "additionalProperties": False,
        "required": ["content_type", "file_name"],
        "properties": {
            "content_type": {"$ref": "#/definitions/FileContentType"},
            "file_name": {"type": "string"},
        },
    },
    "NewMakeupTransferFile": {
        "type": "object",
        "additionalProperties": False,
        "required": ["content_type", "file_name"],
        "properties": {
            "content_type": {"$ref": "#/definitions/MakeupTransferContentType"},
            "file_name": {"type": "string"},
        },
    },
    "ObjectRemovalFileSets": {
        "type": "object",
        "additionalProperties": False,
        "required": ["src_ids", "mask_ids"],
        "properties": {
            "src_ids": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            "mask_ids": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        },
    },
    "ObjectRemovalPayload": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file_sets", "actions"],
        "properties": {
            "file_sets": {"$ref": "#/definitions/ObjectRemovalFileSets"},
            "actions": {
                "type": "array",
                "minItems": 1,
                "maxItems": 1,
                "items": {"$ref": "#/definitions/Action"},
            },
            "output_ext": {"$ref": "#/definitions/OutputExtJpgOrWebp"},
        },
    },
    "OutputExtJpg": {"type": "string", "enum": ["jpg"]},
    "OutputExtJpgOrWebp": {"type": "string", "enum": ["jpg", "webp"]},
    "OutputExtPngOrWebp": {"type": "string", "enum": ["png", "webp"]},
    "RunAgingRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/AgingPayload"},
        },
    },
    "RunBackgroundRemovalRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/BackgroundRemovalPayload"},
        },
    },
    "RunColorizeRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/ColorizePayload"},
        },
    },
    "RunEnhanceRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/EnhancePayload"},
        },
    },
    "RunHairEffectRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/HairEffectPayload"},
        },
    },
    "RunHairstyleRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/HairstylePayload"},
        },
    },
    "RunImageGeneratorRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/ImageGeneratorPayload"},
        },
    },
    "RunMakeupTransferRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/MakeupTransferPayload"},
        },
    },
    "RunObjectRemovalRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["request_id", "payload"],
        "properties": {
            "request_id": {"type": "integer", "minimum": 0},
            "payload": {"$ref": "#/definitions/ObjectRemovalPayload"},
        },
    },
    "SingleSourceFileSets": {
        "type": "object",
        "additionalProperties": False,
        "required": ["src_ids"],
        "properties": {
            "src_ids": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "string"}}
        },
    },
    "SourceFileSets": {
        "type": "object",
        "additionalProperties": False,
        "required": ["src_ids"],
        "properties": {"src_ids": {"type": "array", "minItems": 1, "items": {"type": "string"}}},
    },
    "StyleAction": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "params"],
        "properties": {
            "id": {"type": "integer", "minimum": 0},
            "params": {"$ref": "#/definitions/StyleParams"},
        },
    },
    "StyleParams": {
        "type": "object",
        "additionalProperties": False,
        "required": ["style_group_id", "style_ids"],
        "properties": {
            "style_group_id": {"type": "integer"},
            "style_ids": {"type": "array", "minItems": 1, "maxItems": 1, "items": {"type": "integer"}},
        },
    },
}
