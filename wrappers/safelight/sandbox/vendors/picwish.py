"""PicWish: one form that makes a task, answered at once or when the image is done."""

import base64
import uuid
from collections.abc import Mapping
from types import MappingProxyType

from safelight.sandbox import vendor_facts
from safelight.sandbox.call import Call, Handler
from safelight.sandbox.forms import Form, read_form
from safelight.sandbox.images.encode import MEDIA_TYPES
from safelight.sandbox.jsontypes import JsonObject, JsonValue, text, whole, whole_number
from safelight.sandbox.replies import Reply
from safelight.sandbox.tasks import Output, Task
from safelight.sandbox.validation import validate_form
from safelight.sandbox.vendor import Vendor
from safelight.sandbox.vendors.picwish_work import Inputs, make_work

_MAXIMUM_FILE = vendor_facts.upload_limit("picwish", "maximum")
_NUMBERS = ("sync", "return_type", "output_type", "crop")
_BASE64, _BINARY = 2, 3

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
    no_task = "Task does not exist"
    success_fields = MappingProxyType({"message": "success"})

    def handlers(self) -> Mapping[str, Handler]:
        """Return what answers each operation."""
        return {"create_segmentation": self._create, "get_segmentation": self._query}

    async def _create(self, call: Call) -> Reply:
        form = await read_form(call, maximum_file=_MAXIMUM_FILE)
        files = {name: file for name, file in form.files.items() if file.stored.size > 0}
        options = validate_form("picwish", "CreateSegmentationRequest", _fields(form), files)
        inputs = Inputs(
            image=files["image_file"].stored.path if "image_file" in files else None,
            background=files["bg_image_file"].stored.path if "bg_image_file" in files else None,
        )
        work, before = make_work(options, inputs, call.world.storage)
        task_id = str(uuid.UUID(int=call.world.random.getrandbits(128), version=4))
        sources = tuple(file.stored for file in form.files.values())
        task = self.start(call, task_id, options, work, before=before, sources=sources)
        task.preview = lambda: inputs.image
        if whole(options, "sync") == 0:
            return self.success({"task_id": task.id}, task)
        await call.world.tasks.wait(task)
        return self._finished(call, task)

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
        document["type"] = text(task.request, "type")
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
            return {**document, "state": state, "image": None, "mask": ""}
        return {**document, "state_detail": "Complete", **self._outputs(call, task)}

    def _outputs(self, call: Call, task: Task) -> JsonObject:
        document: dict[str, JsonValue] = {"mask": ""}
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


def _fields(form: Form) -> dict[str, JsonValue]:
    """Return the text fields, numbers as numbers, without the empty ones, which say what a missing field says."""
    fields: dict[str, JsonValue] = {}
    for name, value in form.fields.items():
        if value or name == "type":
            number = whole_number(value, 9) if name in _NUMBERS else None
            fields[name] = value if number is None else number
    return fields
