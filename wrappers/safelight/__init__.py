"""Typed clients for asynchronous AI image services: Pilio, Perfect Corp, YouCam, Claid and PicWish."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as type checkers do not believe; without `typing`, which nothing here needs
if TYPE_CHECKING:
    from safelight.core.api.retry import RetryPolicy as RetryPolicy
    from safelight.core.base.events import Downloaded as Downloaded
    from safelight.core.base.events import Downloading as Downloading
    from safelight.core.base.events import Event as Event
    from safelight.core.base.events import PicturePrepared as PicturePrepared
    from safelight.core.base.events import Purchase as Purchase
    from safelight.core.base.events import RequestSent as RequestSent
    from safelight.core.base.events import ResponseReceived as ResponseReceived
    from safelight.core.base.events import Retrying as Retrying
    from safelight.core.base.events import Throttled as Throttled
    from safelight.core.base.events import Update as Update
    from safelight.core.base.events import Uploaded as Uploaded
    from safelight.core.base.events import Uploading as Uploading
    from safelight.core.base.events import WaitEnded as WaitEnded
    from safelight.core.base.facts import Phase as Phase
    from safelight.core.base.outcome import Credits as Credits
    from safelight.core.base.outcome import FileRef as FileRef
    from safelight.core.base.outcome import Status as Status
    from safelight.core.base.verdict import Verdict as Verdict
    from safelight.core.http.connection import Connection as Connection
    from safelight.core.options import Options as Options
    from safelight.core.results import AsyncResult as AsyncResult
    from safelight.core.results import AsyncResultFile as AsyncResultFile
    from safelight.core.results import Result as Result
    from safelight.core.results import ResultFile as ResultFile
    from safelight.core.task import AsyncTask as AsyncTask
    from safelight.core.task import Task as Task
    from safelight.core.transfers.sources import File as File
    from safelight.core.transfers.sources import Source as Source
    from safelight.core.transfers.upload_memory import UploadFolder as UploadFolder
    from safelight.errors import ApiError as ApiError
    from safelight.errors import AuthenticationError as AuthenticationError
    from safelight.errors import ConfigurationError as ConfigurationError
    from safelight.errors import DownloadFailed as DownloadFailed
    from safelight.errors import InsufficientCredits as InsufficientCredits
    from safelight.errors import InvalidInput as InvalidInput
    from safelight.errors import NotFound as NotFound
    from safelight.errors import OutcomeUnknown as OutcomeUnknown
    from safelight.errors import RateLimited as RateLimited
    from safelight.errors import SafelightError as SafelightError
    from safelight.errors import TaskExpired as TaskExpired
    from safelight.errors import TaskFailed as TaskFailed
    from safelight.errors import Unavailable as Unavailable
    from safelight.errors import UnexpectedResponse as UnexpectedResponse
    from safelight.errors import UploadFailed as UploadFailed
    from safelight.errors import WaitTimeout as WaitTimeout
    from safelight.vendors.claid import AsyncClaid as AsyncClaid
    from safelight.vendors.claid import Claid as Claid
    from safelight.vendors.perfect import AsyncPerfect as AsyncPerfect
    from safelight.vendors.perfect import Perfect as Perfect
    from safelight.vendors.perfect import PerfectOptions as PerfectOptions
    from safelight.vendors.picwish import AsyncPicWish as AsyncPicWish
    from safelight.vendors.picwish import PicWish as PicWish
    from safelight.vendors.pilio import AsyncPilio as AsyncPilio
    from safelight.vendors.pilio import Pilio as Pilio
    from safelight.vendors.pilio_files import PilioOptions as PilioOptions
    from safelight.vendors.youcam import AsyncYouCam as AsyncYouCam
    from safelight.vendors.youcam import YouCam as YouCam

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
    return sorted({*globals(), *_MODULES})
