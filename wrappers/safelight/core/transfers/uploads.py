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
Note: TypeAlias = tuple[str | None, Memory]
"""What is remembered of a file, behind the key that it is remembered by."""


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
    """
    progress = [FileProgress(api.facts.vendor, file.name, file.size, api.tell) for file in files]
    sending = _Sending(api, scope, files, ask, finish, progress)
    notes = yield from sending.recall()
    remembered = [note for _, note in notes if note.sent_id is not None]
    ids = yield from sending.send_all(notes)
    try:
        return (yield from use(ids))
    except (NotFound, InvalidInput) as error:
        if not remembered or not _refused(error):
            raise
    for note in remembered:
        yield from Blocking(note.forget)
    return (yield from use((yield from sending.send_all((yield from sending.recall())))))


def _refused(error: ApiError | UploadFailed) -> bool:
    """Whether the vendor said that it does not have a file that a request names."""
    if isinstance(error, UploadFailed):
        return error.http_status == GONE
    about_a_file = "file" in f"{error.code} {error.message}".lower()
    return error.http_status is not None and (
        isinstance(error, NotFound) or (isinstance(error, InvalidInput) and about_a_file)
    )


@attrs.frozen(eq=False)
class _Sending:
    """Files that are sent together; see `use_files`. Their places number them."""

    api: FilesApi
    scope: str
    files: Sequence[Prepared]
    ask: Ask
    finish: Finish
    progress: Sequence[FileProgress]

    def recall(self) -> Flow[Sequence[Note]]:
        """What is remembered of the files."""
        now = yield from Now()
        credentials = self.api.credentials
        keys = yield from Blocking(lambda: [key_of(credentials, self.scope, file) for file in self.files])
        notes = [(key, Memory(self.api.uploads if key else None, key or "", now.wall)) for key in keys]
        for _, note in notes:
            yield from Blocking(note.load)
        return notes

    def send_all(self, notes: Sequence[Note]) -> Flow[list[str]]:
        """Send files that are not remembered as sent; the ids of all, in order."""
        ids: dict[int, str] = {}
        slots: dict[int, Slot] = {}
        for place, (_, note) in enumerate(notes):
            if note.sent_id is not None:
                ids[place] = note.sent_id
            elif note.urls:
                slots[place] = Slot(note.id, note.urls, in_parts=True)
        refusals = 0
        while left := [place for place in range(len(self.files)) if place not in ids]:
            if refusals > FRESH_URLS:
                raise UploadFailed(
                    f"storage refused {refusals} upload URLs in a row for {self.files[left[0]].name}. Nothing was bought",
                    http_status=EXPIRED,
                )
            begun = set(slots)
            if new := [place for place in left if place not in slots]:
                keys = {place: notes[place][0] for place in new}
                slots |= yield from (self._fresh_slots(new) if refusals else self._slots(keys))
            fills = [
                partial(self._fill, place, slots[place], notes[place][1], begun=place in begun)
                for place in left
            ]
            arrived = yield from Gather(fills, FILES_AT_ONCE)
            ids |= {place: slots[place].id for place, done in zip(left, arrived, strict=True) if done}
            slots.clear()
            if not all(arrived):
                self.api.ready_slots.clear()
            refusals += 1
        return [ids[place] for place in range(len(self.files))]

    def _fresh_slots(self, places: Sequence[int]) -> Flow[dict[int, Slot]]:
        """Slots for files, by a call for them alone."""
        return dict(zip(places, (yield from self.ask([self.files[place] for place in places])), strict=True))

    def _slots(self, keys: Mapping[int, str | None]) -> Flow[dict[int, Slot]]:
        """Slots for files: those that are ready, else by a call that asks for the next files' too, where they are known."""
        ahead = self.api.slots_ahead
        if ahead is None:
            return (yield from self._fresh_slots(list(keys)))
        # One after the other: who comes while the first one asks finds a slot among those that it asked for.
        return (yield from Exclusive(f"slots {self.scope}", lambda: self._slots_ahead(ahead, keys)))

    def _slots_ahead(self, ahead: SlotsAhead, keys: Mapping[int, str | None]) -> Flow[dict[int, Slot]]:
        ready, facts = self.api.ready_slots, self.api.facts
        now = (yield from Now()).wall
        found = {place: slot for place, key in keys.items() if (slot := ready.take(key, now))}
        missing = [place for place in keys if place not in found]
        if not missing:
            return found
        ready.sweep(now)
        most = max(0, min(TOGETHER, facts.limits.files_per_create or TOGETHER) - len(missing))
        upcoming = yield from Blocking(
            lambda: list(islice(ahead.upcoming(facts.vendor, self.scope, ready.knows), most))
        )
        wanted = [self.files[place] for place in missing]
        slots: Sequence[Slot] = ()
        try:
            slots = yield from self.ask([*wanted, *(file for _, file in upcoming)])
        except (AuthenticationError, InsufficientCredits, RateLimited):
            raise  # it would go no better for fewer files
        except ApiError:
            if not upcoming:
                raise
            # Nobody knows which file it was, or whether they were too many: those to come are each asked for in their turn.
            slots = yield from self.ask(wanted)
        until = (yield from Now()).wall + RELIED_ON * (facts.lifetimes.upload_url_seconds or UNKNOWN_LIFE)
        for name, _ in upcoming:
            ready.note(name, until)
        for (_, file), slot in zip(upcoming, slots[len(missing) :], strict=False):
            key = yield from Blocking(partial(key_of, self.api.credentials, self.scope, file))
            if key is not None:
                ready.keep(key, slot, until)
        return found | dict(zip(missing, slots, strict=False))

    def _fill(self, place: int, slot: Slot, note: Memory, *, begun: bool) -> Flow[bool]:
        """Send one file, or what is missing of one that an earlier run has `begun`; whether its slot was still good."""
        file = self.files[place]
        began = (yield from Now()).monotonic
        lifetimes = self.api.facts.lifetimes
        if not slot.urls:
            raise UnexpectedResponse(f"the answer names no upload URL for {file.name}")
        try:
            if slot.in_parts:
                yield from Blocking(partial(note.begin, slot.id, slot.urls, lifetimes.upload_url_seconds))
                etags = yield from self._put_parts(file, slot, note, self.progress[place])
            else:
                self.progress[place].begin({})
                content = file.slice(content_type=slot.content_type)
                yield from put(
                    self.api, slot.urls[0], content, self.progress[place], slot.headers, slot.method
                )
                etags = ()
            ended = (yield from Now()).monotonic
            yield from self.finish(file, slot, Sent(etags, ended - began))
        except UrlExpired:
            yield from Blocking(note.forget)
            return False
        except (ApiError, UploadFailed) as error:
            if not begun or not _refused(error):
                raise
            yield from Blocking(note.forget)
            return False
        life = lifetimes.upload_seconds or lifetimes.upload_url_seconds
        yield from Blocking(partial(note.done, slot.id, life))
        return True

    def _put_parts(
        self, file: Prepared, slot: Slot, note: Memory, progress: FileProgress
    ) -> Flow[tuple[str, ...]]:
        """Send the parts that have not arrived yet, several at once; the ETags of all, in order."""
        length = max(SMALLEST_PART, -(-file.size // len(slot.urls)))
        parts = {
            number: file.slice(offset, min(length, file.size - offset))
            for number, offset in enumerate(range(0, file.size, length), 1)
        }
        missing = [number for number in parts if number not in note.etags]
        progress.begin({part.offset: part.length for number, part in parts.items() if number in note.etags})

        def one(number: int) -> Flow[None]:
            etag = yield from put(self.api, slot.urls[number - 1], parts[number], progress)
            if not etag:
                raise UploadFailed(
                    f"storage took part {number} of {file.name} and answered no ETag, without which the parts cannot be "
                    "joined. Nothing was bought",
                )
            yield from Blocking(partial(note.arrived, number, etag))

        yield from Gather([partial(one, number) for number in missing], PARTS_AT_ONCE)
        return tuple(note.etags[number] for number in parts)
