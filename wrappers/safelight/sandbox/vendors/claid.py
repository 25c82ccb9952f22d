"""Claid: edits of an image by URL in the background, or of a file in the same call."""

import functools
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Handler
from safelight.sandbox.fetch import fetch
from safelight.sandbox.forms import Form, read_form
from safelight.sandbox.jsontypes import JsonObject, JsonValue, mapping, text, whole_number
from safelight.sandbox.limits import Standing
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Phase, Task, WorkFailed
from safelight.sandbox.validation import invalid, validate
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.claid_work import (
    Inputs,
    check_padding,
    describe,
    describe_input,
    destination,
    make_work,
)
from safelight.sandbox.vendors.common import iso_time_offset

_MAXIMUM_FILE = 50 * 1024 * 1024
_Getter = Callable[[], Awaitable[Path]]
_CREATE = "create_async_edit"

# Those of the kinds that no document names are guesses.
_ERROR_TYPES = {
    Kind.AUTHENTICATION: "auth",
    Kind.INVALID: "validation",
    Kind.NOT_FOUND: "image",
    Kind.NO_ROUTE: "web",
    Kind.METHOD: "web",
    Kind.CREDITS: "billing",
    Kind.TOO_LARGE: "validation",
}


class Claid(Vendor):
    """The emulation of Claid, under both of its prefixes."""

    name = "claid"
    wrong_key = "Authorization is required."
    no_credits = "No API calls left."
    no_task = "Image edit pipeline not found."
    statuses = MappingProxyType({Kind.INVALID: 422, Kind.TOO_LARGE: 422})

    def __init__(self) -> None:
        self._numbers = 0

    def prefixes(self) -> Iterable[str]:
        """Return both."""
        return (vendor_facts.server_path(self.name), "/v1-beta1")

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation."""
        return {_CREATE: self._create, "get_async_edit": self._query, "upload_and_edit": self._upload}

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in Claid's envelope, which stands under `detail` for a rate limit."""
        limited = refusal.kind is Kind.RATE
        if call is not None and limited and call.headers.get("RateLimit-Remaining") != "-1":
            # A fault plan's refusal looks like that of the limit itself.
            reset = whole_number(refusal.headers.get("Retry-After", ""), 9) or 1
            self.note_standing(call, Standing(allowed=False, remaining=-1, reset=reset))
        reply = super().refusal(refusal, call)
        return replace(reply, document={"detail": reply.document}) if limited else reply

    def refused(self, refusal: Refusal, status: int) -> dict[str, JsonValue]:
        """Add type and details to the body."""
        document = super().refused(refusal, status)
        if refusal.kind is Kind.RATE:
            document["error_message"] = "Too Many Requests. Rate limit exceeded."
        error_type = _ERROR_TYPES.get(refusal.kind, "general")
        return {**document, "error_type": error_type, "error_details": refusal.details}

    async def _create(self, call: Call) -> Reply:
        body = await self.body(call)
        get_image = _getter(call, text(body, "input"), "input")
        task = self._start(call, body, Inputs(), get_image)
        address = f"{call.base_url}/{call.request.path.split('/')[2]}/image/edit/async/{task.id}"
        return self.success({**self._heading(call, task, "queued"), "result_url": address}, task)

    def _start(
        self,
        call: Call,
        body: JsonObject,
        inputs: Inputs,
        get_image: _Getter | None = None,
        sources: tuple[StoredObject, ...] = (),
    ) -> Task:
        check_padding(body)
        get_style = _style(call, body)
        inputs.target = _target(call, body)

        async def before() -> None:
            if get_image is not None:
                inputs.image = await get_image()
            if get_style is not None:
                inputs.style = await get_style()

        self._numbers += 1
        # An upload without operations is a mere upload; whether it is charged is not documented.
        price = 1 if mapping(body, "operations") or call.operation == _CREATE else 0
        task_id = str(call.world.first_number + self._numbers)
        work = make_work(body, inputs)
        task = self.start(call, task_id, body, work, before=before, sources=sources, price=price)
        task.preview = lambda: inputs.image
        return task

    def _check_parts(self, form: Form) -> None:
        for name in (*form.fields, *form.files):
            if name not in {"file", "data"}:
                raise invalid(name, "extra fields not permitted")
        if form.types["data"].partition(";")[0].strip().lower() != "application/json":
            raise invalid("data", "not sent with the content type application/json")

    def _heading(self, call: Call, task: Task, phase: Phase) -> dict[str, JsonValue]:
        created = iso_time_offset(task.created)
        said = self.document(call, task, phase)
        return {**said, "id": int(task.id), "created_at": created, "request": task.request}

    async def _query(self, call: Call) -> Reply:
        wanted = call.path("task_id")
        if not wanted.isascii() or not wanted.isdigit():
            issue: JsonObject = {
                "loc": ["path", "task_id"],
                "msg": "value is not a valid integer",
                "type": "type_error.integer",
            }
            return Reply(status=422, document={"detail": [issue]})
        task = self.find(call, wanted)
        if task.operation != _CREATE:
            raise Refusal(Kind.NOT_FOUND, self.no_task)
        phase = call.world.tasks.poll(task)
        document: dict[str, JsonValue] = {**self._heading(call, task, phase), "errors": [], "result": {}}
        if phase == "failed" and task.failure is not None:
            document["errors"] = [
                {"error": task.failure.message, "created_at": iso_time_offset(task.due), "input_object": None}
            ]
        if phase == "succeeded":
            document["result"] = {
                "input_object": describe_input(task),
                "output_object": self._output(call, task),
            }
        return self.success(document, task)

    def _output(self, call: Call, task: Task) -> JsonObject:
        output = task.outputs[0]
        made = output.product
        address = destination(task.request)
        bucket, _, key = address.removeprefix("storage://").partition("/")
        return {
            **describe(made.extension, made.extension, made.width, made.height),
            "tmp_url": None if address else self.link(call, task, output),
            "object_key": key or None,
            "object_bucket": bucket or None,
            "object_uri": f"s3://{bucket}/{key}" if address else None,
            "claid_storage_uri": address or None,
        }

    async def _upload(self, call: Call) -> Reply:
        form = await read_form(call, maximum_file=_MAXIMUM_FILE)
        if "file" not in form.files:
            raise invalid("file", "field required")
        if "data" not in form.fields:
            raise invalid("data", "field required")
        body = validate("claid", "UploadEdit", form.fields["data"].encode())
        self._check_parts(form)
        file = form.files["file"]
        inputs = Inputs(image=file.stored.path, name=file.filename)
        sources = tuple(part.stored for part in form.files.values())
        task = self._start(call, body, inputs, sources=sources)
        await call.world.tasks.wait(task)
        if task.failure is not None:
            raise invalid("file", task.failure.message)
        made: JsonObject = {
            "input": describe_input(task),
            "output": self._output(call, task),
            "profiling": {},
        }
        return self.success(made, task)


def _connected(call: Call, address: str, field: str) -> Path:
    file = call.world.connected.find(address)
    if file is None:
        raise invalid(field, f"{address} names no file of a connected storage")
    return file


def _target(call: Call, body: JsonObject) -> Path | None:
    """Return the file of a connected storage that the result goes to; None for a temporary URL."""
    address = destination(body)
    return _connected(call, address, "output") if address else None


def _style(call: Call, body: JsonObject) -> _Getter | None:
    """Return a function that fetches the reference image of a style transfer, if the request has one."""
    transfer = mapping(mapping(mapping(body, "operations"), "generative"), "style_transfer")
    field = "style_reference_image"
    return (
        _getter(call, text(transfer, field), f"operations.generative.style_transfer.{field}")
        if transfer
        else None
    )


def _getter(call: Call, address: str, field: str) -> _Getter:
    """Return a function that fetches the image at an address.

    Raises:
        Refusal: Claid does not accept such an address.
    """
    if address.startswith("storage://"):
        stored = _connected(call, address, field)

        async def get() -> Path:
            if not stored.is_file():
                raise WorkFailed("download", f"There is no {address}.")
            return stored

        return get
    if not address.startswith(("http://", "https://")):
        raise invalid(field, "not an http, https or storage URL")
    return functools.partial(fetch, address, _MAXIMUM_FILE, call.world.storage)
