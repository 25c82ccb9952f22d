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
    task_api: Mapping[str, Any]
    """The operation's `x-task-api`."""


SERVERS: Final[tuple[str, ...]] = ("https://yce-api-01.perfectcorp.com", "https://yce-api-01.makeupar.com")
"""Addresses of the API, the default first; variables have their default values."""

FACTS: Final[Mapping[str, Any]] = {
    "vendor": "perfect",
    "title": "Perfect Corp",
    "authentication": {
        "style": "rsa_exchange",
        "header": "Authorization",
        "prefix": "Bearer ",
        "token_lifetime_seconds": 7200,
    },
    "environment": {
        "api_key": "PERFECT_API_KEY",
        "secret_key": "PERFECT_SECRET_KEY",
        "base_url": "PERFECT_BASE_URL",
    },
    "envelope": {
        "status_field": "status",
        "success": 200,
        "data_field": "result",
        "error_code": ["error_code"],
        "error_message": ["error"],
    },
    "task": {
        "id": "task_id",
        "status": "status",
        "phases": {"running": "running", "success": "succeeded", "error": "failed"},
        "failed_below": None,
        "reason": ["error"],
    },
    "polling": {
        "initial_seconds": 2,
        "maximum_seconds": 5,
        "hint_milliseconds_field": "polling_interval",
        "lost_after_seconds": 10,
        "server_limit_seconds": None,
    },
    "limits": {
        "rates": [
            {"requests": 100, "seconds": 60, "scope": "token"},
            {"requests": 100, "seconds": 300, "scope": "ip"},
        ],
        "in_flight": None,
        "files_per_create": None,
    },
    "rate_headers": None,
    "lifetimes": {
        "upload_url_seconds": None,
        "download_url_seconds": 7200,
        "upload_seconds": 86400,
        "result_seconds": 2592000,
    },
    "upload": {"style": "presigned", "multipart_threshold_bytes": None, "maximum_bytes": 10485760},
    "errors": {
        "InvalidParameters": {
            "meaning": "invalid_input",
            "description": "A parameter is missing, unknown or does not fit the others (HTTP 400).",
        },
        "InvalidTemplate": {
            "meaning": "invalid_input",
            "description": "The style or template does not exist or does not belong to the feature (HTTP 400).",
        },
        "CreditInsufficiency": {
            "meaning": "insufficient_credits",
            "description": "The account has too few credits for the task (HTTP 400).",
        },
        "InvalidApiKey": {
            "meaning": "authentication",
            "description": "The API key is unknown or disabled (HTTP 401, sent without `error`).",
        },
        "InvalidAccessToken": {
            "meaning": "authentication",
            "description": "The access token is wrong or older than 2 hours (HTTP 401).",
        },
        "InvalidTaskId": {
            "meaning": "not_found",
            "description": "The task is unknown or was lost (HTTP 404). Also seen for a moment right after a task was created.",
        },
        "TaskTimeout": {
            "meaning": "unavailable",
            "description": "The engine gave up on the task (HTTP 500).",
        },
        "unknown_internal_error": {
            "meaning": "unavailable",
            "description": "Any other failure (HTTP 500; HTTP 404 was seen for a file id used before its bytes were uploaded).",
        },
    },
    "http_errors": {
        "400": "invalid_input",
        "401": "authentication",
        "404": "not_found",
        "429": "rate_limited",
        "500": "unavailable",
    },
    "task_errors": {
        "exceed_max_filesize": "The input file is larger than the feature allows.",
        "invalid_parameter": "A parameter has a value the engine cannot use.",
        "error_download_image": "The engine could not read the uploaded source image.",
        "error_download_mask": "The engine could not read the uploaded mask image.",
        "error_decode_image": "The source image is damaged or not in a supported format.",
        "error_decode_mask": "The mask image is damaged or not in a supported format.",
        "error_nsfw_content_detected": "The source image was judged not safe for work.",
        "error_no_face": "No face was found in the source image.",
        "error_pose": "The pose of the person in the source image could not be read.",
        "error_face_parsing": "The face in the source image could not be segmented.",
        "error_inference": "The model failed.",
        "exceed_nsfw_retry_limits": "Every image the model generated was judged not safe for work.",
        "error_upload": "The engine could not store the result.",
        "error_multiple_people": "The source image shows more than one person.",
        "error_no_shoulder": "The shoulders are not visible in the source image.",
        "error_large_face_angle": "The face in the source image is turned or tilted too far.",
        "unknown_internal_error": "Any other failure of the engine.",
    },
}

OPERATIONS: Final[Mapping[str, Operation]] = {
    "authenticate": {
        "method": "post",
        "path": "/s2s/v1.0/client/auth",
        "tag": "authentication",
        "module": "perfect_api.api.authentication.authenticate",
        "request_schema": "AuthenticateRequest",
        "request_content_type": "application/json",
        "response_schema": "AuthenticateResponse",
        "task_api": {"role": "authenticate", "billed": False},
    },
    "create_hairstyle_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/hair-style",
        "tag": "hairstyle",
        "module": "perfect_api.api.hairstyle.create_hairstyle_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "list_hairstyle_style_groups": {
        "method": "get",
        "path": "/s2s/v1.0/task/style-group/hair-style",
        "tag": "hairstyle",
        "module": "perfect_api.api.hairstyle.list_hairstyle_style_groups",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStyleGroupsResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "list_hairstyle_styles": {
        "method": "get",
        "path": "/s2s/v1.0/task/style/hair-style",
        "tag": "hairstyle",
        "module": "perfect_api.api.hairstyle.list_hairstyle_styles",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStylesResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "get_hairstyle_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/hair-style",
        "tag": "hairstyle",
        "module": "perfect_api.api.hairstyle.get_hairstyle_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_hairstyle": {
        "method": "post",
        "path": "/s2s/v1.0/task/hair-style",
        "tag": "hairstyle",
        "module": "perfect_api.api.hairstyle.run_hairstyle",
        "request_schema": "RunHairstyleRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "hair-style",
            "slug_confidence": "confirmed",
            "status_operation": "get_hairstyle_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 1024,
                    "maximum_count": 1,
                    "notes": [
                        "The face must be at least 128 pixels wide.",
                        "The face must look forward, with pitch within 10 degrees, yaw within 45, roll within 15.",
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "File creation also takes png, which the table of limits does not name for this feature.",
                    ],
                }
            },
        },
    },
    "create_wig_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/wig",
        "tag": "wig",
        "module": "perfect_api.api.wig.create_wig_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "list_wig_style_groups": {
        "method": "get",
        "path": "/s2s/v1.0/task/style-group/wig",
        "tag": "wig",
        "module": "perfect_api.api.wig.list_wig_style_groups",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStyleGroupsResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "list_wig_styles": {
        "method": "get",
        "path": "/s2s/v1.0/task/style/wig",
        "tag": "wig",
        "module": "perfect_api.api.wig.list_wig_styles",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStylesResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "get_wig_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/wig",
        "tag": "wig",
        "module": "perfect_api.api.wig.get_wig_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_wig": {
        "method": "post",
        "path": "/s2s/v1.0/task/wig",
        "tag": "wig",
        "module": "perfect_api.api.wig.run_wig",
        "request_schema": "RunHairstyleRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "wig",
            "slug_confidence": "guess",
            "status_operation": "get_wig_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_count": 1,
                    "notes": [
                        "The document's table of limits has no row for this feature; the formats are those file creation takes."
                    ],
                }
            },
        },
    },
    "create_hair_extension_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/hair-ext",
        "tag": "hair_extension",
        "module": "perfect_api.api.hair_extension.create_hair_extension_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "list_hair_extension_style_groups": {
        "method": "get",
        "path": "/s2s/v1.0/task/style-group/hair-ext",
        "tag": "hair_extension",
        "module": "perfect_api.api.hair_extension.list_hair_extension_style_groups",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStyleGroupsResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "list_hair_extension_styles": {
        "method": "get",
        "path": "/s2s/v1.0/task/style/hair-ext",
        "tag": "hair_extension",
        "module": "perfect_api.api.hair_extension.list_hair_extension_styles",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStylesResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "get_hair_extension_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/hair-ext",
        "tag": "hair_extension",
        "module": "perfect_api.api.hair_extension.get_hair_extension_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_hair_extension": {
        "method": "post",
        "path": "/s2s/v1.0/task/hair-ext",
        "tag": "hair_extension",
        "module": "perfect_api.api.hair_extension.run_hair_extension",
        "request_schema": "RunHairEffectRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "hair-ext",
            "slug_confidence": "confirmed",
            "status_operation": "get_hair_extension_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 1024,
                    "notes": [
                        "The face must be at least 128 pixels wide.",
                        "The face must look forward, with pitch within 10 degrees, yaw within 45, roll within 15.",
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                    ],
                }
            },
        },
    },
    "create_hair_bang_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/hair-bang",
        "tag": "hair_bang",
        "module": "perfect_api.api.hair_bang.create_hair_bang_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "list_hair_bang_style_groups": {
        "method": "get",
        "path": "/s2s/v1.0/task/style-group/hair-bang",
        "tag": "hair_bang",
        "module": "perfect_api.api.hair_bang.list_hair_bang_style_groups",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStyleGroupsResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "list_hair_bang_styles": {
        "method": "get",
        "path": "/s2s/v1.0/task/style/hair-bang",
        "tag": "hair_bang",
        "module": "perfect_api.api.hair_bang.list_hair_bang_styles",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStylesResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "get_hair_bang_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/hair-bang",
        "tag": "hair_bang",
        "module": "perfect_api.api.hair_bang.get_hair_bang_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_hair_bang": {
        "method": "post",
        "path": "/s2s/v1.0/task/hair-bang",
        "tag": "hair_bang",
        "module": "perfect_api.api.hair_bang.run_hair_bang",
        "request_schema": "RunHairEffectRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "hair-bang",
            "slug_confidence": "confirmed",
            "status_operation": "get_hair_bang_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 1024,
                    "notes": [
                        "The face must be at least 128 pixels wide.",
                        "The face must look forward, with pitch within 10 degrees, yaw within 45, roll within 15.",
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                    ],
                }
            },
        },
    },
    "create_hair_volume_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/hair-vol",
        "tag": "hair_volume",
        "module": "perfect_api.api.hair_volume.create_hair_volume_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "list_hair_volume_style_groups": {
        "method": "get",
        "path": "/s2s/v1.0/task/style-group/hair-vol",
        "tag": "hair_volume",
        "module": "perfect_api.api.hair_volume.list_hair_volume_style_groups",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStyleGroupsResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "list_hair_volume_styles": {
        "method": "get",
        "path": "/s2s/v1.0/task/style/hair-vol",
        "tag": "hair_volume",
        "module": "perfect_api.api.hair_volume.list_hair_volume_styles",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStylesResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "get_hair_volume_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/hair-vol",
        "tag": "hair_volume",
        "module": "perfect_api.api.hair_volume.get_hair_volume_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_hair_volume": {
        "method": "post",
        "path": "/s2s/v1.0/task/hair-vol",
        "tag": "hair_volume",
        "module": "perfect_api.api.hair_volume.run_hair_volume",
        "request_schema": "RunHairEffectRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "hair-vol",
            "slug_confidence": "confirmed",
            "status_operation": "get_hair_volume_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 1024,
                    "notes": [
                        "The face must be at least 128 pixels wide.",
                        "The face must look forward, with pitch within 10 degrees, yaw within 45, roll within 15.",
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                    ],
                }
            },
        },
    },
    "create_aging_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/aging",
        "tag": "aging",
        "module": "perfect_api.api.aging.create_aging_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "get_aging_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/aging",
        "tag": "aging",
        "module": "perfect_api.api.aging.get_aging_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "AgingStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_aging": {
        "method": "post",
        "path": "/s2s/v1.0/task/aging",
        "tag": "aging",
        "module": "perfect_api.api.aging.run_aging",
        "request_schema": "RunAgingRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "aging",
            "slug_confidence": "confirmed",
            "status_operation": "get_aging_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_count": 1,
                    "notes": [
                        "The document's table of limits has no row for this feature; the formats are those file creation takes."
                    ],
                }
            },
        },
    },
    "create_makeup_transfer_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/mu-trans-rec",
        "tag": "makeup_transfer",
        "module": "perfect_api.api.makeup_transfer.create_makeup_transfer_file",
        "request_schema": "CreateMakeupTransferFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "get_makeup_transfer_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/mu-trans-rec",
        "tag": "makeup_transfer",
        "module": "perfect_api.api.makeup_transfer.get_makeup_transfer_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "MakeupTransferStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_makeup_transfer": {
        "method": "post",
        "path": "/s2s/v1.0/task/mu-trans-rec",
        "tag": "makeup_transfer",
        "module": "perfect_api.api.makeup_transfer.run_makeup_transfer",
        "request_schema": "RunMakeupTransferRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "mu-trans-rec",
            "slug_confidence": "confirmed",
            "status_operation": "get_makeup_transfer_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png", "tiff", "gif"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 1024,
                    "maximum_count": 1,
                    "notes": [
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "The table of limits names jpg, png and heic; file creation takes jpg, png, tiff and gif, but not heic.",
                    ],
                },
                "reference": {
                    "formats": ["jpg", "jpeg", "png", "tiff", "gif"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 1024,
                    "maximum_count": 1,
                    "notes": [
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "The table of limits names jpg, png and heic; file creation takes jpg, png, tiff and gif, but not heic.",
                    ],
                },
            },
        },
    },
    "create_object_removal_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/obj-removal",
        "tag": "object_removal",
        "module": "perfect_api.api.object_removal.create_object_removal_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "get_object_removal_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/obj-removal",
        "tag": "object_removal",
        "module": "perfect_api.api.object_removal.get_object_removal_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_object_removal": {
        "method": "post",
        "path": "/s2s/v1.0/task/obj-removal",
        "tag": "object_removal",
        "module": "perfect_api.api.object_removal.run_object_removal",
        "request_schema": "RunObjectRemovalRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "obj-removal",
            "slug_confidence": "guess",
            "status_operation": "get_object_removal_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 4096,
                    "notes": [
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "The table of limits also names heic, which file creation does not take.",
                    ],
                },
                "mask": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 4096,
                    "notes": [
                        "A grey image of exactly the photo's width and height; white marks what to remove.",
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "The table of limits also names heic, which file creation does not take.",
                    ],
                },
            },
        },
    },
    "create_colorize_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/colorize",
        "tag": "colorize",
        "module": "perfect_api.api.colorize.create_colorize_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "get_colorize_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/colorize",
        "tag": "colorize",
        "module": "perfect_api.api.colorize.get_colorize_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_colorize": {
        "method": "post",
        "path": "/s2s/v1.0/task/colorize",
        "tag": "colorize",
        "module": "perfect_api.api.colorize.run_colorize",
        "request_schema": "RunColorizeRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "colorize",
            "slug_confidence": "guess",
            "status_operation": "get_colorize_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 4096,
                    "notes": [
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes."
                    ],
                }
            },
        },
    },
    "create_background_removal_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/sod",
        "tag": "background_removal",
        "module": "perfect_api.api.background_removal.create_background_removal_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "get_background_removal_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/sod",
        "tag": "background_removal",
        "module": "perfect_api.api.background_removal.get_background_removal_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_background_removal": {
        "method": "post",
        "path": "/s2s/v1.0/task/sod",
        "tag": "background_removal",
        "module": "perfect_api.api.background_removal.run_background_removal",
        "request_schema": "RunBackgroundRemovalRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "sod",
            "slug_confidence": "confirmed",
            "status_operation": "get_background_removal_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 4096,
                    "notes": [
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "The table of limits also names heic, which file creation does not take.",
                    ],
                }
            },
        },
    },
    "create_enhance_file": {
        "method": "post",
        "path": "/s2s/v1.0/file/enhance",
        "tag": "enhance",
        "module": "perfect_api.api.enhance.create_enhance_file",
        "request_schema": "CreateFileRequest",
        "request_content_type": "application/json",
        "response_schema": "CreateFileResponse",
        "task_api": {"role": "upload", "billed": False},
    },
    "get_enhance_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/enhance",
        "tag": "enhance",
        "module": "perfect_api.api.enhance.get_enhance_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_enhance": {
        "method": "post",
        "path": "/s2s/v1.0/task/enhance",
        "tag": "enhance",
        "module": "perfect_api.api.enhance.run_enhance",
        "request_schema": "RunEnhanceRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "enhance",
            "slug_confidence": "confirmed",
            "status_operation": "get_enhance_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {
                "image": {
                    "formats": ["jpg", "jpeg", "png"],
                    "maximum_bytes": 10485760,
                    "maximum_long_side": 4096,
                    "notes": [
                        "The document allows less than 10 MB and does not say whether that is 10,000,000 or 10,485,760 bytes.",
                        "The table of limits also names heic, which file creation does not take.",
                    ],
                }
            },
        },
    },
    "list_image_generator_style_groups": {
        "method": "get",
        "path": "/s2s/v1.0/task/style-group/text-to-image",
        "tag": "image_generator",
        "module": "perfect_api.api.image_generator.list_image_generator_style_groups",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStyleGroupsResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "list_image_generator_styles": {
        "method": "get",
        "path": "/s2s/v1.0/task/style/text-to-image",
        "tag": "image_generator",
        "module": "perfect_api.api.image_generator.list_image_generator_styles",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "ListStylesResponse",
        "task_api": {"role": "list", "billed": False},
    },
    "get_image_generator_status": {
        "method": "get",
        "path": "/s2s/v1.0/task/text-to-image",
        "tag": "image_generator",
        "module": "perfect_api.api.image_generator.get_image_generator_status",
        "request_schema": None,
        "request_content_type": None,
        "response_schema": "TaskStatusResponse",
        "task_api": {"role": "status", "billed": False},
    },
    "run_image_generator": {
        "method": "post",
        "path": "/s2s/v1.0/task/text-to-image",
        "tag": "image_generator",
        "module": "perfect_api.api.image_generator.run_image_generator",
        "request_schema": "RunImageGeneratorRequest",
        "request_content_type": "application/json",
        "response_schema": "RunTaskResponse",
        "task_api": {
            "role": "create",
            "billed": True,
            "slug": "text-to-image",
            "slug_confidence": "confirmed",
            "status_operation": "get_image_generator_status",
            "result_operation": None,
            "idempotency_field": "request_id",
            "inputs": {},
        },
    },
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name != "REQUEST_SCHEMAS":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from .request_schemas import REQUEST_SCHEMAS

        return REQUEST_SCHEMAS
