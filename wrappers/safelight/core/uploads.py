"""Uploads: slots are asked for, filled whole or in parts, and remembered so that nothing is sent twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

import attrs

from safelight.core.calls import Api
from safelight.core.flow import Blocking, Flow, Gather, Now
from safelight.core.sources import Prepared
from safelight.core.storage import EXPIRED, UrlExpired, put
from safelight.core.upload_memory import Memory, key_of
from safelight.core.wire import MEBIBYTE
from safelight.errors import UnexpectedResponse, UploadFailed

SMALLEST_PART = 5 * MEBIBYTE
"""Object storage takes no smaller part, except the last."""
PARTS_AT_ONCE = 4
FILES_AT_ONCE = 4
FRESH_URLS = 2
"""How often fresh upload URLs are asked for, once they are refused."""


@attrs.frozen
class Slot:
    """Where a vendor wants a file: one URL, or several for its parts.

    Attributes:
        id: The vendor's id of the file.
        urls: One presigned URL a part, in order; a single one takes the whole file.
        in_parts: Whether the parts are to be joined afterwards.
        method: HTTP method of a whole upload.
        headers: Headers of a whole upload, exactly as the vendor gave them.
        content_type: Content-Type of a whole upload, where `headers` has none.
    """

    id: str
    urls: tuple[str, ...] = attrs.field(repr=False)
    in_parts: bool = False
    method: str = "PUT"
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str], repr=False)
    content_type: str | None = None


@attrs.frozen
class Sent:
    """A file that has arrived: the ETags of its parts, in order and to the letter, and the seconds it took."""

    etags: tuple[str, ...]
    seconds: float


Ask: TypeAlias = Callable[[Sequence[Prepared]], Flow[Sequence[Slot]]]
Finish: TypeAlias = Callable[[Prepared, Slot, Sent], Flow[None]]


def send_all(api: Api, scope: str, files: Sequence[Prepared], ask: Ask, finish: Finish) -> Flow[list[str]]:
    """Send files; their ids, in order.

    A file whose URL is refused gets a fresh slot: that is how vendors hand out fresh URLs. A file that is remembered
    as sent is not sent again, and of one that was interrupted only the missing parts.

    Args:
        scope: What a file id is good for, where not for everything.
        ask: Gives one slot a file.
        finish: Tells the vendor that a file has arrived.

    Raises:
        UploadFailed: A file could not be sent; nothing was bought.
    """
    now = yield from Now()
    notes = [Memory(api.uploads, key_of(api.credentials, scope, file), now.wall) for file in files]
    ids: dict[int, str] = {}
    slots: dict[int, Slot] = {}
    for place, note in enumerate(notes):
        yield from Blocking(note.load)
        if note.sent_id is not None:
            ids[place] = note.sent_id
        elif note.urls:
            slots[place] = Slot(note.id, note.urls, in_parts=True)
    for _ in range(1 + FRESH_URLS):
        left = [place for place in range(len(files)) if place not in ids]
        if not left:
            return [ids[place] for place in range(len(files))]
        new = [place for place in left if place not in slots]
        if new:
            slots |= dict(zip(new, (yield from ask([files[place] for place in new])), strict=True))
        arrived = yield from Gather(
            [partial(_fill, api, files[place], slots[place], notes[place], finish) for place in left],
            FILES_AT_ONCE,
        )
        ids |= {place: slots[place].id for place, done in zip(left, arrived, strict=True) if done}
        slots.clear()
    left = [place for place in range(len(files)) if place not in ids]
    if not left:
        return [ids[place] for place in range(len(files))]
    raise UploadFailed(
        f"storage refused {FRESH_URLS + 1} upload URLs in a row for {files[left[0]].name}. Nothing was bought",
        vendor=api.facts.vendor,
        http_status=EXPIRED,
    )


def _fill(api: Api, file: Prepared, slot: Slot, note: Memory, finish: Finish) -> Flow[bool]:
    """Send one file; whether its URLs were still good."""
    began = (yield from Now()).monotonic
    lifetimes = api.facts.lifetimes
    if not slot.urls:
        raise UnexpectedResponse(f"the answer names no upload URL for {file.name}", vendor=api.facts.vendor)
    try:
        if slot.in_parts:
            yield from Blocking(partial(note.begin, slot.id, slot.urls, lifetimes.upload_url_seconds))
            etags = yield from _put_parts(api, file, slot, note)
        else:
            content = file.slice(content_type=slot.content_type)
            yield from put(api, slot.urls[0], content, slot.headers, slot.method)
            etags = ()
    except UrlExpired:
        yield from Blocking(note.forget)
        return False
    ended = (yield from Now()).monotonic
    yield from finish(file, slot, Sent(etags, ended - began))
    yield from Blocking(partial(note.done, slot.id, lifetimes.upload_seconds or lifetimes.upload_url_seconds))
    return True


def _put_parts(api: Api, file: Prepared, slot: Slot, note: Memory) -> Flow[tuple[str, ...]]:
    """Send the parts that have not arrived yet, several at once; the ETags of all, in order."""
    length = max(SMALLEST_PART, -(-file.size // len(slot.urls)))
    offsets = range(0, file.size, length)
    missing = [number for number in range(1, len(offsets) + 1) if number not in note.etags]

    def one(number: int) -> Flow[None]:
        offset = offsets[number - 1]
        part = file.slice(offset, min(length, file.size - offset))
        etag = yield from put(api, slot.urls[number - 1], part)
        if not etag:
            raise UploadFailed(
                f"storage took part {number} of {file.name} and answered no ETag, without which the parts cannot be "
                "joined. Nothing was bought",
                vendor=api.facts.vendor,
            )
        yield from Blocking(partial(note.arrived, number, etag))

    yield from Gather([partial(one, number) for number in missing], PARTS_AT_ONCE)
    return tuple(note.etags[number] for number in range(1, len(offsets) + 1))
