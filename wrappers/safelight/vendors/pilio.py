"""Pilio: images and PDFs by file id, tasks polled by id, results that live a day."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, TypeAlias

from pilio_api.models.create_files_response import CreateFilesResponse
from pilio_api.models.created_files import CreatedFiles
from pilio_api.models.file_upload import FileUpload
from pilio_api.models.task_result import TaskResult
from pilio_api.models.task_result_response import TaskResultResponse
from pilio_api.models.upload_part import UploadPart

from safelight.core.client import AsyncClient, SyncClient
from safelight.core.flow import Flow, Gather, Now
from safelight.core.operations import Operations, operation, stem_of
from safelight.core.outcome import Created, FileRef, Handle, Outcome, Status, optional, present
from safelight.core.sources import ALIASES, Prepared, Source
from safelight.core.uploads import UrlExpired, put, put_parts
from safelight.errors import UnexpectedResponse, UploadFailed

if TYPE_CHECKING:
    from pilio_api.requests import (
        AspectRatio,
        IndustryType,
        OutputCount,
        OutputQuality,
        OutputResolution,
        PdfWatermarkMode,
        PreprocessMode,
        QualityType,
        UpscaleMethod,
        UpscalePreset,
        WatermarkBox,
    )

UploadMode: TypeAlias = Literal["auto", "simple", "multipart"]

FILES_AT_ONCE = 4
FRESH_URLS = 2
"""How often fresh upload URLs are asked for, once they are refused."""


class PilioOperations(Operations[TaskResult]):
    """What both Pilio clients can do. Prices are those of the vendor's document."""

    upload_mode: UploadMode = "auto"

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        industry_type: IndustryType | None = None,
        quality_type: QualityType | None = None,
        trim_transparent_background: bool | None = None,
        filename: str | None = None,
    ) -> Flow[Created[TaskResult]]:
        """Cut the subject out; the result is an image with a transparent background. 1 credit an image.

        Args:
            image: Path, bytes, binary file or `File`; jpg, jpeg, png, webp or heic, at most 2 GiB.
            industry_type: What the subject is; by default ``"portrait"``.
            quality_type: ``"original"`` (the vendor's default) or a faster one.
            trim_transparent_background: Crop the canvas to the subject.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            UploadFailed: The file could not be sent; nothing was bought.
            OutcomeUnknown: The task may have been created and charged.
        """
        file_id = yield from self._upload(image, filename, "remove_background", "image")
        return (
            yield from self._create(
                "remove_background",
                stem_of(image, filename, "image"),
                image_file_id=file_id,
                industry_type=industry_type,
                quality_type=quality_type,
                trim_transparent_background=trim_transparent_background,
            )
        )

    def _check(self, handle: Handle) -> Flow[Status]:
        content = yield from self._api.ask("get_task_status", parameters={"task_id": handle.id})
        return self._status_in(content)

    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[TaskResult]]:
        answer = yield from self._api.call(
            "get_task_result", TaskResultResponse, parameters={"task_id": handle.id}
        )
        now = yield from Now()
        raw = present(answer.data, TaskResult, "data")
        lifetime = self._api.facts.lifetimes.download_url_seconds or 0.0
        files = [
            FileRef(
                url=file.download_url,
                name=optional(file.name, str),
                type=None,
                size=optional(file.size, int),
                expires=now.wall + lifetime,
            )
            for file in (raw.files or [])
            if isinstance(file.download_url, str)
        ]
        if not files:
            raise UnexpectedResponse(f"task {handle.id} succeeded, and its result lists no file")
        return Outcome(tuple(files), raw)

    def _create(self, operation_id: str, name: str, **options: object) -> Flow[Created[TaskResult]]:
        body = {option: value for option, value in options.items() if value is not None}
        content = yield from self._api.ask(operation_id, body=body)
        return (yield from self._created(operation_id, self._task_id(operation_id, content), name))

    def _upload(self, source: Source, filename: str | None, operation_id: str, parameter: str) -> Flow[str]:
        file = yield from self._prepared(source, filename, operation_id, parameter)
        return (yield from self._upload_all([file]))[0]

    def _upload_all(self, files: Sequence[Prepared]) -> Flow[list[str]]:
        """Register files and send each as the vendor says; their ids, in order.

        A file whose URLs are refused is registered anew: so the vendor's document wants it.
        """
        order = [_nanoid() for _ in files]
        left = dict(zip(order, files, strict=True))
        ids: dict[str, str] = {}
        for _ in range(1 + FRESH_URLS):
            slots = yield from self._register(left)
            sent = yield from Gather(
                [partial(self._send, left[name], slot) for name, slot in slots.items()],
                FILES_AT_ONCE,
            )
            for (name, slot), arrived in zip(slots.items(), sent, strict=True):
                if arrived:
                    ids[name] = slot.id
                    del left[name]
            if not left:
                return [ids[name] for name in order]
        raise UploadFailed(
            f"storage refused {FRESH_URLS + 1} sets of upload URLs in a row for "
            f"{', '.join(file.name for file in left.values())}. Nothing was bought",
            vendor=self._api.facts.vendor,
            http_status=403,
        )

    def _register(self, files: Mapping[str, Prepared]) -> Flow[dict[str, FileUpload]]:
        slots: dict[str, FileUpload] = {}
        names = list(files)
        at_once = self._api.facts.limits.files_per_create or len(names)
        for start in range(0, len(names), at_once):
            body = {
                "files": [_source_file(name, files[name]) for name in names[start : start + at_once]],
                "upload_mode": self.upload_mode,
                "storage_intent": "temporary",
            }
            answer = yield from self._api.call("create_files", CreateFilesResponse, body=body)
            for slot in present(answer.data, CreatedFiles, "data.items").items:
                slots[present(slot.nanoid, str, "data.items[].nanoid")] = slot
        if missing := set(files) - set(slots):
            raise UnexpectedResponse(f"the answer lists {len(missing)} files less than were asked for")
        return {name: slots[name] for name in files}

    def _send(self, file: Prepared, slot: FileUpload) -> Flow[bool]:
        """Send one file, following the field that came back; whether its URLs were still good."""
        try:
            if isinstance(slot.upload_url, str) and slot.upload_url:
                yield from put(self._api, slot.upload_url, file.slice(content_type=file.type))
                return True
            urls = [url.url if isinstance(url, UploadPart) else url for url in slot.upload_urls or []]
            if not urls:
                raise UnexpectedResponse(f"the answer names no upload URL for {file.name}")
            etags = yield from put_parts(self._api, file, urls)
        except UrlExpired:
            return False
        parts = [{"part_number": number, "etag": etag} for number, etag in enumerate(etags, 1)]
        yield from self._api.ask("complete_multipart_upload", parameters={"file_id": slot.id}, body={"parts": parts})
        return True


class Pilio(PilioOperations, SyncClient[TaskResult]):
    __doc__ = f"""Client of Pilio. Keys come from ``PILIO_API_KEY``.\n\n{SyncClient.__doc__}"""

    PACKAGE = "pilio_api"


class AsyncPilio(PilioOperations, AsyncClient[TaskResult]):
    __doc__ = f"""Async client of Pilio. Keys come from ``PILIO_API_KEY``.\n\n{AsyncClient.__doc__}"""

    PACKAGE = "pilio_api"


def _nanoid() -> str:
    """21 characters of nanoid's own alphabet, 126 bits of chance."""
    return secrets.token_urlsafe(16)[:21]


def _source_file(nanoid: str, file: Prepared) -> Mapping[str, object]:
    """A file as batch-create wants it: the name's extension must be its type."""
    suffix = PurePath(file.name).suffix[1:].lower()
    known = ALIASES.get(suffix, suffix) == ALIASES.get(file.format, file.format)
    name, kind = (file.name, suffix) if known else (f"{PurePath(file.name).stem}.{file.format}", file.format)
    return {"nanoid": nanoid, "name": name[-300:], "type": kind, "size": file.size}
