"""Sends files to presigned URLs. No key ever goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from safelight.core.calls import Api
from safelight.core.envelope import retry_after
from safelight.core.events import Uploaded
from safelight.core.flow import Emit, Flow, Gather, Now, Send, Sleep
from safelight.core.retry import Trouble, delay
from safelight.core.sources import Prepared, Slice
from safelight.core.wire import MEBIBYTE, Reply, Request, TransportFailure, origin, without_query
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


SMALLEST_PART = 5 * MEBIBYTE
"""Object storage takes no smaller part, except the last."""
PARTS_AT_ONCE = 4
FILES_AT_ONCE = 4
FRESH_URLS = 2
"""How often fresh upload URLs are asked for, once they are refused."""

S = TypeVar("S")


class UrlExpired(Exception):
    """A presigned URL was refused; a fresh one may work."""


def send_all(
    api: Api,
    files: Sequence[Prepared],
    ask: Callable[[Sequence[Prepared]], Flow[Sequence[S]]],
    send: Callable[[Prepared, S], Flow[None]],
) -> Flow[list[S]]:
    """Ask for upload slots and send each file to its own; the slot each file ended in, in order.

    A file whose URL is refused is asked for again: that is how vendors hand out fresh URLs.

    Args:
        ask: Gives one slot a file.
        send: Sends a file to its slot. Raises `UrlExpired`.

    Raises:
        UploadFailed: A file could not be sent.
    """
    filled: dict[int, S] = {}
    left = list(range(len(files)))
    for _ in range(1 + FRESH_URLS):
        slots = yield from ask([files[place] for place in left])
        sent = yield from Gather(
            [partial(_sent, send, files[place], slot) for place, slot in zip(left, slots, strict=True)],
            FILES_AT_ONCE,
        )
        filled |= {place: slot for place, slot, arrived in zip(left, slots, sent, strict=True) if arrived}
        left = [place for place in left if place not in filled]
        if not left:
            return [filled[place] for place in range(len(files))]
    raise UploadFailed(
        f"storage refused {FRESH_URLS + 1} upload URLs in a row for {files[left[0]].name}. Nothing was bought",
        vendor=api.facts.vendor,
        http_status=EXPIRED,
    )


def _sent(send: Callable[[Prepared, S], Flow[None]], file: Prepared, slot: S) -> Flow[bool]:
    try:
        yield from send(file, slot)
    except UrlExpired:
        return False
    return True


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
            if 200 <= reply.status < 300:
                yield from Emit(
                    Uploaded(
                        api.facts.vendor,
                        content.file.name,
                        content.offset + content.length,
                        content.file.size,
                    )
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
    slices = [file.slice(offset, min(length, file.size - offset)) for offset in range(0, file.size, length)]
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
    if not origin(url):
        raise UnexpectedResponse(f"{api.facts.title} named an address that is no URL", vendor=api.facts.vendor)
    if not url.startswith("https://") and not api.credentials.base_url.startswith("http://"):
        raise ConfigurationError(
            f"{api.facts.title} named the address {without_query(url)}, which is not https",
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
