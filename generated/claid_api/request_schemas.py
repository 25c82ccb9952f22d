"""JSON schemas (draft-07) of the request bodies by name; they refer to each other as `#/definitions/Name`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUEST_SCHEMAS: Final[Mapping[str, Mapping[str, Any]]] = {
    "AbsolutePlacement": {
        "type": "object",
        "additionalProperties": False,
        "required": ["image_url"],
        "properties": {
            "image_url": {"$ref": "#/definitions/SceneImageUrl"},
            "placement_type": {"type": "string", "const": "absolute"},
            "rotation_degree": {"type": "number", "minimum": 0, "maximum": 360},
            "scale": {"type": "number", "minimum": 0.01, "maximum": 1},
            "position": {"$ref": "#/definitions/ScenePosition"},
        },
    },
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
    "AiEditAspectRatio": {
        "type": "string",
        "enum": ["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "9:21", "21:9"],
    },
    "AiEditModel": {"type": "string", "enum": ["v1", "v2"]},
    "AiEditOptions": {
        "type": "object",
        "additionalProperties": False,
        "required": ["prompt"],
        "properties": {
            "prompt": {"type": "string", "minLength": 3, "maxLength": 5000},
            "model": {"$ref": "#/definitions/AiEditModel"},
            "aspect_ratio": {"$ref": "#/definitions/AiEditAspectRatio"},
            "inference_steps": {"type": "integer", "minimum": 1, "maximum": 50},
            "guidance_scale": {"type": "number", "minimum": 1, "maximum": 10},
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
            "color": {"type": "string"},
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
    "BatchInput": {
        "type": "object",
        "additionalProperties": False,
        "required": ["source"],
        "properties": {
            "source": {"type": "string", "minLength": 1, "maxLength": 4096},
            "recursive": {"type": "boolean"},
        },
    },
    "BlurLevel": {"type": "string", "enum": ["low", "medium", "high"]},
    "BlurType": {"type": "string", "enum": ["regular", "lens"]},
    "BoundsFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "bounds"}},
    },
    "BucketCredentials": {
        "type": "object",
        "additionalProperties": False,
        "required": ["access_key", "secret_access_key"],
        "properties": {
            "access_key": {"type": "string"},
            "secret_access_key": {"type": "string", "minLength": 1},
        },
    },
    "BucketParameters": {
        "type": "object",
        "additionalProperties": False,
        "required": ["bucket", "credentials"],
        "properties": {
            "bucket": {"type": "string", "minLength": 1},
            "path": {"type": "string"},
            "credentials": {"$ref": "#/definitions/BucketCredentials"},
        },
    },
    "CanvasFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "canvas"}},
    },
    "ChangeStorageRequest": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "name": {"$ref": "#/definitions/StorageName"},
            "type": {"$ref": "#/definitions/StorageType"},
            "parameters": {"$ref": "#/definitions/ChangedParameters"},
        },
    },
    "ChangedCredentials": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "access_key": {"type": "string"},
            "secret_access_key": {"type": "string", "minLength": 1},
        },
    },
    "ChangedParameters": {
        "type": "object",
        "additionalProperties": True,
        "properties": {
            "bucket": {"type": "string", "minLength": 1},
            "path": {"type": "string"},
            "credentials": {"$ref": "#/definitions/ChangedCredentials"},
            "base_url": {"type": "string"},
        },
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
    "CreateAiEditRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["input", "options"],
        "properties": {
            "input": {"type": "string", "minLength": 1, "maxLength": 4096},
            "options": {"$ref": "#/definitions/AiEditOptions"},
            "output": {
                "anyOf": [
                    {"$ref": "#/definitions/GeneratedOutput"},
                    {"$ref": "#/definitions/StorageDestination"},
                ]
            },
        },
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
    "CreateBatchEditRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["input", "operations"],
        "properties": {
            "input": {
                "anyOf": [
                    {"type": "string", "minLength": 1, "maxLength": 4096},
                    {
                        "type": "array",
                        "minItems": 1,
                        "items": {"type": "string", "minLength": 1, "maxLength": 4096},
                    },
                    {"$ref": "#/definitions/BatchInput"},
                ]
            },
            "operations": {"$ref": "#/definitions/ImageOperations"},
            "output": {
                "anyOf": [
                    {"$ref": "#/definitions/ImageOutputOptions"},
                    {"$ref": "#/definitions/StorageDestination"},
                ]
            },
        },
    },
    "CreateFashionImageRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["input", "options"],
        "properties": {
            "input": {"$ref": "#/definitions/FashionInput"},
            "options": {"$ref": "#/definitions/FashionOptions"},
            "output": {
                "anyOf": [
                    {"$ref": "#/definitions/GeneratedOutput"},
                    {"$ref": "#/definitions/StorageDestination"},
                ]
            },
        },
    },
    "CreateSceneRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["object", "scene"],
        "properties": {
            "object": {
                "anyOf": [
                    {"$ref": "#/definitions/OriginalPlacement"},
                    {"$ref": "#/definitions/PaddedPlacement"},
                    {"$ref": "#/definitions/AbsolutePlacement"},
                ]
            },
            "scene": {
                "anyOf": [
                    {"$ref": "#/definitions/ShadowScene"},
                    {"$ref": "#/definitions/TemplateScene"},
                    {"$ref": "#/definitions/PromptScene"},
                ]
            },
            "output": {
                "anyOf": [{"$ref": "#/definitions/SceneOutput"}, {"$ref": "#/definitions/StorageDestination"}]
            },
        },
    },
    "CreateStorageRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["name", "type", "parameters"],
        "properties": {
            "name": {"$ref": "#/definitions/StorageName"},
            "type": {"$ref": "#/definitions/StorageType"},
            "parameters": {
                "anyOf": [
                    {"$ref": "#/definitions/WebFolderParameters"},
                    {"$ref": "#/definitions/BucketParameters"},
                ]
            },
        },
    },
    "CreateVideoRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["input", "options"],
        "properties": {
            "input": {"type": "string", "minLength": 1, "maxLength": 4096},
            "options": {"$ref": "#/definitions/VideoOptions"},
            "output": {"$ref": "#/definitions/StorageDestination"},
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
    "FashionAspectRatio": {
        "type": "string",
        "enum": ["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "4:5", "5:4"],
    },
    "FashionInput": {
        "type": "object",
        "additionalProperties": False,
        "required": ["clothing"],
        "properties": {
            "clothing": {
                "type": "array",
                "minItems": 1,
                "maxItems": 5,
                "items": {"type": "string", "minLength": 1, "maxLength": 4096},
            },
            "model": {"type": "string", "minLength": 1, "maxLength": 4096},
        },
    },
    "FashionOptions": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "pose": {"type": "string", "minLength": 3, "maxLength": 5000},
            "background": {"type": "string", "minLength": 3, "maxLength": 5000},
            "aspect_ratio": {"$ref": "#/definitions/FashionAspectRatio"},
        },
    },
    "FitMode": {"type": "string", "enum": ["crop", "cover", "bounds", "canvas", "outpaint"]},
    "GenerateRequest": {
        "type": "object",
        "additionalProperties": False,
        "required": ["input"],
        "properties": {
            "input": {"type": "string", "minLength": 3, "maxLength": 1024},
            "options": {"$ref": "#/definitions/GenerationOptions"},
            "output": {"$ref": "#/definitions/StorageDestination"},
        },
    },
    "GeneratedFormat": {"type": "string", "enum": ["jpeg", "png"]},
    "GeneratedOutput": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "number_of_images": {"type": "integer", "minimum": 1, "maximum": 4},
            "destination": {"$ref": "#/definitions/StorageDestination"},
            "format": {"$ref": "#/definitions/GeneratedFormat"},
        },
    },
    "GenerationOptions": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "number_of_images": {"type": "integer", "minimum": 1, "maximum": 4},
            "guidance_scale": {"type": "number", "minimum": 1, "exclusiveMaximum": 50},
        },
    },
    "Generative": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"style_transfer": {"$ref": "#/definitions/StyleTransfer"}},
    },
    "GuidedPrompt": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "text": {"type": "string", "minLength": 3, "maxLength": 2048},
                    "generate": {"type": "boolean"},
                    "guidelines": {"type": "string", "minLength": 3, "maxLength": 1000},
                },
            },
            {
                "if": {"required": ["generate"], "properties": {"generate": {"const": True}}},
                "then": {
                    "not": {"required": ["text"]},
                    "x-field": "text",
                    "x-message": "cannot go with generate",
                },
                "else": {
                    "not": {"required": ["guidelines"]},
                    "x-field": "guidelines",
                    "x-message": "goes with generate alone",
                },
            },
        ]
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
                    "padding": {"type": "string"},
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
                            "x-message": "is left out, and so is the height; give one of them, or outpaint_by for an outpainting",
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
    "OriginalPlacement": {
        "type": "object",
        "additionalProperties": False,
        "required": ["image_url", "placement_type"],
        "properties": {
            "image_url": {"$ref": "#/definitions/SceneImageUrl"},
            "placement_type": {"type": "string", "const": "original"},
        },
    },
    "OutpaintFit": {
        "type": "object",
        "additionalProperties": False,
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "outpaint"},
            "feathering": {"type": "string", "pattern": "^[1-9][0-9]+[%]$|^[0-9][%]$"},
            "outpaint_by": {"type": "string"},
        },
    },
    "OutputFormat": {"type": "string", "enum": ["jpeg", "png", "webp", "avif", "tiff"]},
    "OutputMetadata": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "dpi": {"type": "integer"},
            "color_space": {
                "anyOf": [
                    {"$ref": "#/definitions/ColorSpace"},
                    {"$ref": "#/definitions/RgbColorSpace"},
                    {"$ref": "#/definitions/CmykColorSpace"},
                ]
            },
        },
    },
    "PaddedPlacement": {
        "type": "object",
        "additionalProperties": False,
        "required": ["image_url", "placement_type", "padding"],
        "properties": {
            "image_url": {"$ref": "#/definitions/SceneImageUrl"},
            "placement_type": {"type": "string", "const": "padding"},
            "padding": {"type": "string"},
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
    "PromptScene": {
        "type": "object",
        "additionalProperties": False,
        "required": ["prompt"],
        "properties": {
            "prompt": {
                "anyOf": [
                    {"type": "string", "minLength": 3, "maxLength": 2048},
                    {"$ref": "#/definitions/GuidedPrompt"},
                ]
            },
            "model": {"$ref": "#/definitions/SceneModel"},
            "negative_prompt": {"type": "string", "minLength": 3, "maxLength": 2048},
            "steps": {"type": "integer", "minimum": 1, "exclusiveMaximum": 50},
            "color": {"type": "string"},
            "aspect_ratio": {"$ref": "#/definitions/SceneAspectRatio"},
            "preference": {"$ref": "#/definitions/ScenePreference"},
        },
    },
    "Resizing": {
        "allOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "width": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
                    "height": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
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
            "decompress": {"$ref": "#/definitions/DecompressMode"},
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
    "SceneAspectRatio": {
        "type": "string",
        "enum": ["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"],
    },
    "SceneImageUrl": {"type": "string", "minLength": 1, "maxLength": 4096},
    "SceneModel": {"type": "string", "enum": ["v1", "v2-beta", "v2"]},
    "SceneOutput": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "number_of_images": {"type": "integer", "minimum": 1, "maximum": 4},
            "destination": {"$ref": "#/definitions/StorageDestination"},
            "format": {
                "anyOf": [
                    {"$ref": "#/definitions/OutputFormat"},
                    {"$ref": "#/definitions/JpegFormat"},
                    {"$ref": "#/definitions/PngFormat"},
                    {"$ref": "#/definitions/WebpFormat"},
                    {"$ref": "#/definitions/AvifFormat"},
                ]
            },
        },
    },
    "ScenePosition": {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "x": {"type": "number", "minimum": 0, "maximum": 1},
            "y": {"type": "number", "minimum": 0, "maximum": 1},
        },
    },
    "ScenePreference": {"type": "string", "enum": ["fast", "optimal", "best"]},
    "SceneView": {"type": "string", "enum": ["auto", "top", "front"]},
    "SelectiveOptions": {
        "type": "object",
        "additionalProperties": False,
        "required": ["object_to_keep"],
        "properties": {"object_to_keep": {"type": "string", "minLength": 3, "maxLength": 128}},
    },
    "ShadowScene": {
        "type": "object",
        "additionalProperties": False,
        "required": ["effect"],
        "properties": {
            "effect": {"type": "string", "const": "shadows"},
            "model": {"$ref": "#/definitions/SceneModel"},
            "color": {"type": "string"},
            "view": {"$ref": "#/definitions/SceneView"},
            "aspect_ratio": {"$ref": "#/definitions/SceneAspectRatio"},
        },
    },
    "StorageDestination": {
        "type": "string",
        "minLength": 1,
        "maxLength": 4096,
        "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:",
        "x-message": 'a destination is a URI such as storage://name/path; a format alone is {"format": "png"}',
    },
    "StorageName": {"type": "string", "maxLength": 50},
    "StorageType": {"type": "string", "enum": ["web_folder", "s3", "gcs"]},
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
    "TemplateMode": {"type": "string", "enum": ["transform", "lock", "adjust"]},
    "TemplateScene": {
        "type": "object",
        "additionalProperties": False,
        "required": ["template_url", "view"],
        "properties": {
            "template_url": {"type": "string", "minLength": 1, "maxLength": 4096},
            "view": {"$ref": "#/definitions/TemplateView"},
            "template_mode": {"$ref": "#/definitions/TemplateMode"},
            "prompt": {
                "anyOf": [
                    {"type": "string", "minLength": 3, "maxLength": 2048},
                    {"$ref": "#/definitions/GuidedPrompt"},
                ]
            },
            "negative_prompt": {"type": "string", "minLength": 3, "maxLength": 2048},
            "steps": {"type": "integer", "minimum": 1, "exclusiveMaximum": 50},
            "color": {"type": "string"},
            "model": {"$ref": "#/definitions/SceneModel"},
        },
    },
    "TemplateView": {"type": "string", "enum": ["top", "front"]},
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
                    {"$ref": "#/definitions/StorageDestination"},
                ]
            },
        },
    },
    "UpscaleModel": {
        "type": "string",
        "enum": ["smart_enhance", "smart_resize", "faces", "digital_art", "photo"],
    },
    "VideoDuration": {"type": "string", "enum": ["5", "10"]},
    "VideoOptions": {
        "type": "object",
        "additionalProperties": False,
        "required": ["prompt"],
        "properties": {
            "prompt": {
                "anyOf": [
                    {"type": "string", "minLength": 3, "maxLength": 5000},
                    {"$ref": "#/definitions/VideoPrompt"},
                ]
            },
            "negative_prompt": {"type": "string", "minLength": 3, "maxLength": 5000},
            "duration": {"$ref": "#/definitions/VideoDuration"},
            "guidance_scale": {"type": "number", "minimum": 0, "maximum": 1},
        },
    },
    "VideoPrompt": {
        "type": "object",
        "additionalProperties": True,
        "properties": {
            "text": {"type": "string", "minLength": 3, "maxLength": 5000},
            "generate": {"type": "boolean"},
            "guidelines": {"type": "string", "minLength": 3, "maxLength": 1000},
        },
    },
    "WebFolderParameters": {
        "type": "object",
        "additionalProperties": True,
        "required": ["base_url"],
        "properties": {"base_url": {"type": "string"}},
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
