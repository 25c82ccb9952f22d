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


SERVERS: Final[tuple[str, ...]] = ("https://pilio.ai",)
"""Addresses of the API, the default first; variables have their default values."""

FACTS: Final[Mapping[str, Any]] = {
    "vendor": "pilio",
    "client": "Pilio",
    "title": "Pilio",
    "authentication": {
        "style": "header",
        "header": "Authorization",
        "prefix": "Bearer ",
        "token_lifetime_seconds": None,
    },
    "environment": {"api_key": "PILIO_API_KEY", "base_url": "PILIO_BASE_URL"},
    "envelope": {
        "status_field": "code",
        "success": 200,
        "data_field": "data",
        "error_code": ["code", "data.reason"],
        "error_message": ["message"],
    },
    "task": {
        "id": "task_id",
        "status": "status",
        "phases": {
            "Pending": "queued",
            "Processing": "running",
            "Succeeded": "succeeded",
            "Failed": "failed",
        },
        "failed_below": None,
        "reason": ["error_message", "error_type"],
        "code": ["error_type"],
    },
    "polling": {
        "initial_seconds": 2,
        "maximum_seconds": 5,
        "hint_milliseconds_field": None,
        "lost_after_seconds": None,
        "server_limit_seconds": None,
    },
    "limits": {"rates": [], "in_flight": 20, "files_per_create": 500},
    "rate_headers": None,
    "lifetimes": {
        "upload_url_seconds": 7200,
        "download_url_seconds": 86400,
        "upload_seconds": None,
        "result_seconds": None,
    },
    "upload": {"multipart_threshold_bytes": 5242880, "maximum_bytes": 2147483648},
    "errors": {
        "1402": {"meaning": "authentication", "description": "The API key is missing, wrong or revoked."},
        "1505": {
            "meaning": "invalid_input",
            "description": "One batch-create call names too many files; split it.",
        },
        "1510": {
            "meaning": "not_found",
            "description": "The multipart upload is unknown or has expired; register the file again and upload every part.",
        },
        "source_file_upload_not_completed": {
            "meaning": "invalid_input",
            "description": "A task names a file whose upload has not finished.",
        },
    },
    "http_errors": {"400": "invalid_input", "401": "authentication", "404": "not_found"},
    "task_errors": {},
    "result": {
        "raw": "data",
        "files": [
            {"at": "data.files.*", "url": ["download_url"], "name": "name", "size": "size"},
            {
                "at": "data.zip_file",
                "url": ["download_url"],
                "name": "name",
                "size": "size",
                "type": "application/zip",
                "label": "all",
            },
        ],
    },
    "credits_multiplier": {"usual": 1, "most": 3},
    "price_source": {"title": "Pilio's API documentation", "date": "2026-11"},
}

OPERATIONS: Final[Mapping[str, Operation]] = {
    "create_files": {
        "method": "post",
        "path": "/v1/files/batch-create",
        "tag": "files",
        "module": "pilio_api.api.files.create_files",
        "request_schema": "CreateFilesRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFilesResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "upload",
            "billed": False,
            "rules": [
                "At most 500 files a call and 2 GiB a file.",
                "The extension of name must match type.",
                "With upload_mode auto a file above 5 MiB usually becomes a multipart upload.",
                "With upload_mode simple a file too large for one PUT is refused.",
            ],
        },
    },
    "complete_multipart_upload": {
        "method": "post",
        "path": "/v1/files/{file_id}/complete",
        "tag": "files",
        "module": "pilio_api.api.files.complete_multipart_upload",
        "request_schema": "CompleteUploadRequest",
        "request_content_type": "application/json",
        "response_schema": "CompleteUploadResponse",
        "parameters": {"file_id": "string"},
        "secrets": [],
        "task_api": {
            "role": "complete",
            "billed": False,
            "rules": [
                "Part numbers start at 1 and have no gaps.",
                "An ETag is sent exactly as the object store answered it, quotes included.",
                "parts is required when upload_mode is multipart.",
            ],
        },
    },
    "get_task_status": {
        "method": "get",
        "path": "/v1/tasks/{task_id}/status",
        "tag": "tasks",
        "module": "pilio_api.api.tasks.get_task_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "parameters": {"task_id": "string"},
        "secrets": [],
        "task_api": {"role": "status", "billed": False},
    },
    "get_task_result": {
        "method": "get",
        "path": "/v1/tasks/{task_id}/result",
        "tag": "tasks",
        "module": "pilio_api.api.tasks.get_task_result",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskResultResponse",
        "parameters": {"task_id": "string"},
        "secrets": [],
        "task_api": {"role": "result", "billed": False},
    },
    "create_gpt_image_25_flare": {
        "method": "post",
        "path": "/v1/images/gpt-image-2.5-flare",
        "tag": "images",
        "module": "pilio_api.api.images.create_gpt_image_25_flare",
        "request_schema": "CreateGptImage25Request",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "quote": {"method": "quote_flare", "credits": "charged_credits"},
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"images": {"formats": ["jpg", "jpeg", "png", "webp"], "maximum_count": 16}},
        },
    },
    "quote_gpt_image_25_flare": {
        "method": "post",
        "path": "/v1/images/gpt-image-2.5-flare/quote",
        "tag": "images",
        "module": "pilio_api.api.images.quote_gpt_image_25_flare",
        "request_schema": "CreateGptImage25Request",
        "request_content_type": "application/json",
        "response_schema": "QuoteResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "create_gpt_image_25_sunburst": {
        "method": "post",
        "path": "/v1/images/gpt-image-2.5-sunburst",
        "tag": "images",
        "module": "pilio_api.api.images.create_gpt_image_25_sunburst",
        "request_schema": "CreateGptImage25Request",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "quote": {"method": "quote_sunburst", "credits": "charged_credits"},
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"images": {"formats": ["jpg", "jpeg", "png", "webp"], "maximum_count": 16}},
        },
    },
    "quote_gpt_image_25_sunburst": {
        "method": "post",
        "path": "/v1/images/gpt-image-2.5-sunburst/quote",
        "tag": "images",
        "module": "pilio_api.api.images.quote_gpt_image_25_sunburst",
        "request_schema": "CreateGptImage25Request",
        "request_content_type": "application/json",
        "response_schema": "QuoteResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "create_nano_banana_21": {
        "method": "post",
        "path": "/v1/images/nano-banana-2.1",
        "tag": "images",
        "module": "pilio_api.api.images.create_nano_banana_21",
        "request_schema": "CreateNanoBanana21Request",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "quote": {"method": "quote_nano_banana", "credits": "charged_credits"},
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"images": {"formats": ["jpg", "jpeg", "png", "webp"], "maximum_count": 14}},
        },
    },
    "quote_nano_banana_21": {
        "method": "post",
        "path": "/v1/images/nano-banana-2.1/quote",
        "tag": "images",
        "module": "pilio_api.api.images.quote_nano_banana_21",
        "request_schema": "CreateNanoBanana21Request",
        "request_content_type": "application/json",
        "response_schema": "QuoteResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "create_gpt_image_2": {
        "method": "post",
        "path": "/v1/images/gpt-image-2",
        "tag": "images",
        "module": "pilio_api.api.images.create_gpt_image_2",
        "request_schema": "CreateGptImage2Request",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [{"amount": 2, "per": "output image"}],
            "quote": {"method": "quote_image", "credits": "charged_credits"},
            "notice": "The vendor marks this model as deprecated; GPT Image 2.5 is newer.",
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"images": {"formats": ["jpg", "jpeg", "png", "webp"], "maximum_count": 16}},
            "rules": ["With 2K and 4K the vendor refuses 4:5, 5:4 and 7:4."],
        },
    },
    "quote_gpt_image_2": {
        "method": "post",
        "path": "/v1/images/gpt-image-2/quote",
        "tag": "images",
        "module": "pilio_api.api.images.quote_gpt_image_2",
        "request_schema": "CreateGptImage2Request",
        "request_content_type": "application/json",
        "response_schema": "QuoteResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {"role": "call", "billed": False},
    },
    "create_nano_banana_2": {
        "method": "post",
        "path": "/v1/images/nano-banana-2",
        "tag": "images",
        "module": "pilio_api.api.images.create_nano_banana_2",
        "request_schema": "CreateNanoBanana2Request",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "notice": "The vendor marks this model as deprecated; Nano Banana 2.1 is newer.",
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"images": {"formats": ["jpg", "jpeg", "png", "webp"], "maximum_count": 14}},
        },
    },
    "create_gpt_image_2_generation": {
        "method": "post",
        "path": "/v1/images/gpt-image-2/generations",
        "tag": "images",
        "module": "pilio_api.api.images.create_gpt_image_2_generation",
        "request_schema": "CreateGptImage2GenerationRequest",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [{"amount": 2, "per": "output image"}],
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
        },
    },
    "create_gpt_image_2_edit": {
        "method": "post",
        "path": "/v1/images/gpt-image-2/edits",
        "tag": "images",
        "module": "pilio_api.api.images.create_gpt_image_2_edit",
        "request_schema": "CreateGptImage2EditRequest",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [{"amount": 2, "per": "output image"}],
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
        },
    },
    "remove_image_watermark": {
        "method": "post",
        "path": "/v1/images/remove-watermark",
        "tag": "images",
        "module": "pilio_api.api.images.remove_image_watermark",
        "request_schema": "RemoveImageWatermarkRequest",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [{"amount": 1, "per": "image"}],
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"image": {"maximum_count": 1}},
        },
    },
    "remove_background": {
        "method": "post",
        "path": "/v1/images/remove-background",
        "tag": "images",
        "module": "pilio_api.api.images.remove_background",
        "request_schema": "RemoveBackgroundRequest",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [{"amount": 1, "per": "image"}],
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"image": {"formats": ["jpg", "jpeg", "png", "webp", "heic"], "maximum_count": 1}},
        },
    },
    "upscale_image": {
        "method": "post",
        "path": "/v1/images/upscale",
        "tag": "images",
        "module": "pilio_api.api.images.upscale_image",
        "request_schema": "UpscaleImageRequest",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [{"amount": 3, "per": "image"}],
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"image": {"formats": ["heic", "jpg", "png", "webp"], "maximum_count": 1}},
        },
    },
    "remove_pdf_watermark": {
        "method": "post",
        "path": "/v1/pdfs/remove-watermark",
        "tag": "pdfs",
        "module": "pilio_api.api.pdfs.remove_pdf_watermark",
        "request_schema": "RemovePdfWatermarkRequest",
        "request_content_type": "application/json",
        "response_schema": "TaskCreatedResponse",
        "parameters": {},
        "secrets": [],
        "task_api": {
            "role": "create",
            "billed": True,
            "credits": [
                {"amount": 2, "per": "file", "when": {"mode": ["editable", None]}},
                {"amount": 1, "per": "page", "when": {"mode": ["ai"]}},
            ],
            "notice": "The vendor has retired this operation, by the changelog of its SDK 0.3.0; what a call is answered with is not documented.",
            "status_operation": "get_task_status",
            "result_operation": "get_task_result",
            "inputs": {"pdf": {"formats": ["pdf"], "maximum_count": 1}},
        },
    },
}

METHODS: Final[Mapping[str, Mapping[str, Any]]] = {
    "generate_with_flare": {
        "summary": "Make an image from a text, or from reference images, with GPT Image 2.5 Flare.",
        "amounts": "",
        "price_text": "Cost: unknown; Pilio publishes no price. `quote_flare` asks for the price.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "create_gpt_image_25_flare",
        "result_schema": "TaskResult",
        "stem": "generated",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "images": {
                "fields": ["image_file_ids"],
                "source": "presigned",
                "many": True,
                "required": False,
                "about": "One or several of: {}, jpg, jpeg, png or webp, at most 16 of them. One source or a list of them.",
                "kinds": [],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output. The vendor takes 1:1 if it is left out. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.',
                "kinds": [
                    {"type": "string", "choices": ["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"]}
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [{"format": "png"}],
    },
    "generate_with_sunburst": {
        "summary": "Make an image from a text, or from reference images, with GPT Image 2.5 Sunburst.",
        "amounts": "",
        "price_text": "Cost: unknown; Pilio publishes no price. `quote_sunburst` asks for the price.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "create_gpt_image_25_sunburst",
        "result_schema": "TaskResult",
        "stem": "generated",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "images": {
                "fields": ["image_file_ids"],
                "source": "presigned",
                "many": True,
                "required": False,
                "about": "One or several of: {}, jpg, jpeg, png or webp, at most 16 of them. One source or a list of them.",
                "kinds": [],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output. The vendor takes 1:1 if it is left out. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.',
                "kinds": [
                    {"type": "string", "choices": ["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"]}
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [{"format": "png"}],
    },
    "generate_with_nano_banana": {
        "summary": "Make an image from a text, or from reference images, with Nano Banana 2.1.",
        "amounts": "",
        "price_text": "Cost: unknown; Pilio publishes no price. `quote_nano_banana` asks for the price.",
        "example": {"aspect_ratio": "3:2", "prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "create_nano_banana_21",
        "result_schema": "TaskResult",
        "stem": "generated",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "images": {
                "fields": ["image_file_ids"],
                "source": "presigned",
                "many": True,
                "required": False,
                "about": "One or several of: {}, jpg, jpeg, png or webp, at most 14 of them. One source or a list of them.",
                "kinds": [],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output; needed without images. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"9:16"``, ``"16:9"``, ``"21:9"``, ``"1:4"``, ``"4:1"``, ``"1:8"``, ``"8:1"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
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
                    }
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [{"format": "png"}],
    },
    "generate_image": {
        "summary": "Make images from a text with GPT Image 2.",
        "amounts": "2 credits per output image, at most 6",
        "price_text": "Costs 2 credits per output image, at most 6 (Pilio's API documentation, 2026-11). `quote_image` asks for the price.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle", "aspect_ratio": "3:2"},
        "operation": "create_gpt_image_2",
        "result_schema": "TaskResult",
        "stem": "generated",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": True,
                "about": 'Width to height of the output. 7:4 is of newer documents alone. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"16:9"``, ``"9:16"``, ``"21:9"``, ``"auto"``, ``"7:4"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
                            "1:1",
                            "3:2",
                            "2:3",
                            "3:4",
                            "4:3",
                            "4:5",
                            "5:4",
                            "16:9",
                            "9:16",
                            "21:9",
                            "auto",
                            "7:4",
                        ],
                    }
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "output_count": {
                "fields": ["output_count"],
                "required": False,
                "about": "Number of images to make. One of 1, 2, 4.",
                "kinds": [{"type": "integer", "choices": [1, 2, 4]}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. 0.5K is of older documents alone. One of ``"0.5K"``, ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["0.5K", "1K", "2K", "4K"]}],
            },
            "quality": {
                "fields": ["quality"],
                "required": False,
                "about": 'Care taken over the output. auto is of newer documents alone, which take it if it is left out. One of ``"low"``, ``"medium"``, ``"high"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["low", "medium", "high", "auto"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [
            {"format": "png", "count": "output_count"},
            {"label": "all", "format": "zip", "several": "output_count"},
        ],
        "fallback": "create_gpt_image_2_generation",
    },
    "edit_image": {
        "summary": "Change one image, or make one from several, with GPT Image 2.",
        "amounts": "2 credits per output image, at most 6",
        "price_text": "Costs 2 credits per output image, at most 6 (Pilio's API documentation, 2026-11). `quote_image` asks for the price.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "create_gpt_image_2",
        "result_schema": "TaskResult",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "images": {
                "fields": ["image_file_ids"],
                "source": "presigned",
                "many": True,
                "required": True,
                "about": "One or several of: {}, jpg, jpeg, png or webp, at most 16 of them. One source or a list of them.",
                "kinds": [],
            },
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output. 7:4 is of newer documents alone. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"16:9"``, ``"9:16"``, ``"21:9"``, ``"auto"``, ``"7:4"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
                            "1:1",
                            "3:2",
                            "2:3",
                            "3:4",
                            "4:3",
                            "4:5",
                            "5:4",
                            "16:9",
                            "9:16",
                            "21:9",
                            "auto",
                            "7:4",
                        ],
                    }
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "output_count": {
                "fields": ["output_count"],
                "required": False,
                "about": "Number of images to make. One of 1, 2, 4.",
                "kinds": [{"type": "integer", "choices": [1, 2, 4]}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. 0.5K is of older documents alone. One of ``"0.5K"``, ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["0.5K", "1K", "2K", "4K"]}],
            },
            "quality": {
                "fields": ["quality"],
                "required": False,
                "about": 'Care taken over the output. auto is of newer documents alone, which take it if it is left out. One of ``"low"``, ``"medium"``, ``"high"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["low", "medium", "high", "auto"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [
            {"format": "png", "count": "output_count"},
            {"label": "all", "format": "zip", "several": "output_count"},
        ],
        "fallback": "create_gpt_image_2_edit",
    },
    "generate_with_nano_banana_2": {
        "summary": "Make images from a text, or from reference images, with Nano Banana 2.",
        "amounts": "",
        "price_text": "Cost: unknown; Pilio publishes no price.",
        "example": {"aspect_ratio": "3:2", "prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "create_nano_banana_2",
        "result_schema": "TaskResult",
        "stem": "generated",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "images": {
                "fields": ["image_file_ids"],
                "source": "presigned",
                "many": True,
                "required": False,
                "about": "One or several of: {}, jpg, jpeg, png or webp, at most 14 of them. One source or a list of them.",
                "kinds": [],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output; needed without images. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"9:16"``, ``"16:9"``, ``"21:9"``, ``"1:4"``, ``"4:1"``, ``"1:8"``, ``"8:1"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
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
                    }
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "output_count": {
                "fields": ["output_count"],
                "required": False,
                "about": "Number of images to make. One of 1, 2, 4.",
                "kinds": [{"type": "integer", "choices": [1, 2, 4]}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [
            {"format": "png", "count": "output_count"},
            {"label": "all", "format": "zip", "several": "output_count"},
        ],
    },
    "remove_watermark": {
        "summary": "Remove watermarks found automatically or inside given boxes.",
        "amounts": "1 credit per image, at most 3",
        "price_text": "Costs 1 credit per image, at most 3 (Pilio's API documentation, 2026-11).",
        "example": {},
        "operation": "remove_image_watermark",
        "result_schema": "TaskResult",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["image_file_id"],
                "source": "presigned",
                "required": True,
                "about": "{}.",
                "kinds": [],
            },
            "mode": {
                "fields": ["mode"],
                "required": False,
                "about": 'Whether the vendor looks for watermarks or boxes name them. The vendor takes auto if it is left out. One of ``"auto"``, ``"manual"``.',
                "kinds": [{"type": "string", "choices": ["auto", "manual"]}],
            },
            "boxes": {
                "fields": ["boxes"],
                "implies": {"mode": "manual"},
                "required": False,
                "aligned": "percent",
                "about": "Where the watermarks are. Required when mode is manual. 1 to 5 of them.",
                "kinds": [{"type": "array", "keys": ["x1", "y1", "x2", "y2"]}],
            },
        },
        "makes": [{"format": "png"}],
    },
    "remove_background": {
        "summary": "Cut the subject out; the result is an image with a transparent background.",
        "amounts": "1 credit per image, at most 3",
        "price_text": "Costs 1 credit per image, at most 3 (Pilio's API documentation, 2026-11).",
        "example": {},
        "operation": "remove_background",
        "result_schema": "TaskResult",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["image_file_id"],
                "source": "presigned",
                "required": True,
                "about": "{}, jpg, jpeg, png, webp or heic.",
                "kinds": [],
            },
            "industry_type": {
                "fields": ["industry_type"],
                "required": False,
                "about": 'What the subject is. The vendor\'s page names portrait, product and general; the aliases come from its published specification. The vendor takes portrait if it is left out. One of ``"portrait"``, ``"product"``, ``"human"``, ``"person"``, ``"humanv2"``, ``"goods"``, ``"commodity"``, ``"productv2"``, ``"general"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
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
                    }
                ],
            },
            "quality_type": {
                "fields": ["quality_type"],
                "required": False,
                "about": 'Quality against speed. The vendor\'s page names original and fast; the aliases come from its published specification. The vendor takes original if it is left out. One of ``"original"``, ``"fast"``, ``"speed"``, ``"draft"``, ``"preview"``, ``"low"``.',
                "kinds": [
                    {"type": "string", "choices": ["original", "fast", "speed", "draft", "preview", "low"]}
                ],
            },
            "trim_transparent_background": {
                "fields": ["trim_transparent_background"],
                "required": False,
                "about": "Cut away the empty canvas around the subject. The vendor does not if it is left out.",
                "kinds": [{"type": "boolean"}],
            },
        },
        "makes": [
            {
                "format": "png",
                "transparent": True,
                "resized_by": ["trim_transparent_background", "quality_type"],
            }
        ],
    },
    "upscale": {
        "summary": "Enlarge an image and make it clearer.",
        "amounts": "3 credits per image, at most 9",
        "price_text": "Costs 3 credits per image, at most 9 (Pilio's API documentation, 2026-11).",
        "example": {"type": "2X"},
        "operation": "upscale_image",
        "result_schema": "TaskResult",
        "stem": "image",
        "fixed": {},
        "parameters": {
            "image": {
                "fields": ["image_file_id"],
                "source": "presigned",
                "required": True,
                "about": "{}, heic, jpg, png or webp.",
                "kinds": [],
            },
            "type": {
                "fields": ["type"],
                "required": False,
                "about": "Factor, such as 2X, which the vendor takes if it is left out. No list of factors is published. At most 20 characters.",
                "kinds": [{"type": "string"}],
            },
            "method": {
                "fields": ["method"],
                "required": False,
                "about": 'The vendor takes ai_super_resolution if it is left out. One of ``"ai_super_resolution"``, ``"super_resolution"``, ``"enhance"``.',
                "kinds": [
                    {"type": "string", "choices": ["ai_super_resolution", "super_resolution", "enhance"]}
                ],
            },
            "preset": {
                "fields": ["preset"],
                "required": False,
                "about": 'The vendor takes auto if it is left out. One of ``"auto"``, ``"hd"``.',
                "kinds": [{"type": "string", "choices": ["auto", "hd"]}],
            },
            "enhance_face": {
                "fields": ["enhance_face"],
                "required": False,
                "about": "Enhance face.",
                "kinds": [{"type": "boolean"}],
            },
            "enhance_quality": {
                "fields": ["enhance_quality"],
                "required": False,
                "about": "Enhance quality.",
                "kinds": [{"type": "boolean"}],
            },
            "enhance_text": {
                "fields": ["enhance_text"],
                "required": False,
                "about": "Enhance text.",
                "kinds": [{"type": "boolean"}],
            },
        },
        "makes": [{"format": "png", "enlarged_by": {"parameter": "type", "one": 1}}],
    },
    "remove_pdf_watermark": {
        "summary": "Remove watermarks from a PDF.",
        "amounts": '2 credits per file with ``mode="editable"``, at most 6; 1 credit per page with ``mode="ai"``, at most 3',
        "price_text": 'Costs 2 credits per file with ``mode="editable"``, at most 6; 1 credit per page with ``mode="ai"``, at most 3 (Pilio\'s API documentation, 2026-11).',
        "example": {},
        "operation": "remove_pdf_watermark",
        "result_schema": "TaskResult",
        "stem": "pdf",
        "fixed": {},
        "parameters": {
            "pdf": {
                "fields": ["pdf_file_id"],
                "source": "presigned",
                "required": True,
                "about": "{}, pdf.",
                "kinds": [],
            },
            "mode": {
                "fields": ["mode"],
                "required": False,
                "about": "Editable takes watermarks out of the document's structure; ai redraws each page as an image. The vendor takes editable if it is left out.",
                "kinds": [{"type": "string", "choices": ["editable", "ai"]}],
            },
        },
        "makes": [{"format": "pdf"}],
    },
}
"""The methods that create tasks: what each does, the operation behind it, and where its arguments go in the request."""

CALLS: Final[Mapping[str, Mapping[str, Any]]] = {
    "quote_flare": {
        "summary": "What an image of GPT Image 2.5 Flare costs.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "quote_gpt_image_25_flare",
        "result_schema": "Quote",
        "stem": "quote_flare",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output. The vendor takes 1:1 if it is left out. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.',
                "kinds": [
                    {"type": "string", "choices": ["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"]}
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [],
        "returns": "data",
        "many": False,
    },
    "quote_sunburst": {
        "summary": "What an image of GPT Image 2.5 Sunburst costs.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle"},
        "operation": "quote_gpt_image_25_sunburst",
        "result_schema": "Quote",
        "stem": "quote_sunburst",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": False,
                "about": 'Width to height of the output. The vendor takes 1:1 if it is left out. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"16:9"``, ``"9:16"``, ``"21:9"``.',
                "kinds": [
                    {"type": "string", "choices": ["1:1", "3:2", "2:3", "3:4", "4:3", "16:9", "9:16", "21:9"]}
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [],
        "returns": "data",
        "many": False,
    },
    "quote_nano_banana": {
        "summary": "What an image of Nano Banana 2.1 costs.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle", "aspect_ratio": "3:2"},
        "operation": "quote_nano_banana_21",
        "result_schema": "Quote",
        "stem": "quote_nano_banana",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": True,
                "about": 'Width to height of the output. One of ``"1:1"``, ``"2:3"``, ``"3:2"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"9:16"``, ``"16:9"``, ``"21:9"``, ``"1:4"``, ``"4:1"``, ``"1:8"``, ``"8:1"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
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
                    }
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. The vendor takes 1K if it is left out. One of ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["1K", "2K", "4K"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
            },
        },
        "makes": [],
        "returns": "data",
        "many": False,
    },
    "quote_image": {
        "summary": "What images of GPT Image 2 cost.",
        "amounts": "",
        "price_text": "Costs nothing.",
        "example": {"prompt": "A cinematic product photo of an orange perfume bottle", "aspect_ratio": "3:2"},
        "operation": "quote_gpt_image_2",
        "result_schema": "Quote",
        "stem": "quote_image",
        "fixed": {},
        "parameters": {
            "prompt": {
                "fields": ["prompt"],
                "required": True,
                "about": "What to draw, or to make of the references. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "aspect_ratio": {
                "fields": ["aspect_ratio"],
                "required": True,
                "about": 'Width to height of the output. 7:4 is of newer documents alone. One of ``"1:1"``, ``"3:2"``, ``"2:3"``, ``"3:4"``, ``"4:3"``, ``"4:5"``, ``"5:4"``, ``"16:9"``, ``"9:16"``, ``"21:9"``, ``"auto"``, ``"7:4"``.',
                "kinds": [
                    {
                        "type": "string",
                        "choices": [
                            "1:1",
                            "3:2",
                            "2:3",
                            "3:4",
                            "4:3",
                            "4:5",
                            "5:4",
                            "16:9",
                            "9:16",
                            "21:9",
                            "auto",
                            "7:4",
                        ],
                    }
                ],
            },
            "negative_prompt": {
                "fields": ["negative_prompt"],
                "required": False,
                "about": "What to keep out. At most 32,000 characters.",
                "kinds": [{"type": "string"}],
            },
            "output_count": {
                "fields": ["output_count"],
                "required": False,
                "about": "Number of images to make. One of 1, 2, 4.",
                "kinds": [{"type": "integer", "choices": [1, 2, 4]}],
            },
            "resolution": {
                "fields": ["resolution"],
                "required": False,
                "about": 'Size class of the output. 0.5K is of older documents alone. One of ``"0.5K"``, ``"1K"``, ``"2K"``, ``"4K"``.',
                "kinds": [{"type": "string", "choices": ["0.5K", "1K", "2K", "4K"]}],
            },
            "quality": {
                "fields": ["quality"],
                "required": False,
                "about": 'Care taken over the output. auto is of newer documents alone, which take it if it is left out. One of ``"low"``, ``"medium"``, ``"high"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["low", "medium", "high", "auto"]}],
            },
            "preprocess_mode": {
                "fields": ["preprocess_mode"],
                "required": False,
                "about": 'Whether the input is prepared before the model sees it. One of ``"off"``, ``"auto"``.',
                "kinds": [{"type": "string", "choices": ["off", "auto"]}],
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
