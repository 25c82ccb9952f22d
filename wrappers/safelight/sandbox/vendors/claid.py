"""Claid: edits of an image by URL in the background, or of a file in the same call."""

import functools
import math
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Endpoint
from safelight.sandbox.fetch import fetch
from safelight.sandbox.forms import Form, read_form
from safelight.sandbox.images.encode import MEDIA_TYPES
from safelight.sandbox.jsontypes import JsonObject, JsonValue, mapping, text, whole_number
from safelight.sandbox.limits import Standing
from safelight.sandbox.pipeline import Vendor
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.storage import StoredObject
from safelight.sandbox.tasks import Before, Phase, Task, WorkFailed
from safelight.sandbox.validation import invalid, validate
from safelight.sandbox.vendors.claid_work import Inputs, check_padding, describe_input, destination, make_work
from safelight.sandbox.vendors.common import bearer, iso_time_offset, require_account

_RESULT_SECONDS = vendor_facts.lifetime("claid", "result")
_MAXIMUM_FILE = 50 * 1024 * 1024
_Getter = Callable[[], Awaitable[Path]]
_PREFIXES = ("/v1", "/v1-beta1")

# HTTP status, error code and error type of each kind. 111, 2001 and 9000 are documented; the others are guesses.
_REFUSALS: dict[Kind, tuple[int, str, str]] = {
    Kind.AUTHENTICATION: (401, "111", "auth"),
    Kind.INVALID: (422, "9000", "validation"),
    Kind.NOT_FOUND: (404, "404", "image"),
    Kind.NO_ROUTE: (404, "404", "web"),
    Kind.METHOD: (405, "405", "web"),
    Kind.CREDITS: (402, "402", "billing"),
    Kind.RATE: (429, "2001", "general"),
    Kind.IN_FLIGHT: (429, "2001", "general"),
    Kind.TOO_LARGE: (422, "9000", "validation"),
    Kind.INTERNAL: (500, "500", "general"),
}
_STATUS: dict[Phase, str] = {
    "queued": "ACCEPTED",
    "running": "PROCESSING",
    "succeeded": "DONE",
    "failed": "ERROR",
    "lost": "CANCELLED",
}


class Claid(Vendor):
    """The emulation of Claid, under both of its prefixes."""

    name = "claid"
    rates = vendor_facts.rates("claid")
    status_fields = ("status",)

    def __init__(self) -> None:
        self._numbers = 0

    def endpoints(self) -> Iterable[Endpoint]:
        """Return every operation of the vendor."""
        for prefix in _PREFIXES:
            path = f"{prefix}/image/edit"
            yield Endpoint("POST", f"{path}/async", "create_async_edit", self._create)
            yield Endpoint("GET", f"{path}/async/{{task_id}}", "get_async_edit", self._query)
            yield Endpoint("POST", f"{path}/upload", "upload_and_edit", self._upload)

    def authenticate(self, call: Call) -> None:
        """Accept the key as a bearer token."""
        require_account(call, bearer(call), "Authorization is required.")

    def note_standing(self, call: Call, standing: Standing) -> None:
        """Add the RateLimit headers; they are sent with every answer to a known account."""
        call.headers.update(
            {
                "RateLimit-Limit": "120, 120;w=60, 4;w=1",
                "RateLimit-Remaining": str(standing.remaining),
                "RateLimit-Reset": str(math.ceil(standing.reset)),
            }
        )

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in Claid's envelope, which stands under `detail` for a rate limit."""
        if call is not None and refusal.kind is Kind.RATE and call.headers.get("RateLimit-Remaining") != "-1":
            # A fault plan's refusal looks like that of the limit itself.
            reset = whole_number(refusal.headers.get("Retry-After", ""), 9) or 1
            self.note_standing(call, Standing(allowed=False, remaining=-1, reset=reset))
        status, code, kind = _REFUSALS[refusal.kind]
        envelope: JsonObject = {
            "error_code": code,
            "error_type": kind,
            "error_message": "Too Many Requests. Rate limit exceeded."
            if refusal.kind is Kind.RATE
            else refusal.message,
            "error_details": refusal.details,
        }
        return Reply(
            status=refusal.status or status,
            document={"detail": envelope} if refusal.kind is Kind.RATE else envelope,
        )

    async def _create(self, call: Call) -> Reply:
        body = validate("claid", "CreateAsyncEditRequest", await call.raw())
        check_padding(body)
        source = text(body, "input")
        get_image = _getter(call, source, "input")
        get_style = _style(call, body)
        inputs = Inputs(target=_target(call, body))
        self._check_credits(call)

        async def before() -> None:
            inputs.image = await get_image()
            inputs.style = await get_style() if get_style else None

        task = self._start(call, body, inputs, before)
        prefix = call.request.path.split("/")[2]
        reply = Reply(
            document={
                "data": {
                    "id": int(task.id),
                    "status": "ACCEPTED",
                    "result_url": f"{call.base_url}/{prefix}/image/edit/async/{task.id}",
                    "created_at": iso_time_offset(task.created),
                    "request": body,
                }
            }
        )
        reply.task_id = task.id
        return reply

    def _check_credits(self, call: Call) -> None:
        if not call.world.ledger.affords(self.name, call.account, 1):
            raise Refusal(Kind.CREDITS, "No API calls left.")

    def _start(
        self,
        call: Call,
        body: JsonObject,
        inputs: Inputs,
        before: Before,
        sources: tuple[StoredObject, ...] = (),
    ) -> Task:
        self._numbers += 1
        world = call.world
        task = world.tasks.create(
            str(world.first_number + self._numbers),
            self.name,
            call.account,
            call.operation,
            request=body,
            work=make_work(body, inputs),
            before=before,
            sources=sources,
            failure=call.planned_failure(),
        )
        task.preview = lambda: inputs.image
        # An upload without operations is a mere upload; whether it is charged is not documented.
        if mapping(body, "operations") or call.operation == "create_async_edit":
            task.entry = world.ledger.charge(
                self.name, call.account, call.operation, task_id=task.id, amount=1, time=task.created
            )
        return task

    def _check_parts(self, form: Form) -> None:
        for name in (*form.fields, *form.files):
            if name not in {"file", "data"}:
                raise invalid(name, "extra fields not permitted")
        if form.types["data"].partition(";")[0].strip().lower() != "application/json":
            raise invalid("data", "not sent with the content type application/json")

    async def _query(self, call: Call) -> Reply:
        wanted = call.path("task_id")
        if not wanted.isascii() or not wanted.isdigit():
            issue: JsonObject = {
                "loc": ["path", "task_id"],
                "msg": "value is not a valid integer",
                "type": "type_error.integer",
            }
            return Reply(status=422, document={"detail": [issue]})
        task = call.world.tasks.find(self.name, wanted, call.account)
        if task is None or task.operation != "create_async_edit":
            raise Refusal(Kind.NOT_FOUND, "Image edit pipeline not found.")
        phase = call.world.tasks.poll(task)
        document: dict[str, JsonValue] = {
            "id": int(task.id),
            "status": _STATUS[phase],
            "created_at": iso_time_offset(task.created),
            "request": task.request,
            "errors": [],
            "result": {},
        }
        if phase == "failed" and task.failure is not None:
            document["errors"] = [
                {"error": task.failure.message, "created_at": iso_time_offset(task.due), "input_object": None}
            ]
        if phase == "succeeded":
            document["result"] = {
                "input_object": describe_input(task),
                "output_object": self._output(call, task),
            }
        reply = Reply(document={"data": document})
        reply.task_id = task.id
        return reply

    def _output(self, call: Call, task: Task) -> JsonObject:
        output = task.outputs[0]
        made = output.product
        address = destination(task.request)
        bucket, _, key = address.removeprefix("storage://").partition("/")
        return {
            "ext": made.extension,
            "mps": round(made.width * made.height / 1e6, 6),
            "mime": MEDIA_TYPES[made.extension],
            "format": made.extension.upper(),
            "width": made.width,
            "height": made.height,
            "tmp_url": None if address else self._link(call, task),
            "object_key": key or None,
            "object_bucket": bucket or None,
            "object_uri": f"s3://{bucket}/{key}" if address else None,
            "claid_storage_uri": address or None,
        }

    def _link(self, call: Call, task: Task) -> str:
        """Return a URL of the result, good until a day after the task's end, however often it is asked for."""
        left = task.due + _RESULT_SECONDS - call.world.clock.now()
        return call.presign(task.outputs[0].stored.key, max(0.0, left))

    async def _upload(self, call: Call) -> Reply:
        form = await read_form(call, maximum_file=_MAXIMUM_FILE)
        if "file" not in form.files:
            raise invalid("file", "field required")
        if "data" not in form.fields:
            raise invalid("data", "field required")
        body = validate("claid", "UploadEdit", form.fields["data"].encode())
        check_padding(body)
        self._check_parts(form)
        get_style = _style(call, body)
        file = form.files["file"]
        inputs = Inputs(image=file.stored.path, name=file.filename, target=_target(call, body))
        self._check_credits(call)

        async def before() -> None:
            inputs.style = await get_style() if get_style else None

        task = self._start(call, body, inputs, before, tuple(part.stored for part in form.files.values()))
        await call.world.tasks.wait(task)
        if task.failure is not None:
            raise invalid("file", task.failure.message)
        reply = Reply(
            document={
                "data": {"input": describe_input(task), "output": self._output(call, task), "profiling": {}}
            }
        )
        reply.task_id = task.id
        return reply


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
    """Return what gets the reference image of a style transfer; None where there is none."""
    transfer = mapping(mapping(mapping(body, "operations"), "generative"), "style_transfer")
    field = "style_reference_image"
    return (
        _getter(call, text(transfer, field), f"operations.generative.style_transfer.{field}")
        if transfer
        else None
    )


def _getter(call: Call, address: str, field: str) -> _Getter:
    """Return what gets the image at an address.

    Raises:
        Refusal: It is none that Claid takes.

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
