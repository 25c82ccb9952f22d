"""Uploads: slots are asked for, filled whole or in parts, and remembered so that nothing is sent twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TypeAlias, TypeVar

import attrs

from safelight.core.flow.effects import Blocking, Exclusive, Flow, Gather, Now
from safelight.core.http.messages import MEBIBYTE
from safelight.core.transfers.files_api import FilesApi
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.progress import FileProgress
from safelight.core.transfers.slots import RELIED_ON, TOGETHER, Ask, Slot, SlotsAhead
from safelight.core.transfers.storage import UrlExpired, put
from safelight.core.transfers.upload_memory import UNKNOWN_LIFE, Memory, key_of
from safelight.errors import (
    ApiError,
    AuthenticationError,
    InsufficientCredits,
    InvalidInput,
    NotFound,
    RateLimited,
    UnexpectedResponse,
    UploadFailed,
)

T = TypeVar("T")

SMALLEST_PART = 5 * MEBIBYTE
"""Object storage takes no smaller part, except the last."""
PARTS_AT_ONCE = 4
FILES_AT_ONCE = 4
EXPIRED = 403
"""What object stores answer to a presigned URL that is no longer valid."""
GONE = 404
"""What object stores answer to a part of an upload that they no longer have."""
FRESH_URLS = 2
"""How often fresh upload URLs are asked for, once they are refused."""


@attrs.frozen
class Sent:
    """A file that has arrived: the ETags of its parts, in order and to the letter, and the seconds it took."""

    etags: tuple[str, ...]
    seconds: float


Finish: TypeAlias = Callable[[Prepared, Slot, Sent], Flow[None]]
Wanted: TypeAlias = Mapping[int, tuple[str | None, Prepared]]
"""Files by their places, with what they are remembered by."""
Notes: TypeAlias = Sequence[tuple[str | None, Memory]]
"""What is remembered of files, and by what key."""


def use_files(
    api: FilesApi,
    scope: str,
    files: Sequence[Prepared],
    ask: Ask,
    finish: Finish,
    use: Callable[[list[str]], Flow[T]],
) -> Flow[T]:
    """Send files and use their ids, in order.

    A file whose URL is refused gets a fresh slot: that is how vendors hand out fresh URLs. A file that is remembered
    as sent is not sent again, and of one that was interrupted only the missing parts; unless the vendor no longer has
    what is remembered, and refuses it.

    Args:
        scope: What a file id is good for, where not for everything.
        ask: Gives one slot a file.
        finish: Tells the vendor that a file has arrived.
        use: What the files are for, such as a purchase; begun once more where remembered files were refused.

    Raises:
        UploadFailed: A file could not be sent; nothing was bought.
    """
    notes = yield from _recalled(api, scope, files)
    remembered = [note for _, note in notes if note.sent_id is not None]
    progress = [FileProgress(api.facts.vendor, file.name, file.size, api.tell) for file in files]
    ids = yield from _send_all(api, scope, files, ask, finish, notes, progress)
    try:
        return (yield from use(ids))
    except (NotFound, InvalidInput) as error:
        if not remembered or not _refused(error):
            raise
    for note in remembered:
        yield from Blocking(note.forget)
    notes = yield from _recalled(api, scope, files)
    return (yield from use((yield from _send_all(api, scope, files, ask, finish, notes, progress))))


def _recalled(api: FilesApi, scope: str, files: Sequence[Prepared]) -> Flow[Notes]:
    """What is remembered of files."""
    now = yield from Now()
    keys = yield from Blocking(lambda: [key_of(api.credentials, scope, file) for file in files])
    notes = [(key, Memory(api.uploads, key, now.wall)) for key in keys]
    for _, note in notes:
        yield from Blocking(note.load)
    return notes


def _refused(error: ApiError | UploadFailed) -> bool:
    """Whether the vendor said that it does not have a file that a request names."""
    if isinstance(error, UploadFailed):
        return error.http_status == GONE
    about_a_file = "file" in f"{error.code} {error.message}".lower()
    return error.http_status is not None and (
        isinstance(error, NotFound) or (isinstance(error, InvalidInput) and about_a_file)
    )


def _send_all(
    api: FilesApi,
    scope: str,
    files: Sequence[Prepared],
    ask: Ask,
    finish: Finish,
    notes: Notes,
    progress: Sequence[FileProgress],
) -> Flow[list[str]]:
    """Send files that are not remembered as sent; the ids of all, in order."""
    ids: dict[int, str] = {}
    slots: dict[int, Slot] = {}
    for place, (_, note) in enumerate(notes):
        if note.sent_id is not None:
            ids[place] = note.sent_id
        elif note.urls:
            slots[place] = Slot(note.id, note.urls, in_parts=True)
    refusals = 0
    while left := [place for place in range(len(files)) if place not in ids]:
        if refusals > FRESH_URLS:
            raise UploadFailed(
                f"storage refused {refusals} upload URLs in a row for {files[left[0]].name}. Nothing was bought",
                vendor=api.facts.vendor,
                http_status=EXPIRED,
            )
        new = [place for place in left if place not in slots]
        if new:
            wanted = {place: (notes[place][0], files[place]) for place in new}
            asked = _fresh(ask, wanted) if refusals else _slots(api, scope, wanted, ask)
            slots |= yield from asked
        arrived = yield from Gather(
            [
                partial(
                    _fill,
                    api,
                    files[place],
                    slots[place],
                    notes[place][1],
                    progress[place],
                    finish,
                    begun=place not in new,
                )
                for place in left
            ],
            FILES_AT_ONCE,
        )
        ids |= {place: slots[place].id for place, done in zip(left, arrived, strict=True) if done}
        slots.clear()
        if not all(arrived):
            api.ready_slots.clear()
        refusals += 1
    return [ids[place] for place in range(len(files))]


def _fresh(ask: Ask, wanted: Wanted) -> Flow[dict[int, Slot]]:
    """Slots for files, by a call for them alone."""
    return dict(zip(wanted, (yield from ask([file for _, file in wanted.values()])), strict=True))


def _slots(api: FilesApi, scope: str, wanted: Wanted, ask: Ask) -> Flow[dict[int, Slot]]:
    """Slots for files: those that are ready, else by a call that asks for the next files' too, where they are known."""
    ahead = api.slots_ahead
    if ahead is None:
        return (yield from _fresh(ask, wanted))
    # One after the other: who comes while the first one asks finds a slot among those that it asked for.
    return (yield from Exclusive(f"slots {scope}", lambda: _together(api, ahead, scope, wanted, ask)))


def _together(
    api: FilesApi, ahead: SlotsAhead, scope: str, wanted: Wanted, ask: Ask
) -> Flow[dict[int, Slot]]:
    ready, vendor = api.ready_slots, api.facts.vendor
    now = (yield from Now()).wall
    found = {place: slot for place, (key, _) in wanted.items() if (slot := ready.take(key, now))}
    missing = {place: file for place, file in wanted.items() if place not in found}
    if not missing:
        return found
    ready.sweep(now)
    most = max(0, min(TOGETHER, api.facts.limits.files_per_create or TOGETHER) - len(missing))
    upcoming = yield from Blocking(lambda: list(islice(ahead.upcoming(vendor, scope, ready.knows), most)))
    slots: Sequence[Slot] = ()
    try:
        slots = yield from ask([*(file for _, file in missing.values()), *(file for _, file in upcoming)])
    except (AuthenticationError, InsufficientCredits, RateLimited):
        raise  # it would go no better for fewer files
    except ApiError:
        if not upcoming:
            raise
        # Nobody knows which file it was, or whether they were too many: those to come are each asked for in their turn.
        slots = yield from ask([file for _, file in missing.values()])
    until = (yield from Now()).wall + RELIED_ON * (api.facts.lifetimes.upload_url_seconds or UNKNOWN_LIFE)
    for name, _ in upcoming:
        ready.note(name, until)
    for (_, file), slot in zip(upcoming, slots[len(missing) :], strict=False):
        key = yield from Blocking(partial(key_of, api.credentials, scope, file))
        if key is not None:
            ready.keep(key, slot, until)
    return found | dict(zip(missing, slots, strict=False))


def _fill(
    api: FilesApi,
    file: Prepared,
    slot: Slot,
    note: Memory,
    progress: FileProgress,
    finish: Finish,
    *,
    begun: bool,
) -> Flow[bool]:
    """Send one file, or what is missing of one that an earlier run has `begun`; whether its slot was still good."""
    began = (yield from Now()).monotonic
    lifetimes = api.facts.lifetimes
    if not slot.urls:
        raise UnexpectedResponse(f"the answer names no upload URL for {file.name}", vendor=api.facts.vendor)
    try:
        if slot.in_parts:
            yield from Blocking(partial(note.begin, slot.id, slot.urls, lifetimes.upload_url_seconds))
            etags = yield from _put_parts(api, file, slot, note, progress)
        else:
            progress.begin({})
            content = file.slice(content_type=slot.content_type)
            yield from put(api, slot.urls[0], content, progress, slot.headers, slot.method)
            etags = ()
        ended = (yield from Now()).monotonic
        yield from finish(file, slot, Sent(etags, ended - began))
    except UrlExpired:
        yield from Blocking(note.forget)
        return False
    except (ApiError, UploadFailed) as error:
        if not begun or not _refused(error):
            raise
        yield from Blocking(note.forget)
        return False
    yield from Blocking(partial(note.done, slot.id, lifetimes.upload_seconds or lifetimes.upload_url_seconds))
    return True


def _put_parts(
    api: FilesApi, file: Prepared, slot: Slot, note: Memory, progress: FileProgress
) -> Flow[tuple[str, ...]]:
    """Send the parts that have not arrived yet, several at once; the ETags of all, in order."""
    length = max(SMALLEST_PART, -(-file.size // len(slot.urls)))
    offsets = range(0, file.size, length)
    sizes = [min(length, file.size - offset) for offset in offsets]
    missing = [number for number in range(1, len(offsets) + 1) if number not in note.etags]
    progress.begin(
        {
            offset: size
            for number, (offset, size) in enumerate(zip(offsets, sizes, strict=True), 1)
            if number not in missing
        }
    )

    def one(number: int) -> Flow[None]:
        part = file.slice(offsets[number - 1], sizes[number - 1])
        etag = yield from put(api, slot.urls[number - 1], part, progress)
        if not etag:
            raise UploadFailed(
                f"storage took part {number} of {file.name} and answered no ETag, without which the parts cannot be "
                "joined. Nothing was bought",
                vendor=api.facts.vendor,
            )
        yield from Blocking(partial(note.arrived, number, etag))

    yield from Gather([partial(one, number) for number in missing], PARTS_AT_ONCE)
    return tuple(note.etags[number] for number in range(1, len(offsets) + 1))
