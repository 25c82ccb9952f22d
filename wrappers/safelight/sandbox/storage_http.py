"""The object store over HTTP, with the manners of S3."""

import contextlib
import re
from email.utils import formatdate, parsedate_to_datetime
from xml.sax.saxutils import escape

from aiohttp import web

from safelight.sandbox.call import Call
from safelight.sandbox.faults import Fault, FaultKind
from safelight.sandbox.large_body import LargeBody, large_body
from safelight.sandbox.pipeline import conduct
from safelight.sandbox.replies import FileSlice, Reply
from safelight.sandbox.signing import Grant, SignatureExpired, SignatureMismatch
from safelight.sandbox.storage import NoSuchUpload, StoredObject
from safelight.sandbox.world import World

_CREDENTIAL_HEADERS = ("Authorization", "X-Api-Key")
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
_ETAG = re.compile(r'"[^"]*"')
# Beyond all sizes, and not too many to be read as a number.
_MOST_DIGITS = 18


class _Refused(Exception):
    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.reply = Reply(status=status, body=error_xml(code, message), content_type="application/xml")


def error_xml(code: str, message: str) -> bytes:
    """Return the body S3 answers an error with."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<Error><Code>{escape(code)}</Code><Message>{escape(message)}</Message></Error>"
    ).encode()


def register(app: web.Application, world: World) -> None:
    """Add the object store's routes to an application."""

    async def handle(request: web.Request) -> web.StreamResponse:
        vendor = request.match_info["key"].partition("/")[0]
        return await conduct(Call(world, request, vendor, _operation(request)), _answer)

    async def expect(request: web.Request) -> None:
        with contextlib.suppress(_Refused):
            # Without this permission, the sender waits for the answer and keeps its body.
            _authorize(world, request, request.match_info["key"])
            await request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            request.writer.output_size = 0

    app.router.add_route("*", "/storage/{key:.+}", handle, expect_handler=expect)


def _operation(request: web.Request) -> str:
    match request.method:
        case "PUT":
            return "upload_part" if "uploadId" in request.query else "put_object"
        case "GET":
            return "get_object"
        case _:
            return request.method.lower()


async def _answer(call: Call) -> Reply:
    world, request, strikes = call.world, call.request, call.strikes
    try:
        grant = _authorize(world, request, call.path("key"))
        if FaultKind.EXPIRED_URL in strikes:
            raise _expired()
        limited = strikes.find(FaultKind.RATE_LIMITED)
        if limited is not None and not limited.worked:
            raise _slow_down(limited)
        reply = await _put(call, grant) if request.method == "PUT" else _get(world, request, grant.key)
        if limited is not None:
            raise _slow_down(limited)
    except _Refused as refused:
        return refused.reply
    return reply


def _slow_down(fault: Fault) -> _Refused:
    refused = _Refused(503, "SlowDown", "Please reduce your request rate.")
    refused.reply.headers.update(fault.headers())
    return refused


def _expired() -> _Refused:
    return _Refused(403, "AccessDenied", "Request has expired")


def _authorize(world: World, request: web.Request, key: str) -> Grant:
    if request.method not in {"GET", "PUT"}:
        raise _Refused(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")
    if any(name in request.headers for name in _CREDENTIAL_HEADERS):
        # S3 refuses a signed URL with a second credential beside it, so a client that leaks its key notices.
        raise _Refused(
            400,
            "InvalidArgument",
            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, "
            "Signature query string parameter or the Authorization header should be specified",
        )
    try:
        return world.storage.verify(
            request.method, key, dict(request.query), request.headers.get("Content-Type", "")
        )
    except SignatureExpired:
        raise _expired() from None
    except SignatureMismatch:
        raise _Refused(
            403,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided.",
        ) from None


async def _put(call: Call, grant: Grant) -> Reply:
    world, request = call.world, call.request
    if request.content_length is None:
        raise _Refused(411, "MissingContentLength", "You must provide the Content-Length HTTP header.")
    body = large_body(request) or request.content.iter_any()
    try:
        if grant.upload_id:
            stored = await world.storage.put_part(grant.upload_id, grant.part_number, body)
        else:
            content_type = request.headers.get("Content-Type", "application/octet-stream")
            stored = await world.storage.put(grant.key, body, content_type)
    except NoSuchUpload:
        raise _Refused(404, "NoSuchUpload", "The specified upload does not exist.") from None
    finally:
        if isinstance(body, LargeBody):
            call.record.bytes_received = body.received
    headers = {"ETag": stored.etag}
    if isinstance(body, LargeBody):
        headers["Connection"] = "close"
    return Reply(body=b"", content_type="application/xml", headers=headers)


def _get(world: World, request: web.Request, key: str) -> Reply:
    stored = world.storage.find(key)
    if stored is None:
        raise _Refused(404, "NoSuchKey", "The specified key does not exist.")
    headers = {
        "ETag": stored.etag,
        "Accept-Ranges": "bytes",
        "Last-Modified": formatdate(stored.created, usegmt=True),
    }
    known = request.headers.get("If-None-Match", "")
    if known.strip() == "*" or stored.etag in _ETAG.findall(known):
        return Reply(status=304, body=b"", content_type=stored.content_type, headers=headers)
    start, end = 0, stored.size - 1
    status = 200
    wanted = request.headers.get("Range")
    if wanted is not None and _range_applies(request, stored):
        span = _parse_range(wanted, stored.size)
        if span is not None:
            start, end = span
            status = 206
            headers["Content-Range"] = f"bytes {start}-{end}/{stored.size}"
    return Reply(
        status=status,
        file=FileSlice(stored.path, start, end - start + 1),
        content_type=stored.content_type,
        headers=headers,
    )


def _range_applies(request: web.Request, stored: StoredObject) -> bool:
    """Tell whether `If-Range`, if there, still names this version of the object."""
    condition = request.headers.get("If-Range")
    if condition is None:
        return True
    if condition.startswith('"'):
        return condition == stored.etag
    try:
        return int(stored.created) <= parsedate_to_datetime(condition).timestamp()
    except ValueError:
        return False


def _parse_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and last byte of a range; None where the header has a form that is ignored.

    Raises:
        _Refused: The range lies outside the object.
    """
    match = _RANGE.fullmatch(header.strip())
    if match is None or not any(match.groups()):
        return None
    first, last = (digits if len(digits) <= _MOST_DIGITS else "9" * _MOST_DIGITS for digits in match.groups())
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start >= size or (last and first and int(last) < start):
        refused = _Refused(416, "InvalidRange", "The requested range is not satisfiable")
        refused.reply.headers["Content-Range"] = f"bytes */{size}"
        raise refused
    return start, end
