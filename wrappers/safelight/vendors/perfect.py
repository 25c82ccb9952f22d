"""Perfect Corp (YouCam): twelve features of one life cycle, with an idempotency key and impatient tasks."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import attrs
from perfect_api.models.create_file_response import CreateFileResponse
from perfect_api.models.create_file_result import CreateFileResult
from perfect_api.models.created_file import CreatedFile
from perfect_api.models.task_status_response import TaskStatusResponse
from perfect_api.models.task_status_result import TaskStatusResult
from perfect_api.models.upload_headers import UploadHeaders

from safelight.core.auth import Auth
from safelight.core.client import AsyncClient, SyncClient
from safelight.core.credentials import Credentials
from safelight.core.facts import VendorFacts
from safelight.core.flow import Flow, Gather, Now
from safelight.core.operations import Operations, operation, stem_of
from safelight.core.outcome import Created, FileRef, Handle, Outcome, Status, optional, present
from safelight.core.sources import Prepared, Source
from safelight.core.uploads import UrlExpired, put
from safelight.errors import UnexpectedResponse, UploadFailed
from safelight.vendors.perfect_auth import RsaExchange

if TYPE_CHECKING:
    from perfect_api.requests import OutputExtPngOrWebp

FILES_AT_ONCE = 4
FRESH_URLS = 2
"""How often fresh upload URLs are asked for, once they are refused."""
CONTENT_TYPES: Mapping[str, str] = {"jpg": "image/jpeg", "jpeg": "image/jpeg"}


class PerfectOperations(Operations[TaskStatusResult]):
    """What both Perfect clients can do. Credits are taken when a task succeeds."""

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        output_ext: OutputExtPngOrWebp | None = None,
        request_id: int | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskStatusResult]]:
        """Cut the subject out; the result has a transparent background.

        Args:
            image: Path, bytes, binary file or `File`; jpg, jpeg or png, under 10 MB, long side at most
                4096 pixels.
            output_ext: Format of the result; by default the vendor's choice.
            request_id: Idempotency key; by default a new one, kept through every retry.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
        """
        source = yield from self._prepared(image, filename, "run_background_removal", "image")
        (source_id,) = yield from self._upload("background_removal", [source])
        payload = {"file_sets": {"src_ids": [source_id]}, "actions": [{"id": 0}], "output_ext": output_ext}
        return (
            yield from self._run(
                "background_removal", "remove_background", payload, request_id, stem_of(image, filename, "image")
            )
        )

    def _check(self, handle: Handle) -> Flow[Status]:
        feature = handle.options["feature"]
        content = yield from self._api.ask(f"get_{feature}_status", parameters={"task_id": handle.id})
        return self._status_in(content)

    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[TaskStatusResult]]:
        if status is None:
            status = yield from self._check(handle)
        content = present(status.answer, dict, "result")
        answer = self._api.model(f"get_{handle.options['feature']}_status", TaskStatusResponse, content)
        raw = present(answer.result, TaskStatusResult, "result")
        now = yield from Now()
        expires = now.wall + (self._api.facts.lifetimes.download_url_seconds or 0.0)
        files = [
            FileRef(url=url, expires=expires)
            for result in raw.results or []
            for file in result.data or []
            if (url := optional(file.url, str))
        ]
        if not files:
            raise UnexpectedResponse(f"task {handle.id} succeeded, and its answer lists no file")
        return Outcome(tuple(files), raw)

    def _run(
        self, feature: str, name: str, payload: Mapping[str, object], request_id: int | None, stem: str
    ) -> Flow[Created[TaskStatusResult]]:
        now = yield from Now()
        body = {
            "request_id": _request_ids.next(now.wall) if request_id is None else request_id,
            "payload": {key: value for key, value in payload.items() if value is not None},
        }
        content = yield from self._api.ask(f"run_{feature}", body=body)
        task_id = self._task_id(f"run_{feature}", content)
        return (yield from self._created(name, task_id, stem, {"feature": feature}))

    def _upload(self, feature: str, files: Sequence[Prepared]) -> Flow[list[str]]:
        """Send files by one call for their slots; their ids, in order."""
        left = list(enumerate(files))
        ids: dict[int, str] = {}
        for _ in range(1 + FRESH_URLS):
            slots = yield from self._slots(feature, [file for _, file in left])
            sent = yield from Gather(
                [partial(self._send, file, slot) for (_, file), slot in zip(left, slots, strict=True)],
                FILES_AT_ONCE,
            )
            for (place, _), slot, arrived in zip(left, slots, sent, strict=True):
                if arrived:
                    ids[place] = present(slot.file_id, str, "result.files[].file_id")
            left = [(place, file) for place, file in left if place not in ids]
            if not left:
                return [ids[place] for place in range(len(files))]
        raise UploadFailed(
            f"storage refused {FRESH_URLS + 1} upload URLs in a row for {left[0][1].name}. Nothing was bought",
            vendor=self._api.facts.vendor,
            http_status=403,
        )

    def _slots(self, feature: str, files: Sequence[Prepared]) -> Flow[list[CreatedFile]]:
        body = {"files": [{"content_type": _content_type(file), "file_name": file.name} for file in files]}
        answer = yield from self._api.call(f"create_{feature}_file", CreateFileResponse, body=body)
        slots = present(answer.result, CreateFileResult, "result.files").files or []
        if len(slots) != len(files):
            raise UnexpectedResponse(f"the answer lists {len(slots)} files, and {len(files)} were asked for")
        return slots

    def _send(self, file: Prepared, slot: CreatedFile) -> Flow[bool]:
        """Send one file exactly as its slot says; whether its URL was still good."""
        request = next(iter(slot.requests or []), None)
        if request is None or not isinstance(request.url, str):
            raise UnexpectedResponse(f"the answer names no upload URL for {file.name}")
        headers = (
            {name: str(value) for name, value in request.headers.additional_properties.items()}
            if isinstance(request.headers, UploadHeaders)
            else {}
        )
        method = optional(request.method, str) or "PUT"
        try:
            yield from put(self._api, request.url, file.slice(), headers, method)
        except UrlExpired:
            return False
        return True


class _PerfectClient(PerfectOperations):
    PACKAGE = "perfect_api"

    def _authenticate(self, facts: VendorFacts, credentials: Credentials) -> Auth:
        return RsaExchange(credentials, facts.authentication.token_lifetime_seconds or 0.0)


class Perfect(_PerfectClient, SyncClient[TaskStatusResult]):
    __doc__ = f"""Client of Perfect Corp. Keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``.

    {SyncClient.__doc__}"""


class AsyncPerfect(_PerfectClient, AsyncClient[TaskStatusResult]):
    __doc__ = f"""Async client of Perfect Corp. Keys come from ``PERFECT_API_KEY`` and ``PERFECT_SECRET_KEY``.

    {AsyncClient.__doc__}"""


@attrs.define
class _RequestIds:
    """Whole numbers that only grow: microseconds since the epoch.

    The vendor wants them to grow from 0 and ignores a repeated one; a count would begin anew with every process.
    """

    _last: int = 0
    _lock: threading.Lock = attrs.field(factory=threading.Lock, repr=False)

    def next(self, wall: float) -> int:
        with self._lock:
            self._last = max(self._last + 1, int(wall * 1_000_000))
            return self._last


_request_ids = _RequestIds()


def _content_type(file: Prepared) -> str:
    return CONTENT_TYPES.get(file.format, file.type)
