"""What the client must know of this vendor beyond its schemas, taken from the vendor's spec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

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
            {"at": "data.result.output_object", "url": ["tmp_url", "object_uri"], "type_field": "mime"}
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
        "task_api": {"role": "status", "billed": False},
    },
    "upload_and_edit": {
        "method": "post",
        "path": "/image/edit/upload",
        "tag": "image_editing",
        "module": "claid_api.api.image_editing.upload_and_edit",
        "request_schema": "UploadAndEditRequest",
        "request_content_type": "multipart/form-data",
        "response_schema": "UploadAndEditResponse",
        "parameters": {},
        "task_api": {
            "role": "upload",
            "billed": True,
            "rules": ["The part data is sent with a content type of its own, application/json."],
        },
    },
}

METHODS: Final[Mapping[str, Mapping[str, Any]]] = {
    "edit": {
        "summary": "Edit an image by any of Claid's operations.",
        "price_text": "Price: not published.",
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
        "price_text": "Price: not published.",
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
        "makes": [{"format": {"parameter": "output.format", "otherwise": "png", "given": "jpeg"}}],
    },
    "upscale": {
        "summary": "Enlarge an image with a model fit for its content.",
        "price_text": "Price: not published.",
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
        "makes": [{"format": {"parameter": "output.format", "otherwise": "jpeg"}}],
    },
    "resize": {
        "summary": "Give an image another size.",
        "price_text": "Price: not published.",
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
        "price_text": "Price: not published.",
        "example": {"width": "150%", "height": "150%"},
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
            "width": {
                "fields": ["operations.resizing.width"],
                "required": True,
                "about": "Pixels, a percentage such as 150%, or auto to keep the aspect ratio.",
                "kinds": [{"type": "integer"}, {"type": "string"}],
            },
            "height": {
                "fields": ["operations.resizing.height"],
                "required": True,
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
}
"""The methods that create tasks: what each does, the operation behind it, and where its arguments go in the request."""

CALLS: Final[Mapping[str, Mapping[str, Any]]] = {}
"""The methods that only ask, in the same way; `returns` is where the answer has what they give."""


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name != "REQUEST_SCHEMAS":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from .request_schemas import REQUEST_SCHEMAS

        return REQUEST_SCHEMAS
