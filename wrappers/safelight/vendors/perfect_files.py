"""Perfect's upload slots, and the numbers of its requests."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping, Sequence

import attrs
from perfect_api import models  # each is imported when it is first used

from safelight.core.api.calls import Api
from safelight.core.base.locks import Lock
from safelight.core.base.outcome import listed, optional, present, present_id
from safelight.core.flow.effects import Flow
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import Slot
from safelight.errors import UnexpectedResponse

BITS = 31


def slots(api: Api, feature: str, files: Sequence[Prepared]) -> Flow[list[Slot]]:
    """Ask for a place for each file, by one call."""
    body = {"files": [{"content_type": file.type, "file_name": file.name} for file in files]}
    answer = yield from api.call(f"create_{feature}_file", models.CreateFileResponse, body=body)
    result = present(answer.result, models.CreateFileResult, "result.files")
    found = listed(result.files, models.CreatedFile, "result.files")
    if len(found) != len(files):
        raise UnexpectedResponse(f"the answer lists {len(found)} files, and {len(files)} were asked for")
    return [_slot(slot) for slot in found]


def _slot(created: models.CreatedFile) -> Slot:
    """Method, URL and headers exactly as the vendor gave them."""
    file_id = present_id(created.file_id, "result.files[].file_id")
    request = next(iter(listed(created.requests, models.UploadRequest, "result.files[].requests")), None)
    if request is None or not isinstance(request.url, str):
        return Slot(file_id, ())
    stated: Mapping[str, object] = (
        request.headers.additional_properties if isinstance(request.headers, models.UploadHeaders) else {}
    )
    headers = {name: str(value) for name, value in stated.items() if isinstance(value, str | int)}
    return Slot(file_id, (request.url,), method=optional(request.method, str) or "PUT", headers=headers)


@attrs.define(eq=False)
class _RequestIds:
    """Numbers of 31 bits that count up from one drawn at random, in every process anew.

    The vendor wants them to count up from 0, and ignores a repeated one; a count from 0 would repeat with every
    process. No document says how large they may be: that 31 bits fit is a guess, and no public client is known to use
    more than 41. Two processes that make ten thousand tasks each meet once in a hundred thousand times.
    """

    _last: int = 0
    _process: int = 0
    _lock: Lock = attrs.field(factory=Lock, repr=False)

    def next(self) -> int:
        with self._lock:
            if self._process != os.getpid():
                self._process, self._last = os.getpid(), secrets.randbits(BITS)
            self._last = (self._last + 1) % 2**BITS
            return self._last


REQUEST_IDS = _RequestIds()
