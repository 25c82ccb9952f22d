"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "Adjustments": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "hdr": {
                "anyOf": [
                    {"type": "integer", "minimum": 0, "maximum": 100},
                    {"$ref": "#/definitions/HdrOptions"},
                ]
            },
            "exposure": {"type": "integer", "minimum": -100, "maximum": 100},
            "saturation": {"type": "integer", "minimum": -100, "maximum": 100},
            "contrast": {"type": "integer", "minimum": -100, "maximum": 100},
            "sharpness": {"type": "integer", "minimum": 0, "maximum": 100},
        },
    },
    "AvifFormat": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "avif"},
            "compression": {
                "anyOf": [
                    {"$ref": "#/definitions/CompressionMode"},
                    {"$ref": "#/definitions/LossyCompression"},
                    {"$ref": "#/definitions/LosslessCompression"},
                ]
            },
        },
    },
    "Background": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "remove": {"anyOf": [{"type": "boolean"}, {"$ref": "#/definitions/BackgroundRemoval"}]},
            "color": {"type": "string", "pattern": "^(transparent|#?([0-9A-Fa-f]{3}){1,2})$"},
            "blur": {"anyOf": [{"type": "boolean"}, {"$ref": "#/definitions/BackgroundBlur"}]},
        },
    },
    "BackgroundBlur": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "selective": {"$ref": "#/definitions/SelectiveOptions"},
                    "category": {"$ref": "#/definitions/ObjectCategory"},
                    "type": {"$ref": "#/definitions/BlurType"},
                    "level": {"$ref": "#/definitions/BlurLevel"},
                },
            },
            {
                "not": {"required": ["selective", "category"]},
                "x-message": "selective and category exclude each other",
            },
        ]
    },
    "BackgroundRemoval": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "clipping": {"type": "boolean"},
                    "selective": {"$ref": "#/definitions/SelectiveOptions"},
                    "category": {"$ref": "#/definitions/ObjectCategory"},
                },
            },
            {
                "not": {"required": ["selective", "category"]},
                "x-message": "selective and category exclude each other",
            },
        ]
    },
    "BlurLevel": {"type": "string", "enum": ["low", "medium", "high"]},
    "BlurType": {"type": "string", "enum": ["regular", "lens"]},
    "BoundsFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "bounds"}},
    },
    "CanvasFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "canvas"}},
    },
    "CmykColorSpace": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "CMYK"},
            "color_profile": {"$ref": "#/definitions/CmykProfile"},
        },
    },
    "CmykProfile": {
        "type": "string",
        "enum": ["ISO_Coated", "ISO_Uncoated", "USWeb_Coated", "USWeb_Uncoated"],
    },
    "ColorSpace": {"type": "string", "enum": ["RGB", "CMYK"]},
    "CompressionMode": {"type": "string", "enum": ["lossy", "lossless"]},
    "CoverFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "cover"}},
    },
    "CreateAsyncEditRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["input", "operations"],
        "properties": {
            "input": {"type": "string", "minLength": 1, "maxLength": 4096},
            "operations": {"$ref": "#/definitions/ImageOperations"},
            "output": {
                "anyOf": [
                    {"$ref": "#/definitions/ImageOutputOptions"},
                    {"$ref": "#/definitions/StorageDestination"},
                ]
            },
        },
    },
    "CropFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "crop"},
            "crop": {"$ref": "#/definitions/CropPosition"},
        },
    },
    "CropPosition": {"type": "string", "enum": ["center", "smart"]},
    "DecompressMode": {"type": "string", "enum": ["moderate", "strong", "auto"]},
    "FitMode": {"type": "string", "enum": ["crop", "cover", "bounds", "canvas", "outpaint"]},
    "Generative": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"style_transfer": {"$ref": "#/definitions/StyleTransfer"}},
    },
    "HdrOptions": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "intensity": {"type": "integer", "minimum": 0, "maximum": 100},
            "stitching": {"type": "boolean"},
        },
    },
    "ImageOperations": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "restorations": {"$ref": "#/definitions/Restorations"},
                    "adjustments": {"$ref": "#/definitions/Adjustments"},
                    "background": {"$ref": "#/definitions/Background"},
                    "resizing": {"$ref": "#/definitions/Resizing"},
                    "padding": {
                        "type": "string",
                        "pattern": "^[0-9]+(\\.[0-9]+)?(%|px)( [0-9]+(\\.[0-9]+)?(%|px)){0,3}$",
                    },
                    "privacy": {"$ref": "#/definitions/Privacy"},
                    "generative": {"$ref": "#/definitions/Generative"},
                },
            },
            {
                "if": {"required": ["resizing"], "maxProperties": 1},
                "then": {
                    "properties": {
                        "resizing": {
                            "anyOf": [
                                {"required": ["width"]},
                                {"required": ["height"]},
                                {
                                    "required": ["fit"],
                                    "properties": {"fit": {"type": "object", "required": ["outpaint_by"]}},
                                },
                            ],
                            "x-field": "width",
                            "x-message": "is left out, and so is the height; give one of them",
                        }
                    }
                },
            },
            {
                "not": {"additionalProperties": {"maxProperties": 0, "type": "object"}},
                "x-message": "asks for nothing, and would be charged all the same",
            },
            {
                "if": {
                    "required": ["generative"],
                    "properties": {"generative": {"required": ["style_transfer"]}},
                },
                "then": {
                    "properties": {
                        "background": {
                            "properties": {
                                "remove": {
                                    "const": False,
                                    "x-message": "cannot go with generative.style_transfer",
                                },
                                "blur": {
                                    "const": False,
                                    "x-message": "cannot go with generative.style_transfer",
                                },
                            }
                        }
                    }
                },
            },
        ]
    },
    "ImageOutputOptions": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "format": {
                "anyOf": [
                    {"$ref": "#/definitions/OutputFormat"},
                    {"$ref": "#/definitions/JpegFormat"},
                    {"$ref": "#/definitions/PngFormat"},
                    {"$ref": "#/definitions/WebpFormat"},
                    {"$ref": "#/definitions/AvifFormat"},
                    {"$ref": "#/definitions/TiffFormat"},
                ]
            },
            "destination": {"$ref": "#/definitions/StorageDestination"},
            "metadata": {"$ref": "#/definitions/OutputMetadata"},
        },
    },
    "JpegFormat": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "jpeg"},
            "quality": {"type": "integer", "minimum": 1, "maximum": 100},
            "progressive": {"type": "boolean"},
        },
    },
    "LosslessCompression": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "lossless"}},
    },
    "LossyCompression": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "lossy"},
            "quality": {"type": "integer", "minimum": 1, "maximum": 100},
        },
    },
    "ObjectCategory": {"type": "string", "enum": ["general", "cars", "products"]},
    "OutpaintFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "outpaint"},
            "feathering": {"type": "string", "pattern": "^[1-9][0-9]+[%]$|^[0-9][%]$"},
            "outpaint_by": {"type": "string", "minLength": 1},
        },
    },
    "OutputFormat": {"type": "string", "enum": ["jpeg", "png", "webp", "avif", "tiff"]},
    "OutputMetadata": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "dpi": {"type": "integer", "minimum": 1},
            "color_space": {
                "anyOf": [
                    {"$ref": "#/definitions/ColorSpace"},
                    {"$ref": "#/definitions/RgbColorSpace"},
                    {"$ref": "#/definitions/CmykColorSpace"},
                ]
            },
        },
    },
    "PhotoUpscale": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type", "version"],
        "properties": {
            "type": {"type": "string", "const": "photo"},
            "version": {"$ref": "#/definitions/PhotoUpscaleVersion"},
        },
    },
    "PhotoUpscaleVersion": {"type": "string", "enum": ["1", "2", "3"]},
    "PngCompression": {"type": "string", "enum": ["fast", "best", "optimal"]},
    "PngFormat": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "png"},
            "compression": {"$ref": "#/definitions/PngCompression"},
        },
    },
    "Privacy": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"blur_car_plate": {"type": "boolean"}, "identity_crop": {"type": "boolean"}},
    },
    "Resizing": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "width": {
                        "anyOf": [
                            {"type": "integer", "minimum": 1},
                            {"type": "string", "pattern": "^(auto|[1-9][0-9]*%)$"},
                        ]
                    },
                    "height": {
                        "anyOf": [
                            {"type": "integer", "minimum": 1},
                            {"type": "string", "pattern": "^(auto|[1-9][0-9]*%)$"},
                        ]
                    },
                    "fit": {
                        "anyOf": [
                            {"$ref": "#/definitions/FitMode"},
                            {"$ref": "#/definitions/CropFit"},
                            {"$ref": "#/definitions/CoverFit"},
                            {"$ref": "#/definitions/BoundsFit"},
                            {"$ref": "#/definitions/CanvasFit"},
                            {"$ref": "#/definitions/OutpaintFit"},
                        ]
                    },
                },
            },
            {
                "if": {"anyOf": [{"required": ["width"]}, {"required": ["height"]}]},
                "then": {
                    "anyOf": [
                        {"required": ["width"], "properties": {"width": {"not": {"const": "auto"}}}},
                        {"required": ["height"], "properties": {"height": {"not": {"const": "auto"}}}},
                    ],
                    "x-field": "width",
                    "x-message": "is auto or left out, and so is the height; give one of them",
                },
            },
        ]
    },
    "Restorations": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "decompress": {"anyOf": [{"$ref": "#/definitions/DecompressMode"}, {"type": "null"}]},
            "upscale": {
                "anyOf": [{"$ref": "#/definitions/UpscaleModel"}, {"$ref": "#/definitions/PhotoUpscale"}]
            },
            "polish": {"type": "boolean"},
        },
    },
    "RgbColorSpace": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "RGB"}},
    },
    "SelectiveOptions": {
        "type": "object",
        "additionalProperties": False,
        "required": ["object_to_keep"],
        "properties": {"object_to_keep": {"type": "string", "minLength": 3, "maxLength": 128}},
    },
    "StorageDestination": {
        "type": "string",
        "minLength": 1,
        "maxLength": 4096,
        "pattern": "^storage://",
        "x-message": 'a destination begins with storage://; a format alone is {"format": "png"}',
    },
    "StyleTransfer": {
        "type": "object",
        "additionalProperties": False,
        "required": ["style_reference_image"],
        "properties": {
            "style_reference_image": {"type": "string", "minLength": 1},
            "prompt": {"type": "string", "minLength": 3, "maxLength": 1024},
            "depth_strength": {"type": "number", "minimum": 0, "maximum": 1},
            "denoising_strength": {"type": "number", "minimum": 0, "maximum": 1},
            "style_strength": {"type": "number", "minimum": 0, "maximum": 1},
        },
    },
    "TiffFormat": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "tiff"},
            "compression": {
                "anyOf": [
                    {"$ref": "#/definitions/CompressionMode"},
                    {"$ref": "#/definitions/LossyCompression"},
                    {"$ref": "#/definitions/LosslessCompression"},
                ]
            },
        },
    },
    "UploadAndEditRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["file", "data"],
        "properties": {"file": {}, "data": {"$ref": "#/definitions/UploadEdit"}},
    },
    "UploadEdit": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "operations": {"$ref": "#/definitions/ImageOperations"},
            "output": {
                "anyOf": [
                    {"$ref": "#/definitions/ImageOutputOptions"},
                    {"type": "string", "minLength": 1, "maxLength": 4096},
                ]
            },
        },
    },
    "UpscaleModel": {
        "type": "string",
        "enum": ["smart_enhance", "smart_resize", "faces", "digital_art", "photo"],
    },
    "WebpFormat": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "webp"},
            "compression": {
                "anyOf": [
                    {"$ref": "#/definitions/CompressionMode"},
                    {"$ref": "#/definitions/LossyCompression"},
                    {"$ref": "#/definitions/LosslessCompression"},
                ]
            },
        },
    },
}
