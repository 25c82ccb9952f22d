"""Claid: one edit of many operations, on a picture behind a URL; files are uploaded first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from claid_api.models.async_edit import AsyncEdit
from claid_api.models.async_edit_response import AsyncEditResponse

from safelight.core.client import AsyncClient, SyncClient, documented
from safelight.core.envelope import at_path
from safelight.core.flow import Flow, Now
from safelight.core.forms import Field, FilePart
from safelight.core.methods import operation
from safelight.core.operations import Operations, stem_of
from safelight.core.outcome import (
    Created,
    Handle,
    Outcome,
    Status,
    damaged_token,
    json_of,
    optional,
)
from safelight.core.sources import Source, url_of
from safelight.core.wire import without_query
from safelight.errors import InvalidInput, UnexpectedResponse

if TYPE_CHECKING:
    from claid_api.requests import (
        BackgroundRemoval,
        CropFit,
        FitMode,
        ImageOperations,
        ImageOutputOptions,
        ObjectCategory,
        OutpaintFit,
        PhotoUpscale,
        Resizing,
        UpscaleModel,
    )

STORAGE = "storage://"
INPUT_SCHEMES = ("http://", "https://", STORAGE)


class ClaidOperations(Operations[AsyncEdit]):
    """What both Claid clients can do."""

    PARAMETERS: ClassVar[Mapping[str, str]] = {
        "input": "image",
        "operations.restorations.upscale": "model",
        "operations.resizing.width": "percent",
        "operations.resizing.height": "percent",
    }

    @operation
    def edit(
        self,
        image: Source,
        operations: ImageOperations,
        *,
        output: ImageOutputOptions | str | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Edit an image by any of Claid's operations.

        Args:
            image: URL or ``storage://`` address; or path, bytes, binary file or `File`, which is uploaded first.
                Whether Claid charges for that upload is not documented: give a URL to be certain.
            operations: What to do, as nested options.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address; JPEG by
                default.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        return (yield from self._edit(image, operations, output, filename, "edit"))

    @operation
    def remove_background(
        self,
        image: Source,
        *,
        category: ObjectCategory | None = None,
        clipping: bool | None = None,
        color: str = "transparent",
        output: ImageOutputOptions | str | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Cut the subject out; the result is a transparent PNG unless told otherwise.

        Args:
            image: URL or ``storage://`` address; or path, bytes, binary file or `File`, which is uploaded first.
                Whether Claid charges for that upload is not documented: give a URL to be certain.
            category: What the picture shows.
            clipping: Cut along the object's edge.
            color: Background as a hex colour, or ``"transparent"``.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address; PNG by
                default.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        removal: BackgroundRemoval = {}
        if category is not None:
            removal["category"] = category
        if clipping is not None:
            removal["clipping"] = clipping
        operations: ImageOperations = {"background": {"remove": removal or True, "color": color}}
        return (
            yield from self._edit(
                image, operations, output or {"format": "png"}, filename, "remove_background"
            )
        )

    @operation
    def upscale(
        self,
        image: Source,
        *,
        percent: int = 200,
        model: UpscaleModel | PhotoUpscale = "smart_enhance",
        output: ImageOutputOptions | str | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Enlarge an image with a model fit for its content.

        Args:
            image: URL or ``storage://`` address; or path, bytes, binary file or `File`, which is uploaded first.
                Whether Claid charges for that upload is not documented: give a URL to be certain.
            percent: New width and height in percent of the old.
            model: What restores detail: ``"smart_enhance"``, ``"smart_resize"``, ``"faces"``, ``"digital_art"``,
                ``"photo"``, or the latter with its version.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address; JPEG by
                default.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        operations: ImageOperations = {
            "restorations": {"upscale": model},
            "resizing": {"width": f"{percent}%", "height": f"{percent}%"},
        }
        return (yield from self._edit(image, operations, output, filename, "upscale"))

    @operation
    def resize(
        self,
        image: Source,
        *,
        width: int | str | None = None,
        height: int | str | None = None,
        fit: FitMode | CropFit | None = None,
        output: ImageOutputOptions | str | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Give an image another size.

        Args:
            image: URL or ``storage://`` address; or path, bytes, binary file or `File`, which is uploaded first.
                Whether Claid charges for that upload is not documented: give a URL to be certain.
            width: In pixels, or as ``"50%"``, or ``"auto"``.
            height: In pixels, or as ``"50%"``, or ``"auto"``.
            fit: What to do where the proportions differ; ``"crop"`` by default.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address; JPEG by
                default.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        resizing: Resizing = {}
        if width is not None:
            resizing["width"] = width
        if height is not None:
            resizing["height"] = height
        if fit is not None:
            resizing["fit"] = fit
        return (yield from self._edit(image, {"resizing": resizing}, output, filename, "resize"))

    @operation
    def outpaint(
        self,
        image: Source,
        *,
        width: int | str,
        height: int | str,
        feathering: str | None = None,
        output: ImageOutputOptions | str | None = None,
        filename: str | None = None,
    ) -> Flow[Created[AsyncEdit]]:
        """Make the canvas larger and paint what is missing.

        Args:
            image: URL or ``storage://`` address; or path, bytes, binary file or `File`, which is uploaded first.
                Whether Claid charges for that upload is not documented: give a URL to be certain.
            width: New width in pixels, or as ``"150%"``.
            height: New height in pixels, or as ``"150%"``.
            feathering: How far the old edge is blended, from ``"0%"``; ``"15%"`` by default.
            output: Format and destination of the result, or the destination alone, a ``storage://`` address; JPEG by
                default.
            filename: Name of the file, where the source has none.

        Raises:
            InvalidInput: The file or an option breaks a documented limit; nothing was sent.
            OutcomeUnknown: The task may have been created and charged.
        """
        fit: OutpaintFit = {"type": "outpaint"}
        if feathering is not None:
            fit["feathering"] = feathering
        operations: ImageOperations = {"resizing": {"width": width, "height": height, "fit": fit}}
        return (yield from self._edit(image, operations, output, filename, "outpaint"))

    def _edit(
        self,
        image: Source,
        operations: ImageOperations,
        output: ImageOutputOptions | str | None,
        filename: str | None,
        name: str,
    ) -> Flow[Created[AsyncEdit]]:
        address = url_of(image, INPUT_SCHEMES)
        wanted: dict[str, object] = {"operations": operations}
        if output is not None:
            wanted["output"] = output
        create = self._api.facts.operations["create_async_edit"]
        # Checked before the upload, so that a wrong option costs nothing.
        self._api.endpoints.check(create, {"input": address or "https://example.com/", **wanted})
        _check_together(operations)
        if output is not None:
            _check_destination(output)
        if address is None:
            address = yield from self._upload(image, filename)
        task_id = yield from self._bought(create.id, {"input": address, **wanted})
        return (yield from self._created(name, task_id, stem_of(image, filename, "image")))

    def _upload(self, image: Source, filename: str | None) -> Flow[str]:
        """Upload a file by an edit of no operations; the temporary URL of the picture."""
        file = yield from self._prepared(image, filename, "upload_and_edit", "image")
        parts: list[Field | FilePart] = [
            FilePart("file", file.slice(), file.name, file.type),
            Field("data", "{}", "application/json"),
        ]
        reply = yield from self._api.submit("upload_and_edit", {}, parts)
        upload = self._api.facts.operations["upload_and_edit"]
        content = self._api.open(upload, reply)
        address = url_of(optional(at_path(content, "data.output.tmp_url"), str) or "", INPUT_SCHEMES)
        if address is None:
            missing = UnexpectedResponse("the answer has no usable data.output.tmp_url")
            raise self._api.unusable(upload, missing, content)
        return address

    def _is_id(self, text: str) -> bool:
        return text.isascii() and text.isdecimal()

    def _check(self, handle: Handle) -> Flow[Status]:
        if not self._is_id(handle.id):
            raise damaged_token()
        content = yield from self._api.ask("get_async_edit", parameters={"task_id": int(handle.id)})
        return self._status_in(content)

    def _collect(self, handle: Handle, status: Status | None) -> Flow[Outcome[AsyncEdit]]:
        if status is None:
            status = yield from self._check(handle)
        raw = self._api.model("get_async_edit", AsyncEditResponse, json_of(status)).data
        now = yield from Now()
        image = at_path(json_of(status), "data.result.output_object")
        lifetime = self._api.facts.lifetimes.download_url_seconds
        expires = now.wall + lifetime if lifetime else None
        kind = at_path(image, "mime")
        file = self._file(at_path(image, "tmp_url"), type=kind, expires=expires) or self._file(
            at_path(image, "object_uri"), type=kind
        )  # the latter where it went to the user's own storage
        if file is None:
            raise UnexpectedResponse(
                f"task {handle.id} is done, and its answer names no address of the result"
            )
        return Outcome((file,), raw)


class Claid(ClaidOperations, SyncClient[AsyncEdit]):
    __doc__ = documented("Client of Claid. The key comes from ``CLAID_API_KEY``.", SyncClient)

    PACKAGE = "claid_api"


class AsyncClaid(ClaidOperations, AsyncClient[AsyncEdit]):
    __doc__ = documented("Async client of Claid. The key comes from ``CLAID_API_KEY``.", AsyncClient)

    PACKAGE = "claid_api"


def _check_destination(output: ImageOutputOptions | str) -> None:
    """Refuse an address that is not of the user's storage; the vendor does so once the file is uploaded."""
    name, address = (
        ("output", output) if isinstance(output, str) else ("output.destination", output.get("destination"))
    )
    if address is not None and url_of(address, (STORAGE,)) is None:
        hint = '; a format alone is {"format": "png"}' if name == "output" else ""
        raise InvalidInput(
            f"{name}: a destination begins with {STORAGE}, unlike {without_query(address)!r}{hint}",
            vendor="claid",
            field=name,
        )


def _check_together(operations: ImageOperations) -> None:
    """Refuse options that exclude each other; source: the vendor's pages on background and generative editing."""

    def refuse(field: str, reason: str) -> InvalidInput:
        return InvalidInput(f"{field}: {reason}", vendor="claid", field=field)

    background = operations.get("background", {})
    for name, given in (("remove", background.get("remove")), ("blur", background.get("blur"))):
        if isinstance(given, dict) and "selective" in given and "category" in given:
            raise refuse(f"operations.background.{name}", "selective and category exclude each other")
    if "resizing" in operations:
        resizing = operations["resizing"]
        stated = "width" in resizing or "height" in resizing
        unsized = resizing.get("width", "auto") == resizing.get("height", "auto") == "auto"
        fit = resizing.get("fit")
        alone = len(operations) == 1 and not (isinstance(fit, dict) and "outpaint_by" in fit)
        if unsized and (stated or alone):
            raise refuse(
                "operations.resizing.width", "is auto or left out, and so is the height: give one of them"
            )
    if not any(operations.values()):
        raise refuse("operations", "asks for nothing, and would be charged all the same")
    if "style_transfer" in operations.get("generative", {}) and (
        background.get("remove") or background.get("blur")
    ):
        raise refuse(
            "operations.generative.style_transfer", "cannot go with background.remove or background.blur"
        )
