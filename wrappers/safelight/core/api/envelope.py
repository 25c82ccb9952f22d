"""Opens the envelope of an answer: its JSON on success, an error named by meaning otherwise."""

from __future__ import annotations

import json
import math
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC
from typing import cast

from safelight.core.base.facts import Envelope, Meaning, RateHeaders, VendorFacts
from safelight.core.base.redact import excerpt, shown
from safelight.core.base.texts import together
from safelight.core.http.messages import Reply, passes
from safelight.errors import (
    ApiError,
    AuthenticationError,
    InsufficientCredits,
    InvalidInput,
    NotFound,
    RateLimited,
    Unavailable,
    UnexpectedResponse,
)

KINDS: Mapping[Meaning, type[ApiError]] = {
    "authentication": AuthenticationError,
    "insufficient_credits": InsufficientCredits,
    "invalid_input": InvalidInput,
    "not_found": NotFound,
    "rate_limited": RateLimited,
    "unavailable": Unavailable,
}
USUAL: Mapping[int, Meaning] = {
    400: "invalid_input",
    401: "authentication",
    402: "insufficient_credits",
    403: "authentication",
    404: "not_found",
    405: "invalid_input",
    409: "invalid_input",
    410: "not_found",
    413: "invalid_input",
    415: "invalid_input",
    422: "invalid_input",
    429: "rate_limited",
}
"""What HTTP statuses mean where a vendor's documents do not say."""

MESSAGE = 1000
"""Characters of a vendor's own message that an error repeats."""
CODE = 100
"""Characters of a vendor's code, status word or request id."""
LONE_SURROGATE = re.compile(
    r"(\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u(?![dD][89a-fA-F])|[^u]))|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
"""Any escape in JSON; those of half a character alone are in no group."""
YEAR = 366 * 86_400.0
"""A number of seconds that is a moment of this year or the next is no time to wait."""
RESET = "ratelimit-reset"
"""Where an answer may say when the next request passes, if the vendor's documents name no header."""
REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-amzn-requestid", "x-amz-request-id", "traceid")


_item = cast("Callable[[object, str], object]", dict[str, object].get)


def open_envelope(
    facts: VendorFacts, reply: Reply, secrets: Iterable[str] = (), *, of_task: bool = False
) -> Mapping[str, object]:
    """The JSON object of a successful answer. Raises `ApiError` for any other.

    Args:
        of_task: It is about a task that is paid for, which a gateway's page of "not found" does not end.
    """
    success = 200 <= reply.status < 300
    try:
        content = _object(reply, secrets)
    except ValueError as error:
        if success:
            raise _error(
                UnexpectedResponse, f"the answer is not the JSON promised: {error}", reply, secrets
            ) from None
        kind = UnexpectedResponse if reply.status < 400 else KINDS[_meaning_of_status(facts, reply.status)]
        if kind is NotFound and of_task:
            kind = Unavailable
        raise _error(
            kind, _sentence(reply.status), reply, secrets, wait=retry_after(reply, names=facts.rate_headers)
        ) from None
    stated = at_path(content, facts.envelope.status_field) if facts.envelope.status_field else None
    if success and _is_success(facts.envelope, content, stated):
        return content
    raise _refusal(facts, reply, content, stated, secrets)


def decoded(content: bytes) -> object:
    """The value of a JSON text, with U+FFFD for what is no character. Raises `ValueError` if it is unreadable."""
    text = content.decode(json.detect_encoding(content), "replace")
    if "\\" in text and "\\u" in text:  # one character is found much sooner than two
        text = LONE_SURROGATE.sub(lambda found: found[1] or "\ufffd", text)
    try:
        return json.loads(text)
    except RecursionError:
        message = "it is nested too deeply"
        raise ValueError(message) from None


def each_at(content: object, path: str | None) -> Iterator[object]:
    """The values at a dotted path in which ``*`` stands for every item of a list; see `at_path`."""
    outer, star, inner = (path or "").partition(".*")
    found = at_path(content, outer)
    if star:
        items = cast("list[object]", found) if isinstance(found, list) else []
        yield from (one for item in items for one in each_at(item, inner[1:])) if inner else items
    elif found is not None:
        yield found


def at_path(content: object, path: str | None) -> object:
    """The value at a dotted path of names and list positions, the content itself at no path; None where there is none."""
    if content.__class__ is dict and path and "." not in path:  # most by far
        return _item(content, path)
    for step in path.split(".") if path else ():
        if isinstance(content, Mapping):
            content = cast("Mapping[str, object]", content).get(step)
        elif isinstance(content, Sequence) and not isinstance(content, str) and step.isdigit():
            items = cast("Sequence[object]", content)
            content = items[int(step)] if int(step) < len(items) else None
        else:
            return None
    return content


def request_id_of(reply: Reply, secrets: Iterable[str] = ()) -> str | None:
    """The vendor's id of a request, for its support."""
    stated = next((reply.headers[name] for name in REQUEST_ID_HEADERS if name in reply.headers), None)
    return None if stated is None else shown(stated, secrets, CODE)


def retry_after(reply: Reply, names: RateHeaders | None = None) -> float | None:
    """Seconds that an answer asks to wait, by the vendor's own headers or the usual ones."""
    milliseconds = number(reply.headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    if "retry-after" in reply.headers:
        return seconds_until(reply.headers, "retry-after")
    reset = RESET if names is None else names.reset.lower()
    return seconds_until(reply.headers, reset) if reply.status == 429 else None


def seconds_until(headers: Mapping[str, str], name: str) -> float | None:
    """The wait that a header states in seconds, or as a moment of the server's clock, which its Date header tells."""
    stated = headers.get(name)
    seconds = number(stated)
    moment = _moment(stated) if seconds is None else seconds
    if moment is None:
        return None
    now = _moment(headers.get("date"))
    left = moment - (time.time() if now is None else now)
    return seconds if seconds is not None and abs(left) > YEAR else max(0.0, left)


def _moment(date: str | None) -> float | None:
    """An HTTP date in seconds since the epoch; None where it is none."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few answers ask for a wait

    try:
        moment = parsedate_to_datetime(date or "")
        return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


def _is_success(envelope: Envelope, content: Mapping[str, object], stated: object) -> bool:
    """Whether the code says so, as a number or as text; an answer that lacks it and has its data is read all the same."""
    if envelope.status_field is None:
        return True
    if stated is None:
        return envelope.data_field is not None and bool(at_path(content, envelope.data_field))
    if not isinstance(stated, str | int | float) or isinstance(stated, bool) != isinstance(
        envelope.success, bool
    ):
        return False
    return stated == envelope.success or str(stated) == str(envelope.success)


def _object(reply: Reply, secrets: Iterable[str]) -> Mapping[str, object]:
    if not reply.content:
        message = "it is empty"
        raise ValueError(message)
    if reply.cut:
        message = f"it is longer than {len(reply.content)} bytes"
        raise ValueError(message)
    try:
        content = decoded(reply.content)
    except ValueError:
        message = f"it is of type {shown(reply.media_type, secrets, CODE) or 'unknown'} and cannot be read"
        raise ValueError(message) from None
    if not isinstance(content, dict):
        message = "it is not an object"
        raise ValueError(message)  # noqa: TRY004 - all three are one fault of the answer
    return cast("dict[str, object]", content)


def _refusal(
    facts: VendorFacts, reply: Reply, content: Mapping[str, object], stated: object, secrets: Iterable[str]
) -> ApiError:
    codes = list(_found(content, facts.envelope.error_code))
    meaning: Meaning | None = next((facts.errors[code] for code in codes if code in facts.errors), None)
    number_stated = _as_number(stated)
    if meaning is None and number_stated is not None and 400 <= number_stated < 600:
        meaning = _meaning_of_status(facts, number_stated)
    if meaning is None and reply.status >= 400:
        meaning = _meaning_of_status(facts, reply.status)
    kind: type[ApiError] = UnexpectedResponse if meaning is None else KINDS[meaning]
    if meaning is None and _refuses(facts, content, stated, codes):
        kind = ApiError
    said = together(_messages(content, facts.envelope))
    message = shown(said, secrets, MESSAGE).strip() or _sentence(reply.status)
    code = shown(codes[0], secrets, CODE) if codes else None
    return _error(kind, message, reply, secrets, code=code, wait=retry_after(reply, names=facts.rate_headers))


def _refuses(facts: VendorFacts, content: Mapping[str, object], stated: object, codes: Sequence[str]) -> bool:
    """Whether an answer says no and has nothing that was bought; 0 and 2xx may mean a success of another kind."""
    code = _as_number(stated)
    coded = bool(codes) or (isinstance(stated, str | int) and not isinstance(stated, bool))
    bought = at_path(content, facts.envelope.data_field or "-") or at_path(content, facts.task.id)
    return coded and code != 0 and not 200 <= (code or 1) < 300 and not bought


def _as_number(stated: object) -> int | None:
    """A code that is a whole number, also as text."""
    if isinstance(stated, str) and stated.isascii() and stated.isdecimal() and len(stated) < CODE:
        return int(stated)
    return stated if isinstance(stated, int) and not isinstance(stated, bool) else None


def _found(content: Mapping[str, object], paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        value = at_path(content, path)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            yield str(value)


def _messages(content: Mapping[str, object], envelope: Envelope) -> Iterator[str]:
    stated = next(_found(content, envelope.error_message), None)
    if stated is not None:
        yield stated
    for path in envelope.error_fields:
        found = at_path(content, path)
        for field, said in (
            list(cast("Mapping[str, object]", found).items())[:5] if isinstance(found, dict) else ()
        ):
            texts = cast("list[object]", said)[:5] if isinstance(said, list) else [said]
            yield f"{shown(field)}: {' '.join(map(shown, texts))}"
    complaints = content.get("detail")
    if isinstance(complaints, list):
        for complaint in cast("list[object]", complaints)[:5]:
            place = at_path(complaint, "loc")
            text = at_path(complaint, "msg")
            where = ".".join(map(shown, cast("list[object]", place)[:9])) if isinstance(place, list) else ""
            yield f"{where}: {shown(text)}" if where else shown(text)


def _meaning_of_status(facts: VendorFacts, status: int) -> Meaning:
    known = facts.http_errors.get(str(status)) or USUAL.get(status)
    return known or ("unavailable" if passes(status) else "invalid_input")


def _sentence(status: int) -> str:
    if 300 <= status < 400:
        return f"the vendor answered HTTP {status}, a redirect, which is not followed: it could take the key elsewhere"
    return f"the vendor answered HTTP {status} without a reason"


def _error(
    kind: type[ApiError],
    message: str,
    reply: Reply,
    secrets: Iterable[str],
    *,
    code: str | None = None,
    wait: float | None = None,
) -> ApiError:
    return kind(
        message,
        code=code,
        http_status=reply.status,
        request_id=request_id_of(reply, secrets),
        body=excerpt(reply.content, secrets) if kind is UnexpectedResponse or not code else None,
        retry_after=wait,
    )


def number(text: str | None) -> float | None:
    """A header's value as a number that is not negative; None where it is none."""
    try:
        value = float(text) if text is not None else None
    except ValueError:
        return None
    return value if value is not None and math.isfinite(value) and value >= 0 else None
