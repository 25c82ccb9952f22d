"""Fetches one file that lies behind a URL, whole, however often the connection breaks."""

from __future__ import annotations

import re
from typing import Protocol

from safelight.core.calls import Api
from safelight.core.events import Downloading
from safelight.core.flow import Fetch, Flow, Now, Sleep
from safelight.core.outcome import FileRef
from safelight.core.progress import TellingSink
from safelight.core.retry import Trouble, delay
from safelight.core.wire import Fetched, Request, Sink, TransportFailure, passes
from safelight.errors import SafelightError


class Wanted(Protocol):
    """A file to fetch, with what sets a result apart from a source."""

    file: FileRef

    def check(self) -> None:
        """Raise where the file's URL may not be asked."""
        ...

    def moved(self, fetched: Fetched) -> Flow[bool]:
        """Whether the file is to be had at another URL, which `file` names from now on."""
        ...

    def failed(self, reason: str, fetched: Fetched, attempts: int | None = None) -> SafelightError:
        """What to raise where the file cannot be had; `attempts` is None where it was refused."""
        ...


def fetch(api: Api, wanted: Wanted, sink: Sink) -> Flow[Fetched]:
    """Fetch a file into a sink; continues an interrupted download.

    Raises:
        SafelightError: What `wanted` raises where the file cannot be had whole.
    """
    began = (yield from Now()).monotonic
    file = wanted.file
    telling = TellingSink(
        sink, lambda received: api.tell(Downloading(api.facts.vendor, file.name or "", received, file.size))
    )
    have, furthest, validator, attempt = 0, 0, "", 0
    while True:
        attempt += 1
        wanted.check()
        headers = {"range": f"bytes={have}-", "if-range": validator} if have and validator else {}
        fetched = yield from Fetch(Request("GET", wanted.file.url or "", headers=headers), telling)
        if (yield from wanted.moved(fetched)):
            continue
        if fetched.status == 206 and not _continues(fetched, have, validator):
            raise wanted.failed("the server continued at a wrong place", fetched)
        if fetched.status in (200, 206):
            have = fetched.received + (have if fetched.status == 206 else 0)
            validator = _validator(fetched)
            reason = _incomplete(fetched, wanted.file, have)
            if fetched.failure is None and reason is None:
                api.budget.give()
                return fetched
            cause = fetched.failure or TransportFailure(reason or "", sent=True)
        else:
            cause = fetched.failure or TransportFailure(
                f"the server answered HTTP {fetched.status}", sent=True
            )
            if fetched.failure is None and fetched.status != 416 and not passes(fetched.status):
                raise wanted.failed(cause.reason, fetched)
        if not validator or fetched.status == 416:
            have = 0
        now = (yield from Now()).monotonic
        if have > furthest:  # a long download may break more often than a short call, as long as it gets on
            furthest, attempt, began = have, 0, now
        wait = delay(api.retry, Trouble(cause, repeatable=True), attempt, now - began, api.draw)
        if wait is None or not api.budget.take():
            raise wanted.failed(cause.reason, fetched, attempt)
        yield from Sleep(wait)


def _expected(fetched: Fetched, file: FileRef) -> int | None:
    if fetched.status == 206:
        return _whole(fetched.headers.get("content-range", "").rpartition("/")[2])
    length = _whole(fetched.headers.get("content-length", ""))
    return file.size if length is None else length


def _validator(fetched: Fetched) -> str:
    """What an interrupted download may be continued by: a strong ETag, and none of a web page; else empty."""
    etag = fetched.headers.get("etag", "")
    return etag if etag.startswith('"') and not is_page(fetched) else ""


def _incomplete(fetched: Fetched, file: FileRef, have: int) -> str | None:
    """What is missing once `have` bytes are there; None for nothing."""
    expected = _expected(fetched, file)
    if is_page(fetched):
        return "a web page came in place of the file"
    return None if expected in (None, have) else f"{have} of {expected} bytes came"


def is_page(fetched: Fetched) -> bool:
    """Whether a proxy or a portal answered, in storage's place and with its status of success."""
    return fetched.headers.get("content-type", "").partition(";")[0].strip().lower() == "text/html"


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 20 else None


def _continues(fetched: Fetched, have: int, validator: str) -> bool:
    """Whether a part of a file is the one that was asked for, and of the same file."""
    match = re.match(r"bytes (\d{1,19})-", fetched.headers.get("content-range", ""))
    same = fetched.headers.get("etag", validator) == validator
    return have > 0 and same and match is not None and int(match[1]) == have
