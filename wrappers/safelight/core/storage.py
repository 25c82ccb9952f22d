"""Sends bytes to presigned URLs. No key ever goes there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlsplit

from safelight.core.calls import Api
from safelight.core.envelope import retry_after
from safelight.core.flow import Flow, Now, Send, Sleep
from safelight.core.progress import FileProgress, TellingBody
from safelight.core.retry import Trouble, delay
from safelight.core.sources import Slice
from safelight.core.wire import Reply, Request, TransportFailure, origin
from safelight.errors import (
    ApiError,
    ConfigurationError,
    RateLimited,
    Unavailable,
    UnexpectedResponse,
    UploadFailed,
)

EXPIRED = 403
"""What object stores answer to a presigned URL that is no longer valid."""


class UrlExpired(Exception):
    """A presigned URL was refused; a fresh one may work."""


def put(
    api: Api,
    url: str,
    content: Slice,
    progress: FileProgress,
    headers: Mapping[str, str] | None = None,
    method: str = "PUT",
) -> Flow[str | None]:
    """Send bytes to a presigned URL, again where that may help; the ETag, to the letter.

    Raises:
        UrlExpired: The URL is refused.
        UploadFailed: Storage could not be reached or refused the bytes.
    """
    check_storage_url(api, url)
    body = TellingBody(content, partial(progress.sent, content.offset))
    request = Request(method, url, headers=headers or {}, body=body)
    attempt = 0
    failed: float | None = None
    while True:
        attempt += 1
        try:
            reply = yield from Send(request)
            if 200 <= reply.status < 300:
                api.budget.give()
                progress.arrived(content.offset, content.length)
                return reply.headers.get("etag")
            if reply.status == EXPIRED:
                raise UrlExpired
            cause: ApiError | TransportFailure = _refused(reply, request)
        except TransportFailure as failure:
            cause = failure
        except UploadFailed as error:
            raise error.placed(vendor=api.facts.vendor) from None
        now = (yield from Now()).monotonic
        failed = now if failed is None else failed  # a large file may take longer than all tries of a call
        wait = delay(api.retry, Trouble(cause, repeatable=True), attempt, now - failed, api.draw)
        if wait is None or not api.budget.take():
            raise UploadFailed(
                f"{content.file.name} could not be sent to {api.place(url)}: "
                f"{cause.reason if isinstance(cause, TransportFailure) else cause.message}. Nothing was bought",
                vendor=api.facts.vendor,
                http_status=None if isinstance(cause, TransportFailure) else cause.http_status,
                attempts=attempt,
            )
        yield from Sleep(wait)


def check_storage_url(api: Api, url: str) -> None:
    """Refuse storage addresses that are not https, unless the API itself is spoken to on this machine."""
    parts = urlsplit(url) if origin(url) else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnexpectedResponse(
            f"{api.facts.title} named an address that is no URL", vendor=api.facts.vendor
        )
    if parts.scheme != "https" and not api.credentials.local:
        raise ConfigurationError(
            f"{api.facts.title} named the address {api.place(url)}, which is not https",
            vendor=api.facts.vendor,
        )


def _refused(reply: Reply, request: Request) -> ApiError:
    kind = RateLimited if reply.status == 429 else Unavailable if reply.status >= 500 else ApiError
    if reply.status == 408:
        kind = Unavailable
    return kind(
        f"storage answered HTTP {reply.status} to {request.method}",
        http_status=reply.status,
        retry_after=retry_after(reply),
    )
