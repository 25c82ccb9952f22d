"""Pilio's uploads: files are registered, then sent whole or in parts, as the vendor says."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import Literal, TypeAlias

import attrs
from pilio_api.models.create_files_response import CreateFilesResponse
from pilio_api.models.created_files import CreatedFiles
from pilio_api.models.file_upload import FileUpload
from pilio_api.models.upload_part import UploadPart

from safelight.core.calls import Api
from safelight.core.flow import Flow, Now
from safelight.core.options import Options
from safelight.core.outcome import present
from safelight.core.sources import ALIASES, Prepared
from safelight.core.uploads import put, put_parts, send_all
from safelight.errors import UnexpectedResponse

UploadMode: TypeAlias = Literal["auto", "simple", "multipart"]
LONGEST_NAME = 300


@attrs.frozen(kw_only=True)
class PilioOptions(Options):
    """How a Pilio client behaves.

    Attributes:
        upload_mode: ``"auto"`` lets the vendor choose by size; ``"simple"`` and ``"multipart"`` choose.
        confirm_single_upload: Call complete after a single PUT too, as newer versions of the vendor's published
            specification ask; the vendor's document says not to.
    """

    upload_mode: UploadMode = "auto"
    confirm_single_upload: bool = False


def upload(api: Api, options: PilioOptions, files: Sequence[Prepared]) -> Flow[list[str]]:
    """Send files; their ids, in order.

    Raises:
        UploadFailed: A file could not be sent; nothing was bought.
    """
    slots = yield from send_all(api, files, partial(_register, api, options), partial(_send, api, options))
    return [slot.id for slot in slots]


def _register(api: Api, options: PilioOptions, files: Sequence[Prepared]) -> Flow[list[FileUpload]]:
    """Ask for upload URLs, as many files a call as the vendor takes; one slot a file."""
    at_once = api.facts.limits.files_per_create or len(files)
    slots: dict[str, FileUpload] = {}
    names = [_nanoid() for _ in files]
    for start in range(0, len(files), at_once):
        stretch = slice(start, start + at_once)
        body = {
            "files": [
                _source_file(name, file) for name, file in zip(names[stretch], files[stretch], strict=True)
            ],
            "upload_mode": options.upload_mode,
            "storage_intent": "temporary",
        }
        answer = yield from api.call("create_files", CreateFilesResponse, body=body)
        for slot in present(answer.data, CreatedFiles, "data.items").items:
            slots[present(slot.nanoid, str, "data.items[].nanoid")] = slot
    if missing := set(names) - set(slots):
        raise UnexpectedResponse(f"the answer lists {len(missing)} files less than were asked for")
    return [slots[name] for name in names]


def _send(api: Api, options: PilioOptions, file: Prepared, slot: FileUpload) -> Flow[None]:
    """Send one file, following the field that came back."""
    began = (yield from Now()).monotonic
    if isinstance(slot.upload_url, str) and slot.upload_url:
        yield from put(api, slot.upload_url, file.slice(content_type=file.type))
        if options.confirm_single_upload:
            ended = (yield from Now()).monotonic
            yield from _complete(
                api,
                slot,
                {
                    "upload_mode": "single",
                    "duration_ms": max(1, round((ended - began) * 1000)),
                    "size": file.size,
                },
            )
        return
    urls = [url.url if isinstance(url, UploadPart) else url for url in slot.upload_urls or []]
    if not urls:
        raise UnexpectedResponse(f"the answer names no upload URL for {file.name}")
    etags = yield from put_parts(api, file, urls)
    parts = [{"part_number": number, "etag": etag} for number, etag in enumerate(etags, 1)]
    yield from _complete(api, slot, {"parts": parts})


def _complete(api: Api, slot: FileUpload, body: Mapping[str, object]) -> Flow[None]:
    yield from api.ask("complete_multipart_upload", parameters={"file_id": slot.id}, body=body)


def _nanoid() -> str:
    """21 characters of nanoid's own alphabet, 126 bits of chance."""
    return secrets.token_urlsafe(16)[:21]


def _source_file(nanoid: str, file: Prepared) -> Mapping[str, object]:
    """A file as batch-create wants it: the name's extension must be its type."""
    name = PurePath(file.name)
    suffix = name.suffix[1:].lower()
    kind = suffix if ALIASES.get(suffix, suffix) == ALIASES.get(file.format, file.format) else file.format
    stem = name.stem if kind == suffix else file.name
    return {
        "nanoid": nanoid,
        "name": f"{stem[: LONGEST_NAME - len(kind) - 1]}.{kind}",
        "type": kind,
        "size": file.size,
    }
