"""Claid: edits, new pictures and videos, in the background or in the call that asks for them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Handler
from safelight.sandbox.forms import Form, read_form
from safelight.sandbox.jsontypes import JsonObject, JsonValue, mapping, text, whole_number
from safelight.sandbox.limits import Standing
from safelight.sandbox.orders import Order
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.tasks import Files, Output, Phase, Task, WorkFailed
from safelight.sandbox.validation import invalid, validate
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.claid_storages import SAMPLES, Storages, add_samples
from safelight.sandbox.vendors.claid_work import (
    STYLE,
    check_readable,
    describe,
    describe_inputs,
    destination,
    maker,
    to_folder,
    value_at,
)
from safelight.sandbox.vendors.common import iso_time_offset
from safelight.sandbox.webhooks import sign_claid

_MAXIMUM_FILE = 50 * 1024 * 1024
# Where requests have the addresses of images; what an operation works on comes before what else it takes.
_PLACES = ("input", "object.image_url", "scene.template_url", "input.clothing", "input.model", STYLE)

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
    no_task = "Batch image edit pipeline not found."
    statuses = MappingProxyType({Kind.INVALID: 422, Kind.TOO_LARGE: 422})
    sign_webhook = staticmethod(sign_claid)

    def __init__(self) -> None:
        self._numbers = 0
        self._storages = Storages(self)

    def prefixes(self) -> Iterable[str]:
        """Return both."""
        return (vendor_facts.server_path(self.name), "/v1-beta1")

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation."""
        by_role = {"create": self._create, "status": self._query, "upload": self._upload}
        return {
            **{
                operation: by_role[role]
                for operation in vendor_facts.operations(self.name)
                if (role := vendor_facts.role(self.name, operation)[0]) in by_role
            },
            **self._storages.handlers(),
        }

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
        task = self._start(call, body, _files(call, body))
        asked = _status_operation(call.operation)
        if asked is None:
            return await self._at_once(call, task)
        path = vendor_facts.operations(self.name)[asked]["path"].partition("{")[0]
        address = f"{call.base_url}/{call.request.path.split('/')[2]}{path}{task.id}"
        return self.success({**self._heading(call, task, "queued"), "result_url": address}, task)

    def _start(self, call: Call, body: JsonObject, files: Files, name: str = "image") -> Task:
        check_readable(body)
        make = maker(name, _target(call, body))
        self._numbers += 1
        # An upload without operations is a mere upload; whether it is charged is not documented.
        free = call.operation == "upload_and_edit" and not mapping(body, "operations")
        task_id = str(call.world.first_number + self._numbers)
        order = Order(self.name, call.operation, body, files)
        return self.start(call, task_id, order, make, price=0 if free else None)

    async def fetch(self, call: Call, address: str, most_bytes: int) -> Path:
        """Return a file of a connected storage too."""
        if not address.startswith("storage://"):
            return await super().fetch(call, address, most_bytes)
        file = _connected(call, address, "input")
        if not file.is_file():
            raise WorkFailed("download", f"There is no {address}.")
        return file

    def most_bytes(self, operation: str, name: str) -> int:
        """Return the documented limit of every image."""
        return _MAXIMUM_FILE

    async def _at_once(self, call: Call, task: Task) -> Reply:
        await call.world.tasks.wait(task)
        if task.failure is not None:
            raise invalid("file" if "input" not in task.request else "input", task.failure.message)
        return self.success(self._answer(call, task), task)

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
        ((name, wanted),) = call.request.match_info.items()
        if not wanted.isascii() or not wanted.isdigit():
            issue: JsonObject = {
                "loc": ["path", name],
                "msg": "value is not a valid integer",
                "type": "type_error.integer",
            }
            return Reply(status=422, document={"detail": [issue]})
        unknown = self.no_task if "/edit/" in call.request.path else "Web image not found."
        task = call.world.tasks.find(self.name, wanted, call.account)
        if task is None or _status_operation(task.operation) != call.operation:
            raise Refusal(Kind.NOT_FOUND, unknown)
        return self.success(self._state(call, task, call.world.tasks.poll(task)), task)

    def has_webhook(self, call: Call) -> bool:
        """Tell whether an operation has tasks in the background: only their ends are told."""
        return _status_operation(call.operation) is not None

    def webhook(self, call: Call, task: Task, phase: Phase) -> JsonValue:
        """Return what a status call would; whether in its envelope is not documented."""
        return self.success(self._state(call, task, phase)).document

    def _state(self, call: Call, task: Task, phase: Phase) -> JsonObject:
        """Return what is known of a task in the background."""
        document: dict[str, JsonValue] = {**self._heading(call, task, phase), "errors": []}
        document |= {"results": []} if task.operation == "create_batch_edit" else {"result": {}}
        if phase == "failed" and task.failure is not None:
            document["errors"] = [
                {"error": task.failure.message, "created_at": iso_time_offset(task.due), "input_object": None}
            ]
        if phase == "succeeded":
            document |= self._answer(call, task)
        return document

    def _answer(self, call: Call, task: Task) -> JsonObject:
        """Return what an answer says of what was made, in the shape of its operation."""
        given = describe_inputs(task)
        made: list[JsonValue] = [self._output(call, task, output) for output in task.outputs]
        match task.operation:
            case "create_async_edit" | "create_video":
                return {"result": {"input_object": given[0], "output_object": made[0]}}
            case "create_batch_edit":
                pairs = zip(given, made, strict=True)
                return {"results": [{"input_object": one, "output_object": other} for one, other in pairs]}
            case "create_ai_edit":
                return {"result": {"input_object": given[0], "output_objects": made}}
            case "create_fashion_image":
                return {"result": {"input_objects": given, "output_objects": made}}
            case "generate_images":
                return {"input": {"text": task.request["input"]}, "output": made, "profiling": {}}
            case "create_scene":
                return {"input": task.request, "output": made, "profiling": {}}
            case _:
                return {"input": given[0], "output": made[0], "profiling": {}}

    def _output(self, call: Call, task: Task, output: Output) -> JsonObject:
        made = output.product
        address = destination(task.request)
        if address and to_folder(task.operation):
            address = f"{address.rstrip('/')}/{made.role}.{made.extension}"
        bucket, _, key = address.removeprefix("storage://").partition("/")
        described: JsonObject = {"ext": made.extension, "mime": made.media_type, "format": made.extension}
        if made.width:
            described = describe(made.extension, made.extension, made.width, made.height)
        return {
            **described,
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
        files: Files = [("file", file.stored), *_files(call, body)]
        return await self._at_once(call, self._start(call, body, files, file.filename))


def _status_operation(operation: str) -> str | None:
    """Return the operation that asks for the state of a task; None where the create waits for its end."""
    stated: str | None = vendor_facts.operations("claid")[operation]["task_api"].get("status_operation")
    return stated


def _connected(call: Call, address: str, field: str, *, folder_too: bool = False) -> Path:
    if address.startswith(f"storage://{SAMPLES}"):
        add_samples(call.world)
    file = call.world.connected.find(address, folder_too=folder_too)
    if file is None:
        raise invalid(field, f"{address} names no file of a connected storage")
    return file


def _target(call: Call, body: JsonObject) -> Path | None:
    """Return the place in a connected storage that the results go to; None for temporary URLs."""
    address = destination(body)
    return _connected(call, address, "output", folder_too=to_folder(call.operation)) if address else None


def _files(call: Call, body: JsonObject) -> Files:
    """Return the images of a request, by the places of their addresses.

    Raises:
        Refusal: Claid does not accept such an address.
    """
    found: Files = []
    for place in _PLACES:
        value = value_at(body, place)
        if place == "input" and call.operation == "create_batch_edit":
            value = _listed(call, value)
        if isinstance(value, str) and (place != "input" or call.operation != "generate_images"):
            value = [value]
        for address in value if isinstance(value, list) else ():
            if not str(address).startswith(("http://", "https://", "storage://")):
                raise invalid(place, "not an http, https or storage URL")
            if str(address).startswith("storage://"):
                _connected(call, str(address), place)
            found.append((place, str(address)))
    return found


def _listed(call: Call, given: JsonValue) -> JsonValue:
    """Return the addresses of the files in a folder, where that is what a batch is given."""
    source = text(given, "source") if isinstance(given, Mapping) else given
    if not isinstance(source, str) or not source.startswith("storage://"):
        return source
    folder = _connected(call, source, "input", folder_too=True)
    if not folder.is_dir():
        return source
    below = "**/*" if isinstance(given, Mapping) and given.get("recursive") is True else "*"
    files = sorted(path.relative_to(folder).as_posix() for path in folder.glob(below) if path.is_file())
    if not files:
        raise invalid("input", f"{source} is a folder without files")
    return [f"{source.rstrip('/')}/{file}" for file in files]
