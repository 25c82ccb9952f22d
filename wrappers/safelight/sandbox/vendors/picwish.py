"""PicWish: forms that make tasks, answered at once or when they are done."""

import base64
import json
import uuid
from collections.abc import Mapping
from types import MappingProxyType

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Handler
from safelight.sandbox.forms import Form, read_form
from safelight.sandbox.images.encode import MEDIA_TYPES
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, whole, whole_number
from safelight.sandbox.orders import Order
from safelight.sandbox.replies import Reply
from safelight.sandbox.tasks import Files, Output, Task
from safelight.sandbox.validation import invalid, validate_form
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.picwish_work import WORK

_MAXIMUM_BY_URL = 30 * 1024 * 1024
_BASE64, _BINARY = 2, 3
_USUAL_BALANCE = 1000

# The engine's failures as states of the documented table.
_STATES = {
    "decode_image": -7,
    "decode_mask": -7,
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
    no_task = "Task does not exist"
    success_fields = MappingProxyType({"message": "success"})

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation."""
        queries = (f"get_{name.removeprefix('create_')}" for name in WORK)
        return {
            **dict.fromkeys(WORK, self._create),
            **dict.fromkeys(queries, self._query),
            "get_package_credits": self._balance,
            "get_coins": self._coins,
        }

    async def _create(self, call: Call) -> Reply:
        known = vendor_facts.sources(self.name, call.operation)
        form = await read_form(call, maximum_file=max(one.maximum_bytes for one in known.values()))
        files = {name: file.stored for name, file in form.files.items() if file.stored.size > 0}
        schema = str(vendor_facts.operations(self.name)[call.operation]["request_schema"])
        options = validate_form(self.name, schema, _fields(form, schema), files)
        order_files: Files = [
            (name, files[one.field] if one.field in files else text(options, one.url_field))
            for name, one in known.items()
            if one.field in files or one.url_field in options
        ]
        order = Order(self.name, call.operation, options, order_files)
        task_id = str(uuid.UUID(int=call.world.random.getrandbits(128), version=4))
        task = self.start(call, task_id, order, WORK[call.operation])
        if whole(options, "sync") == 0:
            return self.success({"task_id": task.id}, task)
        await call.world.tasks.wait(task)
        return self._finished(call, task)

    def most_bytes(self, operation: str, name: str) -> int:
        """Return the documented limit; an image by URL may be larger than one in a form."""
        limit = vendor_facts.sources(self.name, operation)[name].maximum_bytes
        return max(limit, _MAXIMUM_BY_URL) if name == "image" else limit

    async def _balance(self, call: Call) -> Reply:
        used = call.world.ledger.spent(self.name, account=call.account)
        return self.success([{"remaining_credits": self._left(call), "used_credits": used}])

    async def _coins(self, call: Call) -> Reply:
        return self.success({"coins": self._left(call)})

    def _left(self, call: Call) -> float:
        left = call.world.ledger.balance(self.name, call.account)
        return _USUAL_BALANCE if left is None else left

    def _finished(self, call: Call, task: Task) -> Reply:
        if task.failure is None and whole(task.request, "return_type", 1) == _BINARY:
            output = task.outputs[0]
            media_type = MEDIA_TYPES[output.product.extension]
            return Reply(body=output.read(), content_type=media_type, task_id=task.id)
        return self.success(self._document(call, task), task)

    async def _query(self, call: Call) -> Reply:
        task = self.find(call, call.path("task_id"), vendor_facts.lifetime("picwish", "result"))
        call.world.tasks.poll(task)
        return self.success(self._document(call, task), task)

    def _document(self, call: Call, task: Task) -> JsonObject:
        phase = call.world.tasks.phase(task)
        document = self.document(call, task, phase)
        document["created_at"] = int(task.created)
        document["return_type"] = whole(task.request, "return_type", 1)
        document["type"] = task.request.get("type", "")
        if phase == "queued":
            return {**document, "state_detail": "Queued"}
        document["processed_at"] = int(task.started)
        if phase == "running":
            progress = whole(document, "progress")
            state = next(state for limit, state in ((25, 2), (40, 3), (85, 4), (101, 5)) if progress < limit)
            return {**document, "state": state, "state_detail": "Processing"}
        document["completed_at"] = int(task.due)
        document["time_elapsed"] = round((task.due - task.created) * 1000, 2)
        if task.failure is not None:
            state = _STATES.get(task.failure.code) or _number(task.failure.code)
            return {**document, "state": state, "image": None}
        return {**document, "state_detail": "Complete", **self._outputs(call, task)}

    def _outputs(self, call: Call, task: Task) -> JsonObject:
        document: dict[str, JsonValue] = {}
        for output in task.outputs:
            document[output.product.role] = self._file(call, task, output)
            document["image_width"] = output.product.width
            document["image_height"] = output.product.height
        return document

    def _file(self, call: Call, task: Task, output: Output) -> str:
        if whole(task.request, "return_type", 1) == _BASE64:
            return base64.b64encode(output.read()).decode("ascii")
        return self.link(call, task, output)


def _number(code: str) -> int:
    """Return the state a fault plan asked for; any failure where it named none."""
    try:
        return min(int(code), -1)
    except ValueError:
        return -1


def _fields(form: Form, schema: str) -> dict[str, JsonValue]:
    """Return the text fields without the empty ones, which say what a missing field says.

    Numbers are numbers, and what goes as JSON is read.
    """
    fields: dict[str, JsonValue] = {}
    for name, value in form.fields.items():
        if value or name == "type":
            kind = vendor_facts.kind_of("picwish", schema, name)
            number = whole_number(value, 9) if kind == "integer" else None
            fields[name] = value if number is None else number
            if kind == "array":
                try:
                    fields[name] = json.loads(value)
                except ValueError:
                    raise invalid(name, "not a list in JSON") from None
    return fields
