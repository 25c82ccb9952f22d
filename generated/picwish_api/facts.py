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


SERVERS: Final[tuple[str, ...]] = ("https://techhk.aoscdn.com", "https://techsz.aoscdn.com")
"""Addresses of the API, the default first; variables have their default values."""

FACTS: Final[Mapping[str, Any]] = {
    "vendor": "picwish",
    "client": "PicWish",
    "title": "PicWish",
    "authentication": {
        "style": "header",
        "header": "X-API-KEY",
        "prefix": "",
        "token_lifetime_seconds": None,
    },
    "environment": {"api_key": "PICWISH_API_KEY", "base_url": "PICWISH_BASE_URL"},
    "envelope": {
        "status_field": "status",
        "success": 200,
        "data_field": "data",
        "error_code": ["status"],
        "error_message": ["message"],
    },
    "task": {
        "id": "task_id",
        "status": "state",
        "phases": {
            "0": "queued",
            "1": "succeeded",
            "2": "running",
            "3": "running",
            "4": "running",
            "5": "running",
            "6": "running",
        },
        "failed_below": 0,
        "reason": ["state_detail", "err_info"],
        "progress": "progress",
    },
    "polling": {
        "initial_seconds": 1,
        "maximum_seconds": 2,
        "hint_milliseconds_field": None,
        "lost_after_seconds": None,
        "server_limit_seconds": 180,
    },
    "limits": {
        "rates": [{"requests": 2, "seconds": 1, "scope": "key"}],
        "in_flight": None,
        "files_per_create": None,
    },
    "rate_headers": None,
    "lifetimes": {
        "upload_url_seconds": None,
        "download_url_seconds": 3600,
        "upload_seconds": None,
        "result_seconds": 3600,
    },
    "upload": {"multipart_threshold_bytes": None, "maximum_bytes": 20971520},
    "errors": {
        "400": {"meaning": "invalid_input", "description": "A parameter is missing or has a wrong value."},
        "401": {
            "meaning": "authentication",
            "description": "The API key is wrong, or the service is not enabled for it.",
        },
        "404": {"meaning": "not_found", "description": "The path or the task does not exist."},
        "413": {"meaning": "invalid_input", "description": "The uploaded file is too large."},
        "429": {
            "meaning": "rate_limited",
            "description": "More calls a second than the key allows, two unless agreed otherwise.",
        },
        "500": {"meaning": "unavailable", "description": "The server failed."},
    },
    "http_errors": {
        "400": "invalid_input",
        "401": "authentication",
        "404": "not_found",
        "413": "invalid_input",
        "429": "rate_limited",
        "500": "unavailable",
    },
    "task_errors": {
        "-1": "Processing failed.",
        "-2": "The result was made but could not be stored.",
        "-3": "The server could not download the source image.",
        "-5": "The image behind image_url is larger than 30 MB.",
        "-7": "The image file is damaged or of a wrong format.",
        "-8": "Processing took longer than 180 seconds.",
        "-9": "The vendor's program failed while looping.",
        "-10": "The vendor's own review found prohibited content.",
        "-11": "The result is empty.",
        "-13": "The task was cancelled after an exception.",
        "-14": "The content of the image does not meet the requirements.",
        "-15": "The vendor lacks resources.",
        "-16": "A third party's review found prohibited content.",
        "-17": "The prompt is invalid.",
    },
    "result": {
        "raw": "data",
        "optional": True,
        "files": [
            {"at": "data", "url": ["image"], "inline": "image/png"},
            {"at": "data", "url": ["mask"], "inline": "image/png", "label": "mask"},
        ],
    },
}

OPERATIONS: Final[Mapping[str, Operation]] = {
    "create_segmentation": {
        "method": "post",
        "path": "/api/tasks/visual/segmentation",
        "tag": "segmentation",
        "module": "picwish_api.api.segmentation.create_segmentation",
        "request_schema": "CreateSegmentationRequest",
        "request_content_type": "multipart/form-data",
        "response_schema": "SegmentationResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "status_operation": "get_segmentation",
            "result_operation": None,
            "synchronous": {"field": "sync", "value": 1},
            "largest_answer_bytes": 268435456,
            "inputs": {
                "image": {
                    "formats": [
                        "jpg",
                        "jpeg",
                        "bmp",
                        "png",
                        "webp",
                        "tiff",
                        "tif",
                        "bitmap",
                        "raw",
                        "rgb",
                        "jfif",
                        "lzw",
                    ],
                    "maximum_bytes": 20971520,
                    "maximum_width": 4096,
                    "maximum_height": 4096,
                    "maximum_count": 1,
                    "notes": [
                        "An image given by URL fails with state -5 above 30 MB, while the limits of the page say 20 MB."
                    ],
                },
                "bg_image": {
                    "maximum_bytes": 20971520,
                    "maximum_width": 4096,
                    "maximum_height": 4096,
                    "maximum_count": 1,
                    "notes": [
                        "The page says 4K and gives no number of pixels; 4096 is the more generous reading."
                    ],
                },
            },
            "rules": ["With return_type 3 the answer is the image itself."],
        },
    },
    "get_segmentation": {
        "method": "get",
        "path": "/api/tasks/visual/segmentation/{task_id}",
        "tag": "segmentation",
        "module": "picwish_api.api.segmentation.get_segmentation",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "SegmentationResponse",
        "parameters": {"task_id": "string"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False, "largest_answer_bytes": 268435456},
    },
}

METHODS: Final[Mapping[str, Mapping[str, Any]]] = {
    "remove_background": {
        "summary": "Cut the subject out; the result is a transparent PNG unless told otherwise.",
        "price_text": "Price: not published.",
        "example": {},
        "operation": "create_segmentation",
        "result_schema": "SegmentationTask",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["image_file"],
                "source": "form",
                "url_field": "image_url",
                "required": True,
                "about": "{}, jpg, jpeg, bmp, png, webp, tiff, tif, bitmap, raw, rgb, jfif or lzw, at most 20 MiB, at most 4096 x 4096 pixels.",
                "kinds": [],
            },
            "type": {
                "fields": ["type"],
                "required": False,
                "about": 'What the subject is; ``""`` lets the vendor see. One of ``""``, ``"person"``, ``"object"``, ``"stamp"``.',
                "kinds": [{"type": "string", "choices": ["", "person", "object", "stamp"]}],
            },
            "output": {
                "fields": ["output_type"],
                "values": {"image": 2, "mask": 3, "both": 1},
                "default": "image",
                "required": False,
                "about": "The image, its mask, or both.",
                "kinds": [{"type": "string", "choices": ["image", "mask", "both"]}],
            },
            "returns": {
                "fields": ["return_type"],
                "values": {"url": 1, "base64": 2, "binary": 3},
                "default": "url",
                "required": False,
                "about": 'How the result comes: as a URL, as base64 inside the answer, or as the image itself, the last only with ``sync=True``. One of ``"url"``, ``"base64"``, ``"binary"``.',
                "kinds": [{"type": "string", "choices": ["url", "base64", "binary"]}],
            },
            "format": {
                "fields": ["format"],
                "required": False,
                "about": '``"png"`` is transparent, ``"jpg"`` white or of `bg_color`.',
                "kinds": [{"type": "string", "choices": ["png", "jpg"]}],
            },
            "crop": {
                "fields": ["crop"],
                "values": {"false": 0, "true": 1},
                "default": False,
                "required": False,
                "about": "Crop to the subject's edge.",
                "kinds": [{"type": "boolean"}],
            },
            "bg_color": {
                "fields": ["bg_color"],
                "required": False,
                "about": 'Background as six hex digits without ``#``; only with ``format="jpg"``.',
                "kinds": [{"type": "string"}],
            },
            "bg_image": {
                "fields": ["bg_image_file"],
                "source": "form",
                "url_field": "bg_image_url",
                "required": False,
                "about": "{}, at most 20 MiB, at most 4096 x 4096 pixels. A picture to put behind the subject.",
                "kinds": [],
            },
            "sync": {
                "fields": ["sync"],
                "values": {"false": 0, "true": 1},
                "default": False,
                "required": False,
                "about": "Hold the connection until the result is there: saves polls, but a broken connection leaves the outcome unknown.",
                "kinds": [{"type": "boolean"}],
            },
        },
        "makes": [
            {"format": {"parameter": "format", "otherwise": "png"}, "when": {"output": ["image", "both"]}},
            {"label": "mask", "format": "png", "when": {"output": ["mask", "both"]}},
        ],
    }
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
