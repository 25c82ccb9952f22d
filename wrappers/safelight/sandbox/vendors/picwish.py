"""PicWish: one form that makes a task, answered at once or when the image is done."""

import base64
import uuid
from collections.abc import Iterable

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Endpoint
from safelight.sandbox.forms import Form, read_form
from safelight.sandbox.images.encode import MEDIA_TYPES
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, whole, whole_number
from safelight.sandbox.pipeline import Vendor
from safelight.sandbox.replies import Kind, Refusal, Reply
from safelight.sandbox.tasks import Output, Task
from safelight.sandbox.validation import validate_form
from safelight.sandbox.vendors.common import require_account
from safelight.sandbox.vendors.picwish_work import Inputs, make_work

_RESULT_SECONDS = vendor_facts.lifetime("picwish", "result")
_MAXIMUM_FILE = vendor_facts.upload_limit("picwish", "maximum")
_LONGEST_TASK = vendor_facts.polling("picwish", "server_limit")
_NUMBERS = ("sync", "return_type", "output_type", "crop")
_BASE64, _BINARY = 2, 3

_STATUS: dict[Kind, int] = {
    Kind.AUTHENTICATION: 401,
    Kind.INVALID: 400,
    Kind.NOT_FOUND: 404,
    Kind.NO_ROUTE: 404,
    Kind.METHOD: 405,
    Kind.CREDITS: 402,
    Kind.RATE: 429,
    Kind.IN_FLIGHT: 429,
    Kind.TOO_LARGE: 413,
    Kind.INTERNAL: 500,
}

# The engine's failures as states of the documented table.
_STATES = {
    "decode_image": -7,
    "too_large": -7,
    "download": -3,
    "download_too_large": -5,
    "inference": -1,
    "planned": -1,
    "timeout": -8,
}


class PicWish(Vendor):
    """The emulation of PicWish."""

    name = "picwish"
    rates = vendor_facts.rates("picwish")
    status_fields = ("state",)

    def endpoints(self) -> Iterable[Endpoint]:
        """Return every operation of the vendor."""
        path = "/api/tasks/visual/segmentation"
        yield Endpoint("POST", path, "create_segmentation", self._create)
        yield Endpoint("GET", path + "/{task_id}", "get_segmentation", self._query)

    def authenticate(self, call: Call) -> None:
        """Accept the key in `X-API-KEY` alone."""
        require_account(call, call.request.headers.get("X-API-KEY", ""), "Invalid API key")

    def refusal(self, refusal: Refusal, call: Call | None) -> Reply:
        """Put a refusal in a body of status and message."""
        del call
        status = refusal.status or _STATUS[refusal.kind]
        return Reply(status=status, document={"status": status, "message": refusal.message})

    async def _create(self, call: Call) -> Reply:
        form = await read_form(call, maximum_file=_MAXIMUM_FILE)
        files = {name: file for name, file in form.files.items() if file.stored.size > 0}
        options = validate_form("picwish", "CreateSegmentationRequest", _fields(form), files)
        world = call.world
        if not world.ledger.affords(self.name, call.account, 1):
            raise Refusal(Kind.CREDITS, "Insufficient credits")
        inputs = Inputs(
            image=files["image_file"].stored.path if "image_file" in files else None,
            background=files["bg_image_file"].stored.path if "bg_image_file" in files else None,
        )
        work, before = make_work(options, inputs, world.storage)
        task = world.tasks.create(
            str(uuid.UUID(int=world.random.getrandbits(128), version=4)),
            self.name,
            call.account,
            call.operation,
            request=options,
            work=work,
            before=before,
            sources=tuple(file.stored for file in form.files.values()),
            time_limit=_LONGEST_TASK,
            failure=call.planned_failure(),
        )
        task.preview = lambda: inputs.image
        task.entry = world.ledger.charge(
            self.name, call.account, call.operation, task_id=task.id, amount=1, time=task.created
        )
        if whole(options, "sync") == 0:
            reply = _success({"task_id": task.id})
        else:
            await world.tasks.wait(task)
            reply = self._finished(call, task)
        reply.task_id = task.id
        return reply

    def _finished(self, call: Call, task: Task) -> Reply:
        if task.failure is None and whole(task.request, "return_type", 1) == _BINARY:
            output = task.outputs[0]
            return Reply(body=output.read(), content_type=MEDIA_TYPES[output.product.extension])
        return _success(self._document(call, task))

    async def _query(self, call: Call) -> Reply:
        world = call.world
        task = world.tasks.find(self.name, call.path("task_id"), call.account)
        if task is None or world.clock.now() > task.due + _RESULT_SECONDS:
            raise Refusal(Kind.NOT_FOUND, "Task does not exist")
        world.tasks.poll(task)
        reply = _success(self._document(call, task))
        reply.task_id = task.id
        return reply

    def _document(self, call: Call, task: Task) -> JsonObject:
        phase = call.world.tasks.phase(task)
        progress = call.world.tasks.progress(task)
        document: dict[str, JsonValue] = {
            "task_id": task.id,
            "created_at": int(task.created),
            "progress": progress,
            "return_type": whole(task.request, "return_type", 1),
            "type": text(task.request, "type"),
        }
        match phase:
            case "queued":
                return {**document, "state": 0, "state_detail": "Queued"}
            case "running":
                state = next(
                    state for limit, state in ((25, 2), (40, 3), (85, 4), (101, 5)) if progress < limit
                )
                return {
                    **document,
                    "state": state,
                    "state_detail": "Processing",
                    "processed_at": int(task.started),
                }
            case _:
                document["processed_at"] = int(task.started)
                document["completed_at"] = int(task.due)
                document["time_elapsed"] = round((task.due - task.created) * 1000, 2)
        if task.failure is not None:
            state = _STATES.get(task.failure.code) or _number(task.failure.code)
            return {
                **document,
                "state": state,
                "state_detail": task.failure.message,
                "image": None,
                "mask": "",
            }
        return {**document, "state": 1, "state_detail": "Complete", **self._outputs(call, task)}

    def _outputs(self, call: Call, task: Task) -> JsonObject:
        document: dict[str, JsonValue] = {"mask": ""}
        for output in task.outputs:
            document[output.product.role] = self._link(call, task, output)
            document["image_width"] = output.product.width
            document["image_height"] = output.product.height
        return document

    def _link(self, call: Call, task: Task, output: Output) -> str:
        if whole(task.request, "return_type", 1) == _BASE64:
            return base64.b64encode(output.read()).decode("ascii")
        # From the task's end, not from the question, on.
        left = task.due + _RESULT_SECONDS - call.world.clock.now()
        return call.presign(output.stored.key, max(0.0, left))


def _success(data: JsonValue) -> Reply:
    return Reply(document={"status": 200, "message": "success", "data": data})


def _number(code: str) -> int:
    """Return the state a fault plan asked for; any failure where it named none."""
    try:
        return min(int(code), -1)
    except ValueError:
        return -1


def _fields(form: Form) -> dict[str, JsonValue]:
    """Return the text fields, numbers as numbers, without the empty ones, which say what a missing field says."""
    fields: dict[str, JsonValue] = {}
    for name, value in form.fields.items():
        if value or name == "type":
            number = whole_number(value, 9) if name in _NUMBERS else None
            fields[name] = value if number is None else number
    return fields
