"""The life cycle that Perfect's features share: upload, run under an idempotency key, poll before it is lost."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, TypeAlias, TypeVar

import attrs
from perfect_api.models.aging_status_response import AgingStatusResponse
from perfect_api.models.aging_status_result import AgingStatusResult
from perfect_api.models.create_file_response import CreateFileResponse
from perfect_api.models.create_file_result import CreateFileResult
from perfect_api.models.created_file import CreatedFile
from perfect_api.models.makeup_transfer_status_response import MakeupTransferStatusResponse
from perfect_api.models.makeup_transfer_status_result import MakeupTransferStatusResult
from perfect_api.models.task_status_response import TaskStatusResponse
from perfect_api.models.task_status_result import TaskStatusResult
from perfect_api.models.upload_headers import UploadHeaders
from perfect_api.models.upload_request import UploadRequest

from safelight.core.calls import Api
from safelight.core.envelope import each_at
from safelight.core.flow import Flow, Now
from safelight.core.locks import Lock
from safelight.core.operations import Operations, stem_of
from safelight.core.outcome import (
    Created,
    Handle,
    Outcome,
    Status,
    damaged_token,
    json_of,
    listed,
    optional,
    present,
    present_id,
)
from safelight.core.slots import Slot
from safelight.core.sources import Prepared, Source
from safelight.core.uploads import Sent, use_files
from safelight.errors import UnexpectedResponse

T = TypeVar("T")

Finished: TypeAlias = TaskStatusResult | AgingStatusResult | MakeupTransferStatusResult
Given: TypeAlias = tuple[str, Source, str | None]
"""A file to send: the parameter's name, the source, and its file name."""


FEATURES: Mapping[str, str] = {
    "remove_background": "background_removal",
    "colorize": "colorize",
    "enhance": "enhance",
    "remove_object": "object_removal",
    "transfer_makeup": "makeup_transfer",
    "show_aging": "aging",
    "try_hairstyle": "hairstyle",
    "try_wig": "wig",
    "extend_hair": "hair_extension",
    "add_bangs": "hair_bang",
    "add_hair_volume": "hair_volume",
    "generate_image": "image_generator",
}
"""The vendor's feature behind each operation."""


class PerfectTasks(Operations[Finished]):
    """How tasks of any feature are created, watched and collected."""

    PARAMETERS: ClassVar[Mapping[str, str]] = {"payload.actions[0].params.style_ids[0]": "style_id"}

    def _plain(
        self,
        name: str,
        image: Source,
        filename: str | None,
        output_ext: str | None,
        request_id: int | None,
        params: Mapping[str, object] | None = None,
    ) -> Flow[Created[Any]]:
        """Run an operation's feature on one picture."""
        sources = {"src_ids": ("image", image, filename)}
        return (yield from self._mixed(name, sources, output_ext, request_id, params))

    def _mixed(
        self,
        name: str,
        sources: Mapping[str, Given],
        output_ext: str | None,
        request_id: int | None,
        params: Mapping[str, object] | None = None,
    ) -> Flow[Created[Any]]:
        """Run an operation's feature on several pictures, by the file sets they go in."""
        feature = FEATURES[name]
        early = {place: ["early"] for place in sources}
        run = self._api.facts.operations[f"run_{feature}"]
        self._api.endpoints.check(
            run, _body(0 if request_id is None else request_id, early, output_ext, params)
        )
        files: list[Prepared] = []
        for parameter, source, filename in sources.values():
            files.append((yield from self._prepared(source, filename, run.id, parameter)))
        _, image, filename = next(iter(sources.values()))
        stem = stem_of(image, filename, "image")

        def create(ids: list[str]) -> Flow[Created[Any]]:
            file_sets = {place: [file_id] for place, file_id in zip(sources, ids, strict=True)}
            return self._run(name, file_sets, output_ext, request_id, stem, params)

        return (yield from use_uploaded(self._api, feature, files, create))

    def _run(
        self,
        name: str,
        file_sets: Mapping[str, Sequence[str]],
        output_ext: str | None,
        request_id: int | None,
        stem: str,
        params: Mapping[str, object] | None,
    ) -> Flow[Created[Any]]:
        feature = FEATURES[name]
        now = yield from Now()
        number = _request_ids.next(now.wall) if request_id is None else request_id
        task_id = yield from self._bought(f"run_{feature}", _body(number, file_sets, output_ext, params))
        return (yield from self._created(name, task_id, stem, {"feature": feature}))

    def _check(self, handle: Handle) -> Flow[Status]:
        operation_id = f"get_{_feature(handle)}_status"
        if operation_id not in self._api.facts.operations:
            raise damaged_token()
        content = yield from self._api.ask(operation_id, parameters={"task_id": handle.id})
        return self._status_in(content)

    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[Finished]]:
        if status is None:
            status = yield from self._check(handle)
        content = json_of(status)
        raw = self._finished(_feature(handle), content)
        now = yield from Now()
        expires = now.wall + (self._api.facts.lifetimes.download_url_seconds or 0.0)
        urls = each_at(content, "result.results.*.data.*.url")
        files = [file for url in urls if (file := self._file(url, expires=expires))]
        if not files:
            raise UnexpectedResponse(f"task {handle.id} succeeded, and its answer lists no file")
        return Outcome(tuple(files), raw)

    def _finished(self, feature: str, content: Mapping[str, object]) -> Finished:
        operation_id = f"get_{feature}_status"
        match feature:
            case "aging":
                aging = self._api.model(operation_id, AgingStatusResponse, content)
                return present(aging.result, AgingStatusResult, "result")
            case "makeup_transfer":
                makeup = self._api.model(operation_id, MakeupTransferStatusResponse, content)
                return present(makeup.result, MakeupTransferStatusResult, "result")
            case _:
                answer = self._api.model(operation_id, TaskStatusResponse, content)
                return present(answer.result, TaskStatusResult, "result")


def _body(
    request_id: int,
    file_sets: Mapping[str, Sequence[str]],
    output_ext: str | None,
    params: Mapping[str, object] | None,
) -> dict[str, object]:
    action: dict[str, object] = {"id": 0}
    if params is not None:
        action["params"] = dict(params)
    payload: dict[str, object] = {"actions": [action]}
    if file_sets:
        payload["file_sets"] = dict(file_sets)
    if output_ext is not None:
        payload["output_ext"] = output_ext
    return {"request_id": request_id, "payload": payload}


def use_uploaded(
    api: Api, feature: str, files: Sequence[Prepared], use: Callable[[list[str]], Flow[T]]
) -> Flow[T]:
    """Send files by one call for their slots, and use their ids; see `use_files`."""
    return (yield from use_files(api, feature, files, partial(_slots, api, feature), _arrived, use))


def _slots(api: Api, feature: str, files: Sequence[Prepared]) -> Flow[list[Slot]]:
    body = {"files": [{"content_type": file.type, "file_name": file.name} for file in files]}
    answer = yield from api.call(f"create_{feature}_file", CreateFileResponse, body=body)
    result = present(answer.result, CreateFileResult, "result.files")
    slots = listed(result.files, CreatedFile, "result.files")
    if len(slots) != len(files):
        raise UnexpectedResponse(f"the answer lists {len(slots)} files, and {len(files)} were asked for")
    return [_slot(slot) for slot in slots]


def _slot(created: CreatedFile) -> Slot:
    """Method, URL and headers exactly as the vendor gave them."""
    file_id = present_id(created.file_id, "result.files[].file_id")
    request = next(iter(listed(created.requests, UploadRequest, "result.files[].requests")), None)
    if request is None or not isinstance(request.url, str):
        return Slot(file_id, ())
    stated: Mapping[str, object] = (
        request.headers.additional_properties if isinstance(request.headers, UploadHeaders) else {}
    )
    headers = {name: str(value) for name, value in stated.items() if isinstance(value, str | int)}
    return Slot(file_id, (request.url,), method=optional(request.method, str) or "PUT", headers=headers)


def _arrived(file: Prepared, slot: Slot, sent: Sent) -> Flow[None]:
    """The vendor sees for itself that a file has arrived."""
    return
    yield


def _feature(handle: Handle) -> str:
    return handle.options.get("feature", "")


@attrs.define
class _RequestIds:
    """Whole numbers that only grow: milliseconds since the epoch and twelve bits of chance, below 2 to the 53rd.

    The vendor wants them to grow from 0 and ignores a repeated one; a count would begin anew with every process, and
    two processes may well read the same time. That it takes numbers of more than 32 bits is a guess: no document says
    how large they may be.
    """

    _last: int = 0
    _lock: Lock = attrs.field(factory=Lock, repr=False)

    def next(self, wall: float) -> int:
        with self._lock:
            self._last = max(self._last + 1, (int(wall * 1000) << 12) + secrets.randbits(12))
            return self._last


_request_ids = _RequestIds()
