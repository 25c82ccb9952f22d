"""Sends files to presigned URLs. No key ever goes there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import attrs

from safelight.core.calls import Api
from safelight.core.envelope import retry_after
from safelight.core.flow import Emit, Flow, Gather, Now, Send, Sleep
from safelight.core.retry import Trouble, delay
from safelight.core.sources import Prepared, Slice
from safelight.core.wire import MEBIBYTE, Reply, Request, TransportFailure, without_query
from safelight.errors import ApiError, ConfigurationError, RateLimited, Unavailable, UploadFailed

EXPIRED = 403
"""What object stores answer to a presigned URL that is no longer valid."""


@attrs.frozen
class Uploaded:
    """Bytes of a file have arrived at storage."""

    vendor: str
    name: str
    sent: int
    size: int


SMALLEST_PART = 5 * MEBIBYTE
"""Object storage takes no smaller part, except the last."""
PARTS_AT_ONCE = 4


class UrlExpired(Exception):  # noqa: N818 - a fact for upload rules, never seen by users
    """A presigned URL was refused; a fresh one may work."""


def put(
    api: Api, url: str, content: Slice, headers: Mapping[str, str] | None = None, method: str = "PUT"
) -> Flow[str | None]:
    """Send bytes to a presigned URL, again where that may help; the ETag, to the letter.

    Raises:
        UrlExpired: The URL is refused.
        UploadFailed: Storage could not be reached or refused the bytes.
    """
    check_storage_url(api, url)
    request = Request(method, url, headers=headers or {}, body=content)
    began = (yield from Now()).monotonic
    attempt = 0
    while True:
        attempt += 1
        try:
            reply = yield from Send(request)
            if 200 <= reply.status < 300:  # noqa: PLR2004
                yield from Emit(
                    Uploaded(api.facts.vendor, content.file.name, content.offset + content.length, content.file.size)
                )
                return reply.headers.get("etag")
            if reply.status == EXPIRED:
                raise UrlExpired
            cause: ApiError | TransportFailure = _refused(reply, request)
        except TransportFailure as failure:
            cause = failure
        except UploadFailed as error:
            raise error.placed(vendor=api.facts.vendor) from None
        now = (yield from Now()).monotonic
        wait = delay(api.retry, Trouble(cause, repeatable=True), attempt, now - began, api.draw)
        if wait is None or not api.budget.take():
            raise UploadFailed(
                f"{content.file.name} could not be sent to {without_query(url)}: "
                f"{cause.reason if isinstance(cause, TransportFailure) else cause.message}. Nothing was bought",
                vendor=api.facts.vendor,
                http_status=None if isinstance(cause, TransportFailure) else cause.http_status,
                attempts=attempt,
            )
        yield from Sleep(wait)


def put_parts(api: Api, file: Prepared, urls: Sequence[str]) -> Flow[list[str]]:
    """Send a file in parts to the URLs of a multipart upload, several at once; their ETags, in order.

    Raises:
        UrlExpired: A URL is refused.
        UploadFailed: Storage could not be reached, refused a part or answered no ETag.
    """
    length = max(SMALLEST_PART, -(-file.size // len(urls)))
    slices = [
        file.slice(offset, min(length, file.size - offset)) for offset in range(0, file.size, length)
    ]
    etags = yield from Gather(
        [partial(put, api, url, part) for url, part in zip(urls, slices, strict=False)],
        PARTS_AT_ONCE,
    )
    if not all(etags):
        raise UploadFailed(
            f"storage took {file.name} and answered no ETag, without which its parts cannot be joined. "
            "Nothing was bought",
            vendor=api.facts.vendor,
        )
    return [etag or "" for etag in etags]


def check_storage_url(api: Api, url: str) -> None:
    """Refuse storage addresses that are not https, unless the API itself is spoken to on this machine."""
    if not url.startswith("https://") and not api.credentials.base_url.startswith("http://"):
        raise ConfigurationError(
            f"{api.facts.title} named the address {without_query(url)}, which is not https", vendor=api.facts.vendor
        )


def _refused(reply: Reply, request: Request) -> ApiError:
    kind = RateLimited if reply.status == 429 else Unavailable if reply.status >= 500 else ApiError  # noqa: PLR2004
    if reply.status == 408:  # noqa: PLR2004
        kind = Unavailable
    return kind(
        f"storage answered HTTP {reply.status} to {request.method}",
        http_status=reply.status,
        retry_after=retry_after(reply),
    )
