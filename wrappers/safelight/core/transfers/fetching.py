"""Fetches one file that lies behind a URL, whole, however often the connection breaks."""

from __future__ import annotations

import re
from typing import Protocol

from safelight.core.api.purchases import FailedAttempt
from safelight.core.base.events import Downloading
from safelight.core.base.outcome import FileRef
from safelight.core.flow.effects import Flow, Now
from safelight.core.http.bodies import codings
from safelight.core.http.messages import Reply, Request, Sink, Slow, TransportFailure, WrongContent
from safelight.core.transfers.arrivals import Arrival, whole_number
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.progress import TellingSink
from safelight.core.transfers.storage import followed
from safelight.core.transfers.storage_words import meaning_of, said
from safelight.errors import SafelightError


class Wanted(Protocol):
    """A file to fetch, with what sets a result apart from a source."""

    file: FileRef

    def check(self) -> None:
        """Raise where the file's URL may not be asked."""
        ...

    def guarded(self, url: str) -> Flow[bool]:
        """Whether an address has to be a public one."""
        ...

    def renewed(self) -> Flow[bool]:
        """Whether `file` has a fresh URL now, in place of one that is over or leads to something else."""
        ...

    def wrong(self, reply: Reply, arrival: Arrival) -> Flow[str | None]:
        """Why what came whole is not the file; None where nothing speaks against it."""
        ...

    def failed(self, reason: str, reply: Reply, attempts: int | None = None) -> SafelightError:
        """What to raise where the file cannot be had; `attempts` is None where it was refused."""
        ...


def fetch(api: FilesApi, wanted: Wanted, sink: Sink) -> Flow[Reply]:
    """Fetch a file into a sink; continues an interrupted download. Raises `OverflowError` where it is too large."""
    file = wanted.file
    telling = TellingSink(
        sink, lambda received: api.tell(Downloading(api.facts.vendor, file.name or "", received, file.size))
    )
    arrival = Arrival(telling, None, api.largest_download)
    have, furthest, validator = 0, 0, ""
    reply = Reply(0, {})

    def attempt() -> Flow[Reply | FailedAttempt]:
        nonlocal have, furthest, validator, reply
        wanted.check()
        arrival.stated = wanted.file.size
        headers = {"range": f"bytes={have}-", "if-range": validator} if have and validator else {}
        request = Request("GET", wanted.file.url or "", headers=headers)
        reply = yield from followed(api, request, arrival, wanted.guarded, wanted.failed)
        if reply.status == 206 and not _continues(reply, have, validator):
            raise wanted.failed("the server continued at a wrong place", reply)
        if reply.status in (200, 206):
            have = reply.received + (have if reply.status == 206 else 0)
            validator = _validator(reply)
            cause = reply.failure or (yield from _fault(wanted, reply, arrival, have))
            if cause is None:
                return reply
        else:
            cause = yield from _refusal(wanted, reply)
            if cause is None:
                return (yield from attempt())
        if isinstance(cause, WrongContent):
            yield from wanted.renewed()
            have = 0
        if not validator or reply.status == 416:
            have = 0
        # A long download may break more often than a short call, as long as it gets on.
        progressed = have > furthest and not isinstance(cause, Slow)
        furthest = max(furthest, have) if progressed else furthest
        return FailedAttempt(cause, repeatable=True, progressed=progressed)

    def given_up(trouble: FailedAttempt, attempts: int) -> SafelightError:
        return wanted.failed(str(trouble.cause), reply, attempts)

    began = (yield from Now()).monotonic
    return (yield from api.retrying(attempt, given_up, began=began))


def _refusal(wanted: Wanted, reply: Reply) -> Flow[TransportFailure | None]:
    """What may pass of an answer that is no success; None where the file has a fresh URL now. Raises for the rest."""
    answer = reply.status, reply.headers, reply.content
    meaning = meaning_of(*answer)
    if meaning == "expired" and (yield from wanted.renewed()):
        return None
    cause = reply.failure or TransportFailure(f"the server answered {said(*answer)}", sent=True)
    if reply.failure is None and meaning != "passing" and reply.status != 416:
        raise wanted.failed(cause.reason, reply)
    return cause


def _expected(reply: Reply, file: FileRef) -> int | None:
    """How many bytes have to come, packed as they are."""
    if reply.status == 206:
        return whole_number(reply.headers.get("content-range", "").rpartition("/")[2])
    length = whole_number(reply.headers.get("content-length", ""))
    return file.size if length is None and not codings(reply.headers) else length


def _validator(reply: Reply) -> str:
    """What an interrupted download may be continued by: a strong ETag; empty for a web page and what is packed."""
    etag = reply.headers.get("etag", "")
    return etag if etag.startswith('"') and not reply.is_page and not codings(reply.headers) else ""


def _fault(wanted: Wanted, reply: Reply, arrival: Arrival, have: int) -> Flow[TransportFailure | None]:
    """Why what came, `have` bytes of it, is not the whole file; None where it is."""
    if reply.is_page:
        return WrongContent("a web page came in place of the file", sent=True)
    expected = _expected(reply, wanted.file)
    if have and expected not in (None, have):
        return TransportFailure(f"{have} of {expected} bytes came", sent=True)
    if have and not arrival.ended:
        return TransportFailure("the packed file ended early", sent=True)
    wrong = arrival.wrong_size or (yield from wanted.wrong(reply, arrival))
    return None if wrong is None else WrongContent(wrong, sent=True)


def _continues(reply: Reply, have: int, validator: str) -> bool:
    """Whether a part of a file is the one that was asked for, and of the same file."""
    match = re.match(r"bytes (\d{1,19})-", reply.headers.get("content-range", ""))
    same = reply.headers.get("etag", validator) == validator and not codings(reply.headers)
    return bool(have) and same and match is not None and int(match[1]) == have
