"""Everything Safelight raises, named by what it means to the caller.

    SafelightError
    ├─ ConfigurationError
    ├─ ApiError
    │  ├─ AuthenticationError   InsufficientCredits   InvalidInput   NotFound
    │  └─ RateLimited           Unavailable           UnexpectedResponse
    ├─ TaskFailed
    ├─ TaskExpired
    ├─ WaitTimeout
    ├─ OutcomeUnknown
    ├─ UploadFailed
    └─ DownloadFailed

All carry the attributes of `SafelightError`, show them in their text, and can be pickled.
"""

from __future__ import annotations

from typing import Self

__all__ = [
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
]


class SafelightError(Exception):
    """Base of all errors of this library.

    Attributes:
        message: What happened and what to do about it.
        vendor: The vendor's name, such as ``"pilio"``.
        operation: The operation that failed, such as ``"remove_background"``.
        code: The vendor's own error code, as text.
        http_status: HTTP status of the answer, if there was one.
        request_id: The vendor's id of the request, useful when you contact its support.
        attempts: How many times the request was sent.
        token: The token of the task, to resume it; it holds no secret. None if there is no task.
        body: The beginning of the answer, without secrets.
        retry_after: Seconds that the vendor asked to wait.
        field: The parameter or option that is wrong.
        idempotency_key: The key that an unclear request was sent with, if the vendor has such keys: sent again with
            it, the request is not charged twice.
    """

    def __init__(  # one constructor for all, so that every error carries the same facts
        self,
        message: str,
        *,
        vendor: str | None = None,
        operation: str | None = None,
        code: str | None = None,
        http_status: int | None = None,
        request_id: str | None = None,
        attempts: int | None = None,
        token: str | None = None,
        body: str | None = None,
        retry_after: float | None = None,
        field: str | None = None,
        idempotency_key: str | None = None,
    ) -> None:
        message = _escaped(message)
        super().__init__(message)
        self.message = message
        self.vendor = vendor
        self.operation = operation
        self.code = code
        self.http_status = http_status
        self.request_id = request_id
        self.attempts = attempts
        self.token = token
        self.body = body
        self.retry_after = retry_after
        self.field = field
        self.idempotency_key = idempotency_key

    def __str__(self) -> str:
        where = ".".join(name for name in (self.vendor, self.operation) if name)
        facts = [
            f"HTTP {self.http_status}" if self.http_status is not None else "",
            f"code {self.code}" if self.code is not None else "",
            f"request id {self.request_id}" if self.request_id else "",
            f"{self.attempts} attempts" if self.attempts and self.attempts > 1 else "",
        ]
        stated = ", ".join(fact for fact in facts if fact)
        text = f"{where}: {self.message}" if where else self.message
        text = f"{text} ({stated})" if stated else text
        text = f"{text}; the server's answer began with {self.body!r}" if self.body else text
        return _escaped(text)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, dict(self.__dict__))

    def placed(
        self, *, vendor: str | None = None, operation: str | None = None, token: str | None = None
    ) -> Self:
        """Fill in vendor, operation and token where they are not set yet."""
        self.vendor = self.vendor or vendor
        self.operation = self.operation or operation
        self.token = self.token or token
        return self


def _escaped(text: str) -> str:
    """A text that any terminal can show; file names may hold bytes that are not characters."""
    return text.encode("utf-8", "backslashreplace").decode()


def _rebuild(kind: type[SafelightError], message: str, state: dict[str, object]) -> SafelightError:
    error = kind(message)
    error.__dict__.update(state)
    return error


class ConfigurationError(SafelightError):
    """A key, an address or an option is missing or unusable."""


class ApiError(SafelightError):
    """The vendor rejected a request, or its answer cannot be understood."""


class AuthenticationError(ApiError):
    """The key is missing, wrong, revoked, or lacks the permission."""


class InsufficientCredits(ApiError):
    """The account does not have enough credits."""


class InvalidInput(ApiError):
    """The file or an option is not valid; nothing was bought. `field` names which one."""


class NotFound(ApiError):
    """No such task, file or address."""


class RateLimited(ApiError):
    """Too many requests, or too many tasks in flight, after all retries. `retry_after` is in seconds, if stated."""


class Unavailable(ApiError):
    """The vendor could not be reached, or had an error, after all retries."""


class UnexpectedResponse(ApiError):
    """The answer is not what the vendor documents (an HTML page, truncated JSON, a missing field)."""


class TaskFailed(SafelightError):
    """The task failed at the vendor. The message holds the reason, `code` the vendor's code."""


class TaskExpired(SafelightError):
    """The vendor no longer knows the task or its result."""


class WaitTimeout(SafelightError):
    """`within` ran out. The task goes on: `token` resumes it."""


class OutcomeUnknown(SafelightError):
    """A billed request was sent and no clear answer came.

    The vendor may have created (and charged) the task. Check the vendor's records before you pay again. If there is an
    `idempotency_key`, you can send the request again with it.
    """


class UploadFailed(SafelightError):
    """A file could not be uploaded, could not be downloaded from its URL, or changed while it was read.

    Nothing was bought.
    """


class DownloadFailed(SafelightError):
    """A result could not be downloaded or saved. The task is done: `token` fetches it again."""
