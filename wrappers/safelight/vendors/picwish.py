"""PicWish: the picture goes in the form that creates the task; two calls a second, polls included."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

import attrs
from picwish_api.models.segmentation_response import SegmentationResponse
from picwish_api.models.segmentation_task import SegmentationTask

from safelight.core.client import AsyncClient, SyncClient, documented
from safelight.core.envelope import at_path
from safelight.core.flow import Flow, Now
from safelight.core.forms import Field, FilePart, text_fields
from safelight.core.methods import operation
from safelight.core.operations import Operations, stem_of
from safelight.core.outcome import Created, FileRef, Handle, Outcome, Status, json_of, optional, present
from safelight.core.sources import Prepared, Source, url_of
from safelight.core.wire import MEBIBYTE, Reply
from safelight.errors import InvalidInput, UnexpectedResponse

if TYPE_CHECKING:
    from picwish_api.requests import ForegroundType, OutputFormat

Returns: TypeAlias = Literal["url", "base64", "binary"]
Output: TypeAlias = Literal["image", "mask", "both"]

RETURN_TYPES: Mapping[Returns, int] = {"url": 1, "base64": 2, "binary": 3}
OUTPUT_TYPES: Mapping[Output, int] = {"both": 1, "image": 2, "mask": 3}
ANSWER_SECONDS = 60.0
"""Seconds that an answer may take beyond the vendor's limit for its work."""
REPLY_LIMIT = 256 * MEBIBYTE
"""Two images of 4096 x 4096 pixels may come as base64 inside one answer."""


class PicWishOperations(Operations[SegmentationTask | None]):
    """What both PicWish clients can do."""

    PARAMETERS: ClassVar[Mapping[str, str]] = {"image_url": "image", "bg_image_url": "bg_image"}

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        type: ForegroundType | None = None,
        output: Output = "image",
        returns: Returns = "url",
        format: OutputFormat | None = None,
        crop: bool = False,
        bg_color: str | None = None,
        bg_image: Source | None = None,
        sync: bool = False,
        filename: str | None = None,
    ) -> Flow[Created[SegmentationTask | None]]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Args:
            image: Path, bytes, binary file, `File` or URL; at most 20 MiB and 4096 x 4096 pixels
                (30 MB behind a URL).
            type: What the subject is: ``"person"``, ``"object"``, ``"stamp"``, or ``""`` to let the vendor see.
            output: The image, its mask, or both.
            returns: How the result comes: as a URL that lives an hour, as base64 inside the answer, or as the
                image itself; the last only with ``sync=True``.
            format: ``"png"`` (transparent) or ``"jpg"`` (white, or `bg_color`).
            crop: Crop to the subject's edge.
            bg_color: Background as six hex digits without ``#``; only with ``format="jpg"``.
            bg_image: A picture to put behind the subject, as a file or URL; at most 20 MiB and 4096 pixels.
            sync: Hold the connection until the result is there: saves polls, but a broken connection leaves
                the outcome unknown.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        _check_options(output, returns, format, bg_color, bg_image, crop=crop, sync=sync)
        values: dict[str, object] = {
            "sync": int(sync),
            "type": type,
            "return_type": RETURN_TYPES[returns],
            "output_type": OUTPUT_TYPES[output],
            "crop": int(crop),
            "format": format,
            "bg_color": bg_color,
        }
        fields = {name: value for name, value in values.items() if value is not None}
        files: list[Field | FilePart] = []
        wanted = [("image", image, filename), *([] if bg_image is None else [("bg_image", bg_image, None)])]
        for name, source, given in wanted:
            if (url := url_of(source)) is not None:
                fields[f"{name}_url"] = url
            else:
                file = yield from self._prepared(source, given, "create_segmentation", name)
                files.append(_part(f"{name}_file", file))
        reply = yield from self._api.submit(
            "create_segmentation",
            fields,
            [*text_fields(fields), *files],
            REPLY_LIMIT,
            timeout=(self._api.facts.polling.server_limit_seconds or 0.0) + ANSWER_SECONDS if sync else None,
        )
        return (yield from self._answered(reply, stem_of(image, filename, "image"), format or "png", returns))

    def _answered(
        self, reply: Reply, name: str, format_name: str, returns: Returns
    ) -> Flow[Created[SegmentationTask | None]]:
        options = {"returns": returns, "format": format_name}
        if reply.media_type.startswith("image/"):
            picture = FileRef(type=reply.media_type, size=len(reply.content), content=reply.content)
            return (
                yield from self._created("remove_background", "", name, options, Outcome((picture,), None))
            )
        facts = self._api.facts.operations["create_segmentation"]
        content = self._api.open(facts, reply)
        task_id = self._task_id("create_segmentation", content)
        created = yield from self._created("remove_background", task_id, name, options)
        if at_path(content, f"data.{self._api.facts.task.status}") is None:
            return created
        try:
            status = self._status_in(content)
            if status.phase != "succeeded":
                return attrs.evolve(created, status=status)
            return attrs.evolve(created, outcome=(yield from self._collect(created.handle, status)))
        except UnexpectedResponse:
            # The task is known all the same: whoever wants its result asks for it again.
            return created

    def _check(self, handle: Handle) -> Flow[Status]:
        content = yield from self._api.ask(
            "get_segmentation", parameters={"task_id": handle.id}, reply_limit=REPLY_LIMIT
        )
        return self._status_in(content)

    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[SegmentationTask | None]]:
        if status is None:
            status = yield from self._check(handle)
        content = json_of(status)
        answer = self._api.model("get_segmentation", SegmentationResponse, content)
        raw = present(answer.data, SegmentationTask, "data")
        now = yield from Now()
        expires = now.wall + (self._api.facts.lifetimes.download_url_seconds or 0.0)
        files = [
            _file(found, label, handle.options.get("format", "png"), expires)
            for value, label in ((raw.image, None), (raw.mask, "mask"))
            if (found := optional(value, str))
        ]
        if not files:
            raise UnexpectedResponse(f"task {handle.id} succeeded, and its answer holds no image")
        return Outcome(tuple(files), raw)


class PicWish(PicWishOperations, SyncClient[SegmentationTask | None]):
    __doc__ = documented("Client of PicWish. The key comes from ``PICWISH_API_KEY``.", SyncClient)

    PACKAGE = "picwish_api"


class AsyncPicWish(PicWishOperations, AsyncClient[SegmentationTask | None]):
    __doc__ = documented("Async client of PicWish. The key comes from ``PICWISH_API_KEY``.", AsyncClient)

    PACKAGE = "picwish_api"


def _check_options(
    output: Output,
    returns: Returns,
    format_name: str | None,
    bg_color: str | None,
    bg_image: Source | None,
    *,
    crop: object,
    sync: object,
) -> None:
    def refuse(field: str, reason: str) -> InvalidInput:
        return InvalidInput(
            f"{field}: {reason}", vendor="picwish", operation="remove_background", field=field
        )

    if output not in list(OUTPUT_TYPES):
        raise refuse("output", f"must be one of {', '.join(OUTPUT_TYPES)}, not {output!r}")
    if returns not in list(RETURN_TYPES):
        raise refuse("returns", f"must be one of {', '.join(RETURN_TYPES)}, not {returns!r}")
    for name, given in (("crop", crop), ("sync", sync)):
        if not isinstance(given, bool):
            raise refuse(name, f"must be True or False, not {given!r}")
    if returns == "binary" and not sync:
        raise refuse("returns", "PicWish answers with the image itself only when sync=True")
    if bg_color is not None and bg_image is not None:
        raise refuse("bg_color", "give either a colour or a picture for the background, not both")
    if bg_color is not None and format_name != "jpg":
        raise refuse("bg_color", 'a colour only has an effect with format="jpg"')


def _part(name: str, file: Prepared) -> FilePart:
    return FilePart(name, file.slice(), file.name, file.type)


def _file(value: str, label: str | None, format_name: str, expires: float) -> FileRef:
    if value.startswith(("http://", "https://")):
        return FileRef(url=value, expires=expires, label=label)
    encoded = value.rpartition(",")[2] if value.startswith("data:") else value
    try:
        content = b64decode(encoded, validate=True)
    except ValueError:
        raise UnexpectedResponse("the image in the answer is neither a URL nor base64") from None
    kind = "image/png" if label or format_name == "png" else "image/jpeg"
    return FileRef(type=kind, size=len(content), content=content, label=label)
