"""Pilio's uploads: files are registered, then sent whole or in parts, as the vendor says."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import PurePath
from typing import Any, Literal, TypeAlias

import attrs

from safelight.core.api.calls import Api
from safelight.core.api.envelope import at_path
from safelight.core.base.outcome import listed, optional, present, present_id
from safelight.core.flow.effects import Flow
from safelight.core.options import Options
from safelight.core.transfers.images import plain
from safelight.core.transfers.prepared import Prepared
from safelight.core.transfers.slots import Slot
from safelight.core.transfers.uploads import Sent
from safelight.errors import InvalidInput, UnexpectedResponse

UploadMode: TypeAlias = Literal["auto", "simple", "multipart"]
LONGEST_NAME = 300
COMPLETE = "complete_multipart_upload"
OTHER_FORM = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY)
"""How a server answers a completion that has another form than it wants."""


@attrs.frozen(kw_only=True)
class PilioOptions(Options):
    """How a Pilio client behaves.

    Attributes:
        upload_mode: ``"auto"`` lets the vendor choose by size; ``"simple"`` and ``"multipart"`` choose.
        confirm_single_upload: Call complete after a single PUT too, as newer versions of the vendor's published
            specification ask; the vendor's document says not to.
    """

    VENDOR = "pilio"

    upload_mode: UploadMode = "auto"
    confirm_single_upload: bool = False


def register(api: Api, options: PilioOptions, files: Sequence[Prepared]) -> Flow[list[Slot]]:
    """Ask for upload URLs, as many files a call as the vendor takes; one slot a file."""
    at_once = api.facts.limits.files_per_create or len(files)
    slots: dict[str, Slot] = {}
    # 21 characters of nanoid's own alphabet, 126 bits of chance.
    named = {secrets.token_urlsafe(16)[:21]: file for file in files}
    names = list(named)
    for start in range(0, len(names), at_once):
        stretch = names[start : start + at_once]
        body = {
            "files": [_source_file(name, named[name]) for name in stretch],
            "upload_mode": options.upload_mode,
            "storage_intent": "temporary",
        }
        items: list[Any] = listed(
            at_path((yield from api.ask("create_files", body=body)), "data.items"), dict, "data.items"
        )
        for item in items:
            name = present(item.get("nanoid"), str, "data.items[].nanoid")
            if name in named:
                slots[name] = _slot(item, named[name])
    if missing := set(names) - set(slots):
        raise UnexpectedResponse(f"the answer lists {len(missing)} files less than were asked for")
    return [slots[name] for name in names]


def _slot(item: Mapping[str, object], file: Prepared) -> Slot:
    """Follow the field that came back."""
    file_id = present_id(item.get("id"), "data.items[].id")
    if url := optional(item.get("upload_url"), str):
        return Slot(file_id, (url,), content_type=file.type)
    parts = listed(item.get("upload_urls"), object, "data.items[].upload_urls")
    numbers = [optional(at_path(part, "part_number"), int) for part in parts]
    if parts and all(numbers):
        parts = [part for _, part in sorted(zip(numbers, parts, strict=True), key=lambda pair: pair[0] or 0)]
    urls = [at_path(part, "url") or part for part in parts]
    return Slot(file_id, tuple(present(url, str, "data.items[].upload_urls") for url in urls), in_parts=True)


def finish(api: Api, options: PilioOptions, file: Prepared, slot: Slot, sent: Sent) -> Flow[None]:
    """Join the parts; a file sent whole needs no call, unless the newer rule is asked for.

    Older servers take the parts alone, and newer ones ask for more: the other form is tried once, which costs nothing.
    """
    newer = {"duration_ms": max(1, round(sent.seconds * 1000)), "size": file.size}
    parts = [{"part_number": number, "etag": etag} for number, etag in enumerate(sent.etags, 1)]
    forms: dict[str, Mapping[str, object]] = {}
    if slot.in_parts:
        forms = {"parts": {"parts": parts}, "newer": {"upload_mode": "multipart", **newer, "parts": parts}}
    elif options.confirm_single_upload:
        forms = {"newer": {"upload_mode": "single", **newer}}
    for name in sorted(forms, key=lambda name: name != api.learnt.get(COMPLETE)):
        body = forms.pop(name)
        try:
            yield from api.ask(COMPLETE, parameters={"file_id": slot.id}, body=body)
        except InvalidInput as error:
            if error.http_status not in OTHER_FORM or not forms:
                raise
        else:
            api.learnt[COMPLETE] = name
            return


def _source_file(nanoid: str, file: Prepared) -> Mapping[str, object]:
    """A file as batch-create wants it: the name's extension must be its type."""
    name = PurePath(file.name)
    suffix = name.suffix[1:].lower()
    kind = suffix if plain(suffix) == plain(file.format) else file.format
    stem = name.stem if kind == suffix else file.name
    return {
        "nanoid": nanoid,
        "name": f"{stem[: LONGEST_NAME - len(kind) - 1]}.{kind}",
        "type": kind,
        "size": file.size,
    }
