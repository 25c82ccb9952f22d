"""Typed clients for asynchronous AI image services: Pilio, Perfect Corp, YouCam, Claid and PicWish."""

from __future__ import annotations

from importlib import import_module

_HOMES = {
    "safelight.core.options": ("Options",),
    "safelight.core.base.events": (
        "Downloaded",
        "Downloading",
        "Event",
        "PicturePrepared",
        "Purchase",
        "RequestSent",
        "ResponseReceived",
        "Retrying",
        "Throttled",
        "Update",
        "Uploaded",
        "Uploading",
        "WaitEnded",
    ),
    "safelight.core.base.facts": ("Phase",),
    "safelight.core.http.connection": ("Connection",),
    "safelight.core.base.outcome": ("Credits", "FileRef", "Status"),
    "safelight.core.base.verdict": ("Verdict",),
    "safelight.core.results": ("AsyncResult", "AsyncResultFile", "Result", "ResultFile"),
    "safelight.core.api.retry": ("RetryPolicy",),
    "safelight.core.transfers.sources": ("File", "Source"),
    "safelight.core.transfers.upload_memory": ("UploadFolder",),
    "safelight.core.task": ("AsyncTask", "Task"),
    "safelight.errors": (
        "ApiError",
        "AuthenticationError",
        "ConfigurationError",
        "DownloadFailed",
        "InsufficientCredits",
        "InvalidInput",
        "NotFound",
        "OutcomeUnknown",
        "RateLimited",
        "SafelightError",
        "TaskExpired",
        "TaskFailed",
        "Unavailable",
        "UnexpectedResponse",
        "UploadFailed",
        "WaitTimeout",
    ),
    "safelight.routes.route": ("AsyncRoute", "AsyncRouted", "Route", "Routed"),
    "safelight.routes.tried": ("Tried",),
    "safelight.vendors.claid": ("AsyncClaid", "Claid"),
    "safelight.vendors.perfect": ("AsyncPerfect", "Perfect", "PerfectOptions"),
    "safelight.vendors.picwish": ("AsyncPicWish", "PicWish"),
    "safelight.vendors.pilio_files": ("PilioOptions",),
    "safelight.vendors.pilio": ("AsyncPilio", "Pilio"),
    "safelight.vendors.youcam": ("AsyncYouCam", "YouCam"),
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names}

__all__ = sorted(_MODULES)  # pyright: ignore[reportUnsupportedDunderAll]  # the names are imported on first use


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*_MODULES, *(name for name in globals() if name.startswith("__"))})
