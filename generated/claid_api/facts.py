"""What the client must know of this vendor beyond its schemas, taken from the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .request_schemas import REQUEST_SCHEMAS as REQUEST_SCHEMAS


class Operation(TypedDict):
    """One operation of the API."""

    method: str
    """HTTP method in lower case."""
    path: str
    """Path template below the server's address."""
    tag: str
    module: str
    """Full name of the module with the operation's functions."""
    request_schema: str | None
    """Name of the schema of the request body; None without a body."""
    request_content_type: str | None
    response_schema: str | None
    """Name of the schema of the JSON answer on success; None where there is none."""
    parameters: Mapping[str, str]
    """JSON type of every required parameter."""
    secrets: Sequence[str]
    """Fields of the request that must not be shown."""
    task_api: Mapping[str, Any]
    """The operation's `x-task-api`, without its methods."""


SERVERS: Final[tuple[str, ...]] = ("https://api.claid.ai/v1",)
"""Addresses of the API, the default first; variables have their default values."""

FACTS: Final[Mapping[str, Any]] = {
    "vendor": "claid",
    "client": "Claid",
    "title": "Claid",
    "authentication": {
        "style": "header",
        "header": "Authorization",
        "prefix": "Bearer ",
        "token_lifetime_seconds": None,
    },
    "environment": {"api_key": "CLAID_API_KEY", "base_url": "CLAID_BASE_URL"},
    "envelope": {
        "status_field": None,
        "success": None,
        "data_field": "data",
        "error_code": ["error_code", "detail.error_code"],
        "error_message": ["error_message", "detail.error_message", "detail.0.msg", "detail"],
        "error_fields": ["error_details", "detail.error_details"],
    },
    "task": {
        "id": "id",
        "status": "status",
        "phases": {
            "ACCEPTED": "queued",
            "WAITING": "queued",
            "PROCESSING": "running",
            "PAUSED": "running",
            "DONE": "succeeded",
            "ERROR": "failed",
            "CANCELLED": "failed",
        },
        "failed_below": None,
        "reason": ["errors.0.error"],
    },
    "polling": {
        "initial_seconds": 1,
        "maximum_seconds": 5,
        "hint_milliseconds_field": None,
        "lost_after_seconds": None,
        "server_limit_seconds": None,
    },
    "limits": {
        "rates": [
            {"requests": 120, "seconds": 60, "scope": "account"},
            {"requests": 4, "seconds": 1, "scope": "account"},
        ],
        "in_flight": None,
        "files_per_create": None,
    },
    "rate_headers": {
        "limit": "RateLimit-Limit",
        "remaining": "RateLimit-Remaining",
        "reset": "RateLimit-Reset",
    },
    "lifetimes": {
        "upload_url_seconds": None,
        "download_url_seconds": 86400,
        "upload_seconds": 86400,
        "result_seconds": 86400,
    },
    "upload": {"multipart_threshold_bytes": None, "maximum_bytes": None},
    "errors": {
        "111": {"meaning": "authentication", "description": "The API key is missing or wrong."},
        "2001": {"meaning": "rate_limited", "description": "The account's rate limit is exceeded."},
        "9000": {
            "meaning": "invalid_input",
            "description": "Fields of the request are invalid; error_details names them.",
        },
    },
    "http_errors": {
        "400": "invalid_input",
        "401": "authentication",
        "402": "insufficient_credits",
        "403": "authentication",
        "404": "not_found",
        "422": "invalid_input",
        "429": "rate_limited",
        "500": "unavailable",
    },
    "task_errors": {},
    "result": {
        "raw": "data",
        "files": [
            {"at": "data.result.output_object", "url": ["tmp_url", "object_uri"], "type_field": "mime"},
            {"at": "data.result.output_objects.*", "url": ["tmp_url", "object_uri"], "type_field": "mime"},
            {"at": "data.results.*.output_object", "url": ["tmp_url", "object_uri"], "type_field": "mime"},
            {"at": "data.output", "url": ["tmp_url", "object_uri"], "type_field": "mime"},
            {"at": "data.output.*", "url": ["tmp_url", "object_uri"], "type_field": "mime"},
        ],
    },
}

OPERATIONS: Final[Mapping[str, Operation]] = {
    "create_async_edit": {
        "method": "post",
        "path": "/image/edit/async",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.create_async_edit",
        "request_schema": "CreateAsyncEditRequest",
        "request_content_type": "application/json",
        "response_schema": "AsyncEditResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "status_operation": "get_async_edit",
            "result_operation": None,
            "inputs": {
                "image": {
                    "maximum_count": 1,
                    "notes": ["Given by http(s) URL, or by storage URI of a connected storage."],
                }
            },
        },
    },
    "get_async_edit": {
        "method": "get",
        "path": "/image/edit/async/{task_id}",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.get_async_edit",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "AsyncEditResponse",
        "parameters": {"task_id": "integer"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False},
    },
    "upload_and_edit": {
        "method": "post",
        "path": "/image/edit/upload",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.upload_and_edit",
        "request_schema": "UploadAndEditRequest",
        "request_content_type": "multipart/form-data",
        "response_schema": "FinishedEditResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "upload",
            "billed": True,
            "synchronous": {},
            "inputs": {"image": {"maximum_count": 1}},
            "rules": ["The part data is sent with a content type of its own, application/json."],
        },
    },
    "edit_now": {
        "method": "post",
        "path": "/image/edit",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.edit_now",
        "request_schema": "CreateAsyncEditRequest",
        "request_content_type": "application/json",
        "response_schema": "FinishedEditResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "synchronous": {},
            "status_operation": None,
            "result_operation": None,
            "inputs": {
                "image": {
                    "maximum_count": 1,
                    "notes": ["Given by http(s) URL, or by storage URI of a connected storage."],
                }
            },
        },
    },
    "create_batch_edit": {
        "method": "post",
        "path": "/image/edit/batch",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.create_batch_edit",
        "request_schema": "CreateBatchEditRequest",
        "request_content_type": "application/json",
        "response_schema": "BatchEditResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "status_operation": "get_batch_edit",
            "result_operation": None,
            "inputs": {
                "images": {
                    "notes": [
                        "Given by http(s) URL, or by storage URI of a connected storage. No document states how many."
                    ]
                }
            },
        },
    },
    "get_batch_edit": {
        "method": "get",
        "path": "/image/edit/batch/{task_id}",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.get_batch_edit",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "BatchEditResponse",
        "parameters": {"task_id": "integer"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False},
    },
    "generate_images": {
        "method": "post",
        "path": "/image/generate",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.generate_images",
        "request_schema": "GenerateRequest",
        "request_content_type": "application/json",
        "response_schema": "GeneratedImagesResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "synchronous": {},
            "status_operation": None,
            "result_operation": None,
        },
    },
    "create_scene": {
        "method": "post",
        "path": "/scene/create",
        "tag": "image_generation",
        "module": "claid_api.api.image_generation.create_scene",
        "request_schema": "CreateSceneRequest",
        "request_content_type": "application/json",
        "response_schema": "SceneResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "synchronous": {},
            "status_operation": None,
            "result_operation": None,
            "inputs": {"image": {"maximum_count": 1}, "template": {"maximum_count": 1}},
            "rules": ["A prompt that the vendor completes (generate) costs 0.5 credits a request extra."],
        },
    },
    "create_ai_edit": {
        "method": "post",
        "path": "/image/ai-edit",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.create_ai_edit",
        "request_schema": "CreateAiEditRequest",
        "request_content_type": "application/json",
        "response_schema": "AiEditResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "status_operation": "get_ai_edit",
            "result_operation": None,
            "inputs": {"image": {"maximum_count": 1}},
        },
    },
    "get_ai_edit": {
        "method": "get",
        "path": "/image/ai-edit/{ai_edit_id}",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.get_ai_edit",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "AiEditResponse",
        "parameters": {"ai_edit_id": "integer"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False},
    },
    "create_fashion_image": {
        "method": "post",
        "path": "/image/ai-fashion-models",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.create_fashion_image",
        "request_schema": "CreateFashionImageRequest",
        "request_content_type": "application/json",
        "response_schema": "FashionImageResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "status_operation": "get_fashion_image",
            "result_operation": None,
            "inputs": {"clothing": {"maximum_count": 5}, "model": {"maximum_count": 1}},
        },
    },
    "get_fashion_image": {
        "method": "get",
        "path": "/image/ai-fashion-models/{processing_request_id}",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.get_fashion_image",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "FashionImageResponse",
        "parameters": {"processing_request_id": "integer"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False},
    },
    "create_video": {
        "method": "post",
        "path": "/video/generate",
        "tag": "video_generation",
        "module": "claid_api.api.video_generation.create_video",
        "request_schema": "CreateVideoRequest",
        "request_content_type": "application/json",
        "response_schema": "VideoResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "status_operation": "get_video",
            "result_operation": None,
            "inputs": {"image": {"maximum_count": 1}},
        },
    },
    "get_video": {
        "method": "get",
        "path": "/video/generate/{animation_id}",
        "tag": "video_generation",
        "module": "claid_api.api.video_generation.get_video",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "VideoResponse",
        "parameters": {"animation_id": "integer"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False},
    },
    "list_storage_types": {
        "method": "get",
        "path": "/storage/storage-types",
        "tag": "storage",
        "module": "claid_api.api.storage.list_storage_types",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "StorageTypesResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "list_storages": {
        "method": "get",
        "path": "/storage/storages",
        "tag": "storage",
        "module": "claid_api.api.storage.list_storages",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "StoragesResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "create_storage": {
        "method": "post",
        "path": "/storage/storages",
        "tag": "storage",
        "module": "claid_api.api.storage.create_storage",
        "request_schema": "CreateStorageRequest",
        "request_content_type": "application/json",
        "response_schema": "StorageResponse",
        "parameters": {},
        "secrets": ["credentials", "secret_access_key"],
        "task_api": {"role": "call", "billed": False},
    },
    "get_storage": {
        "method": "get",
        "path": "/storage/storages/{storage_id}",
        "tag": "storage",
        "module": "claid_api.api.storage.get_storage",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "StorageResponse",
        "parameters": {"storage_id": "integer"},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "delete_storage": {
        "method": "delete",
        "path": "/storage/storages/{storage_id}",
        "tag": "storage",
        "module": "claid_api.api.storage.delete_storage",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "DeletedStorage",
        "parameters": {"storage_id": "integer"},
        "secrets": [],
        "task_api": {"role": "call", "billed": False, "returns": False},
    },
    "change_storage": {
        "method": "patch",
        "path": "/storage/storages/{storage_id}",
        "tag": "storage",
        "module": "claid_api.api.storage.change_storage",
        "request_schema": "ChangeStorageRequest",
        "request_content_type": "application/json",
        "response_schema": "StorageResponse",
        "parameters": {"storage_id": "integer"},
        "secrets": ["credentials", "secret_access_key"],
        "task_api": {"role": "call", "billed": False},
    },
}

METHODS: Final[Mapping[str, Mapping[str, Any]]] = {
    "edit": {
        "summary": "Edit an image by any of Claid's operations.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"operations": {"adjustments": {"hdr": 60}}},
        "operation": "create_async_edit",
        "result_schema": "AsyncEdit",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "operations": {
                "fields": ["operations"],
                "required": True,
                "about": "What to do, as nested options.",
                "kinds": [
                    {
                        "type": "object",
                        "keys": [
                            "restorations",
                            "adjustments",
                            "background",
                            "resizing",
                            "padding",
                            "privacy",
                            "generative",
                        ],
                    }
                ],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "remove_background": {
        "summary": "Cut the subject out; the result is a transparent PNG unless told otherwise.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {},
        "operation": "create_async_edit",
        "result_schema": "AsyncEdit",
        "stem": "image",
        "fixed": {"operations.background.remove": True, "output": {"format": "png"}},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "category": {
                "fields": ["operations.background.remove.category"],
                "required": False,
                "about": 'What the picture shows. One of ``"general"``, ``"cars"``, ``"products"``.',
                "kinds": [{"type": "string", "choices": ["general", "cars", "products"]}],
            },
            "clipping": {
                "fields": ["operations.background.remove.clipping"],
                "required": False,
                "about": "Cut along the object's edge.",
                "kinds": [{"type": "boolean"}],
            },
            "color": {
                "fields": ["operations.background.color"],
                "default": "transparent",
                "required": False,
                "about": 'Background as a hex colour, or ``"transparent"``.',
                "kinds": [{"type": "string"}],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [
            {
                "format": {"parameter": "output.format", "otherwise": "png", "given": "jpeg"},
                "transparent": True,
                "opaque_with": ["color"],
                "resized_by": ["clipping"],
            }
        ],
    },
    "upscale": {
        "summary": "Enlarge an image with a model fit for its content.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {},
        "operation": "create_async_edit",
        "result_schema": "AsyncEdit",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "percent": {
                "fields": ["operations.resizing.width", "operations.resizing.height"],
                "text": "{}%",
                "default": 200,
                "required": False,
                "about": "New width and height in percent of the old.",
                "kinds": [{"type": "integer"}],
            },
            "model": {
                "fields": ["operations.restorations.upscale"],
                "default": "smart_enhance",
                "required": False,
                "about": 'What restores detail; ``"photo"`` may be given with its version.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": ["smart_enhance", "smart_resize", "faces", "digital_art", "photo"],
                    },
                    {"type": "object", "keys": ["type", "version"]},
                ],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [
            {
                "format": {"parameter": "output.format", "otherwise": "jpeg"},
                "enlarged_by": {"parameter": "percent", "one": 100},
            }
        ],
    },
    "resize": {
        "summary": "Give an image another size.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"width": "50%", "height": "50%"},
        "operation": "create_async_edit",
        "result_schema": "AsyncEdit",
        "stem": "image",
        "fixed": {"operations.resizing": {}},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "width": {
                "fields": ["operations.resizing.width"],
                "required": False,
                "about": "Pixels, a percentage such as 150%, or auto to keep the aspect ratio.",
                "kinds": [{"type": "integer"}, {"type": "string"}],
            },
            "height": {
                "fields": ["operations.resizing.height"],
                "required": False,
                "about": "Pixels, a percentage such as 150%, or auto to keep the aspect ratio.",
                "kinds": [{"type": "integer"}, {"type": "string"}],
            },
            "fit": {
                "fields": ["operations.resizing.fit"],
                "required": False,
                "about": "What to do where the proportions differ.",
                "kinds": [
                    {"type": "string", "choices": ["crop", "cover", "bounds", "canvas", "outpaint"]},
                    {"type": "object", "keys": ["type", "crop"]},
                    {"type": "object", "keys": ["type"]},
                    {"type": "object", "keys": ["type", "feathering", "outpaint_by"]},
                ],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "outpaint": {
        "summary": "Make the canvas larger and paint what is missing.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"outpaint_by": "25%"},
        "operation": "create_async_edit",
        "result_schema": "AsyncEdit",
        "stem": "image",
        "fixed": {"operations.resizing.fit": {"type": "outpaint"}},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "outpaint_by": {
                "fields": ["operations.resizing.fit.outpaint_by"],
                "required": False,
                "about": "How far to extend the image, in percent or pixels: one value for all sides or one each for width and height, such as 10%, 5% 15%, 1024px or 0px 1024px. If it is left out, the image is extended in one direction, to the width and height given.",
                "kinds": [{"type": "string"}],
            },
            "width": {
                "fields": ["operations.resizing.width"],
                "required": False,
                "about": "Pixels, a percentage such as 150%, or auto to keep the aspect ratio.",
                "kinds": [{"type": "integer"}, {"type": "string"}],
            },
            "height": {
                "fields": ["operations.resizing.height"],
                "required": False,
                "about": "Pixels, a percentage such as 150%, or auto to keep the aspect ratio.",
                "kinds": [{"type": "integer"}, {"type": "string"}],
            },
            "feathering": {
                "fields": ["operations.resizing.fit.feathering"],
                "required": False,
                "about": "How far the old edge is blended.",
                "kinds": [{"type": "string"}],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "edit_file": {
        "summary": "Edit a file by any of Claid's operations, in the one call that sends it.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"operations": {"adjustments": {"hdr": 60}}},
        "operation": "upload_and_edit",
        "result_schema": "FinishedEdit",
        "stem": "image",
        "fixed": {"data": {}},
        "parameters": {
            "image": {
                "fields": ["file"],
                "source": "form",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Sent with the call.",
                "kinds": [],
            },
            "operations": {
                "fields": ["data.operations"],
                "required": True,
                "about": "What to do, as nested options.",
                "kinds": [
                    {
                        "type": "object",
                        "keys": [
                            "restorations",
                            "adjustments",
                            "background",
                            "resizing",
                            "padding",
                            "privacy",
                            "generative",
                        ],
                    }
                ],
            },
            "output": {
                "fields": ["data.output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "edit_at_once": {
        "summary": "Edit an image by any of Claid's operations, in one call that waits for the result.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"operations": {"adjustments": {"hdr": 60}}},
        "operation": "edit_now",
        "result_schema": "FinishedEdit",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "operations": {
                "fields": ["operations"],
                "required": True,
                "about": "What to do, as nested options.",
                "kinds": [
                    {
                        "type": "object",
                        "keys": [
                            "restorations",
                            "adjustments",
                            "background",
                            "resizing",
                            "padding",
                            "privacy",
                            "generative",
                        ],
                    }
                ],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "edit_many": {
        "summary": "Edit several images in the same way, as one task.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"operations": {"adjustments": {"contrast": 20}}},
        "operation": "create_batch_edit",
        "result_schema": "BatchEdit",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "images": {
                "fields": ["input"],
                "source": "url",
                "many": True,
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "One or several of: {}.",
                "kinds": [],
            },
            "operations": {
                "fields": ["operations"],
                "required": True,
                "about": "What to do, as nested options.",
                "kinds": [
                    {
                        "type": "object",
                        "keys": [
                            "restorations",
                            "adjustments",
                            "background",
                            "resizing",
                            "padding",
                            "privacy",
                            "generative",
                        ],
                    }
                ],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}, "count": "images"}],
    },
    "edit_folder": {
        "summary": "Edit all images in a folder of a connected storage, as one task.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"folder": "storage://samples/", "operations": {"adjustments": {"contrast": 20}}},
        "operation": "create_batch_edit",
        "result_schema": "BatchEdit",
        "stem": "edit_folder",
        "fixed": {},
        "parameters": {
            "folder": {
                "fields": ["input.source"],
                "required": True,
                "about": "A folder of a connected storage, as ``storage://name/path/``. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
            "operations": {
                "fields": ["operations"],
                "required": True,
                "about": "What to do, as nested options.",
                "kinds": [
                    {
                        "type": "object",
                        "keys": [
                            "restorations",
                            "adjustments",
                            "background",
                            "resizing",
                            "padding",
                            "privacy",
                            "generative",
                        ],
                    }
                ],
            },
            "recursive": {
                "fields": ["input.recursive"],
                "required": False,
                "about": "Whether folders inside the folder count too. The vendor takes false if it is left out.",
                "kinds": [{"type": "boolean"}],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address.",
                "kinds": [
                    {"type": "object", "keys": ["format", "destination", "metadata"]},
                    {"type": "string"},
                ],
            },
        },
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "generate_image": {
        "summary": "Make images from a text.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"prompt": "a lighthouse on a cliff at sunset"},
        "operation": "generate_images",
        "result_schema": "GeneratedImages",
        "stem": "generate_image",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["input"],
                "required": True,
                "about": "What to show. At most 1,024 characters.",
                "kinds": [{"type": "string"}],
            },
            "number_of_images": {
                "fields": ["options.number_of_images"],
                "default": 1,
                "required": False,
                "about": "How many to make. From 1 to 4.",
                "kinds": [{"type": "integer"}],
            },
            "guidance_scale": {
                "fields": ["options.guidance_scale"],
                "required": False,
                "about": "How closely to follow the text. The vendor takes 5 if it is left out.",
                "kinds": [{"type": "number"}],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": "png", "count": "number_of_images"}],
    },
    "create_scene": {
        "summary": "Show the object of an image in a scene made from a text.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"prompt": "a wooden table in a forest"},
        "operation": "create_scene",
        "result_schema": "Scene",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["object.image_url"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. The object, best on a transparent background.",
                "kinds": [],
            },
            "prompt": {
                "fields": ["scene.prompt"],
                "required": True,
                "about": "The scene, as a text or with options.",
                "kinds": [{"type": "string"}, {"type": "object", "keys": ["text", "generate", "guidelines"]}],
            },
            "model": {
                "fields": ["scene.model"],
                "required": False,
                "about": 'The vendor takes v1 if it is left out. One of ``"v1"``, ``"v2-beta"``, ``"v2"``.',
                "kinds": [{"type": "string", "choices": ["v1", "v2-beta", "v2"]}],
            },
            "negative_prompt": {
                "fields": ["scene.negative_prompt"],
                "required": False,
                "about": "What not to show. At most 2,048 characters.",
                "kinds": [{"type": "string"}],
            },
            "steps": {
                "fields": ["scene.steps"],
                "required": False,
                "about": "Steps of refinement.",
                "kinds": [{"type": "integer"}],
            },
            "color": {
                "fields": ["scene.color"],
                "required": False,
                "about": "Hex colour to prefer.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["scene.aspect_ratio"],
                "required": False,
                "about": 'The vendor takes 1:1 if it is left out. One of ``"21:9"``, ``"1:1"``, ``"4:3"``, ``"3:2"``, ``"2:3"``, ``"5:4"``, ``"4:5"``, ``"3:4"``, ``"16:9"``, ``"9:16"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": ["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"],
                    }
                ],
            },
            "preference": {
                "fields": ["scene.preference"],
                "required": False,
                "about": 'Speed or quality. The vendor takes optimal if it is left out. One of ``"fast"``, ``"optimal"``, ``"best"``.',
                "kinds": [{"type": "string", "choices": ["fast", "optimal", "best"]}],
            },
            "placement_type": {
                "fields": ["object.placement_type"],
                "values": {"absolute": "absolute", "original": "original", "padding": "padding"},
                "required": False,
                "about": 'How the object is placed: ``"absolute"`` by scale, rotation and position, ``"original"`` where it is in its image, ``"padding"`` within a border. The vendor takes absolute if it is left out.',
                "kinds": [{"type": "string", "choices": ["absolute", "original", "padding"]}],
            },
            "scale": {
                "fields": ["object.scale"],
                "required": False,
                "about": "Size of the object as a share of the scene. The vendor takes 1 if it is left out. From 0.01 to 1.",
                "kinds": [{"type": "number"}],
            },
            "rotation_degree": {
                "fields": ["object.rotation_degree"],
                "required": False,
                "about": "Degrees to turn the object by. The vendor takes 0 if it is left out. From 0 to 360.",
                "kinds": [{"type": "number"}],
            },
            "position": {
                "fields": ["object.position"],
                "required": False,
                "about": "Where the middle of the object is. The vendor takes 0.5 for what is left out.",
                "kinds": [{"type": "object", "keys": ["x", "y"]}],
            },
            "padding": {
                "fields": ["object.padding"],
                "implies": {"object.placement_type": "padding"},
                "required": False,
                "about": "Border around the object, such as 10%; at most half of the size.",
                "kinds": [{"type": "string"}],
            },
            "number_of_images": {
                "fields": ["output.number_of_images"],
                "default": 1,
                "required": False,
                "about": "How many to make. From 1 to 4.",
                "kinds": [{"type": "integer"}],
            },
            "format": {
                "fields": ["output.format"],
                "required": False,
                "about": "A format, or a format with its options. The vendor takes png if it is left out.",
                "kinds": [
                    {"type": "string", "choices": ["jpeg", "png", "webp", "avif", "tiff"]},
                    {"type": "object", "keys": ["type", "quality", "progressive"]},
                    {"type": "object", "keys": ["type", "compression"]},
                ],
            },
            "destination": {
                "fields": ["output.destination"],
                "required": False,
                "about": "Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": {"parameter": "format", "otherwise": "png"}, "count": "number_of_images"}],
    },
    "add_shadow": {
        "summary": "Put the object of an image on a plain background with a shadow.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {},
        "operation": "create_scene",
        "result_schema": "Scene",
        "stem": "image",
        "fixed": {"scene.effect": "shadows"},
        "parameters": {
            "image": {
                "fields": ["object.image_url"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. The object, best on a transparent background.",
                "kinds": [],
            },
            "color": {
                "fields": ["scene.color"],
                "required": False,
                "about": 'Background as a hex colour, or ``"transparent"``.',
                "kinds": [{"type": "string"}],
            },
            "view": {
                "fields": ["scene.view"],
                "required": False,
                "about": 'Where the object is seen from. The vendor takes auto if it is left out. One of ``"auto"``, ``"top"``, ``"front"``.',
                "kinds": [{"type": "string", "choices": ["auto", "top", "front"]}],
            },
            "aspect_ratio": {
                "fields": ["scene.aspect_ratio"],
                "required": False,
                "about": 'The vendor takes 1:1 if it is left out. One of ``"21:9"``, ``"1:1"``, ``"4:3"``, ``"3:2"``, ``"2:3"``, ``"5:4"``, ``"4:5"``, ``"3:4"``, ``"16:9"``, ``"9:16"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": ["21:9", "1:1", "4:3", "3:2", "2:3", "5:4", "4:5", "3:4", "16:9", "9:16"],
                    }
                ],
            },
            "model": {
                "fields": ["scene.model"],
                "required": False,
                "about": 'The vendor takes v1 if it is left out. One of ``"v1"``, ``"v2-beta"``, ``"v2"``.',
                "kinds": [{"type": "string", "choices": ["v1", "v2-beta", "v2"]}],
            },
            "placement_type": {
                "fields": ["object.placement_type"],
                "values": {"absolute": "absolute", "original": "original", "padding": "padding"},
                "required": False,
                "about": 'How the object is placed: ``"absolute"`` by scale, rotation and position, ``"original"`` where it is in its image, ``"padding"`` within a border. The vendor takes absolute if it is left out.',
                "kinds": [{"type": "string", "choices": ["absolute", "original", "padding"]}],
            },
            "scale": {
                "fields": ["object.scale"],
                "required": False,
                "about": "Size of the object as a share of the scene. The vendor takes 1 if it is left out. From 0.01 to 1.",
                "kinds": [{"type": "number"}],
            },
            "rotation_degree": {
                "fields": ["object.rotation_degree"],
                "required": False,
                "about": "Degrees to turn the object by. The vendor takes 0 if it is left out. From 0 to 360.",
                "kinds": [{"type": "number"}],
            },
            "position": {
                "fields": ["object.position"],
                "required": False,
                "about": "Where the middle of the object is. The vendor takes 0.5 for what is left out.",
                "kinds": [{"type": "object", "keys": ["x", "y"]}],
            },
            "padding": {
                "fields": ["object.padding"],
                "implies": {"object.placement_type": "padding"},
                "required": False,
                "about": "Border around the object, such as 10%; at most half of the size.",
                "kinds": [{"type": "string"}],
            },
            "number_of_images": {
                "fields": ["output.number_of_images"],
                "default": 1,
                "required": False,
                "about": "How many to make. From 1 to 4.",
                "kinds": [{"type": "integer"}],
            },
            "format": {
                "fields": ["output.format"],
                "required": False,
                "about": "A format, or a format with its options. The vendor takes png if it is left out.",
                "kinds": [
                    {"type": "string", "choices": ["jpeg", "png", "webp", "avif", "tiff"]},
                    {"type": "object", "keys": ["type", "quality", "progressive"]},
                    {"type": "object", "keys": ["type", "compression"]},
                ],
            },
            "destination": {
                "fields": ["output.destination"],
                "required": False,
                "about": "Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": {"parameter": "format", "otherwise": "png"}, "count": "number_of_images"}],
    },
    "fill_template": {
        "summary": "Put the object of an image into the scene of another image.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"view": "front"},
        "operation": "create_scene",
        "result_schema": "Scene",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["object.image_url"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. The object, best on a transparent background.",
                "kinds": [],
            },
            "template": {
                "fields": ["scene.template_url"],
                "source": "url",
                "required": True,
                "about": "{}. The image whose scene is taken.",
                "kinds": [],
            },
            "view": {
                "fields": ["scene.view"],
                "required": True,
                "about": 'Where the object is seen from. The vendor takes auto if it is left out. One of ``"auto"``, ``"top"``, ``"front"``.',
                "kinds": [{"type": "string", "choices": ["auto", "top", "front"]}],
            },
            "template_mode": {
                "fields": ["scene.template_mode"],
                "required": False,
                "about": 'How far the template may change. The vendor takes transform if it is left out. One of ``"transform"``, ``"lock"``, ``"adjust"``.',
                "kinds": [{"type": "string", "choices": ["transform", "lock", "adjust"]}],
            },
            "prompt": {
                "fields": ["scene.prompt"],
                "required": False,
                "about": "What to change, as a text or with options.",
                "kinds": [{"type": "string"}, {"type": "object", "keys": ["text", "generate", "guidelines"]}],
            },
            "negative_prompt": {
                "fields": ["scene.negative_prompt"],
                "required": False,
                "about": "What not to show. At most 2,048 characters.",
                "kinds": [{"type": "string"}],
            },
            "steps": {
                "fields": ["scene.steps"],
                "required": False,
                "about": "Steps of refinement.",
                "kinds": [{"type": "integer"}],
            },
            "color": {
                "fields": ["scene.color"],
                "required": False,
                "about": "Hex colour to prefer.",
                "kinds": [{"type": "string"}],
            },
            "model": {
                "fields": ["scene.model"],
                "required": False,
                "about": 'The vendor takes v1 if it is left out. One of ``"v1"``, ``"v2-beta"``, ``"v2"``.',
                "kinds": [{"type": "string", "choices": ["v1", "v2-beta", "v2"]}],
            },
            "placement_type": {
                "fields": ["object.placement_type"],
                "values": {"absolute": "absolute", "original": "original", "padding": "padding"},
                "required": False,
                "about": 'How the object is placed: ``"absolute"`` by scale, rotation and position, ``"original"`` where it is in its image, ``"padding"`` within a border. The vendor takes absolute if it is left out.',
                "kinds": [{"type": "string", "choices": ["absolute", "original", "padding"]}],
            },
            "scale": {
                "fields": ["object.scale"],
                "required": False,
                "about": "Size of the object as a share of the scene. The vendor takes 1 if it is left out. From 0.01 to 1.",
                "kinds": [{"type": "number"}],
            },
            "rotation_degree": {
                "fields": ["object.rotation_degree"],
                "required": False,
                "about": "Degrees to turn the object by. The vendor takes 0 if it is left out. From 0 to 360.",
                "kinds": [{"type": "number"}],
            },
            "position": {
                "fields": ["object.position"],
                "required": False,
                "about": "Where the middle of the object is. The vendor takes 0.5 for what is left out.",
                "kinds": [{"type": "object", "keys": ["x", "y"]}],
            },
            "padding": {
                "fields": ["object.padding"],
                "implies": {"object.placement_type": "padding"},
                "required": False,
                "about": "Border around the object, such as 10%; at most half of the size.",
                "kinds": [{"type": "string"}],
            },
            "number_of_images": {
                "fields": ["output.number_of_images"],
                "default": 1,
                "required": False,
                "about": "How many to make. From 1 to 4.",
                "kinds": [{"type": "integer"}],
            },
            "format": {
                "fields": ["output.format"],
                "required": False,
                "about": "A format, or a format with its options. The vendor takes png if it is left out.",
                "kinds": [
                    {"type": "string", "choices": ["jpeg", "png", "webp", "avif", "tiff"]},
                    {"type": "object", "keys": ["type", "quality", "progressive"]},
                    {"type": "object", "keys": ["type", "compression"]},
                ],
            },
            "destination": {
                "fields": ["output.destination"],
                "required": False,
                "about": "Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": {"parameter": "format", "otherwise": "png"}, "count": "number_of_images"}],
    },
    "edit_image": {
        "summary": "Change an image by a text.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"prompt": "make it night"},
        "operation": "create_ai_edit",
        "result_schema": "AiEdit",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "prompt": {
                "fields": ["options.prompt"],
                "required": True,
                "about": "What to change. At most 5,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "model": {
                "fields": ["options.model"],
                "required": False,
                "about": 'The vendor takes v2 if it is left out. One of ``"v1"``, ``"v2"``.',
                "kinds": [{"type": "string", "choices": ["v1", "v2"]}],
            },
            "aspect_ratio": {
                "fields": ["options.aspect_ratio"],
                "required": False,
                "about": 'Aspect ratio. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"9:16"``, ``"16:9"``, ``"9:21"``, ``"21:9"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": ["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "9:21", "21:9"],
                    }
                ],
            },
            "inference_steps": {
                "fields": ["options.inference_steps"],
                "required": False,
                "about": "Steps of refinement. From 1 to 50.",
                "kinds": [{"type": "integer"}],
            },
            "guidance_scale": {
                "fields": ["options.guidance_scale"],
                "required": False,
                "about": "How closely to follow the prompt. From 1 to 10.",
                "kinds": [{"type": "number"}],
            },
            "number_of_images": {
                "fields": ["output.number_of_images"],
                "required": False,
                "about": "How many to make; 1 if it is left out. From 1 to 4.",
                "kinds": [{"type": "integer"}],
            },
            "format": {
                "fields": ["output.format"],
                "required": False,
                "about": 'The vendor makes png if it is left out. One of ``"jpeg"``, ``"png"``.',
                "kinds": [{"type": "string", "choices": ["jpeg", "png"]}],
            },
            "destination": {
                "fields": ["output.destination"],
                "required": False,
                "about": "Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": {"parameter": "format", "otherwise": "png"}, "count": "number_of_images"}],
    },
    "dress_model": {
        "summary": "Show clothes on a model.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {},
        "operation": "create_fashion_image",
        "result_schema": "FashionImage",
        "stem": "model",
        "fixed": {"options": {}},
        "parameters": {
            "clothing": {
                "fields": ["input.clothing"],
                "source": "url",
                "many": True,
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "One or several of: {}, at most 5 of them.",
                "kinds": [],
            },
            "model": {
                "fields": ["input.model"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": False,
                "about": "{}. Who wears it; the vendor makes a model up if it is left out.",
                "kinds": [],
            },
            "pose": {
                "fields": ["options.pose"],
                "required": False,
                "about": 'The vendor takes "full body, front view, neutral stance, arms relaxed" if it is left out. At most 5,000 characters.',
                "kinds": [{"type": "string"}],
            },
            "background": {
                "fields": ["options.background"],
                "required": False,
                "about": 'The vendor takes "minimalistic studio background" if it is left out. At most 5,000 characters.',
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["options.aspect_ratio"],
                "required": False,
                "about": 'Aspect ratio. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"9:16"``, ``"16:9"``, ``"21:9"``, ``"4:5"``, ``"5:4"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": ["1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9", "21:9", "4:5", "5:4"],
                    }
                ],
            },
            "number_of_images": {
                "fields": ["output.number_of_images"],
                "required": False,
                "about": "How many to make; 1 if it is left out. From 1 to 4.",
                "kinds": [{"type": "integer"}],
            },
            "format": {
                "fields": ["output.format"],
                "required": False,
                "about": 'The vendor makes png if it is left out. One of ``"jpeg"``, ``"png"``.',
                "kinds": [{"type": "string", "choices": ["jpeg", "png"]}],
            },
            "destination": {
                "fields": ["output.destination"],
                "required": False,
                "about": "Where to write to: a folder as ``storage://name/path/``. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": {"parameter": "format", "otherwise": "png"}, "count": "number_of_images"}],
    },
    "animate": {
        "summary": "Make a short video from an image.",
        "amounts": "",
        "price_text": "Cost: unknown; Claid publishes no price.",
        "example": {"prompt": "the dog runs to the camera"},
        "operation": "create_video",
        "result_schema": "Video",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["input"],
                "source": "url",
                "schemes": ["http://", "https://", "storage://"],
                "required": True,
                "about": "{}. Whether Claid charges for the upload of a file is not documented: give a URL to be certain.",
                "kinds": [],
            },
            "prompt": {
                "fields": ["options.prompt"],
                "required": True,
                "about": "What happens, as a text or with options.",
                "kinds": [{"type": "string"}, {"type": "object", "keys": ["text", "generate", "guidelines"]}],
            },
            "negative_prompt": {
                "fields": ["options.negative_prompt"],
                "required": False,
                "about": "What not to show. At most 5,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "duration": {
                "fields": ["options.duration"],
                "required": False,
                "about": 'Seconds, as a text. The vendor takes 5 if it is left out. One of ``"5"``, ``"10"``.',
                "kinds": [{"type": "string", "choices": ["5", "10"]}],
            },
            "guidance_scale": {
                "fields": ["options.guidance_scale"],
                "required": False,
                "about": "How closely to follow the prompt. The vendor takes 0.5 if it is left out. From 0 to 1.",
                "kinds": [{"type": "number"}],
            },
            "output": {
                "fields": ["output"],
                "required": False,
                "about": "Format and destination of the result, or the destination alone, a ``storage://`` address. At most 4,096 characters.",
                "kinds": [{"type": "string"}],
            },
        },
        "makes": [{"format": "mp4"}],
    },
}
"""The methods that create tasks: what each does, the operation behind it, and where its arguments go in the request."""

CALLS: Final[Mapping[str, Mapping[str, Any]]] = {
    "storage_types": {
        "summary": "List the kinds of storage that can be connected.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {},
        "operation": "list_storage_types",
        "result_schema": "StorageType",
        "stem": "storage_types",
        "fixed": {},
        "parameters": {},
        "makes": [],
        "returns": "data",
        "many": True,
    },
    "storages": {
        "summary": "List the connected storages.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {},
        "operation": "list_storages",
        "result_schema": "Storage",
        "stem": "storages",
        "fixed": {},
        "parameters": {},
        "makes": [],
        "returns": "data",
        "many": True,
    },
    "create_storage": {
        "summary": "Connect a storage.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {
            "name": "pictures",
            "type": "web_folder",
            "parameters": {"base_url": "https://example.com/pictures/"},
        },
        "operation": "create_storage",
        "result_schema": "Storage",
        "stem": "create_storage",
        "fixed": {},
        "parameters": {
            "name": {
                "fields": ["name"],
                "required": True,
                "about": "Name of the storage in addresses, as ``storage://name/path``. At most 50 characters.",
                "kinds": [{"type": "string"}],
            },
            "type": {
                "fields": ["type"],
                "required": True,
                "about": 'Amazon S3, Google Cloud Storage, or a folder on the web. One of ``"web_folder"``, ``"s3"``, ``"gcs"``.',
                "kinds": [{"type": "string", "choices": ["web_folder", "s3", "gcs"]}],
            },
            "parameters": {
                "fields": ["parameters"],
                "required": True,
                "about": "Where it is; for a bucket also how to get in.",
                "kinds": [
                    {"type": "object", "keys": ["base_url"]},
                    {"type": "object", "keys": ["bucket", "path", "credentials"]},
                ],
            },
        },
        "makes": [],
        "returns": "data",
        "many": False,
    },
    "get_storage": {
        "summary": "Tell about a connected storage.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"storage_id": 1},
        "operation": "get_storage",
        "result_schema": "Storage",
        "stem": "get_storage",
        "fixed": {},
        "parameters": {
            "storage_id": {
                "fields": ["storage_id"],
                "required": True,
                "about": "Id of the storage.",
                "kinds": [{"type": "integer"}],
            }
        },
        "makes": [],
        "returns": "data",
        "many": False,
    },
    "delete_storage": {
        "summary": "Disconnect a storage.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"storage_id": 1},
        "operation": "delete_storage",
        "result_schema": "None",
        "stem": "delete_storage",
        "fixed": {},
        "parameters": {
            "storage_id": {
                "fields": ["storage_id"],
                "required": True,
                "about": "Id of the storage.",
                "kinds": [{"type": "integer"}],
            }
        },
        "makes": [],
        "returns": False,
        "many": False,
    },
    "change_storage": {
        "summary": "Change a connected storage.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"storage_id": 1},
        "operation": "change_storage",
        "result_schema": "Storage",
        "stem": "change_storage",
        "fixed": {},
        "parameters": {
            "storage_id": {
                "fields": ["storage_id"],
                "required": True,
                "about": "Id of the storage.",
                "kinds": [{"type": "integer"}],
            },
            "name": {
                "fields": ["name"],
                "required": False,
                "about": "Name of the storage in addresses, as ``storage://name/path``. At most 50 characters.",
                "kinds": [{"type": "string"}],
            },
            "type": {
                "fields": ["type"],
                "required": False,
                "about": 'Amazon S3, Google Cloud Storage, or a folder on the web. One of ``"web_folder"``, ``"s3"``, ``"gcs"``.',
                "kinds": [{"type": "string", "choices": ["web_folder", "s3", "gcs"]}],
            },
            "parameters": {
                "fields": ["parameters"],
                "required": False,
                "about": "Where it is and how to get in; what is left out stays as it is.",
                "kinds": [{"type": "object", "keys": ["bucket", "path", "credentials", "base_url"]}],
            },
        },
        "makes": [],
        "returns": "data",
        "many": False,
    },
}
"""The methods that only ask, in the same way; `returns` is where the answer has what they give."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name != "REQUEST_SCHEMAS":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from .request_schemas import REQUEST_SCHEMAS

        return REQUEST_SCHEMAS
