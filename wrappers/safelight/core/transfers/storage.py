"""Sends bytes to presigned URLs. No key goes there: `Api` adds credentials to its own calls alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlsplit

import attrs

from safelight.core.api.envelope import retry_after
from safelight.core.api.purchases import FailedAttempt
from safelight.core.flow.effects import Blocking, Flow, Send, done
from safelight.core.http.addresses import HINT, MOST_REDIRECTS, REDIRECTS, REPEATING, is_private, redirected
from safelight.core.http.messages import (
    MEBIBYTE,
    PrivateAddress,
    Reply,
    Request,
    Sink,
    TransportFailure,
    origin,
)
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.prepared import Slice
from safelight.core.transfers.progress import FileProgress, TellingBody
from safelight.core.transfers.storage_words import md5_digest, md5_of, meaning_of, said
from safelight.errors import (
    ApiError,
    ConfigurationError,
    RateLimited,
    SafelightError,
    Unavailable,
    UnexpectedResponse,
    UploadFailed,
)

MD5_UP_TO = 64 * MEBIBYTE
"""Bytes up to which a sent stretch is read once more, to compare it with an ETag that is an MD5."""
CONFIDENTIAL = ("authorization", "cookie")
"""Headers that go to no other origin than the one they were meant for."""


class UrlExpired(Exception):
    """A presigned URL was refused; a fresh one may work."""


def put(
    api: FilesApi,
    url: str,
    content: Slice,
    progress: FileProgress,
    headers: Mapping[str, str] | None = None,
    method: str = "PUT",
) -> Flow[str | None]:
    """Send bytes to a presigned URL, again where that may help; the ETag, to the letter. Raises `UrlExpired`."""
    check_storage_url(api, url)
    body = TellingBody(content, partial(progress.sent, content.offset))
    request = Request(method, url, headers=headers or {}, body=body)

    def refused(reason: str, _: Reply) -> UploadFailed:
        return UploadFailed(f"storage at {api.shown_url(url)} cannot be used: {reason}. Nothing was bought")

    def attempt() -> Flow[str | FailedAttempt | None]:
        try:
            reply = yield from followed(api, request, None, lambda url: done(is_guarded(api, url)), refused)
        except TransportFailure as failure:
            return FailedAttempt(failure, repeatable=True)
        cause = (
            (yield from _unstored(reply, content)) if 200 <= reply.status < 300 else _refused(reply, request)
        )
        if cause is not None:
            return FailedAttempt(cause, repeatable=True)
        progress.arrived(content.offset, content.length)
        return reply.headers.get("etag")

    def given_up(trouble: FailedAttempt, attempts: int) -> UploadFailed:
        cause = trouble.cause
        return UploadFailed(
            f"{content.file.name} could not be sent to {api.shown_url(url)}: "
            f"{cause.reason if isinstance(cause, TransportFailure) else cause.message}. Nothing was bought",
            http_status=None if isinstance(cause, TransportFailure) else cause.http_status,
            attempts=attempts,
        )

    # A large file may take longer than all tries of a call: the policy's time begins with the first failure.
    return (yield from api.retrying(attempt, given_up))


def followed(
    api: FilesApi,
    request: Request,
    sink: Sink | None,
    guarded: Callable[[str], Flow[bool]],
    refused: Callable[[str, Reply], SafelightError],
) -> Flow[Reply]:
    """The answer to a request, from wherever storage sends it on to; what has a body goes on with it.

    Args:
        guarded: Whether an address has to be a public one.
        refused: What to raise where an address may not be asked.
    """
    reply = Reply(0, {})
    redirects = REDIRECTS if request.body is None else REPEATING
    for _ in range(1 + MOST_REDIRECTS):
        public = yield from guarded(request.url)
        wrong = unfit(api, request.url, guarded=public)
        if wrong is not None:
            raise refused(wrong, reply)
        reply = yield from Send(attrs.evolve(request, public=public), sink)
        if isinstance(reply.failure, PrivateAddress):
            raise refused(reply.failure.reason, reply)
        place = reply.headers.get("location", "")
        if reply.status not in redirects or not place:
            return reply
        target = redirected(request.url, place)
        if target is None:
            raise refused("it redirects to a URL that is not https", reply)
        headers = request.headers
        if origin(target) != origin(request.url):
            headers = {name: text for name, text in headers.items() if name.lower() not in CONFIDENTIAL}
        request = attrs.evolve(request, url=target, headers=headers)
    raise refused(f"it redirects more than {MOST_REDIRECTS} times", reply)


def _unstored(reply: Reply, content: Slice) -> Flow[TransportFailure | None]:
    """Why an answer of success does not mean that storage has the bytes; None where it does."""
    if reply.is_page and reply.content.strip():
        # Some stores give an empty answer that type.
        return TransportFailure("a web page came in place of storage's answer", sent=True)
    expected = md5_of(reply.headers)
    if expected is None or content.length > MD5_UP_TO:
        return None
    if expected == (yield from Blocking(lambda: md5_digest(content.chunks()))):
        return None
    return TransportFailure(
        "storage has other bytes than were sent: its ETag is the MD5 of others", sent=True
    )


def is_guarded(api: FilesApi, url: str) -> bool:
    """Whether an address that the vendor named has to be a public one."""
    own = origin(api.credentials.base_url)
    return not (api.credentials.local or api.private_storage or origin(url) == own)


def unfit(api: FilesApi, url: str, *, guarded: bool) -> str | None:
    """Why an address may not be asked; None where it may."""
    parts = urlsplit(url if origin(url) else "")
    if not parts.hostname or parts.scheme not in ("http", "https"):
        return "it is not a web address"
    if parts.scheme != "https" and not api.credentials.local:
        return "it is not https"
    if guarded and is_private(parts.hostname):
        return f"it is an address inside a private network; {HINT}"
    return None


def check_storage_url(api: FilesApi, url: str) -> None:
    """Refuse storage addresses that are not https, unless the API itself is spoken to on this machine."""
    parts = urlsplit(url) if origin(url) else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnexpectedResponse(f"{api.facts.title} named an address that is not a URL")
    if parts.scheme != "https" and not api.credentials.local:
        raise ConfigurationError(
            f"{api.facts.title} named the address {api.shown_url(url)}, which is not https",
        )


def _refused(reply: Reply, request: Request) -> ApiError:
    """What to raise for an answer that is no success. Raises `UrlExpired`."""
    meaning = meaning_of(reply.status, reply.headers, reply.content)
    gone = reply.status in (404, 410)  # which a fresh URL does not bring back: there is nothing to be sent to
    if meaning == "expired" and not gone:
        raise UrlExpired
    kind = RateLimited if reply.status == 429 else Unavailable if meaning == "passing" else ApiError
    return kind(
        f"storage answered {said(reply.status, reply.headers, reply.content)} to {request.method}",
        http_status=reply.status,
        retry_after=retry_after(reply),
    )
